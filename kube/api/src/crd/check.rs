//! Whether a schema is structural, which a definition's has to be.
//!
//! As upstream: schema/validation.go and schema/complete.go.

use super::structural::{Additional, Kind, Structural};
use crate::field::{ErrorList, FieldError, Path};
use crate::value::Value;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Root,
    Item,
    Field,
}

/// Every fault of a schema, sorted by text; `path` is where it stands in the definition.
pub fn check(schema: &Value, path: &Path<'_>) -> ErrorList {
    let mut faults = ErrorList::new();
    if schema.as_object().is_some() {
        let root = Structural::read(schema);
        invariants(&root, schema, Level::Root, path, &mut faults);
        complete(&root, Some(&root), path, path, &mut faults);
    }
    faults.sort_by_key(FieldError::to_string);
    faults
}

fn invariants(schema: &Structural, source: &Value, level: Level, path: &Path<'_>, faults: &mut ErrorList) {
    let null = Value::Null;
    let inner_source = |name: &str| source.get(name).unwrap_or(&null);
    if schema.kind == Kind::Array && schema.items.is_none() {
        faults.push(FieldError::required(&path.child("items"), "must be specified"));
    }
    if let Some(items) = &schema.items {
        invariants(items, inner_source("items"), Level::Item, &path.child("items"), faults);
    }
    let properties = path.child("properties");
    for (key, inner) in &schema.properties {
        let source = inner_source("properties").get(key).unwrap_or(&null);
        invariants(inner, source, Level::Field, &properties.key(key), faults);
    }
    let additional = path.child("additionalProperties");
    if !matches!(schema.additional, Additional::Unset) {
        if level == Level::Root {
            faults.push(FieldError::forbidden(&additional, "must not be used at the root"));
        }
        if schema.embedded {
            faults
                .push(FieldError::forbidden(&additional, "must not be used if x-kubernetes-embedded-resource is set"));
        }
        if !schema.properties.is_empty() && matches!(schema.additional, Additional::Schema(_) | Additional::Bool(true))
        {
            faults.push(FieldError::forbidden(&additional, "additionalProperties and properties are mutual exclusive"));
        }
        if let Additional::Schema(inner) = &schema.additional {
            invariants(inner, inner_source("additionalProperties"), Level::Field, &additional, faults);
        }
    }
    types(schema, source, level, path, faults);
    extensions(schema, path, faults);
    metadata(schema, level, path, faults);
    junctors(schema, schema, path, faults);
}

fn types(schema: &Structural, source: &Value, level: Level, path: &Path<'_>, faults: &mut ErrorList) {
    let place = path.child("type");
    let word = source.text(&["type"]).unwrap_or_default();
    if schema.embedded && schema.kind != Kind::Object {
        let text = "must be object if x-kubernetes-embedded-resource is true";
        faults.push(match schema.kind {
            Kind::Unset => FieldError::required(&place, text),
            _ => FieldError::invalid(&place, word, text),
        });
    } else if schema.kind == Kind::Unset && !schema.int_or_string && !schema.preserve {
        let text = match level {
            Level::Root => "must not be empty at the root",
            Level::Item => "must not be empty for specified array items",
            Level::Field => "must not be empty for specified object fields",
        };
        faults.push(FieldError::required(&place, text));
    }
    if level == Level::Root && !matches!(schema.kind, Kind::Unset | Kind::Object) {
        faults.push(FieldError::invalid(&place, word, "must be object at the root"));
    }
    if schema.kind == Kind::Unknown {
        let known = ["array", "boolean", "integer", "number", "object", "string"];
        faults.push(FieldError::not_supported(&place, word, &known));
    }
}

fn extensions(schema: &Structural, path: &Path<'_>, faults: &mut ErrorList) {
    let text = "must be false if x-kubernetes-int-or-string is true";
    if schema.int_or_string && schema.preserve {
        faults.push(FieldError::invalid(&path.child("x-kubernetes-preserve-unknown-fields"), true, text));
    }
    if schema.int_or_string && schema.embedded {
        faults.push(FieldError::invalid(&path.child("x-kubernetes-embedded-resource"), true, text));
    }
    if schema.embedded && !schema.preserve && schema.properties.is_empty() {
        let text =
            "must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields";
        faults.push(FieldError::required(&path.child("properties"), text));
    }
    list_type(schema, path, faults);
}

