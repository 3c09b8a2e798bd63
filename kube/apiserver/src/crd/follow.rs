//! Keeps conditions, rows of the catalog and deletion in step with the definitions that the cluster has.
//!
//! Level-triggered: any change of any definition wakes the task, which looks at all of them.
//!
//! As upstream: apiextensions-apiserver/pkg/controller/{status,establish,finalizer}.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use kube_api::value;
use kube_api::value::Value;
use machined_base::Restart;
use parking_lot::Mutex;
use tokio::sync::Notify;

use super::custom::Custom;
use super::definitions::CLEANUP;
use super::rows::rows;
use crate::admission::look_all;
use crate::cache::{Observer, Stored};
use crate::http::query::ListOptions;
use crate::owned::{WRITE, api_services, ctx_for};
use crate::registry::{Ctx, DeleteOptions, Part, Transform, delete_collection, time, update};
use crate::server::Server;
use crate::status::{ApiError, Result};

const GROUP: &str = "apiextensions.k8s.io";
const PLURAL: &str = "customresourcedefinitions";
/// How often all are looked at without a change.
const RESYNC: Duration = Duration::from_secs(300);

struct Wake(Arc<Notify>);

impl Observer for Wake {
    fn changed(&self, _: &str, _: &str, _: Option<&Stored>, _: Option<(&Arc<Stored>, &Value)>) {
        self.0.notify_one();
    }
}

/// Which definitions are served, and what their rows were made of.
type Known = Mutex<HashMap<String, (String, String, String)>>;

/// Starts following.
pub(crate) fn follow(server: &Arc<Server>) {
    let wake = Arc::new(Notify::new());
    if let Some(store) = server.catalog.store(GROUP, PLURAL) {
        store.cache.observe(Arc::new(Wake(wake.clone())));
    }
    let known: Arc<Known> = Arc::default();
    let own = server.clone();
    server.tasks.spawn("custom-resources", Restart::Backoff, move || {
        let (server, wake, known) = (own.clone(), wake.clone(), known.clone());
        async move {
            crate::views::wait_filled_built_in(&server).await;
            loop {
                let again = step(&server, &known).await.map_err(|err| err.to_string())?;
                tokio::select! {
                    // A notification that came before is kept for the next turn.
                    () = wake.notified() => {}
                    () = server.clock.sleep(if again { Duration::from_millis(200) } else { RESYNC }) => {}
                    () = server.shutdown.requested() => return Ok::<(), String>(()),
                }
            }
        }
    });
}

/// One look at all definitions; true when it should be repeated soon.
async fn step(server: &Arc<Server>, known: &Known) -> Result<bool> {
    let definitions = look_all(server, GROUP, PLURAL, "")?;
    let mut again = false;
    let mut changed = false;
    let mut present = Vec::new();
    for definition in &definitions {
        let name = definition.text(&["metadata", "name"]).unwrap_or_default().to_owned();
        present.push(name.clone());
        if let Some(next) = settled(server, definition, &definitions) {
            set_status(server, definition, next).await?;
            again = true;
            continue;
        }
        if is(definition, "Established") {
            changed |= serve(server, known, &name, definition);
        }
        if definition.pointer(&["metadata", "deletionTimestamp"]).is_some() {
            again |= empty(server, definition).await?;
        }
    }
    let gone: Vec<(String, String)> = {
        let mut known = known.lock();
        let names: Vec<String> = known.keys().filter(|name| !present.contains(name)).cloned().collect();
        names.iter().filter_map(|name| known.remove(name)).map(|(group, plural, _)| (group, plural)).collect()
    };
    for (group, plural) in gone {
        server.catalog.set_custom(&group, &plural, Vec::new());
        server.feed.remove(&format!("/registry/{group}/{plural}/"));
        changed = true;
    }
    if changed && server.owned.is_started() {
        // Nothing here depends on them; the repair makes them again.
        if let Err(err) = api_services(server).await {
            tracing::warn!(%err, "APIServices of custom resources not made");
        }
    }
    Ok(again)
}

