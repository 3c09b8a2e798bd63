//! Reads a console's log as people would: without the terminal's control sequences.

use std::os::fd::AsFd;
use std::path::Path;
use std::time::Duration;

use machined_sys::child::ProcessFd;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

/// The log so far; empty while there is none.
pub fn read(log: &Path) -> String {
    plain(&String::from_utf8_lossy(&std::fs::read(log).unwrap_or_default()))
}

/// The last lines.
pub fn tail(log: &Path, lines: usize) -> String {
    let text = read(log);
    let all: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    all.get(all.len().saturating_sub(lines)..).unwrap_or_default().join("\n")
}

/// Waits this long, or until the process ends.
pub(crate) fn pause(process: &ProcessFd, at_most: Duration) {
    let timeout = PollTimeout::try_from(at_most).unwrap_or(PollTimeout::MAX);
    // Interrupted early is early, no more.
    let _ = poll(&mut [PollFd::new(process.as_fd(), PollFlags::POLLIN)], timeout);
}

fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            // An escape sequence ends with its first letter.
            '\u{1b}' => drop(characters.find(char::is_ascii_alphabetic)),
            '\r' => {}
            _ => plain.push(character),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    #[test]
    fn control_sequences_are_left_out() {
        assert_eq!(super::plain("\u{1b}[2J\u{1b}[01;01Hloader: A\r\nb"), "loader: A\nb");
    }
}
