//! What single calls can cost, and how large their results can be.

use super::{Coster, Entries, Estimate, UNKNOWN};
use crate::check::Meaning;
use crate::syntax::{Expr, Literal, Node};
use crate::types::Type;

const TRAVERSAL: f64 = 0.1;
const PATTERN: f64 = 0.25;

/// The cost of a call itself, and the size of what it gives.
type Call = (Estimate, Option<Estimate>);

/// The arguments of a call with their sizes; the target first, where there is one.
struct Given<'e> {
    function: &'static str,
    overload: &'static str,
    exprs: Vec<&'e Expr>,
    sizes: Vec<Estimate>,
    costs: Vec<Estimate>,
}

impl Given<'_> {
    fn size(&self, at: usize) -> Estimate {
        self.sizes.get(at).copied().unwrap_or(UNKNOWN)
    }

    fn cost(&self, at: usize) -> Estimate {
        self.costs.get(at).copied().unwrap_or(Estimate::fixed(0))
    }

    fn literal_int(&self, at: usize) -> Option<u64> {
        match self.exprs.get(at)?.as_literal()? {
            Literal::Int(int) => Some(u64::try_from(*int).unwrap_or(0)),
            _ => None,
        }
    }
}

fn nominal() -> Call {
    (Estimate::fixed(1), None)
}

fn pattern(pattern: Estimate, text: Estimate) -> Estimate {
    text.plus(Estimate::fixed(1)).scaled(TRAVERSAL).times(pattern.scaled(PATTERN))
}

fn allocated(factor: f64, size: Estimate) -> Call {
    (size.scaled(factor).plus(Estimate::fixed(11)), Some(size))
}

