//! Whether one type may stand where another is wanted, and what type variables have to be for it.
//!
//! As upstream: cel-go/checker/types.go.

use std::collections::HashMap;
use std::sync::Arc;

use super::Type;

/// What is known of type variables. Cloned before each attempt, and kept only when the attempt holds.
#[derive(Debug, Clone, Default)]
pub(crate) struct Substitution {
    known: HashMap<Arc<str>, Type>,
}

impl Substitution {
    pub(crate) fn bind(&mut self, name: &Arc<str>, ty: Type) {
        self.known.insert(name.clone(), ty);
    }

    fn find(&self, ty: &Type) -> Option<&Type> {
        if let Type::Param(name) = ty { self.known.get(name) } else { None }
    }

    /// Whether `from` may stand for `to`; what it says of variables is kept when it holds.
    pub(crate) fn assign(&mut self, from: &Type, to: &Type) -> bool {
        let mut attempt = self.clone();
        let holds = attempt.agree(from, to);
        if holds {
            *self = attempt;
        }
        holds
    }

    pub(crate) fn assign_all(&mut self, from: &[Type], to: &[Type]) -> bool {
        let mut attempt = self.clone();
        let holds = attempt.agree_all(from, to);
        if holds {
            *self = attempt;
        }
        holds
    }

    fn agree_all(&mut self, from: &[Type], to: &[Type]) -> bool {
        from.len() == to.len() && from.iter().zip(to).all(|(from, to)| self.agree(from, to))
    }

    fn agree(&mut self, from: &Type, to: &Type) -> bool {
        if let Type::Param(name) = to {
            match self.variable(from, name) {
                Some(holds) => return holds,
                // Nothing is known of `to`, but it occurs in `from`: perhaps `from` is the variable.
                None if !matches!(from, Type::Param(_)) => return false,
                None => {}
            }
        }
        if let Type::Param(name) = from {
            return self.variable(to, name).unwrap_or(false);
        }
        if from.is_dyn_or_error() || to.is_dyn_or_error() {
            return true;
        }
        match (from, to) {
            (Type::Null, other) | (other, Type::Null) => {
                matches!(other, Type::Null | Type::Opaque(..) | Type::Object(_) | Type::Timestamp | Type::Duration)
            }
            (Type::Type(_), Type::Type(_)) => true,
            (Type::List(from), Type::List(to)) => self.agree(from, to),
            (Type::Map(from), Type::Map(to)) => self.agree(&from.0, &to.0) && self.agree(&from.1, &to.1),
            (Type::Opaque(from, from_params), Type::Opaque(to, to_params)) => {
                from == to && self.agree_all(from_params, to_params)
            }
            _ => from == to,
        }
    }

    /// Whether `ty` may be the variable; `None` when it may not because it contains it.
    fn variable(&mut self, ty: &Type, name: &Arc<str>) -> Option<bool> {
        if matches!(ty, Type::Param(other) if other == name) {
            return Some(true);
        }
        if let Some(known) = self.known.get(name).cloned() {
            if *ty == known {
                return Some(true);
            }
            if !self.agree(ty, &known) {
                return Some(false);
            }
            let general = most_general(ty, &known).clone();
            if !self.occurs(name, &general) {
                self.known.insert(name.clone(), general);
            }
            return Some(true);
        }
        if self.occurs(name, ty) {
            return None;
        }
        self.known.insert(name.clone(), ty.clone());
        Some(true)
    }

    fn occurs(&self, name: &Arc<str>, within: &Type) -> bool {
        match within {
            Type::Param(other) if other == name => true,
            Type::Param(_) => self.find(within).is_some_and(|known| self.occurs(name, known)),
            Type::List(inner) | Type::Type(Some(inner)) => self.occurs(name, inner),
            Type::Map(pair) => self.occurs(name, &pair.0) || self.occurs(name, &pair.1),
            Type::Opaque(_, params) => params.iter().any(|param| self.occurs(name, param)),
            _ => false,
        }
    }

    /// The type with every known variable replaced; with `close`, unknown ones become dyn.
    pub(crate) fn apply(&self, ty: &Type, close: bool) -> Type {
        if let Some(known) = self.find(ty) {
            return self.apply(known, close);
        }
        match ty {
            Type::Param(_) if close => Type::Dyn,
            Type::List(element) => Type::list(self.apply(element, close)),
            Type::Map(pair) => Type::map(self.apply(&pair.0, close), self.apply(&pair.1, close)),
            Type::Type(Some(inner)) => Type::Type(Some(Arc::new(self.apply(inner, close)))),
            Type::Opaque(name, params) => {
                Type::Opaque(name.clone(), params.iter().map(|param| self.apply(param, close)).collect())
            }
            other => other.clone(),
        }
    }
}

/// Of two types that agree, the one that says less.
pub(crate) fn most_general<'t>(one: &'t Type, other: &'t Type) -> &'t Type {
    if says_no_more(one, other) { one } else { other }
}

fn says_no_more(one: &Type, other: &Type) -> bool {
    match (one, other) {
        (Type::Dyn | Type::Param(_), _) => true,
        (_, Type::Dyn | Type::Param(_)) => false,
        (Type::List(one), Type::List(other)) => says_no_more(one, other),
        (Type::Map(one), Type::Map(other)) => says_no_more(&one.0, &other.0) && says_no_more(&one.1, &other.1),
        (Type::Type(_), Type::Type(_)) => true,
        (Type::Opaque(one, a), Type::Opaque(other, b)) => {
            one == other && a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says_no_more(a, b))
        }
        _ => one == other,
    }
}
