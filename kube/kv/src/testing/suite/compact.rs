//! Compaction: what can still be read, what is refused, what watches are told. Runs last: other cases need their past.

use super::{Body, Case, text};
use crate::{Delete, Keys, KvError, Range, Revision, Watch};

pub(super) const CASES: &[(&str, Body)] = &[
    ("compact_keeps_what_is_live", |case| Box::pin(keeps(case))),
    ("compact_refusals", |case| Box::pin(refusals(case))),
    ("compact_and_watches", |case| Box::pin(watches(case))),
    ("status_tells_revision_and_version", |case| Box::pin(status(case))),
];

async fn keeps(case: &Case<'_>) {
    let one = case.put("k", "1").await;
    case.put("gone", "x").await;
    case.kv.delete(Delete::of(Keys::one(case.key("gone")))).await.expect("delete");
    let two = case.put("k", "2").await;
    let untouched = case.put("other", "x").await;
    let three = case.put("k", "3").await;
    assert_eq!(case.kv.compact(untouched).await, Ok(three));
    let at = async |revision| {
        let found = case.kv.range(Range::of(Keys::one(case.key("k"))).at(revision)).await?;
        Ok(found.kvs.first().map(|kv| text(&kv.value)))
    };
    for gone in [one, two] {
        assert!(matches!(at(gone).await, Err(KvError::Compacted { .. })), "{gone}");
    }
    assert_eq!(at(untouched).await, Ok(Some("2".into())), "the compacted revision itself can be read");
    assert_eq!(at(three).await, Ok(Some("3".into())));
    let all = case.range(Range::of(case.all())).await;
    assert_eq!(case.names(&all), ["k", "other"]);
    assert_eq!((all.kvs[0].create_revision, all.kvs[0].version), (one, 3), "counting goes on");
    let reborn = case.put("gone", "again").await;
    let kv = case.range(Range::of(Keys::one(case.key("gone")))).await.kvs[0].clone();
    assert_eq!((kv.create_revision, kv.version), (reborn, 1));
}

async fn refusals(case: &Case<'_>) {
    case.put("k", "1").await;
    let now = case.put("k", "2").await;
    case.kv.compact(now).await.expect("compact up to now");
    for again in [now, now.previous()] {
        assert!(matches!(case.kv.compact(again).await, Err(KvError::Compacted { .. })));
    }
    assert_eq!(case.kv.compact(Revision(now.0 + 100)).await, Err(KvError::FutureRevision));
    assert_eq!(case.get("k").await.as_deref(), Some("2"));
    assert_eq!(case.revision().await, now, "compaction is no write");
}

async fn watches(case: &Case<'_>) {
    let one = case.put("k", "1").await;
    let mut running = case.watch(Watch::of(case.all()).since(one)).await;
    case.events(&mut running).await;
    let two = case.put("k", "2").await;
    let three = case.put("k", "3").await;
    case.kv.compact(two).await.expect("compact");
    let mut late = case.watch(Watch::of(case.all()).since(one)).await;
    assert_eq!(late.next().await, Some(Err(KvError::Compacted { at: Some(two) })));
    let mut exact = case.watch(Watch::of(case.all()).since(two).prev_kv()).await;
    assert_eq!(case.events(&mut exact).await, (two, vec!["put k=2".into()]), "what was before it is gone");
    assert_eq!(case.events(&mut exact).await, (three, vec!["put k=3 was 2".into()]));
    assert_eq!(case.events(&mut running).await.0, two, "a watch that kept up is not disturbed");
    assert_eq!(case.events(&mut running).await.0, three);
}

async fn status(case: &Case<'_>) {
    let now = case.put("k", "1").await;
    let status = case.kv.status().await.expect("status");
    assert!(status.revision >= now && status.version.starts_with("3."), "{status:?}");
    assert!(status.member_id != 0 && status.leader == status.member_id, "{status:?}");
}
