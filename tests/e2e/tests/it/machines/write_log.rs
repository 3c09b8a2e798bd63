//! The first boot, with every write to the disk recorded: a power cut at any moment leaves a disk that boots.
//!
//! Checked at every prefix of the log, with the last write whole and torn at every sector; and, because a disk may lose
//! any of the writes since its last flush, with seeded subsets of each flush window.

use std::ops::Range;

use anyhow::{Result, ensure};
use image_layout::gpt::{Header, Table};
use image_layout::{Kind, META_RECORDS, MIB};
use machined_base::Clock;
use machined_slots::{Copies, RECORD_BYTES, Slot};
use qemu_vm::write_log::{self, Entry, Stretches};
use qemu_vm::{Config, Machine};

use crate::lab::{DISK, Lab, range};
use crate::machines::api::{API_WITHIN, Desk, configure, maintenance};

/// Subsets of each flush window that are tried.
const SUBSETS: u64 = 16;
const SECTOR: u64 = 512;
/// The table in front: everything before the first partition.
const FRONT: Range<u64> = 0..MIB;
/// Its copy: the disk's last MiB.
const BACK: Range<u64> = DISK - MIB..DISK;

#[test]
fn the_first_boot_passes_at_every_prefix() -> Result<()> {
    let lab = Lab::new("write-log")?;
    let (config, port) = lab.config()?;
    let (log, before) = (lab.write_log(), Stretches::read(&lab.disk(), &[FRONT, range(Kind::Meta), BACK])?);
    let machine = Machine::start(Config { write_log: Some(log.clone()), ..config }, Clock::system())?;
    // STATE is made in maintenance mode, ETCD and EPHEMERAL once there is a configuration.
    let desk = Desk::new(port);
    let fingerprint = maintenance(&machine, &desk)?;
    configure(&lab, &desk, &fingerprint)?;
    machine.wait_for(": running", API_WITHIN)?;
    drop(machine);

    let kept = [FRONT, range(Kind::Meta), range(Kind::Esp1), range(Kind::BootA), BACK];
    let entries = write_log::read(&log, &kept)?;
    for (index, entry) in entries.iter().enumerate() {
        let (Entry::Write { at, data }, protected) = (entry, [range(Kind::Esp1), range(Kind::BootA)]) else { continue };
        let end = at + data.len() as u64;
        let touched = protected.iter().any(|range| range.start < end && *at < range.end);
        assert!(!touched, "write {index} goes to {at}, where loader and kernel of the running slot stand");
    }
    let prefixes = check_prefixes(&before, &entries);
    let subsets = check_subsets(&before, &entries);
    ensure!(prefixes > 100, "only {prefixes} writes of the first boot were seen");
    println!("{} entries, {prefixes} prefixes and {subsets} subsets boot slot A", entries.len());
    Ok(())
}

fn check_prefixes(before: &Stretches, entries: &[Entry]) -> usize {
    let (mut disk, mut states) = (before.clone(), 0);
    check(&disk, "untouched");
    for (index, entry) in entries.iter().enumerate() {
        let Entry::Write { at, data } = entry else { continue };
        for sectors in 1..=data.len() / SECTOR as usize {
            let mut torn = disk.clone();
            torn.apply(*at, data, sectors);
            check(&torn, &format!("entry {index}, {sectors} sectors of it"));
            states += 1;
        }
        disk.apply(*at, data, usize::MAX);
    }
    states
}

/// Writes of a window survive or are lost independently of each other.
fn check_subsets(before: &Stretches, entries: &[Entry]) -> u64 {
    let (mut flushed, mut states) = (before.clone(), 0);
    for (number, window) in entries.split(|entry| *entry == Entry::Flush).enumerate() {
        let writes: Vec<(u64, &Vec<u8>)> = window
            .iter()
            .filter_map(|entry| match entry {
                Entry::Write { at, data } if !data.is_empty() => Some((*at, data)),
                _ => None,
            })
            .collect();
        for seed in 0..if writes.is_empty() { 0 } else { SUBSETS } {
            let mut disk = flushed.clone();
            for (index, (at, data)) in writes.iter().enumerate() {
                if survives(number as u64, seed, index as u64) {
                    disk.apply(*at, data, usize::MAX);
                }
            }
            check(&disk, &format!("flush window {number}, seed {seed}"));
            states += 1;
        }
        for (at, data) in writes {
            flushed.apply(at, data, usize::MAX);
        }
    }
    states
}

/// A coin for each write, the same in every run: splitmix64.
fn survives(window: u64, seed: u64, write: u64) -> bool {
    let mut z = (window << 40 | seed << 20 | write).wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) & 1 == 1
}

/// The loader would find META and boot slot A.
fn check(disk: &Stretches, state: &str) {
    let table = table(disk).unwrap_or_else(|| panic!("no partition table: {state}"));
    let meta = table.only(Kind::Meta.type_guid()).unwrap_or_else(|| panic!("no META: {state}"));
    let copy = |offset: u64| disk.get(meta.first * SECTOR + offset..meta.first * SECTOR + offset + RECORD_BYTES as u64);
    let [first, second] = META_RECORDS.map(|offset| copy(offset).unwrap_or_default());
    let copies = Copies::read([first, second]).unwrap_or_else(|lost| panic!("{lost}: {state}"));
    assert_eq!(copies.record.decide().boot, Some(Slot::A), "{state}");
}

/// As the loader reads it: in front, else its copy at the disk's end.
fn table(disk: &Stretches) -> Option<Table> {
    let read = |header_at: u64| {
        let header = Header::parse(disk.get(header_at..header_at + SECTOR)?).ok()?;
        let start = header.entries_at * SECTOR;
        header.entries(disk.get(start..start + header.entries_bytes as u64)?).ok()
    };
    read(SECTOR).or_else(|| read(DISK - SECTOR))
}
