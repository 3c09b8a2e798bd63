//! What must hold on a machine, each as a controller over typed resources: network, names, clock, disks, certificates,
//! configuration files, static pods.
//!
//! Controllers never call each other; they meet in the resources. When things happen once and in order, that is a
//! sequence's affair.

pub mod cluster;
mod files;
pub mod network;
pub mod node;
mod storage;
