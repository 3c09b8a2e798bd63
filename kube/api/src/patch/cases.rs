//! Runs `cases/patch`: a document, a patch of one kind, and what comes of it.

use super::{JsonPatch, PatchError, merge, strategic};
use crate::resources;
use crate::testing;
use crate::value::Value;

#[test]
fn patches_do_what_the_cases_say() {
    for (file, case) in testing::cases("patch") {
        let name = format!("{file}: {}", case.text(&["name"]).expect("a case has a name"));
        let mut document = case.get("object").cloned().unwrap_or_default();
        let done = apply(&case, &mut document);
        match (done, case.get("error")) {
            (Ok(()), None) => assert_eq!(document, case.get("want").cloned().unwrap_or_default(), "{name}"),
            (Err(error), Some(want)) => assert_eq!(Some(error.to_string().as_str()), want.as_str(), "{name}"),
            (done, want) => panic!("{name}: got {done:?}, want error {want:?}"),
        }
    }
}

fn apply(case: &Value, document: &mut Value) -> Result<(), PatchError> {
    let patch = case.get("patch").cloned().unwrap_or_default();
    match case.text(&["type"]).expect("a case has a type") {
        "json" => JsonPatch::parse(patch)?.0.apply(document),
        "merge" => {
            merge(document, patch);
            Ok(())
        }
        kind => {
            let (group, kind) = kind.split_once('/').expect("group/Kind");
            let row = resources::of_kind(group, "v1", kind).expect("a kind");
            strategic(document, patch, row.schema)
        }
    }
}
