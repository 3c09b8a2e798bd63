//! Admission webhooks: what cluster owners let change and refuse objects beside this server.
//!
//! As upstream: apiserver/pkg/admission/plugin/webhook. Objects are sent in the version of the request, which is the
//! stored one but for kinds with several.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use kube_api::patch::JsonPatch;
use kube_api::selectors::LabelSelector;
use kube_api::value;
use kube_api::value::Value;
use kube_cel::policies::{Conditions, Matched};

use super::policies::{Compiled, Item, Prepared};
use super::{Plugin, Review, Verb, look_fresh};
use crate::catalog::split_api_version;
use crate::http::outward::{Outward, post};
use crate::status::{ApiError, Result, quoted};
use crate::subresource::{connect, reviews};
use crate::wire;

pub(super) struct Mutating {
    configurations: Compiled<Vec<Conditions>>,
}

pub(super) struct Validating {
    configurations: Compiled<Vec<Conditions>>,
}

const GROUP: &str = "admissionregistration.k8s.io";

/// One webhook that is to be called.
struct Hook {
    /// Of the configuration.
    owner: String,
    hook: Value,
    configuration: Arc<Item<Vec<Conditions>>>,
    /// Its place in the configuration.
    at: usize,
}

/// The conditions of each webhook of a configuration.
fn conditions(configuration: &Value) -> Vec<Conditions> {
    configuration.items(&["webhooks"]).iter().map(Conditions::of_webhook).collect()
}

impl Mutating {
    pub(super) fn new() -> Self {
        Self { configurations: Compiled::new("mutatingwebhookconfigurations", conditions) }
    }
}

impl Validating {
    pub(super) fn new() -> Self {
        Self { configurations: Compiled::new("validatingwebhookconfigurations", conditions) }
    }
}

#[async_trait]
impl Plugin for Mutating {
    fn name(&self) -> &'static str {
        "MutatingAdmissionWebhook"
    }

    async fn admit(&self, review: &mut Review<'_>) -> Result<()> {
        let hooks = hooks(review, &self.configurations).await?;
        let mut changed_after: Vec<bool> = vec![false; hooks.len()];
        for (at, hook) in hooks.iter().enumerate() {
            if call_mutating(review, hook).await? {
                changed_after.iter_mut().take(at).for_each(|earlier| *earlier = true);
            }
        }
        // As upstream: who asks to be called again is, once, when a later one changed the object.
        for (hook, changed) in hooks.iter().zip(changed_after) {
            if changed && hook.hook.text(&["reinvocationPolicy"]) == Some("IfNeeded") {
                call_mutating(review, hook).await?;
            }
        }
        Ok(())
    }
}

#[async_trait]
impl Plugin for Validating {
    fn name(&self) -> &'static str {
        "ValidatingAdmissionWebhook"
    }

    async fn validate(&self, review: &mut Review<'_>) -> Result<()> {
        for hook in hooks(review, &self.configurations).await? {
            if holds(review, &hook).await? {
                ask(review, &hook, false).await?;
            }
        }
        Ok(())
    }
}

