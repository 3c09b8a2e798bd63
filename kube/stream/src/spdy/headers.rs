//! Header blocks: a count and length-prefixed pairs, inside one zlib stream for each direction of a connection.
//!
//! - A block never grows past [`BLOCK_MAX`], however well it was compressed.

use flate2::{Compress, Compression, Decompress, FlushCompress, FlushDecompress, Status};

use super::frame::FrameError;

/// The dictionary of SPDY/3, as the protocol's draft lists it.
const DICTIONARY: &[u8] = include_bytes!("dictionary.bin");
/// No client of Kubernetes sends more than a few hundred bytes.
const BLOCK_MAX: usize = 64 << 10;
const STEP: usize = 4 << 10;

/// Names (lower case on the wire) and values, in order.
pub type Headers = Vec<(String, String)>;

pub(super) struct Reader {
    inflate: Decompress,
}

pub(super) struct Writer {
    deflate: Compress,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { inflate: Decompress::new(true) }
    }

    pub(super) fn read(&mut self, mut packed: &[u8]) -> Result<Headers, FrameError> {
        let mut block = Vec::new();
        loop {
            let (read, written) = (self.inflate.total_in(), self.inflate.total_out());
            block.reserve(STEP);
            let outcome = self.inflate.decompress_vec(packed, &mut block, FlushDecompress::Sync);
            let used = usize::try_from(self.inflate.total_in() - read).unwrap_or(usize::MAX);
            packed = packed.get(used..).unwrap_or_default();
            match outcome {
                Err(err) if err.needs_dictionary().is_some() => {
                    self.inflate.set_dictionary(DICTIONARY).map_err(|_| FrameError::Headers)?;
                    continue;
                }
                Err(_) => return Err(FrameError::Headers),
                // A header stream that ends can carry no further block.
                Ok(Status::StreamEnd) => return Err(FrameError::Headers),
                Ok(_) => {}
            }
            if block.len() > BLOCK_MAX {
                return Err(FrameError::TooLarge);
            }
            if used == 0 && self.inflate.total_out() == written {
                return if packed.is_empty() { parse(&block) } else { Err(FrameError::Headers) };
            }
        }
    }
}

impl Writer {
    pub(super) fn new() -> Self {
        let mut deflate = Compress::new(Compression::default(), true);
        // Cannot fail before the first byte; were it to, the peer would refuse the first block, and say so.
        let _ = deflate.set_dictionary(DICTIONARY);
        Self { deflate }
    }

    pub(super) fn write(&mut self, headers: &Headers) -> Result<Vec<u8>, FrameError> {
        let mut block = Vec::new();
        put(&mut block, headers.len());
        for (name, value) in headers {
            put(&mut block, name.len());
            block.extend_from_slice(name.to_ascii_lowercase().as_bytes());
            put(&mut block, value.len());
            block.extend_from_slice(value.as_bytes());
        }
        let mut packed = Vec::new();
        let mut rest = block.as_slice();
        loop {
            let (read, written) = (self.deflate.total_in(), self.deflate.total_out());
            packed.reserve(STEP);
            self.deflate.compress_vec(rest, &mut packed, FlushCompress::Sync).map_err(|_| FrameError::Headers)?;
            let used = usize::try_from(self.deflate.total_in() - read).unwrap_or(usize::MAX);
            rest = rest.get(used..).unwrap_or_default();
            // A sync flush is complete when it left room in the buffer.
            if rest.is_empty() && packed.len() < packed.capacity() || self.deflate.total_out() == written {
                return Ok(packed);
            }
        }
    }
}

fn put(block: &mut Vec<u8>, length: usize) {
    block.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
}

fn parse(block: &[u8]) -> Result<Headers, FrameError> {
    let mut rest = block;
    let count = length(&mut rest)?;
    let mut headers = Headers::new();
    for _ in 0..count {
        let name = text(&mut rest)?;
        let value = text(&mut rest)?;
        headers.push((name, value));
    }
    Ok(headers)
}

fn length(rest: &mut &[u8]) -> Result<usize, FrameError> {
    let (bytes, after) = rest.split_first_chunk::<4>().ok_or(FrameError::Headers)?;
    *rest = after;
    Ok(u32::from_be_bytes(*bytes) as usize)
}

fn text(rest: &mut &[u8]) -> Result<String, FrameError> {
    let size = length(rest)?;
    let (bytes, after) = rest.split_at_checked(size).ok_or(FrameError::Headers)?;
    *rest = after;
    String::from_utf8(bytes.to_vec()).map_err(|_| FrameError::Headers)
}
