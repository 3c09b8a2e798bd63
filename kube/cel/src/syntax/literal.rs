//! What stands between quotes, with its escapes resolved.
//!
//! As upstream: cel-go/parser/unescape.go.

/// The content of a string literal, prefix `r` and quotes included in `text`.
pub(super) fn string(text: &str) -> Result<String, &'static str> {
    let bytes = unescape(text, false)?;
    String::from_utf8(bytes).map_err(|_| "invalid unicode code point")
}

/// The content of a bytes literal, after its `b`.
pub(super) fn bytes(text: &str) -> Result<Vec<u8>, &'static str> {
    unescape(text, true)
}

fn unescape(text: &str, as_bytes: bool) -> Result<Vec<u8>, &'static str> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (raw, text) = match text.strip_prefix(['r', 'R']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let quote = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quote| text.len() >= 2 * quote.len() && text.starts_with(quote) && text.ends_with(quote));
    let Some(quote) = quote else { return Err("unable to unescape string") };
    let text = text.get(quote.len()..text.len() - quote.len()).unwrap_or_default();
    if raw || !text.contains('\\') {
        return Ok(text.as_bytes().to_vec());
    }
    let mut out = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(one) = chars.next() {
        if one != '\\' {
            out.extend_from_slice(one.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        let Some(kind) = chars.next() else {
            return Err("unable to unescape string, found '\\' as last character");
        };
        let plain = match kind {
            'a' => 0x07,
            'b' => 0x08,
            'f' => 0x0c,
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            'v' => 0x0b,
            '\\' => b'\\',
            '\'' => b'\'',
            '"' => b'"',
            '`' => b'`',
            '?' => b'?',
            'x' | 'X' | 'u' | 'U' => {
                let digits = match kind {
                    'u' => 4,
                    'U' => 8,
                    _ => 2,
                };
                if as_bytes && digits != 2 {
                    return Err("unable to unescape string");
                }
                let code = number(&mut chars, digits, 16).ok_or("unable to unescape string")?;
                push(&mut out, code, as_bytes)?;
                continue;
            }
            '0'..='3' => {
                let rest = number(&mut chars, 2, 8).ok_or("unable to unescape octal sequence in string")?;
                push(&mut out, (kind as u32 - '0' as u32) * 64 + rest, as_bytes)?;
                continue;
            }
            _ => return Err("unable to unescape string"),
        };
        out.push(plain);
    }
    Ok(out)
}

fn number(chars: &mut std::str::Chars<'_>, digits: usize, radix: u32) -> Option<u32> {
    (0..digits).try_fold(0_u32, |sum, _| Some(sum.checked_mul(radix)? + chars.next()?.to_digit(radix)?))
}

/// In bytes an escape is one byte; in text it is one code point.
fn push(out: &mut Vec<u8>, code: u32, as_bytes: bool) -> Result<(), &'static str> {
    if as_bytes {
        out.push(u8::try_from(code).map_err(|_| "unable to unescape string")?);
        return Ok(());
    }
    let one = char::from_u32(code).ok_or("invalid unicode code point")?;
    out.extend_from_slice(one.encode_utf8(&mut [0; 4]).as_bytes());
    Ok(())
}
