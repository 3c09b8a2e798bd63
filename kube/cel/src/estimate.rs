//! What an expression can cost at worst, before it ever runs: from the bounds of the schema it speaks of.
//!
//! As upstream: cel-go/checker/cost.go with the estimates of apiserver/pkg/cel/library/cost.go. A definition whose rules
//! may cost too much is refused, so a change here is a change of the API.

mod calls;

use std::collections::HashMap;

use crate::check::Meaning;
use crate::declare::Declared;
use crate::program::Program;
use crate::syntax::{ACCUMULATOR, Expr, ExprId, Fold, Literal, Node};
use crate::types::Type;

/// The least and the most that something is: a size, or a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    pub min: u64,
    pub max: u64,
}

/// Nothing is known.
const UNKNOWN: Estimate = Estimate { min: 0, max: u64::MAX };

impl Estimate {
    const fn fixed(value: u64) -> Estimate {
        Estimate { min: value, max: value }
    }

    fn plus(self, other: Estimate) -> Estimate {
        Estimate { min: self.min.saturating_add(other.min), max: self.max.saturating_add(other.max) }
    }

    fn times(self, other: Estimate) -> Estimate {
        Estimate { min: self.min.saturating_mul(other.min), max: self.max.saturating_mul(other.max) }
    }

    /// A cost from a size: so much for each unit, rounded up.
    fn scaled(self, factor: f64) -> Estimate {
        // From a float, `as` saturates.
        let scale = |value: u64| (value as f64 * factor).ceil() as u64;
        Estimate { min: scale(self.min), max: scale(self.max) }
    }

    fn union(self, other: Estimate) -> Estimate {
        Estimate { min: self.min.min(other.min), max: self.max.max(other.max) }
    }
}

impl Program {
    /// The cost of a run at worst; `root` declares the variable that paths start from.
    pub fn estimate(&self, root: &Declared) -> Estimate {
        let mut coster = Coster {
            program: self,
            root,
            paths: HashMap::new(),
            sizes: HashMap::new(),
            entries: HashMap::new(),
            locals: Vec::new(),
        };
        coster.cost(self.expr())
    }
}

/// The sizes of keys and of values of a list or a map.
#[derive(Debug, Clone, Copy)]
struct Entries {
    list: bool,
    key: Estimate,
    value: Estimate,
}

impl Entries {
    fn union(self, other: Entries) -> Entries {
        Entries { list: self.list, key: self.key.union(other.key), value: self.value.union(other.value) }
    }
}

#[derive(Debug, Clone)]
struct Local {
    name: String,
    path: Vec<String>,
    size: Option<Estimate>,
    entries: Option<Entries>,
}

struct Coster<'p> {
    program: &'p Program,
    root: &'p Declared,
    /// The way from a variable to a node.
    paths: HashMap<ExprId, Vec<String>>,
    sizes: HashMap<ExprId, Estimate>,
    entries: HashMap<ExprId, Entries>,
    locals: Vec<Local>,
}

