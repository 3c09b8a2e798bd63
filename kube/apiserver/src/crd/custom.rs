//! What one definition says about its kind, read once.

use jiff::Timestamp;
use kube_api::crd::Schema;
use kube_api::field::{ErrorList, Fault, FieldError};
use kube_api::value::Value;
use kube_cel::rules::{Rules, Verdict};

use super::json_path;
use crate::catalog::api_version;
use crate::status::{ApiError, Result};

/// A definition, read.
#[derive(Debug)]
pub(crate) struct Custom {
    pub(super) group: String,
    pub(super) versions: Vec<Version>,
    /// The definition's generation and uid: what a row was made of.
    pub(super) made_of: String,
}

#[derive(Debug)]
pub(super) struct Version {
    pub(super) name: String,
    pub(super) served: bool,
    pub(super) storage: bool,
    pub(super) deprecated: Option<String>,
    pub(super) schema: Schema,
    /// Those of the schema, when it has any.
    pub(super) rules: Option<Rules>,
    /// `openAPIV3Schema` as it is written, for OpenAPI.
    pub(super) source: Value,
    pub(super) columns: Vec<Column>,
    pub(super) paths: Vec<String>,
    pub(super) status: bool,
    pub(super) scale: Option<Scale>,
    pub(super) selectable: Vec<String>,
}

#[derive(Debug, Clone)]
pub(super) struct Scale {
    replicas: String,
    current: String,
    selector: String,
}

/// A column of a Table.
#[derive(Debug)]
pub(crate) struct Column {
    pub name: String,
    pub kind: String,
    pub format: String,
    pub description: String,
    pub priority: i64,
}

impl Custom {
    pub(super) fn read(definition: &Value) -> Self {
        let preserve = definition.flag(&["spec", "preserveUnknownFields"]);
        let kind = definition.text(&["spec", "names", "kind"]).unwrap_or_default();
        let versions =
            definition.items(&["spec", "versions"]).iter().map(|version| Version::read(kind, preserve, version));
        let text = |path: &[&str]| definition.text(path).unwrap_or_default().to_owned();
        Self {
            group: text(&["spec", "group"]),
            versions: versions.collect(),
            made_of: format!(
                "{} {} {:?}",
                text(&["metadata", "uid"]),
                definition.int(&["metadata", "generation"]).unwrap_or(0),
                definition.pointer(&["status", "acceptedNames"])
            ),
        }
    }

    pub(super) fn version(&self, name: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.name == name)
    }

    pub(super) fn storage(&self) -> Option<&Version> {
        self.versions.iter().find(|version| version.storage)
    }

    /// The version of an `apiVersion`.
    fn of(&self, text: &str) -> Option<&Version> {
        self.versions.iter().find(|version| api_version(&self.group, &version.name) == text)
    }

    /// Brings objects into another version. Without a webhook only the word differs.
    pub(crate) async fn convert(&self, objects: &mut [Value], to: &str) -> Result<()> {
        for object in objects {
            self.convert_without_asking(object, to).map_err(ApiError::internal)?;
        }
        Ok(())
    }

    pub(crate) fn convert_without_asking(&self, object: &mut Value, to: &str) -> std::result::Result<(), String> {
        if self.of(to).is_none() {
            return Err(format!("{to} is not a version of this kind"));
        }
        object.set("apiVersion", to);
        Ok(())
    }

    /// Fills the defaults of the object's own version.
    pub(crate) fn default(&self, object: &mut Value) {
        let version = object.text(&["apiVersion"]).and_then(|text| self.of(text)).or_else(|| self.storage());
        if let Some(version) = version {
            version.schema.default(object);
        }
    }

    /// What the schema and its rules say. As upstream: rules are not run over an object whose form is not good.
    pub(crate) fn validate(&self, new: &Value, old: Option<&Value>) -> Verdict {
        let version = new.text(&["apiVersion"]).and_then(|text| self.of(text)).or_else(|| self.storage());
        let Some(version) = version else { return Verdict::default() };
        let mut faults = match old {
            Some(old) => version.schema.validate_update(new, old),
            None => version.schema.validate(new),
        };
        let Some(rules) = &version.rules else { return Verdict { faults, warnings: Vec::new() } };
        if has_blocking(&faults) {
            faults.push(FieldError {
                fault: Fault::Invalid,
                field: "<nil>".into(),
                value: Some(Value::Null),
                detail: NOT_CHECKED.into(),
            });
            return Verdict { faults, warnings: Vec::new() };
        }
        let mut verdict = rules.validate(&version.schema.root, new, old);
        faults.append(&mut verdict.faults);
        Verdict { faults, ..verdict }
    }

    pub(crate) fn columns(&self, version: &str) -> &[Column] {
        self.version(version).map_or(&[], |version| &version.columns)
    }

    pub(crate) fn cells(&self, version: &str, object: &Value, now: Timestamp) -> Vec<Value> {
        let Some(version) = self.version(version) else { return Vec::new() };
        let name = Value::from(object.text(&["metadata", "name"]).unwrap_or_default());
        let rest =
            version.columns.iter().zip(&version.paths).skip(1).map(|(column, path)| cell(column, path, object, now));
        std::iter::once(name).chain(rest).collect()
    }

    /// Where replicas, current replicas and selector stand, for kinds with a scale endpoint.
    pub(crate) fn scale(&self, version: &str) -> Option<(Vec<String>, Vec<String>, Vec<String>)> {
        let scale = self.version(version)?.scale.as_ref()?;
        let path = |text: &str| {
            text.trim_start_matches('.').split('.').filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        Some((path(&scale.replicas), path(&scale.current), path(&scale.selector)))
    }

    pub(crate) fn open_api(&self, version: &str) -> Option<&Value> {
        self.version(version).map(|version| &version.source)
    }

    pub(crate) fn deprecation(&self, version: &str) -> Option<&str> {
        self.version(version)?.deprecated.as_deref()
    }
}

