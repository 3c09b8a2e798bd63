//! /healthz, /livez, /readyz: whether the server works, in upstream's form.
//!
//! As upstream: apiserver/pkg/server/healthz. Alive is who answers; ready is whose store and caches work and who is not
//! going down.

use http::Response;

use super::body::Body;
use super::call::{Call, text};
use crate::server::Server;
use crate::status::{ApiError, Result};

struct Check {
    name: &'static str,
    fault: Option<String>,
}

pub(super) async fn answer(call: &Call, path: &str) -> Result<Response<Body>> {
    let (endpoint, single) = match path.trim_start_matches('/').split_once('/') {
        Some((endpoint, single)) => (endpoint.to_owned(), Some(single.to_owned())),
        None => (path.trim_start_matches('/').to_owned(), None),
    };
    let excluded: Vec<&str> = call.query.all("exclude").collect();
    let checks = checks(&call.server, endpoint == "readyz").await;
    if let Some(single) = single {
        let found = checks.iter().find(|check| check.name == single).ok_or_else(ApiError::no_such_path)?;
        return Ok(match &found.fault {
            None => text(200, "ok"),
            Some(fault) => text(500, format!("internal server error: {fault}\n")),
        });
    }
    let mut lines = String::new();
    let mut failed = false;
    for check in &checks {
        if excluded.contains(&check.name) {
            lines.push_str(&format!("[+]{} excluded: ok\n", check.name));
            continue;
        }
        match &check.fault {
            None => lines.push_str(&format!("[+]{} ok\n", check.name)),
            Some(fault) => {
                failed = true;
                tracing::debug!(check = check.name, fault, "not healthy");
                lines.push_str(&format!("[-]{} failed: reason withheld\n", check.name));
            }
        }
    }
    if failed {
        return Ok(text(500, format!("{lines}{endpoint} check failed\n")));
    }
    if call.query.get("verbose").is_some() {
        return Ok(text(200, format!("{lines}{endpoint} check passed\n")));
    }
    Ok(text(200, "ok"))
}

async fn checks(server: &Server, ready: bool) -> Vec<Check> {
    let store = server.clock.timeout(std::time::Duration::from_secs(2), server.kv.status()).await;
    let store = match store {
        Ok(Ok(_)) => None,
        Ok(Err(err)) => Some(err.to_string()),
        Err(_) => Some("the store did not answer in time".to_owned()),
    };
    let mut checks = vec![
        Check { name: "ping", fault: None },
        Check { name: "log", fault: None },
        Check { name: "etcd", fault: store },
    ];
    if ready {
        let filled = server.catalog.stores().iter().all(|store| store.cache.is_ready());
        let informers = (!filled).then(|| "caches are being filled".to_owned());
        checks.push(Check { name: "informer-sync", fault: informers });
        let started = (!server.owned.is_started()).then(|| "the server's own objects are not made yet".to_owned());
        checks.push(Check { name: "poststarthook/start-system-namespaces-controller", fault: started.clone() });
        checks.push(Check { name: "poststarthook/rbac/bootstrap-roles", fault: started });
        let down = server.shutdown.is_requested().then(|| "process is shutting down".to_owned());
        checks.push(Check { name: "shutdown", fault: down });
    }
    checks
}
