//! What a type of the API looks like: one structure for built-in kinds (generated `static` tables, no heap) and for
//! custom resources (built at run time). It says how a tree is decoded, pruned, merged and encoded; it does not
//! validate (`field`, `crd`, and `kube-kinds` do).
//!
//! - A tree follows JSON: an inline member (Go's `json:",inline"`) has no node of its own, its fields stand in the
//!   parent's object. Only protobuf sees it as a message.
//! - `Presence` mirrors Go: what a value-typed field holds when it is zero cannot be told from absence, so a decoded
//!   tree leaves it out, and encoders write it where upstream does.

mod build;
pub mod builtin;
mod shared;

pub use shared::Shared;

use crate::value::{Key, Object, Value};

/// A reference to a type: static for built-in kinds, counted for custom ones.
pub type TypeRef = Shared<Type>;

/// A message, struct or object with named fields.
#[derive(Debug)]
pub struct Type {
    /// As Go prints it: `v1.PodSpec`. For custom resources the kind or the path within it.
    pub name: Shared<str>,
    /// In the order of upstream's struct, which is the order of encoded JSON.
    pub fields: Shared<[Field]>,
    /// Places in `fields` of those with a protobuf number, in order of the numbers.
    pub wire: Shared<[u16]>,
    pub unknown: Unknown,
    /// `x-kubernetes-embedded-resource`, and built-in fields that hold whole objects: `apiVersion`, `kind` and
    /// `metadata` are always known.
    pub embedded: bool,
    /// `structType=atomic`: merged as one value.
    pub atomic: bool,
}

/// What becomes of a field that the type does not name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unknown {
    /// Dropped, with a note `unknown field "spec.foo"`.
    Drop,
    /// Kept as it is (`x-kubernetes-preserve-unknown-fields`).
    Preserve,
}

/// One field of a type.
#[derive(Debug)]
pub struct Field {
    pub key: Key,
    /// Protobuf field number; 0 where the type has no protobuf form.
    pub number: u16,
    pub shape: Shape,
    pub presence: Presence,
    /// No node of its own in JSON: see the top of this file.
    pub inline: bool,
    pub omitempty: bool,
    /// `omitzero`: a zero struct or time is left out too.
    pub omitzero: bool,
    /// In OpenAPI's `required`.
    pub required: bool,
    /// OpenAPI states the zero value as default.
    pub zero_default: bool,
    /// `nullable: true` of a custom resource: null is kept, not dropped before defaulting.
    pub nullable: bool,
    pub list: ListType,
    /// The list type is written down, not only the usual one: OpenAPI shows it.
    pub list_declared: bool,
    /// The fields that identify an element of a `ListType::Map`.
    pub map_keys: Shared<[Key]>,
    /// `mapType=atomic`: a map or struct merged as one value.
    pub atomic: bool,
    /// `mapType=granular`: merged by members, although the type says atomic.
    pub granular: bool,
    pub patch: PatchStrategy,
    /// `patchMergeKey`.
    pub merge_key: Option<Key>,
    /// `+default`, or `default:` of a custom resource.
    pub default: Option<Shared<Value>>,
    /// The Go type as its decoder prints it: `[]v1.Container`; empty for custom resources.
    pub go: Shared<str>,
}

/// Whether absence and zero differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Presence {
    /// A Go value: zero is absence, and protobuf always carries it.
    Plain,
    /// A Go pointer, or a field of a custom resource: zero is kept.
    Pointer,
}

/// What a field, an element or a map's value holds.
#[derive(Clone, Debug)]
pub enum Shape {
    String,
    Int32,
    Int64,
    /// A number of any kind (`type: number` of a custom resource): `Int` or `Float` in a tree.
    Float64,
    Bool,
    /// Base64 in JSON, `Value::Bytes` in a tree.
    Bytes,
    /// Canonical text in a tree; a message with one string in protobuf. JSON may give a number.
    Quantity,
    /// `Int` or `String` in a tree; a message of three fields in protobuf.
    IntOrString,
    /// RFC 3339 text to the second in UTC; a message of seconds and nanoseconds in protobuf.
    Time,
    /// As `Time`, with six digits of a second.
    MicroTime,
    /// Go's duration text (`1m30s`); a message with nanoseconds in protobuf.
    Duration,
    /// Any JSON (`RawExtension`, and `JSON` of apiextensions): a tree of its own, JSON text in protobuf.
    Raw,
    /// A field set of `managedFields`: `Value::Bytes` with compact JSON text, never taken apart by codecs.
    Fields,
    Object(TypeRef),
    List(Shared<Shape>),
    /// String keys; values of one shape.
    Map(Shared<Shape>),
    /// A list in JSON; in protobuf a message that holds the list as field 1 (`Verbs`, `ExtraValue`).
    Items(Shared<Shape>),
    /// `JSONSchemaPropsOrBool`: a boolean, or the object.
    SchemaOrBool(TypeRef),
    /// `JSONSchemaPropsOrArray`: the object, or a list of it.
    SchemaOrArray(TypeRef),
    /// `JSONSchemaPropsOrStringArray`: the object, or a list of strings.
    SchemaOrStrings(TypeRef),
    /// Anything, kept as it is (`x-kubernetes-preserve-unknown-fields` without a type). No protobuf form.
    Any,
}

