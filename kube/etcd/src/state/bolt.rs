//! Writes a bbolt file, once, from front to back: every tree from entries that come in order. Pages are 4 KiB; the two
//! meta pages and an empty list of free pages come first.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

const PAGE_BYTES: usize = 4096;
const HEADER_BYTES: usize = 16;
const ELEMENT_BYTES: usize = 16;
const BRANCH: u16 = 0x01;
const LEAF: u16 = 0x02;
const META: u16 = 0x04;
const FREE_LIST: u16 = 0x10;
const BUCKET_ENTRY: u32 = 0x01;
const FREE_LIST_PAGE: u64 = 2;
const FIRST_TREE_PAGE: u64 = 3;

pub(super) struct Bolt {
    file: BufWriter<File>,
    next_page: u64,
    /// What the root tree holds of each bucket.
    buckets: Vec<(String, Vec<u8>)>,
}

/// One tree being written.
pub(super) struct Tree<'a> {
    bolt: &'a mut Bolt,
    name: Option<&'a str>,
    leaf: Vec<Element>,
    leaf_bytes: usize,
    /// The finished leaves: first key, page.
    leaves: Vec<(Vec<u8>, u64)>,
}

struct Element {
    flags: u32,
    key: Vec<u8>,
    value: Vec<u8>,
}

impl Bolt {
    pub(super) fn new(file: File) -> io::Result<Self> {
        let mut file = BufWriter::with_capacity(1 << 20, file);
        file.write_all(&[0; 2 * PAGE_BYTES])?;
        file.write_all(&page(FREE_LIST_PAGE, FREE_LIST, 0, &[]))?;
        Ok(Self { file, next_page: FIRST_TREE_PAGE, buckets: Vec::new() })
    }

    /// Begins a bucket. Keys must come in order.
    pub(super) fn bucket<'a>(&'a mut self, name: &'a str) -> Tree<'a> {
        Tree { bolt: self, name: Some(name), leaf: Vec::new(), leaf_bytes: HEADER_BYTES, leaves: Vec::new() }
    }

    pub(super) fn empty_bucket(&mut self, name: &str) {
        // No page of its own: an empty leaf stands in the root tree.
        let mut entry = bucket(0);
        entry.extend(header(0, LEAF, 0, 0));
        self.buckets.push((name.to_owned(), entry));
    }

    pub(super) fn finish(mut self) -> io::Result<File> {
        let mut buckets = std::mem::take(&mut self.buckets);
        buckets.sort();
        let mut tree =
            Tree { bolt: &mut self, name: None, leaf: Vec::new(), leaf_bytes: HEADER_BYTES, leaves: Vec::new() };
        for (name, entry) in buckets {
            tree.push(Element { flags: BUCKET_ENTRY, key: name.into_bytes(), value: entry })?;
        }
        let root = tree.finish_pages()?;
        let next_page = self.next_page;
        let mut file = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.seek(SeekFrom::Start(0))?;
        for number in 0..2 {
            file.write_all(&page(number, META, 0, &meta(root, next_page, number)))?;
        }
        Ok(file)
    }

    fn write(&mut self, flags: u16, count: usize, body: &[u8]) -> io::Result<u64> {
        let number = self.next_page;
        let bytes = page(number, flags, count, body);
        self.next_page += (bytes.len() / PAGE_BYTES) as u64;
        self.file.write_all(&bytes)?;
        Ok(number)
    }
}

