//! `Secrets`: the roots of trust. A control-plane node has their keys; a worker has certificates and its ticket only.

use machined_base::Secret;

use crate::read::{Field, Fields};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Secrets {
    /// Signs servers and clients of the machine API.
    pub machine: Root,
    pub kubernetes: Root,
    pub etcd: Option<Root>,
    pub front_proxy: Option<Root>,
    /// Signs the tokens of service accounts.
    pub service_account: Option<Secret<String>>,
    /// Admits new nodes.
    pub join_ticket: Secret<String>,
}

/// A certificate authority as two PEM texts; without the key it can only be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    pub certificate: String,
    pub key: Option<Secret<String>>,
    /// Where `certificate` stands, for later faults.
    pub(crate) line: usize,
}

impl Root {
    pub fn new(certificate: impl Into<String>, key: Option<String>) -> Self {
        Self { certificate: certificate.into(), key: key.map(Secret::new), line: 0 }
    }
}

pub(crate) fn read(mut fields: Fields<'_>) -> Option<Secrets> {
    let machine = fields.need("machine").and_then(|field| root(&field));
    let kubernetes = fields.need("kubernetes").and_then(|field| root(&field));
    let etcd = fields.take("etcd").and_then(|field| root(&field));
    let front_proxy = fields.take("frontProxy").and_then(|field| root(&field));
    let service_account = fields.take("serviceAccount").and_then(|field| {
        let mut fields = field.fields()?;
        let key = fields.need("key").and_then(|field| pem(&field, "PRIVATE KEY"));
        fields.end();
        key.map(Secret::new)
    });
    let join_ticket = fields.need("joinTicket").and_then(|field| {
        let text = field.string()?;
        if !is_ticket(&text) {
            // The text may be most of a secret: it is not repeated.
            field.fault("is not a join ticket: 8 hexadecimal digits, a dot, 32 hexadecimal digits");
        }
        Some(Secret::new(text))
    });
    fields.end();
    Some(Secrets {
        machine: machine?,
        kubernetes: kubernetes?,
        etcd,
        front_proxy,
        service_account,
        join_ticket: join_ticket?,
    })
}

fn root(field: &Field<'_>) -> Option<Root> {
    let mut fields = field.fields()?;
    let line = fields.line();
    let certificate = fields.need("certificate").and_then(|field| pem(&field, "CERTIFICATE"));
    let key = fields.take("key").and_then(|field| pem(&field, "PRIVATE KEY")).map(Secret::new);
    fields.end();
    Some(Root { certificate: certificate?, key, line })
}

/// PEM text with a block of this kind. Whether the bytes in it are sound is the PKI's to say, on the node.
fn pem(field: &Field<'_>, kind: &str) -> Option<String> {
    let text = field.string()?;
    let (begin, end) = (format!("{kind}-----"), "-----END ".to_owned());
    if !text.contains("-----BEGIN ") || !text.contains(&begin) || !text.contains(&end) {
        field.fault(format!("is not PEM text with a {kind}"));
        return None;
    }
    Some(text)
}

fn is_ticket(text: &str) -> bool {
    let hex = |part: &str, digits: usize| {
        part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    };
    text.split_once('.').is_some_and(|(id, secret)| hex(id, 8) && hex(secret, 32))
}
