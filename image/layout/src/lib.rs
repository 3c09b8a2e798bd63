//! Where everything lies on a system disk: partition types, their order and sizes, and the GUID partition table.
//!
//! One code for the image builder, the installer, the first boot and the loader (hence `no_std`). It turns numbers
//! into bytes and back; who reads or writes the disk is the caller's affair.
#![no_std]

extern crate alloc;

mod crc;
pub mod gpt;
mod guid;
mod plan;

pub use crc::crc32;
pub use guid::Guid;
pub use plan::{ALIGNMENT, Kind, META_RECORDS, MIB, Node, Placed, PlanError, image, image_size, node, smallest_disk};
