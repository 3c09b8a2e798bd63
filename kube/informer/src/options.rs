//! What a call may be given: resource, list, watch, patch and delete options. Data only.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use kube_api::types::Object;

/// One resource of the API, known when we were built or discovered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resource {
    pub group: Cow<'static, str>,
    pub version: Cow<'static, str>,
    pub plural: Cow<'static, str>,
    pub kind: Cow<'static, str>,
    pub namespaced: bool,
}

#[derive(Clone, Debug, Default)]
pub struct ListOptions {
    pub namespace: String,
    pub labels: String,
    pub fields: String,
    /// "" asks for what is committed now, "0" for whatever the server has at hand.
    pub revision: String,
}

#[derive(Clone, Debug)]
pub enum Patch {
    Json(Bytes),
    Merge(Bytes),
    Strategic(Bytes),
    /// Server-side apply, JSON or YAML.
    Apply {
        body: Bytes,
        manager: String,
        force: bool,
    },
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeleteOptions {
    pub grace_s: Option<i64>,
    pub uid: Option<String>,
    pub revision: Option<String>,
    pub propagation: Option<Propagation>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Propagation {
    Orphan,
    Background,
    Foreground,
}

impl Resource {
    pub fn of<T: Object>() -> Self {
        Resource {
            group: Cow::Borrowed(T::GROUP),
            version: Cow::Borrowed(T::VERSION),
            plural: Cow::Borrowed(T::PLURAL),
            kind: Cow::Borrowed(T::KIND),
            namespaced: T::NAMESPACED,
        }
    }

    pub fn api_version(&self) -> String {
        if self.group.is_empty() { self.version.to_string() } else { format!("{}/{}", self.group, self.version) }
    }

    /// The path of the collection, or of one object in it.
    pub fn path(&self, namespace: &str, name: &str, subresource: &str) -> String {
        let mut path = if self.group.is_empty() {
            format!("/api/{}", self.version)
        } else {
            format!("/apis/{}/{}", self.group, self.version)
        };
        if !namespace.is_empty() {
            path.push_str("/namespaces/");
            path.push_str(namespace);
        }
        for part in [&*self.plural, name, subresource] {
            if !part.is_empty() {
                path.push('/');
                path.extend(percent_encoding::utf8_percent_encode(part, SEGMENT));
            }
        }
        path
    }
}

/// Names such as `system:node` stand in paths as they are, as upstream's clients send them.
const SEGMENT: &percent_encoding::AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'/').add(b'?').add(b'<').add(b'>');

impl fmt::Display for Resource {
    /// As upstream prints a GroupResource: `deployments.apps`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plural)?;
        if !self.group.is_empty() {
            write!(f, ".{}", self.group)?;
        }
        Ok(())
    }
}

impl Patch {
    pub(crate) fn content_type(&self) -> &'static str {
        match self {
            Patch::Json(_) => "application/json-patch+json",
            Patch::Merge(_) => "application/merge-patch+json",
            Patch::Strategic(_) => "application/strategic-merge-patch+json",
            Patch::Apply { .. } => "application/apply-patch+yaml",
        }
    }

    pub(crate) fn body(&self) -> &Bytes {
        match self {
            Patch::Json(body) | Patch::Merge(body) | Patch::Strategic(body) | Patch::Apply { body, .. } => body,
        }
    }
}

impl Propagation {
    pub fn as_str(self) -> &'static str {
        match self {
            Propagation::Orphan => "Orphan",
            Propagation::Background => "Background",
            Propagation::Foreground => "Foreground",
        }
    }
}

impl DeleteOptions {
    /// Only this incarnation of the object.
    pub fn uid(uid: impl Into<String>) -> Self {
        DeleteOptions { uid: Some(uid.into()), ..DeleteOptions::default() }
    }

    pub(crate) fn body(&self) -> Bytes {
        let mut body = serde_json::json!({ "kind": "DeleteOptions", "apiVersion": "v1" });
        if let Some(grace) = self.grace_s {
            body["gracePeriodSeconds"] = grace.into();
        }
        if let Some(propagation) = self.propagation {
            body["propagationPolicy"] = propagation.as_str().into();
        }
        if let Some(uid) = &self.uid {
            body["preconditions"]["uid"] = uid.as_str().into();
        }
        if let Some(revision) = &self.revision {
            body["preconditions"]["resourceVersion"] = revision.as_str().into();
        }
        body.to_string().into()
    }
}
