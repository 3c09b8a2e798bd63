//! Query parameters, and the option structs that verbs read from them.
//!
//! Decoding errors and defaults are upstream's (apimachinery/pkg/apis/meta/v1 options and their validation). What the
//! options do is decided where the verb is.

use crate::status::{ApiError, Cause, Named, Result};

/// A parsed query string, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query(Vec<(String, String)>);

/// How unknown and duplicate fields of a body are treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldValidation {
    Ignore,
    Warn,
    Strict,
}

/// How a resource version given by a reader is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum VersionMatch {
    #[default]
    Unset,
    NotOlderThan,
    Exact,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct ListOptions {
    pub label_selector: String,
    pub field_selector: String,
    pub watch: bool,
    pub allow_bookmarks: bool,
    /// Empty, "0", or a number; checked.
    pub resource_version: Option<i64>,
    pub version_match: VersionMatch,
    pub timeout_seconds: Option<u64>,
    pub limit: usize,
    pub continue_token: String,
    pub send_initial_events: Option<bool>,
}

/// What create, update, patch and apply share.
#[derive(Clone, Debug)]
pub(crate) struct WriteOptions {
    pub dry_run: bool,
    pub field_manager: String,
    pub field_validation: FieldValidation,
    pub force: Option<bool>,
}

impl Query {
    pub(crate) fn parse(text: &str) -> Self {
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    pub(crate) fn all<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        self.0.iter().filter(move |(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// As upstream's conversion of a string to a bool: present and neither "false" nor "0" means yes.
    pub(crate) fn flag(&self, key: &str) -> bool {
        self.optional_flag(key).unwrap_or(false)
    }

    pub(crate) fn optional_flag(&self, key: &str) -> Option<bool> {
        self.get(key).map(|value| !matches!(value.to_ascii_lowercase().as_str(), "false" | "0"))
    }

    pub(crate) fn integer(&self, key: &str) -> Result<Option<i64>> {
        match self.get(key) {
            None | Some("") => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| {
                ApiError::bad_request(format!(
                    "strconv.ParseInt: parsing {}: invalid syntax",
                    crate::status::quoted(text)
                ))
            }),
        }
    }
}

impl ListOptions {
    pub(crate) fn read(query: &Query) -> Result<Self> {
        let resource_version = match query.get("resourceVersion") {
            None | Some("") => None,
            Some(text) => Some(text.parse::<u64>().ok().and_then(|n| i64::try_from(n).ok()).ok_or_else(|| {
                invalid_option("resourceVersion", text, "strconv.ParseUint: parsing: invalid syntax")
            })?),
        };
        let options = Self {
            label_selector: query.get("labelSelector").unwrap_or_default().to_owned(),
            field_selector: query.get("fieldSelector").unwrap_or_default().to_owned(),
            watch: query.flag("watch"),
            allow_bookmarks: query.flag("allowWatchBookmarks"),
            resource_version,
            version_match: match query.get("resourceVersionMatch").unwrap_or_default() {
                "" => VersionMatch::Unset,
                "NotOlderThan" => VersionMatch::NotOlderThan,
                "Exact" => VersionMatch::Exact,
                other => {
                    let text = format!(
                        "Unsupported value: {}: supported values: \"Exact\", \"NotOlderThan\"",
                        crate::status::quoted(other)
                    );
                    return Err(invalid_list(vec![("resourceVersionMatch", "FieldValueNotSupported", text)]));
                }
            },
            timeout_seconds: query.integer("timeoutSeconds")?.and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0),
            limit: query.integer("limit")?.and_then(|n| usize::try_from(n).ok()).unwrap_or(0),
            continue_token: query.get("continue").unwrap_or_default().to_owned(),
            send_initial_events: query.optional_flag("sendInitialEvents"),
        };
        options.check(query)?;
        Ok(options)
    }

    /// As upstream: apimachinery/pkg/apis/meta/internalversion/validation.
    fn check(&self, query: &Query) -> Result<()> {
        let mut faults = Vec::new();
        let forbidden = |field, text: &str| (field, "FieldValueForbidden", format!("Forbidden: {text}"));
        let is_watch = self.watch;
        if is_watch && self.send_initial_events.is_some() {
            if self.version_match != VersionMatch::NotOlderThan {
                faults.push(forbidden(
                    "resourceVersionMatch",
                    "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan",
                ));
            }
        } else if is_watch && self.version_match != VersionMatch::Unset {
            faults.push(forbidden("resourceVersionMatch", "resourceVersionMatch is forbidden for watch"));
        } else if self.version_match != VersionMatch::Unset {
            if query.get("resourceVersion").unwrap_or_default().is_empty() {
                faults.push(forbidden(
                    "resourceVersionMatch",
                    "resourceVersionMatch is forbidden unless resourceVersion is provided",
                ));
            }
            if !self.continue_token.is_empty() {
                faults.push(forbidden(
                    "resourceVersionMatch",
                    "resourceVersionMatch is forbidden when continue is provided",
                ));
            }
            if self.version_match == VersionMatch::Exact && self.resource_version == Some(0) {
                faults.push(forbidden(
                    "resourceVersionMatch",
                    "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"",
                ));
            }
        }
        if !is_watch && self.send_initial_events.is_some() {
            faults.push(forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list"));
        }
        if faults.is_empty() { Ok(()) } else { Err(invalid_list(faults)) }
    }
}

impl WriteOptions {
    pub(crate) fn read(query: &Query, kind: &'static str) -> Result<Self> {
        let mut dry_run = false;
        for value in query.all("dryRun") {
            match value {
                "" => {}
                "All" => dry_run = true,
                other => {
                    let message =
                        format!("Unsupported value: {}: supported values: \"All\"", crate::status::quoted(other));
                    return Err(invalid_options(kind, vec![("dryRun", "FieldValueNotSupported", message)]));
                }
            }
        }
        let field_validation = match query.get("fieldValidation").unwrap_or_default() {
            "" | "Warn" => FieldValidation::Warn,
            "Ignore" => FieldValidation::Ignore,
            "Strict" => FieldValidation::Strict,
            other => {
                let message = format!(
                    "Unsupported value: {}: supported values: \"Ignore\", \"Strict\", \"Warn\"",
                    crate::status::quoted(other)
                );
                return Err(invalid_options(kind, vec![("fieldValidation", "FieldValueNotSupported", message)]));
            }
        };
        let field_manager = query.get("fieldManager").unwrap_or_default().to_owned();
        if field_manager.len() > 128 {
            let message = "Too long: may not be more than 128 bytes".to_owned();
            return Err(invalid_options(kind, vec![("fieldManager", "FieldValueTooLong", message)]));
        }
        Ok(Self { dry_run, field_manager, field_validation, force: query.optional_flag("force") })
    }
}

fn invalid_option(field: &'static str, value: &str, why: &str) -> ApiError {
    let text = format!("Invalid value: {}: {why}", crate::status::quoted(value));
    invalid_list(vec![(field, "FieldValueInvalid", text)])
}

fn invalid_list(faults: Vec<(&'static str, &'static str, String)>) -> ApiError {
    invalid_options("ListOptions", faults)
}

pub(crate) fn invalid_options(kind: &str, faults: Vec<(&'static str, &'static str, String)>) -> ApiError {
    let causes = faults
        .into_iter()
        .map(|(field, reason, message)| Cause { reason: reason.into(), message, field: field.into() })
        .collect();
    ApiError::invalid(Named { group: "meta.k8s.io", resource: kind }, "", causes)
}
