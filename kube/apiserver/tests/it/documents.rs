//! OpenAPI documents: texts of fields come from a file, and large documents are as good compressed as plain.

use std::io::{Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use kube_kv::testing::Model;

use crate::harness::{self, TestServer};

const TEXTS: &str = "io.k8s.api.apps.v1.DeploymentSpec what is\\nwanted\n\treplicas how many\n";

#[tokio::test]
async fn explained_from_a_file_of_texts() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("descriptions.gz");
    let mut out = GzEncoder::new(std::fs::File::create(&file).unwrap(), Compression::default());
    out.write_all(TEXTS.as_bytes()).unwrap();
    out.finish().unwrap();
    let keys = tempfile::tempdir().unwrap();
    let mut config = harness::config(&keys);
    config.descriptions = Some(file);
    let server = TestServer::with(config, Arc::new(Model::new())).await;
    let admin = server.admin();

    let document = admin.get("/openapi/v3/apis/apps/v1").await.expect(200);
    let spec = &document["components"]["schemas"]["io.k8s.api.apps.v1.DeploymentSpec"];
    assert_eq!(spec["description"], "what is\nwanted");
    assert_eq!(spec["properties"]["replicas"]["description"], "how many");
    let old = admin.get("/openapi/v2").await.expect(200);
    assert_eq!(old["definitions"]["io.k8s.api.apps.v1.DeploymentSpec"]["description"], "what is\nwanted");

    let zipped = admin.call("GET", "/openapi/v3/apis/apps/v1", &[("accept-encoding", "gzip")], "").await;
    assert_eq!(zipped.headers["content-encoding"], "gzip");
    let mut plain = String::new();
    GzDecoder::new(&zipped.bytes[..]).read_to_string(&mut plain).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&plain).unwrap(), document);
    server.stop().await;
}

#[tokio::test]
async fn without_texts_documents_have_none() {
    let keys = tempfile::tempdir().unwrap();
    let mut config = harness::config(&keys);
    config.descriptions = Some(keys.path().join("missing.gz"));
    let server = TestServer::with(config, Arc::new(Model::new())).await;
    let document = server.admin().get("/openapi/v3/apis/apps/v1").await.expect(200);
    let spec = &document["components"]["schemas"]["io.k8s.api.apps.v1.DeploymentSpec"];
    assert!(spec["properties"]["replicas"]["description"].is_null());
    server.stop().await;
}

/// Go's `mime` refuses the name that Go's clients ask for: an `@` is no character of a media type. As upstream:
/// kube-openapi/pkg/handler, which answers under another name.
#[tokio::test]
async fn the_old_document_in_protobuf_has_a_media_type_that_clients_can_read() {
    let server = TestServer::start().await;
    let answered = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    for asked in ["application/com.github.proto-openapi.spec.v2@v1.0+protobuf", answered] {
        let answer = server.admin().call("GET", "/openapi/v2", &[("accept", asked)], "").await;
        assert_eq!((answer.code, answer.headers["content-type"].to_str().unwrap()), (200, answered), "{asked}");
    }
    server.stop().await;
}
