//! What needs more than the crate: upstream's golden objects.

mod golden;
