//! From a container's specification to the runtime's configuration: names, environment, identity, limits. Pure.

pub(crate) mod config;
pub(crate) mod env;
pub(crate) mod expand;
pub(crate) mod field;
pub(crate) mod labels;
pub(crate) mod names;
pub(crate) mod qos;
pub(crate) mod quantity;
pub(crate) mod resources;
pub(crate) mod sandbox;
pub(crate) mod security;
