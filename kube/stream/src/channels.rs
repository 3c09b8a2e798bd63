//! Kubernetes' channels over WebSocket: each message starts with the number of its channel.
//!
//! Chooses the protocol, takes messages apart and puts them together. What flows through a channel is left to [`crate::remote`].

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::{BufMut, Bytes, BytesMut};
use futures::stream::{SplitSink, SplitStream};
use futures::{SinkExt, StreamExt};
use machined_base::Tasks;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Message, Role, WebSocketConfig};

pub const STDIN: u8 = 0;
pub const STDOUT: u8 = 1;
pub const STDERR: u8 = 2;
pub const ERROR: u8 = 3;
pub const RESIZE: u8 = 4;
/// v5: the next byte names a channel that ends.
const CLOSE: u8 = 255;
const QUEUE: usize = 64;
const MESSAGE_MAX: usize = 4 << 20;

/// A WebSocket subprotocol for exec and attach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Protocol {
    pub name: &'static str,
    base64: bool,
    /// The error channel carries a Status; before v4 it carried a text.
    pub status: bool,
    close: bool,
}

const PROTOCOLS: [Protocol; 6] = [
    Protocol { name: "v5.channel.k8s.io", base64: false, status: true, close: true },
    Protocol { name: "v4.channel.k8s.io", base64: false, status: true, close: false },
    Protocol { name: "v4.base64.channel.k8s.io", base64: true, status: true, close: false },
    Protocol { name: "channel.k8s.io", base64: false, status: false, close: false },
    Protocol { name: "base64.channel.k8s.io", base64: true, status: false, close: false },
    Protocol { name: "", base64: false, status: false, close: false },
];

/// The client's end: what it sends by channel, and a queue for what it gets. Dropping the queue closes the connection.
#[derive(Debug)]
pub struct Client {
    pub protocol: Protocol,
    pub stdin: mpsc::Receiver<Bytes>,
    pub resize: mpsc::Receiver<Bytes>,
    pub out: mpsc::Sender<(u8, Bytes)>,
    /// Ends when the client has hung up.
    pub gone: tokio::sync::oneshot::Receiver<()>,
}

/// As upstream: the first of the client's protocols that we know; a client that names none gets the unnamed one.
pub fn choose(wanted: &[String]) -> Option<Protocol> {
    if wanted.is_empty() {
        return PROTOCOLS.iter().copied().find(|known| known.name.is_empty());
    }
    wanted.iter().find_map(|name| PROTOCOLS.iter().copied().find(|known| known.name == name))
}

/// Runs the server's side of an upgraded connection in two tasks.
pub async fn serve<T>(io: T, protocol: Protocol, tasks: &Tasks) -> Client
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (sink, stream) = websocket(io).await.split();
    let (stdin_to, stdin) = mpsc::channel(QUEUE);
    let (resize_to, resize) = mpsc::channel(QUEUE);
    let (out, outgoing) = mpsc::channel(QUEUE);
    let (here, gone) = tokio::sync::oneshot::channel();
    tasks.scoped("channels-write", write(sink, outgoing, protocol));
    tasks.scoped("channels-read", async move {
        read(stream, protocol, stdin_to, resize_to).await;
        drop(here);
    });
    Client { protocol, stdin, resize, out, gone }
}

pub(crate) async fn websocket<T: AsyncRead + AsyncWrite + Unpin>(io: T) -> WebSocketStream<T> {
    let config = WebSocketConfig::default().max_message_size(Some(MESSAGE_MAX)).max_frame_size(Some(MESSAGE_MAX));
    WebSocketStream::from_raw_socket(io, Role::Server, Some(config)).await
}

async fn write<T: AsyncRead + AsyncWrite + Unpin>(
    mut sink: SplitSink<WebSocketStream<T>, Message>,
    mut outgoing: mpsc::Receiver<(u8, Bytes)>,
    protocol: Protocol,
) {
    while let Some((channel, data)) = outgoing.recv().await {
        if sink.send(message(protocol, channel, data)).await.is_err() {
            return;
        }
    }
    goodbye(&mut sink).await;
}

