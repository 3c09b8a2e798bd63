//! Reads from an ELF file what it needs to run: its interpreter and its shared libraries.

/// What a program or library asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The dynamic loader's path.
    pub interpreter: Option<String>,
    /// File names of shared libraries.
    pub libraries: Vec<String>,
}

const PT_LOAD: u32 = 1;
const PT_DYNAMIC: u32 = 2;
const PT_INTERP: u32 = 3;
const DT_NEEDED: u64 = 1;
const DT_STRTAB: u64 = 5;

struct Segment {
    kind: u32,
    offset: u64,
    address: u64,
    size: u64,
}

/// Whether the bytes are an ELF file of any kind.
pub fn is_elf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x7fELF")
}

/// None when the bytes are no 64-bit little-endian ELF file that makes sense.
pub fn needs(bytes: &[u8]) -> Option<Needs> {
    if !is_elf(bytes) || bytes.get(4..6)? != [2, 1] {
        return None;
    }
    let (table, size) = (u64_at(bytes, 32)?, u64::from(u16_at(bytes, 54)?));
    let count = u64::from(u16_at(bytes, 56)?);
    let segments: Vec<Segment> = (0..count).map(|index| segment(bytes, table + index * size)).collect::<Option<_>>()?;
    let find = |kind| segments.iter().find(|segment| segment.kind == kind);
    let interpreter = find(PT_INTERP).and_then(|segment| text(bytes, segment.offset));
    let Some(dynamic) = find(PT_DYNAMIC) else { return Some(Needs { interpreter, libraries: Vec::new() }) };
    let tags: Vec<(u64, u64)> = (0..dynamic.size / 16)
        .map_while(|index| {
            let at = dynamic.offset + index * 16;
            Some((u64_at(bytes, at)?, u64_at(bytes, at + 8)?)).filter(|(tag, _)| *tag != 0)
        })
        .collect();
    let strings = tags.iter().find(|(tag, _)| *tag == DT_STRTAB).map(|(_, address)| *address);
    let strings = strings.and_then(|address| in_file(&segments, address));
    let needed = tags.iter().filter(|(tag, _)| *tag == DT_NEEDED);
    let libraries = needed.map(|(_, at)| text(bytes, strings? + at)).collect::<Option<_>>()?;
    Some(Needs { interpreter, libraries })
}

fn segment(bytes: &[u8], at: u64) -> Option<Segment> {
    Some(Segment {
        kind: u32::try_from(u64_at(bytes, at)? & 0xffff_ffff).ok()?,
        offset: u64_at(bytes, at + 8)?,
        address: u64_at(bytes, at + 16)?,
        size: u64_at(bytes, at + 32)?,
    })
}

fn in_file(segments: &[Segment], address: u64) -> Option<u64> {
    let holds = |segment: &&Segment| {
        segment.kind == PT_LOAD && (segment.address..segment.address + segment.size).contains(&address)
    };
    segments.iter().find(holds).map(|segment| address - segment.address + segment.offset)
}

fn text(bytes: &[u8], at: u64) -> Option<String> {
    let rest = bytes.get(usize::try_from(at).ok()?..)?;
    let end = rest.iter().position(|byte| *byte == 0)?;
    String::from_utf8(rest.get(..end)?.to_vec()).ok()
}

fn u64_at(bytes: &[u8], at: u64) -> Option<u64> {
    let at = usize::try_from(at).ok()?;
    bytes.get(at..at.checked_add(8)?)?.try_into().ok().map(u64::from_le_bytes)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_very_test_program_needs_libc() {
        let program = std::fs::read("/proc/self/exe").unwrap();
        let needs = needs(&program).unwrap();
        assert!(needs.libraries.iter().any(|name| name == "libc.so.6"), "{needs:?}");
        assert!(needs.interpreter.unwrap().contains("ld-linux"));
    }

    #[test]
    fn foreign_bytes_do_no_harm() {
        let program = std::fs::read("/proc/self/exe").unwrap();
        assert_eq!(needs(b"#!/bin/sh"), None);
        for cut in [5, 20, 63, 64, 100, 500, 2000] {
            let _ = needs(&program[..cut]);
        }
    }
}
