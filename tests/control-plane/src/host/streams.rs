//! The runtime's streaming server, as CRI has it: the kubelet connects to an address it was given once, speaks SPDY, and opens
//! a stream for each of a command's files, or two for each forwarded connection.
//!
//! As upstream: staging/src/k8s.io/kubelet/pkg/cri/streaming.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::{Request, Response, StatusCode};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use kube_stream::remote::{self, Options};
use kube_stream::spdy::{self, Connection, Role, Stream, StreamReader, StreamWriter};
use kube_stream::tunnel;
use kube_stream::upgrade::{self, Wanted};
use machined_base::{Clock, Restart, Tasks};
use nix::sys::signal::Signal;
use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast::error::RecvError;

use super::process::{Output, Place, Process, code};
use super::{Asked, State};

/// How long a client may take to open its streams.
const STREAMS: Duration = Duration::from_secs(30);
/// How long it may take to hang up when all is said.
const LINGER: Duration = Duration::from_secs(10);
const PIECE: usize = 16 << 10;

type Upgraded = TokioIo<hyper::upgrade::Upgraded>;

pub(super) async fn start(state: Arc<Mutex<State>>, tasks: &Tasks) -> io::Result<SocketAddr> {
    let socket = Arc::new(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?);
    let address = socket.local_addr()?;
    let owner = tasks.clone();
    tasks.spawn("host-streams", Restart::Never, move || accept(socket.clone(), state.clone(), owner.clone()));
    Ok(address)
}

async fn accept(socket: Arc<TcpListener>, state: Arc<Mutex<State>>, tasks: Tasks) -> io::Result<()> {
    let shutdown = tasks.shutdown().clone();
    loop {
        let (stream, _) = tokio::select! {
            // Cancel-safe: a connection that was not accepted stays in the queue.
            accepted = socket.accept() => accepted?,
            () = shutdown.requested() => return Ok(()),
        };
        stream.set_nodelay(true)?;
        let (state, owner) = (state.clone(), tasks.clone());
        let service = service_fn(move |request: Request<Incoming>| {
            let answer = answer(&state, &owner, request);
            async move { Ok::<_, Infallible>(answer) }
        });
        let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        tasks.scoped("host-stream", async move { connection.with_upgrades().await });
    }
}

fn answer(state: &Mutex<State>, tasks: &Tasks, mut request: Request<Incoming>) -> Response<Empty<Bytes>> {
    let refuse = |status| {
        let mut response = Response::new(Empty::new());
        *response.status_mut() = status;
        response
    };
    let token = request.uri().path().trim_start_matches('/').parse::<u64>().unwrap_or(0);
    let Some(asked) = state.lock().asked.remove(&token) else { return refuse(StatusCode::NOT_FOUND) };
    let Some(Wanted::Spdy { protocols }) = upgrade::wanted(request.headers()) else {
        return refuse(StatusCode::BAD_REQUEST);
    };
    let protocol = if matches!(asked, Asked::Forward) { tunnel::INNER } else { remote::RUNTIME_PROTOCOL };
    if !protocols.iter().any(|offered| offered == protocol) {
        return refuse(StatusCode::FORBIDDEN);
    }
    let upgraded = hyper::upgrade::on(&mut request);
    let owner = tasks.clone();
    tasks.scoped("host-session", async move {
        let io = TokioIo::new(upgraded.await.map_err(io::Error::other)?);
        match asked {
            Asked::Exec { place, command, options } => exec(io, &place, &command, options, &owner).await,
            Asked::Attach { process, options } => attach(io, &process, options, &owner).await,
            Asked::Forward => forward(io, &owner).await,
        }
        Ok::<_, io::Error>(())
    });
    upgrade::accept_spdy(Some(protocol)).map(|()| Empty::new())
}

