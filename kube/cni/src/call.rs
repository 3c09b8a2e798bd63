//! What the runtime says in the environment, as the CNI specification 1.1 names it. Reading the environment is the program's.

use std::path::PathBuf;

use crate::error::CniError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Add,
    Del,
    Check,
    Gc,
    Status,
    Version,
}

/// One call. Which parts are there depends on the command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    pub command: Command,
    pub container: String,
    /// The sandbox's network namespace; gone already when a node restarted before the DEL.
    pub netns: Option<PathBuf>,
    pub ifname: String,
}

impl Call {
    /// Reads the variables through `get`, and names the first that is wrong.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Result<Self, CniError> {
        let text = |name: &'static str| get(name).filter(|v| !v.is_empty());
        let command = match text("CNI_COMMAND").as_deref() {
            Some("ADD") => Command::Add,
            Some("DEL") => Command::Del,
            Some("CHECK") => Command::Check,
            Some("GC") => Command::Gc,
            Some("STATUS") => Command::Status,
            Some("VERSION") => Command::Version,
            other => {
                return Err(CniError::Environment { name: "CNI_COMMAND", value: other.unwrap_or_default().to_owned() });
            }
        };
        let about_a_pod = matches!(command, Command::Add | Command::Del | Command::Check);
        let container = text("CNI_CONTAINERID").unwrap_or_default();
        let ifname = text("CNI_IFNAME").unwrap_or_default();
        // As the specification: containernetworking/cni SPEC.md, "Parameters".
        let id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if about_a_pod && (container.is_empty() || !container.chars().all(id)) {
            return Err(CniError::Environment { name: "CNI_CONTAINERID", value: container });
        }
        let interface =
            |n: &str| !n.is_empty() && n.len() < 16 && !n.contains(['/', ':']) && !n.contains(char::is_whitespace);
        if about_a_pod && (!interface(&ifname) || ifname == "." || ifname == "..") {
            return Err(CniError::Environment { name: "CNI_IFNAME", value: ifname });
        }
        let netns = text("CNI_NETNS").map(PathBuf::from);
        if netns.is_none() && matches!(command, Command::Add | Command::Check) {
            return Err(CniError::Environment { name: "CNI_NETNS", value: String::new() });
        }
        Ok(Call { command, container, netns, ifname })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Call, CniError> {
        Call::read(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn what_is_missing_is_named() {
        let full = [("CNI_COMMAND", "ADD"), ("CNI_CONTAINERID", "c1"), ("CNI_NETNS", "/run/n"), ("CNI_IFNAME", "eth0")];
        assert!(read(&full).is_ok());
        for missing in ["CNI_COMMAND", "CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME"] {
            let pairs: Vec<_> = full.iter().copied().filter(|(n, _)| *n != missing).collect();
            let err = read(&pairs).unwrap_err().to_string();
            assert!(err.contains(missing), "{err}");
        }
    }

    #[test]
    fn a_del_needs_no_namespace_and_names_cannot_leave_their_folder() {
        assert!(read(&[("CNI_COMMAND", "DEL"), ("CNI_CONTAINERID", "c"), ("CNI_IFNAME", "eth0")]).is_ok());
        assert!(read(&[("CNI_COMMAND", "DEL"), ("CNI_CONTAINERID", "../c"), ("CNI_IFNAME", "eth0")]).is_err());
        assert!(read(&[("CNI_COMMAND", "VERSION")]).is_ok());
    }
}
