//! Update: a transformation of what stands in the store, tried again until nobody else wrote in between.
//!
//! As upstream: store.go Update and etcd3's GuaranteedUpdate. The first try works on the cached object; what fails
//! there is tried once more on the object that the store has.

use async_trait::async_trait;
use kube_api::value::Value;
use kube_kinds::hooks::{Request, Subresource};

use super::context::Ctx;
use super::prepare::{check_custom, metadata_name, refuse, tell_warnings};
use super::storage::{Current, Wrote, set_version};
use super::{create, extras, managed};
use crate::admission::{Operation, Verb};
use crate::http::query::WriteOptions;
use crate::status::{ApiError, Cause, Result};

/// Makes the new object from the current one, both in the stored version. Asked once for each try.
#[async_trait]
pub(crate) trait Transform: Send {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value>;

    /// Whether an object that does not exist is made (server-side apply).
    fn creates(&self) -> bool {
        false
    }

    /// Whether `next` has already said who owns which field.
    fn manages(&self) -> bool {
        false
    }
}

/// Which endpoint of the object is written.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    Whole,
    Sub(&'static Subresource),
}

pub(crate) struct Updated {
    pub object: Value,
    pub created: bool,
}

/// What one try came to.
enum Tried {
    Write {
        object: Value,
        revision: i64,
        reservation: extras::Reservation,
        created: bool,
    },
    Unchanged(Value),
    /// The last finalizer is gone from an object that is being deleted.
    Finished(Value, i64),
}

pub(crate) async fn update(
    ctx: &Ctx,
    name: &str,
    part: Part,
    transform: &mut dyn Transform,
    options: &WriteOptions,
) -> Result<Updated> {
    let store = ctx.store()?.clone();
    let server = &ctx.server;
    let key = store.key(&ctx.info.namespace, name);
    let mut current = match server.cached(&store, &key)? {
        Some(cached) => Some(cached),
        None => server.fetch(&store, &key).await?,
    };
    loop {
        let fresh = current.as_ref().is_none_or(|current| current.fresh);
        let tried = match attempt(ctx, name, part, transform, options, current.as_ref()).await {
            Ok(tried) => tried,
            // The cached object may be outdated: what fails on it is no answer yet.
            Err(_) if !fresh => {
                current = server.fetch(&store, &key).await?;
                continue;
            }
            Err(err) => return Err(err),
        };
        let lost = match tried {
            Tried::Unchanged(_) if !fresh => {
                // Nothing to do may be an outdated view too.
                server.fetch(&store, &key).await?
            }
            Tried::Unchanged(object) => return Ok(Updated { object, created: false }),
            Tried::Finished(object, _) if options.dry_run => return Ok(Updated { object, created: false }),
            Tried::Finished(mut object, revision) => match server.erase(&store, &key, revision).await? {
                Wrote::Done(revision) => {
                    set_version(&mut object, revision);
                    extras::deleted(ctx, &object).await;
                    return Ok(Updated { object, created: false });
                }
                Wrote::Lost(now) => now,
            },
            Tried::Write { object, created, .. } if options.dry_run => return Ok(Updated { object, created }),
            Tried::Write { mut object, revision, reservation, created } => {
                let lease = server.owned.lease_for(server, &store).await?;
                match server.write(&store, &key, revision, &object, lease).await? {
                    Wrote::Done(revision) => {
                        set_version(&mut object, revision);
                        reservation.keep();
                        return Ok(Updated { object, created });
                    }
                    Wrote::Lost(now) => now,
                }
            }
        };
        current = lost;
    }
}

