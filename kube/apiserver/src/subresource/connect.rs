//! What leads through this server: logs, exec, attach, port-forward to kubelets; proxy to nodes, pods and services.
//!
//! As upstream: pkg/registry/core/pod/strategy.go and rest/{subresources,proxy}.go. The bytes are `tunnel`'s.

use http::{HeaderValue, Response, StatusCode, header};
use kube_api::value::Value;

use super::kubelet::Target;
use super::tunnel::{forward, is_upgrade};
use crate::admission::{Operation, Verb, look_all, look_fresh};
use crate::http::body::Body;
use crate::http::call::Call;
use crate::http::query::Query;
use crate::registry::Ctx;
use crate::status::{ApiError, Named, Result, quoted};

const PODS: Named<'static> = Named { group: "", resource: "pods" };

async fn find_pod(ctx: &Ctx) -> Result<Value> {
    let found = crate::registry::get(ctx, &ctx.info.name, None).await?;
    ctx.store()?.cache.format.decode(&found.body).map_err(ApiError::internal)
}

pub(super) async fn pod(call: &mut Call, ctx: &Ctx, what: &str) -> Result<Response<Body>> {
    let pod = find_pod(ctx).await?;
    if what != "log" {
        let mut operation = Operation::new(ctx, Verb::Connect, false);
        ctx.server.admission.admit(&mut operation, None, None).await?;
        ctx.server.admission.validate(&mut operation, None, None).await?;
    }
    let container = if what == "portforward" { String::new() } else { container(&pod, call.query.get("container"))? };
    let Some(node) = pod.text(&["spec", "nodeName"]) else {
        if what == "log" {
            // As upstream: nothing has been written yet.
            return Ok(crate::http::call::text(200, ""));
        }
        return Err(ApiError::bad_request(format!("pod {} does not have a host assigned", ctx.info.name)));
    };
    let target = ctx.server.kubelets.of_node(ctx, node).await?;
    let (namespace, name) = (&ctx.info.namespace, &ctx.info.name);
    let path = match what {
        "log" => {
            check_log(&call.query, name)?;
            let query = picked(
                &call.query,
                &[
                    ("follow", "follow"),
                    ("previous", "previous"),
                    ("timestamps", "timestamps"),
                    ("sinceSeconds", "sinceSeconds"),
                    ("sinceTime", "sinceTime"),
                    ("tailLines", "tailLines"),
                    ("limitBytes", "limitBytes"),
                    ("stream", "stream"),
                ],
            );
            format!("/containerLogs/{namespace}/{name}/{container}{query}")
        }
        "exec" | "attach" => {
            let query = streams(&call.query, what == "exec")?;
            format!("/{what}/{namespace}/{name}/{container}{query}")
        }
        _ => format!("/portForward/{namespace}/{name}{}", picked(&call.query, &[("ports", "port")])),
    };
    let mut response = forward(call, &target, &path).await?;
    if what == "log" && response.status() == StatusCode::OK {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
    }
    if response.status().as_u16() >= 400 && what == "log" {
        return Err(told(response).await);
    }
    Ok(response)
}

/// What a kubelet refused, as a Status.
async fn told(response: Response<Body>) -> ApiError {
    use http_body_util::BodyExt;
    let code = response.status().as_u16();
    let text = response.into_body().collect().await.map(|all| all.to_bytes()).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).trim().to_owned();
    let reason = match code {
        400 => "BadRequest",
        404 => "NotFound",
        403 => "Forbidden",
        401 => "Unauthorized",
        _ => "InternalError",
    };
    ApiError::new(code, reason, text)
}

