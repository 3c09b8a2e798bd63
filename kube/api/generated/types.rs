// Made by tests/generate from committed facts. Do not edit.

pub mod meta {
    pub use crate::types::wire::*;
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TypeMeta {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub api_version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ListMeta {
        #[prost(string, required, tag = "1")]
        pub self_link: String,
        #[prost(string, required, tag = "2")]
        pub resource_version: String,
        #[prost(string, required, tag = "3")]
        pub r#continue: String,
        #[prost(int64, optional, tag = "4")]
        pub remaining_item_count: Option<i64>,
        #[prost(message, optional, tag = "5")]
        pub shard_info: Option<ShardInfo>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ShardInfo {
        #[prost(string, required, tag = "1")]
        pub selector: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectMeta {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub generate_name: String,
        #[prost(string, required, tag = "3")]
        pub namespace: String,
        #[prost(string, required, tag = "4")]
        pub self_link: String,
        #[prost(string, required, tag = "5")]
        pub uid: String,
        #[prost(string, required, tag = "6")]
        pub resource_version: String,
        #[prost(int64, required, tag = "7")]
        pub generation: i64,
        #[prost(message, required, tag = "8")]
        pub creation_timestamp: Time,
        #[prost(message, optional, tag = "9")]
        pub deletion_timestamp: Option<Time>,
        #[prost(int64, optional, tag = "10")]
        pub deletion_grace_period_seconds: Option<i64>,
        #[prost(btree_map = "string, string", tag = "11")]
        pub labels: ::std::collections::BTreeMap<String, String>,
        #[prost(btree_map = "string, string", tag = "12")]
        pub annotations: ::std::collections::BTreeMap<String, String>,
        #[prost(message, repeated, tag = "13")]
        pub owner_references: Vec<OwnerReference>,
        #[prost(string, repeated, tag = "14")]
        pub finalizers: Vec<String>,
        #[prost(message, repeated, tag = "17")]
        pub managed_fields: Vec<ManagedFieldsEntry>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct OwnerReference {
        #[prost(string, required, tag = "5")]
        pub api_version: String,
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, required, tag = "4")]
        pub uid: String,
        #[prost(bool, optional, tag = "6")]
        pub controller: Option<bool>,
        #[prost(bool, optional, tag = "7")]
        pub block_owner_deletion: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ListOptions {
        #[prost(string, required, tag = "1")]
        pub label_selector: String,
        #[prost(string, required, tag = "2")]
        pub field_selector: String,
        #[prost(bool, required, tag = "3")]
        pub watch: bool,
        #[prost(bool, required, tag = "9")]
        pub allow_watch_bookmarks: bool,
        #[prost(string, required, tag = "4")]
        pub resource_version: String,
        #[prost(string, required, tag = "10")]
        pub resource_version_match: String,
        #[prost(int64, optional, tag = "5")]
        pub timeout_seconds: Option<i64>,
        #[prost(int64, required, tag = "7")]
        pub limit: i64,
        #[prost(string, required, tag = "8")]
        pub r#continue: String,
        #[prost(bool, optional, tag = "11")]
        pub send_initial_events: Option<bool>,
        #[prost(string, required, tag = "15")]
        pub shard_selector: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GetOptions {
        #[prost(string, required, tag = "1")]
        pub resource_version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeleteOptions {
        #[prost(int64, optional, tag = "1")]
        pub grace_period_seconds: Option<i64>,
        #[prost(message, optional, tag = "2")]
        pub preconditions: Option<Preconditions>,
        #[prost(bool, optional, tag = "3")]
        pub orphan_dependents: Option<bool>,
        #[prost(string, optional, tag = "4")]
        pub propagation_policy: Option<String>,
        #[prost(string, repeated, tag = "5")]
        pub dry_run: Vec<String>,
        #[prost(bool, optional, tag = "6")]
        pub ignore_store_read_error_with_cluster_breaking_potential: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CreateOptions {
        #[prost(string, repeated, tag = "1")]
        pub dry_run: Vec<String>,
        #[prost(string, required, tag = "3")]
        pub field_manager: String,
        #[prost(string, required, tag = "4")]
        pub field_validation: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PatchOptions {
        #[prost(string, repeated, tag = "1")]
        pub dry_run: Vec<String>,
        #[prost(bool, optional, tag = "2")]
        pub force: Option<bool>,
        #[prost(string, required, tag = "3")]
        pub field_manager: String,
        #[prost(string, required, tag = "4")]
        pub field_validation: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ApplyOptions {
        #[prost(string, repeated, tag = "1")]
        pub dry_run: Vec<String>,
        #[prost(bool, required, tag = "2")]
        pub force: bool,
        #[prost(string, required, tag = "3")]
        pub field_manager: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct UpdateOptions {
        #[prost(string, repeated, tag = "1")]
        pub dry_run: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub field_manager: String,
        #[prost(string, required, tag = "3")]
        pub field_validation: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Preconditions {
        #[prost(string, optional, tag = "1")]
        pub uid: Option<String>,
        #[prost(string, optional, tag = "2")]
        pub resource_version: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Status {
        #[prost(message, required, tag = "1")]
        pub metadata: ListMeta,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(string, required, tag = "3")]
        pub message: String,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(message, optional, tag = "5")]
        pub details: Option<StatusDetails>,
        #[prost(int32, required, tag = "6")]
        pub code: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatusDetails {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub group: String,
        #[prost(string, required, tag = "3")]
        pub kind: String,
        #[prost(string, required, tag = "6")]
        pub uid: String,
        #[prost(message, repeated, tag = "4")]
        pub causes: Vec<StatusCause>,
        #[prost(int32, required, tag = "5")]
        pub retry_after_seconds: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatusCause {
        #[prost(string, required, tag = "1")]
        pub reason: String,
        #[prost(string, required, tag = "2")]
        pub message: String,
        #[prost(string, required, tag = "3")]
        pub field: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct List {
        #[prost(message, required, tag = "1")]
        pub metadata: ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<RawExtension>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIVersions {
        #[prost(string, repeated, tag = "1")]
        pub versions: Vec<String>,
        #[prost(message, repeated, tag = "2")]
        pub server_address_by_client_cidrs: Vec<ServerAddressByClientCIDR>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIGroupList {
        #[prost(message, repeated, tag = "1")]
        pub groups: Vec<APIGroup>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIGroup {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, repeated, tag = "2")]
        pub versions: Vec<GroupVersionForDiscovery>,
        #[prost(message, required, tag = "3")]
        pub preferred_version: GroupVersionForDiscovery,
        #[prost(message, repeated, tag = "4")]
        pub server_address_by_client_cidrs: Vec<ServerAddressByClientCIDR>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServerAddressByClientCIDR {
        #[prost(string, required, tag = "1")]
        pub client_cidr: String,
        #[prost(string, required, tag = "2")]
        pub server_address: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupVersionForDiscovery {
        #[prost(string, required, tag = "1")]
        pub group_version: String,
        #[prost(string, required, tag = "2")]
        pub version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIResource {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "6")]
        pub singular_name: String,
        #[prost(bool, required, tag = "2")]
        pub namespaced: bool,
        #[prost(string, required, tag = "8")]
        pub group: String,
        #[prost(string, required, tag = "9")]
        pub version: String,
        #[prost(string, required, tag = "3")]
        pub kind: String,
        #[prost(message, optional, tag = "4")]
        pub verbs: Option<Items>,
        #[prost(string, repeated, tag = "5")]
        pub short_names: Vec<String>,
        #[prost(string, repeated, tag = "7")]
        pub categories: Vec<String>,
        #[prost(string, required, tag = "10")]
        pub storage_version_hash: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIResourceList {
        #[prost(string, required, tag = "1")]
        pub group_version: String,
        #[prost(message, repeated, tag = "2")]
        pub resources: Vec<APIResource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RootPaths {
        #[prost(string, repeated, tag = "1")]
        pub paths: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Patch {
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LabelSelector {
        #[prost(btree_map = "string, string", tag = "1")]
        pub match_labels: ::std::collections::BTreeMap<String, String>,
        #[prost(message, repeated, tag = "2")]
        pub match_expressions: Vec<LabelSelectorRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LabelSelectorRequirement {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, repeated, tag = "3")]
        pub values: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FieldSelectorRequirement {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, repeated, tag = "3")]
        pub values: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ManagedFieldsEntry {
        #[prost(string, required, tag = "1")]
        pub manager: String,
        #[prost(string, required, tag = "2")]
        pub operation: String,
        #[prost(string, required, tag = "3")]
        pub api_version: String,
        #[prost(message, optional, tag = "4")]
        pub time: Option<Time>,
        #[prost(string, required, tag = "6")]
        pub fields_type: String,
        #[prost(message, optional, tag = "7")]
        pub fields_v1: Option<FieldsV1>,
        #[prost(string, required, tag = "8")]
        pub subresource: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TableOptions {
        #[prost(string, required, tag = "1")]
        pub include_object: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PartialObjectMetadata {
        #[prost(message, required, tag = "1")]
        pub metadata: ObjectMeta,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PartialObjectMetadataList {
        #[prost(message, required, tag = "1")]
        pub metadata: ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PartialObjectMetadata>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Condition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(int64, required, tag = "3")]
        pub observed_generation: i64,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupResource {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub resource: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupVersionResource {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub version: String,
        #[prost(string, required, tag = "3")]
        pub resource: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupKind {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub kind: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupVersionKind {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub version: String,
        #[prost(string, required, tag = "3")]
        pub kind: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupVersion {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WatchEvent {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, required, tag = "2")]
        pub object: RawExtension,
    }
    impl crate::types::Object for PartialObjectMetadata {
        const GROUP: &'static str = "meta.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PartialObjectMetadata";
        const PLURAL: &'static str = "";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PartialObjectMetadataList {
        type Item = PartialObjectMetadata;
        fn metadata(&self) -> &ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PartialObjectMetadata> {
            self.items
        }
    }
    impl crate::types::Listed for PartialObjectMetadata {
        type List = PartialObjectMetadataList;
    }
}

pub mod core {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Volume {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub volume_source: VolumeSource,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeSource {
        #[prost(message, optional, tag = "1")]
        pub host_path: Option<HostPathVolumeSource>,
        #[prost(message, optional, tag = "2")]
        pub empty_dir: Option<EmptyDirVolumeSource>,
        #[prost(message, optional, tag = "3")]
        pub gce_persistent_disk: Option<GCEPersistentDiskVolumeSource>,
        #[prost(message, optional, tag = "4")]
        pub aws_elastic_block_store: Option<AWSElasticBlockStoreVolumeSource>,
        #[prost(message, optional, tag = "5")]
        pub git_repo: Option<GitRepoVolumeSource>,
        #[prost(message, optional, tag = "6")]
        pub secret: Option<SecretVolumeSource>,
        #[prost(message, optional, tag = "7")]
        pub nfs: Option<NFSVolumeSource>,
        #[prost(message, optional, tag = "8")]
        pub iscsi: Option<ISCSIVolumeSource>,
        #[prost(message, optional, tag = "9")]
        pub glusterfs: Option<GlusterfsVolumeSource>,
        #[prost(message, optional, tag = "10")]
        pub persistent_volume_claim: Option<PersistentVolumeClaimVolumeSource>,
        #[prost(message, optional, tag = "11")]
        pub rbd: Option<RBDVolumeSource>,
        #[prost(message, optional, tag = "12")]
        pub flex_volume: Option<FlexVolumeSource>,
        #[prost(message, optional, tag = "13")]
        pub cinder: Option<CinderVolumeSource>,
        #[prost(message, optional, tag = "14")]
        pub cephfs: Option<CephFSVolumeSource>,
        #[prost(message, optional, tag = "15")]
        pub flocker: Option<FlockerVolumeSource>,
        #[prost(message, optional, tag = "16")]
        pub downward_api: Option<DownwardAPIVolumeSource>,
        #[prost(message, optional, tag = "17")]
        pub fc: Option<FCVolumeSource>,
        #[prost(message, optional, tag = "18")]
        pub azure_file: Option<AzureFileVolumeSource>,
        #[prost(message, optional, tag = "19")]
        pub config_map: Option<ConfigMapVolumeSource>,
        #[prost(message, optional, tag = "20")]
        pub vsphere_volume: Option<VsphereVirtualDiskVolumeSource>,
        #[prost(message, optional, tag = "21")]
        pub quobyte: Option<QuobyteVolumeSource>,
        #[prost(message, optional, tag = "22")]
        pub azure_disk: Option<AzureDiskVolumeSource>,
        #[prost(message, optional, tag = "23")]
        pub photon_persistent_disk: Option<PhotonPersistentDiskVolumeSource>,
        #[prost(message, optional, tag = "26")]
        pub projected: Option<ProjectedVolumeSource>,
        #[prost(message, optional, tag = "24")]
        pub portworx_volume: Option<PortworxVolumeSource>,
        #[prost(message, optional, tag = "25")]
        pub scale_io: Option<ScaleIOVolumeSource>,
        #[prost(message, optional, tag = "27")]
        pub storageos: Option<StorageOSVolumeSource>,
        #[prost(message, optional, tag = "28")]
        pub csi: Option<CSIVolumeSource>,
        #[prost(message, optional, tag = "29")]
        pub ephemeral: Option<EphemeralVolumeSource>,
        #[prost(message, optional, tag = "30")]
        pub image: Option<ImageVolumeSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimVolumeSource {
        #[prost(string, required, tag = "1")]
        pub claim_name: String,
        #[prost(bool, required, tag = "2")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeSource {
        #[prost(message, optional, tag = "1")]
        pub gce_persistent_disk: Option<GCEPersistentDiskVolumeSource>,
        #[prost(message, optional, tag = "2")]
        pub aws_elastic_block_store: Option<AWSElasticBlockStoreVolumeSource>,
        #[prost(message, optional, tag = "3")]
        pub host_path: Option<HostPathVolumeSource>,
        #[prost(message, optional, tag = "4")]
        pub glusterfs: Option<GlusterfsPersistentVolumeSource>,
        #[prost(message, optional, tag = "5")]
        pub nfs: Option<NFSVolumeSource>,
        #[prost(message, optional, tag = "6")]
        pub rbd: Option<RBDPersistentVolumeSource>,
        #[prost(message, optional, tag = "7")]
        pub iscsi: Option<ISCSIPersistentVolumeSource>,
        #[prost(message, optional, tag = "8")]
        pub cinder: Option<CinderPersistentVolumeSource>,
        #[prost(message, optional, tag = "9")]
        pub cephfs: Option<CephFSPersistentVolumeSource>,
        #[prost(message, optional, tag = "10")]
        pub fc: Option<FCVolumeSource>,
        #[prost(message, optional, tag = "11")]
        pub flocker: Option<FlockerVolumeSource>,
        #[prost(message, optional, tag = "12")]
        pub flex_volume: Option<FlexPersistentVolumeSource>,
        #[prost(message, optional, tag = "13")]
        pub azure_file: Option<AzureFilePersistentVolumeSource>,
        #[prost(message, optional, tag = "14")]
        pub vsphere_volume: Option<VsphereVirtualDiskVolumeSource>,
        #[prost(message, optional, tag = "15")]
        pub quobyte: Option<QuobyteVolumeSource>,
        #[prost(message, optional, tag = "16")]
        pub azure_disk: Option<AzureDiskVolumeSource>,
        #[prost(message, optional, tag = "17")]
        pub photon_persistent_disk: Option<PhotonPersistentDiskVolumeSource>,
        #[prost(message, optional, tag = "18")]
        pub portworx_volume: Option<PortworxVolumeSource>,
        #[prost(message, optional, tag = "19")]
        pub scale_io: Option<ScaleIOPersistentVolumeSource>,
        #[prost(message, optional, tag = "20")]
        pub local: Option<LocalVolumeSource>,
        #[prost(message, optional, tag = "21")]
        pub storageos: Option<StorageOSPersistentVolumeSource>,
        #[prost(message, optional, tag = "22")]
        pub csi: Option<CSIPersistentVolumeSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolume {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PersistentVolumeSpec,
        #[prost(message, required, tag = "3")]
        pub status: PersistentVolumeStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeSpec {
        #[prost(btree_map = "string, message", tag = "1")]
        pub capacity: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, required, tag = "2")]
        pub persistent_volume_source: PersistentVolumeSource,
        #[prost(string, repeated, tag = "3")]
        pub access_modes: Vec<String>,
        #[prost(message, optional, tag = "4")]
        pub claim_ref: Option<ObjectReference>,
        #[prost(string, required, tag = "5")]
        pub persistent_volume_reclaim_policy: String,
        #[prost(string, required, tag = "6")]
        pub storage_class_name: String,
        #[prost(string, repeated, tag = "7")]
        pub mount_options: Vec<String>,
        #[prost(string, optional, tag = "8")]
        pub volume_mode: Option<String>,
        #[prost(message, optional, tag = "9")]
        pub node_affinity: Option<VolumeNodeAffinity>,
        #[prost(string, optional, tag = "10")]
        pub volume_attributes_class_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeNodeAffinity {
        #[prost(message, optional, tag = "1")]
        pub required: Option<NodeSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeStatus {
        #[prost(string, required, tag = "1")]
        pub phase: String,
        #[prost(string, required, tag = "2")]
        pub message: String,
        #[prost(string, required, tag = "3")]
        pub reason: String,
        #[prost(message, optional, tag = "4")]
        pub last_phase_transition_time: Option<super::meta::Time>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PersistentVolume>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaim {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PersistentVolumeClaimSpec,
        #[prost(message, required, tag = "3")]
        pub status: PersistentVolumeClaimStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PersistentVolumeClaim>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimSpec {
        #[prost(string, repeated, tag = "1")]
        pub access_modes: Vec<String>,
        #[prost(message, optional, tag = "4")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "2")]
        pub resources: VolumeResourceRequirements,
        #[prost(string, required, tag = "3")]
        pub volume_name: String,
        #[prost(string, optional, tag = "5")]
        pub storage_class_name: Option<String>,
        #[prost(string, optional, tag = "6")]
        pub volume_mode: Option<String>,
        #[prost(message, optional, tag = "7")]
        pub data_source: Option<TypedLocalObjectReference>,
        #[prost(message, optional, tag = "8")]
        pub data_source_ref: Option<TypedObjectReference>,
        #[prost(string, optional, tag = "9")]
        pub volume_attributes_class_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TypedObjectReference {
        #[prost(string, optional, tag = "1")]
        pub api_group: Option<String>,
        #[prost(string, required, tag = "2")]
        pub kind: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, optional, tag = "4")]
        pub namespace: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ModifyVolumeStatus {
        #[prost(string, required, tag = "1")]
        pub target_volume_attributes_class_name: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_probe_time: super::meta::Time,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimStatus {
        #[prost(string, required, tag = "1")]
        pub phase: String,
        #[prost(string, repeated, tag = "2")]
        pub access_modes: Vec<String>,
        #[prost(btree_map = "string, message", tag = "3")]
        pub capacity: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, repeated, tag = "4")]
        pub conditions: Vec<PersistentVolumeClaimCondition>,
        #[prost(btree_map = "string, message", tag = "5")]
        pub allocated_resources: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, string", tag = "7")]
        pub allocated_resource_statuses: ::std::collections::BTreeMap<String, String>,
        #[prost(string, optional, tag = "8")]
        pub current_volume_attributes_class_name: Option<String>,
        #[prost(message, optional, tag = "9")]
        pub modify_volume_status: Option<ModifyVolumeStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HostPathVolumeSource {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(string, optional, tag = "2")]
        pub r#type: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EmptyDirVolumeSource {
        #[prost(string, required, tag = "1")]
        pub medium: String,
        #[prost(message, optional, tag = "2")]
        pub size_limit: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GlusterfsVolumeSource {
        #[prost(string, required, tag = "1")]
        pub endpoints: String,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GlusterfsPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub endpoints: String,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(string, optional, tag = "4")]
        pub endpoints_namespace: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RBDVolumeSource {
        #[prost(string, repeated, tag = "1")]
        pub monitors: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub image: String,
        #[prost(string, required, tag = "3")]
        pub fs_type: String,
        #[prost(string, required, tag = "4")]
        pub pool: String,
        #[prost(string, required, tag = "5")]
        pub user: String,
        #[prost(string, required, tag = "6")]
        pub keyring: String,
        #[prost(message, optional, tag = "7")]
        pub secret_ref: Option<LocalObjectReference>,
        #[prost(bool, required, tag = "8")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RBDPersistentVolumeSource {
        #[prost(string, repeated, tag = "1")]
        pub monitors: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub image: String,
        #[prost(string, required, tag = "3")]
        pub fs_type: String,
        #[prost(string, required, tag = "4")]
        pub pool: String,
        #[prost(string, required, tag = "5")]
        pub user: String,
        #[prost(string, required, tag = "6")]
        pub keyring: String,
        #[prost(message, optional, tag = "7")]
        pub secret_ref: Option<SecretReference>,
        #[prost(bool, required, tag = "8")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CinderVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_id: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(message, optional, tag = "4")]
        pub secret_ref: Option<LocalObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CinderPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_id: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(message, optional, tag = "4")]
        pub secret_ref: Option<SecretReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CephFSVolumeSource {
        #[prost(string, repeated, tag = "1")]
        pub monitors: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(string, required, tag = "3")]
        pub user: String,
        #[prost(string, required, tag = "4")]
        pub secret_file: String,
        #[prost(message, optional, tag = "5")]
        pub secret_ref: Option<LocalObjectReference>,
        #[prost(bool, required, tag = "6")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretReference {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub namespace: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CephFSPersistentVolumeSource {
        #[prost(string, repeated, tag = "1")]
        pub monitors: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(string, required, tag = "3")]
        pub user: String,
        #[prost(string, required, tag = "4")]
        pub secret_file: String,
        #[prost(message, optional, tag = "5")]
        pub secret_ref: Option<SecretReference>,
        #[prost(bool, required, tag = "6")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlockerVolumeSource {
        #[prost(string, required, tag = "1")]
        pub dataset_name: String,
        #[prost(string, required, tag = "2")]
        pub dataset_uuid: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GCEPersistentDiskVolumeSource {
        #[prost(string, required, tag = "1")]
        pub pd_name: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(int32, required, tag = "3")]
        pub partition: i32,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct QuobyteVolumeSource {
        #[prost(string, required, tag = "1")]
        pub registry: String,
        #[prost(string, required, tag = "2")]
        pub volume: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(string, required, tag = "4")]
        pub user: String,
        #[prost(string, required, tag = "5")]
        pub group: String,
        #[prost(string, required, tag = "6")]
        pub tenant: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlexPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(message, optional, tag = "3")]
        pub secret_ref: Option<SecretReference>,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
        #[prost(btree_map = "string, string", tag = "5")]
        pub options: ::std::collections::BTreeMap<String, String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlexVolumeSource {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(message, optional, tag = "3")]
        pub secret_ref: Option<LocalObjectReference>,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
        #[prost(btree_map = "string, string", tag = "5")]
        pub options: ::std::collections::BTreeMap<String, String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AWSElasticBlockStoreVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_id: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(int32, required, tag = "3")]
        pub partition: i32,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GitRepoVolumeSource {
        #[prost(string, required, tag = "1")]
        pub repository: String,
        #[prost(string, required, tag = "2")]
        pub revision: String,
        #[prost(string, required, tag = "3")]
        pub directory: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretVolumeSource {
        #[prost(string, required, tag = "1")]
        pub secret_name: String,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<KeyToPath>,
        #[prost(int32, optional, tag = "3")]
        pub default_mode: Option<i32>,
        #[prost(bool, optional, tag = "4")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretProjection {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<KeyToPath>,
        #[prost(bool, optional, tag = "4")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NFSVolumeSource {
        #[prost(string, required, tag = "1")]
        pub server: String,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ISCSIVolumeSource {
        #[prost(string, required, tag = "1")]
        pub target_portal: String,
        #[prost(string, required, tag = "2")]
        pub iqn: String,
        #[prost(int32, required, tag = "3")]
        pub lun: i32,
        #[prost(string, required, tag = "4")]
        pub iscsi_interface: String,
        #[prost(string, required, tag = "5")]
        pub fs_type: String,
        #[prost(bool, required, tag = "6")]
        pub read_only: bool,
        #[prost(string, repeated, tag = "7")]
        pub portals: Vec<String>,
        #[prost(bool, required, tag = "8")]
        pub chap_auth_discovery: bool,
        #[prost(bool, required, tag = "11")]
        pub chap_auth_session: bool,
        #[prost(message, optional, tag = "10")]
        pub secret_ref: Option<LocalObjectReference>,
        #[prost(string, optional, tag = "12")]
        pub initiator_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ISCSIPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub target_portal: String,
        #[prost(string, required, tag = "2")]
        pub iqn: String,
        #[prost(int32, required, tag = "3")]
        pub lun: i32,
        #[prost(string, required, tag = "4")]
        pub iscsi_interface: String,
        #[prost(string, required, tag = "5")]
        pub fs_type: String,
        #[prost(bool, required, tag = "6")]
        pub read_only: bool,
        #[prost(string, repeated, tag = "7")]
        pub portals: Vec<String>,
        #[prost(bool, required, tag = "8")]
        pub chap_auth_discovery: bool,
        #[prost(bool, required, tag = "11")]
        pub chap_auth_session: bool,
        #[prost(message, optional, tag = "10")]
        pub secret_ref: Option<SecretReference>,
        #[prost(string, optional, tag = "12")]
        pub initiator_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FCVolumeSource {
        #[prost(string, repeated, tag = "1")]
        pub target_wwns: Vec<String>,
        #[prost(int32, optional, tag = "2")]
        pub lun: Option<i32>,
        #[prost(string, required, tag = "3")]
        pub fs_type: String,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
        #[prost(string, repeated, tag = "5")]
        pub wwids: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AzureFileVolumeSource {
        #[prost(string, required, tag = "1")]
        pub secret_name: String,
        #[prost(string, required, tag = "2")]
        pub share_name: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AzureFilePersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub secret_name: String,
        #[prost(string, required, tag = "2")]
        pub share_name: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(string, optional, tag = "4")]
        pub secret_namespace: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VsphereVirtualDiskVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_path: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(string, required, tag = "3")]
        pub storage_policy_name: String,
        #[prost(string, required, tag = "4")]
        pub storage_policy_id: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PhotonPersistentDiskVolumeSource {
        #[prost(string, required, tag = "1")]
        pub pd_id: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AzureDiskVolumeSource {
        #[prost(string, required, tag = "1")]
        pub disk_name: String,
        #[prost(string, required, tag = "2")]
        pub disk_uri: String,
        #[prost(string, optional, tag = "3")]
        pub caching_mode: Option<String>,
        #[prost(string, optional, tag = "4")]
        pub fs_type: Option<String>,
        #[prost(bool, optional, tag = "5")]
        pub read_only: Option<bool>,
        #[prost(string, optional, tag = "6")]
        pub kind: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PortworxVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_id: String,
        #[prost(string, required, tag = "2")]
        pub fs_type: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScaleIOVolumeSource {
        #[prost(string, required, tag = "1")]
        pub gateway: String,
        #[prost(string, required, tag = "2")]
        pub system: String,
        #[prost(message, optional, tag = "3")]
        pub secret_ref: Option<LocalObjectReference>,
        #[prost(bool, required, tag = "4")]
        pub ssl_enabled: bool,
        #[prost(string, required, tag = "5")]
        pub protection_domain: String,
        #[prost(string, required, tag = "6")]
        pub storage_pool: String,
        #[prost(string, required, tag = "7")]
        pub storage_mode: String,
        #[prost(string, required, tag = "8")]
        pub volume_name: String,
        #[prost(string, required, tag = "9")]
        pub fs_type: String,
        #[prost(bool, required, tag = "10")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScaleIOPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub gateway: String,
        #[prost(string, required, tag = "2")]
        pub system: String,
        #[prost(message, optional, tag = "3")]
        pub secret_ref: Option<SecretReference>,
        #[prost(bool, required, tag = "4")]
        pub ssl_enabled: bool,
        #[prost(string, required, tag = "5")]
        pub protection_domain: String,
        #[prost(string, required, tag = "6")]
        pub storage_pool: String,
        #[prost(string, required, tag = "7")]
        pub storage_mode: String,
        #[prost(string, required, tag = "8")]
        pub volume_name: String,
        #[prost(string, required, tag = "9")]
        pub fs_type: String,
        #[prost(bool, required, tag = "10")]
        pub read_only: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StorageOSVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_name: String,
        #[prost(string, required, tag = "2")]
        pub volume_namespace: String,
        #[prost(string, required, tag = "3")]
        pub fs_type: String,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
        #[prost(message, optional, tag = "5")]
        pub secret_ref: Option<LocalObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StorageOSPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub volume_name: String,
        #[prost(string, required, tag = "2")]
        pub volume_namespace: String,
        #[prost(string, required, tag = "3")]
        pub fs_type: String,
        #[prost(bool, required, tag = "4")]
        pub read_only: bool,
        #[prost(message, optional, tag = "5")]
        pub secret_ref: Option<ObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapVolumeSource {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<KeyToPath>,
        #[prost(int32, optional, tag = "3")]
        pub default_mode: Option<i32>,
        #[prost(bool, optional, tag = "4")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapProjection {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<KeyToPath>,
        #[prost(bool, optional, tag = "4")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceAccountTokenProjection {
        #[prost(string, required, tag = "1")]
        pub audience: String,
        #[prost(int64, optional, tag = "2")]
        pub expiration_seconds: Option<i64>,
        #[prost(string, required, tag = "3")]
        pub path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClusterTrustBundleProjection {
        #[prost(string, optional, tag = "1")]
        pub name: Option<String>,
        #[prost(string, optional, tag = "2")]
        pub signer_name: Option<String>,
        #[prost(message, optional, tag = "3")]
        pub label_selector: Option<super::meta::LabelSelector>,
        #[prost(bool, optional, tag = "5")]
        pub optional: Option<bool>,
        #[prost(string, required, tag = "4")]
        pub path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodCertificateProjection {
        #[prost(string, required, tag = "1")]
        pub signer_name: String,
        #[prost(string, required, tag = "2")]
        pub key_type: String,
        #[prost(int32, optional, tag = "3")]
        pub max_expiration_seconds: Option<i32>,
        #[prost(string, required, tag = "4")]
        pub credential_bundle_path: String,
        #[prost(string, required, tag = "5")]
        pub key_path: String,
        #[prost(string, required, tag = "6")]
        pub certificate_chain_path: String,
        #[prost(btree_map = "string, string", tag = "7")]
        pub user_annotations: ::std::collections::BTreeMap<String, String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ProjectedVolumeSource {
        #[prost(message, repeated, tag = "1")]
        pub sources: Vec<VolumeProjection>,
        #[prost(int32, optional, tag = "2")]
        pub default_mode: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeProjection {
        #[prost(message, optional, tag = "1")]
        pub secret: Option<SecretProjection>,
        #[prost(message, optional, tag = "2")]
        pub downward_api: Option<DownwardAPIProjection>,
        #[prost(message, optional, tag = "3")]
        pub config_map: Option<ConfigMapProjection>,
        #[prost(message, optional, tag = "4")]
        pub service_account_token: Option<ServiceAccountTokenProjection>,
        #[prost(message, optional, tag = "5")]
        pub cluster_trust_bundle: Option<ClusterTrustBundleProjection>,
        #[prost(message, optional, tag = "6")]
        pub pod_certificate: Option<PodCertificateProjection>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct KeyToPath {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(int32, optional, tag = "3")]
        pub mode: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LocalVolumeSource {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(string, optional, tag = "2")]
        pub fs_type: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIPersistentVolumeSource {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(string, required, tag = "2")]
        pub volume_handle: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(string, required, tag = "4")]
        pub fs_type: String,
        #[prost(btree_map = "string, string", tag = "5")]
        pub volume_attributes: ::std::collections::BTreeMap<String, String>,
        #[prost(message, optional, tag = "6")]
        pub controller_publish_secret_ref: Option<SecretReference>,
        #[prost(message, optional, tag = "7")]
        pub node_stage_secret_ref: Option<SecretReference>,
        #[prost(message, optional, tag = "8")]
        pub node_publish_secret_ref: Option<SecretReference>,
        #[prost(message, optional, tag = "9")]
        pub controller_expand_secret_ref: Option<SecretReference>,
        #[prost(message, optional, tag = "10")]
        pub node_expand_secret_ref: Option<SecretReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIVolumeSource {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(bool, optional, tag = "2")]
        pub read_only: Option<bool>,
        #[prost(string, optional, tag = "3")]
        pub fs_type: Option<String>,
        #[prost(btree_map = "string, string", tag = "4")]
        pub volume_attributes: ::std::collections::BTreeMap<String, String>,
        #[prost(message, optional, tag = "5")]
        pub node_publish_secret_ref: Option<LocalObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EphemeralVolumeSource {
        #[prost(message, optional, tag = "1")]
        pub volume_claim_template: Option<PersistentVolumeClaimTemplate>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PersistentVolumeClaimTemplate {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PersistentVolumeClaimSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerPort {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, required, tag = "2")]
        pub host_port: i32,
        #[prost(int32, required, tag = "3")]
        pub container_port: i32,
        #[prost(string, required, tag = "4")]
        pub protocol: String,
        #[prost(string, required, tag = "5")]
        pub host_ip: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeMount {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(bool, required, tag = "2")]
        pub read_only: bool,
        #[prost(string, optional, tag = "7")]
        pub recursive_read_only: Option<String>,
        #[prost(string, required, tag = "3")]
        pub mount_path: String,
        #[prost(string, required, tag = "4")]
        pub sub_path: String,
        #[prost(string, optional, tag = "5")]
        pub mount_propagation: Option<String>,
        #[prost(string, required, tag = "6")]
        pub sub_path_expr: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeDevice {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub device_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EnvVar {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub value: String,
        #[prost(message, optional, tag = "3")]
        pub value_from: Option<EnvVarSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EnvVarSource {
        #[prost(message, optional, tag = "1")]
        pub field_ref: Option<ObjectFieldSelector>,
        #[prost(message, optional, tag = "2")]
        pub resource_field_ref: Option<ResourceFieldSelector>,
        #[prost(message, optional, tag = "3")]
        pub config_map_key_ref: Option<ConfigMapKeySelector>,
        #[prost(message, optional, tag = "4")]
        pub secret_key_ref: Option<SecretKeySelector>,
        #[prost(message, optional, tag = "5")]
        pub file_key_ref: Option<FileKeySelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FileKeySelector {
        #[prost(string, required, tag = "1")]
        pub volume_name: String,
        #[prost(string, required, tag = "2")]
        pub path: String,
        #[prost(string, required, tag = "3")]
        pub key: String,
        #[prost(bool, optional, tag = "4")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectFieldSelector {
        #[prost(string, required, tag = "1")]
        pub api_version: String,
        #[prost(string, required, tag = "2")]
        pub field_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceFieldSelector {
        #[prost(string, required, tag = "1")]
        pub container_name: String,
        #[prost(string, required, tag = "2")]
        pub resource: String,
        #[prost(message, required, tag = "3")]
        pub divisor: super::meta::Quantity,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapKeySelector {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(string, required, tag = "2")]
        pub key: String,
        #[prost(bool, optional, tag = "3")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretKeySelector {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(string, required, tag = "2")]
        pub key: String,
        #[prost(bool, optional, tag = "3")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EnvFromSource {
        #[prost(string, required, tag = "1")]
        pub prefix: String,
        #[prost(message, optional, tag = "2")]
        pub config_map_ref: Option<ConfigMapEnvSource>,
        #[prost(message, optional, tag = "3")]
        pub secret_ref: Option<SecretEnvSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapEnvSource {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(bool, optional, tag = "2")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretEnvSource {
        #[prost(message, required, tag = "1")]
        pub local_object_reference: LocalObjectReference,
        #[prost(bool, optional, tag = "2")]
        pub optional: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HTTPHeader {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub value: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HTTPGetAction {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(message, required, tag = "2")]
        pub port: super::meta::IntOrString,
        #[prost(string, required, tag = "3")]
        pub host: String,
        #[prost(string, required, tag = "4")]
        pub scheme: String,
        #[prost(message, repeated, tag = "5")]
        pub http_headers: Vec<HTTPHeader>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TCPSocketAction {
        #[prost(message, required, tag = "1")]
        pub port: super::meta::IntOrString,
        #[prost(string, required, tag = "2")]
        pub host: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GRPCAction {
        #[prost(int32, required, tag = "1")]
        pub port: i32,
        #[prost(string, optional, tag = "2")]
        pub service: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExecAction {
        #[prost(string, repeated, tag = "1")]
        pub command: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SleepAction {
        #[prost(int64, required, tag = "1")]
        pub seconds: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Probe {
        #[prost(message, required, tag = "1")]
        pub probe_handler: ProbeHandler,
        #[prost(int32, required, tag = "2")]
        pub initial_delay_seconds: i32,
        #[prost(int32, required, tag = "3")]
        pub timeout_seconds: i32,
        #[prost(int32, required, tag = "4")]
        pub period_seconds: i32,
        #[prost(int32, required, tag = "5")]
        pub success_threshold: i32,
        #[prost(int32, required, tag = "6")]
        pub failure_threshold: i32,
        #[prost(int64, optional, tag = "7")]
        pub termination_grace_period_seconds: Option<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerResizePolicy {
        #[prost(string, required, tag = "1")]
        pub resource_name: String,
        #[prost(string, required, tag = "2")]
        pub restart_policy: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Capabilities {
        #[prost(string, repeated, tag = "1")]
        pub add: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub drop: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceRequirements {
        #[prost(btree_map = "string, message", tag = "1")]
        pub limits: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "2")]
        pub requests: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, repeated, tag = "3")]
        pub claims: Vec<ResourceClaim>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeResourceRequirements {
        #[prost(btree_map = "string, message", tag = "1")]
        pub limits: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "2")]
        pub requests: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaim {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub request: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Container {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub image: String,
        #[prost(string, repeated, tag = "3")]
        pub command: Vec<String>,
        #[prost(string, repeated, tag = "4")]
        pub args: Vec<String>,
        #[prost(string, required, tag = "5")]
        pub working_dir: String,
        #[prost(message, repeated, tag = "6")]
        pub ports: Vec<ContainerPort>,
        #[prost(message, repeated, tag = "19")]
        pub env_from: Vec<EnvFromSource>,
        #[prost(message, repeated, tag = "7")]
        pub env: Vec<EnvVar>,
        #[prost(message, required, tag = "8")]
        pub resources: ResourceRequirements,
        #[prost(message, repeated, tag = "23")]
        pub resize_policy: Vec<ContainerResizePolicy>,
        #[prost(string, optional, tag = "24")]
        pub restart_policy: Option<String>,
        #[prost(message, repeated, tag = "25")]
        pub restart_policy_rules: Vec<ContainerRestartRule>,
        #[prost(message, repeated, tag = "9")]
        pub volume_mounts: Vec<VolumeMount>,
        #[prost(message, repeated, tag = "21")]
        pub volume_devices: Vec<VolumeDevice>,
        #[prost(message, optional, tag = "10")]
        pub liveness_probe: Option<Probe>,
        #[prost(message, optional, tag = "11")]
        pub readiness_probe: Option<Probe>,
        #[prost(message, optional, tag = "22")]
        pub startup_probe: Option<Probe>,
        #[prost(message, optional, tag = "12")]
        pub lifecycle: Option<Lifecycle>,
        #[prost(string, required, tag = "13")]
        pub termination_message_path: String,
        #[prost(string, required, tag = "20")]
        pub termination_message_policy: String,
        #[prost(string, required, tag = "14")]
        pub image_pull_policy: String,
        #[prost(message, optional, tag = "15")]
        pub security_context: Option<SecurityContext>,
        #[prost(bool, required, tag = "16")]
        pub stdin: bool,
        #[prost(bool, required, tag = "17")]
        pub stdin_once: bool,
        #[prost(bool, required, tag = "18")]
        pub tty: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ProbeHandler {
        #[prost(message, optional, tag = "1")]
        pub exec: Option<ExecAction>,
        #[prost(message, optional, tag = "2")]
        pub http_get: Option<HTTPGetAction>,
        #[prost(message, optional, tag = "3")]
        pub tcp_socket: Option<TCPSocketAction>,
        #[prost(message, optional, tag = "4")]
        pub grpc: Option<GRPCAction>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LifecycleHandler {
        #[prost(message, optional, tag = "1")]
        pub exec: Option<ExecAction>,
        #[prost(message, optional, tag = "2")]
        pub http_get: Option<HTTPGetAction>,
        #[prost(message, optional, tag = "3")]
        pub tcp_socket: Option<TCPSocketAction>,
        #[prost(message, optional, tag = "4")]
        pub sleep: Option<SleepAction>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Lifecycle {
        #[prost(message, optional, tag = "1")]
        pub post_start: Option<LifecycleHandler>,
        #[prost(message, optional, tag = "2")]
        pub pre_stop: Option<LifecycleHandler>,
        #[prost(string, optional, tag = "3")]
        pub stop_signal: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerStateWaiting {
        #[prost(string, required, tag = "1")]
        pub reason: String,
        #[prost(string, required, tag = "2")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerStateRunning {
        #[prost(message, required, tag = "1")]
        pub started_at: super::meta::Time,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerStateTerminated {
        #[prost(int32, required, tag = "1")]
        pub exit_code: i32,
        #[prost(int32, required, tag = "2")]
        pub signal: i32,
        #[prost(string, required, tag = "3")]
        pub reason: String,
        #[prost(string, required, tag = "4")]
        pub message: String,
        #[prost(message, required, tag = "5")]
        pub started_at: super::meta::Time,
        #[prost(message, required, tag = "6")]
        pub finished_at: super::meta::Time,
        #[prost(string, required, tag = "7")]
        pub container_id: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerState {
        #[prost(message, optional, tag = "1")]
        pub waiting: Option<ContainerStateWaiting>,
        #[prost(message, optional, tag = "2")]
        pub running: Option<ContainerStateRunning>,
        #[prost(message, optional, tag = "3")]
        pub terminated: Option<ContainerStateTerminated>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub state: ContainerState,
        #[prost(message, required, tag = "3")]
        pub last_state: ContainerState,
        #[prost(bool, required, tag = "4")]
        pub ready: bool,
        #[prost(int32, required, tag = "5")]
        pub restart_count: i32,
        #[prost(string, required, tag = "6")]
        pub image: String,
        #[prost(string, required, tag = "7")]
        pub image_id: String,
        #[prost(string, required, tag = "8")]
        pub container_id: String,
        #[prost(bool, optional, tag = "9")]
        pub started: Option<bool>,
        #[prost(btree_map = "string, message", tag = "10")]
        pub allocated_resources: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, optional, tag = "11")]
        pub resources: Option<ResourceRequirements>,
        #[prost(message, repeated, tag = "12")]
        pub volume_mounts: Vec<VolumeMountStatus>,
        #[prost(message, optional, tag = "13")]
        pub user: Option<ContainerUser>,
        #[prost(message, repeated, tag = "14")]
        pub allocated_resources_status: Vec<ResourceStatus>,
        #[prost(string, optional, tag = "15")]
        pub stop_signal: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, repeated, tag = "2")]
        pub resources: Vec<ResourceHealth>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceHealth {
        #[prost(string, required, tag = "1")]
        pub resource_id: String,
        #[prost(string, required, tag = "2")]
        pub health: String,
        #[prost(string, optional, tag = "6")]
        pub message: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerUser {
        #[prost(message, optional, tag = "1")]
        pub linux: Option<LinuxContainerUser>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LinuxContainerUser {
        #[prost(int64, required, tag = "1")]
        pub uid: i64,
        #[prost(int64, required, tag = "2")]
        pub gid: i64,
        #[prost(int64, repeated, packed = "false", tag = "3")]
        pub supplemental_groups: Vec<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(int64, required, tag = "7")]
        pub observed_generation: i64,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_probe_time: super::meta::Time,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeMountStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub mount_path: String,
        #[prost(bool, required, tag = "3")]
        pub read_only: bool,
        #[prost(string, optional, tag = "4")]
        pub recursive_read_only: Option<String>,
        #[prost(message, optional, tag = "5")]
        pub volume_status: Option<VolumeStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeStatus {
        #[prost(message, optional, tag = "1")]
        pub image: Option<ImageVolumeStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ImageVolumeStatus {
        #[prost(string, required, tag = "1")]
        pub image_ref: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerRestartRule {
        #[prost(string, required, tag = "1")]
        pub action: String,
        #[prost(message, optional, tag = "2")]
        pub exit_codes: Option<ContainerRestartRuleOnExitCodes>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerRestartRuleOnExitCodes {
        #[prost(string, required, tag = "1")]
        pub operator: String,
        #[prost(int32, repeated, packed = "false", tag = "2")]
        pub values: Vec<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSelector {
        #[prost(message, repeated, tag = "1")]
        pub node_selector_terms: Vec<NodeSelectorTerm>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSelectorTerm {
        #[prost(message, repeated, tag = "1")]
        pub match_expressions: Vec<NodeSelectorRequirement>,
        #[prost(message, repeated, tag = "2")]
        pub match_fields: Vec<NodeSelectorRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSelectorRequirement {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, repeated, tag = "3")]
        pub values: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TopologySelectorTerm {
        #[prost(message, repeated, tag = "1")]
        pub match_label_expressions: Vec<TopologySelectorLabelRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TopologySelectorLabelRequirement {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, repeated, tag = "2")]
        pub values: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Affinity {
        #[prost(message, optional, tag = "1")]
        pub node_affinity: Option<NodeAffinity>,
        #[prost(message, optional, tag = "2")]
        pub pod_affinity: Option<PodAffinity>,
        #[prost(message, optional, tag = "3")]
        pub pod_anti_affinity: Option<PodAntiAffinity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodAffinity {
        #[prost(message, repeated, tag = "1")]
        pub required_during_scheduling_ignored_during_execution: Vec<PodAffinityTerm>,
        #[prost(message, repeated, tag = "2")]
        pub preferred_during_scheduling_ignored_during_execution: Vec<WeightedPodAffinityTerm>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodAntiAffinity {
        #[prost(message, repeated, tag = "1")]
        pub required_during_scheduling_ignored_during_execution: Vec<PodAffinityTerm>,
        #[prost(message, repeated, tag = "2")]
        pub preferred_during_scheduling_ignored_during_execution: Vec<WeightedPodAffinityTerm>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WeightedPodAffinityTerm {
        #[prost(int32, required, tag = "1")]
        pub weight: i32,
        #[prost(message, required, tag = "2")]
        pub pod_affinity_term: PodAffinityTerm,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodAffinityTerm {
        #[prost(message, optional, tag = "1")]
        pub label_selector: Option<super::meta::LabelSelector>,
        #[prost(string, repeated, tag = "2")]
        pub namespaces: Vec<String>,
        #[prost(string, required, tag = "3")]
        pub topology_key: String,
        #[prost(message, optional, tag = "4")]
        pub namespace_selector: Option<super::meta::LabelSelector>,
        #[prost(string, repeated, tag = "5")]
        pub match_label_keys: Vec<String>,
        #[prost(string, repeated, tag = "6")]
        pub mismatch_label_keys: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeAffinity {
        #[prost(message, optional, tag = "1")]
        pub required_during_scheduling_ignored_during_execution: Option<NodeSelector>,
        #[prost(message, repeated, tag = "2")]
        pub preferred_during_scheduling_ignored_during_execution: Vec<PreferredSchedulingTerm>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PreferredSchedulingTerm {
        #[prost(int32, required, tag = "1")]
        pub weight: i32,
        #[prost(message, required, tag = "2")]
        pub preference: NodeSelectorTerm,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Taint {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub value: String,
        #[prost(string, required, tag = "3")]
        pub effect: String,
        #[prost(message, optional, tag = "4")]
        pub time_added: Option<super::meta::Time>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Toleration {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, required, tag = "3")]
        pub value: String,
        #[prost(string, required, tag = "4")]
        pub effect: String,
        #[prost(int64, optional, tag = "5")]
        pub toleration_seconds: Option<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodReadinessGate {
        #[prost(string, required, tag = "1")]
        pub condition_type: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodSpec {
        #[prost(message, repeated, tag = "1")]
        pub volumes: Vec<Volume>,
        #[prost(message, repeated, tag = "20")]
        pub init_containers: Vec<Container>,
        #[prost(message, repeated, tag = "2")]
        pub containers: Vec<Container>,
        #[prost(message, repeated, tag = "34")]
        pub ephemeral_containers: Vec<EphemeralContainer>,
        #[prost(string, required, tag = "3")]
        pub restart_policy: String,
        #[prost(int64, optional, tag = "4")]
        pub termination_grace_period_seconds: Option<i64>,
        #[prost(int64, optional, tag = "5")]
        pub active_deadline_seconds: Option<i64>,
        #[prost(string, required, tag = "6")]
        pub dns_policy: String,
        #[prost(btree_map = "string, string", tag = "7")]
        pub node_selector: ::std::collections::BTreeMap<String, String>,
        #[prost(string, required, tag = "8")]
        pub service_account_name: String,
        #[prost(string, required, tag = "9")]
        pub service_account: String,
        #[prost(bool, optional, tag = "21")]
        pub automount_service_account_token: Option<bool>,
        #[prost(string, required, tag = "10")]
        pub node_name: String,
        #[prost(bool, required, tag = "11")]
        pub host_network: bool,
        #[prost(bool, required, tag = "12")]
        pub host_pid: bool,
        #[prost(bool, required, tag = "13")]
        pub host_ipc: bool,
        #[prost(bool, optional, tag = "27")]
        pub share_process_namespace: Option<bool>,
        #[prost(message, optional, tag = "14")]
        pub security_context: Option<PodSecurityContext>,
        #[prost(message, repeated, tag = "15")]
        pub image_pull_secrets: Vec<LocalObjectReference>,
        #[prost(string, required, tag = "16")]
        pub hostname: String,
        #[prost(string, required, tag = "17")]
        pub subdomain: String,
        #[prost(message, optional, tag = "18")]
        pub affinity: Option<Affinity>,
        #[prost(string, required, tag = "19")]
        pub scheduler_name: String,
        #[prost(message, repeated, tag = "22")]
        pub tolerations: Vec<Toleration>,
        #[prost(message, repeated, tag = "23")]
        pub host_aliases: Vec<HostAlias>,
        #[prost(string, required, tag = "24")]
        pub priority_class_name: String,
        #[prost(int32, optional, tag = "25")]
        pub priority: Option<i32>,
        #[prost(message, optional, tag = "26")]
        pub dns_config: Option<PodDNSConfig>,
        #[prost(message, repeated, tag = "28")]
        pub readiness_gates: Vec<PodReadinessGate>,
        #[prost(string, optional, tag = "29")]
        pub runtime_class_name: Option<String>,
        #[prost(bool, optional, tag = "30")]
        pub enable_service_links: Option<bool>,
        #[prost(string, optional, tag = "31")]
        pub preemption_policy: Option<String>,
        #[prost(btree_map = "string, message", tag = "32")]
        pub overhead: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, repeated, tag = "33")]
        pub topology_spread_constraints: Vec<TopologySpreadConstraint>,
        #[prost(bool, optional, tag = "35")]
        pub set_hostname_as_fqdn: Option<bool>,
        #[prost(message, optional, tag = "36")]
        pub os: Option<PodOS>,
        #[prost(bool, optional, tag = "37")]
        pub host_users: Option<bool>,
        #[prost(message, repeated, tag = "38")]
        pub scheduling_gates: Vec<PodSchedulingGate>,
        #[prost(message, repeated, tag = "39")]
        pub resource_claims: Vec<PodResourceClaim>,
        #[prost(message, optional, tag = "40")]
        pub resources: Option<ResourceRequirements>,
        #[prost(string, optional, tag = "41")]
        pub hostname_override: Option<String>,
        #[prost(message, optional, tag = "43")]
        pub scheduling_group: Option<PodSchedulingGroup>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodResourceClaim {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, optional, tag = "3")]
        pub resource_claim_name: Option<String>,
        #[prost(string, optional, tag = "4")]
        pub resource_claim_template_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodResourceClaimStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, optional, tag = "2")]
        pub resource_claim_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodExtendedResourceClaimStatus {
        #[prost(message, repeated, tag = "1")]
        pub request_mappings: Vec<ContainerExtendedResourceRequest>,
        #[prost(string, required, tag = "2")]
        pub resource_claim_name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerExtendedResourceRequest {
        #[prost(string, required, tag = "1")]
        pub container_name: String,
        #[prost(string, required, tag = "2")]
        pub resource_name: String,
        #[prost(string, required, tag = "3")]
        pub request_name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodOS {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodSchedulingGate {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodSchedulingGroup {
        #[prost(string, optional, tag = "1")]
        pub pod_group_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TopologySpreadConstraint {
        #[prost(int32, required, tag = "1")]
        pub max_skew: i32,
        #[prost(string, required, tag = "2")]
        pub topology_key: String,
        #[prost(string, required, tag = "3")]
        pub when_unsatisfiable: String,
        #[prost(message, optional, tag = "4")]
        pub label_selector: Option<super::meta::LabelSelector>,
        #[prost(int32, optional, tag = "5")]
        pub min_domains: Option<i32>,
        #[prost(string, optional, tag = "6")]
        pub node_affinity_policy: Option<String>,
        #[prost(string, optional, tag = "7")]
        pub node_taints_policy: Option<String>,
        #[prost(string, repeated, tag = "8")]
        pub match_label_keys: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HostAlias {
        #[prost(string, required, tag = "1")]
        pub ip: String,
        #[prost(string, repeated, tag = "2")]
        pub hostnames: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodSecurityContext {
        #[prost(message, optional, tag = "1")]
        pub se_linux_options: Option<SELinuxOptions>,
        #[prost(message, optional, tag = "8")]
        pub windows_options: Option<WindowsSecurityContextOptions>,
        #[prost(int64, optional, tag = "2")]
        pub run_as_user: Option<i64>,
        #[prost(int64, optional, tag = "6")]
        pub run_as_group: Option<i64>,
        #[prost(bool, optional, tag = "3")]
        pub run_as_non_root: Option<bool>,
        #[prost(int64, repeated, packed = "false", tag = "4")]
        pub supplemental_groups: Vec<i64>,
        #[prost(string, optional, tag = "12")]
        pub supplemental_groups_policy: Option<String>,
        #[prost(int64, optional, tag = "5")]
        pub fs_group: Option<i64>,
        #[prost(message, repeated, tag = "7")]
        pub sysctls: Vec<Sysctl>,
        #[prost(string, optional, tag = "9")]
        pub fs_group_change_policy: Option<String>,
        #[prost(message, optional, tag = "10")]
        pub seccomp_profile: Option<SeccompProfile>,
        #[prost(message, optional, tag = "11")]
        pub app_armor_profile: Option<AppArmorProfile>,
        #[prost(string, optional, tag = "13")]
        pub se_linux_change_policy: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SeccompProfile {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, optional, tag = "2")]
        pub localhost_profile: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AppArmorProfile {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, optional, tag = "2")]
        pub localhost_profile: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDNSConfig {
        #[prost(string, repeated, tag = "1")]
        pub nameservers: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub searches: Vec<String>,
        #[prost(message, repeated, tag = "3")]
        pub options: Vec<PodDNSConfigOption>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDNSConfigOption {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, optional, tag = "2")]
        pub value: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodIP {
        #[prost(string, required, tag = "1")]
        pub ip: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HostIP {
        #[prost(string, required, tag = "1")]
        pub ip: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EphemeralContainerCommon {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub image: String,
        #[prost(string, repeated, tag = "3")]
        pub command: Vec<String>,
        #[prost(string, repeated, tag = "4")]
        pub args: Vec<String>,
        #[prost(string, required, tag = "5")]
        pub working_dir: String,
        #[prost(message, repeated, tag = "6")]
        pub ports: Vec<ContainerPort>,
        #[prost(message, repeated, tag = "19")]
        pub env_from: Vec<EnvFromSource>,
        #[prost(message, repeated, tag = "7")]
        pub env: Vec<EnvVar>,
        #[prost(message, required, tag = "8")]
        pub resources: ResourceRequirements,
        #[prost(message, repeated, tag = "23")]
        pub resize_policy: Vec<ContainerResizePolicy>,
        #[prost(string, optional, tag = "24")]
        pub restart_policy: Option<String>,
        #[prost(message, repeated, tag = "25")]
        pub restart_policy_rules: Vec<ContainerRestartRule>,
        #[prost(message, repeated, tag = "9")]
        pub volume_mounts: Vec<VolumeMount>,
        #[prost(message, repeated, tag = "21")]
        pub volume_devices: Vec<VolumeDevice>,
        #[prost(message, optional, tag = "10")]
        pub liveness_probe: Option<Probe>,
        #[prost(message, optional, tag = "11")]
        pub readiness_probe: Option<Probe>,
        #[prost(message, optional, tag = "22")]
        pub startup_probe: Option<Probe>,
        #[prost(message, optional, tag = "12")]
        pub lifecycle: Option<Lifecycle>,
        #[prost(string, required, tag = "13")]
        pub termination_message_path: String,
        #[prost(string, required, tag = "20")]
        pub termination_message_policy: String,
        #[prost(string, required, tag = "14")]
        pub image_pull_policy: String,
        #[prost(message, optional, tag = "15")]
        pub security_context: Option<SecurityContext>,
        #[prost(bool, required, tag = "16")]
        pub stdin: bool,
        #[prost(bool, required, tag = "17")]
        pub stdin_once: bool,
        #[prost(bool, required, tag = "18")]
        pub tty: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EphemeralContainer {
        #[prost(message, required, tag = "1")]
        pub ephemeral_container_common: EphemeralContainerCommon,
        #[prost(string, required, tag = "2")]
        pub target_container_name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodStatus {
        #[prost(int64, required, tag = "17")]
        pub observed_generation: i64,
        #[prost(string, required, tag = "1")]
        pub phase: String,
        #[prost(message, repeated, tag = "2")]
        pub conditions: Vec<PodCondition>,
        #[prost(string, required, tag = "3")]
        pub message: String,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "11")]
        pub nominated_node_name: String,
        #[prost(string, required, tag = "5")]
        pub host_ip: String,
        #[prost(message, repeated, tag = "16")]
        pub host_ips: Vec<HostIP>,
        #[prost(string, required, tag = "6")]
        pub pod_ip: String,
        #[prost(message, repeated, tag = "12")]
        pub pod_ips: Vec<PodIP>,
        #[prost(message, optional, tag = "7")]
        pub start_time: Option<super::meta::Time>,
        #[prost(message, repeated, tag = "10")]
        pub init_container_statuses: Vec<ContainerStatus>,
        #[prost(message, repeated, tag = "8")]
        pub container_statuses: Vec<ContainerStatus>,
        #[prost(string, required, tag = "9")]
        pub qos_class: String,
        #[prost(message, repeated, tag = "13")]
        pub ephemeral_container_statuses: Vec<ContainerStatus>,
        #[prost(string, required, tag = "14")]
        pub resize: String,
        #[prost(message, repeated, tag = "15")]
        pub resource_claim_statuses: Vec<PodResourceClaimStatus>,
        #[prost(message, optional, tag = "18")]
        pub extended_resource_claim_status: Option<PodExtendedResourceClaimStatus>,
        #[prost(btree_map = "string, message", tag = "19")]
        pub allocated_resources: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(message, optional, tag = "20")]
        pub resources: Option<ResourceRequirements>,
        #[prost(message, repeated, tag = "21")]
        pub node_allocatable_resource_claim_statuses: Vec<NodeAllocatableResourceClaimStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodStatusResult {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub status: PodStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Pod {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PodSpec,
        #[prost(message, required, tag = "3")]
        pub status: PodStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Pod>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodTemplateSpec {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PodSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodTemplate {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub template: PodTemplateSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodTemplateList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PodTemplate>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicationControllerSpec {
        #[prost(int32, optional, tag = "1")]
        pub replicas: Option<i32>,
        #[prost(int32, required, tag = "4")]
        pub min_ready_seconds: i32,
        #[prost(btree_map = "string, string", tag = "2")]
        pub selector: ::std::collections::BTreeMap<String, String>,
        #[prost(message, optional, tag = "3")]
        pub template: Option<PodTemplateSpec>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicationControllerStatus {
        #[prost(int32, required, tag = "1")]
        pub replicas: i32,
        #[prost(int32, required, tag = "2")]
        pub fully_labeled_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub ready_replicas: i32,
        #[prost(int32, required, tag = "5")]
        pub available_replicas: i32,
        #[prost(int64, required, tag = "3")]
        pub observed_generation: i64,
        #[prost(message, repeated, tag = "6")]
        pub conditions: Vec<ReplicationControllerCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicationControllerCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicationController {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ReplicationControllerSpec,
        #[prost(message, required, tag = "3")]
        pub status: ReplicationControllerStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicationControllerList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ReplicationController>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SessionAffinityConfig {
        #[prost(message, optional, tag = "1")]
        pub client_ip: Option<ClientIPConfig>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClientIPConfig {
        #[prost(int32, optional, tag = "1")]
        pub timeout_seconds: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceStatus {
        #[prost(message, required, tag = "1")]
        pub load_balancer: LoadBalancerStatus,
        #[prost(message, repeated, tag = "2")]
        pub conditions: Vec<super::meta::Condition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LoadBalancerStatus {
        #[prost(message, repeated, tag = "1")]
        pub ingress: Vec<LoadBalancerIngress>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LoadBalancerIngress {
        #[prost(string, required, tag = "1")]
        pub ip: String,
        #[prost(string, required, tag = "2")]
        pub hostname: String,
        #[prost(string, optional, tag = "3")]
        pub ip_mode: Option<String>,
        #[prost(message, repeated, tag = "4")]
        pub ports: Vec<PortStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceSpec {
        #[prost(message, repeated, tag = "1")]
        pub ports: Vec<ServicePort>,
        #[prost(btree_map = "string, string", tag = "2")]
        pub selector: ::std::collections::BTreeMap<String, String>,
        #[prost(string, required, tag = "3")]
        pub cluster_ip: String,
        #[prost(string, repeated, tag = "18")]
        pub cluster_ips: Vec<String>,
        #[prost(string, required, tag = "4")]
        pub r#type: String,
        #[prost(string, repeated, tag = "5")]
        pub external_ips: Vec<String>,
        #[prost(string, required, tag = "7")]
        pub session_affinity: String,
        #[prost(string, required, tag = "8")]
        pub load_balancer_ip: String,
        #[prost(string, repeated, tag = "9")]
        pub load_balancer_source_ranges: Vec<String>,
        #[prost(string, required, tag = "10")]
        pub external_name: String,
        #[prost(string, required, tag = "11")]
        pub external_traffic_policy: String,
        #[prost(int32, required, tag = "12")]
        pub health_check_node_port: i32,
        #[prost(bool, required, tag = "13")]
        pub publish_not_ready_addresses: bool,
        #[prost(message, optional, tag = "14")]
        pub session_affinity_config: Option<SessionAffinityConfig>,
        #[prost(string, repeated, tag = "19")]
        pub ip_families: Vec<String>,
        #[prost(string, optional, tag = "17")]
        pub ip_family_policy: Option<String>,
        #[prost(bool, optional, tag = "20")]
        pub allocate_load_balancer_node_ports: Option<bool>,
        #[prost(string, optional, tag = "21")]
        pub load_balancer_class: Option<String>,
        #[prost(string, optional, tag = "22")]
        pub internal_traffic_policy: Option<String>,
        #[prost(string, optional, tag = "23")]
        pub traffic_distribution: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServicePort {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub protocol: String,
        #[prost(string, optional, tag = "6")]
        pub app_protocol: Option<String>,
        #[prost(int32, required, tag = "3")]
        pub port: i32,
        #[prost(message, required, tag = "4")]
        pub target_port: super::meta::IntOrString,
        #[prost(int32, required, tag = "5")]
        pub node_port: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Service {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ServiceSpec,
        #[prost(message, required, tag = "3")]
        pub status: ServiceStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Service>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceAccount {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub secrets: Vec<ObjectReference>,
        #[prost(message, repeated, tag = "3")]
        pub image_pull_secrets: Vec<LocalObjectReference>,
        #[prost(bool, optional, tag = "4")]
        pub automount_service_account_token: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceAccountList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ServiceAccount>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Endpoints {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub subsets: Vec<EndpointSubset>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointSubset {
        #[prost(message, repeated, tag = "1")]
        pub addresses: Vec<EndpointAddress>,
        #[prost(message, repeated, tag = "2")]
        pub not_ready_addresses: Vec<EndpointAddress>,
        #[prost(message, repeated, tag = "3")]
        pub ports: Vec<EndpointPort>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointAddress {
        #[prost(string, required, tag = "1")]
        pub ip: String,
        #[prost(string, required, tag = "3")]
        pub hostname: String,
        #[prost(string, optional, tag = "4")]
        pub node_name: Option<String>,
        #[prost(message, optional, tag = "2")]
        pub target_ref: Option<ObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointPort {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, required, tag = "2")]
        pub port: i32,
        #[prost(string, required, tag = "3")]
        pub protocol: String,
        #[prost(string, optional, tag = "4")]
        pub app_protocol: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointsList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Endpoints>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSpec {
        #[prost(string, required, tag = "1")]
        pub pod_cidr: String,
        #[prost(string, repeated, tag = "7")]
        pub pod_cidrs: Vec<String>,
        #[prost(string, required, tag = "3")]
        pub provider_id: String,
        #[prost(bool, required, tag = "4")]
        pub unschedulable: bool,
        #[prost(message, repeated, tag = "5")]
        pub taints: Vec<Taint>,
        #[prost(message, optional, tag = "6")]
        pub config_source: Option<NodeConfigSource>,
        #[prost(string, required, tag = "2")]
        pub external_id: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeConfigSource {
        #[prost(message, optional, tag = "2")]
        pub config_map: Option<ConfigMapNodeConfigSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapNodeConfigSource {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(string, required, tag = "3")]
        pub uid: String,
        #[prost(string, required, tag = "4")]
        pub resource_version: String,
        #[prost(string, required, tag = "5")]
        pub kubelet_config_key: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonEndpoint {
        #[prost(int32, required, tag = "1")]
        pub port: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeDaemonEndpoints {
        #[prost(message, required, tag = "1")]
        pub kubelet_endpoint: DaemonEndpoint,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeRuntimeHandlerFeatures {
        #[prost(bool, optional, tag = "1")]
        pub recursive_read_only_mounts: Option<bool>,
        #[prost(bool, optional, tag = "2")]
        pub user_namespaces: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeRuntimeHandler {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, optional, tag = "2")]
        pub features: Option<NodeRuntimeHandlerFeatures>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeFeatures {
        #[prost(bool, optional, tag = "1")]
        pub supplemental_groups_policy: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSystemInfo {
        #[prost(string, required, tag = "1")]
        pub machine_id: String,
        #[prost(string, required, tag = "2")]
        pub system_uuid: String,
        #[prost(string, required, tag = "3")]
        pub boot_id: String,
        #[prost(string, required, tag = "4")]
        pub kernel_version: String,
        #[prost(string, required, tag = "5")]
        pub os_image: String,
        #[prost(string, required, tag = "6")]
        pub container_runtime_version: String,
        #[prost(string, required, tag = "7")]
        pub kubelet_version: String,
        #[prost(string, required, tag = "8")]
        pub kube_proxy_version: String,
        #[prost(string, required, tag = "9")]
        pub operating_system: String,
        #[prost(string, required, tag = "10")]
        pub architecture: String,
        #[prost(message, optional, tag = "11")]
        pub swap: Option<NodeSwapStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeSwapStatus {
        #[prost(int64, optional, tag = "1")]
        pub capacity: Option<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeConfigStatus {
        #[prost(message, optional, tag = "1")]
        pub assigned: Option<NodeConfigSource>,
        #[prost(message, optional, tag = "2")]
        pub active: Option<NodeConfigSource>,
        #[prost(message, optional, tag = "3")]
        pub last_known_good: Option<NodeConfigSource>,
        #[prost(string, required, tag = "4")]
        pub error: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeStatus {
        #[prost(btree_map = "string, message", tag = "1")]
        pub capacity: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "2")]
        pub allocatable: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(string, required, tag = "3")]
        pub phase: String,
        #[prost(message, repeated, tag = "4")]
        pub conditions: Vec<NodeCondition>,
        #[prost(message, repeated, tag = "5")]
        pub addresses: Vec<NodeAddress>,
        #[prost(message, required, tag = "6")]
        pub daemon_endpoints: NodeDaemonEndpoints,
        #[prost(message, required, tag = "7")]
        pub node_info: NodeSystemInfo,
        #[prost(message, repeated, tag = "8")]
        pub images: Vec<ContainerImage>,
        #[prost(string, repeated, tag = "9")]
        pub volumes_in_use: Vec<String>,
        #[prost(message, repeated, tag = "10")]
        pub volumes_attached: Vec<AttachedVolume>,
        #[prost(message, optional, tag = "11")]
        pub config: Option<NodeConfigStatus>,
        #[prost(message, repeated, tag = "12")]
        pub runtime_handlers: Vec<NodeRuntimeHandler>,
        #[prost(message, optional, tag = "13")]
        pub features: Option<NodeFeatures>,
        #[prost(string, repeated, tag = "14")]
        pub declared_features: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AttachedVolume {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub device_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AvoidPods {
        #[prost(message, repeated, tag = "1")]
        pub prefer_avoid_pods: Vec<PreferAvoidPodsEntry>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PreferAvoidPodsEntry {
        #[prost(message, required, tag = "1")]
        pub pod_signature: PodSignature,
        #[prost(message, required, tag = "2")]
        pub eviction_time: super::meta::Time,
        #[prost(string, required, tag = "3")]
        pub reason: String,
        #[prost(string, required, tag = "4")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodSignature {
        #[prost(message, optional, tag = "1")]
        pub pod_controller: Option<super::meta::OwnerReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerImage {
        #[prost(string, repeated, tag = "1")]
        pub names: Vec<String>,
        #[prost(int64, required, tag = "2")]
        pub size_bytes: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_heartbeat_time: super::meta::Time,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeAddress {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub address: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Node {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: NodeSpec,
        #[prost(message, required, tag = "3")]
        pub status: NodeStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Node>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NamespaceSpec {
        #[prost(string, repeated, tag = "1")]
        pub finalizers: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NamespaceStatus {
        #[prost(string, required, tag = "1")]
        pub phase: String,
        #[prost(message, repeated, tag = "2")]
        pub conditions: Vec<NamespaceCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NamespaceCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Namespace {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: NamespaceSpec,
        #[prost(message, required, tag = "3")]
        pub status: NamespaceStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NamespaceList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Namespace>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Binding {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub target: ObjectReference,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Preconditions {
        #[prost(string, optional, tag = "1")]
        pub uid: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodLogOptions {
        #[prost(string, required, tag = "1")]
        pub container: String,
        #[prost(bool, required, tag = "2")]
        pub follow: bool,
        #[prost(bool, required, tag = "3")]
        pub previous: bool,
        #[prost(int64, optional, tag = "4")]
        pub since_seconds: Option<i64>,
        #[prost(message, optional, tag = "5")]
        pub since_time: Option<super::meta::Time>,
        #[prost(bool, required, tag = "6")]
        pub timestamps: bool,
        #[prost(int64, optional, tag = "7")]
        pub tail_lines: Option<i64>,
        #[prost(int64, optional, tag = "8")]
        pub limit_bytes: Option<i64>,
        #[prost(bool, required, tag = "9")]
        pub insecure_skip_tls_verify_backend: bool,
        #[prost(string, optional, tag = "10")]
        pub stream: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodAttachOptions {
        #[prost(bool, required, tag = "1")]
        pub stdin: bool,
        #[prost(bool, required, tag = "2")]
        pub stdout: bool,
        #[prost(bool, required, tag = "3")]
        pub stderr: bool,
        #[prost(bool, required, tag = "4")]
        pub tty: bool,
        #[prost(string, required, tag = "5")]
        pub container: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodExecOptions {
        #[prost(bool, required, tag = "1")]
        pub stdin: bool,
        #[prost(bool, required, tag = "2")]
        pub stdout: bool,
        #[prost(bool, required, tag = "3")]
        pub stderr: bool,
        #[prost(bool, required, tag = "4")]
        pub tty: bool,
        #[prost(string, required, tag = "5")]
        pub container: String,
        #[prost(string, repeated, tag = "6")]
        pub command: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodPortForwardOptions {
        #[prost(int32, repeated, packed = "false", tag = "1")]
        pub ports: Vec<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodProxyOptions {
        #[prost(string, required, tag = "1")]
        pub path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeProxyOptions {
        #[prost(string, required, tag = "1")]
        pub path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceProxyOptions {
        #[prost(string, required, tag = "1")]
        pub path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectReference {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub namespace: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, required, tag = "4")]
        pub uid: String,
        #[prost(string, required, tag = "5")]
        pub api_version: String,
        #[prost(string, required, tag = "6")]
        pub resource_version: String,
        #[prost(string, required, tag = "7")]
        pub field_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LocalObjectReference {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TypedLocalObjectReference {
        #[prost(string, optional, tag = "1")]
        pub api_group: Option<String>,
        #[prost(string, required, tag = "2")]
        pub kind: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SerializedReference {
        #[prost(message, required, tag = "1")]
        pub reference: ObjectReference,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EventSource {
        #[prost(string, required, tag = "1")]
        pub component: String,
        #[prost(string, required, tag = "2")]
        pub host: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Event {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub involved_object: ObjectReference,
        #[prost(string, required, tag = "3")]
        pub reason: String,
        #[prost(string, required, tag = "4")]
        pub message: String,
        #[prost(message, required, tag = "5")]
        pub source: EventSource,
        #[prost(message, required, tag = "6")]
        pub first_timestamp: super::meta::Time,
        #[prost(message, required, tag = "7")]
        pub last_timestamp: super::meta::Time,
        #[prost(int32, required, tag = "8")]
        pub count: i32,
        #[prost(string, required, tag = "9")]
        pub r#type: String,
        #[prost(message, required, tag = "10")]
        pub event_time: super::meta::MicroTime,
        #[prost(message, optional, tag = "11")]
        pub series: Option<EventSeries>,
        #[prost(string, required, tag = "12")]
        pub action: String,
        #[prost(message, optional, tag = "13")]
        pub related: Option<ObjectReference>,
        #[prost(string, required, tag = "14")]
        pub reporting_component: String,
        #[prost(string, required, tag = "15")]
        pub reporting_instance: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EventSeries {
        #[prost(int32, required, tag = "1")]
        pub count: i32,
        #[prost(message, required, tag = "2")]
        pub last_observed_time: super::meta::MicroTime,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EventList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Event>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitRangeItem {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(btree_map = "string, message", tag = "2")]
        pub max: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "3")]
        pub min: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "4")]
        pub default: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "5")]
        pub default_request: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "6")]
        pub max_limit_request_ratio: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitRangeSpec {
        #[prost(message, repeated, tag = "1")]
        pub limits: Vec<LimitRangeItem>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitRange {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: LimitRangeSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitRangeList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<LimitRange>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceQuotaSpec {
        #[prost(btree_map = "string, message", tag = "1")]
        pub hard: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(string, repeated, tag = "2")]
        pub scopes: Vec<String>,
        #[prost(message, optional, tag = "3")]
        pub scope_selector: Option<ScopeSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScopeSelector {
        #[prost(message, repeated, tag = "1")]
        pub match_expressions: Vec<ScopedResourceSelectorRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScopedResourceSelectorRequirement {
        #[prost(string, required, tag = "1")]
        pub scope_name: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, repeated, tag = "3")]
        pub values: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceQuotaStatus {
        #[prost(btree_map = "string, message", tag = "1")]
        pub hard: ::std::collections::BTreeMap<String, super::meta::Quantity>,
        #[prost(btree_map = "string, message", tag = "2")]
        pub used: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceQuota {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ResourceQuotaSpec,
        #[prost(message, required, tag = "3")]
        pub status: ResourceQuotaStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceQuotaList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ResourceQuota>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Secret {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(bool, optional, tag = "5")]
        pub immutable: Option<bool>,
        #[prost(btree_map = "string, bytes", tag = "2")]
        pub data: ::std::collections::BTreeMap<String, Vec<u8>>,
        #[prost(btree_map = "string, string", tag = "4")]
        pub string_data: ::std::collections::BTreeMap<String, String>,
        #[prost(string, required, tag = "3")]
        pub r#type: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecretList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Secret>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMap {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(bool, optional, tag = "4")]
        pub immutable: Option<bool>,
        #[prost(btree_map = "string, string", tag = "2")]
        pub data: ::std::collections::BTreeMap<String, String>,
        #[prost(btree_map = "string, bytes", tag = "3")]
        pub binary_data: ::std::collections::BTreeMap<String, Vec<u8>>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConfigMapList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ConfigMap>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ComponentCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(string, required, tag = "3")]
        pub message: String,
        #[prost(string, required, tag = "4")]
        pub error: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ComponentStatus {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub conditions: Vec<ComponentCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ComponentStatusList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ComponentStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DownwardAPIVolumeSource {
        #[prost(message, repeated, tag = "1")]
        pub items: Vec<DownwardAPIVolumeFile>,
        #[prost(int32, optional, tag = "2")]
        pub default_mode: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DownwardAPIVolumeFile {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(message, optional, tag = "2")]
        pub field_ref: Option<ObjectFieldSelector>,
        #[prost(message, optional, tag = "3")]
        pub resource_field_ref: Option<ResourceFieldSelector>,
        #[prost(int32, optional, tag = "4")]
        pub mode: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DownwardAPIProjection {
        #[prost(message, repeated, tag = "1")]
        pub items: Vec<DownwardAPIVolumeFile>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SecurityContext {
        #[prost(message, optional, tag = "1")]
        pub capabilities: Option<Capabilities>,
        #[prost(bool, optional, tag = "2")]
        pub privileged: Option<bool>,
        #[prost(message, optional, tag = "3")]
        pub se_linux_options: Option<SELinuxOptions>,
        #[prost(message, optional, tag = "10")]
        pub windows_options: Option<WindowsSecurityContextOptions>,
        #[prost(int64, optional, tag = "4")]
        pub run_as_user: Option<i64>,
        #[prost(int64, optional, tag = "8")]
        pub run_as_group: Option<i64>,
        #[prost(bool, optional, tag = "5")]
        pub run_as_non_root: Option<bool>,
        #[prost(bool, optional, tag = "6")]
        pub read_only_root_filesystem: Option<bool>,
        #[prost(bool, optional, tag = "7")]
        pub allow_privilege_escalation: Option<bool>,
        #[prost(string, optional, tag = "9")]
        pub proc_mount: Option<String>,
        #[prost(message, optional, tag = "11")]
        pub seccomp_profile: Option<SeccompProfile>,
        #[prost(message, optional, tag = "12")]
        pub app_armor_profile: Option<AppArmorProfile>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SELinuxOptions {
        #[prost(string, required, tag = "1")]
        pub user: String,
        #[prost(string, required, tag = "2")]
        pub role: String,
        #[prost(string, required, tag = "3")]
        pub r#type: String,
        #[prost(string, required, tag = "4")]
        pub level: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WindowsSecurityContextOptions {
        #[prost(string, optional, tag = "1")]
        pub gmsa_credential_spec_name: Option<String>,
        #[prost(string, optional, tag = "2")]
        pub gmsa_credential_spec: Option<String>,
        #[prost(string, optional, tag = "3")]
        pub run_as_user_name: Option<String>,
        #[prost(bool, optional, tag = "4")]
        pub host_process: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RangeAllocation {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(string, required, tag = "2")]
        pub range: String,
        #[prost(bytes = "vec", tag = "3")]
        pub data: Vec<u8>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Sysctl {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub value: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PortStatus {
        #[prost(int32, required, tag = "1")]
        pub port: i32,
        #[prost(string, required, tag = "2")]
        pub protocol: String,
        #[prost(string, optional, tag = "3")]
        pub error: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ImageVolumeSource {
        #[prost(string, required, tag = "1")]
        pub reference: String,
        #[prost(string, required, tag = "2")]
        pub pull_policy: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeAllocatableResourceClaimStatus {
        #[prost(string, required, tag = "1")]
        pub resource_claim_name: String,
        #[prost(string, repeated, tag = "2")]
        pub containers: Vec<String>,
        #[prost(btree_map = "string, message", tag = "3")]
        pub resources: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    impl crate::types::Object for PersistentVolume {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PersistentVolume";
        const PLURAL: &'static str = "persistentvolumes";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PersistentVolumeList {
        type Item = PersistentVolume;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PersistentVolume> {
            self.items
        }
    }
    impl crate::types::Listed for PersistentVolume {
        type List = PersistentVolumeList;
    }
    impl crate::types::Object for PersistentVolumeClaim {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PersistentVolumeClaim";
        const PLURAL: &'static str = "persistentvolumeclaims";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PersistentVolumeClaimList {
        type Item = PersistentVolumeClaim;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PersistentVolumeClaim> {
            self.items
        }
    }
    impl crate::types::Listed for PersistentVolumeClaim {
        type List = PersistentVolumeClaimList;
    }
    impl crate::types::Object for PodStatusResult {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PodStatusResult";
        const PLURAL: &'static str = "";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for Pod {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Pod";
        const PLURAL: &'static str = "pods";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PodList {
        type Item = Pod;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Pod> {
            self.items
        }
    }
    impl crate::types::Listed for Pod {
        type List = PodList;
    }
    impl crate::types::Object for PodTemplate {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PodTemplate";
        const PLURAL: &'static str = "podtemplates";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PodTemplateList {
        type Item = PodTemplate;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PodTemplate> {
            self.items
        }
    }
    impl crate::types::Listed for PodTemplate {
        type List = PodTemplateList;
    }
    impl crate::types::Object for ReplicationController {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ReplicationController";
        const PLURAL: &'static str = "replicationcontrollers";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ReplicationControllerList {
        type Item = ReplicationController;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ReplicationController> {
            self.items
        }
    }
    impl crate::types::Listed for ReplicationController {
        type List = ReplicationControllerList;
    }
    impl crate::types::Object for Service {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Service";
        const PLURAL: &'static str = "services";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ServiceList {
        type Item = Service;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Service> {
            self.items
        }
    }
    impl crate::types::Listed for Service {
        type List = ServiceList;
    }
    impl crate::types::Object for ServiceAccount {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ServiceAccount";
        const PLURAL: &'static str = "serviceaccounts";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ServiceAccountList {
        type Item = ServiceAccount;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ServiceAccount> {
            self.items
        }
    }
    impl crate::types::Listed for ServiceAccount {
        type List = ServiceAccountList;
    }
    impl crate::types::Object for Endpoints {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Endpoints";
        const PLURAL: &'static str = "endpoints";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for EndpointsList {
        type Item = Endpoints;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Endpoints> {
            self.items
        }
    }
    impl crate::types::Listed for Endpoints {
        type List = EndpointsList;
    }
    impl crate::types::Object for Node {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Node";
        const PLURAL: &'static str = "nodes";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for NodeList {
        type Item = Node;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Node> {
            self.items
        }
    }
    impl crate::types::Listed for Node {
        type List = NodeList;
    }
    impl crate::types::Object for Namespace {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Namespace";
        const PLURAL: &'static str = "namespaces";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for NamespaceList {
        type Item = Namespace;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Namespace> {
            self.items
        }
    }
    impl crate::types::Listed for Namespace {
        type List = NamespaceList;
    }
    impl crate::types::Object for Binding {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Binding";
        const PLURAL: &'static str = "bindings";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for Event {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Event";
        const PLURAL: &'static str = "events";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for EventList {
        type Item = Event;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Event> {
            self.items
        }
    }
    impl crate::types::Listed for Event {
        type List = EventList;
    }
    impl crate::types::Object for LimitRange {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "LimitRange";
        const PLURAL: &'static str = "limitranges";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for LimitRangeList {
        type Item = LimitRange;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<LimitRange> {
            self.items
        }
    }
    impl crate::types::Listed for LimitRange {
        type List = LimitRangeList;
    }
    impl crate::types::Object for ResourceQuota {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ResourceQuota";
        const PLURAL: &'static str = "resourcequotas";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ResourceQuotaList {
        type Item = ResourceQuota;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ResourceQuota> {
            self.items
        }
    }
    impl crate::types::Listed for ResourceQuota {
        type List = ResourceQuotaList;
    }
    impl crate::types::Object for Secret {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Secret";
        const PLURAL: &'static str = "secrets";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for SecretList {
        type Item = Secret;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Secret> {
            self.items
        }
    }
    impl crate::types::Listed for Secret {
        type List = SecretList;
    }
    impl crate::types::Object for ConfigMap {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ConfigMap";
        const PLURAL: &'static str = "configmaps";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ConfigMapList {
        type Item = ConfigMap;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ConfigMap> {
            self.items
        }
    }
    impl crate::types::Listed for ConfigMap {
        type List = ConfigMapList;
    }
    impl crate::types::Object for ComponentStatus {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ComponentStatus";
        const PLURAL: &'static str = "componentstatuses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ComponentStatusList {
        type Item = ComponentStatus;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ComponentStatus> {
            self.items
        }
    }
    impl crate::types::Listed for ComponentStatus {
        type List = ComponentStatusList;
    }
    impl crate::types::Object for RangeAllocation {
        const GROUP: &'static str = "";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "RangeAllocation";
        const PLURAL: &'static str = "";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
}

pub mod admission {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AdmissionReview {
        #[prost(message, optional, tag = "1")]
        pub request: Option<AdmissionRequest>,
        #[prost(message, optional, tag = "2")]
        pub response: Option<AdmissionResponse>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AdmissionRequest {
        #[prost(string, required, tag = "1")]
        pub uid: String,
        #[prost(message, required, tag = "2")]
        pub kind: super::meta::GroupVersionKind,
        #[prost(message, required, tag = "3")]
        pub resource: super::meta::GroupVersionResource,
        #[prost(string, required, tag = "4")]
        pub sub_resource: String,
        #[prost(message, optional, tag = "13")]
        pub request_kind: Option<super::meta::GroupVersionKind>,
        #[prost(message, optional, tag = "14")]
        pub request_resource: Option<super::meta::GroupVersionResource>,
        #[prost(string, required, tag = "15")]
        pub request_sub_resource: String,
        #[prost(string, required, tag = "5")]
        pub name: String,
        #[prost(string, required, tag = "6")]
        pub namespace: String,
        #[prost(string, required, tag = "7")]
        pub operation: String,
        #[prost(message, required, tag = "8")]
        pub user_info: super::authentication::UserInfo,
        #[prost(message, required, tag = "9")]
        pub object: super::meta::RawExtension,
        #[prost(message, required, tag = "10")]
        pub old_object: super::meta::RawExtension,
        #[prost(bool, optional, tag = "11")]
        pub dry_run: Option<bool>,
        #[prost(message, required, tag = "12")]
        pub options: super::meta::RawExtension,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AdmissionResponse {
        #[prost(string, required, tag = "1")]
        pub uid: String,
        #[prost(bool, required, tag = "2")]
        pub allowed: bool,
        #[prost(message, optional, tag = "3")]
        pub status: Option<super::meta::Status>,
        #[prost(bytes = "vec", tag = "4")]
        pub patch: Vec<u8>,
        #[prost(string, optional, tag = "5")]
        pub patch_type: Option<String>,
        #[prost(btree_map = "string, string", tag = "6")]
        pub audit_annotations: ::std::collections::BTreeMap<String, String>,
        #[prost(string, repeated, tag = "7")]
        pub warnings: Vec<String>,
    }
}

pub mod admissionregistration {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Rule {
        #[prost(string, repeated, tag = "1")]
        pub api_groups: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub api_versions: Vec<String>,
        #[prost(string, repeated, tag = "3")]
        pub resources: Vec<String>,
        #[prost(string, optional, tag = "4")]
        pub scope: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicy {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ValidatingAdmissionPolicySpec,
        #[prost(message, required, tag = "3")]
        pub status: ValidatingAdmissionPolicyStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicyStatus {
        #[prost(int64, required, tag = "1")]
        pub observed_generation: i64,
        #[prost(message, optional, tag = "2")]
        pub type_checking: Option<TypeChecking>,
        #[prost(message, repeated, tag = "3")]
        pub conditions: Vec<super::meta::Condition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TypeChecking {
        #[prost(message, repeated, tag = "1")]
        pub expression_warnings: Vec<ExpressionWarning>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExpressionWarning {
        #[prost(string, required, tag = "2")]
        pub field_ref: String,
        #[prost(string, required, tag = "3")]
        pub warning: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicyList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ValidatingAdmissionPolicy>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicySpec {
        #[prost(message, optional, tag = "1")]
        pub param_kind: Option<ParamKind>,
        #[prost(message, optional, tag = "2")]
        pub match_constraints: Option<MatchResources>,
        #[prost(message, repeated, tag = "3")]
        pub validations: Vec<Validation>,
        #[prost(string, optional, tag = "4")]
        pub failure_policy: Option<String>,
        #[prost(message, repeated, tag = "5")]
        pub audit_annotations: Vec<AuditAnnotation>,
        #[prost(message, repeated, tag = "6")]
        pub match_conditions: Vec<MatchCondition>,
        #[prost(message, repeated, tag = "7")]
        pub variables: Vec<Variable>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ParamKind {
        #[prost(string, required, tag = "1")]
        pub api_version: String,
        #[prost(string, required, tag = "2")]
        pub kind: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Validation {
        #[prost(string, required, tag = "1")]
        pub expression: String,
        #[prost(string, required, tag = "2")]
        pub message: String,
        #[prost(string, optional, tag = "3")]
        pub reason: Option<String>,
        #[prost(string, required, tag = "4")]
        pub message_expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Variable {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AuditAnnotation {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub value_expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicyBinding {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ValidatingAdmissionPolicyBindingSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicyBindingList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ValidatingAdmissionPolicyBinding>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingAdmissionPolicyBindingSpec {
        #[prost(string, required, tag = "1")]
        pub policy_name: String,
        #[prost(message, optional, tag = "2")]
        pub param_ref: Option<ParamRef>,
        #[prost(message, optional, tag = "3")]
        pub match_resources: Option<MatchResources>,
        #[prost(string, repeated, tag = "4")]
        pub validation_actions: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ParamRef {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub namespace: String,
        #[prost(message, optional, tag = "3")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(string, optional, tag = "4")]
        pub parameter_not_found_action: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MatchResources {
        #[prost(message, optional, tag = "1")]
        pub namespace_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "2")]
        pub object_selector: Option<super::meta::LabelSelector>,
        #[prost(message, repeated, tag = "3")]
        pub resource_rules: Vec<NamedRuleWithOperations>,
        #[prost(message, repeated, tag = "4")]
        pub exclude_resource_rules: Vec<NamedRuleWithOperations>,
        #[prost(string, optional, tag = "7")]
        pub match_policy: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NamedRuleWithOperations {
        #[prost(string, repeated, tag = "1")]
        pub resource_names: Vec<String>,
        #[prost(message, required, tag = "2")]
        pub rule_with_operations: RuleWithOperations,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingWebhookConfiguration {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub webhooks: Vec<ValidatingWebhook>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingWebhookConfigurationList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ValidatingWebhookConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingWebhookConfiguration {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub webhooks: Vec<MutatingWebhook>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingWebhookConfigurationList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<MutatingWebhookConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidatingWebhook {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub client_config: WebhookClientConfig,
        #[prost(message, repeated, tag = "3")]
        pub rules: Vec<RuleWithOperations>,
        #[prost(string, optional, tag = "4")]
        pub failure_policy: Option<String>,
        #[prost(string, optional, tag = "9")]
        pub match_policy: Option<String>,
        #[prost(message, optional, tag = "5")]
        pub namespace_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "10")]
        pub object_selector: Option<super::meta::LabelSelector>,
        #[prost(string, optional, tag = "6")]
        pub side_effects: Option<String>,
        #[prost(int32, optional, tag = "7")]
        pub timeout_seconds: Option<i32>,
        #[prost(string, repeated, tag = "8")]
        pub admission_review_versions: Vec<String>,
        #[prost(message, repeated, tag = "11")]
        pub match_conditions: Vec<MatchCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingWebhook {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub client_config: WebhookClientConfig,
        #[prost(message, repeated, tag = "3")]
        pub rules: Vec<RuleWithOperations>,
        #[prost(string, optional, tag = "4")]
        pub failure_policy: Option<String>,
        #[prost(string, optional, tag = "9")]
        pub match_policy: Option<String>,
        #[prost(message, optional, tag = "5")]
        pub namespace_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "11")]
        pub object_selector: Option<super::meta::LabelSelector>,
        #[prost(string, optional, tag = "6")]
        pub side_effects: Option<String>,
        #[prost(int32, optional, tag = "7")]
        pub timeout_seconds: Option<i32>,
        #[prost(string, repeated, tag = "8")]
        pub admission_review_versions: Vec<String>,
        #[prost(string, optional, tag = "10")]
        pub reinvocation_policy: Option<String>,
        #[prost(message, repeated, tag = "12")]
        pub match_conditions: Vec<MatchCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicy {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: MutatingAdmissionPolicySpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicyList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<MutatingAdmissionPolicy>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicySpec {
        #[prost(message, optional, tag = "1")]
        pub param_kind: Option<ParamKind>,
        #[prost(message, optional, tag = "2")]
        pub match_constraints: Option<MatchResources>,
        #[prost(message, repeated, tag = "3")]
        pub variables: Vec<Variable>,
        #[prost(message, repeated, tag = "4")]
        pub mutations: Vec<Mutation>,
        #[prost(string, optional, tag = "5")]
        pub failure_policy: Option<String>,
        #[prost(message, repeated, tag = "6")]
        pub match_conditions: Vec<MatchCondition>,
        #[prost(string, required, tag = "7")]
        pub reinvocation_policy: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Mutation {
        #[prost(string, required, tag = "2")]
        pub patch_type: String,
        #[prost(message, optional, tag = "3")]
        pub apply_configuration: Option<ApplyConfiguration>,
        #[prost(message, optional, tag = "4")]
        pub json_patch: Option<JSONPatch>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ApplyConfiguration {
        #[prost(string, required, tag = "1")]
        pub expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JSONPatch {
        #[prost(string, required, tag = "1")]
        pub expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicyBinding {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: MutatingAdmissionPolicyBindingSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicyBindingList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<MutatingAdmissionPolicyBinding>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MutatingAdmissionPolicyBindingSpec {
        #[prost(string, required, tag = "1")]
        pub policy_name: String,
        #[prost(message, optional, tag = "2")]
        pub param_ref: Option<ParamRef>,
        #[prost(message, optional, tag = "3")]
        pub match_resources: Option<MatchResources>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RuleWithOperations {
        #[prost(string, repeated, tag = "1")]
        pub operations: Vec<String>,
        #[prost(message, required, tag = "2")]
        pub rule: Rule,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WebhookClientConfig {
        #[prost(string, optional, tag = "3")]
        pub url: Option<String>,
        #[prost(message, optional, tag = "1")]
        pub service: Option<ServiceReference>,
        #[prost(bytes = "vec", tag = "2")]
        pub ca_bundle: Vec<u8>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceReference {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(string, optional, tag = "3")]
        pub path: Option<String>,
        #[prost(int32, optional, tag = "4")]
        pub port: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MatchCondition {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub expression: String,
    }
    impl crate::types::Object for ValidatingAdmissionPolicy {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ValidatingAdmissionPolicy";
        const PLURAL: &'static str = "validatingadmissionpolicies";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ValidatingAdmissionPolicyList {
        type Item = ValidatingAdmissionPolicy;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ValidatingAdmissionPolicy> {
            self.items
        }
    }
    impl crate::types::Listed for ValidatingAdmissionPolicy {
        type List = ValidatingAdmissionPolicyList;
    }
    impl crate::types::Object for ValidatingAdmissionPolicyBinding {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ValidatingAdmissionPolicyBinding";
        const PLURAL: &'static str = "validatingadmissionpolicybindings";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ValidatingAdmissionPolicyBindingList {
        type Item = ValidatingAdmissionPolicyBinding;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ValidatingAdmissionPolicyBinding> {
            self.items
        }
    }
    impl crate::types::Listed for ValidatingAdmissionPolicyBinding {
        type List = ValidatingAdmissionPolicyBindingList;
    }
    impl crate::types::Object for ValidatingWebhookConfiguration {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ValidatingWebhookConfiguration";
        const PLURAL: &'static str = "validatingwebhookconfigurations";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ValidatingWebhookConfigurationList {
        type Item = ValidatingWebhookConfiguration;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ValidatingWebhookConfiguration> {
            self.items
        }
    }
    impl crate::types::Listed for ValidatingWebhookConfiguration {
        type List = ValidatingWebhookConfigurationList;
    }
    impl crate::types::Object for MutatingWebhookConfiguration {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "MutatingWebhookConfiguration";
        const PLURAL: &'static str = "mutatingwebhookconfigurations";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for MutatingWebhookConfigurationList {
        type Item = MutatingWebhookConfiguration;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<MutatingWebhookConfiguration> {
            self.items
        }
    }
    impl crate::types::Listed for MutatingWebhookConfiguration {
        type List = MutatingWebhookConfigurationList;
    }
    impl crate::types::Object for MutatingAdmissionPolicy {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "MutatingAdmissionPolicy";
        const PLURAL: &'static str = "mutatingadmissionpolicies";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for MutatingAdmissionPolicyList {
        type Item = MutatingAdmissionPolicy;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<MutatingAdmissionPolicy> {
            self.items
        }
    }
    impl crate::types::Listed for MutatingAdmissionPolicy {
        type List = MutatingAdmissionPolicyList;
    }
    impl crate::types::Object for MutatingAdmissionPolicyBinding {
        const GROUP: &'static str = "admissionregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "MutatingAdmissionPolicyBinding";
        const PLURAL: &'static str = "mutatingadmissionpolicybindings";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for MutatingAdmissionPolicyBindingList {
        type Item = MutatingAdmissionPolicyBinding;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<MutatingAdmissionPolicyBinding> {
            self.items
        }
    }
    impl crate::types::Listed for MutatingAdmissionPolicyBinding {
        type List = MutatingAdmissionPolicyBindingList;
    }
}

pub mod apidiscovery {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIGroupDiscoveryList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<APIGroupDiscovery>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIGroupDiscovery {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub versions: Vec<APIVersionDiscovery>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIVersionDiscovery {
        #[prost(string, required, tag = "1")]
        pub version: String,
        #[prost(message, repeated, tag = "2")]
        pub resources: Vec<APIResourceDiscovery>,
        #[prost(string, required, tag = "3")]
        pub freshness: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIResourceDiscovery {
        #[prost(string, required, tag = "1")]
        pub resource: String,
        #[prost(message, optional, tag = "2")]
        pub response_kind: Option<super::meta::GroupVersionKind>,
        #[prost(string, required, tag = "3")]
        pub scope: String,
        #[prost(string, required, tag = "4")]
        pub singular_resource: String,
        #[prost(string, repeated, tag = "5")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "6")]
        pub short_names: Vec<String>,
        #[prost(string, repeated, tag = "7")]
        pub categories: Vec<String>,
        #[prost(message, repeated, tag = "8")]
        pub subresources: Vec<APISubresourceDiscovery>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APISubresourceDiscovery {
        #[prost(string, required, tag = "1")]
        pub subresource: String,
        #[prost(message, optional, tag = "2")]
        pub response_kind: Option<super::meta::GroupVersionKind>,
        #[prost(message, repeated, tag = "3")]
        pub accepted_types: Vec<super::meta::GroupVersionKind>,
        #[prost(string, repeated, tag = "4")]
        pub verbs: Vec<String>,
    }
    impl crate::types::Object for APIGroupDiscovery {
        const GROUP: &'static str = "apidiscovery.k8s.io";
        const VERSION: &'static str = "v2";
        const KIND: &'static str = "APIGroupDiscovery";
        const PLURAL: &'static str = "";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for APIGroupDiscoveryList {
        type Item = APIGroupDiscovery;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<APIGroupDiscovery> {
            self.items
        }
    }
    impl crate::types::Listed for APIGroupDiscovery {
        type List = APIGroupDiscoveryList;
    }
}

pub mod apps {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSet {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: StatefulSetSpec,
        #[prost(message, required, tag = "3")]
        pub status: StatefulSetStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetUpdateStrategy {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub rolling_update: Option<RollingUpdateStatefulSetStrategy>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RollingUpdateStatefulSetStrategy {
        #[prost(int32, optional, tag = "1")]
        pub partition: Option<i32>,
        #[prost(message, optional, tag = "2")]
        pub max_unavailable: Option<super::meta::IntOrString>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetPersistentVolumeClaimRetentionPolicy {
        #[prost(string, required, tag = "1")]
        pub when_deleted: String,
        #[prost(string, required, tag = "2")]
        pub when_scaled: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetOrdinals {
        #[prost(int32, required, tag = "1")]
        pub start: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetSpec {
        #[prost(int32, optional, tag = "1")]
        pub replicas: Option<i32>,
        #[prost(message, optional, tag = "2")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "3")]
        pub template: super::core::PodTemplateSpec,
        #[prost(message, repeated, tag = "4")]
        pub volume_claim_templates: Vec<super::core::PersistentVolumeClaim>,
        #[prost(string, required, tag = "5")]
        pub service_name: String,
        #[prost(string, required, tag = "6")]
        pub pod_management_policy: String,
        #[prost(message, required, tag = "7")]
        pub update_strategy: StatefulSetUpdateStrategy,
        #[prost(int32, optional, tag = "8")]
        pub revision_history_limit: Option<i32>,
        #[prost(int32, required, tag = "9")]
        pub min_ready_seconds: i32,
        #[prost(message, optional, tag = "10")]
        pub persistent_volume_claim_retention_policy: Option<StatefulSetPersistentVolumeClaimRetentionPolicy>,
        #[prost(message, optional, tag = "11")]
        pub ordinals: Option<StatefulSetOrdinals>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetStatus {
        #[prost(int64, required, tag = "1")]
        pub observed_generation: i64,
        #[prost(int32, required, tag = "2")]
        pub replicas: i32,
        #[prost(int32, required, tag = "3")]
        pub ready_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub current_replicas: i32,
        #[prost(int32, required, tag = "5")]
        pub updated_replicas: i32,
        #[prost(string, required, tag = "6")]
        pub current_revision: String,
        #[prost(string, required, tag = "7")]
        pub update_revision: String,
        #[prost(int32, optional, tag = "9")]
        pub collision_count: Option<i32>,
        #[prost(message, repeated, tag = "10")]
        pub conditions: Vec<StatefulSetCondition>,
        #[prost(int32, required, tag = "11")]
        pub available_replicas: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StatefulSetList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<StatefulSet>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Deployment {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: DeploymentSpec,
        #[prost(message, required, tag = "3")]
        pub status: DeploymentStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeploymentSpec {
        #[prost(int32, optional, tag = "1")]
        pub replicas: Option<i32>,
        #[prost(message, optional, tag = "2")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "3")]
        pub template: super::core::PodTemplateSpec,
        #[prost(message, required, tag = "4")]
        pub strategy: DeploymentStrategy,
        #[prost(int32, required, tag = "5")]
        pub min_ready_seconds: i32,
        #[prost(int32, optional, tag = "6")]
        pub revision_history_limit: Option<i32>,
        #[prost(bool, required, tag = "7")]
        pub paused: bool,
        #[prost(int32, optional, tag = "9")]
        pub progress_deadline_seconds: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeploymentStrategy {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub rolling_update: Option<RollingUpdateDeployment>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RollingUpdateDeployment {
        #[prost(message, optional, tag = "1")]
        pub max_unavailable: Option<super::meta::IntOrString>,
        #[prost(message, optional, tag = "2")]
        pub max_surge: Option<super::meta::IntOrString>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeploymentStatus {
        #[prost(int64, required, tag = "1")]
        pub observed_generation: i64,
        #[prost(int32, required, tag = "2")]
        pub replicas: i32,
        #[prost(int32, required, tag = "3")]
        pub updated_replicas: i32,
        #[prost(int32, required, tag = "7")]
        pub ready_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub available_replicas: i32,
        #[prost(int32, required, tag = "5")]
        pub unavailable_replicas: i32,
        #[prost(int32, optional, tag = "9")]
        pub terminating_replicas: Option<i32>,
        #[prost(message, repeated, tag = "6")]
        pub conditions: Vec<DeploymentCondition>,
        #[prost(int32, optional, tag = "8")]
        pub collision_count: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeploymentCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "6")]
        pub last_update_time: super::meta::Time,
        #[prost(message, required, tag = "7")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeploymentList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Deployment>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSetUpdateStrategy {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub rolling_update: Option<RollingUpdateDaemonSet>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RollingUpdateDaemonSet {
        #[prost(message, optional, tag = "1")]
        pub max_unavailable: Option<super::meta::IntOrString>,
        #[prost(message, optional, tag = "2")]
        pub max_surge: Option<super::meta::IntOrString>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSetSpec {
        #[prost(message, optional, tag = "1")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "2")]
        pub template: super::core::PodTemplateSpec,
        #[prost(message, required, tag = "3")]
        pub update_strategy: DaemonSetUpdateStrategy,
        #[prost(int32, required, tag = "4")]
        pub min_ready_seconds: i32,
        #[prost(int32, optional, tag = "6")]
        pub revision_history_limit: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSetStatus {
        #[prost(int32, required, tag = "1")]
        pub current_number_scheduled: i32,
        #[prost(int32, required, tag = "2")]
        pub number_misscheduled: i32,
        #[prost(int32, required, tag = "3")]
        pub desired_number_scheduled: i32,
        #[prost(int32, required, tag = "4")]
        pub number_ready: i32,
        #[prost(int64, required, tag = "5")]
        pub observed_generation: i64,
        #[prost(int32, required, tag = "6")]
        pub updated_number_scheduled: i32,
        #[prost(int32, required, tag = "7")]
        pub number_available: i32,
        #[prost(int32, required, tag = "8")]
        pub number_unavailable: i32,
        #[prost(int32, optional, tag = "9")]
        pub collision_count: Option<i32>,
        #[prost(message, repeated, tag = "10")]
        pub conditions: Vec<DaemonSetCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSetCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSet {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: DaemonSetSpec,
        #[prost(message, required, tag = "3")]
        pub status: DaemonSetStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DaemonSetList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<DaemonSet>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicaSet {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ReplicaSetSpec,
        #[prost(message, required, tag = "3")]
        pub status: ReplicaSetStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicaSetList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ReplicaSet>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicaSetSpec {
        #[prost(int32, optional, tag = "1")]
        pub replicas: Option<i32>,
        #[prost(int32, required, tag = "4")]
        pub min_ready_seconds: i32,
        #[prost(message, optional, tag = "2")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "3")]
        pub template: super::core::PodTemplateSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicaSetStatus {
        #[prost(int32, required, tag = "1")]
        pub replicas: i32,
        #[prost(int32, required, tag = "2")]
        pub fully_labeled_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub ready_replicas: i32,
        #[prost(int32, required, tag = "5")]
        pub available_replicas: i32,
        #[prost(int32, optional, tag = "7")]
        pub terminating_replicas: Option<i32>,
        #[prost(int64, required, tag = "3")]
        pub observed_generation: i64,
        #[prost(message, repeated, tag = "6")]
        pub conditions: Vec<ReplicaSetCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ReplicaSetCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ControllerRevision {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub data: super::meta::RawExtension,
        #[prost(int64, required, tag = "3")]
        pub revision: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ControllerRevisionList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ControllerRevision>,
    }
    impl crate::types::Object for StatefulSet {
        const GROUP: &'static str = "apps";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "StatefulSet";
        const PLURAL: &'static str = "statefulsets";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for StatefulSetList {
        type Item = StatefulSet;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<StatefulSet> {
            self.items
        }
    }
    impl crate::types::Listed for StatefulSet {
        type List = StatefulSetList;
    }
    impl crate::types::Object for Deployment {
        const GROUP: &'static str = "apps";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Deployment";
        const PLURAL: &'static str = "deployments";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for DeploymentList {
        type Item = Deployment;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Deployment> {
            self.items
        }
    }
    impl crate::types::Listed for Deployment {
        type List = DeploymentList;
    }
    impl crate::types::Object for DaemonSet {
        const GROUP: &'static str = "apps";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "DaemonSet";
        const PLURAL: &'static str = "daemonsets";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for DaemonSetList {
        type Item = DaemonSet;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<DaemonSet> {
            self.items
        }
    }
    impl crate::types::Listed for DaemonSet {
        type List = DaemonSetList;
    }
    impl crate::types::Object for ReplicaSet {
        const GROUP: &'static str = "apps";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ReplicaSet";
        const PLURAL: &'static str = "replicasets";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ReplicaSetList {
        type Item = ReplicaSet;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ReplicaSet> {
            self.items
        }
    }
    impl crate::types::Listed for ReplicaSet {
        type List = ReplicaSetList;
    }
    impl crate::types::Object for ControllerRevision {
        const GROUP: &'static str = "apps";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ControllerRevision";
        const PLURAL: &'static str = "controllerrevisions";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ControllerRevisionList {
        type Item = ControllerRevision;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ControllerRevision> {
            self.items
        }
    }
    impl crate::types::Listed for ControllerRevision {
        type List = ControllerRevisionList;
    }
}

pub mod authentication {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: TokenReviewSpec,
        #[prost(message, required, tag = "3")]
        pub status: TokenReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenReviewSpec {
        #[prost(string, required, tag = "1")]
        pub token: String,
        #[prost(string, repeated, tag = "2")]
        pub audiences: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenReviewStatus {
        #[prost(bool, required, tag = "1")]
        pub authenticated: bool,
        #[prost(message, required, tag = "2")]
        pub user: UserInfo,
        #[prost(string, repeated, tag = "4")]
        pub audiences: Vec<String>,
        #[prost(string, required, tag = "3")]
        pub error: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct UserInfo {
        #[prost(string, required, tag = "1")]
        pub username: String,
        #[prost(string, required, tag = "2")]
        pub uid: String,
        #[prost(string, repeated, tag = "3")]
        pub groups: Vec<String>,
        #[prost(btree_map = "string, message", tag = "4")]
        pub extra: ::std::collections::BTreeMap<String, super::meta::Items>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenRequest {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: TokenRequestSpec,
        #[prost(message, required, tag = "3")]
        pub status: TokenRequestStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenRequestSpec {
        #[prost(string, repeated, tag = "1")]
        pub audiences: Vec<String>,
        #[prost(int64, optional, tag = "4")]
        pub expiration_seconds: Option<i64>,
        #[prost(message, optional, tag = "3")]
        pub bound_object_ref: Option<BoundObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenRequestStatus {
        #[prost(string, required, tag = "1")]
        pub token: String,
        #[prost(message, required, tag = "2")]
        pub expiration_timestamp: super::meta::Time,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct BoundObjectReference {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub api_version: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, required, tag = "4")]
        pub uid: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub status: SelfSubjectReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectReviewStatus {
        #[prost(message, required, tag = "1")]
        pub user_info: UserInfo,
    }
    impl crate::types::Object for TokenReview {
        const GROUP: &'static str = "authentication.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "TokenReview";
        const PLURAL: &'static str = "tokenreviews";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for TokenRequest {
        const GROUP: &'static str = "authentication.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "TokenRequest";
        const PLURAL: &'static str = "token";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for SelfSubjectReview {
        const GROUP: &'static str = "authentication.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "SelfSubjectReview";
        const PLURAL: &'static str = "selfsubjectreviews";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
}

pub mod authorization {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SubjectAccessReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: SubjectAccessReviewSpec,
        #[prost(message, required, tag = "3")]
        pub status: SubjectAccessReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectAccessReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: SelfSubjectAccessReviewSpec,
        #[prost(message, required, tag = "3")]
        pub status: SubjectAccessReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LocalSubjectAccessReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: SubjectAccessReviewSpec,
        #[prost(message, required, tag = "3")]
        pub status: SubjectAccessReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceAttributes {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub verb: String,
        #[prost(string, required, tag = "3")]
        pub group: String,
        #[prost(string, required, tag = "4")]
        pub version: String,
        #[prost(string, required, tag = "5")]
        pub resource: String,
        #[prost(string, required, tag = "6")]
        pub subresource: String,
        #[prost(string, required, tag = "7")]
        pub name: String,
        #[prost(message, optional, tag = "8")]
        pub field_selector: Option<FieldSelectorAttributes>,
        #[prost(message, optional, tag = "9")]
        pub label_selector: Option<LabelSelectorAttributes>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LabelSelectorAttributes {
        #[prost(string, required, tag = "1")]
        pub raw_selector: String,
        #[prost(message, repeated, tag = "2")]
        pub requirements: Vec<super::meta::LabelSelectorRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FieldSelectorAttributes {
        #[prost(string, required, tag = "1")]
        pub raw_selector: String,
        #[prost(message, repeated, tag = "2")]
        pub requirements: Vec<super::meta::FieldSelectorRequirement>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NonResourceAttributes {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(string, required, tag = "2")]
        pub verb: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SubjectAccessReviewSpec {
        #[prost(message, optional, tag = "1")]
        pub resource_attributes: Option<ResourceAttributes>,
        #[prost(message, optional, tag = "2")]
        pub non_resource_attributes: Option<NonResourceAttributes>,
        #[prost(string, required, tag = "3")]
        pub user: String,
        #[prost(string, repeated, tag = "4")]
        pub groups: Vec<String>,
        #[prost(btree_map = "string, message", tag = "5")]
        pub extra: ::std::collections::BTreeMap<String, super::meta::Items>,
        #[prost(string, required, tag = "6")]
        pub uid: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectAccessReviewSpec {
        #[prost(message, optional, tag = "1")]
        pub resource_attributes: Option<ResourceAttributes>,
        #[prost(message, optional, tag = "2")]
        pub non_resource_attributes: Option<NonResourceAttributes>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SubjectAccessReviewStatus {
        #[prost(bool, required, tag = "1")]
        pub allowed: bool,
        #[prost(bool, required, tag = "4")]
        pub denied: bool,
        #[prost(string, required, tag = "2")]
        pub reason: String,
        #[prost(string, required, tag = "3")]
        pub evaluation_error: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectRulesReview {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: SelfSubjectRulesReviewSpec,
        #[prost(message, required, tag = "3")]
        pub status: SubjectRulesReviewStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelfSubjectRulesReviewSpec {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SubjectRulesReviewStatus {
        #[prost(message, repeated, tag = "1")]
        pub resource_rules: Vec<ResourceRule>,
        #[prost(message, repeated, tag = "2")]
        pub non_resource_rules: Vec<NonResourceRule>,
        #[prost(bool, required, tag = "3")]
        pub incomplete: bool,
        #[prost(string, required, tag = "4")]
        pub evaluation_error: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceRule {
        #[prost(string, repeated, tag = "1")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub api_groups: Vec<String>,
        #[prost(string, repeated, tag = "3")]
        pub resources: Vec<String>,
        #[prost(string, repeated, tag = "4")]
        pub resource_names: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NonResourceRule {
        #[prost(string, repeated, tag = "1")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub non_resource_urls: Vec<String>,
    }
    impl crate::types::Object for SubjectAccessReview {
        const GROUP: &'static str = "authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "SubjectAccessReview";
        const PLURAL: &'static str = "subjectaccessreviews";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for SelfSubjectAccessReview {
        const GROUP: &'static str = "authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "SelfSubjectAccessReview";
        const PLURAL: &'static str = "selfsubjectaccessreviews";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for LocalSubjectAccessReview {
        const GROUP: &'static str = "authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "LocalSubjectAccessReview";
        const PLURAL: &'static str = "localsubjectaccessreviews";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::Object for SelfSubjectRulesReview {
        const GROUP: &'static str = "authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "SelfSubjectRulesReview";
        const PLURAL: &'static str = "selfsubjectrulesreviews";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
}

pub mod autoscaling {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CrossVersionObjectReference {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(string, required, tag = "3")]
        pub api_version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerSpec {
        #[prost(message, required, tag = "1")]
        pub scale_target_ref: CrossVersionObjectReference,
        #[prost(int32, optional, tag = "2")]
        pub min_replicas: Option<i32>,
        #[prost(int32, required, tag = "3")]
        pub max_replicas: i32,
        #[prost(int32, optional, tag = "4")]
        pub target_cpu_utilization_percentage: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerStatus {
        #[prost(int64, optional, tag = "1")]
        pub observed_generation: Option<i64>,
        #[prost(message, optional, tag = "2")]
        pub last_scale_time: Option<super::meta::Time>,
        #[prost(int32, required, tag = "3")]
        pub current_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub desired_replicas: i32,
        #[prost(int32, optional, tag = "5")]
        pub current_cpu_utilization_percentage: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscaler {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: HorizontalPodAutoscalerSpec,
        #[prost(message, required, tag = "3")]
        pub status: HorizontalPodAutoscalerStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<HorizontalPodAutoscaler>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Scale {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ScaleSpec,
        #[prost(message, required, tag = "3")]
        pub status: ScaleStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScaleSpec {
        #[prost(int32, required, tag = "1")]
        pub replicas: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ScaleStatus {
        #[prost(int32, required, tag = "1")]
        pub replicas: i32,
        #[prost(string, required, tag = "2")]
        pub selector: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricSpec {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub object: Option<ObjectMetricSource>,
        #[prost(message, optional, tag = "3")]
        pub pods: Option<PodsMetricSource>,
        #[prost(message, optional, tag = "4")]
        pub resource: Option<ResourceMetricSource>,
        #[prost(message, optional, tag = "7")]
        pub container_resource: Option<ContainerResourceMetricSource>,
        #[prost(message, optional, tag = "5")]
        pub external: Option<ExternalMetricSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectMetricSource {
        #[prost(message, required, tag = "1")]
        pub target: CrossVersionObjectReference,
        #[prost(string, required, tag = "2")]
        pub metric_name: String,
        #[prost(message, required, tag = "3")]
        pub target_value: super::meta::Quantity,
        #[prost(message, optional, tag = "4")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "5")]
        pub average_value: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodsMetricSource {
        #[prost(string, required, tag = "1")]
        pub metric_name: String,
        #[prost(message, required, tag = "2")]
        pub target_average_value: super::meta::Quantity,
        #[prost(message, optional, tag = "3")]
        pub selector: Option<super::meta::LabelSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceMetricSource {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, optional, tag = "2")]
        pub target_average_utilization: Option<i32>,
        #[prost(message, optional, tag = "3")]
        pub target_average_value: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerResourceMetricSource {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, optional, tag = "2")]
        pub target_average_utilization: Option<i32>,
        #[prost(message, optional, tag = "3")]
        pub target_average_value: Option<super::meta::Quantity>,
        #[prost(string, required, tag = "5")]
        pub container: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExternalMetricSource {
        #[prost(string, required, tag = "1")]
        pub metric_name: String,
        #[prost(message, optional, tag = "2")]
        pub metric_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "3")]
        pub target_value: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "4")]
        pub target_average_value: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricStatus {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub object: Option<ObjectMetricStatus>,
        #[prost(message, optional, tag = "3")]
        pub pods: Option<PodsMetricStatus>,
        #[prost(message, optional, tag = "4")]
        pub resource: Option<ResourceMetricStatus>,
        #[prost(message, optional, tag = "7")]
        pub container_resource: Option<ContainerResourceMetricStatus>,
        #[prost(message, optional, tag = "5")]
        pub external: Option<ExternalMetricStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectMetricStatus {
        #[prost(message, required, tag = "1")]
        pub target: CrossVersionObjectReference,
        #[prost(string, required, tag = "2")]
        pub metric_name: String,
        #[prost(message, required, tag = "3")]
        pub current_value: super::meta::Quantity,
        #[prost(message, optional, tag = "4")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "5")]
        pub average_value: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodsMetricStatus {
        #[prost(string, required, tag = "1")]
        pub metric_name: String,
        #[prost(message, required, tag = "2")]
        pub current_average_value: super::meta::Quantity,
        #[prost(message, optional, tag = "3")]
        pub selector: Option<super::meta::LabelSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceMetricStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, optional, tag = "2")]
        pub current_average_utilization: Option<i32>,
        #[prost(message, required, tag = "3")]
        pub current_average_value: super::meta::Quantity,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerResourceMetricStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, optional, tag = "2")]
        pub current_average_utilization: Option<i32>,
        #[prost(message, required, tag = "3")]
        pub current_average_value: super::meta::Quantity,
        #[prost(string, required, tag = "4")]
        pub container: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExternalMetricStatus {
        #[prost(string, required, tag = "1")]
        pub metric_name: String,
        #[prost(message, optional, tag = "2")]
        pub metric_selector: Option<super::meta::LabelSelector>,
        #[prost(message, required, tag = "3")]
        pub current_value: super::meta::Quantity,
        #[prost(message, optional, tag = "4")]
        pub current_average_value: Option<super::meta::Quantity>,
    }
    impl crate::types::Object for HorizontalPodAutoscaler {
        const GROUP: &'static str = "autoscaling";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "HorizontalPodAutoscaler";
        const PLURAL: &'static str = "horizontalpodautoscalers";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for HorizontalPodAutoscalerList {
        type Item = HorizontalPodAutoscaler;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<HorizontalPodAutoscaler> {
            self.items
        }
    }
    impl crate::types::Listed for HorizontalPodAutoscaler {
        type List = HorizontalPodAutoscalerList;
    }
    impl crate::types::Object for Scale {
        const GROUP: &'static str = "autoscaling";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Scale";
        const PLURAL: &'static str = "scale";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
}

pub mod autoscaling_v2 {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscaler {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: HorizontalPodAutoscalerSpec,
        #[prost(message, required, tag = "3")]
        pub status: HorizontalPodAutoscalerStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerSpec {
        #[prost(message, required, tag = "1")]
        pub scale_target_ref: CrossVersionObjectReference,
        #[prost(int32, optional, tag = "2")]
        pub min_replicas: Option<i32>,
        #[prost(int32, required, tag = "3")]
        pub max_replicas: i32,
        #[prost(message, repeated, tag = "4")]
        pub metrics: Vec<MetricSpec>,
        #[prost(message, optional, tag = "5")]
        pub behavior: Option<HorizontalPodAutoscalerBehavior>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CrossVersionObjectReference {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(string, required, tag = "3")]
        pub api_version: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricSpec {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub object: Option<ObjectMetricSource>,
        #[prost(message, optional, tag = "3")]
        pub pods: Option<PodsMetricSource>,
        #[prost(message, optional, tag = "4")]
        pub resource: Option<ResourceMetricSource>,
        #[prost(message, optional, tag = "7")]
        pub container_resource: Option<ContainerResourceMetricSource>,
        #[prost(message, optional, tag = "5")]
        pub external: Option<ExternalMetricSource>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerBehavior {
        #[prost(message, optional, tag = "1")]
        pub scale_up: Option<HPAScalingRules>,
        #[prost(message, optional, tag = "2")]
        pub scale_down: Option<HPAScalingRules>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HPAScalingRules {
        #[prost(int32, optional, tag = "3")]
        pub stabilization_window_seconds: Option<i32>,
        #[prost(string, optional, tag = "1")]
        pub select_policy: Option<String>,
        #[prost(message, repeated, tag = "2")]
        pub policies: Vec<HPAScalingPolicy>,
        #[prost(message, optional, tag = "4")]
        pub tolerance: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HPAScalingPolicy {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(int32, required, tag = "2")]
        pub value: i32,
        #[prost(int32, required, tag = "3")]
        pub period_seconds: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectMetricSource {
        #[prost(message, required, tag = "1")]
        pub described_object: CrossVersionObjectReference,
        #[prost(message, required, tag = "2")]
        pub target: MetricTarget,
        #[prost(message, required, tag = "3")]
        pub metric: MetricIdentifier,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodsMetricSource {
        #[prost(message, required, tag = "1")]
        pub metric: MetricIdentifier,
        #[prost(message, required, tag = "2")]
        pub target: MetricTarget,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceMetricSource {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub target: MetricTarget,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerResourceMetricSource {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub target: MetricTarget,
        #[prost(string, required, tag = "3")]
        pub container: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExternalMetricSource {
        #[prost(message, required, tag = "1")]
        pub metric: MetricIdentifier,
        #[prost(message, required, tag = "2")]
        pub target: MetricTarget,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricIdentifier {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, optional, tag = "2")]
        pub selector: Option<super::meta::LabelSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricTarget {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub value: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "3")]
        pub average_value: Option<super::meta::Quantity>,
        #[prost(int32, optional, tag = "4")]
        pub average_utilization: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerStatus {
        #[prost(int64, optional, tag = "1")]
        pub observed_generation: Option<i64>,
        #[prost(message, optional, tag = "2")]
        pub last_scale_time: Option<super::meta::Time>,
        #[prost(int32, required, tag = "3")]
        pub current_replicas: i32,
        #[prost(int32, required, tag = "4")]
        pub desired_replicas: i32,
        #[prost(message, repeated, tag = "5")]
        pub current_metrics: Vec<MetricStatus>,
        #[prost(message, repeated, tag = "6")]
        pub conditions: Vec<HorizontalPodAutoscalerCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricStatus {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub object: Option<ObjectMetricStatus>,
        #[prost(message, optional, tag = "3")]
        pub pods: Option<PodsMetricStatus>,
        #[prost(message, optional, tag = "4")]
        pub resource: Option<ResourceMetricStatus>,
        #[prost(message, optional, tag = "7")]
        pub container_resource: Option<ContainerResourceMetricStatus>,
        #[prost(message, optional, tag = "5")]
        pub external: Option<ExternalMetricStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ObjectMetricStatus {
        #[prost(message, required, tag = "1")]
        pub metric: MetricIdentifier,
        #[prost(message, required, tag = "2")]
        pub current: MetricValueStatus,
        #[prost(message, required, tag = "3")]
        pub described_object: CrossVersionObjectReference,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodsMetricStatus {
        #[prost(message, required, tag = "1")]
        pub metric: MetricIdentifier,
        #[prost(message, required, tag = "2")]
        pub current: MetricValueStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceMetricStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub current: MetricValueStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ContainerResourceMetricStatus {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub current: MetricValueStatus,
        #[prost(string, required, tag = "3")]
        pub container: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExternalMetricStatus {
        #[prost(message, required, tag = "1")]
        pub metric: MetricIdentifier,
        #[prost(message, required, tag = "2")]
        pub current: MetricValueStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct MetricValueStatus {
        #[prost(message, optional, tag = "1")]
        pub value: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "2")]
        pub average_value: Option<super::meta::Quantity>,
        #[prost(int32, optional, tag = "3")]
        pub average_utilization: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HorizontalPodAutoscalerList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<HorizontalPodAutoscaler>,
    }
    impl crate::types::Object for HorizontalPodAutoscaler {
        const GROUP: &'static str = "autoscaling";
        const VERSION: &'static str = "v2";
        const KIND: &'static str = "HorizontalPodAutoscaler";
        const PLURAL: &'static str = "horizontalpodautoscalers";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for HorizontalPodAutoscalerList {
        type Item = HorizontalPodAutoscaler;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<HorizontalPodAutoscaler> {
            self.items
        }
    }
    impl crate::types::Listed for HorizontalPodAutoscaler {
        type List = HorizontalPodAutoscalerList;
    }
}

pub mod batch {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Job {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: JobSpec,
        #[prost(message, required, tag = "3")]
        pub status: JobStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JobList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Job>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodFailurePolicyOnExitCodesRequirement {
        #[prost(string, optional, tag = "1")]
        pub container_name: Option<String>,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(int32, repeated, packed = "false", tag = "3")]
        pub values: Vec<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodFailurePolicyOnPodConditionsPattern {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodFailurePolicyRule {
        #[prost(string, required, tag = "1")]
        pub action: String,
        #[prost(message, optional, tag = "2")]
        pub on_exit_codes: Option<PodFailurePolicyOnExitCodesRequirement>,
        #[prost(message, repeated, tag = "3")]
        pub on_pod_conditions: Vec<PodFailurePolicyOnPodConditionsPattern>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodFailurePolicy {
        #[prost(message, repeated, tag = "1")]
        pub rules: Vec<PodFailurePolicyRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SuccessPolicy {
        #[prost(message, repeated, tag = "1")]
        pub rules: Vec<SuccessPolicyRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SuccessPolicyRule {
        #[prost(string, optional, tag = "1")]
        pub succeeded_indexes: Option<String>,
        #[prost(int32, optional, tag = "2")]
        pub succeeded_count: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JobSpec {
        #[prost(int32, optional, tag = "1")]
        pub parallelism: Option<i32>,
        #[prost(int32, optional, tag = "2")]
        pub completions: Option<i32>,
        #[prost(int64, optional, tag = "3")]
        pub active_deadline_seconds: Option<i64>,
        #[prost(message, optional, tag = "11")]
        pub pod_failure_policy: Option<PodFailurePolicy>,
        #[prost(message, optional, tag = "16")]
        pub success_policy: Option<SuccessPolicy>,
        #[prost(int32, optional, tag = "7")]
        pub backoff_limit: Option<i32>,
        #[prost(int32, optional, tag = "12")]
        pub backoff_limit_per_index: Option<i32>,
        #[prost(int32, optional, tag = "13")]
        pub max_failed_indexes: Option<i32>,
        #[prost(message, optional, tag = "4")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(bool, optional, tag = "5")]
        pub manual_selector: Option<bool>,
        #[prost(message, required, tag = "6")]
        pub template: super::core::PodTemplateSpec,
        #[prost(int32, optional, tag = "8")]
        pub ttl_seconds_after_finished: Option<i32>,
        #[prost(string, optional, tag = "9")]
        pub completion_mode: Option<String>,
        #[prost(bool, optional, tag = "10")]
        pub suspend: Option<bool>,
        #[prost(string, optional, tag = "14")]
        pub pod_replacement_policy: Option<String>,
        #[prost(string, optional, tag = "15")]
        pub managed_by: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JobStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<JobCondition>,
        #[prost(message, optional, tag = "2")]
        pub start_time: Option<super::meta::Time>,
        #[prost(message, optional, tag = "3")]
        pub completion_time: Option<super::meta::Time>,
        #[prost(int32, required, tag = "4")]
        pub active: i32,
        #[prost(int32, required, tag = "5")]
        pub succeeded: i32,
        #[prost(int32, required, tag = "6")]
        pub failed: i32,
        #[prost(int32, optional, tag = "11")]
        pub terminating: Option<i32>,
        #[prost(string, required, tag = "7")]
        pub completed_indexes: String,
        #[prost(string, optional, tag = "10")]
        pub failed_indexes: Option<String>,
        #[prost(message, optional, tag = "8")]
        pub uncounted_terminated_pods: Option<UncountedTerminatedPods>,
        #[prost(int32, optional, tag = "9")]
        pub ready: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct UncountedTerminatedPods {
        #[prost(string, repeated, tag = "1")]
        pub succeeded: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub failed: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JobCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_probe_time: super::meta::Time,
        #[prost(message, required, tag = "4")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "5")]
        pub reason: String,
        #[prost(string, required, tag = "6")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JobTemplateSpec {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: JobSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CronJob {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: CronJobSpec,
        #[prost(message, required, tag = "3")]
        pub status: CronJobStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CronJobList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CronJob>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CronJobSpec {
        #[prost(string, required, tag = "1")]
        pub schedule: String,
        #[prost(string, optional, tag = "8")]
        pub time_zone: Option<String>,
        #[prost(int64, optional, tag = "2")]
        pub starting_deadline_seconds: Option<i64>,
        #[prost(string, required, tag = "3")]
        pub concurrency_policy: String,
        #[prost(bool, optional, tag = "4")]
        pub suspend: Option<bool>,
        #[prost(message, required, tag = "5")]
        pub job_template: JobTemplateSpec,
        #[prost(int32, optional, tag = "6")]
        pub successful_jobs_history_limit: Option<i32>,
        #[prost(int32, optional, tag = "7")]
        pub failed_jobs_history_limit: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CronJobStatus {
        #[prost(message, repeated, tag = "1")]
        pub active: Vec<super::core::ObjectReference>,
        #[prost(message, optional, tag = "4")]
        pub last_schedule_time: Option<super::meta::Time>,
        #[prost(message, optional, tag = "5")]
        pub last_successful_time: Option<super::meta::Time>,
    }
    impl crate::types::Object for Job {
        const GROUP: &'static str = "batch";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Job";
        const PLURAL: &'static str = "jobs";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for JobList {
        type Item = Job;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Job> {
            self.items
        }
    }
    impl crate::types::Listed for Job {
        type List = JobList;
    }
    impl crate::types::Object for CronJob {
        const GROUP: &'static str = "batch";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CronJob";
        const PLURAL: &'static str = "cronjobs";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CronJobList {
        type Item = CronJob;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CronJob> {
            self.items
        }
    }
    impl crate::types::Listed for CronJob {
        type List = CronJobList;
    }
}

pub mod certificates {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CertificateSigningRequest {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: CertificateSigningRequestSpec,
        #[prost(message, required, tag = "3")]
        pub status: CertificateSigningRequestStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CertificateSigningRequestSpec {
        #[prost(bytes = "vec", tag = "1")]
        pub request: Vec<u8>,
        #[prost(string, required, tag = "7")]
        pub signer_name: String,
        #[prost(int32, optional, tag = "8")]
        pub expiration_seconds: Option<i32>,
        #[prost(string, repeated, tag = "5")]
        pub usages: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub username: String,
        #[prost(string, required, tag = "3")]
        pub uid: String,
        #[prost(string, repeated, tag = "4")]
        pub groups: Vec<String>,
        #[prost(btree_map = "string, message", tag = "6")]
        pub extra: ::std::collections::BTreeMap<String, super::meta::Items>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CertificateSigningRequestStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<CertificateSigningRequestCondition>,
        #[prost(bytes = "vec", tag = "2")]
        pub certificate: Vec<u8>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CertificateSigningRequestCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "6")]
        pub status: String,
        #[prost(string, required, tag = "2")]
        pub reason: String,
        #[prost(string, required, tag = "3")]
        pub message: String,
        #[prost(message, required, tag = "4")]
        pub last_update_time: super::meta::Time,
        #[prost(message, required, tag = "5")]
        pub last_transition_time: super::meta::Time,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CertificateSigningRequestList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CertificateSigningRequest>,
    }
    impl crate::types::Object for CertificateSigningRequest {
        const GROUP: &'static str = "certificates.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CertificateSigningRequest";
        const PLURAL: &'static str = "certificatesigningrequests";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CertificateSigningRequestList {
        type Item = CertificateSigningRequest;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CertificateSigningRequest> {
            self.items
        }
    }
    impl crate::types::Listed for CertificateSigningRequest {
        type List = CertificateSigningRequestList;
    }
}

pub mod coordination {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Lease {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: LeaseSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LeaseSpec {
        #[prost(string, optional, tag = "1")]
        pub holder_identity: Option<String>,
        #[prost(int32, optional, tag = "2")]
        pub lease_duration_seconds: Option<i32>,
        #[prost(message, optional, tag = "3")]
        pub acquire_time: Option<super::meta::MicroTime>,
        #[prost(message, optional, tag = "4")]
        pub renew_time: Option<super::meta::MicroTime>,
        #[prost(int32, optional, tag = "5")]
        pub lease_transitions: Option<i32>,
        #[prost(string, optional, tag = "6")]
        pub strategy: Option<String>,
        #[prost(string, optional, tag = "7")]
        pub preferred_holder: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LeaseList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Lease>,
    }
    impl crate::types::Object for Lease {
        const GROUP: &'static str = "coordination.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Lease";
        const PLURAL: &'static str = "leases";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for LeaseList {
        type Item = Lease;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Lease> {
            self.items
        }
    }
    impl crate::types::Listed for Lease {
        type List = LeaseList;
    }
}

pub mod discovery {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointSlice {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(string, required, tag = "4")]
        pub address_type: String,
        #[prost(message, repeated, tag = "2")]
        pub endpoints: Vec<Endpoint>,
        #[prost(message, repeated, tag = "3")]
        pub ports: Vec<EndpointPort>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Endpoint {
        #[prost(string, repeated, tag = "1")]
        pub addresses: Vec<String>,
        #[prost(message, required, tag = "2")]
        pub conditions: EndpointConditions,
        #[prost(string, optional, tag = "3")]
        pub hostname: Option<String>,
        #[prost(message, optional, tag = "4")]
        pub target_ref: Option<super::core::ObjectReference>,
        #[prost(btree_map = "string, string", tag = "5")]
        pub deprecated_topology: ::std::collections::BTreeMap<String, String>,
        #[prost(string, optional, tag = "6")]
        pub node_name: Option<String>,
        #[prost(string, optional, tag = "7")]
        pub zone: Option<String>,
        #[prost(message, optional, tag = "8")]
        pub hints: Option<EndpointHints>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointConditions {
        #[prost(bool, optional, tag = "1")]
        pub ready: Option<bool>,
        #[prost(bool, optional, tag = "2")]
        pub serving: Option<bool>,
        #[prost(bool, optional, tag = "3")]
        pub terminating: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointHints {
        #[prost(message, repeated, tag = "1")]
        pub for_zones: Vec<ForZone>,
        #[prost(message, repeated, tag = "2")]
        pub for_nodes: Vec<ForNode>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ForZone {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ForNode {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointPort {
        #[prost(string, optional, tag = "1")]
        pub name: Option<String>,
        #[prost(string, optional, tag = "2")]
        pub protocol: Option<String>,
        #[prost(int32, optional, tag = "3")]
        pub port: Option<i32>,
        #[prost(string, optional, tag = "4")]
        pub app_protocol: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EndpointSliceList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<EndpointSlice>,
    }
    impl crate::types::Object for EndpointSlice {
        const GROUP: &'static str = "discovery.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "EndpointSlice";
        const PLURAL: &'static str = "endpointslices";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for EndpointSliceList {
        type Item = EndpointSlice;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<EndpointSlice> {
            self.items
        }
    }
    impl crate::types::Listed for EndpointSlice {
        type List = EndpointSliceList;
    }
}

pub mod events {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Event {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub event_time: super::meta::MicroTime,
        #[prost(message, optional, tag = "3")]
        pub series: Option<EventSeries>,
        #[prost(string, required, tag = "4")]
        pub reporting_controller: String,
        #[prost(string, required, tag = "5")]
        pub reporting_instance: String,
        #[prost(string, required, tag = "6")]
        pub action: String,
        #[prost(string, required, tag = "7")]
        pub reason: String,
        #[prost(message, required, tag = "8")]
        pub regarding: super::core::ObjectReference,
        #[prost(message, optional, tag = "9")]
        pub related: Option<super::core::ObjectReference>,
        #[prost(string, required, tag = "10")]
        pub note: String,
        #[prost(string, required, tag = "11")]
        pub r#type: String,
        #[prost(message, required, tag = "12")]
        pub deprecated_source: super::core::EventSource,
        #[prost(message, required, tag = "13")]
        pub deprecated_first_timestamp: super::meta::Time,
        #[prost(message, required, tag = "14")]
        pub deprecated_last_timestamp: super::meta::Time,
        #[prost(int32, required, tag = "15")]
        pub deprecated_count: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EventSeries {
        #[prost(int32, required, tag = "1")]
        pub count: i32,
        #[prost(message, required, tag = "2")]
        pub last_observed_time: super::meta::MicroTime,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct EventList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Event>,
    }
    impl crate::types::Object for Event {
        const GROUP: &'static str = "events.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Event";
        const PLURAL: &'static str = "events";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for EventList {
        type Item = Event;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Event> {
            self.items
        }
    }
    impl crate::types::Listed for Event {
        type List = EventList;
    }
}

pub mod flowcontrol {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowSchema {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: FlowSchemaSpec,
        #[prost(message, required, tag = "3")]
        pub status: FlowSchemaStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowSchemaList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<FlowSchema>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowSchemaSpec {
        #[prost(message, required, tag = "1")]
        pub priority_level_configuration: PriorityLevelConfigurationReference,
        #[prost(int32, required, tag = "2")]
        pub matching_precedence: i32,
        #[prost(message, optional, tag = "3")]
        pub distinguisher_method: Option<FlowDistinguisherMethod>,
        #[prost(message, repeated, tag = "4")]
        pub rules: Vec<PolicyRulesWithSubjects>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowDistinguisherMethod {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfigurationReference {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PolicyRulesWithSubjects {
        #[prost(message, repeated, tag = "1")]
        pub subjects: Vec<Subject>,
        #[prost(message, repeated, tag = "2")]
        pub resource_rules: Vec<ResourcePolicyRule>,
        #[prost(message, repeated, tag = "3")]
        pub non_resource_rules: Vec<NonResourcePolicyRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Subject {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(message, optional, tag = "2")]
        pub user: Option<UserSubject>,
        #[prost(message, optional, tag = "3")]
        pub group: Option<GroupSubject>,
        #[prost(message, optional, tag = "4")]
        pub service_account: Option<ServiceAccountSubject>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct UserSubject {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct GroupSubject {
        #[prost(string, required, tag = "1")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceAccountSubject {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourcePolicyRule {
        #[prost(string, repeated, tag = "1")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub api_groups: Vec<String>,
        #[prost(string, repeated, tag = "3")]
        pub resources: Vec<String>,
        #[prost(bool, required, tag = "4")]
        pub cluster_scope: bool,
        #[prost(string, repeated, tag = "5")]
        pub namespaces: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NonResourcePolicyRule {
        #[prost(string, repeated, tag = "1")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "6")]
        pub non_resource_urls: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowSchemaStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<FlowSchemaCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct FlowSchemaCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfiguration {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PriorityLevelConfigurationSpec,
        #[prost(message, required, tag = "3")]
        pub status: PriorityLevelConfigurationStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfigurationList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PriorityLevelConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfigurationSpec {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub limited: Option<LimitedPriorityLevelConfiguration>,
        #[prost(message, optional, tag = "3")]
        pub exempt: Option<ExemptPriorityLevelConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitedPriorityLevelConfiguration {
        #[prost(int32, optional, tag = "1")]
        pub nominal_concurrency_shares: Option<i32>,
        #[prost(message, required, tag = "2")]
        pub limit_response: LimitResponse,
        #[prost(int32, optional, tag = "3")]
        pub lendable_percent: Option<i32>,
        #[prost(int32, optional, tag = "4")]
        pub borrowing_limit_percent: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExemptPriorityLevelConfiguration {
        #[prost(int32, optional, tag = "1")]
        pub nominal_concurrency_shares: Option<i32>,
        #[prost(int32, optional, tag = "2")]
        pub lendable_percent: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct LimitResponse {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(message, optional, tag = "2")]
        pub queuing: Option<QueuingConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct QueuingConfiguration {
        #[prost(int32, required, tag = "1")]
        pub queues: i32,
        #[prost(int32, required, tag = "2")]
        pub hand_size: i32,
        #[prost(int32, required, tag = "3")]
        pub queue_length_limit: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfigurationStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<PriorityLevelConfigurationCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityLevelConfigurationCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    impl crate::types::Object for FlowSchema {
        const GROUP: &'static str = "flowcontrol.apiserver.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "FlowSchema";
        const PLURAL: &'static str = "flowschemas";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for FlowSchemaList {
        type Item = FlowSchema;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<FlowSchema> {
            self.items
        }
    }
    impl crate::types::Listed for FlowSchema {
        type List = FlowSchemaList;
    }
    impl crate::types::Object for PriorityLevelConfiguration {
        const GROUP: &'static str = "flowcontrol.apiserver.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PriorityLevelConfiguration";
        const PLURAL: &'static str = "prioritylevelconfigurations";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PriorityLevelConfigurationList {
        type Item = PriorityLevelConfiguration;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PriorityLevelConfiguration> {
            self.items
        }
    }
    impl crate::types::Listed for PriorityLevelConfiguration {
        type List = PriorityLevelConfigurationList;
    }
}

pub mod networking {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicy {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: NetworkPolicySpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicySpec {
        #[prost(message, required, tag = "1")]
        pub pod_selector: super::meta::LabelSelector,
        #[prost(message, repeated, tag = "2")]
        pub ingress: Vec<NetworkPolicyIngressRule>,
        #[prost(message, repeated, tag = "3")]
        pub egress: Vec<NetworkPolicyEgressRule>,
        #[prost(string, repeated, tag = "4")]
        pub policy_types: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicyIngressRule {
        #[prost(message, repeated, tag = "1")]
        pub ports: Vec<NetworkPolicyPort>,
        #[prost(message, repeated, tag = "2")]
        pub from: Vec<NetworkPolicyPeer>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicyEgressRule {
        #[prost(message, repeated, tag = "1")]
        pub ports: Vec<NetworkPolicyPort>,
        #[prost(message, repeated, tag = "2")]
        pub to: Vec<NetworkPolicyPeer>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicyPort {
        #[prost(string, optional, tag = "1")]
        pub protocol: Option<String>,
        #[prost(message, optional, tag = "2")]
        pub port: Option<super::meta::IntOrString>,
        #[prost(int32, optional, tag = "3")]
        pub end_port: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IPBlock {
        #[prost(string, required, tag = "1")]
        pub cidr: String,
        #[prost(string, repeated, tag = "2")]
        pub except: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicyPeer {
        #[prost(message, optional, tag = "1")]
        pub pod_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "2")]
        pub namespace_selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "3")]
        pub ip_block: Option<IPBlock>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkPolicyList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<NetworkPolicy>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Ingress {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: IngressSpec,
        #[prost(message, required, tag = "3")]
        pub status: IngressStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Ingress>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressSpec {
        #[prost(string, optional, tag = "4")]
        pub ingress_class_name: Option<String>,
        #[prost(message, optional, tag = "1")]
        pub default_backend: Option<IngressBackend>,
        #[prost(message, repeated, tag = "2")]
        pub tls: Vec<IngressTLS>,
        #[prost(message, repeated, tag = "3")]
        pub rules: Vec<IngressRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressTLS {
        #[prost(string, repeated, tag = "1")]
        pub hosts: Vec<String>,
        #[prost(string, required, tag = "2")]
        pub secret_name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressStatus {
        #[prost(message, required, tag = "1")]
        pub load_balancer: IngressLoadBalancerStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressLoadBalancerStatus {
        #[prost(message, repeated, tag = "1")]
        pub ingress: Vec<IngressLoadBalancerIngress>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressLoadBalancerIngress {
        #[prost(string, required, tag = "1")]
        pub ip: String,
        #[prost(string, required, tag = "2")]
        pub hostname: String,
        #[prost(message, repeated, tag = "4")]
        pub ports: Vec<IngressPortStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressPortStatus {
        #[prost(int32, required, tag = "1")]
        pub port: i32,
        #[prost(string, required, tag = "2")]
        pub protocol: String,
        #[prost(string, optional, tag = "3")]
        pub error: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressRule {
        #[prost(string, required, tag = "1")]
        pub host: String,
        #[prost(message, required, tag = "2")]
        pub ingress_rule_value: IngressRuleValue,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressRuleValue {
        #[prost(message, optional, tag = "1")]
        pub http: Option<HTTPIngressRuleValue>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HTTPIngressRuleValue {
        #[prost(message, repeated, tag = "1")]
        pub paths: Vec<HTTPIngressPath>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct HTTPIngressPath {
        #[prost(string, required, tag = "1")]
        pub path: String,
        #[prost(string, optional, tag = "3")]
        pub path_type: Option<String>,
        #[prost(message, required, tag = "2")]
        pub backend: IngressBackend,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressBackend {
        #[prost(message, optional, tag = "4")]
        pub service: Option<IngressServiceBackend>,
        #[prost(message, optional, tag = "3")]
        pub resource: Option<super::core::TypedLocalObjectReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressServiceBackend {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, required, tag = "2")]
        pub port: ServiceBackendPort,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceBackendPort {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int32, required, tag = "2")]
        pub number: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: IngressClassSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressClassSpec {
        #[prost(string, required, tag = "1")]
        pub controller: String,
        #[prost(message, optional, tag = "2")]
        pub parameters: Option<IngressClassParametersReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressClassParametersReference {
        #[prost(string, optional, tag = "1")]
        pub api_group: Option<String>,
        #[prost(string, required, tag = "2")]
        pub kind: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, optional, tag = "4")]
        pub scope: Option<String>,
        #[prost(string, optional, tag = "5")]
        pub namespace: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IngressClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<IngressClass>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IPAddress {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: IPAddressSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IPAddressSpec {
        #[prost(message, optional, tag = "1")]
        pub parent_ref: Option<ParentReference>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ParentReference {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(string, required, tag = "2")]
        pub resource: String,
        #[prost(string, required, tag = "3")]
        pub namespace: String,
        #[prost(string, required, tag = "4")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct IPAddressList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<IPAddress>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceCIDR {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ServiceCIDRSpec,
        #[prost(message, required, tag = "3")]
        pub status: ServiceCIDRStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceCIDRSpec {
        #[prost(string, repeated, tag = "1")]
        pub cidrs: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceCIDRStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<super::meta::Condition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceCIDRList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ServiceCIDR>,
    }
    impl crate::types::Object for NetworkPolicy {
        const GROUP: &'static str = "networking.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "NetworkPolicy";
        const PLURAL: &'static str = "networkpolicies";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for NetworkPolicyList {
        type Item = NetworkPolicy;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<NetworkPolicy> {
            self.items
        }
    }
    impl crate::types::Listed for NetworkPolicy {
        type List = NetworkPolicyList;
    }
    impl crate::types::Object for Ingress {
        const GROUP: &'static str = "networking.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Ingress";
        const PLURAL: &'static str = "ingresses";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for IngressList {
        type Item = Ingress;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Ingress> {
            self.items
        }
    }
    impl crate::types::Listed for Ingress {
        type List = IngressList;
    }
    impl crate::types::Object for IngressClass {
        const GROUP: &'static str = "networking.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "IngressClass";
        const PLURAL: &'static str = "ingressclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for IngressClassList {
        type Item = IngressClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<IngressClass> {
            self.items
        }
    }
    impl crate::types::Listed for IngressClass {
        type List = IngressClassList;
    }
    impl crate::types::Object for IPAddress {
        const GROUP: &'static str = "networking.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "IPAddress";
        const PLURAL: &'static str = "ipaddresses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for IPAddressList {
        type Item = IPAddress;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<IPAddress> {
            self.items
        }
    }
    impl crate::types::Listed for IPAddress {
        type List = IPAddressList;
    }
    impl crate::types::Object for ServiceCIDR {
        const GROUP: &'static str = "networking.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ServiceCIDR";
        const PLURAL: &'static str = "servicecidrs";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ServiceCIDRList {
        type Item = ServiceCIDR;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ServiceCIDR> {
            self.items
        }
    }
    impl crate::types::Listed for ServiceCIDR {
        type List = ServiceCIDRList;
    }
}

pub mod node {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RuntimeClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(string, required, tag = "2")]
        pub handler: String,
        #[prost(message, optional, tag = "3")]
        pub overhead: Option<Overhead>,
        #[prost(message, optional, tag = "4")]
        pub scheduling: Option<Scheduling>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Overhead {
        #[prost(btree_map = "string, message", tag = "1")]
        pub pod_fixed: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Scheduling {
        #[prost(btree_map = "string, string", tag = "1")]
        pub node_selector: ::std::collections::BTreeMap<String, String>,
        #[prost(message, repeated, tag = "2")]
        pub tolerations: Vec<super::core::Toleration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RuntimeClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<RuntimeClass>,
    }
    impl crate::types::Object for RuntimeClass {
        const GROUP: &'static str = "node.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "RuntimeClass";
        const PLURAL: &'static str = "runtimeclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for RuntimeClassList {
        type Item = RuntimeClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<RuntimeClass> {
            self.items
        }
    }
    impl crate::types::Listed for RuntimeClass {
        type List = RuntimeClassList;
    }
}

pub mod policy {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDisruptionBudgetSpec {
        #[prost(message, optional, tag = "1")]
        pub min_available: Option<super::meta::IntOrString>,
        #[prost(message, optional, tag = "2")]
        pub selector: Option<super::meta::LabelSelector>,
        #[prost(message, optional, tag = "3")]
        pub max_unavailable: Option<super::meta::IntOrString>,
        #[prost(string, optional, tag = "4")]
        pub unhealthy_pod_eviction_policy: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDisruptionBudgetStatus {
        #[prost(int64, required, tag = "1")]
        pub observed_generation: i64,
        #[prost(btree_map = "string, message", tag = "2")]
        pub disrupted_pods: ::std::collections::BTreeMap<String, super::meta::Time>,
        #[prost(int32, required, tag = "3")]
        pub disruptions_allowed: i32,
        #[prost(int32, required, tag = "4")]
        pub current_healthy: i32,
        #[prost(int32, required, tag = "5")]
        pub desired_healthy: i32,
        #[prost(int32, required, tag = "6")]
        pub expected_pods: i32,
        #[prost(message, repeated, tag = "7")]
        pub conditions: Vec<super::meta::Condition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDisruptionBudget {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: PodDisruptionBudgetSpec,
        #[prost(message, required, tag = "3")]
        pub status: PodDisruptionBudgetStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PodDisruptionBudgetList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PodDisruptionBudget>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Eviction {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, optional, tag = "2")]
        pub delete_options: Option<super::meta::DeleteOptions>,
    }
    impl crate::types::Object for PodDisruptionBudget {
        const GROUP: &'static str = "policy";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PodDisruptionBudget";
        const PLURAL: &'static str = "poddisruptionbudgets";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PodDisruptionBudgetList {
        type Item = PodDisruptionBudget;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PodDisruptionBudget> {
            self.items
        }
    }
    impl crate::types::Listed for PodDisruptionBudget {
        type List = PodDisruptionBudgetList;
    }
    impl crate::types::Object for Eviction {
        const GROUP: &'static str = "policy";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Eviction";
        const PLURAL: &'static str = "eviction";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
}

pub mod rbac {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PolicyRule {
        #[prost(string, repeated, tag = "1")]
        pub verbs: Vec<String>,
        #[prost(string, repeated, tag = "2")]
        pub api_groups: Vec<String>,
        #[prost(string, repeated, tag = "3")]
        pub resources: Vec<String>,
        #[prost(string, repeated, tag = "4")]
        pub resource_names: Vec<String>,
        #[prost(string, repeated, tag = "5")]
        pub non_resource_urls: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Subject {
        #[prost(string, required, tag = "1")]
        pub kind: String,
        #[prost(string, required, tag = "2")]
        pub api_group: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
        #[prost(string, required, tag = "4")]
        pub namespace: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RoleRef {
        #[prost(string, required, tag = "1")]
        pub api_group: String,
        #[prost(string, required, tag = "2")]
        pub kind: String,
        #[prost(string, required, tag = "3")]
        pub name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Role {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub rules: Vec<PolicyRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RoleBinding {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub subjects: Vec<Subject>,
        #[prost(message, required, tag = "3")]
        pub role_ref: RoleRef,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RoleBindingList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<RoleBinding>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct RoleList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<Role>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClusterRole {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub rules: Vec<PolicyRule>,
        #[prost(message, optional, tag = "3")]
        pub aggregation_rule: Option<AggregationRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AggregationRule {
        #[prost(message, repeated, tag = "1")]
        pub cluster_role_selectors: Vec<super::meta::LabelSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClusterRoleBinding {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, repeated, tag = "2")]
        pub subjects: Vec<Subject>,
        #[prost(message, required, tag = "3")]
        pub role_ref: RoleRef,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClusterRoleBindingList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ClusterRoleBinding>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ClusterRoleList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ClusterRole>,
    }
    impl crate::types::Object for Role {
        const GROUP: &'static str = "rbac.authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "Role";
        const PLURAL: &'static str = "roles";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for RoleList {
        type Item = Role;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<Role> {
            self.items
        }
    }
    impl crate::types::Listed for Role {
        type List = RoleList;
    }
    impl crate::types::Object for RoleBinding {
        const GROUP: &'static str = "rbac.authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "RoleBinding";
        const PLURAL: &'static str = "rolebindings";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for RoleBindingList {
        type Item = RoleBinding;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<RoleBinding> {
            self.items
        }
    }
    impl crate::types::Listed for RoleBinding {
        type List = RoleBindingList;
    }
    impl crate::types::Object for ClusterRole {
        const GROUP: &'static str = "rbac.authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ClusterRole";
        const PLURAL: &'static str = "clusterroles";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ClusterRoleList {
        type Item = ClusterRole;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ClusterRole> {
            self.items
        }
    }
    impl crate::types::Listed for ClusterRole {
        type List = ClusterRoleList;
    }
    impl crate::types::Object for ClusterRoleBinding {
        const GROUP: &'static str = "rbac.authorization.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ClusterRoleBinding";
        const PLURAL: &'static str = "clusterrolebindings";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ClusterRoleBindingList {
        type Item = ClusterRoleBinding;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ClusterRoleBinding> {
            self.items
        }
    }
    impl crate::types::Listed for ClusterRoleBinding {
        type List = ClusterRoleBindingList;
    }
}

pub mod resource {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceSlice {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ResourceSliceSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceSliceSpec {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(message, required, tag = "2")]
        pub pool: ResourcePool,
        #[prost(string, optional, tag = "3")]
        pub node_name: Option<String>,
        #[prost(message, optional, tag = "4")]
        pub node_selector: Option<super::core::NodeSelector>,
        #[prost(bool, optional, tag = "5")]
        pub all_nodes: Option<bool>,
        #[prost(message, repeated, tag = "6")]
        pub devices: Vec<Device>,
        #[prost(bool, optional, tag = "7")]
        pub per_device_node_selection: Option<bool>,
        #[prost(message, repeated, tag = "8")]
        pub shared_counters: Vec<CounterSet>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CounterSet {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(btree_map = "string, message", tag = "2")]
        pub counters: ::std::collections::BTreeMap<String, Counter>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourcePool {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(int64, required, tag = "2")]
        pub generation: i64,
        #[prost(int64, required, tag = "3")]
        pub resource_slice_count: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Device {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(btree_map = "string, message", tag = "2")]
        pub attributes: ::std::collections::BTreeMap<String, DeviceAttribute>,
        #[prost(btree_map = "string, message", tag = "3")]
        pub capacity: ::std::collections::BTreeMap<String, DeviceCapacity>,
        #[prost(message, repeated, tag = "4")]
        pub consumes_counters: Vec<DeviceCounterConsumption>,
        #[prost(string, optional, tag = "5")]
        pub node_name: Option<String>,
        #[prost(message, optional, tag = "6")]
        pub node_selector: Option<super::core::NodeSelector>,
        #[prost(bool, optional, tag = "7")]
        pub all_nodes: Option<bool>,
        #[prost(message, repeated, tag = "8")]
        pub taints: Vec<DeviceTaint>,
        #[prost(bool, optional, tag = "9")]
        pub binds_to_node: Option<bool>,
        #[prost(string, repeated, tag = "10")]
        pub binding_conditions: Vec<String>,
        #[prost(string, repeated, tag = "11")]
        pub binding_failure_conditions: Vec<String>,
        #[prost(bool, optional, tag = "12")]
        pub allow_multiple_allocations: Option<bool>,
        #[prost(btree_map = "string, message", tag = "13")]
        pub node_allocatable_resource_mappings: ::std::collections::BTreeMap<String, NodeAllocatableResourceMapping>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NodeAllocatableResourceMapping {
        #[prost(string, optional, tag = "1")]
        pub capacity_key: Option<String>,
        #[prost(message, optional, tag = "2")]
        pub allocation_multiplier: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceCounterConsumption {
        #[prost(string, required, tag = "1")]
        pub counter_set: String,
        #[prost(btree_map = "string, message", tag = "2")]
        pub counters: ::std::collections::BTreeMap<String, Counter>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceCapacity {
        #[prost(message, required, tag = "1")]
        pub value: super::meta::Quantity,
        #[prost(message, optional, tag = "2")]
        pub request_policy: Option<CapacityRequestPolicy>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct Counter {
        #[prost(message, required, tag = "1")]
        pub value: super::meta::Quantity,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CapacityRequestPolicy {
        #[prost(message, optional, tag = "1")]
        pub default: Option<super::meta::Quantity>,
        #[prost(message, repeated, tag = "3")]
        pub valid_values: Vec<super::meta::Quantity>,
        #[prost(message, optional, tag = "4")]
        pub valid_range: Option<CapacityRequestPolicyRange>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CapacityRequestPolicyRange {
        #[prost(message, optional, tag = "1")]
        pub min: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "2")]
        pub max: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "3")]
        pub step: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceAttribute {
        #[prost(int64, optional, tag = "2")]
        pub int: Option<i64>,
        #[prost(bool, optional, tag = "3")]
        pub bool: Option<bool>,
        #[prost(string, optional, tag = "4")]
        pub string: Option<String>,
        #[prost(string, optional, tag = "5")]
        pub version: Option<String>,
        #[prost(int64, repeated, packed = "false", tag = "6")]
        pub ints: Vec<i64>,
        #[prost(bool, repeated, tag = "7")]
        pub bools: Vec<bool>,
        #[prost(string, repeated, tag = "8")]
        pub strings: Vec<String>,
        #[prost(string, repeated, tag = "9")]
        pub versions: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceTaint {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub value: String,
        #[prost(string, required, tag = "3")]
        pub effect: String,
        #[prost(message, optional, tag = "4")]
        pub time_added: Option<super::meta::Time>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceSliceList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ResourceSlice>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaim {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ResourceClaimSpec,
        #[prost(message, required, tag = "3")]
        pub status: ResourceClaimStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimSpec {
        #[prost(message, required, tag = "1")]
        pub devices: DeviceClaim,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClaim {
        #[prost(message, repeated, tag = "1")]
        pub requests: Vec<DeviceRequest>,
        #[prost(message, repeated, tag = "2")]
        pub constraints: Vec<DeviceConstraint>,
        #[prost(message, repeated, tag = "3")]
        pub config: Vec<DeviceClaimConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceRequest {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(message, optional, tag = "2")]
        pub exactly: Option<ExactDeviceRequest>,
        #[prost(message, repeated, tag = "3")]
        pub first_available: Vec<DeviceSubRequest>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExactDeviceRequest {
        #[prost(string, required, tag = "1")]
        pub device_class_name: String,
        #[prost(message, repeated, tag = "2")]
        pub selectors: Vec<DeviceSelector>,
        #[prost(string, required, tag = "3")]
        pub allocation_mode: String,
        #[prost(int64, required, tag = "4")]
        pub count: i64,
        #[prost(bool, optional, tag = "5")]
        pub admin_access: Option<bool>,
        #[prost(message, repeated, tag = "6")]
        pub tolerations: Vec<DeviceToleration>,
        #[prost(message, optional, tag = "7")]
        pub capacity: Option<CapacityRequirements>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceSubRequest {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub device_class_name: String,
        #[prost(message, repeated, tag = "3")]
        pub selectors: Vec<DeviceSelector>,
        #[prost(string, required, tag = "4")]
        pub allocation_mode: String,
        #[prost(int64, required, tag = "5")]
        pub count: i64,
        #[prost(message, repeated, tag = "6")]
        pub tolerations: Vec<DeviceToleration>,
        #[prost(message, optional, tag = "7")]
        pub capacity: Option<CapacityRequirements>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CapacityRequirements {
        #[prost(btree_map = "string, message", tag = "1")]
        pub requests: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceSelector {
        #[prost(message, optional, tag = "1")]
        pub cel: Option<CELDeviceSelector>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CELDeviceSelector {
        #[prost(string, required, tag = "1")]
        pub expression: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceConstraint {
        #[prost(string, repeated, tag = "1")]
        pub requests: Vec<String>,
        #[prost(string, optional, tag = "2")]
        pub match_attribute: Option<String>,
        #[prost(string, optional, tag = "3")]
        pub distinct_attribute: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClaimConfiguration {
        #[prost(string, repeated, tag = "1")]
        pub requests: Vec<String>,
        #[prost(message, required, tag = "2")]
        pub device_configuration: DeviceConfiguration,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceConfiguration {
        #[prost(message, optional, tag = "1")]
        pub opaque: Option<OpaqueDeviceConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct OpaqueDeviceConfiguration {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(message, required, tag = "2")]
        pub parameters: super::meta::RawExtension,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceToleration {
        #[prost(string, required, tag = "1")]
        pub key: String,
        #[prost(string, required, tag = "2")]
        pub operator: String,
        #[prost(string, required, tag = "3")]
        pub value: String,
        #[prost(string, required, tag = "4")]
        pub effect: String,
        #[prost(int64, optional, tag = "5")]
        pub toleration_seconds: Option<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimStatus {
        #[prost(message, optional, tag = "1")]
        pub allocation: Option<AllocationResult>,
        #[prost(message, repeated, tag = "2")]
        pub reserved_for: Vec<ResourceClaimConsumerReference>,
        #[prost(message, repeated, tag = "4")]
        pub devices: Vec<AllocatedDeviceStatus>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimConsumerReference {
        #[prost(string, required, tag = "1")]
        pub api_group: String,
        #[prost(string, required, tag = "3")]
        pub resource: String,
        #[prost(string, required, tag = "4")]
        pub name: String,
        #[prost(string, required, tag = "5")]
        pub uid: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AllocationResult {
        #[prost(message, required, tag = "1")]
        pub devices: DeviceAllocationResult,
        #[prost(message, optional, tag = "3")]
        pub node_selector: Option<super::core::NodeSelector>,
        #[prost(message, optional, tag = "5")]
        pub allocation_timestamp: Option<super::meta::Time>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceAllocationResult {
        #[prost(message, repeated, tag = "1")]
        pub results: Vec<DeviceRequestAllocationResult>,
        #[prost(message, repeated, tag = "2")]
        pub config: Vec<DeviceAllocationConfiguration>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceRequestAllocationResult {
        #[prost(string, required, tag = "1")]
        pub request: String,
        #[prost(string, required, tag = "2")]
        pub driver: String,
        #[prost(string, required, tag = "3")]
        pub pool: String,
        #[prost(string, required, tag = "4")]
        pub device: String,
        #[prost(bool, optional, tag = "5")]
        pub admin_access: Option<bool>,
        #[prost(message, repeated, tag = "6")]
        pub tolerations: Vec<DeviceToleration>,
        #[prost(string, repeated, tag = "7")]
        pub binding_conditions: Vec<String>,
        #[prost(string, repeated, tag = "8")]
        pub binding_failure_conditions: Vec<String>,
        #[prost(string, optional, tag = "9")]
        pub share_id: Option<String>,
        #[prost(btree_map = "string, message", tag = "10")]
        pub consumed_capacity: ::std::collections::BTreeMap<String, super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceAllocationConfiguration {
        #[prost(string, required, tag = "1")]
        pub source: String,
        #[prost(string, repeated, tag = "2")]
        pub requests: Vec<String>,
        #[prost(message, required, tag = "3")]
        pub device_configuration: DeviceConfiguration,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ResourceClaim>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: DeviceClassSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClassSpec {
        #[prost(message, repeated, tag = "1")]
        pub selectors: Vec<DeviceSelector>,
        #[prost(message, repeated, tag = "2")]
        pub config: Vec<DeviceClassConfiguration>,
        #[prost(string, optional, tag = "4")]
        pub extended_resource_name: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClassConfiguration {
        #[prost(message, required, tag = "1")]
        pub device_configuration: DeviceConfiguration,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct DeviceClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<DeviceClass>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimTemplate {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ResourceClaimTemplateSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimTemplateSpec {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: ResourceClaimSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ResourceClaimTemplateList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<ResourceClaimTemplate>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct AllocatedDeviceStatus {
        #[prost(string, required, tag = "1")]
        pub driver: String,
        #[prost(string, required, tag = "2")]
        pub pool: String,
        #[prost(string, required, tag = "3")]
        pub device: String,
        #[prost(string, optional, tag = "7")]
        pub share_id: Option<String>,
        #[prost(message, repeated, tag = "4")]
        pub conditions: Vec<super::meta::Condition>,
        #[prost(message, optional, tag = "5")]
        pub data: Option<super::meta::RawExtension>,
        #[prost(message, optional, tag = "6")]
        pub network_data: Option<NetworkDeviceData>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct NetworkDeviceData {
        #[prost(string, required, tag = "1")]
        pub interface_name: String,
        #[prost(string, repeated, tag = "2")]
        pub ips: Vec<String>,
        #[prost(string, required, tag = "3")]
        pub hardware_address: String,
    }
    impl crate::types::Object for ResourceSlice {
        const GROUP: &'static str = "resource.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ResourceSlice";
        const PLURAL: &'static str = "resourceslices";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ResourceSliceList {
        type Item = ResourceSlice;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ResourceSlice> {
            self.items
        }
    }
    impl crate::types::Listed for ResourceSlice {
        type List = ResourceSliceList;
    }
    impl crate::types::Object for ResourceClaim {
        const GROUP: &'static str = "resource.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ResourceClaim";
        const PLURAL: &'static str = "resourceclaims";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ResourceClaimList {
        type Item = ResourceClaim;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ResourceClaim> {
            self.items
        }
    }
    impl crate::types::Listed for ResourceClaim {
        type List = ResourceClaimList;
    }
    impl crate::types::Object for DeviceClass {
        const GROUP: &'static str = "resource.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "DeviceClass";
        const PLURAL: &'static str = "deviceclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for DeviceClassList {
        type Item = DeviceClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<DeviceClass> {
            self.items
        }
    }
    impl crate::types::Listed for DeviceClass {
        type List = DeviceClassList;
    }
    impl crate::types::Object for ResourceClaimTemplate {
        const GROUP: &'static str = "resource.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "ResourceClaimTemplate";
        const PLURAL: &'static str = "resourceclaimtemplates";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for ResourceClaimTemplateList {
        type Item = ResourceClaimTemplate;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<ResourceClaimTemplate> {
            self.items
        }
    }
    impl crate::types::Listed for ResourceClaimTemplate {
        type List = ResourceClaimTemplateList;
    }
}

pub mod scheduling {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(int32, required, tag = "2")]
        pub value: i32,
        #[prost(bool, required, tag = "3")]
        pub global_default: bool,
        #[prost(string, required, tag = "4")]
        pub description: String,
        #[prost(string, optional, tag = "5")]
        pub preemption_policy: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct PriorityClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<PriorityClass>,
    }
    impl crate::types::Object for PriorityClass {
        const GROUP: &'static str = "scheduling.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "PriorityClass";
        const PLURAL: &'static str = "priorityclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for PriorityClassList {
        type Item = PriorityClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<PriorityClass> {
            self.items
        }
    }
    impl crate::types::Listed for PriorityClass {
        type List = PriorityClassList;
    }
}

pub mod storage {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StorageClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(string, required, tag = "2")]
        pub provisioner: String,
        #[prost(btree_map = "string, string", tag = "3")]
        pub parameters: ::std::collections::BTreeMap<String, String>,
        #[prost(string, optional, tag = "4")]
        pub reclaim_policy: Option<String>,
        #[prost(string, repeated, tag = "5")]
        pub mount_options: Vec<String>,
        #[prost(bool, optional, tag = "6")]
        pub allow_volume_expansion: Option<bool>,
        #[prost(string, optional, tag = "7")]
        pub volume_binding_mode: Option<String>,
        #[prost(message, repeated, tag = "8")]
        pub allowed_topologies: Vec<super::core::TopologySelectorTerm>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct StorageClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<StorageClass>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttachment {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: VolumeAttachmentSpec,
        #[prost(message, required, tag = "3")]
        pub status: VolumeAttachmentStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttachmentList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<VolumeAttachment>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttachmentSpec {
        #[prost(string, required, tag = "1")]
        pub attacher: String,
        #[prost(message, required, tag = "2")]
        pub source: VolumeAttachmentSource,
        #[prost(string, required, tag = "3")]
        pub node_name: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttachmentSource {
        #[prost(string, optional, tag = "1")]
        pub persistent_volume_name: Option<String>,
        #[prost(message, optional, tag = "2")]
        pub inline_volume_spec: Option<super::core::PersistentVolumeSpec>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttachmentStatus {
        #[prost(bool, required, tag = "1")]
        pub attached: bool,
        #[prost(btree_map = "string, string", tag = "2")]
        pub attachment_metadata: ::std::collections::BTreeMap<String, String>,
        #[prost(message, optional, tag = "3")]
        pub attach_error: Option<VolumeError>,
        #[prost(message, optional, tag = "4")]
        pub detach_error: Option<VolumeError>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeError {
        #[prost(message, required, tag = "1")]
        pub time: super::meta::Time,
        #[prost(string, required, tag = "2")]
        pub message: String,
        #[prost(int32, optional, tag = "3")]
        pub error_code: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIDriver {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: CSIDriverSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIDriverList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CSIDriver>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIDriverSpec {
        #[prost(bool, optional, tag = "1")]
        pub attach_required: Option<bool>,
        #[prost(bool, optional, tag = "2")]
        pub pod_info_on_mount: Option<bool>,
        #[prost(string, repeated, tag = "3")]
        pub volume_lifecycle_modes: Vec<String>,
        #[prost(bool, optional, tag = "4")]
        pub storage_capacity: Option<bool>,
        #[prost(string, optional, tag = "5")]
        pub fs_group_policy: Option<String>,
        #[prost(message, repeated, tag = "6")]
        pub token_requests: Vec<TokenRequest>,
        #[prost(bool, optional, tag = "7")]
        pub requires_republish: Option<bool>,
        #[prost(bool, optional, tag = "8")]
        pub se_linux_mount: Option<bool>,
        #[prost(int64, optional, tag = "9")]
        pub node_allocatable_update_period_seconds: Option<i64>,
        #[prost(bool, optional, tag = "10")]
        pub service_account_token_in_secrets: Option<bool>,
        #[prost(bool, optional, tag = "11")]
        pub prevent_pod_scheduling_if_missing: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct TokenRequest {
        #[prost(string, required, tag = "1")]
        pub audience: String,
        #[prost(int64, optional, tag = "2")]
        pub expiration_seconds: Option<i64>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSINode {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: CSINodeSpec,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSINodeSpec {
        #[prost(message, repeated, tag = "1")]
        pub drivers: Vec<CSINodeDriver>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSINodeDriver {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub node_id: String,
        #[prost(string, repeated, tag = "3")]
        pub topology_keys: Vec<String>,
        #[prost(message, optional, tag = "4")]
        pub allocatable: Option<VolumeNodeResources>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeNodeResources {
        #[prost(int32, optional, tag = "1")]
        pub count: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSINodeList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CSINode>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIStorageCapacity {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, optional, tag = "2")]
        pub node_topology: Option<super::meta::LabelSelector>,
        #[prost(string, required, tag = "3")]
        pub storage_class_name: String,
        #[prost(message, optional, tag = "4")]
        pub capacity: Option<super::meta::Quantity>,
        #[prost(message, optional, tag = "5")]
        pub maximum_volume_size: Option<super::meta::Quantity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CSIStorageCapacityList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CSIStorageCapacity>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttributesClass {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(string, required, tag = "2")]
        pub driver_name: String,
        #[prost(btree_map = "string, string", tag = "3")]
        pub parameters: ::std::collections::BTreeMap<String, String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct VolumeAttributesClassList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<VolumeAttributesClass>,
    }
    impl crate::types::Object for StorageClass {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "StorageClass";
        const PLURAL: &'static str = "storageclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for StorageClassList {
        type Item = StorageClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<StorageClass> {
            self.items
        }
    }
    impl crate::types::Listed for StorageClass {
        type List = StorageClassList;
    }
    impl crate::types::Object for VolumeAttachment {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "VolumeAttachment";
        const PLURAL: &'static str = "volumeattachments";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for VolumeAttachmentList {
        type Item = VolumeAttachment;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<VolumeAttachment> {
            self.items
        }
    }
    impl crate::types::Listed for VolumeAttachment {
        type List = VolumeAttachmentList;
    }
    impl crate::types::Object for CSIDriver {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CSIDriver";
        const PLURAL: &'static str = "csidrivers";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CSIDriverList {
        type Item = CSIDriver;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CSIDriver> {
            self.items
        }
    }
    impl crate::types::Listed for CSIDriver {
        type List = CSIDriverList;
    }
    impl crate::types::Object for CSINode {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CSINode";
        const PLURAL: &'static str = "csinodes";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CSINodeList {
        type Item = CSINode;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CSINode> {
            self.items
        }
    }
    impl crate::types::Listed for CSINode {
        type List = CSINodeList;
    }
    impl crate::types::Object for CSIStorageCapacity {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CSIStorageCapacity";
        const PLURAL: &'static str = "csistoragecapacities";
        const NAMESPACED: bool = true;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CSIStorageCapacityList {
        type Item = CSIStorageCapacity;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CSIStorageCapacity> {
            self.items
        }
    }
    impl crate::types::Listed for CSIStorageCapacity {
        type List = CSIStorageCapacityList;
    }
    impl crate::types::Object for VolumeAttributesClass {
        const GROUP: &'static str = "storage.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "VolumeAttributesClass";
        const PLURAL: &'static str = "volumeattributesclasses";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for VolumeAttributesClassList {
        type Item = VolumeAttributesClass;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<VolumeAttributesClass> {
            self.items
        }
    }
    impl crate::types::Listed for VolumeAttributesClass {
        type List = VolumeAttributesClassList;
    }
}

pub mod apiextensions {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionSpec {
        #[prost(string, required, tag = "1")]
        pub group: String,
        #[prost(message, required, tag = "3")]
        pub names: CustomResourceDefinitionNames,
        #[prost(string, required, tag = "4")]
        pub scope: String,
        #[prost(message, repeated, tag = "7")]
        pub versions: Vec<CustomResourceDefinitionVersion>,
        #[prost(message, optional, tag = "9")]
        pub conversion: Option<CustomResourceConversion>,
        #[prost(bool, required, tag = "10")]
        pub preserve_unknown_fields: bool,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceConversion {
        #[prost(string, required, tag = "1")]
        pub strategy: String,
        #[prost(message, optional, tag = "2")]
        pub webhook: Option<WebhookConversion>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WebhookConversion {
        #[prost(message, optional, tag = "2")]
        pub client_config: Option<WebhookClientConfig>,
        #[prost(string, repeated, tag = "3")]
        pub conversion_review_versions: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct WebhookClientConfig {
        #[prost(string, optional, tag = "3")]
        pub url: Option<String>,
        #[prost(message, optional, tag = "1")]
        pub service: Option<ServiceReference>,
        #[prost(bytes = "vec", tag = "2")]
        pub ca_bundle: Vec<u8>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceReference {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(string, optional, tag = "3")]
        pub path: Option<String>,
        #[prost(int32, optional, tag = "4")]
        pub port: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionVersion {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(bool, required, tag = "2")]
        pub served: bool,
        #[prost(bool, required, tag = "3")]
        pub storage: bool,
        #[prost(bool, required, tag = "7")]
        pub deprecated: bool,
        #[prost(string, optional, tag = "8")]
        pub deprecation_warning: Option<String>,
        #[prost(message, optional, tag = "4")]
        pub schema: Option<CustomResourceValidation>,
        #[prost(message, optional, tag = "5")]
        pub subresources: Option<CustomResourceSubresources>,
        #[prost(message, repeated, tag = "6")]
        pub additional_printer_columns: Vec<CustomResourceColumnDefinition>,
        #[prost(message, repeated, tag = "9")]
        pub selectable_fields: Vec<SelectableField>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct SelectableField {
        #[prost(string, required, tag = "1")]
        pub json_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceColumnDefinition {
        #[prost(string, required, tag = "1")]
        pub name: String,
        #[prost(string, required, tag = "2")]
        pub r#type: String,
        #[prost(string, required, tag = "3")]
        pub format: String,
        #[prost(string, required, tag = "4")]
        pub description: String,
        #[prost(int32, required, tag = "5")]
        pub priority: i32,
        #[prost(string, required, tag = "6")]
        pub json_path: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionNames {
        #[prost(string, required, tag = "1")]
        pub plural: String,
        #[prost(string, required, tag = "2")]
        pub singular: String,
        #[prost(string, repeated, tag = "3")]
        pub short_names: Vec<String>,
        #[prost(string, required, tag = "4")]
        pub kind: String,
        #[prost(string, required, tag = "5")]
        pub list_kind: String,
        #[prost(string, repeated, tag = "6")]
        pub categories: Vec<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
        #[prost(int64, required, tag = "6")]
        pub observed_generation: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<CustomResourceDefinitionCondition>,
        #[prost(message, required, tag = "2")]
        pub accepted_names: CustomResourceDefinitionNames,
        #[prost(string, repeated, tag = "3")]
        pub stored_versions: Vec<String>,
        #[prost(int64, required, tag = "4")]
        pub observed_generation: i64,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinition {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: CustomResourceDefinitionSpec,
        #[prost(message, required, tag = "3")]
        pub status: CustomResourceDefinitionStatus,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceDefinitionList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<CustomResourceDefinition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceValidation {
        #[prost(message, optional, tag = "1")]
        pub open_apiv3_schema: Option<JSONSchemaProps>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceSubresources {
        #[prost(message, optional, tag = "1")]
        pub status: Option<CustomResourceSubresourceStatus>,
        #[prost(message, optional, tag = "2")]
        pub scale: Option<CustomResourceSubresourceScale>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceSubresourceStatus {
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct CustomResourceSubresourceScale {
        #[prost(string, required, tag = "1")]
        pub spec_replicas_path: String,
        #[prost(string, required, tag = "2")]
        pub status_replicas_path: String,
        #[prost(string, optional, tag = "3")]
        pub label_selector_path: Option<String>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConversionReview {
        #[prost(message, optional, tag = "1")]
        pub request: Option<ConversionRequest>,
        #[prost(message, optional, tag = "2")]
        pub response: Option<ConversionResponse>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConversionRequest {
        #[prost(string, required, tag = "1")]
        pub uid: String,
        #[prost(string, required, tag = "2")]
        pub desired_api_version: String,
        #[prost(message, repeated, tag = "3")]
        pub objects: Vec<super::meta::RawExtension>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ConversionResponse {
        #[prost(string, required, tag = "1")]
        pub uid: String,
        #[prost(message, repeated, tag = "2")]
        pub converted_objects: Vec<super::meta::RawExtension>,
        #[prost(message, required, tag = "3")]
        pub result: super::meta::Status,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct JSONSchemaProps {
        #[prost(string, required, tag = "1")]
        pub id: String,
        #[prost(string, required, tag = "2")]
        pub schema: String,
        #[prost(string, optional, tag = "3")]
        pub r#ref: Option<String>,
        #[prost(string, required, tag = "4")]
        pub description: String,
        #[prost(string, required, tag = "5")]
        pub r#type: String,
        #[prost(string, required, tag = "6")]
        pub format: String,
        #[prost(string, required, tag = "7")]
        pub title: String,
        #[prost(message, optional, boxed, tag = "8")]
        pub default: Option<Box<super::meta::RawExtension>>,
        #[prost(double, optional, tag = "9")]
        pub maximum: Option<f64>,
        #[prost(bool, required, tag = "10")]
        pub exclusive_maximum: bool,
        #[prost(double, optional, tag = "11")]
        pub minimum: Option<f64>,
        #[prost(bool, required, tag = "12")]
        pub exclusive_minimum: bool,
        #[prost(int64, optional, tag = "13")]
        pub max_length: Option<i64>,
        #[prost(int64, optional, tag = "14")]
        pub min_length: Option<i64>,
        #[prost(string, required, tag = "15")]
        pub pattern: String,
        #[prost(int64, optional, tag = "16")]
        pub max_items: Option<i64>,
        #[prost(int64, optional, tag = "17")]
        pub min_items: Option<i64>,
        #[prost(bool, required, tag = "18")]
        pub unique_items: bool,
        #[prost(double, optional, tag = "19")]
        pub multiple_of: Option<f64>,
        #[prost(message, repeated, tag = "20")]
        pub r#enum: Vec<super::meta::RawExtension>,
        #[prost(int64, optional, tag = "21")]
        pub max_properties: Option<i64>,
        #[prost(int64, optional, tag = "22")]
        pub min_properties: Option<i64>,
        #[prost(string, repeated, tag = "23")]
        pub required: Vec<String>,
        #[prost(message, optional, boxed, tag = "24")]
        pub items: Option<Box<super::meta::JSONSchemaPropsOrArray>>,
        #[prost(message, repeated, tag = "25")]
        pub all_of: Vec<JSONSchemaProps>,
        #[prost(message, repeated, tag = "26")]
        pub one_of: Vec<JSONSchemaProps>,
        #[prost(message, repeated, tag = "27")]
        pub any_of: Vec<JSONSchemaProps>,
        #[prost(message, optional, boxed, tag = "28")]
        pub not: Option<Box<JSONSchemaProps>>,
        #[prost(btree_map = "string, message", tag = "29")]
        pub properties: ::std::collections::BTreeMap<String, JSONSchemaProps>,
        #[prost(message, optional, boxed, tag = "30")]
        pub additional_properties: Option<Box<super::meta::JSONSchemaPropsOrBool>>,
        #[prost(btree_map = "string, message", tag = "31")]
        pub pattern_properties: ::std::collections::BTreeMap<String, JSONSchemaProps>,
        #[prost(btree_map = "string, message", tag = "32")]
        pub dependencies: ::std::collections::BTreeMap<String, super::meta::JSONSchemaPropsOrStringArray>,
        #[prost(message, optional, boxed, tag = "33")]
        pub additional_items: Option<Box<super::meta::JSONSchemaPropsOrBool>>,
        #[prost(btree_map = "string, message", tag = "34")]
        pub definitions: ::std::collections::BTreeMap<String, JSONSchemaProps>,
        #[prost(message, optional, boxed, tag = "35")]
        pub external_docs: Option<Box<ExternalDocumentation>>,
        #[prost(message, optional, boxed, tag = "36")]
        pub example: Option<Box<super::meta::RawExtension>>,
        #[prost(bool, required, tag = "37")]
        pub nullable: bool,
        #[prost(bool, optional, tag = "38")]
        pub x_kubernetes_preserve_unknown_fields: Option<bool>,
        #[prost(bool, required, tag = "39")]
        pub x_kubernetes_embedded_resource: bool,
        #[prost(bool, required, tag = "40")]
        pub x_kubernetes_int_or_string: bool,
        #[prost(string, repeated, tag = "41")]
        pub x_kubernetes_list_map_keys: Vec<String>,
        #[prost(string, optional, tag = "42")]
        pub x_kubernetes_list_type: Option<String>,
        #[prost(string, optional, tag = "43")]
        pub x_kubernetes_map_type: Option<String>,
        #[prost(message, repeated, tag = "44")]
        pub x_kubernetes_validations: Vec<ValidationRule>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ValidationRule {
        #[prost(string, required, tag = "1")]
        pub rule: String,
        #[prost(string, required, tag = "2")]
        pub message: String,
        #[prost(string, required, tag = "3")]
        pub message_expression: String,
        #[prost(string, optional, tag = "4")]
        pub reason: Option<String>,
        #[prost(string, required, tag = "5")]
        pub field_path: String,
        #[prost(bool, optional, tag = "6")]
        pub optional_old_self: Option<bool>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ExternalDocumentation {
        #[prost(string, required, tag = "1")]
        pub description: String,
        #[prost(string, required, tag = "2")]
        pub url: String,
    }
    impl crate::types::Object for CustomResourceDefinition {
        const GROUP: &'static str = "apiextensions.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "CustomResourceDefinition";
        const PLURAL: &'static str = "customresourcedefinitions";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for CustomResourceDefinitionList {
        type Item = CustomResourceDefinition;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<CustomResourceDefinition> {
            self.items
        }
    }
    impl crate::types::Listed for CustomResourceDefinition {
        type List = CustomResourceDefinitionList;
    }
}

pub mod apiregistration {
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIServiceList {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ListMeta,
        #[prost(message, repeated, tag = "2")]
        pub items: Vec<APIService>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct ServiceReference {
        #[prost(string, required, tag = "1")]
        pub namespace: String,
        #[prost(string, required, tag = "2")]
        pub name: String,
        #[prost(int32, optional, tag = "3")]
        pub port: Option<i32>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIServiceSpec {
        #[prost(message, optional, tag = "1")]
        pub service: Option<ServiceReference>,
        #[prost(string, required, tag = "2")]
        pub group: String,
        #[prost(string, required, tag = "3")]
        pub version: String,
        #[prost(bool, required, tag = "4")]
        pub insecure_skip_tls_verify: bool,
        #[prost(bytes = "vec", tag = "5")]
        pub ca_bundle: Vec<u8>,
        #[prost(int32, required, tag = "7")]
        pub group_priority_minimum: i32,
        #[prost(int32, required, tag = "8")]
        pub version_priority: i32,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIServiceCondition {
        #[prost(string, required, tag = "1")]
        pub r#type: String,
        #[prost(string, required, tag = "2")]
        pub status: String,
        #[prost(message, required, tag = "3")]
        pub last_transition_time: super::meta::Time,
        #[prost(string, required, tag = "4")]
        pub reason: String,
        #[prost(string, required, tag = "5")]
        pub message: String,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIServiceStatus {
        #[prost(message, repeated, tag = "1")]
        pub conditions: Vec<APIServiceCondition>,
    }
    #[derive(Clone, PartialEq, ::prost::Message)]
    pub struct APIService {
        #[prost(message, required, tag = "1")]
        pub metadata: super::meta::ObjectMeta,
        #[prost(message, required, tag = "2")]
        pub spec: APIServiceSpec,
        #[prost(message, required, tag = "3")]
        pub status: APIServiceStatus,
    }
    impl crate::types::Object for APIService {
        const GROUP: &'static str = "apiregistration.k8s.io";
        const VERSION: &'static str = "v1";
        const KIND: &'static str = "APIService";
        const PLURAL: &'static str = "apiservices";
        const NAMESPACED: bool = false;
        fn metadata(&self) -> &super::meta::ObjectMeta {
            &self.metadata
        }
        fn metadata_mut(&mut self) -> &mut super::meta::ObjectMeta {
            &mut self.metadata
        }
    }
    impl crate::types::ObjectList for APIServiceList {
        type Item = APIService;
        fn metadata(&self) -> &super::meta::ListMeta {
            &self.metadata
        }
        fn into_items(self) -> Vec<APIService> {
            self.items
        }
    }
    impl crate::types::Listed for APIService {
        type List = APIServiceList;
    }
}
