//! Kernel settings under `/proc/sys`, by their dotted names.

use std::io;
use std::path::PathBuf;

/// Sets `net.ipv4.ip_forward` and the like. A slash in a name stands for itself, as in sysctl(8).
pub fn set(name: &str, value: &str) -> io::Result<()> {
    std::fs::write(path(name)?, value)
}

pub fn get(name: &str) -> io::Result<String> {
    Ok(std::fs::read_to_string(path(name)?)?.trim_end().to_owned())
}

fn path(name: &str) -> io::Result<PathBuf> {
    let parts: Vec<&str> = if name.contains('/') { name.split('/').collect() } else { name.split('.').collect() };
    if parts.iter().any(|part| part.is_empty() || *part == "..") {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{name:?} is no kernel setting")));
    }
    Ok(parts.iter().fold(PathBuf::from("/proc/sys"), |path, part| path.join(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_below_proc_sys() {
        assert_eq!(path("net.ipv4.ip_forward").unwrap(), PathBuf::from("/proc/sys/net/ipv4/ip_forward"));
        assert_eq!(path("net/ipv4/conf/eth0.5/x").unwrap(), PathBuf::from("/proc/sys/net/ipv4/conf/eth0.5/x"));
        assert!(path("net..x").is_err() && path("../x").is_err() && path("").is_err());
    }
}