/// As upstream: pkg/apis/core/validation, ValidatePodLogOptions.
fn check_log(query: &Query, name: &str) -> Result<()> {
    let mut faults = Vec::new();
    for (field, least) in [("tailLines", 0), ("limitBytes", 1), ("sinceSeconds", 1)] {
        if let Some(value) = query.integer(field)?.filter(|value| *value < least) {
            let word = if least == 0 { "must be greater than or equal to 0" } else { "must be greater than 0" };
            faults.push((field, value, word));
        }
    }
    if query.get("sinceTime").is_some_and(|text| !text.is_empty())
        && query.get("sinceSeconds").is_some_and(|text| !text.is_empty())
    {
        return Err(ApiError::bad_request("at most one of `sinceTime` or `sinceSeconds` may be specified"));
    }
    let causes: Vec<crate::status::Cause> = faults
        .into_iter()
        .map(|(field, value, word)| crate::status::Cause {
            reason: "FieldValueInvalid".into(),
            message: format!("Invalid value: {value}: {word}"),
            field: field.into(),
        })
        .collect();
    if causes.is_empty() {
        Ok(())
    } else {
        Err(ApiError::invalid(Named { group: "", resource: "PodLogOptions" }, name, causes))
    }
}

fn container(pod: &Value, named: Option<&str>) -> Result<String> {
    let name = pod.text(&["metadata", "name"]).unwrap_or_default();
    let names = |list: &str| -> Vec<String> {
        pod.items(&["spec", list]).iter().filter_map(|one| one.text(&["name"]).map(str::to_owned)).collect()
    };
    let (main, init, ephemeral) = (names("containers"), names("initContainers"), names("ephemeralContainers"));
    match named.filter(|named| !named.is_empty()) {
        Some(named) if main.iter().chain(&init).chain(&ephemeral).any(|own| own == named) => Ok(named.to_owned()),
        Some(named) => Err(ApiError::bad_request(format!("container {named} is not valid for pod {name}"))),
        None => match main.as_slice() {
            [one] => Ok(one.clone()),
            [] => Err(ApiError::bad_request(format!("a container name must be specified for pod {name}"))),
            many => {
                let mut text =
                    format!("a container name must be specified for pod {name}, choose one of: [{}]", many.join(" "));
                if !init.is_empty() {
                    text.push_str(&format!(" or one of the init containers: [{}]", init.join(" ")));
                }
                if !ephemeral.is_empty() {
                    text.push_str(&format!(" or one of the ephemeral containers: [{}]", ephemeral.join(" ")));
                }
                Err(ApiError::bad_request(text))
            }
        },
    }
}

fn picked(query: &Query, names: &[(&str, &str)]) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    let mut any = false;
    for (from, to) in names {
        for value in query.all(from).filter(|value| !value.is_empty()) {
            out.append_pair(to, value);
            any = true;
        }
    }
    if any { format!("?{}", out.finish()) } else { String::new() }
}

/// As upstream: kubelets call the streams input, output and error.
fn streams(query: &Query, exec: bool) -> Result<String> {
    let mut out = form_urlencoded::Serializer::new(String::new());
    let mut any = false;
    for (from, to) in [("stdin", "input"), ("stdout", "output"), ("stderr", "error"), ("tty", "tty")] {
        if query.flag(from) {
            out.append_pair(to, "1");
            any |= from != "tty";
        }
    }
    if !any {
        return Err(ApiError::bad_request("you must specify at least one of stdin, stdout, stderr"));
    }
    if exec {
        let mut some = false;
        for word in query.all("command") {
            out.append_pair("command", word);
            some = true;
        }
        if !some {
            return Err(ApiError::bad_request("you must specify at least 1 command for the container"));
        }
    }
    Ok(format!("?{}", out.finish()))
}

