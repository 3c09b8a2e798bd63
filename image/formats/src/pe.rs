//! Adds sections to a PE program: systemd's stub becomes a UKI that carries kernel, initramfs and command line.
//!
//! - Sections are added behind what the stub has; nothing of the stub but its header's counts and sizes changes.
//! - The kernel's section is as large in memory as the kernel wants to be, so that it can run where it lies.

use std::fmt;

/// A section to add.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// Name of at most eight bytes, such as `.linux`.
    pub name: &'a str,
    /// What it holds.
    pub content: &'a [u8],
}

/// Why a program could not be extended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAProgram {
    /// The bytes are no 64-bit PE program.
    Header,
    /// There is no room for another section's header.
    NoRoom,
    /// A section's name is longer than eight bytes, or it is larger than the format can say.
    Section(String),
}

impl fmt::Display for NotAProgram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => f.write_str("no 64-bit PE program"),
            Self::NoRoom => f.write_str("no room for another section header"),
            Self::Section(name) => write!(f, "section {name} does not fit the format"),
        }
    }
}

impl std::error::Error for NotAProgram {}

const SECTION_HEADER: usize = 40;
const INITIALIZED_READ: u32 = 0x4000_0040;
const CODE_READ_EXECUTE: u32 = 0x6000_0020;

/// Offsets of a program's header that this code needs.
struct Header {
    sections: u16,
    sections_at: usize,
    optional: usize,
    section_alignment: u32,
    file_alignment: u32,
    header_size: u32,
}

/// The program with these sections added, in this order.
pub fn with_sections(program: &[u8], sections: &[Section<'_>]) -> Result<Vec<u8>, NotAProgram> {
    let header = Header::parse(program).ok_or(NotAProgram::Header)?;
    let mut bytes = program.to_vec();
    let mut address = header.end_in_memory(program).ok_or(NotAProgram::Header)?;
    let mut slot = header.sections_at + usize::from(header.sections) * SECTION_HEADER;
    for section in sections {
        let refused = || NotAProgram::Section(section.name.to_owned());
        if slot + SECTION_HEADER > header.header_size as usize {
            return Err(NotAProgram::NoRoom);
        }
        bytes.resize(bytes.len().next_multiple_of(header.file_alignment as usize), 0);
        let at = u32::try_from(bytes.len()).map_err(|_| refused())?;
        let size = u32::try_from(section.content.len()).map_err(|_| refused())?;
        let in_memory = if section.name == ".linux" { size.max(size_of_image(section.content)) } else { size };
        let mut name = section.name.as_bytes().to_vec();
        if name.len() > 8 {
            return Err(refused());
        }
        name.resize(8, 0);
        let flags = if section.name == ".linux" { CODE_READ_EXECUTE } else { INITIALIZED_READ };
        let raw = size.next_multiple_of(header.file_alignment);
        let fields = [in_memory, address, raw, at, 0, 0, 0, flags];
        let head = [name, fields.into_iter().flat_map(u32::to_le_bytes).collect()].concat();
        bytes.get_mut(slot..slot + SECTION_HEADER).ok_or(NotAProgram::NoRoom)?.copy_from_slice(&head);
        bytes.extend(section.content);
        slot += SECTION_HEADER;
        address = address.checked_add(in_memory.next_multiple_of(header.section_alignment)).ok_or_else(refused)?;
    }
    bytes.resize(bytes.len().next_multiple_of(header.file_alignment as usize), 0);
    let count = header.sections + u16::try_from(sections.len()).map_err(|_| NotAProgram::NoRoom)?;
    put(&mut bytes, header.optional - 18, &count.to_le_bytes());
    put(&mut bytes, header.optional + 56, &address.to_le_bytes());
    Ok(bytes)
}

/// A section's content, as a reader finds it: without the padding of the file.
pub fn section<'a>(program: &'a [u8], name: &str) -> Option<&'a [u8]> {
    let header = Header::parse(program)?;
    let headers = program.get(header.sections_at..)?.chunks(SECTION_HEADER).take(usize::from(header.sections));
    for head in headers {
        let named = head.get(..8)?.split(|byte| *byte == 0).next()?;
        if named == name.as_bytes() {
            let (size, raw, at) = (u32_at(head, 8)?, u32_at(head, 16)?, u32_at(head, 20)?);
            return program.get(at as usize..at as usize + size.min(raw) as usize);
        }
    }
    None
}

