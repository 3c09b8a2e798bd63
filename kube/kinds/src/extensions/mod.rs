//! Kinds that extend the API itself: CustomResourceDefinition and APIService.

mod definition;
mod service;

use crate::hooks::Row;

pub(crate) static ROWS: &[Row] = &[definition::ROW, service::ROW];
