//! The Common Expression Language as Kubernetes uses it: read, check, price and run expressions over the trees in which
//! the apiserver holds objects. It decides only: no clock, no I/O; who authorises and what an object is come in as
//! arguments.
//!
//! Copied behaviour is that of Kubernetes 1.36 with cel-go: functions of `library`, costs of `eval`, texts of faults.
//! Not done: names of time zones, offsets in the text of times, the check of literal templates of `format` when compiling, and recovery after a syntax
//! error (one syntax error is reported, upstream may report several).

pub mod escape;
mod syntax;
mod types;

mod check;
mod library;

mod declare;
mod estimate;
mod eval;
mod program;
mod value;

pub mod policies;
pub mod rules;

pub use check::{Env, MessageTypes};
pub use declare::Declared;
pub use estimate::Estimate;
pub use eval::Variables;
pub use library::authz::{Authorizer, Check, Decision, Question};
pub use program::{Program, Ran};
pub use syntax::{Issue, Issues};
pub use types::{ObjectType, Type};
pub use value::{Fault, Fields, Held, List, ListKind, Map, Message, Outcome, Shape, Val, adapt};

#[cfg(test)]
mod cases;
#[cfg(test)]
mod soup;
