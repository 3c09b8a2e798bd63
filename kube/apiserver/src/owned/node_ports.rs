//! Node ports of Services: one bitmap in the store, changed under its revision, so that no port is given twice.
//!
//! As upstream: pkg/registry/core/service/portallocator; the bitmap stands at the same key in the same form.

use std::collections::BTreeSet;
use std::sync::Arc;

use kube_api::schema::builtin;
use kube_api::value::Value;
use kube_kv::{Compare, Keys, Op, Put, Range, Revision, Txn};

use crate::admission::look_all;
use crate::registry::storage::store_error;
use crate::server::Server;
use crate::status::{ApiError, Result};
use crate::wire;

const KEY: &str = "/registry/ranges/servicenodeports";
const TRIES: usize = 20;

/// Which ports are taken: bit n is the n-th port of the range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Bits(Vec<u8>);

impl Bits {
    /// Go's big.Int: the last byte holds the lowest bits.
    fn get(&self, at: usize) -> bool {
        let byte = self.0.len().checked_sub(at / 8 + 1).and_then(|index| self.0.get(index));
        byte.is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    }

    fn set(&mut self, at: usize, on: bool) {
        let needed = at / 8 + 1;
        if self.0.len() < needed {
            let mut grown = vec![0; needed - self.0.len()];
            grown.append(&mut self.0);
            self.0 = grown;
        }
        let index = self.0.len() - needed;
        if let Some(byte) = self.0.get_mut(index) {
            if on { *byte |= 1 << (at % 8) } else { *byte &= !(1 << (at % 8)) }
        }
        let zeros = self.0.iter().take_while(|byte| **byte == 0).count();
        self.0.drain(..zeros);
    }
}

fn range_text(server: &Server) -> String {
    format!("{}-{}", server.config.node_ports.first, server.config.node_ports.last)
}

fn index(server: &Server, port: i64) -> Option<usize> {
    let (first, last) = (i64::from(server.config.node_ports.first), i64::from(server.config.node_ports.last));
    (first..=last).contains(&port).then(|| usize::try_from(port - first).unwrap_or(0))
}

async fn read(server: &Server) -> Result<(Bits, i64)> {
    let found = server.kv.range(Range::of(Keys::one(KEY))).await.map_err(store_error)?;
    let Some(kv) = found.kvs.into_iter().next() else { return Ok((Bits::default(), 0)) };
    let schema =
        builtin::kind("", "v1", "RangeAllocation").ok_or_else(|| ApiError::internal("no type for RangeAllocation"))?;
    let message = crate::cache::splice::unwrap(&kv.value).map_err(ApiError::internal)?;
    let object = wire::protobuf_message(message, schema).map_err(ApiError::internal)?;
    // A range that has changed begins anew; the repair fills it from the Services.
    let same = object.text(&["range"]) == Some(&range_text(server));
    let bits = object.get("data").and_then(Value::as_bytes).filter(|_| same).map(<[u8]>::to_vec).unwrap_or_default();
    Ok((Bits(bits), kv.mod_revision.0))
}

async fn write(server: &Server, bits: &Bits, revision: i64) -> Result<bool> {
    let schema =
        builtin::kind("", "v1", "RangeAllocation").ok_or_else(|| ApiError::internal("no type for RangeAllocation"))?;
    let mut object = Value::default();
    object.set("range", range_text(server));
    object.set("data", Value::Bytes(bits.0.clone().into_boxed_slice()));
    let body = wire::protobuf_object(&object, schema, "v1", "RangeAllocation").map_err(ApiError::internal)?;
    let txn = Txn::when([Compare::mod_revision(KEY, Revision(revision))]).then([Op::Put(Put::new(KEY, body))]);
    Ok(server.kv.txn(txn).await.map_err(store_error)?.succeeded)
}

/// Takes these ports, and as many more as are wanted; either all or none.
pub(crate) async fn take(server: &Server, ports: &[i64], more: usize) -> Result<Vec<i64>, Taken> {
    for _ in 0..TRIES {
        let (mut bits, revision) = read(server).await?;
        let mut given = Vec::new();
        for port in ports {
            let at = index(server, *port).ok_or_else(|| Taken::OutOfRange(range_text(server)))?;
            if bits.get(at) {
                return Err(Taken::InUse(*port));
            }
            bits.set(at, true);
            given.push(*port);
        }
        let first = i64::from(server.config.node_ports.first);
        let size = usize::from(server.config.node_ports.last - server.config.node_ports.first) + 1;
        for _ in 0..more {
            let start =
                usize::from(u16::from_le_bytes(uuid::Uuid::new_v4().as_bytes()[..2].try_into().unwrap_or_default()))
                    % size;
            let free = (0..size).map(|step| (start + step) % size).find(|at| !bits.get(*at)).ok_or(Taken::Full)?;
            bits.set(free, true);
            given.push(first + i64::try_from(free).unwrap_or(0));
        }
        if write(server, &bits, revision).await? {
            return Ok(given);
        }
    }
    Err(Taken::Api(ApiError::service_unavailable("the node port range is being changed too often")))
}

/// Why ports could not be taken.
pub(crate) enum Taken {
    InUse(i64),
    OutOfRange(String),
    Full,
    Api(ApiError),
}

impl From<ApiError> for Taken {
    fn from(err: ApiError) -> Self {
        Self::Api(err)
    }
}

pub(crate) async fn give_back(server: &Server, ports: &[i64]) -> Result<()> {
    for _ in 0..TRIES {
        let (mut bits, revision) = read(server).await?;
        for at in ports.iter().filter_map(|port| index(server, *port)) {
            bits.set(at, false);
        }
        if write(server, &bits, revision).await? {
            return Ok(());
        }
    }
    Ok(())
}

/// Every port of a Service.
pub(crate) fn ports_of(service: &Value) -> BTreeSet<i64> {
    let mut found: BTreeSet<i64> = service
        .items(&["spec", "ports"])
        .iter()
        .filter_map(|port| port.int(&["nodePort"]))
        .filter(|port| *port != 0)
        .collect();
    found.extend(service.int(&["spec", "healthCheckNodePort"]).filter(|port| *port != 0));
    found
}

/// Ports that a Service has are taken; ports that none has are free again.
pub(crate) async fn repair(server: &Arc<Server>) -> Result<()> {
    let (bits, revision) = read(server).await?;
    let mut wanted = Bits::default();
    for service in look_all(server, "", "services", "")? {
        for at in ports_of(&service).into_iter().filter_map(|port| index(server, port)) {
            wanted.set(at, true);
        }
    }
    // What is taken and not yet stored in a Service looks leaked: it is freed only when it still is the next time.
    let mut union = bits.clone();
    for at in 0..usize::from(server.config.node_ports.last - server.config.node_ports.first) + 1 {
        if wanted.get(at) {
            union.set(at, true);
        }
    }
    if union != bits || revision == 0 {
        write(server, &union, revision).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_gos() {
        let mut bits = Bits::default();
        bits.set(0, true);
        bits.set(9, true);
        assert_eq!(bits.0, [2, 1]);
        assert!(bits.get(0) && bits.get(9) && !bits.get(8) && !bits.get(100));
        bits.set(9, false);
        assert_eq!(bits.0, [1]);
    }
}
