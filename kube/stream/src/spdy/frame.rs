//! Frames as bytes and bytes as frames. Pure: it is given what arrived and says what it means.
//!
//! - A data frame is handed on in pieces as they arrive; only its last piece carries the end mark.
//! - A control frame longer than [`CONTROL_MAX`] is refused before it is collected.

use bytes::{Buf, Bytes, BytesMut};

use super::headers::{self, Headers};

const VERSION: u16 = 3;
const CONTROL_MAX: usize = 64 << 10;
const HEADER: usize = 8;
const FLAG_FIN: u8 = 1;
const LENGTH_MAX: usize = (1 << 24) - 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId(pub u32);

/// One frame, or one piece of a data frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Frame {
    Open {
        stream: StreamId,
        headers: Headers,
        fin: bool,
    },
    Reply {
        stream: StreamId,
        headers: Headers,
        fin: bool,
    },
    Reset {
        stream: StreamId,
        status: u32,
    },
    Ping {
        id: u32,
    },
    GoAway {
        last: StreamId,
        status: u32,
    },
    Headers {
        stream: StreamId,
        headers: Headers,
        fin: bool,
    },
    Data {
        stream: StreamId,
        data: Bytes,
        fin: bool,
    },
    /// Settings, window updates: nothing to do.
    Ignored,
}

/// Bytes that are no SPDY/3.1. The connection cannot go on: both sides share compression state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    #[error("unknown protocol version {0}")]
    Version(u16),
    #[error("frame of type {0} has a wrong length")]
    Length(u16),
    #[error("frame or header block too large")]
    TooLarge,
    #[error("malformed header block")]
    Headers,
}

/// Turns bytes into frames; keeps the peer's compression state.
pub struct Decoder {
    headers: headers::Reader,
    /// What is still to come of a data frame.
    data: Option<(StreamId, usize, bool)>,
}

/// Turns frames into bytes; keeps our compression state.
pub struct Encoder {
    headers: headers::Writer,
}

impl Default for Decoder {
    fn default() -> Self {
        Self { headers: headers::Reader::new(), data: None }
    }
}

impl Default for Encoder {
    fn default() -> Self {
        Self { headers: headers::Writer::new() }
    }
}

impl Decoder {
    /// Takes the next frame off the front of `buffer`; `None` asks for more bytes.
    pub fn next(&mut self, buffer: &mut BytesMut) -> Result<Option<Frame>, FrameError> {
        if let Some((stream, left, fin)) = self.data.take() {
            return Ok(self.data_piece(buffer, stream, left, fin));
        }
        let Some(&[a, b, c, d, flags, high, mid, low]) = buffer.first_chunk::<HEADER>() else { return Ok(None) };
        let length = usize::from(high) << 16 | usize::from(mid) << 8 | usize::from(low);
        let fin = flags & FLAG_FIN != 0;
        if a & 0x80 == 0 {
            buffer.advance(HEADER);
            let stream = StreamId(u32::from_be_bytes([a, b, c, d]));
            if length == 0 {
                return Ok(Some(Frame::Data { stream, data: Bytes::new(), fin }));
            }
            return Ok(self.data_piece(buffer, stream, length, fin));
        }
        let version = u16::from_be_bytes([a & 0x7f, b]);
        if version != VERSION {
            return Err(FrameError::Version(version));
        }
        if length > CONTROL_MAX {
            return Err(FrameError::TooLarge);
        }
        if buffer.len() < HEADER + length {
            return Ok(None);
        }
        buffer.advance(HEADER);
        let body = buffer.split_to(length).freeze();
        self.control(u16::from_be_bytes([c, d]), fin, body).map(Some)
    }

    fn data_piece(&mut self, buffer: &mut BytesMut, stream: StreamId, left: usize, fin: bool) -> Option<Frame> {
        if buffer.is_empty() {
            self.data = Some((stream, left, fin));
            return None;
        }
        let data = buffer.split_to(left.min(buffer.len())).freeze();
        let left = left - data.len();
        if left > 0 {
            self.data = Some((stream, left, fin));
        }
        Some(Frame::Data { stream, data, fin: fin && left == 0 })
    }

    fn control(&mut self, kind: u16, fin: bool, mut body: Bytes) -> Result<Frame, FrameError> {
        let mut number = || {
            if body.len() < 4 { Err(FrameError::Length(kind)) } else { Ok(body.get_u32() & 0x7fff_ffff) }
        };
        match kind {
            1 => {
                let stream = StreamId(number()?);
                number()?;
                if body.len() < 2 {
                    return Err(FrameError::Length(kind));
                }
                body.advance(2);
                Ok(Frame::Open { stream, headers: self.headers.read(&body)?, fin })
            }
            2 => {
                let stream = StreamId(number()?);
                Ok(Frame::Reply { stream, headers: self.headers.read(&body)?, fin })
            }
            3 => Ok(Frame::Reset { stream: StreamId(number()?), status: number()? }),
            6 => Ok(Frame::Ping { id: number()? }),
            7 => Ok(Frame::GoAway { last: StreamId(number()?), status: number()? }),
            8 => {
                let stream = StreamId(number()?);
                Ok(Frame::Headers { stream, headers: self.headers.read(&body)?, fin })
            }
            _ => Ok(Frame::Ignored),
        }
    }
}

