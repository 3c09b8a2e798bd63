//! Stock clients against our control plane: what a user types, and what a user sees. The clients are Debian's.
//! Decides how such a session is written down and compared; the sessions stand in `cases/`.

#![cfg(test)]

mod case;
mod kubectl;
mod session;