fn is(definition: &Value, kind: &str) -> bool {
    definition
        .items(&["status", "conditions"])
        .iter()
        .any(|own| own.text(&["type"]) == Some(kind) && own.text(&["status"]) == Some("True"))
}

/// Puts the rows of a definition into the catalog, when they are not there as they are.
fn serve(server: &Arc<Server>, known: &Known, name: &str, definition: &Value) -> bool {
    let custom = Arc::new(Custom::read(definition));
    if known.lock().get(name).is_some_and(|(_, _, made_of)| *made_of == custom.made_of) {
        return false;
    }
    let Some((cache, rows)) = rows(definition, &custom) else { return false };
    let plural = definition.text(&["status", "acceptedNames", "plural"]).unwrap_or_default().to_owned();
    let group = custom.group.clone();
    // The cache first: whoever finds the row finds a cache that is being filled.
    server.feed.add(cache);
    server.catalog.set_custom(&group, &plural, rows);
    known.lock().insert(name.to_owned(), (group, plural, custom.made_of.clone()));
    true
}

/// The status that a definition should have, when it has another.
fn settled(server: &Server, definition: &Value, all: &[Value]) -> Option<Value> {
    let now = time(server.clock.now());
    let mut next = definition.clone();
    let wanted = definition.pointer(&["spec", "names"])?.clone();
    let conflict = conflict(server, definition, all);
    let condition = match &conflict {
        None => {
            next.set_pointer(&["status", "acceptedNames"], wanted);
            value!({"type": "NamesAccepted", "status": "True", "reason": "NoConflicts", "message": "no conflicts found"})
        }
        Some((reason, message)) => {
            value!({"type": "NamesAccepted", "status": "False", "reason": (*reason), "message": (message.as_str())})
        }
    };
    set_condition(&mut next, condition, &now);
    if !is(definition, "Established") {
        let condition = match conflict {
            None => value!({
                "type": "Established", "status": "True", "reason": "InitialNamesAccepted",
                "message": "the initial names have been accepted"
            }),
            Some(_) => value!({
                "type": "Established", "status": "False", "reason": "NotAccepted", "message": "not all names are accepted"
            }),
        };
        set_condition(&mut next, condition, &now);
    }
    (next != *definition).then_some(next)
}

/// Names that another definition or a built-in kind of the group has.
fn conflict(server: &Server, definition: &Value, all: &[Value]) -> Option<(&'static str, String)> {
    let group = definition.text(&["spec", "group"])?;
    let own_name = definition.text(&["metadata", "name"]);
    let name = |object: &Value, at: &str, field: &str| object.text(&[at, at_names(at), field]).map(str::to_owned);
    let mut resources: Vec<String> = Vec::new();
    let mut kinds: Vec<String> = Vec::new();
    for other in all
        .iter()
        .filter(|other| other.text(&["spec", "group"]) == Some(group) && other.text(&["metadata", "name"]) != own_name)
    {
        resources.extend(["plural", "singular"].iter().filter_map(|field| name(other, "status", field)));
        resources.extend(
            other.items(&["status", "acceptedNames", "shortNames"]).iter().filter_map(Value::as_str).map(str::to_owned),
        );
        kinds.extend(["kind", "listKind"].iter().filter_map(|field| name(other, "status", field)));
    }
    for store in server.catalog.stores().iter().filter(|store| store.group == group && store.custom.is_none()) {
        resources.push(store.plural.clone());
        kinds.push(store.kind.clone());
    }
    let taken = |list: &[String], text: &str| list.iter().any(|own| own == text);
    let told = |reason, text: &str| Some((reason, format!("{} is already in use", crate::status::quoted(text))));
    for (field, reason) in [("plural", "PluralConflict"), ("singular", "SingularConflict")] {
        if let Some(text) = name(definition, "spec", field).filter(|text| taken(&resources, text)) {
            return told(reason, &text);
        }
    }
    for text in definition.items(&["spec", "names", "shortNames"]).iter().filter_map(Value::as_str) {
        if taken(&resources, text) {
            return told("ShortNamesConflict", text);
        }
    }
    for (field, reason) in [("kind", "KindConflict"), ("listKind", "ListKindConflict")] {
        if let Some(text) = name(definition, "spec", field).filter(|text| taken(&kinds, text)) {
            return told(reason, &text);
        }
    }
    None
}

