//! Decides whether a string has the form that Kubernetes asks for: names, labels, keys, ports, addresses.
//!
//! Each check returns what is wrong, in the words that clients know; an empty list means that the string is well formed.
//! Which field needs which form is decided by the kinds, not here.
//! As upstream: apimachinery/pkg/util/validation and api/validate/content.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is wrong with a string; empty when nothing is.
pub type Faults = Vec<String>;

/// A check of one string.
pub type Check = fn(&str) -> Faults;

const LABEL: &str = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const SUBDOMAIN: &str = r"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
const LABEL_MESSAGE: &str = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', \
     and must start and end with an alphanumeric character";
const SUBDOMAIN_MESSAGE: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', \
     and must start and end with an alphanumeric character";
const QUALIFIED: &str = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
const QUALIFIED_MESSAGE: &str = "must consist of alphanumeric characters, '-', '_' or '.', \
     and must start and end with an alphanumeric character";

/// The text for a string that is longer than it may be, counted as upstream's older checks count.
pub fn too_long(limit: usize) -> String {
    format!("must be no more than {limit} characters")
}

/// The text for a string that is longer than it may be, as upstream's newer checks say it.
pub fn too_many_bytes(limit: usize) -> String {
    format!("must be no more than {limit} bytes")
}

/// The text for a number outside a range.
pub fn between(low: i64, high: i64) -> String {
    format!("must be between {low} and {high}, inclusive")
}

/// The text for a string that does not match the expression `form`.
pub fn mismatch(message: &str, form: &str, examples: &[&str]) -> String {
    if examples.is_empty() {
        return format!("{message} (regex used for validation is '{form}')");
    }
    let mut out = format!("{message} (e.g. ");
    for (at, example) in examples.iter().enumerate() {
        if at > 0 {
            out.push_str(" or ");
        }
        out.push_str(&format!("'{example}', "));
    }
    out.push_str(&format!("regex used for validation is '{form}')"));
    out
}

fn alphanumeric_lower(c: u8) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}

/// Starts and ends with `edge`, has `inner` between.
fn framed(text: &str, edge: fn(u8) -> bool, inner: fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(first), Some(last)) => edge(*first) && edge(*last) && bytes.iter().all(|c| inner(*c)),
        _ => false,
    }
}

fn label_form(text: &str) -> bool {
    framed(text, alphanumeric_lower, |c| alphanumeric_lower(c) || c == b'-')
}

fn subdomain_form(text: &str) -> bool {
    !text.is_empty() && text.split('.').all(label_form)
}

fn qualified_form(text: &str) -> bool {
    framed(text, |c| c.is_ascii_alphanumeric(), |c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.'))
}

/// A DNS label (RFC 1123).
pub fn dns_label(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_long(63));
    }
    if !label_form(text) {
        faults.push(if subdomain_form(text) {
            "must not contain dots".to_owned()
        } else {
            mismatch(LABEL_MESSAGE, LABEL, &["my-name", "123-abc"])
        });
    }
    faults
}

/// A DNS subdomain (RFC 1123).
pub fn dns_subdomain(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push(too_long(253));
    }
    if !subdomain_form(text) {
        faults.push(mismatch(SUBDOMAIN_MESSAGE, SUBDOMAIN, &["example.com"]));
    }
    faults
}

/// A DNS subdomain in which labels may hold underscores.
pub fn dns_subdomain_with_underscore(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push(too_long(253));
    }
    let label = |part: &str| {
        let part = part.strip_prefix('_').unwrap_or(part);
        framed(part, alphanumeric_lower, |c| alphanumeric_lower(c) || matches!(c, b'-' | b'_'))
    };
    if !text.split('.').all(label) {
        faults.push(mismatch(
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', \
             and must start and end with an alphanumeric character",
            r"_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*",
            &["example.com"],
        ));
    }
    faults
}

/// A DNS label that starts with a letter (RFC 1035): the older form, of Service names.
pub fn dns_1035_label(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_long(63));
    }
    if !label_form(text) || !text.starts_with(|c: char| c.is_ascii_lowercase()) {
        faults.push(mismatch(
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', \
             start with an alphabetic character, and end with an alphanumeric character",
            "[a-z]([-a-z0-9]*[a-z0-9])?",
            &["my-name", "abc-123"],
        ));
    }
    faults
}

/// A subdomain after `*.`.
pub fn wildcard_dns_subdomain(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push(too_long(253));
    }
    if !text.strip_prefix("*.").is_some_and(subdomain_form) {
        faults.push(mismatch(
            "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, \
             which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character",
            &format!(r"\*\.{SUBDOMAIN}"),
            &["*.example.com"],
        ));
    }
    faults
}

