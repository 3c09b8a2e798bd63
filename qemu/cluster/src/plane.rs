//! A control plane's folder: authorities, certificates, kubeconfigs and one configuration file for each component.
//! Decides names, lives and places; whoever starts the components (processes of `none`, tests in one process) reads it.
//!
//! Nothing in it rotates: such a plane lives as long as its test or its desk session, a year at the most.

use std::fs;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::Timestamp;
use machined_pki::kubernetes::{self, PERSON_LIFE, ROOT_LIFE, Reached};
use machined_pki::{Authority, Key, Leaf, Request};

/// The address that in-cluster clients would use; no pod exists to use it.
const SERVICE: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 96, 0, 1));
const SERVICE_CIDR: &str = "10.96.0.0/12";
const POD_CIDR: &str = "10.244.0.0/16";

/// Where everything of one plane stands.
#[derive(Clone, Debug)]
pub struct Plane {
    folder: PathBuf,
    api_port: u16,
}

impl Plane {
    /// Makes all files. The API server will listen on `127.0.0.1:api_port`, and find the texts of fields in
    /// `descriptions`, where that file exists.
    pub fn make(folder: &Path, api_port: u16, descriptions: &Path, now: Timestamp) -> anyhow::Result<Self> {
        let plane = Plane { folder: folder.to_owned(), api_port };
        for part in ["pki", "etcd"] {
            fs::create_dir_all(folder.join(part)).with_context(|| format!("make {part}"))?;
        }
        let authority = Authority::create("kubernetes", now, ROOT_LIFE).context("make the authority")?;
        let front = Authority::create("front-proxy", now, ROOT_LIFE).context("make the front proxy's authority")?;
        plane.write_authority("ca", &authority)?;
        plane.write_authority("front-proxy-ca", &front)?;
        plane.write("pki/sa.key", Key::generate().context("make the service accounts' key")?.pem())?;
        let server = kubernetes::apiserver(&Reached::default(), SERVICE, "cluster.local");
        plane.write_leaf("apiserver", &issue(&authority, server, now)?)?;
        plane.write_leaf("apiserver-kubelet-client", &issue(&authority, kubernetes::apiserver_to_kubelet(), now)?)?;
        plane.write_leaf("front-proxy-client", &issue(&front, kubernetes::front_proxy(), now)?)?;
        for (name, request) in [
            ("kubeconfig", kubernetes::admin("admin", PERSON_LIFE)),
            ("controller-manager.kubeconfig", kubernetes::controller_manager()),
            ("scheduler.kubeconfig", kubernetes::scheduler()),
        ] {
            let leaf = issue(&authority, request, now)?;
            plane.write(name, &plane.kubeconfig(&authority, &leaf, "default"))?;
        }
        plane.write("etcd.yaml", &plane.etcd())?;
        plane.write("apiserver.yaml", &plane.apiserver(descriptions)?)?;
        plane.write("controller-manager.yaml", &plane.controller_manager())?;
        plane.write("scheduler.yaml", &plane.scheduler())?;
        Ok(plane)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn server(&self) -> String {
        format!("https://127.0.0.1:{}", self.api_port)
    }

    /// The store's socket.
    pub fn socket(&self) -> PathBuf {
        self.path("etcd/client.sock")
    }

    /// The administrator's kubeconfig with another namespace as its default.
    pub fn kubeconfig_in(&self, namespace: &str) -> anyhow::Result<String> {
        let text = fs::read_to_string(self.path("kubeconfig")).context("read the kubeconfig")?;
        Ok(text.replace("namespace: default", &format!("namespace: {namespace}")))
    }

    fn etcd(&self) -> String {
        format!(
            "name: default\ndataDir: {}\nlistenClientSocket: {}\n",
            self.path("etcd/data").display(),
            self.socket().display()
        )
    }

    fn apiserver(&self, descriptions: &Path) -> anyhow::Result<String> {
        let pki = self.path("pki");
        let pki = pki.display();
        let descriptions = if descriptions.exists() {
            // The server may run with another working directory.
            let path = descriptions.canonicalize().with_context(|| format!("find {}", descriptions.display()))?;
            format!("descriptions: {}\n", path.display())
        } else {
            String::new()
        };
        Ok(format!(
            "listen: 127.0.0.1:{port}
tls: {{certificate: {pki}/apiserver.crt, key: {pki}/apiserver.key}}
clientCa: {pki}/ca.crt
kubelet: {{certificate: {pki}/apiserver-kubelet-client.crt, key: {pki}/apiserver-kubelet-client.key, ca: {pki}/ca.crt}}
serviceAccounts: {{issuer: https://kubernetes.default.svc.cluster.local, signingKey: {pki}/sa.key}}
frontProxy: {{ca: {pki}/front-proxy-ca.crt, certificate: {pki}/front-proxy-client.crt, key: {pki}/front-proxy-client.key, allowedNames: [front-proxy-client]}}
serviceCidr: [{SERVICE_CIDR}]
store: {{unix: {socket}}}
{descriptions}",
            port = self.api_port,
            socket = self.socket().display(),
        ))
    }

    fn controller_manager(&self) -> String {
        let pki = self.path("pki");
        let pki = pki.display();
        format!(
            "kubeconfig: {kubeconfig}
rootCa: {pki}/ca.crt
signing: {{certificate: {pki}/ca.crt, key: {pki}/ca.key}}
serviceAccountKey: {pki}/sa.key
clusterCidr: [{POD_CIDR}]
serviceCidr: [{SERVICE_CIDR}]
",
            kubeconfig = self.path("controller-manager.kubeconfig").display(),
        )
    }

    fn scheduler(&self) -> String {
        format!("kubeconfig: {}\n", self.path("scheduler.kubeconfig").display())
    }

    fn kubeconfig(&self, authority: &Authority, leaf: &Leaf, namespace: &str) -> String {
        let encode = |text: &str| STANDARD.encode(text);
        format!(
            "apiVersion: v1
kind: Config
current-context: ironstone
clusters:
- name: ironstone
  cluster:
    server: {server}
    certificate-authority-data: {ca}
contexts:
- name: ironstone
  context:
    cluster: ironstone
    user: ironstone
    namespace: {namespace}
users:
- name: ironstone
  user:
    client-certificate-data: {certificate}
    client-key-data: {key}
",
            server = self.server(),
            ca = encode(authority.certificate_pem()),
            certificate = encode(&leaf.certificate_pem),
            key = encode(leaf.key.pem()),
        )
    }

    fn write_authority(&self, name: &str, authority: &Authority) -> anyhow::Result<()> {
        self.write(&format!("pki/{name}.crt"), authority.certificate_pem())?;
        self.write(&format!("pki/{name}.key"), authority.key().pem())
    }

    fn write_leaf(&self, name: &str, leaf: &Leaf) -> anyhow::Result<()> {
        self.write(&format!("pki/{name}.crt"), &leaf.certificate_pem)?;
        self.write(&format!("pki/{name}.key"), leaf.key.pem())
    }

    fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        write_secret(&self.path(name), text)
    }
}

/// A file that its owner alone may read.
pub(crate) fn write_secret(path: &Path, text: &str) -> anyhow::Result<()> {
    let opened = fs::File::options().create(true).truncate(true).write(true).mode(0o600).open(path);
    let written = opened.and_then(|mut file| file.write_all(text.as_bytes()));
    written.with_context(|| format!("write {}", path.display()))
}

fn issue(authority: &Authority, request: Request, now: Timestamp) -> anyhow::Result<Leaf> {
    let request = Request { life: PERSON_LIFE, ..request };
    authority.issue(&request, now).with_context(|| format!("issue the certificate of {}", request.common_name))
}
