//! The shape of a kind's row: what only one kind knows, as data and plain functions.
//!
//! The generic path of the API server finds a row by group and kind and asks it; it names no kind itself. A row is
//! written with [`Hooks::PLAIN`] for whatever is not special. How a row is put to use (what is reset, when the
//! generation rises, in which order metadata and body are checked) is decided in `strategy`.
//!
//! - Hooks are pure: time and requester come in as [`Request`].
//! - Hooks see the storage version; other versions pass through [`Version`] first.

use std::collections::BTreeMap;

use jiff::Timestamp;
use kube_api::field::ErrorList;
use kube_api::value::Value;

use crate::formats::{self, Check};

/// A path of field names within an object.
pub type FieldPath = &'static [&'static str];

/// A kind of one group, in its storage version.
#[derive(Debug)]
pub struct Row {
    /// The API group; empty for core.
    pub group: &'static str,
    pub kind: &'static str,
    pub hooks: Hooks,
}

/// Everything that only one kind knows.
#[derive(Debug, Clone, Copy)]
pub struct Hooks {
    /// Fills what the client left out.
    pub default: fn(&mut Value),
    pub strategy: Strategy,
    /// Checks the body of a new object; metadata is checked by `strategy`.
    pub validate_create: fn(&Value) -> ErrorList,
    /// Checks the body of a changed object against what is stored.
    pub validate_update: fn(new: &Value, old: &Value) -> ErrorList,
    /// Parts of the object that are written through endpoints of their own.
    pub subresources: &'static [Subresource],
    /// What clients are told with every answer about a kind that is going away. As upstream:
    /// apiserver/pkg/endpoints/deprecation, from the kind's lifecycle.
    pub deprecated: Option<&'static str>,
    /// What the client should be told although the object is accepted.
    pub warnings: fn(new: &Value, old: Option<&Value>) -> Vec<String>,
    /// The columns of a Table; empty means name and age.
    pub columns: &'static [Column],
    /// One row of a Table, a cell for each column. Never called when `columns` is empty.
    pub cells: fn(&Value, &Print) -> Vec<Value>,
    /// Fields that a field selector may name, beside metadata.name and metadata.namespace.
    pub selectable: &'static [Selectable],
    /// Versions and groups beside the storage version.
    pub versions: &'static [Version],
    /// Permissions that a write needs beyond its verb.
    pub authorise_extra: fn(&Change<'_>) -> Vec<Extra>,
    /// What is done, for the specification.
    pub done: Done,
}

/// How writes of a kind are prepared.
#[derive(Debug, Clone, Copy)]
pub struct Strategy {
    /// The form of the object's name.
    pub name: Check,
    /// A PUT of an absent object creates it.
    pub create_on_update: bool,
    /// A PUT without resourceVersion overwrites whatever is stored.
    pub unconditional_update: bool,
    pub generation: Generation,
    /// Fields that the main endpoint does not write: dropped on create, kept from the stored object on update, owned by
    /// nobody who writes here.
    pub reset: &'static [FieldPath],
    /// Whether a new object may come with them all the same: a node reports its state when it registers.
    pub reset_on_create: bool,
    /// Runs after `reset`, before the generation is set.
    pub prepare_create: fn(&mut Value, &Request<'_>),
    /// Runs after `reset`, before the generation is compared.
    pub prepare_update: fn(new: &mut Value, old: &Value, &Request<'_>),
    /// Brings old spellings into one form before admission and validation.
    pub canonicalise: fn(&mut Value),
    /// How long deletion waits; `None` deletes at once. Given the object and the requested seconds.
    pub grace: Option<fn(&Value, Option<i64>) -> Grace>,
    /// What becomes of dependents when the client does not say.
    pub dependents: Dependents,
}

/// When `metadata.generation` rises.
#[derive(Debug, Clone, Copy)]
pub enum Generation {
    /// The kind has none.
    None,
    /// 1 on create; one more when anything outside metadata and status changes.
    Spec,
    /// 1 on create; one more when the function says that the new object differs.
    When(fn(new: &Value, old: &Value) -> bool),
}

/// How long a graceful deletion waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grace {
    /// Deleted at once.
    Now,
    /// Marked, and deleted by its owner within this many seconds.
    Seconds(i64),
}

/// What becomes of the objects that name the deleted one as owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dependents {
    Background,
    Orphan,
}

/// Part of an object with an endpoint of its own, under the object's URL.
#[derive(Debug, Clone, Copy)]
pub struct Subresource {
    /// `status`, `resize`, `finalize` ...
    pub name: &'static str,
    /// The only parts of the body that this endpoint writes; all other fields are kept from the stored object.
    pub writes: &'static [FieldPath],
    /// Whether labels, annotations, finalizers and owners may change here.
    pub metadata: Metadata,
    /// Runs after foreign fields were put back.
    pub prepare: fn(new: &mut Value, old: &Value, &Request<'_>),
    pub validate: fn(new: &Value, old: &Value) -> ErrorList,
    /// Whether the generation may rise here.
    pub generation: bool,
}

/// What a subresource may do to metadata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Metadata {
    /// All that an ordinary update may.
    Written,
    /// Labels are kept; the rest may change. As most status endpoints.
    LabelsKept,
    /// Nothing changes but managedFields.
    Kept,
}

/// Who asks, and when.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub now: Timestamp,
    pub user: &'a Requester,
}

