//! The second stage, PID 1 for the node's life: mounts, drivers, machined, orphans, watchdog.

use std::convert::Infallible;
use std::os::fd::{AsFd, AsRawFd, RawFd};
use std::time::Duration;

use machined_slots::{Cause, Slot};
use machined_sys::power::{self, End};
use machined_sys::supervisor::{self, Link, ToInit, ToMachined};
use machined_sys::system_disk::{self, SystemDisk};
use machined_sys::uevent::Events;
use machined_sys::{Command, Io, procfs};
use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::signal::{SigSet, Signal, kill};
use nix::sys::signalfd::{SfdFlags, SignalFd};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

use crate::end::end;
use crate::initramfs::{handed_over, step};
use crate::last_words::{Fatal, has_alternative};
use crate::mounts;
use crate::plan::{Machined, Step, Verdict};
use crate::say::{chain, complain, say};
use crate::time::now;
use crate::watchdog::Guard;

const SELF: &str = "/usr/bin/init";
const MACHINED: &str = "/usr/bin/machined";
/// machined's own deadlines are shorter; one that does not keep them is not waited for.
const STOP_WITHIN: Duration = Duration::from_secs(300);
/// When nothing happens the loop still looks round this often.
const IDLE: Duration = Duration::from_secs(30);

/// Where this node runs. The only difference that init makes is what it mounts and loads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A real or virtual machine.
    Machine,
    /// Namespaces of a host.
    Native,
}

struct Pid1 {
    place: Place,
    guard: Guard,
    plan: Machined,
    machined: Option<Running>,
    /// What was asked of machined, and until when it is waited for.
    asked: Option<(End, Duration)>,
    slot: Option<Box<(SystemDisk, Slot)>>,
    signals: SignalFd,
    events: Option<Events>,
}

struct Running {
    pid: i32,
    link: Link,
}

/// Runs until the machine ends.
pub(crate) fn run((place, watchdog): (Place, Option<RawFd>)) -> Result<Infallible, Fatal> {
    mounts::late(place).map_err(|err| step("mount what the root stands on", err, Cause::DamagedRoot, slot(place)))?;
    let arguments = procfs::kernel_arguments().unwrap_or_default();
    let wanted = [Signal::SIGCHLD, Signal::SIGTERM, Signal::SIGINT, Signal::SIGPWR, Signal::SIGHUP];
    let mask: SigSet = wanted.into_iter().collect();
    let signals = mask
        .thread_block()
        .and_then(|()| SignalFd::with_flags(&mask, SfdFlags::SFD_NONBLOCK | SfdFlags::SFD_CLOEXEC))
        .map_err(|err| step("receive signals", err, Cause::CrashLoop, None))?;
    let mut pid1 = Pid1 {
        place,
        guard: Guard::inherited(watchdog, &arguments),
        plan: Machined::new(),
        machined: None,
        asked: None,
        slot: slot(place),
        signals,
        events: None,
    };
    match place {
        Place::Machine => pid1.prepare_machine(),
        // The harness holds the namespaces: its death, however it comes, is a power cut.
        Place::Native => {
            if let Err(error) = nix::sys::prctl::set_pdeathsig(Signal::SIGKILL) {
                complain(&format!("follow the harness: {error}"));
            }
        }
    }
    say("root mounted, PID 1 goes on");
    loop {
        pid1.turn()?;
    }
}

/// The slot that runs and where its record is; none where no loader was.
fn slot(place: Place) -> Option<Box<(SystemDisk, Slot)>> {
    if place == Place::Native {
        return None;
    }
    let (slot, _, esp) = handed_over().ok()?;
    Some(Box::new((system_disk::find(esp).ok().flatten()?, slot)))
}

impl Pid1 {
    fn prepare_machine(&mut self) {
        if let Err(error) = power::ctrl_alt_del_is_signal() {
            complain(&format!("take Ctrl-Alt-Del: {error}"));
        }
        match Events::subscribe() {
            Ok(events) => self.events = Some(events),
            Err(error) => complain(&format!("listen for devices: {error}")),
        }
        spawn_self("coldplug", &[]);
    }

    /// One turn of the loop: decide about machined, wait, take what came.
    fn turn(&mut self) -> Result<(), Fatal> {
        if let Some((how, _)) = self.asked.filter(|(_, until)| now() >= *until) {
            complain("machined does not come to an end");
            end(how, &mut self.guard);
        }
        let wake = loop {
            match self.plan.step(now()) {
                Step::Start => self.start()?,
                Step::Kill => {
                    self.kill_machined();
                    break now() + Duration::from_secs(1);
                }
                Step::Wait(until) => break until,
            }
        };
        self.guard.pet(now());
        let wake = self.guard.period().map_or(wake, |period| wake.min(now() + period)).min(now() + IDLE);
        self.wait(wake.saturating_sub(now()));
        self.take_signals();
        self.take_words();
        self.take_events();
        self.reap()
    }

