//! What a build is asked for, and which programs of ours it carries.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, bail, ensure};

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

impl FromStr for Program {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|program| program.name() == text);
        found.ok_or_else(|| format!("{text} is none of init, machined, kube, pause, loader"))
    }
}

impl Programs {
    /// From `NAME=FILE` arguments. Each program is either given or left out by name; the loader and init never are.
    pub fn parse(given: &[String], without: &[Program]) -> anyhow::Result<Self> {
        let mut programs = BTreeMap::new();
        for text in given {
            let (name, file) = text.split_once('=').with_context(|| format!("{text}: expected NAME=FILE"))?;
            let program: Program = name.parse().map_err(anyhow::Error::msg)?;
            ensure!(Path::new(file).is_file(), "{name}: there is no file {file}; build it first");
            programs.insert(program, PathBuf::from(file));
        }
        for program in Program::ALL {
            match (programs.contains_key(&program), without.contains(&program)) {
                (true, false) => {}
                (false, true) if !matches!(program, Program::Init | Program::Loader) => {}
                (false, true) => bail!("an image without {} does not boot", program.name()),
                (true, true) => bail!("{} is both given and left out", program.name()),
                (false, false) => bail!("{0} is missing: give --program {0}=FILE", program.name()),
            }
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
    fn every_program_is_given_or_left_out_by_name() {
        let exe = "/proc/self/exe";
        let given = |names: &[&str]| names.iter().map(|name| format!("{name}={exe}")).collect::<Vec<_>>();
        let four = given(&["init", "machined", "pause", "loader"]);
        let refused = Programs::parse(&four, &[]).unwrap_err().to_string();
        assert_eq!(refused, "kube is missing: give --program kube=FILE");
        assert_eq!(Programs::parse(&four, &[Program::Kube]).unwrap().missing(), ["kube"]);
        let refused = Programs::parse(&four, &[Program::Init, Program::Kube]).unwrap_err().to_string();
        assert_eq!(refused, "init is both given and left out");
        let refused = Programs::parse(&["kube=/nowhere".into()], &[]).unwrap_err().to_string();
        assert_eq!(refused, "kube: there is no file /nowhere; build it first");
    }
}
