//! The one path of every stored kind: create, get, list, watch, update, patch, delete over the store and its caches.
//!
//! Names no kind. What only one kind needs is asked of its hooks (`kube-kinds`), of `admission` and of `extras`.
//! Objects are trees in the stored version here; `catalog::convert` carries them in and out.

mod collection;
mod context;
mod create;
mod delete;
pub(crate) mod extras;
mod list;
pub(crate) mod managed;
pub(crate) mod patch;
mod prepare;
pub(crate) mod storage;
pub(crate) mod token;
mod update;
mod watch;

pub(crate) use collection::delete_collection;
pub(crate) use context::Ctx;
pub(crate) use create::create;
pub(crate) use delete::{DeleteOptions, delete};
pub(crate) use list::{Listing, get, list};
pub(crate) use prepare::{check_kind, check_place, decode_body, generate_name, time};
pub(crate) use update::{Part, Transform, update};
pub(crate) use watch::{Event, Watching, watch};
