//! Delete: at once, after a grace period, or when the last finalizer is gone.
//!
//! As upstream: store.go Delete and registry/rest/delete.go. What happens to dependents is written into finalizers for
//! the garbage collector.

use jiff::{Timestamp, ToSpan};
use kube_api::value::Value;
use kube_kinds::hooks::{Dependents, Grace};

use super::context::Ctx;
use super::extras;
use super::prepare::time;
use super::storage::{Current, Wrote, set_version};
use crate::admission::{Operation, Verb};
use crate::catalog::Store;
use crate::status::{ApiError, Result, quoted};

const ORPHAN: &str = "orphan";
const FOREGROUND: &str = "foregroundDeletion";

#[derive(Clone, Debug, Default)]
pub(crate) struct DeleteOptions {
    pub dry_run: bool,
    pub grace_period_seconds: Option<i64>,
    pub orphan_dependents: Option<bool>,
    pub propagation_policy: Option<String>,
    pub uid: Option<String>,
    pub resource_version: Option<String>,
}

pub(crate) struct Deleted {
    pub object: Value,
    /// False when it only was marked.
    pub gone: bool,
}

/// What is to be done with one state of an object.
enum Plan {
    Remove,
    Mark(Value),
    /// Marked and, as nothing holds it, removed.
    MarkAndRemove(Value),
    /// Its deletion is under way already.
    Nothing,
}

pub(crate) async fn delete(ctx: &Ctx, name: &str, options: &DeleteOptions) -> Result<Deleted> {
    let store = ctx.store()?.clone();
    let server = &ctx.server;
    let key = store.key(&ctx.info.namespace, name);
    let missing = || ApiError::not_found(ctx.served.named(), name);
    // The cache may be behind a creation, so absence is asked of the store.
    let mut current = match server.cached(&store, &key)? {
        Some(current) => current,
        None => server.fetch(&store, &key).await?.ok_or_else(missing)?,
    };
    loop {
        let planned = attempt(ctx, &store, &current, options).await;
        let plan = match planned {
            Ok(plan) => plan,
            Err(_) if !current.fresh => {
                current = server.fetch(&store, &key).await?.ok_or_else(missing)?;
                continue;
            }
            Err(err) => return Err(err),
        };
        let wrote = match plan {
            Plan::Nothing => return Ok(Deleted { object: current.object, gone: false }),
            Plan::Remove | Plan::MarkAndRemove(_) if options.dry_run => {
                return Ok(Deleted { object: current.object, gone: true });
            }
            Plan::Mark(object) if options.dry_run => return Ok(Deleted { object, gone: false }),
            Plan::Remove => match server.erase(&store, &key, current.revision).await? {
                Wrote::Done(revision) => return Ok(finished(ctx, current.object, revision).await),
                lost => lost,
            },
            Plan::MarkAndRemove(object) => match server.erase(&store, &key, current.revision).await? {
                Wrote::Done(revision) => return Ok(finished(ctx, object, revision).await),
                lost => lost,
            },
            Plan::Mark(mut object) => {
                match server.write(&store, &key, current.revision, &object, current.lease).await? {
                    Wrote::Done(revision) => {
                        set_version(&mut object, revision);
                        return Ok(Deleted { object, gone: false });
                    }
                    lost => lost,
                }
            }
        };
        let Wrote::Lost(now) = wrote else { continue };
        current = now.ok_or_else(missing)?;
    }
}

async fn finished(ctx: &Ctx, mut object: Value, revision: i64) -> Deleted {
    set_version(&mut object, revision);
    extras::deleted(ctx, &object).await;
    Deleted { object, gone: true }
}

async fn attempt(ctx: &Ctx, store: &Store, current: &Current, options: &DeleteOptions) -> Result<Plan> {
    let mut operation = Operation::new(ctx, Verb::Delete, options.dry_run);
    ctx.server.admission.admit(&mut operation, None, Some(&current.object)).await?;
    ctx.server.admission.validate(&mut operation, None, Some(&current.object)).await?;
    check_preconditions(store, &current.object, options)?;
    if let Some(marked) = extras::before_delete(ctx, &current.object)? {
        return Ok(if marked == current.object { Plan::Nothing } else { Plan::Mark(marked) });
    }
    Ok(plan(store, &current.object, options, ctx.now()))
}

