//! Which partitions a system disk has, in which order, and how large each is.
//!
//! - The part that an image carries (ESP-1 to ROOT-B) is the same on every disk, byte for byte in its place.
//! - What the node adds (STATE, ETCD, EPHEMERAL) follows from the disk's size and the node's role alone.
//! - 1 MiB stays free in front of the first partition; every partition starts at a multiple of 1 MiB.

use alloc::vec::Vec;
use core::fmt;

use crate::Guid;

/// Bytes of a MiB.
pub const MIB: u64 = 1024 * 1024;
/// Every partition starts at a multiple of this many bytes, so that no sector size of a disk matters.
pub const ALIGNMENT: u64 = MIB;
/// Where the two slot records stand in META, in bytes from its start: far apart, so that no erase block holds both.
pub const META_RECORDS: [u64; 2] = [0, 512 * 1024];

const GIB: u64 = 1024 * MIB;
/// Room for the table at the disk's start, and for its copy at the end.
const TABLE: u64 = MIB;
const ETCD_MAX: u64 = 8 * GIB;
const ETCD_MIN: u64 = 512 * MIB;
const EPHEMERAL_MIN: u64 = 512 * MIB;

/// One partition of a system disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The loader, first copy.
    Esp1,
    /// The loader, second copy.
    Esp2,
    /// The slot records.
    Meta,
    /// Slot A's UKI, raw.
    BootA,
    /// Slot B's UKI, raw.
    BootB,
    /// Slot A's root: EROFS and its verity tree.
    RootA,
    /// Slot B's root.
    RootB,
    /// The machine's configuration and identity.
    State,
    /// The store's data, on a control-plane node.
    Etcd,
    /// Everything that a node may lose: images, pods, logs.
    Ephemeral,
}

/// What a node adds behind the image's partitions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// A control-plane node has ETCD.
    pub control_plane: bool,
}

/// A partition with its place, in bytes from the disk's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Which one.
    pub kind: Kind,
    /// First byte.
    pub start: u64,
    /// Bytes.
    pub size: u64,
}

/// Why a disk cannot hold a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// The disk has fewer bytes than a node needs.
    TooSmall {
        /// Bytes it has.
        has: u64,
        /// Bytes it needs.
        needs: u64,
    },
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooSmall { has, needs } => {
                write!(f, "the disk has {} MiB, a node needs {} MiB", has / MIB, needs.div_ceil(MIB))
            }
        }
    }
}

impl core::error::Error for PlanError {}

impl Kind {
    /// All, in their order on disk.
    pub const ALL: [Self; 10] = [
        Self::Esp1,
        Self::Esp2,
        Self::Meta,
        Self::BootA,
        Self::BootB,
        Self::RootA,
        Self::RootB,
        Self::State,
        Self::Etcd,
        Self::Ephemeral,
    ];

    /// The partition's type: UEFI's for the ESPs, our own for all others. Both ESPs share theirs.
    pub const fn type_guid(self) -> Guid {
        Guid::from_u128(match self {
            Self::Esp1 | Self::Esp2 => 0xc12a7328_f81f_11d2_ba4b_00a0c93ec93b,
            Self::Meta => 0xfa5d78e4_30cb_4cbe_93c9_68e305d9afa9,
            Self::BootA => 0x3d472c66_ccb7_488f_9906_e12b41855aca,
            Self::BootB => 0x397d594a_51b1_4031_8452_04a66e6c3995,
            Self::RootA => 0x389ee311_dc5d_402d_9a24_4b5cce6bde3f,
            Self::RootB => 0x5e536246_13af_4742_9145_a3b0a18a816a,
            Self::State => 0x25654b12_3c7b_4caf_8c87_c9ebdb22bd16,
            Self::Etcd => 0x0580ab90_cf9a_44cf_8f23_e1a5c99c20ef,
            Self::Ephemeral => 0xb80e27c2_cfe5_4646_a7e6_051ae213fb1e,
        })
    }

    /// The partition's label, for people; nothing is found by it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Esp1 => "ESP-1",
            Self::Esp2 => "ESP-2",
            Self::Meta => "META",
            Self::BootA => "BOOT-A",
            Self::BootB => "BOOT-B",
            Self::RootA => "ROOT-A",
            Self::RootB => "ROOT-B",
            Self::State => "STATE",
            Self::Etcd => "ETCD",
            Self::Ephemeral => "EPHEMERAL",
        }
    }

    /// Its number in the table, from 1; a node without ETCD leaves 9 free.
    pub const fn number(self) -> u32 {
        match self {
            Self::Esp1 => 1,
            Self::Esp2 => 2,
            Self::Meta => 3,
            Self::BootA => 4,
            Self::BootB => 5,
            Self::RootA => 6,
            Self::RootB => 7,
            Self::State => 8,
            Self::Etcd => 9,
            Self::Ephemeral => 10,
        }
    }
}

