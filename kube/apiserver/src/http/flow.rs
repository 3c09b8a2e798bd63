//! Priority and fairness: which flow schema a request falls under, and a seat of its priority level.
//!
//! The limit is real: a level's seats are its share of all seats, requests beyond them wait in a bounded line, and what
//! does not fit is told 429. Left out of upstream's algorithm: shuffle sharding by flow, borrowing between levels, and
//! lists that take several seats.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use kube_api::value::Value;
use machined_base::Clock;
use parking_lot::RwLock;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::authn::User;
use crate::authz::Attributes;
use crate::cache::{Observer, Stored};
use crate::status::{ApiError, Result};

/// As upstream: a quarter of the request timeout.
const WAIT: Duration = Duration::from_secs(15);

pub(crate) struct FlowControl {
    clock: Clock,
    seats: usize,
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    schemas: Vec<Schema>,
    levels: HashMap<String, Arc<Level>>,
}

struct Schema {
    name: String,
    uid: String,
    precedence: i64,
    level: String,
    rules: Vec<Value>,
}

struct Level {
    uid: String,
    exempt: bool,
    shares: i64,
    /// Requests that may wait.
    line: usize,
    waiting: AtomicUsize,
    seats: Arc<Semaphore>,
}

/// Held while a request runs.
pub(crate) struct Seat {
    _permit: Option<OwnedSemaphorePermit>,
    uids: Option<(String, String)>,
}

impl Seat {
    /// Of the flow schema and the priority level.
    pub(crate) fn uids(&self) -> Option<(String, String)> {
        self.uids.clone()
    }
}

impl FlowControl {
    pub(crate) fn new(clock: Clock, seats: usize) -> Self {
        Self { clock, seats, inner: RwLock::default() }
    }

    pub(crate) async fn seat(&self, wanted: &Attributes, long_running: bool) -> Result<Seat> {
        let Some((schema, level)) = self.classify(wanted) else {
            return Ok(Seat { _permit: None, uids: None });
        };
        let uids = Some((schema, level.uid.clone()));
        if level.exempt || long_running {
            return Ok(Seat { _permit: None, uids });
        }
        if let Ok(permit) = level.seats.clone().try_acquire_owned() {
            return Ok(Seat { _permit: Some(permit), uids });
        }
        let full = || ApiError::too_many_requests("Too many requests, please try again later.", 1);
        if level.waiting.fetch_add(1, Ordering::Relaxed) >= level.line {
            level.waiting.fetch_sub(1, Ordering::Relaxed);
            return Err(full());
        }
        let _waits = Waits(&level.waiting);
        match self.clock.timeout(WAIT, level.seats.clone().acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Seat { _permit: Some(permit), uids }),
            _ => Err(full()),
        }
    }

    fn classify(&self, wanted: &Attributes) -> Option<(String, Arc<Level>)> {
        let inner = self.inner.read();
        let schema = inner.schemas.iter().find(|schema| schema.rules.iter().any(|rule| applies(rule, wanted)))?;
        Some((schema.uid.clone(), inner.levels.get(&schema.level)?.clone()))
    }

    /// Seats by shares, as upstream: rounded up.
    fn share_out(&self, inner: &mut Inner) {
        let total: i64 = inner.levels.values().map(|level| level.shares).sum();
        let levels: Vec<(String, Arc<Level>)> =
            inner.levels.iter().map(|(name, level)| (name.clone(), level.clone())).collect();
        for (name, level) in levels {
            let seats = (self.seats as i64 * level.shares + total - 1).checked_div(total).unwrap_or(1).max(1);
            let seats = usize::try_from(seats).unwrap_or(1);
            inner.levels.insert(
                name,
                Arc::new(Level {
                    uid: level.uid.clone(),
                    exempt: level.exempt,
                    shares: level.shares,
                    line: level.line,
                    waiting: AtomicUsize::new(0),
                    seats: Arc::new(Semaphore::new(seats)),
                }),
            );
        }
    }

    /// Takes over a flow schema.
    fn schema_changed(&self, name: &str, new: Option<&Value>) {
        let mut inner = self.inner.write();
        inner.schemas.retain(|schema| schema.name != name);
        if let Some(object) = new {
            let text = |path: &[&str]| object.text(path).unwrap_or_default().to_owned();
            inner.schemas.push(Schema {
                name: name.to_owned(),
                uid: text(&["metadata", "uid"]),
                precedence: object.int(&["spec", "matchingPrecedence"]).unwrap_or(10_000),
                level: text(&["spec", "priorityLevelConfiguration", "name"]),
                rules: object.items(&["spec", "rules"]).to_vec(),
            });
            inner.schemas.sort_by(|a, b| (a.precedence, &a.name).cmp(&(b.precedence, &b.name)));
        }
    }

    /// Takes over a priority level.
    fn level_changed(&self, name: &str, new: Option<&Value>) {
        let mut inner = self.inner.write();
        match new {
            Some(object) => {
                let exempt = object.text(&["spec", "type"]) == Some("Exempt");
                let limited = |field: &str| object.int(&["spec", "limited", field]);
                let queuing =
                    |field: &str| object.int(&["spec", "limited", "limitResponse", "queuing", field]).unwrap_or(0);
                let line = usize::try_from(queuing("queues").max(0) * queuing("queueLengthLimit").max(0)).unwrap_or(0);
                let shares = if exempt { 0 } else { limited("nominalConcurrencyShares").unwrap_or(30) };
                let level = Level {
                    uid: object.text(&["metadata", "uid"]).unwrap_or_default().to_owned(),
                    exempt,
                    shares,
                    line,
                    waiting: AtomicUsize::new(0),
                    seats: Arc::new(Semaphore::new(1)),
                };
                let same = inner.levels.get(name).is_some_and(|old| {
                    old.uid == level.uid && old.shares == level.shares && old.line == level.line && old.exempt == exempt
                });
                if same {
                    return;
                }
                inner.levels.insert(name.to_owned(), Arc::new(level));
            }
            None => drop(inner.levels.remove(name)),
        }
        self.share_out(&mut inner);
    }
}

