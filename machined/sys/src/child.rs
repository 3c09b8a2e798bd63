//! A started child, and any other process held by a descriptor, so that no signal ever reaches a reused number.
//!
//! Children are reaped one by one by their descriptor; nothing here waits for "any child".
#![allow(unsafe_code)]

use std::io::{self, Read};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, FromRawFd, OwnedFd};

use crate::process::Identified;

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Code(i32),
    Signal(i32),
    /// It was not our child, so the kernel told its parent and not us.
    Unknown,
}

/// A process held by its descriptor.
#[derive(Debug)]
pub struct ProcessFd {
    pid: i32,
    fd: OwnedFd,
}

/// A child of ours.
#[derive(Debug)]
pub struct Child {
    pub process: ProcessFd,
    pub stdin: Option<std::process::ChildStdin>,
    pub stdout: Option<std::process::ChildStdout>,
    pub stderr: Option<std::process::ChildStderr>,
}

impl Child {
    pub(crate) fn from_std(mut child: std::process::Child) -> io::Result<Self> {
        let pid = i32::try_from(child.id()).map_err(io::Error::other)?;
        // The child is not reaped yet, so the number cannot have been reused.
        let process = ProcessFd::open(pid)?;
        Ok(Self { process, stdin: child.stdin.take(), stdout: child.stdout.take(), stderr: child.stderr.take() })
    }

    pub fn pid(&self) -> i32 {
        self.process.pid
    }

    /// Blocks until the child has ended; its standard output, when piped, is read to the end first.
    pub fn wait_with_output(mut self) -> io::Result<(Exit, Vec<u8>)> {
        let mut output = Vec::new();
        if let Some(mut stdout) = self.stdout.take() {
            stdout.read_to_end(&mut output)?;
        }
        Ok((self.process.wait()?, output))
    }
}

impl ProcessFd {
    /// Holds whatever process has this number now.
    pub fn open(pid: i32) -> io::Result<Self> {
        // SAFETY: plain numbers; the kernel returns a new descriptor or an error.
        let fd = unsafe { libc::syscall(libc::SYS_pidfd_open, pid, libc::O_NONBLOCK) };
        if fd < 0 {
            return Err(io::Error::last_os_error());
        }
        let fd = i32::try_from(fd).map_err(io::Error::other)?;
        // SAFETY: the descriptor is new and has no other owner.
        Ok(Self { pid, fd: unsafe { OwnedFd::from_raw_fd(fd) } })
    }

    /// Holds the process remembered, unless it has ended and its number is free or another's.
    pub fn find(remembered: Identified) -> Option<Self> {
        let held = Self::open(remembered.pid).ok()?;
        // Compared after opening: from here on the number cannot change hands unnoticed.
        (Identified::of(remembered.pid).ok()? == remembered).then_some(held)
    }

    pub fn pid(&self) -> i32 {
        self.pid
    }

    pub fn signal(&self, signal: i32) -> io::Result<()> {
        // SAFETY: the descriptor is ours and live; no siginfo is given.
        let result = unsafe {
            libc::syscall(libc::SYS_pidfd_send_signal, self.fd.as_raw_fd(), signal, std::ptr::null::<u8>(), 0)
        };
        if result < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    }

    /// How it ended, or none while it runs. Reaps it when it is our child.
    pub fn try_wait(&self) -> io::Result<Option<Exit>> {
        // SAFETY: siginfo_t is plain data for which all zeroes is valid.
        let mut info: libc::siginfo_t = unsafe { std::mem::zeroed() };
        let id = self.fd.as_raw_fd().cast_unsigned();
        // SAFETY: `info` is live and of the right type.
        let result = unsafe { libc::waitid(libc::P_PIDFD, id, &raw mut info, libc::WEXITED | libc::WNOHANG) };
        if result < 0 {
            let err = io::Error::last_os_error();
            return match err.raw_os_error() {
                Some(libc::ECHILD) => Ok(self.poll(0)?.then_some(Exit::Unknown)),
                _ => Err(err),
            };
        }
        // SAFETY: waitid filled a siginfo of SIGCHLD, or left the zeroes.
        let (pid, status) = unsafe { (info.si_pid(), info.si_status()) };
        Ok((pid != 0).then_some(match info.si_code {
            libc::CLD_EXITED => Exit::Code(status),
            _ => Exit::Signal(status),
        }))
    }

    /// Blocks until it has ended.
    pub fn wait(&self) -> io::Result<Exit> {
        loop {
            self.poll(-1)?;
            if let Some(exit) = self.try_wait()? {
                return Ok(exit);
            }
        }
    }

    /// Whether it has ended, after at most this many milliseconds (-1: without end).
    fn poll(&self, timeout_ms: i32) -> io::Result<bool> {
        let mut poll = libc::pollfd { fd: self.fd.as_raw_fd(), events: libc::POLLIN, revents: 0 };
        // SAFETY: one live pollfd.
        match unsafe { libc::poll(&raw mut poll, 1, timeout_ms) } {
            n if n >= 0 => Ok(n > 0),
            _ => match io::Error::last_os_error() {
                err if err.kind() == io::ErrorKind::Interrupted => Ok(false),
                err => Err(err),
            },
        }
    }
}

impl Exit {
    pub fn success(self) -> bool {
        self == Exit::Code(0)
    }
}

impl std::fmt::Display for Exit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Exit::Code(code) => write!(f, "exit code {code}"),
            Exit::Signal(signal) => write!(f, "signal {signal}"),
            Exit::Unknown => f.write_str("unknown end"),
        }
    }
}

impl AsFd for ProcessFd {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.fd.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Command, Io};

    #[test]
    fn exit_codes_and_signals_are_told_apart() {
        let code = Command::new("/bin/sh").args(["-c", "echo out; exit 3"]).stdout(Io::Pipe).spawn().unwrap();
        assert_eq!(code.wait_with_output().unwrap(), (Exit::Code(3), b"out\n".to_vec()));
        let killed = Command::new("/bin/sleep").arg("60").spawn().unwrap();
        assert_eq!(killed.process.try_wait().unwrap(), None);
        killed.process.signal(libc::SIGKILL).unwrap();
        assert_eq!(killed.process.wait().unwrap(), Exit::Signal(libc::SIGKILL));
    }

    #[test]
    fn a_process_is_found_again_by_number_and_start() {
        let child = Command::new("/bin/sleep").arg("60").spawn().unwrap();
        let remembered = Identified::of(child.pid()).unwrap();
        assert!(ProcessFd::find(remembered).is_some());
        assert!(ProcessFd::find(Identified { started: remembered.started + 1, ..remembered }).is_none());
        child.process.signal(libc::SIGKILL).unwrap();
        child.process.wait().unwrap();
        assert!(ProcessFd::find(remembered).is_none());
    }
}
