//! Gives every node of a tree its type, and finds what each name and call means. Every fault is reported, not the first.
//!
//! As upstream: cel-go/checker/checker.go, and the checks of literals in cel/validator.go.

mod env;
mod literals;

pub use env::{Env, MessageTypes};

use std::sync::Arc;

use crate::library::{Function, Overload};
use crate::syntax::{Expr, ExprId, Fold, Issue, Literal, Name, Node};
use crate::types::{Substitution, Type, most_general};

/// What a name or a call means.
#[derive(Debug, Clone)]
pub(crate) enum Meaning {
    /// A variable, perhaps with dots in its name.
    Variable(Name),
    /// The name of a type, as a value.
    Type(Type),
    /// A function whose name holds its target: `optional.of`, `ip.isCanonical`.
    Global(Arc<Function>, Vec<Arc<Overload>>),
    Member(Arc<Function>, Vec<Arc<Overload>>),
}

/// A tree whose nodes have types and meanings.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) types: Vec<Type>,
    pub(crate) meanings: Vec<Option<Meaning>>,
}

/// Checks a tree of `count` nodes.
pub(crate) fn check(expr: &Expr, count: usize, env: &Env) -> (Checked, Vec<Issue>) {
    let mut checker = Checker {
        env,
        scopes: Vec::new(),
        types: vec![Type::Error; count],
        meanings: vec![None; count],
        known: Substitution::default(),
        variables: 0,
        issues: Vec::new(),
    };
    checker.check(expr);
    let Checker { mut types, meanings, known, mut issues, .. } = checker;
    for ty in &mut types {
        *ty = known.apply(ty, true);
    }
    if issues.is_empty() {
        literals::check(expr, &types, &mut issues);
    }
    (Checked { types, meanings }, issues)
}

struct Checker<'e> {
    env: &'e Env,
    /// Variables of the folds around, innermost last.
    scopes: Vec<(Name, Type)>,
    types: Vec<Type>,
    meanings: Vec<Option<Meaning>>,
    known: Substitution,
    variables: usize,
    issues: Vec<Issue>,
}

