//! Cases for the state machine in a short notation, and properties that hold for every history of a disk.
//!
//! The notation: `A* good, B trial` means slot A is preferred and good, slot B is on trial.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

extern crate std;

use std::format;
use std::string::String;
use std::vec::Vec;

use proptest::prelude::*;

use super::*;

const CAUSES: [(&str, Cause); 3] = [
    ("failed:not-committed", Cause::NotCommitted),
    ("failed:damaged-uki", Cause::DamagedUki),
    ("failed:crash-loop", Cause::CrashLoop),
];

fn contents(seed: u8) -> Contents {
    let image = |add: u8| Image { length: 1000 + u64::from(seed + add), sha256: [seed + add; 32] };
    Contents { uki: image(1), root: image(2), version: Version::new(&format!("1.2.{seed}")).unwrap() }
}

fn parse(text: &str) -> Record {
    let mut record = Record::first(contents(0));
    for part in text.split(", ") {
        let (name, state) = part.split_once(' ').unwrap();
        let slot = if name.starts_with('A') { Slot::A } else { Slot::B };
        if name.ends_with('*') {
            record.preferred = slot;
        }
        let named = CAUSES.iter().find(|(name, _)| *name == state);
        let state = match state {
            "good" => State::Good,
            "trial" => State::Trial,
            "spent" => State::Spent,
            "empty" => State::Empty,
            _ => State::Failed(named.unwrap().1),
        };
        let contents = if state == State::Empty { SlotRecord::EMPTY.contents } else { contents(slot as u8) };
        record = record.with(slot, SlotRecord { state, contents });
    }
    record
}

fn print(record: &Record) -> String {
    let one = |slot: Slot| {
        let star = if record.preferred == slot { "*" } else { "" };
        let state = match record.slot(slot).state {
            State::Good => "good",
            State::Trial => "trial",
            State::Spent => "spent",
            State::Empty => "empty",
            State::Failed(cause) => CAUSES.iter().find(|(_, c)| *c == cause).unwrap().0,
        };
        format!("{slot}{star} {state}")
    };
    format!("{}, {}", one(Slot::A), one(Slot::B))
}

fn show(decision: Decision) -> String {
    let boot = decision.boot.map_or(String::from("boot nothing"), |slot| format!("boot {slot}"));
    let write = decision.write.map(|record| format!("; write {}", print(&record))).unwrap_or_default();
    format!("{boot}: {}{write}", decision.reason)
}

#[test]
fn the_loader_decides() {
    let cases = [
        ("A* good, B empty", "boot A: it is the preferred slot"),
        ("A good, B* good", "boot B: it is the preferred slot"),
        ("A* good, B trial", "boot B: it is on trial, and this is its one try; write A* good, B spent"),
        ("A trial, B* good", "boot A: it is on trial, and this is its one try; write A spent, B* good"),
        (
            "A* good, B spent",
            "boot A: slot B failed: its one try ended without a commit; write A* good, B failed:not-committed",
        ),
        ("A* good, B failed:not-committed", "boot A: it is the preferred slot"),
        ("A* failed:damaged-uki, B good", "boot B: the preferred slot failed: its kernel image is damaged"),
        ("A* failed:damaged-uki, B empty", "boot nothing: neither slot can be booted"),
    ];
    for (record, expected) in cases {
        assert_eq!(show(parse(record).decide()), expected, "{record}");
    }
}

#[test]
fn the_loader_decides_again_when_a_kernel_image_is_damaged() {
    let cases = [
        (
            "A* good, B spent",
            Slot::B,
            "boot A: slot B failed: its kernel image is damaged; write A* good, B failed:damaged-uki",
        ),
        (
            "A* good, B good",
            Slot::A,
            "boot B: the preferred slot failed: its kernel image is damaged; write A* failed:damaged-uki, B good",
        ),
        ("A* good, B empty", Slot::A, "boot nothing: neither slot can be booted; write A* failed:damaged-uki, B empty"),
    ];
    for (record, slot, expected) in cases {
        assert_eq!(show(parse(record).decide_after(slot, Cause::DamagedUki)), expected, "{record}");
    }
}

#[test]
fn a_trial_that_cannot_be_spent_is_not_started() {
    assert_eq!(show(parse("A* good, B trial").decide_unwritable()), "boot A: it is the preferred slot");
}

