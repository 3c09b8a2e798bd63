//! Schemas of custom resources: read from a CustomResourceDefinition, checked for being structural, turned into a
//! run-time [`crate::schema::Type`], and used to default and to validate objects.
//!
//! Pruning is the codec's: it drops what the type does not know. CEL rules are found here and evaluated by the
//! apiserver.
//!
//! As upstream: apiextensions-apiserver/pkg/apiserver/schema and kube-openapi/pkg/validation.

mod build;
mod check;
mod defaults;
mod formats;
mod lists;
mod rules;
mod structural;
mod validate;

pub use check::check;
pub use rules::{Rule, RuleAt, rules};
pub use structural::{Additional, Bounds, Kind, Structural};

use crate::field::ErrorList;
use crate::schema::TypeRef;
use crate::value::Value;

/// The schema of one served version.
#[derive(Debug)]
pub struct Schema {
    pub root: Structural,
    /// For codecs, merging and pruning.
    pub ty: TypeRef,
}

impl Schema {
    /// Reads `openAPIV3Schema`; `preserve` is the definition's `preserveUnknownFields`. The definition was checked when
    /// it was written (`check`), so what cannot be read is left out.
    pub fn new(kind: &str, schema: Option<&Value>, preserve: bool) -> Schema {
        let mut root = schema.map(Structural::read).unwrap_or_default();
        if schema.is_none() || preserve {
            root.preserve = true;
        }
        let ty = build::root(kind, &root);
        Schema { root, ty }
    }

    /// Fills what the schema has defaults for.
    pub fn default(&self, object: &mut Value) {
        defaults::drop_nulls(object, &self.root);
        defaults::apply(object, &self.root);
    }

    /// Every fault of a new object, but for its metadata and its CEL rules.
    pub fn validate(&self, object: &Value) -> ErrorList {
        let mut faults = validate::object(object, None, &self.root);
        faults.extend(lists::check(object, &self.root));
        faults
    }

    /// As `validate`, but what did not change is not looked at: a rule that became stricter does not stop other writes.
    pub fn validate_update(&self, object: &Value, old: &Value) -> ErrorList {
        let mut faults = validate::object(object, Some(old), &self.root);
        let before = lists::check(old, &self.root);
        faults.extend(lists::check(object, &self.root).into_iter().filter(|fault| !before.contains(fault)));
        faults
    }
}

#[cfg(test)]
mod tests;
