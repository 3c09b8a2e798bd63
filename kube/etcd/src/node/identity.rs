//! Who this member is: two random numbers, chosen once, in a file of text. Version 1, frozen:
//! `ironstone-etcd 1`, then `cluster HEX` and `member HEX`.

use super::file;
use crate::error::EtcdError;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) cluster: u64,
    pub(super) member: u64,
}

const FIRST_LINE: &str = "ironstone-etcd 1";

pub(super) fn load_or_create(dir: &Path) -> Result<Identity, EtcdError> {
    let path = dir.join("identity");
    match fs::read_to_string(&path) {
        Ok(text) => parse(&text).ok_or(EtcdError::Identity { path }),
        Err(err) if err.kind() == ErrorKind::NotFound => create(dir, &path),
        Err(err) => Err(file("read", &path, err)),
    }
}

fn create(dir: &Path, path: &Path) -> Result<Identity, EtcdError> {
    // Zero means "nobody" on the wire.
    let identity = Identity { cluster: rand::random::<u64>().max(1), member: rand::random::<u64>().max(1) };
    let new = path.with_extension("new");
    let text = format!("{FIRST_LINE}\ncluster {:016x}\nmember {:016x}\n", identity.cluster, identity.member);
    let written = File::create(&new).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|err| file("write", &new, err))?;
    fs::rename(&new, path).map_err(|err| file("rename", &new, err))?;
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(|err| file("sync", dir, err))?;
    Ok(identity)
}

fn parse(text: &str) -> Option<Identity> {
    let mut lines = text.lines();
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let number = |line: &str, name: &str| u64::from_str_radix(line.strip_prefix(name)?, 16).ok();
    Some(Identity { cluster: number(lines.next()?, "cluster ")?, member: number(lines.next()?, "member ")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_chosen_once() {
        let dir = tempfile::tempdir().expect("a directory");
        let first = load_or_create(dir.path()).expect("created");
        assert_eq!(load_or_create(dir.path()).expect("read"), first);
        fs::write(dir.path().join("identity"), "ironstone-etcd 2\n").expect("written");
        assert!(matches!(load_or_create(dir.path()), Err(EtcdError::Identity { .. })));
    }
}