impl Coster<'_> {
    fn cost(&mut self, expr: &Expr) -> Estimate {
        match &expr.node {
            Node::Literal(_) => Estimate::fixed(0),
            Node::Ident(name) => {
                let path = self.local(name).map_or_else(|| vec![name.to_string()], |local| local.path.clone());
                self.paths.insert(expr.id, path);
                Estimate::fixed(1)
            }
            Node::Select { operand, test: true, .. } => self.cost(operand),
            Node::Select { operand, field, .. } => {
                if matches!(self.program.meaning(expr.id), Some(Meaning::Variable(_) | Meaning::Type(_))) {
                    let name = expr.qualified_name().unwrap_or_default();
                    self.paths.insert(expr.id, vec![name]);
                    return Estimate::fixed(1);
                }
                let mut sum = self.cost(operand);
                if matches!(self.program.type_at(operand.id), Type::Map(_) | Type::Object(_) | Type::Param(_)) {
                    sum = sum.plus(Estimate::fixed(1));
                }
                let mut path = self.path(operand);
                path.push(field.to_string());
                self.paths.insert(expr.id, path);
                sum
            }
            Node::Call { .. } => self.call(expr),
            Node::List { items, .. } => {
                let mut sum = Estimate::fixed(10);
                let mut item_size = Estimate { min: if items.is_empty() { 0 } else { u64::MAX }, max: 0 };
                for item in items {
                    sum = sum.plus(self.cost(item));
                    item_size = item_size.union(self.size_or_unknown(item));
                }
                self.entries.insert(expr.id, Entries { list: true, key: Estimate::fixed(1), value: item_size });
                sum
            }
            Node::Map(map) => {
                let mut sum = Estimate::fixed(30);
                let least = if map.is_empty() { 0 } else { u64::MAX };
                let (mut key, mut value) = (Estimate { min: least, max: 0 }, Estimate { min: least, max: 0 });
                for entry in map {
                    sum = sum.plus(self.cost(&entry.key)).plus(self.cost(&entry.value));
                    key = key.union(self.size_or_unknown(&entry.key));
                    value = value.union(self.size_or_unknown(&entry.value));
                }
                self.entries.insert(expr.id, Entries { list: false, key, value });
                sum
            }
            Node::Message { fields, .. } => {
                fields.iter().fold(Estimate::fixed(40), |sum, field| sum.plus(self.cost(&field.value)))
            }
            Node::Fold(fold) => self.fold(expr, fold),
        }
    }

    fn local(&self, name: &str) -> Option<&Local> {
        self.locals.iter().rev().find(|local| local.name == name)
    }

    fn path(&self, expr: &Expr) -> Vec<String> {
        if let Some(local) = expr.as_ident().and_then(|name| self.local(name)) {
            return local.path.clone();
        }
        self.paths.get(&expr.id).cloned().unwrap_or_default()
    }

    /// A path that starts at a variable of the environment.
    fn known_path(&self, expr: &Expr) -> Vec<String> {
        let path = self.path(expr);
        if path.first().is_some_and(|first| first == ACCUMULATOR) { Vec::new() } else { path }
    }

    fn declared(&self, path: &[String]) -> Option<&Declared> {
        let (_, rest) = path.split_first()?;
        rest.iter().try_fold(self.root, |node, name| node.member(name))
    }

    fn size_at(&self, path: &[String]) -> Option<Estimate> {
        // Keys of maps are text of any length; upstream's declaration of them has no bound either, and so no size.
        if path.last().is_some_and(|last| last == "@keys") {
            return self.declared(path.get(..path.len() - 1)?).map(|_| Estimate::fixed(0));
        }
        self.declared(path).map(|node| Estimate { min: 0, max: node.max })
    }

    fn size(&mut self, expr: &Expr) -> Option<Estimate> {
        if let Some(size) = self.sizes.get(&expr.id) {
            return Some(*size);
        }
        match &expr.node {
            Node::Literal(Literal::String(text)) => return Some(Estimate::fixed(text.chars().count() as u64)),
            Node::Literal(Literal::Bytes(bytes)) => return Some(Estimate::fixed(bytes.len() as u64)),
            Node::Literal(_) => return Some(Estimate::fixed(1)),
            Node::List { items, .. } => return Some(Estimate::fixed(items.len() as u64)),
            Node::Map(entries) => return Some(Estimate::fixed(entries.len() as u64)),
            _ => {}
        }
        let path = self.path(expr);
        if let Some(size) = self.size_at(&path) {
            self.sizes.insert(expr.id, size);
            return Some(size);
        }
        if is_scalar(self.program.type_at(expr.id)) {
            return Some(Estimate::fixed(1));
        }
        self.local(expr.as_ident()?)?.size
    }

    fn size_or_unknown(&mut self, expr: &Expr) -> Estimate {
        self.size(expr).unwrap_or(UNKNOWN)
    }

    fn entry_sizes(&self, expr: &Expr) -> Option<Entries> {
        if let Some(entries) = self.entries.get(&expr.id) {
            return Some(*entries);
        }
        self.local(expr.as_ident()?)?.entries
    }

    fn push(&mut self, name: &str, range: &Expr, value: bool) {
        let entries = self.entry_sizes(range);
        let list = match entries {
            Some(entries) => entries.list,
            None => matches!(self.program.type_at(range.id), Type::List(_)),
        };
        let mut path = self.path(range);
        path.push(match (value, list) {
            (true, true) => "@items".into(),
            (true, false) => "@values".into(),
            (false, true) => "@indices".into(),
            (false, false) => "@keys".into(),
        });
        let size = entries.map(|entries| if value { entries.value } else { entries.key });
        self.locals.push(Local { name: name.into(), path, size, entries: None });
    }

    fn fold(&mut self, expr: &Expr, fold: &Fold) -> Estimate {
        let mut sum = self.cost(&fold.range).plus(self.cost(&fold.init));
        let depth = self.locals.len();
        let accu = Local {
            name: fold.accu.to_string(),
            path: self.path(&fold.init),
            size: self.size(&fold.init),
            entries: self.entry_sizes(&fold.init),
        };
        self.locals.push(accu);
        let empty = matches!(&fold.range.node, Node::List { items, .. } if items.is_empty());
        if empty && &*fold.accu != ACCUMULATOR {
            // One value bound to a name.
            sum = sum.plus(self.cost(&fold.result));
            let (size, entries) = (self.size(&fold.result), self.entry_sizes(&fold.result));
            self.locals.truncate(depth);
            self.remember(expr, size, entries);
            return sum;
        }
        match &fold.var2 {
            Some(second) => {
                self.push(&fold.var, &fold.range, false);
                self.push(second, &fold.range, true);
            }
            None => {
                let list = match self.entry_sizes(&fold.range) {
                    Some(entries) => entries.list,
                    None => matches!(self.program.type_at(fold.range.id), Type::List(_)),
                };
                self.push(&fold.var, &fold.range, list);
            }
        }
        let turn = self.cost(&fold.condition).plus(self.cost(&fold.step));
        let step_entries = self.entry_sizes(&fold.step);
        self.locals.truncate(depth + 1);
        sum = sum.plus(self.cost(&fold.result));
        self.locals.truncate(depth);
        let count = self.size_or_unknown(&fold.range);
        sum = sum.plus(count.times(turn));
        match &fold.init.node {
            Node::Literal(_) => {
                let size = self.size(&fold.init);
                self.remember(expr, size, None);
            }
            Node::List { .. } | Node::Map(_) => self.remember(expr, Some(count), step_entries),
            _ => {}
        }
        sum
    }

    fn remember(&mut self, expr: &Expr, size: Option<Estimate>, entries: Option<Entries>) {
        if let Some(size) = size {
            self.sizes.insert(expr.id, size);
        }
        if let Some(entries) = entries {
            self.entries.insert(expr.id, entries);
        }
    }
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::Bool | Type::Double | Type::Duration | Type::Int | Type::Timestamp | Type::Uint => true,
        other => other.unwrap_optional().is_some_and(is_scalar),
    }
}