impl Header {
    fn parse(program: &[u8]) -> Option<Self> {
        let pe = u32_at(program, 0x3c)? as usize;
        if program.get(..2)? != b"MZ" || program.get(pe..pe + 4)? != b"PE\0\0" {
            return None;
        }
        let optional = pe + 24;
        if u16_at(program, optional)? != 0x20b {
            return None;
        }
        let (section_alignment, file_alignment) = (u32_at(program, optional + 32)?, u32_at(program, optional + 36)?);
        Some(Self {
            sections: u16_at(program, pe + 6)?,
            sections_at: optional + usize::from(u16_at(program, pe + 20)?),
            optional,
            section_alignment: Some(section_alignment).filter(|align| align.is_power_of_two())?,
            file_alignment: Some(file_alignment).filter(|align| align.is_power_of_two())?,
            header_size: u32_at(program, optional + 60)?,
        })
    }

    /// The first free address behind all sections.
    fn end_in_memory(&self, program: &[u8]) -> Option<u32> {
        let headers = program.get(self.sections_at..)?.chunks(SECTION_HEADER).take(usize::from(self.sections));
        let mut end = 0;
        for head in headers {
            end = end.max(u32_at(head, 12)?.checked_add(u32_at(head, 8)?)?);
        }
        end.checked_next_multiple_of(self.section_alignment)
    }
}

/// What a kernel's own header asks for in memory; 0 when it has none.
fn size_of_image(kernel: &[u8]) -> u32 {
    let pe = u32_at(kernel, 0x3c).unwrap_or_default() as usize;
    u32_at(kernel, pe + 24 + 56).filter(|_| kernel.get(pe..pe + 4) == Some(b"PE\0\0")).unwrap_or_default()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

fn put(bytes: &mut [u8], at: usize, content: &[u8]) {
    if let Some(to) = bytes.get_mut(at..at + content.len()) {
        to.copy_from_slice(content);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program of one section, with room for `room` more headers.
    fn program(room: usize) -> Vec<u8> {
        let header_size = (64 + 24 + 112 + (1 + room) * SECTION_HEADER) as u32;
        let mut bytes = vec![0_u8; 64 + 24 + 112];
        bytes[..2].copy_from_slice(b"MZ");
        put(&mut bytes, 0x3c, &64_u32.to_le_bytes());
        put(&mut bytes, 64, b"PE\0\0");
        put(&mut bytes, 70, &1_u16.to_le_bytes());
        put(&mut bytes, 84, &112_u16.to_le_bytes());
        put(&mut bytes, 88, &0x20b_u16.to_le_bytes());
        put(&mut bytes, 88 + 32, &4096_u32.to_le_bytes());
        put(&mut bytes, 88 + 36, &512_u32.to_le_bytes());
        put(&mut bytes, 88 + 60, &header_size.to_le_bytes());
        bytes.extend(b".text\0\0\0");
        for field in [100_u32, 4096, 512, 512, 0, 0, 0, 0] {
            bytes.extend(field.to_le_bytes());
        }
        bytes.resize(1024, 0);
        bytes
    }

    #[test]
    fn added_sections_read_back_and_lie_behind_the_program() {
        let added = [Section { name: ".cmdline", content: b"quiet" }, Section { name: ".linux", content: &[9; 5000] }];
        let bytes = with_sections(&program(2), &added).unwrap();
        assert_eq!(section(&bytes, ".cmdline"), Some(&b"quiet"[..]));
        assert_eq!(section(&bytes, ".linux"), Some(&[9; 5000][..]));
        assert_eq!(section(&bytes, ".initrd"), None);
        assert_eq!(u32_at(&bytes, 88 + 56), Some(4096 * 5), "the image grew by one and by two pages");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let added = [Section { name: ".linux", content: b"" }];
        assert_eq!(with_sections(&program(0), &added), Err(NotAProgram::NoRoom));
        assert_eq!(with_sections(b"MZ", &added), Err(NotAProgram::Header));
        let long = [Section { name: ".toolongname", content: b"" }];
        assert_eq!(with_sections(&program(1), &long), Err(NotAProgram::Section(".toolongname".into())));
    }
}
