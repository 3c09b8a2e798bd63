//! Runs a checked tree. Faults are absorbed only where the language says so: by `&&`, `||` and loops built on them.
//! Every step is charged to a budget, as upstream charges it.
//!
//! As upstream: cel-go/interpreter, with the costs of runtimecost.go.

mod cost;
mod fold;

use std::rc::Rc;

use crate::check::Meaning;
use crate::library::{Function, Overload};
use crate::program::Program;
use crate::syntax::{Expr, FieldInit, Literal, Node};
use crate::value::{Entries, Fault, Held, List, Map, Message, Outcome, Val};

/// Where an expression's variables come from.
pub trait Variables<'a> {
    fn variable(&self, name: &str) -> Option<Outcome<'a>>;
}

/// Variables whose values are at hand.
impl<'a> Variables<'a> for Vec<(&str, Val<'a>)> {
    fn variable(&self, name: &str) -> Option<Outcome<'a>> {
        self.iter().find(|(own, _)| *own == name).map(|(_, value)| Ok(value.clone()))
    }
}

pub(crate) struct Machine<'a, 'v> {
    program: &'a Program,
    variables: &'v dyn Variables<'a>,
    /// Variables of the folds around, innermost last.
    locals: Vec<(&'a str, Outcome<'a>)>,
    pub(crate) spent: u64,
    limit: u64,
}

impl<'a, 'v> Machine<'a, 'v> {
    pub(crate) fn new(program: &'a Program, variables: &'v dyn Variables<'a>, limit: u64) -> Machine<'a, 'v> {
        Machine { program, variables, locals: Vec::new(), spent: 0, limit }
    }

    fn charge(&mut self, cost: u64) -> Result<(), Fault> {
        self.spent = self.spent.saturating_add(cost);
        if self.spent > self.limit {
            let message = "operation cancelled: actual cost limit exceeded".to_owned();
            return Err(Fault { message, exhausted: true });
        }
        Ok(())
    }

    pub(crate) fn eval(&mut self, expr: &'a Expr) -> Outcome<'a> {
        match &expr.node {
            Node::Literal(literal) => Ok(constant(literal)),
            Node::Ident(name) => self.ident(expr, name),
            Node::Select { operand, field, test } => self.select(expr, operand, field, *test),
            Node::Call { function, target, args } => self.call(expr, function, target.as_deref(), args),
            Node::List { items, optional } => self.list(expr, items, optional),
            Node::Map(_) => self.map(expr),
            Node::Message { name, fields } => self.message(name, fields),
            Node::Fold(fold) => self.fold(fold),
        }
    }

    /// A branch or an index.
    fn part(&mut self, expr: &'a Expr) -> Outcome<'a> {
        let value = self.eval(expr);
        if cost::is_attribute(expr) {
            self.spent = self.spent.saturating_sub(1);
        }
        value
    }

    fn ident(&mut self, expr: &Expr, name: &str) -> Outcome<'a> {
        match self.program.meaning(expr.id) {
            Some(Meaning::Type(ty)) => Ok(Val::Type(ty.clone())),
            _ => {
                self.charge(1)?;
                self.variable(name)
            }
        }
    }

    fn variable(&mut self, name: &str) -> Outcome<'a> {
        if let Some((_, value)) = self.locals.iter().rev().find(|(own, _)| *own == name) {
            return value.clone();
        }
        let name = name.strip_prefix('.').unwrap_or(name);
        match self.variables.variable(name) {
            Some(value) => value,
            None => Err(Fault::new(format!("no such attribute(s): {name}"))),
        }
    }

    /// Selecting from what is no variable costs one more.
    fn relative(&mut self, operand: &Expr) -> Result<(), Fault> {
        let free = match &operand.node {
            Node::Ident(_) | Node::Select { .. } => true,
            Node::Call { function, .. } => matches!(&**function, "_[_]" | "_[?_]" | "_?._" | "_?_:_"),
            _ => false,
        };
        if free { Ok(()) } else { self.charge(1) }
    }

