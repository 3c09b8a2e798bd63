//! Reads what cargo's test harness printed. Leaves running it to `run`.

use std::collections::BTreeSet;

/// What a run came to.
#[derive(Default)]
pub(crate) struct Count {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// One line for each test that could not run here, with its reason.
    pub(crate) skips: BTreeSet<String>,
    /// The names of the tests that failed.
    pub(crate) failures: BTreeSet<String>,
    /// Between the harness's word for it and the next line that is no name.
    listing: bool,
}

impl Count {
    pub(crate) fn add(&mut self, other: &Count) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skips.extend(other.skips.iter().cloned());
        self.failures.extend(other.failures.iter().cloned());
    }

    /// Of a command that is no harness: what looks like a result in its output is none.
    pub(crate) fn only_skips(self) -> Self {
        Count { skips: self.skips, ..Count::default() }
    }

    /// Takes one line of the harness's output.
    pub(crate) fn line(&mut self, line: &str) {
        if line.starts_with("skipped: ") {
            self.skips.insert(line.to_owned());
        }
        match line.strip_prefix("    ") {
            Some(name) if self.listing && !name.contains(' ') => {
                self.failures.insert(name.to_owned());
            }
            _ => self.listing = line == "failures:",
        }
        let Some(result) = line.strip_prefix("test result: ") else { return };
        for part in result.split(['.', ';']) {
            let mut words = part.split_whitespace();
            if let (Some(Ok(number)), Some(what)) = (words.next().map(str::parse::<usize>), words.next()) {
                match what {
                    "passed" => self.passed += number,
                    // A test that is switched off proves nothing; tidy refuses it, and so does the count.
                    "failed" | "ignored" => self.failed += number,
                    _ => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn results_are_summed_and_skips_are_named() {
        let mut count = Count::default();
        for line in [
            "test a::b ... ok",
            "skipped: etcd_suite: no etcd on this host",
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.01s",
            "failures:",
            "    a::c",
            "    a::d",
            "",
            "test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
        ] {
            count.line(line);
        }
        assert_eq!((count.passed, count.failed, count.skips.len()), (13, 3, 1));
        assert_eq!(count.failures, ["a::c", "a::d"].map(String::from).into());
    }
}