/// Pure: one message of a channel.
pub(crate) fn message(protocol: Protocol, channel: u8, data: Bytes) -> Message {
    if protocol.base64 {
        return Message::text(format!("{}{}", char::from(b'0'.saturating_add(channel)), STANDARD.encode(&data)));
    }
    let mut bytes = BytesMut::with_capacity(data.len() + 1);
    bytes.put_u8(channel);
    bytes.put(data);
    Message::binary(bytes.freeze())
}

/// A normal end: clients take a close without a code for a broken connection.
pub(crate) async fn goodbye<T: AsyncRead + AsyncWrite + Unpin>(sink: &mut SplitSink<WebSocketStream<T>, Message>) {
    let frame = CloseFrame { code: CloseCode::Normal, reason: Default::default() };
    // The client may be gone already, and then needs no goodbye.
    if sink.send(Message::Close(Some(frame))).await.is_ok() {
        let _ = sink.close().await;
    }
}

async fn read<T: AsyncRead + AsyncWrite + Unpin>(
    mut stream: SplitStream<WebSocketStream<T>>,
    protocol: Protocol,
    stdin: mpsc::Sender<Bytes>,
    resize: mpsc::Sender<Bytes>,
) {
    let mut stdin = Some(stdin);
    while let Some(Ok(message)) = stream.next().await {
        let data = match message {
            Message::Binary(data) => data,
            Message::Text(text) => Bytes::from(text),
            Message::Close(_) => return,
            Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => continue,
        };
        match part(protocol, &data) {
            Part::Data(STDIN, data) => {
                if let Some(stdin) = &stdin {
                    // The process reads no more input: the rest is dropped, as upstream's pipe does.
                    let _ = stdin.send(data).await;
                }
            }
            Part::Data(RESIZE, data) => {
                let _ = resize.send(data).await;
            }
            Part::End(STDIN) => stdin = None,
            Part::Data(..) | Part::End(_) => {}
            Part::Wrong => return,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Data(u8, Bytes),
    End(u8),
    /// A broken message: the connection ends.
    Wrong,
}

/// Pure: what one message means.
pub(crate) fn part(protocol: Protocol, message: &Bytes) -> Part {
    let Some((&first, rest)) = message.split_first() else { return Part::Data(u8::MAX - 1, Bytes::new()) };
    if protocol.close && first == CLOSE {
        return match rest {
            [channel @ STDIN..=RESIZE] => Part::End(*channel),
            _ => Part::Wrong,
        };
    }
    if protocol.base64 {
        return match STANDARD.decode(rest) {
            Ok(data) => Part::Data(first.wrapping_sub(b'0'), data.into()),
            Err(_) => Part::Wrong,
        };
    }
    Part::Data(first, message.slice(1..))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Protocol {
        choose(&[name.to_owned()]).unwrap()
    }

    #[test]
    fn the_clients_order_decides() {
        let wanted = ["v9.channel.k8s.io", "v4.channel.k8s.io", "v5.channel.k8s.io"].map(str::to_owned);
        assert_eq!(choose(&wanted).unwrap().name, "v4.channel.k8s.io");
        assert_eq!(choose(&[]).unwrap().name, "");
        assert!(choose(&["chat".to_owned()]).is_none());
    }

    #[test]
    fn messages_are_taken_apart_by_protocol() {
        let check = |name, message: &'static [u8], expected| {
            assert_eq!(part(named(name), &Bytes::from_static(message)), expected)
        };
        check("v5.channel.k8s.io", &[0, b'a'], Part::Data(STDIN, Bytes::from_static(b"a")));
        check("v5.channel.k8s.io", &[255, 0], Part::End(STDIN));
        check("v5.channel.k8s.io", &[255], Part::Wrong);
        check("v5.channel.k8s.io", &[255, 9], Part::Wrong);
        check("v4.channel.k8s.io", &[255, 0], Part::Data(255, Bytes::from_static(&[0])));
        check("base64.channel.k8s.io", b"0Zm9vCg==", Part::Data(STDIN, Bytes::from_static(b"foo\n")));
        check("base64.channel.k8s.io", b"0!", Part::Wrong);
    }
}
