//! Carries a plan out. Decides nothing: it reports what was written, and what failed.

use std::collections::BTreeMap;

use bytes::Bytes;
use futures::future::join_all;
use kube_informer::{Answer, Client, Error, Level, Method, PROTOBUF, Patch, Recorder, Resource};

use crate::plan::{Change, Draft, PatchKind, Plan, Step, Target, Told};

/// What a plan came to.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The newest revision written of each resource: a cache must have seen it before the next plan is made.
    pub(crate) written: BTreeMap<Resource, u64>,
    pub(crate) errors: Vec<Failed>,
}

#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) step: String,
    pub(crate) verb: Verb,
    pub(crate) error: Error,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Create,
    Update,
    Patch,
    Delete,
}

/// Requests in flight at once for one plan.
const PARALLEL: usize = 16;

pub(crate) struct Actor {
    pub(crate) client: Client,
    pub(crate) recorder: Recorder,
}

impl Outcome {
    fn wrote(&mut self, resource: &Resource, revision: &str) {
        let revision = revision.parse().unwrap_or(0);
        let newest = self.written.entry(resource.clone()).or_default();
        *newest = (*newest).max(revision);
    }

    fn failed(&mut self, step: &Step, verb: Verb, error: Error) {
        self.errors.push(Failed { step: step.to_string(), verb, error });
    }

    /// The first failure that a retry may heal, or that must be told.
    pub(crate) fn failure(&self, verb: Verb) -> Option<&Error> {
        self.errors.iter().find(|failed| failed.verb == verb).map(|failed| &failed.error)
    }
}

