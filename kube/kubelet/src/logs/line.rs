//! One line of a container's log: time, stream, whether it is whole, content. Pure.
//!
//! As upstream: `2026-01-02T03:04:05.000000006Z stdout F text`.

/// One line, borrowed from the file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line<'a> {
    pub(crate) time: &'a [u8],
    pub(crate) stream: Stream,
    /// The program's line goes on in the next one.
    pub(crate) partial: bool,
    pub(crate) content: &'a [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stream {
    Stdout,
    Stderr,
}

/// Reads one line without its end. `None` for what is no log line.
pub(crate) fn parse(line: &[u8]) -> Option<Line<'_>> {
    let mut parts = line.splitn(4, |byte| *byte == b' ');
    let time = parts.next()?;
    let stream = match parts.next()? {
        b"stdout" => Stream::Stdout,
        b"stderr" => Stream::Stderr,
        _ => return None,
    };
    let tags = parts.next()?;
    let partial = tags.split(|byte| *byte == b':').next() == Some(b"P");
    Some(Line { time, stream, partial, content: parts.next().unwrap_or_default() })
}

/// The content of a line of text.
pub(crate) fn content(line: &str) -> Option<&str> {
    parse(line.as_bytes()).and_then(|line| std::str::from_utf8(line.content).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_taken_apart() {
        let line = parse(b"2016-10-06T00:17:09.669794202Z stderr P a b").unwrap();
        assert_eq!((line.stream, line.partial, line.content), (Stream::Stderr, true, &b"a b"[..]));
        assert_eq!(parse(b"2016-10-06T00:17:09Z stdout F ").unwrap().content, b"");
        assert_eq!(parse(b"2016-10-06T00:17:09Z stdout F").unwrap().content, b"");
        assert!(parse(b"text").is_none() && parse(b"a b F c").is_none());
    }
}
