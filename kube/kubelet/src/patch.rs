//! What a strategic merge patch of a status has to say so that the API shows what this node knows. Pure.
//!
//! - A field that is the same is left out; a text that is empty now is taken back by name.
//! - Conditions are merged by type: those of others are never named.

use kube_api::value::Value;

/// How the fields of one kind of status are treated.
pub(crate) struct Rules {
    /// Texts that must be taken back by name when they are empty now.
    pub(crate) cleared: &'static [&'static str],
    /// Lists that the server would merge by a key, and that are ours as a whole.
    pub(crate) replaced: &'static [&'static str],
    /// Fields that others write.
    pub(crate) foreign: &'static [&'static str],
}

/// The changes, or `None` when there are none.
pub(crate) fn changes(have: &Value, want: &Value, rules: &Rules) -> Option<Value> {
    let mut changes = Value::Object(Default::default());
    let mut differs = false;
    for (key, value) in want.as_object().into_iter().flat_map(|fields| fields.iter()) {
        let name = key.as_str();
        let old = have.get(name);
        if rules.foreign.contains(&name) {
            continue;
        }
        if name == "conditions" {
            let fresh: Vec<Value> =
                value.items(&[]).iter().filter(|condition| !is_known(condition, old)).cloned().collect();
            if !fresh.is_empty() {
                differs = true;
                changes.set(name, Value::from_iter(fresh));
            }
        } else if old != Some(value) && !(old.is_none() && value.is_zero()) {
            differs = true;
            let mut value = value.clone();
            if rules.replaced.contains(&name)
                && let Some(list) = value.as_list_mut()
            {
                list.push(Value::Object([("$patch", "replace")].into_iter().collect()));
            }
            changes.set(name, value);
        }
    }
    for name in rules.cleared {
        let is_set = |status: &Value| status.text(&[name]).is_some_and(|text| !text.is_empty());
        if is_set(have) && !is_set(want) {
            differs = true;
            changes.set(*name, Value::Null);
        }
    }
    differs.then_some(changes)
}

fn is_known(condition: &Value, old: Option<&Value>) -> bool {
    old.is_some_and(|old| old.items(&[]).contains(condition))
}