impl Checker<'_> {
    fn fault(&mut self, at: usize, message: String) {
        self.issues.push(Issue { at, message });
    }

    fn type_of(&self, expr: &Expr) -> Type {
        self.types.get(expr.id).cloned().unwrap_or(Type::Error)
    }

    fn set(&mut self, id: ExprId, ty: Type) {
        if let Some(place) = self.types.get_mut(id) {
            *place = ty;
        }
    }

    fn mean(&mut self, id: ExprId, meaning: Meaning) {
        if let Some(place) = self.meanings.get_mut(id) {
            *place = Some(meaning);
        }
    }

    fn fresh(&mut self) -> Type {
        self.variables += 1;
        Type::param(&format!("_var{}", self.variables))
    }

    fn check(&mut self, expr: &Expr) {
        let ty = match &expr.node {
            Node::Literal(literal) => literal_type(literal),
            Node::Ident(name) => self.ident(expr, name),
            Node::Select { operand, field, test } => self.select(expr, operand, field, *test),
            Node::Call { function, target, args } => self.call(expr, function, target.as_deref(), args),
            Node::List { items, optional } => self.list(items, optional),
            Node::Map(_) => self.map(expr),
            Node::Message { name, .. } => self.message(expr, name),
            Node::Fold(fold) => self.fold(fold),
        };
        self.set(expr.id, ty);
    }

    /// A variable or the name of a type; locals first.
    fn lookup(&self, name: &str) -> Option<(Meaning, Type)> {
        let plain = name.strip_prefix('.').unwrap_or(name);
        if plain == name
            && let Some((name, ty)) = self.scopes.iter().rev().find(|(own, _)| &**own == name)
        {
            return Some((Meaning::Variable(name.clone()), ty.clone()));
        }
        self.env.lookup(plain)
    }

    fn ident(&mut self, expr: &Expr, name: &str) -> Type {
        match self.lookup(name) {
            Some((meaning, ty)) => {
                self.mean(expr.id, meaning);
                ty
            }
            None => {
                self.fault(expr.at, format!("undeclared reference to '{name}' (in container '')"));
                Type::Error
            }
        }
    }

    fn select(&mut self, expr: &Expr, operand: &Expr, field: &str, test: bool) -> Type {
        if !test
            && let Some(name) = expr.qualified_name()
            && let Some((meaning, ty)) = self.lookup(&name)
        {
            self.mean(expr.id, meaning);
            return ty;
        }
        let ty = self.field(expr.at, operand, field, false);
        if test { Type::Bool } else { self.known.apply(&ty, false) }
    }

    fn field(&mut self, at: usize, operand: &Expr, field: &str, optional: bool) -> Type {
        self.check(operand);
        let whole = self.known.apply(&self.type_of(operand), false);
        let (target, is_optional) = match whole.unwrap_optional() {
            Some(inner) => (inner.clone(), true),
            None => (whole, false),
        };
        let result = match &target {
            Type::Map(pair) => pair.1.clone(),
            Type::Object(object) => match object.field(field) {
                Some(ty) => ty.clone(),
                None => {
                    self.fault(at, format!("undefined field '{field}'"));
                    Type::Error
                }
            },
            Type::Param(_) => {
                self.known.assign(&Type::Dyn, &target);
                Type::Dyn
            }
            Type::Dyn | Type::Error => Type::Dyn,
            other => {
                let message = format!("type '{other}' does not support field selection");
                self.fault(at, message);
                Type::Dyn
            }
        };
        if is_optional || optional { Type::optional(result) } else { result }
    }

    fn call(&mut self, expr: &Expr, function: &str, target: Option<&Expr>, args: &[Expr]) -> Type {
        if function == "_?._" {
            return self.optional_select(expr, args);
        }
        for arg in args {
            self.check(arg);
        }
        let Some(target) = target else {
            let plain = function.strip_prefix('.').unwrap_or(function);
            return match self.env.library().function(plain) {
                Some(found) => self.resolve(expr, found, None, args),
                None => self.undeclared(expr, function),
            };
        };
        if let Some(prefix) = target.qualified_name() {
            let name = format!("{prefix}.{function}");
            if let Some(found) = self.env.library().function(name.strip_prefix('.').unwrap_or(&name)) {
                return self.resolve(expr, found, None, args);
            }
        }
        self.check(target);
        match self.env.library().function(function) {
            Some(found) => self.resolve(expr, found, Some(target), args),
            None => self.undeclared(expr, function),
        }
    }

    fn undeclared(&mut self, expr: &Expr, function: &str) -> Type {
        self.fault(expr.at, format!("undeclared reference to '{function}' (in container '')"));
        Type::Error
    }

    fn optional_select(&mut self, expr: &Expr, args: &[Expr]) -> Type {
        let [operand, field] = args else { return Type::Error };
        let Some(Literal::String(name)) = field.as_literal() else { return Type::Error };
        let ty = self.field(expr.at, operand, name, true);
        self.set(field.id, Type::String);
        self.known.apply(&ty, false)
    }

    fn resolve(&mut self, expr: &Expr, function: Arc<Function>, target: Option<&Expr>, args: &[Expr]) -> Type {
        let mut given: Vec<Type> = target.iter().map(|target| self.type_of(target)).collect();
        given.extend(args.iter().map(|arg| self.type_of(arg)));
        let mut result: Option<Type> = None;
        let mut chosen = Vec::new();
        for overload in function.overloads.iter().filter(|it| it.member == target.is_some()) {
            let mut fresh = Substitution::default();
            for param in &overload.params {
                let variable = self.fresh();
                fresh.bind(param, variable);
            }
            let wanted: Vec<Type> = overload.args.iter().map(|ty| fresh.apply(ty, false)).collect();
            if !self.known.assign_all(&given, &wanted) {
                continue;
            }
            chosen.push(overload.clone());
            let ty = self.known.apply(&fresh.apply(&overload.result, false), false);
            result = Some(match result {
                None => ty,
                Some(before) if before.is_dyn() || before == ty => before,
                Some(_) => Type::Dyn,
            });
        }
        let Some(result) = result else {
            let shown: Vec<String> = given.iter().map(|ty| self.known.apply(ty, true).to_string()).collect();
            let signature = match (target, shown.split_first()) {
                (Some(_), Some((target, args))) => format!("{target}.({})", args.join(", ")),
                _ => format!("({})", shown.join(", ")),
            };
            let name = function.name;
            self.fault(expr.at, format!("found no matching overload for '{name}' applied to '{signature}'"));
            return Type::Error;
        };
        let meaning = match target {
            None => Meaning::Global(function, chosen),
            Some(_) => Meaning::Member(function, chosen),
        };
        self.mean(expr.id, meaning);
        result
    }

    /// The type that two elements share; mixed ones are dyn here, and judged with the literals.
    fn join(&mut self, before: Option<Type>, ty: Type) -> Type {
        let Some(before) = before else { return ty };
        if self.known.assign(&before, &ty) { most_general(&before, &ty).clone() } else { Type::Dyn }
    }

    /// The type inside of a `?` element.
    fn inside(&mut self, expr: &Expr) -> Type {
        let ty = self.type_of(expr);
        if let Some(inner) = ty.unwrap_optional() {
            return inner.clone();
        }
        if !ty.is_dyn() {
            self.fault(expr.at, format!("expected type '{}' but found '{ty}'", Type::optional(ty.clone())));
        }
        ty
    }

    fn list(&mut self, items: &[Expr], optional: &[usize]) -> Type {
        let mut element = None;
        for (at, item) in items.iter().enumerate() {
            self.check(item);
            let ty = if optional.contains(&at) { self.inside(item) } else { self.type_of(item) };
            element = Some(self.join(element, ty));
        }
        let element = element.unwrap_or_else(|| self.fresh());
        Type::list(element)
    }

    fn map(&mut self, expr: &Expr) -> Type {
        let Node::Map(entries) = &expr.node else { return Type::Error };
        let (mut key, mut value) = (None, None);
        for entry in entries {
            self.check(&entry.key);
            let ty = self.type_of(&entry.key);
            key = Some(self.join(key, ty));
            self.check(&entry.value);
            let ty = if entry.optional { self.inside(&entry.value) } else { self.type_of(&entry.value) };
            value = Some(self.join(value, ty));
        }
        let key = key.unwrap_or_else(|| self.fresh());
        let value = value.unwrap_or_else(|| self.fresh());
        Type::map(key, value)
    }

    fn message(&mut self, expr: &Expr, name: &str) -> Type {
        let Node::Message { fields, .. } = &expr.node else { return Type::Error };
        let ty = match self.env.message(name) {
            Some(ty) => ty,
            None => {
                self.fault(expr.at, format!("undeclared reference to '{name}' (in container '')"));
                Type::Error
            }
        };
        for field in fields {
            self.check(&field.value);
            let given = if field.optional { self.inside(&field.value) } else { self.type_of(&field.value) };
            let Type::Object(object) = &ty else { continue };
            match object.field(&field.name) {
                None => self.fault(field.at, format!("undefined field '{}'", field.name)),
                Some(wanted) if !self.known.assign(wanted, &given) => {
                    let message =
                        format!("expected type of field '{}' is '{wanted}' but provided type is '{given}'", field.name);
                    self.fault(field.at, message);
                }
                Some(_) => {}
            }
        }
        ty
    }

    fn fold(&mut self, fold: &Fold) -> Type {
        self.check(&fold.range);
        self.check(&fold.init);
        let range = self.known.apply(&self.type_of(&fold.range), false);
        let two = fold.var2.is_some();
        let (first, second) = match &range {
            Type::List(element) if two => (Type::Int, (**element).clone()),
            Type::List(element) => ((**element).clone(), Type::Dyn),
            Type::Map(pair) => (pair.0.clone(), pair.1.clone()),
            Type::Dyn | Type::Error | Type::Param(_) => {
                self.known.assign(&Type::Dyn, &range);
                (Type::Dyn, Type::Dyn)
            }
            other => {
                let message = format!(
                    "expression of type '{other}' cannot be range of a comprehension (must be list, map, or dynamic)"
                );
                self.fault(fold.range.at, message);
                (Type::Error, Type::Error)
            }
        };
        let accu = self.type_of(&fold.init);
        let depth = self.scopes.len();
        self.scopes.push((fold.accu.clone(), accu.clone()));
        self.scopes.push((fold.var.clone(), first));
        if let Some(var) = &fold.var2 {
            self.scopes.push((var.clone(), second));
        }
        self.check(&fold.condition);
        self.demand(&fold.condition, &Type::Bool);
        self.check(&fold.step);
        self.demand(&fold.step, &accu);
        self.scopes.truncate(depth + 1);
        self.check(&fold.result);
        self.scopes.truncate(depth);
        self.known.apply(&self.type_of(&fold.result), false)
    }

    fn demand(&mut self, expr: &Expr, wanted: &Type) {
        let found = self.type_of(expr);
        if !self.known.assign(wanted, &found) {
            self.fault(expr.at, format!("expected type '{wanted}' but found '{found}'"));
        }
    }
}

fn literal_type(literal: &Literal) -> Type {
    match literal {
        Literal::Null => Type::Null,
        Literal::Bool(_) => Type::Bool,
        Literal::Int(_) => Type::Int,
        Literal::Uint(_) => Type::Uint,
        Literal::Double(_) => Type::Double,
        Literal::String(_) => Type::String,
        Literal::Bytes(_) => Type::Bytes,
    }
}