fn list_type(schema: &Structural, path: &Path<'_>, faults: &mut ErrorList) {
    let place = path.child("x-kubernetes-list-type");
    if let Some(list_type) = &schema.list_type {
        if !matches!(list_type.as_str(), "atomic" | "set" | "map") {
            faults.push(FieldError::not_supported(&place, list_type.as_str(), &["atomic", "map", "set"]));
        }
        if schema.kind != Kind::Array {
            let text = "must be array if x-kubernetes-list-type is specified";
            faults.push(FieldError::invalid(&path.child("type"), schema.kind.word(), text));
        }
    }
    let keys = path.child("x-kubernetes-list-map-keys");
    let is_map = schema.list_type.as_deref() == Some("map");
    if is_map && schema.map_keys.is_empty() {
        faults.push(FieldError::required(&keys, "must not be empty if x-kubernetes-list-type is map"));
    }
    if !is_map && !schema.map_keys.is_empty() {
        faults.push(FieldError::required(&place, "must be map if x-kubernetes-list-map-keys is non-empty"));
    }
    if let Some(map_type) = &schema.map_type
        && !matches!(map_type.as_str(), "atomic" | "granular")
    {
        let place = path.child("x-kubernetes-map-type");
        faults.push(FieldError::not_supported(&place, map_type.as_str(), &["atomic", "granular"]));
    }
    let items = schema.items.as_deref();
    for (at, key) in schema.map_keys.iter().enumerate().filter(|_| is_map) {
        match items.and_then(|items| items.property(key)) {
            None => {
                let text = "entries must all be names of item properties";
                faults.push(FieldError::invalid(&keys.index(at), key.as_str(), text));
            }
            Some(property) if matches!(property.kind, Kind::Object | Kind::Array) => {
                let items = path.child("items");
                let properties = items.child("properties");
                let text = "must be a scalar type if parent array's x-kubernetes-list-type is map";
                let place = properties.key(key);
                faults.push(FieldError::invalid(&place.child("type"), property.kind.word(), text));
            }
            Some(property) => {
                let required = items.is_some_and(|items| items.bounds.required.contains(key));
                if property.default.is_none() && !required {
                    let items = path.child("items");
                    let properties = items.child("properties");
                    let place = properties.key(key);
                    let text = "this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property";
                    faults.push(FieldError::required(&place.child("default"), text));
                }
            }
        }
    }
}

/// Of metadata at the root only the name may be restricted; kind and version are strings.
fn metadata(schema: &Structural, level: Level, path: &Path<'_>, faults: &mut ErrorList) {
    if level != Level::Root && !schema.embedded {
        return;
    }
    let properties = path.child("properties");
    for (key, inner) in &schema.properties {
        let place = properties.key(key);
        let wanted = match key.as_str() {
            "kind" | "apiVersion" => Kind::String,
            "metadata" => Kind::Object,
            _ => continue,
        };
        if inner.kind != wanted {
            let text = format!("must be {}", wanted.word());
            faults.push(FieldError::invalid(&place.child("type"), inner.kind.word(), text));
        }
        let only_names = inner.properties.iter().all(|(key, _)| matches!(key.as_str(), "name" | "generateName"));
        if level == Level::Root && key.as_str() == "metadata" && (!only_names || !inner.bounds.required.is_empty()) {
            let text =
                "must not specify anything other than name and generateName, but metadata is implicitly specified";
            faults.push(FieldError::forbidden(&place, text));
        }
    }
}

/// `anyOf: [{type: integer}, {type: string}]`, which int-or-string may carry.
fn is_int_or_string(list: &[Structural]) -> bool {
    matches!(list, [a, b] if a.kind == Kind::Integer && b.kind == Kind::String)
}

