//! Test-only OCI runtime for native nodes on hosts without cgroup v2: takes the resources out of a container's
//! configuration, except devices, and becomes the real runc. Limits are therefore not enforced there, and no test claims so;
//! they are tested on machines, where this program does not exist.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

/// Where the harness bound the image's own runc.
const RUNC: &str = "/run/native/runc";

#[expect(
    clippy::disallowed_methods,
    reason = "a program: reads its arguments, and becomes another by an argument list"
)]
fn main() -> anyhow::Result<()> {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    if let Some(bundle) = bundle(&args) {
        relax_file(&bundle.join("config.json"))?;
    }
    Err(Command::new(RUNC).args(&args).exec()).with_context(|| format!("become {RUNC}"))
}

/// The bundle of `create` and `run`; other commands have none.
fn bundle(args: &[OsString]) -> Option<PathBuf> {
    let starts = args.iter().any(|a| a == "create" || a == "run");
    let mut after = args.iter().skip_while(|a| *a != "--bundle" && *a != "-b").skip(1);
    if starts { Some(after.next().map_or_else(|| PathBuf::from("."), PathBuf::from)) } else { None }
}

fn relax_file(path: &Path) -> anyhow::Result<()> {
    let bytes = std::fs::read(path).with_context(|| format!("read {}", path.display()))?;
    let mut config: Value = serde_json::from_slice(&bytes).with_context(|| format!("understand {}", path.display()))?;
    relax(&mut config);
    let bytes = serde_json::to_vec(&config).context("encode the configuration")?;
    std::fs::write(path, bytes).with_context(|| format!("write {}", path.display()))
}

fn relax(config: &mut Value) {
    if let Some(resources) = config.pointer_mut("/linux/resources").and_then(Value::as_object_mut) {
        resources.retain(|name, _| name == "devices");
    }
    if let Some(process) = config.get_mut("process").and_then(Value::as_object_mut) {
        // Without CAP_SYS_RESOURCE neither may be lowered nor raised.
        process.remove("oomScoreAdj");
        process.remove("rlimits");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resources_go_and_devices_stay() {
        let mut config = serde_json::json!({
            "process": {"oomScoreAdj": -998, "args": ["x"]},
            "linux": {"cgroupsPath": "/kubepods/x", "resources": {"cpu": {"shares": 2}, "devices": [{"allow": false}]}},
        });
        relax(&mut config);
        let expected = serde_json::json!({
            "process": {"args": ["x"]},
            "linux": {"cgroupsPath": "/kubepods/x", "resources": {"devices": [{"allow": false}]}},
        });
        assert_eq!(config, expected);
    }

    #[test]
    fn only_starting_commands_have_a_bundle() {
        let args = |words: &str| words.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(bundle(&args("--root /r create --bundle /b id")), Some("/b".into()));
        assert_eq!(bundle(&args("--root /r delete id")), None);
    }
}
