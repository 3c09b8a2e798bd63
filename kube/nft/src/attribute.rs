//! Netlink attributes as bytes: type, length, value, padded to four bytes; nested ones carry their flag.

/// Attributes of one message or of one nest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes(Vec<u8>);

const HEADER: usize = 4;

impl Attributes {
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn raw(&mut self, kind: i32, value: &[u8]) -> &mut Self {
        // Values are names, addresses and small nests of ours; a rule's nest is checked by the caller's limit of a batch.
        let length = u16::try_from(HEADER + value.len()).expect("an attribute is shorter than 64 KiB");
        let kind = u16::try_from(kind).expect("attribute types are small constants");
        self.0.extend_from_slice(&length.to_ne_bytes());
        self.0.extend_from_slice(&kind.to_ne_bytes());
        self.0.extend_from_slice(value);
        self.0.resize(self.0.len().next_multiple_of(HEADER), 0);
        self
    }

    /// Numbers of nftables are big endian.
    pub(crate) fn number(&mut self, kind: i32, value: u32) -> &mut Self {
        self.raw(kind, &value.to_be_bytes())
    }

    pub(crate) fn long(&mut self, kind: i32, value: u64) -> &mut Self {
        self.raw(kind, &value.to_be_bytes())
    }

    /// Text ends with a zero byte.
    pub(crate) fn text(&mut self, kind: i32, value: &str) -> &mut Self {
        let mut bytes = value.as_bytes().to_vec();
        bytes.push(0);
        self.raw(kind, &bytes)
    }

    pub(crate) fn nest(&mut self, kind: i32, inner: &Attributes) -> &mut Self {
        self.raw(kind | libc::NLA_F_NESTED, &inner.0)
    }

    pub(crate) fn of(fill: impl FnOnce(&mut Attributes)) -> Attributes {
        let mut attributes = Attributes::default();
        fill(&mut attributes);
        attributes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_padded_and_lengths_are_not() {
        let attributes = Attributes::of(|a| {
            a.text(1, "ab").number(2, 7);
        });
        assert_eq!(attributes.bytes(), [7, 0, 1, 0, b'a', b'b', 0, 0, 8, 0, 2, 0, 0, 0, 0, 7]);
    }
}
