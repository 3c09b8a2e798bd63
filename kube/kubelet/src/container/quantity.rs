//! Reads resource quantities as numbers: `1500m`, `2Gi`, `1e3`. Pure.
//!
//! As upstream: apimachinery/pkg/api/resource; what is not whole is rounded up.

use kube_api::types::meta::Quantity;

/// Thousandths, rounded up. `None` for what is no quantity.
pub(crate) fn milli(quantity: &Quantity) -> Option<i64> {
    scaled(quantity.string.as_str(), 3)
}

/// Whole units, rounded up.
pub(crate) fn value(quantity: &Quantity) -> Option<i64> {
    scaled(quantity.string.as_str(), 0)
}

/// The number times ten to the `places`, rounded up.
fn scaled(text: &str, places: i32) -> Option<i64> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '+' | '-'))).unwrap_or(text.len());
    let (number, suffix) = text.split_at(end);
    let (binary, decimal): (u32, i32) = match suffix {
        "" => (0, 0),
        "Ki" => (10, 0),
        "Mi" => (20, 0),
        "Gi" => (30, 0),
        "Ti" => (40, 0),
        "Pi" => (50, 0),
        "Ei" => (60, 0),
        "n" => (0, -9),
        "u" => (0, -6),
        "m" => (0, -3),
        "k" => (0, 3),
        "M" => (0, 6),
        "G" => (0, 9),
        "T" => (0, 12),
        "P" => (0, 15),
        "E" => (0, 18),
        _ => (0, suffix.strip_prefix(['e', 'E'])?.parse().ok()?),
    };
    let negative = number.starts_with('-');
    let (whole, fraction) =
        number.trim_start_matches(['+', '-']).split_once('.').unwrap_or((number.trim_start_matches(['+', '-']), ""));
    let digits: i128 = format!("{whole}{fraction}").parse().ok()?;
    let exponent = i32::try_from(fraction.len()).ok().and_then(|len| decimal.checked_add(places)?.checked_sub(len))?;
    let shifted = digits.checked_shl(binary)?;
    let result = if exponent >= 0 {
        shifted.checked_mul(10i128.checked_pow(exponent.unsigned_abs())?)?
    } else {
        let by = 10i128.checked_pow(exponent.unsigned_abs())?;
        if negative { shifted / by } else { (shifted + by - 1) / by }
    };
    let result = i64::try_from(result).unwrap_or(i64::MAX);
    Some(if negative { -result } else { result })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_are_numbers() {
        let check = |text: &str, milli_units, units| {
            let quantity = Quantity { string: text.to_owned() };
            assert_eq!((milli(&quantity), value(&quantity)), (milli_units, units), "{text}");
        };
        check("1500m", Some(1500), Some(2));
        check("2Gi", Some(2 << 30).map(|it: i64| it * 1000), Some(2 << 30));
        check("0.1", Some(100), Some(1));
        check("1e3", Some(1_000_000), Some(1000));
        check("128974848", Some(128_974_848_000), Some(128_974_848));
        check("1.5Gi", Some(1_610_612_736_000), Some(1_610_612_736));
        check("wrong", None, None);
    }
}
