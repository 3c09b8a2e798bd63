//! What stays stored after compaction.

use crate::memory::Memory;
use kube_kv::{Delete, Keys, Op, Put, Revision, Txn};
use kube_mvcc::{Command, Store};

fn run(store: &mut Store, memory: &mut Memory, op: Op) -> Revision {
    store.apply(memory, &Command::Txn(Txn::always([op]))).expect("the storage works").revision
}

fn compact(store: &mut Store, memory: &mut Memory, at: Revision) {
    store.apply(memory, &Command::Compact { at }).expect("the storage works").reply.expect("compacted");
    while store.reclaim(memory, 1).expect("the storage works") {}
}

#[test]
fn only_live_versions_stay() {
    let (mut store, mut memory) = (Store::default(), Memory::default());
    for round in 0..50 {
        for key in ["a", "b", "c"] {
            run(&mut store, &mut memory, Op::Put(Put::new(key, format!("{round}"))));
        }
    }
    let gone = run(&mut store, &mut memory, Op::Delete(Delete::of(Keys::one("c"))));
    compact(&mut store, &mut memory, gone);
    assert_eq!(memory.versions.len(), 3, "two keys, and the deletion at the compacted revision");
    let last = run(&mut store, &mut memory, Op::Put(Put::new("a", "last")));
    compact(&mut store, &mut memory, last);
    assert_eq!((memory.versions.len(), store.keys()), (2, 2));
}

#[test]
fn a_restart_in_the_middle_of_reclaiming_loses_no_garbage() {
    let (mut store, mut memory) = (Store::default(), Memory::default());
    for _ in 0..10 {
        for key in ["a", "b"] {
            run(&mut store, &mut memory, Op::Put(Put::new(key, "x")));
        }
    }
    let at = store.revision();
    store.apply(&mut memory, &Command::Compact { at }).expect("the storage works").reply.expect("compacted");
    store.reclaim(&mut memory, 1).expect("the storage works");
    let mut store = memory.load();
    while store.reclaim(&mut memory, 1).expect("the storage works") {}
    assert_eq!(memory.versions.len(), 2);
}
