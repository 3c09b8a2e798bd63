//! Writing a definition: its deletion in stages, and the permission to store none that would be ignored.
//!
//! As upstream: apiextensions-apiserver/pkg/registry/customresourcedefinition/etcd.go.

use async_trait::async_trait;
use kube_api::value;
use kube_api::value::Value;

use super::follow::set_condition;
use crate::registry::extras::{Extra, Hold};
use crate::registry::{Ctx, time};
use crate::status::Result;

pub(crate) struct Definitions;

pub(super) const CLEANUP: &str = "customresourcecleanup.apiextensions.k8s.io";

#[async_trait]
impl Extra for Definitions {
    /// As upstream: a version that is stored once is remembered until somebody migrates.
    async fn begin(&self, _: &Ctx, old: Option<&Value>, new: &mut Value, _: bool) -> Result<Option<Box<dyn Hold>>> {
        let storage = new.items(&["spec", "versions"]).iter().find(|version| version.flag(&["storage"]));
        let Some(storage) = storage.and_then(|version| version.text(&["name"])).map(str::to_owned) else {
            return Ok(None);
        };
        let known = if old.is_some() { new.items(&["status", "storedVersions"]).to_vec() } else { Vec::new() };
        if !known.iter().any(|own| own.as_str() == Some(&storage)) {
            let mut all = known;
            all.push(Value::from(storage));
            new.set_pointer(&["status", "storedVersions"], all);
        }
        Ok(None)
    }

    fn before_delete(&self, ctx: &Ctx, definition: &Value) -> Result<Option<Value>> {
        if definition.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            return Ok(None);
        }
        let now = time(ctx.now());
        let mut marked = definition.clone();
        marked.set_pointer(&["metadata", "deletionTimestamp"], now.as_str());
        marked.set_pointer(&["metadata", "deletionGracePeriodSeconds"], 0i64);
        let mut finalizers = definition.items(&["metadata", "finalizers"]).to_vec();
        if !finalizers.iter().any(|own| own.as_str() == Some(CLEANUP)) {
            finalizers.push(Value::from(CLEANUP));
            marked.set_pointer(&["metadata", "finalizers"], finalizers);
        }
        let condition = value!({
            "type": "Terminating", "status": "True", "reason": "InstanceDeletionPending",
            "message": "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon"
        });
        set_condition(&mut marked, condition, &now);
        Ok(Some(marked))
    }
}