/// A label key, finalizer, condition type or resource name: a name with an optional subdomain before a slash.
pub fn qualified_name(text: &str) -> Faults {
    let message =
        || format!("a valid label key {}", mismatch(QUALIFIED_MESSAGE, QUALIFIED, &["MyName", "my.name", "123-abc"]));
    let parts: Vec<&str> = text.split('/').collect();
    let mut faults = Vec::new();
    let name = match parts.as_slice() {
        [name] => *name,
        [prefix, name] => {
            if prefix.is_empty() {
                faults.push("prefix part must be non-empty".to_owned());
            } else {
                if prefix.len() > 253 {
                    faults.push(format!("prefix part {}", too_many_bytes(253)));
                }
                if !subdomain_form(prefix) {
                    faults.push(format!("prefix part {}", mismatch(SUBDOMAIN_MESSAGE, SUBDOMAIN, &["example.com"])));
                }
            }
            *name
        }
        _ => {
            faults.push(format!(
                "{} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
                message()
            ));
            return faults;
        }
    };
    if name.is_empty() {
        faults.push("name part must be non-empty".to_owned());
    } else if name.len() > 63 {
        faults.push(format!("name part {}", too_many_bytes(63)));
    }
    if !qualified_form(name) {
        faults.push(format!("name part {}", mismatch(QUALIFIED_MESSAGE, QUALIFIED, &["MyName", "my.name", "123-abc"])));
    }
    faults
}

/// A label's value.
pub fn label_value(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_many_bytes(63));
    }
    if !text.is_empty() && !qualified_form(text) {
        faults.push(mismatch(
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', \
             and must start and end with an alphanumeric character",
            &format!("({QUALIFIED})?"),
            &["MyValue", "my_value", "12345"],
        ));
    }
    faults
}

/// An identifier of the C language.
pub fn c_identifier(text: &str) -> Faults {
    let ok = text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
    if ok {
        return Vec::new();
    }
    vec![mismatch(
        "a valid C identifier must start with alphabetic character or '_', \
         followed by a string of alphanumeric characters or '_'",
        "[A-Za-z_][A-Za-z0-9_]*",
        &["my_name", "MY_NAME", "MyName"],
    )]
}

/// A port's number.
pub fn port_number(port: i64) -> Faults {
    if (1..=65535).contains(&port) { Vec::new() } else { vec![between(1, 65535)] }
}

/// A port's name, as IANA registers services.
pub fn port_name(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 15 {
        faults.push(too_long(15));
    }
    if text.is_empty() || !text.bytes().all(|c| alphanumeric_lower(c) || c == b'-') {
        faults.push("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)".to_owned());
    }
    if !text.bytes().any(|c| c.is_ascii_lowercase()) {
        faults.push("must contain at least one letter (a-z)".to_owned());
    }
    if text.contains("--") {
        faults.push("must not contain consecutive hyphens".to_owned());
    }
    if text.starts_with('-') || text.ends_with('-') {
        faults.push("must not begin or end with a hyphen".to_owned());
    }
    faults
}

/// A number with a percent sign.
pub fn percent(text: &str) -> Faults {
    let ok = text.strip_suffix('%').is_some_and(|n| !n.is_empty() && n.bytes().all(|c| c.is_ascii_digit()));
    if ok {
        return Vec::new();
    }
    vec![mismatch(
        "a valid percent string must be a numeric string followed by an ending '%'",
        "[0-9]+%",
        &["1%", "93%"],
    )]
}

/// The name of an HTTP header.
pub fn http_header_name(text: &str) -> Faults {
    if !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-') {
        return Vec::new();
    }
    vec![mismatch(
        "a valid HTTP header must consist of alphanumeric characters or '-'",
        "[-A-Za-z0-9]+",
        &["X-Header-Name"],
    )]
}

/// The name of an environment variable: printable ASCII but `=`.
pub fn environment_name(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.is_empty() {
        faults.push("environment variable name must be non-empty".to_owned());
    }
    if text.chars().any(|c| !(' '..='~').contains(&c) || c == '=') {
        faults.push(
            "a valid environment variable name must consist only of printable ASCII characters other than '='"
                .to_owned(),
        );
    }
    faults
}

/// A key of a ConfigMap or Secret; it becomes a file's name.
pub fn config_key(text: &str) -> Faults {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push(too_long(253));
    }
    if text.is_empty() || !text.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'.' | b'_')) {
        faults.push(mismatch(
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'",
            "[-._a-zA-Z0-9]+",
            &["key.name", "KEY_NAME", "key-name"],
        ));
    }
    match text {
        "." => faults.push("must not be '.'".to_owned()),
        ".." => faults.push("must not be '..'".to_owned()),
        _ if text.starts_with("..") => faults.push("must not start with '..'".to_owned()),
        _ => {}
    }
    faults
}

