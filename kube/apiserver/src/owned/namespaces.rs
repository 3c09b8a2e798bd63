//! Namespaces: the first four, and their deletion in stages.
//!
//! As upstream: pkg/registry/core/namespace/storage. A namespace goes when its own finalizers (in `spec`) and those of
//! its metadata are gone; the namespace controller empties it meanwhile.

use std::sync::Arc;

use async_trait::async_trait;
use kube_api::value;
use kube_api::value::Value;

use super::ensure as ensure_object;
use crate::registry::extras::Extra;
use crate::registry::{Ctx, time};
use crate::server::Server;
use crate::status::Result;

const FIRST: [&str; 4] = ["default", "kube-system", "kube-public", "kube-node-lease"];

pub(crate) async fn ensure(server: &Arc<Server>) -> Result<()> {
    for name in FIRST {
        ensure_object(server, value!({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}})).await?;
    }
    Ok(())
}

pub(crate) struct Namespaces;

#[async_trait]
impl Extra for Namespaces {
    async fn begin(
        &self,
        ctx: &Ctx,
        old: Option<&Value>,
        new: &mut Value,
        _: bool,
    ) -> Result<Option<Box<dyn crate::registry::extras::Hold>>> {
        // As upstream: every namespace carries its own name as a label.
        let _ = ctx;
        if let Some(name) = new.text(&["metadata", "name"]).map(str::to_owned) {
            new.set_pointer(&["metadata", "labels", "kubernetes.io/metadata.name"], name);
        }
        if old.is_none() && new.text(&["status", "phase"]).is_none() {
            new.set_pointer(&["status", "phase"], "Active");
        }
        Ok(None)
    }

    fn before_delete(&self, ctx: &Ctx, namespace: &Value) -> Result<Option<Value>> {
        if namespace.items(&["spec", "finalizers"]).is_empty() {
            // Emptied: the ordinary deletion, which waits for other finalizers.
            return Ok(None);
        }
        let mut marked = namespace.clone();
        if namespace.pointer(&["metadata", "deletionTimestamp"]).is_none() {
            marked.set_pointer(&["metadata", "deletionTimestamp"], time(ctx.now()));
        }
        marked.set_pointer(&["status", "phase"], "Terminating");
        Ok(Some(marked))
    }

    fn may_finish(&self, namespace: &Value) -> bool {
        namespace.items(&["spec", "finalizers"]).is_empty()
    }
}
