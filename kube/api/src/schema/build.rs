//! What generated tables are written with: constant functions that keep a field on one line.

pub(super) use super::{Field, ListType, PatchStrategy, Presence, Shape, Shared, Type, Unknown};
use crate::names::NameId;
pub(super) use crate::value::{Key, Text, Value};

pub(super) const POINTER: u16 = 1;
pub(super) const OMITEMPTY: u16 = 2;
pub(super) const OMITZERO: u16 = 4;
pub(super) const INLINE: u16 = 8;
pub(super) const REQUIRED: u16 = 16;
pub(super) const NULLABLE: u16 = 32;
pub(super) const ATOMIC: u16 = 64;
pub(super) const ZERO: u16 = 128;
pub(super) const DECLARED: u16 = 256;
pub(super) const GRANULAR: u16 = 512;

pub(super) const fn k(id: u16) -> Key {
    Key::known(NameId::at(id))
}

pub(super) const fn ty(name: &'static str, atomic: bool, fields: &'static [Field], wire: &'static [u16]) -> Type {
    let (name, fields, wire) = (Shared::Static(name), Shared::Static(fields), Shared::Static(wire));
    Type { name, fields, wire, unknown: Unknown::Drop, embedded: false, atomic }
}

pub(super) const fn list(element: &'static Shape) -> Shape {
    Shape::List(Shared::Static(element))
}

pub(super) const fn map(element: &'static Shape) -> Shape {
    Shape::Map(Shared::Static(element))
}

pub(super) const fn items(element: &'static Shape) -> Shape {
    Shape::Items(Shared::Static(element))
}

pub(super) const fn object(inner: &'static Type) -> Shape {
    Shape::Object(Shared::Static(inner))
}

pub(super) const fn text(text: &'static str) -> Value {
    Value::String(Text::const_new(text))
}

pub(super) const fn patch(merge: bool, replace: bool, retain_keys: bool) -> PatchStrategy {
    PatchStrategy { merge, replace, retain_keys }
}

/// A field that merges as any other.
pub(super) const fn f(id: u16, number: u16, shape: Shape, flags: u16, go: &'static str) -> Field {
    g(id, number, shape, flags, go, ListType::Atomic, &[], patch(false, false, false), None, None)
}

#[allow(clippy::too_many_arguments)] // called by generated tables only
pub(super) const fn g(
    id: u16,
    number: u16,
    shape: Shape,
    flags: u16,
    go: &'static str,
    list: ListType,
    map_keys: &'static [Key],
    patch: PatchStrategy,
    merge_key: Option<Key>,
    default: Option<Shared<Value>>,
) -> Field {
    Field {
        key: k(id),
        number,
        shape,
        presence: if flags & POINTER != 0 { Presence::Pointer } else { Presence::Plain },
        inline: flags & INLINE != 0,
        omitempty: flags & OMITEMPTY != 0,
        omitzero: flags & OMITZERO != 0,
        required: flags & REQUIRED != 0,
        nullable: flags & NULLABLE != 0,
        zero_default: flags & ZERO != 0,
        list,
        list_declared: flags & DECLARED != 0,
        map_keys: Shared::Static(map_keys),
        atomic: flags & ATOMIC != 0,
        granular: flags & GRANULAR != 0,
        patch,
        merge_key,
        default,
        go: Shared::Static(go),
    }
}
