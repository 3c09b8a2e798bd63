//! Who a client of the machine API is: a name, and roles that stand in its certificate.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use crate::{Facts, Request};

/// Roles stand in the organizations of a client's certificate with this in front; other organizations say nothing.
const PREFIX: &str = "ironstone:";

/// What a client may do. Each includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Sees everything but secrets.
    Reader,
    /// Also restarts, reboots and shuts down.
    Operator,
    /// Also changes configuration, takes credentials and destroys.
    Admin,
}

/// A client, from its verified certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    pub name: String,
    pub roles: Vec<Role>,
}

impl Role {
    pub const ALL: [Role; 3] = [Role::Reader, Role::Operator, Role::Admin];

    pub fn name(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Operator => "operator",
            Role::Admin => "admin",
        }
    }
}

impl Identity {
    pub fn of(facts: &Facts) -> Self {
        let roles = facts.organizations.iter().filter_map(|name| name.strip_prefix(PREFIX)?.parse().ok()).collect();
        Self { name: facts.common_name.clone(), roles }
    }

    /// Whether one of the roles is this one or includes it.
    pub fn may(&self, needed: Role) -> bool {
        self.roles.iter().any(|role| *role >= needed)
    }

    /// The client certificate that says this.
    pub fn request(&self, life: Duration) -> Request {
        let roles = self.roles.iter();
        roles.fold(Request::client(self.name.clone(), life), |request, role| {
            request.organization(format!("{PREFIX}{role}"))
        })
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text names no role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRole(String);

impl fmt::Display for UnknownRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is none of admin, operator, reader", self.0)
    }
}

impl std::error::Error for UnknownRole {}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Role::ALL.into_iter().find(|role| role.name() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Authority;

    #[test]
    fn roles_survive_the_certificate_and_foreign_organizations_say_nothing() {
        let now = "2026-01-02T03:04:05Z".parse().unwrap();
        let root = Authority::create("machine", now, Duration::from_secs(9000)).unwrap();
        let ada = Identity { name: "ada".into(), roles: vec![Role::Operator] };
        let request = ada.request(Duration::from_secs(3600)).organization("admin");
        let facts = root.issue(&request, now).unwrap().facts().unwrap();
        assert_eq!(Identity::of(&facts), ada);
        assert!(ada.may(Role::Reader) && ada.may(Role::Operator) && !ada.may(Role::Admin));
    }
}