    fn start(&mut self) -> Result<(), Fatal> {
        let started = supervisor::pair().map_err(|err| err.to_string()).and_then(|(link, theirs)| {
            let number = theirs.as_raw_fd().to_string();
            let platform = if self.place == Place::Native { "native" } else { "machine" };
            let command = Command::new(MACHINED)
                .args(["--init-fd", &number, "--platform", platform])
                .env("PATH", "/usr/bin:/usr/sbin")
                .session()
                .inherit(theirs);
            let child = command.spawn().map_err(|err| chain(&err))?;
            Ok(Running { pid: child.pid(), link })
        });
        match started {
            Ok(running) => {
                say(&format!("machined started, process {}", running.pid));
                self.machined = Some(running);
                self.plan.started(now());
                Ok(())
            }
            Err(error) => {
                complain(&format!("machined does not start: {error}"));
                self.machined_ended()
            }
        }
    }

    fn machined_ended(&mut self) -> Result<(), Fatal> {
        self.machined = None;
        if let Some((how, _)) = self.asked {
            complain("machined ended before it had stopped everything");
            end(how, &mut self.guard);
        }
        match (self.plan.ended(now()), &self.slot) {
            (Verdict::CrashLoop, Some(slot)) if has_alternative(&slot.0, slot.1) => Err(Fatal::CrashLoop(slot.clone())),
            // Without another system to go to, trying on is better than restarting what still runs beside machined.
            (Verdict::CrashLoop, _) => {
                complain("machined ends again and again; there is no other slot to go to, so it is tried further");
                Ok(())
            }
            (Verdict::Again, _) => Ok(()),
        }
    }

    fn kill_machined(&mut self) {
        if let Some(running) = &self.machined {
            complain("machined gives no sign of life and is killed");
            // It can only fail because the process has ended, which the next turn notices.
            let _ = kill(Pid::from_raw(running.pid), Signal::SIGKILL);
        }
        self.plan.spoke(now());
    }

    fn wait(&self, at_most: Duration) {
        let mut fds = vec![PollFd::new(self.signals.as_fd(), PollFlags::POLLIN)];
        fds.extend(self.machined.iter().map(|running| PollFd::new(running.link.as_fd(), PollFlags::POLLIN)));
        fds.extend(self.events.iter().map(|events| PollFd::new(events.as_fd(), PollFlags::POLLIN)));
        match poll(&mut fds, PollTimeout::try_from(at_most).unwrap_or(PollTimeout::MAX)) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => complain(&format!("wait for events: {error}")),
        }
    }

    /// SIGINT is Ctrl-Alt-Del, and what a harness sends to restart; SIGTERM and SIGPWR switch off.
    fn take_signals(&mut self) {
        while let Ok(Some(signal)) = self.signals.read_signal() {
            let (word, how) = match Signal::try_from(signal.ssi_signo.cast_signed()) {
                Ok(Signal::SIGINT | Signal::SIGHUP) => (ToMachined::Reboot, End::Reboot),
                Ok(Signal::SIGTERM | Signal::SIGPWR) => (ToMachined::PowerOff, End::PowerOff),
                _ => continue,
            };
            say(&format!("asked by a signal: {word:?}"));
            let told = self.machined.as_ref().map(|running| running.link.tell_machined(word));
            if !matches!(told, Some(Ok(()))) {
                // Nobody is there to stop services first.
                end(how, &mut self.guard);
            }
            self.asked = Some((how, now() + STOP_WITHIN));
        }
    }

    fn take_words(&mut self) {
        loop {
            let Some(running) = &self.machined else { return };
            match running.link.from_machined() {
                Ok(Some(ToInit::Alive)) => self.plan.spoke(now()),
                Ok(Some(ToInit::Reboot)) => end(End::Reboot, &mut self.guard),
                Ok(Some(ToInit::PowerOff)) => end(End::PowerOff, &mut self.guard),
                // Its end is noticed by its exit; a broken socket alone ends in silence, and that in a kill.
                Ok(None) | Err(_) => return,
            }
        }
    }

    fn take_events(&mut self) {
        let Some(events) = &self.events else { return };
        let mut aliases = Vec::new();
        while let Ok(Some(event)) = events.next() {
            if let (Some("add"), Some(alias)) = (event.get("ACTION"), event.get("MODALIAS")) {
                aliases.push(alias.to_owned());
            }
        }
        if !aliases.is_empty() {
            spawn_self("modprobe", &aliases);
        }
    }

    /// Every orphan of the node ends here.
    fn reap(&mut self) -> Result<(), Fatal> {
        loop {
            let (pid, how) = match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
                Ok(WaitStatus::Exited(pid, code)) => (pid, format!("exit code {code}")),
                Ok(WaitStatus::Signaled(pid, signal, _)) => (pid, signal.to_string()),
                Ok(WaitStatus::StillAlive) | Err(Errno::ECHILD) => return Ok(()),
                Ok(_) | Err(_) => continue,
            };
            if self.machined.as_ref().is_some_and(|running| running.pid == pid.as_raw()) {
                complain(&format!("machined ended: {how}"));
                self.machined_ended()?;
            }
        }
    }
}

/// Starts this very program under another name, in a process of its own.
fn spawn_self(name: &str, arguments: &[String]) {
    let command = Command::new(SELF).name(name).args(arguments.iter().cloned()).stdout(Io::Null).stderr(Io::Null);
    if let Err(error) = command.spawn() {
        complain(&format!("start {name}: {}", chain(&error)));
    }
}
