//! Status: what failed, or that something was done and there is nothing else to show.

use kube_api::schema::builtin;
use kube_api::value::{Object, Value};

use super::{Rendered, object};
use crate::http::negotiate::{Answer, Shape};
use crate::status::{ApiError, Details};

/// The Status of a failure as a tree.
pub(crate) fn tree(error: &ApiError) -> Value {
    let failure = &error.0;
    let mut status = Value::Object(Object::new());
    status.set("kind", "Status");
    status.set("apiVersion", "v1");
    status.set("metadata", Value::Object(Object::new()));
    if !failure.continue_token.is_empty() {
        status.set_pointer(&["metadata", "continue"], failure.continue_token.as_str());
    }
    status.set("status", "Failure");
    status.set("message", failure.message.as_str());
    if !failure.reason.is_empty() {
        status.set("reason", failure.reason.as_ref());
    }
    if let Some(found) = &failure.details {
        status.set("details", details(found));
    }
    status.set("code", i64::from(failure.code));
    status
}

fn details(found: &Details) -> Value {
    let mut details = Value::Object(Object::new());
    for (name, text) in [("name", &found.name), ("group", &found.group), ("kind", &found.kind), ("uid", &found.uid)] {
        if !text.is_empty() {
            details.set(name, text.as_str());
        }
    }
    if !found.causes.is_empty() {
        let causes: Value = found
            .causes
            .iter()
            .map(|cause| {
                let mut one = Value::Object(Object::new());
                for (name, text) in [("reason", &cause.reason), ("message", &cause.message), ("field", &cause.field)] {
                    if !text.is_empty() {
                        one.set(name, text.as_str());
                    }
                }
                one
            })
            .collect();
        details.set("causes", causes);
    }
    if found.retry_after_seconds != 0 {
        details.set("retryAfterSeconds", found.retry_after_seconds);
    }
    details
}

fn render(tree: Value, answer: Answer) -> Rendered {
    let answer = Answer { shape: Shape::Object, ..answer };
    let text = tree.text(&["message"]).unwrap_or_default().to_owned();
    let made = builtin::kind("", "v1", "Status")
        .ok_or_else(|| ApiError::internal("no type for Status"))
        .and_then(|schema| object::typed(tree, schema, "v1", "Status", answer));
    // A Status that cannot be encoded is still told.
    made.unwrap_or_else(|_| Rendered { body: crate::http::body::Body::full(text), content_type: "text/plain".into() })
}

pub(crate) fn failure(error: &ApiError, answer: Answer) -> Rendered {
    render(tree(error), answer)
}

/// That an object was deleted (as upstream: handlers/delete.go).
pub(crate) fn success(name: &str, group: &str, kind: &str, uid: &str, answer: Answer) -> Rendered {
    let mut status = success_tree();
    let found =
        Details { name: name.into(), group: group.into(), kind: kind.into(), uid: uid.into(), ..Details::default() };
    status.set("details", details(&found));
    render(status, answer)
}

/// That something was done that leaves no object (as upstream: handlers/create.go, which sets the code).
pub(crate) fn created(answer: Answer) -> Rendered {
    let mut status = success_tree();
    status.set("code", 201_i64);
    render(status, answer)
}

fn success_tree() -> Value {
    let mut status = Value::Object(Object::new());
    status.set("kind", "Status");
    status.set("apiVersion", "v1");
    status.set("metadata", Value::Object(Object::new()));
    status.set("status", "Success");
    status
}
