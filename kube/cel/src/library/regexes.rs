//! Finding what a pattern matches. As upstream: apiserver/pkg/cel/library/regex.go.

use regex::Regex;

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("find", "string_find_string", "string.(string) -> string", find),
    ("findAll", "string_find_all_string", "string.(string) -> list(string)", find_all),
    ("findAll", "string_find_all_string_int", "string.(string, int) -> list(string)", find_all),
];

fn compiled(pattern: &str) -> Result<Regex, Fault> {
    Regex::new(pattern).map_err(|_| Fault::new(format!("Illegal regex: error parsing regexp: `{pattern}`")))
}

fn find<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(pattern)] => {
            Ok(Val::text(compiled(pattern)?.find(text).map_or("", |found| found.as_str())))
        }
        _ => Err(Fault::no_overload()),
    }
}

fn find_all<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (text, pattern, limit) = match args {
        [Val::String(text), Val::String(pattern)] => (text, pattern, -1),
        [Val::String(text), Val::String(pattern), Val::Int(limit)] => (text, pattern, *limit),
        _ => return Err(Fault::no_overload()),
    };
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let regex = compiled(pattern)?;
    Ok(Val::list(regex.find_iter(text).take(limit).map(|found| Val::text(found.as_str())).collect()))
}
