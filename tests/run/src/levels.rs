//! The levels as data: what is run, in which order. docs/testing.md says what each level can show.
//!
//! `tests-generate` is always built alone: its protobuf compiler switches features of build tools on that RocksDB is built with,
//! and RocksDB would be compiled a second time. So is `image-descriptions`: its k8s-openapi switches on a feature of serde,
//! and all that stands on serde would be compiled again.

/// One command of a level.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) program: &'static str,
    pub(crate) args: Vec<&'static str>,
    /// Whether its output is counted as tests; otherwise the step itself counts as one.
    pub(crate) harness: bool,
}

pub(crate) struct Level {
    pub(crate) name: &'static str,
    pub(crate) steps: Vec<Step>,
}

fn cargo(name: &'static str, args: &str) -> Step {
    Step { name, program: "cargo", args: leak(args), harness: false }
}

fn tests(name: &'static str, args: &str) -> Step {
    Step { name, program: "cargo", args: leak(args), harness: true }
}

fn make(name: &'static str, target: &'static str) -> Step {
    Step { name, program: "make", args: vec!["--no-print-directory", target], harness: false }
}

/// A handful of words that live as long as the program.
fn leak(args: &str) -> Vec<&'static str> {
    String::leak(args.to_owned()).split_whitespace().collect()
}

pub(crate) fn build() -> Level {
    Level {
        name: "build",
        steps: vec![
            make("programs", "programs"),
            cargo("tests", "test --workspace --exclude tests-generate --exclude image-descriptions --no-run --quiet"),
        ],
    }
}

/// House rules: what needs no second compilation of everything.
pub(crate) fn rules() -> Level {
    Level {
        name: "rules",
        steps: vec![
            cargo("rustfmt", "fmt --all --check"),
            make("cargo-deny", "deny"),
            tests("tidy", "test --package tests-tidy --quiet -- --show-output"),
            tests("descriptions", "test --package image-descriptions --quiet -- --show-output"),
            tests("generate", "test --package tests-generate --quiet -- --show-output"),
        ],
    }
}

/// Clippy checks every dependency once more, which costs minutes: `make verify` has them, `make test` does not yet.
pub(crate) fn lints() -> Level {
    let args = "clippy --workspace --exclude tests-generate --exclude image-descriptions --all-targets --quiet";
    Level { name: "lints", steps: vec![cargo("clippy", args)] }
}

/// Examples in documentation are for reading: what they show is tested as tests.
pub(crate) fn process() -> Level {
    let args = "test --workspace --exclude tests-tidy --exclude tests-generate --exclude image-descriptions --exclude tests-e2e --lib --bins --tests --no-fail-fast --quiet -- --show-output";
    Level { name: "pure and one process", steps: vec![tests("crates", args)] }
}

pub(crate) fn native() -> Level {
    let args = "test --package tests-e2e --no-fail-fast -- --show-output --test-threads 1 native::";
    Level { name: "native nodes", steps: vec![make("image", "image"), tests("native", args)] }
}

/// Takes the image that the native level has made.
pub(crate) fn machines() -> Level {
    let args = "test --package tests-e2e --no-fail-fast -- --show-output --test-threads 1 machines::";
    Level { name: "machines", steps: vec![tests("machines", args)] }
}

pub(crate) fn machines_slow() -> Level {
    let args = "test --package tests-e2e --no-fail-fast -- --show-output --test-threads 1 machines_slow::";
    Level { name: "machines, everything", steps: vec![tests("machines_slow", args)] }
}
