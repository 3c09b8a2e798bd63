//! Stock clients against our control plane: what a user types and sees, and what a program's author relies on. The clients are
//! Debian's. Decides how they are started and compared; kubectl's sessions stand in `cases/`, the programs in `go/` and `python/`.

#![cfg(test)]

mod case;
mod kubectl;
mod pod;
mod programs;
mod session;
