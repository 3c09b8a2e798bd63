//! What a request's query asks for. Pure.

use http::Uri;
use jiff::{SignedDuration, Timestamp};
use kube_stream::remote;

use crate::logs::read::{self, OnlyStream};

/// The pairs of a query, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    pairs: Vec<(String, String)>,
}

/// Which log, and what of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LogQuery {
    pub(crate) options: read::Options,
    pub(crate) previous: bool,
}

impl Query {
    pub(crate) fn of(uri: &Uri) -> Self {
        let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
        Self { pairs: pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect() }
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// As Go reads booleans in queries: anything but a plain no is a yes.
    fn flag(&self, key: &str) -> bool {
        self.get(key).is_some_and(|value| !matches!(value, "false" | "0" | "no"))
    }

    pub(crate) fn all(&self, key: &str) -> Vec<String> {
        self.pairs.iter().filter(|(name, _)| name == key).map(|(_, value)| value.clone()).collect()
    }

    /// The kubelet's own names, and those of the API.
    pub(crate) fn streams(&self) -> Result<remote::Options, String> {
        let either = |own: &str, api: &str| self.flag(own) || self.flag(api);
        let tty = self.flag("tty");
        let options = remote::Options {
            stdin: either("input", "stdin"),
            stdout: either("output", "stdout"),
            stderr: either("error", "stderr") && !tty,
            tty,
        };
        if options.stdin || options.stdout || options.stderr {
            Ok(options)
        } else {
            Err("you must specify at least 1 of stdin, stdout, stderr".into())
        }
    }

    pub(crate) fn log(&self, now: Timestamp) -> Result<LogQuery, String> {
        let number = |key: &str| -> Result<Option<i64>, String> {
            self.get(key)
                .map(|text| text.parse().map_err(|_| r#"{"message": "Unable to decode query."}"#.to_owned()))
                .transpose()
        };
        let invalid = || r#"{"message": "Invalid request."}"#.to_owned();
        let unsigned = |value: Option<i64>| value.map(|value| u64::try_from(value).map_err(|_| invalid())).transpose();
        let tail = match self.get("tail") {
            Some("all") => None,
            Some(text) => Some(text.parse().map_err(|_| invalid())?),
            None => unsigned(number("tailLines")?)?,
        };
        let since_time =
            self.get("sinceTime").map(|text| text.parse::<Timestamp>().map_err(|_| invalid())).transpose()?;
        let since = match (number("sinceSeconds")?, since_time) {
            (Some(_), Some(_)) => return Err(invalid()),
            (Some(seconds), None) if seconds < 1 => return Err(invalid()),
            (Some(seconds), None) => now.checked_sub(SignedDuration::from_secs(seconds)).ok(),
            (None, since) => since,
        };
        let only = match self.get("stream") {
            None | Some("" | "All") => None,
            Some("Stdout") => Some(OnlyStream::Stdout),
            Some("Stderr") => Some(OnlyStream::Stderr),
            Some(_) => return Err(invalid()),
        };
        let limit_bytes = unsigned(number("limitBytes")?)?;
        if limit_bytes == Some(0) {
            return Err(invalid());
        }
        let options = read::Options {
            follow: self.flag("follow"),
            timestamps: self.flag("timestamps"),
            tail,
            limit_bytes,
            since,
            only,
        };
        Ok(LogQuery { options, previous: self.flag("previous") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_and_logs_are_read() {
        let query = |text: &str| Query::of(&format!("http://x/?{text}").parse().unwrap());
        let streams = query("command=ls&command=-l&input=1&output=1&error=1&tty=1");
        assert_eq!(streams.all("command"), ["ls", "-l"]);
        assert_eq!(streams.streams().unwrap(), remote::Options { stdin: true, stdout: true, stderr: false, tty: true });
        assert!(query("command=ls").streams().is_err());
        let now = Timestamp::from_second(100).unwrap();
        let log = query("follow=true&tailLines=5&sinceSeconds=10&previous=true").log(now).unwrap();
        assert_eq!(
            (log.options.tail, log.options.since, log.options.follow, log.previous),
            (Some(5), Some(Timestamp::from_second(90).unwrap()), true, true)
        );
        assert!(
            query("tailLines=-1").log(now).is_err()
                && query("limitBytes=0").log(now).is_err()
                && query("tailLines=x").log(now).is_err()
        );
    }
}