fn at_names(at: &str) -> &'static str {
    if at == "spec" { "names" } else { "acceptedNames" }
}

/// Puts a condition in the place of one of its type; its time changes with its status.
pub(super) fn set_condition(definition: &mut Value, mut condition: Value, now: &str) {
    let kind = condition.text(&["type"]).unwrap_or_default().to_owned();
    let mut conditions = definition.items(&["status", "conditions"]).to_vec();
    let found = conditions.iter_mut().find(|own| own.text(&["type"]) == Some(&kind));
    let since = found
        .as_ref()
        .filter(|own| own.text(&["status"]) == condition.text(&["status"]))
        .and_then(|own| own.text(&["lastTransitionTime"]).map(str::to_owned));
    condition.set("lastTransitionTime", since.unwrap_or_else(|| now.to_owned()));
    match found {
        Some(own) => *own = condition,
        None => conditions.push(condition),
    }
    definition.set_pointer(&["status", "conditions"], conditions);
}

struct Status(Value);

#[async_trait]
impl Transform for Status {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let mut next = current.cloned().ok_or_else(|| ApiError::not_found(ctx.served.named(), &ctx.info.name))?;
        next.set("status", self.0.get("status").cloned().unwrap_or_default());
        Ok(next)
    }
}

async fn set_status(server: &Arc<Server>, definition: &Value, next: Value) -> Result<()> {
    let mut ctx = ctx_for(server, definition)?;
    ctx.info.subresource = "status".into();
    let sub = crate::subresource::part_of(ctx.store()?, "status")?;
    let name = ctx.info.name.clone();
    match update(&ctx, &name, Part::Sub(sub), &mut Status(next), &WRITE).await {
        Err(err) if err.is_not_found() || err.is_conflict() => Ok(()),
        other => other.map(drop),
    }
}

struct Unhold;

#[async_trait]
impl Transform for Unhold {
    async fn next(&mut self, ctx: &Ctx, current: Option<&Value>) -> Result<Value> {
        let mut next = current.cloned().ok_or_else(|| ApiError::not_found(ctx.served.named(), &ctx.info.name))?;
        let kept: Vec<Value> = next
            .items(&["metadata", "finalizers"])
            .iter()
            .filter(|own| own.as_str() != Some(CLEANUP))
            .cloned()
            .collect();
        next.set_pointer(&["metadata", "finalizers"], kept);
        Ok(next)
    }
}

/// Deletes the objects of a definition that is going; true while some are left.
async fn empty(server: &Arc<Server>, definition: &Value) -> Result<bool> {
    let held = definition.items(&["metadata", "finalizers"]).iter().any(|own| own.as_str() == Some(CLEANUP));
    if !held {
        return Ok(false);
    }
    let text = |path: &[&str]| definition.text(path).unwrap_or_default().to_owned();
    let (group, plural) = (text(&["spec", "group"]), text(&["spec", "names", "plural"]));
    if let Some(served) = server.catalog.resource(&group, &plural) {
        let store = served.store.clone().ok_or_else(ApiError::no_such_path)?;
        if !store.cache.is_ready() {
            return Ok(true);
        }
        let ctx = Ctx::internal(server, &served, "", "");
        delete_collection(&ctx, &ListOptions::default(), &DeleteOptions::default()).await?;
        server.feed.consistent().await.map_err(|_| ApiError::service_unavailable("the cache is behind"))?;
        if store.cache.count() > 0 {
            return Ok(true);
        }
    }
    let ctx = ctx_for(server, definition)?;
    let name = ctx.info.name.clone();
    match update(&ctx, &name, Part::Whole, &mut Unhold, &WRITE).await {
        Err(err) if err.is_not_found() => Ok(false),
        other => other.map(|_| false),
    }
}
