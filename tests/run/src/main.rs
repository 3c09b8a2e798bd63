//! Runs the tests level by level, cheapest first, and says what each level cost: what `make verify`, `make test` and
//! `make test-machines` call. Decides the order and the count; what is tested stands in the crates.
//!
//! - Every level runs even when an earlier one failed, so that one run tells everything; the exit code is 1 if any failed.
//! - The last line is `N passed, N failed, N skipped`. A test that cannot run here prints `skipped: NAME: why`, and is counted
//!   as skipped, never as passed.

mod count;
mod levels;
mod run;

use std::process::ExitCode;

use anyhow::{Context, bail};

#[expect(clippy::disallowed_methods, reason = "a program reads its arguments, once")]
fn main() -> anyhow::Result<ExitCode> {
    let plan = match std::env::args().nth(1).as_deref() {
        Some("verify") => vec![levels::rules(), levels::lints()],
        Some("test") => {
            vec![levels::build(), levels::rules(), levels::process(), levels::native(), levels::machines()]
        }
        Some("test-machines") => {
            vec![levels::build(), levels::native(), levels::machines(), levels::machines_slow()]
        }
        other => bail!("usage: tests-run verify|test|test-machines, not {other:?}"),
    };
    let mut total = count::Count::default();
    let mut costs = Vec::new();
    for level in &plan {
        let outcome = run::level(level).with_context(|| format!("level {}", level.name))?;
        costs.push((level.name, outcome.took));
        total.add(&outcome.count);
    }
    println!();
    for (name, took) in costs {
        println!("{name:<24} {:>6.1} min", took.as_secs_f64() / 60.0);
    }
    for skip in &total.skips {
        println!("{skip}");
    }
    for failure in &total.failures {
        println!("failed: {failure}");
    }
    println!(
        "{} passed, {} failed, {} skipped",
        total.passed.saturating_sub(total.skips.len()),
        total.failed,
        total.skips.len()
    );
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
