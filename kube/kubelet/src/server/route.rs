//! What a path means. Pure. As upstream: pkg/kubelet/server/server.go.

use http::Method;
use percent_encoding::percent_decode_str;

/// A container named by a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Container {
    pub(crate) namespace: String,
    pub(crate) pod: String,
    /// Empty unless the path names it.
    pub(crate) uid: String,
    /// Empty for a whole pod.
    pub(crate) name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Healthz,
    Pods,
    RunningPods,
    Logs(Container),
    Exec(Container),
    Attach(Container),
    Run(Container),
    PortForward(Container),
    Summary,
    Metrics,
    MetricsCadvisor,
    MetricsResource,
    MetricsProbes,
    Configz,
}

/// Why a path is not served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    NotFound,
    MethodNotAllowed,
}

pub(crate) fn route(method: &Method, path: &str) -> Result<Route, Missing> {
    let parts: Vec<String> = path
        .split('/')
        .filter(|part| !part.is_empty())
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let (get, post) = (method == Method::GET, method == Method::POST);
    let allowed = |allowed: bool, route: Route| if allowed { Ok(route) } else { Err(Missing::MethodNotAllowed) };
    match parts.as_slice() {
        ["healthz"] | ["healthz", "ping" | "log" | "syncloop"] => allowed(get, Route::Healthz),
        ["pods"] => allowed(get, Route::Pods),
        ["runningpods"] => allowed(get, Route::RunningPods),
        ["stats", "summary"] => allowed(get || post, Route::Summary),
        ["metrics"] => allowed(get, Route::Metrics),
        ["metrics", "cadvisor"] => allowed(get, Route::MetricsCadvisor),
        ["metrics", "resource"] => allowed(get, Route::MetricsResource),
        ["metrics", "probes"] => allowed(get, Route::MetricsProbes),
        ["configz"] => allowed(get, Route::Configz),
        ["containerLogs", rest @ ..] => allowed(get, Route::Logs(container(rest)?)),
        ["exec", rest @ ..] => allowed(get || post, Route::Exec(container(rest)?)),
        ["attach", rest @ ..] => allowed(get || post, Route::Attach(container(rest)?)),
        ["run", rest @ ..] => allowed(post, Route::Run(container(rest)?)),
        ["portForward", namespace, pod] => allowed(get || post, Route::PortForward(named(namespace, pod, "", ""))),
        ["portForward", namespace, pod, uid] => {
            allowed(get || post, Route::PortForward(named(namespace, pod, uid, "")))
        }
        _ => Err(Missing::NotFound),
    }
}

fn container(parts: &[&str]) -> Result<Container, Missing> {
    match parts {
        [namespace, pod, name] => Ok(named(namespace, pod, "", name)),
        [namespace, pod, uid, name] => Ok(named(namespace, pod, uid, name)),
        _ => Err(Missing::NotFound),
    }
}

fn named(namespace: &str, pod: &str, uid: &str, name: &str) -> Container {
    Container { namespace: namespace.into(), pod: pod.into(), uid: uid.into(), name: name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_upstreams() {
        let check = |method, path, expected| assert_eq!(route(&method, path), expected, "{path}");
        check(Method::GET, "/containerLogs/default/web/app", Ok(Route::Logs(named("default", "web", "", "app"))));
        check(Method::POST, "/exec/default/web/u1/app", Ok(Route::Exec(named("default", "web", "u1", "app"))));
        check(Method::POST, "/portForward/default/web", Ok(Route::PortForward(named("default", "web", "", ""))));
        check(Method::GET, "/run/default/web/app", Err(Missing::MethodNotAllowed));
        check(Method::GET, "/exec/default", Err(Missing::NotFound));
        check(Method::GET, "/../etc/passwd", Err(Missing::NotFound));
        check(Method::GET, "/", Err(Missing::NotFound));
    }
}