    fn select(&mut self, expr: &Expr, operand: &'a Expr, field: &'a str, test: bool) -> Outcome<'a> {
        match self.program.meaning(expr.id) {
            Some(Meaning::Type(ty)) => return Ok(Val::Type(ty.clone())),
            Some(Meaning::Variable(name)) => {
                self.charge(1)?;
                let name: &'a str = name;
                return self.variable(name);
            }
            _ => {}
        }
        let value = self.eval(operand)?;
        if test {
            return Ok(Val::Bool(present(&value, field)?.is_some()));
        }
        self.relative(operand)?;
        match value {
            Val::Optional(None) => Ok(Val::Optional(None)),
            Val::Optional(Some(inner)) => self.perhaps(present(&inner, field)?),
            other => {
                self.charge(1)?;
                present(&other, field)?.ok_or_else(|| Fault::no_key(field))
            }
        }
    }

    fn call(&mut self, expr: &'a Expr, function: &str, target: Option<&'a Expr>, args: &'a [Expr]) -> Outcome<'a> {
        match (function, target, args) {
            ("_&&_", None, [left, right]) => self.logic(left, right, false),
            ("_||_", None, [left, right]) => self.logic(left, right, true),
            ("_?_:_", None, [condition, truthy, falsy]) => match self.eval(condition)? {
                Val::Bool(true) => self.part(truthy),
                Val::Bool(false) => self.part(falsy),
                _ => Err(Fault::no_overload()),
            },
            ("@not_strictly_false", None, [arg]) => {
                let value = self.eval(arg);
                self.charge(1)?;
                match value {
                    Ok(Val::Bool(value)) => Ok(Val::Bool(value)),
                    Err(fault) if fault.exhausted => Err(fault),
                    _ => Ok(Val::Bool(true)),
                }
            }
            ("_[_]" | "_[?_]", None, [operand, index]) => self.index(operand, index, function == "_[?_]"),
            ("_?._", None, [operand, field]) => {
                let value = self.eval(operand)?;
                self.relative(operand)?;
                let Some(Literal::String(name)) = field.as_literal() else { return Err(Fault::no_overload()) };
                match value {
                    Val::Optional(None) => Ok(Val::Optional(None)),
                    Val::Optional(Some(inner)) => self.perhaps(present(&inner, name)?),
                    other => self.perhaps(present(&other, name)?),
                }
            }
            ("or", Some(target), [other]) => match self.eval(target)? {
                Val::Optional(None) => self.eval(other),
                some => Ok(some),
            },
            ("orValue", Some(target), [other]) => match self.eval(target)? {
                Val::Optional(None) => self.eval(other),
                Val::Optional(Some(inner)) => Ok((*inner).clone()),
                some => Ok(some),
            },
            _ => self.function(expr, target, args),
        }
    }

    /// `&&` and `||`: one side that decides is enough, even when the other is a fault.
    fn logic(&mut self, left: &'a Expr, right: &'a Expr, decides: bool) -> Outcome<'a> {
        let left = self.eval(left);
        match &left {
            Ok(Val::Bool(value)) if *value == decides => return left,
            Err(fault) if fault.exhausted => return left,
            _ => {}
        }
        let right = self.eval(right);
        match (left, right) {
            (_, Ok(Val::Bool(value))) if value == decides => Ok(Val::Bool(value)),
            (_, Err(fault)) if fault.exhausted => Err(fault),
            (Err(fault), _) => Err(fault),
            (_, Err(fault)) => Err(fault),
            (Ok(Val::Bool(_)), Ok(Val::Bool(value))) => Ok(Val::Bool(value)),
            _ => Err(Fault::no_overload()),
        }
    }

    fn index(&mut self, operand: &'a Expr, index: &'a Expr, is_optional: bool) -> Outcome<'a> {
        let value = self.eval(operand)?;
        let at = self.part(index)?;
        self.relative(operand)?;
        match value {
            Val::Optional(None) => Ok(Val::Optional(None)),
            Val::Optional(Some(inner)) => self.perhaps(element(&inner, &at)?),
            other if is_optional => self.perhaps(element(&other, &at)?),
            other => {
                self.charge(1)?;
                element(&other, &at)?.ok_or_else(|| match other {
                    Val::List(_) => Fault::new(format!("index out of bounds: {at}")),
                    _ => Fault::no_key(&at),
                })
            }
        }
    }

    /// What is asked for only if it is there costs only then.
    fn perhaps(&mut self, value: Option<Val<'a>>) -> Outcome<'a> {
        if value.is_some() {
            self.charge(1)?;
        }
        Ok(value.map_or(Val::Optional(None), Val::some))
    }

    fn function(&mut self, expr: &'a Expr, target: Option<&'a Expr>, args: &'a [Expr]) -> Outcome<'a> {
        let (function, overloads, target) = match self.program.meaning(expr.id) {
            Some(Meaning::Global(function, overloads)) => (function, overloads, None),
            Some(Meaning::Member(function, overloads)) => (function, overloads, target),
            _ => return Err(Fault::no_overload()),
        };
        let mut values = Vec::with_capacity(args.len() + 1);
        let mut failed = None;
        for arg in target.into_iter().chain(args) {
            match self.eval(arg) {
                Ok(value) => values.push(value),
                Err(fault) if fault.exhausted => return Err(fault),
                Err(fault) => {
                    failed.get_or_insert(fault);
                }
            }
        }
        if let Some(fault) = failed {
            self.charge(1)?;
            return Err(fault);
        }
        let result = match (self.program.pattern(expr.id), values.first()) {
            // A pattern that the expression states was compiled once.
            (Some(regex), Some(Val::String(text))) => Ok(Val::Bool(regex.is_match(text))),
            _ => dispatch(function, overloads, &values),
        };
        let id = if let [one] = overloads.as_slice() { one.id } else { "" };
        let call = cost::Call { function: function.name, overload: id, args: &values, result: &result };
        let cost = if cost::is_folded(function.name, args) { 0 } else { call.cost() };
        self.charge(cost)?;
        result
    }

    fn list(&mut self, expr: &Expr, items: &'a [Expr], optional: &[usize]) -> Outcome<'a> {
        let mut made = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            let value = self.eval(item)?;
            if !optional.contains(&at) {
                made.push(value);
                continue;
            }
            match value {
                Val::Optional(Some(inner)) => made.push((*inner).clone()),
                Val::Optional(None) => {}
                other => {
                    let text = "cannot initialize optional list element from non-optional value";
                    return Err(Fault::new(format!("{text} {other}")));
                }
            }
        }
        self.charge(if cost::is_constant(expr) { 0 } else { cost::LIST })?;
        Ok(Val::List(List::made(made, crate::value::ListKind::Atomic)))
    }

    fn map(&mut self, expr: &'a Expr) -> Outcome<'a> {
        let Node::Map(entries) = &expr.node else { return Err(Fault::no_overload()) };
        let mut made = Entries::default();
        for entry in entries {
            let key = self.eval(&entry.key)?;
            let value = self.eval(&entry.value)?;
            let value = if entry.optional {
                match value {
                    Val::Optional(Some(inner)) => (*inner).clone(),
                    Val::Optional(None) => continue,
                    other => {
                        let text = format!("cannot initialize optional entry '{key}' from non-optional value {other}");
                        return Err(Fault::new(text));
                    }
                }
            } else {
                value
            };
            if !made.insert(key.clone(), value) {
                return Err(Fault::new(format!("Failed with repeated key {key}")));
            }
        }
        self.charge(if cost::is_constant(expr) { 0 } else { cost::MAP })?;
        Ok(Val::Map(Map::made(made)))
    }

    fn message(&mut self, name: &str, fields: &'a [FieldInit]) -> Outcome<'a> {
        let mut made = Vec::with_capacity(fields.len());
        for field in fields {
            let mut value = self.eval(&field.value)?;
            if field.optional {
                value = match value {
                    Val::Optional(Some(inner)) => (*inner).clone(),
                    Val::Optional(None) => continue,
                    other => {
                        let name = &field.name;
                        let text = format!("cannot initialize optional entry '{name}' from non-optional value {other}");
                        return Err(Fault::new(text));
                    }
                };
            }
            made.push((Rc::from(&*field.name), value));
        }
        self.charge(cost::MESSAGE)?;
        Ok(Val::Message(Rc::new(Message::new(name.strip_prefix('.').unwrap_or(name), made))))
    }
}

fn constant<'a>(literal: &'a Literal) -> Val<'a> {
    match literal {
        Literal::Null => Val::Null,
        Literal::Bool(bool) => Val::Bool(*bool),
        Literal::Int(int) => Val::Int(*int),
        Literal::Uint(uint) => Val::Uint(*uint),
        Literal::Double(double) => Val::Double(*double),
        Literal::String(text) => Val::borrowed(text),
        Literal::Bytes(bytes) => Val::Bytes(Held::Borrowed(bytes)),
    }
}

/// The field of a value, if it is there.
fn present<'a>(value: &Val<'a>, field: &str) -> Result<Option<Val<'a>>, Fault> {
    match value {
        Val::Map(map) => map.field(field),
        Val::Message(message) => Ok(message.field(field).cloned()),
        Val::Optional(Some(inner)) => present(inner, field),
        Val::List(_) => Err(Fault::new("unsupported index type 'string' in list")),
        _ => Ok(None),
    }
}

