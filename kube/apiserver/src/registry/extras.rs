//! What writing a few kinds needs beside their hooks, because it needs the cluster: allocations that must be made
//! before an object is stored and taken back when it is not, deletions in stages, and permissions beyond the verb.
//!
//! The generic path calls these by the row at hand; which row needs what stands in `TABLE`, and nowhere else.

use async_trait::async_trait;
use kube_api::value::Value;
use kube_kinds::hooks::Change;

use super::context::Ctx;
use crate::authz::escalation;
use crate::owned;
use crate::status::Result;

/// Something that was taken for an object that is about to be stored; given back when dropped before `keep`.
pub(crate) struct Reservation(Option<Box<dyn Hold>>);

pub(crate) trait Hold: Send + Sync {
    fn keep(self: Box<Self>);
    fn give_back(&mut self);
}

/// What one kind needs.
#[async_trait]
pub(crate) trait Extra: Send + Sync {
    /// Before an object is stored: may change it, and may hold something for it.
    async fn begin(
        &self,
        _: &Ctx,
        _old: Option<&Value>,
        _new: &mut Value,
        _dry_run: bool,
    ) -> Result<Option<Box<dyn Hold>>> {
        Ok(None)
    }

    /// Instead of an ordinary deletion: the object as it is to be marked.
    fn before_delete(&self, _: &Ctx, _: &Value) -> Result<Option<Value>> {
        Ok(None)
    }

    /// Whether an object without finalizers may go now.
    fn may_finish(&self, _: &Value) -> bool {
        true
    }

    /// After an object is gone.
    async fn deleted(&self, _: &Ctx, _: &Value) {}
}

struct Row {
    group: &'static str,
    plural: &'static str,
    extra: &'static dyn Extra,
}

static TABLE: &[Row] = &[
    Row { group: "", plural: "services", extra: &owned::services::Services },
    Row { group: "", plural: "namespaces", extra: &owned::namespaces::Namespaces },
    Row { group: "apiextensions.k8s.io", plural: "customresourcedefinitions", extra: &crate::crd::Definitions },
];

impl Reservation {
    pub(crate) fn none() -> Self {
        Self(None)
    }

    pub(crate) fn keep(mut self) {
        if let Some(hold) = self.0.take() {
            hold.keep();
        }
    }
}

impl Drop for Reservation {
    fn drop(&mut self) {
        if let Some(hold) = &mut self.0 {
            hold.give_back();
        }
    }
}

fn find(ctx: &Ctx) -> Option<&'static dyn Extra> {
    let store = ctx.served.store.as_ref()?;
    TABLE.iter().find(|row| row.group == store.group && row.plural == store.plural).map(|row| row.extra)
}

pub(crate) async fn begin(ctx: &Ctx, old: Option<&Value>, new: &mut Value, dry_run: bool) -> Result<Reservation> {
    match find(ctx) {
        Some(extra) => extra.begin(ctx, old, new, dry_run).await.map(Reservation),
        None => Ok(Reservation::none()),
    }
}

pub(crate) fn before_delete(ctx: &Ctx, object: &Value) -> Result<Option<Value>> {
    find(ctx).map_or(Ok(None), |extra| extra.before_delete(ctx, object))
}

pub(crate) fn may_finish(ctx: &Ctx, object: &Value) -> bool {
    find(ctx).is_none_or(|extra| extra.may_finish(object))
}

pub(crate) async fn deleted(ctx: &Ctx, object: &Value) {
    if let Some(extra) = find(ctx) {
        extra.deleted(ctx, object).await;
    }
}

/// Asks for the permissions that this write needs beyond its verb.
pub(crate) fn authorise(ctx: &Ctx, verb: &str, new: &Value, old: Option<&Value>) -> Result<()> {
    let Some(store) = &ctx.served.store else { return Ok(()) };
    let user = ctx.requester();
    let change =
        Change { verb, subresource: &ctx.info.subresource, namespace: &ctx.info.namespace, new, old, user: &user };
    for wanted in (store.hooks.authorise_extra)(&change) {
        escalation::check(&ctx.server.authorizer, &ctx.user, &ctx.served, new, wanted)?;
    }
    Ok(())
}
