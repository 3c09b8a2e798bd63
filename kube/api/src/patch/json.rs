//! JSON patch (RFC 6902): a list of operations on paths.
//!
//! As upstream: evanphx/json-patch v4, whose leniencies clients rely on (an index may be negative and counts from the
//! end; replacing an absent key adds it) and whose texts they show.

use super::PatchError;
use crate::value::Value;

/// More operations than these are refused.
pub const OPERATIONS_MAX: usize = 10_000;

/// Bytes that all `copy` operations of one patch may add together.
const COPY_MAX: usize = 3 * 1024 * 1024;

/// A parsed patch.
#[derive(Debug, Clone)]
pub struct JsonPatch {
    operations: Vec<Operation>,
}

#[derive(Debug, Clone)]
struct Operation {
    op: String,
    path: Option<String>,
    from: Option<String>,
    value: Option<Value>,
}

impl JsonPatch {
    /// Reads the operations from a decoded document; the second part of the answer names fields that no operation has.
    pub fn parse(patch: Value) -> Result<(Self, Vec<String>), PatchError> {
        let Value::List(items) = patch else {
            return Err(undecodable(&patch, "[]handlers.jsonPatchOp"));
        };
        if items.len() > OPERATIONS_MAX {
            return Err(PatchError::TooLarge(format!(
                "The allowed maximum operations in a JSON patch is {OPERATIONS_MAX}, got {}",
                items.len()
            )));
        }
        let mut operations = Vec::with_capacity(items.len());
        let mut unknown = Vec::new();
        for (at, item) in items.into_iter().enumerate() {
            let Value::Object(fields) = item else {
                return Err(undecodable(&item, "handlers.jsonPatchOp"));
            };
            let mut operation = Operation { op: "unknown".to_owned(), path: None, from: None, value: None };
            for (key, value) in fields {
                match (key.as_str(), value) {
                    ("op", Value::String(text)) => operation.op = text.as_str().to_owned(),
                    ("path", Value::String(text)) => operation.path = Some(text.as_str().to_owned()),
                    ("from", Value::String(text)) => operation.from = Some(text.as_str().to_owned()),
                    ("op" | "path" | "from", Value::Null) => {}
                    ("op" | "path" | "from", other) => return Err(undecodable(&other, "string")),
                    ("value", value) => operation.value = Some(value),
                    (other, _) => unknown.push(format!("json patch unknown field \"[{at}].{other}\"")),
                }
            }
            operations.push(operation);
        }
        Ok((Self { operations }, unknown))
    }

    /// Applies every operation in order.
    pub fn apply(&self, document: &mut Value) -> Result<(), PatchError> {
        let mut copied = 0;
        for operation in &self.operations {
            let done = match operation.op.as_str() {
                "add" => add(document, operation),
                "remove" => remove(document, operation),
                "replace" => replace(document, operation),
                "move" => shift(document, operation),
                "copy" => copy(document, operation, &mut copied),
                "test" => test(document, operation),
                other => Err(format!("Unexpected kind: {other}")),
            };
            done.map_err(PatchError::DoesNotApply)?;
        }
        Ok(())
    }
}

fn undecodable(value: &Value, into: &str) -> PatchError {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Int(_) | Value::Float(_) => "number",
        Value::String(_) | Value::Bytes(_) => "string",
        Value::List(_) => "array",
        Value::Object(_) => "object",
    };
    PatchError::Malformed(format!("error decoding patch: json: cannot unmarshal {kind} into Go value of type {into}"))
}

const MISSING: &str = "missing value";
const INVALID_INDEX: &str = "invalid index referenced";

fn path(operation: &Operation, what: &str) -> Result<String, String> {
    operation
        .path
        .clone()
        .ok_or_else(|| format!("{what} operation failed to decode path: operation missing path field: {MISSING}"))
}

fn from(operation: &Operation, what: &str) -> Result<String, String> {
    operation
        .from
        .clone()
        .ok_or_else(|| format!("{what} operation failed to decode from: operation, missing from field: {MISSING}"))
}

/// The container that holds the path's last step, and that step.
fn find<'a>(document: &'a mut Value, path: &str) -> Option<(&'a mut Value, String)> {
    let mut steps = path.split('/');
    steps.next()?;
    let steps: Vec<String> = steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
    let (last, parents) = steps.split_last()?;
    let mut at = document;
    for step in parents {
        at = match at {
            Value::Object(object) => object.get_mut(step.as_str())?,
            Value::List(items) => {
                let index = index(step, items.len()).ok()?;
                items.get_mut(index)?
            }
            _ => return None,
        };
    }
    matches!(at, Value::Object(_) | Value::List(_)).then(|| (at, last.clone()))
}

/// An index into a list of `length` items; negative ones count from the end.
fn index(step: &str, length: usize) -> Result<usize, String> {
    let number: i64 = parse_index(step)?;
    let signed = if number < 0 { number + length as i64 } else { number };
    usize::try_from(signed)
        .ok()
        .filter(|at| *at < length)
        .ok_or_else(|| format!("Unable to access invalid index: {number}: {INVALID_INDEX}"))
}

fn parse_index(step: &str) -> Result<i64, String> {
    step.parse().map_err(|_| format!("strconv.Atoi: parsing {step:?}: invalid syntax"))
}

fn get(container: &Value, step: &str) -> Result<Option<Value>, String> {
    match container {
        Value::Object(object) => Ok(object.get(step).cloned()),
        Value::List(items) => Ok(items.get(index(step, items.len())?).cloned()),
        _ => Ok(None),
    }
}