/// The webhooks that a write concerns, in the order of their configurations' names.
async fn hooks(review: &Review<'_>, configurations: &Compiled<Vec<Conditions>>) -> Result<Vec<Hook>> {
    // As upstream: webhooks do not judge what configures them.
    if review.ctx.served.group == GROUP && review.ctx.served.plural.ends_with("configurations") {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for configuration in configurations.all(&review.ctx.server)? {
        for (at, hook) in configuration.object.items(&["webhooks"]).iter().enumerate() {
            if hook.items(&["rules"]).iter().any(|rule| applies(review, rule)) && selected(review, hook).await? {
                let owner = configuration.name().to_owned();
                found.push(Hook { owner, hook: hook.clone(), configuration: configuration.clone(), at });
            }
        }
    }
    Ok(found)
}

/// Whether the webhook's conditions hold for the object as it is now. As upstream: a condition that cannot be told
/// refuses the request, unless failures are to be passed over.
async fn holds(review: &Review<'_>, hook: &Hook) -> Result<bool> {
    let Some(conditions) = hook.configuration.made.get(hook.at).filter(|conditions| !conditions.is_empty()) else {
        return Ok(true);
    };
    let prepared = Prepared::new(review).await?;
    let matched = conditions.decide(&prepared.request());
    match matched {
        Matched::Yes => Ok(true),
        Matched::No => Ok(false),
        Matched::Failed(_) if hook.hook.text(&["failurePolicy"]) == Some("Ignore") => Ok(false),
        Matched::Failed(why) => Err(review.forbidden(why)),
    }
}

pub(super) fn applies(review: &Review<'_>, rule: &Value) -> bool {
    let has = |field: &str, wanted: &str| {
        rule.items(&[field]).iter().filter_map(Value::as_str).any(|own| own == "*" || own == wanted)
    };
    let info = &review.ctx.info;
    let scope = match rule.text(&["scope"]).unwrap_or("*") {
        "Namespaced" => review.ctx.served.namespaced,
        "Cluster" => !review.ctx.served.namespaced,
        _ => true,
    };
    let resource = rule.items(&["resources"]).iter().filter_map(Value::as_str).any(|own| {
        let (plural, sub) = own.split_once('/').unwrap_or((own, ""));
        (plural == "*" || plural == info.resource) && (sub == info.subresource || sub == "*" || own == "*/*")
    });
    // As upstream's matchPolicy Equivalent: other versions of the same resource match too.
    let version = has("apiVersions", &info.version) || rule_names_other_version(review, rule);
    scope && has("operations", review.verb.word()) && has("apiGroups", &info.group) && version && resource
}

fn rule_names_other_version(review: &Review<'_>, rule: &Value) -> bool {
    let stored = review.ctx.served.store.as_ref().map(|store| split_api_version(&store.api_version).1.to_owned());
    let versions = rule.items(&["apiVersions"]).iter().filter_map(Value::as_str);
    stored.is_some_and(|stored| versions.into_iter().any(|own| own == stored))
}

pub(super) async fn selected(review: &Review<'_>, hook: &Value) -> Result<bool> {
    let object_selector =
        LabelSelector::of_value(hook.get("objectSelector").or(Some(&Value::Object(Default::default()))));
    let object_selector = object_selector.map_err(ApiError::internal)?;
    let labels = |object: Option<&Value>| object.and_then(|object| object.pointer(&["metadata", "labels"])).cloned();
    let (new, old) = (labels(review.object.as_deref()), labels(review.old));
    if !object_selector.is_empty()
        && !object_selector.matches_value(new.as_ref())
        && !object_selector.matches_value(old.as_ref())
    {
        return Ok(false);
    }
    let selector = LabelSelector::of_value(hook.get("namespaceSelector").or(Some(&Value::Object(Default::default()))));
    let selector = selector.map_err(ApiError::internal)?;
    if selector.is_empty() {
        return Ok(true);
    }
    // As upstream: a namespace is judged by its own labels, other objects of the cluster always match.
    let own_labels = if review.is("", "namespaces") {
        new.or(old)
    } else if review.ctx.served.namespaced {
        let namespace = look_fresh(review.ctx, "", "namespaces", "", review.namespace()).await?;
        labels(namespace.as_ref())
    } else {
        return Ok(true);
    };
    Ok(selector.matches_value(own_labels.as_ref()))
}

/// True when the webhook changed the object.
async fn call_mutating(review: &mut Review<'_>, hook: &Hook) -> Result<bool> {
    if !holds(review, hook).await? {
        return Ok(false);
    }
    let Some(response) = ask(review, hook, true).await? else { return Ok(false) };
    let Some(patch) = response.text(&["patch"]) else { return Ok(false) };
    let broken =
        |why: String| ApiError::internal(format!("failed calling webhook {}: {why}", quoted(hook_name(&hook.hook))));
    use base64::Engine;
    let bytes = base64::engine::general_purpose::STANDARD.decode(patch).map_err(|err| broken(err.to_string()))?;
    let patch = wire::parse_json(&bytes).map_err(|err| broken(err.to_string()))?;
    let (patch, _) = JsonPatch::parse(patch).map_err(|err| broken(err.to_string()))?;
    let served = review.ctx.served.clone();
    let Some(object) = review.object.as_deref_mut() else { return Ok(false) };
    let mut shown = object.clone();
    served.give_out(std::slice::from_mut(&mut shown)).await?;
    kube_api::patch::json_form(&mut shown, &served.schema);
    patch.apply(&mut shown).map_err(|err| broken(err.to_string()))?;
    let typed = wire::typed(shown, &served.schema).map_err(|err| broken(err.to_string()))?;
    let mut next = typed.object;
    served.take_in(&mut next).await?;
    let changed = next != *object;
    *object = next;
    Ok(changed)
}

fn hook_name(hook: &Value) -> &str {
    hook.text(&["name"]).unwrap_or_default()
}

/// Calls one webhook. Err when it refuses, or fails and that counts.
async fn ask(review: &Review<'_>, hook: &Hook, mutating: bool) -> Result<Option<Value>> {
    let name = hook_name(&hook.hook);
    let side_effects = hook.hook.text(&["sideEffects"]);
    if review.dry_run && !matches!(side_effects, Some("None" | "NoneOnDryRun")) {
        return Err(ApiError::bad_request(format!("admission webhook {} does not support dry run", quoted(name))));
    }
    let answered = reach(review, hook).await;
    let response = match answered {
        Ok(response) => response,
        Err(why) => {
            tracing::warn!(webhook = name, configuration = hook.owner, why, "webhook failed");
            // As upstream: a failing webhook is passed over when its owner says so.
            if hook.hook.text(&["failurePolicy"]) == Some("Ignore") {
                return Ok(None);
            }
            return Err(ApiError::internal(format!("failed calling webhook {}: {why}", quoted(name))));
        }
    };
    for warning in response.items(&["warnings"]).iter().filter_map(Value::as_str) {
        review.ctx.warn(warning);
    }
    if response.flag(&["allowed"]) {
        return Ok(mutating.then_some(response));
    }
    let message = response.text(&["status", "message"]).or(response.text(&["status", "reason"]));
    let text = match message {
        Some(message) => format!("admission webhook {} denied the request: {message}", quoted(name)),
        None => format!("admission webhook {} denied the request without explanation", quoted(name)),
    };
    let code = response
        .int(&["status", "code"])
        .and_then(|code| u16::try_from(code).ok())
        .filter(|code| (400..600).contains(code));
    let mut error = ApiError::new(code.unwrap_or(400), "", text);
    if let Some(reason) = response.text(&["status", "reason"]) {
        error.0.reason = reason.to_owned().into();
    } else if code == Some(403) || code.is_none() {
        error.0.code = 403;
        error.0.reason = "Forbidden".into();
    }
    Err(error)
}

async fn reach(review: &Review<'_>, hook: &Hook) -> std::result::Result<Value, String> {
    let uid = uuid::Uuid::new_v4().to_string();
    let request = request(review, &uid).await.map_err(|err| err.to_string())?;
    let to = outward(review, &hook.hook).await.map_err(|err| err.to_string())?;
    let seconds = u64::try_from(hook.hook.int(&["timeoutSeconds"]).unwrap_or(10)).unwrap_or(10).clamp(1, 30);
    let shown = format!("Post \"https://{}:{}{}?timeout={seconds}s\"", to.server_name, to.port, to.path);
    let answer =
        post(&review.ctx.server, &to, wire::plain_json(&request).into_bytes(), Duration::from_secs(seconds)).await;
    let (code, body) = answer.map_err(|err| format!("failed to call webhook: {shown}: {err}"))?;
    if !(200..300).contains(&code) {
        return Err(format!("failed to call webhook: the server responded with the status code {code}"));
    }
    let answer = wire::parse_json(&body).map_err(|err| format!("received invalid webhook response: {err}"))?;
    let response = answer.get("response").cloned().ok_or("webhook response is missing")?;
    if response.text(&["uid"]) != Some(&uid) {
        let found = response.text(&["uid"]).unwrap_or_default();
        return Err(format!(
            "received invalid webhook response: expected response.uid={}, got {}",
            quoted(&uid),
            quoted(found)
        ));
    }
    Ok(response)
}

/// The AdmissionReview that a webhook is sent.
async fn request(review: &Review<'_>, uid: &str) -> Result<Value> {
    let (info, served) = (&review.ctx.info, &review.ctx.served);
    let kind = value!({
        "group": (served.group.as_str()), "version": (served.version.as_str()), "kind": (served.kind.as_str())
    });
    let resource = value!({
        "group": (served.group.as_str()), "version": (served.version.as_str()), "resource": (served.plural.as_str())
    });
    let mut request = value!({
        "uid": uid, "kind": (kind.clone()), "resource": (resource.clone()), "requestKind": kind, "requestResource": resource,
        "operation": (review.verb.word()), "dryRun": (review.dry_run), "userInfo": (reviews::user_info(&review.ctx.user))
    });
    if !info.subresource.is_empty() {
        request.set("subResource", info.subresource.as_str());
        request.set("requestSubResource", info.subresource.as_str());
    }
    if !review.name().is_empty() {
        request.set("name", review.name());
    }
    if !info.namespace.is_empty() {
        request.set("namespace", info.namespace.as_str());
    }
    request.set("object", shown(review, review.object.as_deref()).await?);
    request.set("oldObject", shown(review, review.old).await?);
    let options = match review.verb {
        Verb::Create => "CreateOptions",
        Verb::Update => "UpdateOptions",
        Verb::Delete => "DeleteOptions",
        Verb::Connect => "",
    };
    if !options.is_empty() {
        request.set("options", value!({"kind": options, "apiVersion": "meta.k8s.io/v1"}));
    }
    Ok(value!({"kind": "AdmissionReview", "apiVersion": "admission.k8s.io/v1", "request": request}))
}

async fn shown(review: &Review<'_>, object: Option<&Value>) -> Result<Value> {
    let Some(object) = object else { return Ok(Value::Null) };
    let served = &review.ctx.served;
    let mut shown = object.clone();
    served.give_out(std::slice::from_mut(&mut shown)).await?;
    kube_api::codec::expose(&mut shown, &served.schema);
    Ok(shown)
}

async fn outward(review: &Review<'_>, hook: &Value) -> Result<Outward> {
    let authorities = match hook.pointer(&["clientConfig", "caBundle"]) {
        Some(Value::Bytes(bytes)) => bytes.to_vec(),
        _ => Vec::new(),
    };
    if let Some(url) = hook.text(&["clientConfig", "url"]) {
        let url: http::Uri = url.parse().map_err(|_| ApiError::internal("the webhook's url is not good"))?;
        let host = url.host().unwrap_or_default().trim_matches(['[', ']']).to_owned();
        let path = url.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        return Ok(Outward { port: url.port_u16().unwrap_or(443), server_name: host.clone(), host, path, authorities });
    }
    let text = |name: &str| hook.text(&["clientConfig", "service", name]).unwrap_or_default().to_owned();
    let (namespace, name) = (text("namespace"), text("name"));
    let port = hook.int(&["clientConfig", "service", "port"]).unwrap_or(443).to_string();
    let target = connect::service_in(review.ctx, "https", &namespace, &name, &port).await?;
    let path = match text("path").as_str() {
        "" => "/".to_owned(),
        path => path.to_owned(),
    };
    Ok(Outward {
        host: target.host,
        port: target.port,
        server_name: format!("{name}.{namespace}.svc"),
        path,
        authorities,
    })
}
