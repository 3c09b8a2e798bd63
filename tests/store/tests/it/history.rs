//! The same history in our store and in Debian's etcd, by the hash that etcd itself compares members with; snapshots that
//! etcd's tools restore; and a restart in between.

use kube_etcd::Client;
use kube_kv::{Delete, Keys, Kv, Op, Put, Range, Revision, Txn};
use std::process::Command;
use tests_store::ours::{self, Ours};
use tests_store::real::{self, Real};

/// A fixed history: writes, overwrites, deletions, transactions.
async fn live(kv: &dyn Kv, rounds: usize) -> Revision {
    let mut last = Revision(0);
    for round in 0..rounds {
        let key = |name: usize| format!("/registry/things/{:05}", name % 400);
        last = kv.put(Put::new(key(round), "v".repeat(round % 700))).await.unwrap().revision;
        if round % 7 == 0 {
            kv.delete(Delete::of(Keys::one(key(round * 3)))).await.unwrap();
        }
        if round % 5 == 0 {
            let ops = [Op::Put(Put::new(key(round + 1), "t")), Op::Put(Put::new(key(round + 2), "u"))];
            last = kv.txn(Txn::always(ops)).await.unwrap().revision;
        }
    }
    last
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_history_has_etcds_hash() {
    let Some(program) = real::program("etcd") else { return };
    let dir = tempfile::tempdir().unwrap();
    let real = Real::start(&program, dir.path()).await.unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    let (theirs, mine) = (real.client(), ours.over_tcp());
    let now = live(&theirs, 300).await;
    assert_eq!(now, live(&mine, 300).await);
    for at in [2, 24, 150, now.0] {
        let at = Some(Revision(at));
        assert_eq!(theirs.hash(at).await.unwrap(), mine.hash(at).await.unwrap(), "{at:?}");
    }
    ours.stop().await.unwrap();
}

async fn everything(client: &Client) -> kube_kv::RangeResult {
    client.range(Range::of(Keys::all())).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let config = ours::config(dir.path());
    let ours = Ours::start(&config).await.unwrap();
    let client = ours.over_tcp();
    live(&client, 200).await;
    client.compact(Revision(50)).await.unwrap();
    let lease = client.lease_grant(600, None).await.unwrap();
    client.put(Put::new("/leased", "x").lease(lease.id)).await.unwrap();
    let (before, status) = (everything(&client).await, client.status().await.unwrap());
    let hash = client.hash(None).await.unwrap();
    ours.stop().await.unwrap();
    let ours = Ours::start(&config).await.unwrap();
    let client = ours.over_tcp();
    assert_eq!(everything(&client).await, before);
    assert_eq!(client.hash(None).await.unwrap(), hash);
    let after = client.status().await.unwrap();
    assert_eq!((after.cluster_id, after.member_id), (status.cluster_id, status.member_id));
    assert_eq!(client.lease_time_to_live(lease.id).await.unwrap().keys, ["/leased"]);
    assert!(client.range(Range::of(Keys::all()).at(Revision(49))).await.is_err(), "still compacted");
    client.lease_revoke(lease.id).await.unwrap();
    assert_eq!(client.range(Range::of(Keys::one("/leased"))).await.unwrap().count, 0);
    ours.stop().await.unwrap();
}

/// Whoever outgrows this store takes their data along: etcd's own tool restores our snapshot, and a real etcd serves it.
#[tokio::test(flavor = "multi_thread")]
async fn a_real_etcd_restores_our_snapshot() {
    let (Some(etcd), Some(etcdctl), Some(etcdutl)) =
        (real::program("etcd"), real::program("etcdctl"), real::program("etcdutl"))
    else {
        return;
    };
    let dir = tempfile::tempdir().unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    let client = ours.over_tcp();
    live(&client, 2000).await;
    let before = everything(&client).await;
    let snapshot = dir.path().join("snapshot.db");
    let address = ours.address.to_string();
    let restored = dir.path().join("etcd");
    let work = move || {
        let run = |command: &mut Command| {
            let output = command.output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        };
        run(Command::new(etcdctl).args(["--endpoints", &address, "snapshot", "save"]).arg(&snapshot));
        run(Command::new(etcdutl).args(["snapshot", "restore", "--data-dir"]).arg(&restored).arg(&snapshot));
    };
    tokio::task::spawn_blocking(work).await.unwrap();
    let real = Real::start(&etcd, dir.path()).await.unwrap();
    let after = everything(&real.client()).await;
    assert_eq!(after.kvs, before.kvs);
    assert_eq!(after.revision, before.revision);
    ours.stop().await.unwrap();
}
