//! What a call costs, once its arguments and its result are known.
//!
//! As upstream: cel-go/interpreter/runtimecost.go, apiserver/pkg/cel/library/cost.go, and the trackers of cel-go/ext.

use crate::syntax::{Expr, Node};
use crate::value::{Outcome, Val};

pub(super) const IDENT: u64 = 1;
pub(super) const LIST: u64 = 10;
pub(super) const MAP: u64 = 30;
pub(super) const MESSAGE: u64 = 40;

/// A tenth for each character that is walked over.
const TRAVERSAL: f64 = 0.1;

/// A quarter for each character of a pattern.
const PATTERN: f64 = 0.25;

pub(super) struct Call<'v, 'a> {
    pub(super) function: &'static str,
    /// Empty when several forms were possible.
    pub(super) overload: &'static str,
    pub(super) args: &'v [Val<'a>],
    pub(super) result: &'v Outcome<'a>,
}

/// Lists and maps of literals are made before the expression runs, and cost nothing.
pub(super) fn is_constant(expr: &Expr) -> bool {
    match &expr.node {
        Node::Literal(_) => true,
        Node::List { items, optional } => optional.is_empty() && items.iter().all(is_constant),
        Node::Map(entries) => entries.iter().all(|it| !it.optional && is_constant(&it.key) && is_constant(&it.value)),
        Node::Call { function, target: None, args } => is_folded(function, args),
        _ => false,
    }
}

/// Calls that are made before the expression runs: conversions of literals, and membership in a list of literals.
pub(super) fn is_folded(function: &str, args: &[Expr]) -> bool {
    match (function, args) {
        (
            "bool" | "bytes" | "double" | "duration" | "dyn" | "int" | "string" | "timestamp" | "type" | "uint",
            [arg],
        ) => is_constant(arg),
        ("@in", [_, list]) => matches!(&list.node, Node::List { items, .. } if !items.is_empty()) && is_constant(list),
        _ => false,
    }
}

/// Names, and what is selected from something. Where one is a branch of `?:` or an index, it costs one less: it is not
/// looked at by itself.
pub(super) fn is_attribute(expr: &Expr) -> bool {
    match &expr.node {
        Node::Ident(_) => true,
        Node::Select { test, .. } => !test,
        Node::Call { function, .. } => matches!(&**function, "_[_]" | "_[?_]" | "_?._"),
        _ => false,
    }
}

fn scaled(size: u64, factor: f64) -> u64 {
    (size as f64 * factor).ceil() as u64
}

impl Call<'_, '_> {
    fn size(&self, at: usize) -> u64 {
        self.args.get(at).map_or(1, Val::size)
    }

    fn pattern_cost(&self, pattern: u64, text: u64) -> u64 {
        scaled(text + 1, TRAVERSAL) * scaled(pattern, PATTERN)
    }

