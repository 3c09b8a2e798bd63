//! Reads a container's log for a client: the end of it, from a time on, as it grows, across rotation.
//!
//! As upstream: pkg/kubelet/kuberuntime/logs. What the client asked for is decided in [`Filter`], pure; the rest is files.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures::future::BoxFuture;
use jiff::Timestamp;
use machined_base::Clock;
use tokio::sync::mpsc;

use super::line::{self, Stream};
use crate::follow::Follow;

/// How long a silent log is trusted to belong to a running container.
const QUIET: Duration = Duration::from_millis(500);
const BATCH: usize = 32 << 10;
/// A line longer than this is broken up by the runtime already.
const LINE_MAX: u64 = 1 << 20;

/// What a client asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) follow: bool,
    pub(crate) timestamps: bool,
    pub(crate) tail: Option<u64>,
    pub(crate) limit_bytes: Option<u64>,
    pub(crate) since: Option<Timestamp>,
    /// `None` is both.
    pub(crate) only: Option<OnlyStream>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OnlyStream {
    Stdout,
    Stderr,
}

/// Turns log lines into what the client gets.
struct Filter {
    options: Options,
    left: Option<u64>,
    /// The line before was partial: its time stands already.
    inside: bool,
}

impl Filter {
    fn new(options: Options) -> Self {
        Self { left: options.limit_bytes, options, inside: false }
    }

    /// False when the client has all it asked for.
    fn put(&mut self, raw: &[u8], out: &mut BytesMut) -> bool {
        let Some(line) = line::parse(raw) else { return true };
        match (self.options.only, line.stream) {
            (Some(OnlyStream::Stdout), Stream::Stderr) | (Some(OnlyStream::Stderr), Stream::Stdout) => return true,
            _ => {}
        }
        if let Some(since) = self.options.since {
            let time = std::str::from_utf8(line.time).ok().and_then(|text| text.parse::<Timestamp>().ok());
            if time.is_some_and(|time| time < since) {
                return true;
            }
        }
        let start = out.len();
        if self.options.timestamps && !self.inside {
            out.extend_from_slice(line.time);
            out.extend_from_slice(b" ");
        }
        out.extend_from_slice(line.content);
        if !line.partial {
            out.extend_from_slice(b"\n");
        }
        self.inside = line.partial;
        let Some(left) = self.left.as_mut() else { return true };
        let wrote = (out.len() - start) as u64;
        if wrote >= *left {
            out.truncate(start + usize::try_from(*left).unwrap_or(usize::MAX));
            *left = 0;
            return false;
        }
        *left -= wrote;
        true
    }
}

/// Sends what was asked for to `to`. `running` says whether more can come; it is asked at the end of the file.
pub(crate) async fn read(
    path: &Path,
    options: Options,
    to: mpsc::Sender<Bytes>,
    running: impl Fn() -> BoxFuture<'static, bool>,
    clock: &Clock,
) -> io::Result<()> {
    let follow = options.follow;
    let mut position = match options.tail {
        Some(lines) => tail_start(path, lines)?,
        None => 0,
    };
    let mut filter = Filter::new(options);
    let mut watch = match follow {
        true => path.parent().map(Follow::new).transpose()?,
        false => None,
    };
    loop {
        // Asked before the file is read: what a container writes at its end is read after it has ended.
        let more = follow && running().await;
        let done = copy(path, &mut position, &mut filter, &to).await?;
        if done || !more {
            return Ok(());
        }
        let Some(watch) = watch.as_mut() else { return Ok(()) };
        tokio::select! {
            changed = watch.changed() => changed?,
            () = to.closed() => return Ok(()),
            // A container that ends without another word changes no file.
            () = clock.sleep(QUIET) => {}
        }
        if rotated(path, position)? {
            position = 0;
        }
    }
}

