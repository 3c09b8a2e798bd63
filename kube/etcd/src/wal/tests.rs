//! The log against every way a crash or a disk can leave it.

use super::*;
use proptest::prelude::*;
use std::fs;
use std::sync::mpsc::sync_channel;

const SMALL: WalOptions = WalOptions { segment_bytes: 4096 };

fn open(dir: &Path) -> Result<Wal, WalError> {
    Wal::open(dir, SMALL, Arc::new(|_| {}))
}

fn wait(job: impl FnOnce(Done)) {
    let (sender, receiver) = sync_channel(1);
    job(Box::new(move |result| sender.send(result).expect("somebody waits")));
    receiver.recv().expect("an answer").expect("synced");
}

fn id(index: u64) -> EntryId {
    EntryId { term: 1 + index / 10, index }
}

fn body(index: u64) -> Vec<u8> {
    format!("entry {index} ").repeat(1 + index as usize % 40).into_bytes()
}

fn append(wal: &Wal, indexes: Range<u64>) {
    let entries = indexes.map(|index| (id(index), body(index))).collect();
    wait(|done| wal.append(entries, done));
}

fn check(wal: &Wal, indexes: Range<u64>) {
    let found = wal.read(0..u64::MAX).expect("readable");
    let expected: Vec<_> = indexes.map(|index| (id(index), body(index))).collect();
    assert_eq!(found, expected);
}

/// Every segment's path, rising, and its bytes.
fn segments(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir).expect("listed").map(|entry| entry.expect("read").path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).expect("read"))).collect()
}

/// Where the last frame of the last segment ends.
fn used(bytes: &[u8]) -> usize {
    bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1)
}

#[test]
fn what_was_synced_is_there_after_reopening() {
    let dir = tempfile::tempdir().expect("a directory");
    let vote = Vote { term: 3, node: 9, committed: true };
    {
        let wal = open(dir.path()).expect("created");
        assert_eq!(wal.state(), WalState::default());
        append(&wal, 0..30);
        wait(|done| wal.save_vote(vote, done));
        append(&wal, 30..60);
        check(&wal, 0..60);
    }
    let wal = open(dir.path()).expect("opened");
    assert_eq!(wal.state(), WalState { vote: Some(vote), purged: None, last: Some(id(59)) });
    check(&wal, 0..60);
    assert!(segments(dir.path()).len() > 2, "several segments are in play");
}

#[test]
fn truncation_and_purging_survive() {
    let dir = tempfile::tempdir().expect("a directory");
    {
        let wal = open(dir.path()).expect("created");
        append(&wal, 0..50);
        wait(|done| wal.truncate_after(Some(39), done));
        append(&wal, 40..45);
        check(&wal, 0..45);
        let before = segments(dir.path()).len();
        wait(|done| wal.purge(id(30), done));
        assert!(segments(dir.path()).len() < before, "whole segments go");
        check(&wal, 31..45);
    }
    let wal = open(dir.path()).expect("opened");
    assert_eq!((wal.state().purged, wal.state().last), (Some(id(30)), Some(id(44))));
    check(&wal, 31..45);
    wait(|done| wal.purge(id(44), done));
    drop(wal);
    let wal = open(dir.path()).expect("opened");
    assert_eq!((wal.state().purged, wal.state().last), (Some(id(44)), Some(id(44))));
    append(&wal, 45..47);
    check(&wal, 45..47);
}

#[test]
fn every_torn_tail_is_cut_off() {
    let dir = tempfile::tempdir().expect("a directory");
    let synced;
    {
        let wal = open(dir.path()).expect("created");
        append(&wal, 0..5);
        synced = used(&segments(dir.path())[0].1);
        append(&wal, 5..8);
    }
    let (path, whole) = segments(dir.path()).remove(0);
    // The batch of entries 5 to 7 was written, not synced: any of its bytes may be missing.
    for end in synced..used(&whole) {
        let mut torn = whole.clone();
        torn[end..].fill(0);
        fs::write(&path, &torn).expect("written");
        let wal = open(dir.path()).unwrap_or_else(|err| panic!("cut at {end}: {err}"));
        check(&wal, 0..5);
        append(&wal, 5..6);
        drop(wal);
        check(&open(dir.path()).expect("opened"), 0..6);
    }
}

#[test]
fn damage_in_the_middle_is_refused() {
    let dir = tempfile::tempdir().expect("a directory");
    {
        let wal = open(dir.path()).expect("created");
        (0..40).for_each(|index| append(&wal, index..index + 1));
    }
    let all = segments(dir.path());
    assert!(all.len() > 2);
    let last = all.len() - 1;
    for (number, (path, whole)) in all.iter().enumerate() {
        // In the last segment the last frame is left alone: damage there looks like a torn tail.
        let end = if number == last { used(whole).saturating_sub(600) } else { used(whole) };
        for at in (0..end).step_by(37) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            fs::write(path, &damaged).expect("written");
            if let Ok(wal) = open(dir.path()) {
                // Zeros that fill a frame up carry nothing and are not checked.
                check(&wal, 0..40);
            }
        }
        fs::write(path, whole).expect("restored");
    }
    let (path, _) = &all[1];
    fs::remove_file(path).expect("removed");
    let err = open(dir.path()).err().expect("a missing segment is refused");
    assert!(matches!(err, WalError::Damaged { .. }), "{err}");
}

#[test]
fn an_unfinished_segment_is_forgotten() {
    let dir = tempfile::tempdir().expect("a directory");
    {
        let wal = open(dir.path()).expect("created");
        append(&wal, 0..3);
    }
    fs::write(dir.path().join("0000000000000002.new"), b"half").expect("written");
    check(&open(dir.path()).expect("opened"), 0..3);
    assert_eq!(segments(dir.path()).len(), 1);
}

#[test]
fn another_version_is_refused() {
    let dir = tempfile::tempdir().expect("a directory");
    drop(open(dir.path()).expect("created"));
    let (path, mut bytes) = segments(dir.path()).remove(0);
    bytes[8] = 2;
    fs::write(path, bytes).expect("written");
    let err = open(dir.path()).err().expect("refused").to_string();
    assert!(err.contains("version 2"), "{err}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the bytes: an answer, never a panic.
    #[test]
    fn any_bytes_are_a_log_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..6000), keep in 0usize..200) {
        let dir = tempfile::tempdir().expect("a directory");
        {
            let wal = open(dir.path()).expect("created");
            append(&wal, 0..10);
        }
        let (path, mut whole) = segments(dir.path()).remove(0);
        whole.truncate(keep);
        whole.extend(bytes);
        fs::write(path, whole).expect("written");
        if let Ok(wal) = open(dir.path()) {
            wal.read(0..u64::MAX).expect("what was accepted can be read");
        }
    }

    #[test]
    fn batches_come_back(sizes in proptest::collection::vec(1u64..9, 1..40)) {
        let dir = tempfile::tempdir().expect("a directory");
        let mut next = 0;
        {
            let wal = open(dir.path()).expect("created");
            for size in sizes {
                append(&wal, next..next + size);
                next += size;
            }
        }
        check(&open(dir.path()).expect("opened"), 0..next);
    }
}
