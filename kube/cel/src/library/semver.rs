//! Semantic versions. As upstream: apiserver/pkg/cel/library/semverlib.go, over github.com/blang/semver.

use std::cmp::Ordering;
use std::rc::Rc;

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("semver", "string_to_semver", "(string) -> kubernetes.Semver", read),
    ("semver", "string_bool_to_semver", "(string, bool) -> kubernetes.Semver", read),
    ("isSemver", "is_semver_string", "(string) -> bool", is_semver),
    ("isSemver", "is_semver_string_bool", "(string, bool) -> bool", is_semver),
    ("isGreaterThan", "semver_is_greater_than", "kubernetes.Semver.(kubernetes.Semver) -> bool", is_greater),
    ("isLessThan", "semver_is_less_than", "kubernetes.Semver.(kubernetes.Semver) -> bool", is_less),
    ("compareTo", "semver_compare_to", "kubernetes.Semver.(kubernetes.Semver) -> int", compare_to),
    ("major", "semver_major", "kubernetes.Semver.() -> int", major),
    ("minor", "semver_minor", "kubernetes.Semver.() -> int", minor),
    ("patch", "semver_patch", "kubernetes.Semver.() -> int", patch),
];

#[derive(Debug, Clone)]
pub struct Semver {
    numbers: [u64; 3],
    /// Parts of the pre-release.
    pre: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Numbers come before words.
    Number(u64),
    Word(String),
}

impl Semver {
    fn parse(text: &str) -> Result<Semver, &'static str> {
        if text.is_empty() {
            return Err("Version string empty");
        }
        let mut fields = text.splitn(3, '.');
        let (Some(major), Some(minor), Some(rest)) = (fields.next(), fields.next(), fields.next()) else {
            return Err("No Major.Minor.Patch elements found");
        };
        let (rest, build) = rest.split_once('+').map_or((rest, None), |(rest, build)| (rest, Some(build)));
        let (patch, pre) = rest.split_once('-').map_or((rest, None), |(patch, pre)| (patch, Some(pre)));
        let numbers = [number(major)?, number(minor)?, number(patch)?];
        let pre = match pre {
            None => Vec::new(),
            Some(pre) => pre.split('.').map(part).collect::<Result<_, _>>()?,
        };
        if build.is_some_and(|build| build.split('.').any(|one| one.is_empty() || !is_word(one))) {
            return Err("Invalid character(s) found in build meta data");
        }
        Ok(Semver { numbers, pre })
    }

    /// Drops a leading `v` and zeros in front of numbers, and fills up what is missing.
    fn lenient(text: &str) -> Result<Semver, &'static str> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let mut parts: Vec<String> = text.splitn(3, '.').map(trim_zeros).collect();
        if parts.len() < 3 {
            if parts.last().is_some_and(|last| last.contains(['+', '-'])) {
                return Err("short version cannot contain PreRelease/Build meta data");
            }
            parts.resize(3, "0".to_owned());
        }
        Semver::parse(&parts.join("."))
    }

    pub(crate) fn compare(&self, other: &Semver) -> Ordering {
        self.numbers.cmp(&other.numbers).then_with(|| match (self.pre.is_empty(), other.pre.is_empty()) {
            (true, true) => Ordering::Equal,
            // A release comes after what leads up to it.
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => self.pre.cmp(&other.pre),
        })
    }
}

fn trim_zeros(part: &str) -> String {
    if part.len() <= 1 {
        return part.to_owned();
    }
    let trimmed = part.trim_start_matches('0');
    if trimmed.starts_with(|one: char| one.is_ascii_digit()) { trimmed.to_owned() } else { format!("0{trimmed}") }
}

fn number(text: &str) -> Result<u64, &'static str> {
    if text.is_empty() || !text.bytes().all(|one| one.is_ascii_digit()) {
        return Err("Invalid character(s) found in version number");
    }
    if text.len() > 1 && text.starts_with('0') {
        return Err("Version number must not contain leading zeroes");
    }
    text.parse().map_err(|_| "Version number out of range")
}

fn is_word(text: &str) -> bool {
    text.bytes().all(|one| one.is_ascii_alphanumeric() || one == b'-')
}

fn part(text: &str) -> Result<Part, &'static str> {
    if text.is_empty() {
        return Err("prerelease is empty");
    }
    if text.bytes().all(|one| one.is_ascii_digit()) {
        if text.len() > 1 && text.starts_with('0') {
            return Err("Numeric PreRelease version must not contain leading zeroes");
        }
        return text.parse().map(Part::Number).map_err(|_| "PreRelease version out of range");
    }
    if is_word(text) { Ok(Part::Word(text.to_owned())) } else { Err("Invalid character(s) found in prerelease") }
}

fn parsed(args: &[Val<'_>]) -> Result<Result<Semver, &'static str>, Fault> {
    match args {
        [Val::String(text)] | [Val::String(text), Val::Bool(false)] => Ok(Semver::parse(text)),
        [Val::String(text), Val::Bool(true)] => Ok(Semver::lenient(text)),
        _ => Err(Fault::no_overload()),
    }
}

fn read<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    parsed(args)?.map(|version| Val::Semver(Rc::new(version))).map_err(Fault::new)
}

fn is_semver<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(parsed(args)?.is_ok()))
}

fn order(args: &[Val<'_>]) -> Result<Ordering, Fault> {
    match args {
        [Val::Semver(one), Val::Semver(other)] => Ok(one.compare(other)),
        _ => Err(Fault::no_overload()),
    }
}

fn is_greater<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(order(args)?.is_gt()))
}

fn is_less<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(order(args)?.is_lt()))
}

fn compare_to<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Int(order(args)? as i64))
}

fn numbers(args: &[Val<'_>]) -> Result<[i64; 3], Fault> {
    match args {
        [Val::Semver(version)] => Ok(version.numbers.map(|number| i64::try_from(number).unwrap_or(i64::MAX))),
        _ => Err(Fault::no_overload()),
    }
}

fn major<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [major, ..] = numbers(args)?;
    Ok(Val::Int(major))
}

fn minor<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [_, minor, _] = numbers(args)?;
    Ok(Val::Int(minor))
}

fn patch<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [.., patch] = numbers(args)?;
    Ok(Val::Int(patch))
}
