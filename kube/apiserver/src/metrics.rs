//! What the server counts, in Prometheus' text form and under upstream's names.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use parking_lot::Mutex;

use crate::server::Server;

/// Upper bounds of request durations, in seconds (as upstream, fewer).
const BUCKETS: [f64; 12] = [0.005, 0.025, 0.05, 0.1, 0.2, 0.4, 0.6, 1.0, 2.0, 5.0, 15.0, 60.0];

/// Labels that do not come from clients without bound: an unknown resource counts as none.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Request {
    verb: String,
    group: String,
    resource: String,
    code: u16,
}

#[derive(Default)]
struct Histogram {
    buckets: [u64; BUCKETS.len()],
    count: u64,
    sum_seconds: f64,
}

#[derive(Default)]
pub(crate) struct Metrics {
    requests: Mutex<BTreeMap<Request, u64>>,
    durations: Mutex<BTreeMap<(String, String, String), Histogram>>,
}

impl Metrics {
    pub(crate) fn request(
        &self,
        verb: &str,
        group: &str,
        resource: &str,
        code: u16,
        took: Duration,
        long_running: bool,
    ) {
        let known = code != 404;
        let own = |text: &str| if known { text.to_owned() } else { String::new() };
        let (verb, group, resource) = (verb.to_ascii_uppercase(), own(group), own(resource));
        let request = Request { verb: verb.clone(), group: group.clone(), resource: resource.clone(), code };
        *self.requests.lock().entry(request).or_default() += 1;
        if !long_running {
            let mut durations = self.durations.lock();
            let entry = durations.entry((verb, group, resource)).or_default();
            let seconds = took.as_secs_f64();
            entry.count += 1;
            entry.sum_seconds += seconds;
            for (bucket, bound) in entry.buckets.iter_mut().zip(BUCKETS) {
                *bucket += u64::from(seconds <= bound);
            }
        }
    }

    pub(crate) fn text(&self, server: &Server) -> String {
        let mut out = String::new();
        head(&mut out, "apiserver_request_total", "counter", "Requests by verb, group, resource and code.");
        for (request, count) in self.requests.lock().iter() {
            let Request { verb, group, resource, code } = request;
            let _ = writeln!(
                out,
                "apiserver_request_total{{code=\"{code}\",group=\"{}\",resource=\"{}\",verb=\"{}\"}} {count}",
                escaped(group),
                escaped(resource),
                escaped(verb)
            );
        }
        self.durations(&mut out);
        head(&mut out, "apiserver_storage_objects", "gauge", "Objects by resource.");
        let stores = server.catalog.stores();
        for store in &stores {
            let _ =
                writeln!(out, "apiserver_storage_objects{{resource=\"{}\"}} {}", store.named(), store.cache.count());
        }
        head(&mut out, "apiserver_registered_watchers", "gauge", "Watches that run, by group and kind.");
        for store in &stores {
            let (group, kind) = (&store.group, &store.kind);
            let _ = writeln!(
                out,
                "apiserver_registered_watchers{{group=\"{group}\",kind=\"{kind}\"}} {}",
                store.cache.watchers()
            );
        }
        head(&mut out, "apiserver_watch_cache_resource_version", "gauge", "The revision that all caches have reached.");
        let _ = writeln!(out, "apiserver_watch_cache_resource_version {}", server.feed.applied());
        out
    }

    fn durations(&self, out: &mut String) {
        let name = "apiserver_request_duration_seconds";
        head(out, name, "histogram", "How long requests took, without those that may last.");
        for ((verb, group, resource), found) in self.durations.lock().iter() {
            let labels =
                format!("group=\"{}\",resource=\"{}\",verb=\"{}\"", escaped(group), escaped(resource), escaped(verb));
            for (count, bound) in found.buckets.iter().zip(BUCKETS) {
                let _ = writeln!(out, "{name}_bucket{{{labels},le=\"{bound}\"}} {count}");
            }
            let _ = writeln!(out, "{name}_bucket{{{labels},le=\"+Inf\"}} {}", found.count);
            let _ = writeln!(out, "{name}_sum{{{labels}}} {}", found.sum_seconds);
            let _ = writeln!(out, "{name}_count{{{labels}}} {}", found.count);
        }
    }
}

fn head(out: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
