//! Literals that would fail whenever they are used: spans, times and patterns that cannot be read.
//!
//! As upstream: cel-go/cel/validator.go.

use kube_api::time::{self, GoDuration};
use regex::Regex;

use crate::syntax::{Expr, Issue, Literal, Node};

pub(super) fn check(expr: &Expr, issues: &mut Vec<Issue>) {
    match &expr.node {
        Node::Literal(_) | Node::Ident(_) => {}
        Node::Select { operand, .. } => check(operand, issues),
        Node::Call { function, target, args } => {
            let given = if function.as_ref() == "matches" { args.last() } else { args.first() };
            if let Some(Literal::String(text)) = given.and_then(Expr::as_literal) {
                let good = match &**function {
                    "duration" => GoDuration::parse(text).is_ok(),
                    "timestamp" => time::parse(text).is_ok(),
                    "matches" => Regex::new(text).is_ok(),
                    _ => true,
                };
                if !good {
                    let at = given.map_or(expr.at, |arg| arg.at);
                    issues.push(Issue { at, message: format!("invalid {function} argument") });
                }
            }
            target.iter().for_each(|target| check(target, issues));
            args.iter().for_each(|arg| check(arg, issues));
        }
        Node::List { items, .. } => items.iter().for_each(|item| check(item, issues)),
        Node::Map(entries) => entries.iter().for_each(|entry| {
            check(&entry.key, issues);
            check(&entry.value, issues);
        }),
        Node::Message { fields, .. } => fields.iter().for_each(|field| check(&field.value, issues)),
        Node::Fold(fold) => {
            for part in [&fold.range, &fold.init, &fold.condition, &fold.step, &fold.result] {
                check(part, issues);
            }
        }
    }
}
