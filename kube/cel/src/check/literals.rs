//! Literals that cannot be what they stand for: spans, times and patterns that cannot be read, and lists and maps whose
//! members are of different types (but for the arguments of `format`).
//!
//! As upstream: cel-go/cel/validator.go.

use crate::library::regexes;
use crate::syntax::{Expr, Issue, Literal, Node};
use crate::types::Type;
use kube_api::time::{self, GoDuration};

pub(super) fn check(expr: &Expr, types: &[Type], issues: &mut Vec<Issue>) {
    Check { types, issues }.walk(expr, false);
}

struct Check<'c> {
    types: &'c [Type],
    issues: &'c mut Vec<Issue>,
}

impl Check<'_> {
    /// `mixed`: somewhere inside the arguments of `format`.
    fn walk(&mut self, expr: &Expr, mixed: bool) {
        match &expr.node {
            Node::Literal(_) | Node::Ident(_) => {}
            Node::Select { operand, .. } => self.walk(operand, mixed),
            Node::Call { function, target, args } => {
                self.readable(function, args);
                let mixed = mixed || &**function == "format";
                target.iter().for_each(|target| self.walk(target, mixed));
                args.iter().for_each(|arg| self.walk(arg, mixed));
            }
            Node::List { items, optional } => {
                if !mixed {
                    self.same(items.iter().enumerate().map(|(at, item)| (item, optional.contains(&at))), true);
                }
                items.iter().for_each(|item| self.walk(item, mixed));
            }
            Node::Map(entries) => {
                if !mixed {
                    self.same(entries.iter().map(|entry| (&entry.key, false)), false);
                    self.same(entries.iter().map(|entry| (&entry.value, entry.optional)), false);
                }
                for entry in entries {
                    self.walk(&entry.key, mixed);
                    self.walk(&entry.value, mixed);
                }
            }
            Node::Message { fields, .. } => fields.iter().for_each(|field| self.walk(&field.value, mixed)),
            Node::Fold(fold) => {
                for part in [&fold.range, &fold.init, &fold.condition, &fold.step, &fold.result] {
                    self.walk(part, mixed);
                }
            }
        }
    }

    fn readable(&mut self, function: &str, args: &[Expr]) {
        let last = matches!(function, "matches" | "find");
        let Some(arg) = (if last { args.last() } else { args.first() }) else { return };
        let good = match (function, arg.as_literal()) {
            ("duration", Some(Literal::String(text))) => GoDuration::parse(text).is_ok(),
            ("timestamp", Some(Literal::String(text))) => time::parse(text).is_ok(),
            ("timestamp", Some(Literal::Int(seconds))) => {
                jiff::Timestamp::from_second(*seconds).is_ok_and(crate::library::time::in_range)
            }
            ("matches" | "find" | "findAll", Some(Literal::String(text))) => regexes::compile(text).is_ok(),
            _ => true,
        };
        if !good {
            self.issues.push(Issue { at: arg.at, message: format!("invalid {function} argument") });
        }
    }

    /// All members have the type of the first; `once` reports one of them only.
    fn same<'e>(&mut self, members: impl Iterator<Item = (&'e Expr, bool)>, once: bool) {
        let mut first: Option<Type> = None;
        for (member, optional) in members {
            let ty = self.types.get(member.id).cloned().unwrap_or(Type::Dyn);
            let ty = if optional { ty.unwrap_optional().cloned().unwrap_or(ty) } else { ty };
            let Some(wanted) = &first else {
                first = Some(ty);
                continue;
            };
            if *wanted != ty {
                let message = format!("expected type '{wanted}' but found '{ty}'");
                self.issues.push(Issue { at: member.at, message });
                if once {
                    return;
                }
            }
        }
    }
}
