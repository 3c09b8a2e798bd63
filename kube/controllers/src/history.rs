//! The revisions of a DaemonSet or StatefulSet: its templates, numbered, as ControllerRevisions.
//! As upstream: pkg/controller/history; the data is a patch that restores the template, as `kubectl rollout undo` reads.

use std::sync::Arc;

use kube_api::codec::json;
use kube_api::codec::protobuf;
use kube_api::types::Object;
use kube_api::types::apps::ControllerRevision;
use kube_api::types::core::PodTemplateSpec;
use kube_api::types::meta::{LabelSelector, RawExtension};
use kube_api::value::Value;
use prost::Message;

use crate::hash;
use crate::meta::controller_ref;
use crate::plan::Plan;

pub(crate) const HASH_LABEL: &str = "controller-revision-hash";

/// An owner's revisions, the one of its present template among them.
pub(crate) struct History {
    /// Made or renumbered by the plan where it has to be.
    pub(crate) update: ControllerRevision,
    /// All others, oldest first.
    pub(crate) others: Vec<Arc<ControllerRevision>>,
    /// The next revision with the same hash must differ.
    pub(crate) collision: bool,
}

pub(crate) struct Owner<'a, T> {
    pub(crate) object: &'a T,
    pub(crate) template: &'a PodTemplateSpec,
    pub(crate) selector: Option<&'a LabelSelector>,
    pub(crate) collisions: Option<i32>,
}

/// Finds the revision of the present template, or makes it.
pub(crate) fn sync<T: Object>(
    owner: &Owner<'_, T>,
    mut revisions: Vec<Arc<ControllerRevision>>,
    name_taken: impl Fn(&str) -> bool,
    plan: &mut Plan,
) -> History {
    revisions.sort_by_key(|it| (it.revision, it.metadata.creation_timestamp, it.metadata.name.clone()));
    let data = patch(owner.template);
    let parsed = json::parse(data.as_bytes()).ok();
    // As upstream: of equal ones the newest counts.
    let found = revisions.iter().rposition(|it| json::parse(&it.data.raw).ok() == parsed && parsed.is_some());
    let highest = revisions.last().map_or(0, |it| it.revision);
    match found {
        Some(at) => {
            let mut update = (*revisions.remove(at)).clone();
            if update.revision < highest {
                // Rolled back to: it becomes the newest.
                update.revision = highest + 1;
                plan.update(&update);
            }
            History { update, others: revisions, collision: false }
        }
        None => {
            let hash = hash::template(owner.template, owner.collisions);
            let meta = owner.object.metadata();
            let name = format!("{:.*}-{hash}", 253 - 1 - hash.len(), meta.name);
            let mut update = ControllerRevision {
                data: RawExtension { raw: data.into_bytes() },
                revision: highest + 1,
                ..ControllerRevision::default()
            };
            update.metadata_mut().namespace = meta.namespace.clone();
            update.metadata_mut().annotations = meta.annotations.clone();
            update.metadata_mut().labels = owner
                .selector
                .map(|it| it.match_labels.clone())
                .unwrap_or_else(|| owner.template.metadata.labels.clone());
            update.metadata_mut().labels.insert(HASH_LABEL.to_owned(), hash);
            update.metadata_mut().owner_references = vec![controller_ref(owner.object)];
            update.metadata_mut().name = name;
            let collision = name_taken(&update.metadata.name);
            if !collision {
                plan.create(&update);
            }
            History { update, others: revisions, collision }
        }
    }
}

impl History {
    pub(crate) fn hash(&self) -> &str {
        self.update.metadata.labels.get(HASH_LABEL).map(String::as_str).unwrap_or_default()
    }

    /// Drops the oldest beyond the limit, but none that `lives` says is in use.
    pub(crate) fn truncate(&self, limit: Option<i32>, lives: impl Fn(&ControllerRevision) -> bool, plan: &mut Plan) {
        let limit = usize::try_from(limit.unwrap_or(10)).unwrap_or(0);
        let idle: Vec<_> = self.others.iter().filter(|it| !lives(it)).collect();
        for revision in idle.iter().take(idle.len().saturating_sub(limit)) {
            plan.delete(&***revision);
        }
    }
}

/// `{"spec":{"template":{...,"$patch":"replace"}}}`.
fn patch(template: &PodTemplateSpec) -> String {
    let ty = &kube_api::schema::builtin::CORE_POD_TEMPLATE_SPEC;
    // The bytes come from the same schema, so they decode.
    let value = protobuf::decode_message(&template.encode_to_vec(), ty).unwrap_or_default();
    let mut template = json::parse(&json::encode(&value, ty)).unwrap_or_default();
    template.set("$patch", "replace");
    let mut patch = Value::default();
    patch.set_pointer(&["spec", "template"], template);
    String::from_utf8(json::encode_plain(&patch)).unwrap_or_default()
}

/// The template that a revision holds.
pub(crate) fn template(revision: &ControllerRevision) -> Option<PodTemplateSpec> {
    let ty = &kube_api::schema::builtin::CORE_POD_TEMPLATE_SPEC;
    let mut patch = json::parse(&revision.data.raw).ok()?;
    let mut template = patch.remove_pointer(&["spec", "template"])?;
    template.remove("$patch");
    let text = json::encode_plain(&template);
    let (value, _) = json::decode(&text, ty, kube_api::codec::Strictness::Ignore).ok()?;
    PodTemplateSpec::decode(protobuf::encode_message(&value, ty).as_slice()).ok()
}
