//! What this server serves: every version of every resource, built-in and custom, in one table.
//!
//! Requests, discovery and OpenAPI read it; it changes only when custom resources come and go. How an object of a row
//! is read and written is decided in `registry`, from what stands here.

mod built_in;
mod convert;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use kube_api::schema::TypeRef;
use kube_kinds::hooks::{self, Hooks};
use parking_lot::RwLock;

use crate::cache::{ResourceCache, StoredAs};
use crate::crd::Custom;
use crate::status::Named;

/// One served version of one resource.
#[derive(Debug)]
pub(crate) struct Served {
    pub group: String,
    pub version: String,
    pub plural: String,
    pub singular: String,
    pub kind: String,
    pub list_kind: String,
    pub namespaced: bool,
    pub verbs: Vec<String>,
    pub short_names: Vec<String>,
    pub categories: Vec<String>,
    pub schema: TypeRef,
    pub subresources: Vec<Sub>,
    /// None for what is never stored: reviews, bindings.
    pub store: Option<Arc<Store>>,
    pub conversion: Conversion,
}

/// A path below an object.
#[derive(Debug)]
pub(crate) struct Sub {
    pub name: String,
    pub group: String,
    pub version: String,
    pub kind: String,
    pub verbs: Vec<String>,
    pub schema: TypeRef,
}

/// Where and how a resource's objects are kept; shared by all its versions.
pub(crate) struct Store {
    pub group: String,
    pub plural: String,
    pub kind: String,
    pub namespaced: bool,
    pub api_version: String,
    pub schema: TypeRef,
    pub hooks: &'static Hooks,
    pub cache: Arc<ResourceCache>,
    /// What a custom resource's definition says; None for built-in kinds.
    pub custom: Option<Arc<Custom>>,
}

/// How a served version becomes the stored one and back.
#[derive(Clone, Debug)]
pub(crate) enum Conversion {
    /// It is the stored one.
    Same,
    /// Only `apiVersion` differs.
    Renamed,
    BuiltIn(&'static hooks::Version),
    /// As the definition says.
    Custom(Arc<Custom>),
}

/// The table.
#[derive(Default)]
pub(crate) struct Catalog {
    inner: RwLock<Arc<Tables>>,
}

/// One state of the table; a reader keeps the one it took.
#[derive(Clone, Default)]
pub(crate) struct Tables {
    served: HashMap<(String, String, String), Arc<Served>>,
    /// Groups in the order of discovery, and their versions in the order of preference.
    pub groups: Vec<Group>,
    /// Rises with each change: documents made from the table are kept by it.
    pub generation: u64,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub name: String,
    pub versions: Vec<GroupVersion>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct GroupVersion {
    pub version: String,
    /// Sorted by name, as discovery shows them.
    pub resources: Vec<Arc<Served>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Store({})", self.cache.prefix)
    }
}

impl Served {
    pub(crate) fn named(&self) -> Named<'_> {
        Named { group: &self.group, resource: &self.plural }
    }

    pub(crate) fn named_kind(&self) -> Named<'_> {
        Named { group: &self.group, resource: &self.kind }
    }

    pub(crate) fn api_version(&self) -> String {
        api_version(&self.group, &self.version)
    }

    pub(crate) fn sub(&self, name: &str) -> Option<&Sub> {
        self.subresources.iter().find(|sub| sub.name == name)
    }

    pub(crate) fn has_verb(&self, verb: &str) -> bool {
        self.verbs.iter().any(|own| own == verb)
    }

    pub(crate) fn is_custom(&self) -> bool {
        self.store.as_ref().is_some_and(|store| store.custom.is_some())
    }

    /// What users of a version that is going away are told.
    pub(crate) fn deprecation(&self) -> Option<String> {
        let store = self.store.as_ref()?;
        if let Some(text) = store.hooks.deprecated {
            return Some(text.to_owned());
        }
        let text = store.custom.as_ref()?.deprecation(&self.version)?;
        // As upstream: a definition may leave the words to the server.
        Some(if text.is_empty() {
            format!("{} {} is deprecated", self.api_version(), self.kind)
        } else {
            text.to_owned()
        })
    }

    /// Whether objects go out exactly as they are stored.
    pub(crate) fn is_stored_version(&self) -> bool {
        matches!(self.conversion, Conversion::Same)
    }
}

impl Store {
    pub(crate) fn named(&self) -> Named<'_> {
        Named { group: &self.group, resource: &self.plural }
    }

    pub(crate) fn named_kind(&self) -> Named<'_> {
        Named { group: &self.group, resource: &self.kind }
    }

    pub(crate) fn key(&self, namespace: &str, name: &str) -> String {
        let prefix = &self.cache.prefix;
        if self.namespaced { format!("{prefix}{namespace}/{name}") } else { format!("{prefix}{name}") }
    }

    /// Where a list looks: everything, or one namespace.
    pub(crate) fn place(&self, namespace: &str) -> String {
        let prefix = &self.cache.prefix;
        if self.namespaced && !namespace.is_empty() { format!("{prefix}{namespace}/") } else { prefix.clone() }
    }

    pub(crate) fn is_protobuf(&self) -> bool {
        self.cache.format.stored_as == StoredAs::Protobuf
    }
}

pub(crate) fn api_version(group: &str, version: &str) -> String {
    if group.is_empty() { version.to_owned() } else { format!("{group}/{version}") }
}

pub(crate) fn split_api_version(text: &str) -> (&str, &str) {
    text.split_once('/').unwrap_or(("", text))
}

