//! The two writes: following an update, and applying a configuration.
//!
//! As upstream: structured-merge-diff/merge/update.go within the chain that managedfields/internal builds around it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Writer;
use super::conflict::{self, ApplyError, Conflicts};
use super::last_applied;
use super::managers::{self, ManagerId, Managers, Owned};
use super::set::Set;
use super::walk::{self, Absent, Comparison};
use crate::schema::Type;
use crate::value::{Text, Value};

/// The versions of one kind. Managers may have written in another version than the request's.
pub trait Versions {
    /// The type of the object in a version; `None` when that version is not served any more.
    fn type_of(&self, api_version: &str) -> Option<&Type>;

    /// The object in another version; called only for versions that have a type.
    fn convert(&self, object: &Value, api_version: &str) -> Result<Value, String>;
}

/// The manager to which fields belong that were there before anything was applied.
const BEFORE_FIRST_APPLY: &str = "before-first-apply";

/// Keeps the book for a write that is already merged: `new` is what will be stored in place of `live` (`Null` on
/// create). Both are in the version of the request. When the book cannot be kept, it is dropped: never wrong.
pub fn update(live: &Value, new: &mut Value, by: &Writer<'_>, versions: &dyn Versions) {
    let stored = || managers::decode(live).unwrap_or_default();
    let book = if !by.subresource.is_empty() {
        stored()
    } else if managers::is_reset(new) {
        Managers::new()
    } else {
        // A client that does not know the field must not lose it for others.
        managers::decode(new).ok().filter(|book| !book.is_empty()).unwrap_or_else(stored)
    };
    new.remove_pointer(&["metadata", "managedFields"]);
    let creating = live.text(&["metadata", "uid"]).is_none();
    if book.is_empty() && !creating {
        return;
    }
    let live = without_book(live);
    if let Some(book) = updated(&live, new, book, by, versions) {
        managers::encode(new, &book);
    }
}

fn without_book(object: &Value) -> Cow<'_, Value> {
    if object.pointer(&["metadata", "managedFields"]).is_none() {
        return Cow::Borrowed(object);
    }
    let mut bare = object.clone();
    bare.remove_pointer(&["metadata", "managedFields"]);
    Cow::Owned(bare)
}

/// The book after an update by `by`; `None` when the version has no type.
fn updated(live: &Value, new: &Value, book: Managers, by: &Writer<'_>, versions: &dyn Versions) -> Option<Managers> {
    let of = versions.type_of(by.api_version)?;
    let mut book = reconciled(book, versions);
    let reset = Set::of_names(by.reset);
    let change = filtered(walk::compare(of, live, new, Absent::IsEmpty), &reset);
    shift_ownership(live, new, by, versions, &mut book, &change, None).ok()?;
    let id = by.id(false);
    let mut taken = Owned {
        set: change.modified.union(&change.added).recursive_difference(&reset),
        api_version: by.api_version.into(),
        time: None,
    };
    managers::strip(&mut taken);
    if !taken.set.is_empty() {
        taken.time = Some(by.time());
        if let Some(before) = book.get(&id) {
            taken.set = taken.set.union(&before.set);
        }
        book.insert(id, taken);
    }
    managers::cap(&mut book);
    Some(book)
}

/// Merges `config` into `live` (`Null` when it is to be created), which is in the request's version and in JSON form.
///
/// The answer is untyped as the configuration is: decode it against the schema before use.
pub fn apply(
    live: &Value,
    config: &Value,
    by: &Writer<'_>,
    kind: &str,
    force: bool,
    versions: &dyn Versions,
) -> Result<Value, ApplyError> {
    check_config(config, by, kind)?;
    let of = versions
        .type_of(by.api_version)
        .ok_or_else(|| ApplyError::Untyped(format!("no corresponding type for {}", by.api_version)))?;
    let book = managers::decode(live)
        .map_err(|source| ApplyError::Untyped(format!("failed to decode managed fields: {source}")))?;
    let bare = without_book(live);
    let book = if book.is_empty() && !live.is_null() {
        let first = Writer { manager: BEFORE_FIRST_APPLY, ..*by };
        updated(&Value::Null, &bare, book, &first, versions).unwrap_or_default()
    } else {
        book
    };
    walk::check(of, config).map_err(|source| {
        ApplyError::Untyped(format!("failed to create typed patch object ({}): {source}", describe(config, by, kind)))
    })?;
    let (merged, mut book) = applied(of, &bare, config, by, book, force, versions)?;
    let id = by.id(true);
    let changed = merged != *bare;
    if let Some(owned) = book.get_mut(&id) {
        managers::strip(owned);
        if changed {
            owned.time = Some(by.time());
        }
        if owned.set.is_empty() {
            book.remove(&id);
        }
    }
    let mut merged = if changed { merged } else { bare.into_owned() };
    managers::encode(&mut merged, &book);
    last_applied::follow(&mut merged, config, by);
    Ok(merged)
}

