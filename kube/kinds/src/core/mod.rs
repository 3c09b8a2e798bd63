//! Kinds of the core group.

pub(crate) mod claim;
pub(crate) mod endpoints;
pub(crate) mod pod;
mod service;

use crate::hooks::Row;

pub(crate) static ROWS: &[Row] = &[pod::ROW, service::ROW, endpoints::ROW, claim::ROW];