/// A command's streams, as the client opened them.
struct Session {
    error: StreamWriter,
    stdin: Option<StreamReader>,
    /// Our direction of it stays open: a stream that is reset takes no input any more.
    _stdin: Option<StreamWriter>,
    stdout: Option<StreamWriter>,
    stderr: Option<StreamWriter>,
    /// Kept so that the connection lives, and to see that the client hangs up.
    more: spdy::Incoming,
    _connection: Connection,
}

impl Session {
    async fn open(io: Upgraded, options: Options, tasks: &Tasks) -> Option<Self> {
        let (connection, mut more) = Connection::start(io, Role::Server, tasks);
        let wanted = [true, options.stdin, options.stdout, options.stderr && !options.tty, options.tty];
        let mut streams: Vec<Stream> = Vec::new();
        for _ in wanted.into_iter().filter(|wanted| *wanted) {
            streams.push(tasks.clock().timeout(STREAMS, more.recv()).await.ok()??);
        }
        let mut take = |kind: &str| {
            let at = streams.iter().position(|stream| stream.header("streamtype") == Some(kind))?;
            Some(streams.swap_remove(at))
        };
        let writer = |stream: Option<Stream>| stream.map(|stream| stream.writer);
        let (stdin, stdin_writer) = take("stdin").map(|stream| (stream.reader, stream.writer)).unzip();
        Some(Self {
            error: take("error")?.writer,
            stdin,
            _stdin: stdin_writer,
            stdout: writer(take("stdout")),
            stderr: writer(take("stderr")),
            more,
            _connection: connection,
        })
    }

    /// The status is the last that the client hears; then it hangs up. Whoever closes first loses what the client has not read
    /// yet when one more frame of it comes, the end of its input for one: a closed socket answers that with a reset.
    async fn end(mut self, status: Bytes, clock: &Clock) {
        for writer in [self.stdout.take(), self.stderr.take()].into_iter().flatten() {
            writer.finish().await;
        }
        self.error.write(status).await;
        self.error.finish().await;
        // No further stream belongs to a command. A client that stays too long is left.
        let _ = clock.timeout(LINGER, self.more.recv()).await;
    }
}

async fn exec(io: Upgraded, place: &Place, command: &[String], options: Options, tasks: &Tasks) {
    let Some(mut session) = Session::open(io, options, tasks).await else { return };
    let (mut child, group) = match place.command(command, options.stdin) {
        Ok(started) => started,
        Err(err) => {
            let text = format!("error executing command in container: failed to exec in container: {err}");
            session.end(remote::failure(&text), tasks.clock()).await;
            return;
        }
    };
    if let (Some(mut from), Some(mut to)) = (session.stdin.take(), child.stdin.take()) {
        tasks.scoped("host-stdin", async move {
            while let Some(data) = from.read().await {
                to.write_all(&data).await?;
            }
            to.shutdown().await
        });
    }
    let outcome = {
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let (stdout, stderr, more) = (&mut session.stdout, &mut session.stderr, &mut session.more);
        let work = async {
            tokio::join!(carry(out, stdout), carry(err, stderr));
            child.wait().await
        };
        tokio::select! {
            status = work => Some(code(status)),
            // The client hung up; no further stream belongs to a command.
            _ = more.recv() => None,
        }
    };
    group.signal(Signal::SIGKILL);
    if let Some(code) = outcome {
        session.end(ending(code), tasks.clock()).await;
    }
}

async fn attach(io: Upgraded, process: &Arc<Process>, options: Options, tasks: &Tasks) {
    let said = process.follow();
    let Some(mut session) = Session::open(io, options, tasks).await else { return };
    if let Some(mut from) = session.stdin.take() {
        let process = process.clone();
        tasks.scoped("host-stdin", async move {
            while let Some(data) = from.read().await {
                if !process.write(&data).await {
                    return;
                }
            }
            process.close_stdin().await;
        });
    }
    if let Some(mut said) = said {
        loop {
            let next = tokio::select! {
                // Cancel-safe: recv loses nothing.
                next = said.recv() => next,
                _ = session.more.recv() => return,
            };
            let (output, data) = match next {
                Ok(next) => next,
                // Too slow a reader misses some, as on a terminal.
                Err(RecvError::Lagged(_)) => continue,
                Err(RecvError::Closed) => break,
            };
            let to = if output == Output::Stdout { &mut session.stdout } else { &mut session.stderr };
            if let Some(to) = to
                && !to.write(data).await
            {
                return;
            }
        }
    }
    session.end(ending(0), tasks.clock()).await;
}

