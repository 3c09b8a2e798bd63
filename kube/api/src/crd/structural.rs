//! A schema as it is written in a definition, read once into the form that the other files walk.

use regex::Regex;

use crate::value::{Key, Value};

/// One node of a schema, structural or nested under a logical junctor.
#[derive(Debug, Clone, Default)]
pub struct Structural {
    pub kind: Kind,
    pub nullable: bool,
    pub default: Option<Value>,
    pub properties: Vec<(Key, Structural)>,
    pub items: Option<Box<Structural>>,
    pub additional: Additional,
    /// `x-kubernetes-preserve-unknown-fields`
    pub preserve: bool,
    /// `x-kubernetes-embedded-resource`
    pub embedded: bool,
    pub int_or_string: bool,
    pub list_type: Option<String>,
    pub map_keys: Vec<Key>,
    pub map_type: Option<String>,
    /// `x-kubernetes-validations`, each as written.
    pub rules: Vec<Value>,
    /// `title` or `description` is there, which nested schemas may not have.
    pub described: Option<&'static str>,
    pub bounds: Bounds,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    #[default]
    Unset,
    Object,
    Array,
    String,
    Number,
    Integer,
    Boolean,
    /// A word that is no type.
    Unknown,
}

#[derive(Debug, Clone, Default)]
pub enum Additional {
    #[default]
    Unset,
    Bool(bool),
    Schema(Box<Structural>),
}

/// What restricts a value without giving it structure.
#[derive(Debug, Clone, Default)]
pub struct Bounds {
    pub format: String,
    pub maximum: Option<f64>,
    pub exclusive_maximum: bool,
    pub minimum: Option<f64>,
    pub exclusive_minimum: bool,
    pub max_length: Option<i64>,
    pub min_length: Option<i64>,
    pub pattern: String,
    /// The pattern, when it can be compiled.
    pub regex: Option<Regex>,
    pub max_items: Option<i64>,
    pub min_items: Option<i64>,
    pub unique_items: bool,
    pub multiple_of: Option<f64>,
    pub one_of_values: Vec<Value>,
    pub max_properties: Option<i64>,
    pub min_properties: Option<i64>,
    pub required: Vec<Key>,
    pub all_of: Vec<Structural>,
    pub one_of: Vec<Structural>,
    pub any_of: Vec<Structural>,
    pub not: Option<Box<Structural>>,
}

impl Kind {
    pub fn read(word: &str) -> Kind {
        match word {
            "" => Kind::Unset,
            "object" => Kind::Object,
            "array" => Kind::Array,
            "string" => Kind::String,
            "number" => Kind::Number,
            "integer" => Kind::Integer,
            "boolean" => Kind::Boolean,
            _ => Kind::Unknown,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Kind::Unset | Kind::Unknown => "",
            Kind::Object => "object",
            Kind::Array => "array",
            Kind::String => "string",
            Kind::Number => "number",
            Kind::Integer => "integer",
            Kind::Boolean => "boolean",
        }
    }
}

impl Structural {
    /// Reads a `JSONSchemaProps` tree.
    pub fn read(schema: &Value) -> Structural {
        let text = |name: &str| schema.text(&[name]).map(str::to_owned);
        let keys = |name: &str| schema.items(&[name]).iter().filter_map(Value::as_str).map(Key::new).collect();
        let described = ["title", "description"].into_iter().find(|name| schema.text(&[name]).is_some());
        Structural {
            kind: Kind::read(schema.text(&["type"]).unwrap_or_default()),
            nullable: schema.flag(&["nullable"]),
            default: schema.get("default").filter(|it| !it.is_null()).cloned(),
            properties: match schema.get("properties").and_then(Value::as_object) {
                Some(properties) => properties.iter().map(|(key, it)| (key.clone(), Structural::read(it))).collect(),
                None => Vec::new(),
            },
            items: schema.get("items").filter(|it| it.as_object().is_some()).map(|it| Box::new(Structural::read(it))),
            additional: match schema.get("additionalProperties") {
                Some(Value::Bool(allowed)) => Additional::Bool(*allowed),
                Some(inner @ Value::Object(_)) => Additional::Schema(Box::new(Structural::read(inner))),
                _ => Additional::Unset,
            },
            preserve: schema.flag(&["x-kubernetes-preserve-unknown-fields"]),
            embedded: schema.flag(&["x-kubernetes-embedded-resource"]),
            int_or_string: schema.flag(&["x-kubernetes-int-or-string"]),
            list_type: text("x-kubernetes-list-type"),
            map_keys: keys("x-kubernetes-list-map-keys"),
            map_type: text("x-kubernetes-map-type"),
            rules: schema.items(&["x-kubernetes-validations"]).to_vec(),
            described,
            bounds: Bounds::read(schema),
        }
    }

    pub fn property(&self, key: &Key) -> Option<&Structural> {
        self.properties.iter().find(|(own, _)| own == key).map(|(_, it)| it)
    }

    /// The schema of a member: of its own, or of all members.
    pub fn member(&self, key: &Key) -> Option<&Structural> {
        self.property(key).or(match &self.additional {
            Additional::Schema(inner) => Some(inner),
            _ => None,
        })
    }
}

impl Bounds {
    fn read(schema: &Value) -> Bounds {
        let int = |name: &str| schema.int(&[name]);
        let float = |name: &str| schema.get(name).and_then(Value::as_float);
        let nested = |name: &str| schema.items(&[name]).iter().map(Structural::read).collect();
        let pattern = schema.text(&["pattern"]).unwrap_or_default().to_owned();
        Bounds {
            format: schema.text(&["format"]).unwrap_or_default().to_owned(),
            maximum: float("maximum"),
            exclusive_maximum: schema.flag(&["exclusiveMaximum"]),
            minimum: float("minimum"),
            exclusive_minimum: schema.flag(&["exclusiveMinimum"]),
            max_length: int("maxLength"),
            min_length: int("minLength"),
            regex: if pattern.is_empty() { None } else { Regex::new(&pattern).ok() },
            pattern,
            max_items: int("maxItems"),
            min_items: int("minItems"),
            unique_items: schema.flag(&["uniqueItems"]),
            multiple_of: float("multipleOf"),
            one_of_values: schema.items(&["enum"]).to_vec(),
            max_properties: int("maxProperties"),
            min_properties: int("minProperties"),
            required: schema.items(&["required"]).iter().filter_map(Value::as_str).map(Key::new).collect(),
            all_of: nested("allOf"),
            one_of: nested("oneOf"),
            any_of: nested("anyOf"),
            not: schema.get("not").filter(|it| it.as_object().is_some()).map(|it| Box::new(Structural::read(it))),
        }
    }
}
