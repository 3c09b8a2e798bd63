//! Where a program's own words go: one line for each event on standard error, or JSON for machines.
//!
//! Called once by `main`; libraries only use `tracing`.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::FmtSpan;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Debug, thiserror::Error)]
pub enum TelemetryError {
    #[error("log filter {filter:?} is not understood")]
    Filter {
        filter: String,
        #[source]
        err: tracing_subscriber::filter::ParseError,
    },
    #[error("telemetry was set up before")]
    Twice,
}

/// Sends all events at or above `filter` (such as `info` or `info,kube_etcd=debug`) to standard error.
pub fn init(filter: &str, format: Format) -> Result<(), TelemetryError> {
    let parsed = EnvFilter::try_new(filter).map_err(|err| TelemetryError::Filter { filter: filter.to_owned(), err })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(parsed)
        .with_span_events(FmtSpan::NONE)
        .with_writer(std::io::stderr)
        // A machine's console is a terminal too, and its log is read and searched as a file.
        .with_ansi(false);
    match format {
        Format::Text => builder.try_init(),
        Format::Json => builder.json().flatten_event(true).try_init(),
    }
    .map_err(|_| TelemetryError::Twice)
}
