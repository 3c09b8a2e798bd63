//! What a request asks for, read from its method and path: the Kubernetes URL grammar.
//!
//! As upstream: apiserver/pkg/endpoints/request/requestinfo.go. Whether anything of that name is served is decided in
//! `discovery::catalog`.

use http::Method;

use super::query::Query;

/// A request's target and verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RequestInfo {
    pub is_resource: bool,
    pub path: String,
    /// `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`, or the lower-case method.
    pub verb: String,
    pub group: String,
    pub version: String,
    pub namespace: String,
    pub resource: String,
    pub subresource: String,
    pub name: String,
    /// What follows the subresource: the path that `proxy` hands on.
    pub rest: Vec<String>,
    /// True for the deprecated `/watch/` prefix.
    pub by_prefix: bool,
    pub field_selector: String,
    pub label_selector: String,
}

impl RequestInfo {
    pub(crate) fn read(method: &Method, path: &str, query: &Query) -> Self {
        let mut info = Self { path: path.to_owned(), verb: method.as_str().to_ascii_lowercase(), ..Self::default() };
        let trimmed = path.trim_matches('/');
        let decoded: Vec<String> = trimmed.split('/').map(unescape).collect();
        let mut parts: &[String] = &decoded;
        if trimmed.is_empty() || parts.len() < 3 {
            return info;
        }
        match take(&mut parts) {
            "api" => {}
            "apis" if parts.len() >= 3 => info.group = take(&mut parts).to_owned(),
            _ => return info,
        }
        info.is_resource = true;
        info.version = take(&mut parts).to_owned();
        info.verb = verb_of(method).to_owned();
        if let Some("watch" | "proxy") = parts.first().map(String::as_str) {
            if parts.len() < 2 {
                return info;
            }
            info.verb = take(&mut parts).to_owned();
            info.by_prefix = true;
        }
        if let Some([first, namespace, rest @ ..]) = Some(parts)
            && first == "namespaces"
        {
            info.namespace = namespace.clone();
            if rest.first().is_some_and(|next| next != "status" && next != "finalize") {
                parts = rest;
            }
        }
        info.resource = parts.first().cloned().unwrap_or_default();
        info.name = parts.get(1).cloned().unwrap_or_default();
        if info.verb != "watch" || !info.by_prefix {
            info.subresource = parts.get(2).cloned().unwrap_or_default();
            info.rest = parts.get(3..).unwrap_or_default().to_vec();
        }
        info.settle_verb(query);
        info
    }

    fn settle_verb(&mut self, query: &Query) {
        if self.name.is_empty() && self.verb == "get" {
            self.verb = if query.flag("watch") { "watch" } else { "list" }.to_owned();
            if let Some(name) = exact_name(query.get("fieldSelector").unwrap_or_default()) {
                self.name = name;
            }
        }
        if self.name.is_empty() && self.verb == "delete" {
            self.verb = "deletecollection".to_owned();
        }
        if !self.by_prefix && matches!(self.verb.as_str(), "list" | "watch" | "deletecollection") {
            self.field_selector = query.get("fieldSelector").unwrap_or_default().to_owned();
            self.label_selector = query.get("labelSelector").unwrap_or_default().to_owned();
        }
    }

    /// Requests that may last: not bounded by the request timeout, not counted as running.
    pub(crate) fn is_long_running(&self) -> bool {
        self.is_resource
            && (matches!(self.verb.as_str(), "watch" | "proxy")
                || matches!(self.subresource.as_str(), "log" | "exec" | "attach" | "portforward" | "proxy"))
    }

    pub(crate) fn resource_path(&self) -> String {
        match self.subresource.as_str() {
            "" => self.resource.clone(),
            sub => format!("{}/{sub}", self.resource),
        }
    }
}

/// The name that a field selector pins, as `metadata.name=x`.
fn exact_name(selector: &str) -> Option<String> {
    let term = selector.split(',').find_map(|term| term.trim().strip_prefix("metadata.name="))?;
    let name = term.strip_prefix('=').unwrap_or(term);
    let usable = !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '%', '\\']);
    usable.then(|| name.to_owned())
}

fn verb_of(method: &Method) -> &'static str {
    match *method {
        Method::POST => "create",
        Method::GET | Method::HEAD => "get",
        Method::PUT => "update",
        Method::PATCH => "patch",
        Method::DELETE => "delete",
        _ => "",
    }
}

fn take<'a>(parts: &mut &'a [String]) -> &'a str {
    match parts.split_first() {
        Some((first, rest)) => {
            *parts = rest;
            first
        }
        None => "",
    }
}

fn unescape(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(method: Method, uri: &str, expected: &str) {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let info = RequestInfo::read(&method, path, &Query::parse(query));
        let shown = format!(
            "{} {}/{} ns={} {} {} sub={} rest={}",
            info.verb,
            info.group,
            info.version,
            info.namespace,
            info.resource,
            info.name,
            info.subresource,
            info.rest.join("/")
        );
        assert_eq!(shown, expected, "{uri}");
    }

    #[test]
    fn paths() {
        check(Method::GET, "/api/v1/pods", "list /v1 ns= pods  sub= rest=");
        check(Method::GET, "/api/v1/namespaces", "list /v1 ns= namespaces  sub= rest=");
        check(Method::GET, "/api/v1/namespaces/a", "get /v1 ns=a namespaces a sub= rest=");
        check(Method::PUT, "/api/v1/namespaces/a/finalize", "update /v1 ns=a namespaces a sub=finalize rest=");
        check(Method::GET, "/api/v1/namespaces/a/pods/p/log", "get /v1 ns=a pods p sub=log rest=");
        check(Method::POST, "/apis/apps/v1/namespaces/a/deployments", "create apps/v1 ns=a deployments  sub= rest=");
        check(Method::GET, "/apis/apps/v1/deployments?watch=true", "watch apps/v1 ns= deployments  sub= rest=");
        check(
            Method::DELETE,
            "/apis/apps/v1/namespaces/a/deployments",
            "deletecollection apps/v1 ns=a deployments  sub= rest=",
        );
        check(
            Method::GET,
            "/api/v1/namespaces/a/services/s:80/proxy/x/y",
            "get /v1 ns=a services s:80 sub=proxy rest=x/y",
        );
        check(Method::GET, "/api/v1/watch/namespaces/a/pods", "watch /v1 ns=a pods  sub= rest=");
        check(Method::GET, "/api/v1/pods?fieldSelector=metadata.name%3Dx", "list /v1 ns= pods x sub= rest=");
        check(Method::GET, "/healthz", "get / ns=   sub= rest=");
        check(Method::GET, "/apis/apps/v1", "get / ns=   sub= rest=");
    }
}
