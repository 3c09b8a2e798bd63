//! RBAC: roles and bindings as the cluster holds them, and what they grant.
//!
//! As upstream: plugin/pkg/auth/authorizer/rbac. Aggregated roles come with their rules filled in: the controller
//! manager writes them, here they are data.

use std::collections::HashMap;
use std::sync::Arc;

use kube_api::value::Value;
use parking_lot::RwLock;

use super::Attributes;
use super::rules::Rule;
use crate::authn::User;
use crate::status::quoted;

/// The four kinds of RBAC objects, parsed. Kept by the watch cache.
#[derive(Default)]
pub(crate) struct Policy {
    inner: RwLock<Inner>,
}

#[derive(Default)]
struct Inner {
    cluster_roles: HashMap<String, Arc<[Rule]>>,
    roles: HashMap<(String, String), Arc<[Rule]>>,
    cluster_bindings: HashMap<String, Arc<Binding>>,
    bindings: HashMap<String, HashMap<String, Arc<Binding>>>,
}

/// Which of the four an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    ClusterRole,
    Role,
    ClusterRoleBinding,
    RoleBinding,
}

#[derive(Debug)]
pub(crate) struct Binding {
    name: String,
    namespace: String,
    role_kind: String,
    role: String,
    subjects: Vec<Subject>,
}

#[derive(Debug)]
struct Subject {
    kind: String,
    name: String,
    namespace: String,
}

/// Sees each binding of a user with its rules, and says whether to go on.
type Visit<'v> = dyn FnMut(&Binding, &Subject, Result<Arc<[Rule]>, String>) -> bool + 'v;

/// Rules found for a user, and what could not be read.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub rules: Vec<Rule>,
    pub errors: Vec<String>,
}

impl Kind {
    pub(crate) const ALL: [(Self, &'static str); 4] = [
        (Self::ClusterRole, "clusterroles"),
        (Self::Role, "roles"),
        (Self::ClusterRoleBinding, "clusterrolebindings"),
        (Self::RoleBinding, "rolebindings"),
    ];
}

impl Policy {
    /// Takes over a change: `object` is `None` for a deletion.
    pub(crate) fn apply(&self, kind: Kind, namespace: &str, name: &str, object: Option<&Value>) {
        let mut inner = self.inner.write();
        match kind {
            Kind::ClusterRole => match object {
                Some(object) => drop(inner.cluster_roles.insert(name.into(), Rule::read_all(object).into())),
                None => drop(inner.cluster_roles.remove(name)),
            },
            Kind::Role => {
                let key = (namespace.to_owned(), name.to_owned());
                match object {
                    Some(object) => drop(inner.roles.insert(key, Rule::read_all(object).into())),
                    None => drop(inner.roles.remove(&key)),
                }
            }
            Kind::ClusterRoleBinding => match object {
                Some(object) => drop(inner.cluster_bindings.insert(name.into(), Arc::new(Binding::read(object)))),
                None => drop(inner.cluster_bindings.remove(name)),
            },
            Kind::RoleBinding => {
                let own = inner.bindings.entry(namespace.to_owned()).or_default();
                match object {
                    Some(object) => drop(own.insert(name.into(), Arc::new(Binding::read(object)))),
                    None => drop(own.remove(name)),
                }
            }
        }
    }

    /// The binding that allows this, described.
    pub(crate) fn decide(&self, wanted: &Attributes) -> Option<String> {
        let mut source = None;
        self.visit(&wanted.user, &wanted.namespace, &mut |binding, subject, rules| {
            let rules = match rules {
                Ok(rules) => rules,
                Err(_) => return true,
            };
            if rules.iter().any(|rule| rule.allows(wanted)) {
                source = Some(binding.describe(subject));
                return false;
            }
            true
        });
        source
    }

    pub(crate) fn rules_for(&self, user: &User, namespace: &str) -> Found {
        let mut found = Found::default();
        self.visit(user, namespace, &mut |_, _, rules| {
            match rules {
                Ok(rules) => found.rules.extend(rules.iter().cloned()),
                Err(why) => found.errors.push(why),
            }
            true
        });
        found
    }

    /// The rules that a role reference stands for.
    pub(crate) fn rules_of(&self, kind: &str, namespace: &str, name: &str) -> Result<Arc<[Rule]>, String> {
        self.inner.read().rules_of(kind, namespace, name)
    }

    fn visit(&self, user: &User, namespace: &str, visit: &mut Visit<'_>) {
        let inner = self.inner.read();
        let local = inner.bindings.get(namespace).filter(|_| !namespace.is_empty());
        for binding in inner.cluster_bindings.values().chain(local.into_iter().flat_map(HashMap::values)) {
            if let Some(subject) = binding.subjects.iter().find(|subject| subject.is(user, &binding.namespace)) {
                let rules = inner.rules_of(&binding.role_kind, &binding.namespace, &binding.role);
                if !visit(binding, subject, rules) {
                    return;
                }
            }
        }
    }
}

impl Inner {
    fn rules_of(&self, kind: &str, namespace: &str, name: &str) -> Result<Arc<[Rule]>, String> {
        let missing = |resource: &str| format!("{resource}.rbac.authorization.k8s.io {} not found", quoted(name));
        match kind {
            "ClusterRole" => self.cluster_roles.get(name).cloned().ok_or_else(|| missing("clusterroles")),
            "Role" => self.roles.get(&(namespace.to_owned(), name.to_owned())).cloned().ok_or_else(|| missing("roles")),
            other => Err(format!("unsupported role reference kind: {}", quoted(other))),
        }
    }
}

impl Binding {
    fn read(object: &Value) -> Self {
        let text = |value: &Value, path: &[&str]| value.text(path).unwrap_or_default().to_owned();
        let subjects = object
            .items(&["subjects"])
            .iter()
            .map(|subject| Subject {
                kind: text(subject, &["kind"]),
                name: text(subject, &["name"]),
                namespace: text(subject, &["namespace"]),
            })
            .collect();
        Self {
            name: text(object, &["metadata", "name"]),
            namespace: text(object, &["metadata", "namespace"]),
            role_kind: text(object, &["roleRef", "kind"]),
            role: text(object, &["roleRef", "name"]),
            subjects,
        }
    }

    fn describe(&self, subject: &Subject) -> String {
        let (kind, name) = match self.namespace.as_str() {
            "" => ("ClusterRoleBinding", quoted(&self.name)),
            // As upstream: the name stands before the namespace.
            namespace => ("RoleBinding", quoted(&format!("{}/{namespace}", self.name))),
        };
        let who = match subject.kind.as_str() {
            "ServiceAccount" => {
                let namespace = if subject.namespace.is_empty() { &self.namespace } else { &subject.namespace };
                format!("ServiceAccount {}", quoted(&format!("{}/{namespace}", subject.name)))
            }
            kind => format!("{kind} {}", quoted(&subject.name)),
        };
        format!("{kind} {name} of {} {} to {who}", self.role_kind, quoted(&self.role))
    }
}

impl Subject {
    fn is(&self, user: &User, binding_namespace: &str) -> bool {
        match self.kind.as_str() {
            "User" => self.name == user.name,
            "Group" => user.in_group(&self.name),
            "ServiceAccount" => {
                let namespace = if self.namespace.is_empty() { binding_namespace } else { &self.namespace };
                !namespace.is_empty() && user.service_account() == Some((namespace, self.name.as_str()))
            }
            _ => false,
        }
    }
}
