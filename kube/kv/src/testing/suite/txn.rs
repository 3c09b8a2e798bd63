//! Writes and transactions: compares, both branches, one revision, refusals that change nothing.

use super::{Body, Case, text};
use crate::{
    Compare, CompareWith, Delete, Keys, KvError, LeaseId, Op, OpResult, Put, PutLease, PutValue, Range, Relation,
    Revision, TXN_OPS_MAX, Txn,
};

pub(super) const CASES: &[(&str, Body)] = &[
    ("put_and_prev", |case| Box::pin(put(case))),
    ("delete_and_prev", |case| Box::pin(delete(case))),
    ("put_keeping_value_or_lease", |case| Box::pin(keep(case))),
    ("txn_create_update_conflict", |case| Box::pin(conflict(case))),
    ("txn_compares", |case| Box::pin(compares(case))),
    ("txn_compares_of_spans", |case| Box::pin(compare_spans(case))),
    ("txn_sees_its_own_writes", |case| Box::pin(own_writes(case))),
    ("txn_at_one_revision", |case| Box::pin(one_revision(case))),
    ("txn_that_writes_nothing", |case| Box::pin(nothing(case))),
    ("txn_refusals_change_nothing", |case| Box::pin(refusals(case))),
];

async fn put(case: &Case<'_>) {
    let first = case.kv.put(Put::new(case.key("k"), "1").prev_kv()).await.expect("put");
    assert_eq!(first.prev_kv, None);
    let second = case.kv.put(Put::new(case.key("k"), "2").prev_kv()).await.expect("put");
    let prev = second.prev_kv.expect("asked for");
    assert_eq!((text(&prev.value), prev.mod_revision, prev.version), ("1".into(), first.revision, 1));
    assert_eq!(second.revision, first.revision.next());
}

async fn delete(case: &Case<'_>) {
    for name in ["a", "b", "c"] {
        case.put(name, name).await;
    }
    let last = case.put("d", "d").await;
    let gone = case.kv.delete(Delete::of(case.span("a", "c")).prev_kv()).await.expect("delete");
    assert_eq!((gone.deleted, gone.revision), (2, last.next()), "one revision for a span");
    assert_eq!(gone.prev_kvs.iter().map(|kv| text(&kv.value)).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(case.names(&case.range(Range::of(case.all())).await), ["c", "d"]);
    let again = case.kv.delete(Delete::of(case.span("a", "c"))).await.expect("delete");
    assert_eq!((again.deleted, again.revision), (0, last.next()), "nothing to delete, no revision");
    let reborn = case.put("a", "new").await;
    let kv = case.range(Range::of(Keys::one(case.key("a")))).await.kvs[0].clone();
    assert_eq!((kv.create_revision, kv.version), (reborn, 1), "a new life begins at one");
}

async fn keep(case: &Case<'_>) {
    let lease = case.kv.lease_grant(1000, None).await.expect("grant").id;
    case.kv.put(Put::new(case.key("k"), "1").lease(lease)).await.expect("put");
    let kept_lease = Put { lease: PutLease::Keep, ..Put::new(case.key("k"), "2") };
    case.kv.put(kept_lease).await.expect("put");
    let kv = case.range(Range::of(Keys::one(case.key("k")))).await.kvs[0].clone();
    assert_eq!((text(&kv.value), kv.lease), ("2".into(), Some(lease)));
    let kept_value = Put { value: PutValue::Keep, ..Put::new(case.key("k"), "") };
    case.kv.put(kept_value).await.expect("put");
    let kv = case.range(Range::of(Keys::one(case.key("k")))).await.kvs[0].clone();
    assert_eq!((text(&kv.value), kv.lease, kv.version), ("2".into(), None, 3));
    let missing = Put { value: PutValue::Keep, ..Put::new(case.key("missing"), "") };
    assert_eq!(case.kv.put(missing).await, Err(KvError::KeyNotFound));
    case.kv.lease_revoke(lease).await.expect("revoke");
    assert_eq!(case.get("k").await.as_deref(), Some("2"), "it was detached");
}

async fn conflict(case: &Case<'_>) {
    let create = |value: &'static str| {
        Txn::when([Compare::absent(case.key("k"))])
            .then([Op::Put(Put::new(case.key("k"), value))])
            .otherwise([Op::Range(Range::of(Keys::one(case.key("k"))))])
    };
    let created = case.kv.txn(create("1")).await.expect("txn");
    assert!(created.succeeded);
    let exists = case.kv.txn(create("2")).await.expect("txn");
    assert!(!exists.succeeded);
    assert_eq!(exists.revision, created.revision);
    let [OpResult::Range(found)] = exists.results.as_slice() else { panic!("{:?}", exists.results) };
    assert_eq!((text(&found.kvs[0].value), found.kvs[0].mod_revision), ("1".into(), created.revision));
    let update = Txn::when([Compare::mod_revision(case.key("k"), created.revision)])
        .then([Op::Put(Put::new(case.key("k"), "3"))]);
    assert!(case.kv.txn(update.clone()).await.expect("txn").succeeded);
    assert!(!case.kv.txn(update).await.expect("txn").succeeded, "the revision has moved");
    assert_eq!(case.get("k").await.as_deref(), Some("3"));
}

async fn holds(case: &Case<'_>, keys: Keys, relation: Relation, with: CompareWith) -> bool {
    case.kv.txn(Txn::when([Compare::new(keys, relation, with)])).await.expect("txn").succeeded
}

