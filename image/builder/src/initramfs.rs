//! The initramfs: `init` and the modules that stand between the firmware and the root. Nothing else.

use image_formats::cpio::Archive;

/// Builds the archive; module paths are relative to `/usr/lib/modules`.
pub(crate) fn build(init: &[u8], modules: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = Archive::new();
    for directory in ["dev", "proc", "sys", "run", "root", "usr", "usr/lib", "usr/lib/modules", "sbin"] {
        archive.directory(directory);
    }
    archive.link("lib", "usr/lib");
    archive.file("init", 0o755, init);
    // Some modules ask for others while they start.
    archive.link("sbin/modprobe", "../init");
    let mut made: Vec<String> = Vec::new();
    for (path, content) in modules {
        let path = format!("usr/lib/modules/{path}");
        for (at, _) in path.match_indices("/").skip(3) {
            let above = path.get(..at).unwrap_or_default();
            if !made.iter().any(|known| known == above) {
                archive.directory(above);
                made.push(above.to_owned());
            }
        }
        archive.file(&path, 0o644, content);
    }
    archive.finish()
}
