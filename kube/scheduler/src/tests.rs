//! Cases as files: a cluster in YAML and a pod to schedule; the decision is compared with the file beside it.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;

use kube_informer::testing::{Fixtures, expect_file};

use crate::cluster::{Cluster, PodInfo};
use crate::observe::Stores;
use crate::plan::plan;

#[test]
fn cases() {
    let folder = Path::new("src/cases");
    let mut cases: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    cases.sort();
    for path in cases {
        let text = std::fs::read_to_string(&path).unwrap();
        let body: String = text.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
        let mut fixtures = Fixtures::parse(&body);
        let stores = Stores::offline(&mut fixtures);
        assert!(fixtures.left().is_empty(), "{}: nobody reads {:?}", path.display(), fixtures.left());
        let mut cluster = Cluster::default();
        stores.nodes.list().into_iter().for_each(|node| cluster.put_node(node));
        let mut out = String::new();
        let (bound, waiting): (Vec<_>, Vec<_>) =
            stores.pods.list().into_iter().partition(|pod| !pod.spec.node_name.is_empty());
        for pod in bound {
            cluster.place(Arc::new(PodInfo::new(pod.clone())), &pod.spec.node_name);
        }
        for pod in waiting {
            let info = PodInfo::new(pod.clone());
            out.push_str(&format!("{}: {}\n", pod.metadata.name, plan(&info, &cluster, &stores)));
        }
        expect_file(&path.with_extension("plan"), &out);
    }
}
