//! Runs `cases/apply`: writes by several managers, one after the other, and who owns what at the end.

use std::collections::BTreeMap;

use super::{Versions, Writer, apply, decode, show, update};
use crate::resources;
use crate::schema::Type;
use crate::testing;
use crate::value::Value;

struct One<'t>(&'t str, &'t Type);

impl Versions for One<'_> {
    fn type_of(&self, api_version: &str) -> Option<&Type> {
        (api_version == self.0).then_some(self.1)
    }

    fn convert(&self, object: &Value, _: &str) -> Result<Value, String> {
        Ok(object.clone())
    }
}

#[test]
fn writes_do_what_the_cases_say() {
    for (file, case) in testing::cases("apply") {
        let name = format!("{file}: {}", case.text(&["name"]).expect("a case has a name"));
        run(&name, &case);
    }
}

fn run(name: &str, case: &Value) {
    let (api_version, kind) = case.text(&["kind"]).and_then(|kind| kind.split_once(' ')).expect("version Kind");
    let (group, version) = api_version.split_once('/').unwrap_or(("", api_version));
    let of = resources::of_kind(group, version, kind).expect("a kind").schema;
    let versions = One(api_version, of);
    let mut live = Value::Null;
    for (at, step) in case.items(&["steps"]).iter().enumerate() {
        let name = format!("{name}: step {at}");
        let reset: Vec<Vec<&str>> = step
            .items(&["reset"])
            .iter()
            .map(|path| path.as_list().unwrap().iter().filter_map(Value::as_str).collect())
            .collect();
        let reset: Vec<&[&str]> = reset.iter().map(Vec::as_slice).collect();
        let by = Writer {
            manager: step.text(&["by"]).unwrap_or(""),
            api_version,
            subresource: step.text(&["subresource"]).unwrap_or(""),
            now: format!("2026-01-01T00:00:{at:02}Z").parse().unwrap(),
            reset: &reset,
        };
        let with_type = |object: &Value| {
            let mut object = object.clone();
            for (field, text) in [("apiVersion", api_version), ("kind", kind)] {
                if object.get(field).is_none() {
                    object.set(field, text);
                }
            }
            object
        };
        if let Some(config) = step.get("apply") {
            let done = apply(&live, &with_type(config), &by, kind, step.flag(&["force"]), &versions);
            match (done, step.text(&["error"])) {
                (Ok(merged), None) => live = merged,
                (Err(error), Some(want)) => assert_eq!(error.to_string(), want, "{name}"),
                (done, want) => panic!("{name}: got {done:?}, want error {want:?}"),
            }
        } else if let Some(object) = step.get("update") {
            let mut new = with_type(object);
            update(&live, &mut new, &by, &versions);
            live = new;
        }
        live.set_pointer(&["metadata", "uid"], "1");
    }
    let owners: BTreeMap<String, Vec<String>> = decode(&live)
        .unwrap()
        .into_iter()
        .map(|(id, owned)| {
            let mut paths: Vec<String> = owned.set.paths().iter().map(|path| show(path)).collect();
            paths.sort();
            let how = if id.applied { "applied" } else { "updated" };
            let part = if id.subresource.is_empty() { String::new() } else { format!(" {}", id.subresource) };
            (format!("{} {how}{part}", id.name), paths)
        })
        .collect();
    let want: BTreeMap<String, Vec<String>> = case
        .get("owners")
        .and_then(Value::as_object)
        .map(|owners| {
            let texts = |paths: &Value| {
                let mut texts: Vec<String> =
                    paths.as_list().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect();
                texts.sort();
                texts
            };
            owners.iter().map(|(who, paths)| (who.to_string(), texts(paths))).collect()
        })
        .unwrap_or_default();
    assert_eq!(owners, want, "{name}: owners");
    for field in ["uid", "managedFields"] {
        live.remove_pointer(&["metadata", field]);
    }
    live.remove("apiVersion");
    live.remove("kind");
    assert_eq!(&live, case.get("want").unwrap(), "{name}: object");
}