fn describe(config: &Value, by: &Writer<'_>, kind: &str) -> String {
    let text = |name| config.text(&["metadata", name]).unwrap_or("");
    format!("{}/{}; {}, Kind={kind}", text("namespace"), text("name"), by.api_version)
}

fn check_config(config: &Value, by: &Writer<'_>, kind: &str) -> Result<(), ApplyError> {
    let (version, given) = (config.text(&["apiVersion"]).unwrap_or(""), config.text(&["kind"]).unwrap_or(""));
    if version != by.api_version || given != kind {
        let version = if version.contains('/') { version.to_owned() } else { format!("/{version}") };
        return Err(ApplyError::BadRequest(format!("invalid object type: {version}, Kind={given}")));
    }
    if config.pointer(&["metadata", "managedFields"]).is_some_and(|book| !book.is_null()) {
        return Err(ApplyError::BadRequest("metadata.managedFields must be nil".to_owned()));
    }
    Ok(())
}

fn applied(
    of: &Type,
    live: &Value,
    config: &Value,
    by: &Writer<'_>,
    book: Managers,
    force: bool,
    versions: &dyn Versions,
) -> Result<(Value, Managers), ApplyError> {
    let mut book = reconciled(book, versions);
    let reset = Set::of_names(by.reset);
    let id = by.id(true);
    let merged = walk::merge(of, live, config);
    let set = walk::field_set(of, config, Absent::IsAbsent).recursive_difference(&reset);
    let before = book.remove(&id);
    let time = before.as_ref().and_then(|owned| owned.time.clone());
    book.insert(id.clone(), Owned { set, api_version: by.api_version.into(), time });
    let merged = match before {
        Some(last) if !last.set.is_empty() => prune(merged, &book, &last, by, versions)?,
        _ => merged,
    };
    let change = filtered(walk::compare(of, live, &merged, Absent::IsEmpty), &reset);
    let mut shift = |force: bool| shift_ownership(live, &merged, by, versions, &mut book, &change, Some((&id, force)));
    if let Err(mut conflicts) = shift(force) {
        let allowed = last_applied::allowed(of, live, by);
        conflicts.retain(|(_, path)| !allowed.has(path));
        if !conflicts.is_empty() {
            return Err(conflict::error(&conflicts));
        }
        shift(true).map_err(|conflicts| conflict::error(&conflicts))?;
    }
    Ok((merged, book))
}

fn filtered(change: Comparison, reset: &Set) -> Comparison {
    if reset.is_empty() {
        return change;
    }
    Comparison {
        removed: change.removed.recursive_difference(reset),
        modified: change.modified.recursive_difference(reset),
        added: change.added.recursive_difference(reset),
    }
}

