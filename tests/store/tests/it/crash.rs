//! kill -9: a real process, under load, at any time and at each named step. No acknowledged write is lost, and what was
//! never acknowledged is there as a whole or not at all.

use kube_etcd::{Client, Step};
use kube_kv::{Keys, Kv, Op, Put, Range, Revision, Txn};
use machined_base::Clock;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tests_store::ours::Ours;

const WRITERS: usize = 8;
const ANSWERS_WITHIN: Duration = Duration::from_secs(60);

struct Process {
    child: Child,
    client: Client,
}

impl Process {
    fn start(dir: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_store"));
        command.arg("--dir").arg(dir).args(more).stdin(Stdio::null()).stderr(Stdio::null());
        Self { child: command.spawn().unwrap(), client: Ours::over_socket(dir) }
    }

    async fn ready(&self) {
        let clock = Clock::system();
        let answers = async {
            while self.client.status().await.is_err() {
                clock.sleep(Duration::from_millis(5)).await;
            }
        };
        clock.timeout(ANSWERS_WITHIN, answers).await.expect("the store answers");
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Already dead where the test went well.
        let _dead = self.child.kill();
        let _reaped = self.child.wait();
    }
}

/// What was acknowledged: for each writer its last number, and at which revision.
type Acknowledged = Arc<Mutex<BTreeMap<usize, (u64, Revision)>>>;

/// Each writer counts up in two keys at once, until the store is gone.
async fn write(client: Client, writer: usize, acknowledged: Acknowledged) {
    let start = acknowledged.lock().unwrap().get(&writer).map_or(0, |(number, _)| *number);
    // A number that was not acknowledged may be there: go past it.
    for number in start + 2.. {
        let value = format!("{number} {}", "x".repeat(2000));
        let keys = ["a", "b"].map(|half| format!("/{writer}/{half}"));
        let txn = Txn::always(keys.map(|key| Op::Put(Put::new(key, value.clone()))));
        match client.txn(txn).await {
            Ok(done) => drop(acknowledged.lock().unwrap().insert(writer, (number, done.revision))),
            Err(_) => return,
        }
    }
}

async fn check(client: &Client, acknowledged: &Acknowledged) {
    let expected = acknowledged.lock().unwrap().clone();
    for (writer, (number, revision)) in expected {
        let found = client.range(Range::of(Keys::prefix(format!("/{writer}/")))).await.unwrap();
        let values: Vec<u64> = found
            .kvs
            .iter()
            .map(|kv| String::from_utf8_lossy(&kv.value).split(' ').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(values.len(), 2, "writer {writer}");
        assert_eq!(values[0], values[1], "writer {writer}: half a transaction");
        assert!(values[0] >= number, "writer {writer}: {number} was acknowledged, {} is there", values[0]);
        assert!(found.revision >= revision, "revisions go back: {revision} was acknowledged");
        let then = client.range(Range::of(Keys::one(format!("/{writer}/a"))).at(revision)).await.unwrap();
        let then = String::from_utf8_lossy(&then.kvs[0].value).into_owned();
        assert!(then.starts_with(&format!("{number} ")), "writer {writer}: history has changed");
    }
}

fn start_writers(client: &Client, acknowledged: &Acknowledged) -> Vec<tokio::task::JoinHandle<()>> {
    (0..WRITERS).map(|writer| tokio::spawn(write(client.clone(), writer, Arc::clone(acknowledged)))).collect()
}

/// A small log, so that flushing and purging happen all the time.
const SMALL_LOG: [&str; 2] = ["--log-bytes-max", "1000000"];

#[tokio::test(flavor = "multi_thread")]
async fn kill_9_under_load_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let acknowledged = Acknowledged::default();
    for round in 0..8u64 {
        let mut process = Process::start(dir.path(), &SMALL_LOG);
        process.ready().await;
        check(&process.client, &acknowledged).await;
        let writers = start_writers(&process.client, &acknowledged);
        Clock::system().sleep(Duration::from_millis(150 + rand::random::<u64>() % 400 + round)).await;
        process.kill();
        for writer in writers {
            writer.await.unwrap();
        }
    }
    let process = Process::start(dir.path(), &[]);
    process.ready().await;
    check(&process.client, &acknowledged).await;
    assert_eq!(acknowledged.lock().unwrap().len(), WRITERS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crash_at_each_step_loses_nothing() {
    let steps = [
        (Step::LogWritten, 40),
        (Step::LogSynced, 40),
        (Step::SegmentCreated, 1),
        (Step::Applied, 40),
        (Step::StateFlushed, 1),
        (Step::StateFlushed, 2),
        (Step::LogPurging, 1),
        (Step::LogPurging, 2),
        (Step::Reclaimed, 2),
    ];
    let dir = tempfile::tempdir().unwrap();
    let acknowledged = Acknowledged::default();
    for (step, after) in steps {
        let (step, after) = (format!("{step:?}"), after.to_string());
        let arguments = [SMALL_LOG[0], SMALL_LOG[1], "--crash-at", &step, "--crash-after", &after];
        let mut process = Process::start(dir.path(), &arguments);
        process.ready().await;
        check(&process.client, &acknowledged).await;
        let writers = start_writers(&process.client, &acknowledged);
        if step == "Reclaimed" {
            let now = process.client.status().await.unwrap().revision;
            // It dies while it forgets what this allows, before or after answering.
            let _ambiguous = process.client.compact(Revision(now.0 - 50)).await;
        }
        for writer in writers {
            Clock::system().timeout(ANSWERS_WITHIN, writer).await.expect("the crash comes").unwrap();
        }
        let died = process.child.wait().unwrap();
        assert!(!died.success(), "{step}: it crashed");
    }
    let process = Process::start(dir.path(), &[]);
    process.ready().await;
    check(&process.client, &acknowledged).await;
}