impl Encoder {
    /// Appends `frame` to `out`. A longer piece of data than a frame can hold becomes several frames.
    pub fn put(&mut self, frame: &Frame, out: &mut BytesMut) -> Result<(), FrameError> {
        match frame {
            Frame::Open { stream, headers, fin } => {
                let packed = self.headers.write(headers)?;
                control(out, 1, *fin, packed.len() + 10)?;
                out.extend_from_slice(&stream.0.to_be_bytes());
                out.extend_from_slice(&[0; 6]);
                out.extend_from_slice(&packed);
            }
            Frame::Reply { stream, headers, fin } => {
                let packed = self.headers.write(headers)?;
                control(out, 2, *fin, packed.len() + 4)?;
                out.extend_from_slice(&stream.0.to_be_bytes());
                out.extend_from_slice(&packed);
            }
            Frame::Headers { stream, headers, fin } => {
                let packed = self.headers.write(headers)?;
                control(out, 8, *fin, packed.len() + 4)?;
                out.extend_from_slice(&stream.0.to_be_bytes());
                out.extend_from_slice(&packed);
            }
            Frame::Reset { stream, status } => {
                control(out, 3, false, 8)?;
                out.extend_from_slice(&stream.0.to_be_bytes());
                out.extend_from_slice(&status.to_be_bytes());
            }
            Frame::Ping { id } => {
                control(out, 6, false, 4)?;
                out.extend_from_slice(&id.to_be_bytes());
            }
            Frame::GoAway { last, status } => {
                control(out, 7, false, 8)?;
                out.extend_from_slice(&last.0.to_be_bytes());
                out.extend_from_slice(&status.to_be_bytes());
            }
            Frame::Data { stream, data, fin } => {
                let mut rest = data.clone();
                loop {
                    let piece = rest.split_to(rest.len().min(LENGTH_MAX));
                    out.extend_from_slice(&stream.0.to_be_bytes());
                    length(out, *fin && rest.is_empty(), piece.len());
                    out.extend_from_slice(&piece);
                    if rest.is_empty() {
                        break;
                    }
                }
            }
            Frame::Ignored => {}
        }
        Ok(())
    }
}

fn control(out: &mut BytesMut, kind: u16, fin: bool, size: usize) -> Result<(), FrameError> {
    if size > CONTROL_MAX {
        return Err(FrameError::TooLarge);
    }
    out.extend_from_slice(&(VERSION | 0x8000).to_be_bytes());
    out.extend_from_slice(&kind.to_be_bytes());
    length(out, fin, size);
    Ok(())
}

fn length(out: &mut BytesMut, fin: bool, size: usize) {
    let size = u32::try_from(size).unwrap_or(u32::MAX) & 0x00ff_ffff;
    out.extend_from_slice(&(size | u32::from(fin) << 24).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&str, &str)]) -> Headers {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn frames_survive_the_wire_in_any_cut() {
        let frames = [
            Frame::Open { stream: StreamId(1), headers: headers(&[("streamtype", "error")]), fin: false },
            Frame::Open {
                stream: StreamId(3),
                headers: headers(&[("streamtype", "stdin"), ("port", "80")]),
                fin: true,
            },
            Frame::Reply { stream: StreamId(1), headers: Headers::new(), fin: false },
            Frame::Data { stream: StreamId(1), data: Bytes::from_static(b"hello"), fin: true },
            Frame::Data { stream: StreamId(3), data: Bytes::new(), fin: true },
            Frame::Reset { stream: StreamId(3), status: 5 },
            Frame::Ping { id: 7 },
            Frame::GoAway { last: StreamId(3), status: 0 },
        ];
        let mut wire = BytesMut::new();
        let mut encoder = Encoder::default();
        for frame in &frames {
            encoder.put(frame, &mut wire).unwrap();
        }
        for cut in 1..40 {
            let (mut decoder, mut buffer, mut seen) = (Decoder::default(), BytesMut::new(), Vec::new());
            for chunk in wire.chunks(cut) {
                buffer.extend_from_slice(chunk);
                while let Some(frame) = decoder.next(&mut buffer).unwrap() {
                    match (seen.last_mut(), frame) {
                        (
                            Some(Frame::Data { stream, data, fin }),
                            Frame::Data { stream: more, data: piece, fin: end },
                        ) if *stream == more && !*fin => {
                            *data = [data.as_ref(), piece.as_ref()].concat().into();
                            *fin = end;
                        }
                        (_, frame) => seen.push(frame),
                    }
                }
            }
            assert_eq!(seen, frames, "cut into {cut}");
        }
    }

    #[test]
    fn garbage_is_refused_or_ignored_and_never_panics() {
        let mut seed = 0x9e37_79b9_u64;
        for _ in 0..20_000 {
            let mut bytes = BytesMut::new();
            for _ in 0..48 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                bytes.extend_from_slice(&[(seed >> 33) as u8]);
            }
            // Half of them look like control frames of our version.
            if seed & 1 == 0 {
                bytes[..4].copy_from_slice(&[0x80, 3, 0, (seed >> 40) as u8 % 10]);
                bytes[5..8].copy_from_slice(&[0, 0, 30]);
            }
            let mut decoder = Decoder::default();
            while let Ok(Some(_)) = decoder.next(&mut bytes) {}
        }
    }

    #[test]
    fn a_header_bomb_is_refused() {
        let mut encoder = Encoder::default();
        let mut wire = BytesMut::new();
        let bomb = headers(&[("a", &"x".repeat(1 << 20))]);
        encoder.put(&Frame::Open { stream: StreamId(1), headers: bomb, fin: false }, &mut wire).unwrap();
        assert_eq!(Decoder::default().next(&mut wire), Err(FrameError::TooLarge));
    }
}
