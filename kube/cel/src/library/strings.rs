//! Text: searching, cutting, joining. Places count code points.
//!
//! As upstream: cel-go/ext/strings.go, version 2, and the text functions of the standard library.

use super::{Declared, template};
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("contains", "contains_string", "string.(string) -> bool", contains),
    ("endsWith", "ends_with_string", "string.(string) -> bool", ends_with),
    ("startsWith", "starts_with_string", "string.(string) -> bool", starts_with),
    ("matches", "matches", "(string, string) -> bool", matches),
    ("matches", "matches_string", "string.(string) -> bool", matches),
    ("charAt", "string_char_at_int", "string.(int) -> string", char_at),
    ("indexOf", "string_index_of_string", "string.(string) -> int", index_of),
    ("indexOf", "string_index_of_string_int", "string.(string, int) -> int", index_of),
    ("lastIndexOf", "string_last_index_of_string", "string.(string) -> int", last_index_of),
    ("lastIndexOf", "string_last_index_of_string_int", "string.(string, int) -> int", last_index_of),
    ("lowerAscii", "string_lower_ascii", "string.() -> string", lower),
    ("upperAscii", "string_upper_ascii", "string.() -> string", upper),
    ("replace", "string_replace_string_string", "string.(string, string) -> string", replace),
    ("replace", "string_replace_string_string_int", "string.(string, string, int) -> string", replace),
    ("split", "string_split_string", "string.(string) -> list(string)", split),
    ("split", "string_split_string_int", "string.(string, int) -> list(string)", split),
    ("substring", "string_substring_int", "string.(int) -> string", substring),
    ("substring", "string_substring_int_int", "string.(int, int) -> string", substring),
    ("trim", "string_trim", "string.() -> string", trim),
    ("format", "string_format", "string.(list(dyn)) -> string", format),
    ("strings.quote", "strings_quote", "(string) -> string", quote),
    ("join", "list_join", "list(string).() -> string", join),
    ("join", "list_join_string", "list(string).(string) -> string", join),
];

fn int<'a>(value: usize) -> Outcome<'a> {
    Ok(Val::Int(i64::try_from(value).unwrap_or(i64::MAX)))
}

fn out_of_range(at: i64) -> Fault {
    Fault::new(format!("index out of range: {at}"))
}

fn contains<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(part)] => Ok(Val::Bool(text.contains(&**part))),
        _ => Err(Fault::no_overload()),
    }
}

fn ends_with<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(part)] => Ok(Val::Bool(text.ends_with(&**part))),
        _ => Err(Fault::no_overload()),
    }
}

fn starts_with<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(part)] => Ok(Val::Bool(text.starts_with(&**part))),
        _ => Err(Fault::no_overload()),
    }
}

fn matches<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(pattern)] => match super::regexes::compile(pattern) {
            Ok(regex) => Ok(Val::Bool(regex.is_match(text))),
            Err(why) => Err(Fault::new(why)),
        },
        _ => Err(Fault::no_overload()),
    }
}

fn char_at<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::String(text), Val::Int(at)] = args else { return Err(Fault::no_overload()) };
    let place = usize::try_from(*at).map_err(|_| out_of_range(*at))?;
    match text.chars().nth(place) {
        Some(one) => Ok(Val::text(one.to_string())),
        None if text.chars().count() == place => Ok(Val::borrowed("")),
        None => Err(out_of_range(*at)),
    }
}

fn index_of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (text, part, from) = match args {
        [Val::String(text), Val::String(part)] => (text, part, 0),
        [Val::String(text), Val::String(part), Val::Int(from)] => (text, part, *from),
        [Val::List(list), item] => return super::lists::place_of(list, item, false),
        _ => return Err(Fault::no_overload()),
    };
    if part.is_empty() {
        return Ok(Val::Int(from));
    }
    let skip = usize::try_from(from).map_err(|_| out_of_range(from))?;
    let Some((start, _)) = text.char_indices().nth(skip) else { return Ok(Val::Int(-1)) };
    let tail = text.get(start..).unwrap_or_default();
    match tail.find(&**part) {
        Some(found) => int(skip + tail.get(..found).unwrap_or_default().chars().count()),
        None => Ok(Val::Int(-1)),
    }
}

