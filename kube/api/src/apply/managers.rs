//! `metadata.managedFields`: reading it into sets by manager, and writing it back.
//!
//! As upstream: apimachinery/pkg/util/managedfields/internal (managedfields.go, capmanagers.go, stripmeta.go).

use std::collections::BTreeMap;

use super::set::Set;
use super::text::{self, BadSet};
use crate::value::{Text, Value};

/// Who wrote fields, and how. Two entries of `managedFields` never share one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagerId {
    pub name: Text,
    /// By server-side apply; then the version is no part of the identity.
    pub applied: bool,
    pub api_version: Text,
    pub subresource: Text,
}

/// What one manager owns.
#[derive(Clone, Debug, PartialEq)]
pub struct Owned {
    pub set: Set,
    pub api_version: Text,
    /// As RFC 3339; of the last write that changed something.
    pub time: Option<Text>,
}

/// All managers of an object.
pub type Managers = BTreeMap<ManagerId, Owned>;

/// Update managers kept apart; the oldest of more are merged.
const UPDATERS_MAX: usize = 10;

/// An object's `managedFields` that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadManagers {
    #[error("operation must be `Apply` or `Update`")]
    Operation,
    #[error("apiVersion must not be empty")]
    ApiVersion,
    #[error("missing fieldsType in managed fields entry {0}")]
    NoFieldsType(usize),
    #[error("invalid fieldsType {1:?} in managed fields entry {0}")]
    FieldsType(usize, String),
    #[error("error decoding set")]
    Set(#[from] BadSet),
}

/// The entries of `metadata.managedFields`.
pub fn decode(object: &Value) -> Result<Managers, BadManagers> {
    let mut managers = Managers::new();
    for (at, entry) in object.items(&["metadata", "managedFields"]).iter().enumerate() {
        let field = |name: &str| Text::from(entry.text(&[name]).unwrap_or(""));
        let applied = match field("operation").as_str() {
            "Apply" => true,
            "Update" => false,
            _ => return Err(BadManagers::Operation),
        };
        let api_version = field("apiVersion");
        if api_version.is_empty() {
            return Err(BadManagers::ApiVersion);
        }
        match field("fieldsType").as_str() {
            "FieldsV1" => {}
            "" => return Err(BadManagers::NoFieldsType(at)),
            other => return Err(BadManagers::FieldsType(at, other.to_owned())),
        }
        let set = match entry.get("fieldsV1") {
            Some(Value::Bytes(bytes)) => text::read(bytes)?,
            Some(Value::Object(fields)) => text::read_tree(fields)?,
            _ => Set::new(),
        };
        let id = ManagerId {
            name: field("manager"),
            applied,
            api_version: if applied { Text::default() } else { api_version.clone() },
            subresource: field("subresource"),
        };
        managers.insert(id, Owned { set, api_version, time: entry.text(&["time"]).map(Text::from) });
    }
    Ok(managers)
}

/// Writes the managers into `metadata.managedFields`; none leave no field behind.
pub fn encode(object: &mut Value, managers: &Managers) {
    if managers.is_empty() {
        object.remove_pointer(&["metadata", "managedFields"]);
        return;
    }
    let mut sorted: Vec<(&ManagerId, &Owned)> = managers.iter().collect();
    // Times are texts of one form and sort as what they say.
    sorted.sort_by(|(a, x), (b, y)| {
        let key = |id: &ManagerId, owned: &Owned| (!id.applied, owned.time.clone());
        key(a, x)
            .cmp(&key(b, y))
            .then_with(|| a.name.cmp(&b.name))
            .then_with(|| x.api_version.cmp(&y.api_version))
            .then_with(|| a.subresource.cmp(&b.subresource))
    });
    let entries: Value = sorted.into_iter().map(|(id, owned)| entry(id, owned)).collect();
    object.set_pointer(&["metadata", "managedFields"], entries);
}

fn entry(id: &ManagerId, owned: &Owned) -> Value {
    let mut entry = crate::value!({
        "operation": (if id.applied { "Apply" } else { "Update" }),
        "apiVersion": (owned.api_version.clone()),
        "fieldsType": "FieldsV1",
    });
    entry.set("fieldsV1", Value::Bytes(text::write(&owned.set).into()));
    if !id.name.is_empty() {
        entry.set("manager", id.name.clone());
    }
    if !id.subresource.is_empty() {
        entry.set("subresource", id.subresource.clone());
    }
    if let Some(time) = &owned.time {
        entry.set("time", time.clone());
    }
    entry
}

/// Whether the client asks for a fresh start: an empty list, or a list with one empty entry.
pub(super) fn is_reset(object: &Value) -> bool {
    match object.pointer(&["metadata", "managedFields"]).and_then(Value::as_list) {
        Some([]) => true,
        Some([one]) => one.as_object().is_none_or(crate::value::Object::is_empty),
        _ => false,
    }
}

/// Fields that nobody owns: they are the server's, or say which object this is.
pub(super) fn strip(owned: &mut Owned) {
    let nobodys = Set::of_names(&[
        &["apiVersion"],
        &["kind"],
        &["metadata"],
        &["metadata", "name"],
        &["metadata", "namespace"],
        &["metadata", "creationTimestamp"],
        &["metadata", "selfLink"],
        &["metadata", "uid"],
        &["metadata", "clusterName"],
        &["metadata", "generation"],
        &["metadata", "managedFields"],
        &["metadata", "resourceVersion"],
    ]);
    owned.set = owned.set.difference(&nobodys);
}

/// Merges the oldest update managers of one version until no more than the permitted number are left.
pub(super) fn cap(managers: &mut Managers) {
    let mut updaters: Vec<ManagerId> = managers.keys().filter(|id| !id.applied).cloned().collect();
    if updaters.len() <= UPDATERS_MAX {
        return;
    }
    updaters.sort_by(|a, b| {
        let time = |id: &ManagerId| managers.get(id).and_then(|owned| owned.time.clone());
        time(a).cmp(&time(b)).then_with(|| a.cmp(b))
    });
    let mut left = updaters.len();
    let mut first_of: BTreeMap<Text, ManagerId> = BTreeMap::new();
    for id in updaters {
        if left <= UPDATERS_MAX {
            return;
        }
        let Some(owned) = managers.get(&id).cloned() else { continue };
        let Some(first) = first_of.get(&owned.api_version) else {
            first_of.insert(owned.api_version, id);
            continue;
        };
        let bucket = ManagerId {
            name: "ancient-changes".into(),
            applied: false,
            api_version: owned.api_version.clone(),
            subresource: Text::default(),
        };
        if !managers.contains_key(&bucket)
            && let Some(moved) = managers.remove(first)
        {
            managers.insert(bucket.clone(), moved);
        }
        managers.remove(&id);
        if let Some(into) = managers.get_mut(&bucket) {
            into.set = into.set.union(&owned.set);
            into.time = owned.time;
        }
        left -= 1;
    }
}