fn check_preconditions(store: &Store, object: &Value, options: &DeleteOptions) -> Result<()> {
    let checks = [
        ("UID", "uid", &options.uid, "The object might have been deleted and then recreated"),
        ("ResourceVersion", "resourceVersion", &options.resource_version, "The object might have been modified"),
    ];
    let name = object.text(&["metadata", "name"]).unwrap_or_default();
    for (word, field, wanted, guess) in checks {
        let found = object.text(&["metadata", field]).unwrap_or_default();
        if let Some(wanted) = wanted.as_deref().filter(|wanted| *wanted != found) {
            return Err(ApiError::conflict(
                store.named_kind(),
                name,
                format_args!(
                    "the {word} in the precondition ({wanted}) does not match the {word} in record ({found}). {guess}"
                ),
            ));
        }
    }
    Ok(())
}

fn plan(store: &Store, object: &Value, options: &DeleteOptions, now: Timestamp) -> Plan {
    let mut marked = object.clone();
    // As upstream: what is negative means one second.
    let asked = options.grace_period_seconds.map(|seconds| if seconds < 0 { 1 } else { seconds });
    let mut graceful = None;
    if let Some(grace) = store.hooks.strategy.grace {
        if object.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            match (object.int(&["metadata", "deletionGracePeriodSeconds"]).unwrap_or(0), asked) {
                (0, _) => {}
                (running, Some(asked)) if asked < running => graceful = Some(shorten(&mut marked, running, asked, now)),
                _ => return Plan::Nothing,
            }
        } else if let Grace::Seconds(seconds) = grace(object, asked) {
            mark(&mut marked, now.checked_add(seconds.seconds()).unwrap_or(now), seconds);
            raise_generation(&mut marked);
            graceful = Some(seconds);
        }
    }
    let finalizers = finalizers(store, object, options);
    let pending = !finalizers.is_empty();
    if pending || marked.pointer(&["metadata", "finalizers"]).is_some() {
        marked.set_pointer(&["metadata", "finalizers"], finalizers.into_iter().collect::<Value>());
    }
    match graceful {
        Some(seconds) if pending || seconds > 0 => Plan::Mark(marked),
        Some(_) => Plan::MarkAndRemove(marked),
        None if pending => {
            if object.pointer(&["metadata", "deletionTimestamp"]).is_none() {
                raise_generation(&mut marked);
            }
            let later = object
                .text(&["metadata", "deletionTimestamp"])
                .and_then(|at| at.parse::<Timestamp>().ok())
                .is_none_or(|at| at > now);
            if later {
                marked.set_pointer(&["metadata", "deletionTimestamp"], time(now));
            }
            marked.set_pointer(&["metadata", "deletionGracePeriodSeconds"], 0i64);
            if marked == *object { Plan::Nothing } else { Plan::Mark(marked) }
        }
        None => Plan::Remove,
    }
}

fn mark(object: &mut Value, at: Timestamp, seconds: i64) {
    object.set_pointer(&["metadata", "deletionTimestamp"], time(at));
    object.set_pointer(&["metadata", "deletionGracePeriodSeconds"], seconds);
}

/// A running deletion may only be made shorter, and never ends in the past.
fn shorten(object: &mut Value, running: i64, asked: i64, now: Timestamp) -> i64 {
    let at = object.text(&["metadata", "deletionTimestamp"]).and_then(|at| at.parse::<Timestamp>().ok()).unwrap_or(now);
    let moved = at.checked_add((asked - running).seconds()).unwrap_or(now);
    let (at, seconds) = if moved < now { (now, if asked == 0 { 0 } else { 1 }) } else { (moved, asked) };
    mark(object, at, seconds);
    seconds
}

