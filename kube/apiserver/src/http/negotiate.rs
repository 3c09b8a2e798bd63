//! Which encoding and which shape a body has: Accept and Content-Type, as upstream negotiates them.
//!
//! As upstream: apiserver/pkg/endpoints/handlers/negotiation. How a shape is written is decided in `render`.

use crate::status::{ApiError, Result};

use super::query::Query;

/// An encoding of API objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Encoding {
    Json,
    Yaml,
    Protobuf,
}

/// What the client wants to see of an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    #[default]
    Object,
    /// `meta.k8s.io/v1`, or the older `v1beta1`.
    Table {
        beta: bool,
    },
    PartialMetadata {
        beta: bool,
    },
}

/// The negotiated answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub encoding: Encoding,
    pub shape: Shape,
    pub pretty: bool,
}

/// One clause of an Accept header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MediaRange {
    pub main: String,
    pub params: Vec<(String, String)>,
    /// Quality in thousandths.
    quality: u32,
}

/// What one endpoint can write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Offers {
    pub protobuf: bool,
    pub shapes: bool,
}

const ALL: [&str; 3] = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"];
const TEXTUAL: [&str; 2] = ["application/json", "application/yaml"];

impl Encoding {
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Yaml => "application/yaml",
            Self::Protobuf => "application/vnd.kubernetes.protobuf",
        }
    }

    fn of(main: &str) -> Option<Self> {
        match main {
            "application/json" => Some(Self::Json),
            "application/yaml" => Some(Self::Yaml),
            "application/vnd.kubernetes.protobuf" => Some(Self::Protobuf),
            _ => None,
        }
    }
}

impl Offers {
    pub(crate) const BUILT_IN: Self = Self { protobuf: true, shapes: true };
    pub(crate) const CUSTOM: Self = Self { protobuf: false, shapes: true };
    pub(crate) const PLAIN: Self = Self { protobuf: true, shapes: false };

    fn names(self) -> &'static [&'static str] {
        if self.protobuf { &ALL } else { &TEXTUAL }
    }
}

impl Answer {
    pub(crate) const JSON: Self = Self { encoding: Encoding::Json, shape: Shape::Object, pretty: false };

    /// The Content-Type of a whole body.
    pub(crate) fn content_type(self) -> String {
        let main = self.encoding.media_type();
        match self.shape {
            Shape::Object => main.to_owned(),
            Shape::Table { beta } => format!("{main};as=Table;g=meta.k8s.io;v={}", version(beta)),
            Shape::PartialMetadata { beta } => {
                format!("{main};as=PartialObjectMetadata;g=meta.k8s.io;v={}", version(beta))
            }
        }
    }

    /// The Content-Type of a stream of watch events.
    pub(crate) fn stream_type(self) -> String {
        match self.encoding {
            Encoding::Json => "application/json".to_owned(),
            other => format!("{};stream=watch", other.media_type()),
        }
    }
}

pub(crate) fn version(beta: bool) -> &'static str {
    if beta { "v1beta1" } else { "v1" }
}

/// Parses an Accept header into its clauses, best first; a stable order among equals.
pub(crate) fn accept(header: &str) -> Vec<MediaRange> {
    let mut ranges: Vec<MediaRange> = header.split(',').filter_map(media_range).collect();
    ranges.sort_by_key(|range| std::cmp::Reverse(range.quality));
    ranges
}

/// Parses one media type with its parameters.
pub(crate) fn media_range(text: &str) -> Option<MediaRange> {
    let mut parts = text.split(';').map(str::trim);
    let main = parts.next().filter(|main| !main.is_empty())?.to_ascii_lowercase();
    let mut range = MediaRange { main, params: Vec::new(), quality: 1000 };
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.trim().trim_matches('"').to_owned();
        match key.trim().to_ascii_lowercase() {
            key if key == "q" => range.quality = value.parse::<f32>().map_or(1000, |q| (q * 1000.0) as u32),
            key if !key.is_empty() => range.params.push((key, value)),
            _ => {}
        }
    }
    Some(range)
}

