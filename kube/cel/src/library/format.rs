//! Named formats of text: `format.dns1123Label().validate(x)`.
//!
//! As upstream: apiserver/pkg/cel/library/format.go. The texts are those of
//! apimachinery/pkg/util/validation.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Declared;
use super::url::Url;
use crate::value::{Fault, Outcome, Val};

/// A format and what is wrong with a text that is not of it.
pub struct NamedFormat {
    pub(crate) name: &'static str,
    function: &'static str,
    /// The length of the pattern that a check costs.
    pub(crate) pattern: u64,
    check: fn(&str) -> Vec<String>,
}

impl std::fmt::Debug for NamedFormat {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

macro_rules! formats {
    ($($function:ident, $name:literal, $pattern:literal, $check:expr;)*) => {
        static FORMATS: &[NamedFormat] = &[$(NamedFormat {
            name: $name,
            function: stringify!($function),
            pattern: $pattern,
            check: $check,
        }),*];

        pub(crate) const TABLE: &[Declared] = &[
            ("validate", "format-validate", "kubernetes.NamedFormat.(string) -> optional(list(string))", validate),
            ("format.named", "format-named", "(string) -> optional(kubernetes.NamedFormat)", named),
            $((
                concat!("format.", stringify!($function)),
                concat!("format.", stringify!($function)),
                "() -> kubernetes.NamedFormat",
                {
                    fn get<'a>(_: &[Val<'a>]) -> Outcome<'a> {
                        find(stringify!($function)).map(Val::Format).ok_or_else(Fault::no_overload)
                    }
                    get
                },
            )),*
        ];
    };
}

formats! {
    dns1123Label, "DNS1123Label", 30, |text| label(text);
    dns1123Subdomain, "DNS1123Subdomain", 60, |text| subdomain(text);
    dns1035Label, "DNS1035Label", 30, |text| label_1035(text);
    qualifiedName, "QualifiedName", 60, qualified_name;
    dns1123LabelPrefix, "DNS1123LabelPrefix", 30, |text| label(&prefix(text));
    dns1123SubdomainPrefix, "DNS1123SubdomainPrefix", 60, |text| subdomain(&prefix(text));
    dns1035LabelPrefix, "DNS1035LabelPrefix", 30, |text| label_1035(&prefix(text));
    labelValue, "LabelValue", 40, label_value;
    uri, "URI", 1000, |text| Url::parse(text).err().into_iter().collect();
    uuid, "uuid", 70, |text| unless(is_uuid(text), "does not match the UUID format");
    byte, "byte", 90, |text| unless(!text.is_empty() && STANDARD.decode(text).is_ok(), "invalid base64");
    date, "date", 180, |text| unless(is_date(text), "invalid date");
    datetime, "datetime", 180, |text| unless(kube_api::time::parse(text).is_ok(), "invalid datetime");
}

fn find(function: &str) -> Option<&'static NamedFormat> {
    FORMATS.iter().find(|format| format.function == function)
}

fn named<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(name)] => Ok(find(name).map_or(Val::Optional(None), |format| Val::some(Val::Format(format)))),
        _ => Err(Fault::no_overload()),
    }
}

fn validate<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::Format(format), Val::String(text)] = args else { return Err(Fault::no_overload()) };
    let faults = (format.check)(text);
    if faults.is_empty() {
        return Ok(Val::Optional(None));
    }
    Ok(Val::some(Val::list(faults.into_iter().map(Val::text).collect())))
}

fn unless(good: bool, fault: &str) -> Vec<String> {
    if good { Vec::new() } else { vec![fault.to_owned()] }
}

/// A generated name ends in something: a dash at the end stands for it.
fn prefix(text: &str) -> String {
    match text.strip_suffix('-') {
        Some(head) if !head.is_empty() => format!("{head}a"),
        _ => text.to_owned(),
    }
}

fn too_long(limit: usize) -> String {
    format!("must be no more than {limit} characters")
}

fn is_edge(byte: Option<&u8>) -> bool {
    byte.is_some_and(|one| one.is_ascii_lowercase() || one.is_ascii_digit())
}

fn is_label(text: &str) -> bool {
    let bytes = text.as_bytes();
    is_edge(bytes.first())
        && is_edge(bytes.last())
        && bytes.iter().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || *one == b'-')
}

fn label(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_long(63));
    }
    if !is_label(text) {
        faults.push("a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')".to_owned());
    }
    faults
}

fn subdomain(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.len() > 253 {
        faults.push(too_long(253));
    }
    if !text.split('.').all(is_label) {
        faults.push("a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')".to_owned());
    }
    faults
}

fn label_1035(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_long(63));
    }
    if !is_label(text) || !text.starts_with(|one: char| one.is_ascii_lowercase()) {
        faults.push("a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')".to_owned());
    }
    faults
}

fn is_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let edge = |one: Option<&u8>| one.is_some_and(u8::is_ascii_alphanumeric);
    edge(bytes.first())
        && edge(bytes.last())
        && bytes.iter().all(|one| one.is_ascii_alphanumeric() || matches!(one, b'-' | b'_' | b'.'))
}

fn qualified_name(text: &str) -> Vec<String> {
    const FORM: &str = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    let mut faults = Vec::new();
    let parts: Vec<&str> = text.split('/').collect();
    let name = match parts.as_slice() {
        [name] => name,
        [head, name] => {
            if head.is_empty() {
                faults.push("prefix part must be non-empty".to_owned());
            } else {
                faults.extend(subdomain(head).into_iter().map(|fault| format!("prefix part {fault}")));
            }
            name
        }
        _ => {
            let form = FORM.strip_prefix("must consist of ").unwrap_or(FORM);
            return vec![format!(
                "a qualified name must consist of {form} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"
            )];
        }
    };
    if name.is_empty() {
        faults.push("name part must be non-empty".to_owned());
    } else if name.len() > 63 {
        faults.push(format!("name part {}", too_long(63)));
    }
    if !is_name(name) {
        faults.push(format!("name part {FORM}"));
    }
    faults
}

fn label_value(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.len() > 63 {
        faults.push(too_long(63));
    }
    if !text.is_empty() && !is_name(text) {
        faults.push("a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')".to_owned());
    }
    faults
}

fn is_uuid(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_hexdigit).count();
    let dashes = text.bytes().filter(|one| *one == b'-').count();
    let places = [8, 13, 18, 23].iter().filter(|at| text.as_bytes().get(**at) == Some(&b'-')).count();
    digits == 32 && digits + dashes == text.len() && (dashes == 0 || (dashes == 4 && places == 4))
}

fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// Whether a text is not of a format.
pub(super) fn faulty(function: &str, text: &str) -> bool {
    find(function).is_none_or(|format| !(format.check)(text).is_empty())
}