/// A name that is one segment of a URL path: RBAC's names and a few others.
pub fn path_segment(text: &str) -> Faults {
    let mut faults = Vec::new();
    for whole in [".", ".."] {
        if text == whole {
            return vec![format!("may not be '{whole}'")];
        }
    }
    for part in ["/", "%"] {
        if text.contains(part) {
            faults.push(format!("may not contain '{part}'"));
        }
    }
    faults
}

/// The prefix of a generated name may end in a dash, which what follows it hides.
pub fn mask_trailing_dash(name: &str) -> String {
    match name.strip_suffix('-') {
        // As upstream: the last *two* bytes make room for the letter.
        Some(rest) if !rest.is_empty() => {
            let mut out: String = rest.to_owned();
            out.pop();
            out.push('a');
            out
        }
        _ => name.to_owned(),
    }
}

/// Parses an address; leading zeros and IPv4 in IPv6 are refused, as upstream refuses them in new objects.
pub fn ip(text: &str) -> Result<IpAddr, String> {
    match text.parse::<IpAddr>() {
        Ok(IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_some() => {
            Err("must not be an IPv4-mapped IPv6 address".to_owned())
        }
        Ok(ip) => Ok(ip),
        Err(_) if sloppy_v4(text).is_some() => Err("must not have leading 0s".to_owned()),
        Err(_) => Err("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)".to_owned()),
    }
}

/// Parses an address and asks for its canonical spelling.
pub fn canonical_ip(text: &str) -> Result<IpAddr, String> {
    let ip = ip(text)?;
    if ip.to_string() == text { Ok(ip) } else { Err(format!("must be in canonical form ({:?})", ip.to_string())) }
}

/// Dotted decimal with leading zeros, which older releases took.
fn sloppy_v4(text: &str) -> Option<Ipv4Addr> {
    let parts: Vec<u8> = text
        .split('.')
        .map(|part| {
            let digits = !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
            if digits {
                part.trim_start_matches('0')
                    .parse()
                    .or(if part.bytes().all(|c| c == b'0') { Ok(0) } else { "x".parse() })
                    .ok()
            } else {
                None
            }
        })
        .collect::<Option<_>>()?;
    match parts.as_slice() {
        [a, b, c, d] => Some(Ipv4Addr::new(*a, *b, *c, *d)),
        _ => None,
    }
}

/// An address range: the network's address and its prefix length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cidr {
    /// The address, as written.
    pub address: IpAddr,
    /// The prefix length in bits.
    pub prefix: u8,
}

impl Cidr {
    /// The address with the bits beyond the prefix cleared.
    pub fn network(&self) -> IpAddr {
        match self.address {
            IpAddr::V4(v4) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.prefix)).unwrap_or(0);
                IpAddr::V4(Ipv4Addr::from(u32::from(v4) & mask))
            }
            IpAddr::V6(v6) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.prefix)).unwrap_or(0);
                IpAddr::V6(Ipv6Addr::from(u128::from(v6) & mask))
            }
        }
    }

    /// Whether `other` lies within.
    pub fn contains(&self, other: &Cidr) -> bool {
        self.address.is_ipv4() == other.address.is_ipv4()
            && self.prefix <= other.prefix
            && Cidr { address: other.address, prefix: self.prefix }.network() == self.network()
    }
}

/// Parses a range; refuses leading zeros, IPv4 in IPv6, and bits beyond the prefix.
pub fn cidr(text: &str) -> Result<Cidr, String> {
    let malformed = || "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)".to_owned();
    let (address, prefix) = text.split_once('/').ok_or_else(malformed)?;
    let bits: u8 = prefix.parse().map_err(|_| malformed())?;
    let zeros = prefix.len() > 1 && prefix.starts_with('0');
    let parsed = match address.parse::<IpAddr>() {
        Ok(ip) => ip,
        Err(_) if sloppy_v4(address).is_some() && bits <= 32 => {
            return Err("must not have leading 0s in IP or prefix length".to_owned());
        }
        Err(_) => return Err(malformed()),
    };
    if bits > if parsed.is_ipv4() { 32 } else { 128 } || prefix.starts_with('+') {
        return Err(malformed());
    }
    if zeros {
        return Err("must not have leading 0s in IP or prefix length".to_owned());
    }
    if matches!(parsed, IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some()) {
        return Err("must not have an IPv4-mapped IPv6 address".to_owned());
    }
    let cidr = Cidr { address: parsed, prefix: bits };
    if cidr.network() != cidr.address {
        return Err("must not have bits set beyond the prefix length".to_owned());
    }
    Ok(cidr)
}

/// Parses a range and asks for its canonical spelling.
pub fn canonical_cidr(text: &str) -> Result<Cidr, String> {
    let cidr = cidr(text)?;
    let spelled = format!("{}/{}", cidr.network(), cidr.prefix);
    if spelled == text { Ok(cidr) } else { Err(format!("must be in canonical form ({spelled:?})")) }
}
