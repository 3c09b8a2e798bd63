//! Answers as `modprobe`: the kernel starts it when a module is asked for by name or alias.

use std::process::ExitCode;

use machined_sys::module::Modules;

use crate::say::complain;

/// Loads what the arguments name; options, which the kernel gives for the sake of other modprobes, are passed over.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let modules = match Modules::of_running_kernel() {
        Ok(modules) => modules,
        Err(error) => {
            complain(&format!("modprobe: read the indexes of modules: {error}"));
            return ExitCode::FAILURE;
        }
    };
    let mut all = true;
    for name in arguments.iter().filter(|argument| !argument.starts_with('-')) {
        all &= load(&modules, name);
    }
    if all { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Loads every module that answers to a name; false when none does or one fails.
pub(crate) fn load(modules: &Modules, name: &str) -> bool {
    let found = modules.find(name);
    let mut all = !found.is_empty();
    for module in found {
        if let Err(error) = modules.load(&module) {
            // A driver that finds its hardware unusable says so by itself; this says which one it was.
            complain(&format!("module {module}: {error}"));
            all = false;
        }
    }
    all
}