pub(super) async fn proxy(call: &mut Call, ctx: &Ctx) -> Result<Response<Body>> {
    let (scheme, name, port) = split_name(&ctx.info.name)?;
    let target = match ctx.info.resource.as_str() {
        "nodes" => node_target(ctx, &scheme, &name, &port).await?,
        "pods" => pod_target(ctx, &scheme, &name, &port).await?,
        "services" => service_target(ctx, &scheme, &name, &port).await?,
        _ => return Err(ApiError::no_such_path()),
    };
    let full = ctx.info.path.clone();
    let base = proxy_base(&full);
    let rest = full.get(base.len()..).unwrap_or_default();
    if rest.is_empty() && !is_upgrade(&call.headers) && call.method == http::Method::GET {
        // As upstream: relative links want a place that ends with a slash.
        let query = if call.raw_query.is_empty() { String::new() } else { format!("?{}", call.raw_query) };
        let mut response = Response::new(Body::Empty);
        *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
        let place = HeaderValue::from_str(&format!("{full}/{query}")).map_err(ApiError::internal)?;
        response.headers_mut().insert(header::LOCATION, place);
        return Ok(response);
    }
    let query = if call.raw_query.is_empty() { String::new() } else { format!("?{}", call.raw_query) };
    let path = if rest.is_empty() { "/" } else { rest };
    let base = base.to_owned();
    let mut response = forward(call, &target, &format!("{path}{query}")).await?;
    relocate(&mut response, &base);
    Ok(response)
}

/// A redirect of the other server stays behind the proxy.
fn relocate(response: &mut Response<Body>, base: &str) {
    let moved = response
        .headers()
        .get(header::LOCATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|place| place.starts_with('/').then(|| format!("{base}{place}")));
    if let Some(place) = moved.and_then(|place| HeaderValue::from_str(&place).ok()) {
        response.headers_mut().insert(header::LOCATION, place);
    }
}

/// The path up to and with `/proxy`.
fn proxy_base(path: &str) -> &str {
    let mut from = 0;
    // The first segment of this name behind the object's; a namespace or object may be called so too.
    for (at, word) in path.match_indices("/proxy") {
        let end = at + word.len();
        let whole = path.as_bytes().get(end).is_none_or(|byte| *byte == b'/');
        let depth = path.get(..at).unwrap_or_default().matches('/').count();
        if whole && depth >= 4 && from == 0 {
            from = end;
        }
    }
    path.get(..from).unwrap_or(path)
}

/// `[scheme:]name[:port]`.
fn split_name(text: &str) -> Result<(String, String, String)> {
    let parts: Vec<&str> = text.split(':').collect();
    let own = |text: &str| text.to_owned();
    match parts.as_slice() {
        [name] => Ok((String::new(), own(name), String::new())),
        [name, port] => Ok((String::new(), own(name), own(port))),
        [scheme @ ("http" | "https" | ""), name, port] => Ok((own(scheme), own(name), own(port))),
        _ => Err(ApiError::bad_request(format!("invalid request {}", quoted(text)))),
    }
}

async fn node_target(ctx: &Ctx, scheme: &str, name: &str, port: &str) -> Result<Target> {
    let mut target = ctx.server.kubelets.of_node(ctx, name).await?;
    match port.parse::<u16>() {
        Ok(port) if port != target.port => {
            target.port = port;
            target.kubelet = false;
            target.tls = scheme == "https";
        }
        _ => {}
    }
    Ok(target)
}

/// As upstream: what is proxied to is not this machine, nor its neighbours' link addresses.
fn check_address(address: &str) -> Result<()> {
    let refused = address.parse::<std::net::IpAddr>().is_ok_and(|ip| match ip {
        std::net::IpAddr::V4(ip) => ip.is_loopback() || ip.is_link_local() || ip.is_unspecified() || ip.is_multicast(),
        std::net::IpAddr::V6(ip) => {
            ip.is_loopback() || ip.is_unspecified() || ip.is_multicast() || ip.is_unicast_link_local()
        }
    });
    if refused { Err(ApiError::forbidden(PODS, "", "address not allowed")) } else { Ok(()) }
}

