//! kubectl's streams to real containers: logs, exec, attach, cp, port-forward.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::possible;
use crate::application;
use crate::cluster::Cluster;

const WITHIN: Duration = Duration::from_secs(30);

/// Ready once each container has said what its log is asked for; a third one answers what it reads.
const POD: &str = r#"
apiVersion: v1
kind: Pod
metadata: {name: streams}
spec:
  terminationGracePeriodSeconds: 1
  containers:
  - name: main
    image: example.test/tools:1
    command: [sh, -c, 'for i in 1 2 3 4 5; do echo "line $i"; done; mkdir /tmp/www; echo page > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www']
    readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 1}
  - name: second
    image: example.test/tools:1
    command: [sh, -c, 'echo from the second; touch /tmp/said; exec sleep 3600']
    readinessProbe: {exec: {command: [cat, /tmp/said]}, periodSeconds: 1}
  - name: reader
    image: example.test/tools:1
    stdin: true
    command: [sh, -c, 'while read line; do echo "got $line"; done']
"#;

#[tokio::test]
async fn streams() -> Result<()> {
    if !possible("kubectl::streams") {
        return Ok(());
    }
    let cluster = Cluster::up("streams", "native", 1).await?;
    application::import(&cluster, false).await?;
    let file = cluster.path("streams.yaml");
    std::fs::write(&file, POD)?;
    cluster.ask(&["apply", "--filename", &file.display().to_string()]).await?;
    cluster.ask(&["wait", "--for=condition=Ready", "pod/streams", "--timeout=60s"]).await?;
    logs(&cluster).await?;
    exec(&cluster).await?;
    attach(&cluster).await?;
    cp(&cluster).await?;
    port_forward(&cluster).await
}

async fn logs(cluster: &Cluster) -> Result<()> {
    let all = cluster.ask(&["logs", "streams", "--container", "main"]).await?;
    ensure!(all == "line 1\nline 2\nline 3\nline 4\nline 5\n", "{all:?}");
    let tail = cluster.ask(&["logs", "streams", "--container", "main", "--tail", "2"]).await?;
    ensure!(tail == "line 4\nline 5\n", "{tail:?}");
    let stamped = cluster.ask(&["logs", "streams", "--container", "main", "--tail", "1", "--timestamps"]).await?;
    let (time, rest) = stamped.split_once(' ').context("a time stands in front")?;
    ensure!(time.ends_with('Z') && time.contains('T') && rest == "line 5\n", "{stamped:?}");
    let both = cluster.ask(&["logs", "streams", "--all-containers", "--prefix", "--tail", "1"]).await?;
    ensure!(both.contains("[pod/streams/second] from the second\n"), "{both:?}");
    let refused = cluster.kubectl(&["logs", "streams", "--container", "third"]).await?.refused(1)?;
    ensure!(refused.contains("container third is not valid for pod streams"), "{refused:?}");
    let previous = cluster.kubectl(&["logs", "streams", "--container", "main", "--previous"]).await?.refused(1)?;
    ensure!(previous.contains("previous terminated container \"main\" in pod \"streams\" not found"), "{previous:?}");

    // A follower sees what is written while it waits.
    let mut follow = cluster.start_kubectl(&["logs", "streams", "--container", "reader", "--follow"])?;
    let mut lines = BufReader::new(follow.stdout.take().context("its output")?).lines();
    let mut writer = cluster.start_kubectl(&["attach", "streams", "--container", "reader", "--stdin"])?;
    writer.stdin.as_mut().context("its input")?.write_all(b"a word\n").await?;
    let seen = tokio::time::timeout(WITHIN, lines.next_line()).await.context("a line within time")??;
    ensure!(seen.as_deref() == Some("got a word"), "{seen:?}");
    Ok(())
}

