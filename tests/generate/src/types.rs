//! Writes typed structs that mirror Go: what is a pointer there is an `Option` here, and what is a value is required
//! on the wire, so that zero values are sent as upstream sends them.

use anyhow::{Context, Result};

use crate::facts::{Field, Group, Resource, Shape, Type};
use crate::outputs::MARK;
use crate::schema::snake;

pub(crate) fn source(groups: &[Group], rows: &[Resource]) -> Result<String> {
    let mut out = MARK.to_owned();
    for group in groups {
        out.push_str(&format!("\npub mod {} {{\n", group.module));
        if group.module == "meta" {
            out.push_str("    pub use crate::types::wire::*;\n");
        }
        for ty in group.types.iter().filter(|ty| ty.protobuf) {
            write_struct(&mut out, group, ty).with_context(|| format!("{} {}", group.module, ty.name))?;
        }
        for ty in group.types.iter().filter(|ty| ty.kind && ty.has_object_meta()) {
            write_object(&mut out, group, ty, rows);
        }
        out.push_str("}\n");
    }
    Ok(out)
}

fn write_struct(out: &mut String, group: &Group, ty: &Type) -> Result<()> {
    out.push_str(&format!("    #[derive(Clone, PartialEq, ::prost::Message)]\n    pub struct {} {{\n", ty.name));
    for field in ty.fields.iter().filter(|field| field.number > 0) {
        let (attribute, rust) = wire(group, ty, field)?;
        let name = identifier(&field.name);
        out.push_str(&format!(
            "        #[prost({attribute}, tag = \"{}\")]\n        pub {name}: {rust},\n",
            field.number
        ));
    }
    out.push_str("    }\n");
    Ok(())
}

/// A field's name; Rust's keywords are written raw.
fn identifier(name: &str) -> String {
    let name = snake(name);
    match name.as_str() {
        "type" | "ref" | "continue" | "enum" | "match" | "for" | "in" | "use" | "static" | "as" | "where" | "move" => {
            format!("r#{name}")
        }
        _ => name,
    }
}

/// The `prost` attribute and the Rust type.
fn wire(group: &Group, ty: &Type, field: &Field) -> Result<(String, String)> {
    if let Shape::List(element) = &field.shape {
        let (attribute, rust) = element_wire(group, element)?;
        let packed = if matches!(**element, Shape::Int32 | Shape::Int64) { ", packed = \"false\"" } else { "" };
        return Ok((format!("{attribute}, repeated{packed}"), format!("Vec<{rust}>")));
    }
    if let Shape::Map(element) = &field.shape {
        let (attribute, rust) = element_wire(group, element)?;
        let value = attribute.split([' ', ',']).next().unwrap_or_default();
        return Ok((
            format!("btree_map = \"string, {value}\""),
            format!("::std::collections::BTreeMap<String, {rust}>"),
        ));
    }
    let (attribute, rust) = element_wire(group, &field.shape)?;
    // Absent and empty bytes are the same to every reader of a struct.
    if field.shape == Shape::Bytes {
        return Ok((attribute, rust));
    }
    if !field.has("pointer") && field.shape != Shape::Items {
        return Ok((format!("{attribute}, required"), rust));
    }
    let recursive = group.module == "apiextensions" && ty.name == "JSONSchemaProps" && attribute == "message";
    if recursive {
        return Ok((format!("{attribute}, optional, boxed"), format!("Option<Box<{rust}>>")));
    }
    Ok((format!("{attribute}, optional"), format!("Option<{rust}>")))
}

fn element_wire(group: &Group, shape: &Shape) -> Result<(String, String)> {
    let scalar = |attribute: &str, rust: &str| Ok((attribute.to_owned(), rust.to_owned()));
    let meta = |name: &str| Ok(("message".to_owned(), path(group, "meta", name)));
    match shape {
        Shape::String => scalar("string", "String"),
        Shape::Int32 => scalar("int32", "i32"),
        Shape::Int64 => scalar("int64", "i64"),
        Shape::Float64 => scalar("double", "f64"),
        Shape::Bool => scalar("bool", "bool"),
        Shape::Bytes => scalar("bytes = \"vec\"", "Vec<u8>"),
        Shape::Quantity => meta("Quantity"),
        Shape::IntOrString => meta("IntOrString"),
        Shape::Time => meta("Time"),
        Shape::MicroTime => meta("MicroTime"),
        Shape::Duration => meta("Duration"),
        Shape::Raw => meta("RawExtension"),
        Shape::Fields => meta("FieldsV1"),
        Shape::Items => meta("Items"),
        Shape::SchemaOrBool => meta("JSONSchemaPropsOrBool"),
        Shape::SchemaOrArray => meta("JSONSchemaPropsOrArray"),
        Shape::SchemaOrStrings => meta("JSONSchemaPropsOrStringArray"),
        Shape::Object { module, name } => Ok(("message".into(), path(group, module, name))),
        Shape::List(_) | Shape::Map(_) | Shape::Any => anyhow::bail!("{shape:?} has no protobuf form"),
    }
}

fn path(group: &Group, module: &str, name: &str) -> String {
    if group.module == module { name.to_owned() } else { format!("super::{module}::{name}") }
}

fn write_object(out: &mut String, group: &Group, ty: &Type, rows: &[Resource]) {
    let row = rows.iter().find(|row| row.group == group.group && row.version == group.version && row.kind == ty.name);
    let sub = rows.iter().find_map(|row| {
        let named = |sub: &&crate::facts::Subresource| {
            sub.kind == ty.name && sub.group == group.group && sub.version == group.version
        };
        row.subresources.iter().find(named).map(|sub| (sub.name.as_str(), row.namespaced))
    });
    let (plural, namespaced) = match (row, sub) {
        (Some(row), _) => (row.plural.as_str(), row.namespaced),
        (None, Some(sub)) => sub,
        (None, None) => ("", false),
    };
    out.push_str(&format!(
        "    impl crate::types::Object for {} {{\n        const GROUP: &'static str = {:?};\n        const VERSION: &'static str = {:?};\n        const KIND: &'static str = {:?};\n        const PLURAL: &'static str = {plural:?};\n        const NAMESPACED: bool = {namespaced};\n",
        ty.name, group.group, group.version, ty.name
    ));
    let meta = path(group, "meta", "ObjectMeta");
    out.push_str(&format!(
        "        fn metadata(&self) -> &{meta} {{\n            &self.metadata\n        }}\n        fn metadata_mut(&mut self) -> &mut {meta} {{\n            &mut self.metadata\n        }}\n    }}\n"
    ));
    let list = format!("{}List", ty.name);
    if group.types.iter().any(|it| it.name == list && it.is_list()) {
        let meta = path(group, "meta", "ListMeta");
        out.push_str(&format!(
            "    impl crate::types::ObjectList for {list} {{\n        type Item = {};\n        fn metadata(&self) -> &{meta} {{\n            &self.metadata\n        }}\n        fn into_items(self) -> Vec<{}> {{\n            self.items\n        }}\n    }}\n    impl crate::types::Listed for {} {{\n        type List = {list};\n    }}\n",
            ty.name, ty.name, ty.name
        ));
    }
}
