//! Where the frames of a WebSocket end, seen from outside: nothing is decoded, and no frame is held back to be whole. Pure.
//!
//! As RFC 6455, section 5.2.

/// The frame that is passing.
#[derive(Debug, Default)]
pub(super) struct Frames {
    /// Its head, as far as it has been seen.
    head: Vec<u8>,
    /// How much of its payload is still to come, once the head is whole.
    left: Option<u64>,
}

impl Frames {
    /// How many of these bytes belong to one frame, at least one. To be called with what follows them next.
    pub(super) fn piece(&mut self, bytes: &[u8]) -> usize {
        let mut taken = 0;
        while self.left.is_none() {
            let Some(byte) = bytes.get(taken) else { return taken };
            self.head.push(*byte);
            taken += 1;
            self.left = payload(&self.head);
        }
        let left = self.left.unwrap_or(0);
        let now = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len() - taken);
        // `now` was a `usize` made from a `u64` or a smaller one.
        match left - now as u64 {
            0 => {
                self.left = None;
                self.head.clear();
            }
            more => self.left = Some(more),
        }
        taken + now
    }
}

/// The length of the payload, when the head is whole.
fn payload(head: &[u8]) -> Option<u64> {
    let second = *head.get(1)?;
    let masked = if second & 0x80 == 0 { 0 } else { 4 };
    let long = match second & 0x7f {
        126 => 2,
        127 => 8,
        short => {
            return (head.len() >= 2 + masked).then_some(u64::from(short));
        }
    };
    if head.len() < 2 + long + masked {
        return None;
    }
    let digits = head.get(2..2 + long)?;
    Some(digits.iter().fold(0, |number, digit| number << 8 | u64::from(*digit)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cuts `bytes`, which arrive in parts of `size`, where frames end.
    fn cut(bytes: &[u8], size: usize) -> Vec<usize> {
        let (mut frames, mut pieces, mut at) = (Frames::default(), Vec::new(), 0);
        for part in bytes.chunks(size) {
            let mut rest = part;
            while !rest.is_empty() {
                let taken = frames.piece(rest);
                at += taken;
                pieces.push(at);
                rest = &rest[taken..];
            }
        }
        pieces
    }

    #[test]
    fn frames_of_every_length_are_told_apart() {
        let mut bytes = vec![0x82, 2, b'a', b'b'];
        bytes.extend([0x88, 0]);
        bytes.extend([0x82, 126, 1, 0]);
        bytes.extend([0; 256]);
        bytes.extend([0x82, 127, 0, 0, 0, 0, 0, 1, 0, 0]);
        bytes.extend(vec![0; 65536]);
        bytes.extend([0x81, 0x81, 1, 2, 3, 4, b'x']);
        let ends = [4, 6, 266, 65812, 65819];
        assert_eq!(cut(&bytes, bytes.len()), ends);
        for size in [1, 3, 100] {
            let pieces = cut(&bytes, size);
            assert!(ends.iter().all(|end| pieces.contains(end)), "{size}");
        }
    }
}
