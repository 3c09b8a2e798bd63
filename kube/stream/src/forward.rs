//! Port-forward over WebSocket channels, as clients without SPDY send it: two channels for each port, data and errors.
//!
//! - The first message of each channel is its port, two bytes, the lower one first.
//! - Channels have no end of their own: the connection ends when every port has ended, or the client hangs up.
//!
//! As upstream: staging/src/k8s.io/cri-streaming/pkg/streaming/portforward/websocket.go.

use std::future::Future;

use bytes::Bytes;
use futures::future::join_all;
use futures::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::mpsc;
use tokio_tungstenite::tungstenite::protocol::Message;

use crate::channels::{self, Part, Protocol};
use crate::spdy::{Connection, Headers, StreamReader, StreamWriter};

const QUEUE: usize = 64;
/// Channels are numbered by a byte.
const PORTS_MAX: usize = 100;

/// The first of the client's protocols that has these channels; a client that names none gets the unnamed one.
pub fn choose(wanted: &[String]) -> Option<Protocol> {
    let ours = ["v4.channel.k8s.io", "v4.base64.channel.k8s.io"];
    let known: Vec<String> = wanted.iter().filter(|name| ours.contains(&name.as_str())).cloned().collect();
    if known.is_empty() && !wanted.is_empty() { None } else { channels::choose(&known) }
}

/// The ports of a request, from its `port` parameters; the error is for the client.
pub fn ports(values: &[String]) -> Result<Vec<u16>, String> {
    if values.is_empty() {
        return Err("query parameter \"port\" is required".to_owned());
    }
    let mut ports = Vec::new();
    for value in values {
        if value.is_empty() {
            return Err("query parameter \"port\" cannot be empty".to_owned());
        }
        for one in value.split(',') {
            match one.parse::<u16>() {
                Ok(0) => return Err(format!("port {value:?} must be > 0")),
                Ok(port) => ports.push(port),
                Err(err) => return Err(format!("unable to parse {value:?} as a port: {err}")),
            }
        }
    }
    if ports.len() > PORTS_MAX {
        return Err(format!("at most {PORTS_MAX} ports can be forwarded over one connection"));
    }
    Ok(ports)
}

/// One port's streams to the runtime.
struct Pair {
    port: u16,
    input: StreamWriter,
    data: StreamReader,
    errors: StreamReader,
}

/// Carries bytes both ways until every port has ended, or the client is gone.
pub async fn bridge<A>(client: A, protocol: Protocol, ports: &[u16], runtime: Connection)
where
    A: AsyncRead + AsyncWrite + Unpin,
{
    let (mut sink, mut stream) = channels::websocket(client).await.split();
    let (out, mut outgoing) = mpsc::channel::<(u8, Bytes)>(QUEUE);
    let mut inputs = Vec::new();
    let mut copies = Vec::new();
    for (number, port) in (0_u8..).zip(ports) {
        let Some(pair) = open(&runtime, *port, number).await else { return };
        inputs.push(pair.input);
        copies.push(carry(number, pair.port, pair.data, pair.errors, out.clone()));
    }
    // What is left are the copies' own: the queue ends with them.
    drop(out);
    let down = async {
        while let Some((channel, data)) = outgoing.recv().await {
            if sink.send(channels::message(protocol, channel, data)).await.is_err() {
                return;
            }
        }
    };
    let up = async {
        while let Some(Ok(message)) = stream.next().await {
            let data = match message {
                Message::Binary(data) => data,
                Message::Text(text) => Bytes::from(text),
                Message::Close(_) => return,
                Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => continue,
            };
            let Part::Data(channel, data) = channels::part(protocol, &data) else { return };
            // Only the even channels carry anything to the pod.
            let input = channel.is_multiple_of(2).then(|| inputs.get_mut(usize::from(channel / 2))).flatten();
            if let Some(input) = input
                && !input.write(data).await
            {
                return;
            }
        }
    };
    tokio::select! {
        ((), _) = futures::future::join(down, join_all(copies)) => {}
        // The client hung up; nothing that is still to come has a reader.
        () = up => {}
    }
    channels::goodbye(&mut sink).await;
}

async fn open(runtime: &Connection, port: u16, number: u8) -> Option<Pair> {
    let headers = |kind: &str| -> Headers {
        let own = [("streamtype", kind.to_owned()), ("port", port.to_string()), ("requestid", number.to_string())];
        own.map(|(name, value)| (name.to_owned(), value)).into()
    };
    // In upstream's order.
    let errors = runtime.open(headers("error")).await?;
    errors.writer.finish().await;
    let data = runtime.open(headers("data")).await?;
    Some(Pair { port, input: data.writer, data: data.reader, errors: errors.reader })
}

/// One port's way to the client.
fn carry(
    number: u8,
    port: u16,
    data: StreamReader,
    errors: StreamReader,
    out: mpsc::Sender<(u8, Bytes)>,
) -> impl Future<Output = ()> {
    let channel = number * 2;
    let copy = async move |channel: u8, mut from: StreamReader, out: &mpsc::Sender<(u8, Bytes)>| {
        while let Some(data) = from.read().await {
            if out.send((channel, data)).await.is_err() {
                return;
            }
        }
    };
    async move {
        let first = Bytes::copy_from_slice(&port.to_le_bytes());
        for channel in [channel, channel + 1] {
            if out.send((channel, first.clone())).await.is_err() {
                return;
            }
        }
        tokio::join!(copy(channel, data, &out), copy(channel + 1, errors, &out));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn protocols_without_the_channels_are_refused() {
        assert_eq!(choose(&own(&["v5.channel.k8s.io", "v4.channel.k8s.io"])).unwrap().name, "v4.channel.k8s.io");
        assert_eq!(choose(&[]).unwrap().name, "");
        assert!(choose(&own(&["channel.k8s.io"])).is_none());
    }

    #[test]
    fn ports_are_lists_of_numbers() {
        assert_eq!(ports(&own(&["80", "81,82"])), Ok(vec![80, 81, 82]));
        for (wrong, told) in
            [("", "cannot be empty"), ("0", "must be > 0"), ("x", "unable to parse"), ("70000", "parse")]
        {
            assert!(ports(&own(&[wrong])).unwrap_err().contains(told), "{wrong}");
        }
        assert!(ports(&[]).unwrap_err().contains("is required"));
    }
}
