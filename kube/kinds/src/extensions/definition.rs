//! CustomResourceDefinition: names, versions, columns, conversion. Schemas are checked by `kube_api::crd`.
//!
//! As upstream: apiextensions-apiserver/pkg/apis/apiextensions (v1/defaults, validation), pkg/registry. Upstream moves
//! what all versions say alike to the top of the spec before it checks, and names the fields there; so does this.

use kube_api::crd;
use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::admission;
use crate::check::{Faults, each, part, same, some, text, texts};
use crate::defaults::set_absent;
use crate::formats;
use crate::hooks::{Done, Extent, Hooks, Metadata, Row, Strategy, Subresource};
use crate::print;

pub(super) const ROW: Row = Row {
    group: "apiextensions.k8s.io",
    kind: "CustomResourceDefinition",
    hooks: Hooks {
        default,
        strategy: Strategy {
            unconditional_update: false,
            prepare_create: |new, _| stored_version(new),
            prepare_update: |new, _, _| stored_version(new),
            ..Strategy::WITH_STATUS
        },
        validate_create: |new| validate(new, None),
        validate_update: |new, old| validate(new, Some(old)),
        subresources: &[Subresource {
            metadata: Metadata::Kept,
            validate: |new, _| {
                let mut errors = ErrorList::new();
                let status = Path::new("status");
                names(part(part(new, "status"), "acceptedNames"), &status.child("acceptedNames"), &mut errors);
                errors
            },
            ..Subresource::STATUS
        }],
        done: Done {
            validation: Extent::Part("selectable fields are checked for form only"),
            columns: Extent::Nothing,
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

fn default(object: &mut Value) {
    let kind = object.text(&["spec", "names", "kind"]).unwrap_or("").to_owned();
    if object.get("spec").is_none() {
        object.set("spec", Value::Object(Object::new()));
    }
    let Some(spec) = object.get_mut("spec") else { return };
    if !kind.is_empty()
        && let Some(names) = spec.get_mut("names")
    {
        set_absent(names, "singular", kind.to_lowercase());
        set_absent(names, "listKind", format!("{kind}List"));
    }
    set_absent(spec, "conversion", Value::Object(Object::from_iter([("strategy", "None")])));
    let service = spec.pointer_mut(&["conversion", "webhook", "clientConfig", "service"]);
    if let Some(service) = service.filter(|service| !service.is_null()) {
        set_absent(service, "port", 443i64);
    }
    if object.items(&["status", "storedVersions"]).is_empty() {
        stored_version(object);
    }
}

/// The version that objects are stored in is among those that were ever stored.
fn stored_version(object: &mut Value) {
    let version = object
        .items(&["spec", "versions"])
        .iter()
        .find(|version| version.flag(&["storage"]))
        .map(|version| text(version, "name").to_owned());
    let Some(version) = version else { return };
    let mut stored: Vec<Value> = object.items(&["status", "storedVersions"]).to_vec();
    if !stored.iter().any(|known| known.as_str() == Some(&version)) {
        stored.push(version.into());
        object.set_pointer(&["status", "storedVersions"], Value::from(stored));
    }
}

fn established(object: &Value) -> bool {
    print::condition(object, "Established").is_some_and(|condition| text(condition, "status") == "True")
}

/// What versions say of one thing: nothing, all the same, or each its own.
fn hoisted<'v>(versions: &'v [Value], field: &str) -> Option<&'v Value> {
    let first = versions.first().and_then(|version| some(version, field))?;
    versions.iter().all(|version| same(some(version, field), Some(first))).then_some(first)
}

fn validate(new: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(new, "spec");
    let old_spec = old.map(|old| part(old, "spec"));
    let plural = spec.text(&["names", "plural"]).unwrap_or("");
    let group = text(spec, "group");
    if old.is_none() && new.text(&["metadata", "name"]) != Some(&format!("{plural}.{group}")) {
        let name = new.text(&["metadata", "name"]).unwrap_or("");
        let detail = "must be spec.names.plural+\".\"+spec.group";
        errors.invalid(&Path::new("metadata").child("name"), name, detail);
    }
    let faults = formats::dns_subdomain(group);
    match () {
        () if group.is_empty() => errors.required(&at.child("group"), ""),
        () if !faults.is_empty() => errors.invalid(&at.child("group"), group, faults.join(",")),
        () if !group.contains('.') => {
            errors.invalid(&at.child("group"), group, "should be a domain with at least one dot");
        }
        () => {}
    }
    errors.required_one_of(spec, "scope", &at, &["Cluster", "Namespaced"]);
    let preserving = old_spec.is_some_and(|old| old.flag(&["preserveUnknownFields"]));
    versions(spec, preserving, &at, &mut errors);
    for name in ["plural", "singular", "kind", "listKind"] {
        errors.present(part(spec, "names"), name, &at.child("names"));
    }
    names(part(spec, "names"), &at.child("names"), &mut errors);
    conversion(spec, old_spec, &at, &mut errors);
    if let Some(old) = old {
        let old_spec = part(old, "spec");
        let (names, old_names) = (part(spec, "names"), part(old_spec, "names"));
        if established(old) {
            errors.immutable(spec, old_spec, "scope", &at);
            errors.immutable(names, old_names, "kind", &at.child("names"));
        }
        errors.immutable(spec, old_spec, "group", &at);
        errors.immutable(names, old_names, "plural", &at.child("names"));
    }
    stored(new, &mut errors);
    approval(new, old, &mut errors);
    if spec.flag(&["preserveUnknownFields"]) && !preserving {
        let detail = "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in \
                      spec.versions[*].schema instead";
        errors.invalid(&at.child("preserveUnknownFields"), true, detail);
    }
    errors
}

fn versions(spec: &Value, preserving: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let items = spec.items(&["versions"]);
    let list = at.child("versions");
    for (index, version) in items.iter().enumerate() {
        if version.pointer(&["schema", "openAPIV3Schema"]).is_none_or(Value::is_null) && !preserving {
            errors.required(&list.index(index).child("schema").child("openAPIV3Schema"), "");
        }
    }
    let [schema_above, parts_above, columns_above] =
        ["schema", "subresources", "additionalPrinterColumns"].map(|field| hoisted(items, field));
    for (index, version) in items.iter().enumerate() {
        let at = list.index(index);
        let faults = formats::dns_1035_label(text(version, "name"));
        if !faults.is_empty() {
            errors.invalid(&at.child("name"), text(version, "name"), faults.join(","));
        }
        if let Some(warning) = some(version, "deprecationWarning").and_then(Value::as_str) {
            deprecation(version, warning, &at.child("deprecationWarning"), errors);
        }
        let status = version.pointer(&["subresources", "status"]).is_some_and(|status| !status.is_null());
        if let Some(found) = some(version, "schema").filter(|_| schema_above.is_none()) {
            schema(found, status, &at.child("schema"), errors);
        }
        if let Some(found) = some(version, "subresources").filter(|_| parts_above.is_none()) {
            scale(found, &at.child("subresources"), errors);
        }
        if columns_above.is_none() {
            each(version, "additionalPrinterColumns", &at, |_, item, at| column(item, at, errors));
        }
        selectable(version, &at, errors);
    }
    let names: Vec<&str> = items.iter().map(|version| text(version, "name")).collect();
    let all = || part(spec, "versions").clone();
    if names.iter().enumerate().any(|(index, name)| names.iter().take(index).any(|other| other == name)) {
        errors.invalid(&list, all(), "must contain unique version names");
    }
    if items.iter().filter(|version| version.flag(&["storage"])).count() != 1 {
        errors.invalid(&list, all(), "must have exactly one version marked as storage version");
    }
    if let Some(found) = schema_above {
        let status = items.iter().any(|version| version.pointer(&["subresources", "status"]).is_some());
        schema(found, status, &at.child("validation"), errors);
    }
    if let Some(found) = parts_above {
        scale(found, &at.child("subresources"), errors);
    }
    if let Some(first) = items.first().filter(|_| columns_above.is_some()) {
        each(first, "additionalPrinterColumns", at, |_, item, at| column(item, at, errors));
    }
}

fn deprecation(version: &Value, warning: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if !version.flag(&["deprecated"]) {
        errors.invalid(at, warning, "can only be set for deprecated versions");
        return;
    }
    if warning.len() > 256 {
        errors.invalid(at, warning, "must be <= 256 characters long");
    }
    if warning.is_empty() {
        errors.invalid(at, warning, "must not be an empty string");
    }
    if let Some((index, _)) = warning.char_indices().find(|(_, c)| c.is_control() || (c.is_whitespace() && *c != ' ')) {
        let detail =
            format!("must only contain printable UTF-8 characters; non-printable character found at index {index}");
        errors.invalid(at, warning, detail);
    }
}

fn schema(validation: &Value, status: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(schema) = some(validation, "openAPIV3Schema") else { return };
    let at = at.child("openAPIV3Schema");
    if status && text(schema, "type") != "object" && !text(schema, "type").is_empty() {
        let detail =
            "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled";
        errors.invalid(&at.child("type"), text(schema, "type"), detail);
    }
    if schema.flag(&["nullable"]) {
        errors.forbidden(&at.child("nullable"), "nullable cannot be true at the root");
    }
    let faults = crd::check(schema, &at);
    if faults.is_empty() {
        errors.extend(kube_cel::rules::check(&crd::Structural::read(schema), &at));
    }
    errors.extend(faults);
}

fn scale(subresources: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(scale) = some(subresources, "scale") else { return };
    for (field, roots, detail) in [
        ("specReplicasPath", &[".spec."][..], "should be a json path under .spec"),
        ("statusReplicasPath", &[".status."], "should be a json path under .status"),
        ("labelSelectorPath", &[".spec.", ".status."], "should be a json path under either .spec or .status"),
    ] {
        let path = text(scale, field);
        let place = format!("scale.{field}");
        let at = at.child(&place);
        match path {
            "" if field != "labelSelectorPath" => errors.required(&at, ""),
            "" => {}
            _ if !path.starts_with('.') => errors.invalid(&at, path, SIMPLE_PATH),
            _ if !roots.iter().any(|root| path.starts_with(root)) => errors.invalid(&at, path, detail),
            _ => {}
        }
    }
}

const SIMPLE_PATH: &str = "must be a simple json path starting with .";

fn column(column: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    const KINDS: [&str; 5] = ["boolean", "date", "integer", "number", "string"];
    const FORMATS: [&str; 8] = ["byte", "date", "date-time", "double", "float", "int32", "int64", "password"];
    errors.present(column, "name", at);
    let kind = text(column, "type");
    let detail = format!("must be one of {}", KINDS.join(","));
    if kind.is_empty() {
        errors.required(&at.child("type"), &detail);
    } else if !KINDS.contains(&kind) {
        errors.invalid(&at.child("type"), kind, detail);
    }
    let format = text(column, "format");
    if !format.is_empty() && !FORMATS.contains(&format) {
        errors.invalid(&at.child("format"), format, format!("must be one of {}", FORMATS.join(",")));
    }
    match text(column, "jsonPath") {
        "" => errors.required(&at.child("JSONPath"), ""),
        path if !path.starts_with('.') => errors.invalid(&at.child("JSONPath"), path, SIMPLE_PATH),
        _ => {}
    }
}

const MOST_SELECTABLE: usize = 8;

fn selectable(version: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let paths: Vec<&str> = version.items(&["selectableFields"]).iter().map(|field| text(field, "jsonPath")).collect();
    let schema = version.pointer(&["schema", "openAPIV3Schema"]);
    if !paths.is_empty() && schema.is_none() {
        let detail = "may only be set when `version.schema.openAPIV3Schema` is not included";
        errors.invalid(&at.child("selectableFields"), "", detail);
        return;
    }
    each(version, "selectableFields", at, |index, field, at| {
        let path = text(field, "jsonPath");
        let at = at.child("jsonPath");
        let steps: Vec<&str> = path.trim_start_matches('.').split('.').collect();
        let found =
            schema.and_then(|root| steps.iter().try_fold(root, |schema, step| schema.pointer(&["properties", step])));
        match found {
            _ if path.is_empty() => errors.required(&at, ""),
            _ if steps.first() == Some(&"metadata") => {
                errors.invalid(&at, path, "must not point to fields in metadata");
            }
            None => errors.invalid(&at, path, "is an invalid path: does not refer to a valid field"),
            Some(found) if !["string", "boolean", "integer"].contains(&text(found, "type")) => {
                let detail = "must point to a field of type string, boolean or integer. Enum string fields and strings \
                              with formats are allowed.";
                errors.invalid(&at, path, detail);
            }
            Some(_) if paths.iter().take(index).any(|other| *other == path) => errors.duplicate(&at, path),
            Some(_) => {}
        }
    });
    if paths.len() > MOST_SELECTABLE {
        errors.push(FieldError::too_many(&at.child("selectableFields"), paths.len(), MOST_SELECTABLE));
    }
}

fn names(names: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for name in ["plural", "singular", "kind", "listKind"] {
        let word = text(names, name);
        let mixed = name.ends_with("ind");
        let faults = formats::dns_1035_label(&if mixed { word.to_lowercase() } else { word.to_owned() });
        if word.is_empty() || faults.is_empty() {
            continue;
        }
        let faults = faults.join(",");
        let detail = if mixed { format!("may have mixed case, but should otherwise match: {faults}") } else { faults };
        errors.invalid(&at.child(name), word, detail);
    }
    for list in ["shortNames", "categories"] {
        for (index, word) in texts(names, list).into_iter().enumerate() {
            let faults = formats::dns_1035_label(word);
            if !faults.is_empty() {
                errors.invalid(&at.child(list).index(index), word, faults.join(","));
            }
        }
    }
    let kind = text(names, "kind");
    if !kind.is_empty() && kind == text(names, "listKind") {
        errors.invalid(&at.child("listKind"), kind, "kind and listKind may not be the same");
    }
}

const REVIEWS: [&str; 2] = ["v1", "v1beta1"];

fn conversion(spec: &Value, old: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(conversion) = some(spec, "conversion") else { return };
    let at = at.child("conversion");
    errors.required_one_of(conversion, "strategy", &at, &["None", "Webhook"]);
    let webhook = part(conversion, "webhook");
    let client = some(webhook, "clientConfig");
    let reviews = texts(webhook, "conversionReviewVersions");
    let (client_at, reviews_at) = (at.child("webhookClientConfig"), at.child("conversionReviewVersions"));
    if text(conversion, "strategy") != "Webhook" {
        let detail = "should not be set when strategy is not set to Webhook";
        if client.is_some() {
            errors.forbidden(&client_at, detail);
        }
        if !reviews.is_empty() {
            errors.forbidden(&reviews_at, detail);
        }
        return;
    }
    match client {
        None => errors.required(&client_at, "required when strategy is set to Webhook"),
        Some(client) => admission::client(client, &client_at, errors),
    }
    if reviews.is_empty() {
        errors.required(&reviews_at, "");
        return;
    }
    for (index, word) in reviews.iter().enumerate() {
        if reviews.iter().take(index).any(|other| other == word) {
            errors.invalid(&reviews_at.index(index), *word, "duplicate version");
        } else {
            errors.form(&reviews_at.index(index), word, formats::dns_1035_label);
        }
    }
    let before = old.map(|old| texts(part(part(old, "conversion"), "webhook"), "conversionReviewVersions"));
    let asked = before.is_none_or(|before| before.is_empty() || before.iter().any(|word| REVIEWS.contains(word)));
    if asked && !reviews.iter().any(|word| REVIEWS.contains(word)) {
        let list = part(webhook, "conversionReviewVersions").clone();
        errors.invalid(&reviews_at, list, format!("must include at least one of {}", REVIEWS.join(", ")));
    }
}

fn stored(object: &Value, errors: &mut ErrorList) {
    let status = part(object, "status");
    let above = Path::new("status");
    let at = above.child("storedVersions");
    names(part(status, "acceptedNames"), &above.child("acceptedNames"), errors);
    let stored = texts(status, "storedVersions");
    let list = || part(status, "storedVersions").clone();
    if stored.is_empty() {
        errors.invalid(&at, list(), "must have at least one stored version");
        return;
    }
    let versions = object.items(&["spec", "versions"]);
    for version in versions.iter().filter(|version| version.flag(&["storage"])) {
        let name = text(version, "name");
        if !stored.contains(&name) {
            errors.invalid(&at, list(), format!("must have the storage version {name}"));
        }
    }
    for (index, name) in stored.iter().enumerate() {
        if !versions.iter().any(|version| text(version, "name") == *name) {
            let detail = format!(
                "missing from spec.versions; {name} was previously a storage version, and must remain in spec.versions \
                 until a storage migration ensures no data remains persisted in {name} and removes {name} from \
                 status.storedVersions"
            );
            errors.invalid(&at.index(index), *name, detail);
        }
    }
}

const APPROVED: &str = "api-approved.kubernetes.io";

#[derive(PartialEq, Eq)]
enum Approval {
    Missing,
    Bypassed,
    Given,
    Invalid,
}

fn approval_of(object: &Value) -> Approval {
    let said = object.text(&["metadata", "annotations", APPROVED]).unwrap_or("");
    let host = said.split_once("://").map_or("", |(_, rest)| rest.split('/').next().unwrap_or(""));
    match () {
        () if said.is_empty() => Approval::Missing,
        () if said.starts_with("unapproved") => Approval::Bypassed,
        () if !host.is_empty() => Approval::Given,
        () => Approval::Invalid,
    }
}

/// Groups of the Kubernetes project need a link to the review of their API.
fn approval(new: &Value, old: Option<&Value>, errors: &mut ErrorList) {
    let group = new.text(&["spec", "group"]).unwrap_or("");
    let guarded = ["k8s.io", "kubernetes.io"].iter().any(|own| group == *own || group.ends_with(&format!(".{own}")));
    let state = approval_of(new);
    if !guarded || old.is_some_and(|old| approval_of(old) == state) {
        return;
    }
    let metadata = Path::new("metadata");
    let annotations = metadata.child("annotations");
    let at = annotations.key(APPROVED);
    let see = "see https://github.com/kubernetes/enhancements/pull/1111";
    match state {
        Approval::Missing => {
            errors.required(&at, &format!("protected groups must have approval annotation {APPROVED:?}, {see}"));
        }
        Approval::Invalid => {
            let said = new.text(&["metadata", "annotations", APPROVED]).unwrap_or("");
            let detail = format!(
                "protected groups must have approval annotation {APPROVED:?} with either a URL or a reason starting with \
                 \"unapproved\", {see}"
            );
            errors.invalid(&at, said, detail);
        }
        Approval::Bypassed | Approval::Given => {}
    }
}
