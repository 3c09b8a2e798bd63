//! Writes the schema tables: one `static` for each type, in the structure of `kube_api::schema`.

use anyhow::{Context, Result};

use crate::facts::{Field, Group, Shape, Type};
use crate::names::Names;
use crate::outputs::MARK;

pub(crate) fn source(groups: &[Group], names: &Names) -> Result<String> {
    let mut out = format!("{MARK}#![allow(dead_code)]\nuse super::Row;\nuse crate::schema::build::*;\n");
    for group in groups {
        for ty in &group.types {
            write_type(&mut out, group, ty, names).with_context(|| format!("{} {}", group.module, ty.name))?;
        }
    }
    out.push_str("\nstatic SCHEMA_OR_STRINGS: Shape = Shape::SchemaOrStrings(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS));\n");
    out.push_str("\n/// Every type by group, version and name.\npub(super) static TYPES: &[Row] = &[\n");
    for group in groups {
        for ty in &group.types {
            let openapi = if ty.openapi { format!("{}.{}", group.openapi, ty.name) } else { String::new() };
            out.push_str(&format!(
                "    Row {{ group: {:?}, version: {:?}, name: {:?}, kind: {}, protobuf: {}, openapi: {openapi:?}, unions: &{:?}, schema: &{} }},\n",
                group.group,
                group.version,
                ty.name,
                ty.kind,
                ty.protobuf,
                ty.unions,
                constant(&group.module, &ty.name)
            ));
        }
    }
    out.push_str("];\n");
    Ok(out)
}

/// `core`, `PodSpec` -> `CORE_POD_SPEC`.
pub(crate) fn constant(module: &str, name: &str) -> String {
    format!("{}_{}", module, snake(name)).to_uppercase()
}

/// Go's name in Rust's form: `hostIPs` -> `host_ips`, `CSIPersistentVolumeSource` -> `csi_persistent_volume_source`.
pub(crate) fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| chars.get(it));
        let after = chars.get(at + 1);
        // A plural of an acronym (`IPs`, `CIDRs`) is one word.
        let plural_end = after == Some(&'s') && chars.get(at + 2).is_none_or(|it| it.is_uppercase());
        let starts = c.is_uppercase()
            && before.is_some_and(|it| {
                it.is_lowercase() || it.is_ascii_digit() || after.is_some_and(|a| a.is_lowercase()) && !plural_end
            });
        if starts && !out.ends_with('_') {
            out.push('_');
        }
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() {
            out.push('_');
        }
    }
    out
}

fn write_type(out: &mut String, group: &Group, ty: &Type, names: &Names) -> Result<()> {
    let constant = constant(&group.module, &ty.name);
    let own = if ty.kind { 2 } else { 0 };
    let mut wire: Vec<usize> =
        (0..ty.fields.len()).filter(|at| ty.fields.get(*at).is_some_and(|it| it.number > 0)).collect();
    wire.sort_by_key(|at| ty.fields.get(*at).map(|field| field.number));
    let wire: Vec<usize> = wire.into_iter().map(|at| at + own).collect();
    let count = ty.fields.len() + own;
    out.push_str(&format!(
        "\npub static {constant}: Type = ty(\"{}.{}\", {}, &{constant}_FIELDS, &{wire:?});\nstatic {constant}_SHAPE: Shape = object(&{constant});\nstatic {constant}_FIELDS: [Field; {count}] = [\n",
        go_package(group),
        ty.name,
        ty.atomic
    ));
    if ty.kind {
        for name in ["kind", "apiVersion"] {
            out.push_str(&format!("    f({}, 0, Shape::String, OMITEMPTY, \"string\"),\n", names.id(name)));
        }
    }
    for field in &ty.fields {
        out.push_str("    ");
        out.push_str(&field_source(field, names)?);
        out.push_str(",\n");
    }
    out.push_str("];\n");
    Ok(())
}

fn go_package(group: &Group) -> &str {
    &group.version
}

