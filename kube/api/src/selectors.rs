//! Label selectors: read from a query, from an object's `selector` (tree or typed), asked of labels. Field selectors are
//! the apiserver's, because each kind has its own fields.
//!
//! As upstream: apimachinery/pkg/labels.

mod check;
mod parse;

use std::collections::BTreeMap;
use std::fmt;

use thiserror::Error;

use crate::types::meta;
use crate::value::Value;

/// Requirements that all have to hold. The default selects everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LabelSelector {
    requirements: Vec<Requirement>,
    nothing: bool,
}

/// One condition on one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    pub key: String,
    pub operator: Operator,
    /// Sorted, without repetition.
    pub values: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    In,
    NotIn,
    /// As `In` with one value, but written `key=value`.
    Equals,
    NotEquals,
    Exists,
    DoesNotExist,
    GreaterThan,
    LessThan,
}

/// A selector that cannot be understood, in upstream's words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct SelectorError(String);

impl LabelSelector {
    pub const EVERYTHING: LabelSelector = LabelSelector { requirements: Vec::new(), nothing: false };
    pub const NOTHING: LabelSelector = LabelSelector { requirements: Vec::new(), nothing: true };

    /// Reads the text of a query: `app=web,tier in (a,b),!old`.
    pub fn parse(text: &str) -> Result<LabelSelector, SelectorError> {
        Ok(LabelSelector { requirements: parse::requirements(text)?, nothing: false })
    }

    /// Exactly these labels, as `spec.selector` of a Service and of a ReplicationController.
    pub fn of_map<K: AsRef<str>, V: AsRef<str>>(map: impl IntoIterator<Item = (K, V)>) -> LabelSelector {
        let requirement = |(key, value): (K, V)| Requirement {
            key: key.as_ref().to_owned(),
            operator: Operator::Equals,
            values: vec![value.as_ref().to_owned()],
        };
        LabelSelector { requirements: map.into_iter().map(requirement).collect(), nothing: false }
    }

    /// A typed selector; none selects nothing, an empty one everything.
    pub fn of(selector: Option<&meta::LabelSelector>) -> Result<LabelSelector, SelectorError> {
        let Some(selector) = selector else { return Ok(LabelSelector::NOTHING) };
        let mut built = LabelSelector::default();
        for (key, value) in &selector.match_labels {
            built.require(key, Operator::Equals, vec![value.clone()])?;
        }
        for expression in &selector.match_expressions {
            built.require(&expression.key, named(&expression.operator)?, expression.values.clone())?;
        }
        Ok(built)
    }

    /// As [`LabelSelector::of`], from a tree.
    pub fn of_value(selector: Option<&Value>) -> Result<LabelSelector, SelectorError> {
        let Some(selector) = selector else { return Ok(LabelSelector::NOTHING) };
        let mut built = LabelSelector::default();
        if let Some(labels) = selector.get("matchLabels").and_then(Value::as_object) {
            for (key, value) in labels {
                built.require(key, Operator::Equals, vec![value.as_str().unwrap_or_default().to_owned()])?;
            }
        }
        for expression in selector.items(&["matchExpressions"]) {
            let text = |name| expression.text(&[name]).unwrap_or_default();
            let values = expression.items(&["values"]).iter().filter_map(Value::as_str).map(str::to_owned).collect();
            built.require(text("key"), named(text("operator"))?, values)?;
        }
        Ok(built)
    }

    /// Adds a requirement, when it is well formed.
    pub fn require(&mut self, key: &str, operator: Operator, values: Vec<String>) -> Result<(), SelectorError> {
        self.requirements.push(Requirement::new(key, operator, values)?);
        Ok(())
    }

    pub fn requirements(&self) -> &[Requirement] {
        &self.requirements
    }

    /// True when every object is selected.
    pub fn is_empty(&self) -> bool {
        self.requirements.is_empty() && !self.nothing
    }

    /// Asks of labels that are looked up by key.
    pub fn matches<'l>(&self, lookup: impl Fn(&str) -> Option<&'l str>) -> bool {
        !self.nothing && self.requirements.iter().all(|one| one.matches(lookup(&one.key)))
    }

    /// Asks of an object's labels.
    pub fn matches_map(&self, labels: &BTreeMap<String, String>) -> bool {
        self.matches(|key| labels.get(key).map(String::as_str))
    }

    /// Asks of labels in a tree; absent labels are none.
    pub fn matches_value(&self, labels: Option<&Value>) -> bool {
        self.matches(|key| labels?.get(key)?.as_str())
    }
}