struct Waits<'a>(&'a AtomicUsize);

impl Drop for Waits<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Follows the two kinds of objects.
pub(crate) struct Follow {
    pub(crate) flow: std::sync::Weak<crate::server::Server>,
    pub(crate) levels: bool,
}

impl Observer for Follow {
    fn changed(&self, _: &str, name: &str, _: Option<&Stored>, new: Option<(&Arc<Stored>, &Value)>) {
        let Some(server) = self.flow.upgrade() else { return };
        let tree = new.map(|(_, tree)| tree);
        if self.levels { server.flow.level_changed(name, tree) } else { server.flow.schema_changed(name, tree) }
    }
}

fn has(rule: &Value, field: &str, wanted: &str) -> bool {
    rule.items(&[field]).iter().filter_map(Value::as_str).any(|one| one == "*" || one == wanted)
}

/// As upstream: apiserver/pkg/util/flowcontrol/rule.go.
fn applies(rule: &Value, wanted: &Attributes) -> bool {
    if !rule.items(&["subjects"]).iter().any(|subject| is_subject(subject, &wanted.user)) {
        return false;
    }
    if !wanted.is_resource {
        return rule.items(&["nonResourceRules"]).iter().any(|one| {
            has(one, "verbs", &wanted.verb)
                && one.items(&["nonResourceURLs"]).iter().filter_map(Value::as_str).any(|path| {
                    path == "*"
                        || path == wanted.path
                        || path.strip_suffix('*').is_some_and(|start| wanted.path.starts_with(start))
                })
        });
    }
    let resource = match wanted.subresource.as_str() {
        "" => wanted.resource.clone(),
        sub => format!("{}/{sub}", wanted.resource),
    };
    rule.items(&["resourceRules"]).iter().any(|one| {
        let place = if wanted.namespace.is_empty() {
            one.flag(&["clusterScope"])
        } else {
            has(one, "namespaces", &wanted.namespace)
        };
        place
            && has(one, "verbs", &wanted.verb)
            && has(one, "apiGroups", &wanted.group)
            && has(one, "resources", &resource)
    })
}

fn is_subject(subject: &Value, user: &User) -> bool {
    match subject.text(&["kind"]).unwrap_or_default() {
        "User" => matches!(subject.text(&["user", "name"]), Some(name) if name == "*" || name == user.name),
        "Group" => matches!(subject.text(&["group", "name"]), Some(name) if name == "*" || user.in_group(name)),
        "ServiceAccount" => user.service_account().is_some_and(|(namespace, name)| {
            let wanted = subject.text(&["serviceAccount", "name"]).unwrap_or_default();
            subject.text(&["serviceAccount", "namespace"]) == Some(namespace) && (wanted == "*" || wanted == name)
        }),
        _ => false,
    }
}
