//! The same random commands to the store and to the model: same answers, same history, also after a restart.

use crate::memory::Memory;
use futures::FutureExt;
use kube_kv::testing::Model;
use kube_kv::{
    Compare, CompareWith, Delete, Direction, Keys, Kv, KvError, KvResult, LeaseId, Op, OrderBy, Put, PutLease,
    PutValue, Range, Relation, Revision, Txn,
};
use kube_mvcc::{Command, Reply, Store};
use proptest::prelude::*;

const KEYS: [&str; 5] = ["a", "b", "b/1", "b/2", "c"];

#[derive(Clone, Debug)]
enum Step {
    Txn(Txn),
    /// Behind the present by so much.
    Compact(i64),
    Grant(i64),
    Revoke(i64),
    Read {
        keys: Keys,
        back: i64,
        limit: usize,
        order: Option<(OrderBy, Direction)>,
    },
    Reclaim,
    Restart,
}

fn key() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&KEYS[..])
}

fn keys() -> impl Strategy<Value = Keys> {
    prop_oneof![
        4 => key().prop_map(Keys::one),
        1 => key().prop_map(Keys::prefix),
        1 => (key(), key()).prop_map(|(a, b)| Keys::span(a, b)),
        1 => key().prop_map(Keys::from),
        1 => Just(Keys::all()),
    ]
}

fn put() -> impl Strategy<Value = Put> {
    let value = prop_oneof![
        5 => "[a-c]{0,2}".prop_map(|value| PutValue::Set(value.into())),
        1 => Just(PutValue::Keep),
    ];
    let lease = prop_oneof![
        4 => Just(PutLease::None),
        2 => (1..4i64).prop_map(|id| PutLease::Attach(LeaseId(id))),
        1 => Just(PutLease::Keep),
    ];
    (key(), value, lease, any::<bool>()).prop_map(|(key, value, lease, prev_kv)| Put {
        key: key.into(),
        value,
        lease,
        prev_kv,
    })
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        4 => put().prop_map(Op::Put),
        2 => (keys(), any::<bool>()).prop_map(|(keys, prev_kv)| Op::Delete(Delete { keys, prev_kv })),
        1 => keys().prop_map(|keys| Op::Range(Range::of(keys))),
    ]
}

fn compare() -> impl Strategy<Value = Compare> {
    let relation =
        proptest::sample::select(&[Relation::Equal, Relation::NotEqual, Relation::Greater, Relation::Less][..]);
    let with = prop_oneof![
        (0..4i64).prop_map(CompareWith::Version),
        (0..20i64).prop_map(|at| CompareWith::CreateRevision(Revision(at))),
        (0..20i64).prop_map(|at| CompareWith::ModRevision(Revision(at))),
        "[a-c]{0,2}".prop_map(|value| CompareWith::Value(value.into())),
        (0..4i64).prop_map(|id| CompareWith::Lease(LeaseId::from_wire(id))),
    ];
    (keys(), relation, with).prop_map(|(keys, relation, with)| Compare::new(keys, relation, with))
}

fn step() -> impl Strategy<Value = Step> {
    let ops = || proptest::collection::vec(op(), 0..4);
    let txn = (proptest::collection::vec(compare(), 0..3), ops(), ops());
    let order = proptest::option::of((
        proptest::sample::select(&[OrderBy::Key, OrderBy::Value, OrderBy::ModRevision, OrderBy::Version][..]),
        proptest::sample::select(&[Direction::Ascending, Direction::Descending][..]),
    ));
    prop_oneof![
        4 => put().prop_map(|put| Step::Txn(Txn::always([Op::Put(put)]))),
        6 => txn.prop_map(|(compares, success, failure)| Step::Txn(Txn { compares, success, failure })),
        1 => (-1..6i64).prop_map(Step::Compact),
        1 => (1..4i64).prop_map(Step::Grant),
        1 => (1..4i64).prop_map(Step::Revoke),
        4 => (keys(), -1..8i64, 0..4usize, order)
            .prop_map(|(keys, back, limit, order)| Step::Read { keys, back, limit, order }),
        1 => Just(Step::Reclaim),
        1 => Just(Step::Restart),
    ]
}

