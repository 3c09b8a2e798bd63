//! Opening: reads every segment, rebuilds what is known of the log, tells a torn tail from damage.

use super::format::{Bad, FRAME_BYTES, FRAME_MAGIC, HEADER_BYTES, Header, Record, decode_frame};
use super::segment::{self, Beginning, Current, Summary, failed};
use super::writer::Writer;
use super::{Location, Slot, Tail, WalError, WalOptions};
use std::fs::{self, OpenOptions};
use std::path::Path;

pub(super) fn open(dir: &Path, options: WalOptions) -> Result<(Tail, Writer), WalError> {
    fs::create_dir_all(dir).map_err(failed("create", dir))?;
    let mut tail = Tail::default();
    let numbers = segment::list(dir)?;
    let mut place: Option<Replayed> = None;
    for (at, number) in numbers.iter().enumerate() {
        let before = place.take().map(|replayed| (replayed.header, replayed.next_sequence));
        let last = at + 1 == numbers.len();
        place = Some(replay(dir, *number, before, last, &mut tail)?);
    }
    let writer = match place {
        Some(replayed) => {
            let path = segment::path(dir, replayed.header.segment);
            let file = OpenOptions::new().read(true).write(true).open(&path).map_err(failed("open", &path))?;
            let current = Current { file, path, number: replayed.header.segment, end: replayed.end, len: replayed.len };
            if replayed.torn {
                tracing::warn!(segment = current.number, offset = current.end, "cut off a torn tail of the log");
                segment::blank(&current)?;
            }
            Writer {
                dir: dir.to_owned(),
                options,
                log: replayed.header.log,
                next_sequence: replayed.next_sequence,
                current,
            }
        }
        None => create_first(dir, options, &mut tail)?,
    };
    Ok((tail, writer))
}

fn create_first(dir: &Path, options: WalOptions, tail: &mut Tail) -> Result<Writer, WalError> {
    let header = Header { log: rand::random(), segment: 1, first_sequence: 1 };
    let current = segment::create(dir, &Beginning { header, state: &[], bytes: options.segment_bytes })?;
    tail.segments.push_back(Summary { number: 1, last_index: None, used: current.end });
    Ok(Writer { dir: dir.to_owned(), options, log: header.log, next_sequence: 2, current })
}

struct Replayed {
    header: Header,
    next_sequence: u64,
    end: u64,
    len: u64,
    torn: bool,
}

fn replay(
    dir: &Path,
    number: u64,
    before: Option<(Header, u64)>,
    last: bool,
    tail: &mut Tail,
) -> Result<Replayed, WalError> {
    let path = segment::path(dir, number);
    let bytes = fs::read(&path).map_err(failed("read", &path))?;
    let damaged = |offset: usize, what: String| WalError::Damaged { path: path.clone(), offset: offset as u64, what };
    let header = Header::decode(&bytes).map_err(|bad| damaged(0, bad.to_string()))?;
    if header.segment != number {
        return Err(damaged(0, format!("it says that it is segment {}", header.segment)));
    }
    if let Some((before, next_sequence)) = before {
        if header.log != before.log {
            return Err(damaged(0, "it belongs to another log".to_owned()));
        }
        if header.segment != before.segment + 1 || header.first_sequence != next_sequence {
            let (found, wanted) = (header.first_sequence, next_sequence);
            return Err(damaged(0, format!("it begins with frame {found} where {wanted} follows: a part is missing")));
        }
    }
    tail.segments.push_back(Summary { number, last_index: None, used: HEADER_BYTES as u64 });
    let (mut at, mut sequence) = (HEADER_BYTES, header.first_sequence);
    let bad = loop {
        match decode_frame(header.log, bytes.get(at..).unwrap_or_default()) {
            Ok(found) if found.sequence == sequence => {
                let records = found.records().map_err(|bad| damaged(at, bad.to_string()))?;
                for (record, offset) in records {
                    tail.take(record, Location { segment: number, offset: (at + offset) as u64, len: 0 });
                }
                at += found.len;
                sequence += 1;
            }
            // Cannot be: what was there before is blanked.
            Ok(found) => return Err(damaged(at, format!("frame {} stands where {sequence} must", found.sequence))),
            Err(bad) => break bad,
        }
    };
    if let Some(summary) = tail.segments.back_mut() {
        summary.used = at as u64;
    }
    let clean = bytes.get(at..).unwrap_or_default().iter().all(|byte| *byte == 0);
    if !clean {
        if let Some(good) = later_frame(header.log, &bytes, at, sequence) {
            return Err(damaged(at, format!("{bad}, and good frames follow at byte {good}")));
        }
        if !last {
            return Err(damaged(at, format!("{bad}, and a segment follows")));
        }
    }
    if sequence == header.first_sequence {
        // A segment is synced with its first frame before it gets its name.
        return Err(damaged(at, Bad::Blank.to_string()));
    }
    Ok(Replayed { header, next_sequence: sequence, end: at as u64, len: bytes.len() as u64, torn: !clean })
}

/// A good frame after a bad place: it was written only when everything before it was synced.
fn later_frame(log: u64, bytes: &[u8], from: usize, sequence: u64) -> Option<usize> {
    (from..bytes.len().saturating_sub(FRAME_BYTES)).step_by(8).skip(1).find(|at| {
        let rest = bytes.get(*at..).unwrap_or_default();
        rest.starts_with(FRAME_MAGIC) && decode_frame(log, rest).is_ok_and(|found| found.sequence > sequence)
    })
}

impl Tail {
    fn take(&mut self, record: Record, at: Location) {
        match record {
            Record::Entry { id, body } => {
                let len = u32::try_from(body.len()).expect("it was framed with such a length");
                self.entries.push_back(Slot { id, at: Some(Location { len, ..at }) });
                self.state.last = Some(id);
                if let Some(segment) = self.segments.back_mut() {
                    segment.last_index = segment.last_index.max(Some(id.index));
                }
            }
            Record::Vote(vote) => self.state.vote = Some(vote),
            Record::TruncatedAfter(last) => self.truncate_after(last),
            Record::Purged(upto) => self.purge(upto),
        }
    }
}