impl MediaRange {
    pub(crate) fn param(&self, key: &str) -> Option<&str> {
        self.params.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }
}

/// Chooses encoding and shape for an answer.
pub(crate) fn answer(header: Option<&str>, query: &Query, user_agent: &str, offers: Offers) -> Result<Answer> {
    let header = header.map(str::trim).filter(|header| !header.is_empty()).unwrap_or("*/*");
    for range in accept(header) {
        if let Some(found) = matches(&range, offers) {
            let pretty = found.pretty || asks_pretty(query, user_agent);
            return Ok(Answer { pretty: pretty && found.encoding == Encoding::Json, ..found });
        }
    }
    Err(ApiError::not_acceptable(offers.names()))
}

fn matches(range: &MediaRange, offers: Offers) -> Option<Answer> {
    let encoding = match range.main.as_str() {
        "*/*" | "application/*" => Encoding::Json,
        main => Encoding::of(main)?,
    };
    let mut shape = Shape::Object;
    if let Some(kind) = range.param("as").filter(|kind| !kind.is_empty()) {
        let beta = match (range.param("g"), range.param("v")) {
            (Some("meta.k8s.io"), Some("v1")) => false,
            (Some("meta.k8s.io"), Some("v1beta1")) => true,
            _ => return None,
        };
        shape = match kind {
            "Table" if offers.shapes => Shape::Table { beta },
            "PartialObjectMetadata" | "PartialObjectMetadataList" if offers.shapes => Shape::PartialMetadata { beta },
            _ => return None,
        };
    }
    // As upstream: custom resources have no protobuf of their own, but what is made of them for every kind has.
    if encoding == Encoding::Protobuf && !offers.protobuf && !matches!(shape, Shape::PartialMetadata { .. }) {
        return None;
    }
    Some(Answer { encoding, shape, pretty: range.param("pretty") == Some("1") })
}

fn asks_pretty(query: &Query, user_agent: &str) -> bool {
    match query.get("pretty") {
        Some(value) if !value.is_empty() => matches!(value, "1" | "t" | "T" | "true" | "TRUE" | "True"),
        _ => ["curl", "Wget", "Mozilla/5.0"].iter().any(|human| user_agent.starts_with(human)),
    }
}

/// The encoding of a request's body; an absent type means JSON.
pub(crate) fn body_encoding(content_type: Option<&str>, offers: Offers) -> Result<Encoding> {
    let Some(text) = content_type.filter(|text| !text.trim().is_empty()) else {
        return Ok(Encoding::Json);
    };
    media_range(text)
        .and_then(|range| Encoding::of(&range.main))
        .filter(|encoding| *encoding != Encoding::Protobuf || offers.protobuf)
        .ok_or_else(|| ApiError::unsupported_media_type(offers.names()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, offers: Offers, expected: &str) {
        let shown = match answer(Some(header), &Query::default(), "kubectl", offers) {
            Ok(answer) => answer.content_type(),
            Err(error) => error.code().to_string(),
        };
        assert_eq!(shown, expected, "{header}");
    }

    #[test]
    fn headers() {
        let table = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json";
        check(table, Offers::BUILT_IN, "application/json;as=Table;g=meta.k8s.io;v=v1");
        check(table, Offers::PLAIN, "application/json");
        check(
            "application/vnd.kubernetes.protobuf,application/json",
            Offers::BUILT_IN,
            "application/vnd.kubernetes.protobuf",
        );
        check("application/vnd.kubernetes.protobuf,application/json", Offers::CUSTOM, "application/json");
        check("application/vnd.kubernetes.protobuf", Offers::CUSTOM, "406");
        let metadata = "application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
        check(metadata, Offers::CUSTOM, metadata);
        check("text/html;q=0.9, */*;q=0.8", Offers::CUSTOM, "application/json");
        check("application/yaml", Offers::CUSTOM, "application/yaml");
    }
}