struct Pair {
    model: Model,
    store: Store,
    memory: Memory,
}

impl Pair {
    fn apply(&mut self, command: &Command) -> KvResult<Reply> {
        let before = self.store.revision();
        let effects = self.store.apply(&mut self.memory, command).expect("the storage works");
        assert_eq!(effects.revision, self.store.revision());
        assert_eq!(effects.events.is_empty(), effects.revision == before, "a revision is a change");
        effects.reply
    }

    fn range(&self, range: &Range) -> KvResult<kube_kv::RangeResult> {
        let selection = self.store.select(range)?;
        let kvs = selection.places.iter().map(|place| self.memory.versions[place].clone()).collect();
        Ok(selection.finish(range, kvs))
    }

    fn step(&mut self, step: &Step) {
        let now = self.store.revision();
        match step {
            Step::Txn(txn) => {
                let ours = self.apply(&Command::Txn(txn.clone()));
                let theirs = ready(self.model.txn(txn.clone())).map(Reply::Txn);
                assert_eq!(ours, theirs);
            }
            Step::Compact(back) => {
                let at = Revision(now.0 - back);
                let ours = self.apply(&Command::Compact { at });
                assert_eq!(ours, ready(self.model.compact(at)).map(|revision| Reply::Compacted { revision }));
            }
            Step::Grant(id) => {
                let ours = self.apply(&Command::LeaseGrant { id: LeaseId(*id), ttl_s: 60 });
                let theirs = ready(self.model.lease_grant(60, Some(LeaseId(*id)))).map(Reply::LeaseGranted);
                assert_eq!(ours, theirs);
            }
            Step::Revoke(id) => {
                let ours = self.apply(&Command::LeaseRevoke { id: LeaseId(*id) });
                let theirs = ready(self.model.lease_revoke(LeaseId(*id)));
                assert_eq!(ours, theirs.map(|revision| Reply::LeaseRevoked { revision }));
            }
            Step::Read { keys, back, limit, order } => {
                let mut range = Range::of(keys.clone()).at(Revision(now.0 - back)).limit(*limit);
                range.order = order.map(|(by, direction)| kube_kv::Order { by, direction });
                assert_eq!(self.range(&range), ready(self.model.range(range.clone())));
            }
            Step::Reclaim => drop(self.store.reclaim(&mut self.memory, 2).expect("the storage works")),
            Step::Restart => self.store = self.memory.load(),
        }
    }

    /// Everything that can still be read is the same in both.
    fn compare(&self) {
        for at in 1..=self.store.revision().0 {
            let range = Range::of(Keys::all()).at(Revision(at));
            assert_eq!(self.range(&range), ready(self.model.range(range.clone())), "at {at}");
        }
        for id in 1..4 {
            let theirs = ready(self.model.lease_time_to_live(LeaseId(id)));
            match theirs {
                Ok(status) => assert_eq!(self.store.lease_keys(LeaseId(id)), status.keys),
                Err(err) => assert_eq!((err, self.store.lease_ttl_s(LeaseId(id))), (KvError::LeaseNotFound, None)),
            }
        }
    }
}

fn ready<T>(future: impl Future<Output = T>) -> T {
    future.now_or_never().expect("the model never waits")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn store_and_model_agree(steps in proptest::collection::vec(step(), 1..60)) {
        let mut pair = Pair { model: Model::new(), store: Store::default(), memory: Memory::default() };
        for step in &steps {
            pair.step(step);
        }
        pair.compare();
        while pair.store.reclaim(&mut pair.memory, 1).expect("the storage works") {}
        pair.compare();
        pair.store = pair.memory.load();
        pair.compare();
    }
}