impl Catalog {
    pub(crate) fn built_in() -> Self {
        let catalog = Self::default();
        catalog.replace(built_in::served());
        catalog
    }

    pub(crate) fn tables(&self) -> Arc<Tables> {
        self.inner.read().clone()
    }

    pub(crate) fn find(&self, group: &str, version: &str, plural: &str) -> Option<Arc<Served>> {
        self.tables().find(group, version, plural)
    }

    /// The served version that is preferred for a resource of this name.
    pub(crate) fn resource(&self, group: &str, plural: &str) -> Option<Arc<Served>> {
        let tables = self.tables();
        let group = tables.groups.iter().find(|own| own.name == group)?;
        group.versions.iter().find_map(|version| version.resources.iter().find(|row| row.plural == plural).cloned())
    }

    pub(crate) fn of_kind(&self, group: &str, version: &str, kind: &str) -> Option<Arc<Served>> {
        let tables = self.tables();
        let group = tables.groups.iter().find(|own| own.name == group)?;
        let version = group.versions.iter().find(|own| own.version == version)?;
        version.resources.iter().find(|row| row.kind == kind).cloned()
    }

    /// Where a built-in resource is kept.
    pub(crate) fn store(&self, group: &str, plural: &str) -> Option<Arc<Store>> {
        self.resource(group, plural)?.store.clone()
    }

    pub(crate) fn stores(&self) -> Vec<Arc<Store>> {
        let mut found: BTreeMap<String, Arc<Store>> = BTreeMap::new();
        for served in self.tables().served.values() {
            if let Some(store) = &served.store {
                found.insert(store.cache.prefix.clone(), store.clone());
            }
        }
        found.into_values().collect()
    }

    /// Takes over the served versions of one custom resource, in place of what was served of it before.
    pub(crate) fn set_custom(&self, group: &str, plural: &str, rows: Vec<Served>) {
        let kept =
            self.tables().served.values().filter(|row| row.group != group || row.plural != plural).cloned().collect();
        let all: Vec<Arc<Served>> = [kept, rows.into_iter().map(Arc::new).collect::<Vec<_>>()].concat();
        self.replace_arcs(all);
    }

    fn replace(&self, rows: Vec<Served>) {
        self.replace_arcs(rows.into_iter().map(Arc::new).collect());
    }

    fn replace_arcs(&self, rows: Vec<Arc<Served>>) {
        let mut inner = self.inner.write();
        let mut groups: Vec<Group> = Vec::new();
        let mut served = HashMap::with_capacity(rows.len());
        let mut rows = rows;
        rows.sort_by(|a, b| order(a).cmp(&order(b)));
        for row in rows {
            served.insert((row.group.clone(), row.version.clone(), row.plural.clone()), row.clone());
            if groups.last().is_none_or(|last| last.name != row.group) {
                groups.push(Group { name: row.group.clone(), versions: Vec::new() });
            }
            let Some(group) = groups.last_mut() else { continue };
            if group.versions.last().is_none_or(|last| last.version != row.version) {
                group.versions.push(GroupVersion { version: row.version.clone(), resources: Vec::new() });
            }
            if let Some(version) = group.versions.last_mut() {
                version.resources.push(row);
            }
        }
        *inner = Arc::new(Tables { served, groups, generation: inner.generation + 1 });
    }
}

impl Tables {
    pub(crate) fn find(&self, group: &str, version: &str, plural: &str) -> Option<Arc<Served>> {
        self.served.get(&(group.to_owned(), version.to_owned(), plural.to_owned())).cloned()
    }
}

/// The order of discovery: groups by upstream's priority, then by name; versions by maturity, newest first.
fn order(row: &Served) -> (usize, &str, std::cmp::Reverse<Maturity>, &str) {
    (group_priority(&row.group), &row.group, std::cmp::Reverse(maturity(&row.version)), &row.plural)
}

type Maturity = (u8, u32, u32);

/// As upstream: apimachinery/pkg/version, CompareKubeAwareVersionStrings.
pub(crate) fn maturity(version: &str) -> Maturity {
    let numbers = |text: &str| text.parse::<u32>().ok();
    let Some(rest) = version.strip_prefix('v') else { return (0, 0, 0) };
    for (word, rank) in [("beta", 2), ("alpha", 1)] {
        if let Some((major, minor)) = rest.split_once(word) {
            return match (numbers(major), numbers(minor)) {
                (Some(major), Some(minor)) => (rank, major, minor),
                _ => (0, 0, 0),
            };
        }
    }
    numbers(rest).map_or((0, 0, 0), |major| (3, major, 0))
}

/// As upstream: the group priorities of pkg/controlplane/apiserver/aggregator.go and the API server's own.
fn group_priority(group: &str) -> usize {
    const ORDER: [&str; 20] = [
        "",
        "apiregistration.k8s.io",
        "apps",
        "events.k8s.io",
        "authentication.k8s.io",
        "authorization.k8s.io",
        "autoscaling",
        "batch",
        "certificates.k8s.io",
        "networking.k8s.io",
        "policy",
        "rbac.authorization.k8s.io",
        "storage.k8s.io",
        "admissionregistration.k8s.io",
        "apiextensions.k8s.io",
        "scheduling.k8s.io",
        "coordination.k8s.io",
        "node.k8s.io",
        "discovery.k8s.io",
        "resource.k8s.io",
    ];
    match ORDER.iter().position(|own| *own == group) {
        Some(at) => at,
        None if group == "flowcontrol.apiserver.k8s.io" => ORDER.len(),
        None => ORDER.len() + 1,
    }
}