impl Actor {
    pub(crate) async fn act(&self, plan: &Plan) -> Outcome {
        let mut outcome = Outcome::default();
        let mut rest = plan.steps.as_slice();
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|step| batches_with(first, step)).count().max(1);
            let (run, after) = rest.split_at(same);
            rest = after;
            match first {
                Step::Create(..) => self.create_all(run, &mut outcome).await,
                Step::Barrier if !outcome.errors.is_empty() => break,
                _ => {
                    for chunk in run.chunks(PARALLEL) {
                        let done = join_all(chunk.iter().map(|step| self.step(step))).await;
                        for (step, done) in chunk.iter().zip(done) {
                            self.note(step, done, &mut outcome);
                        }
                    }
                }
            }
        }
        outcome
    }

    /// As upstream's slowStartBatch: after the first failure no further batch is sent.
    async fn create_all(&self, mut steps: &[Step], outcome: &mut Outcome) {
        let mut size = 1;
        while !steps.is_empty() {
            let (batch, rest) = steps.split_at(size.min(steps.len()));
            let done = join_all(batch.iter().map(|step| self.step(step))).await;
            let before = outcome.errors.len();
            for (step, done) in batch.iter().zip(done) {
                self.note(step, done, outcome);
            }
            if outcome.errors.len() > before {
                return;
            }
            steps = rest;
            size = (size * 2).min(PARALLEL * 4);
        }
    }

    async fn step(&self, step: &Step) -> Result<Option<(String, String)>, Error> {
        let answer = match step {
            Step::Create(draft, _) => self.write(Method::POST, draft, "").await?,
            Step::Update(draft) => self.write(Method::PUT, draft, "").await?,
            Step::UpdateStatus(draft) => self.write(Method::PUT, draft, "status").await?,
            Step::UpdateThrough(subresource, draft) => self.write(Method::PUT, draft, subresource).await?,
            Step::Patch(change) => self.patch(change).await?,
            Step::Adopt { owner, change } => {
                self.still_there(owner).await?;
                self.patch(change).await?
            }
            Step::Delete(target, options, _) => {
                let deleted =
                    self.client.delete_resource(&target.resource, &target.namespace, &target.name, options).await;
                return match deleted {
                    Ok(meta) => Ok(meta.map(|meta| (meta.name, meta.resource_version))),
                    // Gone already, or another one of this name stands there: what was wanted is so.
                    Err(err) if err.is_not_found() => Ok(None),
                    Err(err) => Err(err),
                };
            }
            Step::Event(about, level, reason, text) => {
                self.recorder.event_on(about.clone(), *level, reason, text.clone());
                return Ok(None);
            }
            Step::Apply(target, body) => {
                let path = target.resource.path(&target.namespace, &target.name, "");
                let manager = self.client.agent().to_owned();
                let patch = Patch::Apply { body: body.clone(), manager, force: true };
                // A custom resource has no protobuf form.
                let accept = "application/vnd.kubernetes.protobuf,application/json";
                self.client.call(Method::PATCH, path).accept(accept).patch(&patch).send().await?
            }
            Step::Barrier => return Ok(None),
        };
        Ok(answer.metadata()?.map(|meta| (meta.name, meta.resource_version)))
    }

    async fn write(&self, method: Method, draft: &Draft, subresource: &str) -> Result<Answer, Error> {
        let target = &draft.target;
        let name = if method == Method::POST { "" } else { target.name.as_str() };
        let path = target.resource.path(&target.namespace, name, subresource);
        self.client.call(method, path).body(PROTOBUF, draft.body.clone()).send().await
    }

    async fn patch(&self, change: &Change) -> Result<Answer, Error> {
        let on = &change.on;
        let path = on.resource.path(&on.namespace, &on.name, change.subresource);
        let body = Bytes::from(change.body.to_string());
        let patch = match change.kind {
            PatchKind::Merge => Patch::Merge(body),
            PatchKind::Strategic => Patch::Strategic(body),
        };
        self.client.call(Method::PATCH, path).patch(&patch).send().await
    }

    async fn still_there(&self, owner: &Target) -> Result<(), Error> {
        let live = self.client.get_metadata(&owner.resource, &owner.namespace, &owner.name).await?;
        if live.metadata.uid == owner.uid && live.metadata.deletion_timestamp.is_none() {
            return Ok(());
        }
        let message = format!("{owner} is gone or being deleted, so it cannot adopt");
        Err(kube_informer::Refusal {
            code: 409,
            reason: kube_informer::Reason::Conflict,
            message,
            ..Default::default()
        }
        .into())
    }

    fn note(&self, step: &Step, done: Result<Option<(String, String)>, Error>, outcome: &mut Outcome) {
        let (resource, verb, told) = match step {
            Step::Create(draft, told) => (&draft.target.resource, Verb::Create, told.as_ref()),
            Step::Delete(target, _, told) => (&target.resource, Verb::Delete, told.as_ref()),
            Step::Update(draft) | Step::UpdateStatus(draft) | Step::UpdateThrough(_, draft) => {
                (&draft.target.resource, Verb::Update, None)
            }
            Step::Patch(change) | Step::Adopt { change, .. } => (&change.on.resource, Verb::Patch, None),
            Step::Apply(target, _) => (&target.resource, Verb::Patch, None),
            Step::Event(..) | Step::Barrier => return,
        };
        match done {
            Ok(written) => {
                let name = match (step, &written) {
                    (Step::Delete(target, ..), _) => target.name.clone(),
                    (_, Some((name, _))) => name.clone(),
                    (_, None) => String::new(),
                };
                if let Some((_, revision)) = &written {
                    outcome.wrote(resource, revision);
                }
                if let Some(told) = told {
                    self.tell(told, Level::Normal, &told.done, &name);
                }
            }
            Err(err) => {
                // As upstream: a namespace that ends refuses every create, and nobody needs to be told.
                if let Some(told) = told.filter(|_| !err.is_namespace_terminating()) {
                    self.tell(told, Level::Warning, &told.failed, &err.to_string());
                }
                outcome.failed(step, verb, err);
            }
        }
    }

    fn tell(&self, told: &Told, level: Level, (reason, text): &(&'static str, String), what: &str) {
        self.recorder.event_on(told.about.clone(), level, reason, text.replace("{}", what));
    }
}

fn batches_with(first: &Step, step: &Step) -> bool {
    match (first, step) {
        (Step::Create(a, _), Step::Create(b, _)) => a.target.resource == b.target.resource,
        (Step::Delete(..), Step::Delete(..)) | (Step::Patch(_), Step::Patch(_)) => true,
        (Step::Adopt { .. }, Step::Adopt { .. }) => true,
        _ => false,
    }
}