const NOT_CHECKED: &str = "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";

fn has_blocking(faults: &ErrorList) -> bool {
    let blocking = [Fault::NotSupported, Fault::Required, Fault::TooLong, Fault::TooMany, Fault::TypeInvalid];
    faults.iter().any(|fault| blocking.contains(&fault.fault))
}

/// As upstream: apiserver/pkg/registry/customresource/tableconvertor.
fn cell(column: &Column, path: &str, object: &Value, now: Timestamp) -> Value {
    let found = json_path::find(object, path);
    let Some(first) = found.first() else { return Value::Null };
    match column.kind.as_str() {
        "integer" => first.as_int().map_or(Value::Null, Value::Int),
        "number" => first.as_float().map_or(Value::Null, Value::Float),
        "boolean" => first.as_bool().map_or(Value::Null, Value::Bool),
        "date" => match first.as_str().and_then(|text| text.parse::<Timestamp>().ok()) {
            Some(at) => Value::from(human(now.as_second() - at.as_second())),
            None => Value::from("<unknown>"),
        },
        _ => match first {
            Value::String(text) => Value::String(text.clone()),
            Value::Null => Value::Null,
            other => Value::from(crate::wire::plain_json(other)),
        },
    }
}

/// As upstream: apimachinery/pkg/util/duration, HumanDuration.
fn human(seconds: i64) -> String {
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86400);
    let pair = |whole: i64, unit: &str, part: i64, small: &str| {
        if part == 0 { format!("{whole}{unit}") } else { format!("{whole}{unit}{part}{small}") }
    };
    match seconds {
        ..-1 => "<invalid>".to_owned(),
        -1..0 => "0s".to_owned(),
        0..120 => format!("{seconds}s"),
        120..600 => pair(minutes, "m", seconds % 60, "s"),
        600..10800 => format!("{minutes}m"),
        10800..28800 => pair(hours, "h", minutes % 60, "m"),
        28800..172800 => format!("{hours}h"),
        172800..691200 => pair(days, "d", hours % 24, "h"),
        691200..63072000 => format!("{days}d"),
        63072000..252288000 => pair(days / 365, "y", days % 365, "d"),
        _ => format!("{}y", days / 365),
    }
}

impl Version {
    fn read(kind: &str, preserve: bool, version: &Value) -> Self {
        let text = |path: &[&str]| version.text(path).unwrap_or_default().to_owned();
        let source = version.pointer(&["schema", "openAPIV3Schema"]).cloned().unwrap_or_default();
        let schema = Schema::new(kind, (!source.is_null()).then_some(&source), preserve);
        let rules = Rules::new(&schema.root);
        let mut columns = vec![Column {
            name: "Name".into(),
            kind: "string".into(),
            format: "name".into(),
            description: String::new(),
            priority: 0,
        }];
        let mut paths = vec![".metadata.name".to_owned()];
        for one in version.items(&["additionalPrinterColumns"]) {
            let text = |name: &str| one.text(&[name]).unwrap_or_default().to_owned();
            columns.push(Column {
                name: text("name"),
                kind: text("type"),
                format: text("format"),
                description: text("description"),
                priority: one.int(&["priority"]).unwrap_or(0),
            });
            paths.push(text("jsonPath"));
        }
        if columns.len() == 1 {
            // As upstream: without columns of its own a kind shows its age.
            columns.push(Column {
                name: "Age".into(),
                kind: "date".into(),
                format: String::new(),
                description: String::new(),
                priority: 0,
            });
            paths.push(".metadata.creationTimestamp".into());
        }
        let subresource = |name: &str| version.pointer(&["subresources", name]).filter(|own| !own.is_null());
        let scale = subresource("scale").map(|scale| {
            let text = |name: &str| scale.text(&[name]).unwrap_or_default().to_owned();
            Scale {
                replicas: text("specReplicasPath"),
                current: text("statusReplicasPath"),
                selector: text("labelSelectorPath"),
            }
        });
        let deprecated = version.flag(&["deprecated"]).then(|| text(&["deprecationWarning"]));
        Self {
            name: text(&["name"]),
            served: version.flag(&["served"]),
            storage: version.flag(&["storage"]),
            deprecated,
            schema,
            rules,
            source,
            columns,
            paths,
            status: subresource("status").is_some(),
            scale,
            selectable: version
                .items(&["selectableFields"])
                .iter()
                .filter_map(|one| one.text(&["jsonPath"]).map(str::to_owned))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_upstreams() {
        let shown: Vec<String> = [5, 119, 120, 185, 700, 10_900, 30_000, 200_000, 800_000].map(human).to_vec();
        assert_eq!(shown, ["5s", "119s", "2m", "3m5s", "11m", "3h1m", "8h", "2d7h", "9d"]);
    }
}
