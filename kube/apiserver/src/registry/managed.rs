//! Who owns which field: calls `kube_api::apply` with what a request knows.

use kube_api::apply::{self, ApplyError, Versions, Writer};
use kube_api::schema::Type;
use kube_api::value::Value;

use super::context::Ctx;
use crate::catalog::{Conversion, Served};
use crate::status::{ApiError, Cause, Details, Result};

/// The versions of the request's resource.
struct Known<'a>(&'a Ctx);

impl Known<'_> {
    fn served(&self, api_version: &str) -> Option<&Served> {
        (self.0.served.api_version() == api_version).then_some(&*self.0.served)
    }
}

impl Versions for Known<'_> {
    fn type_of(&self, api_version: &str) -> Option<&Type> {
        if let Some(served) = self.served(api_version) {
            return Some(&served.schema);
        }
        let store = self.0.served.store.as_ref()?;
        (store.api_version == api_version).then_some(&*store.schema)
    }

    /// From the request's version to the stored one; other pairs do not occur among built-in kinds.
    fn convert(&self, object: &Value, api_version: &str) -> std::result::Result<Value, String> {
        let store = self.0.served.store.as_ref().ok_or("not stored")?;
        if store.api_version != api_version {
            return Err(format!("{api_version} is not known"));
        }
        let mut other = object.clone();
        match &self.0.served.conversion {
            Conversion::Same => {}
            Conversion::Renamed => drop(other.set("apiVersion", api_version)),
            Conversion::BuiltIn(version) => {
                (version.to_storage)(&mut other);
                other.set("apiVersion", api_version);
            }
            Conversion::Custom(custom) => custom.convert_without_asking(&mut other, api_version)?,
        }
        Ok(other)
    }
}

fn writer<'a>(ctx: &'a Ctx, manager: &'a str, api_version: &'a str, reset: &'a [&'a [&'a str]]) -> Writer<'a> {
    Writer { manager, api_version, subresource: &ctx.info.subresource, now: ctx.now(), reset }
}

/// What this endpoint does not write, and nobody who writes here comes to own.
fn reset(ctx: &Ctx) -> &'static [&'static [&'static str]] {
    let Some(store) = &ctx.served.store else { return &[] };
    match ctx.info.subresource.as_str() {
        "" => store.hooks.strategy.reset,
        "status" => &[&["spec"]],
        _ => &[],
    }
}

/// Keeps the book for an object in the stored version that is about to replace another.
pub(crate) fn updated(ctx: &Ctx, old: Option<&Value>, new: &mut Value, named: &str) -> Result<()> {
    let nothing = Value::Null;
    let api_version = ctx.served.api_version();
    let by = writer(ctx, ctx.manager(named), &api_version, reset(ctx));
    match &ctx.served.conversion {
        Conversion::BuiltIn(version) => {
            // The book speaks of the request's version: compare in it.
            let shown = |value: &Value| {
                let mut value = value.clone();
                (version.from_storage)(&mut value);
                value.set("apiVersion", api_version.as_str());
                value
            };
            let mut mine = shown(new);
            let before = old.map_or(Value::Null, shown);
            apply::update(&before, &mut mine, &by, &Known(ctx));
            match mine.remove_pointer(&["metadata", "managedFields"]) {
                Some(book) => new.set_pointer(&["metadata", "managedFields"], book),
                None => drop(new.remove_pointer(&["metadata", "managedFields"])),
            }
        }
        _ => apply::update(old.unwrap_or(&nothing), new, &by, &Known(ctx)),
    }
    Ok(())
}

/// Merges an applied configuration; all objects are in the request's version and in JSON form.
pub(crate) fn applied(ctx: &Ctx, live: Option<&Value>, config: &Value, manager: &str, force: bool) -> Result<Value> {
    let api_version = ctx.served.api_version();
    let by = writer(ctx, manager, &api_version, reset(ctx));
    let nothing = Value::Null;
    apply::apply(live.unwrap_or(&nothing), config, &by, &ctx.served.kind, force, &Known(ctx)).map_err(refused)
}

/// A write that changed nothing but a manager's time changes nothing.
pub(crate) fn settle_times(new: &mut Value, old: &Value) {
    apply::keep_times_if_unchanged(new, old);
}

fn refused(err: ApplyError) -> ApiError {
    match err {
        ApplyError::Conflict { message, causes } => {
            let causes = causes
                .into_iter()
                .map(|cause| Cause {
                    reason: "FieldManagerConflict".into(),
                    message: cause.message,
                    field: cause.field,
                })
                .collect();
            ApiError::new(409, "Conflict", message).with(Details { causes, ..Details::default() })
        }
        ApplyError::BadRequest(text) => ApiError::bad_request(text),
        ApplyError::Untyped(text) => ApiError::new(500, "", text),
    }
}
