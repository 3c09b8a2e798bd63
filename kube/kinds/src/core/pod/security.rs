//! Security contexts of a pod and of its containers: users, groups, profiles, kernel settings.
//!
//! As upstream: validatePodSpecSecurityContext, ValidateSecurityContext and their parts of pkg/apis/core/validation.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::volume::descending_path;
use crate::check::{Faults, each, some, text};
use crate::formats;

const ID_MAX: i64 = i32::MAX as i64;

/// The pod's own context.
pub(super) fn pod(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(context) = some(spec, "securityContext") else { return };
    let at = at.child("securityContext");
    for id in ["fsGroup", "runAsUser", "runAsGroup"] {
        errors.between(context, id, &at, 0, ID_MAX);
    }
    each(context, "supplementalGroups", &at, |_, group, at| {
        if let Some(group) = group.as_int().filter(|group| !(0..=ID_MAX).contains(group)) {
            errors.invalid(at, group, formats::between(0, ID_MAX));
        }
    });
    if spec.flag(&["shareProcessNamespace"]) && spec.flag(&["hostPID"]) {
        errors.invalid(
            &at.child("shareProcessNamespace"),
            true,
            "ShareProcessNamespace and HostPID cannot both be enabled",
        );
    }
    sysctls(spec, context, &at, errors);
    errors.one_of(context, "fsGroupChangePolicy", &at, &["Always", "OnRootMismatch"]);
    seccomp(context, &at, errors);
    windows_options(context, &at, errors);
    app_armor(context, &at, errors);
    errors.one_of(context, "supplementalGroupsPolicy", &at, &["Merge", "Strict"]);
    errors.one_of(context, "seLinuxChangePolicy", &at, &["MountOption", "Recursive"]);
}

/// A container's context.
pub(super) fn container(container: &Value, host_users: bool, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(context) = some(container, "securityContext") else { return };
    let at = at.child("securityContext");
    errors.between(context, "runAsUser", &at, 0, ID_MAX);
    errors.between(context, "runAsGroup", &at, 0, ID_MAX);
    if let Some(mount) = some(context, "procMount").and_then(Value::as_str) {
        errors.one_of(context, "procMount", &at, &["Default", "Unmasked"]);
        if host_users && mount == "Unmasked" {
            errors.invalid(&at.child("procMount"), mount, "`hostUsers` must be false to use `Unmasked`");
        }
    }
    seccomp(context, &at, errors);
    if context.get("allowPrivilegeEscalation").and_then(Value::as_bool) == Some(false) {
        if context.flag(&["privileged"]) {
            errors.invalid(
                &at,
                context.clone(),
                "cannot set `allowPrivilegeEscalation` to false and `privileged` to true",
            );
        }
        if context.items(&["capabilities", "add"]).iter().any(|name| name.as_str() == Some("CAP_SYS_ADMIN")) {
            errors.invalid(
                &at,
                context.clone(),
                "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN",
            );
        }
    }
    windows_options(context, &at, errors);
    app_armor(context, &at, errors);
}

fn sysctls(spec: &Value, context: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let mut seen: Vec<String> = Vec::new();
    each(context, "sysctls", at, |_, sysctl, at| {
        let name = text(sysctl, "name");
        let at = at.child("name");
        if name.is_empty() {
            errors.required(&at, "");
        } else if name.len() > 253 || !sysctl_form(name) {
            errors.invalid(
                &at,
                name,
                "must have at most 253 characters and match regex \
                 ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$",
            );
        } else if seen.iter().any(|other| other == name) {
            errors.duplicate(&at, name);
        }
        let dotted = name.replace('/', ".");
        let ipc = ["kernel.shm", "kernel.msg", "fs.mqueue."].iter().any(|prefix| dotted.starts_with(prefix))
            || dotted == "kernel.sem";
        if dotted.starts_with("net.") && spec.flag(&["hostNetwork"]) {
            errors.invalid(&at, name, "may not be specified when 'hostNetwork' is true");
        } else if ipc && spec.flag(&["hostIPC"]) {
            errors.invalid(&at, name, "may not be specified when 'hostIPC' is true");
        }
        seen.push(name.to_owned());
    });
}

