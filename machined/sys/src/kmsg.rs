//! The kernel's message buffer: read as records, written as lines that survive until the console shows them.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::OpenOptionsExt;
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout};

/// One message of the kernel or of a program that wrote into the buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// 0 emergency to 7 debug, as in syslog(3).
    pub level: u8,
    pub facility: u16,
    pub sequence: u64,
    pub since_boot: Duration,
    pub text: String,
}

/// Reads the buffer from its oldest record on.
#[derive(Debug)]
pub struct Reader {
    file: File,
}

impl Reader {
    pub fn open() -> io::Result<Self> {
        let mut file = File::options().read(true).custom_flags(libc::O_NONBLOCK | libc::O_CLOEXEC).open("/dev/kmsg")?;
        file.seek(SeekFrom::Start(0))?;
        Ok(Self { file })
    }

    /// The next record, or none when all were read.
    pub fn read(&mut self) -> io::Result<Option<Record>> {
        let mut bytes = [0; 8192];
        loop {
            match self.file.read(&mut bytes) {
                Ok(read) => {
                    // What the kernel writes always parses; were it otherwise, the record is passed over.
                    if let Some(record) = bytes.get(..read).and_then(parse) {
                        return Ok(Some(record));
                    }
                }
                Err(err) if err.kind() == io::ErrorKind::WouldBlock => return Ok(None),
                // Older records were overwritten while we read: go on with the oldest left.
                Err(err) if err.raw_os_error() == Some(libc::EPIPE) => {}
                Err(err) => return Err(err),
            }
        }
    }

    /// Blocks until there may be another record, at most this long.
    pub fn wait(&self, at_most: Duration) -> io::Result<()> {
        let timeout = PollTimeout::try_from(at_most).unwrap_or(PollTimeout::MAX);
        nix::poll::poll(&mut [PollFd::new(self.file.as_fd(), PollFlags::POLLIN)], timeout)?;
        Ok(())
    }
}

/// Writes lines into the buffer, as `NAME: text`.
#[derive(Debug)]
pub struct Writer {
    file: File,
    name: &'static str,
}

impl Writer {
    pub fn open(name: &'static str) -> io::Result<Self> {
        Ok(Self { file: File::options().write(true).open("/dev/kmsg")?, name })
    }

    pub fn write(&mut self, level: u8, text: &str) -> io::Result<()> {
        for line in text.lines() {
            // 1000 bytes is what the kernel takes of one line at most; the facility is `daemon` (3).
            let end = line.floor_char_boundary(900);
            let line = line.get(..end).unwrap_or(line);
            // One write is one record.
            let record = format!("<{}>{}: {line}\n", 24 | u32::from(level.min(7)), self.name);
            self.file.write_all(record.as_bytes())?;
        }
        Ok(())
    }
}

/// `PRIORITY,SEQUENCE,MICROSECONDS,FLAGS[,...];TEXT`, then lines of attributes, each after a blank.
fn parse(bytes: &[u8]) -> Option<Record> {
    let text = String::from_utf8_lossy(bytes);
    let (head, text) = text.split_once(';')?;
    let mut head = head.split(',');
    let priority: u32 = head.next()?.parse().ok()?;
    Some(Record {
        level: u8::try_from(priority & 7).ok()?,
        facility: u16::try_from(priority >> 3).ok()?,
        sequence: head.next()?.parse().ok()?,
        since_boot: Duration::from_micros(head.next()?.parse().ok()?),
        text: text.split('\n').next()?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_with_attributes() {
        let record = parse(b"30,340,5690716,-;systemd[1]: Started; x\n SUBSYSTEM=acpi\n").unwrap();
        assert_eq!((record.level, record.facility, record.sequence), (6, 3, 340));
        assert_eq!(record.text, "systemd[1]: Started; x");
        assert_eq!(record.since_boot, Duration::from_micros(5_690_716));
        assert_eq!(parse(b"junk"), None);
    }
}
