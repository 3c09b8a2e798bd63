//! Exec, attach, port-forward and run: from a client's stream to the runtime's.
//!
//! A WebSocket client's channels are put on SPDY streams; a SPDY client's bytes are carried to the runtime as they are, for
//! it speaks the same protocol; port-forward inside WebSocket is unwrapped, or put on SPDY streams where it is channels.

use http::{Request, StatusCode};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use kube_cri::api::{AttachRequest, ExecRequest, PortForwardRequest};
use kube_stream::remote::{self, Options};
use kube_stream::spdy::{Connection, Role};
use kube_stream::upgrade::{self, DialError, Dialed, Wanted};
use kube_stream::{channels, forward, tunnel};

use super::handle::Handler;
use super::query::Query;
use super::reply::{self, Refusal, Reply};
use super::route::Container;
use crate::pod::look::look;
use crate::pod::observed::{Seen, State};

const RUN_LIMIT: std::time::Duration = std::time::Duration::from_secs(600);

pub(crate) async fn exec(
    handler: &Handler,
    named: &Container,
    query: &Query,
    request: Request<Incoming>,
) -> Result<Reply, Refusal> {
    let options = query.streams().map_err(bad_request)?;
    let container = running(handler, named).await?;
    let command = query.all("command");
    let Options { stdin, stdout, stderr, tty } = options;
    let ask = ExecRequest { container_id: container.id, cmd: command, tty, stdin, stdout, stderr };
    let url = handler.kit.cri.exec(ask).await.map_err(internal)?;
    remote_command(handler, request, url, options).await
}

pub(crate) async fn attach(
    handler: &Handler,
    named: &Container,
    query: &Query,
    request: Request<Incoming>,
) -> Result<Reply, Refusal> {
    let options = query.streams().map_err(bad_request)?;
    let container = running(handler, named).await?;
    let Options { stdin, stdout, stderr, tty } = options;
    let ask = AttachRequest { container_id: container.id, stdin, tty, stdout, stderr };
    let url = handler.kit.cri.attach(ask).await.map_err(internal)?;
    remote_command(handler, request, url, options).await
}

/// Runs a command and answers with what it wrote.
pub(crate) async fn run(handler: &Handler, named: &Container, query: &Query) -> Result<Reply, Refusal> {
    let container = running(handler, named).await?;
    let command: Vec<String> = query.all("cmd").iter().flat_map(|text| text.split(' ')).map(str::to_owned).collect();
    let output = handler.kit.cri.exec_sync(&container.id, &command, RUN_LIMIT).await.map_err(internal)?;
    let mut text = output.stdout;
    text.extend_from_slice(&output.stderr);
    if output.exit_code != 0 {
        let message = format!(
            "command '{}' exited with {}: {}",
            command.join(" "),
            output.exit_code,
            String::from_utf8_lossy(&text)
        );
        return Err(Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, message));
    }
    Ok(reply::text(StatusCode::OK, text))
}