impl Coster<'_> {
    pub(super) fn call(&mut self, expr: &Expr) -> Estimate {
        let Node::Call { function, target, args } = &expr.node else { return Estimate::fixed(0) };
        if &**function == "_?._" {
            // As upstream: sizes are not followed through optionals.
            return args.first().map_or(Estimate::fixed(0), |operand| self.cost(operand).plus(Estimate::fixed(1)));
        }
        let program = self.program;
        let (found, overloads, member) = match program.meaning(expr.id) {
            Some(Meaning::Global(found, overloads)) => (found, overloads, false),
            Some(Meaning::Member(found, overloads)) => (found, overloads, true),
            _ => return Estimate::fixed(0),
        };
        let exprs: Vec<&Expr> = target.as_deref().into_iter().filter(|_| member).chain(args).collect();
        let costs: Vec<Estimate> = exprs.iter().map(|arg| self.cost(arg)).collect();
        let sizes: Vec<Estimate> = exprs.iter().map(|arg| self.size_or_unknown(arg)).collect();
        let all = costs.iter().fold(Estimate::fixed(0), |sum, cost| sum.plus(*cost));
        if found.name == "dyn" {
            if let Some(arg) = exprs.first() {
                let (size, entries) = (self.size(arg), self.entry_sizes(arg));
                self.remember(expr, size, entries);
            }
            return all.plus(Estimate::fixed(1));
        }
        let mut given = Given { function: found.name, overload: "", exprs, sizes, costs };
        let mut cost = Estimate { min: u64::MAX, max: 0 };
        let mut size: Option<Estimate> = None;
        for overload in overloads {
            given.overload = overload.id;
            let (one, result) = match found.name {
                // Only these do not evaluate all their arguments.
                "_&&_" | "_||_" => {
                    let (left, right) = (given.cost(0), given.cost(1));
                    (Estimate { min: left.min, max: left.plus(right).max }, None)
                }
                "_?_:_" => self.conditional(expr, &given),
                _ => {
                    let (own, result) = self.function(expr, &given);
                    (own.plus(all), result)
                }
            };
            cost = cost.union(one);
            size = match (size, result) {
                (Some(size), Some(result)) => Some(size.union(result)),
                (one, other) => one.or(other),
            };
            if matches!(overload.id, "index_list" | "index_map")
                && let Some(container) = given.exprs.first()
            {
                size = self.entry_sizes(container).map(|entries| entries.value);
                let mut path = self.path(container);
                path.push(if overload.id == "index_list" { "@items" } else { "@values" }.to_owned());
                self.paths.insert(expr.id, path);
            }
            if size.is_none() {
                size = self.size(expr);
            }
        }
        self.remember(expr, size, None);
        cost
    }

    fn conditional(&mut self, expr: &Expr, given: &Given<'_>) -> Call {
        let size = given.size(1).union(given.size(2));
        if let (Some(truthy), Some(falsy)) = (given.exprs.get(1), given.exprs.get(2)) {
            let both: Option<Entries> =
                self.entry_sizes(truthy).zip(self.entry_sizes(falsy)).map(|(one, other)| one.union(other));
            self.remember(expr, None, both);
        }
        (given.cost(0).plus(given.cost(1).union(given.cost(2))), Some(size))
    }

    /// The size of the elements of a list.
    fn element_size(&self, list: &Expr) -> Option<Estimate> {
        let mut path = self.known_path(list);
        if path.is_empty() {
            return None;
        }
        path.push("@items".into());
        self.size_at(&path)
    }

    fn element_type(&self, list: &Expr) -> Option<Type> {
        match self.program.type_at(list.id) {
            Type::List(element) => Some((**element).clone()),
            _ => None,
        }
    }

    fn function(&mut self, expr: &Expr, given: &Given<'_>) -> Call {
        let walk = |at: usize| given.size(at).scaled(TRAVERSAL);
        match given.function {
            "check" => (Estimate::fixed(350_000), None),
            "fieldSelector" | "labelSelector" => {
                let size = given.size(1);
                let requirements = size.scaled(0.5).scaled(50.0);
                (Estimate::fixed(10).plus(size.scaled(TRAVERSAL)).plus(requirements), None)
            }
            "isSorted" | "sum" | "max" | "min" | "indexOf" | "lastIndexOf" => self.walked(given),
            "url" | "jsonpatch.escapeKey" | "lowerAscii" | "upperAscii" | "substring" | "trim" => {
                (walk(0), Some(given.size(0)))
            }
            "replace" => replaced(given),
            "split" => {
                let most = given.literal_int(2).unwrap_or(given.size(0).max);
                (given.size(0).scaled(2.0 * TRAVERSAL), Some(Estimate { min: 0, max: most }))
            }
            "join" => self.joined(given),
            "find" | "findAll" => {
                let text = given.size(0);
                (pattern(given.size(1), text), Some(Estimate { min: 0, max: text.max }))
            }
            "cidr" | "isIP" | "isCIDR" | "quantity" | "isQuantity" | "semver" | "isSemver" => (walk(0), None),
            "ip" if given.overload != "cidr_ip" => (walk(0), None),
            "ip.isCanonical" => (given.size(0).scaled(2.0 * TRAVERSAL), None),
            "containsIP" | "containsCIDR" => {
                let address = Estimate { min: 4, max: 16 };
                let mut cost = address.plus(address).scaled(TRAVERSAL);
                if given.function == "containsCIDR" {
                    cost = cost.plus(address.scaled(TRAVERSAL)).plus(Estimate::fixed(1));
                }
                if given.overload.ends_with("_string") {
                    cost = cost.plus(walk(1));
                }
                (cost, None)
            }
            "validate" => (given.size(1).scaled(TRAVERSAL).scaled(128.0 * PATTERN), None),
            "sets.contains" | "sets.intersects" => {
                (given.size(0).times(given.size(1)).scaled(1.0).plus(Estimate::fixed(1)), None)
            }
            "sets.equivalent" => (given.size(0).times(given.size(1)).scaled(2.0).plus(Estimate::fixed(1)), None),
            "slice" => {
                let start = given.literal_int(1).unwrap_or(0);
                let end = given.literal_int(2).unwrap_or(given.size(0).max);
                allocated(1.0, Estimate::fixed(end.saturating_sub(start)))
            }
            "lists.range" => allocated(1.0, Estimate::fixed(given.literal_int(0).unwrap_or(u64::MAX))),
            "reverse" => allocated(1.0, given.size(0)),
            "flatten" => {
                let depth = if given.exprs.len() > 1 { given.literal_int(1).unwrap_or(u64::MAX) } else { 1 };
                allocated(depth as f64, given.size(0))
            }
            "distinct" => allocated(2.0, given.size(0).times(given.size(0))),
            "sort" | "@sortByAssociatedKeys" => {
                let at = usize::from(given.function != "sort");
                let text = given.overload.contains("string") || given.overload.contains("bytes");
                let factor = if text { 2.0 + TRAVERSAL } else { 2.0 };
                allocated(factor, given.size(at).times(given.size(at)))
            }
            "_==_" if self.is_cheap(given) => nominal(),
            _ => self.by_overload(expr, given),
        }
    }

    /// Values of Kubernetes' own types are compared at once.
    fn is_cheap(&self, given: &Given<'_>) -> bool {
        given.exprs.first().is_some_and(|arg| {
            matches!(self.program.type_at(arg.id), Type::Opaque(name, params) if params.is_empty() && &**name != "kubernetes.URL")
        })
    }

    fn walked(&mut self, given: &Given<'_>) -> Call {
        let Some(target) = given.exprs.first() else { return nominal() };
        let Some(element) = self.element_type(target) else {
            return (given.size(0).scaled(TRAVERSAL), None);
        };
        let mut each = Estimate::fixed(1);
        if matches!(element, Type::String | Type::Bytes) {
            each = each.plus(self.element_size(target).unwrap_or(UNKNOWN).scaled(TRAVERSAL));
        }
        (given.size(0).times(each), None)
    }

    fn joined(&mut self, given: &Given<'_>) -> Call {
        let Some(target) = given.exprs.first() else { return nominal() };
        let count = given.size(0);
        let mut size = count.times(self.element_size(target).unwrap_or(UNKNOWN));
        if given.exprs.len() > 1 {
            let gaps = Estimate { min: count.min.saturating_sub(1), max: count.max.saturating_sub(1) };
            size = size.plus(given.size(1).times(gaps));
        }
        (size.scaled(TRAVERSAL), Some(size))
    }

    fn by_overload(&mut self, expr: &Expr, given: &Given<'_>) -> Call {
        let (first, second) = (given.size(0), given.size(1));
        match given.overload {
            "string_format" => (first.scaled(TRAVERSAL), None),
            "string_to_bytes" => {
                let most = Estimate { min: first.min, max: first.max.saturating_mul(4) };
                (first.scaled(TRAVERSAL), Some(most))
            }
            "bytes_to_string" => (first.scaled(TRAVERSAL), Some(Estimate { min: first.min / 4, max: first.max })),
            "strings_quote" => {
                let most = first.max.saturating_mul(2).saturating_add(2);
                (first.scaled(TRAVERSAL), Some(Estimate { min: first.min + 2, max: most }))
            }
            "starts_with_string" | "ends_with_string" => (second.scaled(TRAVERSAL), None),
            "in_list" => (second.scaled(1.0), None),
            "matches_string" => (pattern(second, first), None),
            "contains_string" => (first.scaled(TRAVERSAL).times(second.scaled(TRAVERSAL)), None),
            "add_string" | "add_bytes" | "add_list" => {
                let size = first.plus(second);
                if let (Some(one), Some(other)) = (given.exprs.first(), given.exprs.get(1)) {
                    let both = self.entry_sizes(one).zip(self.entry_sizes(other));
                    self.remember(expr, None, both.map(|(one, other)| one.union(other)));
                }
                let cost = if given.overload == "add_list" { Estimate::fixed(1) } else { size.scaled(TRAVERSAL) };
                (cost, Some(size))
            }
            "less_string"
            | "greater_string"
            | "less_equals_string"
            | "greater_equals_string"
            | "less_bytes"
            | "greater_bytes"
            | "less_equals_bytes"
            | "greater_equals_bytes"
            | "equals"
            | "not_equals" => {
                let most = first.max.min(second.max);
                (Estimate { min: most.min(1), max: most }.scaled(TRAVERSAL), None)
            }
            _ => nominal(),
        }
    }
}

/// The longest and the shortest that replacing can make a text.
fn replaced(given: &Given<'_>) -> Call {
    let (text, old, new) = (given.size(0), given.size(1), given.size(2));
    let ratio = |text: u64, part: u64| (text as f64 / part as f64).ceil() as u64;
    let (count_max, kept_max) = if old.min == 0 {
        (text.max.saturating_add(1), text.max)
    } else if new.max <= old.min {
        (0, text.max)
    } else {
        (ratio(text.max, old.min), 0)
    };
    let (count_min, kept_min) = if old.max == 0 {
        (text.min.saturating_add(1), text.min)
    } else if old.max <= new.min {
        (0, text.min)
    } else {
        (ratio(text.min, old.max), 0)
    };
    let count = Estimate { min: count_min, max: count_max };
    let size = count.times(new).plus(Estimate { min: kept_min, max: kept_max });
    (text.scaled(2.0 * TRAVERSAL), Some(size))
}
