//! Starts a child from an argument list, never through a shell.
//!
//! - The environment starts empty, standard input is `/dev/null`, and no descriptor of ours leaks.
//! - What would need a decision between fork and exec is prepared before the fork; between them only system calls run.
#![allow(unsafe_code, clippy::disallowed_methods)]

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::child::Child;

/// Where one of a child's standard streams goes.
#[derive(Debug, Default)]
pub enum Io {
    /// `/dev/null`.
    #[default]
    Null,
    /// As ours.
    Inherit,
    /// An open file, socket or pipe.
    File(OwnedFd),
    /// A pipe whose other end the [`Child`] holds.
    Pipe,
}

/// Who the child is. Supplementary groups are exactly those named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub uid: u32,
    pub gid: u32,
    pub groups: Vec<u32>,
}

/// What to start, and as what.
#[derive(Debug)]
#[must_use]
pub struct Command {
    program: PathBuf,
    name: Option<OsString>,
    args: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    dir: Option<PathBuf>,
    stdin: Io,
    stdout: Io,
    stderr: Io,
    identity: Option<Identity>,
    cgroup: Option<PathBuf>,
    session: bool,
    no_new_privileges: bool,
    oom_score_adj: Option<i32>,
    open_files: Option<u64>,
    inherited: Vec<OwnedFd>,
}

#[derive(Debug, thiserror::Error)]
#[error("start {program}")]
pub struct SpawnError {
    pub program: String,
    #[source]
    pub err: io::Error,
}

