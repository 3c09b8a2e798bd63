//! URLs. As upstream: apiserver/pkg/cel/library/urls.go; what is accepted follows Go's `url.ParseRequestURI`.

use std::rc::Rc;

use super::Declared;
use crate::value::{Fault, Map, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("url", "string_to_url", "(string) -> kubernetes.URL", read),
    ("getScheme", "url_get_scheme", "kubernetes.URL.() -> string", scheme),
    ("getHost", "url_get_host", "kubernetes.URL.() -> string", host),
    ("getHostname", "url_get_hostname", "kubernetes.URL.() -> string", hostname),
    ("getPort", "url_get_port", "kubernetes.URL.() -> string", port),
    ("getEscapedPath", "url_get_escaped_path", "kubernetes.URL.() -> string", escaped_path),
    ("getQuery", "url_get_query", "kubernetes.URL.() -> map(string, list(string))", query),
    ("isURL", "is_url_string", "(string) -> bool", is_url),
];

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    scheme: String,
    /// After the user, with the port.
    host: String,
    /// As it was written.
    path: String,
    query: String,
    fragment: Option<String>,
    user: Option<String>,
}

impl Url {
    pub(crate) fn parse(text: &str) -> Result<Url, String> {
        let fault = |why: &str| Err(format!("parse {text:?}: {why}"));
        if text.is_empty() {
            return fault("empty url");
        }
        if text.bytes().any(|one| one < 0x20 || one == 0x7f) {
            return Err(format!("parse {text:?}: net/url: invalid control character in URL"));
        }
        let (scheme, rest) = match scheme_of(text) {
            Ok(split) => split,
            Err(why) => return fault(why),
        };
        if !rest.starts_with('/') {
            return if scheme.is_empty() || rest.is_empty() {
                fault("invalid URI for request")
            } else {
                // Opaque: `mailto:x`.
                let url = Url {
                    scheme,
                    host: String::new(),
                    path: String::new(),
                    query: String::new(),
                    fragment: None,
                    user: None,
                };
                Ok(url)
            };
        }
        let (rest, fragment) = rest.split_once('#').map_or((rest, None), |(rest, it)| (rest, Some(it.to_owned())));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = match rest.strip_prefix("//").filter(|_| !scheme.is_empty() || rest.starts_with("//")) {
            Some(tail) if !scheme.is_empty() || !tail.starts_with('/') => {
                let end = tail.find('/').unwrap_or(tail.len());
                tail.split_at(end)
            }
            _ => ("", rest),
        };
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user.to_owned()), host),
            None => (None, authority),
        };
        if let Err(why) = check_host(host) {
            return fault(&why);
        }
        if let Some(broken) = broken_escape(path) {
            return fault(&format!("invalid URL escape {broken:?}"));
        }
        Ok(Url { scheme, host: host.to_owned(), path: path.to_owned(), query: query.to_owned(), fragment, user })
    }

    fn hostname_and_port(&self) -> (&str, &str) {
        if let Some(rest) = self.host.strip_prefix('[')
            && let Some((name, tail)) = rest.split_once(']')
        {
            return (name, tail.strip_prefix(':').unwrap_or_default());
        }
        match self.host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|one| one.is_ascii_digit()) => (name, port),
            _ => (&self.host, ""),
        }
    }
}

fn scheme_of(text: &str) -> Result<(String, &str), &'static str> {
    for (at, one) in text.char_indices() {
        match one {
            'a'..='z' | 'A'..='Z' => {}
            '0'..='9' | '+' | '-' | '.' if at > 0 => {}
            ':' if at == 0 => return Err("missing protocol scheme"),
            ':' => {
                let (scheme, rest) = text.split_at(at);
                return Ok((scheme.to_ascii_lowercase(), rest.strip_prefix(':').unwrap_or(rest)));
            }
            _ => break,
        }
    }
    Ok((String::new(), text))
}

fn check_host(host: &str) -> Result<(), String> {
    let port = match host.strip_prefix('[') {
        Some(rest) => match rest.rsplit_once(']') {
            Some((_, port)) => port,
            None => return Err("missing ']' in host".into()),
        },
        None => host.rfind(':').and_then(|at| host.get(at..)).unwrap_or_default(),
    };
    if !port.is_empty() && !port.strip_prefix(':').is_some_and(|it| it.bytes().all(|one| one.is_ascii_digit())) {
        return Err(format!("invalid port {port:?} after host"));
    }
    let plain = host.starts_with('[');
    match host.chars().find(|one| matches!(one, ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}') && !plain) {
        Some(one) => Err(format!("invalid character {:?} in host name", one.to_string())),
        None => Ok(()),
    }
}

/// The first `%` that is not followed by two hexadecimal digits.
fn broken_escape(text: &str) -> Option<&str> {
    for (at, _) in text.match_indices('%') {
        let tail = text.get(at..).unwrap_or_default();
        let digits = tail.bytes().skip(1).take(2).filter(u8::is_ascii_hexdigit).count();
        if digits < 2 {
            let end = tail.char_indices().nth(3).map_or(tail.len(), |(end, _)| end);
            return tail.get(..end);
        }
    }
    None
}

/// A part of a query: `+` is a blank, `%xx` a byte. Nothing when it is broken, as Go drops such parts.
fn decode(text: &str) -> Option<String> {
    if broken_escape(text).is_some() {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(one) = rest.next() {
        match one {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digit = |byte: u8| (byte as char).to_digit(16).and_then(|it| u8::try_from(it).ok());
                bytes.push(digit(rest.next()?)? * 16 + digit(rest.next()?)?);
            }
            one => bytes.push(one),
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn read<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => match Url::parse(text) {
            Ok(url) => Ok(Val::Url(Rc::new(url))),
            Err(why) => Err(Fault::new(format!("URL parse error during conversion from string: {why}"))),
        },
        _ => Err(Fault::no_overload()),
    }
}

fn is_url<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::Bool(Url::parse(text).is_ok())),
        _ => Err(Fault::no_overload()),
    }
}

fn one<'v>(args: &'v [Val<'_>]) -> Result<&'v Url, Fault> {
    match args {
        [Val::Url(url)] => Ok(url),
        _ => Err(Fault::no_overload()),
    }
}

fn scheme<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(one(args)?.scheme.as_str()))
}

fn host<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(one(args)?.host.as_str()))
}

fn hostname<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(one(args)?.hostname_and_port().0))
}

fn port<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::text(one(args)?.hostname_and_port().1))
}

/// What must be escaped in a path and is not, is.
fn escaped_path<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let mut out = String::new();
    for byte in one(args)?.path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(byte as char),
            b'-' | b'_' | b'.' | b'~' | b'$' | b'&' | b'+' | b',' | b'/' | b':' | b';' | b'=' | b'@' | b'%' => {
                out.push(byte as char);
            }
            b'!' | b'\'' | b'(' | b')' | b'*' | b'[' | b']' => out.push(byte as char),
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    Ok(Val::text(out))
}

fn query<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let mut found: Vec<(String, Vec<Val<'a>>)> = Vec::new();
    for part in one(args)?.query.split('&').filter(|part| !part.is_empty() && !part.contains(';')) {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (Some(key), Some(value)) = (decode(key), decode(value)) else { continue };
        match found.iter_mut().find(|(own, _)| *own == key) {
            Some((_, values)) => values.push(Val::text(value)),
            None => found.push((key, vec![Val::text(value)])),
        }
    }
    Ok(Val::Map(Map::from_pairs(found.into_iter().map(|(key, values)| (Val::text(key), Val::list(values))))))
}