fn put(container: &mut Value, step: String, value: Value) -> Result<(), String> {
    match container {
        Value::Object(object) => {
            object.insert(step.as_str(), value);
        }
        Value::List(items) if step == "-" => items.push(value),
        Value::List(items) => {
            let number = parse_index(&step)
                .map_err(|source| format!("value was not a proper array index: '{step}': {source}"))?;
            let room = items.len() + 1;
            let at = index(&number.to_string(), room)?;
            items.insert(at, value);
        }
        _ => {}
    }
    Ok(())
}

fn take(container: &mut Value, step: &str) -> Result<Value, String> {
    match container {
        Value::Object(object) => {
            object.remove(step).ok_or_else(|| format!("Unable to remove nonexistent key: {step}: {MISSING}"))
        }
        Value::List(items) => {
            let at = index(step, items.len())?;
            Ok(items.remove(at))
        }
        _ => Err(MISSING.to_owned()),
    }
}

fn add(document: &mut Value, operation: &Operation) -> Result<(), String> {
    let path = operation.path.clone().ok_or_else(|| format!("add operation failed to decode path: {MISSING}"))?;
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("add operation does not apply: doc is missing path: \"{path}\": {MISSING}"));
    };
    let value = operation.value.clone().unwrap_or(Value::Null);
    put(container, step, value).map_err(|source| format!("error in add for path: '{path}': {source}"))
}

fn remove(document: &mut Value, operation: &Operation) -> Result<(), String> {
    let path = operation.path.clone().ok_or_else(|| format!("remove operation failed to decode path: {MISSING}"))?;
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("remove operation does not apply: doc is missing path: \"{path}\": {MISSING}"));
    };
    take(container, &step).map(drop).map_err(|source| format!("error in remove for path: '{path}': {source}"))
}

fn replace(document: &mut Value, operation: &Operation) -> Result<(), String> {
    let path = path(operation, "replace")?;
    let value = operation.value.clone().unwrap_or(Value::Null);
    if path.is_empty() {
        if !matches!(value, Value::Object(_) | Value::List(_)) {
            return Err("replace operation value must be object or array".to_owned());
        }
        *document = value;
        return Ok(());
    }
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("replace operation does not apply: doc is missing path: {path}: {MISSING}"));
    };
    match container {
        Value::List(items) => {
            let at = index(&step, items.len())
                .map_err(|_| format!("replace operation does not apply: doc is missing key: {path}: {MISSING}"))?;
            if let Some(slot) = items.get_mut(at) {
                *slot = value;
            }
            Ok(())
        }
        other => put(other, step, value),
    }
}

fn shift(document: &mut Value, operation: &Operation) -> Result<(), String> {
    let from = from(operation, "move")?;
    let Some((container, step)) = find(document, &from) else {
        return Err(format!("move operation does not apply: doc is missing from path: {from}: {MISSING}"));
    };
    let value = take(container, &step).map_err(|source| format!("error in move for path: '{step}': {source}"))?;
    let path = path(operation, "move")?;
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("move operation does not apply: doc is missing destination path: {path}: {MISSING}"));
    };
    put(container, step, value).map_err(|source| format!("error in move for path: '{path}': {source}"))
}

fn copy(document: &mut Value, operation: &Operation, copied: &mut usize) -> Result<(), String> {
    let from = from(operation, "copy")?;
    let Some((container, step)) = find(document, &from) else {
        return Err(format!("copy operation does not apply: doc is missing from path: {from}: {MISSING}"));
    };
    let value = get(container, &step)
        .map_err(|source| format!("error in copy for from: '{from}': {source}"))?
        .unwrap_or(Value::Null);
    let path = operation.path.clone().ok_or_else(|| format!("copy operation failed to decode path: {MISSING}"))?;
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("copy operation does not apply: doc is missing destination path: {path}: {MISSING}"));
    };
    *copied += weight(&value);
    if *copied > COPY_MAX {
        return Err(format!(
            "Unable to complete the copy, the accumulated size increase of copy is {copied}, exceeding the limit {COPY_MAX}"
        ));
    }
    put(container, step, value).map_err(|source| format!("error while adding value during copy: {source}"))
}

fn test(document: &mut Value, operation: &Operation) -> Result<(), String> {
    let path = path(operation, "test")?;
    let wanted = operation.value.clone().unwrap_or(Value::Null);
    let failed = || format!("testing value {path} failed: test failed");
    if path.is_empty() {
        return if *document == wanted { Ok(()) } else { Err(failed()) };
    }
    let Some((container, step)) = find(document, &path) else {
        return Err(format!("test operation does not apply: is missing path: {path}: {MISSING}"));
    };
    let found = get(container, &step).map_err(|source| format!("error in test for path: '{path}': {source}"))?;
    if found.unwrap_or(Value::Null) == wanted { Ok(()) } else { Err(failed()) }
}

/// About as many bytes as the value has in JSON.
fn weight(value: &Value) -> usize {
    match value {
        Value::Null | Value::Bool(_) => 4,
        Value::Int(_) | Value::Float(_) => 8,
        Value::String(text) => text.as_str().len() + 2,
        Value::Bytes(bytes) => bytes.len() * 4 / 3 + 4,
        Value::List(items) => items.iter().map(|item| weight(item) + 1).sum::<usize>() + 2,
        Value::Object(object) => {
            object.iter().map(|(key, item)| key.as_str().len() + 4 + weight(item)).sum::<usize>() + 2
        }
    }
}