async fn compares(case: &Case<'_>) {
    use CompareWith::{CreateRevision, Lease, ModRevision, Value, Version};
    use Relation::{Equal, Greater, Less, NotEqual};
    let created = case.put("k", "m").await;
    let modified = case.put("k", "n").await;
    let check = async |relation, with| holds(case, Keys::one(case.key("k")), relation, with).await;
    assert!(check(Equal, Version(2)).await && check(Greater, Version(1)).await && check(Less, Version(3)).await);
    assert!(check(NotEqual, Version(1)).await && !check(NotEqual, Version(2)).await);
    assert!(check(Equal, CreateRevision(created)).await && check(Less, CreateRevision(modified)).await);
    assert!(check(Equal, ModRevision(modified)).await && check(Greater, ModRevision(created)).await);
    assert!(check(Equal, Value("n".into())).await && check(Greater, Value("m".into())).await);
    assert!(check(Less, Value("nn".into())).await && !check(Less, Value("n".into())).await);
    assert!(check(Equal, Lease(None)).await && !check(Equal, Lease(Some(LeaseId(7)))).await);
    let missing = async |relation, with| holds(case, Keys::one(case.key("missing")), relation, with).await;
    assert!(missing(Equal, Version(0)).await && missing(Equal, ModRevision(Revision(0))).await);
    assert!(missing(Equal, CreateRevision(Revision(0))).await && missing(Less, Version(1)).await);
    assert!(!missing(Equal, Value("".into())).await && !missing(NotEqual, Value("x".into())).await);
    assert!(missing(Equal, Lease(None)).await);
    let both = [Compare::absent(case.key("missing")), Compare::absent(case.key("k"))];
    assert!(!case.kv.txn(Txn::when(both)).await.expect("txn").succeeded, "all must hold");
    assert!(case.kv.txn(Txn::default()).await.expect("txn").succeeded, "none is all");
}

async fn compare_spans(case: &Case<'_>) {
    case.put("a", "1").await;
    case.put("b", "1").await;
    let check = async |relation, with| holds(case, case.all(), relation, with).await;
    assert!(check(Relation::Equal, CompareWith::Version(1)).await);
    case.put("b", "2").await;
    assert!(!check(Relation::Equal, CompareWith::Version(1)).await, "one of them differs");
    assert!(check(Relation::Greater, CompareWith::Version(0)).await);
    let nobody = holds(case, case.span("x", "z"), Relation::Equal, CompareWith::Version(0)).await;
    assert!(nobody, "an empty span is a missing key");
}

async fn own_writes(case: &Case<'_>) {
    case.put("old", "1").await;
    let key = |name| Keys::one(case.key(name));
    let txn = Txn::always([
        Op::Range(Range::of(case.all())),
        Op::Put(Put::new(case.key("new"), "2")),
        Op::Range(Range::of(case.all())),
        Op::Delete(Delete::of(key("old"))),
        Op::Range(Range::of(case.all())),
    ]);
    let done = case.kv.txn(txn).await.expect("txn");
    let seen: Vec<Vec<String>> = done
        .results
        .iter()
        .filter_map(|result| if let OpResult::Range(found) = result { Some(case.names(found)) } else { None })
        .collect();
    assert_eq!(seen, [vec!["old"], vec!["new", "old"], vec!["new"]]);
    assert_eq!(done.results.len(), 5);
}

async fn one_revision(case: &Case<'_>) {
    let before = case.put("a", "0").await;
    let puts = ["b", "c", "d"].map(|name| Op::Put(Put::new(case.key(name), name)));
    let done = case.kv.txn(Txn::always(puts)).await.expect("txn");
    assert_eq!(done.revision, before.next());
    let found = case.range(Range::of(case.span("b", "e"))).await;
    assert!(found.kvs.iter().all(|kv| kv.mod_revision == done.revision && kv.create_revision == done.revision));
    assert_eq!((found.kvs.len(), found.revision), (3, done.revision));
}

async fn nothing(case: &Case<'_>) {
    let before = case.put("a", "0").await;
    let read = case.kv.txn(Txn::always([Op::Range(Range::of(case.all()))])).await.expect("txn");
    assert_eq!(read.revision, before);
    let deleted = case.kv.txn(Txn::always([Op::Delete(Delete::of(Keys::one(case.key("x"))))])).await.expect("txn");
    assert_eq!(deleted.revision, before);
}

async fn refusals(case: &Case<'_>) {
    let before = case.put("k", "1").await;
    let put = |name: &str| Op::Put(Put::new(case.key(name), "2"));
    let refused = async |ops: Vec<Op>| case.kv.txn(Txn::always(ops)).await.expect_err("refused");
    assert_eq!(refused(vec![put("x"), put("x")]).await, KvError::DuplicateKey);
    assert_eq!(refused(vec![put("x"), Op::Delete(Delete::of(case.all()))]).await, KvError::DuplicateKey);
    assert_eq!(refused(vec![Op::Put(Put::new("", "2"))]).await, KvError::EmptyKey);
    assert_eq!(refused(vec![Op::Delete(Delete::of(Keys::one("")))]).await, KvError::EmptyKey);
    let many = (0..=TXN_OPS_MAX).map(|i| put(&i.to_string())).collect();
    assert_eq!(refused(many).await, KvError::TooManyOps);
    let leased = Op::Put(Put::new(case.key("y"), "2").lease(LeaseId(0x7ead)));
    assert_eq!(refused(vec![put("x"), leased]).await, KvError::LeaseNotFound);
    let future = Op::Range(Range::of(case.all()).at(Revision(before.0 + 100)));
    assert_eq!(refused(vec![put("x"), future]).await, KvError::FutureRevision);
    assert_eq!(case.revision().await, before);
    assert_eq!(case.names(&case.range(Range::of(case.all())).await), ["k"]);
}
