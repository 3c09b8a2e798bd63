//! Strings of JSON, both ways, as Go reads and writes them.

use super::parse::Parser;
use crate::codec::CodecError;

/// Bytes that a string carries as they are. As Go: htmlSafeSet, because upstream escapes for HTML.
fn plain(byte: u8) -> bool {
    byte >= 0x20 && !matches!(byte, b'"' | b'\\' | b'<' | b'>' | b'&')
}

pub(super) fn write(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut start = 0;
    for (at, byte) in bytes.iter().copied().enumerate() {
        // The first byte of U+2028 and U+2029, which JavaScript takes for line breaks.
        let separator = byte == 0xe2 && matches!(bytes.get(at + 1..at + 3), Some([0x80, 0xa8 | 0xa9]));
        if plain(byte) && !separator {
            continue;
        }
        out.extend_from_slice(bytes.get(start..at).unwrap_or_default());
        start = at + 1;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            0x08 => out.extend_from_slice(b"\\b"),
            0x0c => out.extend_from_slice(b"\\f"),
            0xe2 => {
                let last = bytes.get(at + 2).copied().unwrap_or_default();
                out.extend_from_slice(if last == 0xa8 { b"\\u2028" } else { b"\\u2029" });
                start = at + 3;
            }
            other => out.extend_from_slice(format!("\\u{other:04x}").as_bytes()),
        }
    }
    out.extend_from_slice(bytes.get(start..).unwrap_or_default());
    out.push(b'"');
}

/// Reads a string behind its opening quote into `into`.
pub(super) fn read(parser: &mut Parser<'_>, into: &mut Vec<u8>) -> Result<(), CodecError> {
    into.clear();
    loop {
        let rest = parser.rest();
        let run = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).unwrap_or(rest.len());
        into.extend_from_slice(rest.get(..run).unwrap_or_default());
        parser.skip(run);
        match parser.next() {
            None => return Err(parser.end()),
            Some(b'"') => return Ok(()),
            Some(b'\\') => escape(parser, into)?,
            Some(byte) => return Err(parser.unexpected(byte, "in string literal")),
        }
    }
}

fn escape(parser: &mut Parser<'_>, into: &mut Vec<u8>) -> Result<(), CodecError> {
    let byte = parser.next().ok_or_else(|| parser.end())?;
    let plain = match byte {
        b'"' | b'\\' | b'/' => byte,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'u' => {
            let unit = hex(parser)?;
            let c = match unit {
                0xd800..0xdc00 if parser.rest().starts_with(b"\\u") => surrogate(parser, unit)?,
                _ => char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER),
            };
            into.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            return Ok(());
        }
        other => return Err(parser.unexpected(other, "in string escape code")),
    };
    into.push(plain);
    Ok(())
}

/// The second half of a pair; a half without its other becomes the replacement character.
fn surrogate(parser: &mut Parser<'_>, high: u32) -> Result<char, CodecError> {
    let mark = parser.at();
    parser.skip(2);
    let low = hex(parser)?;
    if !(0xdc00..0xe000).contains(&low) {
        parser.back(mark);
        return Ok(char::REPLACEMENT_CHARACTER);
    }
    let code = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn hex(parser: &mut Parser<'_>) -> Result<u32, CodecError> {
    let mut value = 0;
    for _ in 0..4 {
        let byte = parser.next().ok_or_else(|| parser.end())?;
        let Some(digit) = char::from(byte).to_digit(16) else {
            return Err(parser.unexpected(byte, "in \\u hexadecimal character escape"));
        };
        value = value * 16 + digit;
    }
    Ok(value)
}
