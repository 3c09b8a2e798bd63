//! From text to a tree: tokens, grammar and macros of the Common Expression Language. Knows no types.
//!
//! As upstream: cel-go's parser with the macros that Kubernetes switches on.

mod lexer;
mod literal;
mod macros;
mod parser;
mod source;
mod tree;

pub(crate) use parser::parse;
pub use source::{Issue, Issues};
pub(crate) use tree::{Expr, ExprId, FieldInit, Fold, Literal, Name, Node};

pub(crate) use tree::ACCUMULATOR;
