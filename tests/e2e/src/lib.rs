//! Tests of the whole system, reached the way a user reaches it. They stand in `tests/it`, one module for each level.
