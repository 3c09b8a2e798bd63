//! A GUID in the mixed byte order which UEFI and the partition table use.

use core::fmt;
use core::str::FromStr;

/// Sixteen bytes as they stand on disk.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Guid(pub [u8; 16]);

/// The text was not of the form `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAGuid;

impl Guid {
    /// The type of a free entry in the table.
    pub const ZERO: Self = Self([0; 16]);

    /// From the number that the usual text form spells from left to right.
    pub const fn from_u128(number: u128) -> Self {
        let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = number.to_be_bytes();
        Self([d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p])
    }

    /// The number that the usual text form spells from left to right.
    pub const fn to_u128(self) -> u128 {
        let [d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p] = self.0;
        u128::from_be_bytes([a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p])
    }

    /// A GUID made from 16 bytes of a digest or of randomness, marked as version 8 (free form) of RFC 9562.
    pub const fn from_entropy(bytes: [u8; 16]) -> Self {
        let number = u128::from_be_bytes(bytes);
        let versioned = (number & !(0xf << 76)) | (8 << 76);
        Self::from_u128((versioned & !(0b11 << 62)) | (0b10 << 62))
    }
}

impl fmt::Display for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.to_u128();
        let (a, b, c) = (n >> 96, (n >> 80) & 0xffff, (n >> 64) & 0xffff);
        let (d, e) = ((n >> 48) & 0xffff, n & 0xffff_ffff_ffff);
        write!(f, "{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
    }
}

impl fmt::Debug for Guid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Guid {
    type Err = NotAGuid;

    fn from_str(text: &str) -> Result<Self, NotAGuid> {
        let mut number: u128 = 0;
        if text.len() != 36 {
            return Err(NotAGuid);
        }
        for (at, byte) in text.bytes().enumerate() {
            match (at, byte) {
                (8 | 13 | 18 | 23, b'-') => {}
                (8 | 13 | 18 | 23, _) => return Err(NotAGuid),
                (_, byte) => {
                    let digit = char::from(byte).to_digit(16).ok_or(NotAGuid)?;
                    number = (number << 4) | u128::from(digit);
                }
            }
        }
        Ok(Self::from_u128(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn text_and_bytes_agree_with_the_esp_type_of_the_uefi_specification() {
        let esp: Guid = "c12a7328-f81f-11d2-ba4b-00a0c93ec93b".parse().unwrap();
        assert_eq!(esp.0[..8], [0x28, 0x73, 0x2a, 0xc1, 0x1f, 0xf8, 0xd2, 0x11]);
        assert_eq!(esp.to_string(), "c12a7328-f81f-11d2-ba4b-00a0c93ec93b");
        assert_eq!("C12A7328-F81F-11D2-BA4B-00A0C93EC93B".parse(), Ok(esp));
        assert_eq!("c12a7328f81f-11d2-ba4b-00a0c93ec93b-".parse::<Guid>(), Err(NotAGuid));
    }

    #[test]
    fn entropy_is_marked_as_a_free_form_guid() {
        assert_eq!(Guid::from_entropy([0xff; 16]).to_string(), "ffffffff-ffff-8fff-bfff-ffffffffffff");
    }
}
