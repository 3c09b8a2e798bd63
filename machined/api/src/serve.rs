//! The socket: bound where apid finds it, and open to apid and root alone.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;

use apid_proto::front::front_server::FrontServer;
use apid_proto::machine::join_server::JoinServer;
use apid_proto::machine::machine_server::MachineServer;
use futures::stream;
use machined_base::Shutdown;
use machined_sys::peer;
use tokio::net::{UnixListener, UnixStream};
use tonic::transport::Server;
use tracing::{debug, warn};

use crate::Machine;
use crate::front::FrontService;
use crate::join::JoinService;
use crate::machine::MachineService;

/// A configuration with all its certificates is far smaller.
const MESSAGE_MAX: usize = 8 * 1024 * 1024;

#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error("bind {path}")]
    Bind {
        path: String,
        #[source]
        err: io::Error,
    },
    #[error("serve")]
    Serve(#[source] tonic::transport::Error),
}

/// Answers until a shutdown is asked for.
pub async fn serve(machine: Machine, shutdown: Shutdown) -> Result<(), ServeError> {
    let path = machine.paths.socket();
    let listener = bind(&path).map_err(|err| ServeError::Bind { path: path.display().to_string(), err })?;
    let allowed = [0, machined_sys::process::user(), machine.front_uid];
    let connections =
        stream::unfold(listener, move |listener| async move { Some((accept(&listener, &allowed).await, listener)) });
    let machine_server = MachineServer::new(MachineService(machine.clone()))
        .max_decoding_message_size(MESSAGE_MAX)
        .max_encoding_message_size(4 * MESSAGE_MAX);
    let server = Server::builder()
        .add_service(machine_server)
        .add_service(JoinServer::new(JoinService(machine.clone())))
        .add_service(FrontServer::new(FrontService(machine)))
        .serve_with_incoming_shutdown(connections, shutdown.requested_owned());
    server.await.map_err(ServeError::Serve)
}

fn bind(path: &std::path::Path) -> io::Result<UnixListener> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
        // apid must reach the socket; what else lies here is no secret.
        fs::set_permissions(parent, fs::Permissions::from_mode(0o755))?;
    }
    // A socket of a machined before us, which has ended: init starts one at a time.
    match fs::remove_file(path) {
        Err(err) if err.kind() != io::ErrorKind::NotFound => return Err(err),
        _ => {}
    }
    let listener = UnixListener::bind(path)?;
    // Anybody may connect, and is asked who he is.
    fs::set_permissions(path, fs::Permissions::from_mode(0o666))?;
    Ok(listener)
}

/// The next connection of somebody who may.
async fn accept(listener: &UnixListener, allowed: &[u32]) -> io::Result<UnixStream> {
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(err) => {
                warn!(%err, "connection not accepted");
                tokio::task::yield_now().await;
                continue;
            }
        };
        match peer::of(&stream) {
            Ok(peer) if allowed.contains(&peer.uid) => return Ok(stream),
            Ok(peer) => warn!(?peer, "connection of a stranger refused"),
            Err(err) => debug!(%err, "connection without a peer"),
        }
    }
}