impl Tree<'_> {
    pub(super) fn add(&mut self, key: &[u8], value: &[u8]) -> io::Result<()> {
        self.push(Element { flags: 0, key: key.to_vec(), value: value.to_vec() })
    }

    fn push(&mut self, element: Element) -> io::Result<()> {
        let bytes = ELEMENT_BYTES + element.key.len() + element.value.len();
        if !self.leaf.is_empty() && self.leaf_bytes + bytes > PAGE_BYTES {
            self.end_leaf()?;
        }
        self.leaf_bytes += bytes;
        self.leaf.push(element);
        Ok(())
    }

    fn end_leaf(&mut self) -> io::Result<()> {
        let elements = std::mem::take(&mut self.leaf);
        let first = elements.first().map(|element| element.key.clone()).unwrap_or_default();
        let (mut table, mut data) = (Vec::new(), Vec::new());
        for (at, element) in elements.iter().enumerate() {
            // Counted from the element itself.
            let position = (elements.len() - at) * ELEMENT_BYTES + data.len();
            for field in [element.flags, number(position), number(element.key.len()), number(element.value.len())] {
                table.extend(field.to_le_bytes());
            }
            data.extend_from_slice(&element.key);
            data.extend_from_slice(&element.value);
        }
        table.extend(data);
        let page = self.bolt.write(LEAF, elements.len(), &table)?;
        self.leaves.push((first, page));
        self.leaf_bytes = HEADER_BYTES;
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<()> {
        let name = self.name.map(str::to_owned).unwrap_or_default();
        if self.leaf.is_empty() && self.leaves.is_empty() {
            self.bolt.empty_bucket(&name);
            return Ok(());
        }
        let root = self.finish_pages()?;
        self.bolt.buckets.push((name, bucket(root)));
        Ok(())
    }

    /// Writes branches over the leaves, level by level. Answers the root's page.
    fn finish_pages(&mut self) -> io::Result<u64> {
        self.end_leaf()?;
        let mut level = std::mem::take(&mut self.leaves);
        while level.len() > 1 {
            let mut above = Vec::new();
            let mut rest = level.as_slice();
            while !rest.is_empty() {
                let (these, after) = rest.split_at(branch_len(rest));
                let first = these.first().map(|(key, _)| key.clone()).unwrap_or_default();
                above.push((first, self.write_branch(these)?));
                rest = after;
            }
            level = above;
        }
        Ok(level.first().map_or(0, |(_, page)| *page))
    }

    fn write_branch(&mut self, children: &[(Vec<u8>, u64)]) -> io::Result<u64> {
        let (mut table, mut data) = (Vec::new(), Vec::new());
        for (at, (key, page)) in children.iter().enumerate() {
            let position = (children.len() - at) * ELEMENT_BYTES + data.len();
            table.extend(number(position).to_le_bytes());
            table.extend(number(key.len()).to_le_bytes());
            table.extend(page.to_le_bytes());
            data.extend_from_slice(key);
        }
        table.extend(data);
        self.bolt.write(BRANCH, children.len(), &table)
    }
}

/// How many children fit into a branch; at least two, so that every level is shorter than the one below.
fn branch_len(children: &[(Vec<u8>, u64)]) -> usize {
    let mut bytes = HEADER_BYTES;
    let fits = children.iter().take_while(|(key, _)| {
        bytes += ELEMENT_BYTES + key.len();
        bytes <= PAGE_BYTES
    });
    fits.count().max(2).min(children.len())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("keys and values are bounded by the size of a request")
}

fn bucket(root: u64) -> Vec<u8> {
    [root.to_le_bytes(), 0u64.to_le_bytes()].concat()
}

fn header(page: u64, flags: u16, count: usize, overflow: usize) -> Vec<u8> {
    let count = u16::try_from(count).expect("a page of 4 KiB holds few elements");
    [&page.to_le_bytes()[..], &flags.to_le_bytes(), &count.to_le_bytes(), &number(overflow).to_le_bytes()].concat()
}

/// A page, or as many as the body needs.
fn page(page: u64, flags: u16, count: usize, body: &[u8]) -> Vec<u8> {
    let bytes = (HEADER_BYTES + body.len()).next_multiple_of(PAGE_BYTES);
    let mut written = header(page, flags, count, bytes / PAGE_BYTES - 1);
    written.extend_from_slice(body);
    written.resize(bytes, 0);
    written
}

fn meta(root: u64, next_page: u64, transaction: u64) -> Vec<u8> {
    let mut meta = Vec::new();
    for field in [0xed0c_daed_u32, 2, number(PAGE_BYTES), 0] {
        meta.extend(field.to_le_bytes());
    }
    for field in [root, 0, FREE_LIST_PAGE, next_page, transaction] {
        meta.extend(field.to_le_bytes());
    }
    meta.extend(fnv(&meta).to_le_bytes());
    meta
}

/// FNV-1a of 64 bits.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
