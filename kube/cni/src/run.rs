//! Does what one call asks, and writes its answer: a result, or an error with the specification's number.

use std::io::{Read, Write};

use serde_json::{Value, json};

use crate::call::{Call, Command};
use crate::config::{Config, Head, VERSIONS};
use crate::error::CniError;
use crate::link;
use crate::pool::Pool;

/// A configuration is small; more is refused.
const INPUT_MAX: u64 = 1 << 20;

/// The kind of plugin that only brings `lo` up.
const LOOPBACK: &str = "loopback";

/// Answers one call; true when it succeeded. The answer goes to `output` in either case, as the specification asks.
pub fn run(call: Result<Call, CniError>, input: &mut dyn Read, output: &mut dyn Write) -> bool {
    let outcome = call.and_then(|call| answer(&call, input));
    let (value, good) = match outcome {
        Ok(value) => (value, true),
        Err(err) => {
            (json!({"cniVersion": "1.0.0", "code": err.code(), "msg": err.to_string(), "details": err.chain()}), false)
        }
    };
    // Commands without a result say nothing.
    let written = if value.is_null() { Ok(()) } else { writeln!(output, "{value}") };
    good && written.is_ok()
}

fn answer(call: &Call, input: &mut dyn Read) -> Result<Value, CniError> {
    let mut bytes = Vec::new();
    input.take(INPUT_MAX).read_to_end(&mut bytes).map_err(CniError::Input)?;
    if call.command == Command::Version {
        return Ok(json!({"cniVersion": "1.1.0", "supportedVersions": VERSIONS}));
    }
    let head: Head = serde_json::from_slice(&bytes).map_err(CniError::Decode)?;
    if head.r#type == LOOPBACK {
        return loopback(call, &head);
    }
    let config = Config::parse(&bytes)?;
    let pool = Pool::open(config.pool.clone(), config.subnet)?;
    let host = link::host_name(&call.container, &call.ifname);
    match call.command {
        Command::Add => add(call, &config, &pool, &host),
        Command::Del => {
            link::remove(&host)?;
            pool.free(&call.container, &call.ifname)?;
            Ok(Value::Null)
        }
        Command::Check => {
            let address =
                pool.find(&call.container, &call.ifname)?.ok_or_else(|| CniError::Changed(call.ifname.clone()))?;
            let netns = call.netns.as_deref().unwrap_or(std::path::Path::new(""));
            link::check(netns, &host, &call.ifname, address)?;
            Ok(Value::Null)
        }
        Command::Gc => {
            pool.keep_only(&config.valid)?;
            Ok(Value::Null)
        }
        Command::Status | Command::Version => Ok(Value::Null),
    }
}

/// As upstream: containernetworking/plugins, plugins/main/loopback. containerd 1.7 starts one for each sandbox.
fn loopback(call: &Call, head: &Head) -> Result<Value, CniError> {
    if call.command != Command::Add {
        // The link goes with its namespace.
        return Ok(Value::Null);
    }
    let netns = call.netns.as_deref().unwrap_or(std::path::Path::new(""));
    link::loopback(netns)?;
    Ok(json!({
        "cniVersion": head.cni_version,
        "interfaces": [{"name": "lo", "mac": "00:00:00:00:00:00", "sandbox": netns}],
        "ips": [{"version": "4", "address": "127.0.0.1/8", "interface": 0}],
    }))
}

fn add(call: &Call, config: &Config, pool: &Pool, host: &str) -> Result<Value, CniError> {
    let netns = call.netns.as_deref().unwrap_or(std::path::Path::new(""));
    let address = pool.take(&call.container, &call.ifname)?;
    let ends = match link::make(netns, host, &call.ifname, address, config.mtu) {
        Ok(ends) => ends,
        Err(err) => {
            // The runtime may never come back with a DEL for an ADD that failed.
            link::remove(host)?;
            pool.free(&call.container, &call.ifname)?;
            return Err(err);
        }
    };
    Ok(json!({
        "cniVersion": config.cni_version,
        "interfaces": [
            {"name": ends.host, "mac": ends.host_mac},
            {"name": call.ifname, "mac": ends.pod_mac, "sandbox": netns},
        ],
        "ips": [{"address": format!("{address}/32"), "interface": 1}],
        "routes": [{"dst": "0.0.0.0/0"}],
        "dns": {},
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(command: Command, netns: Option<&str>) -> Call {
        Call { command, container: "c1".into(), netns: netns.map(Into::into), ifname: "eth0".into() }
    }

    fn answer_of(call: Call, config: &str) -> (bool, Value) {
        let mut output = Vec::new();
        let good = run(Ok(call), &mut config.as_bytes(), &mut output);
        (good, serde_json::from_slice(&output).unwrap_or(Value::Null))
    }

    #[test]
    fn errors_have_the_specifications_numbers() {
        let (good, answer) = answer_of(call(Command::Del, None), "{");
        assert!(!good);
        assert_eq!(answer["code"], 6);
        let (_, answer) =
            answer_of(call(Command::Del, None), r#"{"cniVersion":"9.0","subnet":"10.0.0.0/24","pool":"/nonexistent"}"#);
        assert_eq!(answer["code"], 1);
    }

    #[test]
    fn a_sandbox_gets_a_routed_link_and_loses_it() {
        if !nix::unistd::geteuid().is_root() {
            println!("skipped: a_sandbox_gets_a_routed_link_and_loses_it: needs root");
            return;
        }
        let folder = tempfile::tempdir().unwrap();
        let config = format!(
            r#"{{"cniVersion":"1.0.0","name":"pods","type":"x","subnet":"10.77.0.0/24","pool":"{}"}}"#,
            folder.path().join("pool").display()
        );
        // The node is a namespace of its own as well: nothing of the host's network is touched.
        let (node, pod) = (folder.path().join("node"), folder.path().join("pod"));
        machined_sys::namespace::make_network(&node).unwrap();
        machined_sys::namespace::make_network(&pod).unwrap();
        let netns = pod.to_str().unwrap().to_owned();
        let outcome = machined_sys::namespace::in_network(&node, || {
            let added = answer_of(call(Command::Add, Some(&netns)), &config);
            let checked = answer_of(call(Command::Check, Some(&netns)), &config);
            let deleted = answer_of(call(Command::Del, Some(&netns)), &config);
            let after = answer_of(call(Command::Check, Some(&netns)), &config);
            (added, checked, deleted, after)
        });
        machined_sys::namespace::remove_network(&node).unwrap();
        machined_sys::namespace::remove_network(&pod).unwrap();
        let (added, checked, deleted, after) = outcome.unwrap();
        assert!(added.0, "{}", added.1);
        assert_eq!(added.1["ips"][0]["address"], "10.77.0.2/32");
        assert!(checked.0, "{}", checked.1);
        assert!(deleted.0, "{}", deleted.1);
        assert!(!after.0, "nothing is left to check");
    }
}
