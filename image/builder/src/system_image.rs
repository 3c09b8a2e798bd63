//! The container image of the node's own pods: `pause`, users, and the links of a merged `/usr`. Nothing else.
//!
//! Such a pod mounts the node's verified `/usr` over the empty one, so its program and libraries are those of the root.

use anyhow::Context;
use image_formats::oci::{Image, Layer};

/// Where the root carries the archive.
pub(crate) const PATH: &str = "/usr/share/ironstone/system.tar";
/// What pods call it; containerd finds it by this name and never pulls it.
const IMAGE: Image =
    Image { name: "ironstone.local/system:v1", entrypoint: &["/pause"], environment: &["PATH=/usr/bin:/usr/sbin"] };
const DIRECTORIES: [&str; 8] = ["dev", "etc", "proc", "run", "sys", "tmp", "usr", "var"];
const LINKS: [(&str, &str); 4] = [("bin", "usr/bin"), ("lib", "usr/lib"), ("lib64", "usr/lib64"), ("sbin", "usr/sbin")];

/// The archive's bytes.
pub(crate) fn build(pause: &[u8], etc: &[(&str, Vec<u8>)]) -> anyhow::Result<Vec<u8>> {
    let layer = layer(pause, etc).context("make the system image's layer")?;
    IMAGE.archive(layer).context("finish the system image")
}

fn layer(pause: &[u8], etc: &[(&str, Vec<u8>)]) -> std::io::Result<Layer> {
    let mut layer = Layer::default();
    for name in DIRECTORIES {
        layer.directory(name, if name == "tmp" { 0o1777 } else { 0o755 })?;
    }
    for (name, target) in LINKS {
        layer.link(name, target)?;
    }
    for (name, content) in etc {
        layer.file(&format!("etc/{name}"), 0o644, content)?;
    }
    layer.file("pause", 0o755, pause)?;
    Ok(layer)
}