fn junctors(schema: &Structural, owner: &Structural, path: &Path<'_>, faults: &mut ErrorList) {
    let bounds = &schema.bounds;
    let any_of = path.child("anyOf");
    if !(owner.int_or_string && is_int_or_string(&bounds.any_of)) {
        for (at, inner) in bounds.any_of.iter().enumerate() {
            nested(inner, false, &any_of.index(at), faults);
        }
    }
    let all_of = path.child("allOf");
    for (at, inner) in bounds.all_of.iter().enumerate() {
        let first = at == 0 && owner.int_or_string && is_int_or_string(&inner.bounds.any_of);
        nested(inner, first, &all_of.index(at), faults);
    }
    let one_of = path.child("oneOf");
    for (at, inner) in bounds.one_of.iter().enumerate() {
        nested(inner, false, &one_of.index(at), faults);
    }
    if let Some(inner) = &bounds.not {
        nested(inner, false, &path.child("not"), faults);
    }
    if !bounds.pattern.is_empty() && bounds.regex.is_none() {
        let text = "must be a valid regular expression, but isn't: error parsing regexp";
        faults.push(FieldError::invalid(&path.child("pattern"), bounds.pattern.as_str(), text));
    }
}

/// Under a junctor a schema may restrict values, but give no structure.
fn nested(schema: &Structural, skip_any_of: bool, path: &Path<'_>, faults: &mut ErrorList) {
    let marker = Structural { int_or_string: skip_any_of, ..Structural::default() };
    junctors(schema, &marker, path, faults);
    if let Some(items) = &schema.items {
        nested(items, false, &path.child("items"), faults);
    }
    let properties = path.child("properties");
    for (key, inner) in &schema.properties {
        nested(inner, false, &properties.key(key), faults);
        if key.as_str() == "metadata" {
            faults.push(FieldError::forbidden(&properties.key(key), "must not be specified in a nested context"));
        }
    }
    for (name, there, text) in [
        ("type", schema.kind != Kind::Unset, "must be empty to be structural"),
        ("additionalProperties", !matches!(schema.additional, Additional::Unset), "must be undefined to be structural"),
        ("default", schema.default.is_some(), "must be undefined to be structural"),
        (schema.described.unwrap_or("description"), schema.described.is_some(), "must be empty to be structural"),
        ("nullable", schema.nullable, "must be false to be structural"),
        ("x-kubernetes-preserve-unknown-fields", schema.preserve, "must be false to be structural"),
        ("x-kubernetes-embedded-resource", schema.embedded, "must be false to be structural"),
        ("x-kubernetes-int-or-string", schema.int_or_string, "must be false to be structural"),
        ("x-kubernetes-list-map-keys", !schema.map_keys.is_empty(), "must be empty to be structural"),
        ("x-kubernetes-list-type", schema.list_type.is_some(), "must be undefined to be structural"),
        ("x-kubernetes-map-type", schema.map_type.is_some(), "must be undefined to be structural"),
        ("x-kubernetes-validations", !schema.rules.is_empty(), "must be empty to be structural"),
    ] {
        if there {
            faults.push(FieldError::forbidden(&path.child(name), text));
        }
    }
}

/// What a junctor restricts has to be defined outside of junctors too.
fn complete(
    restricting: &Structural,
    defining: Option<&Structural>,
    defined_at: &Path<'_>,
    path: &Path<'_>,
    faults: &mut ErrorList,
) {
    let bounds = &restricting.bounds;
    for (name, list) in [("allOf", &bounds.all_of), ("anyOf", &bounds.any_of), ("oneOf", &bounds.one_of)] {
        let place = path.child(name);
        for (at, inner) in list.iter().enumerate() {
            complete_nested(inner, defining, defined_at, &place.index(at), faults);
        }
    }
    if let Some(inner) = &bounds.not {
        complete_nested(inner, defining, defined_at, &path.child("not"), faults);
    }
}

fn complete_nested(
    restricting: &Structural,
    defining: Option<&Structural>,
    defined_at: &Path<'_>,
    path: &Path<'_>,
    faults: &mut ErrorList,
) {
    let Some(own) = defining else {
        faults.push(FieldError::required(defined_at, format!("because it is defined in {path}")));
        return;
    };
    complete(restricting, defining, defined_at, path, faults);
    if let Some(items) = &restricting.items {
        complete_nested(items, own.items.as_deref(), &defined_at.child("items"), &path.child("items"), faults);
    }
    let (defined, properties) = (defined_at.child("properties"), path.child("properties"));
    for (key, inner) in &restricting.properties {
        complete_nested(inner, own.property(key), &defined.key(key), &properties.key(key), faults);
    }
}
