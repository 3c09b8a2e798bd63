//! Writes a FAT32 file system that holds one file, for an EFI system partition.
//!
//! The loader is all that an ESP of ours ever holds: `EFI/BOOT/BOOTX64.EFI`, where firmware looks without being told.
//! Clusters of one sector keep 64 MiB above the 65,525 clusters that make a file system FAT32.

use std::fmt;

const SECTOR: usize = 512;
const RESERVED: usize = 32;
const FATS: usize = 2;
const END: u32 = 0x0fff_ffff;
const DIRECTORY: u8 = 0x10;
const ARCHIVE: u8 = 0x20;

/// Why no file system was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Fewer clusters than FAT32 must have, or a size that is no multiple of a sector.
    Size(u64),
    /// The file needs more than there is.
    Full,
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(size) => write!(f, "no FAT32 file system has {size} bytes"),
            Self::Full => f.write_str("the file does not fit"),
        }
    }
}

impl std::error::Error for Unfit {}

/// The front of a partition of `size` bytes: everything up to the last used byte; the rest is zero.
pub fn esp(size: u64, volume_id: u32, loader: &[u8]) -> Result<Vec<u8>, Unfit> {
    let sectors = u32::try_from(size / SECTOR as u64).map_err(|_| Unfit::Size(size))?;
    // Four bytes of each table for every cluster of one sector.
    let fat_sectors = (sectors as usize - RESERVED).div_ceil(SECTOR / 4 + FATS);
    let clusters = (sectors as usize).saturating_sub(RESERVED + FATS * fat_sectors);
    if !size.is_multiple_of(SECTOR as u64) || clusters < 65_525 {
        return Err(Unfit::Size(size));
    }
    let file_clusters = loader.len().div_ceil(SECTOR);
    if file_clusters + 3 > clusters {
        return Err(Unfit::Full);
    }
    let mut image = vec![0_u8; RESERVED * SECTOR];
    let boot = boot_sector(sectors, fat_sectors, volume_id);
    let info = info_sector((clusters - 3 - file_clusters) as u32, 5 + file_clusters as u32);
    for (sector, content) in [(0, &boot), (1, &info), (6, &boot), (7, &info)] {
        put(&mut image, sector * SECTOR, content);
    }
    // Clusters: 2 is the root directory, 3 is EFI, 4 is BOOT, from 5 on the loader.
    let mut fat: Vec<u32> = vec![0x0fff_fff8, END, END, END, END];
    let last = 5 + file_clusters as u32;
    fat.extend((5..last).map(|cluster| if cluster + 1 == last { END } else { cluster + 1 }));
    let mut fat: Vec<u8> = fat.into_iter().flat_map(u32::to_le_bytes).collect();
    fat.resize(fat_sectors * SECTOR, 0);
    for _ in 0..FATS {
        image.extend(&fat);
    }
    let file_size = u32::try_from(loader.len()).map_err(|_| Unfit::Full)?;
    let directories = [
        vec![entry(b"EFI        ", DIRECTORY, 3, 0)],
        vec![
            entry(b".          ", DIRECTORY, 3, 0),
            entry(b"..         ", DIRECTORY, 0, 0),
            entry(b"BOOT       ", DIRECTORY, 4, 0),
        ],
        vec![
            entry(b".          ", DIRECTORY, 4, 0),
            entry(b"..         ", DIRECTORY, 3, 0),
            entry(b"BOOTX64 EFI", ARCHIVE, if file_size == 0 { 0 } else { 5 }, file_size),
        ],
    ];
    for directory in directories {
        let mut cluster = directory.concat();
        cluster.resize(SECTOR, 0);
        image.extend(cluster);
    }
    image.extend(loader);
    image.resize(image.len().next_multiple_of(SECTOR), 0);
    Ok(image)
}