#[test]
fn changes_that_are_allowed_and_changes_that_are_not() {
    let good = parse("A* good, B failed:not-committed");
    let cleared = good.clear(Slot::B, Slot::A).unwrap();
    assert_eq!(print(&cleared), "A* good, B empty");
    let armed = cleared.arm(Slot::B, contents(1)).unwrap();
    assert_eq!(print(&armed), "A* good, B trial");
    let spent = armed.decide().write.unwrap();
    assert_eq!(print(&spent.commit(Slot::B).unwrap()), "A good, B* good");
    assert_eq!(print(&spent.give_up(Slot::B, Cause::CrashLoop).unwrap()), "A* good, B failed:crash-loop");

    assert_eq!(good.clear(Slot::A, Slot::A), Err(Refused::Running));
    assert_eq!(spent.clear(Slot::A, Slot::B), Err(Refused::LastGood), "the last good slot stays");
    assert_eq!(good.arm(Slot::B, contents(1)), Err(Refused::State(State::Failed(Cause::NotCommitted))));
    assert_eq!(good.commit(Slot::A), Err(Refused::State(State::Good)));
    assert_eq!(good.give_up(Slot::A, Cause::CrashLoop), Err(Refused::LastGood));
    assert_eq!(good.prefer(Slot::B), Err(Refused::State(State::Failed(Cause::NotCommitted))));
}

/// The bytes of version 1, as they lie on disks in the field. This test never changes; a version 2 gets its own.
#[test]
fn format_version_1_is_frozen() {
    let record = Record { generation: 0x0102_0304, ..parse("A good, B* failed:crash-loop") };
    let sector = record.encode();
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert_eq!(hex(&sector[..12]), "4953534c4f54530001000100", "magic, version, B preferred");
    assert_eq!(hex(&sector[16..24]), "0403020100000000", "generation");
    assert_eq!(hex(&sector[24..32]), "0100050000000000", "A: good, version of 5 bytes");
    assert_eq!(hex(&sector[32..42]), "e9030000000000000101", "A: length and digest of the UKI");
    assert_eq!(hex(&sector[72..82]), "ea030000000000000202", "A: length and digest of the root");
    assert_eq!(hex(&sector[112..120]), hex(b"1.2.0\0\0\0"));
    assert_eq!(hex(&sector[144..152]), "0405050000000000", "B: failed, crash loop");
    assert!(sector[264..].iter().all(|byte| *byte == 0));
    assert_eq!(u32::from_le_bytes(sector[12..16].try_into().unwrap()), GOLDEN_CRC);
}

const GOLDEN_CRC: u32 = 3_953_221_811;

#[test]
fn another_version_is_refused_by_its_number() {
    let mut sector = parse("A* good, B empty").encode();
    sector[8] = 2;
    assert_eq!(Record::decode(&sector), Err(NotARecord::Version(2)));
}

#[test]
fn every_changed_bit_is_noticed() {
    let sector = parse("A* good, B trial").encode();
    for bit in 0..RECORD_BYTES * 8 {
        let mut changed = sector;
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(Record::decode(&changed).is_err(), "bit {bit}");
    }
}

/// A disk with META, where a power cut may lose a write or tear it at any byte.
struct Disk([[u8; RECORD_BYTES]; 2]);

impl Disk {
    fn new() -> Self {
        Self([Record::first(contents(0)).encode(), [0; RECORD_BYTES]])
    }

    fn read(&self) -> Copies {
        Copies::read([&self.0[0], &self.0[1]]).expect("one valid record is always left")
    }

    /// Writes as far as the power lasts.
    fn write(&mut self, next: Record, last_byte: usize) {
        let write = self.read().write(next);
        self.0[write.at][..last_byte].copy_from_slice(&write.sector[..last_byte]);
    }
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Upgrade,
    Start { healthy: bool, uki_damaged: bool },
    GiveUp,
    Prefer,
}

fn step() -> impl Strategy<Value = (Step, usize)> {
    let kinds = prop_oneof![
        Just(Step::Upgrade),
        (any::<bool>(), prop::bool::weighted(0.1))
            .prop_map(|(healthy, uki_damaged)| Step::Start { healthy, uki_damaged }),
        Just(Step::GiveUp),
        Just(Step::Prefer),
    ];
    // Most writes arrive whole; the others are lost (0) or torn.
    (kinds, prop_oneof![3 => Just(RECORD_BYTES), 1 => 0..=RECORD_BYTES])
}

