//! The verified root: from the kernel's arguments to a device whose every block is checked.

use std::path::{Path, PathBuf};

use machined_sys::dm::{self, Mapping};

/// The mapping's name.
pub(crate) const NAME: &str = "root";

/// What the command line, which the slot record's digest covers, says of the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verity {
    hash: String,
    salt: String,
    blocks: u64,
}

impl Verity {
    /// From the arguments that the builder wrote; none when one is missing or malformed.
    pub(crate) fn parse(arguments: &[String]) -> Option<Self> {
        let value = |name: &str| arguments.iter().find_map(|word| word.strip_prefix(name));
        let hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit()) && text.len() == 64;
        Some(Self {
            hash: value("ironstone.roothash=").filter(|text| hex(text))?.to_owned(),
            salt: value("ironstone.rootsalt=").filter(|text| hex(text))?.to_owned(),
            blocks: value("ironstone.rootblocks=")?.parse().ok()?,
        })
    }

    /// Opens the root on this partition. A block that is not what it should be reads as an I/O error from then on.
    pub(crate) fn open(&self, partition: &Path) -> std::io::Result<PathBuf> {
        dm::create(&Mapping {
            name: NAME,
            sectors: self.blocks * 8,
            target: "verity",
            arguments: &self.arguments(partition),
        })
    }

    fn arguments(&self, partition: &Path) -> String {
        let Self { hash, salt, blocks } = self;
        let device = partition.display();
        // Version 1 of the tree, which lies behind the data on the same device.
        format!("1 {device} {device} 4096 4096 {blocks} {blocks} sha256 {hash} {salt}")
    }
}

/// Whether the running root was found corrupted.
pub(crate) fn is_corrupted() -> bool {
    dm::status(NAME).is_ok_and(|status| status.trim() == "C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_of_the_kernel_become_those_of_the_target() {
        let (hash, salt) = ("ab".repeat(32), "01".repeat(32));
        let words = |line: String| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let line = format!("ironstone.roothash={hash} ironstone.rootsalt={salt} ironstone.rootblocks=7 quiet");
        let verity = Verity::parse(&words(line.clone())).unwrap();
        let expected = format!("1 /dev/vda6 /dev/vda6 4096 4096 7 7 sha256 {hash} {salt}");
        assert_eq!(verity.arguments(Path::new("/dev/vda6")), expected);
        assert_eq!(Verity::parse(&words(line.replace("ab", "x"))), None);
        assert_eq!(Verity::parse(&words(line.replace("rootblocks", "blocks"))), None);
    }
}
