//! Kinds of the batch group.

mod cron;
mod job;
mod policy;

use crate::hooks::Row;

pub(crate) static ROWS: &[Row] = &[job::ROW, cron::ROW];
