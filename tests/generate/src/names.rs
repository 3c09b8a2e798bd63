//! The table of names that are held as ids: every field name of the schema, and well-known map keys.

use std::collections::BTreeSet;

use crate::facts::Group;
use crate::outputs::MARK;

pub(crate) struct Names(Vec<String>);

pub(crate) fn collect(groups: &[Group], extra: &str) -> Names {
    let mut names: BTreeSet<String> = ["apiVersion", "kind"].map(str::to_owned).into();
    for field in groups.iter().flat_map(|group| &group.types).flat_map(|ty| &ty.fields) {
        names.insert(field.name.clone());
        names.extend(field.map_keys.iter().cloned());
    }
    names.extend(extra.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned));
    Names(names.into_iter().collect())
}

impl Names {
    /// The place of a name; every name asked for was collected from the same facts.
    pub(crate) fn id(&self, name: &str) -> usize {
        self.0.binary_search_by(|it| it.as_str().cmp(name)).expect("collected from the same facts")
    }

    pub(crate) fn source(&self) -> String {
        let mut out = format!("{MARK}pub(super) static NAMES: [&str; {}] = [\n", self.0.len());
        for name in &self.0 {
            out.push_str(&format!("    {name:?},\n"));
        }
        out.push_str("];\n");
        out
    }
}
