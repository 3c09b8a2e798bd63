//! Sets of fields: who owns what. A tree whose nodes are path elements; a node is a member of the set, leads to
//! members, or both.
//!
//! As upstream: structured-merge-diff/fieldpath, whose operations treat membership and descent apart.
//!
//! - Nodes of one level are sorted and unique.
//! - No node is without purpose: it is a member or has something below.

use std::cmp::Ordering;
use std::fmt;

use crate::value::{Key, Text, Value};

/// One step of a path.
#[derive(Clone, Debug)]
pub enum Element {
    /// A field of a struct, or an entry of a map.
    Name(Key),
    /// The element of a list-map with these key fields, sorted by name.
    Key(Vec<(Text, Value)>),
    /// The element of a set.
    Value(Value),
    /// The element of a list by its place.
    Index(i64),
}

/// A path from the object's root.
pub type Path = Vec<Element>;

#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Set {
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) element: Element,
    pub(super) member: bool,
    pub(super) below: Set,
}

impl Element {
    pub fn name(name: &str) -> Element {
        Element::Name(Key::new(name))
    }
}

impl PartialEq for Element {
    fn eq(&self, other: &Element) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Element {}

impl PartialOrd for Element {
    fn partial_cmp(&self, other: &Element) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Element {
    fn cmp(&self, other: &Element) -> Ordering {
        match (self, other) {
            (Element::Name(a), Element::Name(b)) => a.cmp(b),
            (Element::Key(a), Element::Key(b)) => {
                for ((name_a, value_a), (name_b, value_b)) in a.iter().zip(b) {
                    let order = name_a.cmp(name_b).then_with(|| compare_values(value_a, value_b));
                    if order != Ordering::Equal {
                        return order;
                    }
                }
                a.len().cmp(&b.len())
            }
            (Element::Value(a), Element::Value(b)) => compare_values(a, b),
            (Element::Index(a), Element::Index(b)) => a.cmp(b),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl Element {
    fn rank(&self) -> u8 {
        match self {
            Element::Name(_) => 0,
            Element::Key(_) => 1,
            Element::Value(_) => 2,
            Element::Index(_) => 3,
        }
    }
}

/// As messages show it: `.name`, `[key="value"]`, `[="value"]`, `[3]`.
impl fmt::Display for Element {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Element::Name(name) => write!(out, ".{name}"),
            Element::Key(fields) => {
                out.write_str("[")?;
                for (at, (name, value)) in fields.iter().enumerate() {
                    let comma = if at > 0 { "," } else { "" };
                    write!(out, "{comma}{name}={value:?}")?;
                }
                out.write_str("]")
            }
            Element::Value(value) => write!(out, "[={value:?}]"),
            Element::Index(at) => write!(out, "[{at}]"),
        }
    }
}

/// A path as messages show it.
pub fn show(path: &[Element]) -> String {
    path.iter().map(ToString::to_string).collect()
}

/// A total order of values: numbers, texts, truths, lists, objects, null.
pub(super) fn compare_values(a: &Value, b: &Value) -> Ordering {
    let rank = |value: &Value| match value {
        Value::Int(_) | Value::Float(_) => 0,
        Value::String(_) => 1,
        Value::Bool(_) => 2,
        Value::List(_) => 3,
        Value::Object(_) => 4,
        Value::Bytes(_) => 5,
        Value::Null => 6,
    };
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => a.cmp(b),
        (Value::Int(_) | Value::Float(_), Value::Int(_) | Value::Float(_)) => {
            a.as_float().unwrap_or(0.0).total_cmp(&b.as_float().unwrap_or(0.0))
        }
        (Value::String(a), Value::String(b)) => a.cmp(b),
        (Value::Bool(a), Value::Bool(b)) => a.cmp(b),
        (Value::Bytes(a), Value::Bytes(b)) => a.cmp(b),
        (Value::List(a), Value::List(b)) => {
            let first = a.iter().zip(b.iter()).map(|(a, b)| compare_values(a, b)).find(|o| *o != Ordering::Equal);
            first.unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Value::Object(a), Value::Object(b)) => {
            let pairs = a.iter().zip(b.iter());
            let mut orders = pairs.map(|((ka, va), (kb, vb))| ka.cmp(kb).then_with(|| compare_values(va, vb)));
            orders.find(|o| *o != Ordering::Equal).unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        _ => rank(a).cmp(&rank(b)),
    }
}

impl Set {
    pub fn new() -> Set {
        Set::default()
    }

    /// A set of paths of plain names, such as the fields that an endpoint resets.
    pub fn of_names(paths: &[&[&str]]) -> Set {
        let mut set = Set::new();
        for path in paths {
            let path: Path = path.iter().map(|name| Element::name(name)).collect();
            set.insert(&path);
        }
        set
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub(super) fn node(&self, element: &Element) -> Option<&Node> {
        let at = self.nodes.binary_search_by(|node| node.element.cmp(element)).ok()?;
        self.nodes.get(at)
    }

    /// The node of an element, made when there is none. The caller gives it a purpose.
    fn descend(&mut self, element: &Element) -> &mut Node {
        let at = match self.nodes.last() {
            Some(last) if last.element < *element => Err(self.nodes.len()),
            _ => self.nodes.binary_search_by(|node| node.element.cmp(element)),
        };
        let at = match at {
            Ok(at) => at,
            Err(at) => {
                self.nodes.insert(at, Node { element: element.clone(), member: false, below: Set::new() });
                at
            }
        };
        self.nodes.get_mut(at).expect("found or inserted above")
    }

    /// Adds a path. The root itself is nobody's.
    pub fn insert(&mut self, path: &[Element]) {
        let Some((first, rest)) = path.split_first() else { return };
        let node = self.descend(first);
        if rest.is_empty() {
            node.member = true;
        } else {
            node.below.insert(rest);
        }
    }

    /// Adds what a walk found under one element.
    pub(super) fn put(&mut self, element: &Element, member: bool, below: Set) {
        if !member && below.is_empty() {
            return;
        }
        let node = self.descend(element);
        node.member |= member;
        if node.below.is_empty() {
            node.below = below;
        } else {
            node.below = node.below.union(&below);
        }
    }

    pub fn has(&self, path: &[Element]) -> bool {
        let Some((first, rest)) = path.split_first() else { return false };
        self.node(first).is_some_and(|node| if rest.is_empty() { node.member } else { node.below.has(rest) })
    }

    /// Walks both sets; `keep` says for each pair of nodes what stays.
    fn join(&self, other: &Set, keep: impl Fn(Option<&Node>, Option<&Node>) -> Option<Node>) -> Set {
        let mut nodes = Vec::with_capacity(self.nodes.len().max(other.nodes.len()));
        let (mut ours, mut theirs) = (self.nodes.iter().peekable(), other.nodes.iter().peekable());
        loop {
            let order = match (ours.peek(), theirs.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => a.element.cmp(&b.element),
            };
            let left = if order != Ordering::Greater { ours.next() } else { None };
            let right = if order != Ordering::Less { theirs.next() } else { None };
            nodes.extend(keep(left, right).filter(|node| node.member || !node.below.is_empty()));
        }
        Set { nodes }
    }

    pub fn union(&self, other: &Set) -> Set {
        self.join(other, |left, right| match (left, right) {
            (Some(a), Some(b)) => {
                Some(Node { element: a.element.clone(), member: a.member || b.member, below: a.below.union(&b.below) })
            }
            (one, other) => one.or(other).cloned(),
        })
    }

    pub fn intersection(&self, other: &Set) -> Set {
        self.join(other, |left, right| {
            let (a, b) = (left?, right?);
            Some(Node {
                element: a.element.clone(),
                member: a.member && b.member,
                below: a.below.intersection(&b.below),
            })
        })
    }

    /// What is here and not there; a member there takes nothing away below it.
    pub fn difference(&self, other: &Set) -> Set {
        self.join(other, |left, right| {
            let a = left?;
            let Some(b) = right else { return Some(a.clone()) };
            Some(Node {
                element: a.element.clone(),
                member: a.member && !b.member,
                below: a.below.difference(&b.below),
            })
        })
    }

    /// What is here and not there; a member there takes everything below it away.
    pub fn recursive_difference(&self, other: &Set) -> Set {
        self.join(other, |left, right| {
            let a = left?;
            match right {
                None => Some(a.clone()),
                Some(b) if b.member => None,
                Some(b) => Some(Node {
                    element: a.element.clone(),
                    member: a.member,
                    below: a.below.recursive_difference(&b.below),
                }),
            }
        })
    }

    /// The set with changed nodes on this level.
    pub(super) fn map_nodes(&self, change: impl Fn(&Node) -> Node) -> Set {
        Set { nodes: self.nodes.iter().map(change).collect() }
    }

    /// Every path: on each level the members first, then what is below.
    pub fn paths(&self) -> Vec<Path> {
        let mut out = Vec::new();
        self.collect(&mut Vec::new(), &mut out);
        out
    }

    fn collect(&self, prefix: &mut Path, out: &mut Vec<Path>) {
        for node in self.nodes.iter().filter(|node| node.member) {
            let mut path = prefix.clone();
            path.push(node.element.clone());
            out.push(path);
        }
        for node in &self.nodes {
            prefix.push(node.element.clone());
            node.below.collect(prefix, out);
            prefix.pop();
        }
    }
}