async fn carry(from: Option<impl AsyncRead + Unpin>, to: &mut Option<StreamWriter>) {
    let Some(mut from) = from else { return };
    loop {
        let mut piece = BytesMut::with_capacity(PIECE);
        match from.read_buf(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
        if let Some(to) = to
            && !to.write(piece.freeze()).await
        {
            return;
        }
    }
}

/// As upstream: staging/src/k8s.io/kubelet/pkg/cri/streaming/remotecommand/exec.go.
fn ending(code: i32) -> Bytes {
    let status = if code == 0 {
        serde_json::json!({ "metadata": {}, "status": "Success" })
    } else {
        serde_json::json!({
            "metadata": {}, "status": "Failure", "reason": "NonZeroExitCode",
            "message": format!("command terminated with non-zero exit code: exit status {code}"),
            "details": { "causes": [{ "reason": "ExitCode", "message": code.to_string() }] },
        })
    };
    status.to_string().into()
}

/// Each connection is an error stream and a data stream with the same request id. The host's loopback is the pod's.
async fn forward(io: Upgraded, tasks: &Tasks) {
    let (_connection, mut streams) = Connection::start(io, Role::Server, tasks);
    let mut waiting: Vec<Stream> = Vec::new();
    while let Some(stream) = streams.recv().await {
        let id = stream.header("requestid").map(str::to_owned);
        match waiting.iter().position(|other| other.header("requestid").map(str::to_owned) == id) {
            None => waiting.push(stream),
            Some(at) => {
                let other = waiting.swap_remove(at);
                let is_data = |stream: &Stream| stream.header("streamtype") == Some("data");
                let (error, data) = if is_data(&stream) { (other, stream) } else { (stream, other) };
                tasks.scoped("host-forward", join(error, data, tasks.clock().clone()));
            }
        }
    }
}

async fn join(mut error: Stream, data: Stream, clock: Clock) {
    let port = data.header("port").and_then(|port| port.parse::<u16>().ok()).unwrap_or(0);
    let dialed = clock.timeout(STREAMS, TcpStream::connect((Ipv4Addr::LOCALHOST, port))).await;
    let socket = match dialed {
        Ok(Ok(socket)) => socket,
        failed => {
            let why = failed.map_or_else(|_| "i/o timeout".to_owned(), |_| "connect: connection refused".to_owned());
            let text =
                format!("failed to connect to localhost:{port} inside the pod: dial tcp4 127.0.0.1:{port}: {why}");
            error.writer.write(text.into()).await;
            error.writer.finish().await;
            data.writer.finish().await;
            return;
        }
    };
    let (mut from, mut to) = socket.into_split();
    let Stream { mut reader, writer, .. } = data;
    let up = async {
        while let Some(data) = reader.read().await {
            if to.write_all(&data).await.is_err() {
                return;
            }
        }
        // A peer that is gone needs no end.
        let _ = to.shutdown().await;
    };
    let mut writer = Some(writer);
    {
        let mut up = std::pin::pin!(up);
        let mut down = std::pin::pin!(carry(Some(&mut from), &mut writer));
        // As containerd: when the pod hangs up all is over; a client that has said everything still hears the answer.
        tokio::select! {
            () = &mut down => {}
            () = &mut up => down.await,
        }
    }
    if let Some(writer) = writer {
        writer.finish().await;
    }
    error.writer.finish().await;
}
