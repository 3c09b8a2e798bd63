//! Asks running containers how they are: by a command, over HTTP, TCP or gRPC; the same actions serve lifecycle hooks.

pub(crate) mod action;
pub(crate) mod grpc;
pub(crate) mod hook;
pub(crate) mod http;
pub(crate) mod judge;
pub(crate) mod run;

use kube_api::types::core::Container;
use kube_api::types::meta::IntOrString;

use crate::kit::Kit;

/// Which container an action is for.
pub(crate) struct Target<'a> {
    pub(crate) kit: &'a Kit,
    pub(crate) container: &'a Container,
    pub(crate) id: &'a str,
    /// The pod's addresses.
    pub(crate) ips: &'a [String],
}

impl Target<'_> {
    /// Where to connect when an action names no host.
    pub(crate) fn host(&self, given: &str) -> String {
        if given.is_empty() { self.ips.first().cloned().unwrap_or_default() } else { given.to_owned() }
    }

    /// A port by number or by name.
    pub(crate) fn port(&self, port: &IntOrString) -> Result<u16, String> {
        let number = if port.r#type == 0 {
            port.int_val
        } else {
            let named = self.container.ports.iter().find(|it| it.name == port.str_val).map(|it| it.container_port);
            named
                .or_else(|| port.str_val.parse().ok())
                .ok_or_else(|| format!("couldn't find port: {} in container {}", port.str_val, self.container.name))?
        };
        u16::try_from(number).ok().filter(|number| *number > 0).ok_or_else(|| format!("invalid port number: {number}"))
    }
}
