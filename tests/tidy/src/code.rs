//! Rules about single source files that clippy has no lint for.

use crate::tree::{File, complain, sources};

/// Tests, benchmarks and the fuzz targets are no shipped code.
fn is_test(file: &File) -> bool {
    ["tests/", "/tests/", "/benches/", "/examples/"].iter().any(|t| file.path.starts_with(t) || file.path.contains(t))
}

fn code_lines(file: &File) -> impl Iterator<Item = (usize, &str)> {
    file.text.lines().enumerate().map(|(n, l)| (n + 1, l.trim_start())).filter(|(_, l)| !l.starts_with("//"))
}

#[test]
fn each_file_says_what_it_decides() {
    let silent = sources().into_iter().filter(|f| {
        let first = f.text.lines().find(|l| !l.trim().is_empty() && !l.starts_with("#!["));
        !first.is_some_and(|l| l.starts_with("//!") && l.len() > 12)
    });
    complain(
        "a file opens with `//!`: what it decides, and what it leaves to others",
        silent.map(|f| f.path).collect(),
    );
}

#[test]
fn unsafe_code_stands_in_machined_sys_alone() {
    let mut complaints = Vec::new();
    for file in sources() {
        if file.path.starts_with("machined/sys/") || file.path.starts_with("tests/tidy/") {
            continue;
        }
        for (number, line) in code_lines(&file) {
            let words = ["unsafe {", "unsafe fn", "unsafe impl", "allow(unsafe_code)"];
            if words.iter().any(|w| line.contains(w)) {
                complaints.push(format!("{}:{number}: {line}", file.path));
            }
        }
    }
    complain("only machined/sys is unsafe", complaints);
}

#[test]
fn every_unsafe_block_says_why_it_is_sound() {
    let mut complaints = Vec::new();
    for file in sources().iter().filter(|f| f.path.starts_with("machined/sys/")) {
        let lines: Vec<&str> = file.text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let opens = line.contains("unsafe {") || line.contains("unsafe impl");
            let said = lines.iter().take(number + 1).rev().take(9).any(|l| l.contains("SAFETY:"));
            if opens && !line.trim_start().starts_with("//") && !said {
                complaints.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    complain("each unsafe block has a SAFETY: comment", complaints);
}

#[test]
fn tests_wait_for_conditions_and_are_all_on() {
    let words = ["#[ignore", "#[should_panic", "thread::sleep(", "time::sleep("];
    let mut complaints = Vec::new();
    for file in sources().iter().filter(|f| !f.path.starts_with("machined/base/") && !f.path.starts_with("tests/tidy/"))
    {
        for (number, line) in code_lines(file) {
            if words.iter().any(|w| line.contains(w)) {
                complaints.push(format!("{}:{number}: {line}", file.path));
            }
        }
    }
    complain("no sleep, no #[ignore], no #[should_panic]", complaints);
}

#[test]
fn shipped_code_has_no_unfinished_ends() {
    let words = ["todo!(", "unimplemented!(", "FIXME", "XXX"];
    let mut complaints = Vec::new();
    for file in sources().iter().filter(|f| !is_test(f)) {
        for (number, line) in file.text.lines().enumerate() {
            if words.iter().any(|w| line.contains(w)) {
                complaints.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    complain("what is not done is said in docs, not left in code", complaints);
}

#[test]
fn files_stay_readable() {
    // Aim at 300 lines; beyond 900 nobody reads from top to bottom any more.
    let long = sources().into_iter().map(|f| (f.text.lines().count(), f.path)).filter(|(n, _)| *n > 900);
    complain("split what its reader would split", long.map(|(n, p)| format!("{p}: {n} lines")).collect());
}
