//! CRC-32C, eight bytes at a time: the WAL's checksum, and etcd's for a hash of the stored keys.

const POLYNOMIAL: u32 = 0x82f6_3b78;

const TABLES: [[u32; 256]; 8] = tables();

/// A checksum being computed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Crc(u32);

impl Crc {
    pub(crate) fn new() -> Self {
        Self(!0)
    }

    #[allow(clippy::indexing_slicing, reason = "a byte indexes a table of 256")]
    pub(crate) fn add(mut self, bytes: &[u8]) -> Self {
        let mut eights = bytes.chunks_exact(8);
        for eight in &mut eights {
            let word = eight.iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte)) ^ u64::from(self.0);
            let byte = |at: u32| (word >> (8 * at) & 0xff) as usize;
            self.0 = TABLES[7][byte(0)]
                ^ TABLES[6][byte(1)]
                ^ TABLES[5][byte(2)]
                ^ TABLES[4][byte(3)]
                ^ TABLES[3][byte(4)]
                ^ TABLES[2][byte(5)]
                ^ TABLES[1][byte(6)]
                ^ TABLES[0][byte(7)];
        }
        for byte in eights.remainder() {
            self.0 = TABLES[0][((self.0 ^ u32::from(*byte)) & 0xff) as usize] ^ self.0 >> 8;
        }
        self
    }

    pub(crate) fn finish(self) -> u32 {
        !self.0
    }
}

#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const fn tables() -> [[u32; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ POLYNOMIAL } else { crc >> 1 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut table = 1;
    while table < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[table - 1][byte];
            tables[table][byte] = before >> 8 ^ tables[0][(before & 0xff) as usize];
            byte += 1;
        }
        table += 1;
    }
    tables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        assert_eq!(Crc::new().add(b"123456789").finish(), 0xe306_9283);
        assert_eq!(Crc::new().add(&[0; 32]).finish(), 0x8a91_36aa);
        assert_eq!(Crc::new().add(b"1234").add(b"56789").finish(), 0xe306_9283);
    }
}