fn last_index_of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (text, part, from) = match args {
        [Val::String(text), Val::String(part)] => (text, part, None),
        [Val::String(text), Val::String(part), Val::Int(from)] => (text, part, Some(*from)),
        [Val::List(list), item] => return super::lists::place_of(list, item, true),
        _ => return Err(Fault::no_overload()),
    };
    let length = text.chars().count();
    if part.is_empty() {
        return from.map_or_else(|| int(length), |from| Ok(Val::Int(from)));
    }
    let from = match from {
        Some(from) => usize::try_from(from).map_err(|_| out_of_range(from))?,
        None if text.len() < part.len() => return Ok(Val::Int(-1)),
        None => length.saturating_sub(1),
    };
    let Some(last) = length.checked_sub(part.chars().count()).filter(|_| from < length) else {
        return Ok(Val::Int(-1));
    };
    // The match may begin at `from` at the latest.
    let end = text.char_indices().nth(from.min(last)).map_or(text.len(), |(at, _)| at + part.len());
    let head = text.get(..end.min(text.len())).unwrap_or(text);
    match head.rfind(&**part) {
        Some(found) => int(head.get(..found).unwrap_or_default().chars().count()),
        None => Ok(Val::Int(-1)),
    }
}

fn lower<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::text(text.to_ascii_lowercase())),
        _ => Err(Fault::no_overload()),
    }
}

fn upper<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::text(text.to_ascii_uppercase())),
        _ => Err(Fault::no_overload()),
    }
}

fn replace<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(old), Val::String(new)] => Ok(Val::text(text.replace(&**old, new))),
        [Val::String(text), Val::String(old), Val::String(new), Val::Int(count)] => {
            Ok(Val::text(match usize::try_from(*count) {
                Ok(count) => text.replacen(&**old, new, count),
                Err(_) => text.replace(&**old, new),
            }))
        }
        _ => Err(Fault::no_overload()),
    }
}

fn split<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (text, separator, count) = match args {
        [Val::String(text), Val::String(separator)] => (text, separator, -1),
        [Val::String(text), Val::String(separator), Val::Int(count)] => (text, separator, *count),
        _ => return Err(Fault::no_overload()),
    };
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if count == 0 {
        return Ok(Val::list(Vec::new()));
    }
    if separator.is_empty() {
        // As Go: one piece for each character, the last takes what is left.
        let mut pieces = Vec::new();
        let mut rest: &str = text;
        while let Some(one) = rest.chars().next() {
            if pieces.len() + 1 == count {
                pieces.push(Val::text(rest));
                break;
            }
            let (head, tail) = rest.split_at(one.len_utf8());
            pieces.push(Val::text(head));
            rest = tail;
        }
        return Ok(Val::list(pieces));
    }
    Ok(Val::list(text.splitn(count, &**separator).map(Val::text).collect()))
}

fn substring<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (text, start, end) = match args {
        [Val::String(text), Val::Int(start)] => (text, *start, None),
        [Val::String(text), Val::Int(start), Val::Int(end)] => (text, *start, Some(*end)),
        _ => return Err(Fault::no_overload()),
    };
    let length = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let end = end.unwrap_or(length.max(start));
    if start > end {
        return Err(Fault::new(format!("invalid substring range. start: {start}, end: {end}")));
    }
    for at in [start, end] {
        if at < 0 || at > length {
            return Err(out_of_range(at));
        }
    }
    let (skip, take) = (start.unsigned_abs() as usize, (end - start).unsigned_abs() as usize);
    Ok(Val::text(text.chars().skip(skip).take(take).collect::<String>()))
}

fn trim<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::text(text.trim())),
        _ => Err(Fault::no_overload()),
    }
}

fn format<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::List(items)] => template::fill(text, &items.all()?).map(Val::text),
        _ => Err(Fault::no_overload()),
    }
}

fn quote<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::String(text)] = args else { return Err(Fault::no_overload()) };
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for one in text.chars() {
        match one {
            '\u{7}' => out.push_str("\\a"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{b}' => out.push_str("\\v"),
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            one => out.push(one),
        }
    }
    out.push('"');
    Ok(Val::text(out))
}

fn join<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (list, separator) = match args {
        [Val::List(list)] => (list, ""),
        [Val::List(list), Val::String(separator)] => (list, &**separator),
        _ => return Err(Fault::no_overload()),
    };
    let mut out = String::new();
    for (at, item) in list.iter().enumerate() {
        let item = item?;
        let Some(text) = item.as_str() else { return Err(Fault::new(format!("join: invalid input: {item}"))) };
        if at > 0 {
            out.push_str(separator);
        }
        out.push_str(text);
    }
    Ok(Val::text(out))
}