/// The authenticated client.
#[derive(Debug, Clone, Default)]
pub struct Requester {
    pub name: String,
    pub uid: String,
    pub groups: Vec<String>,
    pub extra: BTreeMap<String, Vec<String>>,
}

/// What printing a row depends on beside the object.
#[derive(Debug, Clone, Copy)]
pub struct Print {
    pub now: Timestamp,
}

/// A column of a Table.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    /// `string`, `integer`, `boolean`, `date`.
    pub kind: &'static str,
    /// `name` marks the column that names the row.
    pub format: &'static str,
    /// 0 is always shown, 1 only when the client asks for wide output.
    pub priority: i32,
}

impl Column {
    pub const NAME: Column = Column { name: "Name", kind: "string", format: "name", priority: 0 };
    pub const AGE: Column = Column::text("Age");

    pub const fn text(name: &'static str) -> Column {
        Column { name, kind: "string", format: "", priority: 0 }
    }

    pub const fn integer(name: &'static str) -> Column {
        Column { name, kind: "integer", format: "", priority: 0 }
    }

    pub const fn boolean(name: &'static str) -> Column {
        Column { name, kind: "boolean", format: "", priority: 0 }
    }

    /// Shown only in wide output.
    pub const fn wide(name: &'static str) -> Column {
        Column { name, kind: "string", format: "", priority: 1 }
    }
}

/// A field that selectors may name.
#[derive(Debug, Clone, Copy)]
pub struct Selectable {
    /// As in the selector: `spec.nodeName`.
    pub label: &'static str,
    pub path: FieldPath,
    /// What an absent field compares as.
    pub absent: &'static str,
}

impl Selectable {
    pub const fn new(label: &'static str, path: FieldPath) -> Selectable {
        Selectable { label, path, absent: "" }
    }

    pub const fn flag(label: &'static str, path: FieldPath) -> Selectable {
        Selectable { label, path, absent: "false" }
    }

    pub const fn number(label: &'static str, path: FieldPath) -> Selectable {
        Selectable { label, path, absent: "0" }
    }

    /// What a selector compares with.
    pub fn value(&self, object: &Value) -> String {
        match object.pointer(self.path) {
            Some(Value::String(text)) => text.to_string(),
            Some(Value::Int(number)) => number.to_string(),
            Some(Value::Bool(flag)) => flag.to_string(),
            _ => self.absent.to_owned(),
        }
    }
}

/// A served version that is not the stored one.
#[derive(Debug, Clone, Copy)]
pub struct Version {
    pub group: &'static str,
    pub version: &'static str,
    pub default: fn(&mut Value),
    /// From this version to the stored one.
    pub to_storage: fn(&mut Value),
    /// From the stored version to this one.
    pub from_storage: fn(&mut Value),
}

