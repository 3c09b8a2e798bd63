//! API machinery without I/O: the tree in which objects are held, the schema tables of all built-in kinds, and what
//! is read from an object by everybody. Deciding only: no clock, no task, no randomness.
//!
//! Built-in kinds and custom resources share one [`schema::Type`]; what only one kind needs lives in `kube-kinds`.

pub mod names;
pub mod value;

pub mod resources;
pub mod schema;
pub mod types;

pub mod codec;
pub mod crd;
pub mod meta;
pub mod openapi;
pub mod quantity;
pub mod selectors;
pub mod time;

pub mod apply;
pub mod field;
pub mod patch;

#[cfg(test)]
mod testing;
