//! What a controller has decided to do: a printable list of steps. Doing it is `act`'s.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use kube_api::types::Object;
use kube_api::types::core::ObjectReference;
use kube_informer::{DeleteOptions, Level, Resource};

/// Steps in order. Independent steps go on when one fails, up to the next [`Step::Barrier`].
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) steps: Vec<Step>,
    /// Look again after this time, whatever happens.
    pub(crate) requeue: Option<Duration>,
}

#[derive(Debug)]
pub(crate) enum Step {
    /// A run of creates goes out in batches of 1, 2, 4 ..., so that a quota is hit by one request, not by all.
    Create(Draft, Option<Told>),
    Update(Draft),
    UpdateStatus(Draft),
    /// Replaces through another subresource.
    UpdateThrough(&'static str, Draft),
    Patch(Change),
    /// Takes an orphan over: done only if its new owner still exists with this uid and is not being deleted.
    Adopt {
        owner: Target,
        change: Change,
    },
    Delete(Target, DeleteOptions, Option<Told>),
    Event(ObjectReference, Level, &'static str, String),
    /// Server-side apply of JSON, taking over what others manage of it.
    Apply(Target, Bytes),
    /// What follows is done only if nothing before it failed.
    Barrier,
}

/// An object to be written, already in its wire form.
pub(crate) struct Draft {
    pub(crate) target: Target,
    pub(crate) body: Bytes,
}

/// One object of the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) resource: Resource,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) uid: String,
}

#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) on: Target,
    pub(crate) subresource: &'static str,
    pub(crate) kind: PatchKind,
    pub(crate) body: serde_json::Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PatchKind {
    Merge,
    Strategic,
}

/// Events for how a create or a delete ended; `{}` in a text stands for the object's name or the error.
#[derive(Debug)]
pub(crate) struct Told {
    pub(crate) about: ObjectReference,
    pub(crate) done: (&'static str, String),
    pub(crate) failed: (&'static str, String),
}

impl Plan {
    pub(crate) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    pub(crate) fn push(&mut self, step: Step) {
        self.steps.push(step);
    }

    /// The earliest of all times asked for counts.
    pub(crate) fn again_after(&mut self, delay: Duration) {
        self.requeue = Some(self.requeue.map_or(delay, |old| old.min(delay)));
    }

    pub(crate) fn create(&mut self, object: &impl Object) {
        self.push(Step::Create(Draft::of(object), None));
    }

    pub(crate) fn update(&mut self, object: &impl Object) {
        self.push(Step::Update(Draft::of(object)));
    }

    pub(crate) fn update_status(&mut self, object: &impl Object) {
        self.push(Step::UpdateStatus(Draft::of(object)));
    }

    /// Deletes exactly this incarnation of the object.
    pub(crate) fn delete(&mut self, object: &impl Object) {
        let target = Target::of(object);
        let options = DeleteOptions::uid(target.uid.clone());
        self.push(Step::Delete(target, options, None));
    }

    pub(crate) fn merge(&mut self, object: &impl Object, body: serde_json::Value) {
        self.push(Step::Patch(Change { on: Target::of(object), subresource: "", kind: PatchKind::Merge, body }));
    }

    pub(crate) fn strategic_status(&mut self, object: &impl Object, body: serde_json::Value) {
        let kind = PatchKind::Strategic;
        self.push(Step::Patch(Change { on: Target::of(object), subresource: "status", kind, body }));
    }

    pub(crate) fn event(&mut self, object: &impl Object, level: Level, reason: &'static str, text: impl Into<String>) {
        self.push(Step::Event(kube_informer::reference(object), level, reason, text.into()));
    }
}

impl Draft {
    pub(crate) fn of<T: Object>(object: &T) -> Self {
        Draft { target: Target::of(object), body: kube_informer::sealed(object) }
    }
}

impl Target {
    pub(crate) fn of<T: Object>(object: &T) -> Self {
        let meta = object.metadata();
        let name = if meta.name.is_empty() { meta.generate_name.clone() } else { meta.name.clone() };
        Target { resource: Resource::of::<T>(), namespace: meta.namespace.clone(), name, uid: meta.uid.clone() }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.resource)?;
        if !self.namespace.is_empty() {
            write!(f, "{}/", self.namespace)?;
        }
        f.write_str(&self.name)
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} bytes)", self.target, self.body.len())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Create(draft, _) => write!(f, "create {}", draft.target),
            Step::Update(draft) => write!(f, "update {}", draft.target),
            Step::UpdateStatus(draft) => write!(f, "update status of {}", draft.target),
            Step::UpdateThrough(subresource, draft) => write!(f, "update {subresource} of {}", draft.target),
            Step::Patch(change) => write!(f, "{change}"),
            Step::Adopt { owner, change } => write!(f, "adopt for {}: {change}", owner.name),
            Step::Delete(target, options, _) => {
                write!(f, "delete {target}")?;
                if let Some(grace) = options.grace_s {
                    write!(f, " grace {grace}")?;
                }
                if let Some(propagation) = options.propagation {
                    write!(f, " {}", propagation.as_str())?;
                }
                Ok(())
            }
            Step::Event(about, level, reason, text) => {
                write!(f, "event {} {}: {} {reason}: {text}", about.kind, about.name, level.as_str())
            }
            Step::Apply(target, _) => write!(f, "apply {target}"),
            Step::Barrier => f.write_str("barrier"),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            PatchKind::Merge => "merge",
            PatchKind::Strategic => "strategic",
        };
        let slash = if self.subresource.is_empty() { "" } else { "/" };
        write!(f, "patch {}{slash}{} {kind} {}", self.on, self.subresource, self.body)
    }
}

/// One line a step: what the log shows.
impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, step) in self.steps.iter().enumerate() {
            if n > 0 {
                f.write_str("; ")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}
