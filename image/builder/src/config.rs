//! What a build is asked for, and which programs of ours it carries.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::ensure;

/// One build.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where the image goes.
    pub out: PathBuf,
    /// The data that says what the image consists of.
    pub rootfs: PathBuf,
    /// Where Debian's packages stay between builds.
    pub cache: PathBuf,
    /// Programs of ours.
    pub programs: Programs,
    /// Texts of Kubernetes' fields, made by `image/descriptions`; the API server serves them.
    pub descriptions: PathBuf,
    /// The lock file that names the crates' versions.
    pub lock: PathBuf,
    /// The system's version.
    pub version: String,
    /// Whether to fetch Debian's packages again.
    pub refresh: bool,
    /// Further kernel arguments.
    pub kernel_arguments: Vec<String>,
    /// The time that every file gets.
    pub epoch: u64,
}

/// A program of ours that an image carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    /// PID 1.
    Init,
    /// The machine's daemon, and apid.
    Machined,
    /// Kubernetes.
    Kube,
    /// What holds a pod's namespaces.
    Pause,
    /// The UEFI program in the ESPs.
    Loader,
}

/// Which file each program is taken from.
#[derive(Clone, Debug)]
pub struct Programs(BTreeMap<Program, PathBuf>);

impl Program {
    const ALL: [Self; 5] = [Self::Init, Self::Machined, Self::Kube, Self::Pause, Self::Loader];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::Machined => "machined",
            Self::Kube => "kube",
            Self::Pause => "pause",
            Self::Loader => "loader",
        }
    }
}

impl Program {
    const fn file_name(self) -> &'static str {
        match self {
            Self::Loader => "loader.efi",
            Self::Init | Self::Machined | Self::Kube | Self::Pause => self.name(),
        }
    }
}

impl FromStr for Program {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|program| program.name() == text);
        found.ok_or_else(|| format!("{text} is none of init, machined, kube, pause, loader"))
    }
}

impl Programs {
    /// All programs of a directory. What is to be left out is named; the loader and init never are.
    pub fn find(directory: &Path, without: &[Program]) -> anyhow::Result<Self> {
        let mut programs = BTreeMap::new();
        for program in Program::ALL {
            let name = program.name();
            if without.contains(&program) {
                ensure!(!matches!(program, Program::Init | Program::Loader), "an image without {name} does not boot");
                continue;
            }
            let file = directory.join(program.file_name());
            ensure!(
                file.is_file(),
                "there is no {}: build it first, or leave it out with --without {name}",
                file.display()
            );
            programs.insert(program, file);
        }
        Ok(Self(programs))
    }

    /// The file of a program; none when the image is built without it.
    pub fn file(&self, program: Program) -> Option<&Path> {
        self.0.get(&program).map(PathBuf::as_path)
    }

    /// Names of the programs that are left out.
    pub fn missing(&self) -> Vec<&'static str> {
        Program::ALL.into_iter().filter(|program| !self.0.contains_key(program)).map(Program::name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_program_is_there_or_left_out_by_name() {
        let directory = tempfile::tempdir().unwrap();
        for name in ["init", "machined", "pause", "loader.efi"] {
            std::fs::write(directory.path().join(name), []).unwrap();
        }
        let find = |without: &[Program]| Programs::find(directory.path(), without);
        let refused = find(&[]).unwrap_err().to_string();
        assert!(refused.ends_with("/kube: build it first, or leave it out with --without kube"), "{refused}");
        assert_eq!(find(&[Program::Kube]).unwrap().missing(), ["kube"]);
        let refused = find(&[Program::Init, Program::Kube]).unwrap_err().to_string();
        assert_eq!(refused, "an image without init does not boot");
    }
}
