//! Faults through QEMU's gdb stub: a kernel that hangs with interrupts off, as a broken driver would leave it.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

/// `cli; jmp .`
const HANG: &str = "faebfe";
/// Code of a 64-bit Linux kernel lies above this address.
const KERNEL: u64 = 0xffff_ffff_8000_0000;
/// `rip` follows the sixteen general registers in the stub's answer.
const RIP: usize = 16;
const ATTEMPTS: usize = 200;

/// Hangs every processor. Waits for a moment at which all of them run kernel code, which an idle system soon offers.
pub(crate) fn hang(socket: &Path) -> io::Result<()> {
    let mut stub = Stub { stream: UnixStream::connect(socket)? };
    stub.stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    // Connecting has stopped the machine.
    for _ in 0..ATTEMPTS {
        let places = stub.places()?;
        if !places.is_empty() && places.iter().all(|place| *place >= KERNEL) {
            for place in places {
                stub.expect_ok(&format!("M{place:x},3:{HANG}"))?;
            }
            return stub.send("D").map(drop);
        }
        stub.run_for(Duration::from_millis(20))?;
    }
    Err(io::Error::other("the machine never had all processors in the kernel"))
}

struct Stub {
    stream: UnixStream,
}

impl Stub {
    /// Where each processor is.
    fn places(&mut self) -> io::Result<Vec<u64>> {
        let mut threads = Vec::new();
        let mut answer = self.send("qfThreadInfo")?;
        while let Some(list) = answer.strip_prefix('m') {
            threads.extend(list.split(',').map(str::to_owned));
            answer = self.send("qsThreadInfo")?;
        }
        threads.iter().map(|thread| self.place(thread)).collect()
    }

    fn place(&mut self, thread: &str) -> io::Result<u64> {
        self.expect_ok(&format!("Hg{thread}"))?;
        let registers = self.send("g")?;
        let text = registers.get(RIP * 16..RIP * 16 + 16).ok_or_else(|| io::Error::other("no registers"))?;
        let number = u64::from_str_radix(text, 16).map_err(io::Error::other)?;
        Ok(number.swap_bytes())
    }

    /// Lets the machine run for a moment and stops it again.
    fn run_for(&mut self, moment: Duration) -> io::Result<()> {
        self.write("c")?;
        let mut acknowledged = [0];
        self.stream.read_exact(&mut acknowledged)?;
        // Nothing is expected: the read is the pause, and ends early only if the machine stops by itself.
        self.stream.set_read_timeout(Some(moment))?;
        let early = self.stream.read(&mut acknowledged);
        self.stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        if early.is_err() {
            self.stream.write_all(&[3])?;
        }
        self.packet().map(drop)
    }

    fn expect_ok(&mut self, command: &str) -> io::Result<()> {
        match self.send(command)?.as_str() {
            "OK" => Ok(()),
            other => Err(io::Error::other(format!("{command}: {other}"))),
        }
    }

    fn send(&mut self, command: &str) -> io::Result<String> {
        self.write(command)?;
        loop {
            // The machine may report that it has stopped at any time, for connecting stops it.
            let answer = self.packet()?;
            if !answer.starts_with('T') {
                return Ok(answer);
            }
        }
    }

    fn write(&mut self, command: &str) -> io::Result<()> {
        let sum = command.bytes().fold(0_u8, u8::wrapping_add);
        self.stream.write_all(format!("${command}#{sum:02x}").as_bytes())
    }

    /// The next packet's content; acknowledgements are passed over.
    fn packet(&mut self) -> io::Result<String> {
        let mut byte = [0];
        let mut content: Option<String> = None;
        loop {
            self.stream.read_exact(&mut byte)?;
            match (byte, &mut content) {
                ([b'$'], _) => content = Some(String::new()),
                ([b'#'], Some(text)) => {
                    let text = std::mem::take(text);
                    self.stream.read_exact(&mut [0; 2])?;
                    self.stream.write_all(b"+")?;
                    return Ok(text);
                }
                ([other], Some(text)) => text.push(char::from(other)),
                _ => {}
            }
        }
    }
}
