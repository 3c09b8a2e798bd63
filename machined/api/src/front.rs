//! Tells apid what to show, now and at each change.

use std::pin::Pin;

use apid_proto::front::front_server::Front;
use apid_proto::front::{State, WatchRequest};
use futures::{Stream, StreamExt, stream};
use machined_resources::{ApiIdentity, Resource};
use machined_runtime::Store;
use tonic::{Request, Response, Status};

use crate::Machine;

pub(crate) struct FrontService(pub(crate) Machine);

#[tonic::async_trait]
impl Front for FrontService {
    type WatchStream = Pin<Box<dyn Stream<Item = Result<State, Status>> + Send>>;

    async fn watch(&self, _: Request<WatchRequest>) -> Result<Response<Self::WatchStream>, Status> {
        let store = self.0.context.store.clone();
        let states = stream::unfold((store, 0), |(store, seen)| async move {
            let (state, seen) = next(&store, seen).await;
            Some((Ok(state), (store, seen)))
        });
        let shutdown = self.0.tasks.shutdown().requested_owned();
        Ok(Response::new(Box::pin(states.take_until(shutdown))))
    }
}

async fn next(store: &Store, mut seen: u64) -> (State, u64) {
    loop {
        seen = store.changed_after(&[ApiIdentity::TYPE], seen).await;
        if let Some(identity) = store.only::<ApiIdentity>() {
            let state = State {
                maintenance: identity.client_authority.is_empty(),
                certificate: identity.certificate,
                key: identity.key.into_inner(),
                client_authority: identity.client_authority,
                denied_serials: Vec::new(),
            };
            return (state, seen);
        }
    }
}