/// Takes from every other manager what this write changed or removed. An apply without force reports instead.
fn shift_ownership(
    live: &Value,
    new: &Value,
    by: &Writer<'_>,
    versions: &dyn Versions,
    book: &mut Managers,
    change: &Comparison,
    applying: Option<(&ManagerId, bool)>,
) -> Result<(), Conflicts> {
    let reset = Set::of_names(by.reset);
    let mut elsewhere: BTreeMap<Text, Comparison> = BTreeMap::new();
    let mut conflicts: Vec<(ManagerId, Set)> = Vec::new();
    let mut gone: Vec<(ManagerId, Set)> = Vec::new();
    let mut unserved: Vec<ManagerId> = Vec::new();
    for (id, owned) in book.iter().filter(|(id, _)| applying.is_none_or(|(own, _)| own != *id)) {
        let change = if owned.api_version == by.api_version {
            change
        } else {
            if !elsewhere.contains_key(&owned.api_version) {
                let other = versions.type_of(&owned.api_version).and_then(|of| {
                    let (live, new) = (converted(live, owned, versions)?, converted(new, owned, versions)?);
                    Some(filtered(walk::compare(of, &live, &new, Absent::IsEmpty), &reset))
                });
                match other {
                    Some(other) => {
                        elsewhere.insert(owned.api_version.clone(), other);
                    }
                    None => {
                        unserved.push(id.clone());
                        continue;
                    }
                }
            }
            match elsewhere.get(&owned.api_version) {
                Some(change) => change,
                None => continue,
            }
        };
        let clash = owned.set.intersection(&change.modified.union(&change.added));
        if !clash.is_empty() {
            conflicts.push((id.clone(), clash));
        }
        if !change.removed.is_empty() {
            gone.push((id.clone(), change.removed.clone()));
        }
    }
    if applying.is_some_and(|(_, force)| !force) && !conflicts.is_empty() {
        return Err(conflicts
            .iter()
            .flat_map(|(id, set)| set.paths().into_iter().map(|path| (id.clone(), path)))
            .collect());
    }
    for id in unserved {
        book.remove(&id);
    }
    for (id, set) in conflicts.into_iter().chain(gone) {
        if let Some(owned) = book.get_mut(&id) {
            owned.set = owned.set.difference(&set);
        }
    }
    book.retain(|_, owned| !owned.set.is_empty());
    Ok(())
}

fn converted(object: &Value, owned: &Owned, versions: &dyn Versions) -> Option<Value> {
    if object.is_null() { Some(Value::Null) } else { versions.convert(object, &owned.api_version).ok() }
}

/// Sets as today's schema would have written them; managers of versions that are gone drop out.
fn reconciled(book: Managers, versions: &dyn Versions) -> Managers {
    book.into_iter()
        .filter_map(|(id, mut owned)| {
            owned.set = walk::reconciled(versions.type_of(&owned.api_version)?, &owned.set);
            Some((id, owned))
        })
        .collect()
}

/// Removes what the manager applied last time and does not apply now, unless somebody else owns it.
fn prune(
    merged: Value,
    book: &Managers,
    last: &Owned,
    by: &Writer<'_>,
    versions: &dyn Versions,
) -> Result<Value, ApplyError> {
    let Some(of) = versions.type_of(&last.api_version) else { return Ok(merged) };
    let convert = |object: &Value, from: &str, to: &str| -> Result<Value, ApplyError> {
        if from == to {
            return Ok(object.clone());
        }
        versions.convert(object, to).map_err(ApplyError::Untyped)
    };
    let there = convert(&merged, by.api_version, &last.api_version)?;
    let mut pruned = walk::remove(of, &there, &walk::named_as_members(of, &last.set));
    let mut owned_at: BTreeMap<&str, Set> = BTreeMap::new();
    for owned in book.values() {
        let set = owned_at.entry(owned.api_version.as_str()).or_default();
        *set = set.union(&owned.set);
    }
    // The version of the pruned object first: a field that conversion needs must be back before converting.
    let mut order: Vec<&str> = owned_at.keys().copied().collect();
    order.sort_by_key(|version| *version != last.api_version.as_str());
    let (mut whole, mut at) = (there.clone(), last.api_version.to_string());
    for version in order {
        let (Some(of), Some(owned)) = (versions.type_of(version), owned_at.get(version)) else { continue };
        whole = convert(&whole, &at, version)?;
        pruned = convert(&pruned, &at, version)?;
        at = version.to_owned();
        let named = |set: &Set| walk::named_as_members(of, set);
        let all = named(&walk::field_set(of, &whole, Absent::IsAbsent));
        let left = named(&walk::field_set(of, &pruned, Absent::IsAbsent));
        pruned = walk::remove(of, &whole, &all.difference(&left.union(&named(owned))));
    }
    // What this manager never applied was only lost because its container went: it comes back.
    let pruned = convert(&pruned, &at, &last.api_version)?;
    let named = |set: &Set| walk::named_as_members(of, set);
    let left = named(&walk::field_set(of, &pruned, Absent::IsAbsent));
    let all = named(&walk::field_set(of, &there, Absent::IsAbsent));
    let gone = all.difference(&left).intersection(&named(&last.set));
    convert(&walk::remove(of, &there, &gone), &last.api_version, by.api_version)
}
