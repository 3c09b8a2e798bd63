//! Tokens of an expression.

use super::source::Issue;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Symbol(&'static str),
    Ident,
    /// A name in backticks, which Kubernetes does not switch on.
    Escaped,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    End,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// In code points.
    pub(super) at: usize,
}

const SYMBOLS: [&str; 27] = [
    "==", "!=", "<=", ">=", "&&", "||", "[", "]", "{", "}", "(", ")", "<", ">", ".", ",", "-", "!", "?", ":", "+", "*",
    "/", "%", "in", "=", "&",
];

/// Every token, closed by `End`; what is no token is a fault and left out.
pub(super) fn tokens(text: &str) -> (Vec<Token<'_>>, Vec<Issue>) {
    let mut found = Vec::new();
    let mut issues = Vec::new();
    let mut rest = text;
    let mut at = 0;
    while let Some(first) = rest.chars().next() {
        let (length, kind) = match next(rest, first) {
            Some(token) => token,
            None => {
                let length = broken(rest);
                let shown = rest.get(..length).unwrap_or(rest);
                issues.push(Issue { at, message: format!("Syntax error: token recognition error at: '{shown}'") });
                (length, None)
            }
        };
        let (token, tail) = rest.split_at(length);
        if let Some(kind) = kind {
            found.push(Token { kind, text: token, at });
        }
        at += token.chars().count();
        rest = tail;
    }
    found.push(Token { kind: Kind::End, text: "<EOF>", at });
    (found, issues)
}

/// Length of what cannot start a token: one character, or a string's opening up to where it breaks off.
fn broken(rest: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if rest.starts_with(['"', '\'']) {
        return rest.find('\n').unwrap_or(rest.len());
    }
    first
}

/// Length and kind of the token in front; no kind for blanks and comments.
fn next(rest: &str, first: char) -> Option<(usize, Option<Kind>)> {
    let run = |keep: fn(char) -> bool| rest.find(|one| !keep(one)).unwrap_or(rest.len());
    if matches!(first, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
        return Some((run(|one| matches!(one, ' ' | '\t' | '\n' | '\r' | '\u{c}')), None));
    }
    if rest.starts_with("//") {
        return Some((rest.find('\n').unwrap_or(rest.len()), None));
    }
    if let Some((length, bytes)) = quoted(rest) {
        return Some((length, Some(if bytes { Kind::Bytes } else { Kind::String })));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let length = run(|one| one.is_ascii_alphanumeric() || one == '_');
        let kind = if rest.get(..length) == Some("in") { Kind::Symbol("in") } else { Kind::Ident };
        return Some((length, Some(kind)));
    }
    let dotted = first == '.' && rest.chars().nth(1).is_some_and(|one| one.is_ascii_digit());
    if first.is_ascii_digit() || dotted {
        let (length, kind) = number(rest);
        return Some((length, Some(kind)));
    }
    if first == '`' {
        let inner = rest.get(1..)?.find('`')?;
        return Some((inner + 2, Some(Kind::Escaped)));
    }
    let symbol = SYMBOLS.into_iter().find(|symbol| *symbol != "in" && rest.starts_with(symbol))?;
    if matches!(symbol, "=" | "&") {
        return None;
    }
    Some((symbol.len(), Some(Kind::Symbol(symbol))))
}

/// Length of a quoted literal with its prefixes, and whether it is bytes.
fn quoted(rest: &str) -> Option<(usize, bool)> {
    let mut body = rest;
    let mut bytes = false;
    if let Some(tail) = body.strip_prefix(['b', 'B']) {
        (body, bytes) = (tail, true);
    }
    let raw = match body.strip_prefix(['r', 'R']) {
        Some(tail) => {
            body = tail;
            true
        }
        None => false,
    };
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| body.starts_with(quote))?;
    let start = rest.len() - body.len() + quote.len();
    let mut at = start;
    while let Some(one) = rest.get(at..)?.chars().next() {
        if rest.get(at..)?.starts_with(quote) {
            return Some((at + quote.len(), bytes));
        }
        if one == '\\' && !raw {
            at += 1;
            at += rest.get(at..)?.chars().next()?.len_utf8();
            continue;
        }
        if quote.len() == 1 && matches!(one, '\n' | '\r') {
            return None;
        }
        at += one.len_utf8();
    }
    None
}

fn number(rest: &str) -> (usize, Kind) {
    let bytes = rest.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let digits = |from: usize, is: fn(&u8) -> bool| bytes.iter().skip(from).take_while(|one| is(one)).count();
    let end_of_integer = |end: usize| {
        if matches!(byte(end), b'u' | b'U') { (end + 1, Kind::Uint) } else { (end, Kind::Int) }
    };
    if rest.starts_with("0x") {
        let count = digits(2, u8::is_ascii_hexdigit);
        if count > 0 {
            return end_of_integer(2 + count);
        }
    }
    let mut end = digits(0, u8::is_ascii_digit);
    let mut double = false;
    if byte(end) == b'.' && byte(end + 1).is_ascii_digit() {
        double = true;
        end += 1 + digits(end + 1, u8::is_ascii_digit);
    }
    if matches!(byte(end), b'e' | b'E') {
        let sign = usize::from(matches!(byte(end + 1), b'+' | b'-'));
        let count = digits(end + 1 + sign, u8::is_ascii_digit);
        if count > 0 {
            double = true;
            end += 1 + sign + count;
        }
    }
    if double { (end, Kind::Double) } else { end_of_integer(end) }
}
