//! The functions that expressions may call: their declarations as text, and what they do.
//!
//! As upstream: apiserver/pkg/cel/environment/base.go for Kubernetes 1.36. It switches on cel-go's standard functions,
//! optionals, two-variable comprehensions, `strings` 2, `lists` 3 and `sets`, and Kubernetes' own. It does not switch
//! on `math`, `encoders`, `bindings` and `protos`, so they are not here either.

pub(crate) mod authz;
pub(crate) mod convert;
pub(crate) mod format;
mod lists;
pub(crate) mod net;
mod operators;
mod optional;
mod patch;
mod quantity;
pub(crate) mod regexes;
pub(crate) mod semver;
mod sets;
mod strings;
mod template;
pub(crate) mod time;
pub(crate) mod url;

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::sync::Arc;

use crate::types::Type;
use crate::value::{Outcome, Val};

/// What a function does with its arguments, the target first.
pub(crate) type Run = for<'a> fn(&[Val<'a>]) -> Outcome<'a>;

/// Name, id and signature of an overload: `string.(int) -> string` for a method, `(string) -> int` for a function.
pub(crate) type Declared = (&'static str, &'static str, &'static str, Run);

/// One form of a function.
pub(crate) struct Overload {
    pub(crate) id: &'static str,
    pub(crate) member: bool,
    pub(crate) args: Vec<Type>,
    pub(crate) result: Type,
    /// Names of the type parameters.
    pub(crate) params: Vec<Arc<str>>,
    pub(crate) run: Run,
}

/// A function with all its forms.
#[derive(Debug)]
pub(crate) struct Function {
    pub(crate) name: &'static str,
    pub(crate) overloads: Vec<Arc<Overload>>,
}

/// Functions by name.
#[derive(Debug, Default)]
pub(crate) struct Library {
    functions: HashMap<&'static str, Arc<Function>>,
}

impl Library {
    pub(crate) fn kubernetes() -> Library {
        let mut library = Library::default();
        for table in [
            operators::TABLE,
            convert::TABLE,
            time::TABLE,
            strings::TABLE,
            optional::TABLE,
            lists::TABLE,
            sets::TABLE,
            regexes::TABLE,
            url::TABLE,
            quantity::TABLE,
            net::TABLE,
            semver::TABLE,
            format::TABLE,
            authz::TABLE,
        ] {
            library.add(table);
        }
        library
    }

    pub(crate) fn kubernetes_mutating() -> Library {
        let mut library = Library::kubernetes();
        library.add(patch::TABLE);
        library
    }

    fn add(&mut self, table: &[Declared]) {
        for (name, id, signature, run) in table {
            let overload = Arc::new(Overload::read(id, signature, *run));
            let function =
                self.functions.entry(name).or_insert_with(|| Arc::new(Function { name, overloads: Vec::new() }));
            if let Some(function) = Arc::get_mut(function) {
                function.overloads.push(overload);
            }
        }
    }

    pub(crate) fn function(&self, name: &str) -> Option<Arc<Function>> {
        self.functions.get(name).cloned()
    }
}

impl Overload {
    fn read(id: &'static str, signature: &str, run: Run) -> Overload {
        let (head, result) = signature.split_once("->").unwrap_or((signature, "dyn"));
        let head = head.trim();
        let (target, args) = match head.split_once(".(") {
            Some((target, args)) => (Some(target), args),
            None => (None, head.trim_start_matches('(')),
        };
        let args = args.strip_suffix(')').unwrap_or(args);
        let mut read: Vec<Type> = target.iter().map(|target| Type::read(target)).collect();
        read.extend(split(args).into_iter().map(Type::read));
        let mut params = BTreeSet::new();
        read.iter().for_each(|ty| collect(ty, &mut params));
        let result = Type::read(result);
        collect(&result, &mut params);
        Overload { id, member: target.is_some(), args: read, result, params: params.into_iter().collect(), run }
    }
}

/// Arguments at the commas that stand in no parentheses.
fn split(args: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut level, mut from) = (0, 0);
    for (at, one) in args.char_indices() {
        match one {
            '(' => level += 1,
            ')' => level -= 1,
            ',' if level == 0 => {
                parts.push(args.get(from..at).unwrap_or_default());
                from = at + 1;
            }
            _ => {}
        }
    }
    let last = args.get(from..).unwrap_or_default();
    if !last.trim().is_empty() {
        parts.push(last);
    }
    parts
}

fn collect(ty: &Type, params: &mut BTreeSet<Arc<str>>) {
    match ty {
        Type::Param(name) => {
            params.insert(name.clone());
        }
        Type::List(inner) | Type::Type(Some(inner)) => collect(inner, params),
        Type::Map(pair) => {
            collect(&pair.0, params);
            collect(&pair.1, params);
        }
        Type::Opaque(_, inner) => inner.iter().for_each(|ty| collect(ty, params)),
        _ => {}
    }
}

impl fmt::Debug for Overload {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.id)
    }
}
