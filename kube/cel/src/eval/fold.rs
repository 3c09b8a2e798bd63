//! Loops. What a loop collects grows in place where its step has the usual form.

use crate::syntax::{Expr, Fold, Node};
use crate::value::{Fault, List, Map, Outcome, Val};

use super::{Machine, cost};

impl<'a> Machine<'a, '_> {
    pub(super) fn fold(&mut self, fold: &'a Fold) -> Outcome<'a> {
        let range = self.eval(&fold.range)?;
        let init = self.eval(&fold.init);
        if let Err(fault) = &init
            && fault.exhausted
        {
            return init;
        }
        let base = self.locals.len();
        self.locals.push((&fold.accu, init));
        let looped = match range {
            Val::List(list) => self.over_list(fold, &list),
            Val::Map(map) => self.over_map(fold, &map),
            other => {
                Err(Fault::new(format!("unsupported comprehension range type: {}", other.type_of().runtime_name())))
            }
        };
        let result = looped.and_then(|()| self.eval(&fold.result));
        self.locals.truncate(base);
        result
    }

    fn over_list(&mut self, fold: &'a Fold, list: &List<'a>) -> Result<(), Fault> {
        for (at, item) in list.iter().enumerate() {
            let place = Ok(Val::Int(i64::try_from(at).unwrap_or(i64::MAX)));
            let (first, second) = if fold.var2.is_some() { (place, Some(item)) } else { (item, None) };
            if !self.turn(fold, first, second)? {
                break;
            }
        }
        Ok(())
    }

    fn over_map(&mut self, fold: &'a Fold, map: &Map<'a>) -> Result<(), Fault> {
        for key in map.keys() {
            let value = || map.find(&key).and_then(|found| found.ok_or_else(|| Fault::no_key(&key)));
            let second = fold.var2.as_ref().map(|_| value());
            if !self.turn(fold, Ok(key), second)? {
                break;
            }
        }
        Ok(())
    }

    /// One turn; false when the loop is over.
    fn turn(&mut self, fold: &'a Fold, first: Outcome<'a>, second: Option<Outcome<'a>>) -> Result<bool, Fault> {
        let base = self.locals.len();
        self.locals.push((&fold.var, first));
        if let (Some(name), Some(value)) = (&fold.var2, second) {
            self.locals.push((name, value));
        }
        let condition = self.eval(&fold.condition);
        let goes_on = match condition {
            Err(fault) if fault.exhausted => Err(fault),
            Ok(Val::Bool(false)) => Ok(false),
            _ => self.step(fold, &fold.step).map(|()| true),
        };
        self.locals.truncate(base);
        goes_on
    }

    /// Evaluates the step into the accumulator. `accu + [x]` and `@mapInsert(accu, ..)` take the accumulator out of its
    /// place, so that it is not copied.
    fn step(&mut self, fold: &'a Fold, step: &'a Expr) -> Result<(), Fault> {
        let is_accu = |expr: &Expr| expr.as_ident().is_some_and(|name| *name == fold.accu);
        if let Node::Call { function, target: None, args } = &step.node {
            match (&**function, args.as_slice()) {
                ("_?_:_", [condition, truthy, falsy]) => {
                    let chosen = match self.eval(condition) {
                        Ok(Val::Bool(value)) => {
                            if value {
                                truthy
                            } else {
                                falsy
                            }
                        }
                        Ok(_) => return self.store(fold, Err(Fault::no_overload())),
                        Err(fault) => return self.store(fold, Err(fault)),
                    };
                    if is_accu(chosen) {
                        return Ok(());
                    }
                    let stepped = self.step(fold, chosen);
                    if cost::is_attribute(chosen) {
                        self.spent = self.spent.saturating_sub(1);
                    }
                    return stepped;
                }
                ("_+_", [accu, added]) if is_accu(accu) && matches!(added.node, Node::List { .. }) => {
                    self.charge(1)?;
                    let added = self.eval(added);
                    self.charge(1)?;
                    let value = match (self.take(fold), added) {
                        (Ok(Val::List(accu)), Ok(Val::List(added))) => accu.plus(&added).map(Val::List),
                        (Err(fault), _) | (_, Err(fault)) => Err(fault),
                        _ => Err(Fault::no_overload()),
                    };
                    return self.store(fold, value);
                }
                ("cel.@mapInsert", [accu, key, value]) if is_accu(accu) => {
                    self.charge(1)?;
                    let key = self.eval(key);
                    let value = self.eval(value);
                    self.charge(1)?;
                    let value = match (self.take(fold), key, value) {
                        (Ok(Val::Map(accu)), Ok(key), Ok(value)) => accu.with(key, value).map(Val::Map),
                        (Err(fault), ..) | (_, Err(fault), _) | (.., Err(fault)) => Err(fault),
                        _ => Err(Fault::no_overload()),
                    };
                    return self.store(fold, value);
                }
                _ => {}
            }
        }
        if is_accu(step) {
            return self.charge(cost::IDENT);
        }
        let value = self.eval(step);
        self.store(fold, value)
    }

    fn place(&mut self, fold: &Fold) -> Option<&mut Outcome<'a>> {
        self.locals.iter_mut().rev().find(|(name, _)| *name == &*fold.accu).map(|(_, value)| value)
    }

    fn take(&mut self, fold: &Fold) -> Outcome<'a> {
        match self.place(fold) {
            Some(place) => std::mem::replace(place, Ok(Val::Null)),
            None => Err(Fault::no_overload()),
        }
    }

    /// Faults are kept as the accumulator's value, for a later turn may absorb them; an empty budget ends the loop.
    fn store(&mut self, fold: &Fold, value: Outcome<'a>) -> Result<(), Fault> {
        if let Err(fault) = &value
            && fault.exhausted
        {
            return Err(fault.clone());
        }
        if let Some(place) = self.place(fold) {
            *place = value;
        }
        Ok(())
    }
}
