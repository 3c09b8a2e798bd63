//! Calls that are rewritten while parsing: tests of presence, loops over lists and maps, and computing inside an
//! optional.
//!
//! As upstream: cel-go/parser/macro.go, ext/comprehensions.go, ext/lists.go (`sortBy`), cel/library.go (optionals).

use super::parser::Build;
use super::tree::{ACCUMULATOR, Entry, Expr, FieldInit, Fold, Literal, Name, Node};

/// Stands where a loop has no use for its variable.
const UNUSED: &str = "#unused";

const SORT_INPUT: &str = "@__sortBy_input__";

/// A call without a target.
pub(super) fn global(build: &mut Build, at: usize, function: &str, mut args: Vec<Expr>) -> Expr {
    if function == "has" && args.len() == 1 {
        let arg = args.swap_remove(0);
        if let Node::Select { operand, field, .. } = arg.node {
            return build.node(at, Node::Select { operand, field, test: true });
        }
        build.fault(arg.at, "invalid argument to has() macro");
        return arg;
    }
    build.call(at, function, args)
}

/// A call on a target.
pub(super) fn receiver(build: &mut Build, at: usize, function: &str, target: Expr, args: Vec<Expr>) -> Expr {
    let count = args.len();
    let mut expand = Expand { build, at };
    match (function, count) {
        ("all", 2 | 3) => expand.quantifier(Quantifier::All, target, args),
        ("exists", 2 | 3) => expand.quantifier(Quantifier::Exists, target, args),
        ("exists_one" | "existsOne", 2 | 3) => expand.quantifier(Quantifier::One, target, args),
        ("map", 2 | 3) => expand.map(target, args),
        ("filter", 2) => expand.filter(target, args),
        ("transformList", 3 | 4) => expand.transform(Transform::List, target, args),
        ("transformMap", 3 | 4) => expand.transform(Transform::Map, target, args),
        ("transformMapEntry", 3 | 4) => expand.transform(Transform::Entry, target, args),
        ("optMap", 2) => expand.optional(function, target, args),
        ("optFlatMap", 2) => expand.optional(function, target, args),
        ("sortBy", 2) => expand.sort_by(target, args),
        _ => build.member_call(at, function, target, args),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Quantifier {
    All,
    Exists,
    One,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Transform {
    List,
    Map,
    Entry,
}

/// What a fold does, around its range and variables.
struct Body {
    init: Expr,
    condition: Expr,
    step: Expr,
    result: Expr,
}

struct Expand<'b> {
    build: &'b mut Build,
    at: usize,
}

impl Expand<'_> {
    fn literal(&mut self, literal: Literal) -> Expr {
        self.build.literal(self.at, literal)
    }

    fn call(&mut self, function: &str, args: Vec<Expr>) -> Expr {
        self.build.call(self.at, function, args)
    }

    fn accu(&mut self) -> Expr {
        self.build.ident(self.at, ACCUMULATOR)
    }

    fn fold(&mut self, range: Expr, vars: (Name, Option<Name>), body: Body) -> Expr {
        let fold = Fold {
            range,
            var: vars.0,
            var2: vars.1,
            accu: ACCUMULATOR.into(),
            init: body.init,
            condition: body.condition,
            step: body.step,
            result: body.result,
        };
        self.build.node(self.at, Node::Fold(Box::new(fold)))
    }

    /// The loop's variables, taken off the front of the arguments; a fault when they are no plain names.
    fn vars(&mut self, args: &mut Vec<Expr>, two: bool, text: &str) -> Option<(Name, Option<Name>)> {
        let first = args.remove(0);
        let Some(name) = first.as_ident().cloned() else {
            self.build.fault(first.at, text);
            return None;
        };
        if &*name == "__result__" {
            self.build.fault(first.at, "iteration variable overwrites accumulator variable");
            return None;
        }
        if !two {
            return Some((name, None));
        }
        let second = args.remove(0);
        let Some(other) = second.as_ident().cloned() else {
            self.build.fault(second.at, text);
            return None;
        };
        if other == name {
            self.build.fault(second.at, format!("duplicate variable name: {name}"));
            return None;
        }
        if &*other == "__result__" {
            self.build.fault(second.at, "iteration variable overwrites accumulator variable");
            return None;
        }
        Some((name, Some(other)))
    }

    fn quantifier(&mut self, kind: Quantifier, target: Expr, mut args: Vec<Expr>) -> Expr {
        let two = args.len() == 3;
        let Some(vars) = self.vars(&mut args, two, "argument must be a simple name") else { return target };
        let predicate = args.remove(0);
        let accu = self.accu();
        let body = match kind {
            Quantifier::All => Body {
                init: self.literal(Literal::Bool(true)),
                condition: self.call("@not_strictly_false", vec![accu]),
                step: {
                    let accu = self.accu();
                    self.call("_&&_", vec![accu, predicate])
                },
                result: self.accu(),
            },
            Quantifier::Exists => Body {
                init: self.literal(Literal::Bool(false)),
                condition: {
                    let not = self.call("!_", vec![accu]);
                    self.call("@not_strictly_false", vec![not])
                },
                step: {
                    let accu = self.accu();
                    self.call("_||_", vec![accu, predicate])
                },
                result: self.accu(),
            },
            Quantifier::One => Body {
                init: self.literal(Literal::Int(0)),
                condition: self.literal(Literal::Bool(true)),
                step: {
                    let one = self.literal(Literal::Int(1));
                    let more = self.call("_+_", vec![accu, one]);
                    let same = self.accu();
                    self.call("_?_:_", vec![predicate, more, same])
                },
                result: {
                    let (accu, one) = (self.accu(), self.literal(Literal::Int(1)));
                    self.call("_==_", vec![accu, one])
                },
            },
        };
        self.fold(target, vars, body)
    }

    /// Appends to the list that is collected, where the filter says so.
    fn collect(&mut self, item: Expr, filter: Option<Expr>) -> Body {
        let item = self.build.list(self.at, vec![item]);
        let accu = self.accu();
        let added = self.call("_+_", vec![accu, item]);
        let step = self.filtered(added, filter);
        Body {
            init: self.build.list(self.at, Vec::new()),
            condition: self.literal(Literal::Bool(true)),
            step,
            result: self.accu(),
        }
    }

    fn filtered(&mut self, step: Expr, filter: Option<Expr>) -> Expr {
        match filter {
            None => step,
            Some(filter) => {
                let same = self.accu();
                self.call("_?_:_", vec![filter, step, same])
            }
        }
    }

    fn map(&mut self, target: Expr, mut args: Vec<Expr>) -> Expr {
        let Some(vars) = self.vars(&mut args, false, "argument is not an identifier") else { return target };
        let filter = (args.len() == 2).then(|| args.remove(0));
        let item = args.remove(0);
        let body = self.collect(item, filter);
        self.fold(target, vars, body)
    }

    fn filter(&mut self, target: Expr, mut args: Vec<Expr>) -> Expr {
        let at = args.first().map_or(self.at, |it| it.at);
        let Some(vars) = self.vars(&mut args, false, "argument is not an identifier") else { return target };
        let item = self.build.ident(at, &vars.0);
        let filter = args.remove(0);
        let body = self.collect(item, Some(filter));
        self.fold(target, vars, body)
    }

    fn transform(&mut self, kind: Transform, target: Expr, mut args: Vec<Expr>) -> Expr {
        let Some(vars) = self.vars(&mut args, true, "argument must be a simple name") else { return target };
        let filter = (args.len() == 2).then(|| args.remove(0));
        let value = args.remove(0);
        if kind == Transform::List {
            let body = self.collect(value, filter);
            return self.fold(target, vars, body);
        }
        let accu = self.accu();
        let inserted = if kind == Transform::Entry {
            vec![accu, value]
        } else {
            let key = self.build.ident(self.at, &vars.0);
            vec![accu, key, value]
        };
        let inserted = self.call("cel.@mapInsert", inserted);
        let step = self.filtered(inserted, filter);
        let body = Body {
            init: self.build.node(self.at, Node::Map(Vec::new())),
            condition: self.literal(Literal::Bool(true)),
            step,
            result: self.accu(),
        };
        self.fold(target, vars, body)
    }

    /// A variable bound to one value: a fold that never steps.
    fn bind(&mut self, name: &str, value: Expr, result: Expr) -> Expr {
        let fold = Fold {
            range: self.build.list(self.at, Vec::new()),
            var: UNUSED.into(),
            var2: None,
            accu: name.into(),
            init: value,
            condition: self.literal(Literal::Bool(false)),
            step: self.build.ident(self.at, name),
            result,
        };
        self.build.node(self.at, Node::Fold(Box::new(fold)))
    }

    fn optional(&mut self, function: &str, target: Expr, mut args: Vec<Expr>) -> Expr {
        let var = args.remove(0);
        let Some(name) = var.as_ident().cloned() else {
            self.build.fault(var.at, format!("{function}() variable name must be a simple identifier"));
            return target;
        };
        let copy = copy(self.build, &target);
        let has = self.build.member_call(self.at, "hasValue", target, Vec::new());
        let value = self.build.member_call(self.at, "value", copy, Vec::new());
        let bound = self.bind(&name, value, args.remove(0));
        let bound = if function == "optMap" { self.call("optional.of", vec![bound]) } else { bound };
        let none = self.call("optional.none", Vec::new());
        self.call("_?_:_", vec![has, bound, none])
    }

    fn sort_by(&mut self, target: Expr, args: Vec<Expr>) -> Expr {
        if matches!(target.node, Node::Literal(_) | Node::Map(_) | Node::Message { .. }) {
            self.build.fault(
                target.at,
                "sortBy can only be applied to a list, identifier, comprehension, call or select expression",
            );
            return target;
        }
        let input = self.build.ident(self.at, SORT_INPUT);
        let keys = self.map(input, args);
        let input = self.build.ident(self.at, SORT_INPUT);
        let sorted = self.build.member_call(self.at, "@sortByAssociatedKeys", input, vec![keys]);
        self.bind(SORT_INPUT, target, sorted)
    }
}

/// The same tree with ids of its own.
fn copy(build: &mut Build, expr: &Expr) -> Expr {
    if build.is_full() {
        return build.literal(expr.at, Literal::Null);
    }
    let mut all = |items: &[Expr]| -> Vec<Expr> { items.iter().map(|item| copy(build, item)).collect() };
    let node = match &expr.node {
        Node::Literal(literal) => Node::Literal(literal.clone()),
        Node::Ident(name) => Node::Ident(name.clone()),
        Node::Select { operand, field, test } => {
            Node::Select { operand: Box::new(copy(build, operand)), field: field.clone(), test: *test }
        }
        Node::Call { function, target, args } => {
            let args = all(args);
            let target = target.as_ref().map(|target| Box::new(copy(build, target)));
            Node::Call { function: function.clone(), target, args }
        }
        Node::List { items, optional } => Node::List { items: all(items), optional: optional.clone() },
        Node::Map(entries) => Node::Map(
            entries
                .iter()
                .map(|it| Entry { key: copy(build, &it.key), value: copy(build, &it.value), optional: it.optional })
                .collect(),
        ),
        Node::Message { name, fields } => Node::Message {
            name: name.clone(),
            fields: fields.iter().map(|it| FieldInit { value: copy(build, &it.value), ..it.clone() }).collect(),
        },
        Node::Fold(fold) => Node::Fold(Box::new(Fold {
            range: copy(build, &fold.range),
            init: copy(build, &fold.init),
            condition: copy(build, &fold.condition),
            step: copy(build, &fold.step),
            result: copy(build, &fold.result),
            var: fold.var.clone(),
            var2: fold.var2.clone(),
            accu: fold.accu.clone(),
        })),
    };
    build.node(expr.at, node)
}
