//! Who is let in: certificates of the CA over TCP, and nobody else; plain TCP on loopback only.

use kube_etcd::{Config, Endpoint, EtcdError, Listen, TlsFiles};
use kube_kv::{Kv, Put};
use machined_base::Clock;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use std::net::SocketAddr;
use std::path::Path;
use tests_store::ours::{self, Ours};

struct Ca {
    issuer: Issuer<'static, KeyPair>,
    pem: String,
}

impl Ca {
    fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(vec![]).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let pem = params.self_signed(&key).unwrap().pem();
        Self { issuer: Issuer::new(params, key), pem }
    }

    /// Writes a certificate that both sides may use, trusting `trusted`.
    fn leaf(&self, dir: &Path, name: &str, trusted: &Ca) -> TlsFiles {
        let params = CertificateParams::new(vec!["127.0.0.1".to_owned(), name.to_owned()]).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let file = |what: &str| dir.join(format!("{name}-{what}.pem"));
        std::fs::write(file("cert"), certificate.pem()).unwrap();
        std::fs::write(file("key"), key.serialize_pem()).unwrap();
        std::fs::write(file("ca"), &trusted.pem).unwrap();
        TlsFiles { certificate: file("cert"), key: file("key"), ca: file("ca") }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_certificates_of_the_ca_get_in() {
    let dir = tempfile::tempdir().unwrap();
    let (ca, other) = (Ca::new("ours"), Ca::new("another"));
    let server = ca.leaf(dir.path(), "server", &ca);
    let address = SocketAddr::from(([127, 0, 0, 1], 0));
    let config = Config { listen: vec![Listen::Tls { address, files: server }], ..ours::config(dir.path()) };
    let ours = Ours::start(&config).await.unwrap();
    let to = |files: TlsFiles| ours::client(Endpoint::Tls { address: ours.address.to_string(), files });
    let good = to(ca.leaf(dir.path(), "client", &ca));
    good.put(Put::new("k", "1")).await.unwrap();
    let stranger = to(other.leaf(dir.path(), "stranger", &ca));
    assert!(stranger.put(Put::new("k", "2")).await.is_err(), "a certificate of another CA");
    let wary = to(ca.leaf(dir.path(), "wary", &other));
    assert!(wary.put(Put::new("k", "3")).await.is_err(), "the client does not trust the server");
    let plain = ours::plain(&ours.address.to_string());
    assert!(plain.put(Put::new("k", "4")).await.is_err(), "no TLS at all");
    // The server's certificate is renewed, by a new CA even: new connections see it, without a restart.
    other.leaf(dir.path(), "server", &other);
    let renewed = to(other.leaf(dir.path(), "renewed", &other));
    renewed.put(Put::new("k", "5")).await.unwrap();
    assert_eq!(good.put(Put::new("k", "6")).await.unwrap().revision.0, 4, "an open connection goes on");
    ours.stop().await.unwrap();
}

#[tokio::test]
async fn plain_tcp_stays_on_loopback() {
    let dir = tempfile::tempdir().unwrap();
    let address = SocketAddr::from(([0, 0, 0, 0], 0));
    let listen = vec![Listen::PlainLoopback { address }];
    let config = Config { listen, ..Config::new(dir.path(), Clock::system()) };
    let refused = kube_etcd::Bound::bind(&config).await;
    assert!(matches!(refused, Err(EtcdError::PlainBeyondLoopback { .. })));
}
