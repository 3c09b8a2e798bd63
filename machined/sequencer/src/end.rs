//! The orderly end: services stop in order, each with a deadline; then whoever runs us ends the machine.

use std::time::Duration;

use machined_base::Restart;
use machined_resources::{ClusterIntent, Stage};

use crate::kept::KeptError;
use crate::{OWNER, Sequencer, Shared};

/// What follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Reboot,
    PowerOff,
}

#[derive(Debug, thiserror::Error)]
pub enum EndError {
    #[error("the machine goes down already")]
    Already,
    #[error(transparent)]
    Kept(#[from] KeptError),
}

/// In this order: nothing starts pods any more, then nothing runs them; apid last, so that people can watch.
const ORDER: [&str; 3] = ["kubelet", "containerd", "apid"];
/// A machine that cannot stop in order stops all the same.
const WITHIN: Duration = Duration::from_secs(120);

impl Sequencer {
    /// Begins the end, and returns at once.
    pub fn end(&self, how: End) -> Result<(), EndError> {
        if self.stage() == Stage::ShuttingDown {
            return Err(EndError::Already);
        }
        let words = match how {
            End::Reboot => "reboot",
            End::PowerOff => "power off",
        };
        self.shared.stage(Stage::ShuttingDown, words);
        let shared = self.shared.clone();
        self.shared.tasks.spawn("end", Restart::Backoff, move || {
            let shared = shared.clone();
            async move { shared.go_down(how).await }
        });
        Ok(())
    }

    /// Forgets configuration and data, then ends.
    pub async fn reset(&self, how: End) -> Result<(), EndError> {
        if self.stage() == Stage::ShuttingDown {
            return Err(EndError::Already);
        }
        let _changing = self.shared.changing.lock().await;
        self.shared.kept().forget()?;
        self.shared.context.events.add("sequence", "reset", "configuration and data are forgotten");
        self.end(how)
    }

    /// Returns when all is stopped and the machine is to end.
    pub async fn ended(&self) -> End {
        let mut end = self.shared.end.subscribe();
        loop {
            if let Some(how) = *end.borrow_and_update() {
                return how;
            }
            // The sender lives in `shared`, which we hold.
            let _ = end.changed().await;
        }
    }
}

impl Shared {
    async fn go_down(&self, how: End) {
        self.context.store.put(OWNER, "", ClusterIntent { run: false });
        let stop = async {
            for id in ORDER {
                self.services.stop(id).await;
            }
        };
        if self.context.clock.timeout(WITHIN, stop).await.is_err() {
            tracing::warn!("services did not stop in time");
        }
        self.end.send_replace(Some(how));
    }
}