/// How elements of a list are told apart, for server-side apply and structural merging.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListType {
    Atomic,
    Set,
    Map,
}

/// `patchStrategy` of strategic merge patches.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PatchStrategy {
    pub merge: bool,
    pub replace: bool,
    pub retain_keys: bool,
}

impl Field {
    /// A field with nothing said about it but its key and shape; generated tables and the CRD builder change it.
    pub const fn new(key: Key, shape: Shape) -> Field {
        Field {
            key,
            number: 0,
            shape,
            presence: Presence::Pointer,
            inline: false,
            omitempty: true,
            omitzero: false,
            required: false,
            zero_default: false,
            nullable: false,
            list: ListType::Atomic,
            list_declared: false,
            map_keys: Shared::Static(&[]),
            atomic: false,
            granular: false,
            patch: PatchStrategy { merge: false, replace: false, retain_keys: false },
            merge_key: None,
            default: None,
            go: Shared::Static(""),
        }
    }

    pub fn name(&self) -> &str {
        self.key.as_str()
    }

    pub fn pointer(&self) -> bool {
        self.presence == Presence::Pointer
    }
}

impl Type {
    /// The field a key of the JSON object names, inline members included.
    pub fn field(&self, key: &Key) -> Option<&Field> {
        for field in self.fields.iter() {
            if field.inline {
                if let Shape::Object(inner) = &field.shape
                    && let Some(found) = inner.field(key)
                {
                    return Some(found);
                }
            } else if field.key == *key {
                return Some(field);
            }
        }
        None
    }

    /// A custom resource's type: to upstream its objects are maps, so nothing is a Go value there.
    pub fn is_custom(&self) -> bool {
        self.fields.iter().all(|field| field.go.is_empty())
    }

    pub fn field_named(&self, name: &str) -> Option<&Field> {
        self.field(&Key::new(name))
    }

    /// Every field as JSON shows it, in upstream's order, inline members opened.
    pub fn flat_fields(&self) -> Vec<&Field> {
        let mut flat = Vec::with_capacity(self.fields.len());
        self.push_flat(&mut flat);
        flat
    }

    fn push_flat<'a>(&'a self, flat: &mut Vec<&'a Field>) {
        for field in self.fields.iter() {
            match &field.shape {
                Shape::Object(inner) if field.inline => inner.push_flat(flat),
                _ => flat.push(field),
            }
        }
    }

    /// The field at the end of a path of names; lists and maps are passed through to their elements.
    pub fn at(&self, path: &[&str]) -> Option<&Field> {
        let (first, rest) = path.split_first()?;
        let field = self.field_named(first)?;
        if rest.is_empty() { Some(field) } else { field.shape.object()?.at(rest) }
    }
}

impl Shape {
    /// The object type inside, through lists and maps.
    pub fn object(&self) -> Option<&Type> {
        match self {
            Shape::Object(inner)
            | Shape::SchemaOrBool(inner)
            | Shape::SchemaOrArray(inner)
            | Shape::SchemaOrStrings(inner) => Some(inner),
            Shape::List(element) | Shape::Map(element) | Shape::Items(element) => element.object(),
            _ => None,
        }
    }

    /// The element's shape of a list, the value's shape of a map.
    pub fn element(&self) -> Option<&Shape> {
        match self {
            Shape::List(element) | Shape::Map(element) | Shape::Items(element) => Some(element),
            _ => None,
        }
    }

    /// What a value-typed Go field holds when nobody set it, as JSON shows it.
    pub fn zero(&self) -> Value {
        match self {
            Shape::String => Value::from(""),
            Shape::Int32 | Shape::Int64 | Shape::Float64 | Shape::IntOrString => Value::Int(0),
            Shape::Bool => Value::Bool(false),
            Shape::Quantity => Value::from("0"),
            Shape::Duration => Value::from("0s"),
            Shape::Object(_) => Value::Object(Object::new()),
            _ => Value::Null,
        }
    }
}
