//! For tests: reads data files with cases into trees. Their numbers are JSON's.

#![allow(clippy::unwrap_used)]

use crate::value::{Object, Value};

/// Every document of every file in a folder of this crate's `cases`, with the file's name.
pub(crate) fn cases(folder: &str) -> Vec<(String, Value)> {
    let folder = std::path::Path::new("cases").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for document in text.split("\n---\n") {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            let tree: serde_json::Value =
                serde_saphyr::from_str(document).unwrap_or_else(|error| panic!("{name}: {error}\n{document}"));
            cases.push((name, tree_of(tree)));
        }
    }
    cases
}

fn tree_of(tree: serde_json::Value) -> Value {
    match tree {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => flag.into(),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(int) => int.into(),
            None => number.as_f64().unwrap().into(),
        },
        serde_json::Value::String(text) => text.into(),
        serde_json::Value::Array(items) => items.into_iter().map(tree_of).collect(),
        serde_json::Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(key, item)| (key, tree_of(item))).collect::<Object>())
        }
    }
}
