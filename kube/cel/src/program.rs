//! An expression that was read and checked, ready to run any number of times.

use std::collections::HashMap;

use regex::Regex;

use crate::check::{Checked, Env, Meaning, check};
use crate::eval::{Machine, Variables};
use crate::library::regexes;
use crate::syntax::{Expr, ExprId, Issues, Literal, Node, parse};
use crate::types::Type;
use crate::value::Outcome;

#[derive(Debug)]
pub struct Program {
    source: String,
    expr: Expr,
    checked: Checked,
    /// Patterns that the expression states, by the call that uses them.
    patterns: HashMap<ExprId, Regex>,
}

/// A value or a fault, and what it cost to get there.
#[derive(Debug)]
pub struct Ran<'a> {
    pub outcome: Outcome<'a>,
    pub cost: u64,
}

impl Program {
    /// Reads and checks an expression; every fault is reported.
    pub fn compile(env: &Env, source: &str) -> Result<Program, Issues> {
        let (expr, count) = parse(source)?;
        let (checked, issues) = check(&expr, count, env);
        if !issues.is_empty() {
            return Err(Issues::new(source, issues));
        }
        let mut patterns = HashMap::new();
        collect(&expr, &mut patterns);
        Ok(Program { source: source.to_owned(), expr, checked, patterns })
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    /// The type of the result, `dyn` when only running tells.
    pub fn output(&self) -> &Type {
        self.checked.types.get(self.expr.id).unwrap_or(&Type::Dyn)
    }

    /// Runs with a budget; when it is used up, the outcome says so.
    pub fn run<'a>(&'a self, variables: &dyn Variables<'a>, limit: u64) -> Ran<'a> {
        let mut machine = Machine::new(self, variables, limit);
        let outcome = machine.eval(&self.expr);
        Ran { outcome, cost: machine.spent }
    }

    /// Whether the expression names a variable.
    pub fn names(&self, variable: &str) -> bool {
        self.checked
            .meanings
            .iter()
            .flatten()
            .any(|meaning| matches!(meaning, Meaning::Variable(name) if &**name == variable))
    }

    pub(crate) fn expr(&self) -> &Expr {
        &self.expr
    }

    pub(crate) fn type_at(&self, id: ExprId) -> &Type {
        self.checked.types.get(id).unwrap_or(&Type::Dyn)
    }

    pub(crate) fn meaning(&self, id: ExprId) -> Option<&Meaning> {
        self.checked.meanings.get(id)?.as_ref()
    }

    pub(crate) fn pattern(&self, id: ExprId) -> Option<&Regex> {
        self.patterns.get(&id)
    }
}

fn collect(expr: &Expr, patterns: &mut HashMap<ExprId, Regex>) {
    match &expr.node {
        Node::Literal(_) | Node::Ident(_) => {}
        Node::Select { operand, .. } => collect(operand, patterns),
        Node::Call { function, target, args } => {
            if &**function == "matches"
                && let Some(Literal::String(pattern)) = args.last().and_then(Expr::as_literal)
                && let Ok(regex) = regexes::compile(pattern)
            {
                patterns.insert(expr.id, regex);
            }
            target.iter().for_each(|target| collect(target, patterns));
            args.iter().for_each(|arg| collect(arg, patterns));
        }
        Node::List { items, .. } => items.iter().for_each(|item| collect(item, patterns)),
        Node::Map(entries) => entries.iter().for_each(|entry| {
            collect(&entry.key, patterns);
            collect(&entry.value, patterns);
        }),
        Node::Message { fields, .. } => fields.iter().for_each(|field| collect(&field.value, patterns)),
        Node::Fold(fold) => {
            for part in [&fold.range, &fold.init, &fold.condition, &fold.step, &fold.result] {
                collect(part, patterns);
            }
        }
    }
}
