//! The container image that test pods run: busybox of Debian 13 with its applets, and the stock kubectl of Debian 13 for pods
//! that ask the API, with the C library that it is linked to. Nothing is pulled.

use anyhow::{Context, Result};
use image_formats::oci::{Image, Layer};

use crate::cluster::peers;

/// What pods call it.
pub(crate) const NAME: &str = "example.test/tools:1";
/// What the tests' pods use of busybox.
const APPLETS: [&str; 22] = [
    "cat", "date", "dd", "echo", "env", "head", "hostname", "httpd", "id", "kill", "ls", "mkdir", "nc", "nslookup",
    "ps", "rm", "sh", "sleep", "tail", "tar", "touch", "wget",
];

/// The archive's bytes, as `machinectl image import` takes them.
pub(crate) fn archive(with_kubectl: bool) -> Result<Vec<u8>> {
    let root = peers()?.join("trixie/usr");
    let read = |name: &str| std::fs::read(root.join(name)).with_context(|| format!("read {name}: run `make peers`"));
    let mut layer = Layer::default();
    for (name, mode) in [("bin", 0o755), ("etc", 0o755), ("tmp", 0o1777)] {
        layer.directory(name, mode)?;
    }
    layer.file("bin/busybox", 0o755, &read("bin/busybox")?)?;
    for applet in APPLETS {
        layer.link(&format!("bin/{applet}"), "busybox")?;
    }
    layer.file("etc/passwd", 0o644, b"root:x:0:0:root:/:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/sh\n")?;
    layer.file("etc/group", 0o644, b"root:x:0:\nnogroup:x:65534:\n")?;
    if with_kubectl {
        layer.file("bin/kubectl", 0o755, &read("bin/kubectl")?)?;
        let libraries = "lib/x86_64-linux-gnu";
        for (folder, name) in [("lib64", "ld-linux-x86-64.so.2"), (libraries, "libc.so.6")] {
            layer.file(&format!("{folder}/{name}"), 0o755, &read(&format!("{libraries}/{name}"))?)?;
        }
    }
    let image = Image { name: NAME, entrypoint: &["/bin/sh"], environment: &["PATH=/bin"] };
    image.archive(layer).context("make the test pods' image")
}
