//! Base64 as Go's `encoding/base64.StdEncoding` reads and writes it.

use base64::Engine;
use base64::alphabet;
use base64::engine::general_purpose::{GeneralPurpose, PAD};

use super::CodecError;

/// As Go, which is not strict: bits behind the last byte may be anything.
const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, PAD.with_decode_allow_trailing_bits(true));

pub(super) fn decode(text: &str) -> Result<Box<[u8]>, CodecError> {
    // Go skips line breaks.
    let clean: String;
    let text = if text.contains(['\n', '\r']) {
        clean = text.chars().filter(|c| *c != '\n' && *c != '\r').collect();
        &clean
    } else {
        text
    };
    let at = |at: usize| CodecError::Value(format!("illegal base64 data at input byte {at}"));
    STANDARD.decode(text).map(Vec::into_boxed_slice).map_err(|error| match error {
        base64::DecodeError::InvalidByte(byte, _) => at(byte),
        base64::DecodeError::InvalidLastSymbol { offset, .. } => at(offset),
        base64::DecodeError::InvalidLength(length) => at(length - length % 4),
        base64::DecodeError::InvalidPadding => at(text.len() - text.len() % 4),
    })
}

pub(super) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
