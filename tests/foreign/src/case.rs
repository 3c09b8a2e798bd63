//! One session with a command-line program, as a file:
//!
//! ```text
//! # upstream: where the text comes from
//! << pod.yaml            a file for the commands below, until a line that says `>>`; one that starts with `#!` is a program
//! $ kubectl get pods     a command; words are split at blanks, single quotes keep them together
//! < text                 what it reads on standard input
//! NAME   READY           what it prints on standard output
//! ! warning              what it prints on standard error
//! ? 1                    its exit code, when it is not 0
//! & kubectl get pods -w  a command that goes on in the background; the next step comes when it has printed what follows
//! &                      what it has printed since; waited for as well
//! ```
//!
//! In an expected line `{}` stands for any run of characters that is not empty, `{?}` for any run; a line `...` stands for any
//! number of lines.
//! `%NS%` stands for the session's own namespace. `$?` in place of `$` repeats the command until it prints what is expected, or a deadline passes.

use std::fmt::Write;

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    File {
        name: String,
        text: String,
    },
    Command(Command),
    Background(Command),
    /// What the one in the background printed since.
    Since(Command),
}

#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Command {
    /// Where the step starts, for messages.
    pub(crate) line: usize,
    pub(crate) words: Vec<String>,
    /// Wait until it prints what is expected.
    pub(crate) eventually: bool,
    pub(crate) stdin: Vec<String>,
    pub(crate) stdout: Vec<String>,
    pub(crate) stderr: Vec<String>,
    pub(crate) code: i32,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Case {
    /// The upstream file that the texts come from.
    pub(crate) upstream: String,
    pub(crate) steps: Vec<Step>,
}

/// Every fault of the file, each with its line.
pub(crate) fn parse(text: &str) -> Result<Case, String> {
    let mut case = Case { upstream: String::new(), steps: Vec::new() };
    let mut lines = text.lines().enumerate().map(|(n, l)| (n + 1, l));
    while let Some((number, line)) = lines.next() {
        if let Some(source) = line.strip_prefix("# upstream: ") {
            source.clone_into(&mut case.upstream);
        } else if line.starts_with('#') || line.is_empty() {
            // A remark, or air between steps.
        } else if let Some(name) = line.strip_prefix("<< ") {
            let body: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != ">>").collect();
            case.steps.push(Step::File { name: name.to_owned(), text: body.join("\n") + "\n" });
        } else if let Some(command) = line.strip_prefix("$ ").or_else(|| line.strip_prefix("$? ")) {
            let eventually = line.starts_with("$?");
            let words = words(command).ok_or_else(|| format!("line {number}: a quote is not closed"))?;
            case.steps.push(Step::Command(Command { line: number, words, eventually, ..Command::default() }));
        } else if let Some(command) = line.strip_prefix("& ") {
            let words = words(command).ok_or_else(|| format!("line {number}: a quote is not closed"))?;
            case.steps.push(Step::Background(Command { line: number, words, ..Command::default() }));
        } else if line == "&" {
            case.steps.push(Step::Since(Command { line: number, ..Command::default() }));
        } else {
            let Some(Step::Command(command) | Step::Background(command) | Step::Since(command)) = case.steps.last_mut()
            else {
                return Err(format!("line {number}: output without a command"));
            };
            if let Some(code) = line.strip_prefix("? ") {
                command.code = code.parse().map_err(|_| format!("line {number}: {code:?} is no exit code"))?;
            } else if let Some(words) = line.strip_prefix("< ") {
                command.stdin.push(words.to_owned());
            } else if let Some(words) = line.strip_prefix("! ") {
                command.stderr.push(words.to_owned());
            } else {
                command.stdout.push(line.to_owned());
            }
        }
    }
    if case.upstream.is_empty() {
        return Err("no line says where the texts come from: # upstream: ...".to_owned());
    }
    Ok(case)
}

fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '\'' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            ' ' if !quoted => words.extend(word.take()),
            c => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    (!quoted).then_some(words)
}

