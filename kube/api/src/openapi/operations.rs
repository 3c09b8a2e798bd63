//! The paths of a document and what may be asked of them.

use super::schemas::{Form, Schemas};
use super::{Resource, Subresource};
use crate::value;
use crate::value::{Object, Value};

/// Adds the paths of one resource.
pub(super) fn add(paths: &mut Object, schemas: &mut Schemas<'_>, resource: &Resource<'_>) {
    schemas.serves(resource.group, resource.version);
    if let Some(schema) = resource.custom {
        schemas.custom(resource, schema);
    }
    let root = root(resource.group, resource.version);
    let base = if resource.namespaced {
        format!("{root}/namespaces/{{namespace}}/{}", resource.plural)
    } else {
        format!("{root}/{}", resource.plural)
    };
    let mut maker = Maker { schemas, resource, object: Value::Null, list: Value::Null };
    maker.object = maker.schemas.kind(resource.group, resource.version, resource.kind);
    if resource.verbs.contains(&"list") {
        maker.list = maker.schemas.kind(resource.group, resource.version, resource.list_kind);
    }
    let collection = maker.collection();
    put(paths, &base, collection);
    if resource.namespaced && resource.verbs.contains(&"list") {
        let everywhere = maker.everywhere();
        put(paths, &format!("{root}/{}", resource.plural), everywhere);
    }
    let item = maker.item();
    put(paths, &format!("{base}/{{name}}"), item);
    for sub in &resource.subresources {
        let operations = maker.subresource(sub);
        put(paths, &format!("{base}/{{name}}/{}", sub.name), operations);
    }
}

/// Adds the path that lists a group version's resources.
pub(super) fn add_discovery(paths: &mut Object, schemas: &mut Schemas<'_>, group: &str, version: &str) {
    let schema = schemas.meta("APIResourceList");
    let id = format!("get{}APIResources", camel(group, version));
    let mut operation = value!({"operationId": (id), "tags": [(tag(group, version))],
        "description": "get available resources"});
    respond(&mut operation, schemas.form(), &schema, &["200"], false);
    let path = format!("{}/", root(group, version));
    paths.insert(path.as_str(), value!({"get": (operation)}));
}

fn put(paths: &mut Object, path: &str, operations: Object) {
    if !operations.is_empty() {
        paths.insert(path, operations);
    }
}

fn root(group: &str, version: &str) -> String {
    if group.is_empty() { format!("/api/{version}") } else { format!("/apis/{group}/{version}") }
}

/// `rbac.authorization.k8s.io`, `v1` -> `RbacAuthorizationV1`
fn camel(group: &str, version: &str) -> String {
    let group = if group.is_empty() { "core" } else { group.strip_suffix(".k8s.io").unwrap_or(group) };
    group.split(['.', '-']).chain([version]).map(title).collect()
}

fn title(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn tag(group: &str, version: &str) -> String {
    let group = if group.is_empty() { "core" } else { group.strip_suffix(".k8s.io").unwrap_or(group) };
    format!(
        "{}_{version}",
        group
            .split(['.', '-'])
            .enumerate()
            .map(|(at, it)| if at == 0 { it.to_owned() } else { title(it) })
            .collect::<String>()
    )
}

const PROTOCOLS: [&str; 3] = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];
const STREAMS: [&str; 2] = ["application/json;stream=watch", "application/vnd.kubernetes.protobuf;stream=watch"];
const PATCHES: [&str; 4] = [
    "application/json-patch+json",
    "application/merge-patch+json",
    "application/strategic-merge-patch+json",
    "application/apply-patch+yaml",
];