    pub(super) fn cost(&self) -> u64 {
        match self.function {
            "check" => 350_000,
            "fieldSelector" | "labelSelector" => {
                let size = self.size(1);
                10 + scaled(size, TRAVERSAL) + scaled(scaled(size, 0.5), 50.0)
            }
            "isSorted" | "sum" | "max" | "min" | "indexOf" | "lastIndexOf" => self.args.first().map_or(0, traversal),
            "url"
            | "lowerAscii"
            | "upperAscii"
            | "substring"
            | "trim"
            | "jsonpatch.escapeKey"
            | "cidr"
            | "isIP"
            | "isCIDR"
            | "quantity"
            | "isQuantity"
            | "semver"
            | "isSemver" => scaled(self.size(0), TRAVERSAL),
            "ip" if self.overload != "cidr_ip" => scaled(self.size(0), TRAVERSAL),
            "replace" | "split" | "ip.isCanonical" => scaled(self.size(0), 2.0 * TRAVERSAL),
            "join" => scaled(self.result.as_ref().map_or(1, Val::size), 2.0 * TRAVERSAL),
            "find" | "findAll" => self.pattern_cost(self.size(1), self.size(0)),
            "containsIP" => {
                let extra = if self.overload == "cidr_contains_ip_string" { self.size(1) } else { 0 };
                scaled(self.size(0) * 2, TRAVERSAL) + scaled(extra, TRAVERSAL)
            }
            "containsCIDR" => {
                let extra = if self.overload == "cidr_contains_cidr_string" { self.size(1) } else { 0 };
                let own = self.size(0);
                scaled(own * 2, TRAVERSAL) + scaled(own, TRAVERSAL) + 1 + scaled(extra, TRAVERSAL)
            }
            "validate" => match self.args.first() {
                Some(Val::Format(format)) => self.pattern_cost(format.pattern, self.size(1)),
                _ => 1,
            },
            "_==_" | "_!=_" => match self.args.first() {
                Some(
                    Val::Quantity(_)
                    | Val::Ip(_)
                    | Val::Cidr(_)
                    | Val::Format(_)
                    | Val::Url(_)
                    | Val::Semver(_)
                    | Val::Check(_),
                ) => 1,
                _ => scaled(self.size(0).min(self.size(1)), TRAVERSAL),
            },
            "sets.contains" | "sets.intersects" => 1 + self.size(0) * self.size(1),
            "sets.equivalent" => 1 + self.size(0) * self.size(1) * 2,
            "slice" | "lists.range" | "reverse" => allocated(1.0, self.result.as_ref().map_or(1, Val::size)),
            "flatten" => {
                let depth = match self.args.get(1) {
                    Some(Val::Int(depth)) => *depth as f64,
                    _ => 1.0,
                };
                allocated(depth, self.size(0))
            }
            "distinct" | "sort" => self.compared(0),
            "@sortByAssociatedKeys" => self.compared(1),
            _ => self.by_overload(),
        }
    }

    /// Every element is compared with every other.
    fn compared(&self, at: usize) -> u64 {
        let Some(Val::List(list)) = self.args.get(at) else { return 1 };
        let text = matches!(list.first(), Some(Ok(Val::String(_) | Val::Bytes(_))));
        let size = list.len() as u64;
        allocated(if text { 2.0 + TRAVERSAL } else { 2.0 }, size.saturating_mul(size))
    }

    fn by_overload(&self) -> u64 {
        match self.overload {
            "starts_with_string" | "ends_with_string" | "string_to_bytes" | "bytes_to_string" | "strings_quote"
            | "string_format" => scaled(self.size(0), TRAVERSAL),
            "in_list" => self.size(1),
            "less_string"
            | "greater_string"
            | "less_equals_string"
            | "greater_equals_string"
            | "less_bytes"
            | "greater_bytes"
            | "less_equals_bytes"
            | "greater_equals_bytes" => scaled(self.size(0).min(self.size(1)), TRAVERSAL),
            "add_string" | "add_bytes" => scaled(self.size(0) + self.size(1), TRAVERSAL),
            "matches_string" => self.pattern_cost(self.size(1), self.size(0)),
            "contains_string" => scaled(self.size(0), TRAVERSAL) * scaled(self.size(1), TRAVERSAL),
            _ => 1,
        }
    }
}

fn allocated(factor: f64, size: u64) -> u64 {
    (size as f64 * factor) as u64 + 1 + LIST
}

/// What walking over all of a value costs.
fn traversal(value: &Val<'_>) -> u64 {
    match value {
        Val::String(text) => (text.len() as f64 * TRAVERSAL) as u64,
        Val::Bytes(bytes) => (bytes.len() as f64 * TRAVERSAL) as u64,
        Val::List(list) => list.iter().map(|item| item.as_ref().map_or(1, traversal)).sum(),
        Val::Map(map) => map
            .keys()
            .iter()
            .map(|key| traversal(key) + map.find(key).ok().flatten().as_ref().map_or(1, traversal))
            .sum(),
        _ => 1,
    }
}
