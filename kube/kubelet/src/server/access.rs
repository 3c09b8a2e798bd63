//! What a request is allowed to do: the rights a path needs, asked of the API server, remembered for a while.
//!
//! As upstream: pkg/kubelet/server/auth.go: rights on `nodes/...` of this node; the finer right or `proxy` is enough.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use http::Method;
use kube_api::types::authorization::{ResourceAttributes, SubjectAccessReview, SubjectAccessReviewSpec};
use kube_informer::Client;
use machined_base::Monotonic;
use parking_lot::Mutex;

use super::identity::User;

/// As upstream's defaults for the kubelet.
const KEEP_YES: Duration = Duration::from_secs(300);
const KEEP_NO: Duration = Duration::from_secs(30);
const HELD_MAX: usize = 4096;

/// Any one of these rights is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rights {
    pub(crate) verb: &'static str,
    pub(crate) subresources: Vec<&'static str>,
}

pub(crate) fn rights(method: &Method, path: &str) -> Rights {
    let verb = match *method {
        Method::POST => "create",
        Method::PUT => "update",
        Method::PATCH => "patch",
        Method::DELETE => "delete",
        Method::GET => "get",
        // Nothing is granted for a verb that nobody knows.
        _ => "",
    };
    let below = |prefix: &str| path == prefix || path.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'));
    let mut subresources = Vec::new();
    if below("/pods") || below("/runningpods") {
        subresources.push("pods");
    } else if below("/healthz") {
        subresources.push("healthz");
    } else if below("/configz") {
        subresources.push("configz");
    }
    subresources.push(if below("/stats") {
        "stats"
    } else if below("/metrics") {
        "metrics"
    } else if below("/logs") {
        "log"
    } else if below("/checkpoint") {
        "checkpoint"
    } else {
        "proxy"
    });
    Rights { verb, subresources }
}

type Question = (User, &'static str, &'static str);

/// Asks, and remembers.
#[derive(Clone)]
pub(crate) struct Access {
    client: Option<Client>,
    node: String,
    held: Arc<Mutex<BTreeMap<Question, (Monotonic, bool)>>>,
}

impl Access {
    pub(crate) fn new(client: Option<Client>, node: &str) -> Self {
        Self { client, node: node.to_owned(), held: Arc::default() }
    }

    /// `Err` when nobody could be asked: then nothing is allowed either.
    pub(crate) async fn allows(&self, user: &User, rights: &Rights) -> Result<bool, String> {
        for subresource in &rights.subresources {
            if self.allows_one(user, rights.verb, subresource).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    async fn allows_one(&self, user: &User, verb: &'static str, subresource: &'static str) -> Result<bool, String> {
        let client = self.client.as_ref().ok_or("there is no API server to ask")?;
        let question = (user.clone(), verb, subresource);
        let now = client.clock().monotonic();
        let fresh = |(at, allowed): &(Monotonic, bool)| now.since(*at) < if *allowed { KEEP_YES } else { KEEP_NO };
        let held = self.held.lock().get(&question).copied();
        if let Some(answer) = held.filter(fresh) {
            return Ok(answer.1);
        }
        let review = SubjectAccessReview {
            spec: SubjectAccessReviewSpec {
                resource_attributes: Some(ResourceAttributes {
                    verb: verb.into(),
                    version: "v1".into(),
                    resource: "nodes".into(),
                    subresource: subresource.into(),
                    name: self.node.clone(),
                    ..ResourceAttributes::default()
                }),
                user: user.name.clone(),
                groups: user.groups.clone(),
                uid: user.uid.clone(),
                ..SubjectAccessReviewSpec::default()
            },
            ..SubjectAccessReview::default()
        };
        let answer = client.create(&review).await.map_err(|err| err.to_string())?;
        let allowed = answer.status.allowed && !answer.status.denied;
        let mut all = self.held.lock();
        all.retain(|_, answer| fresh(answer));
        if all.len() < HELD_MAX {
            all.insert(question, (now, allowed));
        }
        Ok(allowed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_needs_a_right() {
        let check = |method, path, verb, subresources: &[&str]| {
            let rights = rights(&method, path);
            assert_eq!((rights.verb, rights.subresources.as_slice()), (verb, subresources), "{path}");
        };
        check(Method::GET, "/pods", "get", &["pods", "proxy"]);
        check(Method::GET, "/podsx", "get", &["proxy"]);
        check(Method::GET, "/stats/summary", "get", &["stats"]);
        check(Method::GET, "/metrics/resource", "get", &["metrics"]);
        check(Method::GET, "/healthz", "get", &["healthz", "proxy"]);
        check(Method::POST, "/exec/a/b/c", "create", &["proxy"]);
        check(Method::GET, "/containerLogs/a/b/c", "get", &["proxy"]);
        check(Method::OPTIONS, "/pods", "", &["pods", "proxy"]);
    }
}
