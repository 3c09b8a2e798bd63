//! One Debian suite, read through apt with lists of its own, so that the host's sources stay as they are.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, bail};

/// Whose packages are believed.
pub(crate) const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

pub(crate) struct Source {
    options: Vec<String>,
    downloads: PathBuf,
}

impl Source {
    /// Reads the suite's package lists into `folder`.
    pub(crate) fn open(folder: &Path, suite: &str) -> anyhow::Result<Self> {
        let downloads = folder.join("downloads");
        for part in ["lists/partial", "cache/archives/partial", "downloads"] {
            fs::create_dir_all(folder.join(part)).with_context(|| format!("make {part}"))?;
        }
        let list = folder.join("sources.list");
        let line = format!("deb [signed-by={KEYRING}] {} {suite} main\n", mirror()?);
        fs::write(&list, line).with_context(|| format!("write {}", list.display()))?;
        let settings = [
            ("Dir::Etc::sourcelist", list),
            ("Dir::Etc::sourceparts", "-".into()),
            ("Dir::State::lists", folder.join("lists")),
            ("Dir::State::status", "/dev/null".into()),
            ("Dir::Cache", folder.join("cache")),
            // Packages are read by us, not by apt's own user.
            ("APT::Sandbox::User", "root".into()),
        ];
        let options = settings
            .iter()
            .flat_map(|(name, value)| ["-o".to_owned(), format!("{name}={}", value.display())])
            .collect();
        let source = Source { options, downloads };
        source.apt(&["update"])?;
        Ok(source)
    }

    /// Downloads one package and unpacks its files below `root`; returns its version.
    pub(crate) fn unpack(&self, package: &str, root: &Path) -> anyhow::Result<String> {
        let policy = self.apt_cache(package)?;
        let version = policy.lines().find_map(|l| l.trim().strip_prefix("Candidate: ")).unwrap_or("(none)").to_owned();
        if version == "(none)" {
            bail!("the suite has no such package");
        }
        self.apt(&["download", &format!("{package}={version}")])?;
        let file = fs::read_dir(&self.downloads)
            .context("read the downloads")?
            .filter_map(Result::ok)
            .map(|e| e.path())
            .find(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&format!("{package}_"))))
            .with_context(|| format!("apt left no file of {package}"))?;
        fs::create_dir_all(root).with_context(|| format!("make {}", root.display()))?;
        let arguments = ["-x".as_ref(), file.as_os_str(), root.as_os_str()];
        run(command("dpkg-deb").args(arguments))?;
        Ok(version)
    }

    fn apt(&self, arguments: &[&str]) -> anyhow::Result<()> {
        run(command("apt-get").args(&self.options).args(["-q", "-q"]).args(arguments).current_dir(&self.downloads))
            .map(drop)
    }

    fn apt_cache(&self, package: &str) -> anyhow::Result<String> {
        let output = run(command("apt-cache").args(&self.options).args(["policy", package]))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// The mirror that this host's own Debian packages come from.
pub(crate) fn mirror() -> anyhow::Result<String> {
    let output = run(command("apt-get").args(["indextargets", "--format", "$(ORIGIN) $(REPO_URI) $(LABEL)"]))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let found =
        text.lines().map(|l| l.split_whitespace().collect::<Vec<_>>()).find_map(|words| match words.as_slice() {
            ["Debian", uri, "Debian"] => Some((*uri).to_owned()),
            _ => None,
        });
    found.context("apt has no lists of Debian; run apt-get update first")
}

#[expect(
    clippy::disallowed_methods,
    reason = "apt, dpkg and their like are programs; they are started by an argument list"
)]
pub(crate) fn command(program: &str) -> Command {
    Command::new(program)
}

pub(crate) fn run(command: &mut Command) -> anyhow::Result<Output> {
    let output = command.output().with_context(|| format!("start {:?}", command.get_program()))?;
    if !output.status.success() {
        bail!("{:?}: {}: {}", command.get_program(), output.status, String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(output)
}
