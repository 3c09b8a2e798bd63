//! Makes secrets, configurations and credentials. Files with secrets are readable by their owner alone, and none is
//! written over.

use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use apid_client::{Access, Node};
use apid_proto::machine as pb;
use jiff::Timestamp;
use machined_base::{Clock, Secret};
use machined_config::{Config, Role, Root, Secrets, Template, render, render_secrets};
use machined_pki::kubernetes::{PERSON_LIFE, ROOT_LIFE};
use machined_pki::{Authority, Identity, Key, Role as ApiRole, Ticket};

use super::show::words;
use crate::arguments::{GenConfig, GenCredentials, GenSecrets, Kubeconfig};
use crate::output;
use crate::session::{Session, label};

const ADMIN: &str = "admin";

pub(crate) fn secrets(asked: &GenSecrets) -> Result<()> {
    write_new(&asked.file, &render_secrets(&make(Clock::system().now())?))?;
    output::say(&format!("wrote {}", asked.file.display()));
    Ok(())
}

pub(crate) fn config(asked: &GenConfig) -> Result<()> {
    let now = Clock::system().now();
    let secrets = match &asked.with_secrets {
        Some(path) => read_secrets(path)?,
        None => make(now)?,
    };
    let host = host_of(&asked.endpoint);
    let control_planes = if asked.control_planes.is_empty() { vec![host] } else { asked.control_planes.clone() };
    std::fs::create_dir_all(&asked.to).with_context(|| format!("make {}", asked.to.display()))?;
    for role in [Role::ControlPlane, Role::Worker] {
        let text = render(&Template {
            role,
            cluster: &asked.cluster,
            endpoint: &asked.endpoint,
            control_planes: &control_planes,
            hostname: None,
            install_disk: asked.install_disk.as_deref(),
            secrets: &secrets,
        });
        // What we made ourselves is checked as everything else: an endpoint may be wrong.
        if let Err(faults) = Config::parse(&text) {
            let faults: Vec<String> =
                faults.iter().map(|fault| format!("{}: {}", fault.field, fault.message)).collect();
            bail!("{}", faults.join("; "));
        }
        let path = asked.to.join(format!("{}.yaml", role.name()));
        write_new(&path, &text)?;
        output::say(&format!("wrote {}", path.display()));
    }
    let path = asked.to.join("machineconfig");
    write_new(&path, &admin_access(&asked.cluster, &secrets, &control_planes, now)?)?;
    output::say(&format!("wrote {}", path.display()));
    Ok(())
}

/// Credentials for the machine API, made with the authority itself.
fn admin_access(cluster: &str, secrets: &Secrets, control_planes: &[String], now: Timestamp) -> Result<String> {
    let key = secrets.machine.key.as_ref().context("the secrets hold no key of the machine authority")?;
    let authority = Authority::from_pem(&secrets.machine.certificate, key.expose())?;
    let identity = Identity { name: ADMIN.to_owned(), roles: vec![ApiRole::Admin] };
    let leaf = authority.issue(&identity.request(PERSON_LIFE), now)?;
    let node = |host: &String| Node { name: host.clone(), address: host.clone() };
    let nodes = control_planes.iter().map(node).collect();
    let access = Access::new(cluster, authority.certificate_pem(), &leaf.certificate_pem, leaf.key.pem(), nodes);
    access.render().map_err(|err| anyhow!(err))
}

pub(crate) async fn credentials(session: &Session, asked: &GenCredentials) -> Result<()> {
    let node = session.first()?;
    let mut client = session.connect(node).await?;
    let request = pb::IssueCredentialsRequest {
        name: asked.name.clone(),
        roles: asked.roles.clone(),
        life_seconds: asked.hours * 3600,
    };
    let issued = client.issue_credentials(request).await;
    let issued = issued.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?.into_inner();
    let before = session.access().context("credentials are issued by machines that are known")?;
    let nodes = before.nodes.clone();
    let access = Access::new(&before.cluster, &issued.authority, &issued.certificate, &issued.key, nodes);
    write_new(&asked.file, &access.render().map_err(|err| anyhow!(err))?)?;
    output::say(&format!("wrote {}", asked.file.display()));
    Ok(())
}

pub(crate) async fn kubeconfig(session: &Session, asked: &Kubeconfig) -> Result<()> {
    let node = session.first()?;
    let mut client = session.connect(node).await?;
    let request = pb::KubeconfigRequest { name: asked.name.clone(), life_seconds: asked.hours * 3600 };
    let made = client.kubeconfig(request).await;
    let made = made.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?.into_inner();
    match &asked.file {
        None => output::write(made.kubeconfig.as_bytes()),
        Some(path) => {
            write_new(path, &made.kubeconfig)?;
            output::say(&format!("wrote {}", path.display()));
            Ok(())
        }
    }
}

fn make(now: Timestamp) -> Result<Secrets> {
    let root = |name: &str| -> Result<Root> {
        let authority = Authority::create(name, now, ROOT_LIFE)?;
        Ok(Root::new(authority.certificate_pem(), Some(authority.key().pem().to_owned())))
    };
    Ok(Secrets {
        machine: root("ironstone-machine")?,
        kubernetes: root("kubernetes")?,
        etcd: Some(root("etcd-ca")?),
        front_proxy: Some(root("front-proxy-ca")?),
        service_account: Some(Secret::new(Key::generate()?.pem().to_owned())),
        join_ticket: Ticket::generate()?.text(),
    })
}

/// Secrets stand in a document of their own; a whole configuration is taken as well.
fn read_secrets(path: &Path) -> Result<Secrets> {
    let text = std::fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    let secrets = machined_config::parse_secrets(&text);
    secrets.map_err(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        anyhow!("{}: {}", path.display(), faults.join("; "))
    })
}

fn host_of(endpoint: &str) -> String {
    let rest = endpoint.strip_prefix("https://").unwrap_or(endpoint).trim_end_matches('/');
    match rest.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or(rest).to_owned(),
        None => rest.split(':').next().unwrap_or(rest).to_owned(),
    }
}

fn write_new(path: &Path, text: &str) -> Result<()> {
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("write {}", path.display()))?;
    file.write_all(text.as_bytes()).with_context(|| format!("write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_endpoint_names_the_first_control_plane() {
        for (endpoint, host) in [
            ("https://10.0.0.1:6443", "10.0.0.1"),
            ("https://[fd00::1]:6443/", "fd00::1"),
            ("https://api.lan", "api.lan"),
        ] {
            assert_eq!(host_of(endpoint), host);
        }
    }
}