fn sysctl_form(name: &str) -> bool {
    name.split(['.', '/']).all(|segment| {
        let edge = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        edge(segment.bytes().next())
            && edge(segment.bytes().last())
            && segment.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'-' | b'_'))
    })
}

fn seccomp(context: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(profile) = some(context, "seccompProfile") else { return };
    let at = at.child("seccompProfile");
    let kind = text(profile, "type");
    match kind {
        "" => errors.required(&at.child("type"), "type is required when seccompProfile is set"),
        _ => errors.one_of(profile, "type", &at, &["Localhost", "RuntimeDefault", "Unconfined"]),
    }
    let at_path = at.child("localhostProfile");
    match (kind, some(profile, "localhostProfile").and_then(Value::as_str)) {
        ("Localhost", None) => errors.required(&at_path, "must be set when seccomp type is Localhost"),
        ("Localhost", Some(path)) => descending_path(path, &at_path, errors),
        (_, Some(_)) => {
            errors.invalid(&at_path, profile.clone(), "can only be set when seccomp type is Localhost");
        }
        (_, None) => {}
    }
}

fn app_armor(context: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(profile) = some(context, "appArmorProfile") else { return };
    let at = at.child("appArmorProfile");
    let at_path = at.child("localhostProfile");
    let path = some(profile, "localhostProfile").and_then(Value::as_str);
    match (text(profile, "type"), path) {
        ("Localhost", None) => errors.required(&at_path, "must be set when AppArmor type is Localhost"),
        ("Localhost", Some(path)) => {
            if path.trim() != path {
                errors.invalid(&at_path, path, "must not be padded with whitespace");
            } else if path.is_empty() {
                errors.required(&at_path, "must be set when AppArmor type is Localhost");
            }
            if path.len() > 4095 {
                errors.push(FieldError::too_long(&at_path, 4095));
            }
        }
        ("RuntimeDefault" | "Unconfined", Some(path)) => {
            errors.invalid(&at_path, path, "can only be set when AppArmor type is Localhost");
        }
        ("RuntimeDefault" | "Unconfined", None) => {}
        ("", _) => errors.required(&at.child("type"), "type is required when appArmorProfile is set"),
        (other, _) => {
            errors.not_supported(&at.child("type"), other, &["Localhost", "RuntimeDefault", "Unconfined"]);
        }
    }
}

fn windows_options(context: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(options) = some(context, "windowsOptions") else { return };
    let at = at.child("windowsOptions");
    if let Some(name) = some(options, "gmsaCredentialSpecName").and_then(Value::as_str) {
        errors.form(&at.child("gmsaCredentialSpecName"), name, formats::dns_subdomain);
    }
    if let Some(spec) = some(options, "gmsaCredentialSpec").and_then(Value::as_str) {
        let at = at.child("gmsaCredentialSpec");
        if spec.is_empty() {
            errors.invalid(&at, spec, "gmsaCredentialSpec cannot be an empty string");
        } else if spec.len() > 64 * 1024 {
            errors.invalid(&at, spec, "gmsaCredentialSpec size must be under 64 KiB");
        }
    }
    if let Some(user) = some(options, "runAsUserName").and_then(Value::as_str) {
        let at = at.child("runAsUserName");
        if user.is_empty() {
            errors.invalid(&at, user, "runAsUserName cannot be an empty string");
        } else if user.chars().any(char::is_control) {
            errors.invalid(&at, user, "runAsUserName cannot contain control characters");
        }
    }
}

/// What a pod that says its operating system may not say.
pub(super) fn operating_system(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(os) = some(spec, "os") else { return };
    let os_at = at.child("os");
    match text(os, "name") {
        "" => errors.required(&os_at.child("name"), ""),
        "linux" => {
            let text = "windows options cannot be set for a linux pod";
            contexts(spec, at, |context, at| {
                if some(context, "windowsOptions").is_some() {
                    errors.forbidden(&at.child("windowsOptions"), text);
                }
            });
        }
        "windows" => windows(spec, at, errors),
        other => errors.not_supported(&os_at, other, &["linux", "windows"]),
    }
}

