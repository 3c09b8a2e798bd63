//! Makes every `generated/` folder of the workspace from committed facts and protocol files. Deciding what the facts
//! are is not its business: they are read, checked for contradictions and written as Rust.
//!
//! `cargo run -p tests-generate` writes; the crate's test shows that writing again changes nothing.

mod facts;
mod names;
mod outputs;
mod protos;
mod resources;
mod schema;
mod types;

pub use outputs::{Output, outputs};
