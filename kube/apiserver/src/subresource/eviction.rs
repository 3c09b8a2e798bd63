//! Eviction: a deletion that asks the pod's disruption budget first.
//!
//! As upstream: pkg/registry/core/pod/storage/eviction.go.

use async_trait::async_trait;
use http::Response;
use kube_api::selectors::LabelSelector;
use kube_api::value;
use kube_api::value::Value;

use super::binding::set_condition;
use super::own_body;
use crate::admission::look_all;
use crate::http::body::Body;
use crate::http::call::{Call, respond};
use crate::http::negotiate::Offers;
use crate::http::query::Query;
use crate::owned::WRITE;
use crate::registry::storage::Wrote;
use crate::registry::{Ctx, DeleteOptions, Part, Transform, delete, time, update};
use crate::render::created;
use crate::status::{ApiError, Cause, Result};

/// As upstream: pods of a budget that were let go and are not gone yet.
const DISRUPTED_MAX: usize = 2000;
const TRIES: usize = 20;

pub(super) async fn answer(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let answer = call.answer(Offers::PLAIN)?;
    let (eviction, own) = own_body(call, ctx, "eviction").await?;
    if eviction.text(&["metadata", "name"]) != Some(&ctx.info.name) {
        return Err(ApiError::bad_request("name in URL does not match name in Eviction object"));
    }
    let mut options =
        DeleteOptions::read(eviction.get("deleteOptions").filter(|own| !own.is_null()), &Query::default())?;
    options.dry_run |= own.dry_run;
    let pod = pod(ctx).await?;
    let ended = matches!(pod.text(&["status", "phase"]), Some("Succeeded" | "Failed"))
        || pod.pointer(&["metadata", "deletionTimestamp"]).is_some();
    let pending = pod.text(&["status", "phase"]).unwrap_or("Pending") == "Pending";
    let given = options.resource_version.is_some();
    if ended || pending {
        if !ended && !given {
            options.resource_version = pod.text(&["metadata", "resourceVersion"]).map(str::to_owned);
        }
        remove(ctx, &options).await?;
        return Ok(respond(201, created(answer)));
    }
    if let Some(budget) = budget_of(ctx, &pod)? {
        let unhealthy_passes = !is_ready(&pod)
            && (budget.text(&["spec", "unhealthyPodEvictionPolicy"]) == Some("AlwaysAllow") || {
                let number = |name: &str| budget.int(&["status", name]).unwrap_or(0);
                number("currentHealthy") >= number("desiredHealthy") && number("desiredHealthy") > 0
            });
        if unhealthy_passes {
            options.resource_version = pod.text(&["metadata", "resourceVersion"]).map(str::to_owned);
        } else {
            spend(ctx, &budget, options.dry_run).await?;
        }
        let removed = remove(ctx, &options).await;
        if let Err(err) = &removed
            && err.is_conflict()
            && unhealthy_passes
            && !given
        {
            return Err(processing(budget.text(&["metadata", "name"]).unwrap_or_default()));
        }
        removed?;
        return Ok(respond(201, created(answer)));
    }
    remove(ctx, &options).await?;
    Ok(respond(201, created(answer)))
}

async fn pod(ctx: &Ctx) -> Result<Value> {
    let found = crate::registry::get(ctx, &ctx.info.name, None).await?;
    ctx.store()?.cache.format.decode(&found.body).map_err(ApiError::internal)
}

fn is_ready(pod: &Value) -> bool {
    pod.items(&["status", "conditions"])
        .iter()
        .any(|condition| condition.text(&["type"]) == Some("Ready") && condition.text(&["status"]) == Some("True"))
}

fn budget_of(ctx: &Ctx, pod: &Value) -> Result<Option<Value>> {
    let labels = pod.pointer(&["metadata", "labels"]);
    let label = |key: &str| labels.and_then(|labels| labels.get(key)).and_then(Value::as_str);
    let mut found = Vec::new();
    for budget in look_all(&ctx.server, "policy", "poddisruptionbudgets", &ctx.info.namespace)? {
        let Some(selector) = budget.pointer(&["spec", "selector"]).filter(|own| !own.is_null()) else { continue };
        let selector = LabelSelector::of_value(Some(selector)).map_err(ApiError::internal)?;
        if selector.matches(label) {
            found.push(budget);
        }
    }
    if found.len() > 1 {
        let text = "This pod has more than one PodDisruptionBudget, which the eviction subresource does not support.";
        return Err(ApiError::new(500, "", text));
    }
    Ok(found.pop())
}

