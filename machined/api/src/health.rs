//! Whether everything that should run on this machine does, as a list of checks.

use apid_proto::machine::Check;
use machined_config::Role;
use machined_resources::{
    ActiveConfig, Health, MachineStatus, NodeAddress, ServiceState, ServiceStatus, Stage, StaticPodStatus, TimeStatus,
    VolumeStatus,
};
use machined_runtime::Store;

pub(crate) fn checks(store: &Store) -> Vec<Check> {
    let mut checks = vec![stage(store), address(store), time(store)];
    checks.extend(
        store
            .list::<VolumeStatus>()
            .into_iter()
            .map(|(name, volume)| check(format!("volume {name}"), volume.mounted.is_some(), volume.message)),
    );
    checks.extend(store.list::<ServiceStatus>().into_iter().map(|(name, service)| {
        let passed = service.state == ServiceState::Running && service.health == Health::Healthy;
        let state = format!("{}, {}", service.state.name(), service.health.name());
        let message = if service.message.is_empty() { state } else { format!("{state}: {}", service.message) };
        check(format!("service {name}"), passed, if passed { String::new() } else { message })
    }));
    let control_plane = store.only::<ActiveConfig>().is_some_and(|config| config.0.machine.role == Role::ControlPlane);
    if control_plane {
        checks.extend(
            store
                .list::<StaticPodStatus>()
                .into_iter()
                .map(|(name, pod)| check(format!("static pod {name}"), pod.written, pod.message)),
        );
    }
    checks
}

fn stage(store: &Store) -> Check {
    let status = store.only::<MachineStatus>();
    let running = status.as_ref().is_some_and(|status| status.stage == Stage::Running);
    let words = status.map(|status| format!("{}: {}", status.stage.name(), status.message)).unwrap_or_default();
    check("machine".to_owned(), running, if running { String::new() } else { words })
}

fn address(store: &Store) -> Check {
    let known = store.only::<NodeAddress>().is_some();
    check("address".to_owned(), known, if known { String::new() } else { "no address yet".to_owned() })
}

/// A clock that no server has confirmed is told, but a machine without time servers is not ill for that.
fn time(store: &Store) -> Check {
    let status = store.only::<TimeStatus>();
    let message = status.filter(|status| !status.synced).map(|status| status.source).unwrap_or_default();
    check("time".to_owned(), true, message)
}

fn check(name: String, passed: bool, message: String) -> Check {
    Check { name, passed, message }
}