pub(crate) async fn port_forward(
    handler: &Handler,
    named: &Container,
    query: &Query,
    mut request: Request<Incoming>,
) -> Result<Reply, Refusal> {
    let pod = handler.pod(named, || "pod does not exist".into())?;
    let wanted = upgrade::wanted(request.headers()).ok_or_else(|| bad_request("Upgrade request required".into()))?;
    let seen = look(&*handler.kit.cri, &pod.metadata.uid, &handler.kit.log_directory(&pod)).await.map_err(internal)?;
    let sandbox = seen
        .sandbox()
        .filter(|sandbox| sandbox.ready)
        .ok_or_else(|| Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "pod has no running sandbox"))?;
    let ask = PortForwardRequest { pod_sandbox_id: sandbox.id.clone(), port: Vec::new() };
    let tasks = handler.kit.tasks.clone();
    match wanted {
        Wanted::WebSocket { key, protocols } if !protocols.iter().any(|protocol| protocol == tunnel::PROTOCOL) => {
            let protocol = forward::choose(&protocols).ok_or_else(|| {
                bad_request(format!(
                    "requested protocol(s) are not supported: {protocols:?}; supports [{:?}]",
                    tunnel::PROTOCOL
                ))
            })?;
            let ports = forward::ports(&query.all("port")).map_err(bad_request)?;
            let ask = PortForwardRequest { port: ports.iter().copied().map(i32::from).collect(), ..ask };
            let url = handler.kit.cri.port_forward(ask).await.map_err(internal)?;
            let dialed = upgrade::dial(&url, &[tunnel::INNER.to_owned()], &tasks).await.map_err(refused)?;
            let client = hyper::upgrade::on(&mut request);
            let owner = tasks.clone();
            tasks.scoped("port-forward", async move {
                // The runtime opens no streams of its own.
                let (runtime, _none) = Connection::start(dialed.io, Role::Client, &owner);
                forward::bridge(TokioIo::new(client.await?), protocol, &ports, runtime).await;
                Ok::<_, hyper::Error>(())
            });
            Ok(reply::head(upgrade::accept_websocket(&key, protocol.name)))
        }
        Wanted::WebSocket { key, .. } => {
            let url = handler.kit.cri.port_forward(ask).await.map_err(internal)?;
            let dialed = upgrade::dial(&url, &[tunnel::INNER.to_owned()], &tasks).await.map_err(refused)?;
            let client = hyper::upgrade::on(&mut request);
            tasks.scoped("port-forward", async move {
                tunnel::bridge(TokioIo::new(client.await?), dialed.io).await;
                Ok::<_, hyper::Error>(())
            });
            Ok(reply::head(upgrade::accept_websocket(&key, tunnel::PROTOCOL)))
        }
        Wanted::Spdy { protocols } => {
            let url = handler.kit.cri.port_forward(ask).await.map_err(internal)?;
            splice(handler, request, &url, &protocols).await
        }
    }
}

async fn remote_command(
    handler: &Handler,
    mut request: Request<Incoming>,
    url: String,
    options: Options,
) -> Result<Reply, Refusal> {
    let wanted = upgrade::wanted(request.headers()).ok_or_else(|| bad_request("Upgrade request required".into()))?;
    let tasks = handler.kit.tasks.clone();
    match wanted {
        Wanted::WebSocket { key, protocols } => {
            let protocol = channels::choose(&protocols).ok_or_else(|| {
                Refusal::new(StatusCode::FORBIDDEN, format!("requested protocol(s) are not supported: {protocols:?}"))
            })?;
            let dialed = upgrade::dial(&url, &[remote::RUNTIME_PROTOCOL.to_owned()], &tasks).await.map_err(refused)?;
            let client = hyper::upgrade::on(&mut request);
            let owner = tasks.clone();
            tasks.scoped("remote-command", async move {
                let client = channels::serve(TokioIo::new(client.await?), protocol, &owner).await;
                // The runtime opens no streams of its own.
                let (runtime, _none) = Connection::start(dialed.io, Role::Client, &owner);
                remote::bridge(client, runtime, options, &owner).await;
                Ok::<_, hyper::Error>(())
            });
            Ok(reply::head(upgrade::accept_websocket(&key, protocol.name)))
        }
        Wanted::Spdy { protocols } => splice(handler, request, &url, &protocols).await,
    }
}

/// Carries a SPDY client's bytes to the runtime and back.
async fn splice(
    handler: &Handler,
    mut request: Request<Incoming>,
    url: &str,
    protocols: &[String],
) -> Result<Reply, Refusal> {
    let tasks = &handler.kit.tasks;
    let Dialed { protocol, mut io } = upgrade::dial(url, protocols, tasks).await.map_err(refused)?;
    let client = hyper::upgrade::on(&mut request);
    tasks.scoped("spdy", async move {
        let mut client = TokioIo::new(client.await.map_err(std::io::Error::other)?);
        tokio::io::copy_bidirectional(&mut client, &mut io).await.map(|_| ())
    });
    Ok(reply::head(upgrade::accept_spdy(protocol.as_deref())))
}

/// The running container that a path names.
async fn running(handler: &Handler, named: &Container) -> Result<Seen, Refusal> {
    let pod = handler.pod(named, || "pod does not exist".into())?;
    let seen = handler.container(&pod, &named.name).await?;
    let missing = || Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, format!("container not found ({:?})", named.name));
    seen.filter(|seen| seen.state == State::Running).ok_or_else(missing)
}

fn bad_request(message: String) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, message)
}

fn internal(err: kube_cri::CriError) -> Refusal {
    Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string())
}

fn refused(err: DialError) -> Refusal {
    match err {
        DialError::Refused { status, body } => Refusal::new(status, body),
        err => Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, err.to_string()),
    }
}