/// Takes one of the disruptions that the budget allows.
async fn spend(ctx: &Ctx, budget: &Value, dry_run: bool) -> Result<()> {
    let server = &ctx.server;
    let store =
        server.catalog.store("policy", "poddisruptionbudgets").ok_or_else(|| ApiError::internal("no budgets"))?;
    let name = budget.text(&["metadata", "name"]).unwrap_or_default().to_owned();
    let key = store.key(&ctx.info.namespace, &name);
    let mut current = server.cached(&store, &key)?;
    for _ in 0..TRIES {
        let Some(found) = current else { return Ok(()) };
        let next = spent(ctx, &name, &found.object)?;
        if dry_run {
            return Ok(());
        }
        match server.write(&store, &key, found.revision, &next, found.lease).await? {
            Wrote::Done(_) => return Ok(()),
            Wrote::Lost(now) => current = now,
        }
    }
    let text = format!("couldn't update PodDisruptionBudget {} due to conflicts", crate::status::quoted(&name));
    Err(ApiError::timeout(text, 10))
}

fn processing(name: &str) -> ApiError {
    refused(format!("The disruption budget {name} is still being processed by the server."))
}

fn refused(message: String) -> ApiError {
    let mut error =
        ApiError::too_many_requests("Cannot evict pod as it would violate the pod's disruption budget.", 10);
    if let Some(details) = error.0.details.as_mut() {
        details.causes.push(Cause { reason: "DisruptionBudget".into(), message, field: String::new() });
    }
    error
}

fn spent(ctx: &Ctx, name: &str, budget: &Value) -> Result<Value> {
    let number = |name: &str| budget.int(&["status", name]).unwrap_or(0);
    let observed = number("observedGeneration");
    if observed < budget.int(&["metadata", "generation"]).unwrap_or(0) {
        return Err(processing(name));
    }
    let allowed = number("disruptionsAllowed");
    let forbidden = |why: &str| {
        ApiError::forbidden(crate::status::Named { group: "policy", resource: "poddisruptionbudget" }, name, why)
    };
    if allowed < 0 {
        return Err(forbidden("pdb disruptions allowed is negative"));
    }
    let waiting =
        budget.pointer(&["status", "disruptedPods"]).and_then(Value::as_object).map_or(0, |pods| pods.iter().count());
    if waiting > DISRUPTED_MAX {
        return Err(forbidden("DisruptedPods map too big - too many evictions not confirmed by PDB controller"));
    }
    if allowed == 0 {
        let mut message = format!(
            "The disruption budget {name} needs {} healthy pods and has {} currently",
            number("desiredHealthy"),
            number("currentHealthy")
        );
        let failed = budget.items(&["status", "conditions"]).iter().find(|own| {
            own.text(&["type"]) == Some("DisruptionAllowed")
                && own.text(&["status"]) == Some("False")
                && own.text(&["reason"]) == Some("SyncFailed")
        });
        if let Some(failed) = failed {
            message = format!(
                "The disruption budget {name} does not allow evicting pods currently because it failed sync: {}",
                failed.text(&["message"]).unwrap_or_default()
            );
        }
        return Err(refused(message));
    }
    let mut next = budget.clone();
    next.set_pointer(&["status", "disruptionsAllowed"], allowed - 1);
    next.set_pointer(&["status", "disruptedPods", ctx.info.name.as_str()], time(ctx.now()));
    Ok(next)
}

struct Mark {
    options: DeleteOptions,
}

#[async_trait]
impl Transform for Mark {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let pod = current.ok_or_else(|| ApiError::not_found(ctx.served.named(), &ctx.info.name))?;
        for (field, word, wanted, guess) in [
            ("uid", "UID", &self.options.uid, "The object might have been deleted and then recreated"),
            (
                "resourceVersion",
                "ResourceVersion",
                &self.options.resource_version,
                "The object might have been modified",
            ),
        ] {
            let found = pod.text(&["metadata", field]).unwrap_or_default();
            if let Some(wanted) = wanted.as_deref().filter(|wanted| *wanted != found) {
                let what = crate::status::Named { group: "", resource: "Pod" };
                let why = format!(
                    "the {word} in the precondition ({wanted}) does not match the {word} in record ({found}). {guess}"
                );
                return Err(ApiError::conflict(what, &ctx.info.name, why));
            }
        }
        let mut next = pod.clone();
        let condition = value!({
            "type": "DisruptionTarget", "status": "True",
            "reason": "EvictionByEvictionAPI", "message": "Eviction API: evicting"
        });
        set_condition(&mut next, condition, time(ctx.now()));
        Ok(next)
    }
}

async fn remove(ctx: &Ctx, options: &DeleteOptions) -> Result<()> {
    let mut own = ctx.beside(&ctx.served, &ctx.info.namespace, &ctx.info.name);
    own.info.verb = "delete".into();
    let mut options = options.clone();
    if !options.dry_run {
        let status = super::part_of(own.store()?, "status")?;
        let mut mark = Mark { options: options.clone() };
        let marked = update(&own, &ctx.info.name, Part::Sub(status), &mut mark, &WRITE).await?;
        if options.resource_version.is_some() {
            options.resource_version = marked.object.text(&["metadata", "resourceVersion"]).map(str::to_owned);
        }
    }
    delete(&own, &ctx.info.name, &options).await.map(drop)
}
