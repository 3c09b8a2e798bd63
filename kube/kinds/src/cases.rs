//! Runs the data files under `cases`: what defaults fill, what validation says, what a row shows.

use kube_api::codec::{Notes, Strictness, conform, json, yaml};
use kube_api::resources;
use kube_api::value::Value;

use crate::hooks::{Print, Request, Requester};
use crate::{hooks, rows};

fn cases(folder: &str) -> Vec<(String, Value)> {
    let folder = std::path::Path::new("cases").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for document in text.split("\n---\n") {
            let (case, _) = yaml::parse(document.as_bytes(), Strictness::Ignore)
                .unwrap_or_else(|error| panic!("{}: {error}\n{document}", file.display()));
            let name = format!("{}: {}", file.file_name().unwrap().display(), case.text(&["name"]).expect("a name"));
            found.push((name, case));
        }
    }
    found
}

/// The object of a case as the API server would have decoded it.
fn object(name: &str, case: &Value, field: &str) -> Value {
    let mut value = case.get(field).cloned().unwrap_or_else(|| panic!("{name}: no {field}"));
    let (group, kind) = kind(case);
    let version = case.text(&["version"]).unwrap_or("v1");
    let row = resources::of_kind(group, version, kind).unwrap_or_else(|| panic!("{name}: no kind {group}/{kind}"));
    let mut notes = Notes::default();
    conform(&mut value, row.schema, &mut notes).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(notes.is_empty(), "{name}: {:?}", notes.iter().collect::<Vec<_>>());
    value
}

fn kind(case: &Value) -> (&str, &str) {
    case.text(&["kind"]).and_then(|kind| kind.split_once('/')).expect("group/Kind")
}

fn request(user: &Requester) -> Request<'_> {
    Request { now: "2026-01-01T00:00:00Z".parse().unwrap(), user }
}

#[test]
fn validation_says_what_the_cases_say() {
    let mut wrong = Vec::new();
    for folder in std::fs::read_dir(std::path::Path::new("cases")).unwrap() {
        let folder = folder.unwrap().file_name().into_string().unwrap();
        if !folder.ends_with("-validation") {
            continue;
        }
        for (name, case) in cases(&folder) {
            let name = format!("{folder}/{name}");
            let (group, kind) = kind(&case);
            let hooks = hooks(group, kind);
            let namespaced =
                resources::all().iter().find(|row| row.group == group && row.kind == kind).unwrap().namespaced;
            let mut new = object(&name, &case, "object");
            (hooks.default)(&mut new);
            let user = Requester { name: "jane".to_owned(), groups: vec!["dev".to_owned()], ..Requester::default() };
            let errors = if case.get("old").is_some() {
                let mut old = object(&name, &case, "old");
                (hooks.default)(&mut old);
                for side in [&mut new, &mut old] {
                    side.set_pointer(&["metadata", "resourceVersion"], "1");
                }
                match case.text(&["subresource"]) {
                    Some(part) => {
                        let part = hooks.subresource(part).expect("a subresource");
                        hooks.prepare_subresource(part, &mut new, &old, &request(&user));
                        hooks.check_subresource(part, &new, &old, namespaced)
                    }
                    None => {
                        hooks.prepare_update(&mut new, &old, &request(&user));
                        hooks.check_update(&new, &old, namespaced)
                    }
                }
            } else {
                hooks.prepare_create(&mut new, &request(&user));
                hooks.check_create(&new, namespaced)
            };
            let got: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let want: Vec<&str> = case.items(&["want"]).iter().filter_map(Value::as_str).collect();
            if got != want {
                wrong.push(format!("{name}\n  got:\n- {}\n  want:\n- {}", got.join("\n- "), want.join("\n- ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn defaults_fill_what_the_cases_say() {
    let mut wrong = Vec::new();
    for (name, case) in cases("defaults") {
        let (group, kind) = kind(&case);
        let mut value = object(&name, &case, "object");
        (hooks(group, kind).default)(&mut value);
        let want = object(&name, &case, "want");
        if value != want {
            let shown = |value: &Value| String::from_utf8_lossy(&json::encode_plain(value)).into_owned();
            wrong.push(format!("{name}\n  got:  {}\n  want: {}", shown(&value), shown(&want)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn rows_show_what_the_cases_say() {
    let mut wrong = Vec::new();
    let print = Print { now: "2026-01-01T00:00:00Z".parse().unwrap() };
    for (name, case) in cases("columns") {
        let (group, kind) = kind(&case);
        let hooks = hooks(group, kind);
        let value = object(&name, &case, "object");
        let cells = (hooks.cells)(&value, &print);
        assert_eq!(cells.len(), hooks.columns.len(), "{name}");
        if cells != case.items(&["want"]) {
            wrong.push(format!("{name}\n  got:  {cells:?}\n  want: {:?}", case.items(&["want"])));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn versions_convert_there_and_back() {
    for (name, case) in cases("versions") {
        let (group, kind) = kind(&case);
        let told = case.text(&["version"]).unwrap();
        let hooks = hooks(group, kind);
        let version = hooks.versions.iter().find(|one| one.version == told && one.group == group).unwrap();
        let mut value = object(&name, &case, "object");
        (version.default)(&mut value);
        (version.to_storage)(&mut value);
        assert_eq!(value, case.get("want").cloned().unwrap(), "{name}: stored");
        (version.from_storage)(&mut value);
        assert_eq!(value, object(&name, &case, "back"), "{name}: back");
    }
}

#[test]
fn every_row_is_a_kind_and_shows_an_empty_object() {
    let print = Print { now: "2026-01-01T00:00:00Z".parse().unwrap() };
    for row in rows() {
        let found = resources::all().iter().any(|one| one.group == row.group && one.kind == row.kind);
        assert!(found, "{}/{} is served", row.group, row.kind);
        let mut value = kube_api::value!({"metadata": {"name": "a"}});
        (row.hooks.default)(&mut value);
        if !row.hooks.columns.is_empty() {
            assert_eq!((row.hooks.cells)(&value, &print).len(), row.hooks.columns.len(), "{}", row.kind);
        }
        // Nothing a client sends may stop the server: an object without anything is as bad as it gets.
        let _ = (row.hooks.validate_create)(&value);
        let _ = (row.hooks.validate_update)(&value, &kube_api::value!({}));
        for part in row.hooks.subresources {
            let _ = (part.validate)(&value, &kube_api::value!({}));
        }
    }
}
