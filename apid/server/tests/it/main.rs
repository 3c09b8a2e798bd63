//! apid as a process would be, before a fake machined on a unix socket: who gets through, and who does not.
#![allow(clippy::unwrap_used)]

mod fake;

use std::time::Duration;

use apid_client::{ClientError, Trust};
use apid_proto::machine::{ApplyConfigurationRequest, MemoryRequest, RebootRequest, VersionRequest};
use fake::Fixture;
use machined_pki::{Authority, Fingerprint, Identity, Role};
use tonic::Code;

const DAY: Duration = Duration::from_secs(24 * 3600);

#[tokio::test]
async fn a_reader_reads_and_may_not_reboot() {
    let fixture = Fixture::start().await;
    let mut client = fixture.client("ada", &[Role::Reader]).await.unwrap();
    let version = client.version(VersionRequest {}).await.unwrap().into_inner();
    // The fake says back whom it was told about.
    assert_eq!(version.hostname, "ada/reader");
    assert_eq!(client.reboot(RebootRequest {}).await.unwrap_err().code(), Code::PermissionDenied);
    let mut operator = fixture.client("olga", &[Role::Operator]).await.unwrap();
    operator.reboot(RebootRequest {}).await.unwrap();
    fixture.stop().await;
}

#[tokio::test]
async fn streams_and_errors_pass_through() {
    let fixture = Fixture::start().await;
    let mut client = fixture.client("ada", &[Role::Reader]).await.unwrap();
    let mut lines = client.logs(apid_proto::machine::LogsRequest::default()).await.unwrap().into_inner();
    let mut count = 0;
    while let Some(line) = lines.message().await.unwrap() {
        assert_eq!(line.data.len(), 1000);
        count += 1;
    }
    assert_eq!(count, 100);
    let refused = client.memory(MemoryRequest {}).await.unwrap_err();
    assert_eq!((refused.code(), refused.message()), (Code::FailedPrecondition, "not today"));
    fixture.stop().await;
}

#[tokio::test]
async fn without_a_certificate_nothing_is_told() {
    let fixture = Fixture::start().await;
    let trust = Trust::Authority { authority: fixture.authority.certificate_pem().to_owned(), credentials: None };
    let mut client = apid_client::machine(&fixture.node, &trust).await.unwrap();
    let refused = client.version(VersionRequest {}).await.unwrap_err();
    assert_eq!(refused.code(), Code::Unauthenticated);
    fixture.stop().await;
}

#[tokio::test]
async fn foreign_and_expired_certificates_are_cut_off() {
    let fixture = Fixture::start().await;
    let foreign = Authority::create("machine", fake::now(), DAY).unwrap();
    let identity = Identity { name: "eve".into(), roles: vec![Role::Admin] };
    let past = fake::now() - jiff::SignedDuration::from_hours(48);
    for leaf in [
        foreign.issue(&identity.request(DAY), fake::now()).unwrap(),
        fixture.authority.issue(&identity.request(DAY), past).unwrap(),
    ] {
        let trust = fixture.trust(&leaf);
        // TLS 1.3 tells a client of its refusal only with the first answer.
        let refused = match apid_client::machine(&fixture.node, &trust).await {
            Ok(mut client) => client.version(VersionRequest {}).await.is_err(),
            Err(ClientError::Connect { .. }) => true,
            Err(err) => panic!("{err}"),
        };
        assert!(refused);
    }
    fixture.stop().await;
}

#[tokio::test]
async fn in_maintenance_anybody_who_knows_the_fingerprint_may_apply_and_little_else() {
    let fixture = Fixture::in_maintenance().await;
    let trust = Trust::Fingerprint(Some(fixture.fingerprint()));
    let mut client = apid_client::machine(&fixture.node, &trust).await.unwrap();
    client.version(VersionRequest {}).await.unwrap();
    client.apply_configuration(ApplyConfigurationRequest::default()).await.unwrap();
    assert_eq!(client.memory(MemoryRequest {}).await.unwrap_err().code(), Code::Unauthenticated);
    let wrong = Trust::Fingerprint(Some(Fingerprint::of_der(b"another machine")));
    assert!(apid_client::machine(&fixture.node, &wrong).await.is_err());
    // With a configuration the same connection is nobody's.
    fixture.configure();
    machined_base::testing::eventually(Duration::from_secs(10), || {
        let mut client = client.clone();
        async move { client.version(VersionRequest {}).await.is_err_and(|err| err.code() == Code::Unauthenticated) }
    })
    .await;
    fixture.stop().await;
}

#[tokio::test]
async fn headers_of_ours_from_outside_are_dropped() {
    let fixture = Fixture::start().await;
    let mut client = fixture.client("ada", &[Role::Reader]).await.unwrap();
    let mut request = tonic::Request::new(VersionRequest {});
    request.metadata_mut().insert(apid_server::NAME_HEADER, "root".parse().unwrap());
    request.metadata_mut().insert(apid_server::ROLES_HEADER, "admin".parse().unwrap());
    assert_eq!(client.version(request).await.unwrap().into_inner().hostname, "ada/reader");
    fixture.stop().await;
}

#[tokio::test]
async fn malformed_bytes_end_a_connection_and_nothing_else() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let fixture = Fixture::start().await;
    for bytes in [&b"GET / HTTP/1.1\r\n\r\n"[..], &[0x16, 0x03, 0x01, 0xff, 0xff, 0, 0][..], &[0; 4096][..], b"\xff"] {
        let mut stream = tokio::net::TcpStream::connect(&fixture.node.address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        // A reset is as good an end as any.
        let _ = stream.read_to_end(&mut answer).await;
    }
    let mut client = fixture.client("ada", &[Role::Reader]).await.unwrap();
    client.version(VersionRequest {}).await.unwrap();
    fixture.stop().await;
}
