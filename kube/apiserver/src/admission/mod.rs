//! Admission: what is changed and refused between permission and storage, plugin by plugin in upstream's order.
//!
//! As upstream: pkg/kubeapiserver/options/plugins.go. A plugin looks at the cluster through caches only. What a kind
//! alone can decide is validation and stands in `kube-kinds`.

mod certificates;
mod defaults;
mod lifecycle;
mod limits;
mod look;
mod node;
mod pod_security;
mod policies;
mod priority;
mod quota;
mod runtime_class;
mod service_account;
mod unsupported;
mod webhook;

use async_trait::async_trait;
use kube_api::value::Value;

use crate::registry::Ctx;
use crate::status::{ApiError, Result};

pub(crate) use look::{look_all, look_fresh};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    Create,
    Update,
    Delete,
    Connect,
}

/// One write on its way through the plugins.
pub(crate) struct Operation<'a> {
    pub ctx: &'a Ctx,
    pub verb: Verb,
    pub dry_run: bool,
}

/// What a plugin looks at. `object` is absent for deletions, `old` for creations; both are in the stored version.
pub(crate) struct Review<'a> {
    pub ctx: &'a Ctx,
    pub verb: Verb,
    pub dry_run: bool,
    pub object: Option<&'a mut Value>,
    pub old: Option<&'a Value>,
}

#[async_trait]
pub(crate) trait Plugin: Send + Sync {
    fn name(&self) -> &'static str;

    async fn admit(&self, _: &mut Review<'_>) -> Result<()> {
        Ok(())
    }

    async fn validate(&self, _: &mut Review<'_>) -> Result<()> {
        Ok(())
    }
}

/// All plugins, in their order.
pub(crate) struct Admission {
    plugins: Vec<Box<dyn Plugin>>,
}

impl Verb {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Create => "CREATE",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
            Self::Connect => "CONNECT",
        }
    }
}

impl<'a> Operation<'a> {
    pub(crate) fn new(ctx: &'a Ctx, verb: Verb, dry_run: bool) -> Self {
        Self { ctx, verb, dry_run }
    }
}

impl Review<'_> {
    /// Group and resource of the storage: what a plugin is written for, whatever version was asked.
    pub(crate) fn is(&self, group: &str, plural: &str) -> bool {
        self.ctx.served.plural == plural && self.ctx.served.group == group
    }

    pub(crate) fn is_sub(&self, group: &str, plural: &str, sub: &str) -> bool {
        self.is(group, plural) && self.ctx.info.subresource == sub
    }

    /// The main endpoint of a resource.
    pub(crate) fn is_main(&self, group: &str, plural: &str) -> bool {
        self.is_sub(group, plural, "")
    }

    pub(crate) fn namespace(&self) -> &str {
        &self.ctx.info.namespace
    }

    /// The name in the URL, or that of the object.
    pub(crate) fn name(&self) -> &str {
        match self.ctx.info.name.as_str() {
            "" => self.object.as_ref().and_then(|object| object.text(&["metadata", "name"])).unwrap_or_default(),
            name => name,
        }
    }

    pub(crate) fn forbidden(&self, why: impl std::fmt::Display) -> ApiError {
        ApiError::forbidden(self.ctx.served.named(), self.name(), why)
    }
}

impl Admission {
    pub(crate) fn new() -> Self {
        Self {
            plugins: vec![
                Box::new(lifecycle::NamespaceLifecycle),
                Box::new(limits::LimitRanger),
                Box::new(service_account::ServiceAccount),
                Box::new(node::NodeRestriction),
                Box::new(defaults::TaintNodesByCondition),
                Box::new(pod_security::PodSecurity),
                Box::new(priority::Priority),
                Box::new(defaults::DefaultTolerationSeconds),
                Box::new(defaults::DefaultStorageClass),
                Box::new(defaults::StorageObjectInUseProtection),
                Box::new(defaults::VolumeClaimResize),
                Box::new(runtime_class::RuntimeClass),
                Box::new(certificates::Approval),
                Box::new(certificates::Signing),
                Box::new(certificates::SubjectRestriction),
                Box::new(defaults::DefaultIngressClass),
                Box::new(unsupported::Unsupported),
                Box::new(policies::Mutating::new()),
                Box::new(webhook::Mutating::new()),
                Box::new(policies::Validating::new()),
                Box::new(webhook::Validating::new()),
                Box::new(quota::ResourceQuota),
            ],
        }
    }

    /// Lets every plugin change the object.
    pub(crate) async fn admit(
        &self,
        operation: &mut Operation<'_>,
        mut object: Option<&mut Value>,
        old: Option<&Value>,
    ) -> Result<()> {
        for plugin in &self.plugins {
            let mut review = review(operation, object.as_deref_mut(), old);
            plugin.admit(&mut review).await.map_err(|err| told(plugin.name(), err))?;
        }
        Ok(())
    }

    /// Lets every plugin refuse the object as it would be stored.
    pub(crate) async fn validate(
        &self,
        operation: &mut Operation<'_>,
        mut object: Option<&mut Value>,
        old: Option<&Value>,
    ) -> Result<()> {
        for plugin in &self.plugins {
            let mut review = review(operation, object.as_deref_mut(), old);
            plugin.validate(&mut review).await.map_err(|err| told(plugin.name(), err))?;
        }
        Ok(())
    }
}

fn told(plugin: &'static str, error: ApiError) -> ApiError {
    tracing::debug!(plugin, %error, "admission refused");
    error
}

fn review<'a>(operation: &Operation<'a>, object: Option<&'a mut Value>, old: Option<&'a Value>) -> Review<'a> {
    Review { ctx: operation.ctx, verb: operation.verb, dry_run: operation.dry_run, object, old }
}
