// Made by tests/generate from committed facts. Do not edit.
#![allow(dead_code)]
use super::Row;
use crate::schema::build::*;

pub static META_TYPE_META: Type = ty("v1.TypeMeta", false, &META_TYPE_META_FIELDS, &[0, 1]);
static META_TYPE_META_SHAPE: Shape = object(&META_TYPE_META);
static META_TYPE_META_FIELDS: [Field; 2] = [
    f(407, 1, Shape::String, OMITEMPTY, "string"),
    f(51, 2, Shape::String, OMITEMPTY, "string"),
];

pub static META_LIST_META: Type = ty("v1.ListMeta", false, &META_LIST_META_FIELDS, &[0, 1, 2, 3, 4]);
static META_LIST_META_SHAPE: Shape = object(&META_LIST_META);
static META_LIST_META_FIELDS: [Field; 5] = [
    f(788, 1, Shape::String, OMITEMPTY, "string"),
    f(728, 2, Shape::String, OMITEMPTY, "string"),
    f(157, 3, Shape::String, OMITEMPTY, "string"),
    f(691, 4, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(810, 5, object(&META_SHARD_INFO), POINTER | OMITEMPTY, "*v1.ShardInfo"),
];

pub static META_SHARD_INFO: Type = ty("v1.ShardInfo", false, &META_SHARD_INFO_FIELDS, &[0]);
static META_SHARD_INFO_SHAPE: Shape = object(&META_SHARD_INFO);
static META_SHARD_INFO_FIELDS: [Field; 1] = [
    f(786, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static META_OBJECT_META: Type = ty("v1.ObjectMeta", false, &META_OBJECT_META_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
static META_OBJECT_META_SHAPE: Shape = object(&META_OBJECT_META);
static META_OBJECT_META_FIELDS: [Field; 15] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(320, 2, Shape::String, OMITEMPTY, "string"),
    f(521, 3, Shape::String, OMITEMPTY, "string"),
    f(788, 4, Shape::String, OMITEMPTY, "string"),
    f(932, 5, Shape::String, OMITEMPTY, "types.UID"),
    f(728, 6, Shape::String, OMITEMPTY, "string"),
    f(321, 7, Shape::Int64, OMITEMPTY, "int64"),
    f(170, 8, Shape::Time, OMITEMPTY | OMITZERO, "v1.Time"),
    f(198, 9, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(197, 10, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(427, 11, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(47, 12, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    g(583, 13, list(&META_OWNER_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.OwnerReference", ListType::Map, const { &[k(932)] }, patch(true, false, false), Some(k(932)), None),
    g(300, 14, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Set, const { &[] }, patch(true, false, false), None, None),
    g(464, 17, list(&META_MANAGED_FIELDS_ENTRY_SHAPE), OMITEMPTY | DECLARED, "[]v1.ManagedFieldsEntry", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_OWNER_REFERENCE: Type = ty("v1.OwnerReference", true, &META_OWNER_REFERENCE_FIELDS, &[1, 2, 3, 0, 4, 5]);
static META_OWNER_REFERENCE_SHAPE: Shape = object(&META_OWNER_REFERENCE);
static META_OWNER_REFERENCE_FIELDS: [Field; 6] = [
    f(51, 5, Shape::String, REQUIRED | ZERO, "string"),
    f(407, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(932, 4, Shape::String, REQUIRED | ZERO, "types.UID"),
    f(158, 6, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(94, 7, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static META_LIST_OPTIONS: Type = ty("v1.ListOptions", false, &META_LIST_OPTIONS_FIELDS, &[2, 3, 4, 6, 8, 9, 10, 5, 7, 11, 12]);
static META_LIST_OPTIONS_SHAPE: Shape = object(&META_LIST_OPTIONS);
static META_LIST_OPTIONS_FIELDS: [Field; 13] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(425, 1, Shape::String, OMITEMPTY, "string"),
    f(295, 2, Shape::String, OMITEMPTY, "string"),
    f(988, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(44, 9, Shape::Bool, OMITEMPTY, "bool"),
    f(728, 4, Shape::String, OMITEMPTY, "string"),
    f(729, 10, Shape::String, OMITEMPTY, "v1.ResourceVersionMatch"),
    f(912, 5, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(445, 7, Shape::Int64, OMITEMPTY, "int64"),
    f(157, 8, Shape::String, OMITEMPTY, "string"),
    f(789, 11, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(811, 15, Shape::String, OMITEMPTY, "string"),
];

pub static META_GET_OPTIONS: Type = ty("v1.GetOptions", false, &META_GET_OPTIONS_FIELDS, &[2]);
static META_GET_OPTIONS_SHAPE: Shape = object(&META_GET_OPTIONS);
static META_GET_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(728, 1, Shape::String, OMITEMPTY, "string"),
];

pub static META_DELETE_OPTIONS: Type = ty("v1.DeleteOptions", false, &META_DELETE_OPTIONS_FIELDS, &[2, 3, 4, 5, 6, 7]);
static META_DELETE_OPTIONS_SHAPE: Shape = object(&META_DELETE_OPTIONS);
static META_DELETE_OPTIONS_FIELDS: [Field; 8] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(328, 1, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(641, 2, object(&META_PRECONDITIONS), POINTER | OMITEMPTY, "*v1.Preconditions"),
    f(579, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(659, 4, Shape::String, POINTER | OMITEMPTY, "*v1.DeletionPropagation"),
    g(238, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(363, 6, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static META_CREATE_OPTIONS: Type = ty("v1.CreateOptions", false, &META_CREATE_OPTIONS_FIELDS, &[2, 3, 4]);
static META_CREATE_OPTIONS_SHAPE: Shape = object(&META_CREATE_OPTIONS);
static META_CREATE_OPTIONS_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(238, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(292, 3, Shape::String, OMITEMPTY, "string"),
    f(296, 4, Shape::String, OMITEMPTY, "string"),
];

pub static META_PATCH_OPTIONS: Type = ty("v1.PatchOptions", false, &META_PATCH_OPTIONS_FIELDS, &[2, 3, 4, 5]);
static META_PATCH_OPTIONS_SHAPE: Shape = object(&META_PATCH_OPTIONS);
static META_PATCH_OPTIONS_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(238, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(309, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(292, 3, Shape::String, OMITEMPTY, "string"),
    f(296, 4, Shape::String, OMITEMPTY, "string"),
];

pub static META_APPLY_OPTIONS: Type = ty("v1.ApplyOptions", false, &META_APPLY_OPTIONS_FIELDS, &[2, 3, 4]);
static META_APPLY_OPTIONS_SHAPE: Shape = object(&META_APPLY_OPTIONS);
static META_APPLY_OPTIONS_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(238, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(309, 2, Shape::Bool, 0, "bool"),
    f(292, 3, Shape::String, 0, "string"),
];

pub static META_UPDATE_OPTIONS: Type = ty("v1.UpdateOptions", false, &META_UPDATE_OPTIONS_FIELDS, &[2, 3, 4]);
static META_UPDATE_OPTIONS_SHAPE: Shape = object(&META_UPDATE_OPTIONS);
static META_UPDATE_OPTIONS_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(238, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(292, 2, Shape::String, OMITEMPTY, "string"),
    f(296, 3, Shape::String, OMITEMPTY, "string"),
];

pub static META_PRECONDITIONS: Type = ty("v1.Preconditions", false, &META_PRECONDITIONS_FIELDS, &[0, 1]);
static META_PRECONDITIONS_SHAPE: Shape = object(&META_PRECONDITIONS);
static META_PRECONDITIONS_FIELDS: [Field; 2] = [
    f(932, 1, Shape::String, POINTER | OMITEMPTY, "*types.UID"),
    f(728, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static META_STATUS: Type = ty("v1.Status", false, &META_STATUS_FIELDS, &[2, 3, 4, 5, 6, 7]);
static META_STATUS_SHAPE: Shape = object(&META_STATUS);
static META_STATUS_FIELDS: [Field; 8] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(842, 2, Shape::String, OMITEMPTY, "string"),
    f(493, 3, Shape::String, OMITEMPTY, "string"),
    f(682, 4, Shape::String, OMITEMPTY, "v1.StatusReason"),
    f(218, 5, object(&META_STATUS_DETAILS), POINTER | OMITEMPTY, "*v1.StatusDetails"),
    f(129, 6, Shape::Int32, OMITEMPTY, "int32"),
];

pub static META_STATUS_DETAILS: Type = ty("v1.StatusDetails", false, &META_STATUS_DETAILS_FIELDS, &[0, 1, 2, 4, 5, 3]);
static META_STATUS_DETAILS_SHAPE: Shape = object(&META_STATUS_DETAILS);
static META_STATUS_DETAILS_FIELDS: [Field; 6] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(329, 2, Shape::String, OMITEMPTY, "string"),
    f(407, 3, Shape::String, OMITEMPTY, "string"),
    f(932, 6, Shape::String, OMITEMPTY, "types.UID"),
    g(107, 4, list(&META_STATUS_CAUSE_SHAPE), OMITEMPTY | DECLARED, "[]v1.StatusCause", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(738, 5, Shape::Int32, OMITEMPTY, "int32"),
];

pub static META_STATUS_CAUSE: Type = ty("v1.StatusCause", false, &META_STATUS_CAUSE_FIELDS, &[0, 1, 2]);
static META_STATUS_CAUSE_SHAPE: Shape = object(&META_STATUS_CAUSE);
static META_STATUS_CAUSE_FIELDS: [Field; 3] = [
    f(682, 1, Shape::String, OMITEMPTY, "v1.CauseType"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
    f(291, 3, Shape::String, OMITEMPTY, "string"),
];

pub static META_LIST: Type = ty("v1.List", false, &META_LIST_FIELDS, &[2, 3]);
static META_LIST_SHAPE: Shape = object(&META_LIST);
static META_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY, "v1.ListMeta"),
    f(396, 2, list(const { &Shape::Raw }), 0, "[]runtime.RawExtension"),
];

pub static META_API_VERSIONS: Type = ty("v1.APIVersions", false, &META_API_VERSIONS_FIELDS, &[2, 3]);
static META_API_VERSIONS_SHAPE: Shape = object(&META_API_VERSIONS);
static META_API_VERSIONS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(963, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(794, 2, list(&META_SERVER_ADDRESS_BY_CLIENT_CIDR_SHAPE), REQUIRED | DECLARED, "[]v1.ServerAddressByClientCIDR", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_API_GROUP_LIST: Type = ty("v1.APIGroupList", false, &META_API_GROUP_LIST_FIELDS, &[2]);
static META_API_GROUP_LIST_SHAPE: Shape = object(&META_API_GROUP_LIST);
static META_API_GROUP_LIST_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(332, 1, list(&META_API_GROUP_SHAPE), REQUIRED | DECLARED, "[]v1.APIGroup", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_API_GROUP: Type = ty("v1.APIGroup", false, &META_API_GROUP_FIELDS, &[2, 3, 4, 5]);
static META_API_GROUP_SHAPE: Shape = object(&META_API_GROUP);
static META_API_GROUP_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(963, 2, list(&META_GROUP_VERSION_FOR_DISCOVERY_SHAPE), REQUIRED | DECLARED, "[]v1.GroupVersionForDiscovery", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(647, 3, object(&META_GROUP_VERSION_FOR_DISCOVERY), OMITEMPTY | ZERO, "v1.GroupVersionForDiscovery"),
    g(794, 4, list(&META_SERVER_ADDRESS_BY_CLIENT_CIDR_SHAPE), OMITEMPTY | DECLARED, "[]v1.ServerAddressByClientCIDR", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_SERVER_ADDRESS_BY_CLIENT_CIDR: Type = ty("v1.ServerAddressByClientCIDR", false, &META_SERVER_ADDRESS_BY_CLIENT_CIDR_FIELDS, &[0, 1]);
static META_SERVER_ADDRESS_BY_CLIENT_CIDR_SHAPE: Shape = object(&META_SERVER_ADDRESS_BY_CLIENT_CIDR);
static META_SERVER_ADDRESS_BY_CLIENT_CIDR_FIELDS: [Field; 2] = [
    f(121, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(793, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static META_GROUP_VERSION_FOR_DISCOVERY: Type = ty("v1.GroupVersionForDiscovery", false, &META_GROUP_VERSION_FOR_DISCOVERY_FIELDS, &[0, 1]);
static META_GROUP_VERSION_FOR_DISCOVERY_SHAPE: Shape = object(&META_GROUP_VERSION_FOR_DISCOVERY);
static META_GROUP_VERSION_FOR_DISCOVERY_FIELDS: [Field; 2] = [
    f(331, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(961, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static META_API_RESOURCE: Type = ty("v1.APIResource", false, &META_API_RESOURCE_FIELDS, &[0, 2, 5, 6, 7, 1, 8, 3, 4, 9]);
static META_API_RESOURCE_SHAPE: Shape = object(&META_API_RESOURCE);
static META_API_RESOURCE_FIELDS: [Field; 10] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(823, 6, Shape::String, REQUIRED | ZERO, "string"),
    f(523, 2, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(329, 8, Shape::String, OMITEMPTY, "string"),
    f(961, 9, Shape::String, OMITEMPTY, "string"),
    f(407, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(960, 4, items(const { &Shape::String }), REQUIRED, "v1.Verbs"),
    g(816, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(106, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(857, 10, Shape::String, OMITEMPTY, "string"),
];

pub static META_API_RESOURCE_LIST: Type = ty("v1.APIResourceList", false, &META_API_RESOURCE_LIST_FIELDS, &[2, 3]);
static META_API_RESOURCE_LIST_SHAPE: Shape = object(&META_API_RESOURCE_LIST);
static META_API_RESOURCE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(331, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(730, 2, list(&META_API_RESOURCE_SHAPE), REQUIRED | DECLARED, "[]v1.APIResource", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_ROOT_PATHS: Type = ty("v1.RootPaths", false, &META_ROOT_PATHS_FIELDS, &[0]);
static META_ROOT_PATHS_SHAPE: Shape = object(&META_ROOT_PATHS);
static META_ROOT_PATHS_FIELDS: [Field; 1] = [
    g(595, 1, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_PATCH: Type = ty("v1.Patch", false, &META_PATCH_FIELDS, &[]);
static META_PATCH_SHAPE: Shape = object(&META_PATCH);
static META_PATCH_FIELDS: [Field; 0] = [
];

pub static META_LABEL_SELECTOR: Type = ty("v1.LabelSelector", true, &META_LABEL_SELECTOR_FIELDS, &[0, 1]);
static META_LABEL_SELECTOR_SHAPE: Shape = object(&META_LABEL_SELECTOR);
static META_LABEL_SELECTOR_FIELDS: [Field; 2] = [
    f(474, 1, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    g(470, 2, list(&META_LABEL_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.LabelSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_LABEL_SELECTOR_REQUIREMENT: Type = ty("v1.LabelSelectorRequirement", false, &META_LABEL_SELECTOR_REQUIREMENT_FIELDS, &[0, 1, 2]);
static META_LABEL_SELECTOR_REQUIREMENT_SHAPE: Shape = object(&META_LABEL_SELECTOR_REQUIREMENT);
static META_LABEL_SELECTOR_REQUIREMENT_FIELDS: [Field; 3] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(574, 2, Shape::String, REQUIRED | ZERO, "v1.LabelSelectorOperator"),
    g(957, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_FIELD_SELECTOR_REQUIREMENT: Type = ty("v1.FieldSelectorRequirement", false, &META_FIELD_SELECTOR_REQUIREMENT_FIELDS, &[0, 1, 2]);
static META_FIELD_SELECTOR_REQUIREMENT_SHAPE: Shape = object(&META_FIELD_SELECTOR_REQUIREMENT);
static META_FIELD_SELECTOR_REQUIREMENT_FIELDS: [Field; 3] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(574, 2, Shape::String, REQUIRED | ZERO, "v1.FieldSelectorOperator"),
    g(957, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_MANAGED_FIELDS_ENTRY: Type = ty("v1.ManagedFieldsEntry", false, &META_MANAGED_FIELDS_ENTRY_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static META_MANAGED_FIELDS_ENTRY_SHAPE: Shape = object(&META_MANAGED_FIELDS_ENTRY);
static META_MANAGED_FIELDS_ENTRY_FIELDS: [Field; 7] = [
    f(465, 1, Shape::String, OMITEMPTY, "string"),
    f(572, 2, Shape::String, OMITEMPTY, "v1.ManagedFieldsOperationType"),
    f(51, 3, Shape::String, OMITEMPTY, "string"),
    f(909, 4, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(297, 6, Shape::String, OMITEMPTY, "string"),
    f(298, 7, Shape::Fields, POINTER | OMITEMPTY, "*v1.FieldsV1"),
    f(870, 8, Shape::String, OMITEMPTY, "string"),
];

pub static META_TABLE: Type = ty("v1.Table", false, &META_TABLE_FIELDS, &[]);
static META_TABLE_SHAPE: Shape = object(&META_TABLE);
static META_TABLE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 0, object(&META_LIST_META), OMITEMPTY, "v1.ListMeta"),
    g(131, 0, list(&META_TABLE_COLUMN_DEFINITION_SHAPE), DECLARED, "[]v1.TableColumnDefinition", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(744, 0, list(&META_TABLE_ROW_SHAPE), DECLARED, "[]v1.TableRow", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static META_TABLE_COLUMN_DEFINITION: Type = ty("v1.TableColumnDefinition", false, &META_TABLE_COLUMN_DEFINITION_FIELDS, &[]);
static META_TABLE_COLUMN_DEFINITION_SHAPE: Shape = object(&META_TABLE_COLUMN_DEFINITION);
static META_TABLE_COLUMN_DEFINITION_FIELDS: [Field; 5] = [
    f(518, 0, Shape::String, 0, "string"),
    f(930, 0, Shape::String, 0, "string"),
    f(310, 0, Shape::String, 0, "string"),
    f(212, 0, Shape::String, 0, "string"),
    f(652, 0, Shape::Int32, 0, "int32"),
];

pub static META_TABLE_ROW: Type = ty("v1.TableRow", false, &META_TABLE_ROW_FIELDS, &[]);
static META_TABLE_ROW_SHAPE: Shape = object(&META_TABLE_ROW);
static META_TABLE_ROW_FIELDS: [Field; 3] = [
    g(109, 0, list(const { &Shape::Any }), DECLARED, "[]interface{}", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(140, 0, list(&META_TABLE_ROW_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.TableRowCondition", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(561, 0, Shape::Raw, OMITEMPTY, "runtime.RawExtension"),
];

pub static META_TABLE_ROW_CONDITION: Type = ty("v1.TableRowCondition", false, &META_TABLE_ROW_CONDITION_FIELDS, &[]);
static META_TABLE_ROW_CONDITION_SHAPE: Shape = object(&META_TABLE_ROW_CONDITION);
static META_TABLE_ROW_CONDITION_FIELDS: [Field; 4] = [
    f(930, 0, Shape::String, 0, "v1.RowConditionType"),
    f(842, 0, Shape::String, 0, "v1.ConditionStatus"),
    f(682, 0, Shape::String, OMITEMPTY, "string"),
    f(493, 0, Shape::String, OMITEMPTY, "string"),
];

pub static META_TABLE_OPTIONS: Type = ty("v1.TableOptions", false, &META_TABLE_OPTIONS_FIELDS, &[2]);
static META_TABLE_OPTIONS_SHAPE: Shape = object(&META_TABLE_OPTIONS);
static META_TABLE_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(371, 1, Shape::String, OMITEMPTY, "v1.IncludeObjectPolicy"),
];

pub static META_PARTIAL_OBJECT_METADATA: Type = ty("v1.PartialObjectMetadata", false, &META_PARTIAL_OBJECT_METADATA_FIELDS, &[2]);
static META_PARTIAL_OBJECT_METADATA_SHAPE: Shape = object(&META_PARTIAL_OBJECT_METADATA);
static META_PARTIAL_OBJECT_METADATA_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY, "v1.ObjectMeta"),
];

pub static META_PARTIAL_OBJECT_METADATA_LIST: Type = ty("v1.PartialObjectMetadataList", false, &META_PARTIAL_OBJECT_METADATA_LIST_FIELDS, &[2, 3]);
static META_PARTIAL_OBJECT_METADATA_LIST_SHAPE: Shape = object(&META_PARTIAL_OBJECT_METADATA_LIST);
static META_PARTIAL_OBJECT_METADATA_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY, "v1.ListMeta"),
    f(396, 2, list(&META_PARTIAL_OBJECT_METADATA_SHAPE), 0, "[]v1.PartialObjectMetadata"),
];

pub static META_CONDITION: Type = ty("v1.Condition", false, &META_CONDITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static META_CONDITION_SHAPE: Shape = object(&META_CONDITION);
static META_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(564, 3, Shape::Int64, OMITEMPTY, "int64"),
    f(438, 4, Shape::Time, REQUIRED, "v1.Time"),
    f(682, 5, Shape::String, REQUIRED | ZERO, "string"),
    f(493, 6, Shape::String, REQUIRED | ZERO, "string"),
];

pub static META_GROUP_RESOURCE: Type = ty("v1.GroupResource", false, &META_GROUP_RESOURCE_FIELDS, &[0, 1]);
static META_GROUP_RESOURCE_SHAPE: Shape = object(&META_GROUP_RESOURCE);
static META_GROUP_RESOURCE_FIELDS: [Field; 2] = [
    f(329, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(716, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static META_GROUP_VERSION_RESOURCE: Type = ty("v1.GroupVersionResource", false, &META_GROUP_VERSION_RESOURCE_FIELDS, &[0, 1, 2]);
static META_GROUP_VERSION_RESOURCE_SHAPE: Shape = object(&META_GROUP_VERSION_RESOURCE);
static META_GROUP_VERSION_RESOURCE_FIELDS: [Field; 3] = [
    f(329, 1, Shape::String, 0, "string"),
    f(961, 2, Shape::String, 0, "string"),
    f(716, 3, Shape::String, 0, "string"),
];

pub static META_GROUP_KIND: Type = ty("v1.GroupKind", false, &META_GROUP_KIND_FIELDS, &[0, 1]);
static META_GROUP_KIND_SHAPE: Shape = object(&META_GROUP_KIND);
static META_GROUP_KIND_FIELDS: [Field; 2] = [
    f(329, 1, Shape::String, 0, "string"),
    f(407, 2, Shape::String, 0, "string"),
];

pub static META_GROUP_VERSION_KIND: Type = ty("v1.GroupVersionKind", false, &META_GROUP_VERSION_KIND_FIELDS, &[0, 1, 2]);
static META_GROUP_VERSION_KIND_SHAPE: Shape = object(&META_GROUP_VERSION_KIND);
static META_GROUP_VERSION_KIND_FIELDS: [Field; 3] = [
    f(329, 1, Shape::String, 0, "string"),
    f(961, 2, Shape::String, 0, "string"),
    f(407, 3, Shape::String, 0, "string"),
];

pub static META_GROUP_VERSION: Type = ty("v1.GroupVersion", false, &META_GROUP_VERSION_FIELDS, &[0, 1]);
static META_GROUP_VERSION_SHAPE: Shape = object(&META_GROUP_VERSION);
static META_GROUP_VERSION_FIELDS: [Field; 2] = [
    f(329, 1, Shape::String, 0, "string"),
    f(961, 2, Shape::String, 0, "string"),
];

pub static META_WATCH_EVENT: Type = ty("v1.WatchEvent", false, &META_WATCH_EVENT_FIELDS, &[0, 1]);
static META_WATCH_EVENT_SHAPE: Shape = object(&META_WATCH_EVENT);
static META_WATCH_EVENT_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(561, 2, Shape::Raw, REQUIRED, "runtime.RawExtension"),
];

pub static CORE_VOLUME: Type = ty("v1.Volume", false, &CORE_VOLUME_FIELDS, &[0, 1]);
static CORE_VOLUME_SHAPE: Shape = object(&CORE_VOLUME);
static CORE_VOLUME_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(11, 2, object(&CORE_VOLUME_SOURCE), INLINE, "v1.VolumeSource"),
];

pub static CORE_VOLUME_SOURCE: Type = ty("v1.VolumeSource", false, &CORE_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 25, 23, 26, 27, 28, 29]);
static CORE_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_VOLUME_SOURCE);
static CORE_VOLUME_SOURCE_FIELDS: [Field; 30] = [
    f(349, 1, object(&CORE_HOST_PATH_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.HostPathVolumeSource"),
    f(241, 2, object(&CORE_EMPTY_DIR_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.EmptyDirVolumeSource"),
    f(319, 3, object(&CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.GCEPersistentDiskVolumeSource"),
    f(80, 4, object(&CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AWSElasticBlockStoreVolumeSource"),
    f(323, 5, object(&CORE_GIT_REPO_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.GitRepoVolumeSource"),
    f(776, 6, object(&CORE_SECRET_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.SecretVolumeSource"),
    f(526, 7, object(&CORE_NFS_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.NFSVolumeSource"),
    f(394, 8, object(&CORE_ISCSI_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ISCSIVolumeSource"),
    f(325, 9, object(&CORE_GLUSTERFS_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.GlusterfsVolumeSource"),
    f(603, 10, object(&CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.PersistentVolumeClaimVolumeSource"),
    f(675, 11, object(&CORE_RBD_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.RBDVolumeSource"),
    f(304, 12, object(&CORE_FLEX_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FlexVolumeSource"),
    f(117, 13, object(&CORE_CINDER_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CinderVolumeSource"),
    f(110, 14, object(&CORE_CEPH_FS_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CephFSVolumeSource"),
    f(305, 15, object(&CORE_FLOCKER_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FlockerVolumeSource"),
    f(233, 16, object(&CORE_DOWNWARD_API_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.DownwardAPIVolumeSource"),
    f(289, 17, object(&CORE_FC_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FCVolumeSource"),
    f(82, 18, object(&CORE_AZURE_FILE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AzureFileVolumeSource"),
    f(142, 19, object(&CORE_CONFIG_MAP_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ConfigMapVolumeSource"),
    f(984, 20, object(&CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.VsphereVirtualDiskVolumeSource"),
    f(671, 21, object(&CORE_QUOBYTE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.QuobyteVolumeSource"),
    f(81, 22, object(&CORE_AZURE_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AzureDiskVolumeSource"),
    f(609, 23, object(&CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.PhotonPersistentDiskVolumeSource"),
    f(658, 26, object(&CORE_PROJECTED_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ProjectedVolumeSource"),
    f(638, 24, object(&CORE_PORTWORX_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.PortworxVolumeSource"),
    f(756, 25, object(&CORE_SCALE_IO_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ScaleIOVolumeSource"),
    f(858, 27, object(&CORE_STORAGE_OS_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.StorageOSVolumeSource"),
    f(172, 28, object(&CORE_CSI_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CSIVolumeSource"),
    f(251, 29, object(&CORE_EPHEMERAL_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.EphemeralVolumeSource"),
    f(364, 30, object(&CORE_IMAGE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ImageVolumeSource"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE: Type = ty("v1.PersistentVolumeClaimVolumeSource", false, &CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE);
static CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(118, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 2, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.PersistentVolumeSource", false, &CORE_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
static CORE_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_SOURCE);
static CORE_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 22] = [
    f(319, 1, object(&CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.GCEPersistentDiskVolumeSource"),
    f(80, 2, object(&CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AWSElasticBlockStoreVolumeSource"),
    f(349, 3, object(&CORE_HOST_PATH_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.HostPathVolumeSource"),
    f(325, 4, object(&CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.GlusterfsPersistentVolumeSource"),
    f(526, 5, object(&CORE_NFS_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.NFSVolumeSource"),
    f(675, 6, object(&CORE_RBD_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.RBDPersistentVolumeSource"),
    f(394, 7, object(&CORE_ISCSI_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ISCSIPersistentVolumeSource"),
    f(117, 8, object(&CORE_CINDER_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CinderPersistentVolumeSource"),
    f(110, 9, object(&CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CephFSPersistentVolumeSource"),
    f(289, 10, object(&CORE_FC_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FCVolumeSource"),
    f(305, 11, object(&CORE_FLOCKER_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FlockerVolumeSource"),
    f(304, 12, object(&CORE_FLEX_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.FlexPersistentVolumeSource"),
    f(82, 13, object(&CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AzureFilePersistentVolumeSource"),
    f(984, 14, object(&CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.VsphereVirtualDiskVolumeSource"),
    f(671, 15, object(&CORE_QUOBYTE_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.QuobyteVolumeSource"),
    f(81, 16, object(&CORE_AZURE_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.AzureDiskVolumeSource"),
    f(609, 17, object(&CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.PhotonPersistentDiskVolumeSource"),
    f(638, 18, object(&CORE_PORTWORX_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.PortworxVolumeSource"),
    f(756, 19, object(&CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.ScaleIOPersistentVolumeSource"),
    f(459, 20, object(&CORE_LOCAL_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.LocalVolumeSource"),
    f(858, 21, object(&CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.StorageOSPersistentVolumeSource"),
    f(172, 22, object(&CORE_CSI_PERSISTENT_VOLUME_SOURCE), POINTER | OMITEMPTY, "*v1.CSIPersistentVolumeSource"),
];

pub static CORE_PERSISTENT_VOLUME: Type = ty("v1.PersistentVolume", false, &CORE_PERSISTENT_VOLUME_FIELDS, &[2, 3, 4]);
static CORE_PERSISTENT_VOLUME_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME);
static CORE_PERSISTENT_VOLUME_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_PERSISTENT_VOLUME_SPEC), OMITEMPTY | ZERO, "v1.PersistentVolumeSpec"),
    f(842, 3, object(&CORE_PERSISTENT_VOLUME_STATUS), OMITEMPTY | ZERO, "v1.PersistentVolumeStatus"),
];

pub static CORE_PERSISTENT_VOLUME_SPEC: Type = ty("v1.PersistentVolumeSpec", false, &CORE_PERSISTENT_VOLUME_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static CORE_PERSISTENT_VOLUME_SPEC_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_SPEC);
static CORE_PERSISTENT_VOLUME_SPEC_FIELDS: [Field; 10] = [
    f(104, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(6, 2, object(&CORE_PERSISTENT_VOLUME_SOURCE), INLINE, "v1.PersistentVolumeSource"),
    g(14, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.PersistentVolumeAccessMode", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(119, 4, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY | GRANULAR, "*v1.ObjectReference"),
    f(606, 5, Shape::String, OMITEMPTY, "v1.PersistentVolumeReclaimPolicy"),
    f(852, 6, Shape::String, OMITEMPTY, "string"),
    g(513, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(974, 8, Shape::String, POINTER | OMITEMPTY, "*v1.PersistentVolumeMode"),
    f(531, 9, object(&CORE_VOLUME_NODE_AFFINITY), POINTER | OMITEMPTY, "*v1.VolumeNodeAffinity"),
    f(966, 10, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_VOLUME_NODE_AFFINITY: Type = ty("v1.VolumeNodeAffinity", false, &CORE_VOLUME_NODE_AFFINITY_FIELDS, &[0]);
static CORE_VOLUME_NODE_AFFINITY_SHAPE: Shape = object(&CORE_VOLUME_NODE_AFFINITY);
static CORE_VOLUME_NODE_AFFINITY_FIELDS: [Field; 1] = [
    f(709, 1, object(&CORE_NODE_SELECTOR), POINTER | OMITEMPTY, "*v1.NodeSelector"),
];

pub static CORE_PERSISTENT_VOLUME_STATUS: Type = ty("v1.PersistentVolumeStatus", false, &CORE_PERSISTENT_VOLUME_STATUS_FIELDS, &[0, 1, 2, 3]);
static CORE_PERSISTENT_VOLUME_STATUS_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_STATUS);
static CORE_PERSISTENT_VOLUME_STATUS_FIELDS: [Field; 4] = [
    f(608, 1, Shape::String, OMITEMPTY, "v1.PersistentVolumePhase"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
    f(682, 3, Shape::String, OMITEMPTY, "string"),
    f(431, 4, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
];

pub static CORE_PERSISTENT_VOLUME_LIST: Type = ty("v1.PersistentVolumeList", false, &CORE_PERSISTENT_VOLUME_LIST_FIELDS, &[2, 3]);
static CORE_PERSISTENT_VOLUME_LIST_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_LIST);
static CORE_PERSISTENT_VOLUME_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_PERSISTENT_VOLUME_SHAPE), REQUIRED, "[]v1.PersistentVolume"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM: Type = ty("v1.PersistentVolumeClaim", false, &CORE_PERSISTENT_VOLUME_CLAIM_FIELDS, &[2, 3, 4]);
static CORE_PERSISTENT_VOLUME_CLAIM_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM);
static CORE_PERSISTENT_VOLUME_CLAIM_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_PERSISTENT_VOLUME_CLAIM_SPEC), OMITEMPTY | ZERO, "v1.PersistentVolumeClaimSpec"),
    f(842, 3, object(&CORE_PERSISTENT_VOLUME_CLAIM_STATUS), OMITEMPTY | ZERO, "v1.PersistentVolumeClaimStatus"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_LIST: Type = ty("v1.PersistentVolumeClaimList", false, &CORE_PERSISTENT_VOLUME_CLAIM_LIST_FIELDS, &[2, 3]);
static CORE_PERSISTENT_VOLUME_CLAIM_LIST_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_LIST);
static CORE_PERSISTENT_VOLUME_CLAIM_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_PERSISTENT_VOLUME_CLAIM_SHAPE), REQUIRED, "[]v1.PersistentVolumeClaim"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_SPEC: Type = ty("v1.PersistentVolumeClaimSpec", false, &CORE_PERSISTENT_VOLUME_CLAIM_SPEC_FIELDS, &[0, 2, 3, 1, 4, 5, 6, 7, 8]);
static CORE_PERSISTENT_VOLUME_CLAIM_SPEC_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_SPEC);
static CORE_PERSISTENT_VOLUME_CLAIM_SPEC_FIELDS: [Field; 9] = [
    g(14, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.PersistentVolumeAccessMode", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(786, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(730, 2, object(&CORE_VOLUME_RESOURCE_REQUIREMENTS), OMITEMPTY | ZERO, "v1.VolumeResourceRequirements"),
    f(976, 3, Shape::String, OMITEMPTY, "string"),
    f(852, 5, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(974, 6, Shape::String, POINTER | OMITEMPTY, "*v1.PersistentVolumeMode"),
    f(186, 7, object(&CORE_TYPED_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.TypedLocalObjectReference"),
    f(187, 8, object(&CORE_TYPED_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.TypedObjectReference"),
    f(966, 9, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_TYPED_OBJECT_REFERENCE: Type = ty("v1.TypedObjectReference", false, &CORE_TYPED_OBJECT_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static CORE_TYPED_OBJECT_REFERENCE_SHAPE: Shape = object(&CORE_TYPED_OBJECT_REFERENCE);
static CORE_TYPED_OBJECT_REFERENCE_FIELDS: [Field; 4] = [
    f(49, 1, Shape::String, POINTER, "*string"),
    f(407, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(521, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_MODIFY_VOLUME_STATUS: Type = ty("v1.ModifyVolumeStatus", false, &CORE_MODIFY_VOLUME_STATUS_FIELDS, &[0, 1]);
static CORE_MODIFY_VOLUME_STATUS_SHAPE: Shape = object(&CORE_MODIFY_VOLUME_STATUS);
static CORE_MODIFY_VOLUME_STATUS_FIELDS: [Field; 2] = [
    f(897, 1, Shape::String, OMITEMPTY, "string"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.PersistentVolumeClaimModifyVolumeStatus"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_CONDITION: Type = ty("v1.PersistentVolumeClaimCondition", false, &CORE_PERSISTENT_VOLUME_CLAIM_CONDITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_PERSISTENT_VOLUME_CLAIM_CONDITION_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_CONDITION);
static CORE_PERSISTENT_VOLUME_CLAIM_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.PersistentVolumeClaimConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(432, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 5, Shape::String, OMITEMPTY, "string"),
    f(493, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_STATUS: Type = ty("v1.PersistentVolumeClaimStatus", false, &CORE_PERSISTENT_VOLUME_CLAIM_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static CORE_PERSISTENT_VOLUME_CLAIM_STATUS_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_STATUS);
static CORE_PERSISTENT_VOLUME_CLAIM_STATUS_FIELDS: [Field; 8] = [
    f(608, 1, Shape::String, OMITEMPTY, "v1.PersistentVolumeClaimPhase"),
    g(14, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.PersistentVolumeAccessMode", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(104, 3, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    g(140, 4, list(&CORE_PERSISTENT_VOLUME_CLAIM_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.PersistentVolumeClaimCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    f(35, 5, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(34, 7, map(const { &Shape::String }), OMITEMPTY | GRANULAR, "map[v1.ResourceName]v1.ClaimResourceStatus"),
    f(183, 8, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(511, 9, object(&CORE_MODIFY_VOLUME_STATUS), POINTER | OMITEMPTY, "*v1.ModifyVolumeStatus"),
];

pub static CORE_HOST_PATH_VOLUME_SOURCE: Type = ty("v1.HostPathVolumeSource", false, &CORE_HOST_PATH_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_HOST_PATH_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_HOST_PATH_VOLUME_SOURCE);
static CORE_HOST_PATH_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(593, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(930, 2, Shape::String, POINTER | OMITEMPTY, "*v1.HostPathType"),
];

pub static CORE_EMPTY_DIR_VOLUME_SOURCE: Type = ty("v1.EmptyDirVolumeSource", false, &CORE_EMPTY_DIR_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_EMPTY_DIR_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_EMPTY_DIR_VOLUME_SOURCE);
static CORE_EMPTY_DIR_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(491, 1, Shape::String, OMITEMPTY, "v1.StorageMedium"),
    f(826, 2, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static CORE_GLUSTERFS_VOLUME_SOURCE: Type = ty("v1.GlusterfsVolumeSource", false, &CORE_GLUSTERFS_VOLUME_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_GLUSTERFS_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_GLUSTERFS_VOLUME_SOURCE);
static CORE_GLUSTERFS_VOLUME_SOURCE_FIELDS: [Field; 3] = [
    f(244, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.GlusterfsPersistentVolumeSource", false, &CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE);
static CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(244, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(246, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_RBD_VOLUME_SOURCE: Type = ty("v1.RBDVolumeSource", false, &CORE_RBD_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static CORE_RBD_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_RBD_VOLUME_SOURCE);
static CORE_RBD_VOLUME_SOURCE_FIELDS: [Field; 8] = [
    g(512, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(364, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 3, Shape::String, OMITEMPTY, "string"),
    g(634, 4, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("rbd") }))),
    g(945, 5, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("admin") }))),
    g(406, 6, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("/etc/ceph/keyring") }))),
    f(781, 7, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
    f(676, 8, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_RBD_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.RBDPersistentVolumeSource", false, &CORE_RBD_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static CORE_RBD_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_RBD_PERSISTENT_VOLUME_SOURCE);
static CORE_RBD_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 8] = [
    g(512, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(364, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 3, Shape::String, OMITEMPTY, "string"),
    g(634, 4, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("rbd") }))),
    g(945, 5, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("admin") }))),
    g(406, 6, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("/etc/ceph/keyring") }))),
    f(781, 7, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(676, 8, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_CINDER_VOLUME_SOURCE: Type = ty("v1.CinderVolumeSource", false, &CORE_CINDER_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_CINDER_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CINDER_VOLUME_SOURCE);
static CORE_CINDER_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(972, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 4, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
];

pub static CORE_CINDER_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.CinderPersistentVolumeSource", false, &CORE_CINDER_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_CINDER_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CINDER_PERSISTENT_VOLUME_SOURCE);
static CORE_CINDER_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(972, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 4, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
];

pub static CORE_CEPH_FS_VOLUME_SOURCE: Type = ty("v1.CephFSVolumeSource", false, &CORE_CEPH_FS_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_CEPH_FS_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CEPH_FS_VOLUME_SOURCE);
static CORE_CEPH_FS_VOLUME_SOURCE_FIELDS: [Field; 6] = [
    g(512, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(593, 2, Shape::String, OMITEMPTY, "string"),
    f(945, 3, Shape::String, OMITEMPTY, "string"),
    f(777, 4, Shape::String, OMITEMPTY, "string"),
    f(781, 5, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
    f(676, 6, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_SECRET_REFERENCE: Type = ty("v1.SecretReference", true, &CORE_SECRET_REFERENCE_FIELDS, &[0, 1]);
static CORE_SECRET_REFERENCE_SHAPE: Shape = object(&CORE_SECRET_REFERENCE);
static CORE_SECRET_REFERENCE_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(521, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.CephFSPersistentVolumeSource", false, &CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE);
static CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 6] = [
    g(512, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(593, 2, Shape::String, OMITEMPTY, "string"),
    f(945, 3, Shape::String, OMITEMPTY, "string"),
    f(777, 4, Shape::String, OMITEMPTY, "string"),
    f(781, 5, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(676, 6, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_FLOCKER_VOLUME_SOURCE: Type = ty("v1.FlockerVolumeSource", false, &CORE_FLOCKER_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_FLOCKER_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_FLOCKER_VOLUME_SOURCE);
static CORE_FLOCKER_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(188, 1, Shape::String, OMITEMPTY, "string"),
    f(189, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE: Type = ty("v1.GCEPersistentDiskVolumeSource", false, &CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE);
static CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(600, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(590, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_QUOBYTE_VOLUME_SOURCE: Type = ty("v1.QuobyteVolumeSource", false, &CORE_QUOBYTE_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_QUOBYTE_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_QUOBYTE_VOLUME_SOURCE);
static CORE_QUOBYTE_VOLUME_SOURCE_FIELDS: [Field; 6] = [
    f(688, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(964, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(945, 4, Shape::String, OMITEMPTY, "string"),
    f(329, 5, Shape::String, OMITEMPTY, "string"),
    f(901, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_FLEX_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.FlexPersistentVolumeSource", false, &CORE_FLEX_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_FLEX_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_FLEX_PERSISTENT_VOLUME_SOURCE);
static CORE_FLEX_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(781, 3, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(577, 5, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
];

pub static CORE_FLEX_VOLUME_SOURCE: Type = ty("v1.FlexVolumeSource", false, &CORE_FLEX_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_FLEX_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_FLEX_VOLUME_SOURCE);
static CORE_FLEX_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(781, 3, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(577, 5, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
];

pub static CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE: Type = ty("v1.AWSElasticBlockStoreVolumeSource", false, &CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE);
static CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(972, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(590, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_GIT_REPO_VOLUME_SOURCE: Type = ty("v1.GitRepoVolumeSource", false, &CORE_GIT_REPO_VOLUME_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_GIT_REPO_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_GIT_REPO_VOLUME_SOURCE);
static CORE_GIT_REPO_VOLUME_SOURCE_FIELDS: [Field; 3] = [
    f(697, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(739, 2, Shape::String, OMITEMPTY, "string"),
    f(223, 3, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_SECRET_VOLUME_SOURCE: Type = ty("v1.SecretVolumeSource", false, &CORE_SECRET_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_SECRET_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_SECRET_VOLUME_SOURCE);
static CORE_SECRET_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(779, 1, Shape::String, OMITEMPTY, "string"),
    g(396, 2, list(&CORE_KEY_TO_PATH_SHAPE), OMITEMPTY | DECLARED, "[]v1.KeyToPath", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(193, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(575, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_SECRET_PROJECTION: Type = ty("v1.SecretProjection", false, &CORE_SECRET_PROJECTION_FIELDS, &[0, 1, 2]);
static CORE_SECRET_PROJECTION_SHAPE: Shape = object(&CORE_SECRET_PROJECTION);
static CORE_SECRET_PROJECTION_FIELDS: [Field; 3] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    g(396, 2, list(&CORE_KEY_TO_PATH_SHAPE), OMITEMPTY | DECLARED, "[]v1.KeyToPath", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(575, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_NFS_VOLUME_SOURCE: Type = ty("v1.NFSVolumeSource", false, &CORE_NFS_VOLUME_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_NFS_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_NFS_VOLUME_SOURCE);
static CORE_NFS_VOLUME_SOURCE_FIELDS: [Field; 3] = [
    f(792, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_ISCSI_VOLUME_SOURCE: Type = ty("v1.ISCSIVolumeSource", false, &CORE_ISCSI_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 9, 8, 10]);
static CORE_ISCSI_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_ISCSI_VOLUME_SOURCE);
static CORE_ISCSI_VOLUME_SOURCE_FIELDS: [Field; 11] = [
    f(894, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(393, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(461, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(395, 4, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("default") }))),
    f(316, 5, Shape::String, OMITEMPTY, "string"),
    f(676, 6, Shape::Bool, OMITEMPTY, "bool"),
    g(636, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(113, 8, Shape::Bool, OMITEMPTY, "bool"),
    f(114, 11, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 10, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
    f(378, 12, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_ISCSI_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.ISCSIPersistentVolumeSource", false, &CORE_ISCSI_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 9, 8, 10]);
static CORE_ISCSI_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_ISCSI_PERSISTENT_VOLUME_SOURCE);
static CORE_ISCSI_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 11] = [
    f(894, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(393, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(461, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(395, 4, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("default") }))),
    f(316, 5, Shape::String, OMITEMPTY, "string"),
    f(676, 6, Shape::Bool, OMITEMPTY, "bool"),
    g(636, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(113, 8, Shape::Bool, OMITEMPTY, "bool"),
    f(114, 11, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 10, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(378, 12, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_FC_VOLUME_SOURCE: Type = ty("v1.FCVolumeSource", false, &CORE_FC_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_FC_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_FC_VOLUME_SOURCE);
static CORE_FC_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    g(898, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(461, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(316, 3, Shape::String, OMITEMPTY, "string"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
    g(997, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_AZURE_FILE_VOLUME_SOURCE: Type = ty("v1.AzureFileVolumeSource", false, &CORE_AZURE_FILE_VOLUME_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_AZURE_FILE_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_AZURE_FILE_VOLUME_SOURCE);
static CORE_AZURE_FILE_VOLUME_SOURCE_FIELDS: [Field; 3] = [
    f(779, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(813, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.AzureFilePersistentVolumeSource", false, &CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE);
static CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(779, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(813, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(780, 4, Shape::String, POINTER, "*string"),
];

pub static CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE: Type = ty("v1.VsphereVirtualDiskVolumeSource", false, &CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE);
static CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(978, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(855, 3, Shape::String, OMITEMPTY, "string"),
    f(854, 4, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE: Type = ty("v1.PhotonPersistentDiskVolumeSource", false, &CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE);
static CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(599, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_AZURE_DISK_VOLUME_SOURCE: Type = ty("v1.AzureDiskVolumeSource", false, &CORE_AZURE_DISK_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_AZURE_DISK_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_AZURE_DISK_VOLUME_SOURCE);
static CORE_AZURE_DISK_VOLUME_SOURCE_FIELDS: [Field; 6] = [
    f(224, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(225, 2, Shape::String, REQUIRED | ZERO, "string"),
    g(102, 3, Shape::String, POINTER | OMITEMPTY, "*v1.AzureDataDiskCachingMode", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("ReadWrite") }))),
    g(316, 4, Shape::String, POINTER | OMITEMPTY, "*string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("ext4") }))),
    g(676, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &Value::Bool(false) }))),
    g(407, 6, Shape::String, POINTER | OMITEMPTY, "*v1.AzureDataDiskKind", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("Shared") }))),
];

pub static CORE_PORTWORX_VOLUME_SOURCE: Type = ty("v1.PortworxVolumeSource", false, &CORE_PORTWORX_VOLUME_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_PORTWORX_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_PORTWORX_VOLUME_SOURCE);
static CORE_PORTWORX_VOLUME_SOURCE_FIELDS: [Field; 3] = [
    f(972, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, OMITEMPTY, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_SCALE_IO_VOLUME_SOURCE: Type = ty("v1.ScaleIOVolumeSource", false, &CORE_SCALE_IO_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static CORE_SCALE_IO_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_SCALE_IO_VOLUME_SOURCE);
static CORE_SCALE_IO_VOLUME_SOURCE_FIELDS: [Field; 10] = [
    f(318, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(884, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(781, 3, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | REQUIRED, "*v1.LocalObjectReference"),
    f(832, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(661, 5, Shape::String, OMITEMPTY, "string"),
    f(856, 6, Shape::String, OMITEMPTY, "string"),
    g(853, 7, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("ThinProvisioned") }))),
    f(976, 8, Shape::String, OMITEMPTY, "string"),
    g(316, 9, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("xfs") }))),
    f(676, 10, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.ScaleIOPersistentVolumeSource", false, &CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE);
static CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 10] = [
    f(318, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(884, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(781, 3, object(&CORE_SECRET_REFERENCE), POINTER | REQUIRED, "*v1.SecretReference"),
    f(832, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(661, 5, Shape::String, OMITEMPTY, "string"),
    f(856, 6, Shape::String, OMITEMPTY, "string"),
    g(853, 7, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("ThinProvisioned") }))),
    f(976, 8, Shape::String, OMITEMPTY, "string"),
    g(316, 9, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("xfs") }))),
    f(676, 10, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_STORAGE_OS_VOLUME_SOURCE: Type = ty("v1.StorageOSVolumeSource", false, &CORE_STORAGE_OS_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_STORAGE_OS_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_STORAGE_OS_VOLUME_SOURCE);
static CORE_STORAGE_OS_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    f(976, 1, Shape::String, OMITEMPTY, "string"),
    f(977, 2, Shape::String, OMITEMPTY, "string"),
    f(316, 3, Shape::String, OMITEMPTY, "string"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 5, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
];

pub static CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.StorageOSPersistentVolumeSource", false, &CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE);
static CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    f(976, 1, Shape::String, OMITEMPTY, "string"),
    f(977, 2, Shape::String, OMITEMPTY, "string"),
    f(316, 3, Shape::String, OMITEMPTY, "string"),
    f(676, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(781, 5, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.ObjectReference"),
];

pub static CORE_CONFIG_MAP_VOLUME_SOURCE: Type = ty("v1.ConfigMapVolumeSource", false, &CORE_CONFIG_MAP_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3]);
static CORE_CONFIG_MAP_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CONFIG_MAP_VOLUME_SOURCE);
static CORE_CONFIG_MAP_VOLUME_SOURCE_FIELDS: [Field; 4] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    g(396, 2, list(&CORE_KEY_TO_PATH_SHAPE), OMITEMPTY | DECLARED, "[]v1.KeyToPath", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(193, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(575, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_CONFIG_MAP_PROJECTION: Type = ty("v1.ConfigMapProjection", false, &CORE_CONFIG_MAP_PROJECTION_FIELDS, &[0, 1, 2]);
static CORE_CONFIG_MAP_PROJECTION_SHAPE: Shape = object(&CORE_CONFIG_MAP_PROJECTION);
static CORE_CONFIG_MAP_PROJECTION_FIELDS: [Field; 3] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    g(396, 2, list(&CORE_KEY_TO_PATH_SHAPE), OMITEMPTY | DECLARED, "[]v1.KeyToPath", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(575, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION: Type = ty("v1.ServiceAccountTokenProjection", false, &CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION_FIELDS, &[0, 1, 2]);
static CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION_SHAPE: Shape = object(&CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION);
static CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION_FIELDS: [Field; 3] = [
    f(72, 1, Shape::String, OMITEMPTY, "string"),
    f(271, 2, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(593, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_CLUSTER_TRUST_BUNDLE_PROJECTION: Type = ty("v1.ClusterTrustBundleProjection", false, &CORE_CLUSTER_TRUST_BUNDLE_PROJECTION_FIELDS, &[0, 1, 2, 4, 3]);
static CORE_CLUSTER_TRUST_BUNDLE_PROJECTION_SHAPE: Shape = object(&CORE_CLUSTER_TRUST_BUNDLE_PROJECTION);
static CORE_CLUSTER_TRUST_BUNDLE_PROJECTION_FIELDS: [Field; 5] = [
    f(518, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(819, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(425, 3, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(575, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(593, 4, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_POD_CERTIFICATE_PROJECTION: Type = ty("v1.PodCertificateProjection", false, &CORE_POD_CERTIFICATE_PROJECTION_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static CORE_POD_CERTIFICATE_PROJECTION_SHAPE: Shape = object(&CORE_POD_CERTIFICATE_PROJECTION);
static CORE_POD_CERTIFICATE_PROJECTION_FIELDS: [Field; 7] = [
    f(819, 1, Shape::String, OMITEMPTY | REQUIRED, "string"),
    f(405, 2, Shape::String, OMITEMPTY | REQUIRED, "string"),
    f(479, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(171, 4, Shape::String, OMITEMPTY, "string"),
    f(404, 5, Shape::String, OMITEMPTY, "string"),
    f(112, 6, Shape::String, OMITEMPTY, "string"),
    f(946, 7, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
];

pub static CORE_PROJECTED_VOLUME_SOURCE: Type = ty("v1.ProjectedVolumeSource", false, &CORE_PROJECTED_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_PROJECTED_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_PROJECTED_VOLUME_SOURCE);
static CORE_PROJECTED_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    g(829, 1, list(&CORE_VOLUME_PROJECTION_SHAPE), DECLARED, "[]v1.VolumeProjection", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(193, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static CORE_VOLUME_PROJECTION: Type = ty("v1.VolumeProjection", false, &CORE_VOLUME_PROJECTION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_VOLUME_PROJECTION_SHAPE: Shape = object(&CORE_VOLUME_PROJECTION);
static CORE_VOLUME_PROJECTION_FIELDS: [Field; 6] = [
    f(776, 1, object(&CORE_SECRET_PROJECTION), POINTER | OMITEMPTY, "*v1.SecretProjection"),
    f(233, 2, object(&CORE_DOWNWARD_API_PROJECTION), POINTER | OMITEMPTY, "*v1.DownwardAPIProjection"),
    f(142, 3, object(&CORE_CONFIG_MAP_PROJECTION), POINTER | OMITEMPTY, "*v1.ConfigMapProjection"),
    f(800, 4, object(&CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION), POINTER | OMITEMPTY, "*v1.ServiceAccountTokenProjection"),
    f(128, 5, object(&CORE_CLUSTER_TRUST_BUNDLE_PROJECTION), POINTER | OMITEMPTY, "*v1.ClusterTrustBundleProjection"),
    f(618, 6, object(&CORE_POD_CERTIFICATE_PROJECTION), POINTER | OMITEMPTY, "*v1.PodCertificateProjection"),
];

pub static CORE_KEY_TO_PATH: Type = ty("v1.KeyToPath", false, &CORE_KEY_TO_PATH_FIELDS, &[0, 1, 2]);
static CORE_KEY_TO_PATH_SHAPE: Shape = object(&CORE_KEY_TO_PATH);
static CORE_KEY_TO_PATH_FIELDS: [Field; 3] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(510, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static CORE_LOCAL_VOLUME_SOURCE: Type = ty("v1.LocalVolumeSource", false, &CORE_LOCAL_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_LOCAL_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_LOCAL_VOLUME_SOURCE);
static CORE_LOCAL_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(593, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(316, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_CSI_PERSISTENT_VOLUME_SOURCE: Type = ty("v1.CSIPersistentVolumeSource", false, &CORE_CSI_PERSISTENT_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static CORE_CSI_PERSISTENT_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CSI_PERSISTENT_VOLUME_SOURCE);
static CORE_CSI_PERSISTENT_VOLUME_SOURCE_FIELDS: [Field; 10] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(971, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(316, 4, Shape::String, OMITEMPTY, "string"),
    f(965, 5, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(162, 6, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(544, 7, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(541, 8, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(161, 9, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
    f(536, 10, object(&CORE_SECRET_REFERENCE), POINTER | OMITEMPTY, "*v1.SecretReference"),
];

pub static CORE_CSI_VOLUME_SOURCE: Type = ty("v1.CSIVolumeSource", false, &CORE_CSI_VOLUME_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_CSI_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_CSI_VOLUME_SOURCE);
static CORE_CSI_VOLUME_SOURCE_FIELDS: [Field; 5] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(316, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(965, 4, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(541, 5, object(&CORE_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.LocalObjectReference"),
];

pub static CORE_EPHEMERAL_VOLUME_SOURCE: Type = ty("v1.EphemeralVolumeSource", false, &CORE_EPHEMERAL_VOLUME_SOURCE_FIELDS, &[0]);
static CORE_EPHEMERAL_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_EPHEMERAL_VOLUME_SOURCE);
static CORE_EPHEMERAL_VOLUME_SOURCE_FIELDS: [Field; 1] = [
    f(968, 1, object(&CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE), POINTER | OMITEMPTY, "*v1.PersistentVolumeClaimTemplate"),
];

pub static CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE: Type = ty("v1.PersistentVolumeClaimTemplate", false, &CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE_FIELDS, &[0, 1]);
static CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE_SHAPE: Shape = object(&CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE);
static CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE_FIELDS: [Field; 2] = [
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_PERSISTENT_VOLUME_CLAIM_SPEC), REQUIRED | ZERO, "v1.PersistentVolumeClaimSpec"),
];

pub static CORE_CONTAINER_PORT: Type = ty("v1.ContainerPort", false, &CORE_CONTAINER_PORT_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_CONTAINER_PORT_SHAPE: Shape = object(&CORE_CONTAINER_PORT);
static CORE_CONTAINER_PORT_FIELDS: [Field; 5] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(350, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(152, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(662, 4, Shape::String, OMITEMPTY, "v1.Protocol", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("TCP") }))),
    f(344, 5, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_VOLUME_MOUNT: Type = ty("v1.VolumeMount", false, &CORE_VOLUME_MOUNT_FIELDS, &[0, 1, 3, 4, 5, 6, 2]);
static CORE_VOLUME_MOUNT_SHAPE: Shape = object(&CORE_VOLUME_MOUNT);
static CORE_VOLUME_MOUNT_FIELDS: [Field; 7] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 2, Shape::Bool, OMITEMPTY, "bool"),
    f(684, 7, Shape::String, POINTER | OMITEMPTY, "*v1.RecursiveReadOnlyMode"),
    f(514, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(865, 4, Shape::String, OMITEMPTY, "string"),
    f(515, 5, Shape::String, POINTER | OMITEMPTY, "*v1.MountPropagationMode"),
    f(866, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_VOLUME_DEVICE: Type = ty("v1.VolumeDevice", false, &CORE_VOLUME_DEVICE_FIELDS, &[0, 1]);
static CORE_VOLUME_DEVICE_SHAPE: Shape = object(&CORE_VOLUME_DEVICE);
static CORE_VOLUME_DEVICE_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(221, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_ENV_VAR: Type = ty("v1.EnvVar", false, &CORE_ENV_VAR_FIELDS, &[0, 1, 2]);
static CORE_ENV_VAR_SHAPE: Shape = object(&CORE_ENV_VAR);
static CORE_ENV_VAR_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(954, 2, Shape::String, OMITEMPTY, "string"),
    f(956, 3, object(&CORE_ENV_VAR_SOURCE), POINTER | OMITEMPTY, "*v1.EnvVarSource"),
];

pub static CORE_ENV_VAR_SOURCE: Type = ty("v1.EnvVarSource", false, &CORE_ENV_VAR_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_ENV_VAR_SOURCE_SHAPE: Shape = object(&CORE_ENV_VAR_SOURCE);
static CORE_ENV_VAR_SOURCE_FIELDS: [Field; 5] = [
    f(294, 1, object(&CORE_OBJECT_FIELD_SELECTOR), POINTER | OMITEMPTY, "*v1.ObjectFieldSelector"),
    f(722, 2, object(&CORE_RESOURCE_FIELD_SELECTOR), POINTER | OMITEMPTY, "*v1.ResourceFieldSelector"),
    f(143, 3, object(&CORE_CONFIG_MAP_KEY_SELECTOR), POINTER | OMITEMPTY, "*v1.ConfigMapKeySelector"),
    f(778, 4, object(&CORE_SECRET_KEY_SELECTOR), POINTER | OMITEMPTY, "*v1.SecretKeySelector"),
    f(299, 5, object(&CORE_FILE_KEY_SELECTOR), POINTER | OMITEMPTY, "*v1.FileKeySelector"),
];

pub static CORE_FILE_KEY_SELECTOR: Type = ty("v1.FileKeySelector", true, &CORE_FILE_KEY_SELECTOR_FIELDS, &[0, 1, 2, 3]);
static CORE_FILE_KEY_SELECTOR_SHAPE: Shape = object(&CORE_FILE_KEY_SELECTOR);
static CORE_FILE_KEY_SELECTOR_FIELDS: [Field; 4] = [
    f(976, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(403, 3, Shape::String, REQUIRED | ZERO, "string"),
    g(575, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &Value::Bool(false) }))),
];

pub static CORE_OBJECT_FIELD_SELECTOR: Type = ty("v1.ObjectFieldSelector", true, &CORE_OBJECT_FIELD_SELECTOR_FIELDS, &[0, 1]);
static CORE_OBJECT_FIELD_SELECTOR_SHAPE: Shape = object(&CORE_OBJECT_FIELD_SELECTOR);
static CORE_OBJECT_FIELD_SELECTOR_FIELDS: [Field; 2] = [
    f(51, 1, Shape::String, OMITEMPTY, "string"),
    f(293, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_RESOURCE_FIELD_SELECTOR: Type = ty("v1.ResourceFieldSelector", true, &CORE_RESOURCE_FIELD_SELECTOR_FIELDS, &[0, 1, 2]);
static CORE_RESOURCE_FIELD_SELECTOR_SHAPE: Shape = object(&CORE_RESOURCE_FIELD_SELECTOR);
static CORE_RESOURCE_FIELD_SELECTOR_FIELDS: [Field; 3] = [
    f(151, 1, Shape::String, OMITEMPTY, "string"),
    f(716, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(230, 3, Shape::Quantity, OMITEMPTY, "resource.Quantity"),
];

pub static CORE_CONFIG_MAP_KEY_SELECTOR: Type = ty("v1.ConfigMapKeySelector", true, &CORE_CONFIG_MAP_KEY_SELECTOR_FIELDS, &[0, 1, 2]);
static CORE_CONFIG_MAP_KEY_SELECTOR_SHAPE: Shape = object(&CORE_CONFIG_MAP_KEY_SELECTOR);
static CORE_CONFIG_MAP_KEY_SELECTOR_FIELDS: [Field; 3] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    f(403, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(575, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_SECRET_KEY_SELECTOR: Type = ty("v1.SecretKeySelector", true, &CORE_SECRET_KEY_SELECTOR_FIELDS, &[0, 1, 2]);
static CORE_SECRET_KEY_SELECTOR_SHAPE: Shape = object(&CORE_SECRET_KEY_SELECTOR);
static CORE_SECRET_KEY_SELECTOR_FIELDS: [Field; 3] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    f(403, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(575, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_ENV_FROM_SOURCE: Type = ty("v1.EnvFromSource", false, &CORE_ENV_FROM_SOURCE_FIELDS, &[0, 1, 2]);
static CORE_ENV_FROM_SOURCE_SHAPE: Shape = object(&CORE_ENV_FROM_SOURCE);
static CORE_ENV_FROM_SOURCE_FIELDS: [Field; 3] = [
    f(648, 1, Shape::String, OMITEMPTY, "string"),
    f(144, 2, object(&CORE_CONFIG_MAP_ENV_SOURCE), POINTER | OMITEMPTY, "*v1.ConfigMapEnvSource"),
    f(781, 3, object(&CORE_SECRET_ENV_SOURCE), POINTER | OMITEMPTY, "*v1.SecretEnvSource"),
];

pub static CORE_CONFIG_MAP_ENV_SOURCE: Type = ty("v1.ConfigMapEnvSource", false, &CORE_CONFIG_MAP_ENV_SOURCE_FIELDS, &[0, 1]);
static CORE_CONFIG_MAP_ENV_SOURCE_SHAPE: Shape = object(&CORE_CONFIG_MAP_ENV_SOURCE);
static CORE_CONFIG_MAP_ENV_SOURCE_FIELDS: [Field; 2] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    f(575, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_SECRET_ENV_SOURCE: Type = ty("v1.SecretEnvSource", false, &CORE_SECRET_ENV_SOURCE_FIELDS, &[0, 1]);
static CORE_SECRET_ENV_SOURCE_SHAPE: Shape = object(&CORE_SECRET_ENV_SOURCE);
static CORE_SECRET_ENV_SOURCE_FIELDS: [Field; 2] = [
    f(5, 1, object(&CORE_LOCAL_OBJECT_REFERENCE), INLINE, "v1.LocalObjectReference"),
    f(575, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_HTTP_HEADER: Type = ty("v1.HTTPHeader", false, &CORE_HTTP_HEADER_FIELDS, &[0, 1]);
static CORE_HTTP_HEADER_SHAPE: Shape = object(&CORE_HTTP_HEADER);
static CORE_HTTP_HEADER_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(954, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_HTTP_GET_ACTION: Type = ty("v1.HTTPGetAction", false, &CORE_HTTP_GET_ACTION_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_HTTP_GET_ACTION_SHAPE: Shape = object(&CORE_HTTP_GET_ACTION);
static CORE_HTTP_GET_ACTION_FIELDS: [Field; 5] = [
    f(593, 1, Shape::String, OMITEMPTY, "string"),
    f(635, 2, Shape::IntOrString, REQUIRED, "intstr.IntOrString"),
    f(342, 3, Shape::String, OMITEMPTY, "string"),
    f(765, 4, Shape::String, OMITEMPTY, "v1.URIScheme"),
    g(359, 5, list(&CORE_HTTP_HEADER_SHAPE), OMITEMPTY | DECLARED, "[]v1.HTTPHeader", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_TCP_SOCKET_ACTION: Type = ty("v1.TCPSocketAction", false, &CORE_TCP_SOCKET_ACTION_FIELDS, &[0, 1]);
static CORE_TCP_SOCKET_ACTION_SHAPE: Shape = object(&CORE_TCP_SOCKET_ACTION);
static CORE_TCP_SOCKET_ACTION_FIELDS: [Field; 2] = [
    f(635, 1, Shape::IntOrString, REQUIRED, "intstr.IntOrString"),
    f(342, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_GRPC_ACTION: Type = ty("v1.GRPCAction", false, &CORE_GRPC_ACTION_FIELDS, &[0, 1]);
static CORE_GRPC_ACTION_SHAPE: Shape = object(&CORE_GRPC_ACTION);
static CORE_GRPC_ACTION_FIELDS: [Field; 2] = [
    f(635, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(795, 2, Shape::String, POINTER, "*string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("") }))),
];

pub static CORE_EXEC_ACTION: Type = ty("v1.ExecAction", false, &CORE_EXEC_ACTION_FIELDS, &[0]);
static CORE_EXEC_ACTION_SHAPE: Shape = object(&CORE_EXEC_ACTION);
static CORE_EXEC_ACTION_FIELDS: [Field; 1] = [
    g(132, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_SLEEP_ACTION: Type = ty("v1.SleepAction", false, &CORE_SLEEP_ACTION_FIELDS, &[0]);
static CORE_SLEEP_ACTION_SHAPE: Shape = object(&CORE_SLEEP_ACTION);
static CORE_SLEEP_ACTION_FIELDS: [Field; 1] = [
    f(775, 1, Shape::Int64, REQUIRED | ZERO, "int64"),
];

pub static CORE_PROBE: Type = ty("v1.Probe", false, &CORE_PROBE_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static CORE_PROBE_SHAPE: Shape = object(&CORE_PROBE);
static CORE_PROBE_FIELDS: [Field; 7] = [
    f(8, 1, object(&CORE_PROBE_HANDLER), INLINE, "v1.ProbeHandler"),
    f(377, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(912, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(602, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(877, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(288, 6, Shape::Int32, OMITEMPTY, "int32"),
    f(905, 7, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
];

pub static CORE_CONTAINER_RESIZE_POLICY: Type = ty("v1.ContainerResizePolicy", false, &CORE_CONTAINER_RESIZE_POLICY_FIELDS, &[0, 1]);
static CORE_CONTAINER_RESIZE_POLICY_SHAPE: Shape = object(&CORE_CONTAINER_RESIZE_POLICY);
static CORE_CONTAINER_RESIZE_POLICY_FIELDS: [Field; 2] = [
    f(724, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    f(734, 2, Shape::String, REQUIRED | ZERO, "v1.ResourceResizeRestartPolicy"),
];

pub static CORE_CAPABILITIES: Type = ty("v1.Capabilities", false, &CORE_CAPABILITIES_FIELDS, &[0, 1]);
static CORE_CAPABILITIES_SHAPE: Shape = object(&CORE_CAPABILITIES);
static CORE_CAPABILITIES_FIELDS: [Field; 2] = [
    g(19, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.Capability", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(237, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.Capability", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_RESOURCE_REQUIREMENTS: Type = ty("v1.ResourceRequirements", false, &CORE_RESOURCE_REQUIREMENTS_FIELDS, &[0, 1, 2]);
static CORE_RESOURCE_REQUIREMENTS_SHAPE: Shape = object(&CORE_RESOURCE_REQUIREMENTS);
static CORE_RESOURCE_REQUIREMENTS_FIELDS: [Field; 3] = [
    f(449, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(705, 2, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    g(120, 3, list(&CORE_RESOURCE_CLAIM_SHAPE), OMITEMPTY | DECLARED, "[]v1.ResourceClaim", ListType::Map, const { &[k(518)] }, patch(false, false, false), None, None),
];

pub static CORE_VOLUME_RESOURCE_REQUIREMENTS: Type = ty("v1.VolumeResourceRequirements", false, &CORE_VOLUME_RESOURCE_REQUIREMENTS_FIELDS, &[0, 1]);
static CORE_VOLUME_RESOURCE_REQUIREMENTS_SHAPE: Shape = object(&CORE_VOLUME_RESOURCE_REQUIREMENTS);
static CORE_VOLUME_RESOURCE_REQUIREMENTS_FIELDS: [Field; 2] = [
    f(449, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(705, 2, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
];

pub static CORE_RESOURCE_CLAIM: Type = ty("v1.ResourceClaim", false, &CORE_RESOURCE_CLAIM_FIELDS, &[0, 1]);
static CORE_RESOURCE_CLAIM_SHAPE: Shape = object(&CORE_RESOURCE_CLAIM);
static CORE_RESOURCE_CLAIM_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(698, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_CONTAINER: Type = ty("v1.Container", false, &CORE_CONTAINER_FIELDS, &[0, 1, 2, 3, 4, 5, 7, 8, 12, 14, 15, 17, 18, 20, 21, 22, 23, 24, 6, 19, 13, 16, 9, 10, 11]);
static CORE_CONTAINER_SHAPE: Shape = object(&CORE_CONTAINER);
static CORE_CONTAINER_FIELDS: [Field; 25] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(364, 2, Shape::String, OMITEMPTY, "string"),
    g(132, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(64, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(996, 5, Shape::String, OMITEMPTY, "string"),
    g(637, 6, list(&CORE_CONTAINER_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerPort", ListType::Map, const { &[k(152), k(662)] }, patch(true, false, false), Some(k(152)), None),
    g(250, 19, list(&CORE_ENV_FROM_SOURCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.EnvFromSource", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(249, 7, list(&CORE_ENV_VAR_SHAPE), OMITEMPTY | DECLARED, "[]v1.EnvVar", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(730, 8, object(&CORE_RESOURCE_REQUIREMENTS), OMITEMPTY | ZERO, "v1.ResourceRequirements"),
    g(715, 23, list(&CORE_CONTAINER_RESIZE_POLICY_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerResizePolicy", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(734, 24, Shape::String, POINTER | OMITEMPTY, "*v1.ContainerRestartPolicy"),
    g(735, 25, list(&CORE_CONTAINER_RESTART_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerRestartRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(975, 9, list(&CORE_VOLUME_MOUNT_SHAPE), OMITEMPTY | DECLARED, "[]v1.VolumeMount", ListType::Map, const { &[k(514)] }, patch(true, false, false), Some(k(514)), None),
    g(970, 21, list(&CORE_VOLUME_DEVICE_SHAPE), OMITEMPTY | DECLARED, "[]v1.VolumeDevice", ListType::Map, const { &[k(221)] }, patch(true, false, false), Some(k(221)), None),
    f(454, 10, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(679, 11, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(839, 22, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(444, 12, object(&CORE_LIFECYCLE), POINTER | OMITEMPTY, "*v1.Lifecycle"),
    f(906, 13, Shape::String, OMITEMPTY, "string"),
    f(907, 20, Shape::String, OMITEMPTY, "v1.TerminationMessagePolicy"),
    f(366, 14, Shape::String, OMITEMPTY, "v1.PullPolicy"),
    f(783, 15, object(&CORE_SECURITY_CONTEXT), POINTER | OMITEMPTY, "*v1.SecurityContext"),
    f(845, 16, Shape::Bool, OMITEMPTY, "bool"),
    f(846, 17, Shape::Bool, OMITEMPTY, "bool"),
    f(929, 18, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_PROBE_HANDLER: Type = ty("v1.ProbeHandler", false, &CORE_PROBE_HANDLER_FIELDS, &[0, 1, 2, 3]);
static CORE_PROBE_HANDLER_SHAPE: Shape = object(&CORE_PROBE_HANDLER);
static CORE_PROBE_HANDLER_FIELDS: [Field; 4] = [
    f(266, 1, object(&CORE_EXEC_ACTION), POINTER | OMITEMPTY, "*v1.ExecAction"),
    f(358, 2, object(&CORE_HTTP_GET_ACTION), POINTER | OMITEMPTY, "*v1.HTTPGetAction"),
    f(899, 3, object(&CORE_TCP_SOCKET_ACTION), POINTER | OMITEMPTY, "*v1.TCPSocketAction"),
    f(333, 4, object(&CORE_GRPC_ACTION), POINTER | OMITEMPTY, "*v1.GRPCAction"),
];

pub static CORE_LIFECYCLE_HANDLER: Type = ty("v1.LifecycleHandler", false, &CORE_LIFECYCLE_HANDLER_FIELDS, &[0, 1, 2, 3]);
static CORE_LIFECYCLE_HANDLER_SHAPE: Shape = object(&CORE_LIFECYCLE_HANDLER);
static CORE_LIFECYCLE_HANDLER_FIELDS: [Field; 4] = [
    f(266, 1, object(&CORE_EXEC_ACTION), POINTER | OMITEMPTY, "*v1.ExecAction"),
    f(358, 2, object(&CORE_HTTP_GET_ACTION), POINTER | OMITEMPTY, "*v1.HTTPGetAction"),
    f(899, 3, object(&CORE_TCP_SOCKET_ACTION), POINTER | OMITEMPTY, "*v1.TCPSocketAction"),
    f(827, 4, object(&CORE_SLEEP_ACTION), POINTER | OMITEMPTY, "*v1.SleepAction"),
];

pub static CORE_LIFECYCLE: Type = ty("v1.Lifecycle", false, &CORE_LIFECYCLE_FIELDS, &[0, 1, 2]);
static CORE_LIFECYCLE_SHAPE: Shape = object(&CORE_LIFECYCLE);
static CORE_LIFECYCLE_FIELDS: [Field; 3] = [
    f(639, 1, object(&CORE_LIFECYCLE_HANDLER), POINTER | OMITEMPTY, "*v1.LifecycleHandler"),
    f(640, 2, object(&CORE_LIFECYCLE_HANDLER), POINTER | OMITEMPTY, "*v1.LifecycleHandler"),
    f(849, 3, Shape::String, POINTER | OMITEMPTY, "*v1.Signal"),
];

pub static CORE_CONTAINER_STATE_WAITING: Type = ty("v1.ContainerStateWaiting", false, &CORE_CONTAINER_STATE_WAITING_FIELDS, &[0, 1]);
static CORE_CONTAINER_STATE_WAITING_SHAPE: Shape = object(&CORE_CONTAINER_STATE_WAITING);
static CORE_CONTAINER_STATE_WAITING_FIELDS: [Field; 2] = [
    f(682, 1, Shape::String, OMITEMPTY, "string"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_CONTAINER_STATE_RUNNING: Type = ty("v1.ContainerStateRunning", false, &CORE_CONTAINER_STATE_RUNNING_FIELDS, &[0]);
static CORE_CONTAINER_STATE_RUNNING_SHAPE: Shape = object(&CORE_CONTAINER_STATE_RUNNING);
static CORE_CONTAINER_STATE_RUNNING_FIELDS: [Field; 1] = [
    f(837, 1, Shape::Time, OMITEMPTY, "v1.Time"),
];

pub static CORE_CONTAINER_STATE_TERMINATED: Type = ty("v1.ContainerStateTerminated", false, &CORE_CONTAINER_STATE_TERMINATED_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static CORE_CONTAINER_STATE_TERMINATED_SHAPE: Shape = object(&CORE_CONTAINER_STATE_TERMINATED);
static CORE_CONTAINER_STATE_TERMINATED_FIELDS: [Field; 7] = [
    f(268, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(818, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(682, 3, Shape::String, OMITEMPTY, "string"),
    f(493, 4, Shape::String, OMITEMPTY, "string"),
    f(837, 5, Shape::Time, OMITEMPTY, "v1.Time"),
    f(301, 6, Shape::Time, OMITEMPTY, "v1.Time"),
    f(150, 7, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_CONTAINER_STATE: Type = ty("v1.ContainerState", false, &CORE_CONTAINER_STATE_FIELDS, &[0, 1, 2]);
static CORE_CONTAINER_STATE_SHAPE: Shape = object(&CORE_CONTAINER_STATE);
static CORE_CONTAINER_STATE_FIELDS: [Field; 3] = [
    f(985, 1, object(&CORE_CONTAINER_STATE_WAITING), POINTER | OMITEMPTY, "*v1.ContainerStateWaiting"),
    f(751, 2, object(&CORE_CONTAINER_STATE_RUNNING), POINTER | OMITEMPTY, "*v1.ContainerStateRunning"),
    f(902, 3, object(&CORE_CONTAINER_STATE_TERMINATED), POINTER | OMITEMPTY, "*v1.ContainerStateTerminated"),
];

pub static CORE_CONTAINER_STATUS: Type = ty("v1.ContainerStatus", false, &CORE_CONTAINER_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
static CORE_CONTAINER_STATUS_SHAPE: Shape = object(&CORE_CONTAINER_STATUS);
static CORE_CONTAINER_STATUS_FIELDS: [Field; 15] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(840, 2, object(&CORE_CONTAINER_STATE), OMITEMPTY | ZERO, "v1.ContainerState"),
    f(435, 3, object(&CORE_CONTAINER_STATE), OMITEMPTY | ZERO, "v1.ContainerState"),
    f(680, 4, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(733, 5, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(364, 6, Shape::String, REQUIRED | ZERO, "string"),
    f(365, 7, Shape::String, REQUIRED | ZERO, "string"),
    f(150, 8, Shape::String, OMITEMPTY, "string"),
    f(836, 9, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(35, 10, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(730, 11, object(&CORE_RESOURCE_REQUIREMENTS), POINTER | OMITEMPTY, "*v1.ResourceRequirements"),
    g(975, 12, list(&CORE_VOLUME_MOUNT_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.VolumeMountStatus", ListType::Map, const { &[k(514)] }, patch(true, false, false), Some(k(514)), None),
    f(945, 13, object(&CORE_CONTAINER_USER), POINTER | OMITEMPTY, "*v1.ContainerUser"),
    g(36, 14, list(&CORE_RESOURCE_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.ResourceStatus", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(849, 15, Shape::String, POINTER | OMITEMPTY, "*v1.Signal"),
];

pub static CORE_RESOURCE_STATUS: Type = ty("v1.ResourceStatus", false, &CORE_RESOURCE_STATUS_FIELDS, &[0, 1]);
static CORE_RESOURCE_STATUS_SHAPE: Shape = object(&CORE_RESOURCE_STATUS);
static CORE_RESOURCE_STATUS_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    g(730, 2, list(&CORE_RESOURCE_HEALTH_SHAPE), OMITEMPTY | DECLARED, "[]v1.ResourceHealth", ListType::Map, const { &[k(723)] }, patch(false, false, false), None, None),
];

pub static CORE_RESOURCE_HEALTH: Type = ty("v1.ResourceHealth", false, &CORE_RESOURCE_HEALTH_FIELDS, &[0, 1, 2]);
static CORE_RESOURCE_HEALTH_SHAPE: Shape = object(&CORE_RESOURCE_HEALTH);
static CORE_RESOURCE_HEALTH_FIELDS: [Field; 3] = [
    f(723, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceID"),
    f(338, 2, Shape::String, OMITEMPTY, "v1.ResourceHealthStatus"),
    f(493, 6, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_CONTAINER_USER: Type = ty("v1.ContainerUser", false, &CORE_CONTAINER_USER_FIELDS, &[0]);
static CORE_CONTAINER_USER_SHAPE: Shape = object(&CORE_CONTAINER_USER);
static CORE_CONTAINER_USER_FIELDS: [Field; 1] = [
    f(452, 1, object(&CORE_LINUX_CONTAINER_USER), POINTER | OMITEMPTY, "*v1.LinuxContainerUser"),
];

pub static CORE_LINUX_CONTAINER_USER: Type = ty("v1.LinuxContainerUser", false, &CORE_LINUX_CONTAINER_USER_FIELDS, &[0, 1, 2]);
static CORE_LINUX_CONTAINER_USER_SHAPE: Shape = object(&CORE_LINUX_CONTAINER_USER);
static CORE_LINUX_CONTAINER_USER_FIELDS: [Field; 3] = [
    f(932, 1, Shape::Int64, REQUIRED | ZERO, "int64"),
    f(322, 2, Shape::Int64, REQUIRED | ZERO, "int64"),
    g(879, 3, list(const { &Shape::Int64 }), OMITEMPTY | DECLARED, "[]int64", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_CONDITION: Type = ty("v1.PodCondition", false, &CORE_POD_CONDITION_FIELDS, &[0, 2, 3, 4, 5, 6, 1]);
static CORE_POD_CONDITION_SHAPE: Shape = object(&CORE_POD_CONDITION);
static CORE_POD_CONDITION_FIELDS: [Field; 7] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.PodConditionType"),
    f(564, 7, Shape::Int64, OMITEMPTY, "int64"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(432, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 5, Shape::String, OMITEMPTY, "string"),
    f(493, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_VOLUME_MOUNT_STATUS: Type = ty("v1.VolumeMountStatus", false, &CORE_VOLUME_MOUNT_STATUS_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_VOLUME_MOUNT_STATUS_SHAPE: Shape = object(&CORE_VOLUME_MOUNT_STATUS);
static CORE_VOLUME_MOUNT_STATUS_FIELDS: [Field; 5] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(514, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(676, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(684, 4, Shape::String, POINTER | OMITEMPTY, "*v1.RecursiveReadOnlyMode"),
    f(979, 5, object(&CORE_VOLUME_STATUS), POINTER | OMITEMPTY, "*v1.VolumeStatus"),
];

pub static CORE_VOLUME_STATUS: Type = ty("v1.VolumeStatus", false, &CORE_VOLUME_STATUS_FIELDS, &[0]);
static CORE_VOLUME_STATUS_SHAPE: Shape = object(&CORE_VOLUME_STATUS);
static CORE_VOLUME_STATUS_FIELDS: [Field; 1] = [
    f(364, 1, object(&CORE_IMAGE_VOLUME_STATUS), POINTER | OMITEMPTY, "*v1.ImageVolumeStatus"),
];

pub static CORE_IMAGE_VOLUME_STATUS: Type = ty("v1.ImageVolumeStatus", false, &CORE_IMAGE_VOLUME_STATUS_FIELDS, &[0]);
static CORE_IMAGE_VOLUME_STATUS_SHAPE: Shape = object(&CORE_IMAGE_VOLUME_STATUS);
static CORE_IMAGE_VOLUME_STATUS_FIELDS: [Field; 1] = [
    f(368, 1, Shape::String, OMITEMPTY | REQUIRED, "string"),
];

pub static CORE_CONTAINER_RESTART_RULE: Type = ty("v1.ContainerRestartRule", false, &CORE_CONTAINER_RESTART_RULE_FIELDS, &[0, 1]);
static CORE_CONTAINER_RESTART_RULE_SHAPE: Shape = object(&CORE_CONTAINER_RESTART_RULE);
static CORE_CONTAINER_RESTART_RULE_FIELDS: [Field; 2] = [
    f(16, 1, Shape::String, OMITEMPTY | REQUIRED, "v1.ContainerRestartRuleAction"),
    f(269, 2, object(&CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES), POINTER | OMITEMPTY, "*v1.ContainerRestartRuleOnExitCodes"),
];

pub static CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES: Type = ty("v1.ContainerRestartRuleOnExitCodes", false, &CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES_FIELDS, &[0, 1]);
static CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES_SHAPE: Shape = object(&CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES);
static CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES_FIELDS: [Field; 2] = [
    f(574, 1, Shape::String, OMITEMPTY | REQUIRED, "v1.ContainerRestartRuleOnExitCodesOperator"),
    g(957, 2, list(const { &Shape::Int32 }), OMITEMPTY | DECLARED, "[]int32", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_NODE_SELECTOR: Type = ty("v1.NodeSelector", true, &CORE_NODE_SELECTOR_FIELDS, &[0]);
static CORE_NODE_SELECTOR_SHAPE: Shape = object(&CORE_NODE_SELECTOR);
static CORE_NODE_SELECTOR_FIELDS: [Field; 1] = [
    g(543, 1, list(&CORE_NODE_SELECTOR_TERM_SHAPE), REQUIRED | DECLARED, "[]v1.NodeSelectorTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_NODE_SELECTOR_TERM: Type = ty("v1.NodeSelectorTerm", true, &CORE_NODE_SELECTOR_TERM_FIELDS, &[0, 1]);
static CORE_NODE_SELECTOR_TERM_SHAPE: Shape = object(&CORE_NODE_SELECTOR_TERM);
static CORE_NODE_SELECTOR_TERM_FIELDS: [Field; 2] = [
    g(470, 1, list(&CORE_NODE_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(471, 2, list(&CORE_NODE_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_NODE_SELECTOR_REQUIREMENT: Type = ty("v1.NodeSelectorRequirement", false, &CORE_NODE_SELECTOR_REQUIREMENT_FIELDS, &[0, 1, 2]);
static CORE_NODE_SELECTOR_REQUIREMENT_SHAPE: Shape = object(&CORE_NODE_SELECTOR_REQUIREMENT);
static CORE_NODE_SELECTOR_REQUIREMENT_FIELDS: [Field; 3] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(574, 2, Shape::String, REQUIRED | ZERO, "v1.NodeSelectorOperator"),
    g(957, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_TOPOLOGY_SELECTOR_TERM: Type = ty("v1.TopologySelectorTerm", true, &CORE_TOPOLOGY_SELECTOR_TERM_FIELDS, &[0]);
static CORE_TOPOLOGY_SELECTOR_TERM_SHAPE: Shape = object(&CORE_TOPOLOGY_SELECTOR_TERM);
static CORE_TOPOLOGY_SELECTOR_TERM_FIELDS: [Field; 1] = [
    g(472, 1, list(&CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.TopologySelectorLabelRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT: Type = ty("v1.TopologySelectorLabelRequirement", false, &CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT_FIELDS, &[0, 1]);
static CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT_SHAPE: Shape = object(&CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT);
static CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT_FIELDS: [Field; 2] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(957, 2, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_AFFINITY: Type = ty("v1.Affinity", false, &CORE_AFFINITY_FIELDS, &[0, 1, 2]);
static CORE_AFFINITY_SHAPE: Shape = object(&CORE_AFFINITY);
static CORE_AFFINITY_FIELDS: [Field; 3] = [
    f(531, 1, object(&CORE_NODE_AFFINITY), POINTER | OMITEMPTY, "*v1.NodeAffinity"),
    f(613, 2, object(&CORE_POD_AFFINITY), POINTER | OMITEMPTY, "*v1.PodAffinity"),
    f(615, 3, object(&CORE_POD_ANTI_AFFINITY), POINTER | OMITEMPTY, "*v1.PodAntiAffinity"),
];

pub static CORE_POD_AFFINITY: Type = ty("v1.PodAffinity", false, &CORE_POD_AFFINITY_FIELDS, &[0, 1]);
static CORE_POD_AFFINITY_SHAPE: Shape = object(&CORE_POD_AFFINITY);
static CORE_POD_AFFINITY_FIELDS: [Field; 2] = [
    g(710, 1, list(&CORE_POD_AFFINITY_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodAffinityTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(645, 2, list(&CORE_WEIGHTED_POD_AFFINITY_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.WeightedPodAffinityTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_ANTI_AFFINITY: Type = ty("v1.PodAntiAffinity", false, &CORE_POD_ANTI_AFFINITY_FIELDS, &[0, 1]);
static CORE_POD_ANTI_AFFINITY_SHAPE: Shape = object(&CORE_POD_ANTI_AFFINITY);
static CORE_POD_ANTI_AFFINITY_FIELDS: [Field; 2] = [
    g(710, 1, list(&CORE_POD_AFFINITY_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodAffinityTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(645, 2, list(&CORE_WEIGHTED_POD_AFFINITY_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.WeightedPodAffinityTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_WEIGHTED_POD_AFFINITY_TERM: Type = ty("v1.WeightedPodAffinityTerm", false, &CORE_WEIGHTED_POD_AFFINITY_TERM_FIELDS, &[0, 1]);
static CORE_WEIGHTED_POD_AFFINITY_TERM_SHAPE: Shape = object(&CORE_WEIGHTED_POD_AFFINITY_TERM);
static CORE_WEIGHTED_POD_AFFINITY_TERM_FIELDS: [Field; 2] = [
    f(991, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(614, 2, object(&CORE_POD_AFFINITY_TERM), REQUIRED | ZERO, "v1.PodAffinityTerm"),
];

pub static CORE_POD_AFFINITY_TERM: Type = ty("v1.PodAffinityTerm", false, &CORE_POD_AFFINITY_TERM_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_POD_AFFINITY_TERM_SHAPE: Shape = object(&CORE_POD_AFFINITY_TERM);
static CORE_POD_AFFINITY_TERM_FIELDS: [Field; 6] = [
    f(425, 1, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    g(524, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(924, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(522, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    g(473, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(509, 6, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_NODE_AFFINITY: Type = ty("v1.NodeAffinity", false, &CORE_NODE_AFFINITY_FIELDS, &[0, 1]);
static CORE_NODE_AFFINITY_SHAPE: Shape = object(&CORE_NODE_AFFINITY);
static CORE_NODE_AFFINITY_FIELDS: [Field; 2] = [
    f(710, 1, object(&CORE_NODE_SELECTOR), POINTER | OMITEMPTY, "*v1.NodeSelector"),
    g(645, 2, list(&CORE_PREFERRED_SCHEDULING_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.PreferredSchedulingTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_PREFERRED_SCHEDULING_TERM: Type = ty("v1.PreferredSchedulingTerm", false, &CORE_PREFERRED_SCHEDULING_TERM_FIELDS, &[0, 1]);
static CORE_PREFERRED_SCHEDULING_TERM_SHAPE: Shape = object(&CORE_PREFERRED_SCHEDULING_TERM);
static CORE_PREFERRED_SCHEDULING_TERM_FIELDS: [Field; 2] = [
    f(991, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(644, 2, object(&CORE_NODE_SELECTOR_TERM), REQUIRED | ZERO, "v1.NodeSelectorTerm"),
];

pub static CORE_TAINT: Type = ty("v1.Taint", false, &CORE_TAINT_FIELDS, &[0, 1, 2, 3]);
static CORE_TAINT_SHAPE: Shape = object(&CORE_TAINT);
static CORE_TAINT_FIELDS: [Field; 4] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(954, 2, Shape::String, OMITEMPTY, "string"),
    f(239, 3, Shape::String, REQUIRED | ZERO, "v1.TaintEffect"),
    f(910, 4, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
];

pub static CORE_TOLERATION: Type = ty("v1.Toleration", false, &CORE_TOLERATION_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_TOLERATION_SHAPE: Shape = object(&CORE_TOLERATION);
static CORE_TOLERATION_FIELDS: [Field; 5] = [
    f(403, 1, Shape::String, OMITEMPTY, "string"),
    f(574, 2, Shape::String, OMITEMPTY, "v1.TolerationOperator"),
    f(954, 3, Shape::String, OMITEMPTY, "string"),
    f(239, 4, Shape::String, OMITEMPTY, "v1.TaintEffect"),
    f(920, 5, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
];

pub static CORE_POD_READINESS_GATE: Type = ty("v1.PodReadinessGate", false, &CORE_POD_READINESS_GATE_FIELDS, &[0]);
static CORE_POD_READINESS_GATE_SHAPE: Shape = object(&CORE_POD_READINESS_GATE);
static CORE_POD_READINESS_GATE_FIELDS: [Field; 1] = [
    f(139, 1, Shape::String, REQUIRED | ZERO, "v1.PodConditionType"),
];

pub static CORE_POD_SPEC: Type = ty("v1.PodSpec", false, &CORE_POD_SPEC_FIELDS, &[0, 2, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15, 17, 18, 19, 20, 21, 22, 1, 11, 23, 24, 25, 26, 27, 16, 28, 29, 30, 31, 32, 33, 3, 34, 35, 36, 37, 38, 39, 40, 41]);
static CORE_POD_SPEC_SHAPE: Shape = object(&CORE_POD_SPEC);
static CORE_POD_SPEC_FIELDS: [Field; 42] = [
    g(980, 1, list(&CORE_VOLUME_SHAPE), OMITEMPTY | DECLARED, "[]v1.Volume", ListType::Map, const { &[k(518)] }, patch(true, false, true), Some(k(518)), None),
    g(376, 20, list(&CORE_CONTAINER_SHAPE), OMITEMPTY | DECLARED, "[]v1.Container", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    g(156, 2, list(&CORE_CONTAINER_SHAPE), REQUIRED | DECLARED, "[]v1.Container", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    g(254, 34, list(&CORE_EPHEMERAL_CONTAINER_SHAPE), OMITEMPTY | DECLARED, "[]v1.EphemeralContainer", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(734, 3, Shape::String, OMITEMPTY, "v1.RestartPolicy"),
    f(905, 4, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(18, 5, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(232, 6, Shape::String, OMITEMPTY, "v1.DNSPolicy"),
    f(542, 7, map(const { &Shape::String }), OMITEMPTY | ATOMIC, "map[string]string"),
    f(799, 8, Shape::String, OMITEMPTY, "string"),
    f(798, 9, Shape::String, OMITEMPTY, "string"),
    f(76, 21, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(539, 10, Shape::String, OMITEMPTY, "string"),
    f(347, 11, Shape::Bool, OMITEMPTY, "bool"),
    f(348, 12, Shape::Bool, OMITEMPTY, "bool"),
    f(345, 13, Shape::Bool, OMITEMPTY, "bool"),
    f(814, 27, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(783, 14, object(&CORE_POD_SECURITY_CONTEXT), POINTER | OMITEMPTY, "*v1.PodSecurityContext"),
    g(367, 15, list(&CORE_LOCAL_OBJECT_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.LocalObjectReference", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(353, 16, Shape::String, OMITEMPTY, "string"),
    f(868, 17, Shape::String, OMITEMPTY, "string"),
    f(28, 18, object(&CORE_AFFINITY), POINTER | OMITEMPTY, "*v1.Affinity"),
    f(760, 19, Shape::String, OMITEMPTY, "string"),
    g(921, 22, list(&CORE_TOLERATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Toleration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(343, 23, list(&CORE_HOST_ALIAS_SHAPE), OMITEMPTY | DECLARED, "[]v1.HostAlias", ListType::Map, const { &[k(387)] }, patch(true, false, false), Some(k(387)), None),
    f(653, 24, Shape::String, OMITEMPTY, "string"),
    f(652, 25, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(231, 26, object(&CORE_POD_DNS_CONFIG), POINTER | OMITEMPTY, "*v1.PodDNSConfig"),
    g(678, 28, list(&CORE_POD_READINESS_GATE_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodReadinessGate", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(752, 29, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(242, 30, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(642, 31, Shape::String, POINTER | OMITEMPTY, "*v1.PreemptionPolicy"),
    f(582, 32, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    g(926, 33, list(&CORE_TOPOLOGY_SPREAD_CONSTRAINT_SHAPE), OMITEMPTY | DECLARED, "[]v1.TopologySpreadConstraint", ListType::Map, const { &[k(924), k(994)] }, patch(true, false, false), Some(k(924)), None),
    f(809, 35, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(580, 36, object(&CORE_POD_OS), POINTER | OMITEMPTY, "*v1.PodOS"),
    f(352, 37, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(762, 38, list(&CORE_POD_SCHEDULING_GATE_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodSchedulingGate", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    g(721, 39, list(&CORE_POD_RESOURCE_CLAIM_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodResourceClaim", ListType::Map, const { &[k(518)] }, patch(true, false, true), Some(k(518)), None),
    f(730, 40, object(&CORE_RESOURCE_REQUIREMENTS), POINTER | OMITEMPTY, "*v1.ResourceRequirements"),
    f(354, 41, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(763, 43, object(&CORE_POD_SCHEDULING_GROUP), POINTER | OMITEMPTY, "*v1.PodSchedulingGroup"),
];

pub static CORE_POD_RESOURCE_CLAIM: Type = ty("v1.PodResourceClaim", false, &CORE_POD_RESOURCE_CLAIM_FIELDS, &[0, 1, 2]);
static CORE_POD_RESOURCE_CLAIM_SHAPE: Shape = object(&CORE_POD_RESOURCE_CLAIM);
static CORE_POD_RESOURCE_CLAIM_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(718, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(720, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_POD_RESOURCE_CLAIM_STATUS: Type = ty("v1.PodResourceClaimStatus", false, &CORE_POD_RESOURCE_CLAIM_STATUS_FIELDS, &[0, 1]);
static CORE_POD_RESOURCE_CLAIM_STATUS_SHAPE: Shape = object(&CORE_POD_RESOURCE_CLAIM_STATUS);
static CORE_POD_RESOURCE_CLAIM_STATUS_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(718, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS: Type = ty("v1.PodExtendedResourceClaimStatus", false, &CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS_FIELDS, &[0, 1]);
static CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS_SHAPE: Shape = object(&CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS);
static CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS_FIELDS: [Field; 2] = [
    g(700, 1, list(&CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST_SHAPE), REQUIRED | DECLARED, "[]v1.ContainerExtendedResourceRequest", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(718, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST: Type = ty("v1.ContainerExtendedResourceRequest", false, &CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST_FIELDS, &[0, 1, 2]);
static CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST_SHAPE: Shape = object(&CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST);
static CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST_FIELDS: [Field; 3] = [
    f(151, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(724, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(701, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_POD_OS: Type = ty("v1.PodOS", false, &CORE_POD_OS_FIELDS, &[0]);
static CORE_POD_OS_SHAPE: Shape = object(&CORE_POD_OS);
static CORE_POD_OS_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.OSName"),
];

pub static CORE_POD_SCHEDULING_GATE: Type = ty("v1.PodSchedulingGate", false, &CORE_POD_SCHEDULING_GATE_FIELDS, &[0]);
static CORE_POD_SCHEDULING_GATE_SHAPE: Shape = object(&CORE_POD_SCHEDULING_GATE);
static CORE_POD_SCHEDULING_GATE_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_POD_SCHEDULING_GROUP: Type = ty("v1.PodSchedulingGroup", false, &CORE_POD_SCHEDULING_GROUP_FIELDS, &[0]);
static CORE_POD_SCHEDULING_GROUP_SHAPE: Shape = object(&CORE_POD_SCHEDULING_GROUP);
static CORE_POD_SCHEDULING_GROUP_FIELDS: [Field; 1] = [
    f(622, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_TOPOLOGY_SPREAD_CONSTRAINT: Type = ty("v1.TopologySpreadConstraint", false, &CORE_TOPOLOGY_SPREAD_CONSTRAINT_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static CORE_TOPOLOGY_SPREAD_CONSTRAINT_SHAPE: Shape = object(&CORE_TOPOLOGY_SPREAD_CONSTRAINT);
static CORE_TOPOLOGY_SPREAD_CONSTRAINT_FIELDS: [Field; 8] = [
    f(486, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(924, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(994, 3, Shape::String, REQUIRED | ZERO, "v1.UnsatisfiableConstraintAction"),
    f(425, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(502, 5, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(532, 6, Shape::String, POINTER | OMITEMPTY, "*v1.NodeInclusionPolicy"),
    f(545, 7, Shape::String, POINTER | OMITEMPTY, "*v1.NodeInclusionPolicy"),
    g(473, 8, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_HOST_ALIAS: Type = ty("v1.HostAlias", false, &CORE_HOST_ALIAS_FIELDS, &[0, 1]);
static CORE_HOST_ALIAS_SHAPE: Shape = object(&CORE_HOST_ALIAS);
static CORE_HOST_ALIAS_FIELDS: [Field; 2] = [
    f(387, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(355, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_SECURITY_CONTEXT: Type = ty("v1.PodSecurityContext", false, &CORE_POD_SECURITY_CONTEXT_FIELDS, &[0, 2, 4, 5, 7, 3, 8, 1, 9, 10, 11, 6, 12]);
static CORE_POD_SECURITY_CONTEXT_SHAPE: Shape = object(&CORE_POD_SECURITY_CONTEXT);
static CORE_POD_SECURITY_CONTEXT_FIELDS: [Field; 13] = [
    f(772, 1, object(&CORE_SE_LINUX_OPTIONS), POINTER | OMITEMPTY, "*v1.SELinuxOptions"),
    f(995, 8, object(&CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS), POINTER | OMITEMPTY, "*v1.WindowsSecurityContextOptions"),
    f(749, 2, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(747, 6, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(748, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(879, 4, list(const { &Shape::Int64 }), OMITEMPTY | DECLARED, "[]int64", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(880, 12, Shape::String, POINTER | OMITEMPTY, "*v1.SupplementalGroupsPolicy"),
    f(313, 5, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    g(883, 7, list(&CORE_SYSCTL_SHAPE), OMITEMPTY | DECLARED, "[]v1.Sysctl", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(314, 9, Shape::String, POINTER | OMITEMPTY, "*v1.PodFSGroupChangePolicy"),
    f(774, 10, object(&CORE_SECCOMP_PROFILE), POINTER | OMITEMPTY, "*v1.SeccompProfile"),
    f(60, 11, object(&CORE_APP_ARMOR_PROFILE), POINTER | OMITEMPTY, "*v1.AppArmorProfile"),
    f(770, 13, Shape::String, POINTER | OMITEMPTY, "*v1.PodSELinuxChangePolicy"),
];

pub static CORE_SECCOMP_PROFILE: Type = ty("v1.SeccompProfile", false, &CORE_SECCOMP_PROFILE_FIELDS, &[0, 1]);
static CORE_SECCOMP_PROFILE_SHAPE: Shape = object(&CORE_SECCOMP_PROFILE);
static CORE_SECCOMP_PROFILE_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.SeccompProfileType"),
    f(460, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_APP_ARMOR_PROFILE: Type = ty("v1.AppArmorProfile", false, &CORE_APP_ARMOR_PROFILE_FIELDS, &[0, 1]);
static CORE_APP_ARMOR_PROFILE_SHAPE: Shape = object(&CORE_APP_ARMOR_PROFILE);
static CORE_APP_ARMOR_PROFILE_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.AppArmorProfileType"),
    f(460, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_POD_DNS_CONFIG: Type = ty("v1.PodDNSConfig", false, &CORE_POD_DNS_CONFIG_FIELDS, &[0, 1, 2]);
static CORE_POD_DNS_CONFIG_SHAPE: Shape = object(&CORE_POD_DNS_CONFIG);
static CORE_POD_DNS_CONFIG_FIELDS: [Field; 3] = [
    g(520, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(773, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(577, 3, list(&CORE_POD_DNS_CONFIG_OPTION_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodDNSConfigOption", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_DNS_CONFIG_OPTION: Type = ty("v1.PodDNSConfigOption", false, &CORE_POD_DNS_CONFIG_OPTION_FIELDS, &[0, 1]);
static CORE_POD_DNS_CONFIG_OPTION_SHAPE: Shape = object(&CORE_POD_DNS_CONFIG_OPTION);
static CORE_POD_DNS_CONFIG_OPTION_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(954, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_POD_IP: Type = ty("v1.PodIP", false, &CORE_POD_IP_FIELDS, &[0]);
static CORE_POD_IP_SHAPE: Shape = object(&CORE_POD_IP);
static CORE_POD_IP_FIELDS: [Field; 1] = [
    f(387, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_HOST_IP: Type = ty("v1.HostIP", false, &CORE_HOST_IP_FIELDS, &[0]);
static CORE_HOST_IP_SHAPE: Shape = object(&CORE_HOST_IP);
static CORE_HOST_IP_FIELDS: [Field; 1] = [
    f(387, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_EPHEMERAL_CONTAINER_COMMON: Type = ty("v1.EphemeralContainerCommon", false, &CORE_EPHEMERAL_CONTAINER_COMMON_FIELDS, &[0, 1, 2, 3, 4, 5, 7, 8, 12, 14, 15, 17, 18, 20, 21, 22, 23, 24, 6, 19, 13, 16, 9, 10, 11]);
static CORE_EPHEMERAL_CONTAINER_COMMON_SHAPE: Shape = object(&CORE_EPHEMERAL_CONTAINER_COMMON);
static CORE_EPHEMERAL_CONTAINER_COMMON_FIELDS: [Field; 25] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(364, 2, Shape::String, OMITEMPTY, "string"),
    g(132, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(64, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(996, 5, Shape::String, OMITEMPTY, "string"),
    g(637, 6, list(&CORE_CONTAINER_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerPort", ListType::Map, const { &[k(152), k(662)] }, patch(true, false, false), Some(k(152)), None),
    g(250, 19, list(&CORE_ENV_FROM_SOURCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.EnvFromSource", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(249, 7, list(&CORE_ENV_VAR_SHAPE), OMITEMPTY | DECLARED, "[]v1.EnvVar", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(730, 8, object(&CORE_RESOURCE_REQUIREMENTS), OMITEMPTY | ZERO, "v1.ResourceRequirements"),
    g(715, 23, list(&CORE_CONTAINER_RESIZE_POLICY_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerResizePolicy", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(734, 24, Shape::String, POINTER | OMITEMPTY, "*v1.ContainerRestartPolicy"),
    g(735, 25, list(&CORE_CONTAINER_RESTART_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerRestartRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(975, 9, list(&CORE_VOLUME_MOUNT_SHAPE), OMITEMPTY | DECLARED, "[]v1.VolumeMount", ListType::Map, const { &[k(514)] }, patch(true, false, false), Some(k(514)), None),
    g(970, 21, list(&CORE_VOLUME_DEVICE_SHAPE), OMITEMPTY | DECLARED, "[]v1.VolumeDevice", ListType::Map, const { &[k(221)] }, patch(true, false, false), Some(k(221)), None),
    f(454, 10, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(679, 11, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(839, 22, object(&CORE_PROBE), POINTER | OMITEMPTY, "*v1.Probe"),
    f(444, 12, object(&CORE_LIFECYCLE), POINTER | OMITEMPTY, "*v1.Lifecycle"),
    f(906, 13, Shape::String, OMITEMPTY, "string"),
    f(907, 20, Shape::String, OMITEMPTY, "v1.TerminationMessagePolicy"),
    f(366, 14, Shape::String, OMITEMPTY, "v1.PullPolicy"),
    f(783, 15, object(&CORE_SECURITY_CONTEXT), POINTER | OMITEMPTY, "*v1.SecurityContext"),
    f(845, 16, Shape::Bool, OMITEMPTY, "bool"),
    f(846, 17, Shape::Bool, OMITEMPTY, "bool"),
    f(929, 18, Shape::Bool, OMITEMPTY, "bool"),
];

pub static CORE_EPHEMERAL_CONTAINER: Type = ty("v1.EphemeralContainer", false, &CORE_EPHEMERAL_CONTAINER_FIELDS, &[0, 1]);
static CORE_EPHEMERAL_CONTAINER_SHAPE: Shape = object(&CORE_EPHEMERAL_CONTAINER);
static CORE_EPHEMERAL_CONTAINER_FIELDS: [Field; 2] = [
    f(3, 1, object(&CORE_EPHEMERAL_CONTAINER_COMMON), INLINE, "v1.EphemeralContainerCommon"),
    f(892, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_POD_STATUS: Type = ty("v1.PodStatus", false, &CORE_POD_STATUS_FIELDS, &[1, 2, 3, 4, 6, 8, 10, 12, 13, 11, 5, 9, 14, 15, 16, 7, 0, 17, 18, 19, 20]);
static CORE_POD_STATUS_SHAPE: Shape = object(&CORE_POD_STATUS);
static CORE_POD_STATUS_FIELDS: [Field; 21] = [
    f(564, 17, Shape::Int64, OMITEMPTY, "int64"),
    f(608, 1, Shape::String, OMITEMPTY, "v1.PodPhase"),
    g(140, 2, list(&CORE_POD_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    f(493, 3, Shape::String, OMITEMPTY, "string"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(548, 11, Shape::String, OMITEMPTY, "string"),
    f(344, 5, Shape::String, OMITEMPTY, "string"),
    g(346, 16, list(&CORE_HOST_IP_SHAPE), OMITEMPTY | DECLARED, "[]v1.HostIP", ListType::Atomic, const { &[] }, patch(true, false, false), Some(k(387)), None),
    f(623, 6, Shape::String, OMITEMPTY, "string"),
    g(624, 12, list(&CORE_POD_IP_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodIP", ListType::Map, const { &[k(387)] }, patch(true, false, false), Some(k(387)), None),
    f(835, 7, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    g(375, 10, list(&CORE_CONTAINER_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(155, 8, list(&CORE_CONTAINER_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(667, 9, Shape::String, OMITEMPTY, "v1.PodQOSClass"),
    g(253, 13, list(&CORE_CONTAINER_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(714, 14, Shape::String, OMITEMPTY, "v1.PodResizeStatus"),
    g(719, 15, list(&CORE_POD_RESOURCE_CLAIM_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodResourceClaimStatus", ListType::Map, const { &[k(518)] }, patch(true, false, true), Some(k(518)), None),
    f(275, 18, object(&CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS), POINTER | OMITEMPTY, "*v1.PodExtendedResourceClaimStatus"),
    f(35, 19, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(730, 20, object(&CORE_RESOURCE_REQUIREMENTS), POINTER | OMITEMPTY, "*v1.ResourceRequirements"),
    g(533, 21, list(&CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeAllocatableResourceClaimStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_STATUS_RESULT: Type = ty("v1.PodStatusResult", false, &CORE_POD_STATUS_RESULT_FIELDS, &[2, 3]);
static CORE_POD_STATUS_RESULT_SHAPE: Shape = object(&CORE_POD_STATUS_RESULT);
static CORE_POD_STATUS_RESULT_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY, "v1.ObjectMeta"),
    f(842, 2, object(&CORE_POD_STATUS), OMITEMPTY, "v1.PodStatus"),
];

pub static CORE_POD: Type = ty("v1.Pod", false, &CORE_POD_FIELDS, &[2, 3, 4]);
static CORE_POD_SHAPE: Shape = object(&CORE_POD);
static CORE_POD_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_POD_SPEC), OMITEMPTY | ZERO, "v1.PodSpec"),
    f(842, 3, object(&CORE_POD_STATUS), OMITEMPTY | ZERO, "v1.PodStatus"),
];

pub static CORE_POD_LIST: Type = ty("v1.PodList", false, &CORE_POD_LIST_FIELDS, &[2, 3]);
static CORE_POD_LIST_SHAPE: Shape = object(&CORE_POD_LIST);
static CORE_POD_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_POD_SHAPE), REQUIRED, "[]v1.Pod"),
];

pub static CORE_POD_TEMPLATE_SPEC: Type = ty("v1.PodTemplateSpec", false, &CORE_POD_TEMPLATE_SPEC_FIELDS, &[0, 1]);
static CORE_POD_TEMPLATE_SPEC_SHAPE: Shape = object(&CORE_POD_TEMPLATE_SPEC);
static CORE_POD_TEMPLATE_SPEC_FIELDS: [Field; 2] = [
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_POD_SPEC), OMITEMPTY | ZERO, "v1.PodSpec"),
];

pub static CORE_POD_TEMPLATE: Type = ty("v1.PodTemplate", false, &CORE_POD_TEMPLATE_FIELDS, &[2, 3]);
static CORE_POD_TEMPLATE_SHAPE: Shape = object(&CORE_POD_TEMPLATE);
static CORE_POD_TEMPLATE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(900, 2, object(&CORE_POD_TEMPLATE_SPEC), OMITEMPTY | ZERO, "v1.PodTemplateSpec"),
];

pub static CORE_POD_TEMPLATE_LIST: Type = ty("v1.PodTemplateList", false, &CORE_POD_TEMPLATE_LIST_FIELDS, &[2, 3]);
static CORE_POD_TEMPLATE_LIST_SHAPE: Shape = object(&CORE_POD_TEMPLATE_LIST);
static CORE_POD_TEMPLATE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_POD_TEMPLATE_SHAPE), REQUIRED, "[]v1.PodTemplate"),
];

pub static CORE_REPLICATION_CONTROLLER_SPEC: Type = ty("v1.ReplicationControllerSpec", false, &CORE_REPLICATION_CONTROLLER_SPEC_FIELDS, &[0, 2, 3, 1]);
static CORE_REPLICATION_CONTROLLER_SPEC_SHAPE: Shape = object(&CORE_REPLICATION_CONTROLLER_SPEC);
static CORE_REPLICATION_CONTROLLER_SPEC_FIELDS: [Field; 4] = [
    g(693, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &Value::Int(1) }))),
    g(506, 4, Shape::Int32, OMITEMPTY, "int32", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &Value::Int(0) }))),
    f(786, 2, map(const { &Shape::String }), OMITEMPTY | ATOMIC, "map[string]string"),
    f(900, 3, object(&CORE_POD_TEMPLATE_SPEC), POINTER | OMITEMPTY, "*v1.PodTemplateSpec"),
];

pub static CORE_REPLICATION_CONTROLLER_STATUS: Type = ty("v1.ReplicationControllerStatus", false, &CORE_REPLICATION_CONTROLLER_STATUS_FIELDS, &[0, 1, 4, 2, 3, 5]);
static CORE_REPLICATION_CONTROLLER_STATUS_SHAPE: Shape = object(&CORE_REPLICATION_CONTROLLER_STATUS);
static CORE_REPLICATION_CONTROLLER_STATUS_FIELDS: [Field; 6] = [
    f(693, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(317, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(681, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(77, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(564, 3, Shape::Int64, OMITEMPTY, "int64"),
    g(140, 6, list(&CORE_REPLICATION_CONTROLLER_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.ReplicationControllerCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static CORE_REPLICATION_CONTROLLER_CONDITION: Type = ty("v1.ReplicationControllerCondition", false, &CORE_REPLICATION_CONTROLLER_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_REPLICATION_CONTROLLER_CONDITION_SHAPE: Shape = object(&CORE_REPLICATION_CONTROLLER_CONDITION);
static CORE_REPLICATION_CONTROLLER_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.ReplicationControllerConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_REPLICATION_CONTROLLER: Type = ty("v1.ReplicationController", false, &CORE_REPLICATION_CONTROLLER_FIELDS, &[2, 3, 4]);
static CORE_REPLICATION_CONTROLLER_SHAPE: Shape = object(&CORE_REPLICATION_CONTROLLER);
static CORE_REPLICATION_CONTROLLER_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_REPLICATION_CONTROLLER_SPEC), OMITEMPTY | ZERO, "v1.ReplicationControllerSpec"),
    f(842, 3, object(&CORE_REPLICATION_CONTROLLER_STATUS), OMITEMPTY | ZERO, "v1.ReplicationControllerStatus"),
];

pub static CORE_REPLICATION_CONTROLLER_LIST: Type = ty("v1.ReplicationControllerList", false, &CORE_REPLICATION_CONTROLLER_LIST_FIELDS, &[2, 3]);
static CORE_REPLICATION_CONTROLLER_LIST_SHAPE: Shape = object(&CORE_REPLICATION_CONTROLLER_LIST);
static CORE_REPLICATION_CONTROLLER_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_REPLICATION_CONTROLLER_SHAPE), REQUIRED, "[]v1.ReplicationController"),
];

pub static CORE_SESSION_AFFINITY_CONFIG: Type = ty("v1.SessionAffinityConfig", false, &CORE_SESSION_AFFINITY_CONFIG_FIELDS, &[0]);
static CORE_SESSION_AFFINITY_CONFIG_SHAPE: Shape = object(&CORE_SESSION_AFFINITY_CONFIG);
static CORE_SESSION_AFFINITY_CONFIG_FIELDS: [Field; 1] = [
    f(123, 1, object(&CORE_CLIENT_IP_CONFIG), POINTER | OMITEMPTY, "*v1.ClientIPConfig"),
];

pub static CORE_CLIENT_IP_CONFIG: Type = ty("v1.ClientIPConfig", false, &CORE_CLIENT_IP_CONFIG_FIELDS, &[0]);
static CORE_CLIENT_IP_CONFIG_SHAPE: Shape = object(&CORE_CLIENT_IP_CONFIG);
static CORE_CLIENT_IP_CONFIG_FIELDS: [Field; 1] = [
    f(912, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static CORE_SERVICE_STATUS: Type = ty("v1.ServiceStatus", false, &CORE_SERVICE_STATUS_FIELDS, &[0, 1]);
static CORE_SERVICE_STATUS_SHAPE: Shape = object(&CORE_SERVICE_STATUS);
static CORE_SERVICE_STATUS_FIELDS: [Field; 2] = [
    f(455, 1, object(&CORE_LOAD_BALANCER_STATUS), OMITEMPTY | ZERO, "v1.LoadBalancerStatus"),
    g(140, 2, list(&META_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Condition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static CORE_LOAD_BALANCER_STATUS: Type = ty("v1.LoadBalancerStatus", false, &CORE_LOAD_BALANCER_STATUS_FIELDS, &[0]);
static CORE_LOAD_BALANCER_STATUS_SHAPE: Shape = object(&CORE_LOAD_BALANCER_STATUS);
static CORE_LOAD_BALANCER_STATUS_FIELDS: [Field; 1] = [
    g(373, 1, list(&CORE_LOAD_BALANCER_INGRESS_SHAPE), OMITEMPTY | DECLARED, "[]v1.LoadBalancerIngress", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_LOAD_BALANCER_INGRESS: Type = ty("v1.LoadBalancerIngress", false, &CORE_LOAD_BALANCER_INGRESS_FIELDS, &[0, 1, 2, 3]);
static CORE_LOAD_BALANCER_INGRESS_SHAPE: Shape = object(&CORE_LOAD_BALANCER_INGRESS);
static CORE_LOAD_BALANCER_INGRESS_FIELDS: [Field; 4] = [
    f(387, 1, Shape::String, OMITEMPTY, "string"),
    f(353, 2, Shape::String, OMITEMPTY, "string"),
    f(391, 3, Shape::String, POINTER | OMITEMPTY, "*v1.LoadBalancerIPMode"),
    g(637, 4, list(&CORE_PORT_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.PortStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_SERVICE_SPEC: Type = ty("v1.ServiceSpec", false, &CORE_SERVICE_SPEC_FIELDS, &[0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 3, 14, 16, 17, 18, 19]);
static CORE_SERVICE_SPEC_SHAPE: Shape = object(&CORE_SERVICE_SPEC);
static CORE_SERVICE_SPEC_FIELDS: [Field; 20] = [
    g(637, 1, list(&CORE_SERVICE_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.ServicePort", ListType::Map, const { &[k(635), k(662)] }, patch(true, false, false), Some(k(635)), None),
    f(786, 2, map(const { &Shape::String }), OMITEMPTY | ATOMIC, "map[string]string"),
    f(124, 3, Shape::String, OMITEMPTY, "string"),
    g(125, 18, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(930, 4, Shape::String, OMITEMPTY, "v1.ServiceType"),
    g(280, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(807, 7, Shape::String, OMITEMPTY, "v1.ServiceAffinity"),
    f(457, 8, Shape::String, OMITEMPTY, "string"),
    g(458, 9, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(281, 10, Shape::String, OMITEMPTY, "string"),
    f(282, 11, Shape::String, OMITEMPTY, "v1.ServiceExternalTrafficPolicy"),
    f(339, 12, Shape::Int32, OMITEMPTY, "int32"),
    f(665, 13, Shape::Bool, OMITEMPTY, "bool"),
    f(808, 14, object(&CORE_SESSION_AFFINITY_CONFIG), POINTER | OMITEMPTY, "*v1.SessionAffinityConfig"),
    g(389, 19, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.IPFamily", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(390, 17, Shape::String, POINTER | OMITEMPTY, "*v1.IPFamilyPolicy"),
    f(33, 20, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(456, 21, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(384, 22, Shape::String, POINTER | OMITEMPTY, "*v1.ServiceInternalTrafficPolicy"),
    f(927, 23, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_SERVICE_PORT: Type = ty("v1.ServicePort", false, &CORE_SERVICE_PORT_FIELDS, &[0, 1, 3, 4, 5, 2]);
static CORE_SERVICE_PORT_SHAPE: Shape = object(&CORE_SERVICE_PORT);
static CORE_SERVICE_PORT_FIELDS: [Field; 6] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    g(662, 2, Shape::String, OMITEMPTY, "v1.Protocol", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("TCP") }))),
    f(61, 6, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(635, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(893, 4, Shape::IntOrString, OMITEMPTY, "intstr.IntOrString"),
    f(540, 5, Shape::Int32, OMITEMPTY, "int32"),
];

pub static CORE_SERVICE: Type = ty("v1.Service", false, &CORE_SERVICE_FIELDS, &[2, 3, 4]);
static CORE_SERVICE_SHAPE: Shape = object(&CORE_SERVICE);
static CORE_SERVICE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_SERVICE_SPEC), OMITEMPTY | ZERO, "v1.ServiceSpec"),
    f(842, 3, object(&CORE_SERVICE_STATUS), OMITEMPTY | ZERO, "v1.ServiceStatus"),
];

pub static CORE_SERVICE_LIST: Type = ty("v1.ServiceList", false, &CORE_SERVICE_LIST_FIELDS, &[2, 3]);
static CORE_SERVICE_LIST_SHAPE: Shape = object(&CORE_SERVICE_LIST);
static CORE_SERVICE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_SERVICE_SHAPE), REQUIRED, "[]v1.Service"),
];

pub static CORE_SERVICE_ACCOUNT: Type = ty("v1.ServiceAccount", false, &CORE_SERVICE_ACCOUNT_FIELDS, &[2, 3, 4, 5]);
static CORE_SERVICE_ACCOUNT_SHAPE: Shape = object(&CORE_SERVICE_ACCOUNT);
static CORE_SERVICE_ACCOUNT_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(782, 2, list(&CORE_OBJECT_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ObjectReference", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    g(367, 3, list(&CORE_LOCAL_OBJECT_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.LocalObjectReference", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(76, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_SERVICE_ACCOUNT_LIST: Type = ty("v1.ServiceAccountList", false, &CORE_SERVICE_ACCOUNT_LIST_FIELDS, &[2, 3]);
static CORE_SERVICE_ACCOUNT_LIST_SHAPE: Shape = object(&CORE_SERVICE_ACCOUNT_LIST);
static CORE_SERVICE_ACCOUNT_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_SERVICE_ACCOUNT_SHAPE), REQUIRED, "[]v1.ServiceAccount"),
];

pub static CORE_ENDPOINTS: Type = ty("v1.Endpoints", false, &CORE_ENDPOINTS_FIELDS, &[2, 3]);
static CORE_ENDPOINTS_SHAPE: Shape = object(&CORE_ENDPOINTS);
static CORE_ENDPOINTS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(872, 2, list(&CORE_ENDPOINT_SUBSET_SHAPE), OMITEMPTY | DECLARED, "[]v1.EndpointSubset", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_ENDPOINT_SUBSET: Type = ty("v1.EndpointSubset", false, &CORE_ENDPOINT_SUBSET_FIELDS, &[0, 1, 2]);
static CORE_ENDPOINT_SUBSET_SHAPE: Shape = object(&CORE_ENDPOINT_SUBSET);
static CORE_ENDPOINT_SUBSET_FIELDS: [Field; 3] = [
    g(25, 1, list(&CORE_ENDPOINT_ADDRESS_SHAPE), OMITEMPTY | DECLARED, "[]v1.EndpointAddress", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(553, 2, list(&CORE_ENDPOINT_ADDRESS_SHAPE), OMITEMPTY | DECLARED, "[]v1.EndpointAddress", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(637, 3, list(&CORE_ENDPOINT_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.EndpointPort", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_ENDPOINT_ADDRESS: Type = ty("v1.EndpointAddress", true, &CORE_ENDPOINT_ADDRESS_FIELDS, &[0, 3, 1, 2]);
static CORE_ENDPOINT_ADDRESS_SHAPE: Shape = object(&CORE_ENDPOINT_ADDRESS);
static CORE_ENDPOINT_ADDRESS_FIELDS: [Field; 4] = [
    f(387, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(353, 3, Shape::String, OMITEMPTY, "string"),
    f(539, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(895, 2, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.ObjectReference"),
];

pub static CORE_ENDPOINT_PORT: Type = ty("v1.EndpointPort", true, &CORE_ENDPOINT_PORT_FIELDS, &[0, 1, 2, 3]);
static CORE_ENDPOINT_PORT_SHAPE: Shape = object(&CORE_ENDPOINT_PORT);
static CORE_ENDPOINT_PORT_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(635, 2, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(662, 3, Shape::String, OMITEMPTY, "v1.Protocol"),
    f(61, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_ENDPOINTS_LIST: Type = ty("v1.EndpointsList", false, &CORE_ENDPOINTS_LIST_FIELDS, &[2, 3]);
static CORE_ENDPOINTS_LIST_SHAPE: Shape = object(&CORE_ENDPOINTS_LIST);
static CORE_ENDPOINTS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_ENDPOINTS_SHAPE), REQUIRED, "[]v1.Endpoints"),
];

pub static CORE_NODE_SPEC: Type = ty("v1.NodeSpec", false, &CORE_NODE_SPEC_FIELDS, &[0, 6, 2, 3, 4, 5, 1]);
static CORE_NODE_SPEC_SHAPE: Shape = object(&CORE_NODE_SPEC);
static CORE_NODE_SPEC_FIELDS: [Field; 7] = [
    f(616, 1, Shape::String, OMITEMPTY, "string"),
    g(617, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Set, const { &[] }, patch(true, false, false), None, None),
    f(663, 3, Shape::String, OMITEMPTY, "string"),
    f(937, 4, Shape::Bool, OMITEMPTY, "bool"),
    g(887, 5, list(&CORE_TAINT_SHAPE), OMITEMPTY | DECLARED, "[]v1.Taint", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(145, 6, object(&CORE_NODE_CONFIG_SOURCE), POINTER | OMITEMPTY, "*v1.NodeConfigSource"),
    f(279, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_NODE_CONFIG_SOURCE: Type = ty("v1.NodeConfigSource", false, &CORE_NODE_CONFIG_SOURCE_FIELDS, &[0]);
static CORE_NODE_CONFIG_SOURCE_SHAPE: Shape = object(&CORE_NODE_CONFIG_SOURCE);
static CORE_NODE_CONFIG_SOURCE_FIELDS: [Field; 1] = [
    f(142, 2, object(&CORE_CONFIG_MAP_NODE_CONFIG_SOURCE), POINTER | OMITEMPTY, "*v1.ConfigMapNodeConfigSource"),
];

pub static CORE_CONFIG_MAP_NODE_CONFIG_SOURCE: Type = ty("v1.ConfigMapNodeConfigSource", false, &CORE_CONFIG_MAP_NODE_CONFIG_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_CONFIG_MAP_NODE_CONFIG_SOURCE_SHAPE: Shape = object(&CORE_CONFIG_MAP_NODE_CONFIG_SOURCE);
static CORE_CONFIG_MAP_NODE_CONFIG_SOURCE_FIELDS: [Field; 5] = [
    f(521, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(932, 3, Shape::String, OMITEMPTY, "types.UID"),
    f(728, 4, Shape::String, OMITEMPTY, "string"),
    f(412, 5, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_DAEMON_ENDPOINT: Type = ty("v1.DaemonEndpoint", false, &CORE_DAEMON_ENDPOINT_FIELDS, &[0]);
static CORE_DAEMON_ENDPOINT_SHAPE: Shape = object(&CORE_DAEMON_ENDPOINT);
static CORE_DAEMON_ENDPOINT_FIELDS: [Field; 1] = [
    f(7, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
];

pub static CORE_NODE_DAEMON_ENDPOINTS: Type = ty("v1.NodeDaemonEndpoints", false, &CORE_NODE_DAEMON_ENDPOINTS_FIELDS, &[0]);
static CORE_NODE_DAEMON_ENDPOINTS_SHAPE: Shape = object(&CORE_NODE_DAEMON_ENDPOINTS);
static CORE_NODE_DAEMON_ENDPOINTS_FIELDS: [Field; 1] = [
    f(413, 1, object(&CORE_DAEMON_ENDPOINT), OMITEMPTY | ZERO, "v1.DaemonEndpoint"),
];

pub static CORE_NODE_RUNTIME_HANDLER_FEATURES: Type = ty("v1.NodeRuntimeHandlerFeatures", false, &CORE_NODE_RUNTIME_HANDLER_FEATURES_FIELDS, &[0, 1]);
static CORE_NODE_RUNTIME_HANDLER_FEATURES_SHAPE: Shape = object(&CORE_NODE_RUNTIME_HANDLER_FEATURES);
static CORE_NODE_RUNTIME_HANDLER_FEATURES_FIELDS: [Field; 2] = [
    f(685, 1, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(948, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_NODE_RUNTIME_HANDLER: Type = ty("v1.NodeRuntimeHandler", false, &CORE_NODE_RUNTIME_HANDLER_FIELDS, &[0, 1]);
static CORE_NODE_RUNTIME_HANDLER_SHAPE: Shape = object(&CORE_NODE_RUNTIME_HANDLER);
static CORE_NODE_RUNTIME_HANDLER_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, ZERO, "string"),
    f(290, 2, object(&CORE_NODE_RUNTIME_HANDLER_FEATURES), POINTER | OMITEMPTY, "*v1.NodeRuntimeHandlerFeatures"),
];

pub static CORE_NODE_FEATURES: Type = ty("v1.NodeFeatures", false, &CORE_NODE_FEATURES_FIELDS, &[0]);
static CORE_NODE_FEATURES_SHAPE: Shape = object(&CORE_NODE_FEATURES);
static CORE_NODE_FEATURES_FIELDS: [Field; 1] = [
    f(880, 1, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_NODE_SYSTEM_INFO: Type = ty("v1.NodeSystemInfo", false, &CORE_NODE_SYSTEM_INFO_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
static CORE_NODE_SYSTEM_INFO_SHAPE: Shape = object(&CORE_NODE_SYSTEM_INFO);
static CORE_NODE_SYSTEM_INFO_FIELDS: [Field; 11] = [
    f(462, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(885, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(97, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(402, 4, Shape::String, REQUIRED | ZERO, "string"),
    f(581, 5, Shape::String, REQUIRED | ZERO, "string"),
    f(154, 6, Shape::String, REQUIRED | ZERO, "string"),
    f(414, 7, Shape::String, REQUIRED | ZERO, "string"),
    f(409, 8, Shape::String, REQUIRED | ZERO, "string"),
    f(571, 9, Shape::String, REQUIRED | ZERO, "string"),
    f(63, 10, Shape::String, REQUIRED | ZERO, "string"),
    f(882, 11, object(&CORE_NODE_SWAP_STATUS), POINTER | OMITEMPTY, "*v1.NodeSwapStatus"),
];

pub static CORE_NODE_SWAP_STATUS: Type = ty("v1.NodeSwapStatus", false, &CORE_NODE_SWAP_STATUS_FIELDS, &[0]);
static CORE_NODE_SWAP_STATUS_SHAPE: Shape = object(&CORE_NODE_SWAP_STATUS);
static CORE_NODE_SWAP_STATUS_FIELDS: [Field; 1] = [
    f(104, 1, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
];

pub static CORE_NODE_CONFIG_STATUS: Type = ty("v1.NodeConfigStatus", false, &CORE_NODE_CONFIG_STATUS_FIELDS, &[0, 1, 2, 3]);
static CORE_NODE_CONFIG_STATUS_SHAPE: Shape = object(&CORE_NODE_CONFIG_STATUS);
static CORE_NODE_CONFIG_STATUS_FIELDS: [Field; 4] = [
    f(65, 1, object(&CORE_NODE_CONFIG_SOURCE), POINTER | OMITEMPTY, "*v1.NodeConfigSource"),
    f(17, 2, object(&CORE_NODE_CONFIG_SOURCE), POINTER | OMITEMPTY, "*v1.NodeConfigSource"),
    f(429, 3, object(&CORE_NODE_CONFIG_SOURCE), POINTER | OMITEMPTY, "*v1.NodeConfigSource"),
    f(255, 4, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_NODE_STATUS: Type = ty("v1.NodeStatus", false, &CORE_NODE_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
static CORE_NODE_STATUS_SHAPE: Shape = object(&CORE_NODE_STATUS);
static CORE_NODE_STATUS_FIELDS: [Field; 14] = [
    f(104, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(32, 2, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(608, 3, Shape::String, OMITEMPTY, "v1.NodePhase"),
    g(140, 4, list(&CORE_NODE_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    g(25, 5, list(&CORE_NODE_ADDRESS_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeAddress", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    f(184, 6, object(&CORE_NODE_DAEMON_ENDPOINTS), OMITEMPTY | ZERO, "v1.NodeDaemonEndpoints"),
    f(538, 7, object(&CORE_NODE_SYSTEM_INFO), OMITEMPTY | ZERO, "v1.NodeSystemInfo"),
    g(369, 8, list(&CORE_CONTAINER_IMAGE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ContainerImage", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(983, 9, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.UniqueVolumeName", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(982, 10, list(&CORE_ATTACHED_VOLUME_SHAPE), OMITEMPTY | DECLARED, "[]v1.AttachedVolume", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(141, 11, object(&CORE_NODE_CONFIG_STATUS), POINTER | OMITEMPTY, "*v1.NodeConfigStatus"),
    g(753, 12, list(&CORE_NODE_RUNTIME_HANDLER_SHAPE), OMITEMPTY | DECLARED, "[]v1.NodeRuntimeHandler", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(290, 13, object(&CORE_NODE_FEATURES), POINTER | OMITEMPTY, "*v1.NodeFeatures"),
    g(190, 14, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_ATTACHED_VOLUME: Type = ty("v1.AttachedVolume", false, &CORE_ATTACHED_VOLUME_FIELDS, &[0, 1]);
static CORE_ATTACHED_VOLUME_SHAPE: Shape = object(&CORE_ATTACHED_VOLUME);
static CORE_ATTACHED_VOLUME_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.UniqueVolumeName"),
    f(221, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_AVOID_PODS: Type = ty("v1.AvoidPods", false, &CORE_AVOID_PODS_FIELDS, &[0]);
static CORE_AVOID_PODS_SHAPE: Shape = object(&CORE_AVOID_PODS);
static CORE_AVOID_PODS_FIELDS: [Field; 1] = [
    g(643, 1, list(&CORE_PREFER_AVOID_PODS_ENTRY_SHAPE), OMITEMPTY | DECLARED, "[]v1.PreferAvoidPodsEntry", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_PREFER_AVOID_PODS_ENTRY: Type = ty("v1.PreferAvoidPodsEntry", false, &CORE_PREFER_AVOID_PODS_ENTRY_FIELDS, &[0, 1, 2, 3]);
static CORE_PREFER_AVOID_PODS_ENTRY_SHAPE: Shape = object(&CORE_PREFER_AVOID_PODS_ENTRY);
static CORE_PREFER_AVOID_PODS_ENTRY_FIELDS: [Field; 4] = [
    f(629, 1, object(&CORE_POD_SIGNATURE), 0, "v1.PodSignature"),
    f(259, 2, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 3, Shape::String, OMITEMPTY, "string"),
    f(493, 4, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_POD_SIGNATURE: Type = ty("v1.PodSignature", false, &CORE_POD_SIGNATURE_FIELDS, &[0]);
static CORE_POD_SIGNATURE_SHAPE: Shape = object(&CORE_POD_SIGNATURE);
static CORE_POD_SIGNATURE_FIELDS: [Field; 1] = [
    f(619, 1, object(&META_OWNER_REFERENCE), POINTER | OMITEMPTY, "*v1.OwnerReference"),
];

pub static CORE_CONTAINER_IMAGE: Type = ty("v1.ContainerImage", false, &CORE_CONTAINER_IMAGE_FIELDS, &[0, 1]);
static CORE_CONTAINER_IMAGE_SHAPE: Shape = object(&CORE_CONTAINER_IMAGE);
static CORE_CONTAINER_IMAGE_FIELDS: [Field; 2] = [
    g(519, 1, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(825, 2, Shape::Int64, OMITEMPTY, "int64"),
];

pub static CORE_NODE_CONDITION: Type = ty("v1.NodeCondition", false, &CORE_NODE_CONDITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_NODE_CONDITION_SHAPE: Shape = object(&CORE_NODE_CONDITION);
static CORE_NODE_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.NodeConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(428, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 5, Shape::String, OMITEMPTY, "string"),
    f(493, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_NODE_ADDRESS: Type = ty("v1.NodeAddress", false, &CORE_NODE_ADDRESS_FIELDS, &[0, 1]);
static CORE_NODE_ADDRESS_SHAPE: Shape = object(&CORE_NODE_ADDRESS);
static CORE_NODE_ADDRESS_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.NodeAddressType"),
    f(23, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_NODE: Type = ty("v1.Node", false, &CORE_NODE_FIELDS, &[2, 3, 4]);
static CORE_NODE_SHAPE: Shape = object(&CORE_NODE);
static CORE_NODE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_NODE_SPEC), OMITEMPTY | ZERO, "v1.NodeSpec"),
    f(842, 3, object(&CORE_NODE_STATUS), OMITEMPTY | ZERO, "v1.NodeStatus"),
];

pub static CORE_NODE_LIST: Type = ty("v1.NodeList", false, &CORE_NODE_LIST_FIELDS, &[2, 3]);
static CORE_NODE_LIST_SHAPE: Shape = object(&CORE_NODE_LIST);
static CORE_NODE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_NODE_SHAPE), REQUIRED, "[]v1.Node"),
];

pub static CORE_NAMESPACE_SPEC: Type = ty("v1.NamespaceSpec", false, &CORE_NAMESPACE_SPEC_FIELDS, &[0]);
static CORE_NAMESPACE_SPEC_SHAPE: Shape = object(&CORE_NAMESPACE_SPEC);
static CORE_NAMESPACE_SPEC_FIELDS: [Field; 1] = [
    g(300, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.FinalizerName", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_NAMESPACE_STATUS: Type = ty("v1.NamespaceStatus", false, &CORE_NAMESPACE_STATUS_FIELDS, &[0, 1]);
static CORE_NAMESPACE_STATUS_SHAPE: Shape = object(&CORE_NAMESPACE_STATUS);
static CORE_NAMESPACE_STATUS_FIELDS: [Field; 2] = [
    f(608, 1, Shape::String, OMITEMPTY, "v1.NamespacePhase"),
    g(140, 2, list(&CORE_NAMESPACE_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.NamespaceCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static CORE_NAMESPACE_CONDITION: Type = ty("v1.NamespaceCondition", false, &CORE_NAMESPACE_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static CORE_NAMESPACE_CONDITION_SHAPE: Shape = object(&CORE_NAMESPACE_CONDITION);
static CORE_NAMESPACE_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.NamespaceConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 5, Shape::String, OMITEMPTY, "string"),
    f(493, 6, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_NAMESPACE: Type = ty("v1.Namespace", false, &CORE_NAMESPACE_FIELDS, &[2, 3, 4]);
static CORE_NAMESPACE_SHAPE: Shape = object(&CORE_NAMESPACE);
static CORE_NAMESPACE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_NAMESPACE_SPEC), OMITEMPTY | ZERO, "v1.NamespaceSpec"),
    f(842, 3, object(&CORE_NAMESPACE_STATUS), OMITEMPTY | ZERO, "v1.NamespaceStatus"),
];

pub static CORE_NAMESPACE_LIST: Type = ty("v1.NamespaceList", false, &CORE_NAMESPACE_LIST_FIELDS, &[2, 3]);
static CORE_NAMESPACE_LIST_SHAPE: Shape = object(&CORE_NAMESPACE_LIST);
static CORE_NAMESPACE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_NAMESPACE_SHAPE), REQUIRED, "[]v1.Namespace"),
];

pub static CORE_BINDING: Type = ty("v1.Binding", false, &CORE_BINDING_FIELDS, &[2, 3]);
static CORE_BINDING_SHAPE: Shape = object(&CORE_BINDING);
static CORE_BINDING_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(888, 2, object(&CORE_OBJECT_REFERENCE), REQUIRED | ZERO, "v1.ObjectReference"),
];

pub static CORE_PRECONDITIONS: Type = ty("v1.Preconditions", false, &CORE_PRECONDITIONS_FIELDS, &[0]);
static CORE_PRECONDITIONS_SHAPE: Shape = object(&CORE_PRECONDITIONS);
static CORE_PRECONDITIONS_FIELDS: [Field; 1] = [
    f(932, 1, Shape::String, POINTER | OMITEMPTY, "*types.UID"),
];

pub static CORE_POD_LOG_OPTIONS: Type = ty("v1.PodLogOptions", false, &CORE_POD_LOG_OPTIONS_FIELDS, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
static CORE_POD_LOG_OPTIONS_SHAPE: Shape = object(&CORE_POD_LOG_OPTIONS);
static CORE_POD_LOG_OPTIONS_FIELDS: [Field; 12] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(149, 1, Shape::String, OMITEMPTY, "string"),
    f(306, 2, Shape::Bool, OMITEMPTY, "bool"),
    f(651, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(820, 4, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(821, 5, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(913, 6, Shape::Bool, OMITEMPTY, "bool"),
    f(886, 7, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(446, 8, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(381, 9, Shape::Bool, OMITEMPTY, "bool"),
    f(861, 10, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_POD_ATTACH_OPTIONS: Type = ty("v1.PodAttachOptions", false, &CORE_POD_ATTACH_OPTIONS_FIELDS, &[2, 3, 4, 5, 6]);
static CORE_POD_ATTACH_OPTIONS_SHAPE: Shape = object(&CORE_POD_ATTACH_OPTIONS);
static CORE_POD_ATTACH_OPTIONS_FIELDS: [Field; 7] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(845, 1, Shape::Bool, OMITEMPTY, "bool"),
    f(847, 2, Shape::Bool, OMITEMPTY, "bool"),
    f(844, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(929, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(149, 5, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_POD_EXEC_OPTIONS: Type = ty("v1.PodExecOptions", false, &CORE_POD_EXEC_OPTIONS_FIELDS, &[2, 3, 4, 5, 6, 7]);
static CORE_POD_EXEC_OPTIONS_SHAPE: Shape = object(&CORE_POD_EXEC_OPTIONS);
static CORE_POD_EXEC_OPTIONS_FIELDS: [Field; 8] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(845, 1, Shape::Bool, OMITEMPTY, "bool"),
    f(847, 2, Shape::Bool, OMITEMPTY, "bool"),
    f(844, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(929, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(149, 5, Shape::String, OMITEMPTY, "string"),
    g(132, 6, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_PORT_FORWARD_OPTIONS: Type = ty("v1.PodPortForwardOptions", false, &CORE_POD_PORT_FORWARD_OPTIONS_FIELDS, &[2]);
static CORE_POD_PORT_FORWARD_OPTIONS_SHAPE: Shape = object(&CORE_POD_PORT_FORWARD_OPTIONS);
static CORE_POD_PORT_FORWARD_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    g(637, 1, list(const { &Shape::Int32 }), OMITEMPTY | DECLARED, "[]int32", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_POD_PROXY_OPTIONS: Type = ty("v1.PodProxyOptions", false, &CORE_POD_PROXY_OPTIONS_FIELDS, &[2]);
static CORE_POD_PROXY_OPTIONS_SHAPE: Shape = object(&CORE_POD_PROXY_OPTIONS);
static CORE_POD_PROXY_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(593, 1, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_NODE_PROXY_OPTIONS: Type = ty("v1.NodeProxyOptions", false, &CORE_NODE_PROXY_OPTIONS_FIELDS, &[2]);
static CORE_NODE_PROXY_OPTIONS_SHAPE: Shape = object(&CORE_NODE_PROXY_OPTIONS);
static CORE_NODE_PROXY_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(593, 1, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_SERVICE_PROXY_OPTIONS: Type = ty("v1.ServiceProxyOptions", false, &CORE_SERVICE_PROXY_OPTIONS_FIELDS, &[2]);
static CORE_SERVICE_PROXY_OPTIONS_SHAPE: Shape = object(&CORE_SERVICE_PROXY_OPTIONS);
static CORE_SERVICE_PROXY_OPTIONS_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(593, 1, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_OBJECT_REFERENCE: Type = ty("v1.ObjectReference", true, &CORE_OBJECT_REFERENCE_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static CORE_OBJECT_REFERENCE_SHAPE: Shape = object(&CORE_OBJECT_REFERENCE);
static CORE_OBJECT_REFERENCE_FIELDS: [Field; 7] = [
    f(407, 1, Shape::String, OMITEMPTY, "string"),
    f(521, 2, Shape::String, OMITEMPTY, "string"),
    f(518, 3, Shape::String, OMITEMPTY, "string"),
    f(932, 4, Shape::String, OMITEMPTY, "types.UID"),
    f(51, 5, Shape::String, OMITEMPTY, "string"),
    f(728, 6, Shape::String, OMITEMPTY, "string"),
    f(293, 7, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_LOCAL_OBJECT_REFERENCE: Type = ty("v1.LocalObjectReference", true, &CORE_LOCAL_OBJECT_REFERENCE_FIELDS, &[0]);
static CORE_LOCAL_OBJECT_REFERENCE_SHAPE: Shape = object(&CORE_LOCAL_OBJECT_REFERENCE);
static CORE_LOCAL_OBJECT_REFERENCE_FIELDS: [Field; 1] = [
    g(518, 1, Shape::String, OMITEMPTY, "string", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("") }))),
];

pub static CORE_TYPED_LOCAL_OBJECT_REFERENCE: Type = ty("v1.TypedLocalObjectReference", true, &CORE_TYPED_LOCAL_OBJECT_REFERENCE_FIELDS, &[0, 1, 2]);
static CORE_TYPED_LOCAL_OBJECT_REFERENCE_SHAPE: Shape = object(&CORE_TYPED_LOCAL_OBJECT_REFERENCE);
static CORE_TYPED_LOCAL_OBJECT_REFERENCE_FIELDS: [Field; 3] = [
    f(49, 1, Shape::String, POINTER, "*string"),
    f(407, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_SERIALIZED_REFERENCE: Type = ty("v1.SerializedReference", false, &CORE_SERIALIZED_REFERENCE_FIELDS, &[2]);
static CORE_SERIALIZED_REFERENCE_SHAPE: Shape = object(&CORE_SERIALIZED_REFERENCE);
static CORE_SERIALIZED_REFERENCE_FIELDS: [Field; 3] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(686, 1, object(&CORE_OBJECT_REFERENCE), OMITEMPTY, "v1.ObjectReference"),
];

pub static CORE_EVENT_SOURCE: Type = ty("v1.EventSource", false, &CORE_EVENT_SOURCE_FIELDS, &[0, 1]);
static CORE_EVENT_SOURCE_SHAPE: Shape = object(&CORE_EVENT_SOURCE);
static CORE_EVENT_SOURCE_FIELDS: [Field; 2] = [
    f(137, 1, Shape::String, OMITEMPTY, "string"),
    f(342, 2, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_EVENT: Type = ty("v1.Event", false, &CORE_EVENT_FIELDS, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
static CORE_EVENT_SHAPE: Shape = object(&CORE_EVENT);
static CORE_EVENT_FIELDS: [Field; 17] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), REQUIRED | ZERO, "v1.ObjectMeta"),
    f(386, 2, object(&CORE_OBJECT_REFERENCE), REQUIRED | ZERO, "v1.ObjectReference"),
    f(682, 3, Shape::String, OMITEMPTY, "string"),
    f(493, 4, Shape::String, OMITEMPTY, "string"),
    f(828, 5, object(&CORE_EVENT_SOURCE), OMITEMPTY | ZERO, "v1.EventSource"),
    f(303, 6, Shape::Time, OMITEMPTY, "v1.Time"),
    f(437, 7, Shape::Time, OMITEMPTY, "v1.Time"),
    f(166, 8, Shape::Int32, OMITEMPTY, "int32"),
    f(930, 9, Shape::String, OMITEMPTY, "string"),
    f(258, 10, Shape::MicroTime, OMITEMPTY, "v1.MicroTime"),
    f(790, 11, object(&CORE_EVENT_SERIES), POINTER | OMITEMPTY, "*v1.EventSeries"),
    f(16, 12, Shape::String, OMITEMPTY, "string"),
    f(690, 13, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.ObjectReference"),
    f(694, 14, Shape::String, ZERO, "string"),
    f(696, 15, Shape::String, ZERO, "string"),
];

pub static CORE_EVENT_SERIES: Type = ty("v1.EventSeries", false, &CORE_EVENT_SERIES_FIELDS, &[0, 1]);
static CORE_EVENT_SERIES_SHAPE: Shape = object(&CORE_EVENT_SERIES);
static CORE_EVENT_SERIES_FIELDS: [Field; 2] = [
    f(166, 1, Shape::Int32, OMITEMPTY, "int32"),
    f(430, 2, Shape::MicroTime, OMITEMPTY, "v1.MicroTime"),
];

pub static CORE_EVENT_LIST: Type = ty("v1.EventList", false, &CORE_EVENT_LIST_FIELDS, &[2, 3]);
static CORE_EVENT_LIST_SHAPE: Shape = object(&CORE_EVENT_LIST);
static CORE_EVENT_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_EVENT_SHAPE), REQUIRED, "[]v1.Event"),
];

pub static CORE_LIMIT_RANGE_ITEM: Type = ty("v1.LimitRangeItem", false, &CORE_LIMIT_RANGE_ITEM_FIELDS, &[0, 1, 2, 3, 4, 5]);
static CORE_LIMIT_RANGE_ITEM_SHAPE: Shape = object(&CORE_LIMIT_RANGE_ITEM);
static CORE_LIMIT_RANGE_ITEM_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.LimitType"),
    f(478, 2, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(500, 3, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(191, 4, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(194, 5, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(483, 6, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
];

pub static CORE_LIMIT_RANGE_SPEC: Type = ty("v1.LimitRangeSpec", false, &CORE_LIMIT_RANGE_SPEC_FIELDS, &[0]);
static CORE_LIMIT_RANGE_SPEC_SHAPE: Shape = object(&CORE_LIMIT_RANGE_SPEC);
static CORE_LIMIT_RANGE_SPEC_FIELDS: [Field; 1] = [
    g(449, 1, list(&CORE_LIMIT_RANGE_ITEM_SHAPE), REQUIRED | DECLARED, "[]v1.LimitRangeItem", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_LIMIT_RANGE: Type = ty("v1.LimitRange", false, &CORE_LIMIT_RANGE_FIELDS, &[2, 3]);
static CORE_LIMIT_RANGE_SHAPE: Shape = object(&CORE_LIMIT_RANGE);
static CORE_LIMIT_RANGE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_LIMIT_RANGE_SPEC), OMITEMPTY | ZERO, "v1.LimitRangeSpec"),
];

pub static CORE_LIMIT_RANGE_LIST: Type = ty("v1.LimitRangeList", false, &CORE_LIMIT_RANGE_LIST_FIELDS, &[2, 3]);
static CORE_LIMIT_RANGE_LIST_SHAPE: Shape = object(&CORE_LIMIT_RANGE_LIST);
static CORE_LIMIT_RANGE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_LIMIT_RANGE_SHAPE), REQUIRED, "[]v1.LimitRange"),
];

pub static CORE_RESOURCE_QUOTA_SPEC: Type = ty("v1.ResourceQuotaSpec", false, &CORE_RESOURCE_QUOTA_SPEC_FIELDS, &[0, 1, 2]);
static CORE_RESOURCE_QUOTA_SPEC_SHAPE: Shape = object(&CORE_RESOURCE_QUOTA_SPEC);
static CORE_RESOURCE_QUOTA_SPEC_FIELDS: [Field; 3] = [
    f(336, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    g(769, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.ResourceQuotaScope", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(768, 3, object(&CORE_SCOPE_SELECTOR), POINTER | OMITEMPTY, "*v1.ScopeSelector"),
];

pub static CORE_SCOPE_SELECTOR: Type = ty("v1.ScopeSelector", true, &CORE_SCOPE_SELECTOR_FIELDS, &[0]);
static CORE_SCOPE_SELECTOR_SHAPE: Shape = object(&CORE_SCOPE_SELECTOR);
static CORE_SCOPE_SELECTOR_FIELDS: [Field; 1] = [
    g(470, 1, list(&CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.ScopedResourceSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT: Type = ty("v1.ScopedResourceSelectorRequirement", false, &CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT_FIELDS, &[0, 1, 2]);
static CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT_SHAPE: Shape = object(&CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT);
static CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT_FIELDS: [Field; 3] = [
    f(767, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceQuotaScope"),
    f(574, 2, Shape::String, REQUIRED | ZERO, "v1.ScopeSelectorOperator"),
    g(957, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_RESOURCE_QUOTA_STATUS: Type = ty("v1.ResourceQuotaStatus", false, &CORE_RESOURCE_QUOTA_STATUS_FIELDS, &[0, 1]);
static CORE_RESOURCE_QUOTA_STATUS_SHAPE: Shape = object(&CORE_RESOURCE_QUOTA_STATUS);
static CORE_RESOURCE_QUOTA_STATUS_FIELDS: [Field; 2] = [
    f(336, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
    f(944, 2, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
];

pub static CORE_RESOURCE_QUOTA: Type = ty("v1.ResourceQuota", false, &CORE_RESOURCE_QUOTA_FIELDS, &[2, 3, 4]);
static CORE_RESOURCE_QUOTA_SHAPE: Shape = object(&CORE_RESOURCE_QUOTA);
static CORE_RESOURCE_QUOTA_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CORE_RESOURCE_QUOTA_SPEC), OMITEMPTY | ZERO, "v1.ResourceQuotaSpec"),
    f(842, 3, object(&CORE_RESOURCE_QUOTA_STATUS), OMITEMPTY | ZERO, "v1.ResourceQuotaStatus"),
];

pub static CORE_RESOURCE_QUOTA_LIST: Type = ty("v1.ResourceQuotaList", false, &CORE_RESOURCE_QUOTA_LIST_FIELDS, &[2, 3]);
static CORE_RESOURCE_QUOTA_LIST_SHAPE: Shape = object(&CORE_RESOURCE_QUOTA_LIST);
static CORE_RESOURCE_QUOTA_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_RESOURCE_QUOTA_SHAPE), REQUIRED, "[]v1.ResourceQuota"),
];

pub static CORE_SECRET: Type = ty("v1.Secret", false, &CORE_SECRET_FIELDS, &[2, 4, 6, 5, 3]);
static CORE_SECRET_SHAPE: Shape = object(&CORE_SECRET);
static CORE_SECRET_FIELDS: [Field; 7] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(370, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(185, 2, map(const { &Shape::Bytes }), OMITEMPTY, "map[string][]uint8"),
    f(863, 4, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(930, 3, Shape::String, OMITEMPTY, "v1.SecretType"),
];

pub static CORE_SECRET_LIST: Type = ty("v1.SecretList", false, &CORE_SECRET_LIST_FIELDS, &[2, 3]);
static CORE_SECRET_LIST_SHAPE: Shape = object(&CORE_SECRET_LIST);
static CORE_SECRET_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_SECRET_SHAPE), REQUIRED, "[]v1.Secret"),
];

pub static CORE_CONFIG_MAP: Type = ty("v1.ConfigMap", false, &CORE_CONFIG_MAP_FIELDS, &[2, 4, 5, 3]);
static CORE_CONFIG_MAP_SHAPE: Shape = object(&CORE_CONFIG_MAP);
static CORE_CONFIG_MAP_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(370, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(185, 2, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(90, 3, map(const { &Shape::Bytes }), OMITEMPTY, "map[string][]uint8"),
];

pub static CORE_CONFIG_MAP_LIST: Type = ty("v1.ConfigMapList", false, &CORE_CONFIG_MAP_LIST_FIELDS, &[2, 3]);
static CORE_CONFIG_MAP_LIST_SHAPE: Shape = object(&CORE_CONFIG_MAP_LIST);
static CORE_CONFIG_MAP_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_CONFIG_MAP_SHAPE), REQUIRED, "[]v1.ConfigMap"),
];

pub static CORE_COMPONENT_CONDITION: Type = ty("v1.ComponentCondition", false, &CORE_COMPONENT_CONDITION_FIELDS, &[0, 1, 2, 3]);
static CORE_COMPONENT_CONDITION_SHAPE: Shape = object(&CORE_COMPONENT_CONDITION);
static CORE_COMPONENT_CONDITION_FIELDS: [Field; 4] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.ComponentConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(493, 3, Shape::String, OMITEMPTY, "string"),
    f(255, 4, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_COMPONENT_STATUS: Type = ty("v1.ComponentStatus", false, &CORE_COMPONENT_STATUS_FIELDS, &[2, 3]);
static CORE_COMPONENT_STATUS_SHAPE: Shape = object(&CORE_COMPONENT_STATUS);
static CORE_COMPONENT_STATUS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(140, 2, list(&CORE_COMPONENT_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.ComponentCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static CORE_COMPONENT_STATUS_LIST: Type = ty("v1.ComponentStatusList", false, &CORE_COMPONENT_STATUS_LIST_FIELDS, &[2, 3]);
static CORE_COMPONENT_STATUS_LIST_SHAPE: Shape = object(&CORE_COMPONENT_STATUS_LIST);
static CORE_COMPONENT_STATUS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CORE_COMPONENT_STATUS_SHAPE), REQUIRED, "[]v1.ComponentStatus"),
];

pub static CORE_DOWNWARD_API_VOLUME_SOURCE: Type = ty("v1.DownwardAPIVolumeSource", false, &CORE_DOWNWARD_API_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_DOWNWARD_API_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_DOWNWARD_API_VOLUME_SOURCE);
static CORE_DOWNWARD_API_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    g(396, 1, list(&CORE_DOWNWARD_API_VOLUME_FILE_SHAPE), OMITEMPTY | DECLARED, "[]v1.DownwardAPIVolumeFile", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(193, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static CORE_DOWNWARD_API_VOLUME_FILE: Type = ty("v1.DownwardAPIVolumeFile", false, &CORE_DOWNWARD_API_VOLUME_FILE_FIELDS, &[0, 1, 2, 3]);
static CORE_DOWNWARD_API_VOLUME_FILE_SHAPE: Shape = object(&CORE_DOWNWARD_API_VOLUME_FILE);
static CORE_DOWNWARD_API_VOLUME_FILE_FIELDS: [Field; 4] = [
    f(593, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(294, 2, object(&CORE_OBJECT_FIELD_SELECTOR), POINTER | OMITEMPTY, "*v1.ObjectFieldSelector"),
    f(722, 3, object(&CORE_RESOURCE_FIELD_SELECTOR), POINTER | OMITEMPTY, "*v1.ResourceFieldSelector"),
    f(510, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static CORE_DOWNWARD_API_PROJECTION: Type = ty("v1.DownwardAPIProjection", false, &CORE_DOWNWARD_API_PROJECTION_FIELDS, &[0]);
static CORE_DOWNWARD_API_PROJECTION_SHAPE: Shape = object(&CORE_DOWNWARD_API_PROJECTION);
static CORE_DOWNWARD_API_PROJECTION_FIELDS: [Field; 1] = [
    g(396, 1, list(&CORE_DOWNWARD_API_VOLUME_FILE_SHAPE), OMITEMPTY | DECLARED, "[]v1.DownwardAPIVolumeFile", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static CORE_SECURITY_CONTEXT: Type = ty("v1.SecurityContext", false, &CORE_SECURITY_CONTEXT_FIELDS, &[0, 1, 2, 4, 6, 7, 8, 5, 9, 3, 10, 11]);
static CORE_SECURITY_CONTEXT_SHAPE: Shape = object(&CORE_SECURITY_CONTEXT);
static CORE_SECURITY_CONTEXT_FIELDS: [Field; 12] = [
    f(103, 1, object(&CORE_CAPABILITIES), POINTER | OMITEMPTY, "*v1.Capabilities"),
    f(655, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(772, 3, object(&CORE_SE_LINUX_OPTIONS), POINTER | OMITEMPTY, "*v1.SELinuxOptions"),
    f(995, 10, object(&CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS), POINTER | OMITEMPTY, "*v1.WindowsSecurityContextOptions"),
    f(749, 4, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(747, 8, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(748, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(677, 6, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(42, 7, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(656, 9, Shape::String, POINTER | OMITEMPTY, "*v1.ProcMountType"),
    f(774, 11, object(&CORE_SECCOMP_PROFILE), POINTER | OMITEMPTY, "*v1.SeccompProfile"),
    f(60, 12, object(&CORE_APP_ARMOR_PROFILE), POINTER | OMITEMPTY, "*v1.AppArmorProfile"),
];

pub static CORE_SE_LINUX_OPTIONS: Type = ty("v1.SELinuxOptions", false, &CORE_SE_LINUX_OPTIONS_FIELDS, &[0, 1, 2, 3]);
static CORE_SE_LINUX_OPTIONS_SHAPE: Shape = object(&CORE_SE_LINUX_OPTIONS);
static CORE_SE_LINUX_OPTIONS_FIELDS: [Field; 4] = [
    f(945, 1, Shape::String, OMITEMPTY, "string"),
    f(741, 2, Shape::String, OMITEMPTY, "string"),
    f(930, 3, Shape::String, OMITEMPTY, "string"),
    f(443, 4, Shape::String, OMITEMPTY, "string"),
];

pub static CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS: Type = ty("v1.WindowsSecurityContextOptions", false, &CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS_FIELDS, &[0, 1, 2, 3]);
static CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS_SHAPE: Shape = object(&CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS);
static CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS_FIELDS: [Field; 4] = [
    f(327, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(326, 2, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(750, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(351, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static CORE_RANGE_ALLOCATION: Type = ty("v1.RangeAllocation", false, &CORE_RANGE_ALLOCATION_FIELDS, &[2, 3, 4]);
static CORE_RANGE_ALLOCATION_SHAPE: Shape = object(&CORE_RANGE_ALLOCATION);
static CORE_RANGE_ALLOCATION_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY, "v1.ObjectMeta"),
    f(672, 2, Shape::String, 0, "string"),
    f(185, 3, Shape::Bytes, 0, "[]uint8"),
];

pub static CORE_SYSCTL: Type = ty("v1.Sysctl", false, &CORE_SYSCTL_FIELDS, &[0, 1]);
static CORE_SYSCTL_SHAPE: Shape = object(&CORE_SYSCTL);
static CORE_SYSCTL_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(954, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static CORE_PORT_STATUS: Type = ty("v1.PortStatus", false, &CORE_PORT_STATUS_FIELDS, &[0, 1, 2]);
static CORE_PORT_STATUS_SHAPE: Shape = object(&CORE_PORT_STATUS);
static CORE_PORT_STATUS_FIELDS: [Field; 3] = [
    f(635, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(662, 2, Shape::String, REQUIRED | ZERO, "v1.Protocol"),
    f(255, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static CORE_IMAGE_VOLUME_SOURCE: Type = ty("v1.ImageVolumeSource", false, &CORE_IMAGE_VOLUME_SOURCE_FIELDS, &[0, 1]);
static CORE_IMAGE_VOLUME_SOURCE_SHAPE: Shape = object(&CORE_IMAGE_VOLUME_SOURCE);
static CORE_IMAGE_VOLUME_SOURCE_FIELDS: [Field; 2] = [
    f(686, 1, Shape::String, OMITEMPTY, "string"),
    f(666, 2, Shape::String, OMITEMPTY, "v1.PullPolicy"),
];

pub static CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS: Type = ty("v1.NodeAllocatableResourceClaimStatus", false, &CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS_FIELDS, &[0, 1, 2]);
static CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS_SHAPE: Shape = object(&CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS);
static CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS_FIELDS: [Field; 3] = [
    f(718, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(156, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    f(730, 3, map(const { &Shape::Quantity }), REQUIRED, "map[v1.ResourceName]resource.Quantity"),
];

pub static ADMISSION_ADMISSION_REVIEW: Type = ty("v1.AdmissionReview", false, &ADMISSION_ADMISSION_REVIEW_FIELDS, &[2, 3]);
static ADMISSION_ADMISSION_REVIEW_SHAPE: Shape = object(&ADMISSION_ADMISSION_REVIEW);
static ADMISSION_ADMISSION_REVIEW_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(698, 1, object(&ADMISSION_ADMISSION_REQUEST), POINTER | OMITEMPTY, "*v1.AdmissionRequest"),
    f(731, 2, object(&ADMISSION_ADMISSION_RESPONSE), POINTER | OMITEMPTY, "*v1.AdmissionResponse"),
];

pub static ADMISSION_ADMISSION_REQUEST: Type = ty("v1.AdmissionRequest", false, &ADMISSION_ADMISSION_REQUEST_FIELDS, &[0, 1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 4, 5, 6]);
static ADMISSION_ADMISSION_REQUEST_SHAPE: Shape = object(&ADMISSION_ADMISSION_REQUEST);
static ADMISSION_ADMISSION_REQUEST_FIELDS: [Field; 15] = [
    f(932, 1, Shape::String, 0, "types.UID"),
    f(407, 2, object(&META_GROUP_VERSION_KIND), 0, "v1.GroupVersionKind"),
    f(716, 3, object(&META_GROUP_VERSION_RESOURCE), 0, "v1.GroupVersionResource"),
    f(867, 4, Shape::String, OMITEMPTY, "string"),
    f(699, 13, object(&META_GROUP_VERSION_KIND), POINTER | OMITEMPTY, "*v1.GroupVersionKind"),
    f(703, 14, object(&META_GROUP_VERSION_RESOURCE), POINTER | OMITEMPTY, "*v1.GroupVersionResource"),
    f(704, 15, Shape::String, OMITEMPTY, "string"),
    f(518, 5, Shape::String, OMITEMPTY, "string"),
    f(521, 6, Shape::String, OMITEMPTY, "string"),
    f(572, 7, Shape::String, 0, "v1.Operation"),
    f(947, 8, object(&AUTHENTICATION_USER_INFO), 0, "v1.UserInfo"),
    f(561, 9, Shape::Raw, OMITEMPTY, "runtime.RawExtension"),
    f(565, 10, Shape::Raw, OMITEMPTY, "runtime.RawExtension"),
    f(238, 11, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(577, 12, Shape::Raw, OMITEMPTY, "runtime.RawExtension"),
];

pub static ADMISSION_ADMISSION_RESPONSE: Type = ty("v1.AdmissionResponse", false, &ADMISSION_ADMISSION_RESPONSE_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static ADMISSION_ADMISSION_RESPONSE_SHAPE: Shape = object(&ADMISSION_ADMISSION_RESPONSE);
static ADMISSION_ADMISSION_RESPONSE_FIELDS: [Field; 7] = [
    f(932, 1, Shape::String, 0, "types.UID"),
    f(45, 2, Shape::Bool, 0, "bool"),
    f(842, 3, object(&META_STATUS), POINTER | OMITEMPTY, "*v1.Status"),
    f(591, 4, Shape::Bytes, OMITEMPTY, "[]uint8"),
    f(592, 5, Shape::String, POINTER | OMITEMPTY, "*v1.PatchType"),
    f(74, 6, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    g(987, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static ADMISSIONREGISTRATION_RULE: Type = ty("v1.Rule", false, &ADMISSIONREGISTRATION_RULE_FIELDS, &[0, 1, 2, 3]);
static ADMISSIONREGISTRATION_RULE_SHAPE: Shape = object(&ADMISSIONREGISTRATION_RULE);
static ADMISSIONREGISTRATION_RULE_FIELDS: [Field; 4] = [
    g(50, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(52, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(730, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(766, 4, Shape::String, POINTER | OMITEMPTY, "*v1.ScopeType"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY: Type = ty("v1.ValidatingAdmissionPolicy", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_FIELDS, &[2, 3, 4]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC), OMITEMPTY | ZERO, "v1.ValidatingAdmissionPolicySpec"),
    f(842, 3, object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS), OMITEMPTY | ZERO, "v1.ValidatingAdmissionPolicyStatus"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS: Type = ty("v1.ValidatingAdmissionPolicyStatus", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS_FIELDS, &[0, 1, 2]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS_FIELDS: [Field; 3] = [
    f(564, 1, Shape::Int64, OMITEMPTY, "int64"),
    f(931, 2, object(&ADMISSIONREGISTRATION_TYPE_CHECKING), POINTER | OMITEMPTY, "*v1.TypeChecking"),
    g(140, 3, list(&META_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Condition", ListType::Map, const { &[k(930)] }, patch(false, false, false), None, None),
];

pub static ADMISSIONREGISTRATION_TYPE_CHECKING: Type = ty("v1.TypeChecking", false, &ADMISSIONREGISTRATION_TYPE_CHECKING_FIELDS, &[0]);
static ADMISSIONREGISTRATION_TYPE_CHECKING_SHAPE: Shape = object(&ADMISSIONREGISTRATION_TYPE_CHECKING);
static ADMISSIONREGISTRATION_TYPE_CHECKING_FIELDS: [Field; 1] = [
    g(274, 1, list(&ADMISSIONREGISTRATION_EXPRESSION_WARNING_SHAPE), OMITEMPTY | DECLARED, "[]v1.ExpressionWarning", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static ADMISSIONREGISTRATION_EXPRESSION_WARNING: Type = ty("v1.ExpressionWarning", false, &ADMISSIONREGISTRATION_EXPRESSION_WARNING_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_EXPRESSION_WARNING_SHAPE: Shape = object(&ADMISSIONREGISTRATION_EXPRESSION_WARNING);
static ADMISSIONREGISTRATION_EXPRESSION_WARNING_FIELDS: [Field; 2] = [
    f(294, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(986, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST: Type = ty("v1.ValidatingAdmissionPolicyList", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SHAPE), REQUIRED, "[]v1.ValidatingAdmissionPolicy"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC: Type = ty("v1.ValidatingAdmissionPolicySpec", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC_FIELDS: [Field; 7] = [
    f(585, 1, object(&ADMISSIONREGISTRATION_PARAM_KIND), POINTER | OMITEMPTY, "*v1.ParamKind"),
    f(469, 2, object(&ADMISSIONREGISTRATION_MATCH_RESOURCES), POINTER | OMITEMPTY, "*v1.MatchResources"),
    g(953, 3, list(&ADMISSIONREGISTRATION_VALIDATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Validation", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(287, 4, Shape::String, POINTER | OMITEMPTY, "*v1.FailurePolicyType"),
    g(74, 5, list(&ADMISSIONREGISTRATION_AUDIT_ANNOTATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.AuditAnnotation", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(468, 6, list(&ADMISSIONREGISTRATION_MATCH_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.MatchCondition", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    g(958, 7, list(&ADMISSIONREGISTRATION_VARIABLE_SHAPE), OMITEMPTY | DECLARED, "[]v1.Variable", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static ADMISSIONREGISTRATION_PARAM_KIND: Type = ty("v1.ParamKind", true, &ADMISSIONREGISTRATION_PARAM_KIND_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_PARAM_KIND_SHAPE: Shape = object(&ADMISSIONREGISTRATION_PARAM_KIND);
static ADMISSIONREGISTRATION_PARAM_KIND_FIELDS: [Field; 2] = [
    f(51, 1, Shape::String, OMITEMPTY, "string"),
    f(407, 2, Shape::String, OMITEMPTY, "string"),
];

pub static ADMISSIONREGISTRATION_VALIDATION: Type = ty("v1.Validation", false, &ADMISSIONREGISTRATION_VALIDATION_FIELDS, &[0, 1, 2, 3]);
static ADMISSIONREGISTRATION_VALIDATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATION);
static ADMISSIONREGISTRATION_VALIDATION_FIELDS: [Field; 4] = [
    f(273, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
    f(682, 3, Shape::String, POINTER | OMITEMPTY, "*v1.StatusReason"),
    f(494, 4, Shape::String, OMITEMPTY, "string"),
];

pub static ADMISSIONREGISTRATION_VARIABLE: Type = ty("v1.Variable", true, &ADMISSIONREGISTRATION_VARIABLE_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_VARIABLE_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VARIABLE);
static ADMISSIONREGISTRATION_VARIABLE_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(273, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static ADMISSIONREGISTRATION_AUDIT_ANNOTATION: Type = ty("v1.AuditAnnotation", false, &ADMISSIONREGISTRATION_AUDIT_ANNOTATION_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_AUDIT_ANNOTATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_AUDIT_ANNOTATION);
static ADMISSIONREGISTRATION_AUDIT_ANNOTATION_FIELDS: [Field; 2] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(955, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING: Type = ty("v1.ValidatingAdmissionPolicyBinding", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC), OMITEMPTY | REQUIRED | ZERO, "v1.ValidatingAdmissionPolicyBindingSpec"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST: Type = ty("v1.ValidatingAdmissionPolicyBindingList", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SHAPE), REQUIRED, "[]v1.ValidatingAdmissionPolicyBinding"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC: Type = ty("v1.ValidatingAdmissionPolicyBindingSpec", false, &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC_FIELDS, &[0, 1, 2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC);
static ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC_FIELDS: [Field; 4] = [
    f(632, 1, Shape::String, OMITEMPTY | REQUIRED, "string"),
    f(586, 2, object(&ADMISSIONREGISTRATION_PARAM_REF), POINTER | OMITEMPTY, "*v1.ParamRef"),
    f(476, 3, object(&ADMISSIONREGISTRATION_MATCH_RESOURCES), POINTER | OMITEMPTY, "*v1.MatchResources"),
    g(952, 4, list(const { &Shape::String }), OMITEMPTY | REQUIRED | DECLARED, "[]v1.ValidationAction", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static ADMISSIONREGISTRATION_PARAM_REF: Type = ty("v1.ParamRef", true, &ADMISSIONREGISTRATION_PARAM_REF_FIELDS, &[0, 1, 2, 3]);
static ADMISSIONREGISTRATION_PARAM_REF_SHAPE: Shape = object(&ADMISSIONREGISTRATION_PARAM_REF);
static ADMISSIONREGISTRATION_PARAM_REF_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(521, 2, Shape::String, OMITEMPTY, "string"),
    f(786, 3, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(587, 4, Shape::String, POINTER | OMITEMPTY, "*v1.ParameterNotFoundActionType"),
];

pub static ADMISSIONREGISTRATION_MATCH_RESOURCES: Type = ty("v1.MatchResources", true, &ADMISSIONREGISTRATION_MATCH_RESOURCES_FIELDS, &[0, 1, 2, 3, 4]);
static ADMISSIONREGISTRATION_MATCH_RESOURCES_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MATCH_RESOURCES);
static ADMISSIONREGISTRATION_MATCH_RESOURCES_FIELDS: [Field; 5] = [
    f(522, 1, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(562, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    g(726, 3, list(&ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS_SHAPE), OMITEMPTY | DECLARED, "[]v1.NamedRuleWithOperations", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(263, 4, list(&ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS_SHAPE), OMITEMPTY | DECLARED, "[]v1.NamedRuleWithOperations", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(475, 7, Shape::String, POINTER | OMITEMPTY, "*v1.MatchPolicyType"),
];

pub static ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS: Type = ty("v1.NamedRuleWithOperations", true, &ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS_SHAPE: Shape = object(&ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS);
static ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS_FIELDS: [Field; 2] = [
    g(725, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(10, 2, object(&ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS), INLINE, "v1.RuleWithOperations"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION: Type = ty("v1.ValidatingWebhookConfiguration", false, &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(990, 2, list(&ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_SHAPE), OMITEMPTY | DECLARED, "[]v1.ValidatingWebhook", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST: Type = ty("v1.ValidatingWebhookConfigurationList", false, &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_SHAPE), REQUIRED, "[]v1.ValidatingWebhookConfiguration"),
];

pub static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION: Type = ty("v1.MutatingWebhookConfiguration", false, &ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(990, 2, list(&ADMISSIONREGISTRATION_MUTATING_WEBHOOK_SHAPE), OMITEMPTY | DECLARED, "[]v1.MutatingWebhook", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST: Type = ty("v1.MutatingWebhookConfigurationList", false, &ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_SHAPE), REQUIRED, "[]v1.MutatingWebhookConfiguration"),
];

pub static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK: Type = ty("v1.ValidatingWebhook", false, &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_FIELDS, &[0, 1, 2, 3, 5, 7, 8, 9, 4, 6, 10]);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_SHAPE: Shape = object(&ADMISSIONREGISTRATION_VALIDATING_WEBHOOK);
static ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_FIELDS: [Field; 11] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(122, 2, object(&ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG), REQUIRED | ZERO, "v1.WebhookClientConfig"),
    g(746, 3, list(&ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS_SHAPE), OMITEMPTY | DECLARED, "[]v1.RuleWithOperations", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(287, 4, Shape::String, POINTER | OMITEMPTY, "*v1.FailurePolicyType"),
    f(475, 9, Shape::String, POINTER | OMITEMPTY, "*v1.MatchPolicyType"),
    f(522, 5, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(562, 10, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(817, 6, Shape::String, POINTER | REQUIRED, "*v1.SideEffectClass"),
    f(912, 7, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(27, 8, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(468, 11, list(&ADMISSIONREGISTRATION_MATCH_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.MatchCondition", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static ADMISSIONREGISTRATION_MUTATING_WEBHOOK: Type = ty("v1.MutatingWebhook", false, &ADMISSIONREGISTRATION_MUTATING_WEBHOOK_FIELDS, &[0, 1, 2, 3, 5, 7, 8, 9, 4, 10, 6, 11]);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_WEBHOOK);
static ADMISSIONREGISTRATION_MUTATING_WEBHOOK_FIELDS: [Field; 12] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(122, 2, object(&ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG), REQUIRED | ZERO, "v1.WebhookClientConfig"),
    g(746, 3, list(&ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS_SHAPE), OMITEMPTY | DECLARED, "[]v1.RuleWithOperations", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(287, 4, Shape::String, POINTER | OMITEMPTY, "*v1.FailurePolicyType"),
    f(475, 9, Shape::String, POINTER | OMITEMPTY, "*v1.MatchPolicyType"),
    f(522, 5, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(562, 11, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(817, 6, Shape::String, POINTER | REQUIRED, "*v1.SideEffectClass"),
    f(912, 7, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(27, 8, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(689, 10, Shape::String, POINTER | OMITEMPTY, "*v1.ReinvocationPolicyType"),
    g(468, 12, list(&ADMISSIONREGISTRATION_MATCH_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.MatchCondition", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY: Type = ty("v1.MutatingAdmissionPolicy", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC), OMITEMPTY | ZERO, "v1.MutatingAdmissionPolicySpec"),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST: Type = ty("v1.MutatingAdmissionPolicyList", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SHAPE), REQUIRED, "[]v1.MutatingAdmissionPolicy"),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC: Type = ty("v1.MutatingAdmissionPolicySpec", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC_FIELDS: [Field; 7] = [
    f(585, 1, object(&ADMISSIONREGISTRATION_PARAM_KIND), POINTER | OMITEMPTY, "*v1.ParamKind"),
    f(469, 2, object(&ADMISSIONREGISTRATION_MATCH_RESOURCES), POINTER | OMITEMPTY, "*v1.MatchResources"),
    g(958, 3, list(&ADMISSIONREGISTRATION_VARIABLE_SHAPE), OMITEMPTY | DECLARED, "[]v1.Variable", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(517, 4, list(&ADMISSIONREGISTRATION_MUTATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Mutation", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(287, 5, Shape::String, POINTER | OMITEMPTY, "*v1.FailurePolicyType"),
    g(468, 6, list(&ADMISSIONREGISTRATION_MATCH_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.MatchCondition", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
    f(689, 7, Shape::String, OMITEMPTY, "v1.ReinvocationPolicyType"),
];

pub static ADMISSIONREGISTRATION_MUTATION: Type = ty("v1.Mutation", false, &ADMISSIONREGISTRATION_MUTATION_FIELDS, &[0, 1, 2]);
static ADMISSIONREGISTRATION_MUTATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATION);
static ADMISSIONREGISTRATION_MUTATION_FIELDS: [Field; 3] = [
    f(592, 2, Shape::String, REQUIRED | ZERO, "v1.PatchType"),
    f(62, 3, object(&ADMISSIONREGISTRATION_APPLY_CONFIGURATION), POINTER | OMITEMPTY, "*v1.ApplyConfiguration"),
    f(399, 4, object(&ADMISSIONREGISTRATION_JSON_PATCH), POINTER | OMITEMPTY, "*v1.JSONPatch"),
];

pub static ADMISSIONREGISTRATION_APPLY_CONFIGURATION: Type = ty("v1.ApplyConfiguration", false, &ADMISSIONREGISTRATION_APPLY_CONFIGURATION_FIELDS, &[0]);
static ADMISSIONREGISTRATION_APPLY_CONFIGURATION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_APPLY_CONFIGURATION);
static ADMISSIONREGISTRATION_APPLY_CONFIGURATION_FIELDS: [Field; 1] = [
    f(273, 1, Shape::String, OMITEMPTY, "string"),
];

pub static ADMISSIONREGISTRATION_JSON_PATCH: Type = ty("v1.JSONPatch", false, &ADMISSIONREGISTRATION_JSON_PATCH_FIELDS, &[0]);
static ADMISSIONREGISTRATION_JSON_PATCH_SHAPE: Shape = object(&ADMISSIONREGISTRATION_JSON_PATCH);
static ADMISSIONREGISTRATION_JSON_PATCH_FIELDS: [Field; 1] = [
    f(273, 1, Shape::String, OMITEMPTY, "string"),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING: Type = ty("v1.MutatingAdmissionPolicyBinding", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC), OMITEMPTY | ZERO, "v1.MutatingAdmissionPolicyBindingSpec"),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST: Type = ty("v1.MutatingAdmissionPolicyBindingList", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST_FIELDS, &[2, 3]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SHAPE), REQUIRED, "[]v1.MutatingAdmissionPolicyBinding"),
];

pub static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC: Type = ty("v1.MutatingAdmissionPolicyBindingSpec", false, &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC_FIELDS, &[0, 1, 2]);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC);
static ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC_FIELDS: [Field; 3] = [
    f(632, 1, Shape::String, OMITEMPTY, "string"),
    f(586, 2, object(&ADMISSIONREGISTRATION_PARAM_REF), POINTER | OMITEMPTY, "*v1.ParamRef"),
    f(476, 3, object(&ADMISSIONREGISTRATION_MATCH_RESOURCES), POINTER | OMITEMPTY, "*v1.MatchResources"),
];

pub static ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS: Type = ty("v1.RuleWithOperations", false, &ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS_SHAPE: Shape = object(&ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS);
static ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS_FIELDS: [Field; 2] = [
    g(573, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.OperationType", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(9, 2, object(&ADMISSIONREGISTRATION_RULE), INLINE, "v1.Rule"),
];

pub static ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG: Type = ty("v1.WebhookClientConfig", false, &ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG_FIELDS, &[1, 2, 0]);
static ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG_SHAPE: Shape = object(&ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG);
static ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG_FIELDS: [Field; 3] = [
    f(942, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(795, 1, object(&ADMISSIONREGISTRATION_SERVICE_REFERENCE), POINTER | OMITEMPTY, "*v1.ServiceReference"),
    f(101, 2, Shape::Bytes, OMITEMPTY, "[]uint8"),
];

pub static ADMISSIONREGISTRATION_SERVICE_REFERENCE: Type = ty("v1.ServiceReference", false, &ADMISSIONREGISTRATION_SERVICE_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static ADMISSIONREGISTRATION_SERVICE_REFERENCE_SHAPE: Shape = object(&ADMISSIONREGISTRATION_SERVICE_REFERENCE);
static ADMISSIONREGISTRATION_SERVICE_REFERENCE_FIELDS: [Field; 4] = [
    f(521, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(635, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static ADMISSIONREGISTRATION_MATCH_CONDITION: Type = ty("v1.MatchCondition", false, &ADMISSIONREGISTRATION_MATCH_CONDITION_FIELDS, &[0, 1]);
static ADMISSIONREGISTRATION_MATCH_CONDITION_SHAPE: Shape = object(&ADMISSIONREGISTRATION_MATCH_CONDITION);
static ADMISSIONREGISTRATION_MATCH_CONDITION_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(273, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static APIDISCOVERY_API_GROUP_DISCOVERY_LIST: Type = ty("v2.APIGroupDiscoveryList", false, &APIDISCOVERY_API_GROUP_DISCOVERY_LIST_FIELDS, &[2, 3]);
static APIDISCOVERY_API_GROUP_DISCOVERY_LIST_SHAPE: Shape = object(&APIDISCOVERY_API_GROUP_DISCOVERY_LIST);
static APIDISCOVERY_API_GROUP_DISCOVERY_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY, "v1.ListMeta"),
    f(396, 2, list(&APIDISCOVERY_API_GROUP_DISCOVERY_SHAPE), 0, "[]v2.APIGroupDiscovery"),
];

pub static APIDISCOVERY_API_GROUP_DISCOVERY: Type = ty("v2.APIGroupDiscovery", false, &APIDISCOVERY_API_GROUP_DISCOVERY_FIELDS, &[2, 3]);
static APIDISCOVERY_API_GROUP_DISCOVERY_SHAPE: Shape = object(&APIDISCOVERY_API_GROUP_DISCOVERY);
static APIDISCOVERY_API_GROUP_DISCOVERY_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY, "v1.ObjectMeta"),
    g(963, 2, list(&APIDISCOVERY_API_VERSION_DISCOVERY_SHAPE), OMITEMPTY | DECLARED, "[]v2.APIVersionDiscovery", ListType::Map, const { &[k(961)] }, patch(false, false, false), None, None),
];

pub static APIDISCOVERY_API_VERSION_DISCOVERY: Type = ty("v2.APIVersionDiscovery", false, &APIDISCOVERY_API_VERSION_DISCOVERY_FIELDS, &[0, 1, 2]);
static APIDISCOVERY_API_VERSION_DISCOVERY_SHAPE: Shape = object(&APIDISCOVERY_API_VERSION_DISCOVERY);
static APIDISCOVERY_API_VERSION_DISCOVERY_FIELDS: [Field; 3] = [
    f(961, 1, Shape::String, 0, "string"),
    g(730, 2, list(&APIDISCOVERY_API_RESOURCE_DISCOVERY_SHAPE), OMITEMPTY | DECLARED, "[]v2.APIResourceDiscovery", ListType::Map, const { &[k(716)] }, patch(false, false, false), None, None),
    f(311, 3, Shape::String, OMITEMPTY, "v2.DiscoveryFreshness"),
];

pub static APIDISCOVERY_API_RESOURCE_DISCOVERY: Type = ty("v2.APIResourceDiscovery", false, &APIDISCOVERY_API_RESOURCE_DISCOVERY_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static APIDISCOVERY_API_RESOURCE_DISCOVERY_SHAPE: Shape = object(&APIDISCOVERY_API_RESOURCE_DISCOVERY);
static APIDISCOVERY_API_RESOURCE_DISCOVERY_FIELDS: [Field; 8] = [
    f(716, 1, Shape::String, 0, "string"),
    f(732, 2, object(&META_GROUP_VERSION_KIND), POINTER | OMITEMPTY, "*v1.GroupVersionKind"),
    f(766, 3, Shape::String, 0, "v2.ResourceScope"),
    f(824, 4, Shape::String, 0, "string"),
    g(960, 5, list(const { &Shape::String }), DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(816, 6, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(106, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(871, 8, list(&APIDISCOVERY_API_SUBRESOURCE_DISCOVERY_SHAPE), OMITEMPTY | DECLARED, "[]v2.APISubresourceDiscovery", ListType::Map, const { &[k(870)] }, patch(false, false, false), None, None),
];

pub static APIDISCOVERY_API_SUBRESOURCE_DISCOVERY: Type = ty("v2.APISubresourceDiscovery", false, &APIDISCOVERY_API_SUBRESOURCE_DISCOVERY_FIELDS, &[0, 1, 2, 3]);
static APIDISCOVERY_API_SUBRESOURCE_DISCOVERY_SHAPE: Shape = object(&APIDISCOVERY_API_SUBRESOURCE_DISCOVERY);
static APIDISCOVERY_API_SUBRESOURCE_DISCOVERY_FIELDS: [Field; 4] = [
    f(870, 1, Shape::String, 0, "string"),
    f(732, 2, object(&META_GROUP_VERSION_KIND), POINTER | OMITEMPTY, "*v1.GroupVersionKind"),
    g(13, 3, list(&META_GROUP_VERSION_KIND_SHAPE), OMITEMPTY | DECLARED, "[]v1.GroupVersionKind", ListType::Map, const { &[k(329), k(961), k(407)] }, patch(false, false, false), None, None),
    g(960, 4, list(const { &Shape::String }), DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static APPS_STATEFUL_SET: Type = ty("v1.StatefulSet", false, &APPS_STATEFUL_SET_FIELDS, &[2, 3, 4]);
static APPS_STATEFUL_SET_SHAPE: Shape = object(&APPS_STATEFUL_SET);
static APPS_STATEFUL_SET_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APPS_STATEFUL_SET_SPEC), OMITEMPTY | ZERO, "v1.StatefulSetSpec"),
    f(842, 3, object(&APPS_STATEFUL_SET_STATUS), OMITEMPTY | ZERO, "v1.StatefulSetStatus"),
];

pub static APPS_STATEFUL_SET_UPDATE_STRATEGY: Type = ty("v1.StatefulSetUpdateStrategy", false, &APPS_STATEFUL_SET_UPDATE_STRATEGY_FIELDS, &[0, 1]);
static APPS_STATEFUL_SET_UPDATE_STRATEGY_SHAPE: Shape = object(&APPS_STATEFUL_SET_UPDATE_STRATEGY);
static APPS_STATEFUL_SET_UPDATE_STRATEGY_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, OMITEMPTY, "v1.StatefulSetUpdateStrategyType"),
    f(743, 2, object(&APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY), POINTER | OMITEMPTY, "*v1.RollingUpdateStatefulSetStrategy"),
];

pub static APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY: Type = ty("v1.RollingUpdateStatefulSetStrategy", false, &APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY_FIELDS, &[0, 1]);
static APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY_SHAPE: Shape = object(&APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY);
static APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY_FIELDS: [Field; 2] = [
    f(590, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(488, 2, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
];

pub static APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY: Type = ty("v1.StatefulSetPersistentVolumeClaimRetentionPolicy", false, &APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY_FIELDS, &[0, 1]);
static APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY_SHAPE: Shape = object(&APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY);
static APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY_FIELDS: [Field; 2] = [
    f(992, 1, Shape::String, OMITEMPTY, "v1.PersistentVolumeClaimRetentionPolicyType"),
    f(993, 2, Shape::String, OMITEMPTY, "v1.PersistentVolumeClaimRetentionPolicyType"),
];

pub static APPS_STATEFUL_SET_ORDINALS: Type = ty("v1.StatefulSetOrdinals", false, &APPS_STATEFUL_SET_ORDINALS_FIELDS, &[0]);
static APPS_STATEFUL_SET_ORDINALS_SHAPE: Shape = object(&APPS_STATEFUL_SET_ORDINALS);
static APPS_STATEFUL_SET_ORDINALS_FIELDS: [Field; 1] = [
    f(834, 1, Shape::Int32, ZERO, "int32"),
];

pub static APPS_STATEFUL_SET_SPEC: Type = ty("v1.StatefulSetSpec", false, &APPS_STATEFUL_SET_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
static APPS_STATEFUL_SET_SPEC_SHAPE: Shape = object(&APPS_STATEFUL_SET_SPEC);
static APPS_STATEFUL_SET_SPEC_FIELDS: [Field; 11] = [
    f(693, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(786, 2, object(&META_LABEL_SELECTOR), POINTER | REQUIRED, "*v1.LabelSelector"),
    f(900, 3, object(&CORE_POD_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.PodTemplateSpec"),
    g(969, 4, list(&CORE_PERSISTENT_VOLUME_CLAIM_SHAPE), OMITEMPTY | DECLARED, "[]v1.PersistentVolumeClaim", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(802, 5, Shape::String, ZERO, "string"),
    f(626, 6, Shape::String, OMITEMPTY, "v1.PodManagementPolicyType"),
    f(939, 7, object(&APPS_STATEFUL_SET_UPDATE_STRATEGY), OMITEMPTY | ZERO, "v1.StatefulSetUpdateStrategy"),
    f(740, 8, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(506, 9, Shape::Int32, OMITEMPTY, "int32"),
    f(604, 10, object(&APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY), POINTER | OMITEMPTY, "*v1.StatefulSetPersistentVolumeClaimRetentionPolicy"),
    f(578, 11, object(&APPS_STATEFUL_SET_ORDINALS), POINTER | OMITEMPTY, "*v1.StatefulSetOrdinals"),
];

pub static APPS_STATEFUL_SET_STATUS: Type = ty("v1.StatefulSetStatus", false, &APPS_STATEFUL_SET_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static APPS_STATEFUL_SET_STATUS_SHAPE: Shape = object(&APPS_STATEFUL_SET_STATUS);
static APPS_STATEFUL_SET_STATUS_FIELDS: [Field; 10] = [
    f(564, 1, Shape::Int64, OMITEMPTY, "int64"),
    f(693, 2, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(681, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(180, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(941, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(181, 6, Shape::String, OMITEMPTY, "string"),
    f(938, 7, Shape::String, OMITEMPTY, "string"),
    f(130, 9, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(140, 10, list(&APPS_STATEFUL_SET_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.StatefulSetCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    f(77, 11, Shape::Int32, ZERO, "int32"),
];

pub static APPS_STATEFUL_SET_CONDITION: Type = ty("v1.StatefulSetCondition", false, &APPS_STATEFUL_SET_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static APPS_STATEFUL_SET_CONDITION_SHAPE: Shape = object(&APPS_STATEFUL_SET_CONDITION);
static APPS_STATEFUL_SET_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.StatefulSetConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static APPS_STATEFUL_SET_LIST: Type = ty("v1.StatefulSetList", false, &APPS_STATEFUL_SET_LIST_FIELDS, &[2, 3]);
static APPS_STATEFUL_SET_LIST_SHAPE: Shape = object(&APPS_STATEFUL_SET_LIST);
static APPS_STATEFUL_SET_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APPS_STATEFUL_SET_SHAPE), REQUIRED, "[]v1.StatefulSet"),
];

pub static APPS_DEPLOYMENT: Type = ty("v1.Deployment", false, &APPS_DEPLOYMENT_FIELDS, &[2, 3, 4]);
static APPS_DEPLOYMENT_SHAPE: Shape = object(&APPS_DEPLOYMENT);
static APPS_DEPLOYMENT_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APPS_DEPLOYMENT_SPEC), OMITEMPTY | ZERO, "v1.DeploymentSpec"),
    f(842, 3, object(&APPS_DEPLOYMENT_STATUS), OMITEMPTY | ZERO, "v1.DeploymentStatus"),
];

pub static APPS_DEPLOYMENT_SPEC: Type = ty("v1.DeploymentSpec", false, &APPS_DEPLOYMENT_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static APPS_DEPLOYMENT_SPEC_SHAPE: Shape = object(&APPS_DEPLOYMENT_SPEC);
static APPS_DEPLOYMENT_SPEC_FIELDS: [Field; 8] = [
    f(693, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(786, 2, object(&META_LABEL_SELECTOR), POINTER | REQUIRED, "*v1.LabelSelector"),
    f(900, 3, object(&CORE_POD_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.PodTemplateSpec"),
    g(860, 4, object(&APPS_DEPLOYMENT_STRATEGY), OMITEMPTY | ZERO, "v1.DeploymentStrategy", ListType::Atomic, const { &[] }, patch(false, false, true), None, None),
    f(506, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(740, 6, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(598, 7, Shape::Bool, OMITEMPTY, "bool"),
    f(657, 9, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static APPS_DEPLOYMENT_STRATEGY: Type = ty("v1.DeploymentStrategy", false, &APPS_DEPLOYMENT_STRATEGY_FIELDS, &[0, 1]);
static APPS_DEPLOYMENT_STRATEGY_SHAPE: Shape = object(&APPS_DEPLOYMENT_STRATEGY);
static APPS_DEPLOYMENT_STRATEGY_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, OMITEMPTY, "v1.DeploymentStrategyType"),
    f(743, 2, object(&APPS_ROLLING_UPDATE_DEPLOYMENT), POINTER | OMITEMPTY, "*v1.RollingUpdateDeployment"),
];

pub static APPS_ROLLING_UPDATE_DEPLOYMENT: Type = ty("v1.RollingUpdateDeployment", false, &APPS_ROLLING_UPDATE_DEPLOYMENT_FIELDS, &[0, 1]);
static APPS_ROLLING_UPDATE_DEPLOYMENT_SHAPE: Shape = object(&APPS_ROLLING_UPDATE_DEPLOYMENT);
static APPS_ROLLING_UPDATE_DEPLOYMENT_FIELDS: [Field; 2] = [
    f(488, 1, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
    f(487, 2, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
];

pub static APPS_DEPLOYMENT_STATUS: Type = ty("v1.DeploymentStatus", false, &APPS_DEPLOYMENT_STATUS_FIELDS, &[0, 1, 2, 4, 5, 7, 3, 8, 6]);
static APPS_DEPLOYMENT_STATUS_SHAPE: Shape = object(&APPS_DEPLOYMENT_STATUS);
static APPS_DEPLOYMENT_STATUS_FIELDS: [Field; 9] = [
    f(564, 1, Shape::Int64, OMITEMPTY, "int64"),
    f(693, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(941, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(681, 7, Shape::Int32, OMITEMPTY, "int32"),
    f(77, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(933, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(904, 9, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(140, 6, list(&APPS_DEPLOYMENT_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeploymentCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
    f(130, 8, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static APPS_DEPLOYMENT_CONDITION: Type = ty("v1.DeploymentCondition", false, &APPS_DEPLOYMENT_CONDITION_FIELDS, &[0, 1, 4, 5, 2, 3]);
static APPS_DEPLOYMENT_CONDITION_SHAPE: Shape = object(&APPS_DEPLOYMENT_CONDITION);
static APPS_DEPLOYMENT_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.DeploymentConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(439, 6, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 7, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static APPS_DEPLOYMENT_LIST: Type = ty("v1.DeploymentList", false, &APPS_DEPLOYMENT_LIST_FIELDS, &[2, 3]);
static APPS_DEPLOYMENT_LIST_SHAPE: Shape = object(&APPS_DEPLOYMENT_LIST);
static APPS_DEPLOYMENT_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APPS_DEPLOYMENT_SHAPE), REQUIRED, "[]v1.Deployment"),
];

pub static APPS_DAEMON_SET_UPDATE_STRATEGY: Type = ty("v1.DaemonSetUpdateStrategy", false, &APPS_DAEMON_SET_UPDATE_STRATEGY_FIELDS, &[0, 1]);
static APPS_DAEMON_SET_UPDATE_STRATEGY_SHAPE: Shape = object(&APPS_DAEMON_SET_UPDATE_STRATEGY);
static APPS_DAEMON_SET_UPDATE_STRATEGY_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, OMITEMPTY, "v1.DaemonSetUpdateStrategyType"),
    f(743, 2, object(&APPS_ROLLING_UPDATE_DAEMON_SET), POINTER | OMITEMPTY, "*v1.RollingUpdateDaemonSet"),
];

pub static APPS_ROLLING_UPDATE_DAEMON_SET: Type = ty("v1.RollingUpdateDaemonSet", false, &APPS_ROLLING_UPDATE_DAEMON_SET_FIELDS, &[0, 1]);
static APPS_ROLLING_UPDATE_DAEMON_SET_SHAPE: Shape = object(&APPS_ROLLING_UPDATE_DAEMON_SET);
static APPS_ROLLING_UPDATE_DAEMON_SET_FIELDS: [Field; 2] = [
    f(488, 1, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
    f(487, 2, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
];

pub static APPS_DAEMON_SET_SPEC: Type = ty("v1.DaemonSetSpec", false, &APPS_DAEMON_SET_SPEC_FIELDS, &[0, 1, 2, 3, 4]);
static APPS_DAEMON_SET_SPEC_SHAPE: Shape = object(&APPS_DAEMON_SET_SPEC);
static APPS_DAEMON_SET_SPEC_FIELDS: [Field; 5] = [
    f(786, 1, object(&META_LABEL_SELECTOR), POINTER | REQUIRED, "*v1.LabelSelector"),
    f(900, 2, object(&CORE_POD_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.PodTemplateSpec"),
    f(939, 3, object(&APPS_DAEMON_SET_UPDATE_STRATEGY), OMITEMPTY | ZERO, "v1.DaemonSetUpdateStrategy"),
    f(506, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(740, 6, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static APPS_DAEMON_SET_STATUS: Type = ty("v1.DaemonSetStatus", false, &APPS_DAEMON_SET_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static APPS_DAEMON_SET_STATUS_SHAPE: Shape = object(&APPS_DAEMON_SET_STATUS);
static APPS_DAEMON_SET_STATUS_FIELDS: [Field; 10] = [
    f(179, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(558, 2, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(215, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(559, 4, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(564, 5, Shape::Int64, OMITEMPTY, "int64"),
    f(940, 6, Shape::Int32, OMITEMPTY, "int32"),
    f(557, 7, Shape::Int32, OMITEMPTY, "int32"),
    f(560, 8, Shape::Int32, OMITEMPTY, "int32"),
    f(130, 9, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(140, 10, list(&APPS_DAEMON_SET_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DaemonSetCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static APPS_DAEMON_SET_CONDITION: Type = ty("v1.DaemonSetCondition", false, &APPS_DAEMON_SET_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static APPS_DAEMON_SET_CONDITION_SHAPE: Shape = object(&APPS_DAEMON_SET_CONDITION);
static APPS_DAEMON_SET_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.DaemonSetConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static APPS_DAEMON_SET: Type = ty("v1.DaemonSet", false, &APPS_DAEMON_SET_FIELDS, &[2, 3, 4]);
static APPS_DAEMON_SET_SHAPE: Shape = object(&APPS_DAEMON_SET);
static APPS_DAEMON_SET_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APPS_DAEMON_SET_SPEC), OMITEMPTY | ZERO, "v1.DaemonSetSpec"),
    f(842, 3, object(&APPS_DAEMON_SET_STATUS), OMITEMPTY | ZERO, "v1.DaemonSetStatus"),
];

pub static APPS_DAEMON_SET_LIST: Type = ty("v1.DaemonSetList", false, &APPS_DAEMON_SET_LIST_FIELDS, &[2, 3]);
static APPS_DAEMON_SET_LIST_SHAPE: Shape = object(&APPS_DAEMON_SET_LIST);
static APPS_DAEMON_SET_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APPS_DAEMON_SET_SHAPE), REQUIRED, "[]v1.DaemonSet"),
];

pub static APPS_REPLICA_SET: Type = ty("v1.ReplicaSet", false, &APPS_REPLICA_SET_FIELDS, &[2, 3, 4]);
static APPS_REPLICA_SET_SHAPE: Shape = object(&APPS_REPLICA_SET);
static APPS_REPLICA_SET_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APPS_REPLICA_SET_SPEC), OMITEMPTY | ZERO, "v1.ReplicaSetSpec"),
    f(842, 3, object(&APPS_REPLICA_SET_STATUS), OMITEMPTY | ZERO, "v1.ReplicaSetStatus"),
];

pub static APPS_REPLICA_SET_LIST: Type = ty("v1.ReplicaSetList", false, &APPS_REPLICA_SET_LIST_FIELDS, &[2, 3]);
static APPS_REPLICA_SET_LIST_SHAPE: Shape = object(&APPS_REPLICA_SET_LIST);
static APPS_REPLICA_SET_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APPS_REPLICA_SET_SHAPE), REQUIRED, "[]v1.ReplicaSet"),
];

pub static APPS_REPLICA_SET_SPEC: Type = ty("v1.ReplicaSetSpec", false, &APPS_REPLICA_SET_SPEC_FIELDS, &[0, 2, 3, 1]);
static APPS_REPLICA_SET_SPEC_SHAPE: Shape = object(&APPS_REPLICA_SET_SPEC);
static APPS_REPLICA_SET_SPEC_FIELDS: [Field; 4] = [
    f(693, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(506, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(786, 2, object(&META_LABEL_SELECTOR), POINTER | REQUIRED, "*v1.LabelSelector"),
    f(900, 3, object(&CORE_POD_TEMPLATE_SPEC), OMITEMPTY | ZERO, "v1.PodTemplateSpec"),
];

pub static APPS_REPLICA_SET_STATUS: Type = ty("v1.ReplicaSetStatus", false, &APPS_REPLICA_SET_STATUS_FIELDS, &[0, 1, 5, 2, 3, 6, 4]);
static APPS_REPLICA_SET_STATUS_SHAPE: Shape = object(&APPS_REPLICA_SET_STATUS);
static APPS_REPLICA_SET_STATUS_FIELDS: [Field; 7] = [
    f(693, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(317, 2, Shape::Int32, OMITEMPTY, "int32"),
    f(681, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(77, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(904, 7, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(564, 3, Shape::Int64, OMITEMPTY, "int64"),
    g(140, 6, list(&APPS_REPLICA_SET_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.ReplicaSetCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static APPS_REPLICA_SET_CONDITION: Type = ty("v1.ReplicaSetCondition", false, &APPS_REPLICA_SET_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static APPS_REPLICA_SET_CONDITION_SHAPE: Shape = object(&APPS_REPLICA_SET_CONDITION);
static APPS_REPLICA_SET_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.ReplicaSetConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static APPS_CONTROLLER_REVISION: Type = ty("v1.ControllerRevision", false, &APPS_CONTROLLER_REVISION_FIELDS, &[2, 3, 4]);
static APPS_CONTROLLER_REVISION_SHAPE: Shape = object(&APPS_CONTROLLER_REVISION);
static APPS_CONTROLLER_REVISION_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(185, 2, Shape::Raw, OMITEMPTY, "runtime.RawExtension"),
    f(739, 3, Shape::Int64, REQUIRED | ZERO, "int64"),
];

pub static APPS_CONTROLLER_REVISION_LIST: Type = ty("v1.ControllerRevisionList", false, &APPS_CONTROLLER_REVISION_LIST_FIELDS, &[2, 3]);
static APPS_CONTROLLER_REVISION_LIST_SHAPE: Shape = object(&APPS_CONTROLLER_REVISION_LIST);
static APPS_CONTROLLER_REVISION_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APPS_CONTROLLER_REVISION_SHAPE), REQUIRED, "[]v1.ControllerRevision"),
];

pub static AUTHENTICATION_TOKEN_REVIEW: Type = ty("v1.TokenReview", false, &AUTHENTICATION_TOKEN_REVIEW_FIELDS, &[2, 3, 4]);
static AUTHENTICATION_TOKEN_REVIEW_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REVIEW);
static AUTHENTICATION_TOKEN_REVIEW_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHENTICATION_TOKEN_REVIEW_SPEC), REQUIRED | ZERO, "v1.TokenReviewSpec"),
    f(842, 3, object(&AUTHENTICATION_TOKEN_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.TokenReviewStatus"),
];

pub static AUTHENTICATION_TOKEN_REVIEW_SPEC: Type = ty("v1.TokenReviewSpec", false, &AUTHENTICATION_TOKEN_REVIEW_SPEC_FIELDS, &[0, 1]);
static AUTHENTICATION_TOKEN_REVIEW_SPEC_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REVIEW_SPEC);
static AUTHENTICATION_TOKEN_REVIEW_SPEC_FIELDS: [Field; 2] = [
    f(917, 1, Shape::String, OMITEMPTY | REQUIRED, "string"),
    g(73, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static AUTHENTICATION_TOKEN_REVIEW_STATUS: Type = ty("v1.TokenReviewStatus", false, &AUTHENTICATION_TOKEN_REVIEW_STATUS_FIELDS, &[0, 1, 3, 2]);
static AUTHENTICATION_TOKEN_REVIEW_STATUS_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REVIEW_STATUS);
static AUTHENTICATION_TOKEN_REVIEW_STATUS_FIELDS: [Field; 4] = [
    f(75, 1, Shape::Bool, OMITEMPTY, "bool"),
    f(945, 2, object(&AUTHENTICATION_USER_INFO), OMITEMPTY | ZERO, "v1.UserInfo"),
    g(73, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(255, 3, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHENTICATION_USER_INFO: Type = ty("v1.UserInfo", false, &AUTHENTICATION_USER_INFO_FIELDS, &[0, 1, 2, 3]);
static AUTHENTICATION_USER_INFO_SHAPE: Shape = object(&AUTHENTICATION_USER_INFO);
static AUTHENTICATION_USER_INFO_FIELDS: [Field; 4] = [
    f(949, 1, Shape::String, OMITEMPTY, "string"),
    f(932, 2, Shape::String, OMITEMPTY, "string"),
    g(332, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(283, 4, map(const { &items(const { &Shape::String }) }), OMITEMPTY, "map[string]v1.ExtraValue"),
];

pub static AUTHENTICATION_TOKEN_REQUEST: Type = ty("v1.TokenRequest", false, &AUTHENTICATION_TOKEN_REQUEST_FIELDS, &[2, 3, 4]);
static AUTHENTICATION_TOKEN_REQUEST_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REQUEST);
static AUTHENTICATION_TOKEN_REQUEST_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHENTICATION_TOKEN_REQUEST_SPEC), ZERO, "v1.TokenRequestSpec"),
    f(842, 3, object(&AUTHENTICATION_TOKEN_REQUEST_STATUS), OMITEMPTY | ZERO, "v1.TokenRequestStatus"),
];

pub static AUTHENTICATION_TOKEN_REQUEST_SPEC: Type = ty("v1.TokenRequestSpec", false, &AUTHENTICATION_TOKEN_REQUEST_SPEC_FIELDS, &[0, 2, 1]);
static AUTHENTICATION_TOKEN_REQUEST_SPEC_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REQUEST_SPEC);
static AUTHENTICATION_TOKEN_REQUEST_SPEC_FIELDS: [Field; 3] = [
    g(73, 1, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(271, 4, Shape::Int64, POINTER, "*int64"),
    f(99, 3, object(&AUTHENTICATION_BOUND_OBJECT_REFERENCE), POINTER, "*v1.BoundObjectReference"),
];

pub static AUTHENTICATION_TOKEN_REQUEST_STATUS: Type = ty("v1.TokenRequestStatus", false, &AUTHENTICATION_TOKEN_REQUEST_STATUS_FIELDS, &[0, 1]);
static AUTHENTICATION_TOKEN_REQUEST_STATUS_SHAPE: Shape = object(&AUTHENTICATION_TOKEN_REQUEST_STATUS);
static AUTHENTICATION_TOKEN_REQUEST_STATUS_FIELDS: [Field; 2] = [
    f(917, 1, Shape::String, ZERO, "string"),
    f(272, 2, Shape::Time, 0, "v1.Time"),
];

pub static AUTHENTICATION_BOUND_OBJECT_REFERENCE: Type = ty("v1.BoundObjectReference", false, &AUTHENTICATION_BOUND_OBJECT_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static AUTHENTICATION_BOUND_OBJECT_REFERENCE_SHAPE: Shape = object(&AUTHENTICATION_BOUND_OBJECT_REFERENCE);
static AUTHENTICATION_BOUND_OBJECT_REFERENCE_FIELDS: [Field; 4] = [
    f(407, 1, Shape::String, OMITEMPTY, "string"),
    f(51, 2, Shape::String, OMITEMPTY, "string"),
    f(518, 3, Shape::String, OMITEMPTY, "string"),
    f(932, 4, Shape::String, OMITEMPTY, "types.UID"),
];

pub static AUTHENTICATION_SELF_SUBJECT_REVIEW: Type = ty("v1.SelfSubjectReview", false, &AUTHENTICATION_SELF_SUBJECT_REVIEW_FIELDS, &[2, 3]);
static AUTHENTICATION_SELF_SUBJECT_REVIEW_SHAPE: Shape = object(&AUTHENTICATION_SELF_SUBJECT_REVIEW);
static AUTHENTICATION_SELF_SUBJECT_REVIEW_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(842, 2, object(&AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.SelfSubjectReviewStatus"),
];

pub static AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS: Type = ty("v1.SelfSubjectReviewStatus", false, &AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS_FIELDS, &[0]);
static AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS_SHAPE: Shape = object(&AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS);
static AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS_FIELDS: [Field; 1] = [
    f(947, 1, object(&AUTHENTICATION_USER_INFO), OMITEMPTY | ZERO, "v1.UserInfo"),
];

pub static AUTHORIZATION_SUBJECT_ACCESS_REVIEW: Type = ty("v1.SubjectAccessReview", false, &AUTHORIZATION_SUBJECT_ACCESS_REVIEW_FIELDS, &[2, 3, 4]);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SHAPE: Shape = object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC), REQUIRED | ZERO, "v1.SubjectAccessReviewSpec"),
    f(842, 3, object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.SubjectAccessReviewStatus"),
];

pub static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW: Type = ty("v1.SelfSubjectAccessReview", false, &AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_FIELDS, &[2, 3, 4]);
static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SHAPE: Shape = object(&AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW);
static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC), REQUIRED | ZERO, "v1.SelfSubjectAccessReviewSpec"),
    f(842, 3, object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.SubjectAccessReviewStatus"),
];

pub static AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW: Type = ty("v1.LocalSubjectAccessReview", false, &AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW_FIELDS, &[2, 3, 4]);
static AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW_SHAPE: Shape = object(&AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW);
static AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC), REQUIRED | ZERO, "v1.SubjectAccessReviewSpec"),
    f(842, 3, object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.SubjectAccessReviewStatus"),
];

pub static AUTHORIZATION_RESOURCE_ATTRIBUTES: Type = ty("v1.ResourceAttributes", false, &AUTHORIZATION_RESOURCE_ATTRIBUTES_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8]);
static AUTHORIZATION_RESOURCE_ATTRIBUTES_SHAPE: Shape = object(&AUTHORIZATION_RESOURCE_ATTRIBUTES);
static AUTHORIZATION_RESOURCE_ATTRIBUTES_FIELDS: [Field; 9] = [
    f(521, 1, Shape::String, OMITEMPTY, "string"),
    f(959, 2, Shape::String, OMITEMPTY, "string"),
    f(329, 3, Shape::String, OMITEMPTY, "string"),
    f(961, 4, Shape::String, OMITEMPTY, "string"),
    f(716, 5, Shape::String, OMITEMPTY, "string"),
    f(870, 6, Shape::String, OMITEMPTY, "string"),
    f(518, 7, Shape::String, OMITEMPTY, "string"),
    f(295, 8, object(&AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.FieldSelectorAttributes"),
    f(425, 9, object(&AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.LabelSelectorAttributes"),
];

pub static AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES: Type = ty("v1.LabelSelectorAttributes", false, &AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES_FIELDS, &[0, 1]);
static AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES_SHAPE: Shape = object(&AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES);
static AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES_FIELDS: [Field; 2] = [
    f(673, 1, Shape::String, OMITEMPTY, "string"),
    g(711, 2, list(&META_LABEL_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.LabelSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES: Type = ty("v1.FieldSelectorAttributes", false, &AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES_FIELDS, &[0, 1]);
static AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES_SHAPE: Shape = object(&AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES);
static AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES_FIELDS: [Field; 2] = [
    f(673, 1, Shape::String, OMITEMPTY, "string"),
    g(711, 2, list(&META_FIELD_SELECTOR_REQUIREMENT_SHAPE), OMITEMPTY | DECLARED, "[]v1.FieldSelectorRequirement", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static AUTHORIZATION_NON_RESOURCE_ATTRIBUTES: Type = ty("v1.NonResourceAttributes", false, &AUTHORIZATION_NON_RESOURCE_ATTRIBUTES_FIELDS, &[0, 1]);
static AUTHORIZATION_NON_RESOURCE_ATTRIBUTES_SHAPE: Shape = object(&AUTHORIZATION_NON_RESOURCE_ATTRIBUTES);
static AUTHORIZATION_NON_RESOURCE_ATTRIBUTES_FIELDS: [Field; 2] = [
    f(593, 1, Shape::String, OMITEMPTY, "string"),
    f(959, 2, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC: Type = ty("v1.SubjectAccessReviewSpec", false, &AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5]);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC_SHAPE: Shape = object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC_FIELDS: [Field; 6] = [
    f(717, 1, object(&AUTHORIZATION_RESOURCE_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.ResourceAttributes"),
    f(549, 2, object(&AUTHORIZATION_NON_RESOURCE_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.NonResourceAttributes"),
    f(945, 3, Shape::String, OMITEMPTY, "string"),
    g(332, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(283, 5, map(const { &items(const { &Shape::String }) }), OMITEMPTY, "map[string]v1.ExtraValue"),
    f(932, 6, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC: Type = ty("v1.SelfSubjectAccessReviewSpec", false, &AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC_FIELDS, &[0, 1]);
static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC_SHAPE: Shape = object(&AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC);
static AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC_FIELDS: [Field; 2] = [
    f(717, 1, object(&AUTHORIZATION_RESOURCE_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.ResourceAttributes"),
    f(549, 2, object(&AUTHORIZATION_NON_RESOURCE_ATTRIBUTES), POINTER | OMITEMPTY, "*v1.NonResourceAttributes"),
];

pub static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS: Type = ty("v1.SubjectAccessReviewStatus", false, &AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS_FIELDS, &[0, 2, 3, 1]);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS_SHAPE: Shape = object(&AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS);
static AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS_FIELDS: [Field; 4] = [
    f(45, 1, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(199, 4, Shape::Bool, OMITEMPTY, "bool"),
    f(682, 2, Shape::String, OMITEMPTY, "string"),
    f(257, 3, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW: Type = ty("v1.SelfSubjectRulesReview", false, &AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_FIELDS, &[2, 3, 4]);
static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SHAPE: Shape = object(&AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW);
static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC), REQUIRED | ZERO, "v1.SelfSubjectRulesReviewSpec"),
    f(842, 3, object(&AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS), OMITEMPTY | ZERO, "v1.SubjectRulesReviewStatus"),
];

pub static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC: Type = ty("v1.SelfSubjectRulesReviewSpec", false, &AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC_FIELDS, &[0]);
static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC_SHAPE: Shape = object(&AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC);
static AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC_FIELDS: [Field; 1] = [
    f(521, 1, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS: Type = ty("v1.SubjectRulesReviewStatus", false, &AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS_FIELDS, &[0, 1, 2, 3]);
static AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS_SHAPE: Shape = object(&AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS);
static AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS_FIELDS: [Field; 4] = [
    g(726, 1, list(&AUTHORIZATION_RESOURCE_RULE_SHAPE), REQUIRED | DECLARED, "[]v1.ResourceRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(550, 2, list(&AUTHORIZATION_NON_RESOURCE_RULE_SHAPE), REQUIRED | DECLARED, "[]v1.NonResourceRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(372, 3, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(257, 4, Shape::String, OMITEMPTY, "string"),
];

pub static AUTHORIZATION_RESOURCE_RULE: Type = ty("v1.ResourceRule", false, &AUTHORIZATION_RESOURCE_RULE_FIELDS, &[0, 1, 2, 3]);
static AUTHORIZATION_RESOURCE_RULE_SHAPE: Shape = object(&AUTHORIZATION_RESOURCE_RULE);
static AUTHORIZATION_RESOURCE_RULE_FIELDS: [Field; 4] = [
    g(960, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(50, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(730, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(725, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static AUTHORIZATION_NON_RESOURCE_RULE: Type = ty("v1.NonResourceRule", false, &AUTHORIZATION_NON_RESOURCE_RULE_FIELDS, &[0, 1]);
static AUTHORIZATION_NON_RESOURCE_RULE_SHAPE: Shape = object(&AUTHORIZATION_NON_RESOURCE_RULE);
static AUTHORIZATION_NON_RESOURCE_RULE_FIELDS: [Field; 2] = [
    g(960, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(551, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE: Type = ty("v1.CrossVersionObjectReference", true, &AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE_SHAPE: Shape = object(&AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE);
static AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE_FIELDS: [Field; 3] = [
    f(407, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(51, 3, Shape::String, OMITEMPTY, "string"),
];

pub static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC: Type = ty("v1.HorizontalPodAutoscalerSpec", false, &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC_SHAPE: Shape = object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC_FIELDS: [Field; 4] = [
    f(757, 1, object(&AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE), REQUIRED | ZERO, "v1.CrossVersionObjectReference"),
    f(507, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(485, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(891, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS: Type = ty("v1.HorizontalPodAutoscalerStatus", false, &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS_SHAPE: Shape = object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS_FIELDS: [Field; 5] = [
    f(564, 1, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(433, 2, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(180, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(216, 4, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(176, 5, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER: Type = ty("v1.HorizontalPodAutoscaler", false, &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_FIELDS, &[2, 3, 4]);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SHAPE: Shape = object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC), OMITEMPTY | REQUIRED | ZERO, "v1.HorizontalPodAutoscalerSpec"),
    f(842, 3, object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS), OMITEMPTY | ZERO, "v1.HorizontalPodAutoscalerStatus"),
];

pub static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST: Type = ty("v1.HorizontalPodAutoscalerList", false, &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST_FIELDS, &[2, 3]);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST_SHAPE: Shape = object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SHAPE), REQUIRED, "[]v1.HorizontalPodAutoscaler"),
];

pub static AUTOSCALING_SCALE: Type = ty("v1.Scale", false, &AUTOSCALING_SCALE_FIELDS, &[2, 3, 4]);
static AUTOSCALING_SCALE_SHAPE: Shape = object(&AUTOSCALING_SCALE);
static AUTOSCALING_SCALE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTOSCALING_SCALE_SPEC), OMITEMPTY | ZERO, "v1.ScaleSpec"),
    f(842, 3, object(&AUTOSCALING_SCALE_STATUS), OMITEMPTY | ZERO, "v1.ScaleStatus"),
];

pub static AUTOSCALING_SCALE_SPEC: Type = ty("v1.ScaleSpec", false, &AUTOSCALING_SCALE_SPEC_FIELDS, &[0]);
static AUTOSCALING_SCALE_SPEC_SHAPE: Shape = object(&AUTOSCALING_SCALE_SPEC);
static AUTOSCALING_SCALE_SPEC_FIELDS: [Field; 1] = [
    g(693, 1, Shape::Int32, OMITEMPTY, "int32", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &Value::Int(0) }))),
];

pub static AUTOSCALING_SCALE_STATUS: Type = ty("v1.ScaleStatus", false, &AUTOSCALING_SCALE_STATUS_FIELDS, &[0, 1]);
static AUTOSCALING_SCALE_STATUS_SHAPE: Shape = object(&AUTOSCALING_SCALE_STATUS);
static AUTOSCALING_SCALE_STATUS_FIELDS: [Field; 2] = [
    f(693, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(786, 2, Shape::String, OMITEMPTY, "string"),
];

pub static AUTOSCALING_METRIC_SPEC: Type = ty("v1.MetricSpec", false, &AUTOSCALING_METRIC_SPEC_FIELDS, &[0, 1, 2, 3, 5, 4]);
static AUTOSCALING_METRIC_SPEC_SHAPE: Shape = object(&AUTOSCALING_METRIC_SPEC);
static AUTOSCALING_METRIC_SPEC_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, 0, "v1.MetricSourceType"),
    f(561, 2, object(&AUTOSCALING_OBJECT_METRIC_SOURCE), POINTER | OMITEMPTY, "*v1.ObjectMetricSource"),
    f(630, 3, object(&AUTOSCALING_PODS_METRIC_SOURCE), POINTER | OMITEMPTY, "*v1.PodsMetricSource"),
    f(716, 4, object(&AUTOSCALING_RESOURCE_METRIC_SOURCE), POINTER | OMITEMPTY, "*v1.ResourceMetricSource"),
    f(153, 7, object(&AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE), POINTER | OMITEMPTY, "*v1.ContainerResourceMetricSource"),
    f(277, 5, object(&AUTOSCALING_EXTERNAL_METRIC_SOURCE), POINTER | OMITEMPTY, "*v1.ExternalMetricSource"),
];

pub static AUTOSCALING_OBJECT_METRIC_SOURCE: Type = ty("v1.ObjectMetricSource", false, &AUTOSCALING_OBJECT_METRIC_SOURCE_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_OBJECT_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_OBJECT_METRIC_SOURCE);
static AUTOSCALING_OBJECT_METRIC_SOURCE_FIELDS: [Field; 5] = [
    f(888, 1, object(&AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE), 0, "v1.CrossVersionObjectReference"),
    f(497, 2, Shape::String, 0, "string"),
    f(896, 3, Shape::Quantity, 0, "resource.Quantity"),
    f(786, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(79, 5, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_PODS_METRIC_SOURCE: Type = ty("v1.PodsMetricSource", false, &AUTOSCALING_PODS_METRIC_SOURCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_PODS_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_PODS_METRIC_SOURCE);
static AUTOSCALING_PODS_METRIC_SOURCE_FIELDS: [Field; 3] = [
    f(497, 1, Shape::String, 0, "string"),
    f(890, 2, Shape::Quantity, 0, "resource.Quantity"),
    f(786, 3, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
];

pub static AUTOSCALING_RESOURCE_METRIC_SOURCE: Type = ty("v1.ResourceMetricSource", false, &AUTOSCALING_RESOURCE_METRIC_SOURCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_RESOURCE_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_RESOURCE_METRIC_SOURCE);
static AUTOSCALING_RESOURCE_METRIC_SOURCE_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, 0, "v1.ResourceName"),
    f(889, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(890, 3, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE: Type = ty("v1.ContainerResourceMetricSource", false, &AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE);
static AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, 0, "v1.ResourceName"),
    f(889, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(890, 3, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(149, 5, Shape::String, 0, "string"),
];

pub static AUTOSCALING_EXTERNAL_METRIC_SOURCE: Type = ty("v1.ExternalMetricSource", false, &AUTOSCALING_EXTERNAL_METRIC_SOURCE_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_EXTERNAL_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_EXTERNAL_METRIC_SOURCE);
static AUTOSCALING_EXTERNAL_METRIC_SOURCE_FIELDS: [Field; 4] = [
    f(497, 1, Shape::String, 0, "string"),
    f(498, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(896, 3, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(890, 4, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_METRIC_STATUS: Type = ty("v1.MetricStatus", false, &AUTOSCALING_METRIC_STATUS_FIELDS, &[0, 1, 2, 3, 5, 4]);
static AUTOSCALING_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_METRIC_STATUS);
static AUTOSCALING_METRIC_STATUS_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, 0, "v1.MetricSourceType"),
    f(561, 2, object(&AUTOSCALING_OBJECT_METRIC_STATUS), POINTER | OMITEMPTY, "*v1.ObjectMetricStatus"),
    f(630, 3, object(&AUTOSCALING_PODS_METRIC_STATUS), POINTER | OMITEMPTY, "*v1.PodsMetricStatus"),
    f(716, 4, object(&AUTOSCALING_RESOURCE_METRIC_STATUS), POINTER | OMITEMPTY, "*v1.ResourceMetricStatus"),
    f(153, 7, object(&AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS), POINTER | OMITEMPTY, "*v1.ContainerResourceMetricStatus"),
    f(277, 5, object(&AUTOSCALING_EXTERNAL_METRIC_STATUS), POINTER | OMITEMPTY, "*v1.ExternalMetricStatus"),
];

pub static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION: Type = ty("v1.HorizontalPodAutoscalerCondition", false, &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION_SHAPE: Shape = object(&AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION);
static AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, 0, "v1.HorizontalPodAutoscalerConditionType"),
    f(842, 2, Shape::String, 0, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static AUTOSCALING_OBJECT_METRIC_STATUS: Type = ty("v1.ObjectMetricStatus", false, &AUTOSCALING_OBJECT_METRIC_STATUS_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_OBJECT_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_OBJECT_METRIC_STATUS);
static AUTOSCALING_OBJECT_METRIC_STATUS_FIELDS: [Field; 5] = [
    f(888, 1, object(&AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE), 0, "v1.CrossVersionObjectReference"),
    f(497, 2, Shape::String, 0, "string"),
    f(182, 3, Shape::Quantity, 0, "resource.Quantity"),
    f(786, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(79, 5, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_PODS_METRIC_STATUS: Type = ty("v1.PodsMetricStatus", false, &AUTOSCALING_PODS_METRIC_STATUS_FIELDS, &[0, 1, 2]);
static AUTOSCALING_PODS_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_PODS_METRIC_STATUS);
static AUTOSCALING_PODS_METRIC_STATUS_FIELDS: [Field; 3] = [
    f(497, 1, Shape::String, 0, "string"),
    f(175, 2, Shape::Quantity, 0, "resource.Quantity"),
    f(786, 3, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
];

pub static AUTOSCALING_RESOURCE_METRIC_STATUS: Type = ty("v1.ResourceMetricStatus", false, &AUTOSCALING_RESOURCE_METRIC_STATUS_FIELDS, &[0, 1, 2]);
static AUTOSCALING_RESOURCE_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_RESOURCE_METRIC_STATUS);
static AUTOSCALING_RESOURCE_METRIC_STATUS_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, 0, "v1.ResourceName"),
    f(174, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(175, 3, Shape::Quantity, 0, "resource.Quantity"),
];

pub static AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS: Type = ty("v1.ContainerResourceMetricStatus", false, &AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS);
static AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, 0, "v1.ResourceName"),
    f(174, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(175, 3, Shape::Quantity, 0, "resource.Quantity"),
    f(149, 4, Shape::String, 0, "string"),
];

pub static AUTOSCALING_EXTERNAL_METRIC_STATUS: Type = ty("v1.ExternalMetricStatus", false, &AUTOSCALING_EXTERNAL_METRIC_STATUS_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_EXTERNAL_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_EXTERNAL_METRIC_STATUS);
static AUTOSCALING_EXTERNAL_METRIC_STATUS_FIELDS: [Field; 4] = [
    f(497, 1, Shape::String, 0, "string"),
    f(498, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(182, 3, Shape::Quantity, 0, "resource.Quantity"),
    f(175, 4, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER: Type = ty("v2.HorizontalPodAutoscaler", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_FIELDS, &[2, 3, 4]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC), OMITEMPTY | REQUIRED | ZERO, "v2.HorizontalPodAutoscalerSpec"),
    f(842, 3, object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS), OMITEMPTY | ZERO, "v2.HorizontalPodAutoscalerStatus"),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC: Type = ty("v2.HorizontalPodAutoscalerSpec", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC_FIELDS: [Field; 5] = [
    f(757, 1, object(&AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE), REQUIRED | ZERO, "v2.CrossVersionObjectReference"),
    f(507, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(485, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(499, 4, list(&AUTOSCALING_V2_METRIC_SPEC_SHAPE), OMITEMPTY | DECLARED, "[]v2.MetricSpec", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(89, 5, object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR), POINTER | OMITEMPTY, "*v2.HorizontalPodAutoscalerBehavior"),
];

pub static AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE: Type = ty("v2.CrossVersionObjectReference", false, &AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE_SHAPE: Shape = object(&AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE);
static AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE_FIELDS: [Field; 3] = [
    f(407, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(51, 3, Shape::String, OMITEMPTY, "string"),
];

pub static AUTOSCALING_V2_METRIC_SPEC: Type = ty("v2.MetricSpec", false, &AUTOSCALING_V2_METRIC_SPEC_FIELDS, &[0, 1, 2, 3, 5, 4]);
static AUTOSCALING_V2_METRIC_SPEC_SHAPE: Shape = object(&AUTOSCALING_V2_METRIC_SPEC);
static AUTOSCALING_V2_METRIC_SPEC_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v2.MetricSourceType"),
    f(561, 2, object(&AUTOSCALING_V2_OBJECT_METRIC_SOURCE), POINTER | OMITEMPTY, "*v2.ObjectMetricSource"),
    f(630, 3, object(&AUTOSCALING_V2_PODS_METRIC_SOURCE), POINTER | OMITEMPTY, "*v2.PodsMetricSource"),
    f(716, 4, object(&AUTOSCALING_V2_RESOURCE_METRIC_SOURCE), POINTER | OMITEMPTY, "*v2.ResourceMetricSource"),
    f(153, 7, object(&AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE), POINTER | OMITEMPTY, "*v2.ContainerResourceMetricSource"),
    f(277, 5, object(&AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE), POINTER | OMITEMPTY, "*v2.ExternalMetricSource"),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR: Type = ty("v2.HorizontalPodAutoscalerBehavior", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR_FIELDS, &[0, 1]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR_FIELDS: [Field; 2] = [
    f(758, 1, object(&AUTOSCALING_V2_HPA_SCALING_RULES), POINTER | OMITEMPTY, "*v2.HPAScalingRules"),
    f(755, 2, object(&AUTOSCALING_V2_HPA_SCALING_RULES), POINTER | OMITEMPTY, "*v2.HPAScalingRules"),
];

pub static AUTOSCALING_V2_HPA_SCALING_RULES: Type = ty("v2.HPAScalingRules", false, &AUTOSCALING_V2_HPA_SCALING_RULES_FIELDS, &[1, 2, 0, 3]);
static AUTOSCALING_V2_HPA_SCALING_RULES_SHAPE: Shape = object(&AUTOSCALING_V2_HPA_SCALING_RULES);
static AUTOSCALING_V2_HPA_SCALING_RULES_FIELDS: [Field; 4] = [
    f(833, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(784, 1, Shape::String, POINTER | OMITEMPTY, "*v2.ScalingPolicySelect"),
    g(631, 2, list(&AUTOSCALING_V2_HPA_SCALING_POLICY_SHAPE), OMITEMPTY | DECLARED, "[]v2.HPAScalingPolicy", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(919, 4, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static AUTOSCALING_V2_HPA_SCALING_POLICY: Type = ty("v2.HPAScalingPolicy", false, &AUTOSCALING_V2_HPA_SCALING_POLICY_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_HPA_SCALING_POLICY_SHAPE: Shape = object(&AUTOSCALING_V2_HPA_SCALING_POLICY);
static AUTOSCALING_V2_HPA_SCALING_POLICY_FIELDS: [Field; 3] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v2.HPAScalingPolicyType"),
    f(954, 2, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(602, 3, Shape::Int32, REQUIRED | ZERO, "int32"),
];

pub static AUTOSCALING_V2_OBJECT_METRIC_SOURCE: Type = ty("v2.ObjectMetricSource", false, &AUTOSCALING_V2_OBJECT_METRIC_SOURCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_OBJECT_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_V2_OBJECT_METRIC_SOURCE);
static AUTOSCALING_V2_OBJECT_METRIC_SOURCE_FIELDS: [Field; 3] = [
    f(211, 1, object(&AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE), REQUIRED | ZERO, "v2.CrossVersionObjectReference"),
    f(888, 2, object(&AUTOSCALING_V2_METRIC_TARGET), REQUIRED | ZERO, "v2.MetricTarget"),
    f(496, 3, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
];

pub static AUTOSCALING_V2_PODS_METRIC_SOURCE: Type = ty("v2.PodsMetricSource", false, &AUTOSCALING_V2_PODS_METRIC_SOURCE_FIELDS, &[0, 1]);
static AUTOSCALING_V2_PODS_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_V2_PODS_METRIC_SOURCE);
static AUTOSCALING_V2_PODS_METRIC_SOURCE_FIELDS: [Field; 2] = [
    f(496, 1, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
    f(888, 2, object(&AUTOSCALING_V2_METRIC_TARGET), REQUIRED | ZERO, "v2.MetricTarget"),
];

pub static AUTOSCALING_V2_RESOURCE_METRIC_SOURCE: Type = ty("v2.ResourceMetricSource", false, &AUTOSCALING_V2_RESOURCE_METRIC_SOURCE_FIELDS, &[0, 1]);
static AUTOSCALING_V2_RESOURCE_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_V2_RESOURCE_METRIC_SOURCE);
static AUTOSCALING_V2_RESOURCE_METRIC_SOURCE_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    f(888, 2, object(&AUTOSCALING_V2_METRIC_TARGET), REQUIRED | ZERO, "v2.MetricTarget"),
];

pub static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE: Type = ty("v2.ContainerResourceMetricSource", false, &AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE);
static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    f(888, 2, object(&AUTOSCALING_V2_METRIC_TARGET), REQUIRED | ZERO, "v2.MetricTarget"),
    f(149, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE: Type = ty("v2.ExternalMetricSource", false, &AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE_FIELDS, &[0, 1]);
static AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE_SHAPE: Shape = object(&AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE);
static AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE_FIELDS: [Field; 2] = [
    f(496, 1, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
    f(888, 2, object(&AUTOSCALING_V2_METRIC_TARGET), REQUIRED | ZERO, "v2.MetricTarget"),
];

pub static AUTOSCALING_V2_METRIC_IDENTIFIER: Type = ty("v2.MetricIdentifier", false, &AUTOSCALING_V2_METRIC_IDENTIFIER_FIELDS, &[0, 1]);
static AUTOSCALING_V2_METRIC_IDENTIFIER_SHAPE: Shape = object(&AUTOSCALING_V2_METRIC_IDENTIFIER);
static AUTOSCALING_V2_METRIC_IDENTIFIER_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(786, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
];

pub static AUTOSCALING_V2_METRIC_TARGET: Type = ty("v2.MetricTarget", false, &AUTOSCALING_V2_METRIC_TARGET_FIELDS, &[0, 1, 2, 3]);
static AUTOSCALING_V2_METRIC_TARGET_SHAPE: Shape = object(&AUTOSCALING_V2_METRIC_TARGET);
static AUTOSCALING_V2_METRIC_TARGET_FIELDS: [Field; 4] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v2.MetricTargetType"),
    f(954, 2, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(79, 3, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(78, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS: Type = ty("v2.HorizontalPodAutoscalerStatus", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS_FIELDS: [Field; 6] = [
    f(564, 1, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(433, 2, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(180, 3, Shape::Int32, OMITEMPTY, "int32"),
    f(216, 4, Shape::Int32, REQUIRED | ZERO, "int32"),
    g(178, 5, list(&AUTOSCALING_V2_METRIC_STATUS_SHAPE), DECLARED, "[]v2.MetricStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(140, 6, list(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v2.HorizontalPodAutoscalerCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION: Type = ty("v2.HorizontalPodAutoscalerCondition", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v2.HorizontalPodAutoscalerConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static AUTOSCALING_V2_METRIC_STATUS: Type = ty("v2.MetricStatus", false, &AUTOSCALING_V2_METRIC_STATUS_FIELDS, &[0, 1, 2, 3, 5, 4]);
static AUTOSCALING_V2_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_METRIC_STATUS);
static AUTOSCALING_V2_METRIC_STATUS_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v2.MetricSourceType"),
    f(561, 2, object(&AUTOSCALING_V2_OBJECT_METRIC_STATUS), POINTER | OMITEMPTY, "*v2.ObjectMetricStatus"),
    f(630, 3, object(&AUTOSCALING_V2_PODS_METRIC_STATUS), POINTER | OMITEMPTY, "*v2.PodsMetricStatus"),
    f(716, 4, object(&AUTOSCALING_V2_RESOURCE_METRIC_STATUS), POINTER | OMITEMPTY, "*v2.ResourceMetricStatus"),
    f(153, 7, object(&AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS), POINTER | OMITEMPTY, "*v2.ContainerResourceMetricStatus"),
    f(277, 5, object(&AUTOSCALING_V2_EXTERNAL_METRIC_STATUS), POINTER | OMITEMPTY, "*v2.ExternalMetricStatus"),
];

pub static AUTOSCALING_V2_OBJECT_METRIC_STATUS: Type = ty("v2.ObjectMetricStatus", false, &AUTOSCALING_V2_OBJECT_METRIC_STATUS_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_OBJECT_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_OBJECT_METRIC_STATUS);
static AUTOSCALING_V2_OBJECT_METRIC_STATUS_FIELDS: [Field; 3] = [
    f(496, 1, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
    f(173, 2, object(&AUTOSCALING_V2_METRIC_VALUE_STATUS), REQUIRED | ZERO, "v2.MetricValueStatus"),
    f(211, 3, object(&AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE), REQUIRED | ZERO, "v2.CrossVersionObjectReference"),
];

pub static AUTOSCALING_V2_PODS_METRIC_STATUS: Type = ty("v2.PodsMetricStatus", false, &AUTOSCALING_V2_PODS_METRIC_STATUS_FIELDS, &[0, 1]);
static AUTOSCALING_V2_PODS_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_PODS_METRIC_STATUS);
static AUTOSCALING_V2_PODS_METRIC_STATUS_FIELDS: [Field; 2] = [
    f(496, 1, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
    f(173, 2, object(&AUTOSCALING_V2_METRIC_VALUE_STATUS), REQUIRED | ZERO, "v2.MetricValueStatus"),
];

pub static AUTOSCALING_V2_RESOURCE_METRIC_STATUS: Type = ty("v2.ResourceMetricStatus", false, &AUTOSCALING_V2_RESOURCE_METRIC_STATUS_FIELDS, &[0, 1]);
static AUTOSCALING_V2_RESOURCE_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_RESOURCE_METRIC_STATUS);
static AUTOSCALING_V2_RESOURCE_METRIC_STATUS_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    f(173, 2, object(&AUTOSCALING_V2_METRIC_VALUE_STATUS), REQUIRED | ZERO, "v2.MetricValueStatus"),
];

pub static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS: Type = ty("v2.ContainerResourceMetricStatus", false, &AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS);
static AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "v1.ResourceName"),
    f(173, 2, object(&AUTOSCALING_V2_METRIC_VALUE_STATUS), REQUIRED | ZERO, "v2.MetricValueStatus"),
    f(149, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static AUTOSCALING_V2_EXTERNAL_METRIC_STATUS: Type = ty("v2.ExternalMetricStatus", false, &AUTOSCALING_V2_EXTERNAL_METRIC_STATUS_FIELDS, &[0, 1]);
static AUTOSCALING_V2_EXTERNAL_METRIC_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_EXTERNAL_METRIC_STATUS);
static AUTOSCALING_V2_EXTERNAL_METRIC_STATUS_FIELDS: [Field; 2] = [
    f(496, 1, object(&AUTOSCALING_V2_METRIC_IDENTIFIER), REQUIRED | ZERO, "v2.MetricIdentifier"),
    f(173, 2, object(&AUTOSCALING_V2_METRIC_VALUE_STATUS), REQUIRED | ZERO, "v2.MetricValueStatus"),
];

pub static AUTOSCALING_V2_METRIC_VALUE_STATUS: Type = ty("v2.MetricValueStatus", false, &AUTOSCALING_V2_METRIC_VALUE_STATUS_FIELDS, &[0, 1, 2]);
static AUTOSCALING_V2_METRIC_VALUE_STATUS_SHAPE: Shape = object(&AUTOSCALING_V2_METRIC_VALUE_STATUS);
static AUTOSCALING_V2_METRIC_VALUE_STATUS_FIELDS: [Field; 3] = [
    f(954, 1, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(79, 2, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(78, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST: Type = ty("v2.HorizontalPodAutoscalerList", false, &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST_FIELDS, &[2, 3]);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST_SHAPE: Shape = object(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST);
static AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SHAPE), REQUIRED, "[]v2.HorizontalPodAutoscaler"),
];

pub static BATCH_JOB: Type = ty("v1.Job", false, &BATCH_JOB_FIELDS, &[2, 3, 4]);
static BATCH_JOB_SHAPE: Shape = object(&BATCH_JOB);
static BATCH_JOB_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&BATCH_JOB_SPEC), OMITEMPTY | ZERO, "v1.JobSpec"),
    f(842, 3, object(&BATCH_JOB_STATUS), OMITEMPTY | ZERO, "v1.JobStatus"),
];

pub static BATCH_JOB_LIST: Type = ty("v1.JobList", false, &BATCH_JOB_LIST_FIELDS, &[2, 3]);
static BATCH_JOB_LIST_SHAPE: Shape = object(&BATCH_JOB_LIST);
static BATCH_JOB_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&BATCH_JOB_SHAPE), REQUIRED, "[]v1.Job"),
];

pub static BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT: Type = ty("v1.PodFailurePolicyOnExitCodesRequirement", false, &BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT_FIELDS, &[0, 1, 2]);
static BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT_SHAPE: Shape = object(&BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT);
static BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT_FIELDS: [Field; 3] = [
    f(151, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(574, 2, Shape::String, REQUIRED | ZERO, "v1.PodFailurePolicyOnExitCodesOperator"),
    g(957, 3, list(const { &Shape::Int32 }), REQUIRED | DECLARED, "[]int32", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN: Type = ty("v1.PodFailurePolicyOnPodConditionsPattern", false, &BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN_FIELDS, &[0, 1]);
static BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN_SHAPE: Shape = object(&BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN);
static BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.PodConditionType"),
    f(842, 2, Shape::String, ZERO, "v1.ConditionStatus"),
];

pub static BATCH_POD_FAILURE_POLICY_RULE: Type = ty("v1.PodFailurePolicyRule", false, &BATCH_POD_FAILURE_POLICY_RULE_FIELDS, &[0, 1, 2]);
static BATCH_POD_FAILURE_POLICY_RULE_SHAPE: Shape = object(&BATCH_POD_FAILURE_POLICY_RULE);
static BATCH_POD_FAILURE_POLICY_RULE_FIELDS: [Field; 3] = [
    f(16, 1, Shape::String, REQUIRED | ZERO, "v1.PodFailurePolicyAction"),
    f(566, 2, object(&BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT), POINTER | OMITEMPTY, "*v1.PodFailurePolicyOnExitCodesRequirement"),
    g(567, 3, list(&BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN_SHAPE), OMITEMPTY | DECLARED, "[]v1.PodFailurePolicyOnPodConditionsPattern", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static BATCH_POD_FAILURE_POLICY: Type = ty("v1.PodFailurePolicy", false, &BATCH_POD_FAILURE_POLICY_FIELDS, &[0]);
static BATCH_POD_FAILURE_POLICY_SHAPE: Shape = object(&BATCH_POD_FAILURE_POLICY);
static BATCH_POD_FAILURE_POLICY_FIELDS: [Field; 1] = [
    g(746, 1, list(&BATCH_POD_FAILURE_POLICY_RULE_SHAPE), REQUIRED | DECLARED, "[]v1.PodFailurePolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static BATCH_SUCCESS_POLICY: Type = ty("v1.SuccessPolicy", false, &BATCH_SUCCESS_POLICY_FIELDS, &[0]);
static BATCH_SUCCESS_POLICY_SHAPE: Shape = object(&BATCH_SUCCESS_POLICY);
static BATCH_SUCCESS_POLICY_FIELDS: [Field; 1] = [
    g(746, 1, list(&BATCH_SUCCESS_POLICY_RULE_SHAPE), REQUIRED | DECLARED, "[]v1.SuccessPolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static BATCH_SUCCESS_POLICY_RULE: Type = ty("v1.SuccessPolicyRule", false, &BATCH_SUCCESS_POLICY_RULE_FIELDS, &[0, 1]);
static BATCH_SUCCESS_POLICY_RULE_SHAPE: Shape = object(&BATCH_SUCCESS_POLICY_RULE);
static BATCH_SUCCESS_POLICY_RULE_FIELDS: [Field; 2] = [
    f(875, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(874, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static BATCH_JOB_SPEC: Type = ty("v1.JobSpec", false, &BATCH_JOB_SPEC_FIELDS, &[0, 1, 2, 8, 9, 10, 5, 11, 12, 13, 3, 6, 7, 14, 15, 4]);
static BATCH_JOB_SPEC_SHAPE: Shape = object(&BATCH_JOB_SPEC);
static BATCH_JOB_SPEC_FIELDS: [Field; 16] = [
    f(584, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(136, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(18, 3, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(620, 11, object(&BATCH_POD_FAILURE_POLICY), POINTER | OMITEMPTY, "*v1.PodFailurePolicy"),
    f(876, 16, object(&BATCH_SUCCESS_POLICY), POINTER | OMITEMPTY, "*v1.SuccessPolicy"),
    f(84, 7, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(85, 12, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(480, 13, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(786, 4, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(466, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(900, 6, object(&CORE_POD_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.PodTemplateSpec"),
    f(928, 8, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(134, 9, Shape::String, POINTER | OMITEMPTY, "*v1.CompletionMode"),
    f(881, 10, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(627, 14, Shape::String, POINTER | OMITEMPTY, "*v1.PodReplacementPolicy"),
    f(463, 15, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static BATCH_JOB_STATUS: Type = ty("v1.JobStatus", false, &BATCH_JOB_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 7, 9, 10, 8, 6]);
static BATCH_JOB_STATUS_SHAPE: Shape = object(&BATCH_JOB_STATUS);
static BATCH_JOB_STATUS_FIELDS: [Field; 11] = [
    g(140, 1, list(&BATCH_JOB_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.JobCondition", ListType::Atomic, const { &[] }, patch(true, false, false), Some(k(930)), None),
    f(835, 2, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(135, 3, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(17, 4, Shape::Int32, OMITEMPTY, "int32"),
    f(873, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(284, 6, Shape::Int32, OMITEMPTY, "int32"),
    f(903, 11, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(133, 7, Shape::String, OMITEMPTY, "string"),
    f(285, 10, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(934, 8, object(&BATCH_UNCOUNTED_TERMINATED_PODS), POINTER | OMITEMPTY, "*v1.UncountedTerminatedPods"),
    f(680, 9, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static BATCH_UNCOUNTED_TERMINATED_PODS: Type = ty("v1.UncountedTerminatedPods", false, &BATCH_UNCOUNTED_TERMINATED_PODS_FIELDS, &[0, 1]);
static BATCH_UNCOUNTED_TERMINATED_PODS_SHAPE: Shape = object(&BATCH_UNCOUNTED_TERMINATED_PODS);
static BATCH_UNCOUNTED_TERMINATED_PODS_FIELDS: [Field; 2] = [
    g(873, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]types.UID", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(284, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]types.UID", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static BATCH_JOB_CONDITION: Type = ty("v1.JobCondition", false, &BATCH_JOB_CONDITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static BATCH_JOB_CONDITION_SHAPE: Shape = object(&BATCH_JOB_CONDITION);
static BATCH_JOB_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.JobConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(432, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 5, Shape::String, OMITEMPTY, "string"),
    f(493, 6, Shape::String, OMITEMPTY, "string"),
];

pub static BATCH_JOB_TEMPLATE_SPEC: Type = ty("v1.JobTemplateSpec", false, &BATCH_JOB_TEMPLATE_SPEC_FIELDS, &[0, 1]);
static BATCH_JOB_TEMPLATE_SPEC_SHAPE: Shape = object(&BATCH_JOB_TEMPLATE_SPEC);
static BATCH_JOB_TEMPLATE_SPEC_FIELDS: [Field; 2] = [
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&BATCH_JOB_SPEC), OMITEMPTY | ZERO, "v1.JobSpec"),
];

pub static BATCH_CRON_JOB: Type = ty("v1.CronJob", false, &BATCH_CRON_JOB_FIELDS, &[2, 3, 4]);
static BATCH_CRON_JOB_SHAPE: Shape = object(&BATCH_CRON_JOB);
static BATCH_CRON_JOB_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&BATCH_CRON_JOB_SPEC), OMITEMPTY | REQUIRED | ZERO, "v1.CronJobSpec"),
    f(842, 3, object(&BATCH_CRON_JOB_STATUS), OMITEMPTY | ZERO, "v1.CronJobStatus"),
];

pub static BATCH_CRON_JOB_LIST: Type = ty("v1.CronJobList", false, &BATCH_CRON_JOB_LIST_FIELDS, &[2, 3]);
static BATCH_CRON_JOB_LIST_SHAPE: Shape = object(&BATCH_CRON_JOB_LIST);
static BATCH_CRON_JOB_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&BATCH_CRON_JOB_SHAPE), REQUIRED, "[]v1.CronJob"),
];

pub static BATCH_CRON_JOB_SPEC: Type = ty("v1.CronJobSpec", false, &BATCH_CRON_JOB_SPEC_FIELDS, &[0, 2, 3, 4, 5, 6, 7, 1]);
static BATCH_CRON_JOB_SPEC_SHAPE: Shape = object(&BATCH_CRON_JOB_SPEC);
static BATCH_CRON_JOB_SPEC_FIELDS: [Field; 8] = [
    f(759, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(911, 8, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(838, 2, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(138, 3, Shape::String, OMITEMPTY, "v1.ConcurrencyPolicy"),
    f(881, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(398, 5, object(&BATCH_JOB_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.JobTemplateSpec"),
    f(878, 6, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(286, 7, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static BATCH_CRON_JOB_STATUS: Type = ty("v1.CronJobStatus", false, &BATCH_CRON_JOB_STATUS_FIELDS, &[0, 1, 2]);
static BATCH_CRON_JOB_STATUS_SHAPE: Shape = object(&BATCH_CRON_JOB_STATUS);
static BATCH_CRON_JOB_STATUS_FIELDS: [Field; 3] = [
    g(17, 1, list(&CORE_OBJECT_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ObjectReference", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(434, 4, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
    f(436, 5, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
];

pub static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST: Type = ty("v1.CertificateSigningRequest", false, &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_FIELDS, &[2, 3, 4]);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SHAPE: Shape = object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC), REQUIRED | ZERO, "v1.CertificateSigningRequestSpec"),
    f(842, 3, object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS), OMITEMPTY | ZERO, "v1.CertificateSigningRequestStatus"),
];

pub static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC: Type = ty("v1.CertificateSigningRequestSpec", false, &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC_FIELDS, &[0, 4, 5, 6, 3, 7, 1, 2]);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC_SHAPE: Shape = object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC_FIELDS: [Field; 8] = [
    f(698, 1, Shape::Bytes, REQUIRED, "[]uint8"),
    f(819, 7, Shape::String, REQUIRED | ZERO, "string"),
    f(271, 8, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    g(943, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.KeyUsage", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(949, 2, Shape::String, OMITEMPTY, "string"),
    f(932, 3, Shape::String, OMITEMPTY, "string"),
    g(332, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(283, 6, map(const { &items(const { &Shape::String }) }), OMITEMPTY, "map[string]v1.ExtraValue"),
];

pub static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS: Type = ty("v1.CertificateSigningRequestStatus", false, &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS_FIELDS, &[0, 1]);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS_SHAPE: Shape = object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS_FIELDS: [Field; 2] = [
    g(140, 1, list(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.CertificateSigningRequestCondition", ListType::Map, const { &[k(930)] }, patch(false, false, false), None, None),
    f(111, 2, Shape::Bytes, OMITEMPTY, "[]uint8"),
];

pub static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION: Type = ty("v1.CertificateSigningRequestCondition", false, &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION_FIELDS, &[0, 2, 3, 4, 5, 1]);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION_SHAPE: Shape = object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.RequestConditionType"),
    f(842, 6, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(682, 2, Shape::String, OMITEMPTY, "string"),
    f(493, 3, Shape::String, OMITEMPTY, "string"),
    f(439, 4, Shape::Time, OMITEMPTY, "v1.Time"),
    f(438, 5, Shape::Time, OMITEMPTY, "v1.Time"),
];

pub static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST: Type = ty("v1.CertificateSigningRequestList", false, &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST_FIELDS, &[2, 3]);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST_SHAPE: Shape = object(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST);
static CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SHAPE), REQUIRED, "[]v1.CertificateSigningRequest"),
];

pub static COORDINATION_LEASE: Type = ty("v1.Lease", false, &COORDINATION_LEASE_FIELDS, &[2, 3]);
static COORDINATION_LEASE_SHAPE: Shape = object(&COORDINATION_LEASE);
static COORDINATION_LEASE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&COORDINATION_LEASE_SPEC), OMITEMPTY | ZERO, "v1.LeaseSpec"),
];

pub static COORDINATION_LEASE_SPEC: Type = ty("v1.LeaseSpec", false, &COORDINATION_LEASE_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static COORDINATION_LEASE_SPEC_SHAPE: Shape = object(&COORDINATION_LEASE_SPEC);
static COORDINATION_LEASE_SPEC_FIELDS: [Field; 7] = [
    f(341, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(440, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(15, 3, Shape::MicroTime, POINTER | OMITEMPTY, "*v1.MicroTime"),
    f(692, 4, Shape::MicroTime, POINTER | OMITEMPTY, "*v1.MicroTime"),
    f(441, 5, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(860, 6, Shape::String, POINTER | OMITEMPTY, "*v1.CoordinatedLeaseStrategy"),
    f(646, 7, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static COORDINATION_LEASE_LIST: Type = ty("v1.LeaseList", false, &COORDINATION_LEASE_LIST_FIELDS, &[2, 3]);
static COORDINATION_LEASE_LIST_SHAPE: Shape = object(&COORDINATION_LEASE_LIST);
static COORDINATION_LEASE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&COORDINATION_LEASE_SHAPE), REQUIRED, "[]v1.Lease"),
];

pub static DISCOVERY_ENDPOINT_SLICE: Type = ty("v1.EndpointSlice", false, &DISCOVERY_ENDPOINT_SLICE_FIELDS, &[2, 4, 5, 3]);
static DISCOVERY_ENDPOINT_SLICE_SHAPE: Shape = object(&DISCOVERY_ENDPOINT_SLICE);
static DISCOVERY_ENDPOINT_SLICE_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(24, 4, Shape::String, REQUIRED | ZERO, "v1.AddressType"),
    g(244, 2, list(&DISCOVERY_ENDPOINT_SHAPE), DECLARED, "[]v1.Endpoint", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(637, 3, list(&DISCOVERY_ENDPOINT_PORT_SHAPE), DECLARED, "[]v1.EndpointPort", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static DISCOVERY_ENDPOINT: Type = ty("v1.Endpoint", false, &DISCOVERY_ENDPOINT_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static DISCOVERY_ENDPOINT_SHAPE: Shape = object(&DISCOVERY_ENDPOINT);
static DISCOVERY_ENDPOINT_FIELDS: [Field; 8] = [
    g(25, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    f(140, 2, object(&DISCOVERY_ENDPOINT_CONDITIONS), OMITEMPTY | ZERO, "v1.EndpointConditions"),
    f(353, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(895, 4, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.ObjectReference"),
    f(209, 5, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(539, 6, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(1005, 7, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(340, 8, object(&DISCOVERY_ENDPOINT_HINTS), POINTER | OMITEMPTY, "*v1.EndpointHints"),
];

pub static DISCOVERY_ENDPOINT_CONDITIONS: Type = ty("v1.EndpointConditions", false, &DISCOVERY_ENDPOINT_CONDITIONS_FIELDS, &[0, 1, 2]);
static DISCOVERY_ENDPOINT_CONDITIONS_SHAPE: Shape = object(&DISCOVERY_ENDPOINT_CONDITIONS);
static DISCOVERY_ENDPOINT_CONDITIONS_FIELDS: [Field; 3] = [
    f(680, 1, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(806, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(903, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static DISCOVERY_ENDPOINT_HINTS: Type = ty("v1.EndpointHints", false, &DISCOVERY_ENDPOINT_HINTS_FIELDS, &[0, 1]);
static DISCOVERY_ENDPOINT_HINTS_SHAPE: Shape = object(&DISCOVERY_ENDPOINT_HINTS);
static DISCOVERY_ENDPOINT_HINTS_FIELDS: [Field; 2] = [
    g(308, 1, list(&DISCOVERY_FOR_ZONE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ForZone", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(307, 2, list(&DISCOVERY_FOR_NODE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ForNode", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static DISCOVERY_FOR_ZONE: Type = ty("v1.ForZone", false, &DISCOVERY_FOR_ZONE_FIELDS, &[0]);
static DISCOVERY_FOR_ZONE_SHAPE: Shape = object(&DISCOVERY_FOR_ZONE);
static DISCOVERY_FOR_ZONE_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static DISCOVERY_FOR_NODE: Type = ty("v1.ForNode", false, &DISCOVERY_FOR_NODE_FIELDS, &[0]);
static DISCOVERY_FOR_NODE_SHAPE: Shape = object(&DISCOVERY_FOR_NODE);
static DISCOVERY_FOR_NODE_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static DISCOVERY_ENDPOINT_PORT: Type = ty("v1.EndpointPort", true, &DISCOVERY_ENDPOINT_PORT_FIELDS, &[0, 1, 2, 3]);
static DISCOVERY_ENDPOINT_PORT_SHAPE: Shape = object(&DISCOVERY_ENDPOINT_PORT);
static DISCOVERY_ENDPOINT_PORT_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(662, 2, Shape::String, POINTER | OMITEMPTY, "*v1.Protocol"),
    f(635, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(61, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static DISCOVERY_ENDPOINT_SLICE_LIST: Type = ty("v1.EndpointSliceList", false, &DISCOVERY_ENDPOINT_SLICE_LIST_FIELDS, &[2, 3]);
static DISCOVERY_ENDPOINT_SLICE_LIST_SHAPE: Shape = object(&DISCOVERY_ENDPOINT_SLICE_LIST);
static DISCOVERY_ENDPOINT_SLICE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&DISCOVERY_ENDPOINT_SLICE_SHAPE), REQUIRED, "[]v1.EndpointSlice"),
];

pub static EVENTS_EVENT: Type = ty("v1.Event", false, &EVENTS_EVENT_FIELDS, &[2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
static EVENTS_EVENT_SHAPE: Shape = object(&EVENTS_EVENT);
static EVENTS_EVENT_FIELDS: [Field; 17] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), ZERO, "v1.ObjectMeta"),
    f(258, 2, Shape::MicroTime, REQUIRED, "v1.MicroTime"),
    f(790, 3, object(&EVENTS_EVENT_SERIES), POINTER | OMITEMPTY, "*v1.EventSeries"),
    f(695, 4, Shape::String, OMITEMPTY, "string"),
    f(696, 5, Shape::String, OMITEMPTY, "string"),
    f(16, 6, Shape::String, OMITEMPTY, "string"),
    f(682, 7, Shape::String, OMITEMPTY, "string"),
    f(687, 8, object(&CORE_OBJECT_REFERENCE), OMITEMPTY | ZERO, "v1.ObjectReference"),
    f(690, 9, object(&CORE_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.ObjectReference"),
    f(554, 10, Shape::String, OMITEMPTY, "string"),
    f(930, 11, Shape::String, OMITEMPTY, "string"),
    f(208, 12, object(&CORE_EVENT_SOURCE), OMITEMPTY | ZERO, "v1.EventSource"),
    f(206, 13, Shape::Time, OMITEMPTY, "v1.Time"),
    f(207, 14, Shape::Time, OMITEMPTY, "v1.Time"),
    f(205, 15, Shape::Int32, OMITEMPTY, "int32"),
];

pub static EVENTS_EVENT_SERIES: Type = ty("v1.EventSeries", false, &EVENTS_EVENT_SERIES_FIELDS, &[0, 1]);
static EVENTS_EVENT_SERIES_SHAPE: Shape = object(&EVENTS_EVENT_SERIES);
static EVENTS_EVENT_SERIES_FIELDS: [Field; 2] = [
    f(166, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(430, 2, Shape::MicroTime, REQUIRED, "v1.MicroTime"),
];

pub static EVENTS_EVENT_LIST: Type = ty("v1.EventList", false, &EVENTS_EVENT_LIST_FIELDS, &[2, 3]);
static EVENTS_EVENT_LIST_SHAPE: Shape = object(&EVENTS_EVENT_LIST);
static EVENTS_EVENT_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&EVENTS_EVENT_SHAPE), REQUIRED, "[]v1.Event"),
];

pub static FLOWCONTROL_FLOW_SCHEMA: Type = ty("v1.FlowSchema", false, &FLOWCONTROL_FLOW_SCHEMA_FIELDS, &[2, 3, 4]);
static FLOWCONTROL_FLOW_SCHEMA_SHAPE: Shape = object(&FLOWCONTROL_FLOW_SCHEMA);
static FLOWCONTROL_FLOW_SCHEMA_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&FLOWCONTROL_FLOW_SCHEMA_SPEC), OMITEMPTY | ZERO, "v1.FlowSchemaSpec"),
    f(842, 3, object(&FLOWCONTROL_FLOW_SCHEMA_STATUS), OMITEMPTY | ZERO, "v1.FlowSchemaStatus"),
];

pub static FLOWCONTROL_FLOW_SCHEMA_LIST: Type = ty("v1.FlowSchemaList", false, &FLOWCONTROL_FLOW_SCHEMA_LIST_FIELDS, &[2, 3]);
static FLOWCONTROL_FLOW_SCHEMA_LIST_SHAPE: Shape = object(&FLOWCONTROL_FLOW_SCHEMA_LIST);
static FLOWCONTROL_FLOW_SCHEMA_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&FLOWCONTROL_FLOW_SCHEMA_SHAPE), REQUIRED, "[]v1.FlowSchema"),
];

pub static FLOWCONTROL_FLOW_SCHEMA_SPEC: Type = ty("v1.FlowSchemaSpec", false, &FLOWCONTROL_FLOW_SCHEMA_SPEC_FIELDS, &[0, 1, 2, 3]);
static FLOWCONTROL_FLOW_SCHEMA_SPEC_SHAPE: Shape = object(&FLOWCONTROL_FLOW_SCHEMA_SPEC);
static FLOWCONTROL_FLOW_SCHEMA_SPEC_FIELDS: [Field; 4] = [
    f(654, 1, object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE), REQUIRED | ZERO, "v1.PriorityLevelConfigurationReference"),
    f(477, 2, Shape::Int32, ZERO, "int32"),
    f(229, 3, object(&FLOWCONTROL_FLOW_DISTINGUISHER_METHOD), POINTER | OMITEMPTY, "*v1.FlowDistinguisherMethod"),
    g(746, 4, list(&FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS_SHAPE), OMITEMPTY | DECLARED, "[]v1.PolicyRulesWithSubjects", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static FLOWCONTROL_FLOW_DISTINGUISHER_METHOD: Type = ty("v1.FlowDistinguisherMethod", false, &FLOWCONTROL_FLOW_DISTINGUISHER_METHOD_FIELDS, &[0]);
static FLOWCONTROL_FLOW_DISTINGUISHER_METHOD_SHAPE: Shape = object(&FLOWCONTROL_FLOW_DISTINGUISHER_METHOD);
static FLOWCONTROL_FLOW_DISTINGUISHER_METHOD_FIELDS: [Field; 1] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.FlowDistinguisherMethodType"),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE: Type = ty("v1.PriorityLevelConfigurationReference", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE_FIELDS, &[0]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS: Type = ty("v1.PolicyRulesWithSubjects", false, &FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS_FIELDS, &[0, 1, 2]);
static FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS_SHAPE: Shape = object(&FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS);
static FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS_FIELDS: [Field; 3] = [
    g(869, 1, list(&FLOWCONTROL_SUBJECT_SHAPE), REQUIRED | DECLARED, "[]v1.Subject", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(726, 2, list(&FLOWCONTROL_RESOURCE_POLICY_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ResourcePolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(550, 3, list(&FLOWCONTROL_NON_RESOURCE_POLICY_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.NonResourcePolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static FLOWCONTROL_SUBJECT: Type = ty("v1.Subject", false, &FLOWCONTROL_SUBJECT_FIELDS, &[0, 1, 2, 3]);
static FLOWCONTROL_SUBJECT_SHAPE: Shape = object(&FLOWCONTROL_SUBJECT);
static FLOWCONTROL_SUBJECT_FIELDS: [Field; 4] = [
    f(407, 1, Shape::String, REQUIRED | ZERO, "v1.SubjectKind"),
    f(945, 2, object(&FLOWCONTROL_USER_SUBJECT), POINTER | OMITEMPTY, "*v1.UserSubject"),
    f(329, 3, object(&FLOWCONTROL_GROUP_SUBJECT), POINTER | OMITEMPTY, "*v1.GroupSubject"),
    f(798, 4, object(&FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT), POINTER | OMITEMPTY, "*v1.ServiceAccountSubject"),
];

pub static FLOWCONTROL_USER_SUBJECT: Type = ty("v1.UserSubject", false, &FLOWCONTROL_USER_SUBJECT_FIELDS, &[0]);
static FLOWCONTROL_USER_SUBJECT_SHAPE: Shape = object(&FLOWCONTROL_USER_SUBJECT);
static FLOWCONTROL_USER_SUBJECT_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static FLOWCONTROL_GROUP_SUBJECT: Type = ty("v1.GroupSubject", false, &FLOWCONTROL_GROUP_SUBJECT_FIELDS, &[0]);
static FLOWCONTROL_GROUP_SUBJECT_SHAPE: Shape = object(&FLOWCONTROL_GROUP_SUBJECT);
static FLOWCONTROL_GROUP_SUBJECT_FIELDS: [Field; 1] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT: Type = ty("v1.ServiceAccountSubject", false, &FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT_FIELDS, &[0, 1]);
static FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT_SHAPE: Shape = object(&FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT);
static FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT_FIELDS: [Field; 2] = [
    f(521, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
];

pub static FLOWCONTROL_RESOURCE_POLICY_RULE: Type = ty("v1.ResourcePolicyRule", false, &FLOWCONTROL_RESOURCE_POLICY_RULE_FIELDS, &[0, 1, 2, 3, 4]);
static FLOWCONTROL_RESOURCE_POLICY_RULE_SHAPE: Shape = object(&FLOWCONTROL_RESOURCE_POLICY_RULE);
static FLOWCONTROL_RESOURCE_POLICY_RULE_FIELDS: [Field; 5] = [
    g(960, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(50, 2, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(730, 3, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    f(127, 4, Shape::Bool, OMITEMPTY, "bool"),
    g(524, 5, list(const { &Shape::String }), DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static FLOWCONTROL_NON_RESOURCE_POLICY_RULE: Type = ty("v1.NonResourcePolicyRule", false, &FLOWCONTROL_NON_RESOURCE_POLICY_RULE_FIELDS, &[0, 1]);
static FLOWCONTROL_NON_RESOURCE_POLICY_RULE_SHAPE: Shape = object(&FLOWCONTROL_NON_RESOURCE_POLICY_RULE);
static FLOWCONTROL_NON_RESOURCE_POLICY_RULE_FIELDS: [Field; 2] = [
    g(960, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    g(551, 6, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Set, const { &[] }, patch(false, false, false), None, None),
];

pub static FLOWCONTROL_FLOW_SCHEMA_STATUS: Type = ty("v1.FlowSchemaStatus", false, &FLOWCONTROL_FLOW_SCHEMA_STATUS_FIELDS, &[0]);
static FLOWCONTROL_FLOW_SCHEMA_STATUS_SHAPE: Shape = object(&FLOWCONTROL_FLOW_SCHEMA_STATUS);
static FLOWCONTROL_FLOW_SCHEMA_STATUS_FIELDS: [Field; 1] = [
    g(140, 1, list(&FLOWCONTROL_FLOW_SCHEMA_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.FlowSchemaCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static FLOWCONTROL_FLOW_SCHEMA_CONDITION: Type = ty("v1.FlowSchemaCondition", false, &FLOWCONTROL_FLOW_SCHEMA_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static FLOWCONTROL_FLOW_SCHEMA_CONDITION_SHAPE: Shape = object(&FLOWCONTROL_FLOW_SCHEMA_CONDITION);
static FLOWCONTROL_FLOW_SCHEMA_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, OMITEMPTY, "v1.FlowSchemaConditionType"),
    f(842, 2, Shape::String, OMITEMPTY, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION: Type = ty("v1.PriorityLevelConfiguration", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_FIELDS, &[2, 3, 4]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC), OMITEMPTY | ZERO, "v1.PriorityLevelConfigurationSpec"),
    f(842, 3, object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS), OMITEMPTY | ZERO, "v1.PriorityLevelConfigurationStatus"),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST: Type = ty("v1.PriorityLevelConfigurationList", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST_FIELDS, &[2, 3]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SHAPE), REQUIRED, "[]v1.PriorityLevelConfiguration"),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC: Type = ty("v1.PriorityLevelConfigurationSpec", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC_FIELDS, &[0, 1, 2]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC_FIELDS: [Field; 3] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.PriorityLevelEnablement"),
    f(448, 2, object(&FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION), POINTER | OMITEMPTY, "*v1.LimitedPriorityLevelConfiguration"),
    f(267, 3, object(&FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION), POINTER | OMITEMPTY, "*v1.ExemptPriorityLevelConfiguration"),
];

pub static FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION: Type = ty("v1.LimitedPriorityLevelConfiguration", false, &FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION_FIELDS, &[0, 1, 2, 3]);
static FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION_SHAPE: Shape = object(&FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION);
static FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION_FIELDS: [Field; 4] = [
    f(547, 1, Shape::Int32, POINTER, "*int32"),
    f(447, 2, object(&FLOWCONTROL_LIMIT_RESPONSE), OMITEMPTY | ZERO, "v1.LimitResponse"),
    f(442, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(98, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION: Type = ty("v1.ExemptPriorityLevelConfiguration", false, &FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION_FIELDS, &[0, 1]);
static FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION_SHAPE: Shape = object(&FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION);
static FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION_FIELDS: [Field; 2] = [
    f(547, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
    f(442, 2, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static FLOWCONTROL_LIMIT_RESPONSE: Type = ty("v1.LimitResponse", false, &FLOWCONTROL_LIMIT_RESPONSE_FIELDS, &[0, 1]);
static FLOWCONTROL_LIMIT_RESPONSE_SHAPE: Shape = object(&FLOWCONTROL_LIMIT_RESPONSE);
static FLOWCONTROL_LIMIT_RESPONSE_FIELDS: [Field; 2] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.LimitResponseType"),
    f(670, 2, object(&FLOWCONTROL_QUEUING_CONFIGURATION), POINTER | OMITEMPTY, "*v1.QueuingConfiguration"),
];

pub static FLOWCONTROL_QUEUING_CONFIGURATION: Type = ty("v1.QueuingConfiguration", false, &FLOWCONTROL_QUEUING_CONFIGURATION_FIELDS, &[0, 1, 2]);
static FLOWCONTROL_QUEUING_CONFIGURATION_SHAPE: Shape = object(&FLOWCONTROL_QUEUING_CONFIGURATION);
static FLOWCONTROL_QUEUING_CONFIGURATION_FIELDS: [Field; 3] = [
    f(669, 1, Shape::Int32, ZERO, "int32"),
    f(334, 2, Shape::Int32, ZERO, "int32"),
    f(668, 3, Shape::Int32, ZERO, "int32"),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS: Type = ty("v1.PriorityLevelConfigurationStatus", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS_FIELDS, &[0]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS_FIELDS: [Field; 1] = [
    g(140, 1, list(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.PriorityLevelConfigurationCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION: Type = ty("v1.PriorityLevelConfigurationCondition", false, &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION_SHAPE: Shape = object(&FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION);
static FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, OMITEMPTY, "v1.PriorityLevelConfigurationConditionType"),
    f(842, 2, Shape::String, OMITEMPTY, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static NETWORKING_NETWORK_POLICY: Type = ty("v1.NetworkPolicy", false, &NETWORKING_NETWORK_POLICY_FIELDS, &[2, 3]);
static NETWORKING_NETWORK_POLICY_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY);
static NETWORKING_NETWORK_POLICY_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&NETWORKING_NETWORK_POLICY_SPEC), OMITEMPTY | ZERO, "v1.NetworkPolicySpec"),
];

pub static NETWORKING_NETWORK_POLICY_SPEC: Type = ty("v1.NetworkPolicySpec", false, &NETWORKING_NETWORK_POLICY_SPEC_FIELDS, &[0, 1, 2, 3]);
static NETWORKING_NETWORK_POLICY_SPEC_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_SPEC);
static NETWORKING_NETWORK_POLICY_SPEC_FIELDS: [Field; 4] = [
    f(628, 1, object(&META_LABEL_SELECTOR), ZERO, "v1.LabelSelector"),
    g(373, 2, list(&NETWORKING_NETWORK_POLICY_INGRESS_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyIngressRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(240, 3, list(&NETWORKING_NETWORK_POLICY_EGRESS_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyEgressRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(633, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.PolicyType", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_NETWORK_POLICY_INGRESS_RULE: Type = ty("v1.NetworkPolicyIngressRule", false, &NETWORKING_NETWORK_POLICY_INGRESS_RULE_FIELDS, &[0, 1]);
static NETWORKING_NETWORK_POLICY_INGRESS_RULE_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_INGRESS_RULE);
static NETWORKING_NETWORK_POLICY_INGRESS_RULE_FIELDS: [Field; 2] = [
    g(637, 1, list(&NETWORKING_NETWORK_POLICY_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyPort", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(312, 2, list(&NETWORKING_NETWORK_POLICY_PEER_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyPeer", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_NETWORK_POLICY_EGRESS_RULE: Type = ty("v1.NetworkPolicyEgressRule", false, &NETWORKING_NETWORK_POLICY_EGRESS_RULE_FIELDS, &[0, 1]);
static NETWORKING_NETWORK_POLICY_EGRESS_RULE_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_EGRESS_RULE);
static NETWORKING_NETWORK_POLICY_EGRESS_RULE_FIELDS: [Field; 2] = [
    g(637, 1, list(&NETWORKING_NETWORK_POLICY_PORT_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyPort", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(916, 2, list(&NETWORKING_NETWORK_POLICY_PEER_SHAPE), OMITEMPTY | DECLARED, "[]v1.NetworkPolicyPeer", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_NETWORK_POLICY_PORT: Type = ty("v1.NetworkPolicyPort", false, &NETWORKING_NETWORK_POLICY_PORT_FIELDS, &[0, 1, 2]);
static NETWORKING_NETWORK_POLICY_PORT_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_PORT);
static NETWORKING_NETWORK_POLICY_PORT_FIELDS: [Field; 3] = [
    f(662, 1, Shape::String, POINTER | OMITEMPTY, "*v1.Protocol"),
    f(635, 2, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
    f(243, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static NETWORKING_IP_BLOCK: Type = ty("v1.IPBlock", false, &NETWORKING_IP_BLOCK_FIELDS, &[0, 1]);
static NETWORKING_IP_BLOCK_SHAPE: Shape = object(&NETWORKING_IP_BLOCK);
static NETWORKING_IP_BLOCK_FIELDS: [Field; 2] = [
    f(115, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(262, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_NETWORK_POLICY_PEER: Type = ty("v1.NetworkPolicyPeer", false, &NETWORKING_NETWORK_POLICY_PEER_FIELDS, &[0, 1, 2]);
static NETWORKING_NETWORK_POLICY_PEER_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_PEER);
static NETWORKING_NETWORK_POLICY_PEER_FIELDS: [Field; 3] = [
    f(628, 1, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(522, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(388, 3, object(&NETWORKING_IP_BLOCK), POINTER | OMITEMPTY, "*v1.IPBlock"),
];

pub static NETWORKING_NETWORK_POLICY_LIST: Type = ty("v1.NetworkPolicyList", false, &NETWORKING_NETWORK_POLICY_LIST_FIELDS, &[2, 3]);
static NETWORKING_NETWORK_POLICY_LIST_SHAPE: Shape = object(&NETWORKING_NETWORK_POLICY_LIST);
static NETWORKING_NETWORK_POLICY_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NETWORKING_NETWORK_POLICY_SHAPE), REQUIRED, "[]v1.NetworkPolicy"),
];

pub static NETWORKING_INGRESS: Type = ty("v1.Ingress", false, &NETWORKING_INGRESS_FIELDS, &[2, 3, 4]);
static NETWORKING_INGRESS_SHAPE: Shape = object(&NETWORKING_INGRESS);
static NETWORKING_INGRESS_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&NETWORKING_INGRESS_SPEC), OMITEMPTY | ZERO, "v1.IngressSpec"),
    f(842, 3, object(&NETWORKING_INGRESS_STATUS), OMITEMPTY | ZERO, "v1.IngressStatus"),
];

pub static NETWORKING_INGRESS_LIST: Type = ty("v1.IngressList", false, &NETWORKING_INGRESS_LIST_FIELDS, &[2, 3]);
static NETWORKING_INGRESS_LIST_SHAPE: Shape = object(&NETWORKING_INGRESS_LIST);
static NETWORKING_INGRESS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NETWORKING_INGRESS_SHAPE), REQUIRED, "[]v1.Ingress"),
];

pub static NETWORKING_INGRESS_SPEC: Type = ty("v1.IngressSpec", false, &NETWORKING_INGRESS_SPEC_FIELDS, &[1, 2, 3, 0]);
static NETWORKING_INGRESS_SPEC_SHAPE: Shape = object(&NETWORKING_INGRESS_SPEC);
static NETWORKING_INGRESS_SPEC_FIELDS: [Field; 4] = [
    f(374, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(192, 1, object(&NETWORKING_INGRESS_BACKEND), POINTER | OMITEMPTY, "*v1.IngressBackend"),
    g(915, 2, list(&NETWORKING_INGRESS_TLS_SHAPE), OMITEMPTY | DECLARED, "[]v1.IngressTLS", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(746, 3, list(&NETWORKING_INGRESS_RULE_SHAPE), OMITEMPTY | DECLARED, "[]v1.IngressRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_INGRESS_TLS: Type = ty("v1.IngressTLS", false, &NETWORKING_INGRESS_TLS_FIELDS, &[0, 1]);
static NETWORKING_INGRESS_TLS_SHAPE: Shape = object(&NETWORKING_INGRESS_TLS);
static NETWORKING_INGRESS_TLS_FIELDS: [Field; 2] = [
    g(356, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(779, 2, Shape::String, OMITEMPTY, "string"),
];

pub static NETWORKING_INGRESS_STATUS: Type = ty("v1.IngressStatus", false, &NETWORKING_INGRESS_STATUS_FIELDS, &[0]);
static NETWORKING_INGRESS_STATUS_SHAPE: Shape = object(&NETWORKING_INGRESS_STATUS);
static NETWORKING_INGRESS_STATUS_FIELDS: [Field; 1] = [
    f(455, 1, object(&NETWORKING_INGRESS_LOAD_BALANCER_STATUS), OMITEMPTY | ZERO, "v1.IngressLoadBalancerStatus"),
];

pub static NETWORKING_INGRESS_LOAD_BALANCER_STATUS: Type = ty("v1.IngressLoadBalancerStatus", false, &NETWORKING_INGRESS_LOAD_BALANCER_STATUS_FIELDS, &[0]);
static NETWORKING_INGRESS_LOAD_BALANCER_STATUS_SHAPE: Shape = object(&NETWORKING_INGRESS_LOAD_BALANCER_STATUS);
static NETWORKING_INGRESS_LOAD_BALANCER_STATUS_FIELDS: [Field; 1] = [
    g(373, 1, list(&NETWORKING_INGRESS_LOAD_BALANCER_INGRESS_SHAPE), OMITEMPTY | DECLARED, "[]v1.IngressLoadBalancerIngress", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_INGRESS_LOAD_BALANCER_INGRESS: Type = ty("v1.IngressLoadBalancerIngress", false, &NETWORKING_INGRESS_LOAD_BALANCER_INGRESS_FIELDS, &[0, 1, 2]);
static NETWORKING_INGRESS_LOAD_BALANCER_INGRESS_SHAPE: Shape = object(&NETWORKING_INGRESS_LOAD_BALANCER_INGRESS);
static NETWORKING_INGRESS_LOAD_BALANCER_INGRESS_FIELDS: [Field; 3] = [
    f(387, 1, Shape::String, OMITEMPTY, "string"),
    f(353, 2, Shape::String, OMITEMPTY, "string"),
    g(637, 4, list(&NETWORKING_INGRESS_PORT_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.IngressPortStatus", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_INGRESS_PORT_STATUS: Type = ty("v1.IngressPortStatus", false, &NETWORKING_INGRESS_PORT_STATUS_FIELDS, &[0, 1, 2]);
static NETWORKING_INGRESS_PORT_STATUS_SHAPE: Shape = object(&NETWORKING_INGRESS_PORT_STATUS);
static NETWORKING_INGRESS_PORT_STATUS_FIELDS: [Field; 3] = [
    f(635, 1, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(662, 2, Shape::String, REQUIRED | ZERO, "v1.Protocol"),
    f(255, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static NETWORKING_INGRESS_RULE: Type = ty("v1.IngressRule", false, &NETWORKING_INGRESS_RULE_FIELDS, &[0, 1]);
static NETWORKING_INGRESS_RULE_SHAPE: Shape = object(&NETWORKING_INGRESS_RULE);
static NETWORKING_INGRESS_RULE_FIELDS: [Field; 2] = [
    f(342, 1, Shape::String, OMITEMPTY, "string"),
    f(4, 2, object(&NETWORKING_INGRESS_RULE_VALUE), INLINE, "v1.IngressRuleValue"),
];

pub static NETWORKING_INGRESS_RULE_VALUE: Type = ty("v1.IngressRuleValue", false, &NETWORKING_INGRESS_RULE_VALUE_FIELDS, &[0]);
static NETWORKING_INGRESS_RULE_VALUE_SHAPE: Shape = object(&NETWORKING_INGRESS_RULE_VALUE);
static NETWORKING_INGRESS_RULE_VALUE_FIELDS: [Field; 1] = [
    f(357, 1, object(&NETWORKING_HTTP_INGRESS_RULE_VALUE), POINTER | OMITEMPTY, "*v1.HTTPIngressRuleValue"),
];

pub static NETWORKING_HTTP_INGRESS_RULE_VALUE: Type = ty("v1.HTTPIngressRuleValue", false, &NETWORKING_HTTP_INGRESS_RULE_VALUE_FIELDS, &[0]);
static NETWORKING_HTTP_INGRESS_RULE_VALUE_SHAPE: Shape = object(&NETWORKING_HTTP_INGRESS_RULE_VALUE);
static NETWORKING_HTTP_INGRESS_RULE_VALUE_FIELDS: [Field; 1] = [
    g(595, 1, list(&NETWORKING_HTTP_INGRESS_PATH_SHAPE), REQUIRED | DECLARED, "[]v1.HTTPIngressPath", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_HTTP_INGRESS_PATH: Type = ty("v1.HTTPIngressPath", false, &NETWORKING_HTTP_INGRESS_PATH_FIELDS, &[0, 2, 1]);
static NETWORKING_HTTP_INGRESS_PATH_SHAPE: Shape = object(&NETWORKING_HTTP_INGRESS_PATH);
static NETWORKING_HTTP_INGRESS_PATH_FIELDS: [Field; 3] = [
    f(593, 1, Shape::String, OMITEMPTY, "string"),
    f(594, 3, Shape::String, POINTER | REQUIRED, "*v1.PathType"),
    f(83, 2, object(&NETWORKING_INGRESS_BACKEND), REQUIRED | ZERO, "v1.IngressBackend"),
];

pub static NETWORKING_INGRESS_BACKEND: Type = ty("v1.IngressBackend", false, &NETWORKING_INGRESS_BACKEND_FIELDS, &[1, 0]);
static NETWORKING_INGRESS_BACKEND_SHAPE: Shape = object(&NETWORKING_INGRESS_BACKEND);
static NETWORKING_INGRESS_BACKEND_FIELDS: [Field; 2] = [
    f(795, 4, object(&NETWORKING_INGRESS_SERVICE_BACKEND), POINTER | OMITEMPTY, "*v1.IngressServiceBackend"),
    f(716, 3, object(&CORE_TYPED_LOCAL_OBJECT_REFERENCE), POINTER | OMITEMPTY, "*v1.TypedLocalObjectReference"),
];

pub static NETWORKING_INGRESS_SERVICE_BACKEND: Type = ty("v1.IngressServiceBackend", false, &NETWORKING_INGRESS_SERVICE_BACKEND_FIELDS, &[0, 1]);
static NETWORKING_INGRESS_SERVICE_BACKEND_SHAPE: Shape = object(&NETWORKING_INGRESS_SERVICE_BACKEND);
static NETWORKING_INGRESS_SERVICE_BACKEND_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(635, 2, object(&NETWORKING_SERVICE_BACKEND_PORT), OMITEMPTY | ZERO, "v1.ServiceBackendPort"),
];

pub static NETWORKING_SERVICE_BACKEND_PORT: Type = ty("v1.ServiceBackendPort", true, &NETWORKING_SERVICE_BACKEND_PORT_FIELDS, &[0, 1]);
static NETWORKING_SERVICE_BACKEND_PORT_SHAPE: Shape = object(&NETWORKING_SERVICE_BACKEND_PORT);
static NETWORKING_SERVICE_BACKEND_PORT_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, OMITEMPTY, "string"),
    f(556, 2, Shape::Int32, OMITEMPTY, "int32"),
];

pub static NETWORKING_INGRESS_CLASS: Type = ty("v1.IngressClass", false, &NETWORKING_INGRESS_CLASS_FIELDS, &[2, 3]);
static NETWORKING_INGRESS_CLASS_SHAPE: Shape = object(&NETWORKING_INGRESS_CLASS);
static NETWORKING_INGRESS_CLASS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&NETWORKING_INGRESS_CLASS_SPEC), OMITEMPTY | ZERO, "v1.IngressClassSpec"),
];

pub static NETWORKING_INGRESS_CLASS_SPEC: Type = ty("v1.IngressClassSpec", false, &NETWORKING_INGRESS_CLASS_SPEC_FIELDS, &[0, 1]);
static NETWORKING_INGRESS_CLASS_SPEC_SHAPE: Shape = object(&NETWORKING_INGRESS_CLASS_SPEC);
static NETWORKING_INGRESS_CLASS_SPEC_FIELDS: [Field; 2] = [
    f(158, 1, Shape::String, OMITEMPTY, "string"),
    f(588, 2, object(&NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE), POINTER | OMITEMPTY, "*v1.IngressClassParametersReference"),
];

pub static NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE: Type = ty("v1.IngressClassParametersReference", false, &NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE_FIELDS, &[0, 1, 2, 3, 4]);
static NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE_SHAPE: Shape = object(&NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE);
static NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE_FIELDS: [Field; 5] = [
    f(49, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(407, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(766, 4, Shape::String, POINTER, "*string"),
    f(521, 5, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static NETWORKING_INGRESS_CLASS_LIST: Type = ty("v1.IngressClassList", false, &NETWORKING_INGRESS_CLASS_LIST_FIELDS, &[2, 3]);
static NETWORKING_INGRESS_CLASS_LIST_SHAPE: Shape = object(&NETWORKING_INGRESS_CLASS_LIST);
static NETWORKING_INGRESS_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NETWORKING_INGRESS_CLASS_SHAPE), REQUIRED, "[]v1.IngressClass"),
];

pub static NETWORKING_IP_ADDRESS: Type = ty("v1.IPAddress", false, &NETWORKING_IP_ADDRESS_FIELDS, &[2, 3]);
static NETWORKING_IP_ADDRESS_SHAPE: Shape = object(&NETWORKING_IP_ADDRESS);
static NETWORKING_IP_ADDRESS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&NETWORKING_IP_ADDRESS_SPEC), OMITEMPTY | REQUIRED | ZERO, "v1.IPAddressSpec"),
];

pub static NETWORKING_IP_ADDRESS_SPEC: Type = ty("v1.IPAddressSpec", false, &NETWORKING_IP_ADDRESS_SPEC_FIELDS, &[0]);
static NETWORKING_IP_ADDRESS_SPEC_SHAPE: Shape = object(&NETWORKING_IP_ADDRESS_SPEC);
static NETWORKING_IP_ADDRESS_SPEC_FIELDS: [Field; 1] = [
    f(589, 1, object(&NETWORKING_PARENT_REFERENCE), POINTER | OMITEMPTY | REQUIRED, "*v1.ParentReference"),
];

pub static NETWORKING_PARENT_REFERENCE: Type = ty("v1.ParentReference", false, &NETWORKING_PARENT_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static NETWORKING_PARENT_REFERENCE_SHAPE: Shape = object(&NETWORKING_PARENT_REFERENCE);
static NETWORKING_PARENT_REFERENCE_FIELDS: [Field; 4] = [
    f(329, 1, Shape::String, OMITEMPTY, "string"),
    f(716, 2, Shape::String, OMITEMPTY | REQUIRED, "string"),
    f(521, 3, Shape::String, OMITEMPTY, "string"),
    f(518, 4, Shape::String, OMITEMPTY | REQUIRED, "string"),
];

pub static NETWORKING_IP_ADDRESS_LIST: Type = ty("v1.IPAddressList", false, &NETWORKING_IP_ADDRESS_LIST_FIELDS, &[2, 3]);
static NETWORKING_IP_ADDRESS_LIST_SHAPE: Shape = object(&NETWORKING_IP_ADDRESS_LIST);
static NETWORKING_IP_ADDRESS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NETWORKING_IP_ADDRESS_SHAPE), REQUIRED, "[]v1.IPAddress"),
];

pub static NETWORKING_SERVICE_CIDR: Type = ty("v1.ServiceCIDR", false, &NETWORKING_SERVICE_CIDR_FIELDS, &[2, 3, 4]);
static NETWORKING_SERVICE_CIDR_SHAPE: Shape = object(&NETWORKING_SERVICE_CIDR);
static NETWORKING_SERVICE_CIDR_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&NETWORKING_SERVICE_CIDR_SPEC), OMITEMPTY | ZERO, "v1.ServiceCIDRSpec"),
    f(842, 3, object(&NETWORKING_SERVICE_CIDR_STATUS), OMITEMPTY | ZERO, "v1.ServiceCIDRStatus"),
];

pub static NETWORKING_SERVICE_CIDR_SPEC: Type = ty("v1.ServiceCIDRSpec", false, &NETWORKING_SERVICE_CIDR_SPEC_FIELDS, &[0]);
static NETWORKING_SERVICE_CIDR_SPEC_SHAPE: Shape = object(&NETWORKING_SERVICE_CIDR_SPEC);
static NETWORKING_SERVICE_CIDR_SPEC_FIELDS: [Field; 1] = [
    g(116, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NETWORKING_SERVICE_CIDR_STATUS: Type = ty("v1.ServiceCIDRStatus", false, &NETWORKING_SERVICE_CIDR_STATUS_FIELDS, &[0]);
static NETWORKING_SERVICE_CIDR_STATUS_SHAPE: Shape = object(&NETWORKING_SERVICE_CIDR_STATUS);
static NETWORKING_SERVICE_CIDR_STATUS_FIELDS: [Field; 1] = [
    g(140, 1, list(&META_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Condition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static NETWORKING_SERVICE_CIDR_LIST: Type = ty("v1.ServiceCIDRList", false, &NETWORKING_SERVICE_CIDR_LIST_FIELDS, &[2, 3]);
static NETWORKING_SERVICE_CIDR_LIST_SHAPE: Shape = object(&NETWORKING_SERVICE_CIDR_LIST);
static NETWORKING_SERVICE_CIDR_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NETWORKING_SERVICE_CIDR_SHAPE), REQUIRED, "[]v1.ServiceCIDR"),
];

pub static NODE_RUNTIME_CLASS: Type = ty("v1.RuntimeClass", false, &NODE_RUNTIME_CLASS_FIELDS, &[2, 3, 4, 5]);
static NODE_RUNTIME_CLASS_SHAPE: Shape = object(&NODE_RUNTIME_CLASS);
static NODE_RUNTIME_CLASS_FIELDS: [Field; 6] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(335, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(582, 3, object(&NODE_OVERHEAD), POINTER | OMITEMPTY, "*v1.Overhead"),
    f(761, 4, object(&NODE_SCHEDULING), POINTER | OMITEMPTY, "*v1.Scheduling"),
];

pub static NODE_OVERHEAD: Type = ty("v1.Overhead", false, &NODE_OVERHEAD_FIELDS, &[0]);
static NODE_OVERHEAD_SHAPE: Shape = object(&NODE_OVERHEAD);
static NODE_OVERHEAD_FIELDS: [Field; 1] = [
    f(621, 1, map(const { &Shape::Quantity }), OMITEMPTY, "v1.ResourceList"),
];

pub static NODE_SCHEDULING: Type = ty("v1.Scheduling", false, &NODE_SCHEDULING_FIELDS, &[0, 1]);
static NODE_SCHEDULING_SHAPE: Shape = object(&NODE_SCHEDULING);
static NODE_SCHEDULING_FIELDS: [Field; 2] = [
    f(542, 1, map(const { &Shape::String }), OMITEMPTY | ATOMIC, "map[string]string"),
    g(921, 2, list(&CORE_TOLERATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Toleration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static NODE_RUNTIME_CLASS_LIST: Type = ty("v1.RuntimeClassList", false, &NODE_RUNTIME_CLASS_LIST_FIELDS, &[2, 3]);
static NODE_RUNTIME_CLASS_LIST_SHAPE: Shape = object(&NODE_RUNTIME_CLASS_LIST);
static NODE_RUNTIME_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&NODE_RUNTIME_CLASS_SHAPE), REQUIRED, "[]v1.RuntimeClass"),
];

pub static POLICY_POD_DISRUPTION_BUDGET_SPEC: Type = ty("v1.PodDisruptionBudgetSpec", false, &POLICY_POD_DISRUPTION_BUDGET_SPEC_FIELDS, &[0, 1, 2, 3]);
static POLICY_POD_DISRUPTION_BUDGET_SPEC_SHAPE: Shape = object(&POLICY_POD_DISRUPTION_BUDGET_SPEC);
static POLICY_POD_DISRUPTION_BUDGET_SPEC_FIELDS: [Field; 4] = [
    f(501, 1, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
    g(786, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector", ListType::Atomic, const { &[] }, patch(false, true, false), None, None),
    f(488, 3, Shape::IntOrString, POINTER | OMITEMPTY, "*intstr.IntOrString"),
    f(935, 4, Shape::String, POINTER | OMITEMPTY, "*v1.UnhealthyPodEvictionPolicyType"),
];

pub static POLICY_POD_DISRUPTION_BUDGET_STATUS: Type = ty("v1.PodDisruptionBudgetStatus", false, &POLICY_POD_DISRUPTION_BUDGET_STATUS_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static POLICY_POD_DISRUPTION_BUDGET_STATUS_SHAPE: Shape = object(&POLICY_POD_DISRUPTION_BUDGET_STATUS);
static POLICY_POD_DISRUPTION_BUDGET_STATUS_FIELDS: [Field; 7] = [
    f(564, 1, Shape::Int64, OMITEMPTY, "int64"),
    f(226, 2, map(const { &Shape::Time }), OMITEMPTY, "map[string]v1.Time"),
    f(227, 3, Shape::Int32, ZERO, "int32"),
    f(177, 4, Shape::Int32, ZERO, "int32"),
    f(214, 5, Shape::Int32, ZERO, "int32"),
    f(270, 6, Shape::Int32, ZERO, "int32"),
    g(140, 7, list(&META_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.Condition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static POLICY_POD_DISRUPTION_BUDGET: Type = ty("v1.PodDisruptionBudget", false, &POLICY_POD_DISRUPTION_BUDGET_FIELDS, &[2, 3, 4]);
static POLICY_POD_DISRUPTION_BUDGET_SHAPE: Shape = object(&POLICY_POD_DISRUPTION_BUDGET);
static POLICY_POD_DISRUPTION_BUDGET_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&POLICY_POD_DISRUPTION_BUDGET_SPEC), OMITEMPTY | ZERO, "v1.PodDisruptionBudgetSpec"),
    f(842, 3, object(&POLICY_POD_DISRUPTION_BUDGET_STATUS), OMITEMPTY | ZERO, "v1.PodDisruptionBudgetStatus"),
];

pub static POLICY_POD_DISRUPTION_BUDGET_LIST: Type = ty("v1.PodDisruptionBudgetList", false, &POLICY_POD_DISRUPTION_BUDGET_LIST_FIELDS, &[2, 3]);
static POLICY_POD_DISRUPTION_BUDGET_LIST_SHAPE: Shape = object(&POLICY_POD_DISRUPTION_BUDGET_LIST);
static POLICY_POD_DISRUPTION_BUDGET_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&POLICY_POD_DISRUPTION_BUDGET_SHAPE), REQUIRED, "[]v1.PodDisruptionBudget"),
];

pub static POLICY_EVICTION: Type = ty("v1.Eviction", false, &POLICY_EVICTION_FIELDS, &[2, 3]);
static POLICY_EVICTION_SHAPE: Shape = object(&POLICY_EVICTION);
static POLICY_EVICTION_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(196, 2, object(&META_DELETE_OPTIONS), POINTER | OMITEMPTY, "*v1.DeleteOptions"),
];

pub static RBAC_POLICY_RULE: Type = ty("v1.PolicyRule", false, &RBAC_POLICY_RULE_FIELDS, &[0, 1, 2, 3, 4]);
static RBAC_POLICY_RULE_SHAPE: Shape = object(&RBAC_POLICY_RULE);
static RBAC_POLICY_RULE_FIELDS: [Field; 5] = [
    g(960, 1, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(50, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(730, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(725, 4, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(551, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RBAC_SUBJECT: Type = ty("v1.Subject", true, &RBAC_SUBJECT_FIELDS, &[0, 1, 2, 3]);
static RBAC_SUBJECT_SHAPE: Shape = object(&RBAC_SUBJECT);
static RBAC_SUBJECT_FIELDS: [Field; 4] = [
    f(407, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(49, 2, Shape::String, OMITEMPTY, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(521, 4, Shape::String, OMITEMPTY, "string"),
];

pub static RBAC_ROLE_REF: Type = ty("v1.RoleRef", true, &RBAC_ROLE_REF_FIELDS, &[0, 1, 2]);
static RBAC_ROLE_REF_SHAPE: Shape = object(&RBAC_ROLE_REF);
static RBAC_ROLE_REF_FIELDS: [Field; 3] = [
    f(49, 1, Shape::String, ZERO, "string"),
    f(407, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static RBAC_ROLE: Type = ty("v1.Role", false, &RBAC_ROLE_FIELDS, &[2, 3]);
static RBAC_ROLE_SHAPE: Shape = object(&RBAC_ROLE);
static RBAC_ROLE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(746, 2, list(&RBAC_POLICY_RULE_SHAPE), DECLARED, "[]v1.PolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RBAC_ROLE_BINDING: Type = ty("v1.RoleBinding", false, &RBAC_ROLE_BINDING_FIELDS, &[2, 3, 4]);
static RBAC_ROLE_BINDING_SHAPE: Shape = object(&RBAC_ROLE_BINDING);
static RBAC_ROLE_BINDING_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(869, 2, list(&RBAC_SUBJECT_SHAPE), OMITEMPTY | DECLARED, "[]v1.Subject", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(742, 3, object(&RBAC_ROLE_REF), REQUIRED | ZERO, "v1.RoleRef"),
];

pub static RBAC_ROLE_BINDING_LIST: Type = ty("v1.RoleBindingList", false, &RBAC_ROLE_BINDING_LIST_FIELDS, &[2, 3]);
static RBAC_ROLE_BINDING_LIST_SHAPE: Shape = object(&RBAC_ROLE_BINDING_LIST);
static RBAC_ROLE_BINDING_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RBAC_ROLE_BINDING_SHAPE), REQUIRED, "[]v1.RoleBinding"),
];

pub static RBAC_ROLE_LIST: Type = ty("v1.RoleList", false, &RBAC_ROLE_LIST_FIELDS, &[2, 3]);
static RBAC_ROLE_LIST_SHAPE: Shape = object(&RBAC_ROLE_LIST);
static RBAC_ROLE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RBAC_ROLE_SHAPE), REQUIRED, "[]v1.Role"),
];

pub static RBAC_CLUSTER_ROLE: Type = ty("v1.ClusterRole", false, &RBAC_CLUSTER_ROLE_FIELDS, &[2, 3, 4]);
static RBAC_CLUSTER_ROLE_SHAPE: Shape = object(&RBAC_CLUSTER_ROLE);
static RBAC_CLUSTER_ROLE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(746, 2, list(&RBAC_POLICY_RULE_SHAPE), DECLARED, "[]v1.PolicyRule", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(29, 3, object(&RBAC_AGGREGATION_RULE), POINTER | OMITEMPTY, "*v1.AggregationRule"),
];

pub static RBAC_AGGREGATION_RULE: Type = ty("v1.AggregationRule", false, &RBAC_AGGREGATION_RULE_FIELDS, &[0]);
static RBAC_AGGREGATION_RULE_SHAPE: Shape = object(&RBAC_AGGREGATION_RULE);
static RBAC_AGGREGATION_RULE_FIELDS: [Field; 1] = [
    g(126, 1, list(&META_LABEL_SELECTOR_SHAPE), OMITEMPTY | DECLARED, "[]v1.LabelSelector", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RBAC_CLUSTER_ROLE_BINDING: Type = ty("v1.ClusterRoleBinding", false, &RBAC_CLUSTER_ROLE_BINDING_FIELDS, &[2, 3, 4]);
static RBAC_CLUSTER_ROLE_BINDING_SHAPE: Shape = object(&RBAC_CLUSTER_ROLE_BINDING);
static RBAC_CLUSTER_ROLE_BINDING_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    g(869, 2, list(&RBAC_SUBJECT_SHAPE), OMITEMPTY | DECLARED, "[]v1.Subject", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(742, 3, object(&RBAC_ROLE_REF), REQUIRED | ZERO, "v1.RoleRef"),
];

pub static RBAC_CLUSTER_ROLE_BINDING_LIST: Type = ty("v1.ClusterRoleBindingList", false, &RBAC_CLUSTER_ROLE_BINDING_LIST_FIELDS, &[2, 3]);
static RBAC_CLUSTER_ROLE_BINDING_LIST_SHAPE: Shape = object(&RBAC_CLUSTER_ROLE_BINDING_LIST);
static RBAC_CLUSTER_ROLE_BINDING_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RBAC_CLUSTER_ROLE_BINDING_SHAPE), REQUIRED, "[]v1.ClusterRoleBinding"),
];

pub static RBAC_CLUSTER_ROLE_LIST: Type = ty("v1.ClusterRoleList", false, &RBAC_CLUSTER_ROLE_LIST_FIELDS, &[2, 3]);
static RBAC_CLUSTER_ROLE_LIST_SHAPE: Shape = object(&RBAC_CLUSTER_ROLE_LIST);
static RBAC_CLUSTER_ROLE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RBAC_CLUSTER_ROLE_SHAPE), REQUIRED, "[]v1.ClusterRole"),
];

pub static RESOURCE_RESOURCE_SLICE: Type = ty("v1.ResourceSlice", false, &RESOURCE_RESOURCE_SLICE_FIELDS, &[2, 3]);
static RESOURCE_RESOURCE_SLICE_SHAPE: Shape = object(&RESOURCE_RESOURCE_SLICE);
static RESOURCE_RESOURCE_SLICE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&RESOURCE_RESOURCE_SLICE_SPEC), REQUIRED | ZERO, "v1.ResourceSliceSpec"),
];

pub static RESOURCE_RESOURCE_SLICE_SPEC: Type = ty("v1.ResourceSliceSpec", false, &RESOURCE_RESOURCE_SLICE_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static RESOURCE_RESOURCE_SLICE_SPEC_SHAPE: Shape = object(&RESOURCE_RESOURCE_SLICE_SPEC);
static RESOURCE_RESOURCE_SLICE_SPEC_FIELDS: [Field; 8] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(634, 2, object(&RESOURCE_RESOURCE_POOL), REQUIRED | ZERO, "v1.ResourcePool"),
    f(539, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(542, 4, object(&CORE_NODE_SELECTOR), POINTER | OMITEMPTY, "*v1.NodeSelector"),
    f(30, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(222, 6, list(&RESOURCE_DEVICE_SHAPE), OMITEMPTY | DECLARED, "[]v1.Device", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(601, 7, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(815, 8, list(&RESOURCE_COUNTER_SET_SHAPE), OMITEMPTY | DECLARED, "[]v1.CounterSet", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RESOURCE_COUNTER_SET: Type = ty("v1.CounterSet", false, &RESOURCE_COUNTER_SET_FIELDS, &[0, 1]);
static RESOURCE_COUNTER_SET_SHAPE: Shape = object(&RESOURCE_COUNTER_SET);
static RESOURCE_COUNTER_SET_FIELDS: [Field; 2] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(168, 2, map(&RESOURCE_COUNTER_SHAPE), OMITEMPTY | REQUIRED, "map[string]v1.Counter"),
];

pub static RESOURCE_RESOURCE_POOL: Type = ty("v1.ResourcePool", false, &RESOURCE_RESOURCE_POOL_FIELDS, &[0, 1, 2]);
static RESOURCE_RESOURCE_POOL_SHAPE: Shape = object(&RESOURCE_RESOURCE_POOL);
static RESOURCE_RESOURCE_POOL_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(321, 2, Shape::Int64, REQUIRED | ZERO, "int64"),
    f(727, 3, Shape::Int64, REQUIRED | ZERO, "int64"),
];

pub static RESOURCE_DEVICE: Type = ty("v1.Device", false, &RESOURCE_DEVICE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
static RESOURCE_DEVICE_SHAPE: Shape = object(&RESOURCE_DEVICE);
static RESOURCE_DEVICE_FIELDS: [Field; 13] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(71, 2, map(&RESOURCE_DEVICE_ATTRIBUTE_SHAPE), OMITEMPTY, "map[v1.QualifiedName]v1.DeviceAttribute"),
    f(104, 3, map(&RESOURCE_DEVICE_CAPACITY_SHAPE), OMITEMPTY, "map[v1.QualifiedName]v1.DeviceCapacity"),
    g(148, 4, list(&RESOURCE_DEVICE_COUNTER_CONSUMPTION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceCounterConsumption", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(539, 5, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(542, 6, object(&CORE_NODE_SELECTOR), POINTER | OMITEMPTY, "*v1.NodeSelector"),
    f(30, 7, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(887, 8, list(&RESOURCE_DEVICE_TAINT_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceTaint", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(93, 9, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(91, 10, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(92, 11, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(41, 12, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(534, 13, map(&RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING_SHAPE), OMITEMPTY, "map[v1.ResourceName]v1.NodeAllocatableResourceMapping"),
];

pub static RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING: Type = ty("v1.NodeAllocatableResourceMapping", false, &RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING_FIELDS, &[0, 1]);
static RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING_SHAPE: Shape = object(&RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING);
static RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING_FIELDS: [Field; 2] = [
    f(105, 1, Shape::String, POINTER | OMITEMPTY, "*v1.QualifiedName"),
    f(39, 2, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static RESOURCE_DEVICE_COUNTER_CONSUMPTION: Type = ty("v1.DeviceCounterConsumption", false, &RESOURCE_DEVICE_COUNTER_CONSUMPTION_FIELDS, &[0, 1]);
static RESOURCE_DEVICE_COUNTER_CONSUMPTION_SHAPE: Shape = object(&RESOURCE_DEVICE_COUNTER_CONSUMPTION);
static RESOURCE_DEVICE_COUNTER_CONSUMPTION_FIELDS: [Field; 2] = [
    f(167, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(168, 2, map(&RESOURCE_COUNTER_SHAPE), OMITEMPTY | REQUIRED, "map[string]v1.Counter"),
];

pub static RESOURCE_DEVICE_CAPACITY: Type = ty("v1.DeviceCapacity", false, &RESOURCE_DEVICE_CAPACITY_FIELDS, &[0, 1]);
static RESOURCE_DEVICE_CAPACITY_SHAPE: Shape = object(&RESOURCE_DEVICE_CAPACITY);
static RESOURCE_DEVICE_CAPACITY_FIELDS: [Field; 2] = [
    f(954, 1, Shape::Quantity, REQUIRED, "resource.Quantity"),
    f(702, 2, object(&RESOURCE_CAPACITY_REQUEST_POLICY), POINTER | OMITEMPTY, "*v1.CapacityRequestPolicy"),
];

pub static RESOURCE_COUNTER: Type = ty("v1.Counter", false, &RESOURCE_COUNTER_FIELDS, &[0]);
static RESOURCE_COUNTER_SHAPE: Shape = object(&RESOURCE_COUNTER);
static RESOURCE_COUNTER_FIELDS: [Field; 1] = [
    f(954, 1, Shape::Quantity, REQUIRED, "resource.Quantity"),
];

pub static RESOURCE_CAPACITY_REQUEST_POLICY: Type = ty("v1.CapacityRequestPolicy", false, &RESOURCE_CAPACITY_REQUEST_POLICY_FIELDS, &[0, 1, 2]);
static RESOURCE_CAPACITY_REQUEST_POLICY_SHAPE: Shape = object(&RESOURCE_CAPACITY_REQUEST_POLICY);
static RESOURCE_CAPACITY_REQUEST_POLICY_FIELDS: [Field; 3] = [
    f(191, 1, Shape::Quantity, POINTER, "*resource.Quantity"),
    g(951, 3, list(const { &Shape::Quantity }), OMITEMPTY | DECLARED, "[]resource.Quantity", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(950, 4, object(&RESOURCE_CAPACITY_REQUEST_POLICY_RANGE), POINTER | OMITEMPTY, "*v1.CapacityRequestPolicyRange"),
];

pub static RESOURCE_CAPACITY_REQUEST_POLICY_RANGE: Type = ty("v1.CapacityRequestPolicyRange", false, &RESOURCE_CAPACITY_REQUEST_POLICY_RANGE_FIELDS, &[0, 1, 2]);
static RESOURCE_CAPACITY_REQUEST_POLICY_RANGE_SHAPE: Shape = object(&RESOURCE_CAPACITY_REQUEST_POLICY_RANGE);
static RESOURCE_CAPACITY_REQUEST_POLICY_RANGE_FIELDS: [Field; 3] = [
    f(500, 1, Shape::Quantity, POINTER | OMITEMPTY | REQUIRED, "*resource.Quantity"),
    f(478, 2, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(848, 3, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static RESOURCE_DEVICE_ATTRIBUTE: Type = ty("v1.DeviceAttribute", false, &RESOURCE_DEVICE_ATTRIBUTE_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7]);
static RESOURCE_DEVICE_ATTRIBUTE_SHAPE: Shape = object(&RESOURCE_DEVICE_ATTRIBUTE);
static RESOURCE_DEVICE_ATTRIBUTE_FIELDS: [Field; 8] = [
    f(382, 2, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(95, 3, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(862, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(961, 5, Shape::String, POINTER | OMITEMPTY, "*string"),
    g(385, 6, list(const { &Shape::Int64 }), OMITEMPTY | DECLARED, "[]int64", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(96, 7, list(const { &Shape::Bool }), OMITEMPTY | DECLARED, "[]bool", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(864, 8, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(963, 9, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RESOURCE_DEVICE_TAINT: Type = ty("v1.DeviceTaint", false, &RESOURCE_DEVICE_TAINT_FIELDS, &[0, 1, 2, 3]);
static RESOURCE_DEVICE_TAINT_SHAPE: Shape = object(&RESOURCE_DEVICE_TAINT);
static RESOURCE_DEVICE_TAINT_FIELDS: [Field; 4] = [
    f(403, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(954, 2, Shape::String, OMITEMPTY, "string"),
    f(239, 3, Shape::String, REQUIRED | ZERO, "v1.DeviceTaintEffect"),
    f(910, 4, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
];

pub static RESOURCE_RESOURCE_SLICE_LIST: Type = ty("v1.ResourceSliceList", false, &RESOURCE_RESOURCE_SLICE_LIST_FIELDS, &[2, 3]);
static RESOURCE_RESOURCE_SLICE_LIST_SHAPE: Shape = object(&RESOURCE_RESOURCE_SLICE_LIST);
static RESOURCE_RESOURCE_SLICE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RESOURCE_RESOURCE_SLICE_SHAPE), REQUIRED, "[]v1.ResourceSlice"),
];

pub static RESOURCE_RESOURCE_CLAIM: Type = ty("v1.ResourceClaim", false, &RESOURCE_RESOURCE_CLAIM_FIELDS, &[2, 3, 4]);
static RESOURCE_RESOURCE_CLAIM_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM);
static RESOURCE_RESOURCE_CLAIM_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&RESOURCE_RESOURCE_CLAIM_SPEC), REQUIRED | ZERO, "v1.ResourceClaimSpec"),
    f(842, 3, object(&RESOURCE_RESOURCE_CLAIM_STATUS), OMITEMPTY | ZERO, "v1.ResourceClaimStatus"),
];

pub static RESOURCE_RESOURCE_CLAIM_SPEC: Type = ty("v1.ResourceClaimSpec", false, &RESOURCE_RESOURCE_CLAIM_SPEC_FIELDS, &[0]);
static RESOURCE_RESOURCE_CLAIM_SPEC_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_SPEC);
static RESOURCE_RESOURCE_CLAIM_SPEC_FIELDS: [Field; 1] = [
    f(222, 1, object(&RESOURCE_DEVICE_CLAIM), ZERO, "v1.DeviceClaim"),
];

pub static RESOURCE_DEVICE_CLAIM: Type = ty("v1.DeviceClaim", false, &RESOURCE_DEVICE_CLAIM_FIELDS, &[0, 1, 2]);
static RESOURCE_DEVICE_CLAIM_SHAPE: Shape = object(&RESOURCE_DEVICE_CLAIM);
static RESOURCE_DEVICE_CLAIM_FIELDS: [Field; 3] = [
    g(705, 1, list(&RESOURCE_DEVICE_REQUEST_SHAPE), DECLARED, "[]v1.DeviceRequest", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(146, 2, list(&RESOURCE_DEVICE_CONSTRAINT_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceConstraint", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(141, 3, list(&RESOURCE_DEVICE_CLAIM_CONFIGURATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceClaimConfiguration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RESOURCE_DEVICE_REQUEST: Type = ty("v1.DeviceRequest", false, &RESOURCE_DEVICE_REQUEST_FIELDS, &[0, 1, 2]);
static RESOURCE_DEVICE_REQUEST_SHAPE: Shape = object(&RESOURCE_DEVICE_REQUEST);
static RESOURCE_DEVICE_REQUEST_FIELDS: [Field; 3] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(260, 2, object(&RESOURCE_EXACT_DEVICE_REQUEST), POINTER | OMITEMPTY, "*v1.ExactDeviceRequest"),
    g(302, 3, list(&RESOURCE_DEVICE_SUB_REQUEST_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceSubRequest", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RESOURCE_EXACT_DEVICE_REQUEST: Type = ty("v1.ExactDeviceRequest", false, &RESOURCE_EXACT_DEVICE_REQUEST_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static RESOURCE_EXACT_DEVICE_REQUEST_SHAPE: Shape = object(&RESOURCE_EXACT_DEVICE_REQUEST);
static RESOURCE_EXACT_DEVICE_REQUEST_FIELDS: [Field; 7] = [
    f(220, 1, Shape::String, REQUIRED | ZERO, "string"),
    g(787, 2, list(&RESOURCE_DEVICE_SELECTOR_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceSelector", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(38, 3, Shape::String, OMITEMPTY, "v1.DeviceAllocationMode"),
    f(166, 4, Shape::Int64, OMITEMPTY, "int64"),
    f(26, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(921, 6, list(&RESOURCE_DEVICE_TOLERATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceToleration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(104, 7, object(&RESOURCE_CAPACITY_REQUIREMENTS), POINTER | OMITEMPTY, "*v1.CapacityRequirements"),
];

pub static RESOURCE_DEVICE_SUB_REQUEST: Type = ty("v1.DeviceSubRequest", false, &RESOURCE_DEVICE_SUB_REQUEST_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static RESOURCE_DEVICE_SUB_REQUEST_SHAPE: Shape = object(&RESOURCE_DEVICE_SUB_REQUEST);
static RESOURCE_DEVICE_SUB_REQUEST_FIELDS: [Field; 7] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(220, 2, Shape::String, REQUIRED | ZERO, "string"),
    g(787, 3, list(&RESOURCE_DEVICE_SELECTOR_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceSelector", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(38, 4, Shape::String, OMITEMPTY, "v1.DeviceAllocationMode"),
    f(166, 5, Shape::Int64, OMITEMPTY, "int64"),
    g(921, 6, list(&RESOURCE_DEVICE_TOLERATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceToleration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(104, 7, object(&RESOURCE_CAPACITY_REQUIREMENTS), POINTER | OMITEMPTY, "*v1.CapacityRequirements"),
];

pub static RESOURCE_CAPACITY_REQUIREMENTS: Type = ty("v1.CapacityRequirements", false, &RESOURCE_CAPACITY_REQUIREMENTS_FIELDS, &[0]);
static RESOURCE_CAPACITY_REQUIREMENTS_SHAPE: Shape = object(&RESOURCE_CAPACITY_REQUIREMENTS);
static RESOURCE_CAPACITY_REQUIREMENTS_FIELDS: [Field; 1] = [
    f(705, 1, map(const { &Shape::Quantity }), OMITEMPTY, "map[v1.QualifiedName]resource.Quantity"),
];

pub static RESOURCE_DEVICE_SELECTOR: Type = ty("v1.DeviceSelector", false, &RESOURCE_DEVICE_SELECTOR_FIELDS, &[0]);
static RESOURCE_DEVICE_SELECTOR_SHAPE: Shape = object(&RESOURCE_DEVICE_SELECTOR);
static RESOURCE_DEVICE_SELECTOR_FIELDS: [Field; 1] = [
    f(108, 1, object(&RESOURCE_CEL_DEVICE_SELECTOR), POINTER | OMITEMPTY, "*v1.CELDeviceSelector"),
];

pub static RESOURCE_CEL_DEVICE_SELECTOR: Type = ty("v1.CELDeviceSelector", false, &RESOURCE_CEL_DEVICE_SELECTOR_FIELDS, &[0]);
static RESOURCE_CEL_DEVICE_SELECTOR_SHAPE: Shape = object(&RESOURCE_CEL_DEVICE_SELECTOR);
static RESOURCE_CEL_DEVICE_SELECTOR_FIELDS: [Field; 1] = [
    f(273, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static RESOURCE_DEVICE_CONSTRAINT: Type = ty("v1.DeviceConstraint", false, &RESOURCE_DEVICE_CONSTRAINT_FIELDS, &[0, 1, 2]);
static RESOURCE_DEVICE_CONSTRAINT_SHAPE: Shape = object(&RESOURCE_DEVICE_CONSTRAINT);
static RESOURCE_DEVICE_CONSTRAINT_FIELDS: [Field; 3] = [
    g(705, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(467, 2, Shape::String, POINTER | OMITEMPTY, "*v1.FullyQualifiedName"),
    f(228, 3, Shape::String, POINTER | OMITEMPTY, "*v1.FullyQualifiedName"),
];

pub static RESOURCE_DEVICE_CLAIM_CONFIGURATION: Type = ty("v1.DeviceClaimConfiguration", false, &RESOURCE_DEVICE_CLAIM_CONFIGURATION_FIELDS, &[0, 1]);
static RESOURCE_DEVICE_CLAIM_CONFIGURATION_SHAPE: Shape = object(&RESOURCE_DEVICE_CLAIM_CONFIGURATION);
static RESOURCE_DEVICE_CLAIM_CONFIGURATION_FIELDS: [Field; 2] = [
    g(705, 1, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(2, 2, object(&RESOURCE_DEVICE_CONFIGURATION), INLINE, "v1.DeviceConfiguration"),
];

pub static RESOURCE_DEVICE_CONFIGURATION: Type = ty("v1.DeviceConfiguration", false, &RESOURCE_DEVICE_CONFIGURATION_FIELDS, &[0]);
static RESOURCE_DEVICE_CONFIGURATION_SHAPE: Shape = object(&RESOURCE_DEVICE_CONFIGURATION);
static RESOURCE_DEVICE_CONFIGURATION_FIELDS: [Field; 1] = [
    f(569, 1, object(&RESOURCE_OPAQUE_DEVICE_CONFIGURATION), POINTER | OMITEMPTY, "*v1.OpaqueDeviceConfiguration"),
];

pub static RESOURCE_OPAQUE_DEVICE_CONFIGURATION: Type = ty("v1.OpaqueDeviceConfiguration", false, &RESOURCE_OPAQUE_DEVICE_CONFIGURATION_FIELDS, &[0, 1]);
static RESOURCE_OPAQUE_DEVICE_CONFIGURATION_SHAPE: Shape = object(&RESOURCE_OPAQUE_DEVICE_CONFIGURATION);
static RESOURCE_OPAQUE_DEVICE_CONFIGURATION_FIELDS: [Field; 2] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(588, 2, Shape::Raw, REQUIRED, "runtime.RawExtension"),
];

pub static RESOURCE_DEVICE_TOLERATION: Type = ty("v1.DeviceToleration", false, &RESOURCE_DEVICE_TOLERATION_FIELDS, &[0, 1, 2, 3, 4]);
static RESOURCE_DEVICE_TOLERATION_SHAPE: Shape = object(&RESOURCE_DEVICE_TOLERATION);
static RESOURCE_DEVICE_TOLERATION_FIELDS: [Field; 5] = [
    f(403, 1, Shape::String, OMITEMPTY, "string"),
    g(574, 2, Shape::String, OMITEMPTY, "v1.DeviceTolerationOperator", ListType::Atomic, const { &[] }, patch(false, false, false), None, Some(Shared::Static(const { &text("Equal") }))),
    f(954, 3, Shape::String, OMITEMPTY, "string"),
    f(239, 4, Shape::String, OMITEMPTY, "v1.DeviceTaintEffect"),
    f(920, 5, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
];

pub static RESOURCE_RESOURCE_CLAIM_STATUS: Type = ty("v1.ResourceClaimStatus", false, &RESOURCE_RESOURCE_CLAIM_STATUS_FIELDS, &[0, 1, 2]);
static RESOURCE_RESOURCE_CLAIM_STATUS_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_STATUS);
static RESOURCE_RESOURCE_CLAIM_STATUS_FIELDS: [Field; 3] = [
    f(37, 1, object(&RESOURCE_ALLOCATION_RESULT), POINTER | OMITEMPTY, "*v1.AllocationResult"),
    g(713, 2, list(&RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE_SHAPE), OMITEMPTY | DECLARED, "[]v1.ResourceClaimConsumerReference", ListType::Map, const { &[k(932)] }, patch(true, false, false), Some(k(932)), None),
    g(222, 4, list(&RESOURCE_ALLOCATED_DEVICE_STATUS_SHAPE), OMITEMPTY | DECLARED, "[]v1.AllocatedDeviceStatus", ListType::Map, const { &[k(234), k(219), k(634), k(812)] }, patch(false, false, false), None, None),
];

pub static RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE: Type = ty("v1.ResourceClaimConsumerReference", false, &RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE);
static RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE_FIELDS: [Field; 4] = [
    f(49, 1, Shape::String, OMITEMPTY, "string"),
    f(716, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 4, Shape::String, REQUIRED | ZERO, "string"),
    f(932, 5, Shape::String, REQUIRED | ZERO, "types.UID"),
];

pub static RESOURCE_ALLOCATION_RESULT: Type = ty("v1.AllocationResult", false, &RESOURCE_ALLOCATION_RESULT_FIELDS, &[0, 1, 2]);
static RESOURCE_ALLOCATION_RESULT_SHAPE: Shape = object(&RESOURCE_ALLOCATION_RESULT);
static RESOURCE_ALLOCATION_RESULT_FIELDS: [Field; 3] = [
    f(222, 1, object(&RESOURCE_DEVICE_ALLOCATION_RESULT), OMITEMPTY | ZERO, "v1.DeviceAllocationResult"),
    f(542, 3, object(&CORE_NODE_SELECTOR), POINTER | OMITEMPTY, "*v1.NodeSelector"),
    f(40, 5, Shape::Time, POINTER | OMITEMPTY, "*v1.Time"),
];

pub static RESOURCE_DEVICE_ALLOCATION_RESULT: Type = ty("v1.DeviceAllocationResult", false, &RESOURCE_DEVICE_ALLOCATION_RESULT_FIELDS, &[0, 1]);
static RESOURCE_DEVICE_ALLOCATION_RESULT_SHAPE: Shape = object(&RESOURCE_DEVICE_ALLOCATION_RESULT);
static RESOURCE_DEVICE_ALLOCATION_RESULT_FIELDS: [Field; 2] = [
    g(737, 1, list(&RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceRequestAllocationResult", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(141, 2, list(&RESOURCE_DEVICE_ALLOCATION_CONFIGURATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceAllocationConfiguration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT: Type = ty("v1.DeviceRequestAllocationResult", false, &RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
static RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT_SHAPE: Shape = object(&RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT);
static RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT_FIELDS: [Field; 10] = [
    f(698, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(234, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(634, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(219, 4, Shape::String, REQUIRED | ZERO, "string"),
    f(26, 5, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(921, 6, list(&RESOURCE_DEVICE_TOLERATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceToleration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(91, 7, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(92, 8, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(812, 9, Shape::String, POINTER | OMITEMPTY, "*types.UID"),
    f(147, 10, map(const { &Shape::Quantity }), OMITEMPTY, "map[v1.QualifiedName]resource.Quantity"),
];

pub static RESOURCE_DEVICE_ALLOCATION_CONFIGURATION: Type = ty("v1.DeviceAllocationConfiguration", false, &RESOURCE_DEVICE_ALLOCATION_CONFIGURATION_FIELDS, &[0, 1, 2]);
static RESOURCE_DEVICE_ALLOCATION_CONFIGURATION_SHAPE: Shape = object(&RESOURCE_DEVICE_ALLOCATION_CONFIGURATION);
static RESOURCE_DEVICE_ALLOCATION_CONFIGURATION_FIELDS: [Field; 3] = [
    f(828, 1, Shape::String, REQUIRED | ZERO, "v1.AllocationConfigSource"),
    g(705, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(2, 3, object(&RESOURCE_DEVICE_CONFIGURATION), INLINE, "v1.DeviceConfiguration"),
];

pub static RESOURCE_RESOURCE_CLAIM_LIST: Type = ty("v1.ResourceClaimList", false, &RESOURCE_RESOURCE_CLAIM_LIST_FIELDS, &[2, 3]);
static RESOURCE_RESOURCE_CLAIM_LIST_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_LIST);
static RESOURCE_RESOURCE_CLAIM_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RESOURCE_RESOURCE_CLAIM_SHAPE), REQUIRED, "[]v1.ResourceClaim"),
];

pub static RESOURCE_DEVICE_CLASS: Type = ty("v1.DeviceClass", false, &RESOURCE_DEVICE_CLASS_FIELDS, &[2, 3]);
static RESOURCE_DEVICE_CLASS_SHAPE: Shape = object(&RESOURCE_DEVICE_CLASS);
static RESOURCE_DEVICE_CLASS_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&RESOURCE_DEVICE_CLASS_SPEC), REQUIRED | ZERO, "v1.DeviceClassSpec"),
];

pub static RESOURCE_DEVICE_CLASS_SPEC: Type = ty("v1.DeviceClassSpec", false, &RESOURCE_DEVICE_CLASS_SPEC_FIELDS, &[0, 1, 2]);
static RESOURCE_DEVICE_CLASS_SPEC_SHAPE: Shape = object(&RESOURCE_DEVICE_CLASS_SPEC);
static RESOURCE_DEVICE_CLASS_SPEC_FIELDS: [Field; 3] = [
    g(787, 1, list(&RESOURCE_DEVICE_SELECTOR_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceSelector", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(141, 2, list(&RESOURCE_DEVICE_CLASS_CONFIGURATION_SHAPE), OMITEMPTY | DECLARED, "[]v1.DeviceClassConfiguration", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(276, 4, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static RESOURCE_DEVICE_CLASS_CONFIGURATION: Type = ty("v1.DeviceClassConfiguration", false, &RESOURCE_DEVICE_CLASS_CONFIGURATION_FIELDS, &[0]);
static RESOURCE_DEVICE_CLASS_CONFIGURATION_SHAPE: Shape = object(&RESOURCE_DEVICE_CLASS_CONFIGURATION);
static RESOURCE_DEVICE_CLASS_CONFIGURATION_FIELDS: [Field; 1] = [
    f(2, 1, object(&RESOURCE_DEVICE_CONFIGURATION), INLINE, "v1.DeviceConfiguration"),
];

pub static RESOURCE_DEVICE_CLASS_LIST: Type = ty("v1.DeviceClassList", false, &RESOURCE_DEVICE_CLASS_LIST_FIELDS, &[2, 3]);
static RESOURCE_DEVICE_CLASS_LIST_SHAPE: Shape = object(&RESOURCE_DEVICE_CLASS_LIST);
static RESOURCE_DEVICE_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RESOURCE_DEVICE_CLASS_SHAPE), REQUIRED, "[]v1.DeviceClass"),
];

pub static RESOURCE_RESOURCE_CLAIM_TEMPLATE: Type = ty("v1.ResourceClaimTemplate", false, &RESOURCE_RESOURCE_CLAIM_TEMPLATE_FIELDS, &[2, 3]);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_TEMPLATE);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC), REQUIRED | ZERO, "v1.ResourceClaimTemplateSpec"),
];

pub static RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC: Type = ty("v1.ResourceClaimTemplateSpec", false, &RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC_FIELDS, &[0, 1]);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC_FIELDS: [Field; 2] = [
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&RESOURCE_RESOURCE_CLAIM_SPEC), REQUIRED | ZERO, "v1.ResourceClaimSpec"),
];

pub static RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST: Type = ty("v1.ResourceClaimTemplateList", false, &RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST_FIELDS, &[2, 3]);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST_SHAPE: Shape = object(&RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST);
static RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&RESOURCE_RESOURCE_CLAIM_TEMPLATE_SHAPE), REQUIRED, "[]v1.ResourceClaimTemplate"),
];

pub static RESOURCE_ALLOCATED_DEVICE_STATUS: Type = ty("v1.AllocatedDeviceStatus", false, &RESOURCE_ALLOCATED_DEVICE_STATUS_FIELDS, &[0, 1, 2, 4, 5, 6, 3]);
static RESOURCE_ALLOCATED_DEVICE_STATUS_SHAPE: Shape = object(&RESOURCE_ALLOCATED_DEVICE_STATUS);
static RESOURCE_ALLOCATED_DEVICE_STATUS_FIELDS: [Field; 7] = [
    f(234, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(634, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(219, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(812, 7, Shape::String, POINTER | OMITEMPTY, "*string"),
    g(140, 4, list(&META_CONDITION_SHAPE), DECLARED, "[]v1.Condition", ListType::Map, const { &[k(930)] }, patch(false, false, false), None, None),
    f(185, 5, Shape::Raw, POINTER | OMITEMPTY, "*runtime.RawExtension"),
    f(525, 6, object(&RESOURCE_NETWORK_DEVICE_DATA), POINTER | OMITEMPTY, "*v1.NetworkDeviceData"),
];

pub static RESOURCE_NETWORK_DEVICE_DATA: Type = ty("v1.NetworkDeviceData", false, &RESOURCE_NETWORK_DEVICE_DATA_FIELDS, &[0, 1, 2]);
static RESOURCE_NETWORK_DEVICE_DATA_SHAPE: Shape = object(&RESOURCE_NETWORK_DEVICE_DATA);
static RESOURCE_NETWORK_DEVICE_DATA_FIELDS: [Field; 3] = [
    f(383, 1, Shape::String, OMITEMPTY, "string"),
    g(392, 2, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(337, 3, Shape::String, OMITEMPTY, "string"),
];

pub static SCHEDULING_PRIORITY_CLASS: Type = ty("v1.PriorityClass", false, &SCHEDULING_PRIORITY_CLASS_FIELDS, &[2, 3, 4, 5, 6]);
static SCHEDULING_PRIORITY_CLASS_SHAPE: Shape = object(&SCHEDULING_PRIORITY_CLASS);
static SCHEDULING_PRIORITY_CLASS_FIELDS: [Field; 7] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(954, 2, Shape::Int32, ZERO, "int32"),
    f(324, 3, Shape::Bool, OMITEMPTY, "bool"),
    f(212, 4, Shape::String, OMITEMPTY, "string"),
    f(642, 5, Shape::String, POINTER | OMITEMPTY, "*v1.PreemptionPolicy"),
];

pub static SCHEDULING_PRIORITY_CLASS_LIST: Type = ty("v1.PriorityClassList", false, &SCHEDULING_PRIORITY_CLASS_LIST_FIELDS, &[2, 3]);
static SCHEDULING_PRIORITY_CLASS_LIST_SHAPE: Shape = object(&SCHEDULING_PRIORITY_CLASS_LIST);
static SCHEDULING_PRIORITY_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&SCHEDULING_PRIORITY_CLASS_SHAPE), REQUIRED, "[]v1.PriorityClass"),
];

pub static STORAGE_STORAGE_CLASS: Type = ty("v1.StorageClass", false, &STORAGE_STORAGE_CLASS_FIELDS, &[2, 3, 4, 5, 6, 7, 8, 9]);
static STORAGE_STORAGE_CLASS_SHAPE: Shape = object(&STORAGE_STORAGE_CLASS);
static STORAGE_STORAGE_CLASS_FIELDS: [Field; 10] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(664, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(588, 3, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(683, 4, Shape::String, POINTER | OMITEMPTY, "*v1.PersistentVolumeReclaimPolicy"),
    g(513, 5, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(43, 6, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(967, 7, Shape::String, POINTER | OMITEMPTY, "*v1.VolumeBindingMode"),
    g(46, 8, list(&CORE_TOPOLOGY_SELECTOR_TERM_SHAPE), OMITEMPTY | DECLARED, "[]v1.TopologySelectorTerm", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static STORAGE_STORAGE_CLASS_LIST: Type = ty("v1.StorageClassList", false, &STORAGE_STORAGE_CLASS_LIST_FIELDS, &[2, 3]);
static STORAGE_STORAGE_CLASS_LIST_SHAPE: Shape = object(&STORAGE_STORAGE_CLASS_LIST);
static STORAGE_STORAGE_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_STORAGE_CLASS_SHAPE), REQUIRED, "[]v1.StorageClass"),
];

pub static STORAGE_VOLUME_ATTACHMENT: Type = ty("v1.VolumeAttachment", false, &STORAGE_VOLUME_ATTACHMENT_FIELDS, &[2, 3, 4]);
static STORAGE_VOLUME_ATTACHMENT_SHAPE: Shape = object(&STORAGE_VOLUME_ATTACHMENT);
static STORAGE_VOLUME_ATTACHMENT_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&STORAGE_VOLUME_ATTACHMENT_SPEC), REQUIRED | ZERO, "v1.VolumeAttachmentSpec"),
    f(842, 3, object(&STORAGE_VOLUME_ATTACHMENT_STATUS), OMITEMPTY | ZERO, "v1.VolumeAttachmentStatus"),
];

pub static STORAGE_VOLUME_ATTACHMENT_LIST: Type = ty("v1.VolumeAttachmentList", false, &STORAGE_VOLUME_ATTACHMENT_LIST_FIELDS, &[2, 3]);
static STORAGE_VOLUME_ATTACHMENT_LIST_SHAPE: Shape = object(&STORAGE_VOLUME_ATTACHMENT_LIST);
static STORAGE_VOLUME_ATTACHMENT_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_VOLUME_ATTACHMENT_SHAPE), REQUIRED, "[]v1.VolumeAttachment"),
];

pub static STORAGE_VOLUME_ATTACHMENT_SPEC: Type = ty("v1.VolumeAttachmentSpec", false, &STORAGE_VOLUME_ATTACHMENT_SPEC_FIELDS, &[0, 1, 2]);
static STORAGE_VOLUME_ATTACHMENT_SPEC_SHAPE: Shape = object(&STORAGE_VOLUME_ATTACHMENT_SPEC);
static STORAGE_VOLUME_ATTACHMENT_SPEC_FIELDS: [Field; 3] = [
    f(69, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(828, 2, object(&STORAGE_VOLUME_ATTACHMENT_SOURCE), REQUIRED | ZERO, "v1.VolumeAttachmentSource"),
    f(539, 3, Shape::String, REQUIRED | ZERO, "string"),
];

pub static STORAGE_VOLUME_ATTACHMENT_SOURCE: Type = ty("v1.VolumeAttachmentSource", false, &STORAGE_VOLUME_ATTACHMENT_SOURCE_FIELDS, &[0, 1]);
static STORAGE_VOLUME_ATTACHMENT_SOURCE_SHAPE: Shape = object(&STORAGE_VOLUME_ATTACHMENT_SOURCE);
static STORAGE_VOLUME_ATTACHMENT_SOURCE_FIELDS: [Field; 2] = [
    f(605, 1, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(379, 2, object(&CORE_PERSISTENT_VOLUME_SPEC), POINTER | OMITEMPTY, "*v1.PersistentVolumeSpec"),
];

pub static STORAGE_VOLUME_ATTACHMENT_STATUS: Type = ty("v1.VolumeAttachmentStatus", false, &STORAGE_VOLUME_ATTACHMENT_STATUS_FIELDS, &[0, 1, 2, 3]);
static STORAGE_VOLUME_ATTACHMENT_STATUS_SHAPE: Shape = object(&STORAGE_VOLUME_ATTACHMENT_STATUS);
static STORAGE_VOLUME_ATTACHMENT_STATUS_FIELDS: [Field; 4] = [
    f(68, 1, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(70, 2, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
    f(66, 3, object(&STORAGE_VOLUME_ERROR), POINTER | OMITEMPTY, "*v1.VolumeError"),
    f(217, 4, object(&STORAGE_VOLUME_ERROR), POINTER | OMITEMPTY, "*v1.VolumeError"),
];

pub static STORAGE_VOLUME_ERROR: Type = ty("v1.VolumeError", false, &STORAGE_VOLUME_ERROR_FIELDS, &[0, 1, 2]);
static STORAGE_VOLUME_ERROR_SHAPE: Shape = object(&STORAGE_VOLUME_ERROR);
static STORAGE_VOLUME_ERROR_FIELDS: [Field; 3] = [
    f(909, 1, Shape::Time, OMITEMPTY, "v1.Time"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
    f(256, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static STORAGE_CSI_DRIVER: Type = ty("v1.CSIDriver", false, &STORAGE_CSI_DRIVER_FIELDS, &[2, 3]);
static STORAGE_CSI_DRIVER_SHAPE: Shape = object(&STORAGE_CSI_DRIVER);
static STORAGE_CSI_DRIVER_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&STORAGE_CSI_DRIVER_SPEC), REQUIRED | ZERO, "v1.CSIDriverSpec"),
];

pub static STORAGE_CSI_DRIVER_LIST: Type = ty("v1.CSIDriverList", false, &STORAGE_CSI_DRIVER_LIST_FIELDS, &[2, 3]);
static STORAGE_CSI_DRIVER_LIST_SHAPE: Shape = object(&STORAGE_CSI_DRIVER_LIST);
static STORAGE_CSI_DRIVER_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_CSI_DRIVER_SHAPE), REQUIRED, "[]v1.CSIDriver"),
];

pub static STORAGE_CSI_DRIVER_SPEC: Type = ty("v1.CSIDriverSpec", false, &STORAGE_CSI_DRIVER_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
static STORAGE_CSI_DRIVER_SPEC_SHAPE: Shape = object(&STORAGE_CSI_DRIVER_SPEC);
static STORAGE_CSI_DRIVER_SPEC_FIELDS: [Field; 11] = [
    f(67, 1, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(625, 2, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    g(973, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]v1.VolumeLifecycleMode", ListType::Set, const { &[] }, patch(false, false, false), None, None),
    f(851, 4, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(315, 5, Shape::String, POINTER | OMITEMPTY, "*v1.FSGroupPolicy"),
    g(918, 6, list(&STORAGE_TOKEN_REQUEST_SHAPE), OMITEMPTY | DECLARED, "[]v1.TokenRequest", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(712, 7, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(771, 8, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(535, 9, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(801, 10, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(650, 11, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static STORAGE_TOKEN_REQUEST: Type = ty("v1.TokenRequest", false, &STORAGE_TOKEN_REQUEST_FIELDS, &[0, 1]);
static STORAGE_TOKEN_REQUEST_SHAPE: Shape = object(&STORAGE_TOKEN_REQUEST);
static STORAGE_TOKEN_REQUEST_FIELDS: [Field; 2] = [
    f(72, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(271, 2, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
];

pub static STORAGE_CSI_NODE: Type = ty("v1.CSINode", false, &STORAGE_CSI_NODE_FIELDS, &[2, 3]);
static STORAGE_CSI_NODE_SHAPE: Shape = object(&STORAGE_CSI_NODE);
static STORAGE_CSI_NODE_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&STORAGE_CSI_NODE_SPEC), REQUIRED | ZERO, "v1.CSINodeSpec"),
];

pub static STORAGE_CSI_NODE_SPEC: Type = ty("v1.CSINodeSpec", false, &STORAGE_CSI_NODE_SPEC_FIELDS, &[0]);
static STORAGE_CSI_NODE_SPEC_SHAPE: Shape = object(&STORAGE_CSI_NODE_SPEC);
static STORAGE_CSI_NODE_SPEC_FIELDS: [Field; 1] = [
    g(236, 1, list(&STORAGE_CSI_NODE_DRIVER_SHAPE), REQUIRED | DECLARED, "[]v1.CSINodeDriver", ListType::Map, const { &[k(518)] }, patch(true, false, false), Some(k(518)), None),
];

pub static STORAGE_CSI_NODE_DRIVER: Type = ty("v1.CSINodeDriver", false, &STORAGE_CSI_NODE_DRIVER_FIELDS, &[0, 1, 2, 3]);
static STORAGE_CSI_NODE_DRIVER_SHAPE: Shape = object(&STORAGE_CSI_NODE_DRIVER);
static STORAGE_CSI_NODE_DRIVER_FIELDS: [Field; 4] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(537, 2, Shape::String, REQUIRED | ZERO, "string"),
    g(925, 3, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(32, 4, object(&STORAGE_VOLUME_NODE_RESOURCES), POINTER | OMITEMPTY, "*v1.VolumeNodeResources"),
];

pub static STORAGE_VOLUME_NODE_RESOURCES: Type = ty("v1.VolumeNodeResources", false, &STORAGE_VOLUME_NODE_RESOURCES_FIELDS, &[0]);
static STORAGE_VOLUME_NODE_RESOURCES_SHAPE: Shape = object(&STORAGE_VOLUME_NODE_RESOURCES);
static STORAGE_VOLUME_NODE_RESOURCES_FIELDS: [Field; 1] = [
    f(166, 1, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static STORAGE_CSI_NODE_LIST: Type = ty("v1.CSINodeList", false, &STORAGE_CSI_NODE_LIST_FIELDS, &[2, 3]);
static STORAGE_CSI_NODE_LIST_SHAPE: Shape = object(&STORAGE_CSI_NODE_LIST);
static STORAGE_CSI_NODE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_CSI_NODE_SHAPE), REQUIRED, "[]v1.CSINode"),
];

pub static STORAGE_CSI_STORAGE_CAPACITY: Type = ty("v1.CSIStorageCapacity", false, &STORAGE_CSI_STORAGE_CAPACITY_FIELDS, &[2, 3, 4, 5, 6]);
static STORAGE_CSI_STORAGE_CAPACITY_SHAPE: Shape = object(&STORAGE_CSI_STORAGE_CAPACITY);
static STORAGE_CSI_STORAGE_CAPACITY_FIELDS: [Field; 7] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(546, 2, object(&META_LABEL_SELECTOR), POINTER | OMITEMPTY, "*v1.LabelSelector"),
    f(852, 3, Shape::String, REQUIRED | ZERO, "string"),
    f(104, 4, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
    f(490, 5, Shape::Quantity, POINTER | OMITEMPTY, "*resource.Quantity"),
];

pub static STORAGE_CSI_STORAGE_CAPACITY_LIST: Type = ty("v1.CSIStorageCapacityList", false, &STORAGE_CSI_STORAGE_CAPACITY_LIST_FIELDS, &[2, 3]);
static STORAGE_CSI_STORAGE_CAPACITY_LIST_SHAPE: Shape = object(&STORAGE_CSI_STORAGE_CAPACITY_LIST);
static STORAGE_CSI_STORAGE_CAPACITY_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_CSI_STORAGE_CAPACITY_SHAPE), REQUIRED, "[]v1.CSIStorageCapacity"),
];

pub static STORAGE_VOLUME_ATTRIBUTES_CLASS: Type = ty("v1.VolumeAttributesClass", false, &STORAGE_VOLUME_ATTRIBUTES_CLASS_FIELDS, &[2, 3, 4]);
static STORAGE_VOLUME_ATTRIBUTES_CLASS_SHAPE: Shape = object(&STORAGE_VOLUME_ATTRIBUTES_CLASS);
static STORAGE_VOLUME_ATTRIBUTES_CLASS_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(235, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(588, 3, map(const { &Shape::String }), OMITEMPTY, "map[string]string"),
];

pub static STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST: Type = ty("v1.VolumeAttributesClassList", false, &STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST_FIELDS, &[2, 3]);
static STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST_SHAPE: Shape = object(&STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST);
static STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&STORAGE_VOLUME_ATTRIBUTES_CLASS_SHAPE), REQUIRED, "[]v1.VolumeAttributesClass"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC: Type = ty("v1.CustomResourceDefinitionSpec", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC_FIELDS: [Field; 6] = [
    f(329, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(519, 3, object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES), REQUIRED | ZERO, "v1.CustomResourceDefinitionNames"),
    f(766, 4, Shape::String, REQUIRED | ZERO, "v1.ResourceScope"),
    g(963, 7, list(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION_SHAPE), REQUIRED | DECLARED, "[]v1.CustomResourceDefinitionVersion", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(163, 9, object(&APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION), POINTER | OMITEMPTY, "*v1.CustomResourceConversion"),
    f(649, 10, Shape::Bool, OMITEMPTY, "bool"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION: Type = ty("v1.CustomResourceConversion", false, &APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION_FIELDS, &[0, 1]);
static APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION);
static APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION_FIELDS: [Field; 2] = [
    f(860, 1, Shape::String, REQUIRED | ZERO, "v1.ConversionStrategyType"),
    f(989, 2, object(&APIEXTENSIONS_WEBHOOK_CONVERSION), POINTER | OMITEMPTY, "*v1.WebhookConversion"),
];

pub static APIEXTENSIONS_WEBHOOK_CONVERSION: Type = ty("v1.WebhookConversion", false, &APIEXTENSIONS_WEBHOOK_CONVERSION_FIELDS, &[0, 1]);
static APIEXTENSIONS_WEBHOOK_CONVERSION_SHAPE: Shape = object(&APIEXTENSIONS_WEBHOOK_CONVERSION);
static APIEXTENSIONS_WEBHOOK_CONVERSION_FIELDS: [Field; 2] = [
    f(122, 2, object(&APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG), POINTER | OMITEMPTY, "*v1.WebhookClientConfig"),
    g(164, 3, list(const { &Shape::String }), REQUIRED | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG: Type = ty("v1.WebhookClientConfig", false, &APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG_FIELDS, &[1, 2, 0]);
static APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG_SHAPE: Shape = object(&APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG);
static APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG_FIELDS: [Field; 3] = [
    f(942, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(795, 1, object(&APIEXTENSIONS_SERVICE_REFERENCE), POINTER | OMITEMPTY, "*v1.ServiceReference"),
    f(101, 2, Shape::Bytes, OMITEMPTY, "[]uint8"),
];

pub static APIEXTENSIONS_SERVICE_REFERENCE: Type = ty("v1.ServiceReference", false, &APIEXTENSIONS_SERVICE_REFERENCE_FIELDS, &[0, 1, 2, 3]);
static APIEXTENSIONS_SERVICE_REFERENCE_SHAPE: Shape = object(&APIEXTENSIONS_SERVICE_REFERENCE);
static APIEXTENSIONS_SERVICE_REFERENCE_FIELDS: [Field; 4] = [
    f(521, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(518, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(593, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(635, 4, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION: Type = ty("v1.CustomResourceDefinitionVersion", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION_FIELDS, &[0, 1, 2, 5, 6, 7, 3, 4, 8]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION_FIELDS: [Field; 9] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(791, 2, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(850, 3, Shape::Bool, REQUIRED | ZERO, "bool"),
    f(204, 7, Shape::Bool, OMITEMPTY, "bool"),
    f(210, 8, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(764, 4, object(&APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION), POINTER | OMITEMPTY, "*v1.CustomResourceValidation"),
    f(871, 5, object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES), POINTER | OMITEMPTY, "*v1.CustomResourceSubresources"),
    g(21, 6, list(&APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.CustomResourceColumnDefinition", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(785, 9, list(&APIEXTENSIONS_SELECTABLE_FIELD_SHAPE), OMITEMPTY | DECLARED, "[]v1.SelectableField", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static APIEXTENSIONS_SELECTABLE_FIELD: Type = ty("v1.SelectableField", false, &APIEXTENSIONS_SELECTABLE_FIELD_FIELDS, &[0]);
static APIEXTENSIONS_SELECTABLE_FIELD_SHAPE: Shape = object(&APIEXTENSIONS_SELECTABLE_FIELD);
static APIEXTENSIONS_SELECTABLE_FIELD_FIELDS: [Field; 1] = [
    f(400, 1, Shape::String, REQUIRED | ZERO, "string"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION: Type = ty("v1.CustomResourceColumnDefinition", false, &APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION);
static APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION_FIELDS: [Field; 6] = [
    f(518, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(930, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(310, 3, Shape::String, OMITEMPTY, "string"),
    f(212, 4, Shape::String, OMITEMPTY, "string"),
    f(652, 5, Shape::Int32, OMITEMPTY, "int32"),
    f(400, 6, Shape::String, REQUIRED | ZERO, "string"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES: Type = ty("v1.CustomResourceDefinitionNames", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES_FIELDS, &[0, 1, 2, 3, 4, 5]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES_FIELDS: [Field; 6] = [
    f(610, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(822, 2, Shape::String, OMITEMPTY, "string"),
    g(816, 3, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(407, 4, Shape::String, REQUIRED | ZERO, "string"),
    f(453, 5, Shape::String, OMITEMPTY, "string"),
    g(106, 6, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION: Type = ty("v1.CustomResourceDefinitionCondition", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION_FIELDS, &[0, 1, 2, 3, 4, 5]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION_FIELDS: [Field; 6] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.CustomResourceDefinitionConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
    f(564, 6, Shape::Int64, OMITEMPTY, "int64"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS: Type = ty("v1.CustomResourceDefinitionStatus", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS_FIELDS, &[0, 1, 2, 3]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS_FIELDS: [Field; 4] = [
    g(140, 1, list(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION_SHAPE), DECLARED, "[]v1.CustomResourceDefinitionCondition", ListType::Map, const { &[k(930)] }, patch(false, false, false), None, None),
    f(12, 2, object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES), ZERO, "v1.CustomResourceDefinitionNames"),
    g(859, 3, list(const { &Shape::String }), DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(564, 4, Shape::Int64, OMITEMPTY, "int64"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION: Type = ty("v1.CustomResourceDefinition", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_FIELDS, &[2, 3, 4]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC), REQUIRED | ZERO, "v1.CustomResourceDefinitionSpec"),
    f(842, 3, object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS), OMITEMPTY | ZERO, "v1.CustomResourceDefinitionStatus"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST: Type = ty("v1.CustomResourceDefinitionList", false, &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST_FIELDS, &[2, 3]);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST);
static APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SHAPE), REQUIRED, "[]v1.CustomResourceDefinition"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION: Type = ty("v1.CustomResourceValidation", false, &APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION_FIELDS, &[0]);
static APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION);
static APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION_FIELDS: [Field; 1] = [
    f(570, 1, object(&APIEXTENSIONS_JSON_SCHEMA_PROPS), POINTER | OMITEMPTY, "*v1.JSONSchemaProps"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES: Type = ty("v1.CustomResourceSubresources", false, &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES_FIELDS, &[0, 1]);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES_FIELDS: [Field; 2] = [
    f(842, 1, object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS), POINTER | OMITEMPTY, "*v1.CustomResourceSubresourceStatus"),
    f(754, 2, object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE), POINTER | OMITEMPTY, "*v1.CustomResourceSubresourceScale"),
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS: Type = ty("v1.CustomResourceSubresourceStatus", false, &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS_FIELDS, &[]);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS_FIELDS: [Field; 0] = [
];

pub static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE: Type = ty("v1.CustomResourceSubresourceScale", false, &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE_FIELDS, &[0, 1, 2]);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE_SHAPE: Shape = object(&APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE);
static APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE_FIELDS: [Field; 3] = [
    f(831, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(843, 2, Shape::String, REQUIRED | ZERO, "string"),
    f(426, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
];

pub static APIEXTENSIONS_CONVERSION_REVIEW: Type = ty("v1.ConversionReview", false, &APIEXTENSIONS_CONVERSION_REVIEW_FIELDS, &[2, 3]);
static APIEXTENSIONS_CONVERSION_REVIEW_SHAPE: Shape = object(&APIEXTENSIONS_CONVERSION_REVIEW);
static APIEXTENSIONS_CONVERSION_REVIEW_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(698, 1, object(&APIEXTENSIONS_CONVERSION_REQUEST), POINTER | OMITEMPTY, "*v1.ConversionRequest"),
    f(731, 2, object(&APIEXTENSIONS_CONVERSION_RESPONSE), POINTER | OMITEMPTY, "*v1.ConversionResponse"),
];

pub static APIEXTENSIONS_CONVERSION_REQUEST: Type = ty("v1.ConversionRequest", false, &APIEXTENSIONS_CONVERSION_REQUEST_FIELDS, &[0, 1, 2]);
static APIEXTENSIONS_CONVERSION_REQUEST_SHAPE: Shape = object(&APIEXTENSIONS_CONVERSION_REQUEST);
static APIEXTENSIONS_CONVERSION_REQUEST_FIELDS: [Field; 3] = [
    f(932, 1, Shape::String, 0, "types.UID"),
    f(213, 2, Shape::String, 0, "string"),
    g(563, 3, list(const { &Shape::Raw }), DECLARED, "[]runtime.RawExtension", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
];

pub static APIEXTENSIONS_CONVERSION_RESPONSE: Type = ty("v1.ConversionResponse", false, &APIEXTENSIONS_CONVERSION_RESPONSE_FIELDS, &[0, 1, 2]);
static APIEXTENSIONS_CONVERSION_RESPONSE_SHAPE: Shape = object(&APIEXTENSIONS_CONVERSION_RESPONSE);
static APIEXTENSIONS_CONVERSION_RESPONSE_FIELDS: [Field; 3] = [
    f(932, 1, Shape::String, 0, "types.UID"),
    g(165, 2, list(const { &Shape::Raw }), DECLARED, "[]runtime.RawExtension", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(736, 3, object(&META_STATUS), 0, "v1.Status"),
];

pub static APIEXTENSIONS_JSON_SCHEMA_PROPS: Type = ty("v1.JSONSchemaProps", false, &APIEXTENSIONS_JSON_SCHEMA_PROPS_FIELDS, &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43]);
static APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE: Shape = object(&APIEXTENSIONS_JSON_SCHEMA_PROPS);
static APIEXTENSIONS_JSON_SCHEMA_PROPS_FIELDS: [Field; 44] = [
    f(362, 1, Shape::String, OMITEMPTY, "string"),
    f(1, 2, Shape::String, OMITEMPTY, "v1.JSONSchemaURL"),
    f(0, 3, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(212, 4, Shape::String, OMITEMPTY, "string"),
    f(930, 5, Shape::String, OMITEMPTY, "string"),
    f(310, 6, Shape::String, OMITEMPTY, "string"),
    f(914, 7, Shape::String, OMITEMPTY, "string"),
    f(191, 8, Shape::Raw, POINTER | OMITEMPTY, "*v1.JSON"),
    f(489, 9, Shape::Float64, POINTER | OMITEMPTY, "*float64"),
    f(264, 10, Shape::Bool, OMITEMPTY, "bool"),
    f(508, 11, Shape::Float64, POINTER | OMITEMPTY, "*float64"),
    f(265, 12, Shape::Bool, OMITEMPTY, "bool"),
    f(482, 13, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(504, 14, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(596, 15, Shape::String, OMITEMPTY, "string"),
    f(481, 16, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(503, 17, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(936, 18, Shape::Bool, OMITEMPTY, "bool"),
    f(516, 19, Shape::Float64, POINTER | OMITEMPTY, "*float64"),
    g(248, 20, list(const { &Shape::Raw }), OMITEMPTY | DECLARED, "[]v1.JSON", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(484, 21, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    f(505, 22, Shape::Int64, POINTER | OMITEMPTY, "*int64"),
    g(709, 23, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(396, 24, Shape::SchemaOrArray(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS)), POINTER | OMITEMPTY, "*v1.JSONSchemaPropsOrArray"),
    g(31, 25, list(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY | DECLARED, "[]v1.JSONSchemaProps", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(568, 26, list(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY | DECLARED, "[]v1.JSONSchemaProps", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    g(48, 27, list(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY | DECLARED, "[]v1.JSONSchemaProps", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(552, 28, object(&APIEXTENSIONS_JSON_SCHEMA_PROPS), POINTER | OMITEMPTY, "*v1.JSONSchemaProps"),
    f(660, 29, map(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY, "map[string]v1.JSONSchemaProps"),
    f(22, 30, Shape::SchemaOrBool(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS)), POINTER | OMITEMPTY, "*v1.JSONSchemaPropsOrBool"),
    f(597, 31, map(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY, "map[string]v1.JSONSchemaProps"),
    f(200, 32, map(&SCHEMA_OR_STRINGS), OMITEMPTY, "v1.JSONSchemaDependencies"),
    f(20, 33, Shape::SchemaOrBool(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS)), POINTER | OMITEMPTY, "*v1.JSONSchemaPropsOrBool"),
    f(195, 34, map(&APIEXTENSIONS_JSON_SCHEMA_PROPS_SHAPE), OMITEMPTY, "v1.JSONSchemaDefinitions"),
    f(278, 35, object(&APIEXTENSIONS_EXTERNAL_DOCUMENTATION), POINTER | OMITEMPTY, "*v1.ExternalDocumentation"),
    f(261, 36, Shape::Raw, POINTER | OMITEMPTY, "*v1.JSON"),
    f(555, 37, Shape::Bool, OMITEMPTY, "bool"),
    f(1003, 38, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
    f(998, 39, Shape::Bool, OMITEMPTY, "bool"),
    f(999, 40, Shape::Bool, OMITEMPTY, "bool"),
    g(1000, 41, list(const { &Shape::String }), OMITEMPTY | DECLARED, "[]string", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(1001, 42, Shape::String, POINTER | OMITEMPTY, "*string"),
    f(1002, 43, Shape::String, POINTER | OMITEMPTY, "*string"),
    g(1004, 44, list(&APIEXTENSIONS_VALIDATION_RULE_SHAPE), OMITEMPTY | DECLARED, "v1.ValidationRules", ListType::Map, const { &[k(745)] }, patch(true, false, false), Some(k(745)), None),
];

pub static APIEXTENSIONS_VALIDATION_RULE: Type = ty("v1.ValidationRule", false, &APIEXTENSIONS_VALIDATION_RULE_FIELDS, &[0, 1, 2, 3, 4, 5]);
static APIEXTENSIONS_VALIDATION_RULE_SHAPE: Shape = object(&APIEXTENSIONS_VALIDATION_RULE);
static APIEXTENSIONS_VALIDATION_RULE_FIELDS: [Field; 6] = [
    f(745, 1, Shape::String, REQUIRED | ZERO, "string"),
    f(493, 2, Shape::String, OMITEMPTY, "string"),
    f(494, 3, Shape::String, OMITEMPTY, "string"),
    f(682, 4, Shape::String, POINTER | OMITEMPTY, "*v1.FieldValueErrorReason"),
    f(293, 5, Shape::String, OMITEMPTY, "string"),
    f(576, 6, Shape::Bool, POINTER | OMITEMPTY, "*bool"),
];

pub static APIEXTENSIONS_EXTERNAL_DOCUMENTATION: Type = ty("v1.ExternalDocumentation", false, &APIEXTENSIONS_EXTERNAL_DOCUMENTATION_FIELDS, &[0, 1]);
static APIEXTENSIONS_EXTERNAL_DOCUMENTATION_SHAPE: Shape = object(&APIEXTENSIONS_EXTERNAL_DOCUMENTATION);
static APIEXTENSIONS_EXTERNAL_DOCUMENTATION_FIELDS: [Field; 2] = [
    f(212, 1, Shape::String, OMITEMPTY, "string"),
    f(942, 2, Shape::String, OMITEMPTY, "string"),
];

pub static APIREGISTRATION_API_SERVICE_LIST: Type = ty("v1.APIServiceList", false, &APIREGISTRATION_API_SERVICE_LIST_FIELDS, &[2, 3]);
static APIREGISTRATION_API_SERVICE_LIST_SHAPE: Shape = object(&APIREGISTRATION_API_SERVICE_LIST);
static APIREGISTRATION_API_SERVICE_LIST_FIELDS: [Field; 4] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_LIST_META), OMITEMPTY | ZERO, "v1.ListMeta"),
    f(396, 2, list(&APIREGISTRATION_API_SERVICE_SHAPE), REQUIRED, "[]v1.APIService"),
];

pub static APIREGISTRATION_SERVICE_REFERENCE: Type = ty("v1.ServiceReference", false, &APIREGISTRATION_SERVICE_REFERENCE_FIELDS, &[0, 1, 2]);
static APIREGISTRATION_SERVICE_REFERENCE_SHAPE: Shape = object(&APIREGISTRATION_SERVICE_REFERENCE);
static APIREGISTRATION_SERVICE_REFERENCE_FIELDS: [Field; 3] = [
    f(521, 1, Shape::String, OMITEMPTY, "string"),
    f(518, 2, Shape::String, OMITEMPTY, "string"),
    f(635, 3, Shape::Int32, POINTER | OMITEMPTY, "*int32"),
];

pub static APIREGISTRATION_API_SERVICE_SPEC: Type = ty("v1.APIServiceSpec", false, &APIREGISTRATION_API_SERVICE_SPEC_FIELDS, &[0, 1, 2, 3, 4, 5, 6]);
static APIREGISTRATION_API_SERVICE_SPEC_SHAPE: Shape = object(&APIREGISTRATION_API_SERVICE_SPEC);
static APIREGISTRATION_API_SERVICE_SPEC_FIELDS: [Field; 7] = [
    f(795, 1, object(&APIREGISTRATION_SERVICE_REFERENCE), POINTER | OMITEMPTY, "*v1.ServiceReference"),
    f(329, 2, Shape::String, OMITEMPTY, "string"),
    f(961, 3, Shape::String, OMITEMPTY, "string"),
    f(380, 4, Shape::Bool, OMITEMPTY, "bool"),
    g(101, 5, Shape::Bytes, OMITEMPTY | DECLARED, "[]uint8", ListType::Atomic, const { &[] }, patch(false, false, false), None, None),
    f(330, 7, Shape::Int32, REQUIRED | ZERO, "int32"),
    f(962, 8, Shape::Int32, REQUIRED | ZERO, "int32"),
];

pub static APIREGISTRATION_API_SERVICE_CONDITION: Type = ty("v1.APIServiceCondition", false, &APIREGISTRATION_API_SERVICE_CONDITION_FIELDS, &[0, 1, 2, 3, 4]);
static APIREGISTRATION_API_SERVICE_CONDITION_SHAPE: Shape = object(&APIREGISTRATION_API_SERVICE_CONDITION);
static APIREGISTRATION_API_SERVICE_CONDITION_FIELDS: [Field; 5] = [
    f(930, 1, Shape::String, REQUIRED | ZERO, "v1.APIServiceConditionType"),
    f(842, 2, Shape::String, REQUIRED | ZERO, "v1.ConditionStatus"),
    f(438, 3, Shape::Time, OMITEMPTY, "v1.Time"),
    f(682, 4, Shape::String, OMITEMPTY, "string"),
    f(493, 5, Shape::String, OMITEMPTY, "string"),
];

pub static APIREGISTRATION_API_SERVICE_STATUS: Type = ty("v1.APIServiceStatus", false, &APIREGISTRATION_API_SERVICE_STATUS_FIELDS, &[0]);
static APIREGISTRATION_API_SERVICE_STATUS_SHAPE: Shape = object(&APIREGISTRATION_API_SERVICE_STATUS);
static APIREGISTRATION_API_SERVICE_STATUS_FIELDS: [Field; 1] = [
    g(140, 1, list(&APIREGISTRATION_API_SERVICE_CONDITION_SHAPE), OMITEMPTY | DECLARED, "[]v1.APIServiceCondition", ListType::Map, const { &[k(930)] }, patch(true, false, false), Some(k(930)), None),
];

pub static APIREGISTRATION_API_SERVICE: Type = ty("v1.APIService", false, &APIREGISTRATION_API_SERVICE_FIELDS, &[2, 3, 4]);
static APIREGISTRATION_API_SERVICE_SHAPE: Shape = object(&APIREGISTRATION_API_SERVICE);
static APIREGISTRATION_API_SERVICE_FIELDS: [Field; 5] = [
    f(407, 0, Shape::String, OMITEMPTY, "string"),
    f(51, 0, Shape::String, OMITEMPTY, "string"),
    f(495, 1, object(&META_OBJECT_META), OMITEMPTY | ZERO, "v1.ObjectMeta"),
    f(830, 2, object(&APIREGISTRATION_API_SERVICE_SPEC), OMITEMPTY | ZERO, "v1.APIServiceSpec"),
    f(842, 3, object(&APIREGISTRATION_API_SERVICE_STATUS), OMITEMPTY | ZERO, "v1.APIServiceStatus"),
];

static SCHEMA_OR_STRINGS: Shape = Shape::SchemaOrStrings(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS));

/// Every type by group, version and name.
pub(super) static TYPES: &[Row] = &[
    Row { group: "meta.k8s.io", version: "v1", name: "TypeMeta", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_TYPE_META },
    Row { group: "meta.k8s.io", version: "v1", name: "ListMeta", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.ListMeta", unions: &[], schema: &META_LIST_META },
    Row { group: "meta.k8s.io", version: "v1", name: "ShardInfo", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.ShardInfo", unions: &[], schema: &META_SHARD_INFO },
    Row { group: "meta.k8s.io", version: "v1", name: "ObjectMeta", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta", unions: &[], schema: &META_OBJECT_META },
    Row { group: "meta.k8s.io", version: "v1", name: "OwnerReference", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.OwnerReference", unions: &[], schema: &META_OWNER_REFERENCE },
    Row { group: "meta.k8s.io", version: "v1", name: "ListOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_LIST_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "GetOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_GET_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "DeleteOptions", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions", unions: &[], schema: &META_DELETE_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "CreateOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_CREATE_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "PatchOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_PATCH_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "ApplyOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_APPLY_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "UpdateOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_UPDATE_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "Preconditions", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.Preconditions", unions: &[], schema: &META_PRECONDITIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "Status", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.Status", unions: &[], schema: &META_STATUS },
    Row { group: "meta.k8s.io", version: "v1", name: "StatusDetails", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.StatusDetails", unions: &[], schema: &META_STATUS_DETAILS },
    Row { group: "meta.k8s.io", version: "v1", name: "StatusCause", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.StatusCause", unions: &[], schema: &META_STATUS_CAUSE },
    Row { group: "meta.k8s.io", version: "v1", name: "List", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_LIST },
    Row { group: "meta.k8s.io", version: "v1", name: "APIVersions", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.APIVersions", unions: &[], schema: &META_API_VERSIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "APIGroupList", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroupList", unions: &[], schema: &META_API_GROUP_LIST },
    Row { group: "meta.k8s.io", version: "v1", name: "APIGroup", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.APIGroup", unions: &[], schema: &META_API_GROUP },
    Row { group: "meta.k8s.io", version: "v1", name: "ServerAddressByClientCIDR", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR", unions: &[], schema: &META_SERVER_ADDRESS_BY_CLIENT_CIDR },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupVersionForDiscovery", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery", unions: &[], schema: &META_GROUP_VERSION_FOR_DISCOVERY },
    Row { group: "meta.k8s.io", version: "v1", name: "APIResource", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.APIResource", unions: &[], schema: &META_API_RESOURCE },
    Row { group: "meta.k8s.io", version: "v1", name: "APIResourceList", kind: true, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.APIResourceList", unions: &[], schema: &META_API_RESOURCE_LIST },
    Row { group: "meta.k8s.io", version: "v1", name: "RootPaths", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_ROOT_PATHS },
    Row { group: "meta.k8s.io", version: "v1", name: "Patch", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.Patch", unions: &[], schema: &META_PATCH },
    Row { group: "meta.k8s.io", version: "v1", name: "LabelSelector", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector", unions: &[], schema: &META_LABEL_SELECTOR },
    Row { group: "meta.k8s.io", version: "v1", name: "LabelSelectorRequirement", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement", unions: &[], schema: &META_LABEL_SELECTOR_REQUIREMENT },
    Row { group: "meta.k8s.io", version: "v1", name: "FieldSelectorRequirement", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement", unions: &[], schema: &META_FIELD_SELECTOR_REQUIREMENT },
    Row { group: "meta.k8s.io", version: "v1", name: "ManagedFieldsEntry", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry", unions: &[], schema: &META_MANAGED_FIELDS_ENTRY },
    Row { group: "meta.k8s.io", version: "v1", name: "Table", kind: true, protobuf: false, openapi: "", unions: &[], schema: &META_TABLE },
    Row { group: "meta.k8s.io", version: "v1", name: "TableColumnDefinition", kind: false, protobuf: false, openapi: "", unions: &[], schema: &META_TABLE_COLUMN_DEFINITION },
    Row { group: "meta.k8s.io", version: "v1", name: "TableRow", kind: false, protobuf: false, openapi: "", unions: &[], schema: &META_TABLE_ROW },
    Row { group: "meta.k8s.io", version: "v1", name: "TableRowCondition", kind: false, protobuf: false, openapi: "", unions: &[], schema: &META_TABLE_ROW_CONDITION },
    Row { group: "meta.k8s.io", version: "v1", name: "TableOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_TABLE_OPTIONS },
    Row { group: "meta.k8s.io", version: "v1", name: "PartialObjectMetadata", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_PARTIAL_OBJECT_METADATA },
    Row { group: "meta.k8s.io", version: "v1", name: "PartialObjectMetadataList", kind: true, protobuf: true, openapi: "", unions: &[], schema: &META_PARTIAL_OBJECT_METADATA_LIST },
    Row { group: "meta.k8s.io", version: "v1", name: "Condition", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.Condition", unions: &[], schema: &META_CONDITION },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupResource", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.GroupResource", unions: &[], schema: &META_GROUP_RESOURCE },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupVersionResource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_GROUP_VERSION_RESOURCE },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupKind", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_GROUP_KIND },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupVersionKind", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_GROUP_VERSION_KIND },
    Row { group: "meta.k8s.io", version: "v1", name: "GroupVersion", kind: false, protobuf: true, openapi: "", unions: &[], schema: &META_GROUP_VERSION },
    Row { group: "meta.k8s.io", version: "v1", name: "WatchEvent", kind: false, protobuf: true, openapi: "io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent", unions: &[], schema: &META_WATCH_EVENT },
    Row { group: "", version: "v1", name: "Volume", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Volume", unions: &[], schema: &CORE_VOLUME },
    Row { group: "", version: "v1", name: "VolumeSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimVolumeSource", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PersistentVolumeSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PersistentVolume", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolume", unions: &[], schema: &CORE_PERSISTENT_VOLUME },
    Row { group: "", version: "v1", name: "PersistentVolumeSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeSpec", unions: &[], schema: &CORE_PERSISTENT_VOLUME_SPEC },
    Row { group: "", version: "v1", name: "VolumeNodeAffinity", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeNodeAffinity", unions: &[], schema: &CORE_VOLUME_NODE_AFFINITY },
    Row { group: "", version: "v1", name: "PersistentVolumeStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeStatus", unions: &[], schema: &CORE_PERSISTENT_VOLUME_STATUS },
    Row { group: "", version: "v1", name: "PersistentVolumeList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeList", unions: &[], schema: &CORE_PERSISTENT_VOLUME_LIST },
    Row { group: "", version: "v1", name: "PersistentVolumeClaim", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaim", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimList", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_LIST },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimSpec", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_SPEC },
    Row { group: "", version: "v1", name: "TypedObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TypedObjectReference", unions: &[], schema: &CORE_TYPED_OBJECT_REFERENCE },
    Row { group: "", version: "v1", name: "ModifyVolumeStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ModifyVolumeStatus", unions: &[], schema: &CORE_MODIFY_VOLUME_STATUS },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimCondition", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_CONDITION },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimStatus", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_STATUS },
    Row { group: "", version: "v1", name: "HostPathVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.HostPathVolumeSource", unions: &[], schema: &CORE_HOST_PATH_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "EmptyDirVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EmptyDirVolumeSource", unions: &[], schema: &CORE_EMPTY_DIR_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "GlusterfsVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.GlusterfsVolumeSource", unions: &[], schema: &CORE_GLUSTERFS_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "GlusterfsPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.GlusterfsPersistentVolumeSource", unions: &[], schema: &CORE_GLUSTERFS_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "RBDVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.RBDVolumeSource", unions: &[], schema: &CORE_RBD_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "RBDPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.RBDPersistentVolumeSource", unions: &[], schema: &CORE_RBD_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "CinderVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CinderVolumeSource", unions: &[], schema: &CORE_CINDER_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "CinderPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CinderPersistentVolumeSource", unions: &[], schema: &CORE_CINDER_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "CephFSVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CephFSVolumeSource", unions: &[], schema: &CORE_CEPH_FS_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "SecretReference", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecretReference", unions: &[], schema: &CORE_SECRET_REFERENCE },
    Row { group: "", version: "v1", name: "CephFSPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CephFSPersistentVolumeSource", unions: &[], schema: &CORE_CEPH_FS_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "FlockerVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.FlockerVolumeSource", unions: &[], schema: &CORE_FLOCKER_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "GCEPersistentDiskVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.GCEPersistentDiskVolumeSource", unions: &[], schema: &CORE_GCE_PERSISTENT_DISK_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "QuobyteVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.QuobyteVolumeSource", unions: &[], schema: &CORE_QUOBYTE_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "FlexPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.FlexPersistentVolumeSource", unions: &[], schema: &CORE_FLEX_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "FlexVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.FlexVolumeSource", unions: &[], schema: &CORE_FLEX_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "AWSElasticBlockStoreVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AWSElasticBlockStoreVolumeSource", unions: &[], schema: &CORE_AWS_ELASTIC_BLOCK_STORE_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "GitRepoVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.GitRepoVolumeSource", unions: &[], schema: &CORE_GIT_REPO_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "SecretVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecretVolumeSource", unions: &[], schema: &CORE_SECRET_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "SecretProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecretProjection", unions: &[], schema: &CORE_SECRET_PROJECTION },
    Row { group: "", version: "v1", name: "NFSVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NFSVolumeSource", unions: &[], schema: &CORE_NFS_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ISCSIVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ISCSIVolumeSource", unions: &[], schema: &CORE_ISCSI_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ISCSIPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ISCSIPersistentVolumeSource", unions: &[], schema: &CORE_ISCSI_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "FCVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.FCVolumeSource", unions: &[], schema: &CORE_FC_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "AzureFileVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AzureFileVolumeSource", unions: &[], schema: &CORE_AZURE_FILE_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "AzureFilePersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AzureFilePersistentVolumeSource", unions: &[], schema: &CORE_AZURE_FILE_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "VsphereVirtualDiskVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VsphereVirtualDiskVolumeSource", unions: &[], schema: &CORE_VSPHERE_VIRTUAL_DISK_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PhotonPersistentDiskVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PhotonPersistentDiskVolumeSource", unions: &[], schema: &CORE_PHOTON_PERSISTENT_DISK_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "AzureDiskVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AzureDiskVolumeSource", unions: &[], schema: &CORE_AZURE_DISK_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PortworxVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PortworxVolumeSource", unions: &[], schema: &CORE_PORTWORX_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ScaleIOVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ScaleIOVolumeSource", unions: &[], schema: &CORE_SCALE_IO_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ScaleIOPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ScaleIOPersistentVolumeSource", unions: &[], schema: &CORE_SCALE_IO_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "StorageOSVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.StorageOSVolumeSource", unions: &[], schema: &CORE_STORAGE_OS_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "StorageOSPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.StorageOSPersistentVolumeSource", unions: &[], schema: &CORE_STORAGE_OS_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ConfigMapVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapVolumeSource", unions: &[], schema: &CORE_CONFIG_MAP_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "ConfigMapProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapProjection", unions: &[], schema: &CORE_CONFIG_MAP_PROJECTION },
    Row { group: "", version: "v1", name: "ServiceAccountTokenProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceAccountTokenProjection", unions: &[], schema: &CORE_SERVICE_ACCOUNT_TOKEN_PROJECTION },
    Row { group: "", version: "v1", name: "ClusterTrustBundleProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ClusterTrustBundleProjection", unions: &[], schema: &CORE_CLUSTER_TRUST_BUNDLE_PROJECTION },
    Row { group: "", version: "v1", name: "PodCertificateProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodCertificateProjection", unions: &[], schema: &CORE_POD_CERTIFICATE_PROJECTION },
    Row { group: "", version: "v1", name: "ProjectedVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ProjectedVolumeSource", unions: &[], schema: &CORE_PROJECTED_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "VolumeProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeProjection", unions: &[], schema: &CORE_VOLUME_PROJECTION },
    Row { group: "", version: "v1", name: "KeyToPath", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.KeyToPath", unions: &[], schema: &CORE_KEY_TO_PATH },
    Row { group: "", version: "v1", name: "LocalVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LocalVolumeSource", unions: &[], schema: &CORE_LOCAL_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "CSIPersistentVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CSIPersistentVolumeSource", unions: &[], schema: &CORE_CSI_PERSISTENT_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "CSIVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.CSIVolumeSource", unions: &[], schema: &CORE_CSI_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "EphemeralVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EphemeralVolumeSource", unions: &[], schema: &CORE_EPHEMERAL_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "PersistentVolumeClaimTemplate", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PersistentVolumeClaimTemplate", unions: &[], schema: &CORE_PERSISTENT_VOLUME_CLAIM_TEMPLATE },
    Row { group: "", version: "v1", name: "ContainerPort", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerPort", unions: &[], schema: &CORE_CONTAINER_PORT },
    Row { group: "", version: "v1", name: "VolumeMount", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeMount", unions: &[], schema: &CORE_VOLUME_MOUNT },
    Row { group: "", version: "v1", name: "VolumeDevice", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeDevice", unions: &[], schema: &CORE_VOLUME_DEVICE },
    Row { group: "", version: "v1", name: "EnvVar", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EnvVar", unions: &[], schema: &CORE_ENV_VAR },
    Row { group: "", version: "v1", name: "EnvVarSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EnvVarSource", unions: &[], schema: &CORE_ENV_VAR_SOURCE },
    Row { group: "", version: "v1", name: "FileKeySelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.FileKeySelector", unions: &[], schema: &CORE_FILE_KEY_SELECTOR },
    Row { group: "", version: "v1", name: "ObjectFieldSelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ObjectFieldSelector", unions: &[], schema: &CORE_OBJECT_FIELD_SELECTOR },
    Row { group: "", version: "v1", name: "ResourceFieldSelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceFieldSelector", unions: &[], schema: &CORE_RESOURCE_FIELD_SELECTOR },
    Row { group: "", version: "v1", name: "ConfigMapKeySelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapKeySelector", unions: &[], schema: &CORE_CONFIG_MAP_KEY_SELECTOR },
    Row { group: "", version: "v1", name: "SecretKeySelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecretKeySelector", unions: &[], schema: &CORE_SECRET_KEY_SELECTOR },
    Row { group: "", version: "v1", name: "EnvFromSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EnvFromSource", unions: &[], schema: &CORE_ENV_FROM_SOURCE },
    Row { group: "", version: "v1", name: "ConfigMapEnvSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapEnvSource", unions: &[], schema: &CORE_CONFIG_MAP_ENV_SOURCE },
    Row { group: "", version: "v1", name: "SecretEnvSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecretEnvSource", unions: &[], schema: &CORE_SECRET_ENV_SOURCE },
    Row { group: "", version: "v1", name: "HTTPHeader", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.HTTPHeader", unions: &[], schema: &CORE_HTTP_HEADER },
    Row { group: "", version: "v1", name: "HTTPGetAction", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.HTTPGetAction", unions: &[], schema: &CORE_HTTP_GET_ACTION },
    Row { group: "", version: "v1", name: "TCPSocketAction", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TCPSocketAction", unions: &[], schema: &CORE_TCP_SOCKET_ACTION },
    Row { group: "", version: "v1", name: "GRPCAction", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.GRPCAction", unions: &[], schema: &CORE_GRPC_ACTION },
    Row { group: "", version: "v1", name: "ExecAction", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ExecAction", unions: &[], schema: &CORE_EXEC_ACTION },
    Row { group: "", version: "v1", name: "SleepAction", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SleepAction", unions: &[], schema: &CORE_SLEEP_ACTION },
    Row { group: "", version: "v1", name: "Probe", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Probe", unions: &[], schema: &CORE_PROBE },
    Row { group: "", version: "v1", name: "ContainerResizePolicy", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerResizePolicy", unions: &[], schema: &CORE_CONTAINER_RESIZE_POLICY },
    Row { group: "", version: "v1", name: "Capabilities", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Capabilities", unions: &[], schema: &CORE_CAPABILITIES },
    Row { group: "", version: "v1", name: "ResourceRequirements", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceRequirements", unions: &[], schema: &CORE_RESOURCE_REQUIREMENTS },
    Row { group: "", version: "v1", name: "VolumeResourceRequirements", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeResourceRequirements", unions: &[], schema: &CORE_VOLUME_RESOURCE_REQUIREMENTS },
    Row { group: "", version: "v1", name: "ResourceClaim", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceClaim", unions: &[], schema: &CORE_RESOURCE_CLAIM },
    Row { group: "", version: "v1", name: "Container", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Container", unions: &[], schema: &CORE_CONTAINER },
    Row { group: "", version: "v1", name: "ProbeHandler", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_PROBE_HANDLER },
    Row { group: "", version: "v1", name: "LifecycleHandler", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LifecycleHandler", unions: &[], schema: &CORE_LIFECYCLE_HANDLER },
    Row { group: "", version: "v1", name: "Lifecycle", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Lifecycle", unions: &[], schema: &CORE_LIFECYCLE },
    Row { group: "", version: "v1", name: "ContainerStateWaiting", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerStateWaiting", unions: &[], schema: &CORE_CONTAINER_STATE_WAITING },
    Row { group: "", version: "v1", name: "ContainerStateRunning", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerStateRunning", unions: &[], schema: &CORE_CONTAINER_STATE_RUNNING },
    Row { group: "", version: "v1", name: "ContainerStateTerminated", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerStateTerminated", unions: &[], schema: &CORE_CONTAINER_STATE_TERMINATED },
    Row { group: "", version: "v1", name: "ContainerState", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerState", unions: &[], schema: &CORE_CONTAINER_STATE },
    Row { group: "", version: "v1", name: "ContainerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerStatus", unions: &[], schema: &CORE_CONTAINER_STATUS },
    Row { group: "", version: "v1", name: "ResourceStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceStatus", unions: &[], schema: &CORE_RESOURCE_STATUS },
    Row { group: "", version: "v1", name: "ResourceHealth", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceHealth", unions: &[], schema: &CORE_RESOURCE_HEALTH },
    Row { group: "", version: "v1", name: "ContainerUser", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerUser", unions: &[], schema: &CORE_CONTAINER_USER },
    Row { group: "", version: "v1", name: "LinuxContainerUser", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LinuxContainerUser", unions: &[], schema: &CORE_LINUX_CONTAINER_USER },
    Row { group: "", version: "v1", name: "PodCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodCondition", unions: &[], schema: &CORE_POD_CONDITION },
    Row { group: "", version: "v1", name: "VolumeMountStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeMountStatus", unions: &[], schema: &CORE_VOLUME_MOUNT_STATUS },
    Row { group: "", version: "v1", name: "VolumeStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.VolumeStatus", unions: &[], schema: &CORE_VOLUME_STATUS },
    Row { group: "", version: "v1", name: "ImageVolumeStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ImageVolumeStatus", unions: &[], schema: &CORE_IMAGE_VOLUME_STATUS },
    Row { group: "", version: "v1", name: "ContainerRestartRule", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerRestartRule", unions: &[], schema: &CORE_CONTAINER_RESTART_RULE },
    Row { group: "", version: "v1", name: "ContainerRestartRuleOnExitCodes", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerRestartRuleOnExitCodes", unions: &[], schema: &CORE_CONTAINER_RESTART_RULE_ON_EXIT_CODES },
    Row { group: "", version: "v1", name: "NodeSelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSelector", unions: &[], schema: &CORE_NODE_SELECTOR },
    Row { group: "", version: "v1", name: "NodeSelectorTerm", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSelectorTerm", unions: &[], schema: &CORE_NODE_SELECTOR_TERM },
    Row { group: "", version: "v1", name: "NodeSelectorRequirement", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSelectorRequirement", unions: &[], schema: &CORE_NODE_SELECTOR_REQUIREMENT },
    Row { group: "", version: "v1", name: "TopologySelectorTerm", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TopologySelectorTerm", unions: &[], schema: &CORE_TOPOLOGY_SELECTOR_TERM },
    Row { group: "", version: "v1", name: "TopologySelectorLabelRequirement", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TopologySelectorLabelRequirement", unions: &[], schema: &CORE_TOPOLOGY_SELECTOR_LABEL_REQUIREMENT },
    Row { group: "", version: "v1", name: "Affinity", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Affinity", unions: &[], schema: &CORE_AFFINITY },
    Row { group: "", version: "v1", name: "PodAffinity", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodAffinity", unions: &[], schema: &CORE_POD_AFFINITY },
    Row { group: "", version: "v1", name: "PodAntiAffinity", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodAntiAffinity", unions: &[], schema: &CORE_POD_ANTI_AFFINITY },
    Row { group: "", version: "v1", name: "WeightedPodAffinityTerm", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.WeightedPodAffinityTerm", unions: &[], schema: &CORE_WEIGHTED_POD_AFFINITY_TERM },
    Row { group: "", version: "v1", name: "PodAffinityTerm", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodAffinityTerm", unions: &[], schema: &CORE_POD_AFFINITY_TERM },
    Row { group: "", version: "v1", name: "NodeAffinity", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeAffinity", unions: &[], schema: &CORE_NODE_AFFINITY },
    Row { group: "", version: "v1", name: "PreferredSchedulingTerm", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PreferredSchedulingTerm", unions: &[], schema: &CORE_PREFERRED_SCHEDULING_TERM },
    Row { group: "", version: "v1", name: "Taint", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Taint", unions: &[], schema: &CORE_TAINT },
    Row { group: "", version: "v1", name: "Toleration", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Toleration", unions: &[], schema: &CORE_TOLERATION },
    Row { group: "", version: "v1", name: "PodReadinessGate", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodReadinessGate", unions: &[], schema: &CORE_POD_READINESS_GATE },
    Row { group: "", version: "v1", name: "PodSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodSpec", unions: &[], schema: &CORE_POD_SPEC },
    Row { group: "", version: "v1", name: "PodResourceClaim", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodResourceClaim", unions: &[], schema: &CORE_POD_RESOURCE_CLAIM },
    Row { group: "", version: "v1", name: "PodResourceClaimStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodResourceClaimStatus", unions: &[], schema: &CORE_POD_RESOURCE_CLAIM_STATUS },
    Row { group: "", version: "v1", name: "PodExtendedResourceClaimStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodExtendedResourceClaimStatus", unions: &[], schema: &CORE_POD_EXTENDED_RESOURCE_CLAIM_STATUS },
    Row { group: "", version: "v1", name: "ContainerExtendedResourceRequest", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerExtendedResourceRequest", unions: &[], schema: &CORE_CONTAINER_EXTENDED_RESOURCE_REQUEST },
    Row { group: "", version: "v1", name: "PodOS", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodOS", unions: &[], schema: &CORE_POD_OS },
    Row { group: "", version: "v1", name: "PodSchedulingGate", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodSchedulingGate", unions: &[], schema: &CORE_POD_SCHEDULING_GATE },
    Row { group: "", version: "v1", name: "PodSchedulingGroup", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodSchedulingGroup", unions: &["{\"fields-to-discriminateBy\":{\"podGroupName\":\"PodGroupName\"}}"], schema: &CORE_POD_SCHEDULING_GROUP },
    Row { group: "", version: "v1", name: "TopologySpreadConstraint", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TopologySpreadConstraint", unions: &[], schema: &CORE_TOPOLOGY_SPREAD_CONSTRAINT },
    Row { group: "", version: "v1", name: "HostAlias", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.HostAlias", unions: &[], schema: &CORE_HOST_ALIAS },
    Row { group: "", version: "v1", name: "PodSecurityContext", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodSecurityContext", unions: &[], schema: &CORE_POD_SECURITY_CONTEXT },
    Row { group: "", version: "v1", name: "SeccompProfile", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SeccompProfile", unions: &["{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}"], schema: &CORE_SECCOMP_PROFILE },
    Row { group: "", version: "v1", name: "AppArmorProfile", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AppArmorProfile", unions: &["{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}"], schema: &CORE_APP_ARMOR_PROFILE },
    Row { group: "", version: "v1", name: "PodDNSConfig", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodDNSConfig", unions: &[], schema: &CORE_POD_DNS_CONFIG },
    Row { group: "", version: "v1", name: "PodDNSConfigOption", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodDNSConfigOption", unions: &[], schema: &CORE_POD_DNS_CONFIG_OPTION },
    Row { group: "", version: "v1", name: "PodIP", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodIP", unions: &[], schema: &CORE_POD_IP },
    Row { group: "", version: "v1", name: "HostIP", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.HostIP", unions: &[], schema: &CORE_HOST_IP },
    Row { group: "", version: "v1", name: "EphemeralContainerCommon", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_EPHEMERAL_CONTAINER_COMMON },
    Row { group: "", version: "v1", name: "EphemeralContainer", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EphemeralContainer", unions: &[], schema: &CORE_EPHEMERAL_CONTAINER },
    Row { group: "", version: "v1", name: "PodStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodStatus", unions: &[], schema: &CORE_POD_STATUS },
    Row { group: "", version: "v1", name: "PodStatusResult", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_STATUS_RESULT },
    Row { group: "", version: "v1", name: "Pod", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Pod", unions: &[], schema: &CORE_POD },
    Row { group: "", version: "v1", name: "PodList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PodList", unions: &[], schema: &CORE_POD_LIST },
    Row { group: "", version: "v1", name: "PodTemplateSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PodTemplateSpec", unions: &[], schema: &CORE_POD_TEMPLATE_SPEC },
    Row { group: "", version: "v1", name: "PodTemplate", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PodTemplate", unions: &[], schema: &CORE_POD_TEMPLATE },
    Row { group: "", version: "v1", name: "PodTemplateList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.PodTemplateList", unions: &[], schema: &CORE_POD_TEMPLATE_LIST },
    Row { group: "", version: "v1", name: "ReplicationControllerSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ReplicationControllerSpec", unions: &[], schema: &CORE_REPLICATION_CONTROLLER_SPEC },
    Row { group: "", version: "v1", name: "ReplicationControllerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ReplicationControllerStatus", unions: &[], schema: &CORE_REPLICATION_CONTROLLER_STATUS },
    Row { group: "", version: "v1", name: "ReplicationControllerCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ReplicationControllerCondition", unions: &[], schema: &CORE_REPLICATION_CONTROLLER_CONDITION },
    Row { group: "", version: "v1", name: "ReplicationController", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ReplicationController", unions: &[], schema: &CORE_REPLICATION_CONTROLLER },
    Row { group: "", version: "v1", name: "ReplicationControllerList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ReplicationControllerList", unions: &[], schema: &CORE_REPLICATION_CONTROLLER_LIST },
    Row { group: "", version: "v1", name: "SessionAffinityConfig", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SessionAffinityConfig", unions: &[], schema: &CORE_SESSION_AFFINITY_CONFIG },
    Row { group: "", version: "v1", name: "ClientIPConfig", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ClientIPConfig", unions: &[], schema: &CORE_CLIENT_IP_CONFIG },
    Row { group: "", version: "v1", name: "ServiceStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceStatus", unions: &[], schema: &CORE_SERVICE_STATUS },
    Row { group: "", version: "v1", name: "LoadBalancerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LoadBalancerStatus", unions: &[], schema: &CORE_LOAD_BALANCER_STATUS },
    Row { group: "", version: "v1", name: "LoadBalancerIngress", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LoadBalancerIngress", unions: &[], schema: &CORE_LOAD_BALANCER_INGRESS },
    Row { group: "", version: "v1", name: "ServiceSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceSpec", unions: &[], schema: &CORE_SERVICE_SPEC },
    Row { group: "", version: "v1", name: "ServicePort", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ServicePort", unions: &[], schema: &CORE_SERVICE_PORT },
    Row { group: "", version: "v1", name: "Service", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Service", unions: &[], schema: &CORE_SERVICE },
    Row { group: "", version: "v1", name: "ServiceList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceList", unions: &[], schema: &CORE_SERVICE_LIST },
    Row { group: "", version: "v1", name: "ServiceAccount", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceAccount", unions: &[], schema: &CORE_SERVICE_ACCOUNT },
    Row { group: "", version: "v1", name: "ServiceAccountList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ServiceAccountList", unions: &[], schema: &CORE_SERVICE_ACCOUNT_LIST },
    Row { group: "", version: "v1", name: "Endpoints", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Endpoints", unions: &[], schema: &CORE_ENDPOINTS },
    Row { group: "", version: "v1", name: "EndpointSubset", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EndpointSubset", unions: &[], schema: &CORE_ENDPOINT_SUBSET },
    Row { group: "", version: "v1", name: "EndpointAddress", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EndpointAddress", unions: &[], schema: &CORE_ENDPOINT_ADDRESS },
    Row { group: "", version: "v1", name: "EndpointPort", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EndpointPort", unions: &[], schema: &CORE_ENDPOINT_PORT },
    Row { group: "", version: "v1", name: "EndpointsList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.EndpointsList", unions: &[], schema: &CORE_ENDPOINTS_LIST },
    Row { group: "", version: "v1", name: "NodeSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSpec", unions: &[], schema: &CORE_NODE_SPEC },
    Row { group: "", version: "v1", name: "NodeConfigSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeConfigSource", unions: &[], schema: &CORE_NODE_CONFIG_SOURCE },
    Row { group: "", version: "v1", name: "ConfigMapNodeConfigSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapNodeConfigSource", unions: &[], schema: &CORE_CONFIG_MAP_NODE_CONFIG_SOURCE },
    Row { group: "", version: "v1", name: "DaemonEndpoint", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.DaemonEndpoint", unions: &[], schema: &CORE_DAEMON_ENDPOINT },
    Row { group: "", version: "v1", name: "NodeDaemonEndpoints", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeDaemonEndpoints", unions: &[], schema: &CORE_NODE_DAEMON_ENDPOINTS },
    Row { group: "", version: "v1", name: "NodeRuntimeHandlerFeatures", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeRuntimeHandlerFeatures", unions: &[], schema: &CORE_NODE_RUNTIME_HANDLER_FEATURES },
    Row { group: "", version: "v1", name: "NodeRuntimeHandler", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeRuntimeHandler", unions: &[], schema: &CORE_NODE_RUNTIME_HANDLER },
    Row { group: "", version: "v1", name: "NodeFeatures", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeFeatures", unions: &[], schema: &CORE_NODE_FEATURES },
    Row { group: "", version: "v1", name: "NodeSystemInfo", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSystemInfo", unions: &[], schema: &CORE_NODE_SYSTEM_INFO },
    Row { group: "", version: "v1", name: "NodeSwapStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeSwapStatus", unions: &[], schema: &CORE_NODE_SWAP_STATUS },
    Row { group: "", version: "v1", name: "NodeConfigStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeConfigStatus", unions: &[], schema: &CORE_NODE_CONFIG_STATUS },
    Row { group: "", version: "v1", name: "NodeStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeStatus", unions: &[], schema: &CORE_NODE_STATUS },
    Row { group: "", version: "v1", name: "AttachedVolume", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.AttachedVolume", unions: &[], schema: &CORE_ATTACHED_VOLUME },
    Row { group: "", version: "v1", name: "AvoidPods", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_AVOID_PODS },
    Row { group: "", version: "v1", name: "PreferAvoidPodsEntry", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_PREFER_AVOID_PODS_ENTRY },
    Row { group: "", version: "v1", name: "PodSignature", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_SIGNATURE },
    Row { group: "", version: "v1", name: "ContainerImage", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ContainerImage", unions: &[], schema: &CORE_CONTAINER_IMAGE },
    Row { group: "", version: "v1", name: "NodeCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeCondition", unions: &[], schema: &CORE_NODE_CONDITION },
    Row { group: "", version: "v1", name: "NodeAddress", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeAddress", unions: &[], schema: &CORE_NODE_ADDRESS },
    Row { group: "", version: "v1", name: "Node", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Node", unions: &[], schema: &CORE_NODE },
    Row { group: "", version: "v1", name: "NodeList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.NodeList", unions: &[], schema: &CORE_NODE_LIST },
    Row { group: "", version: "v1", name: "NamespaceSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NamespaceSpec", unions: &[], schema: &CORE_NAMESPACE_SPEC },
    Row { group: "", version: "v1", name: "NamespaceStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NamespaceStatus", unions: &[], schema: &CORE_NAMESPACE_STATUS },
    Row { group: "", version: "v1", name: "NamespaceCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NamespaceCondition", unions: &[], schema: &CORE_NAMESPACE_CONDITION },
    Row { group: "", version: "v1", name: "Namespace", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Namespace", unions: &[], schema: &CORE_NAMESPACE },
    Row { group: "", version: "v1", name: "NamespaceList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.NamespaceList", unions: &[], schema: &CORE_NAMESPACE_LIST },
    Row { group: "", version: "v1", name: "Binding", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Binding", unions: &[], schema: &CORE_BINDING },
    Row { group: "", version: "v1", name: "Preconditions", kind: false, protobuf: true, openapi: "", unions: &[], schema: &CORE_PRECONDITIONS },
    Row { group: "", version: "v1", name: "PodLogOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_LOG_OPTIONS },
    Row { group: "", version: "v1", name: "PodAttachOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_ATTACH_OPTIONS },
    Row { group: "", version: "v1", name: "PodExecOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_EXEC_OPTIONS },
    Row { group: "", version: "v1", name: "PodPortForwardOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_PORT_FORWARD_OPTIONS },
    Row { group: "", version: "v1", name: "PodProxyOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_POD_PROXY_OPTIONS },
    Row { group: "", version: "v1", name: "NodeProxyOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_NODE_PROXY_OPTIONS },
    Row { group: "", version: "v1", name: "ServiceProxyOptions", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_SERVICE_PROXY_OPTIONS },
    Row { group: "", version: "v1", name: "ObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ObjectReference", unions: &[], schema: &CORE_OBJECT_REFERENCE },
    Row { group: "", version: "v1", name: "LocalObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LocalObjectReference", unions: &[], schema: &CORE_LOCAL_OBJECT_REFERENCE },
    Row { group: "", version: "v1", name: "TypedLocalObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.TypedLocalObjectReference", unions: &[], schema: &CORE_TYPED_LOCAL_OBJECT_REFERENCE },
    Row { group: "", version: "v1", name: "SerializedReference", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_SERIALIZED_REFERENCE },
    Row { group: "", version: "v1", name: "EventSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EventSource", unions: &[], schema: &CORE_EVENT_SOURCE },
    Row { group: "", version: "v1", name: "Event", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Event", unions: &[], schema: &CORE_EVENT },
    Row { group: "", version: "v1", name: "EventSeries", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.EventSeries", unions: &[], schema: &CORE_EVENT_SERIES },
    Row { group: "", version: "v1", name: "EventList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.EventList", unions: &[], schema: &CORE_EVENT_LIST },
    Row { group: "", version: "v1", name: "LimitRangeItem", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LimitRangeItem", unions: &[], schema: &CORE_LIMIT_RANGE_ITEM },
    Row { group: "", version: "v1", name: "LimitRangeSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.LimitRangeSpec", unions: &[], schema: &CORE_LIMIT_RANGE_SPEC },
    Row { group: "", version: "v1", name: "LimitRange", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.LimitRange", unions: &[], schema: &CORE_LIMIT_RANGE },
    Row { group: "", version: "v1", name: "LimitRangeList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.LimitRangeList", unions: &[], schema: &CORE_LIMIT_RANGE_LIST },
    Row { group: "", version: "v1", name: "ResourceQuotaSpec", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceQuotaSpec", unions: &[], schema: &CORE_RESOURCE_QUOTA_SPEC },
    Row { group: "", version: "v1", name: "ScopeSelector", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ScopeSelector", unions: &[], schema: &CORE_SCOPE_SELECTOR },
    Row { group: "", version: "v1", name: "ScopedResourceSelectorRequirement", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ScopedResourceSelectorRequirement", unions: &[], schema: &CORE_SCOPED_RESOURCE_SELECTOR_REQUIREMENT },
    Row { group: "", version: "v1", name: "ResourceQuotaStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceQuotaStatus", unions: &[], schema: &CORE_RESOURCE_QUOTA_STATUS },
    Row { group: "", version: "v1", name: "ResourceQuota", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceQuota", unions: &[], schema: &CORE_RESOURCE_QUOTA },
    Row { group: "", version: "v1", name: "ResourceQuotaList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ResourceQuotaList", unions: &[], schema: &CORE_RESOURCE_QUOTA_LIST },
    Row { group: "", version: "v1", name: "Secret", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.Secret", unions: &[], schema: &CORE_SECRET },
    Row { group: "", version: "v1", name: "SecretList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.SecretList", unions: &[], schema: &CORE_SECRET_LIST },
    Row { group: "", version: "v1", name: "ConfigMap", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMap", unions: &[], schema: &CORE_CONFIG_MAP },
    Row { group: "", version: "v1", name: "ConfigMapList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ConfigMapList", unions: &[], schema: &CORE_CONFIG_MAP_LIST },
    Row { group: "", version: "v1", name: "ComponentCondition", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ComponentCondition", unions: &[], schema: &CORE_COMPONENT_CONDITION },
    Row { group: "", version: "v1", name: "ComponentStatus", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ComponentStatus", unions: &[], schema: &CORE_COMPONENT_STATUS },
    Row { group: "", version: "v1", name: "ComponentStatusList", kind: true, protobuf: true, openapi: "io.k8s.api.core.v1.ComponentStatusList", unions: &[], schema: &CORE_COMPONENT_STATUS_LIST },
    Row { group: "", version: "v1", name: "DownwardAPIVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.DownwardAPIVolumeSource", unions: &[], schema: &CORE_DOWNWARD_API_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "DownwardAPIVolumeFile", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.DownwardAPIVolumeFile", unions: &[], schema: &CORE_DOWNWARD_API_VOLUME_FILE },
    Row { group: "", version: "v1", name: "DownwardAPIProjection", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.DownwardAPIProjection", unions: &[], schema: &CORE_DOWNWARD_API_PROJECTION },
    Row { group: "", version: "v1", name: "SecurityContext", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SecurityContext", unions: &[], schema: &CORE_SECURITY_CONTEXT },
    Row { group: "", version: "v1", name: "SELinuxOptions", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.SELinuxOptions", unions: &[], schema: &CORE_SE_LINUX_OPTIONS },
    Row { group: "", version: "v1", name: "WindowsSecurityContextOptions", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.WindowsSecurityContextOptions", unions: &[], schema: &CORE_WINDOWS_SECURITY_CONTEXT_OPTIONS },
    Row { group: "", version: "v1", name: "RangeAllocation", kind: true, protobuf: true, openapi: "", unions: &[], schema: &CORE_RANGE_ALLOCATION },
    Row { group: "", version: "v1", name: "Sysctl", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.Sysctl", unions: &[], schema: &CORE_SYSCTL },
    Row { group: "", version: "v1", name: "PortStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.PortStatus", unions: &[], schema: &CORE_PORT_STATUS },
    Row { group: "", version: "v1", name: "ImageVolumeSource", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.ImageVolumeSource", unions: &[], schema: &CORE_IMAGE_VOLUME_SOURCE },
    Row { group: "", version: "v1", name: "NodeAllocatableResourceClaimStatus", kind: false, protobuf: true, openapi: "io.k8s.api.core.v1.NodeAllocatableResourceClaimStatus", unions: &[], schema: &CORE_NODE_ALLOCATABLE_RESOURCE_CLAIM_STATUS },
    Row { group: "admission.k8s.io", version: "v1", name: "AdmissionReview", kind: true, protobuf: true, openapi: "", unions: &[], schema: &ADMISSION_ADMISSION_REVIEW },
    Row { group: "admission.k8s.io", version: "v1", name: "AdmissionRequest", kind: false, protobuf: true, openapi: "", unions: &[], schema: &ADMISSION_ADMISSION_REQUEST },
    Row { group: "admission.k8s.io", version: "v1", name: "AdmissionResponse", kind: false, protobuf: true, openapi: "", unions: &[], schema: &ADMISSION_ADMISSION_RESPONSE },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "Rule", kind: false, protobuf: true, openapi: "", unions: &[], schema: &ADMISSIONREGISTRATION_RULE },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicy", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicyStatus", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyStatus", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_STATUS },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "TypeChecking", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.TypeChecking", unions: &[], schema: &ADMISSIONREGISTRATION_TYPE_CHECKING },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ExpressionWarning", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ExpressionWarning", unions: &[], schema: &ADMISSIONREGISTRATION_EXPRESSION_WARNING },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicyList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyList", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicySpec", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_SPEC },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ParamKind", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ParamKind", unions: &[], schema: &ADMISSIONREGISTRATION_PARAM_KIND },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "Validation", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.Validation", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "Variable", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.Variable", unions: &[], schema: &ADMISSIONREGISTRATION_VARIABLE },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "AuditAnnotation", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.AuditAnnotation", unions: &[], schema: &ADMISSIONREGISTRATION_AUDIT_ANNOTATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicyBinding", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicyBindingList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingList", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingAdmissionPolicyBindingSpec", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_ADMISSION_POLICY_BINDING_SPEC },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ParamRef", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ParamRef", unions: &[], schema: &ADMISSIONREGISTRATION_PARAM_REF },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MatchResources", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MatchResources", unions: &[], schema: &ADMISSIONREGISTRATION_MATCH_RESOURCES },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "NamedRuleWithOperations", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.NamedRuleWithOperations", unions: &[], schema: &ADMISSIONREGISTRATION_NAMED_RULE_WITH_OPERATIONS },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingWebhookConfiguration", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfiguration", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingWebhookConfigurationList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingWebhookConfigurationList", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK_CONFIGURATION_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingWebhookConfiguration", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingWebhookConfiguration", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingWebhookConfigurationList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingWebhookConfigurationList", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_WEBHOOK_CONFIGURATION_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ValidatingWebhook", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ValidatingWebhook", unions: &[], schema: &ADMISSIONREGISTRATION_VALIDATING_WEBHOOK },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingWebhook", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingWebhook", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_WEBHOOK },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicy", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicy", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicyList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyList", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicySpec", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicySpec", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_SPEC },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "Mutation", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.Mutation", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ApplyConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ApplyConfiguration", unions: &[], schema: &ADMISSIONREGISTRATION_APPLY_CONFIGURATION },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "JSONPatch", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.JSONPatch", unions: &[], schema: &ADMISSIONREGISTRATION_JSON_PATCH },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicyBinding", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBinding", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicyBindingList", kind: true, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingList", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_LIST },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MutatingAdmissionPolicyBindingSpec", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MutatingAdmissionPolicyBindingSpec", unions: &[], schema: &ADMISSIONREGISTRATION_MUTATING_ADMISSION_POLICY_BINDING_SPEC },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "RuleWithOperations", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.RuleWithOperations", unions: &[], schema: &ADMISSIONREGISTRATION_RULE_WITH_OPERATIONS },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "WebhookClientConfig", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.WebhookClientConfig", unions: &[], schema: &ADMISSIONREGISTRATION_WEBHOOK_CLIENT_CONFIG },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "ServiceReference", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.ServiceReference", unions: &[], schema: &ADMISSIONREGISTRATION_SERVICE_REFERENCE },
    Row { group: "admissionregistration.k8s.io", version: "v1", name: "MatchCondition", kind: false, protobuf: true, openapi: "io.k8s.api.admissionregistration.v1.MatchCondition", unions: &[], schema: &ADMISSIONREGISTRATION_MATCH_CONDITION },
    Row { group: "apidiscovery.k8s.io", version: "v2", name: "APIGroupDiscoveryList", kind: true, protobuf: true, openapi: "", unions: &[], schema: &APIDISCOVERY_API_GROUP_DISCOVERY_LIST },
    Row { group: "apidiscovery.k8s.io", version: "v2", name: "APIGroupDiscovery", kind: true, protobuf: true, openapi: "", unions: &[], schema: &APIDISCOVERY_API_GROUP_DISCOVERY },
    Row { group: "apidiscovery.k8s.io", version: "v2", name: "APIVersionDiscovery", kind: false, protobuf: true, openapi: "", unions: &[], schema: &APIDISCOVERY_API_VERSION_DISCOVERY },
    Row { group: "apidiscovery.k8s.io", version: "v2", name: "APIResourceDiscovery", kind: false, protobuf: true, openapi: "", unions: &[], schema: &APIDISCOVERY_API_RESOURCE_DISCOVERY },
    Row { group: "apidiscovery.k8s.io", version: "v2", name: "APISubresourceDiscovery", kind: false, protobuf: true, openapi: "", unions: &[], schema: &APIDISCOVERY_API_SUBRESOURCE_DISCOVERY },
    Row { group: "apps", version: "v1", name: "StatefulSet", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSet", unions: &[], schema: &APPS_STATEFUL_SET },
    Row { group: "apps", version: "v1", name: "StatefulSetUpdateStrategy", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetUpdateStrategy", unions: &[], schema: &APPS_STATEFUL_SET_UPDATE_STRATEGY },
    Row { group: "apps", version: "v1", name: "RollingUpdateStatefulSetStrategy", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy", unions: &[], schema: &APPS_ROLLING_UPDATE_STATEFUL_SET_STRATEGY },
    Row { group: "apps", version: "v1", name: "StatefulSetPersistentVolumeClaimRetentionPolicy", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy", unions: &[], schema: &APPS_STATEFUL_SET_PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY },
    Row { group: "apps", version: "v1", name: "StatefulSetOrdinals", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetOrdinals", unions: &[], schema: &APPS_STATEFUL_SET_ORDINALS },
    Row { group: "apps", version: "v1", name: "StatefulSetSpec", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetSpec", unions: &[], schema: &APPS_STATEFUL_SET_SPEC },
    Row { group: "apps", version: "v1", name: "StatefulSetStatus", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetStatus", unions: &[], schema: &APPS_STATEFUL_SET_STATUS },
    Row { group: "apps", version: "v1", name: "StatefulSetCondition", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetCondition", unions: &[], schema: &APPS_STATEFUL_SET_CONDITION },
    Row { group: "apps", version: "v1", name: "StatefulSetList", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.StatefulSetList", unions: &[], schema: &APPS_STATEFUL_SET_LIST },
    Row { group: "apps", version: "v1", name: "Deployment", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.Deployment", unions: &[], schema: &APPS_DEPLOYMENT },
    Row { group: "apps", version: "v1", name: "DeploymentSpec", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DeploymentSpec", unions: &[], schema: &APPS_DEPLOYMENT_SPEC },
    Row { group: "apps", version: "v1", name: "DeploymentStrategy", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DeploymentStrategy", unions: &[], schema: &APPS_DEPLOYMENT_STRATEGY },
    Row { group: "apps", version: "v1", name: "RollingUpdateDeployment", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.RollingUpdateDeployment", unions: &[], schema: &APPS_ROLLING_UPDATE_DEPLOYMENT },
    Row { group: "apps", version: "v1", name: "DeploymentStatus", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DeploymentStatus", unions: &[], schema: &APPS_DEPLOYMENT_STATUS },
    Row { group: "apps", version: "v1", name: "DeploymentCondition", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DeploymentCondition", unions: &[], schema: &APPS_DEPLOYMENT_CONDITION },
    Row { group: "apps", version: "v1", name: "DeploymentList", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.DeploymentList", unions: &[], schema: &APPS_DEPLOYMENT_LIST },
    Row { group: "apps", version: "v1", name: "DaemonSetUpdateStrategy", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSetUpdateStrategy", unions: &[], schema: &APPS_DAEMON_SET_UPDATE_STRATEGY },
    Row { group: "apps", version: "v1", name: "RollingUpdateDaemonSet", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.RollingUpdateDaemonSet", unions: &[], schema: &APPS_ROLLING_UPDATE_DAEMON_SET },
    Row { group: "apps", version: "v1", name: "DaemonSetSpec", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSetSpec", unions: &[], schema: &APPS_DAEMON_SET_SPEC },
    Row { group: "apps", version: "v1", name: "DaemonSetStatus", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSetStatus", unions: &[], schema: &APPS_DAEMON_SET_STATUS },
    Row { group: "apps", version: "v1", name: "DaemonSetCondition", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSetCondition", unions: &[], schema: &APPS_DAEMON_SET_CONDITION },
    Row { group: "apps", version: "v1", name: "DaemonSet", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSet", unions: &[], schema: &APPS_DAEMON_SET },
    Row { group: "apps", version: "v1", name: "DaemonSetList", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.DaemonSetList", unions: &[], schema: &APPS_DAEMON_SET_LIST },
    Row { group: "apps", version: "v1", name: "ReplicaSet", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.ReplicaSet", unions: &[], schema: &APPS_REPLICA_SET },
    Row { group: "apps", version: "v1", name: "ReplicaSetList", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.ReplicaSetList", unions: &[], schema: &APPS_REPLICA_SET_LIST },
    Row { group: "apps", version: "v1", name: "ReplicaSetSpec", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.ReplicaSetSpec", unions: &[], schema: &APPS_REPLICA_SET_SPEC },
    Row { group: "apps", version: "v1", name: "ReplicaSetStatus", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.ReplicaSetStatus", unions: &[], schema: &APPS_REPLICA_SET_STATUS },
    Row { group: "apps", version: "v1", name: "ReplicaSetCondition", kind: false, protobuf: true, openapi: "io.k8s.api.apps.v1.ReplicaSetCondition", unions: &[], schema: &APPS_REPLICA_SET_CONDITION },
    Row { group: "apps", version: "v1", name: "ControllerRevision", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.ControllerRevision", unions: &[], schema: &APPS_CONTROLLER_REVISION },
    Row { group: "apps", version: "v1", name: "ControllerRevisionList", kind: true, protobuf: true, openapi: "io.k8s.api.apps.v1.ControllerRevisionList", unions: &[], schema: &APPS_CONTROLLER_REVISION_LIST },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenReview", kind: true, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenReview", unions: &[], schema: &AUTHENTICATION_TOKEN_REVIEW },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenReviewSpec", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenReviewSpec", unions: &[], schema: &AUTHENTICATION_TOKEN_REVIEW_SPEC },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenReviewStatus", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenReviewStatus", unions: &[], schema: &AUTHENTICATION_TOKEN_REVIEW_STATUS },
    Row { group: "authentication.k8s.io", version: "v1", name: "UserInfo", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.UserInfo", unions: &[], schema: &AUTHENTICATION_USER_INFO },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenRequest", kind: true, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenRequest", unions: &[], schema: &AUTHENTICATION_TOKEN_REQUEST },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenRequestSpec", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenRequestSpec", unions: &[], schema: &AUTHENTICATION_TOKEN_REQUEST_SPEC },
    Row { group: "authentication.k8s.io", version: "v1", name: "TokenRequestStatus", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.TokenRequestStatus", unions: &[], schema: &AUTHENTICATION_TOKEN_REQUEST_STATUS },
    Row { group: "authentication.k8s.io", version: "v1", name: "BoundObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.BoundObjectReference", unions: &[], schema: &AUTHENTICATION_BOUND_OBJECT_REFERENCE },
    Row { group: "authentication.k8s.io", version: "v1", name: "SelfSubjectReview", kind: true, protobuf: true, openapi: "io.k8s.api.authentication.v1.SelfSubjectReview", unions: &[], schema: &AUTHENTICATION_SELF_SUBJECT_REVIEW },
    Row { group: "authentication.k8s.io", version: "v1", name: "SelfSubjectReviewStatus", kind: false, protobuf: true, openapi: "io.k8s.api.authentication.v1.SelfSubjectReviewStatus", unions: &[], schema: &AUTHENTICATION_SELF_SUBJECT_REVIEW_STATUS },
    Row { group: "authorization.k8s.io", version: "v1", name: "SubjectAccessReview", kind: true, protobuf: true, openapi: "io.k8s.api.authorization.v1.SubjectAccessReview", unions: &[], schema: &AUTHORIZATION_SUBJECT_ACCESS_REVIEW },
    Row { group: "authorization.k8s.io", version: "v1", name: "SelfSubjectAccessReview", kind: true, protobuf: true, openapi: "io.k8s.api.authorization.v1.SelfSubjectAccessReview", unions: &[], schema: &AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW },
    Row { group: "authorization.k8s.io", version: "v1", name: "LocalSubjectAccessReview", kind: true, protobuf: true, openapi: "io.k8s.api.authorization.v1.LocalSubjectAccessReview", unions: &[], schema: &AUTHORIZATION_LOCAL_SUBJECT_ACCESS_REVIEW },
    Row { group: "authorization.k8s.io", version: "v1", name: "ResourceAttributes", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.ResourceAttributes", unions: &[], schema: &AUTHORIZATION_RESOURCE_ATTRIBUTES },
    Row { group: "authorization.k8s.io", version: "v1", name: "LabelSelectorAttributes", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.LabelSelectorAttributes", unions: &[], schema: &AUTHORIZATION_LABEL_SELECTOR_ATTRIBUTES },
    Row { group: "authorization.k8s.io", version: "v1", name: "FieldSelectorAttributes", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.FieldSelectorAttributes", unions: &[], schema: &AUTHORIZATION_FIELD_SELECTOR_ATTRIBUTES },
    Row { group: "authorization.k8s.io", version: "v1", name: "NonResourceAttributes", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.NonResourceAttributes", unions: &[], schema: &AUTHORIZATION_NON_RESOURCE_ATTRIBUTES },
    Row { group: "authorization.k8s.io", version: "v1", name: "SubjectAccessReviewSpec", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.SubjectAccessReviewSpec", unions: &[], schema: &AUTHORIZATION_SUBJECT_ACCESS_REVIEW_SPEC },
    Row { group: "authorization.k8s.io", version: "v1", name: "SelfSubjectAccessReviewSpec", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.SelfSubjectAccessReviewSpec", unions: &[], schema: &AUTHORIZATION_SELF_SUBJECT_ACCESS_REVIEW_SPEC },
    Row { group: "authorization.k8s.io", version: "v1", name: "SubjectAccessReviewStatus", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.SubjectAccessReviewStatus", unions: &[], schema: &AUTHORIZATION_SUBJECT_ACCESS_REVIEW_STATUS },
    Row { group: "authorization.k8s.io", version: "v1", name: "SelfSubjectRulesReview", kind: true, protobuf: true, openapi: "io.k8s.api.authorization.v1.SelfSubjectRulesReview", unions: &[], schema: &AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW },
    Row { group: "authorization.k8s.io", version: "v1", name: "SelfSubjectRulesReviewSpec", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.SelfSubjectRulesReviewSpec", unions: &[], schema: &AUTHORIZATION_SELF_SUBJECT_RULES_REVIEW_SPEC },
    Row { group: "authorization.k8s.io", version: "v1", name: "SubjectRulesReviewStatus", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.SubjectRulesReviewStatus", unions: &[], schema: &AUTHORIZATION_SUBJECT_RULES_REVIEW_STATUS },
    Row { group: "authorization.k8s.io", version: "v1", name: "ResourceRule", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.ResourceRule", unions: &[], schema: &AUTHORIZATION_RESOURCE_RULE },
    Row { group: "authorization.k8s.io", version: "v1", name: "NonResourceRule", kind: false, protobuf: true, openapi: "io.k8s.api.authorization.v1.NonResourceRule", unions: &[], schema: &AUTHORIZATION_NON_RESOURCE_RULE },
    Row { group: "autoscaling", version: "v1", name: "CrossVersionObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.CrossVersionObjectReference", unions: &[], schema: &AUTOSCALING_CROSS_VERSION_OBJECT_REFERENCE },
    Row { group: "autoscaling", version: "v1", name: "HorizontalPodAutoscalerSpec", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec", unions: &[], schema: &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_SPEC },
    Row { group: "autoscaling", version: "v1", name: "HorizontalPodAutoscalerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerStatus", unions: &[], schema: &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_STATUS },
    Row { group: "autoscaling", version: "v1", name: "HorizontalPodAutoscaler", kind: true, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler", unions: &[], schema: &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER },
    Row { group: "autoscaling", version: "v1", name: "HorizontalPodAutoscalerList", kind: true, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerList", unions: &[], schema: &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_LIST },
    Row { group: "autoscaling", version: "v1", name: "Scale", kind: true, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.Scale", unions: &[], schema: &AUTOSCALING_SCALE },
    Row { group: "autoscaling", version: "v1", name: "ScaleSpec", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.ScaleSpec", unions: &[], schema: &AUTOSCALING_SCALE_SPEC },
    Row { group: "autoscaling", version: "v1", name: "ScaleStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v1.ScaleStatus", unions: &[], schema: &AUTOSCALING_SCALE_STATUS },
    Row { group: "autoscaling", version: "v1", name: "MetricSpec", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_METRIC_SPEC },
    Row { group: "autoscaling", version: "v1", name: "ObjectMetricSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_OBJECT_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v1", name: "PodsMetricSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_PODS_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v1", name: "ResourceMetricSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_RESOURCE_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v1", name: "ContainerResourceMetricSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_CONTAINER_RESOURCE_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v1", name: "ExternalMetricSource", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_EXTERNAL_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v1", name: "MetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_METRIC_STATUS },
    Row { group: "autoscaling", version: "v1", name: "HorizontalPodAutoscalerCondition", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_HORIZONTAL_POD_AUTOSCALER_CONDITION },
    Row { group: "autoscaling", version: "v1", name: "ObjectMetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_OBJECT_METRIC_STATUS },
    Row { group: "autoscaling", version: "v1", name: "PodsMetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_PODS_METRIC_STATUS },
    Row { group: "autoscaling", version: "v1", name: "ResourceMetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_RESOURCE_METRIC_STATUS },
    Row { group: "autoscaling", version: "v1", name: "ContainerResourceMetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_CONTAINER_RESOURCE_METRIC_STATUS },
    Row { group: "autoscaling", version: "v1", name: "ExternalMetricStatus", kind: false, protobuf: true, openapi: "", unions: &[], schema: &AUTOSCALING_EXTERNAL_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscaler", kind: true, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscaler", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscalerSpec", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_SPEC },
    Row { group: "autoscaling", version: "v2", name: "CrossVersionObjectReference", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.CrossVersionObjectReference", unions: &[], schema: &AUTOSCALING_V2_CROSS_VERSION_OBJECT_REFERENCE },
    Row { group: "autoscaling", version: "v2", name: "MetricSpec", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.MetricSpec", unions: &[], schema: &AUTOSCALING_V2_METRIC_SPEC },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscalerBehavior", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerBehavior", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_BEHAVIOR },
    Row { group: "autoscaling", version: "v2", name: "HPAScalingRules", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HPAScalingRules", unions: &[], schema: &AUTOSCALING_V2_HPA_SCALING_RULES },
    Row { group: "autoscaling", version: "v2", name: "HPAScalingPolicy", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HPAScalingPolicy", unions: &[], schema: &AUTOSCALING_V2_HPA_SCALING_POLICY },
    Row { group: "autoscaling", version: "v2", name: "ObjectMetricSource", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ObjectMetricSource", unions: &[], schema: &AUTOSCALING_V2_OBJECT_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v2", name: "PodsMetricSource", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.PodsMetricSource", unions: &[], schema: &AUTOSCALING_V2_PODS_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v2", name: "ResourceMetricSource", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ResourceMetricSource", unions: &[], schema: &AUTOSCALING_V2_RESOURCE_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v2", name: "ContainerResourceMetricSource", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ContainerResourceMetricSource", unions: &[], schema: &AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v2", name: "ExternalMetricSource", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ExternalMetricSource", unions: &[], schema: &AUTOSCALING_V2_EXTERNAL_METRIC_SOURCE },
    Row { group: "autoscaling", version: "v2", name: "MetricIdentifier", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.MetricIdentifier", unions: &[], schema: &AUTOSCALING_V2_METRIC_IDENTIFIER },
    Row { group: "autoscaling", version: "v2", name: "MetricTarget", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.MetricTarget", unions: &[], schema: &AUTOSCALING_V2_METRIC_TARGET },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscalerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerStatus", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_STATUS },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscalerCondition", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerCondition", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_CONDITION },
    Row { group: "autoscaling", version: "v2", name: "MetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.MetricStatus", unions: &[], schema: &AUTOSCALING_V2_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "ObjectMetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ObjectMetricStatus", unions: &[], schema: &AUTOSCALING_V2_OBJECT_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "PodsMetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.PodsMetricStatus", unions: &[], schema: &AUTOSCALING_V2_PODS_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "ResourceMetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ResourceMetricStatus", unions: &[], schema: &AUTOSCALING_V2_RESOURCE_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "ContainerResourceMetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ContainerResourceMetricStatus", unions: &[], schema: &AUTOSCALING_V2_CONTAINER_RESOURCE_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "ExternalMetricStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.ExternalMetricStatus", unions: &[], schema: &AUTOSCALING_V2_EXTERNAL_METRIC_STATUS },
    Row { group: "autoscaling", version: "v2", name: "MetricValueStatus", kind: false, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.MetricValueStatus", unions: &[], schema: &AUTOSCALING_V2_METRIC_VALUE_STATUS },
    Row { group: "autoscaling", version: "v2", name: "HorizontalPodAutoscalerList", kind: true, protobuf: true, openapi: "io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerList", unions: &[], schema: &AUTOSCALING_V2_HORIZONTAL_POD_AUTOSCALER_LIST },
    Row { group: "batch", version: "v1", name: "Job", kind: true, protobuf: true, openapi: "io.k8s.api.batch.v1.Job", unions: &[], schema: &BATCH_JOB },
    Row { group: "batch", version: "v1", name: "JobList", kind: true, protobuf: true, openapi: "io.k8s.api.batch.v1.JobList", unions: &[], schema: &BATCH_JOB_LIST },
    Row { group: "batch", version: "v1", name: "PodFailurePolicyOnExitCodesRequirement", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.PodFailurePolicyOnExitCodesRequirement", unions: &[], schema: &BATCH_POD_FAILURE_POLICY_ON_EXIT_CODES_REQUIREMENT },
    Row { group: "batch", version: "v1", name: "PodFailurePolicyOnPodConditionsPattern", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.PodFailurePolicyOnPodConditionsPattern", unions: &[], schema: &BATCH_POD_FAILURE_POLICY_ON_POD_CONDITIONS_PATTERN },
    Row { group: "batch", version: "v1", name: "PodFailurePolicyRule", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.PodFailurePolicyRule", unions: &[], schema: &BATCH_POD_FAILURE_POLICY_RULE },
    Row { group: "batch", version: "v1", name: "PodFailurePolicy", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.PodFailurePolicy", unions: &[], schema: &BATCH_POD_FAILURE_POLICY },
    Row { group: "batch", version: "v1", name: "SuccessPolicy", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.SuccessPolicy", unions: &[], schema: &BATCH_SUCCESS_POLICY },
    Row { group: "batch", version: "v1", name: "SuccessPolicyRule", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.SuccessPolicyRule", unions: &[], schema: &BATCH_SUCCESS_POLICY_RULE },
    Row { group: "batch", version: "v1", name: "JobSpec", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.JobSpec", unions: &[], schema: &BATCH_JOB_SPEC },
    Row { group: "batch", version: "v1", name: "JobStatus", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.JobStatus", unions: &[], schema: &BATCH_JOB_STATUS },
    Row { group: "batch", version: "v1", name: "UncountedTerminatedPods", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.UncountedTerminatedPods", unions: &[], schema: &BATCH_UNCOUNTED_TERMINATED_PODS },
    Row { group: "batch", version: "v1", name: "JobCondition", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.JobCondition", unions: &[], schema: &BATCH_JOB_CONDITION },
    Row { group: "batch", version: "v1", name: "JobTemplateSpec", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.JobTemplateSpec", unions: &[], schema: &BATCH_JOB_TEMPLATE_SPEC },
    Row { group: "batch", version: "v1", name: "CronJob", kind: true, protobuf: true, openapi: "io.k8s.api.batch.v1.CronJob", unions: &[], schema: &BATCH_CRON_JOB },
    Row { group: "batch", version: "v1", name: "CronJobList", kind: true, protobuf: true, openapi: "io.k8s.api.batch.v1.CronJobList", unions: &[], schema: &BATCH_CRON_JOB_LIST },
    Row { group: "batch", version: "v1", name: "CronJobSpec", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.CronJobSpec", unions: &[], schema: &BATCH_CRON_JOB_SPEC },
    Row { group: "batch", version: "v1", name: "CronJobStatus", kind: false, protobuf: true, openapi: "io.k8s.api.batch.v1.CronJobStatus", unions: &[], schema: &BATCH_CRON_JOB_STATUS },
    Row { group: "certificates.k8s.io", version: "v1", name: "CertificateSigningRequest", kind: true, protobuf: true, openapi: "io.k8s.api.certificates.v1.CertificateSigningRequest", unions: &[], schema: &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST },
    Row { group: "certificates.k8s.io", version: "v1", name: "CertificateSigningRequestSpec", kind: false, protobuf: true, openapi: "io.k8s.api.certificates.v1.CertificateSigningRequestSpec", unions: &[], schema: &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_SPEC },
    Row { group: "certificates.k8s.io", version: "v1", name: "CertificateSigningRequestStatus", kind: false, protobuf: true, openapi: "io.k8s.api.certificates.v1.CertificateSigningRequestStatus", unions: &[], schema: &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_STATUS },
    Row { group: "certificates.k8s.io", version: "v1", name: "CertificateSigningRequestCondition", kind: false, protobuf: true, openapi: "io.k8s.api.certificates.v1.CertificateSigningRequestCondition", unions: &[], schema: &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_CONDITION },
    Row { group: "certificates.k8s.io", version: "v1", name: "CertificateSigningRequestList", kind: true, protobuf: true, openapi: "io.k8s.api.certificates.v1.CertificateSigningRequestList", unions: &[], schema: &CERTIFICATES_CERTIFICATE_SIGNING_REQUEST_LIST },
    Row { group: "coordination.k8s.io", version: "v1", name: "Lease", kind: true, protobuf: true, openapi: "io.k8s.api.coordination.v1.Lease", unions: &[], schema: &COORDINATION_LEASE },
    Row { group: "coordination.k8s.io", version: "v1", name: "LeaseSpec", kind: false, protobuf: true, openapi: "io.k8s.api.coordination.v1.LeaseSpec", unions: &[], schema: &COORDINATION_LEASE_SPEC },
    Row { group: "coordination.k8s.io", version: "v1", name: "LeaseList", kind: true, protobuf: true, openapi: "io.k8s.api.coordination.v1.LeaseList", unions: &[], schema: &COORDINATION_LEASE_LIST },
    Row { group: "discovery.k8s.io", version: "v1", name: "EndpointSlice", kind: true, protobuf: true, openapi: "io.k8s.api.discovery.v1.EndpointSlice", unions: &[], schema: &DISCOVERY_ENDPOINT_SLICE },
    Row { group: "discovery.k8s.io", version: "v1", name: "Endpoint", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.Endpoint", unions: &[], schema: &DISCOVERY_ENDPOINT },
    Row { group: "discovery.k8s.io", version: "v1", name: "EndpointConditions", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.EndpointConditions", unions: &[], schema: &DISCOVERY_ENDPOINT_CONDITIONS },
    Row { group: "discovery.k8s.io", version: "v1", name: "EndpointHints", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.EndpointHints", unions: &[], schema: &DISCOVERY_ENDPOINT_HINTS },
    Row { group: "discovery.k8s.io", version: "v1", name: "ForZone", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.ForZone", unions: &[], schema: &DISCOVERY_FOR_ZONE },
    Row { group: "discovery.k8s.io", version: "v1", name: "ForNode", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.ForNode", unions: &[], schema: &DISCOVERY_FOR_NODE },
    Row { group: "discovery.k8s.io", version: "v1", name: "EndpointPort", kind: false, protobuf: true, openapi: "io.k8s.api.discovery.v1.EndpointPort", unions: &[], schema: &DISCOVERY_ENDPOINT_PORT },
    Row { group: "discovery.k8s.io", version: "v1", name: "EndpointSliceList", kind: true, protobuf: true, openapi: "io.k8s.api.discovery.v1.EndpointSliceList", unions: &[], schema: &DISCOVERY_ENDPOINT_SLICE_LIST },
    Row { group: "events.k8s.io", version: "v1", name: "Event", kind: true, protobuf: true, openapi: "io.k8s.api.events.v1.Event", unions: &[], schema: &EVENTS_EVENT },
    Row { group: "events.k8s.io", version: "v1", name: "EventSeries", kind: false, protobuf: true, openapi: "io.k8s.api.events.v1.EventSeries", unions: &[], schema: &EVENTS_EVENT_SERIES },
    Row { group: "events.k8s.io", version: "v1", name: "EventList", kind: true, protobuf: true, openapi: "io.k8s.api.events.v1.EventList", unions: &[], schema: &EVENTS_EVENT_LIST },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowSchema", kind: true, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowSchema", unions: &[], schema: &FLOWCONTROL_FLOW_SCHEMA },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowSchemaList", kind: true, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowSchemaList", unions: &[], schema: &FLOWCONTROL_FLOW_SCHEMA_LIST },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowSchemaSpec", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowSchemaSpec", unions: &[], schema: &FLOWCONTROL_FLOW_SCHEMA_SPEC },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowDistinguisherMethod", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowDistinguisherMethod", unions: &[], schema: &FLOWCONTROL_FLOW_DISTINGUISHER_METHOD },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfigurationReference", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationReference", unions: &[], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_REFERENCE },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PolicyRulesWithSubjects", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PolicyRulesWithSubjects", unions: &[], schema: &FLOWCONTROL_POLICY_RULES_WITH_SUBJECTS },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "Subject", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.Subject", unions: &["{\"discriminator\":\"kind\",\"fields-to-discriminateBy\":{\"group\":\"Group\",\"serviceAccount\":\"ServiceAccount\",\"user\":\"User\"}}"], schema: &FLOWCONTROL_SUBJECT },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "UserSubject", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.UserSubject", unions: &[], schema: &FLOWCONTROL_USER_SUBJECT },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "GroupSubject", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.GroupSubject", unions: &[], schema: &FLOWCONTROL_GROUP_SUBJECT },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "ServiceAccountSubject", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.ServiceAccountSubject", unions: &[], schema: &FLOWCONTROL_SERVICE_ACCOUNT_SUBJECT },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "ResourcePolicyRule", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.ResourcePolicyRule", unions: &[], schema: &FLOWCONTROL_RESOURCE_POLICY_RULE },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "NonResourcePolicyRule", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.NonResourcePolicyRule", unions: &[], schema: &FLOWCONTROL_NON_RESOURCE_POLICY_RULE },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowSchemaStatus", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowSchemaStatus", unions: &[], schema: &FLOWCONTROL_FLOW_SCHEMA_STATUS },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "FlowSchemaCondition", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.FlowSchemaCondition", unions: &[], schema: &FLOWCONTROL_FLOW_SCHEMA_CONDITION },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfiguration", kind: true, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfiguration", unions: &[], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfigurationList", kind: true, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationList", unions: &[], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_LIST },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfigurationSpec", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationSpec", unions: &["{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"exempt\":\"Exempt\",\"limited\":\"Limited\"}}"], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_SPEC },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "LimitedPriorityLevelConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.LimitedPriorityLevelConfiguration", unions: &[], schema: &FLOWCONTROL_LIMITED_PRIORITY_LEVEL_CONFIGURATION },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "ExemptPriorityLevelConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.ExemptPriorityLevelConfiguration", unions: &[], schema: &FLOWCONTROL_EXEMPT_PRIORITY_LEVEL_CONFIGURATION },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "LimitResponse", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.LimitResponse", unions: &["{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"queuing\":\"Queuing\"}}"], schema: &FLOWCONTROL_LIMIT_RESPONSE },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "QueuingConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.QueuingConfiguration", unions: &[], schema: &FLOWCONTROL_QUEUING_CONFIGURATION },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfigurationStatus", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationStatus", unions: &[], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_STATUS },
    Row { group: "flowcontrol.apiserver.k8s.io", version: "v1", name: "PriorityLevelConfigurationCondition", kind: false, protobuf: true, openapi: "io.k8s.api.flowcontrol.v1.PriorityLevelConfigurationCondition", unions: &[], schema: &FLOWCONTROL_PRIORITY_LEVEL_CONFIGURATION_CONDITION },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicy", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicy", unions: &[], schema: &NETWORKING_NETWORK_POLICY },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicySpec", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicySpec", unions: &[], schema: &NETWORKING_NETWORK_POLICY_SPEC },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicyIngressRule", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicyIngressRule", unions: &[], schema: &NETWORKING_NETWORK_POLICY_INGRESS_RULE },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicyEgressRule", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicyEgressRule", unions: &[], schema: &NETWORKING_NETWORK_POLICY_EGRESS_RULE },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicyPort", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicyPort", unions: &[], schema: &NETWORKING_NETWORK_POLICY_PORT },
    Row { group: "networking.k8s.io", version: "v1", name: "IPBlock", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IPBlock", unions: &[], schema: &NETWORKING_IP_BLOCK },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicyPeer", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicyPeer", unions: &[], schema: &NETWORKING_NETWORK_POLICY_PEER },
    Row { group: "networking.k8s.io", version: "v1", name: "NetworkPolicyList", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.NetworkPolicyList", unions: &[], schema: &NETWORKING_NETWORK_POLICY_LIST },
    Row { group: "networking.k8s.io", version: "v1", name: "Ingress", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.Ingress", unions: &[], schema: &NETWORKING_INGRESS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressList", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressList", unions: &[], schema: &NETWORKING_INGRESS_LIST },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressSpec", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressSpec", unions: &[], schema: &NETWORKING_INGRESS_SPEC },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressTLS", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressTLS", unions: &[], schema: &NETWORKING_INGRESS_TLS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressStatus", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressStatus", unions: &[], schema: &NETWORKING_INGRESS_STATUS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressLoadBalancerStatus", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressLoadBalancerStatus", unions: &[], schema: &NETWORKING_INGRESS_LOAD_BALANCER_STATUS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressLoadBalancerIngress", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressLoadBalancerIngress", unions: &[], schema: &NETWORKING_INGRESS_LOAD_BALANCER_INGRESS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressPortStatus", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressPortStatus", unions: &[], schema: &NETWORKING_INGRESS_PORT_STATUS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressRule", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressRule", unions: &[], schema: &NETWORKING_INGRESS_RULE },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressRuleValue", kind: false, protobuf: true, openapi: "", unions: &[], schema: &NETWORKING_INGRESS_RULE_VALUE },
    Row { group: "networking.k8s.io", version: "v1", name: "HTTPIngressRuleValue", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.HTTPIngressRuleValue", unions: &[], schema: &NETWORKING_HTTP_INGRESS_RULE_VALUE },
    Row { group: "networking.k8s.io", version: "v1", name: "HTTPIngressPath", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.HTTPIngressPath", unions: &[], schema: &NETWORKING_HTTP_INGRESS_PATH },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressBackend", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressBackend", unions: &[], schema: &NETWORKING_INGRESS_BACKEND },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressServiceBackend", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressServiceBackend", unions: &[], schema: &NETWORKING_INGRESS_SERVICE_BACKEND },
    Row { group: "networking.k8s.io", version: "v1", name: "ServiceBackendPort", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.ServiceBackendPort", unions: &[], schema: &NETWORKING_SERVICE_BACKEND_PORT },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressClass", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressClass", unions: &[], schema: &NETWORKING_INGRESS_CLASS },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressClassSpec", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressClassSpec", unions: &[], schema: &NETWORKING_INGRESS_CLASS_SPEC },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressClassParametersReference", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressClassParametersReference", unions: &[], schema: &NETWORKING_INGRESS_CLASS_PARAMETERS_REFERENCE },
    Row { group: "networking.k8s.io", version: "v1", name: "IngressClassList", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.IngressClassList", unions: &[], schema: &NETWORKING_INGRESS_CLASS_LIST },
    Row { group: "networking.k8s.io", version: "v1", name: "IPAddress", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.IPAddress", unions: &[], schema: &NETWORKING_IP_ADDRESS },
    Row { group: "networking.k8s.io", version: "v1", name: "IPAddressSpec", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.IPAddressSpec", unions: &[], schema: &NETWORKING_IP_ADDRESS_SPEC },
    Row { group: "networking.k8s.io", version: "v1", name: "ParentReference", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.ParentReference", unions: &[], schema: &NETWORKING_PARENT_REFERENCE },
    Row { group: "networking.k8s.io", version: "v1", name: "IPAddressList", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.IPAddressList", unions: &[], schema: &NETWORKING_IP_ADDRESS_LIST },
    Row { group: "networking.k8s.io", version: "v1", name: "ServiceCIDR", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.ServiceCIDR", unions: &[], schema: &NETWORKING_SERVICE_CIDR },
    Row { group: "networking.k8s.io", version: "v1", name: "ServiceCIDRSpec", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.ServiceCIDRSpec", unions: &[], schema: &NETWORKING_SERVICE_CIDR_SPEC },
    Row { group: "networking.k8s.io", version: "v1", name: "ServiceCIDRStatus", kind: false, protobuf: true, openapi: "io.k8s.api.networking.v1.ServiceCIDRStatus", unions: &[], schema: &NETWORKING_SERVICE_CIDR_STATUS },
    Row { group: "networking.k8s.io", version: "v1", name: "ServiceCIDRList", kind: true, protobuf: true, openapi: "io.k8s.api.networking.v1.ServiceCIDRList", unions: &[], schema: &NETWORKING_SERVICE_CIDR_LIST },
    Row { group: "node.k8s.io", version: "v1", name: "RuntimeClass", kind: true, protobuf: true, openapi: "io.k8s.api.node.v1.RuntimeClass", unions: &[], schema: &NODE_RUNTIME_CLASS },
    Row { group: "node.k8s.io", version: "v1", name: "Overhead", kind: false, protobuf: true, openapi: "io.k8s.api.node.v1.Overhead", unions: &[], schema: &NODE_OVERHEAD },
    Row { group: "node.k8s.io", version: "v1", name: "Scheduling", kind: false, protobuf: true, openapi: "io.k8s.api.node.v1.Scheduling", unions: &[], schema: &NODE_SCHEDULING },
    Row { group: "node.k8s.io", version: "v1", name: "RuntimeClassList", kind: true, protobuf: true, openapi: "io.k8s.api.node.v1.RuntimeClassList", unions: &[], schema: &NODE_RUNTIME_CLASS_LIST },
    Row { group: "policy", version: "v1", name: "PodDisruptionBudgetSpec", kind: false, protobuf: true, openapi: "io.k8s.api.policy.v1.PodDisruptionBudgetSpec", unions: &[], schema: &POLICY_POD_DISRUPTION_BUDGET_SPEC },
    Row { group: "policy", version: "v1", name: "PodDisruptionBudgetStatus", kind: false, protobuf: true, openapi: "io.k8s.api.policy.v1.PodDisruptionBudgetStatus", unions: &[], schema: &POLICY_POD_DISRUPTION_BUDGET_STATUS },
    Row { group: "policy", version: "v1", name: "PodDisruptionBudget", kind: true, protobuf: true, openapi: "io.k8s.api.policy.v1.PodDisruptionBudget", unions: &[], schema: &POLICY_POD_DISRUPTION_BUDGET },
    Row { group: "policy", version: "v1", name: "PodDisruptionBudgetList", kind: true, protobuf: true, openapi: "io.k8s.api.policy.v1.PodDisruptionBudgetList", unions: &[], schema: &POLICY_POD_DISRUPTION_BUDGET_LIST },
    Row { group: "policy", version: "v1", name: "Eviction", kind: true, protobuf: true, openapi: "io.k8s.api.policy.v1.Eviction", unions: &[], schema: &POLICY_EVICTION },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "PolicyRule", kind: false, protobuf: true, openapi: "io.k8s.api.rbac.v1.PolicyRule", unions: &[], schema: &RBAC_POLICY_RULE },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "Subject", kind: false, protobuf: true, openapi: "io.k8s.api.rbac.v1.Subject", unions: &[], schema: &RBAC_SUBJECT },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "RoleRef", kind: false, protobuf: true, openapi: "io.k8s.api.rbac.v1.RoleRef", unions: &[], schema: &RBAC_ROLE_REF },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "Role", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.Role", unions: &[], schema: &RBAC_ROLE },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "RoleBinding", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.RoleBinding", unions: &[], schema: &RBAC_ROLE_BINDING },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "RoleBindingList", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.RoleBindingList", unions: &[], schema: &RBAC_ROLE_BINDING_LIST },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "RoleList", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.RoleList", unions: &[], schema: &RBAC_ROLE_LIST },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "ClusterRole", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.ClusterRole", unions: &[], schema: &RBAC_CLUSTER_ROLE },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "AggregationRule", kind: false, protobuf: true, openapi: "io.k8s.api.rbac.v1.AggregationRule", unions: &[], schema: &RBAC_AGGREGATION_RULE },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "ClusterRoleBinding", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.ClusterRoleBinding", unions: &[], schema: &RBAC_CLUSTER_ROLE_BINDING },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "ClusterRoleBindingList", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.ClusterRoleBindingList", unions: &[], schema: &RBAC_CLUSTER_ROLE_BINDING_LIST },
    Row { group: "rbac.authorization.k8s.io", version: "v1", name: "ClusterRoleList", kind: true, protobuf: true, openapi: "io.k8s.api.rbac.v1.ClusterRoleList", unions: &[], schema: &RBAC_CLUSTER_ROLE_LIST },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceSlice", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceSlice", unions: &[], schema: &RESOURCE_RESOURCE_SLICE },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceSliceSpec", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceSliceSpec", unions: &[], schema: &RESOURCE_RESOURCE_SLICE_SPEC },
    Row { group: "resource.k8s.io", version: "v1", name: "CounterSet", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.CounterSet", unions: &[], schema: &RESOURCE_COUNTER_SET },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourcePool", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourcePool", unions: &[], schema: &RESOURCE_RESOURCE_POOL },
    Row { group: "resource.k8s.io", version: "v1", name: "Device", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.Device", unions: &[], schema: &RESOURCE_DEVICE },
    Row { group: "resource.k8s.io", version: "v1", name: "NodeAllocatableResourceMapping", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.NodeAllocatableResourceMapping", unions: &[], schema: &RESOURCE_NODE_ALLOCATABLE_RESOURCE_MAPPING },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceCounterConsumption", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceCounterConsumption", unions: &[], schema: &RESOURCE_DEVICE_COUNTER_CONSUMPTION },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceCapacity", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceCapacity", unions: &[], schema: &RESOURCE_DEVICE_CAPACITY },
    Row { group: "resource.k8s.io", version: "v1", name: "Counter", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.Counter", unions: &[], schema: &RESOURCE_COUNTER },
    Row { group: "resource.k8s.io", version: "v1", name: "CapacityRequestPolicy", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.CapacityRequestPolicy", unions: &[], schema: &RESOURCE_CAPACITY_REQUEST_POLICY },
    Row { group: "resource.k8s.io", version: "v1", name: "CapacityRequestPolicyRange", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.CapacityRequestPolicyRange", unions: &[], schema: &RESOURCE_CAPACITY_REQUEST_POLICY_RANGE },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceAttribute", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceAttribute", unions: &[], schema: &RESOURCE_DEVICE_ATTRIBUTE },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceTaint", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceTaint", unions: &[], schema: &RESOURCE_DEVICE_TAINT },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceSliceList", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceSliceList", unions: &[], schema: &RESOURCE_RESOURCE_SLICE_LIST },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaim", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaim", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimSpec", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimSpec", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_SPEC },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClaim", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClaim", unions: &[], schema: &RESOURCE_DEVICE_CLAIM },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceRequest", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceRequest", unions: &[], schema: &RESOURCE_DEVICE_REQUEST },
    Row { group: "resource.k8s.io", version: "v1", name: "ExactDeviceRequest", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ExactDeviceRequest", unions: &[], schema: &RESOURCE_EXACT_DEVICE_REQUEST },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceSubRequest", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceSubRequest", unions: &[], schema: &RESOURCE_DEVICE_SUB_REQUEST },
    Row { group: "resource.k8s.io", version: "v1", name: "CapacityRequirements", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.CapacityRequirements", unions: &[], schema: &RESOURCE_CAPACITY_REQUIREMENTS },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceSelector", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceSelector", unions: &[], schema: &RESOURCE_DEVICE_SELECTOR },
    Row { group: "resource.k8s.io", version: "v1", name: "CELDeviceSelector", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.CELDeviceSelector", unions: &[], schema: &RESOURCE_CEL_DEVICE_SELECTOR },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceConstraint", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceConstraint", unions: &[], schema: &RESOURCE_DEVICE_CONSTRAINT },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClaimConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClaimConfiguration", unions: &[], schema: &RESOURCE_DEVICE_CLAIM_CONFIGURATION },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceConfiguration", kind: false, protobuf: true, openapi: "", unions: &[], schema: &RESOURCE_DEVICE_CONFIGURATION },
    Row { group: "resource.k8s.io", version: "v1", name: "OpaqueDeviceConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.OpaqueDeviceConfiguration", unions: &[], schema: &RESOURCE_OPAQUE_DEVICE_CONFIGURATION },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceToleration", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceToleration", unions: &[], schema: &RESOURCE_DEVICE_TOLERATION },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimStatus", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimStatus", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_STATUS },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimConsumerReference", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimConsumerReference", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_CONSUMER_REFERENCE },
    Row { group: "resource.k8s.io", version: "v1", name: "AllocationResult", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.AllocationResult", unions: &[], schema: &RESOURCE_ALLOCATION_RESULT },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceAllocationResult", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceAllocationResult", unions: &[], schema: &RESOURCE_DEVICE_ALLOCATION_RESULT },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceRequestAllocationResult", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceRequestAllocationResult", unions: &[], schema: &RESOURCE_DEVICE_REQUEST_ALLOCATION_RESULT },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceAllocationConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceAllocationConfiguration", unions: &[], schema: &RESOURCE_DEVICE_ALLOCATION_CONFIGURATION },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimList", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimList", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_LIST },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClass", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClass", unions: &[], schema: &RESOURCE_DEVICE_CLASS },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClassSpec", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClassSpec", unions: &[], schema: &RESOURCE_DEVICE_CLASS_SPEC },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClassConfiguration", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClassConfiguration", unions: &[], schema: &RESOURCE_DEVICE_CLASS_CONFIGURATION },
    Row { group: "resource.k8s.io", version: "v1", name: "DeviceClassList", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.DeviceClassList", unions: &[], schema: &RESOURCE_DEVICE_CLASS_LIST },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimTemplate", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimTemplate", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_TEMPLATE },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimTemplateSpec", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimTemplateSpec", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_TEMPLATE_SPEC },
    Row { group: "resource.k8s.io", version: "v1", name: "ResourceClaimTemplateList", kind: true, protobuf: true, openapi: "io.k8s.api.resource.v1.ResourceClaimTemplateList", unions: &[], schema: &RESOURCE_RESOURCE_CLAIM_TEMPLATE_LIST },
    Row { group: "resource.k8s.io", version: "v1", name: "AllocatedDeviceStatus", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.AllocatedDeviceStatus", unions: &[], schema: &RESOURCE_ALLOCATED_DEVICE_STATUS },
    Row { group: "resource.k8s.io", version: "v1", name: "NetworkDeviceData", kind: false, protobuf: true, openapi: "io.k8s.api.resource.v1.NetworkDeviceData", unions: &[], schema: &RESOURCE_NETWORK_DEVICE_DATA },
    Row { group: "scheduling.k8s.io", version: "v1", name: "PriorityClass", kind: true, protobuf: true, openapi: "io.k8s.api.scheduling.v1.PriorityClass", unions: &[], schema: &SCHEDULING_PRIORITY_CLASS },
    Row { group: "scheduling.k8s.io", version: "v1", name: "PriorityClassList", kind: true, protobuf: true, openapi: "io.k8s.api.scheduling.v1.PriorityClassList", unions: &[], schema: &SCHEDULING_PRIORITY_CLASS_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "StorageClass", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.StorageClass", unions: &[], schema: &STORAGE_STORAGE_CLASS },
    Row { group: "storage.k8s.io", version: "v1", name: "StorageClassList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.StorageClassList", unions: &[], schema: &STORAGE_STORAGE_CLASS_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttachment", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttachment", unions: &[], schema: &STORAGE_VOLUME_ATTACHMENT },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttachmentList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttachmentList", unions: &[], schema: &STORAGE_VOLUME_ATTACHMENT_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttachmentSpec", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttachmentSpec", unions: &[], schema: &STORAGE_VOLUME_ATTACHMENT_SPEC },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttachmentSource", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttachmentSource", unions: &[], schema: &STORAGE_VOLUME_ATTACHMENT_SOURCE },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttachmentStatus", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttachmentStatus", unions: &[], schema: &STORAGE_VOLUME_ATTACHMENT_STATUS },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeError", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeError", unions: &[], schema: &STORAGE_VOLUME_ERROR },
    Row { group: "storage.k8s.io", version: "v1", name: "CSIDriver", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSIDriver", unions: &[], schema: &STORAGE_CSI_DRIVER },
    Row { group: "storage.k8s.io", version: "v1", name: "CSIDriverList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSIDriverList", unions: &[], schema: &STORAGE_CSI_DRIVER_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "CSIDriverSpec", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.CSIDriverSpec", unions: &[], schema: &STORAGE_CSI_DRIVER_SPEC },
    Row { group: "storage.k8s.io", version: "v1", name: "TokenRequest", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.TokenRequest", unions: &[], schema: &STORAGE_TOKEN_REQUEST },
    Row { group: "storage.k8s.io", version: "v1", name: "CSINode", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSINode", unions: &[], schema: &STORAGE_CSI_NODE },
    Row { group: "storage.k8s.io", version: "v1", name: "CSINodeSpec", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.CSINodeSpec", unions: &[], schema: &STORAGE_CSI_NODE_SPEC },
    Row { group: "storage.k8s.io", version: "v1", name: "CSINodeDriver", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.CSINodeDriver", unions: &[], schema: &STORAGE_CSI_NODE_DRIVER },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeNodeResources", kind: false, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeNodeResources", unions: &[], schema: &STORAGE_VOLUME_NODE_RESOURCES },
    Row { group: "storage.k8s.io", version: "v1", name: "CSINodeList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSINodeList", unions: &[], schema: &STORAGE_CSI_NODE_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "CSIStorageCapacity", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSIStorageCapacity", unions: &[], schema: &STORAGE_CSI_STORAGE_CAPACITY },
    Row { group: "storage.k8s.io", version: "v1", name: "CSIStorageCapacityList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.CSIStorageCapacityList", unions: &[], schema: &STORAGE_CSI_STORAGE_CAPACITY_LIST },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttributesClass", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttributesClass", unions: &[], schema: &STORAGE_VOLUME_ATTRIBUTES_CLASS },
    Row { group: "storage.k8s.io", version: "v1", name: "VolumeAttributesClassList", kind: true, protobuf: true, openapi: "io.k8s.api.storage.v1.VolumeAttributesClassList", unions: &[], schema: &STORAGE_VOLUME_ATTRIBUTES_CLASS_LIST },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionSpec", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_SPEC },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceConversion", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_CONVERSION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "WebhookConversion", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion", unions: &[], schema: &APIEXTENSIONS_WEBHOOK_CONVERSION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "WebhookClientConfig", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig", unions: &[], schema: &APIEXTENSIONS_WEBHOOK_CLIENT_CONFIG },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ServiceReference", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference", unions: &[], schema: &APIEXTENSIONS_SERVICE_REFERENCE },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionVersion", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_VERSION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "SelectableField", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField", unions: &[], schema: &APIEXTENSIONS_SELECTABLE_FIELD },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceColumnDefinition", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_COLUMN_DEFINITION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionNames", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_NAMES },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionCondition", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_CONDITION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionStatus", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_STATUS },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinition", kind: true, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceDefinitionList", kind: true, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_DEFINITION_LIST },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceValidation", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_VALIDATION },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceSubresources", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCES },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceSubresourceStatus", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_STATUS },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "CustomResourceSubresourceScale", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale", unions: &[], schema: &APIEXTENSIONS_CUSTOM_RESOURCE_SUBRESOURCE_SCALE },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ConversionReview", kind: true, protobuf: true, openapi: "", unions: &[], schema: &APIEXTENSIONS_CONVERSION_REVIEW },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ConversionRequest", kind: false, protobuf: true, openapi: "", unions: &[], schema: &APIEXTENSIONS_CONVERSION_REQUEST },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ConversionResponse", kind: false, protobuf: true, openapi: "", unions: &[], schema: &APIEXTENSIONS_CONVERSION_RESPONSE },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "JSONSchemaProps", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps", unions: &[], schema: &APIEXTENSIONS_JSON_SCHEMA_PROPS },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ValidationRule", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule", unions: &[], schema: &APIEXTENSIONS_VALIDATION_RULE },
    Row { group: "apiextensions.k8s.io", version: "v1", name: "ExternalDocumentation", kind: false, protobuf: true, openapi: "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation", unions: &[], schema: &APIEXTENSIONS_EXTERNAL_DOCUMENTATION },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "APIServiceList", kind: true, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceList", unions: &[], schema: &APIREGISTRATION_API_SERVICE_LIST },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "ServiceReference", kind: false, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference", unions: &[], schema: &APIREGISTRATION_SERVICE_REFERENCE },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "APIServiceSpec", kind: false, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec", unions: &[], schema: &APIREGISTRATION_API_SERVICE_SPEC },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "APIServiceCondition", kind: false, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition", unions: &[], schema: &APIREGISTRATION_API_SERVICE_CONDITION },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "APIServiceStatus", kind: false, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus", unions: &[], schema: &APIREGISTRATION_API_SERVICE_STATUS },
    Row { group: "apiregistration.k8s.io", version: "v1", name: "APIService", kind: true, protobuf: true, openapi: "io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.APIService", unions: &[], schema: &APIREGISTRATION_API_SERVICE },
];
