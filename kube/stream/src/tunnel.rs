//! Bytes inside WebSocket messages, as `kubectl port-forward` sends its SPDY connection.

use bytes::{Bytes, BytesMut};
use futures::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio_tungstenite::tungstenite::protocol::Message;

use crate::channels;

/// The subprotocol's name.
pub const PROTOCOL: &str = "SPDY/3.1+portforward.k8s.io";
/// What the tunnelled connection speaks.
pub const INNER: &str = "portforward.k8s.io";
const PIECE: usize = 32 << 10;

/// Carries bytes both ways until either side ends.
pub async fn bridge<A, B>(client: A, runtime: B)
where
    A: AsyncRead + AsyncWrite + Unpin,
    B: AsyncRead + AsyncWrite,
{
    let (mut sink, mut stream) = channels::websocket(client).await.split();
    let (mut reader, mut writer) = tokio::io::split(runtime);
    let up = async {
        while let Some(Ok(message)) = stream.next().await {
            let data: Bytes = match message {
                Message::Binary(data) => data,
                Message::Text(_) | Message::Close(_) => return,
                Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => continue,
            };
            if writer.write_all(&data).await.is_err() {
                return;
            }
        }
    };
    let down = async {
        loop {
            let mut piece = BytesMut::with_capacity(PIECE);
            match reader.read_buf(&mut piece).await {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            if sink.send(Message::binary(piece.freeze())).await.is_err() {
                return;
            }
        }
    };
    // Either end closes the whole tunnel: a half-open one has no meaning to its clients.
    tokio::select! {
        () = up => {}
        () = down => {}
    }
    channels::goodbye(&mut sink).await;
}