fn raise_generation(object: &mut Value) {
    if let Some(generation) = object.int(&["metadata", "generation"]).filter(|generation| *generation > 0) {
        object.set_pointer(&["metadata", "generation"], generation + 1);
    }
}

/// The object's finalizers with those of the garbage collector as the deletion asks for them.
fn finalizers(store: &Store, object: &Value, options: &DeleteOptions) -> Vec<String> {
    let own: Vec<&str> = object.items(&["metadata", "finalizers"]).iter().filter_map(Value::as_str).collect();
    let policy = options.propagation_policy.as_deref();
    let by_default = store.hooks.strategy.dependents == Dependents::Orphan;
    let orphan = match (options.orphan_dependents, policy) {
        (Some(orphan), _) => orphan,
        (None, Some(policy)) => policy == "Orphan",
        (None, None) if own.contains(&ORPHAN) => true,
        (None, None) if own.contains(&FOREGROUND) => false,
        (None, None) => by_default,
    };
    let foreground = match (options.orphan_dependents, policy) {
        (Some(_), _) => false,
        (None, Some(policy)) => policy == "Foreground",
        (None, None) => !own.contains(&ORPHAN) && own.contains(&FOREGROUND),
    };
    let kept = own.into_iter().filter(|name| *name != ORPHAN && *name != FOREGROUND).map(str::to_owned);
    let added =
        [(orphan, ORPHAN), (foreground, FOREGROUND)].into_iter().filter(|(on, _)| *on).map(|(_, name)| name.to_owned());
    kept.chain(added).collect()
}

impl DeleteOptions {
    /// From a request's body (already decoded) or its query; the body wins.
    pub(crate) fn read(body: Option<&Value>, query: &crate::http::query::Query) -> Result<Self> {
        let mut options = Self::default();
        let mut dry_run: Vec<String> = Vec::new();
        match body {
            Some(body) => {
                options.grace_period_seconds = body.int(&["gracePeriodSeconds"]);
                options.orphan_dependents = body.pointer(&["orphanDependents"]).and_then(Value::as_bool);
                options.propagation_policy = body.text(&["propagationPolicy"]).map(str::to_owned);
                options.uid = body.text(&["preconditions", "uid"]).map(str::to_owned);
                options.resource_version = body.text(&["preconditions", "resourceVersion"]).map(str::to_owned);
                dry_run.extend(body.items(&["dryRun"]).iter().filter_map(Value::as_str).map(str::to_owned));
            }
            None => {
                options.grace_period_seconds = query.integer("gracePeriodSeconds")?;
                options.orphan_dependents = query.optional_flag("orphanDependents");
                options.propagation_policy =
                    query.get("propagationPolicy").filter(|text| !text.is_empty()).map(str::to_owned);
                dry_run.extend(query.all("dryRun").map(str::to_owned));
            }
        }
        options.check(&dry_run)?;
        Ok(options)
    }

    /// As upstream: apimachinery/pkg/apis/meta/v1/validation, ValidateDeleteOptions.
    fn check(&mut self, dry_run: &[String]) -> Result<()> {
        let mut faults = Vec::new();
        if self.orphan_dependents.is_some() && self.propagation_policy.is_some() {
            let text = "Invalid value: orphanDependents and deletionPropagation cannot be both set";
            faults.push(("propagationPolicy", "FieldValueInvalid", text.to_owned()));
        }
        if let Some(policy) = self.propagation_policy.as_deref()
            && !matches!(policy, "Foreground" | "Background" | "Orphan")
        {
            let text = format!(
                "Unsupported value: {}: supported values: \"Background\", \"Foreground\", \"Orphan\", \"nil\"",
                quoted(policy)
            );
            faults.push(("propagationPolicy", "FieldValueNotSupported", text));
        }
        for value in dry_run {
            match value.as_str() {
                "All" => self.dry_run = true,
                "" => {}
                other => {
                    let text = format!("Unsupported value: {}: supported values: \"All\"", quoted(other));
                    faults.push(("dryRun", "FieldValueNotSupported", text));
                }
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(crate::http::query::invalid_options("DeleteOptions", faults)) }
    }
}