/// Sets what an operation answers with.
fn respond(operation: &mut Value, form: Form, schema: &Value, codes: &[&str], streams: bool) {
    let kinds: Vec<&str> = PROTOCOLS.into_iter().chain(STREAMS.into_iter().filter(|_| streams)).collect();
    let mut responses = Object::new();
    for code in codes {
        let description = match *code {
            "201" => "Created",
            "202" => "Accepted",
            _ => "OK",
        };
        let response = match form {
            Form::Version2 => value!({"description": description, "schema": (schema.clone())}),
            Form::Version3 => {
                let content: Object = kinds.iter().map(|kind| (*kind, value!({"schema": (schema.clone())}))).collect();
                value!({"description": description, "content": (Value::Object(content))})
            }
        };
        responses.insert(*code, response);
    }
    responses.insert("401", value!({"description": "Unauthorized"}));
    operation.set("responses", responses);
    if form == Form::Version2 {
        operation.set("produces", kinds.into_iter().collect::<Value>());
        operation.set("schemes", value!(["https"]));
        if operation.get("consumes").is_none() {
            operation.set("consumes", value!(["*/*"]));
        }
    }
}

/// A parameter of the query.
fn query(form: Form, name: &str) -> Value {
    let (kind, text) = match name {
        "allowWatchBookmarks" => ("boolean", "Asks for events of type BOOKMARK."),
        "continue" => ("string", "The place where the previous page of a list ended."),
        "dryRun" => ("string", "All: nothing is stored."),
        "fieldManager" => ("string", "The name of the actor that makes this change."),
        "fieldSelector" => ("string", "Restricts a list by fields of its objects."),
        "fieldValidation" => ("string", "What becomes of unknown and duplicate fields: Ignore, Warn or Strict."),
        "force" => ("boolean", "Takes fields that other managers own. Apply requests only."),
        "gracePeriodSeconds" => ("integer", "Seconds before the object is deleted."),
        "labelSelector" => ("string", "Restricts a list by labels of its objects."),
        "limit" => ("integer", "The most objects that one answer holds."),
        "orphanDependents" => ("boolean", "Deprecated: use propagationPolicy."),
        "propagationPolicy" => ("string", "What becomes of dependents: Orphan, Background or Foreground."),
        "resourceVersion" => ("string", "The version that the answer is made from."),
        "resourceVersionMatch" => ("string", "How resourceVersion applies to a list."),
        "sendInitialEvents" => ("boolean", "A watch begins with the present objects and a bookmark."),
        "timeoutSeconds" => ("integer", "The longest time of this call."),
        "watch" => ("boolean", "Changes are sent as they happen."),
        _ => ("string", ""),
    };
    match form {
        Form::Version2 => {
            value!({"name": name, "in": "query", "description": text, "type": kind, "uniqueItems": true})
        }
        Form::Version3 => value!({"name": name, "in": "query", "description": text,
            "schema": {"type": kind, "uniqueItems": true}}),
    }
}

fn path_parameter(form: Form, name: &str, text: &str) -> Value {
    match form {
        Form::Version2 => value!({"name": name, "in": "path", "description": text, "required": true,
            "type": "string", "uniqueItems": true}),
        Form::Version3 => value!({"name": name, "in": "path", "description": text, "required": true,
            "schema": {"type": "string", "uniqueItems": true}}),
    }
}

const WATCH: [&str; 10] = [
    "allowWatchBookmarks",
    "continue",
    "fieldSelector",
    "labelSelector",
    "limit",
    "resourceVersion",
    "resourceVersionMatch",
    "sendInitialEvents",
    "timeoutSeconds",
    "watch",
];
const WRITE: [&str; 3] = ["dryRun", "fieldManager", "fieldValidation"];
const DELETE: [&str; 4] = ["dryRun", "gracePeriodSeconds", "orphanDependents", "propagationPolicy"];

/// One operation before it is written.
struct Operation<'o> {
    /// The verb of `x-kubernetes-action`.
    action: &'o str,
    /// The first word of the id.
    verb: &'o str,
    /// What stands behind the kind in the id.
    tail: &'o str,
    query: &'o [&'o str],
    body: Option<Value>,
    patch: bool,
    answer: Value,
    codes: &'o [&'o str],
    /// Group, version and kind that the operation speaks of.
    kind: (&'o str, &'o str, &'o str),
}

struct Maker<'m, 'd, 'r> {
    schemas: &'m mut Schemas<'d>,
    resource: &'m Resource<'r>,
    object: Value,
    list: Value,
}

