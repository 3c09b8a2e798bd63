//! Helpers for JSON patches in mutating policies. As upstream: apiserver/pkg/cel/library/jsonpatch.go.

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] =
    &[("jsonpatch.escapeKey", "string_jsonpatch_escapeKey_string", "(string) -> string", escape_key)];

fn escape_key<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::text(text.replace('~', "~0").replace('/', "~1"))),
        _ => Err(Fault::no_overload()),
    }
}