fn boot_sector(sectors: u32, fat_sectors: usize, volume_id: u32) -> Vec<u8> {
    let mut boot = Vec::with_capacity(SECTOR);
    boot.extend([0xeb, 0x58, 0x90]);
    boot.extend(b"IRONSTON");
    boot.extend((SECTOR as u16).to_le_bytes());
    boot.push(1);
    boot.extend((RESERVED as u16).to_le_bytes());
    boot.push(FATS as u8);
    boot.extend([0, 0, 0, 0, 0xf8, 0, 0]);
    boot.extend(32_u16.to_le_bytes());
    boot.extend(64_u16.to_le_bytes());
    boot.extend(0_u32.to_le_bytes());
    boot.extend(sectors.to_le_bytes());
    boot.extend((fat_sectors as u32).to_le_bytes());
    boot.extend([0; 4]);
    boot.extend(2_u32.to_le_bytes());
    boot.extend(1_u16.to_le_bytes());
    boot.extend(6_u16.to_le_bytes());
    boot.extend([0; 12]);
    boot.extend([0x80, 0, 0x29]);
    boot.extend(volume_id.to_le_bytes());
    boot.extend(b"ESP        FAT32   ");
    boot.resize(510, 0);
    boot.extend([0x55, 0xaa]);
    boot
}

fn info_sector(free: u32, next: u32) -> Vec<u8> {
    let mut info = b"RRaA".to_vec();
    info.resize(484, 0);
    info.extend(b"rrAa");
    info.extend(free.to_le_bytes());
    info.extend(next.to_le_bytes());
    info.resize(510, 0);
    info.extend([0x55, 0xaa]);
    info
}

/// Times stay at the format's first day, 1980-01-01: nothing reads them, and the bytes stay the same.
fn entry(name: &[u8; 11], attributes: u8, cluster: u32, size: u32) -> Vec<u8> {
    let [low0, low1, high0, high1] = cluster.to_le_bytes();
    let day = 0x0021_u16.to_le_bytes();
    let mut bytes = name.to_vec();
    bytes.extend([attributes, 0, 0, 0, 0]);
    bytes.extend(day);
    bytes.extend(day);
    bytes.extend([high0, high1, 0, 0]);
    bytes.extend(day);
    bytes.extend([low0, low1]);
    bytes.extend(size.to_le_bytes());
    bytes
}

fn put(image: &mut [u8], at: usize, content: &[u8]) {
    if let Some(to) = image.get_mut(at..at + content.len()) {
        to.copy_from_slice(content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: u64 = 64 * 1024 * 1024;

    fn u32_at(bytes: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap())
    }

    /// Reads the file back by following the table as a firmware does.
    fn read(image: &[u8]) -> Vec<u8> {
        let reserved = usize::from(u16::from_le_bytes(image[14..16].try_into().unwrap()));
        let fat_sectors = u32_at(image, 36) as usize;
        let data = (reserved + 2 * fat_sectors) * SECTOR;
        let next = |cluster: u32| u32_at(image, reserved * SECTOR + cluster as usize * 4);
        let chain = |mut cluster: u32| {
            let mut bytes = Vec::new();
            while (2..0x0fff_fff8).contains(&cluster) {
                let at = data + (cluster as usize - 2) * SECTOR;
                bytes.extend(&image[at..at + SECTOR]);
                cluster = next(cluster);
            }
            bytes
        };
        let mut directory = chain(u32_at(image, 44));
        for name in [b"EFI        ", b"BOOT       ", b"BOOTX64 EFI"] {
            let found = directory.chunks(32).find(|entry| entry[..11] == name[..]).unwrap().to_vec();
            let high = u16::from_le_bytes(found[20..22].try_into().unwrap());
            let low = u16::from_le_bytes(found[26..28].try_into().unwrap());
            directory = chain(u32::from(high) << 16 | u32::from(low));
            if name == b"BOOTX64 EFI" {
                directory.truncate(u32_at(&found, 28) as usize);
            }
        }
        directory
    }

    #[test]
    fn the_loader_reads_back() {
        for length in [0, 1, 512, 513, 25_000, 1_000_000] {
            let loader: Vec<u8> = (0..length).map(|byte: u32| (byte % 251) as u8).collect();
            assert_eq!(read(&esp(SIZE, 1, &loader).unwrap()), loader, "{length} bytes");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        assert_eq!(esp(16 * 1024 * 1024, 1, &[]), Err(Unfit::Size(16 * 1024 * 1024)));
        assert_eq!(esp(SIZE, 1, &vec![0; SIZE as usize]), Err(Unfit::Full));
    }
}
