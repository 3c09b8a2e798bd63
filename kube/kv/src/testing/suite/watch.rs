//! Watches: from now, from the past, from the future; batches, previous values, filters, progress.

use super::{Body, Case};
use crate::{Delete, Keys, Op, Put, Revision, Txn, Watch, WatchMessage};

pub(super) const CASES: &[(&str, Body)] = &[
    ("watch_from_now", |case| Box::pin(from_now(case))),
    ("watch_from_the_past", |case| Box::pin(from_past(case))),
    ("watch_from_the_future", |case| Box::pin(from_future(case))),
    ("watch_batches", |case| Box::pin(batches(case))),
    ("watch_prev_kv", |case| Box::pin(prev_kv(case))),
    ("watch_filters", |case| Box::pin(filters(case))),
    ("watch_spans", |case| Box::pin(spans(case))),
    ("watch_progress", |case| Box::pin(progress(case))),
    ("watch_many", |case| Box::pin(many(case))),
];

fn owned(revision: Revision, events: &[&str]) -> (Revision, Vec<String>) {
    (revision, events.iter().map(|event| (*event).to_owned()).collect())
}

async fn from_now(case: &Case<'_>) {
    case.put("k", "before").await;
    let mut watcher = case.watch(Watch::of(case.all())).await;
    let one = case.put("k", "1").await;
    let gone = case.kv.delete(Delete::of(Keys::one(case.key("k")))).await.expect("delete").revision;
    assert_eq!(case.events(&mut watcher).await, owned(one, &["put k=1"]));
    assert_eq!(case.events(&mut watcher).await, owned(gone, &["delete k"]));
}

async fn from_past(case: &Case<'_>) {
    case.put("k", "0").await;
    let one = case.put("k", "1").await;
    let two = case.put("k", "2").await;
    let mut watcher = case.watch(Watch::of(case.all()).since(one)).await;
    assert_eq!(case.events(&mut watcher).await, owned(one, &["put k=1"]));
    assert_eq!(case.events(&mut watcher).await, owned(two, &["put k=2"]));
    let three = case.put("k", "3").await;
    assert_eq!(case.events(&mut watcher).await, owned(three, &["put k=3"]), "it goes on into the present");
}

async fn from_future(case: &Case<'_>) {
    let now = case.put("k", "0").await;
    let mut watcher = case.watch(Watch::of(case.all()).since(Revision(now.0 + 2))).await;
    case.put("k", "1").await;
    let two = case.put("k", "2").await;
    assert_eq!(case.events(&mut watcher).await, owned(two, &["put k=2"]));
}

async fn batches(case: &Case<'_>) {
    case.put("z", "0").await;
    let mut live = case.watch(Watch::of(case.all())).await;
    let txn = Txn::always([
        Op::Put(Put::new(case.key("b"), "1")),
        Op::Delete(Delete::of(Keys::one(case.key("z")))),
        Op::Put(Put::new(case.key("a"), "2")),
    ]);
    let at = case.kv.txn(txn).await.expect("txn").revision;
    let expected = owned(at, &["put b=1", "delete z", "put a=2"]);
    assert_eq!(case.events(&mut live).await, expected, "one message, in the transaction's order");
    let mut late = case.watch(Watch::of(case.all()).since(at)).await;
    assert_eq!(case.events(&mut late).await, expected);
}

async fn prev_kv(case: &Case<'_>) {
    let first = case.put("k", "1").await;
    let mut live = case.watch(Watch::of(case.all()).prev_kv()).await;
    let second = case.put("k", "2").await;
    let gone = case.kv.delete(Delete::of(case.all())).await.expect("delete").revision;
    let mut late = case.watch(Watch::of(case.all()).since(first).prev_kv()).await;
    assert_eq!(case.events(&mut late).await, owned(first, &["put k=1"]));
    for watcher in [&mut live, &mut late] {
        assert_eq!(case.events(watcher).await, owned(second, &["put k=2 was 1"]));
        assert_eq!(case.events(watcher).await, owned(gone, &["delete k was 2"]));
    }
}

async fn filters(case: &Case<'_>) {
    let mut deletes = case.watch(Watch { no_put: true, ..Watch::of(case.all()) }).await;
    let mut puts = case.watch(Watch { no_delete: true, ..Watch::of(case.all()) }).await;
    let one = case.put("k", "1").await;
    let gone = case.kv.delete(Delete::of(case.all())).await.expect("delete").revision;
    let two = case.put("k", "2").await;
    assert_eq!(case.events(&mut deletes).await, owned(gone, &["delete k"]));
    assert_eq!(case.events(&mut puts).await, owned(one, &["put k=1"]));
    assert_eq!(case.events(&mut puts).await, owned(two, &["put k=2"]));
}

async fn spans(case: &Case<'_>) {
    let mut one = case.watch(Watch::of(Keys::one(case.key("b")))).await;
    let mut span = case.watch(Watch::of(case.span("b", "c"))).await;
    case.put("a", "x").await;
    let b = case.put("b", "1").await;
    let b1 = case.put("b1", "2").await;
    case.put("c", "x").await;
    let b2 = case.put("b", "3").await;
    assert_eq!(case.events(&mut one).await, owned(b, &["put b=1"]));
    assert_eq!(case.events(&mut one).await, owned(b2, &["put b=3"]));
    assert_eq!(case.events(&mut span).await, owned(b, &["put b=1"]));
    assert_eq!(case.events(&mut span).await, owned(b1, &["put b1=2"]));
    assert_eq!(case.events(&mut span).await, owned(b2, &["put b=3"]));
}

async fn progress(case: &Case<'_>) {
    let mut watcher = case.watch(Watch::of(Keys::prefix(case.key("watched/")))).await;
    let seen = case.put("watched/k", "1").await;
    let other = case.put("elsewhere", "1").await;
    watcher.progress().request();
    let mut events = 0;
    let reached = loop {
        match watcher.next().await.expect("goes on").expect("no error") {
            WatchMessage::Events { revision, .. } => {
                assert_eq!(revision, seen);
                events += 1;
            }
            WatchMessage::Progress(revision) if revision >= other => break revision,
            // A store may answer from before it caught up, as etcd does for a watch behind; asking again is allowed.
            WatchMessage::Progress(_) => watcher.progress().request(),
        }
    };
    assert_eq!((events, reached), (1, other), "events come before the progress that covers them");
}

async fn many(case: &Case<'_>) {
    let mut watcher = case.watch(Watch::of(case.all())).await;
    let mut expected = Vec::new();
    for i in 0..300 {
        expected.push((case.put("k", &i.to_string()).await, vec![format!("put k={i}")]));
    }
    let mut late = case.watch(Watch::of(case.all()).since(expected[0].0)).await;
    for want in expected {
        assert_eq!(case.events(&mut watcher).await, want);
        assert_eq!(case.events(&mut late).await, want);
    }
}
