//! A policy rule: what it allows, and whether rules cover one another.
//!
//! As upstream: pkg/apis/rbac/v1/evaluation_helpers.go and component-helpers/auth/rbac/validation/policy_comparator.go.

use std::fmt::Write;

use kube_api::value::Value;

use super::Attributes;

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rule {
    pub verbs: Vec<String>,
    pub groups: Vec<String>,
    pub resources: Vec<String>,
    pub names: Vec<String>,
    pub paths: Vec<String>,
}

impl Rule {
    pub(crate) fn read(value: &Value) -> Self {
        let list = |key: &str| {
            value.items(&[key]).iter().filter_map(|item| item.as_str()).map(str::to_owned).collect::<Vec<String>>()
        };
        Self {
            verbs: list("verbs"),
            groups: list("apiGroups"),
            resources: list("resources"),
            names: list("resourceNames"),
            paths: list("nonResourceURLs"),
        }
    }

    pub(crate) fn read_all(object: &Value) -> Vec<Self> {
        object.items(&["rules"]).iter().map(Self::read).collect()
    }

    pub(crate) fn allows(&self, wanted: &Attributes) -> bool {
        if !has(&self.verbs, &wanted.verb) {
            return false;
        }
        if !wanted.is_resource {
            return self.paths.iter().any(|path| path_covers(path, &wanted.path));
        }
        has(&self.groups, &wanted.group)
            && self.resources.iter().any(|own| resource_covers(own, &wanted.resource, &wanted.subresource))
            && (self.names.is_empty() || self.names.contains(&wanted.name))
    }

    /// Rules of one verb, group, resource and name each.
    fn split(&self) -> Vec<Self> {
        let mut out = Vec::new();
        for verb in &self.verbs {
            for group in &self.groups {
                for resource in &self.resources {
                    let one = |names: Vec<String>| Self {
                        verbs: vec![verb.clone()],
                        groups: vec![group.clone()],
                        resources: vec![resource.clone()],
                        names,
                        paths: Vec::new(),
                    };
                    match self.names.as_slice() {
                        [] => out.push(one(Vec::new())),
                        names => out.extend(names.iter().map(|name| one(vec![name.clone()]))),
                    }
                }
            }
            for path in &self.paths {
                out.push(Self { verbs: vec![verb.clone()], paths: vec![path.clone()], ..Self::default() });
            }
        }
        out
    }

    /// Whether this rule covers a rule that came out of `split`.
    fn covers(&self, single: &Self) -> bool {
        let all = |own: &[String], wanted: &[String]| wanted.iter().all(|item| has(own, item));
        let resources = single.resources.iter().all(|wanted| {
            let (resource, sub) = wanted.split_once('/').unwrap_or((wanted, ""));
            self.resources.iter().any(|own| own == wanted || resource_covers(own, resource, sub))
        });
        let paths =
            single.paths.iter().all(|wanted| self.paths.iter().any(|own| own == wanted || path_covers(own, wanted)));
        let names = self.names.is_empty()
            || (!single.names.is_empty() && single.names.iter().all(|name| self.names.contains(name)));
        all(&self.verbs, &single.verbs) && all(&self.groups, &single.groups) && resources && paths && names
    }

    /// As upstream's CompactString, for texts of refused escalation.
    fn describe(&self) -> String {
        let mut out = String::from("{");
        let mut first = true;
        for (label, list) in [
            ("APIGroups", &self.groups),
            ("Resources", &self.resources),
            ("NonResourceURLs", &self.paths),
            ("ResourceNames", &self.names),
            ("Verbs", &self.verbs),
        ] {
            if !list.is_empty() {
                let items: Vec<String> = list.iter().map(|item| crate::status::quoted(item)).collect();
                let _ = write!(out, "{}{label}:[{}]", if first { "" } else { ", " }, items.join(" "));
                first = false;
            }
        }
        out.push('}');
        out
    }
}

/// What of `wanted` the owner's rules do not cover, described; empty when all is covered.
pub(crate) fn missing(owned: &[Rule], wanted: &[Rule]) -> Vec<String> {
    let mut lacking: Vec<Rule> = Vec::new();
    for single in wanted.iter().flat_map(Rule::split) {
        if !owned.iter().any(|own| own.covers(&single)) {
            // As upstream: verbs of one resource are told together.
            let same = lacking.iter_mut().find(|rule| {
                rule.groups == single.groups
                    && rule.resources == single.resources
                    && rule.names == single.names
                    && rule.paths == single.paths
            });
            match same {
                Some(rule) => rule.verbs.extend(single.verbs),
                None => lacking.push(single),
            }
        }
    }
    let mut texts: Vec<String> = lacking.iter().map(Rule::describe).collect();
    texts.sort();
    texts.dedup();
    texts
}

fn has(list: &[String], wanted: &str) -> bool {
    list.iter().any(|item| item == "*" || item == wanted)
}

fn resource_covers(own: &str, resource: &str, sub: &str) -> bool {
    if own == "*" {
        return true;
    }
    match own.split_once('/') {
        Some(("*", any)) => !sub.is_empty() && any == sub,
        Some((left, right)) => left == resource && right == sub,
        None => sub.is_empty() && own == resource,
    }
}

fn path_covers(own: &str, wanted: &str) -> bool {
    own == "*" || own == wanted || own.strip_suffix('*').is_some_and(|prefix| wanted.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(verbs: &[&str], groups: &[&str], resources: &[&str], names: &[&str]) -> Rule {
        let own = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect();
        Rule { verbs: own(verbs), groups: own(groups), resources: own(resources), names: own(names), paths: Vec::new() }
    }

    #[test]
    fn cover() {
        let admin = [rule(&["*"], &["*"], &["*"], &[])];
        let view = [rule(&["get", "list"], &[""], &["pods", "pods/log"], &[])];
        let named = [rule(&["get"], &[""], &["pods"], &["a"])];
        let scale = [rule(&["update"], &["apps"], &["*/scale"], &[])];
        assert!(missing(&admin, &view).is_empty());
        assert!(missing(&view, &named).is_empty());
        assert_eq!(missing(&named, &view).len(), 2);
        assert!(missing(&scale, &[rule(&["update"], &["apps"], &["deployments/scale"], &[])]).is_empty());
        assert_eq!(
            missing(&[], &view[..1]),
            [
                r#"{APIGroups:[""], Resources:["pods"], Verbs:["get" "list"]}"#,
                r#"{APIGroups:[""], Resources:["pods/log"], Verbs:["get" "list"]}"#
            ]
        );
    }
}