/// Starts the machine; says which slot runs.
fn start(disk: &mut Disk, trials_started: &mut u32, damaged: bool, last_byte: usize) -> Option<Slot> {
    let record = disk.read().record;
    let mut decision = record.decide();
    if let Some(next) = decision.write {
        disk.write(next, last_byte);
        if last_byte < RECORD_BYTES {
            return None; // The power went: nothing runs.
        }
    }
    if decision.reason == Reason::Trial {
        *trials_started += 1;
    }
    // Only a slot on trial is damaged here: damage to both is no history that anything survives.
    if let (true, Reason::Trial, Some(slot)) = (damaged, decision.reason, decision.boot) {
        decision = disk.read().record.decide_after(slot, Cause::DamagedUki);
        disk.write(decision.write.unwrap(), RECORD_BYTES);
    }
    Some(decision.boot.expect("something is always bootable"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    /// Whatever upgrades, failed trials, rollbacks and power cuts happen: one record is valid, one slot is good, the
    /// preferred slot or the other boots, and no trial is started twice.
    #[test]
    fn a_disk_always_boots(steps in prop::collection::vec(step(), 1..60)) {
        let (mut disk, mut running) = (Disk::new(), Some(Slot::A));
        let (mut armed, mut trials) = (0_u32, 0_u32);
        for (step, last_byte) in steps {
            let record = disk.read().record;
            let Some(slot) = running else {
                running = start(&mut disk, &mut trials, false, RECORD_BYTES);
                continue;
            };
            match step {
                Step::Upgrade => {
                    if let Ok(cleared) = record.clear(slot.other(), slot) {
                        disk.write(cleared, last_byte);
                        if last_byte < RECORD_BYTES {
                            running = None;
                            continue;
                        }
                        let next = disk.read().record.arm(slot.other(), contents(3)).unwrap();
                        disk.write(next, last_byte);
                        armed += 1;
                    }
                }
                Step::Start { healthy, uki_damaged } => {
                    running = start(&mut disk, &mut trials, uki_damaged, last_byte);
                    if let (true, Some(slot)) = (healthy, running)
                        && let Ok(next) = disk.read().record.commit(slot)
                    {
                        disk.write(next, last_byte);
                    }
                }
                Step::GiveUp => {
                    if let Ok(next) = record.give_up(slot, Cause::CrashLoop) {
                        disk.write(next, last_byte);
                        running = None;
                    }
                }
                Step::Prefer => {
                    if let Ok(next) = record.prefer(slot.other()) {
                        disk.write(next, last_byte);
                    }
                }
            }
            let record = disk.read().record;
            prop_assert!([record.a.state, record.b.state].contains(&State::Good), "{}", print(&record));
            prop_assert!(trials <= armed);
        }
    }

    #[test]
    fn records_read_back(generation in any::<u64>(), a in 0_usize..5, b in 0_usize..5, preferred in any::<bool>()) {
        let states = ["good", "trial", "spent", "empty", "failed:damaged-uki"];
        let stars = if preferred { ["*", ""] } else { ["", "*"] };
        let text = format!("A{} {}, B{} {}", stars[0], states[a], stars[1], states[b]);
        let record = Record { generation, ..parse(&text) };
        prop_assert_eq!(Record::decode(&record.encode()), Ok(record));
    }

    #[test]
    fn foreign_bytes_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(Record::decode(&bytes).is_err());
    }
}

#[test]
fn the_newer_of_two_valid_copies_holds_and_the_older_is_overwritten() {
    let old = parse("A* good, B empty");
    let first: Vec<u8> = old.encode().into();
    let write = Copies::read([&first, &[]]).unwrap().write(parse("A* good, B trial"));
    assert_eq!((write.at, write.record.generation), (1, 2));
    let both = Copies::read([&first, &write.sector]).unwrap();
    assert_eq!((both.at, both.record, both.other), (1, write.record, None));
    assert_eq!(both.write(old).at, 0);
    assert_eq!(Copies::read([&[], &[]]), Err(Lost([NotARecord::Magic; 2])));
}