/// Fields of the pod's and of the containers' contexts that Windows lacks.
const NOT_ON_WINDOWS: &[&str] = &[
    "appArmorProfile",
    "seLinuxOptions",
    "seccompProfile",
    "fsGroup",
    "fsGroupChangePolicy",
    "sysctls",
    "runAsUser",
    "runAsGroup",
    "supplementalGroups",
    "supplementalGroupsPolicy",
    "seLinuxChangePolicy",
    "capabilities",
    "readOnlyRootFilesystem",
    "privileged",
    "allowPrivilegeEscalation",
    "procMount",
];

fn windows(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for field in ["hostUsers", "hostPID", "hostIPC", "shareProcessNamespace"] {
        if some(spec, field)
            .is_some_and(|value| field == "hostUsers" || field == "shareProcessNamespace" || !value.is_zero())
        {
            errors.forbidden(&at.child(field), "cannot be set for a windows pod");
        }
    }
    contexts(spec, at, |context, at| {
        for field in NOT_ON_WINDOWS {
            if some(context, field).is_some() {
                errors.forbidden(&at.child(field), "cannot be set for a windows pod");
            }
        }
    });
}

/// The pod's context, then each container's.
fn contexts(spec: &Value, at: &Path<'_>, mut visit: impl FnMut(&Value, &Path<'_>)) {
    if let Some(context) = some(spec, "securityContext") {
        visit(context, &at.child("securityContext"));
    }
    for list in ["initContainers", "containers", "ephemeralContainers"] {
        each(spec, list, at, |_, container, at| {
            if let Some(context) = some(container, "securityContext") {
                visit(context, &at.child("securityContext"));
            }
        });
    }
}

/// A pod in a user namespace of its own shares nothing with the host.
pub(super) fn host_users(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    if spec.get("hostUsers").and_then(Value::as_bool) != Some(false) {
        return;
    }
    // As upstream: the names of the last two are Go's.
    for (field, shown) in [("hostNetwork", "hostNetwork"), ("hostPID", "HostPID"), ("hostIPC", "HostIPC")] {
        if spec.flag(&[field]) {
            errors.forbidden(&at.child(shown), "when `hostUsers` is false");
        }
    }
    for list in ["initContainers", "containers", "ephemeralContainers"] {
        each(spec, list, at, |_, container, at| {
            if !container.items(&["volumeDevices"]).is_empty() {
                errors.forbidden(&at.child("volumeDevices"), "when `hostUsers` is false");
            }
        });
    }
}

/// Either all containers are processes of a Windows host, or none is.
pub(super) fn host_processes(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let of =
        |owner: &Value| owner.pointer(&["securityContext", "windowsOptions", "hostProcess"]).and_then(Value::as_bool);
    let pods = of(spec);
    let (mut all, mut hosts) = (0, 0);
    for list in ["initContainers", "containers", "ephemeralContainers"] {
        each(spec, list, at, |_, container, at| {
            all += 1;
            let own = of(container);
            if let (Some(pods), Some(own)) = (pods, own)
                && pods != own
            {
                let context = at.child("securityContext");
                let options = context.child("windowsOptions");
                errors.invalid(
                    &options.child("hostProcess"),
                    own,
                    format!("pod hostProcess value must be identical if both are specified, was {pods}"),
                );
            }
            if own.or(pods) == Some(true) {
                hosts += 1;
            }
        });
    }
    if hosts == 0 {
        return;
    }
    if hosts != all {
        errors.invalid(
            at,
            "",
            "If pod contains any hostProcess containers then all containers must be HostProcess containers",
        );
    }
    if !spec.flag(&["hostNetwork"]) {
        errors.invalid(
            &at.child("hostNetwork"),
            false,
            "hostNetwork must be true if pod contains any hostProcess containers",
        );
    }
}