/// The element at an index or a key, if it is there.
fn element<'a>(value: &Val<'a>, at: &Val<'a>) -> Result<Option<Val<'a>>, Fault> {
    match value {
        Val::Map(map) => map.find(at),
        Val::List(list) => {
            let place = match at {
                Val::Int(int) => usize::try_from(*int).ok(),
                Val::Uint(uint) => usize::try_from(*uint).ok(),
                Val::Double(double) if double.fract() == 0.0 && *double >= 0.0 => Some(*double as usize),
                Val::Double(_) => return Err(Fault::new(format!("unsupported index value {at} in list"))),
                other => {
                    let ty = other.type_of();
                    return Err(Fault::new(format!("unsupported index type '{}' in list", ty.runtime_name())));
                }
            };
            place.and_then(|place| list.get(place)).transpose()
        }
        _ => Ok(None),
    }
}

/// Runs the form of a function that takes these values.
fn dispatch<'a>(function: &Function, overloads: &[std::sync::Arc<Overload>], values: &[Val<'a>]) -> Outcome<'a> {
    let fits = |overload: &&std::sync::Arc<Overload>| {
        overload.args.len() == values.len() && values.iter().zip(&overload.args).all(|(value, ty)| value.fits(ty))
    };
    let chosen = match overloads {
        [one] => Some(one),
        several => several.iter().find(fits).or(several.first()),
    };
    let result = match chosen {
        Some(overload) => (overload.run)(values),
        None => Err(Fault::no_overload()),
    };
    match result {
        Err(fault) if fault == Fault::no_overload() => Err(no_overload(function.name, values)),
        other => other,
    }
}

