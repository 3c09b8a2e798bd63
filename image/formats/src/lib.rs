//! The file formats that an image is made of, written by our own code: the same input gives the same bytes.
//!
//! Pure: bytes in, bytes out. Which files go where is the builder's decision.

pub mod cpio;
pub mod elf;
pub mod fat;
pub mod oci;
pub mod pe;
pub mod verity;
