//! Who a container runs as and what it may do, from the pod's and its own security context. Pure.
//!
//! As upstream: pkg/kubelet/kuberuntime/security_context.go, pkg/securitycontext/util.go.

use kube_api::types::core::{AppArmorProfile, Container, PodSecurityContext, PodSpec, SeccompProfile, SecurityContext};
use kube_cri::api::{
    Capability, Int64Value, LinuxContainerSecurityContext, LinuxSandboxSecurityContext, NamespaceMode, NamespaceOption,
    SeLinuxOption, SecurityProfile, SupplementalGroupsPolicy, UserNamespace, security_profile::ProfileType,
};

use super::env::ConfigError;

/// As upstream: pkg/securitycontext/util.go.
const MASKED: [&str; 11] = [
    "/proc/asound",
    "/proc/acpi",
    "/proc/interrupts",
    "/proc/kcore",
    "/proc/keys",
    "/proc/latency_stats",
    "/proc/timer_list",
    "/proc/timer_stats",
    "/proc/sched_debug",
    "/proc/scsi",
    "/sys/firmware",
];
const READ_ONLY: [&str; 5] = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

/// Who an image says it runs as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ImageUser {
    pub(crate) uid: Option<i64>,
    pub(crate) name: String,
}

/// A sandbox shares what its pod shares with the node.
pub(crate) fn sandbox(spec: &PodSpec, seccomp_root: &str) -> LinuxSandboxSecurityContext {
    let context = spec.security_context.clone().unwrap_or_default();
    let privileged = spec.init_containers.iter().chain(&spec.containers).any(is_privileged);
    LinuxSandboxSecurityContext {
        namespace_options: Some(namespaces(spec, None)),
        run_as_user: context.run_as_user.map(int),
        run_as_group: context.run_as_user.and(context.run_as_group).map(int),
        supplemental_groups: groups(&context),
        supplemental_groups_policy: policy(&context),
        privileged,
        // As upstream: the sandbox's own process always runs under the runtime's profile.
        seccomp: Some(seccomp(
            Some(&SeccompProfile { r#type: "RuntimeDefault".into(), localhost_profile: None }),
            seccomp_root,
        )),
        selinux_options: selinux(&context, None),
        ..LinuxSandboxSecurityContext::default()
    }
}

pub(crate) fn container(
    spec: &PodSpec,
    container: &Container,
    image: &ImageUser,
    target: Option<&str>,
    seccomp_root: &str,
) -> Result<LinuxContainerSecurityContext, ConfigError> {
    let pod = spec.security_context.clone().unwrap_or_default();
    let own = container.security_context.clone().unwrap_or_default();
    let user = own.run_as_user.or(pod.run_as_user);
    verify_not_root(container, &pod, &own, user, image)?;
    let capabilities = own.capabilities.clone().unwrap_or_default();
    let privileged = own.privileged == Some(true);
    let unmasked = own.proc_mount.as_deref() == Some("Unmasked");
    let paths =
        |paths: &[&str]| if unmasked { Vec::new() } else { paths.iter().map(|path| (*path).to_owned()).collect() };
    let profile = own.seccomp_profile.as_ref().or(pod.seccomp_profile.as_ref());
    Ok(LinuxContainerSecurityContext {
        capabilities: Some(Capability {
            add_capabilities: capabilities.add,
            drop_capabilities: capabilities.drop,
            add_ambient_capabilities: Vec::new(),
        }),
        privileged,
        namespace_options: Some(namespaces(spec, target)),
        run_as_user: user.map(int).or_else(|| image.uid.map(int)),
        run_as_username: if user.is_none() && image.uid.is_none() { image.name.clone() } else { String::new() },
        run_as_group: own.run_as_group.or(pod.run_as_group).map(int),
        readonly_rootfs: own.read_only_root_filesystem == Some(true),
        supplemental_groups: groups(&pod),
        supplemental_groups_policy: policy(&pod),
        no_new_privs: own.allow_privilege_escalation == Some(false),
        masked_paths: paths(&MASKED),
        readonly_paths: paths(&READ_ONLY),
        seccomp: Some(if privileged && profile.is_none() { unconfined() } else { seccomp(profile, seccomp_root) }),
        apparmor: apparmor(own.app_armor_profile.as_ref().or(pod.app_armor_profile.as_ref())),
        selinux_options: selinux(&pod, Some(&own)),
        ..LinuxContainerSecurityContext::default()
    })
}

pub(crate) fn is_privileged(container: &Container) -> bool {
    container.security_context.as_ref().is_some_and(|context| context.privileged == Some(true))
}

fn namespaces(spec: &PodSpec, target: Option<&str>) -> NamespaceOption {
    let node_or_pod = |node: bool| if node { NamespaceMode::Node } else { NamespaceMode::Pod };
    let pid = match target {
        Some(_) => NamespaceMode::Target,
        None if spec.host_pid => NamespaceMode::Node,
        None if spec.share_process_namespace == Some(true) => NamespaceMode::Pod,
        None => NamespaceMode::Container,
    };
    NamespaceOption {
        network: node_or_pod(spec.host_network) as i32,
        ipc: node_or_pod(spec.host_ipc) as i32,
        pid: pid as i32,
        target_id: target.unwrap_or_default().to_owned(),
        userns_options: Some(UserNamespace { mode: NamespaceMode::Node as i32, ..UserNamespace::default() }),
    }
}

fn verify_not_root(
    container: &Container,
    pod: &PodSecurityContext,
    own: &SecurityContext,
    user: Option<i64>,
    image: &ImageUser,
) -> Result<(), ConfigError> {
    if own.run_as_non_root.or(pod.run_as_non_root) != Some(true) {
        return Ok(());
    }
    let name = &container.name;
    match (user, image.uid) {
        (Some(0), _) => Err(ConfigError(format!("container's runAsUser breaks non-root policy (container: {name})"))),
        (Some(_), _) => Ok(()),
        (None, Some(0)) => {
            Err(ConfigError(format!("container has runAsNonRoot and image will run as root (container: {name})")))
        }
        (None, None) if !image.name.is_empty() => Err(ConfigError(format!(
            "container has runAsNonRoot and image has non-numeric user ({}), cannot verify user is non-root (container: {name})",
            image.name
        ))),
        (None, None) => {
            Err(ConfigError(format!("container has runAsNonRoot and image will run as root (container: {name})")))
        }
        (None, Some(_)) => Ok(()),
    }
}

fn groups(pod: &PodSecurityContext) -> Vec<i64> {
    pod.supplemental_groups.iter().copied().chain(pod.fs_group).collect()
}

fn policy(pod: &PodSecurityContext) -> i32 {
    let strict = pod.supplemental_groups_policy.as_deref() == Some("Strict");
    (if strict { SupplementalGroupsPolicy::Strict } else { SupplementalGroupsPolicy::Merge }) as i32
}

/// No profile asked for means none, as upstream without `seccompDefault`.
fn seccomp(profile: Option<&SeccompProfile>, root: &str) -> SecurityProfile {
    match profile {
        Some(profile) if profile.r#type == "RuntimeDefault" => {
            SecurityProfile { profile_type: ProfileType::RuntimeDefault as i32, localhost_ref: String::new() }
        }
        Some(profile) if profile.r#type == "Localhost" => {
            let file = profile.localhost_profile.as_deref().unwrap_or_default();
            SecurityProfile { profile_type: ProfileType::Localhost as i32, localhost_ref: format!("{root}/{file}") }
        }
        _ => unconfined(),
    }
}

/// No profile asked for leaves the choice to the runtime.
fn apparmor(profile: Option<&AppArmorProfile>) -> Option<SecurityProfile> {
    let profile = profile?;
    Some(match profile.r#type.as_str() {
        "Localhost" => SecurityProfile {
            profile_type: ProfileType::Localhost as i32,
            localhost_ref: profile.localhost_profile.clone().unwrap_or_default(),
        },
        "Unconfined" => unconfined(),
        _ => SecurityProfile { profile_type: ProfileType::RuntimeDefault as i32, localhost_ref: String::new() },
    })
}

fn unconfined() -> SecurityProfile {
    SecurityProfile { profile_type: ProfileType::Unconfined as i32, localhost_ref: String::new() }
}

fn selinux(pod: &PodSecurityContext, own: Option<&SecurityContext>) -> Option<SeLinuxOption> {
    let options = own.and_then(|own| own.se_linux_options.as_ref()).or(pod.se_linux_options.as_ref())?;
    Some(SeLinuxOption {
        user: options.user.clone(),
        role: options.role.clone(),
        r#type: options.r#type.clone(),
        level: options.level.clone(),
    })
}

fn int(value: i64) -> Int64Value {
    Int64Value { value }
}