async fn pod_target(ctx: &Ctx, scheme: &str, name: &str, port: &str) -> Result<Target> {
    let pod =
        look_fresh(ctx, "", "pods", &ctx.info.namespace, name).await?.ok_or_else(|| ApiError::not_found(PODS, name))?;
    let port = match port {
        "" => {
            let first = ["containers", "initContainers"].iter().flat_map(|list| pod.items(&["spec", list])).find_map(
                |container| container.items(&["ports"]).first().and_then(|port| port.int(&["containerPort"])),
            );
            first.unwrap_or(80)
        }
        text => text.parse::<i64>().map_err(|_| ApiError::bad_request(format!("invalid port {}", quoted(text))))?,
    };
    let address = pod.text(&["status", "podIP"]).ok_or_else(|| ApiError::bad_request("address not allowed"))?;
    check_address(address)?;
    Ok(other(address, port, scheme))
}

fn other(address: &str, port: i64, scheme: &str) -> Target {
    Target {
        host: address.to_owned(),
        port: u16::try_from(port).unwrap_or(80),
        tls: scheme == "https",
        kubelet: false,
        server_name: address.to_owned(),
    }
}

async fn service_target(ctx: &Ctx, scheme: &str, name: &str, port: &str) -> Result<Target> {
    service_in(ctx, scheme, &ctx.info.namespace, name, port).await
}

/// A ready endpoint of a Service.
pub(crate) async fn service_in(ctx: &Ctx, scheme: &str, namespace: &str, name: &str, port: &str) -> Result<Target> {
    let what = Named { group: "", resource: "services" };
    let service = look_fresh(ctx, "", "services", namespace, name).await?;
    let service = service.ok_or_else(|| ApiError::not_found(what, name))?;
    let ports = service.items(&["spec", "ports"]);
    let chosen = match port {
        "" => ports.first(),
        text => ports.iter().find(|own| {
            own.text(&["name"]) == Some(text) || own.int(&["port"]).is_some_and(|port| port.to_string() == text)
        }),
    };
    let chosen = chosen.ok_or_else(|| {
        ApiError::service_unavailable(format!("no service port {} found for service {}", quoted(port), quoted(name)))
    })?;
    let wanted = chosen.text(&["name"]).unwrap_or_default();
    let slices = look_all(&ctx.server, "discovery.k8s.io", "endpointslices", namespace)?;
    let mut found = Vec::new();
    for slice in
        slices.iter().filter(|slice| slice.text(&["metadata", "labels", "kubernetes.io/service-name"]) == Some(name))
    {
        let own = slice.items(&["ports"]).iter().find(|own| own.text(&["name"]).unwrap_or_default() == wanted);
        let Some(number) = own.and_then(|own| own.int(&["port"])) else { continue };
        for endpoint in slice.items(&["endpoints"]) {
            let ready = endpoint.pointer(&["conditions", "ready"]).and_then(Value::as_bool).unwrap_or(true);
            if let (true, Some(address)) = (ready, endpoint.items(&["addresses"]).first().and_then(Value::as_str)) {
                found.push((address.to_owned(), number));
            }
        }
    }
    let random = usize::from(uuid::Uuid::new_v4().as_bytes().first().copied().unwrap_or(0));
    let unavailable = || ApiError::service_unavailable(format!("no endpoints available for service {}", quoted(name)));
    let (address, number) =
        found.get(random.checked_rem(found.len()).ok_or_else(unavailable)?).ok_or_else(unavailable)?;
    check_address(address)?;
    Ok(other(address, *number, scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bases() {
        assert_eq!(
            proxy_base("/api/v1/namespaces/proxy/services/x/proxy/a/proxy/b"),
            "/api/v1/namespaces/proxy/services/x/proxy"
        );
        assert_eq!(proxy_base("/api/v1/nodes/n/proxy"), "/api/v1/nodes/n/proxy");
        assert_eq!(proxy_base("/api/v1/nodes/n:10250/proxy/metrics"), "/api/v1/nodes/n:10250/proxy");
    }
}
