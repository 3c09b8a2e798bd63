//! House rules as ordinary tests: what a reviewer would say twice is said here once, by a test that names file and line.
//! Decides nothing about behaviour; formatting is rustfmt's, code smells are clippy's, licences are cargo-deny's.

#![cfg(test)]

mod boundaries;
mod code;
mod crates;
mod docs;
mod tree;
