//! The command line as people see it: help texts, exit codes, files.
//!
//! `UPDATE_EXPECT=1` writes help texts instead of comparing them.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::path::Path;
use std::process::{Command, Output};

fn machinectl(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_machinectl"))
        .args(args)
        .env_remove("MACHINECONFIG")
        .env("COLUMNS", "100")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn help_of_every_subcommand() {
    let directory = Path::new("tests/help");
    let commands = [
        "",
        "version",
        "health",
        "services",
        "disks",
        "links",
        "logs",
        "dmesg",
        "get",
        "events",
        "processes",
        "memory",
        "reboot",
        "shutdown",
        "reset",
        "kubeconfig",
        "gen",
        "gen secrets",
        "gen config",
        "gen credentials",
        "validate",
        "apply-config",
        "bootstrap",
        "image",
        "image import",
        "completion",
    ];
    for command in commands {
        let mut args: Vec<&str> = command.split(' ').filter(|word| !word.is_empty()).collect();
        args.push("--help");
        let output = machinectl(&args);
        assert!(output.status.success(), "{command}");
        let found = text(&output.stdout);
        let path = directory
            .join(format!("{}.txt", if command.is_empty() { "machinectl".into() } else { command.replace(' ', "-") }));
        if std::env::var("UPDATE_EXPECT").is_ok() {
            std::fs::write(&path, &found).unwrap();
        }
        assert_eq!(found, std::fs::read_to_string(&path).unwrap_or_default(), "{}", path.display());
        let first = found.lines().next().unwrap();
        assert!(!first.ends_with('.') && first.chars().next().unwrap().is_uppercase(), "{first}");
    }
}

#[test]
fn exit_codes_tell_misuse_from_failure() {
    let directory = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_machinectl"));
        command.args(args).env_remove("MACHINECONFIG").current_dir(directory.path()).output().unwrap()
    };
    assert_eq!(run(&["nonsense"]).status.code(), Some(2));
    // No machineconfig anywhere above.
    let output = run(&["version"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert_eq!(run(&["--machineconfig", "missing", "version"]).status.code(), Some(1));
    assert_eq!(run(&["version", "--insecure"]).status.code(), Some(2));
    assert_eq!(run(&["validate", "missing.yaml"]).status.code(), Some(1));
}

#[test]
fn generated_configurations_are_valid_and_not_written_over() {
    let directory = tempfile::tempdir().unwrap();
    let path = |name: &str| directory.path().join(name).to_str().unwrap().to_owned();
    let made = machinectl(&["gen", "secrets", "--file", &path("secrets.yaml")]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert_eq!(machinectl(&["gen", "secrets", "--file", &path("secrets.yaml")]).status.code(), Some(1));
    let to = directory.path().to_str().unwrap();
    let config =
        ["gen", "config", "blue", "https://10.0.0.10:6443", "--with-secrets", &path("secrets.yaml"), "--to", to];
    let made = machinectl(&config);
    assert!(made.status.success(), "{}", text(&made.stderr));
    for file in ["control-plane.yaml", "worker.yaml"] {
        let checked = machinectl(&["validate", &path(file)]);
        assert!(checked.status.success(), "{}", text(&checked.stderr));
    }
    assert!(!std::fs::read_to_string(path("worker.yaml")).unwrap().contains("PRIVATE KEY"));
    std::fs::write(path("bad.yaml"), "apiVersion: ironstone/v1\nkind: Machine\nrole: workr\nflavour: x\n").unwrap();
    let checked = machinectl(&["validate", &path("bad.yaml")]);
    assert_eq!(checked.status.code(), Some(1));
    let told = text(&checked.stderr);
    assert!(told.contains("line 3: Machine.role") && told.contains("line 4: Machine.flavour"), "{told}");
}

#[test]
fn completion_scripts_are_printed() {
    for shell in ["bash", "zsh", "fish"] {
        let output = machinectl(&["completion", shell]);
        assert!(output.status.success() && text(&output.stdout).contains("apply-config"), "{shell}");
    }
}
