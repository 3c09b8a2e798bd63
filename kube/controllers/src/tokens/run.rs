//! Drives bootstrap tokens: the cleaner has one key for each secret, the signer one for `cluster-info`.

use std::sync::Arc;

use jiff::Timestamp;
use kube_informer::Key;

use crate::caches::PartCaches;
use crate::driver::Controller;
use crate::plan::Plan;
use crate::queue::Queue;
use crate::tokens::plan::{expired, sign};

pub(crate) struct TokenCleaner {
    parts: Arc<PartCaches>,
}

pub(crate) struct BootstrapSigner {
    parts: Arc<PartCaches>,
}

const INFO: (&str, &str) = ("kube-public", "cluster-info");

impl TokenCleaner {
    pub(crate) fn new(parts: Arc<PartCaches>) -> Self {
        Self { parts }
    }
}

impl BootstrapSigner {
    pub(crate) fn new(parts: Arc<PartCaches>) -> Self {
        Self { parts }
    }
}

impl Controller for TokenCleaner {
    const NAME: &'static str = "token-cleaner";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.parts
            .bootstrap_secrets
            .on_change(move |change| change.new.into_iter().for_each(|it| wake.add(Key::of(&**it))));
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        self.parts.bootstrap_secrets.get_key(key).map(|secret| expired(now, &secret)).unwrap_or_default()
    }
}

impl Controller for BootstrapSigner {
    const NAME: &'static str = "bootstrap-signer";
    const WORKERS: usize = 1;

    fn wire(&self, queue: &Queue) {
        let wake = queue.clone();
        self.parts.public_maps.on_change(move |_| wake.add(Key::new(INFO.0, INFO.1)));
        let wake = queue.clone();
        self.parts.bootstrap_secrets.on_change(move |_| wake.add(Key::new(INFO.0, INFO.1)));
    }

    fn plan(&self, now: Timestamp, key: &Key) -> Plan {
        let map = self.parts.public_maps.get_key(key);
        map.map(|map| sign(now, &map, &self.parts.bootstrap_secrets.list())).unwrap_or_default()
    }
}