impl Maker<'_, '_, '_> {
    fn own(&self) -> (&str, &str, &str) {
        (self.resource.group, self.resource.version, self.resource.kind)
    }

    fn write(&self, operation: Operation<'_>, namespaced: bool) -> Value {
        let form = self.schemas.form();
        let Resource { group, version, kind, .. } = *self.resource;
        let scope = if namespaced { "Namespaced" } else { "" };
        // A connecting verb stands behind the group: `connectCoreV1GetNamespacedPodExec`.
        let (verb, word) = match operation.verb.strip_prefix("connect") {
            Some(word) => ("connect", word),
            None => (operation.verb, collection_word(&operation)),
        };
        let id = format!("{verb}{}{word}{scope}{kind}{}", camel(group, version), operation.tail);
        let (group_of, version_of, kind_of) = operation.kind;
        let mut out = value!({
            "operationId": (id),
            "tags": [(tag(group, version))],
            "description": (format!("{} {kind_of}", operation.action)),
            "x-kubernetes-action": (operation.action),
            "x-kubernetes-group-version-kind": {"group": group_of, "version": version_of, "kind": kind_of}
        });
        let mut parameters: Vec<Value> = operation.query.iter().map(|name| query(form, name)).collect();
        if let Some(body) = operation.body {
            let kinds: &[&str] = if operation.patch { &PATCHES } else { &["*/*"] };
            let required = operation.action != "delete" && operation.action != "deletecollection";
            match form {
                Form::Version2 => {
                    out.set("consumes", kinds.iter().copied().collect::<Value>());
                    parameters.push(value!({"name": "body", "in": "body", "required": required, "schema": (body)}));
                }
                Form::Version3 => {
                    let content: Object =
                        kinds.iter().map(|kind| (*kind, value!({"schema": (body.clone())}))).collect();
                    out.set("requestBody", value!({"content": (Value::Object(content)), "required": required}));
                }
            }
        }
        if !parameters.is_empty() {
            out.set("parameters", parameters);
        }
        respond(&mut out, form, &operation.answer, operation.codes, operation.action == "list");
        out
    }

    fn has(&self, verb: &str) -> bool {
        self.resource.verbs.contains(&verb)
    }

    fn path_parameters(&self, named: bool) -> Value {
        let form = self.schemas.form();
        let mut parameters = Vec::new();
        if named {
            parameters.push(path_parameter(form, "name", &format!("name of the {}", self.resource.kind)));
        }
        if self.resource.namespaced {
            parameters.push(path_parameter(form, "namespace", "the namespace of the object"));
        }
        parameters.push(query(form, "pretty"));
        Value::from(parameters)
    }

    fn collection(&mut self) -> Object {
        let mut operations = Object::new();
        let namespaced = self.resource.namespaced;
        if self.has("list") {
            operations.insert("get", self.write(self.listing(""), namespaced));
        }
        if self.has("create") {
            let operation = Operation {
                action: "post",
                verb: "create",
                tail: "",
                query: &WRITE,
                body: Some(self.object.clone()),
                patch: false,
                answer: self.object.clone(),
                codes: &["200", "201", "202"],
                kind: self.own(),
            };
            operations.insert("post", self.write(operation, namespaced));
        }
        if self.has("deletecollection") {
            let (body, answer) = (Some(self.schemas.meta("DeleteOptions")), self.schemas.meta("Status"));
            let query: Vec<&str> = DELETE
                .iter()
                .chain(&WATCH)
                .copied()
                .filter(|it| !matches!(*it, "allowWatchBookmarks" | "watch"))
                .collect();
            let operation = Operation {
                action: "deletecollection",
                verb: "delete",
                tail: "",
                query: &query,
                body,
                patch: false,
                answer,
                codes: &["200"],
                kind: self.own(),
            };
            operations.insert("delete", self.write(operation, namespaced));
        }
        if !operations.is_empty() {
            operations.insert("parameters", self.path_parameters(false));
        }
        operations
    }

    fn listing<'o>(&'o self, tail: &'o str) -> Operation<'o> {
        Operation {
            action: "list",
            verb: "list",
            tail,
            query: &WATCH,
            body: None,
            patch: false,
            answer: self.list.clone(),
            codes: &["200"],
            kind: self.own(),
        }
    }

    fn everywhere(&mut self) -> Object {
        let operation = self.write(self.listing("ForAllNamespaces"), false);
        let pretty = query(self.schemas.form(), "pretty");
        [("get", operation), ("parameters", Value::from(vec![pretty]))].into_iter().collect()
    }

    fn item(&mut self) -> Object {
        let mut operations = Object::new();
        let verbs = self.resource.verbs.clone();
        let (own, object) = (self.resource, self.object.clone());
        let kind = (own.group, own.version, own.kind);
        for verb in verbs {
            if let Some((method, operation)) = self.one(verb, "", object.clone(), kind) {
                operations.insert(method, operation);
            }
        }
        if !operations.is_empty() {
            operations.insert("parameters", self.path_parameters(true));
        }
        operations
    }

    /// The operation of a verb on one object or on a part of it.
    fn one(
        &mut self,
        verb: &str,
        tail: &str,
        schema: Value,
        kind: (&str, &str, &str),
    ) -> Option<(&'static str, Value)> {
        let namespaced = self.resource.namespaced;
        let plain = Operation {
            action: "get",
            verb: "read",
            tail,
            query: &[],
            body: None,
            patch: false,
            answer: schema.clone(),
            codes: &["200"],
            kind,
        };
        let patching = ["dryRun", "fieldManager", "fieldValidation", "force"];
        let (method, operation) = match verb {
            "get" => ("get", plain),
            "update" => {
                let codes: &[&str] = &["200", "201"];
                ("put", Operation { action: "put", verb: "replace", query: &WRITE, body: Some(schema), codes, ..plain })
            }
            "patch" => {
                let body = Some(self.schemas.meta("Patch"));
                let codes: &[&str] = &["200", "201"];
                (
                    "patch",
                    Operation { action: "patch", verb: "patch", query: &patching, body, patch: true, codes, ..plain },
                )
            }
            "delete" => {
                let (body, answer) = (Some(self.schemas.meta("DeleteOptions")), self.schemas.meta("Status"));
                let codes: &[&str] = &["200", "202"];
                ("delete", Operation { action: "delete", verb: "delete", query: &DELETE, body, answer, codes, ..plain })
            }
            _ => return None,
        };
        Some((method, self.write(operation, namespaced)))
    }

    fn subresource(&mut self, sub: &Subresource<'_>) -> Object {
        let mut operations = Object::new();
        let kind = (sub.group, sub.version, sub.kind);
        let tail = title(sub.name);
        let connects = sub.kind.ends_with("Options");
        let schema =
            if connects { value!({"type": "string"}) } else { self.schemas.kind(sub.group, sub.version, sub.kind) };
        for verb in &sub.verbs {
            if connects || *verb == "create" {
                let (method, word) = match *verb {
                    "get" => ("get", "Get"),
                    "create" => ("post", "Post"),
                    "update" => ("put", "Put"),
                    "delete" => ("delete", "Delete"),
                    "patch" => ("patch", "Patch"),
                    _ => continue,
                };
                let connect = format!("connect{word}");
                let operation = Operation {
                    action: if connects { "connect" } else { "post" },
                    verb: if connects { &connect } else { "create" },
                    tail: &tail,
                    query: if connects { &[] } else { &WRITE },
                    body: (!connects).then(|| schema.clone()),
                    patch: false,
                    answer: schema.clone(),
                    codes: if connects { &["200"] } else { &["200", "201", "202"] },
                    kind,
                };
                operations.insert(method, self.write(operation, self.resource.namespaced));
            } else if let Some((method, operation)) = self.one(verb, &tail, schema.clone(), kind) {
                operations.insert(method, operation);
            }
        }
        if !operations.is_empty() {
            operations.insert("parameters", self.path_parameters(true));
        }
        operations
    }
}

fn collection_word(operation: &Operation<'_>) -> &'static str {
    if operation.action == "deletecollection" { "Collection" } else { "" }
}
