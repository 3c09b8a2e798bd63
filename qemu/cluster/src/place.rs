//! One node's place in a cluster, whatever the node is made of: switched on, watched, and cut off. The supervisor knows nodes
//! by this alone.

use std::path::PathBuf;

use anyhow::{Context, bail};
use machined_base::Clock;
use qemu_vm::Machine;
use tokio::process::Child;

use crate::native::node::{POWER_OFF, RESTART, Seat};
use crate::{machines, native};

pub(crate) enum Place {
    Native { netlink: rtnetlink::Handle, index: usize, seat: Box<Seat>, console: PathBuf },
    Machine(machines::Place),
}

pub(crate) enum Running {
    Native(Child),
    Machine(Box<Machine>),
}

/// How a node's run ended, when nobody cut it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// It asked for a restart. QEMU does that by itself.
    Restart,
    PowerOff,
    Fault(String),
}

impl Place {
    /// Switches the node on, with its hardware clock at `shown` instead of the host's time. Called on the supervisor's main
    /// thread: machines end with it.
    pub(crate) async fn boot(&self, clock: &Clock, shown: Option<&str>) -> anyhow::Result<Running> {
        Ok(match self {
            Place::Native { .. } if shown.is_some() => bail!("a native node's clock is the host's"),
            Place::Native { netlink, index, seat, console } => {
                Running::Native(native::boot(netlink, *index, seat, console).await?)
            }
            Place::Machine(place) => Running::Machine(Box::new(place.boot(clock, shown)?)),
        })
    }

    /// The node does not run any more.
    pub(crate) fn off(&self) {
        if let Place::Machine(place) = self {
            place.off();
        }
    }
}

impl Running {
    /// Whether the node has ended by itself. Asked once more after that it may say anything.
    pub(crate) fn ended(&mut self) -> anyhow::Result<Option<End>> {
        Ok(match self {
            Running::Native(child) => {
                child.try_wait().context("look after a node")?.map(|status| match status.code() {
                    Some(RESTART) => End::Restart,
                    Some(POWER_OFF) => End::PowerOff,
                    _ => End::Fault(status.to_string()),
                })
            }
            Running::Machine(machine) => machine.ended().map(|complaint| match complaint.is_empty() {
                true => End::PowerOff,
                false => End::Fault(complaint),
            }),
        })
    }

    /// SIGKILL: to the process that holds a native node's namespaces, with which all its processes die; or to QEMU.
    pub(crate) async fn cut(self) -> anyhow::Result<()> {
        match self {
            Running::Native(mut child) => child.kill().await.context("end the node's processes"),
            Running::Machine(machine) => {
                machine.power_cut();
                Ok(())
            }
        }
    }
}
