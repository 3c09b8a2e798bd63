//! The suite of `kube_kv` against our store in this process, over TCP, over a unix socket, and against Debian's etcd.

use kube_kv::Kv;
use kube_kv::testing::{Subject, suite};
use machined_base::Clock;
use std::sync::Arc;
use std::time::Duration;
use tests_store::ours::{self, Ours};
use tests_store::real::{self, Real};

struct Live(Arc<dyn Kv>);

#[async_trait::async_trait]
impl Subject for Live {
    fn kv(&self) -> Arc<dyn Kv> {
        Arc::clone(&self.0)
    }

    async fn pass(&self, time: Duration) {
        Clock::system().sleep(time).await;
    }
}

async fn run(kv: Arc<dyn Kv>) {
    let suite = async { suite::run(&Live(kv)).await };
    Clock::system().timeout(Duration::from_secs(120), suite).await.expect("the suite ends");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_process() {
    let dir = tempfile::tempdir().unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    run(Arc::new(ours.handle.clone())).await;
    ours.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tcp() {
    let dir = tempfile::tempdir().unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    run(Arc::new(ours.over_tcp())).await;
    ours.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn over_a_unix_socket() {
    let dir = tempfile::tempdir().unwrap();
    let ours = Ours::start(&ours::config(dir.path())).await.unwrap();
    run(Arc::new(Ours::over_socket(dir.path()))).await;
    ours.stop().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn debians_etcd() {
    let Some(program) = real::program("etcd") else { return };
    let dir = tempfile::tempdir().unwrap();
    let real = Real::start(&program, dir.path()).await.unwrap();
    run(Arc::new(real.client())).await;
}