async fn exec(cluster: &Cluster) -> Result<()> {
    let ended = cluster
        .kubectl(&["exec", "streams", "--container", "main", "--", "sh", "-c", "echo out; echo err >&2; exit 7"])
        .await?;
    ensure!((ended.code, ended.stdout.as_str()) == (7, "out\n"), "{ended:?}");
    ensure!(ended.stderr.starts_with("err\n") && ended.stderr.contains("exit code 7"), "{ended:?}");
    let missing = cluster.kubectl(&["exec", "streams", "--container", "main", "--", "nothing"]).await?;
    ensure!(missing.code != 0 && missing.stderr.contains("nothing"), "{missing:?}");
    let absent = cluster.kubectl(&["exec", "nobody", "--", "true"]).await?.refused(1)?;
    ensure!(absent == "Error from server (NotFound): pods \"nobody\" not found\n", "{absent:?}");

    // Input that ends, and much of it.
    let mut child = cluster.start_kubectl(&[
        "exec",
        "streams",
        "--container",
        "main",
        "--stdin",
        "--",
        "sh",
        "-c",
        "cat | tail -c 4",
    ])?;
    let mut input = child.stdin.take().context("its input")?;
    let mut text = vec![b'x'; 1 << 20];
    text.extend(b"end\n");
    input.write_all(&text).await?;
    drop(input);
    let output = tokio::time::timeout(WITHIN, child.wait_with_output()).await.context("it ends with its input")??;
    ensure!(output.status.success() && output.stdout == b"end\n", "{output:?}");

    // A terminal: script(1) gives kubectl one.
    let kubeconfig = cluster.path("kubeconfig");
    let command = format!(
        "{} --kubeconfig {} exec -it streams -c main -- sh -c 'test -t 0 && echo a terminal'",
        crate::cluster::peers()?.join("testing/usr/bin/kubectl").display(),
        kubeconfig.display()
    );
    let script = tokio::process::Command::new("script")
        .args(["--quiet", "--return", "--command", &command, "/dev/null"])
        .stdin(Stdio::null())
        .output();
    let output = tokio::time::timeout(WITHIN, script).await.context("it ends")??;
    let seen = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success() && seen.contains("a terminal\r\n"), "{output:?}");
    Ok(())
}

async fn attach(cluster: &Cluster) -> Result<()> {
    let mut child = cluster.start_kubectl(&["attach", "streams", "--container", "reader", "--stdin"])?;
    let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
    child.stdin.as_mut().context("its input")?.write_all(b"hello\n").await?;
    let seen = tokio::time::timeout(WITHIN, lines.next_line()).await.context("a line within time")??;
    ensure!(seen.as_deref() == Some("got hello"), "{seen:?}");
    Ok(())
}

async fn cp(cluster: &Cluster) -> Result<()> {
    let (there, back) = (cluster.path("there.bin"), cluster.path("back.bin"));
    let content: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
    std::fs::write(&there, &content)?;
    cluster.ask(&["cp", &there.display().to_string(), "streams:/tmp/there.bin", "--container", "main"]).await?;
    cluster.ask(&["cp", "streams:/tmp/there.bin", &back.display().to_string(), "--container", "main"]).await?;
    ensure!(std::fs::read(&back)? == content, "the copy differs");
    // What is not there brings nothing. Whether kubectl still hears tar's complaint and exit code is a race inside of it: it
    // ends with the archive's end, which tar writes as well.
    let absent = cluster.path("absent.bin");
    let ran =
        cluster.kubectl(&["cp", "streams:/tmp/nothing", &absent.display().to_string(), "--container", "main"]).await?;
    ensure!(!absent.exists(), "{ran:?}");
    Ok(())
}

async fn port_forward(cluster: &Cluster) -> Result<()> {
    let mut child = cluster.start_kubectl(&["port-forward", "pod/streams", ":8080"])?;
    let mut lines = BufReader::new(child.stdout.take().context("its output")?).lines();
    let first = tokio::time::timeout(WITHIN, lines.next_line()).await.context("a line within time")??;
    let first = first.context("kubectl says where it listens")?;
    let port = first.strip_prefix("Forwarding from 127.0.0.1:").and_then(|rest| rest.split_once(" -> 8080"));
    let (port, _) = port.with_context(|| format!("a port in {first:?}"))?;
    // One after the other, as a browser would.
    for _ in 0..3 {
        let mut stream = TcpStream::connect(("127.0.0.1", port.parse()?)).await?;
        stream.write_all(b"GET / HTTP/1.0\r\n\r\n").await?;
        let mut answer = String::new();
        tokio::time::timeout(WITHIN, stream.read_to_string(&mut answer)).await.context("an answer within time")??;
        ensure!(answer.contains("200 OK") && answer.ends_with("page\n"), "{answer:?}");
    }
    Ok(())
}
