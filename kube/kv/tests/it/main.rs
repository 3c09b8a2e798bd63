//! The model passes the suite that it is the yardstick of.

use kube_kv::Kv;
use kube_kv::testing::{Model, Subject, suite};
use std::sync::Arc;
use std::time::Duration;

struct Stepped(Model);

#[async_trait::async_trait]
impl Subject for Stepped {
    fn kv(&self) -> Arc<dyn Kv> {
        Arc::new(self.0.clone())
    }

    async fn pass(&self, time: Duration) {
        self.0.advance(time);
    }
}

#[tokio::test]
async fn model_passes_the_suite() {
    suite::run(&Stepped(Model::new())).await;
}
