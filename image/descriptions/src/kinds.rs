//! The kinds whose texts are wanted; what they are made of follows by itself. The crate has no schema of lists, and
//! nobody asks for an explanation of one.

use k8s_openapi::api::{
    admissionregistration::v1 as admissionregistration, apps::v1 as apps, authentication::v1 as authentication,
    authorization::v1 as authorization, autoscaling::v1 as autoscaling, autoscaling::v2 as autoscaling_v2,
    batch::v1 as batch, certificates::v1 as certificates, coordination::v1 as coordination, core::v1 as core,
    discovery::v1 as discovery, events::v1 as events, flowcontrol::v1 as flowcontrol, networking::v1 as networking,
    node::v1 as node, policy::v1 as policy, rbac::v1 as rbac, resource::v1 as resource, scheduling::v1 as scheduling,
    storage::v1 as storage,
};
use k8s_openapi::apiextensions_apiserver::pkg::apis::apiextensions::v1 as apiextensions;
use k8s_openapi::apimachinery::pkg::apis::meta::v1 as meta;
use k8s_openapi::kube_aggregator::pkg::apis::apiregistration::v1 as apiregistration;
use schemars::SchemaGenerator;

macro_rules! wanted {
    ($generator:ident: $($kind:ty),* $(,)?) => {$(
        let _ = $generator.subschema_for::<$kind>();
    )*};
}

/// Asks for every stable kind, so that its schema and those inside it are made.
pub(crate) fn ask(generator: &mut SchemaGenerator) {
    wanted!(generator:
        core::ConfigMap, core::Endpoints, core::Event, core::LimitRange, core::Namespace, core::Node,
        core::PersistentVolume, core::PersistentVolumeClaim, core::Pod, core::PodTemplate, core::ReplicationController,
        core::ResourceQuota, core::Secret, core::Service, core::ServiceAccount, core::ComponentStatus,
        apps::ControllerRevision, apps::DaemonSet, apps::Deployment, apps::ReplicaSet, apps::StatefulSet,
        batch::CronJob, batch::Job,
        autoscaling::HorizontalPodAutoscaler, autoscaling_v2::HorizontalPodAutoscaler,
        policy::PodDisruptionBudget,
        networking::Ingress, networking::IngressClass, networking::NetworkPolicy, networking::IPAddress,
        networking::ServiceCIDR,
        discovery::EndpointSlice, events::Event, coordination::Lease, node::RuntimeClass, scheduling::PriorityClass,
        rbac::Role, rbac::ClusterRole, rbac::RoleBinding, rbac::ClusterRoleBinding,
        certificates::CertificateSigningRequest,
        storage::CSIDriver, storage::CSINode, storage::CSIStorageCapacity, storage::StorageClass,
        storage::VolumeAttachment, storage::VolumeAttributesClass,
        resource::DeviceClass, resource::ResourceClaim, resource::ResourceClaimTemplate, resource::ResourceSlice,
        admissionregistration::MutatingAdmissionPolicy, admissionregistration::MutatingAdmissionPolicyBinding,
        admissionregistration::MutatingWebhookConfiguration, admissionregistration::ValidatingAdmissionPolicy,
        admissionregistration::ValidatingAdmissionPolicyBinding, admissionregistration::ValidatingWebhookConfiguration,
        flowcontrol::FlowSchema, flowcontrol::PriorityLevelConfiguration,
        apiextensions::CustomResourceDefinition, apiregistration::APIService,
        core::Binding, autoscaling::Scale, policy::Eviction,
        authentication::TokenReview, authentication::TokenRequest, authentication::SelfSubjectReview,
        authorization::SubjectAccessReview, authorization::LocalSubjectAccessReview,
        authorization::SelfSubjectAccessReview, authorization::SelfSubjectRulesReview,
        meta::DeleteOptions, meta::Status, meta::WatchEvent<k8s_openapi::apimachinery::pkg::runtime::RawExtension>,
        meta::APIResourceList, meta::APIGroupList, meta::APIVersions,
    );
}
