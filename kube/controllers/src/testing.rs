//! Cases as files: objects in YAML, a key and a time; the plan that comes out is compared with the file beside it.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use jiff::Timestamp;
use kube_api::types::Object;
use kube_informer::Key;
use kube_informer::testing::{expect_file, json_to_yaml, to_yaml};

use crate::caches::{Caches, Fixtures};
use crate::plan::{Plan, Step};

impl Fixtures for kube_informer::testing::Fixtures {
    fn take<T: Object>(&mut self) -> Vec<T> {
        kube_informer::testing::Fixtures::take(self)
    }
}

/// Runs every case in `src/FOLDER/cases`. A case opens with `# key: namespace/name` and, where time matters,
/// `# now: 2026-01-01T00:00:00Z`.
pub(crate) fn check(folder: &str, plan: impl Fn(Caches, Timestamp, &Key) -> Plan) {
    let folder = Path::new("src").join(folder).join("cases");
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    cases.sort();
    assert!(!cases.is_empty(), "{} holds no case", folder.display());
    for path in cases {
        let text = std::fs::read_to_string(&path).unwrap();
        let header = |name: &str| text.lines().find_map(|line| line.strip_prefix(&format!("# {name}: ")));
        let (namespace, name) = header("key").unwrap().rsplit_once('/').unwrap_or(("", header("key").unwrap()));
        let now = header("now").unwrap_or("2026-01-01T00:00:00Z").parse().unwrap();
        let body: String = text.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        let mut fixtures = kube_informer::testing::Fixtures::parse(&body);
        let caches = Caches::offline(&mut fixtures);
        assert!(fixtures.left().is_empty(), "{}: nobody reads {:?}", path.display(), fixtures.left());
        let plan = plan(caches, now, &Key::new(namespace, name));
        expect_file(&path.with_extension("plan"), &rendered(&plan));
    }
}

/// Every step with all that it writes.
pub(crate) fn rendered(plan: &Plan) -> String {
    let mut out = String::new();
    for step in &plan.steps {
        match step {
            Step::Create(draft, _)
            | Step::Update(draft)
            | Step::UpdateStatus(draft)
            | Step::UpdateThrough(_, draft) => {
                out.push_str(&format!("{step}\n{}", indented(&to_yaml(&draft.body))));
            }
            Step::Patch(change) | Step::Adopt { change, .. } => {
                let line = step.to_string();
                let head = line.split_once(" {").map_or(line.as_str(), |(head, _)| head);
                out.push_str(&format!("{head}\n{}", indented(&json_to_yaml(&change.body.to_string()))));
            }
            _ => out.push_str(&format!("{step}\n")),
        }
    }
    if let Some(after) = plan.requeue {
        out.push_str(&format!("look again after {after:?}\n"));
    }
    if out.is_empty() { "nothing\n".to_owned() } else { out }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("    {line}\n")).collect()
}
