//! Patterns in RE2's syntax, and finding what they match.
//!
//! The `regex` crate reads nearly the same language. What differs is translated: `\d`, `\w`, `\s` and `\b` are ASCII, a
//! class has no set operations; and what RE2 refuses is refused: a repetition of a repetition, and counts above 1000.
//!
//! As upstream: apiserver/pkg/cel/library/regex.go, over Go's regexp.

use std::iter::Peekable;
use std::str::Chars;

use regex::Regex;

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("find", "string_find_string", "string.(string) -> string", find),
    ("findAll", "string_find_all_string", "string.(string) -> list(string)", find_all),
    ("findAll", "string_find_all_string_int", "string.(string, int) -> list(string)", find_all),
];

const COUNT_MAX: u32 = 1000;

/// A pattern, ready to match, or what is wrong with it.
pub(crate) fn compile(pattern: &str) -> Result<Regex, String> {
    let broken = || format!("error parsing regexp: `{pattern}`");
    Regex::new(&translate(pattern)?).map_err(|_| broken())
}

fn translate(pattern: &str) -> Result<String, String> {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars().peekable();
    // Whether the last thing was a repetition.
    let mut repeated = false;
    while let Some(one) = chars.next() {
        let repeats = match one {
            '*' | '+' | '?' => true,
            '{' => count(&chars)?,
            _ => false,
        };
        if repeats && repeated {
            return Err(format!("error parsing regexp: invalid nested repetition operator: `{pattern}`"));
        }
        match one {
            '\\' => escaped(&mut chars, &mut out),
            '[' => class(&mut chars, &mut out),
            '{' if repeats => {
                out.push('{');
                for one in chars.by_ref() {
                    out.push(one);
                    if one == '}' {
                        break;
                    }
                }
            }
            '{' => out.push_str("\\{"),
            '}' => out.push_str("\\}"),
            one => out.push(one),
        }
        repeated = repeats;
        // A question mark behind a repetition makes it lazy.
        if repeats && chars.next_if_eq(&'?').is_some() {
            out.push('?');
        }
    }
    Ok(out)
}

/// Whether a brace opens a count, `{2}`, `{2,}` or `{2,3}`; otherwise it is itself.
fn count(rest: &Peekable<Chars<'_>>) -> Result<bool, String> {
    let inner: String = rest.clone().take_while(|one| *one != '}').collect();
    let closed = rest.clone().nth(inner.chars().count()) == Some('}');
    let (low, high) = inner.split_once(',').map_or((inner.as_str(), None), |(low, high)| (low, Some(high)));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    if !closed || !is_number(low) || high.is_some_and(|high| !high.is_empty() && !is_number(high)) {
        return Ok(false);
    }
    let large = |text: &str| text.parse::<u32>().is_ok_and(|count| count > COUNT_MAX) || text.len() > 9;
    if large(low) || high.is_some_and(large) {
        return Err(format!("error parsing regexp: invalid repeat count: `{{{inner}}}`"));
    }
    Ok(true)
}

fn escaped(chars: &mut Peekable<Chars<'_>>, out: &mut String) {
    match chars.next() {
        Some('d') => out.push_str("[0-9]"),
        Some('D') => out.push_str("[^0-9]"),
        Some('w') => out.push_str("[0-9A-Za-z_]"),
        Some('W') => out.push_str("[^0-9A-Za-z_]"),
        Some('s') => out.push_str("[\\t\\n\\f\\r ]"),
        Some('S') => out.push_str("[^\\t\\n\\f\\r ]"),
        Some('b') => out.push_str("(?-u:\\b)"),
        Some('Q') => {
            // Everything up to `\E` is itself.
            let mut quoted = String::new();
            while let Some(one) = chars.next() {
                if one == '\\' && chars.next_if_eq(&'E').is_some() {
                    break;
                }
                quoted.push(one);
            }
            out.push_str(&regex::escape(&quoted));
        }
        other => kept(other, chars, out),
    }
}

/// An escape that means the same to both; `\p{L}` and `\x{41}` have their braces with them.
fn kept(escape: Option<char>, chars: &mut Peekable<Chars<'_>>, out: &mut String) {
    out.push('\\');
    let Some(escape) = escape else { return };
    out.push(escape);
    if matches!(escape, 'p' | 'P' | 'x') && chars.peek() == Some(&'{') {
        for one in chars.by_ref() {
            out.push(one);
            if one == '}' {
                return;
            }
        }
    }
}

/// A class up to its closing bracket.
fn class(chars: &mut Peekable<Chars<'_>>, out: &mut String) {
    out.push('[');
    if chars.next_if_eq(&'^').is_some() {
        out.push('^');
    }
    // A bracket in front is itself.
    if chars.next_if_eq(&']').is_some() {
        out.push_str("\\]");
    }
    while let Some(one) = chars.next() {
        match one {
            ']' => {
                out.push(']');
                return;
            }
            '[' if chars.peek() == Some(&':') => {
                out.push('[');
                let mut last = ' ';
                for one in chars.by_ref() {
                    out.push(one);
                    if one == ']' && last == ':' {
                        break;
                    }
                    last = one;
                }
            }
            '[' => out.push_str("\\["),
            '&' => out.push_str("\\&"),
            '~' => out.push_str("\\~"),
            '\\' => match chars.next() {
                Some('d') => out.push_str("0-9"),
                Some('w') => out.push_str("0-9A-Za-z_"),
                Some('s') => out.push_str("\\t\\n\\f\\r "),
                Some('D') => out.push_str("[^0-9]"),
                Some('W') => out.push_str("[^0-9A-Za-z_]"),
                Some('S') => out.push_str("[^\\t\\n\\f\\r ]"),
                other => kept(other, chars, out),
            },
            other => out.push(other),
        }
    }
}

fn pattern_of(pattern: &str) -> Result<Regex, Fault> {
    compile(pattern).map_err(|why| Fault::new(format!("Illegal regex: {why}")))
}

fn find<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text), Val::String(pattern)] => {
            Ok(Val::text(pattern_of(pattern)?.find(text).map_or("", |found| found.as_str())))
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
    let regex = pattern_of(pattern)?;
    Ok(Val::list(regex.find_iter(text).take(limit).map(|found| Val::text(found.as_str())).collect()))
}

#[cfg(test)]
mod tests {
    use super::compile;

    #[test]
    fn patterns_are_re2s() {
        let matches = |pattern: &str, text: &str| compile(pattern).expect(pattern).is_match(text);
        for (pattern, text) in [
            (r"^\d+$", "123"),
            (r"^[\d.]+$", "1.2"),
            (r"^[^\D]$", "1"),
            (r"\bfoo\b", "a foo b"),
            (r"^[[a]+$", "[a["),
            (r"^[a&&b]+$", "&a"),
            (r"^[]a]$", "]"),
            (r"^a{2,3}?$", "aaa"),
            (r"^a{,2}$", "a{,2}"),
            (r"^[[:alpha:]]$", "x"),
            (r"^\Qa.b\E$", "a.b"),
            (r"^\p{L}+$", "ä"),
            (r"^[\p{L}\x{41}]+$", "äA"),
            (r"(?i)^ABC$", "abc"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [(r"^\d$", "٣"), (r"^\w$", "ä"), (r"^\s$", "\u{a0}"), (r"^[a&&b]+$", "c")] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
        for pattern in ["x++", "x**", "a{2}{3}", "a{1001}", "(", "[", "a)"] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }
}