fn field_source(field: &Field, names: &Names) -> Result<String> {
    let (id, shape, flags) = (names.id(&field.name), shape_source(&field.shape), flags_source(field));
    let head = format!("{id}, {}, {shape}, {flags}, {:?}", field.number, field.go);
    if field.list.is_empty() && field.patch.is_empty() && field.merge.is_empty() && field.default.is_empty() {
        return Ok(format!("f({head})"));
    }
    let list = match field.list.as_str() {
        "map" => "ListType::Map",
        "set" => "ListType::Set",
        _ => "ListType::Atomic",
    };
    let keys: Vec<String> = field.map_keys.iter().map(|key| format!("k({})", names.id(key))).collect();
    let has = |word: &str| field.patch.iter().any(|it| it == word);
    let merge = if field.merge.is_empty() { "None".into() } else { format!("Some(k({}))", names.id(&field.merge)) };
    let default = if field.default.is_empty() { "None".into() } else { default_source(&field.default)? };
    Ok(format!(
        "g({head}, {list}, const {{ &[{}] }}, patch({}, {}, {}), {merge}, {default})",
        keys.join(", "),
        has("merge"),
        has("replace"),
        has("retainKeys")
    ))
}

fn flags_source(field: &Field) -> String {
    let mut flags: Vec<&str> = [
        ("pointer", "POINTER"),
        ("omitempty", "OMITEMPTY"),
        ("omitzero", "OMITZERO"),
        ("inline", "INLINE"),
        ("required", "REQUIRED"),
        ("nullable", "NULLABLE"),
        ("atomic", "ATOMIC"),
        ("granular", "GRANULAR"),
        ("zero", "ZERO"),
    ]
    .into_iter()
    .filter(|(fact, _)| field.has(fact))
    .map(|(_, flag)| flag)
    .collect();
    if !field.list.is_empty() {
        flags.push("DECLARED");
    }
    if flags.is_empty() { "0".into() } else { flags.join(" | ") }
}

/// An element's shape as a reference. Types have statics for it, because a constant may not refer to itself.
fn element_source(shape: &Shape) -> String {
    match shape {
        Shape::Object { module, name } => format!("&{}_SHAPE", constant(module, name)),
        Shape::SchemaOrStrings => "&SCHEMA_OR_STRINGS".into(),
        other => format!("const {{ &{} }}", shape_source(other)),
    }
}

fn shape_source(shape: &Shape) -> String {
    match shape {
        Shape::List(element) => format!("list({})", element_source(element)),
        Shape::Map(element) => format!("map({})", element_source(element)),
        Shape::Items => "items(const { &Shape::String })".into(),
        Shape::Object { module, name } => format!("object(&{})", constant(module, name)),
        Shape::SchemaOrBool | Shape::SchemaOrArray | Shape::SchemaOrStrings => {
            format!("Shape::{shape:?}(Shared::Static(&APIEXTENSIONS_JSON_SCHEMA_PROPS))")
        }
        plain => format!("Shape::{plain:?}"),
    }
}

/// Defaults are facts in JSON; only what occurs is known here.
fn default_source(json: &str) -> Result<String> {
    let value = match json {
        "true" | "false" => format!("Value::Bool({json})"),
        text if text.starts_with('"') => format!("text({text})"),
        "{}" => return Ok("None".into()),
        number => format!("Value::Int({})", number.parse::<i64>().with_context(|| format!("default {json}"))?),
    };
    Ok(format!("Some(Shared::Static(const {{ &{value} }}))"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_rusts_form() {
        for (go, rust) in [
            ("PodSpec", "pod_spec"),
            ("podIPs", "pod_ips"),
            ("hostIP", "host_ip"),
            ("clusterIPs", "cluster_ips"),
            ("podCIDRs", "pod_cidrs"),
            ("loadBalancerSourceRanges", "load_balancer_source_ranges"),
            ("CSIPersistentVolumeSource", "csi_persistent_volume_source"),
            ("externalIPs", "external_ips"),
            ("IPAddress", "ip_address"),
            ("nonResourceURLs", "non_resource_urls"),
            ("secretAPIVersion", "secret_api_version"),
            ("apiVersion", "api_version"),
            ("v4", "v4"),
            ("x-kubernetes-int-or-string", "x_kubernetes_int_or_string"),
            ("$ref", "ref"),
            ("JSONPath", "json_path"),
            ("ISCSIVolumeSource", "iscsi_volume_source"),
        ] {
            assert_eq!(snake(go), rust);
        }
    }
}