fn named(operator: &str) -> Result<Operator, SelectorError> {
    match operator {
        "In" => Ok(Operator::In),
        "NotIn" => Ok(Operator::NotIn),
        "Exists" => Ok(Operator::Exists),
        "DoesNotExist" => Ok(Operator::DoesNotExist),
        other => Err(SelectorError(format!("{other:?} is not a valid label selector operator"))),
    }
}

impl Requirement {
    pub fn new(key: &str, operator: Operator, mut values: Vec<String>) -> Result<Requirement, SelectorError> {
        values.sort();
        values.dedup();
        check::requirement(key, operator, &values)?;
        Ok(Requirement { key: key.to_owned(), operator, values })
    }

    /// Asks of the label's value, or of its absence.
    pub fn matches(&self, value: Option<&str>) -> bool {
        let has = |value: &str| self.values.iter().any(|one| one == value);
        match (self.operator, value) {
            (Operator::In | Operator::Equals, value) => value.is_some_and(has),
            (Operator::NotIn | Operator::NotEquals, value) => !value.is_some_and(has),
            (Operator::Exists, value) => value.is_some(),
            (Operator::DoesNotExist, value) => value.is_none(),
            (Operator::GreaterThan, value) => self.compares(value, |own, bound| own > bound),
            (Operator::LessThan, value) => self.compares(value, |own, bound| own < bound),
        }
    }

    fn compares(&self, value: Option<&str>, compare: fn(i64, i64) -> bool) -> bool {
        let own = value.and_then(|it| it.parse().ok());
        let bound = self.values.first().and_then(|it| it.parse().ok());
        own.zip(bound).is_some_and(|(own, bound)| compare(own, bound))
    }
}

/// The text of a query that selects the same.
impl fmt::Display for LabelSelector {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, one) in self.requirements.iter().enumerate() {
            if at > 0 {
                out.write_str(",")?;
            }
            let first = one.values.first().map_or("", String::as_str);
            let all = one.values.join(",");
            match one.operator {
                Operator::In => write!(out, "{} in ({all})", one.key)?,
                Operator::NotIn => write!(out, "{} notin ({all})", one.key)?,
                Operator::Equals => write!(out, "{}={first}", one.key)?,
                Operator::NotEquals => write!(out, "{}!={first}", one.key)?,
                Operator::Exists => write!(out, "{}", one.key)?,
                Operator::DoesNotExist => write!(out, "!{}", one.key)?,
                Operator::GreaterThan => write!(out, "{}>{first}", one.key)?,
                Operator::LessThan => write!(out, "{}<{first}", one.key)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selects(text: &str, labels: &[(&str, &str)]) -> bool {
        let labels: BTreeMap<String, String> = labels.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        LabelSelector::parse(text).unwrap().matches_map(&labels)
    }

    #[test]
    fn what_is_selected() {
        let labels = [("app", "web"), ("n", "5"), ("empty", "")];
        for (text, selected) in [
            ("", true),
            ("app=web", true),
            ("app == web , n=5", true),
            ("app!=web", false),
            ("other!=web", true),
            ("app in (db, web)", true),
            ("app notin (db,web)", false),
            ("other notin (a)", true),
            ("app", true),
            ("!app", false),
            ("!other", true),
            ("n>4", true),
            ("n<5", false),
            ("app>4", false),
            ("empty=", true),
            ("empty in ()", true),
        ] {
            assert_eq!(selects(text, &labels), selected, "{text}");
        }
        assert!(!LabelSelector::NOTHING.matches(|_| None));
    }

    #[test]
    fn refused_in_upstreams_words() {
        for (text, error) in [
            ("a=b=c", "found '=', expected: ',' or 'end of string'"),
            ("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"),
            ("a,", "found '', expected: identifier after ','"),
            ("a in b", "unable to parse requirement: found 'b' expected: '('"),
            ("(", "found '(', expected: !, identifier, or 'end of string'"),
            (
                "-a=b",
                "unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of alphanumeric characters, \
                 '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or \
                 '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
            ),
            (
                "a=-b",
                "unable to parse requirement: values[0][a]: Invalid value: \"-b\": a valid label must be an empty string or \
                 consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character \
                 (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is \
                 '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
            ),
            (
                "a>b",
                "unable to parse requirement: values[0]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an \
                 integer",
            ),
        ] {
            assert_eq!(LabelSelector::parse(text).unwrap_err().to_string(), error, "{text}");
        }
    }

    #[test]
    fn trees_and_texts_mean_the_same() {
        let tree = crate::value!({"matchLabels": {"app": "web"}, "matchExpressions": [{"key": "x", "operator": "In", "values": ["b", "a"]}]});
        let selector = LabelSelector::of_value(Some(&tree)).unwrap();
        assert_eq!(selector.to_string(), "app=web,x in (a,b)");
        assert_eq!(LabelSelector::parse("app=web,x in (a,b)").unwrap(), selector);
    }
}
