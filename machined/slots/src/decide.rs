//! The state machine: which slot boots now, and what may follow on what.
//!
//! - A slot on trial is started at most once: its try is spent on disk before its kernel runs.
//! - Once a slot is good, some slot stays good, whatever the trials of the other one do.
//! - The slot that runs is never written.

use core::fmt;

use crate::{Cause, Contents, Record, Slot, SlotRecord, State};

/// What the loader does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Boot this slot; none when neither may be booted.
    pub boot: Option<Slot>,
    /// Why.
    pub reason: Reason,
    /// The record to write and flush first. A trial must not start without it; otherwise it only explains.
    pub write: Option<Record>,
}

/// Why the loader boots what it boots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The preferred slot is good and no other is on trial.
    Preferred,
    /// This slot has an unspent try.
    Trial,
    /// That slot was tried and failed for this cause.
    FellBack(Slot, Cause),
    /// The preferred slot cannot be booted for this cause.
    PreferredFailed(Cause),
    /// Neither slot may be booted.
    NothingBootable,
}

/// Why a change of state was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The slot runs now.
    Running,
    /// The slot is not in the state that this change starts from.
    State(State),
    /// No other slot is good, so this one must stay.
    LastGood,
}

impl Record {
    /// What to boot. The loader asks once for each start of the machine.
    pub fn decide(&self) -> Decision {
        for slot in [Slot::A, Slot::B] {
            if self.slot(slot).state == State::Trial {
                return Decision {
                    boot: Some(slot),
                    reason: Reason::Trial,
                    write: Some(self.moved(slot, State::Spent)),
                };
            }
        }
        for slot in [Slot::A, Slot::B] {
            if self.slot(slot).state == State::Spent {
                let failed = self.moved(slot, State::Failed(Cause::NotCommitted));
                return Decision {
                    write: Some(failed),
                    ..failed.fall_back(Reason::FellBack(slot, Cause::NotCommitted))
                };
            }
        }
        self.fall_back(Reason::Preferred)
    }

    /// What to boot when the try could not be spent, because META cannot be written: never the slot on trial.
    pub fn decide_unwritable(&self) -> Decision {
        self.fall_back(Reason::Preferred)
    }

    /// What to boot after this slot turned out to be unbootable.
    pub fn decide_after(&self, slot: Slot, cause: Cause) -> Decision {
        let failed = self.moved(slot, State::Failed(cause));
        let reason =
            if slot == self.preferred { Reason::PreferredFailed(cause) } else { Reason::FellBack(slot, cause) };
        Decision { write: Some(failed), ..failed.fall_back(reason) }
    }

    /// Before the first byte of a new system is written into a slot: it must not be booted half-written.
    pub fn clear(&self, slot: Slot, running: Slot) -> Result<Self, Refused> {
        if slot == running {
            return Err(Refused::Running);
        }
        if self.slot(running).state != State::Good {
            return Err(Refused::LastGood);
        }
        Ok(Self { preferred: running, ..self.with(slot, SlotRecord::EMPTY) })
    }

    /// After the new system was written and read back: the next start tries it, once.
    pub fn arm(&self, slot: Slot, contents: Contents) -> Result<Self, Refused> {
        match self.slot(slot).state {
            State::Empty => Ok(self.with(slot, SlotRecord { state: State::Trial, contents })),
            state => Err(Refused::State(state)),
        }
    }

    /// The slot that runs on its one try is healthy: from now on it is what boots.
    pub fn commit(&self, running: Slot) -> Result<Self, Refused> {
        match self.slot(running).state {
            State::Spent => Ok(Self { preferred: running, ..self.moved(running, State::Good) }),
            state => Err(Refused::State(state)),
        }
    }

    /// The slot that runs is not to be booted again; refused when there is no good one to go to.
    pub fn give_up(&self, running: Slot, cause: Cause) -> Result<Self, Refused> {
        match (self.slot(running).state, self.slot(running.other()).state) {
            (State::Spent | State::Good, State::Good) => {
                Ok(Self { preferred: running.other(), ..self.moved(running, State::Failed(cause)) })
            }
            (State::Spent | State::Good, _) => Err(Refused::LastGood),
            (state, _) => Err(Refused::State(state)),
        }
    }

    /// An operator wants the other slot, which is good, at the next start. Both stay bootable.
    pub fn prefer(&self, slot: Slot) -> Result<Self, Refused> {
        match self.slot(slot).state {
            State::Good => Ok(Self { preferred: slot, ..*self }),
            state => Err(Refused::State(state)),
        }
    }

    fn moved(&self, slot: Slot, state: State) -> Self {
        self.with(slot, SlotRecord { state, ..*self.slot(slot) })
    }

    /// The preferred slot when it is good, else the other when that is.
    fn fall_back(&self, reason: Reason) -> Decision {
        let (preferred, other) = (self.preferred, self.preferred.other());
        let reason_of_other = match (self.slot(preferred).state, reason) {
            (State::Failed(cause), Reason::Preferred) => Reason::PreferredFailed(cause),
            (_, reason) => reason,
        };
        match (self.slot(preferred).state, self.slot(other).state) {
            (State::Good, _) => Decision { boot: Some(preferred), reason, write: None },
            (_, State::Good) => Decision { boot: Some(other), reason: reason_of_other, write: None },
            _ => Decision { boot: None, reason: Reason::NothingBootable, write: None },
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Preferred => f.write_str("it is the preferred slot"),
            Self::Trial => f.write_str("it is on trial, and this is its one try"),
            Self::FellBack(slot, cause) => write!(f, "slot {slot} failed: {cause}"),
            Self::PreferredFailed(cause) => write!(f, "the preferred slot failed: {cause}"),
            Self::NothingBootable => f.write_str("neither slot can be booted"),
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Running => f.write_str("the slot is the one that runs"),
            Self::State(state) => write!(f, "the slot is {state}"),
            Self::LastGood => f.write_str("no other slot is good"),
        }
    }
}

impl core::error::Error for Refused {}