/// The partitions that an image carries, from the disk's start on.
pub fn image() -> Vec<Placed> {
    let sizes = [
        (Kind::Esp1, 64 * MIB),
        (Kind::Esp2, 64 * MIB),
        (Kind::Meta, MIB),
        (Kind::BootA, 128 * MIB),
        (Kind::BootB, 128 * MIB),
        (Kind::RootA, GIB),
        (Kind::RootB, GIB),
    ];
    let mut start = TABLE;
    let mut placed = Vec::with_capacity(sizes.len());
    for (kind, size) in sizes {
        placed.push(Placed { kind, start, size });
        start += size;
    }
    placed
}

/// Bytes of an image: its partitions, and the table's copy behind them.
pub fn image_size() -> u64 {
    end(&image()) + TABLE
}

/// Bytes of the smallest disk that holds such a node.
pub fn smallest_disk(node: Node) -> u64 {
    let etcd = if node.control_plane { ETCD_MIN } else { 0 };
    image_size() + 256 * MIB + etcd + EPHEMERAL_MIN
}

/// All partitions of a node on a disk of this many bytes: the image's, and what the node adds.
pub fn node(disk: u64, node: Node) -> Result<Vec<Placed>, PlanError> {
    let needs = smallest_disk(node);
    if disk < needs {
        return Err(PlanError::TooSmall { has: disk, needs });
    }
    let mut placed = image();
    let state = Placed { kind: Kind::State, start: end(&placed), size: 256 * MIB };
    placed.push(state);
    if node.control_plane {
        let size = ETCD_MAX.min(disk / 10 / ALIGNMENT * ALIGNMENT).max(ETCD_MIN);
        placed.push(Placed { kind: Kind::Etcd, start: end(&placed), size });
    }
    let start = end(&placed);
    let last = (disk - TABLE) / ALIGNMENT * ALIGNMENT;
    placed.push(Placed { kind: Kind::Ephemeral, start, size: last - start });
    Ok(placed)
}

fn end(placed: &[Placed]) -> u64 {
    placed.last().map_or(TABLE, |last| last.start + last.size)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROL_PLANE: Node = Node { control_plane: true };
    const WORKER: Node = Node { control_plane: false };

    fn size_of(placed: &[Placed], kind: Kind) -> Option<u64> {
        placed.iter().find(|placed| placed.kind == kind).map(|placed| placed.size)
    }

    fn check_sound(disk: u64, placed: &[Placed]) {
        let mut free = TABLE;
        for part in placed {
            assert_eq!(part.start % ALIGNMENT, 0, "{part:?}");
            assert!(part.start >= free && part.size > 0, "{part:?}");
            free = part.start + part.size;
        }
        assert!(free <= disk - TABLE);
    }

    #[test]
    fn the_image_part_never_moves() {
        let starts: Vec<u64> = image().iter().map(|placed| placed.start / MIB).collect();
        assert_eq!(starts, [1, 65, 129, 130, 258, 386, 1410]);
        assert_eq!(image_size() / MIB, 2435);
        for disk in [smallest_disk(CONTROL_PLANE), 8 * GIB, 100 * GIB + 513, 20_000 * GIB] {
            for role in [CONTROL_PLANE, WORKER] {
                let placed = node(disk, role).unwrap();
                assert_eq!(placed[..7], image()[..]);
                check_sound(disk, &placed);
            }
        }
    }

    #[test]
    fn etcd_takes_a_tenth_of_the_disk_but_never_more_than_8_gib() {
        for (disk, etcd) in [(6 * GIB, 614), (40 * GIB, 4096), (1000 * GIB, 8192)] {
            assert_eq!(size_of(&node(disk, CONTROL_PLANE).unwrap(), Kind::Etcd), Some(etcd * MIB));
            assert_eq!(size_of(&node(disk, WORKER).unwrap(), Kind::Etcd), None);
        }
    }

    #[test]
    fn a_disk_too_small_is_refused_with_both_sizes() {
        let disk = smallest_disk(WORKER) - 1;
        let refused = node(disk, WORKER).unwrap_err();
        assert_eq!(refused, PlanError::TooSmall { has: disk, needs: disk + 1 });
    }

    #[test]
    fn numbers_types_and_labels_are_those_on_disks_in_the_field() {
        let mut types: Vec<Guid> = Kind::ALL.iter().map(|kind| kind.type_guid()).collect();
        types.dedup();
        assert_eq!(types.len(), 9, "only the ESPs share a type");
        for (index, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind.number() as usize, index + 1);
        }
    }
}
