//! Numbers given as a count or as a percentage of another. As upstream: apimachinery/pkg/util/intstr.

use kube_api::types::meta::IntOrString;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Round {
    Up,
    Down,
}

/// `None` for text that is no percentage; validation lets none pass.
pub(crate) fn scaled(value: &IntOrString, of: i32, round: Round) -> Option<i32> {
    if let Some(count) = value.int() {
        return Some(count);
    }
    let percent: i64 = value.text()?.strip_suffix('%')?.parse().ok()?;
    let product = percent * i64::from(of);
    let result = match round {
        Round::Up => (product + 99).div_euclid(100),
        Round::Down => product.div_euclid(100),
    };
    i32::try_from(result).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_percentages() {
        let check = |value: IntOrString, of, round, expected| assert_eq!(scaled(&value, of, round), expected);
        check(3.into(), 10, Round::Up, Some(3));
        check("25%".into(), 10, Round::Up, Some(3));
        check("25%".into(), 10, Round::Down, Some(2));
        check("100%".into(), 7, Round::Down, Some(7));
        check("many".into(), 7, Round::Down, None);
    }
}
