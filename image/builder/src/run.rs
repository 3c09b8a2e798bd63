//! A build, step by step.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Context;
use machined_base::Clock;
use machined_slots::{Contents, Image, Version};
use sha2::{Digest, Sha256};

use crate::config::{Config, Program};
use crate::manifest::{Manifest, Part};
use crate::modules::Modules;
use crate::progress::Progress;
use crate::root::{Node, Packages, Root, owners};
use crate::slot::{self, Parts, hex};
use crate::tools::Tools;
use crate::{debian, disk, initramfs, sbom, system_image};

/// Where the API server finds the texts of Kubernetes' fields.
const DESCRIPTIONS: &str = "/usr/share/ironstone/descriptions.gz";
const STUB: &str = "usr/lib/systemd/boot/efi/linuxx64.efi.stub";

/// Builds the image; what stood in the output directory under the same names is replaced.
pub fn run(config: Config, clock: Clock) -> anyhow::Result<Manifest> {
    let progress = Progress::new(clock);
    if !config.programs.missing().is_empty() {
        progress.step(&format!("left out, for tests: {}", config.programs.missing().join(", ")));
    }
    let parts = config.out.join("parts");
    fs::create_dir_all(&parts).with_context(|| format!("create {}", parts.display()))?;
    // Two builds at once would mix their parts: the second waits. The lock goes with the file, which is closed at the end.
    let lock = config.out.join("lock");
    let held = fs::File::create(&lock).with_context(|| format!("create {}", lock.display()))?;
    held.lock().with_context(|| format!("lock {}", lock.display()))?;

    let tools = debian::archive(&config.rootfs.join("tools"), &config.cache, config.refresh, &progress)?;
    let tools = Tools::new(debian::unpacked(&tools)?);
    let archive = debian::archive(&config.rootfs.join("packages"), &config.cache, config.refresh, &progress)?;
    let mut packages = Packages::open(&archive)?;

    progress.step("kernel modules");
    let modules = Modules::unpack(&archive, &mut packages, &tools)?;
    let list = config.rootfs.join("modules");
    let choose = |sections: &[&str], name: &str| {
        let scratch = parts.join(name);
        remove(&scratch)?;
        let chosen = modules.choose(&list, sections, &scratch, &tools)?;
        remove(&scratch)?;
        anyhow::Ok(chosen)
    };
    let early = choose(&["initramfs"], "modules-initramfs")?;
    let all = choose(&["initramfs", "root"], "modules-root")?;

    progress.step("root: files, programs and the libraries they need");
    let mut root = Root::choose(&config, &mut packages, &tools)?;
    for (path, content) in all {
        let path = format!("/usr/lib/modules/{path}");
        root.from_debian.insert(path.clone());
        root.put(&path, Node::File { mode: 0o644, content });
    }
    if config.programs.file(Program::Pause).is_some() {
        let mut etc = Vec::new();
        for name in ["group", "nsswitch.conf", "passwd"] {
            etc.push((name, content(&root, &format!("/etc/{name}"))?.to_vec()));
        }
        let archive = system_image::build(content(&root, "/usr/bin/pause")?, &etc)?;
        root.put(system_image::PATH, Node::File { mode: 0o644, content: archive });
    }
    if config.programs.file(Program::Kube).is_some() {
        let file = &config.descriptions;
        let content = fs::read(file).with_context(|| format!("read {}: build it first", file.display()))?;
        root.put(DESCRIPTIONS, Node::File { mode: 0o644, content });
    }
    root.check_executables(&config)?;
    let tree = parts.join("tree");
    remove(&tree)?;
    root.write(&tree)?;

    progress.step("root: EROFS and its verity tree");
    let root_file = config.out.join("root.img");
    let root_image = slot::root_image(&config, &tree, &root_file, &tools)?;
    remove(&tree)?;

    progress.step("UKI: stub, kernel, initramfs and command line");
    let init = content(&root, "/usr/bin/init")?;
    let stub = fs::read(tools.path(STUB)).context("read systemd's stub")?;
    let kernel = packages.read(&format!("/boot/vmlinuz-{}", modules.kernel))?;
    let initramfs = initramfs::build(init, &early);
    let command_line = slot::command_line(&config, &root_image.argument)?;
    let os_release = String::from_utf8_lossy(content(&root, "/usr/lib/os-release")?).into_owned();
    let uki = slot::uki(&Parts {
        stub: &stub,
        kernel: &kernel,
        initramfs: &initramfs,
        command_line: &command_line,
        uname: &modules.kernel,
        os_release: &os_release,
    })?;
    let uki_file = config.out.join("uki.efi");
    slot::write(&uki_file, &uki)?;
    for (name, part) in [("stub.efi", &stub), ("vmlinuz", &kernel), ("initramfs.cpio", &initramfs)] {
        slot::write(&parts.join(name), part)?;
    }

    progress.step("disk: table, ESPs, META and slot A");
    let loader_file = config.programs.file(Program::Loader).context("an image has a loader")?;
    let loader = fs::read(loader_file).with_context(|| format!("read {}", loader_file.display()))?;
    let version = Version::new(&config.version).context("a version has at most 32 bytes")?;
    let contents = Contents { uki: slot::measure(&uki_file)?, root: root_image.image, version };
    let filling = disk::Filling { loader: &loader, uki: &uki_file, root: &root_file, contents };
    disk::write(&config.out.join("disk.raw"), &filling)?;

    progress.step("SBOM and manifest");
    let sbom = sbom::document(&config, &owners(&mut packages)?, &root.from_debian)?;
    write_json(&config.out.join("sbom.cdx.json"), &sbom)?;
    let manifest = Manifest {
        version: config.version.clone(),
        kernel: modules.kernel.clone(),
        command_line,
        uki: part(contents.uki),
        root: part(contents.root),
        loader: part(Image { length: loader.len() as u64, sha256: Sha256::digest(&loader).into() }),
        left_out: config.programs.missing().into_iter().map(str::to_owned).collect(),
        executables: root.executables().into_iter().map(str::to_owned).collect(),
        files: sizes(&root),
    };
    write_json(&config.out.join("manifest.json"), &manifest)?;
    progress.step(&format!(
        "done: UKI {:.1} MB, root {:.1} MB, {} executables",
        manifest.uki.length as f64 / 1e6,
        manifest.root.length as f64 / 1e6,
        manifest.executables.len()
    ));
    Ok(manifest)
}

fn part(image: Image) -> Part {
    Part { length: image.length, sha256: hex(&image.sha256) }
}

fn content<'a>(root: &'a Root, path: &str) -> anyhow::Result<&'a [u8]> {
    match root.nodes.get(path) {
        Some(Node::File { content, .. }) => Ok(content),
        _ => anyhow::bail!("the root has no file {path}"),
    }
}

fn sizes(root: &Root) -> BTreeMap<String, u64> {
    let size = |node: &Node| match node {
        Node::File { content, .. } => Some(content.len() as u64),
        Node::Directory { .. } | Node::Link { .. } => None,
    };
    root.nodes.iter().filter_map(|(path, node)| Some((path.clone(), size(node)?))).collect()
}

fn write_json(to: &Path, value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut text = serde_json::to_string_pretty(value).context("write JSON")?;
    text.push('\n');
    slot::write(to, text.as_bytes())
}

fn remove(directory: &Path) -> anyhow::Result<()> {
    if directory.exists() {
        fs::remove_dir_all(directory).with_context(|| format!("remove {}", directory.display()))?;
    }
    Ok(())
}
