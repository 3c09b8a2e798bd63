//! The wire format alone: tags, varints, lengths. Writing goes from the end to the front, as upstream's generated code
//! does, so that a message's length is known when its prefix is written.

use crate::codec::CodecError;

/// A buffer that grows at its front.
#[derive(Default)]
pub(super) struct Backwards {
    buffer: Vec<u8>,
    /// Bytes from here on are written.
    start: usize,
}

impl Backwards {
    pub(super) fn len(&self) -> usize {
        self.buffer.len() - self.start
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        if self.start < bytes.len() {
            self.grow(bytes.len());
        }
        let end = self.start;
        self.start -= bytes.len();
        if let Some(room) = self.buffer.get_mut(self.start..end) {
            room.copy_from_slice(bytes);
        }
    }

    fn grow(&mut self, wanted: usize) {
        let written = self.len();
        let capacity = (self.buffer.len() * 2).max(written + wanted).max(256);
        let mut larger = vec![0; capacity];
        if let (Some(room), Some(old)) = (larger.get_mut(capacity - written..), self.buffer.get(self.start..)) {
            room.copy_from_slice(old);
        }
        self.start = capacity - written;
        self.buffer = larger;
    }

    /// Puts bytes behind everything written so far.
    pub(super) fn append_behind(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
    }

    pub(super) fn varint(&mut self, mut value: u64) {
        let mut bytes = [0u8; 10];
        let mut used = 0;
        for byte in &mut bytes {
            used += 1;
            *byte = (value & 0x7f) as u8;
            value >>= 7;
            if value == 0 {
                break;
            }
            *byte |= 0x80;
        }
        self.bytes(bytes.get(..used).unwrap_or_default());
    }

    pub(super) fn tag(&mut self, number: u16, wire: u8) {
        self.varint(u64::from(number) << 3 | u64::from(wire));
    }

    pub(super) fn field_varint(&mut self, number: u16, value: u64) {
        self.varint(value);
        self.tag(number, 0);
    }

    pub(super) fn field_double(&mut self, number: u16, value: f64) {
        self.bytes(&value.to_le_bytes());
        self.tag(number, 1);
    }

    pub(super) fn field_bytes(&mut self, number: u16, bytes: &[u8]) {
        self.bytes(bytes);
        self.varint(bytes.len() as u64);
        self.tag(number, 2);
    }

    pub(super) fn string(&mut self, number: u16, text: &str) {
        self.field_bytes(number, text.as_bytes());
    }

    /// Writes length and tag of a message whose content was written since `end` bytes stood here.
    pub(super) fn close_message(&mut self, number: u16, end: usize) {
        self.varint((self.len() - end) as u64);
        self.tag(number, 2);
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        self.buffer.drain(..self.start);
        self.buffer
    }
}

/// Reads fields one after the other.
#[derive(Clone, Copy)]
pub(super) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(super) fn new(rest: &'b [u8]) -> Reader<'b> {
        Reader { rest }
    }

    /// Number and wire type of the next field; `None` at the end.
    pub(super) fn tag(&mut self) -> Result<Option<(u64, u8)>, CodecError> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let tag = self.raw_varint()?;
        if tag >> 3 == 0 {
            return Err(CodecError::Protobuf("illegal tag 0"));
        }
        Ok(Some((tag >> 3, (tag & 7) as u8)))
    }

    fn raw_varint(&mut self) -> Result<u64, CodecError> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.rest.split_first().ok_or(CodecError::Protobuf("unexpected EOF"))?;
            self.rest = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(CodecError::Protobuf("integer overflow"))
    }

    pub(super) fn varint(&mut self, wire: u8) -> Result<u64, CodecError> {
        if wire == 0 { self.raw_varint() } else { Err(CodecError::Protobuf("wrong wireType")) }
    }

    pub(super) fn double(&mut self, wire: u8) -> Result<f64, CodecError> {
        if wire != 1 {
            return Err(CodecError::Protobuf("wrong wireType"));
        }
        let (bytes, rest) = self.rest.split_first_chunk::<8>().ok_or(CodecError::Protobuf("unexpected EOF"))?;
        self.rest = rest;
        Ok(f64::from_le_bytes(*bytes))
    }

    pub(super) fn bytes(&mut self, wire: u8) -> Result<&'b [u8], CodecError> {
        if wire != 2 {
            return Err(CodecError::Protobuf("wrong wireType"));
        }
        let length = usize::try_from(self.raw_varint()?).map_err(|_| CodecError::Protobuf("invalid length"))?;
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or(CodecError::Protobuf("unexpected EOF"))?;
        self.rest = rest;
        Ok(bytes)
    }

    pub(super) fn text(&mut self, wire: u8) -> Result<&'b str, CodecError> {
        std::str::from_utf8(self.bytes(wire)?).map_err(|_| CodecError::Protobuf("string field contains invalid UTF-8"))
    }

    pub(super) fn skip(&mut self, wire: u8) -> Result<(), CodecError> {
        let fixed = match wire {
            0 => return self.raw_varint().map(drop),
            1 => 8,
            2 => return self.bytes(2).map(drop),
            5 => 4,
            // Groups are not used by upstream's messages.
            _ => return Err(CodecError::Protobuf("illegal wireType")),
        };
        self.rest = self.rest.get(fixed..).ok_or(CodecError::Protobuf("unexpected EOF"))?;
        Ok(())
    }
}
