//! Sets of completion indexes as a Job's status writes them: `1,3-5,7`.

use std::collections::BTreeSet;

pub(crate) type Indexes = BTreeSet<i32>;

/// What is no index, or lies beyond the completions, is left out.
pub(crate) fn parse(text: &str, completions: i32) -> Indexes {
    let mut indexes = Indexes::new();
    for part in text.split(',').filter(|part| !part.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        if let (Ok(first), Ok(last)) = (first.parse::<i32>(), last.parse::<i32>()) {
            indexes.extend((first.max(0)..=last.min(completions - 1)).take(100_000));
        }
    }
    indexes
}

/// As upstream: two in a row are written as a list, three and more as a range.
pub(crate) fn format(indexes: &Indexes) -> String {
    let mut parts: Vec<(i32, i32)> = Vec::new();
    for index in indexes {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *index => *last = *index,
            _ => parts.push((*index, *index)),
        }
    }
    let part = |(first, last): (i32, i32)| match last - first {
        0 => first.to_string(),
        1 => format!("{first},{last}"),
        _ => format!("{first}-{last}"),
    };
    parts.into_iter().map(part).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for text in ["", "0", "0,1", "0-2", "1,3-5,7", "2,3,5"] {
            assert_eq!(format(&parse(text, 10)), text);
        }
        assert_eq!(format(&parse("3-20,x", 5)), "3,4");
    }
}
