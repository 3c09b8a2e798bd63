//! The schemas of a document: each type once, by name, with everything it refers to.

use std::collections::BTreeSet;

use super::{Descriptions, name_of};
use crate::codec::json;
use crate::schema::builtin::{self, Row};
use crate::schema::{Field, ListType, PatchStrategy, Shape, Type};
use crate::value;
use crate::value::{Key, Object, Value};

/// Which version's form is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Version2,
    Version3,
}

const APIMACHINERY: &str = "io.k8s.apimachinery.pkg";
const APIEXTENSIONS: &str = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1";

/// Collects schemas; a reference asked for is a schema promised.
pub(super) struct Schemas<'d> {
    form: Form,
    descriptions: &'d Descriptions,
    made: Object,
    pending: Vec<&'static Row>,
    asked: BTreeSet<String>,
    /// Group versions of this document, which the options kinds name.
    group_versions: BTreeSet<(String, String)>,
}

impl<'d> Schemas<'d> {
    pub(super) fn new(form: Form, descriptions: &'d Descriptions) -> Schemas<'d> {
        let (made, pending, asked) = (Object::new(), Vec::new(), BTreeSet::new());
        Schemas { form, descriptions, made, pending, asked, group_versions: BTreeSet::new() }
    }

    pub(super) fn form(&self) -> Form {
        self.form
    }

    pub(super) fn serves(&mut self, group: &str, version: &str) {
        self.group_versions.insert((group.to_owned(), version.to_owned()));
    }

    pub(super) fn into_object(self) -> Object {
        self.made
    }

    /// A reference to a name.
    pub(super) fn reference(&self, name: &str) -> Value {
        let folder = match self.form {
            Form::Version2 => "#/definitions/",
            Form::Version3 => "#/components/schemas/",
        };
        value!({"$ref": (format!("{folder}{name}"))})
    }

    /// A reference to a kind, built in or made before by `custom`.
    pub(super) fn kind(&mut self, group: &str, version: &str, kind: &str) -> Value {
        let own = |row: &&Row| row.name == kind && row.group == group && row.version == version;
        if let Some(row) = builtin::types().iter().find(own).filter(|row| !row.openapi.is_empty()) {
            self.ask(row);
        }
        self.reference(&name_of(group, version, kind))
    }

    /// A reference to a type of meta.
    pub(super) fn meta(&mut self, name: &str) -> Value {
        let own = |row: &&Row| row.name == name && row.group == "meta.k8s.io";
        match builtin::types().iter().find(own) {
            Some(row) => self.ask(row),
            None => self.special(&format!("{APIMACHINERY}.apis.meta.v1.{name}")),
        }
        self.reference(&format!("{APIMACHINERY}.apis.meta.v1.{name}"))
    }

    fn ask(&mut self, row: &'static Row) {
        if self.asked.insert(row.openapi.to_owned()) {
            self.pending.push(row);
        }
    }

    /// Makes every schema that was asked for, and what those ask for.
    pub(super) fn finish(&mut self) {
        while let Some(row) = self.pending.pop() {
            let schema = self.built_in(row);
            self.made.insert(row.openapi, schema);
        }
    }

    fn built_in(&mut self, row: &'static Row) -> Value {
        let mut properties = Object::new();
        let mut required: Vec<Value> = Vec::new();
        for field in row.schema.flat_fields() {
            let property = self.property(row.openapi, field);
            properties.insert(field.key.clone(), property);
            if field.required {
                required.push(field.name().into());
            }
        }
        let mut schema = value!({"type": "object"});
        if !properties.is_empty() {
            schema.set("properties", properties);
        }
        self.describe(&mut schema, row.openapi, None);
        if !required.is_empty() {
            schema.set("required", required);
        }
        if row.schema.atomic {
            schema.set("x-kubernetes-map-type", "atomic");
        }
        let unions: Vec<Value> = row.unions.iter().filter_map(|it| json::parse(it.as_bytes()).ok()).collect();
        if !unions.is_empty() {
            schema.set("x-kubernetes-unions", unions);
        }
        if row.kind {
            schema.set("x-kubernetes-group-version-kind", self.kinds_of(row));
        }
        schema
    }

    /// A kind of meta stands in every group of the document.
    fn kinds_of(&self, row: &Row) -> Vec<Value> {
        let one = |group: &str, version: &str| value!({"group": group, "version": version, "kind": (row.name)});
        if row.group != "meta.k8s.io" {
            return vec![one(row.group, row.version)];
        }
        let mut kinds = vec![one("", "v1")];
        if !matches!(row.name, "Status" | "APIGroup" | "APIGroupList" | "APIResourceList" | "APIVersions") {
            let others = self.group_versions.iter().filter(|(group, _)| !group.is_empty());
            kinds.extend(others.map(|(group, version)| one(group, version)));
        }
        kinds
    }

    fn describe(&self, schema: &mut Value, name: &str, field: Option<&str>) {
        let text = match field {
            Some(field) => self.descriptions.of_field(name, field),
            None => self.descriptions.of_type(name),
        };
        if !text.is_empty() {
            schema.set("description", text);
        }
    }

    fn property(&mut self, owner: &str, field: &Field) -> Value {
        let mut schema = self.shape(&field.shape, &field.go);
        let mut extra = Value::Object(Object::new());
        self.describe(&mut extra, owner, Some(field.name()));
        if self.form == Form::Version3 {
            if let Some(default) = &field.default {
                extra.set("default", Value::clone(default));
            } else if field.zero_default {
                extra.set("default", field.shape.zero());
            }
        }
        extend(&mut extra, field);
        let is_reference = schema.get("$ref").is_some();
        let extra = extra.as_object().cloned().unwrap_or_default();
        if is_reference && self.form == Form::Version3 && !extra.is_empty() {
            schema = value!({"allOf": [(schema)]});
        }
        for (key, value) in extra {
            schema.set(key, value);
        }
        schema
    }

    fn shape(&mut self, shape: &Shape, go: &str) -> Value {
        let special = |name: &str| format!("{APIMACHINERY}.{name}");
        let name = match shape {
            Shape::String => return value!({"type": "string"}),
            Shape::Int32 => return value!({"type": "integer", "format": "int32"}),
            Shape::Int64 => return value!({"type": "integer", "format": "int64"}),
            Shape::Float64 => return value!({"type": "number", "format": "double"}),
            Shape::Bool => return value!({"type": "boolean"}),
            Shape::Bytes => return value!({"type": "string", "format": "byte"}),
            Shape::Any => return value!({}),
            Shape::List(element) | Shape::Items(element) => {
                return value!({"type": "array", "items": (self.shape(element, go))});
            }
            Shape::Map(element) => {
                return value!({"type": "object", "additionalProperties": (self.shape(element, go))});
            }
            Shape::Object(ty) => return self.object(ty),
            Shape::Quantity => special("api.resource.Quantity"),
            Shape::IntOrString => special("util.intstr.IntOrString"),
            Shape::Time => special("apis.meta.v1.Time"),
            Shape::MicroTime => special("apis.meta.v1.MicroTime"),
            Shape::Duration => special("apis.meta.v1.Duration"),
            Shape::Fields => special("apis.meta.v1.FieldsV1"),
            Shape::Raw if go.ends_with("JSON") => format!("{APIEXTENSIONS}.JSON"),
            Shape::Raw => special("runtime.RawExtension"),
            Shape::SchemaOrBool(_) => format!("{APIEXTENSIONS}.JSONSchemaPropsOrBool"),
            Shape::SchemaOrArray(_) => format!("{APIEXTENSIONS}.JSONSchemaPropsOrArray"),
            Shape::SchemaOrStrings(_) => format!("{APIEXTENSIONS}.JSONSchemaPropsOrStringArray"),
        };
        self.special(&name);
        self.reference(&name)
    }

    fn object(&mut self, ty: &Type) -> Value {
        match builtin::types().iter().find(|row| std::ptr::eq(row.schema, ty)) {
            Some(row) if !row.openapi.is_empty() => {
                self.ask(row);
                self.reference(row.openapi)
            }
            _ => value!({"type": "object"}),
        }
    }

    /// A type that writes its own JSON.
    fn special(&mut self, name: &str) {
        if !self.asked.insert(name.to_owned()) {
            return;
        }
        let word = name.rsplit('.').next().unwrap_or_default();
        let mut schema = match (word, self.form) {
            ("Quantity", Form::Version3) => value!({"oneOf": [{"type": "string"}, {"type": "number"}]}),
            ("Quantity" | "Duration", _) => value!({"type": "string"}),
            ("IntOrString", Form::Version3) => {
                value!({"format": "int-or-string", "oneOf": [{"type": "integer"}, {"type": "string"}]})
            }
            ("IntOrString", Form::Version2) => value!({"type": "string", "format": "int-or-string"}),
            ("Time" | "MicroTime", _) => value!({"type": "string", "format": "date-time"}),
            ("JSON" | "JSONSchemaPropsOrBool" | "JSONSchemaPropsOrArray" | "JSONSchemaPropsOrStringArray", _) => {
                value!({})
            }
            _ => value!({"type": "object"}),
        };
        self.describe(&mut schema, name, None);
        self.made.insert(name, schema);
    }

    /// The schema of a custom resource and of its list.
    pub(super) fn custom(&mut self, resource: &super::Resource<'_>, schema: &Value) {
        let super::Resource { group, version, kind, list_kind, .. } = *resource;
        let of_kind = |kind: &str| value!([{"group": group, "version": version, "kind": kind}]);
        let mut object = match schema.as_object() {
            Some(_) => published(schema, self.form),
            None => value!({"type": "object", "x-kubernetes-preserve-unknown-fields": true}),
        };
        let metadata = self.meta("ObjectMeta");
        let metadata = match self.form {
            Form::Version2 => metadata,
            Form::Version3 => value!({"allOf": [(metadata)]}),
        };
        let texts = "io.k8s.api.core.v1.Pod";
        for (name, mut property) in
            [("apiVersion", value!({"type": "string"})), ("kind", value!({"type": "string"})), ("metadata", metadata)]
        {
            self.describe(&mut property, texts, Some(name));
            object.make_object().entry("properties").set(name, property);
        }
        object.set("x-kubernetes-group-version-kind", of_kind(kind));
        let name = name_of(group, version, kind);
        let items = self.reference(&name);
        self.made.insert(name.as_str(), object);
        let list_meta = self.meta("ListMeta");
        let list = value!({
            "type": "object",
            "required": ["items"],
            "properties": {
                "apiVersion": {"type": "string"},
                "kind": {"type": "string"},
                "metadata": (list_meta),
                "items": {"type": "array", "items": (items)}
            },
            "x-kubernetes-group-version-kind": (of_kind(list_kind))
        });
        self.made.insert(name_of(group, version, list_kind), list);
    }
}

/// What a field's extensions say of merging.
fn extend(schema: &mut Value, field: &Field) {
    if field.list_declared {
        let word = match field.list {
            ListType::Atomic => "atomic",
            ListType::Set => "set",
            ListType::Map => "map",
        };
        schema.set("x-kubernetes-list-type", word);
    }
    if !field.map_keys.is_empty() {
        schema.set("x-kubernetes-list-map-keys", field.map_keys.iter().map(Key::as_str).collect::<Value>());
    }
    if field.atomic || field.granular {
        schema.set("x-kubernetes-map-type", if field.atomic { "atomic" } else { "granular" });
    }
    if let Some(key) = &field.merge_key {
        schema.set("x-kubernetes-patch-merge-key", key.as_str());
    }
    let PatchStrategy { merge, replace, retain_keys } = field.patch;
    let words: Vec<&str> = [(merge, "merge"), (replace, "replace"), (retain_keys, "retainKeys")]
        .into_iter()
        .filter_map(|(set, word)| set.then_some(word))
        .collect();
    if !words.is_empty() {
        schema.set("x-kubernetes-patch-strategy", words.join(","));
    }
}

/// A custom resource's schema as it is published: version 2 knows fewer words.
///
/// As upstream: apiextensions-apiserver/pkg/controller/openapi/v2/conversion.go.
fn published(schema: &Value, form: Form) -> Value {
    let Some(object) = schema.as_object() else { return schema.clone() };
    let mut out = Object::new();
    let loose = schema.flag(&["x-kubernetes-int-or-string"]) || schema.flag(&["nullable"]);
    for (key, value) in object {
        let version2 = form == Form::Version2;
        match key.as_str() {
            "properties" => {
                let members = value.as_object().into_iter().flatten();
                out.insert(
                    key.clone(),
                    members.map(|(key, it)| (key.clone(), published(it, form))).collect::<Object>(),
                );
            }
            "items" | "additionalProperties" => {
                out.insert(key.clone(), published(value, form));
            }
            "not" | "allOf" | "anyOf" | "oneOf" | "nullable" | "default" if version2 => {}
            // Clients of version 2 would refuse a null or the other type.
            "type" | "format" if version2 && loose => {}
            _ => {
                out.insert(key.clone(), value.clone());
            }
        }
    }
    Value::Object(out)
}
