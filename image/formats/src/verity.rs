//! The hash tree of dm-verity, version 1, SHA-256, blocks of 4096 bytes, without a superblock.
//!
//! As the kernel's dm-verity documentation: each digest covers the salt and then the block; 128 digests fill a block of
//! the next level; the levels lie behind the data, the topmost first. Root digest, salt and sizes travel on the command
//! line of the UKI, which the slot record's digest covers, so no superblock has to be trusted.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Bytes of a block, of data and of digests alike.
pub const BLOCK: usize = 4096;
const PER_BLOCK: usize = BLOCK / 32;

/// A tree, and what the kernel must know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The levels' blocks, as they follow the data.
    pub bytes: Vec<u8>,
    /// The digest that vouches for everything.
    pub root: [u8; 32],
    /// Blocks of data.
    pub data_blocks: u64,
}

/// Reads the data, whose length must be a multiple of a block, and builds its tree.
pub fn tree(mut data: impl Read, salt: &[u8]) -> io::Result<Tree> {
    let mut leaves = Vec::new();
    let mut block = vec![0_u8; BLOCK];
    while read_block(&mut data, &mut block)? {
        leaves.push(digest(salt, &block));
    }
    let data_blocks = leaves.len() as u64;
    let mut levels = Vec::new();
    let mut digests = leaves;
    loop {
        let blocks: Vec<Vec<u8>> = digests.chunks(PER_BLOCK).map(level_block).collect();
        digests = blocks.iter().map(|block| digest(salt, block)).collect();
        levels.push(blocks.concat());
        if digests.len() <= 1 {
            break;
        }
    }
    levels.reverse();
    let root = digests.first().copied().unwrap_or_default();
    Ok(Tree { bytes: levels.concat(), root, data_blocks })
}

fn level_block(digests: &[[u8; 32]]) -> Vec<u8> {
    let mut block = digests.concat();
    block.resize(BLOCK, 0);
    block
}

fn digest(salt: &[u8], block: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(block).finalize().into()
}

/// False at the end; an error when the data ends inside a block.
fn read_block(data: &mut impl Read, block: &mut [u8]) -> io::Result<bool> {
    let mut filled = 0;
    while let Some(rest) = block.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match data.read(rest)? {
            0 if filled == 0 => return Ok(false),
            0 => return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the data ends inside a block")),
            read => filled += read,
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Root digests of the same data as `veritysetup format --no-superblock` of cryptsetup 2.7 computes them would be
    /// the proof; the machine tests, where the kernel opens our trees, are the stronger one. Here: the tree's shape.
    #[test]
    fn levels_lie_topmost_first() {
        let data = vec![7_u8; BLOCK * (PER_BLOCK * PER_BLOCK + 1)];
        let tree = tree(&data[..], b"salt").unwrap();
        assert_eq!(tree.data_blocks, 16_385);
        assert_eq!(tree.bytes.len() / BLOCK, 1 + 2 + 129, "three levels");
        assert_eq!(digest(b"salt", &tree.bytes[..BLOCK]), tree.root);
        assert_eq!(hex(&tree.bytes[..32]), hex(&digest(b"salt", &tree.bytes[BLOCK..2 * BLOCK])));
        assert_eq!(hex(&tree.bytes[3 * BLOCK..3 * BLOCK + 32]), hex(&digest(b"salt", &data[..BLOCK])));
    }

    #[test]
    fn one_block_has_one_level_and_every_bit_counts() {
        let mut data = vec![0_u8; BLOCK];
        let before = tree(&data[..], &[]).unwrap();
        assert_eq!((before.data_blocks, before.bytes.len()), (1, BLOCK));
        data[4095] ^= 1;
        assert_ne!(before.root, tree(&data[..], &[]).unwrap().root);
        assert!(tree(&data[..100], &[]).is_err());
    }
}
