//! Custom resources: definitions become rows of the catalog, served through the same path as built-in kinds.
//!
//! - `custom`: what one definition says, read once.
//! - `rows`: the rows that it puts into the catalog.
//! - `follow`: the task that keeps conditions, rows and deletion in step with the definitions.
//!
//! Schemas themselves are `kube_api::crd`'s, their rules `kube_cel::rules`'. Not done yet: conversion webhooks; a definition
//! that needs one is refused (`admission::unsupported`).

mod custom;
mod definitions;
mod follow;
mod json_path;
mod rows;

pub(crate) use custom::Custom;
pub(crate) use definitions::Definitions;
pub(crate) use follow::follow;