/// A write, for the question of who may do it.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// `create`, `update` ... as the authorizer knows it.
    pub verb: &'a str,
    /// Empty for the main endpoint.
    pub subresource: &'a str,
    pub namespace: &'a str,
    pub new: &'a Value,
    pub old: Option<&'a Value>,
    pub user: &'a Requester,
}

/// A permission that a write needs beyond its verb.
#[derive(Debug, Clone, PartialEq)]
pub enum Extra {
    /// The requester must be allowed one of these; otherwise 403 with `refusal`.
    May { any: Vec<Attributes>, refusal: String },
    /// RBAC: the requester must hold every rule already, or be allowed `unless`.
    Holds { rules: Vec<Value>, unless: Attributes },
    /// RBAC: the requester must hold every rule of the role that `role_ref` names, or be allowed `unless`.
    HoldsRole { role_ref: Value, unless: Attributes },
}

/// A question to the authorizer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attributes {
    pub verb: String,
    pub group: String,
    pub resource: String,
    pub namespace: String,
    pub name: String,
}

/// How much of a kind stands, for the table in the specification.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    pub defaults: Extent,
    pub validation: Extent,
    pub columns: Extent,
    pub strategy: Extent,
}

/// How much of one aspect stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// As upstream.
    Full,
    /// Less than upstream; the text says what lacks.
    Part(&'static str),
    /// Nothing yet.
    Missing,
    /// Upstream has nothing here either.
    Nothing,
}

impl Done {
    pub const FULL: Done =
        Done { defaults: Extent::Full, validation: Extent::Full, columns: Extent::Full, strategy: Extent::Full };
}

impl Strategy {
    /// Subdomain name, created by POST only, no generation, nothing reset.
    pub const PLAIN: Strategy = Strategy {
        name: formats::dns_subdomain,
        create_on_update: false,
        unconditional_update: true,
        generation: Generation::None,
        reset: &[],
        reset_on_create: true,
        prepare_create: |_, _| {},
        prepare_update: |_, _, _| {},
        canonicalise: |_| {},
        grace: None,
        dependents: Dependents::Background,
    };

    /// As [`Strategy::PLAIN`], with a status that only its own endpoint writes, and a generation that follows the rest.
    pub const WITH_STATUS: Strategy =
        Strategy { generation: Generation::Spec, reset: &[&["status"]], ..Strategy::PLAIN };
}

impl Subresource {
    /// The usual status endpoint.
    pub const STATUS: Subresource = Subresource {
        name: "status",
        writes: &[&["status"]],
        metadata: Metadata::Written,
        prepare: |_, _, _| {},
        validate: |_, _| ErrorList::new(),
        generation: false,
    };
}

impl Hooks {
    /// Nothing special: what a kind without a row gets.
    pub const PLAIN: Hooks = Hooks {
        default: |_| {},
        strategy: Strategy::PLAIN,
        validate_create: |_| ErrorList::new(),
        validate_update: |_, _| ErrorList::new(),
        subresources: &[],
        deprecated: None,
        warnings: |_, _| Vec::new(),
        columns: &[],
        cells: |_, _| Vec::new(),
        selectable: &[],
        versions: &[],
        authorise_extra: |_| Vec::new(),
        done: Done {
            defaults: Extent::Nothing,
            validation: Extent::Missing,
            columns: Extent::Nothing,
            strategy: Extent::Full,
        },
    };

    /// Custom resources without a status endpoint: everything outside metadata counts for the generation.
    pub const CUSTOM: Hooks = Hooks {
        strategy: Strategy {
            unconditional_update: false,
            generation: Generation::When(|new, old| !crate::strategy::same_body(new, old, &["metadata"])),
            ..Strategy::PLAIN
        },
        ..Hooks::PLAIN
    };

    /// Custom resources with a status endpoint.
    pub const CUSTOM_WITH_STATUS: Hooks = Hooks {
        strategy: Strategy { unconditional_update: false, ..Strategy::WITH_STATUS },
        subresources: &[Subresource { metadata: Metadata::Kept, ..Subresource::STATUS }],
        ..Hooks::PLAIN
    };

    /// The endpoint of this name below the object.
    pub fn subresource(&self, name: &str) -> Option<&'static Subresource> {
        self.subresources.iter().find(|one| one.name == name)
    }
}
