//! Metadata of any resource, custom ones too: what the garbage collector, quota and namespaces watch.
//!
//! The server cuts objects down to `PartialObjectMetadata` itself, as upstream: client-go/metadata.

use kube_api::types::{Object, meta};

use crate::client::{Client, List};
use crate::error::Error;
use crate::informer::Informer;
use crate::options::{ListOptions, Resource};

const ACCEPT: &str = "application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
const ACCEPT_LIST: &str = "application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

/// Any object, reduced to its metadata.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Metadata {
    #[prost(message, required, tag = "1")]
    pub metadata: meta::ObjectMeta,
}

impl Object for Metadata {
    const GROUP: &'static str = "meta.k8s.io";
    const VERSION: &'static str = "v1";
    const KIND: &'static str = "PartialObjectMetadata";
    // No collection of these exists: the resource always stands beside it.
    const PLURAL: &'static str = "";
    const NAMESPACED: bool = true;

    fn metadata(&self) -> &meta::ObjectMeta {
        &self.metadata
    }

    fn metadata_mut(&mut self) -> &mut meta::ObjectMeta {
        &mut self.metadata
    }
}

impl Informer<Metadata> {
    /// Watches any resource for its metadata.
    pub fn metadata(resource: Resource) -> Self {
        Informer::dynamic(resource, ACCEPT)
    }
}

impl Client {
    pub async fn get_metadata(&self, resource: &Resource, namespace: &str, name: &str) -> Result<Metadata, Error> {
        let path = resource.path(namespace, name, "");
        self.call(http::Method::GET, path).accept(ACCEPT).send().await?.object()
    }

    pub async fn list_metadata(&self, resource: &Resource, options: &ListOptions) -> Result<List<Metadata>, Error> {
        self.list_resource(resource, ACCEPT_LIST, options).await
    }
}