/// What differs, in words; `None` when all is as expected. A command that goes on has no exit code.
pub(crate) fn difference(expected: &Command, code: Option<i32>, stdout: &str, stderr: &str) -> Option<String> {
    let mut report = String::new();
    if let Some(code) = code
        && code != expected.code
    {
        let _ = writeln!(report, "exit code {code}, expected {}", expected.code);
    }
    for (stream, expected, seen) in [("stdout", &expected.stdout, stdout), ("stderr", &expected.stderr, stderr)] {
        let seen: Vec<&str> = seen.lines().map(str::trim_end).filter(|l| !l.is_empty()).collect();
        if !lines_match(expected, &seen) {
            let _ = writeln!(report, "{stream}:\n{}\nexpected {stream}:\n{}", seen.join("\n"), expected.join("\n"));
        }
    }
    (!report.is_empty()).then_some(report)
}

fn lines_match(expected: &[String], seen: &[&str]) -> bool {
    match expected.split_first() {
        None => seen.is_empty(),
        Some((first, rest)) if first == "..." => {
            (0..=seen.len()).any(|skip| lines_match(rest, seen.get(skip..).unwrap_or_default()))
        }
        Some((first, rest)) => seen
            .split_first()
            .is_some_and(|(line, others)| line_matches(first.trim_end(), line) && lines_match(rest, others)),
    }
}

fn line_matches(expected: &str, seen: &str) -> bool {
    let holes = [("{}", 1), ("{?}", 0)];
    let first = holes
        .iter()
        .filter_map(|(hole, least)| Some((expected.split_once(hole)?, least)))
        .min_by_key(|((before, _), _)| before.len());
    let Some(((before, after), least)) = first else { return expected == seen };
    let Some(rest) = seen.strip_prefix(before) else { return false };
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    ends.skip(*least).any(|at| line_matches(after, rest.get(at..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_read() {
        let text =
            "# upstream: a.go\n<< f\nx\n>>\n$ kubectl apply -f 'a b'\n< in\nok\n! warn\n? 1\n& kubectl x\n1\n&\n2\n";
        let case = parse(text).unwrap();
        let command = Command {
            line: 5,
            words: ["kubectl", "apply", "-f", "a b"].map(String::from).to_vec(),
            eventually: false,
            stdin: vec!["in".into()],
            stdout: vec!["ok".into()],
            stderr: vec!["warn".into()],
            code: 1,
        };
        let print = |line, words: &[&str], text: &str| Command {
            line,
            words: words.iter().map(ToString::to_string).collect(),
            stdout: vec![text.into()],
            ..Command::default()
        };
        let expected = [
            Step::File { name: "f".into(), text: "x\n".into() },
            Step::Command(command),
            Step::Background(print(10, &["kubectl", "x"], "1")),
            Step::Since(print(12, &[], "2")),
        ];
        assert_eq!(case.steps, expected);
    }

    #[test]
    fn a_case_without_a_source_or_with_stray_output_is_refused() {
        assert!(parse("$ kubectl version\n").is_err());
        assert!(parse("# upstream: a\nstray\n").unwrap_err().contains("line 2"));
        assert!(parse("# upstream: a\n$ x 'y\n").unwrap_err().contains("quote"));
    }

    #[test]
    fn expected_lines_may_have_holes() {
        for (expected, seen, same) in [
            ("a {} c", "a b c", true),
            ("a {} c", "a  c", false),
            ("{}", "", false),
            ("deleted{?}", "deleted", true),
            ("deleted{?}", "deleted from x", true),
            ("pod/{} created", "pod/x created", true),
            ("pod/x", "pod/xy", false),
        ] {
            assert_eq!(line_matches(expected, seen), same, "{expected:?} {seen:?}");
        }
        assert!(lines_match(&["a".into(), "...".into(), "z".into()], &["a", "b", "c", "z"]));
        assert!(!lines_match(&["a".into(), "...".into()], &["b"]));
    }
}
