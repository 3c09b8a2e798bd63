//! Reads: spans, limits, orders, projections, the past.

use super::{Body, Case, text};
use crate::{Direction, Keys, KvError, OrderBy, Put, Range, Revision, RevisionSpan};
use bytes::Bytes;

pub(super) const CASES: &[(&str, Body)] = &[
    ("range_of_spans", |case| Box::pin(spans(case))),
    ("range_limits", |case| Box::pin(limits(case))),
    ("range_projections", |case| Box::pin(projections(case))),
    ("range_orders", |case| Box::pin(orders(case))),
    ("range_filters", |case| Box::pin(filters(case))),
    ("range_in_the_past", |case| Box::pin(past(case))),
    ("range_metadata", |case| Box::pin(metadata(case))),
    ("range_refusals", |case| Box::pin(refusals(case))),
];

async fn fill(case: &Case<'_>) {
    for name in ["a", "b", "b1", "c"] {
        case.put(name, &format!("value of {name}")).await;
    }
}

async fn spans(case: &Case<'_>) {
    fill(case).await;
    let names = async |keys: Keys| case.names(&case.range(Range::of(keys)).await);
    assert_eq!(names(case.all()).await, ["a", "b", "b1", "c"]);
    assert_eq!(names(Keys::one(case.key("b"))).await, ["b"]);
    assert_eq!(names(Keys::prefix(case.key("b"))).await, ["b", "b1"]);
    assert_eq!(names(case.span("b", "c")).await, ["b", "b1"]);
    assert_eq!(names(case.span("c", "b")).await, [""; 0], "an inverted span is empty");
    assert_eq!(names(case.span("b", "b")).await, [""; 0]);
    assert_eq!(names(Keys::one(case.key("zz"))).await, [""; 0]);
    let on = case.range(Range::of(Keys::from(case.key("b1"))).limit(2)).await;
    assert_eq!(case.names(&on), ["b1", "c"]);
}

async fn limits(case: &Case<'_>) {
    fill(case).await;
    let two = case.range(Range::of(case.all()).limit(2)).await;
    assert_eq!((case.names(&two), two.more, two.count), (vec!["a".into(), "b".into()], true, 4));
    let four = case.range(Range::of(case.all()).limit(4)).await;
    assert_eq!((four.kvs.len(), four.more, four.count), (4, false, 4));
    let all = case.range(Range::of(case.all())).await;
    assert_eq!((all.kvs.len(), all.more, all.count), (4, false, 4));
    // The way a list is read in pieces: from the last key on, at the first piece's revision.
    case.put("b0", "later").await;
    let mut after = two.kvs.last().expect("two").key.to_vec();
    after.push(0);
    let end = case.all().to_wire().1;
    let rest = case.range(Range::of(Keys::span(after, end)).at(two.revision).limit(2)).await;
    assert_eq!((case.names(&rest), rest.more, rest.count), (vec!["b1".into(), "c".into()], false, 2));
}

async fn projections(case: &Case<'_>) {
    fill(case).await;
    let keys = case.range(Range::of(case.all()).keys_only().limit(1)).await;
    assert_eq!((keys.kvs.len(), keys.more, keys.count), (1, true, 4));
    assert_eq!((keys.kvs[0].value.len(), keys.kvs[0].version), (0, 1));
    let count = case.range(Range::of(case.all()).count_only()).await;
    assert_eq!((count.kvs.len(), count.more, count.count), (0, false, 4));
}

async fn orders(case: &Case<'_>) {
    for (name, value) in [("a", "2"), ("b", "3"), ("c", "1"), ("a", "2")] {
        case.put(name, value).await;
    }
    let names = async |by, direction| case.names(&case.range(Range::of(case.all()).order(by, direction)).await);
    assert_eq!(names(OrderBy::Key, Direction::Descending).await, ["c", "b", "a"]);
    assert_eq!(names(OrderBy::Value, Direction::Ascending).await, ["c", "a", "b"]);
    assert_eq!(names(OrderBy::ModRevision, Direction::Descending).await, ["a", "c", "b"]);
    assert_eq!(names(OrderBy::CreateRevision, Direction::Ascending).await, ["a", "b", "c"]);
    assert_eq!(names(OrderBy::Version, Direction::Descending).await[0], "a");
    let first = case.range(Range::of(case.all()).order(OrderBy::Key, Direction::Descending).limit(1)).await;
    assert_eq!((case.names(&first), first.more, first.count), (vec!["c".into()], true, 3), "sorted, then cut");
}

async fn filters(case: &Case<'_>) {
    let a = case.put("a", "1").await;
    let b = case.put("b", "1").await;
    case.put("a", "2").await;
    let span = |min: Option<Revision>, max| RevisionSpan { min, max };
    let range = Range { mod_revisions: span(None, Some(b)), ..Range::of(case.all()) };
    let found = case.range(range).await;
    assert_eq!((case.names(&found), found.count), (vec!["b".into()], 2), "count is of the span");
    let range = Range { create_revisions: span(None, Some(a)), ..Range::of(case.all()) };
    assert_eq!(case.names(&case.range(range).await), ["a"]);
    let range = Range { mod_revisions: span(Some(b), None), ..Range::of(case.all()) }.limit(1);
    let found = case.range(range).await;
    assert_eq!((case.names(&found), found.more), (vec!["a".into()], true));
}

async fn past(case: &Case<'_>) {
    let first = case.put("k", "1").await;
    case.put("k", "2").await;
    case.kv.delete(crate::Delete::of(Keys::one(case.key("k")))).await.expect("delete");
    let last = case.put("k", "3").await;
    let at = async |revision| {
        let found = case.range(Range::of(Keys::one(case.key("k"))).at(revision)).await;
        assert_eq!(found.revision, last, "the store's revision, not the one asked for");
        found.kvs.first().map(|kv| text(&kv.value))
    };
    assert_eq!(at(first.previous()).await, None);
    assert_eq!(at(first).await.as_deref(), Some("1"));
    assert_eq!(at(Revision(first.0 + 1)).await.as_deref(), Some("2"));
    assert_eq!(at(Revision(first.0 + 2)).await, None);
    assert_eq!(at(last).await.as_deref(), Some("3"));
    assert_eq!(last.0, first.0 + 3, "one revision for each write");
}

async fn metadata(case: &Case<'_>) {
    let first = case.put("k", "1").await;
    let second = case.put("k", "2").await;
    let found = case.range(Range::of(Keys::one(case.key("k"))).serializable()).await;
    let kv = &found.kvs[0];
    assert_eq!((kv.create_revision, kv.mod_revision, kv.version, kv.lease), (first, second, 2, None));
    let binary: Bytes = (0..=255u8).collect::<Vec<u8>>().into();
    case.kv.put(Put::new(case.key("k"), binary.clone())).await.expect("any bytes are a value");
    case.put("empty", "").await;
    assert_eq!(case.range(Range::of(Keys::one(case.key("k")))).await.kvs[0].value, binary);
    assert_eq!(case.get("empty").await.as_deref(), Some(""));
}

async fn refusals(case: &Case<'_>) {
    let now = case.put("k", "1").await;
    let future = case.kv.range(Range::of(case.all()).at(Revision(now.0 + 100))).await;
    assert_eq!(future, Err(KvError::FutureRevision));
    let nameless = case.kv.range(Range::of(Keys::one(""))).await;
    assert_eq!(nameless, Err(KvError::EmptyKey));
}
