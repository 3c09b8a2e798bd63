//! What expressions are given of a request: its objects in the version of the request, itself, its namespace, and
//! somebody to ask for permission.

use std::rc::Rc;
use std::sync::Arc;

use kube_api::value;
use kube_api::value::Value;
use kube_cel::policies::Request;
use kube_cel::{Authorizer, Decision, Question};

use crate::admission::{Review, Verb, look_fresh};
use crate::authn::User;
use crate::authz::Attributes;
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::subresource::reviews;

/// Everything at hand, so that expressions run without waiting.
pub(in crate::admission) struct Prepared {
    pub(super) object: Value,
    old: Value,
    request: Value,
    namespace: Value,
    question: Question,
    server: Arc<Server>,
    user: Arc<User>,
}

struct Asks<'a> {
    server: &'a Server,
    user: &'a Arc<User>,
}

impl Authorizer for Asks<'_> {
    fn authorize(&self, question: &Question) -> Decision {
        let user = match &question.service_account {
            None => self.user.clone(),
            Some((namespace, name)) => Arc::new(User {
                name: format!("system:serviceaccount:{namespace}:{name}"),
                groups: vec!["system:serviceaccounts".into(), format!("system:serviceaccounts:{namespace}")],
                ..User::default()
            }),
        };
        let attributes = Attributes {
            user,
            verb: question.verb.clone(),
            group: question.group.clone(),
            resource: question.resource.clone(),
            subresource: question.subresource.clone(),
            namespace: question.namespace.clone(),
            name: question.name.clone(),
            path: question.path.clone().unwrap_or_default(),
            is_resource: question.path.is_none(),
            field_selector: question.field_selector.clone(),
        };
        let decided = self.server.authorizer.decide(&attributes);
        Decision { allowed: decided.allowed, reason: decided.reason, error: None }
    }
}

impl Prepared {
    pub(in crate::admission) async fn new(review: &Review<'_>) -> Result<Self> {
        let (info, served) = (&review.ctx.info, &review.ctx.served);
        Ok(Self {
            object: shown(review, review.object.as_deref()).await?,
            old: shown(review, review.old).await?,
            request: request(review),
            namespace: namespace(review).await?,
            question: Question {
                group: served.group.clone(),
                resource: served.plural.clone(),
                subresource: info.subresource.clone(),
                namespace: info.namespace.clone(),
                name: review.name().to_owned(),
                ..Question::default()
            },
            server: review.ctx.server.clone(),
            user: review.ctx.user.clone(),
        })
    }

    pub(in crate::admission) fn request(&self) -> Request<'_> {
        Request {
            object: &self.object,
            old: &self.old,
            request: &self.request,
            namespace: &self.namespace,
            authorizer: Rc::new(Asks { server: &self.server, user: &self.user }),
            question: self.question.clone(),
        }
    }
}

async fn shown(review: &Review<'_>, object: Option<&Value>) -> Result<Value> {
    let Some(object) = object else { return Ok(Value::Null) };
    let served = &review.ctx.served;
    let mut shown = object.clone();
    served.give_out(std::slice::from_mut(&mut shown)).await?;
    kube_api::codec::expose(&mut shown, &served.schema);
    Ok(shown)
}

/// As upstream: CreateAdmissionRequest; what is empty is not there.
fn request(review: &Review<'_>) -> Value {
    let (info, served) = (&review.ctx.info, &review.ctx.served);
    let kind = value!({
        "group": (served.group.as_str()), "version": (served.version.as_str()), "kind": (served.kind.as_str())
    });
    let resource = value!({
        "group": (served.group.as_str()), "version": (served.version.as_str()), "resource": (served.plural.as_str())
    });
    let mut request = value!({
        "kind": (kind.clone()), "resource": (resource.clone()), "requestKind": kind, "requestResource": resource,
        "operation": (review.verb.word()), "dryRun": (review.dry_run), "userInfo": (reviews::user_info(&review.ctx.user))
    });
    let texts = [
        ("subResource", info.subresource.as_str()),
        ("requestSubResource", info.subresource.as_str()),
        ("name", review.name()),
        ("namespace", info.namespace.as_str()),
    ];
    for (field, text) in texts.into_iter().filter(|(_, text)| !text.is_empty()) {
        request.set(field, text);
    }
    let options = match review.verb {
        Verb::Create => "CreateOptions",
        Verb::Update => "UpdateOptions",
        Verb::Delete => "DeleteOptions",
        Verb::Connect => return request,
    };
    request.set("options", value!({"kind": options, "apiVersion": "meta.k8s.io/v1"}));
    request
}

/// The namespace that the object is in; null for what is in none, and for namespaces themselves.
async fn namespace(review: &Review<'_>) -> Result<Value> {
    let name = review.namespace();
    if name.is_empty() || !review.ctx.served.namespaced {
        return Ok(Value::Null);
    }
    let found = look_fresh(review.ctx, "", "namespaces", "", name).await?;
    let mut namespace =
        found.ok_or_else(|| ApiError::not_found(crate::status::Named { group: "", resource: "namespaces" }, name))?;
    for hidden in ["managedFields", "ownerReferences"] {
        namespace.remove_pointer(&["metadata", hidden]);
    }
    if let Some(store) = review.ctx.server.catalog.store("", "namespaces") {
        kube_api::codec::expose(&mut namespace, &store.schema);
    }
    Ok(namespace)
}
