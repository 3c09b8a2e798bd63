//! Which objects a list or a watch wants: a place, a name, labels and fields.
//!
//! As upstream: apimachinery/pkg/labels and fields. Which fields exist is said by the resource's format.

use super::object::{Format, Stored};
use super::resource::{Change, ChangeKind};
use crate::status::{ApiError, Result, quoted};

/// What a request selects. Cheap to ask, for every change and every watcher.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    /// Keys of the place that is asked: the resource, or one namespace of it.
    pub prefix: String,
    /// One object's name, from the URL or from `metadata.name=`.
    name: Option<String>,
    labels: kube_api::selectors::LabelSelector,
    fields: Vec<Term>,
}

#[derive(Clone, Debug)]
struct Term {
    place: Place,
    equal: bool,
    value: String,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Name,
    Namespace,
    /// An index into `Format::selectable`.
    Field(usize),
}

impl Filter {
    pub(crate) fn all(prefix: impl Into<String>) -> Self {
        Self { prefix: prefix.into(), ..Self::default() }
    }

    pub(crate) fn parse(
        prefix: String,
        name: Option<&str>,
        labels: &str,
        fields: &str,
        format: &Format,
    ) -> Result<Self> {
        let labels =
            kube_api::selectors::LabelSelector::parse(labels).map_err(|why| ApiError::bad_request(why.to_string()))?;
        let mut filter = Self { prefix, name: name.map(str::to_owned), labels, fields: Vec::new() };
        for (label, equal, value) in terms(fields)? {
            let place = match label.as_str() {
                "metadata.name" => Place::Name,
                "metadata.namespace" => Place::Namespace,
                label => match format.selectable.iter().position(|field| field.label == label) {
                    Some(at) => Place::Field(at),
                    None => return Err(ApiError::bad_request(unknown_field(&format.kind, label))),
                },
            };
            filter.fields.push(Term { place, equal, value });
        }
        Ok(filter)
    }

    pub(crate) fn is_everything(&self) -> bool {
        self.name.is_none() && self.fields.is_empty() && self.labels.is_empty()
    }

    pub(crate) fn matches(&self, object: &Stored) -> bool {
        object.key.starts_with(self.prefix.as_str())
            && self.name.as_deref().is_none_or(|name| object.name == name)
            && self.fields.iter().all(|term| {
                let own = match term.place {
                    Place::Name => object.name.as_str(),
                    Place::Namespace => object.namespace.as_str(),
                    Place::Field(at) => object.fields.get(at).map_or("", |text| text.as_str()),
                };
                (own == term.value) == term.equal
            })
            && self.labels.matches(|key| object.label(key))
    }

    /// Whether a change is seen at all: what it became, or what it was, is selected.
    pub(crate) fn concerns(&self, change: &Change) -> bool {
        self.seen_as(change).is_some()
    }

    /// How this change looks through the selection: an object that enters is added, one that leaves is deleted.
    pub(crate) fn seen_as(&self, change: &Change) -> Option<ChangeKind> {
        let now = change.kind != ChangeKind::Deleted && self.matches(&change.object);
        let before = change.old.as_ref().is_some_and(|old| self.matches(old));
        match (before, now) {
            (false, true) => Some(ChangeKind::Added),
            (true, true) => Some(ChangeKind::Modified),
            (true, false) => Some(ChangeKind::Deleted),
            (false, false) => None,
        }
    }
}

/// As upstream: the text of a conversion function that does not know a field.
fn unknown_field(kind: &str, label: &str) -> String {
    let _ = kind;
    format!("field label not supported: {label}")
}

/// As upstream: fields.ParseSelector; `\` escapes `,`, `=` and itself.
fn terms(text: &str) -> Result<Vec<(String, bool, String)>> {
    let mut found = Vec::new();
    for term in split(text, ',') {
        if term.is_empty() {
            continue;
        }
        let broken =
            || ApiError::bad_request(format!("invalid selector: {}; can't understand {}", quoted(text), quoted(&term)));
        let at = term.find(['=', '!']).ok_or_else(broken)?;
        let (label, rest) = term.split_at(at);
        let (equal, value) = if let Some(value) = rest.strip_prefix("!=") {
            (false, value)
        } else if let Some(value) = rest.strip_prefix("==").or_else(|| rest.strip_prefix('=')) {
            (true, value)
        } else {
            return Err(broken());
        };
        found.push((label.to_owned(), equal, unescape(value)));
    }
    Ok(found)
}

fn split(text: &str, at: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for letter in text.chars() {
        if letter == at && !escaped {
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
        escaped = letter == '\\' && !escaped;
    }
    parts
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut escaped = false;
    for letter in text.chars() {
        if letter == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(letter);
            escaped = false;
        }
    }
    out
}
