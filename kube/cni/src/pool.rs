//! Who has which address: one file for each, named by the address, in a folder that only this plugin writes.
//!
//! - A file is made by `create_new`: two calls at once cannot get the same address.
//! - The search starts behind the last address given, so that one just freed is not taken again at once.

use std::fs;
use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::PathBuf;

use ipnet::Ipv4Net;

use crate::config::Attachment;
use crate::error::CniError;

const LAST: &str = "last";

pub(crate) struct Pool {
    folder: PathBuf,
    subnet: Ipv4Net,
}

impl Pool {
    pub(crate) fn open(folder: PathBuf, subnet: Ipv4Net) -> Result<Self, CniError> {
        fs::create_dir_all(&folder).map_err(failed(format!("make {}", folder.display())))?;
        Ok(Pool { folder, subnet })
    }

    /// The address of this attachment; the one it has already, when the runtime repeats itself.
    pub(crate) fn take(&self, container: &str, ifname: &str) -> Result<Ipv4Addr, CniError> {
        if let Some(address) = self.find(container, ifname)? {
            return Ok(address);
        }
        let last = fs::read_to_string(self.folder.join(LAST)).ok().and_then(|t| t.trim().parse().ok());
        for address in candidates(self.subnet, last) {
            match fs::File::options().write(true).create_new(true).open(self.folder.join(address.to_string())) {
                Ok(mut file) => {
                    let owner = format!("{container} {ifname}\n");
                    file.write_all(owner.as_bytes()).map_err(failed(format!("write down {address}")))?;
                    let pointer = fs::write(self.folder.join(LAST), address.to_string());
                    pointer.map_err(failed("write down the last address".into()))?;
                    return Ok(address);
                }
                Err(err) if err.kind() == io::ErrorKind::AlreadyExists => {}
                Err(err) => return Err(failed(format!("take {address}"))(err)),
            }
        }
        Err(CniError::Exhausted(self.subnet))
    }

    pub(crate) fn find(&self, container: &str, ifname: &str) -> Result<Option<Ipv4Addr>, CniError> {
        let owner = format!("{container} {ifname}");
        Ok(self.taken()?.into_iter().find(|(_, o)| *o == owner).map(|(a, _)| a))
    }

    /// Freeing what nobody has is no fault: the runtime repeats a DEL until one succeeds.
    pub(crate) fn free(&self, container: &str, ifname: &str) -> Result<Option<Ipv4Addr>, CniError> {
        let Some(address) = self.find(container, ifname)? else { return Ok(None) };
        self.remove(address)?;
        Ok(Some(address))
    }

    /// Frees whatever belongs to none of `valid`.
    pub(crate) fn keep_only(&self, valid: &[Attachment]) -> Result<(), CniError> {
        let valid: Vec<String> = valid.iter().map(|a| format!("{} {}", a.container, a.ifname)).collect();
        for (address, owner) in self.taken()? {
            if !valid.contains(&owner) {
                self.remove(address)?;
            }
        }
        Ok(())
    }

    fn remove(&self, address: Ipv4Addr) -> Result<(), CniError> {
        match fs::remove_file(self.folder.join(address.to_string())) {
            Err(err) if err.kind() != io::ErrorKind::NotFound => Err(failed(format!("free {address}"))(err)),
            _ => Ok(()),
        }
    }

    fn taken(&self) -> Result<Vec<(Ipv4Addr, String)>, CniError> {
        let read = fs::read_dir(&self.folder).map_err(failed(format!("read {}", self.folder.display())))?;
        let mut taken = Vec::new();
        for entry in read.filter_map(Result::ok) {
            let Ok(address) = entry.file_name().to_string_lossy().parse::<Ipv4Addr>() else { continue };
            // Empty while another call is between making and writing it: it belongs to nobody else's search.
            let owner = fs::read_to_string(entry.path()).unwrap_or_default();
            taken.push((address, owner.trim_end().to_owned()));
        }
        Ok(taken)
    }
}

fn failed(what: String) -> impl FnOnce(io::Error) -> CniError {
    move |err| CniError::Pool { what, err }
}

/// Every address that a pod may have, beginning behind `last`. Network, first and broadcast address are nobody's.
fn candidates(subnet: Ipv4Net, last: Option<Ipv4Addr>) -> impl Iterator<Item = Ipv4Addr> {
    let first = u32::from(subnet.network()).saturating_add(2);
    let end = u32::from(subnet.broadcast());
    let start = last.map(|l| u32::from(l).saturating_add(1)).filter(|s| (first..end).contains(s)).unwrap_or(first);
    (start..end).chain(first..start).map(Ipv4Addr::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(folder: &tempfile::TempDir, subnet: &str) -> Pool {
        Pool::open(folder.path().join("pool"), subnet.parse().unwrap()).unwrap()
    }

    #[test]
    fn each_attachment_has_its_address_and_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder, "10.0.0.0/29");
        let a = pool.take("a", "eth0").unwrap();
        assert_eq!(a, Ipv4Addr::new(10, 0, 0, 2));
        assert_eq!(pool.take("a", "eth0").unwrap(), a, "a repeated ADD");
        assert_eq!(pool.take("b", "eth0").unwrap(), Ipv4Addr::new(10, 0, 0, 3));
    }

    #[test]
    fn a_freed_address_is_the_last_to_be_given_again() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder, "10.0.0.0/29");
        let a = pool.take("a", "eth0").unwrap();
        assert_eq!(pool.free("a", "eth0").unwrap(), Some(a));
        assert_eq!(pool.free("a", "eth0").unwrap(), None, "a repeated DEL");
        let rest: Vec<_> = (0..5).map(|n| pool.take(&format!("c{n}"), "eth0").unwrap()).collect();
        assert_eq!(rest.last(), Some(&a));
        assert!(matches!(pool.take("one-more", "eth0"), Err(CniError::Exhausted(_))));
    }

    #[test]
    fn garbage_is_collected() {
        let folder = tempfile::tempdir().unwrap();
        let pool = pool(&folder, "10.0.0.0/29");
        pool.take("a", "eth0").unwrap();
        let b = pool.take("b", "eth0").unwrap();
        pool.keep_only(&[Attachment { container: "b".into(), ifname: "eth0".into() }]).unwrap();
        assert_eq!(pool.taken().unwrap(), [(b, "b eth0".to_owned())]);
    }
}
