//! etcd's own command line tools against our store.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tests_store::ours::{self, Ours};
use tests_store::real;

struct Tool<'a> {
    program: &'a Path,
    endpoint: String,
}

impl Tool<'_> {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(self.program);
        command.arg("--endpoints").arg(&self.endpoint).args(arguments).env("ETCDCTL_API", "3");
        command
    }

    fn output(&self, arguments: &[&str]) -> Output {
        self.command(arguments).stdin(Stdio::null()).output().expect("etcdctl runs")
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    fn fails(&self, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        assert!(!output.status.success(), "{arguments:?} succeeds");
        String::from_utf8(output.stderr).expect("text")
    }

    fn txn(&self, script: &str) -> String {
        let mut child = self.command(&["txn"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("etcdctl runs");
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), script.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn etcdctl_works() {
    let Some(program) = real::program("etcdctl") else { return };
    let dir = tempfile::tempdir().unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    let endpoint = ours.address.to_string();
    let folder = dir.path().to_owned();
    let checks = move || {
        let tool = Tool { program: &program, endpoint };
        keys(&tool);
        transactions(&tool);
        watches(&tool);
        leases(&tool);
        cluster(&tool);
        refusals(&tool);
        snapshot(&tool, &folder);
    };
    tokio::task::spawn_blocking(checks).await.unwrap();
    ours.stop().await.unwrap();
}

fn keys(tool: &Tool<'_>) {
    assert_eq!(tool.ok(&["put", "a", "1"]), "OK\n");
    assert_eq!(tool.ok(&["put", "--prev-kv", "a", "2"]), "OK\na\n1\n");
    tool.ok(&["put", "a/b", "3"]);
    assert_eq!(tool.ok(&["get", "a"]), "a\n2\n");
    assert_eq!(tool.ok(&["get", "--prefix", "a", "--order", "DESCEND", "--sort-by", "KEY"]), "a/b\n3\na\n2\n");
    assert_eq!(tool.ok(&["get", "--prefix", "a", "--keys-only", "--limit", "1"]), "a\n\n");
    assert_eq!(tool.ok(&["get", "missing"]), "");
    assert_eq!(tool.ok(&["del", "a/b"]), "1\n");
    assert_eq!(tool.ok(&["get", "--rev", "2", "a"]), "a\n1\n");
}

fn transactions(tool: &Tool<'_>) {
    let script = "mod(\"a\") > \"0\"\n\nput t yes\nget a\n\nput t no\n\n";
    assert_eq!(tool.txn(script), "SUCCESS\n\nOK\n\na\n2\n");
    let script = "value(\"t\") = \"no\"\n\nput t 1\n\nget t\n\n";
    assert_eq!(tool.txn(script), "FAILURE\n\nt\nyes\n");
}

fn watches(tool: &Tool<'_>) {
    let mut child = tool.command(&["watch", "--rev", "2", "--prev-kv", "a"]).stdout(Stdio::piped()).spawn().unwrap();
    let lines: Vec<String> =
        BufReader::new(child.stdout.take().unwrap()).lines().take(8).map(|line| line.unwrap()).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(lines, ["PUT", "a", "1", "PUT", "a", "1", "a", "2"]);
}

fn leases(tool: &Tool<'_>) {
    let granted = tool.ok(&["lease", "grant", "600"]);
    let id = granted.split_whitespace().nth(1).unwrap().to_owned();
    assert!(granted.contains("granted with TTL(600s)"), "{granted}");
    tool.ok(&["put", "leased", "x", "--lease", &id]);
    assert!(tool.ok(&["lease", "list"]).contains(&id));
    let status = tool.ok(&["lease", "timetolive", &id, "--keys"]);
    assert!(status.contains("granted with TTL(600s)") && status.contains("[leased]"), "{status}");
    assert!(tool.ok(&["lease", "keep-alive", "--once", &id]).contains("keepalived with TTL(600)"));
    assert!(tool.ok(&["lease", "revoke", &id]).contains("revoked"));
    assert_eq!(tool.ok(&["get", "leased"]), "");
}

fn cluster(tool: &Tool<'_>) {
    let members = tool.ok(&["member", "list"]);
    assert!(members.contains("started, default") && members.lines().count() == 1, "{members}");
    let status = tool.ok(&["endpoint", "status", "-w", "json"]);
    assert!(status.contains("\"version\":\"3.5.") && status.contains("\"leader\":"), "{status}");
    let hash = tool.ok(&["endpoint", "hashkv", "-w", "json"]);
    assert!(hash.contains("\"hash\":"), "{hash}");
    tool.ok(&["endpoint", "health"]);
    tool.ok(&["compaction", "2"]);
    tool.ok(&["defrag"]);
    assert_eq!(tool.ok(&["alarm", "list"]), "");
    assert!(tool.ok(&["auth", "status"]).contains("false"));
}

fn refusals(tool: &Tool<'_>) {
    assert!(tool.fails(&["get", "--rev", "1", "a"]).contains("required revision has been compacted"));
    assert!(tool.fails(&["get", "--rev", "9999", "a"]).contains("required revision is a future revision"));
    assert!(tool.fails(&["lease", "revoke", "1234"]).contains("requested lease not found"));
    assert!(tool.fails(&["put", "x", "y", "--lease", "1234"]).contains("requested lease not found"));
    assert!(tool.fails(&["user", "add", "me:secret"]).contains("users and roles are not supported"));
    assert!(tool.fails(&["member", "add", "b", "--peer-urls", "http://b:2380"]).contains("one member"));
}

/// etcd's own tool reads what we wrote.
fn snapshot(tool: &Tool<'_>, dir: &Path) {
    for number in 0..3000 {
        // Enough for several levels of the tree would take long by hand: `history` does that.
        if number % 300 == 0 {
            tool.ok(&["put", &format!("s/{number}"), "x"]);
        }
    }
    let path = dir.join("snapshot.db");
    let path = path.to_str().unwrap();
    tool.ok(&["snapshot", "save", path]);
    let Some(program) = real::program("etcdutl") else { return };
    let output = Command::new(program).args(["snapshot", "status", path, "-w", "json"]).output().unwrap();
    let status = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(status.contains("\"totalKey\":"), "{status}");
}
