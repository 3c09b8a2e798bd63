//! One call of gRPC's health protocol. The two messages are small enough to stand here.
//!
//! As upstream: pkg/probe/grpc.

use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::transport::Endpoint;
use tonic::{Code, Request};

#[derive(Clone, PartialEq, prost::Message)]
struct CheckRequest {
    #[prost(string, tag = "1")]
    service: String,
}

#[derive(Clone, PartialEq, prost::Message)]
struct CheckResponse {
    #[prost(int32, tag = "1")]
    status: i32,
}

const SERVING: i32 = 1;

/// `Err` says why the container is not healthy.
pub(crate) async fn check(host: &str, port: i32, service: &str) -> Result<(), String> {
    let address = if host.contains(':') { format!("[{host}]:{port}") } else { format!("{host}:{port}") };
    let endpoint = Endpoint::try_from(format!("http://{address}")).map_err(|err| err.to_string())?;
    let channel =
        endpoint.connect().await.map_err(|err| format!("timeout: failed to connect service {address:?}: {err}"))?;
    let mut client = Grpc::new(channel);
    client.ready().await.map_err(|err| err.to_string())?;
    let codec = tonic_prost::ProstCodec::<CheckRequest, CheckResponse>::default();
    let request = Request::new(CheckRequest { service: service.to_owned() });
    match client.unary(request, PathAndQuery::from_static("/grpc.health.v1.Health/Check"), codec).await {
        Ok(answer) if answer.get_ref().status == SERVING => Ok(()),
        Ok(answer) => Err(format!("service unhealthy (responded with {:?})", name(answer.get_ref().status))),
        Err(status) if status.code() == Code::Unimplemented => {
            Err("this server does not implement the grpc health protocol (grpc.health.v1.Health)".into())
        }
        Err(status) => Err(format!("rpc error: {}", status.message())),
    }
}

fn name(status: i32) -> &'static str {
    match status {
        1 => "SERVING",
        2 => "NOT_SERVING",
        3 => "SERVICE_UNKNOWN",
        _ => "UNKNOWN",
    }
}
