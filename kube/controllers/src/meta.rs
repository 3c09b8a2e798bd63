//! Small readings of metadata that many controllers share: owners, times, finalizers.

use jiff::{SignedDuration, Timestamp};
use kube_api::types::Object;
use kube_api::types::meta::{ObjectMeta, OwnerReference, Time};
use kube_informer::Resource;

pub(crate) fn time(at: Timestamp) -> Time {
    // Times in objects have no fraction.
    Time { seconds: at.as_second(), nanos: 0 }
}

pub(crate) fn timestamp(time: &Time) -> Timestamp {
    Timestamp::new(time.seconds, time.nanos).unwrap_or_default()
}

/// Time passed since `time`; zero when that lies ahead.
pub(crate) fn since(now: Timestamp, time: &Time) -> std::time::Duration {
    now.duration_since(timestamp(time)).try_into().unwrap_or_default()
}

/// Time until `time` and then `more`; zero when it has passed.
pub(crate) fn until(now: Timestamp, time: &Time, more: SignedDuration) -> std::time::Duration {
    (timestamp(time).duration_since(now) + more).try_into().unwrap_or_default()
}

pub(crate) fn rfc3339(at: Timestamp) -> String {
    Timestamp::new(at.as_second(), 0).unwrap_or_default().to_string()
}

pub(crate) fn controller_of(meta: &ObjectMeta) -> Option<&OwnerReference> {
    meta.owner_references.iter().find(|owner| owner.controller == Some(true))
}

pub(crate) fn is_controlled_by(meta: &ObjectMeta, uid: &str) -> bool {
    controller_of(meta).is_some_and(|owner| owner.uid == uid)
}

/// How an object points at the controller that made it.
pub(crate) fn controller_ref<T: Object>(owner: &T) -> OwnerReference {
    let meta = owner.metadata();
    OwnerReference {
        api_version: Resource::of::<T>().api_version(),
        kind: T::KIND.to_owned(),
        name: meta.name.clone(),
        uid: meta.uid.clone(),
        controller: Some(true),
        block_owner_deletion: Some(true),
    }
}

/// The namespace/name key of an object's controller, if that is of kind `T`.
pub(crate) fn controller_key<T: Object>(meta: &ObjectMeta) -> Option<kube_informer::Key> {
    let owner = controller_of(meta)?;
    let ours = owner.kind == T::KIND
        && owner.api_version.split('/').next_back() == Some(T::VERSION)
        && (T::GROUP.is_empty() || owner.api_version.starts_with(T::GROUP));
    ours.then(|| kube_informer::Key::new(meta.namespace.clone(), owner.name.clone()))
}

/// Index value: the controller's uid, or all orphans of a namespace together.
pub(crate) fn by_controller(meta: &ObjectMeta) -> Vec<String> {
    match controller_of(meta) {
        Some(owner) => vec![owner.uid.clone()],
        None => vec![orphans_of(&meta.namespace)],
    }
}

pub(crate) fn orphans_of(namespace: &str) -> String {
    format!("orphans of {namespace}")
}

pub(crate) fn has_finalizer(meta: &ObjectMeta, finalizer: &str) -> bool {
    meta.finalizers.iter().any(|has| has == finalizer)
}

/// A merge patch that sets the finalizers, only if nobody changed the object meanwhile.
pub(crate) fn finalizers_patch(meta: &ObjectMeta, finalizers: &[&str]) -> serde_json::Value {
    serde_json::json!({ "metadata": {
        "uid": meta.uid, "resourceVersion": meta.resource_version, "finalizers": finalizers,
    }})
}

pub(crate) fn without_finalizer(meta: &ObjectMeta, finalizer: &str) -> serde_json::Value {
    let left: Vec<&str> = meta.finalizers.iter().map(String::as_str).filter(|has| *has != finalizer).collect();
    finalizers_patch(meta, &left)
}

pub(crate) fn with_finalizer(meta: &ObjectMeta, finalizer: &str) -> serde_json::Value {
    let mut all: Vec<&str> = meta.finalizers.iter().map(String::as_str).collect();
    all.push(finalizer);
    finalizers_patch(meta, &all)
}
