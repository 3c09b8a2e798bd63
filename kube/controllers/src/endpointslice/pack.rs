//! Fits endpoints into slices, changing as few slices as it can. Shared by EndpointSlice and mirroring.
//! As upstream: staging/src/k8s.io/endpointslice/reconciler.go.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kube_api::types::Object;
use kube_api::types::discovery::{Endpoint, EndpointPort, EndpointSlice};

use crate::plan::Plan;

/// Endpoints in one slice.
const MAX: usize = 100;

/// Ports in an order of their own: slices with the same ports may share endpoints.
pub(crate) type PortKey = Vec<(Option<String>, Option<i32>, Option<String>, Option<String>)>;

/// Endpoints that have the same ports.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) ports: Vec<EndpointPort>,
    pub(crate) endpoints: Vec<Endpoint>,
}

/// What every slice of this owner and address type looks like.
pub(crate) struct Pack<'a> {
    pub(crate) template: EndpointSlice,
    pub(crate) existing: Vec<Arc<EndpointSlice>>,
    pub(crate) groups: BTreeMap<PortKey, Group>,
    /// An owner without endpoints still shows one empty slice.
    pub(crate) placeholder: bool,
    pub(crate) hint: &'a dyn Fn(&mut Endpoint),
}

pub(crate) fn port_key(ports: &[EndpointPort]) -> PortKey {
    let mut key: PortKey = ports
        .iter()
        .map(|port| (port.name.clone(), port.port, port.protocol.clone(), port.app_protocol.clone()))
        .collect();
    key.sort();
    key
}

/// The slices as they shall be: `None` beside a stored one means that it goes.
struct Draft {
    stored: Option<Arc<EndpointSlice>>,
    slice: EndpointSlice,
    changed: bool,
}

impl Pack<'_> {
    pub(crate) fn plan(mut self, plan: &mut Plan) {
        let mut by_ports: BTreeMap<PortKey, Vec<Arc<EndpointSlice>>> = BTreeMap::new();
        for slice in std::mem::take(&mut self.existing) {
            by_ports.entry(port_key(&slice.ports)).or_default().push(slice);
        }
        let mut keep: Vec<Draft> = Vec::new();
        let mut free: Vec<Arc<EndpointSlice>> = Vec::new();
        for (key, group) in std::mem::take(&mut self.groups) {
            self.fit(group, by_ports.remove(&key).unwrap_or_default(), &mut keep, &mut free);
        }
        free.extend(by_ports.into_values().flatten());
        if keep.is_empty() && self.placeholder {
            let mut slice = self.template.clone();
            slice.endpoints = Vec::new();
            slice.ports = Vec::new();
            keep.push(Draft { stored: None, slice, changed: true });
        }
        self.write(keep, free, plan);
    }

    fn fit(
        &self,
        group: Group,
        stored: Vec<Arc<EndpointSlice>>,
        keep: &mut Vec<Draft>,
        free: &mut Vec<Arc<EndpointSlice>>,
    ) {
        let mut wanted: BTreeMap<(Vec<String>, String), Endpoint> =
            group.endpoints.into_iter().map(|endpoint| (identity(&endpoint), endpoint)).collect();
        let mut drafts: Vec<Draft> = Vec::new();
        for slice in stored {
            let mut new = (*slice).clone();
            new.endpoints = slice.endpoints.iter().filter_map(|old| wanted.remove(&identity(old))).collect();
            if new.endpoints.is_empty() {
                free.push(slice);
                continue;
            }
            new.metadata_mut().labels = self.template.metadata.labels.clone();
            new.endpoints.iter_mut().for_each(self.hint);
            let changed = new != *slice;
            drafts.push(Draft { stored: Some(slice), slice: new, changed });
        }
        let mut rest = wanted.into_values();
        // What has to be written anyway is filled first, the fullest before the others.
        drafts.sort_by_key(|draft| (!draft.changed, std::cmp::Reverse(draft.slice.endpoints.len())));
        for draft in drafts.iter_mut().filter(|draft| draft.changed) {
            self.fill(draft, &mut rest);
        }
        let mut left: Vec<Endpoint> = rest.collect();
        // One unchanged slice that takes all of the rest is better than a new one.
        let room = |draft: &&mut Draft| !draft.changed && draft.slice.endpoints.len() + left.len() <= MAX;
        if !left.is_empty()
            && let Some(draft) = drafts.iter_mut().find(room)
        {
            let mut rest = std::mem::take(&mut left).into_iter();
            self.fill(draft, &mut rest);
        }
        let mut rest = left.into_iter().peekable();
        while rest.peek().is_some() {
            let mut slice = self.template.clone();
            slice.ports = group.ports.clone();
            let mut draft = Draft { stored: None, slice, changed: true };
            self.fill(&mut draft, &mut rest);
            drafts.push(draft);
        }
        keep.extend(drafts);
    }

    fn fill(&self, draft: &mut Draft, rest: &mut impl Iterator<Item = Endpoint>) {
        while draft.slice.endpoints.len() < MAX {
            let Some(mut endpoint) = rest.next() else { return };
            (self.hint)(&mut endpoint);
            draft.slice.endpoints.push(endpoint);
            draft.changed = true;
        }
    }

    /// A slice that would go is used again for one that would come.
    fn write(&self, keep: Vec<Draft>, free: Vec<Arc<EndpointSlice>>, plan: &mut Plan) {
        let mut free: BTreeMap<String, Arc<EndpointSlice>> =
            free.into_iter().map(|slice| (slice.metadata.name.clone(), slice)).collect();
        let mut written = BTreeSet::new();
        for draft in keep.into_iter().filter(|draft| draft.changed) {
            match draft.stored.or_else(|| free.pop_first().map(|(_, slice)| slice)) {
                None => plan.create(&draft.slice),
                Some(stored) => {
                    let mut slice = (*stored).clone();
                    slice.metadata_mut().labels = draft.slice.metadata.labels;
                    slice.endpoints = draft.slice.endpoints;
                    slice.ports = draft.slice.ports;
                    if slice != *stored && written.insert(slice.metadata.name.clone()) {
                        plan.update(&slice);
                    }
                }
            }
        }
        for slice in free.values() {
            plan.delete(&**slice);
        }
    }
}

/// The same endpoint before and after a change of its conditions.
fn identity(endpoint: &Endpoint) -> (Vec<String>, String) {
    (endpoint.addresses.clone(), endpoint.target_ref.as_ref().map(|target| target.uid.clone()).unwrap_or_default())
}