/// Copies from `position` to the end of the last whole line. True when the client wants no more.
async fn copy(path: &Path, position: &mut u64, filter: &mut Filter, to: &mpsc::Sender<Bytes>) -> io::Result<bool> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        // Between two files of a rotation.
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(err) => return Err(err),
    };
    file.seek(SeekFrom::Start(*position))?;
    let mut reader = BufReader::with_capacity(BATCH, file);
    let mut out = BytesMut::new();
    let mut raw = Vec::new();
    let mut wants = true;
    loop {
        raw.clear();
        let got = reader.by_ref().take(LINE_MAX).read_until(b'\n', &mut raw)?;
        let whole = raw.last() == Some(&b'\n');
        if got == 0 || !whole && (got as u64) < LINE_MAX {
            break;
        }
        *position += got as u64;
        if whole {
            raw.pop();
        }
        wants = filter.put(&raw, &mut out);
        if (out.len() >= BATCH || !wants) && to.send(out.split().freeze()).await.is_err() {
            return Ok(true);
        }
        if !wants {
            break;
        }
    }
    if !out.is_empty() && to.send(out.freeze()).await.is_err() {
        return Ok(true);
    }
    Ok(!wants)
}

/// A new file stands under the name, shorter than what was read.
fn rotated(path: &Path, position: u64) -> io::Result<bool> {
    match std::fs::metadata(path) {
        Ok(meta) => Ok(meta.size() < position),
        Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(err) => Err(err),
    }
}

/// Where the last `lines` lines begin. A partial line counts with the one it belongs to, as upstream counts: by newline.
fn tail_start(path: &Path, lines: u64) -> io::Result<u64> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(err) if err.kind() == io::ErrorKind::NotFound => return Ok(0),
        Err(err) => return Err(err),
    };
    let end = file.metadata()?.len();
    if lines == 0 {
        return Ok(end);
    }
    let mut seen = 0;
    let mut at = end;
    let mut block = vec![0; 4096];
    while at > 0 {
        let size = usize::try_from(at.min(4096)).unwrap_or(4096);
        at -= size as u64;
        file.seek(SeekFrom::Start(at))?;
        let Some(part) = block.get_mut(..size) else { break };
        file.read_exact(part)?;
        for (offset, _) in part.iter().enumerate().rev().filter(|(_, byte)| **byte == b'\n') {
            // The newline at the very end closes the last line.
            if at + offset as u64 + 1 == end {
                continue;
            }
            seen += 1;
            if seen == lines {
                return Ok(at + offset as u64 + 1);
            }
        }
    }
    Ok(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "2026-01-01T00:00:01Z stdout F one\n2026-01-01T00:00:02Z stderr F two\n2026-01-01T00:00:03Z stdout P thr\n2026-01-01T00:00:03Z stdout F ee\n";

    async fn check(options: Options, expected: &str) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("0.log");
        std::fs::write(&path, LOG).unwrap();
        let (to, mut from) = mpsc::channel(8);
        read(&path, options.clone(), to, || Box::pin(async { false }), &Clock::system()).await.unwrap();
        let mut text = Vec::new();
        while let Some(bytes) = from.recv().await {
            text.extend_from_slice(&bytes);
        }
        assert_eq!(String::from_utf8(text).unwrap(), expected, "{options:?}");
    }

    #[tokio::test]
    async fn each_option_narrows_the_log() {
        let all = Options::default;
        check(all(), "one\ntwo\nthree\n").await;
        check(Options { tail: Some(1), ..all() }, "ee\n").await;
        check(Options { tail: Some(0), ..all() }, "").await;
        check(Options { only: Some(OnlyStream::Stderr), ..all() }, "two\n").await;
        check(
            Options { since: Some("2026-01-01T00:00:02Z".parse().unwrap()), timestamps: true, ..all() },
            "2026-01-01T00:00:02Z two\n2026-01-01T00:00:03Z three\n",
        )
        .await;
        check(Options { limit_bytes: Some(6), ..all() }, "one\ntw").await;
    }
}