async fn attempt(
    ctx: &Ctx,
    name: &str,
    part: Part,
    transform: &mut dyn Transform,
    options: &WriteOptions,
    current: Option<&Current>,
) -> Result<Tried> {
    let store = ctx.store()?;
    let Some(current) = current else {
        let may_create = store.hooks.strategy.create_on_update || transform.creates();
        if !may_create || matches!(part, Part::Sub(_)) {
            return Err(ApiError::not_found(ctx.served.named(), name));
        }
        return create_by_update(ctx, transform, options).await;
    };
    let old = &current.object;
    let mut new = transform.next(ctx, Some(old)).await?;
    if !transform.manages() {
        managed::updated(ctx, Some(old), &mut new, &options.field_manager)?;
    }
    let mut operation = Operation::new(ctx, Verb::Update, options.dry_run);
    ctx.server.admission.admit(&mut operation, Some(&mut new), Some(old)).await?;
    check_version(ctx, name, &mut new, current)?;
    let requester = ctx.requester();
    let request = Request { now: ctx.now(), user: &requester };
    let reservation = match part {
        Part::Whole => {
            store.hooks.prepare_update(&mut new, old, &request);
            extras::begin(ctx, Some(old), &mut new, options.dry_run).await?
        }
        Part::Sub(sub) => {
            store.hooks.prepare_subresource(sub, &mut new, old, &request);
            extras::Reservation::none()
        }
    };
    // What neither endpoint touches: type meta, and a resource version that is the current one.
    new.set("apiVersion", store.api_version.as_str());
    new.set("kind", store.kind.as_str());
    set_version(&mut new, current.revision);
    let mut faults = match part {
        Part::Whole => store.hooks.check_update(&new, old, store.namespaced),
        Part::Sub(sub) => store.hooks.check_subresource(sub, &new, old, store.namespaced),
    };
    faults.extend(check_custom(ctx, store, &new, Some(old)));
    refuse(store, name, faults)?;
    extras::authorise(ctx, "update", &new, Some(old))?;
    tell_warnings(ctx, store, &new, Some(old));
    managed::settle_times(&mut new, old);
    ctx.server.admission.validate(&mut operation, Some(&mut new), Some(old)).await?;
    if is_finished(&new, old) && extras::may_finish(ctx, &new) {
        return Ok(Tried::Finished(new, current.revision));
    }
    if same(&new, old) {
        return Ok(Tried::Unchanged(new));
    }
    Ok(Tried::Write { object: new, revision: current.revision, reservation, created: false })
}

async fn create_by_update(ctx: &Ctx, transform: &mut dyn Transform, options: &WriteOptions) -> Result<Tried> {
    let mut object = transform.next(ctx, None).await?;
    if object.text(&["metadata", "uid"]).is_some() {
        // As upstream: an update that names a uid means the object that had it.
        let why = "Precondition failed: UID in precondition: , UID in object meta: ";
        return Err(ApiError::conflict(ctx.served.named(), metadata_name(&object), why));
    }
    if !transform.manages() {
        managed::updated(ctx, None, &mut object, &options.field_manager)?;
    }
    let mut operation = Operation::new(ctx, Verb::Create, options.dry_run);
    ctx.server.admission.admit(&mut operation, Some(&mut object), None).await?;
    let reservation = create::ready(ctx, &mut object, &mut operation, options).await?;
    Ok(Tried::Write { object, revision: 0, reservation, created: true })
}

/// Optimistic concurrency: the object says which state it was made from, or the kind allows not to say.
fn check_version(ctx: &Ctx, name: &str, new: &mut Value, current: &Current) -> Result<()> {
    let store = ctx.store()?;
    let given = new.text(&["metadata", "resourceVersion"]).unwrap_or_default().to_owned();
    match given.as_str() {
        "" | "0" if store.hooks.strategy.unconditional_update => {
            set_version(new, current.revision);
            Ok(())
        }
        "" | "0" => {
            let cause = Cause {
                reason: "FieldValueInvalid".into(),
                message: "Invalid value: 0: must be specified for an update".into(),
                field: "metadata.resourceVersion".into(),
            };
            // As upstream: the resource stands where other texts have the kind.
            Err(ApiError::invalid(ctx.served.named(), name, vec![cause]))
        }
        given if given == current.revision.to_string() => Ok(()),
        _ => Err(ApiError::modified(ctx.served.named(), name)),
    }
}

/// As upstream: ShouldDeleteDuringUpdate.
fn is_finished(new: &Value, old: &Value) -> bool {
    new.items(&["metadata", "finalizers"]).is_empty()
        && old.pointer(&["metadata", "deletionTimestamp"]).is_some()
        && old.int(&["metadata", "deletionGracePeriodSeconds"]).unwrap_or(0) == 0
}

/// Whether a write would change nothing.
fn same(new: &Value, old: &Value) -> bool {
    new == old
}