impl Command {
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            name: None,
            args: Vec::new(),
            env: Vec::new(),
            dir: None,
            stdin: Io::Null,
            stdout: Io::Inherit,
            stderr: Io::Inherit,
            identity: None,
            cgroup: None,
            session: false,
            no_new_privileges: false,
            oom_score_adj: None,
            open_files: None,
            inherited: Vec::new(),
        }
    }

    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The name the child sees as its own (argv[0]).
    pub fn name(mut self, name: impl Into<OsString>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    pub fn env(mut self, key: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.env.push((key.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    pub fn dir(mut self, dir: impl Into<PathBuf>) -> Self {
        self.dir = Some(dir.into());
        self
    }

    pub fn stdin(mut self, io: Io) -> Self {
        self.stdin = io;
        self
    }

    pub fn stdout(mut self, io: Io) -> Self {
        self.stdout = io;
        self
    }

    pub fn stderr(mut self, io: Io) -> Self {
        self.stderr = io;
        self
    }

    pub fn identity(mut self, identity: Identity) -> Self {
        self.identity = Some(identity);
        self
    }

    /// Joins this cgroup (a directory of cgroup v2) before the program starts.
    pub fn cgroup(mut self, directory: impl Into<PathBuf>) -> Self {
        self.cgroup = Some(directory.into());
        self
    }

    /// A session and process group of its own: signals for our group do not reach it.
    pub fn session(mut self) -> Self {
        self.session = true;
        self
    }

    pub fn no_new_privileges(mut self) -> Self {
        self.no_new_privileges = true;
        self
    }

    pub fn oom_score_adj(mut self, score: i32) -> Self {
        self.oom_score_adj = Some(score);
        self
    }

    /// Soft and hard limit of open files.
    pub fn open_files(mut self, limit: u64) -> Self {
        self.open_files = Some(limit);
        self
    }

    /// Hands a descriptor on under the number it has; tell the child the number in an argument.
    pub fn inherit(mut self, fd: OwnedFd) -> Self {
        self.inherited.push(fd);
        self
    }

    pub fn spawn(self) -> Result<Child, SpawnError> {
        let program = self.program.display().to_string();
        self.try_spawn().map_err(|err| SpawnError { program, err })
    }

    fn try_spawn(self) -> io::Result<Child> {
        let mut command = std::process::Command::new(&self.program);
        command.args(&self.args).env_clear().envs(self.env.iter().map(|(key, value)| (key, value)));
        if let Some(name) = &self.name {
            command.arg0(name);
        }
        if let Some(dir) = &self.dir {
            command.current_dir(dir);
        }
        command.stdin(stdio(self.stdin)).stdout(stdio(self.stdout)).stderr(stdio(self.stderr));
        let cgroup = self.cgroup.map(|dir| File::options().write(true).open(dir.join("cgroup.procs"))).transpose()?;
        let oom = self.oom_score_adj.map(|score| score.to_string());
        let inherited: Vec<RawFd> = self.inherited.iter().map(AsRawFd::as_raw_fd).collect();
        let before = BeforeExec {
            cgroup,
            oom,
            session: self.session,
            no_new_privileges: self.no_new_privileges,
            open_files: self.open_files,
            identity: self.identity,
            inherited,
        };
        // SAFETY: `run` only makes system calls on values prepared above: it neither allocates nor takes a lock.
        unsafe { command.pre_exec(move || before.run()) };
        let child = command.spawn()?;
        Child::from_std(child)
    }
}

struct BeforeExec {
    cgroup: Option<File>,
    oom: Option<String>,
    session: bool,
    no_new_privileges: bool,
    open_files: Option<u64>,
    identity: Option<Identity>,
    inherited: Vec<RawFd>,
}

impl BeforeExec {
    fn run(&self) -> io::Result<()> {
        if let Some(cgroup) = &self.cgroup {
            write_once(cgroup.as_raw_fd(), b"0")?;
        }
        if self.session {
            // SAFETY: setsid takes nothing.
            check(unsafe { libc::setsid() })?;
        }
        if let Some(limit) = self.open_files {
            let limit = libc::rlimit { rlim_cur: limit, rlim_max: limit };
            // SAFETY: the pointer is to a live value.
            check(unsafe { libc::setrlimit(libc::RLIMIT_NOFILE, &raw const limit) })?;
        }
        if let Some(score) = &self.oom {
            // SAFETY: the path is a static C string; the descriptor is owned below and nowhere else.
            let fd =
                check(unsafe { libc::open(c"/proc/self/oom_score_adj".as_ptr(), libc::O_WRONLY | libc::O_CLOEXEC) })?;
            // SAFETY: `fd` was just opened and has no other owner.
            let file = unsafe { OwnedFd::from_raw_fd(fd) };
            write_once(file.as_raw_fd(), score.as_bytes())?;
        }
        for fd in &self.inherited {
            // SAFETY: the descriptor is held open by the parent's `Command` until the child has started.
            check(unsafe { libc::fcntl(*fd, libc::F_SETFD, 0) })?;
        }
        if let Some(identity) = &self.identity {
            // SAFETY: pointer and length describe one live slice of gid_t (u32).
            check(unsafe { libc::setgroups(identity.groups.len(), identity.groups.as_ptr()) })?;
            // SAFETY: plain numbers.
            check(unsafe { libc::setresgid(identity.gid, identity.gid, identity.gid) })?;
            // SAFETY: plain numbers.
            check(unsafe { libc::setresuid(identity.uid, identity.uid, identity.uid) })?;
        }
        if self.no_new_privileges {
            // SAFETY: plain numbers.
            check(unsafe { libc::prctl(libc::PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) })?;
        }
        unblock_signals()
    }
}

/// Who blocks signals to wait for them (init does) must not hand that on.
fn unblock_signals() -> io::Result<()> {
    let mut none = std::mem::MaybeUninit::<libc::sigset_t>::uninit();
    // SAFETY: sigemptyset initialises the set it is given.
    check(unsafe { libc::sigemptyset(none.as_mut_ptr()) })?;
    // SAFETY: the set was initialised above; the old mask is not asked for.
    check(unsafe { libc::sigprocmask(libc::SIG_SETMASK, none.as_ptr(), std::ptr::null_mut()) })?;
    Ok(())
}

fn write_once(fd: RawFd, bytes: &[u8]) -> io::Result<()> {
    // SAFETY: pointer and length describe one live slice.
    let written = unsafe { libc::write(fd, bytes.as_ptr().cast(), bytes.len()) };
    if written < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

fn check(result: libc::c_int) -> io::Result<libc::c_int> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

fn stdio(io: Io) -> Stdio {
    match io {
        Io::Null => Stdio::null(),
        Io::Inherit => Stdio::inherit(),
        Io::File(fd) => Stdio::from(fd),
        Io::Pipe => Stdio::piped(),
    }
}
