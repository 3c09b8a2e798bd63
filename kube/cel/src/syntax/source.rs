//! Faults of an expression with the place where they stand, shown as cel-go shows them: line, column, and the line
//! itself with a mark below.

use std::fmt;

/// One fault; `at` counts code points from the start of the expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    pub at: usize,
    pub message: String,
}

/// Every fault of one expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issues {
    source: String,
    issues: Vec<Issue>,
}

/// Longer lines are not shown.
const SNIPPET_MAX: usize = 16_384;

/// More faults than these are only counted.
const SHOWN_MAX: usize = 100;

impl Issues {
    pub fn new(source: &str, mut issues: Vec<Issue>) -> Issues {
        issues.sort_by_key(|issue| issue.at);
        Issues { source: source.to_owned(), issues }
    }

    pub fn list(&self) -> &[Issue] {
        &self.issues
    }

    /// Line (from 1) and column (from 0) of a place, and the line's text.
    fn locate(&self, at: usize) -> (usize, usize, &str) {
        let mut rest = at;
        let mut last = (1, 0, "");
        for (number, line) in self.source.split('\n').enumerate() {
            let length = line.chars().count();
            last = (number + 1, rest.min(length), line);
            if rest <= length {
                break;
            }
            rest -= length + 1;
        }
        last
    }
}

impl fmt::Display for Issues {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, issue) in self.issues.iter().take(SHOWN_MAX).enumerate() {
            if at > 0 {
                writeln!(out)?;
            }
            let (line, column, text) = self.locate(issue.at);
            write!(out, "ERROR: <input>:{line}:{}: {}", column + 1, issue.message)?;
            if text.len() > SNIPPET_MAX {
                continue;
            }
            let text = text.replace('\t', " ");
            write!(out, "\n | {text}\n | ")?;
            let mut chars = text.chars();
            // Wide characters get wide marks, so that the columns agree.
            for wide in chars.by_ref().take(column).map(|one| one.len_utf8() > 1) {
                out.write_str(if wide { "\u{ff0e}" } else { "." })?;
            }
            let wide = chars.next().is_some_and(|one| one.len_utf8() > 1);
            out.write_str(if wide { "\u{ff3e}" } else { "^" })?;
        }
        match self.issues.len().checked_sub(SHOWN_MAX) {
            Some(more) if more > 0 => write!(out, "\n{more} more errors were truncated"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Issues {}
