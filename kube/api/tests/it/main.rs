//! What takes whole objects: upstream's golden ones, and damaged ones.

mod golden;
mod mutations;
