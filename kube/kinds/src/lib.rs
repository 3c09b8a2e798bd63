//! What only one kind of the API needs: defaults, validation, strategy, columns, selectable fields, conversion.
//! Pure: functions over [`kube_api::value::Value`]. The generic path of the API server asks [`hooks`] and names no kind.
//!
//! Custom resources use [`custom`]; kinds that are never stored (reviews) have no row and get plain hooks.

pub mod formats;
pub mod hooks;
pub mod metadata;

mod strategy;
mod table;

mod check;
mod defaults;
mod print;
mod workload;

mod admission;
mod apps;
mod autoscaling;
mod batch;
mod certificates;
mod core;
mod extensions;
mod flowcontrol;
mod networking;
mod rbac;
mod resource;
mod scheduling;
mod storage;

#[cfg(test)]
mod cases;

pub use table::{Line, custom, hooks, report, rows};