/// As upstream words it: operators name themselves when their left side knows no such operator at all, other functions
/// name the types that they were given.
fn no_overload(name: &str, values: &[Val<'_>]) -> Fault {
    let first = values.first();
    let plain = match name {
        "_+_" | "_-_" => !matches!(
            first,
            Some(Val::Null | Val::Bool(_) | Val::Map(_) | Val::Type(_) | Val::Optional(_) | Val::Message(_))
        ),
        "_*_" | "_/_" => matches!(first, Some(Val::Int(_) | Val::Uint(_) | Val::Double(_))),
        "_%_" => matches!(first, Some(Val::Int(_) | Val::Uint(_))),
        "_<_" | "_<=_" | "_>_" | "_>=_" => !matches!(
            first,
            Some(Val::Null | Val::List(_) | Val::Map(_) | Val::Type(_) | Val::Optional(_) | Val::Message(_))
        ),
        "contains" | "startsWith" | "endsWith" | "@in" | "!_" => true,
        _ => false,
    };
    if plain {
        return Fault::no_overload();
    }
    if name.starts_with(['_', '-']) || matches!(name, "size" | "matches") {
        return Fault::new(format!("no such overload: {name}"));
    }
    let types: Vec<String> = values.iter().map(|value| value.type_of().runtime_name().to_owned()).collect();
    Fault::new(format!("no such overload: {name}({})", types.join(", ")))
}
