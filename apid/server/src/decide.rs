//! Who may call what. Pure: a caller, a path and the machine's state go in, a verdict comes out.

use jiff::Timestamp;
use machined_pki::{Facts, Identity};

use crate::table::{self, Access};

/// Who is at the other end of a connection.
#[derive(Clone, Debug)]
pub struct Caller {
    /// From a certificate that the handshake has verified; none when no certificate was shown.
    pub certificate: Option<Facts>,
}

/// What the machine is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Situation {
    pub(crate) maintenance: bool,
    pub(crate) denied_serials: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Hand it on, as this caller (none: nobody in particular).
    Pass { caller: Option<Identity>, audited: bool },
    /// The caller must show a valid certificate.
    WhoAreYou,
    /// The caller lacks the role.
    MayNot,
    /// There is no such call. Told only to those who have a name.
    NoSuchCall,
}

/// The verdict for a call that arrives now.
pub fn decide(path: &str, caller: &Caller, maintenance: bool, denied: &[String], now: Timestamp) -> Verdict {
    let entry = table::find(path);
    // A handshake is long ago on a connection that lives for days: validity is judged for each call.
    let valid = caller.certificate.as_ref().filter(|facts| facts.valid_at(now) && !denied.contains(&facts.serial));
    let identity = valid.map(Identity::of);
    match (entry.map(|entry| entry.access), identity) {
        (Some(Access::Maintenance(_)), None) if maintenance => pass(entry, None),
        (Some(Access::Ticket), None) if !maintenance => pass(entry, None),
        (_, None) => Verdict::WhoAreYou,
        (None, Some(_)) => Verdict::NoSuchCall,
        (Some(Access::Ticket), caller) => pass(entry, caller),
        (Some(Access::Role(role) | Access::Maintenance(role)), Some(identity)) => {
            if identity.may(role) {
                pass(entry, Some(identity))
            } else {
                Verdict::MayNot
            }
        }
    }
}

fn pass(entry: Option<&table::Entry>, caller: Option<Identity>) -> Verdict {
    Verdict::Pass { caller, audited: entry.is_some_and(|entry| entry.audited) }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use machined_pki::{Authority, Request, Role};

    use super::*;
    use crate::ACCESS;

    fn now() -> Timestamp {
        "2026-03-01T00:00:00Z".parse().unwrap()
    }

    fn caller(roles: &[Role]) -> Caller {
        let root = Authority::create("machine", now(), Duration::from_secs(90_000)).unwrap();
        let identity = Identity { name: "ada".into(), roles: roles.to_vec() };
        let leaf = root.issue(&identity.request(Duration::from_secs(3600)), now()).unwrap();
        Caller { certificate: Some(leaf.facts().unwrap()) }
    }

    /// The calls of the protocol file, as paths.
    fn calls() -> Vec<String> {
        let mut service = "";
        let mut calls = Vec::new();
        for line in apid_proto::MACHINE_PROTO.lines() {
            if let Some(rest) = line.strip_prefix("service ") {
                service = rest.trim_end_matches(" {");
            } else if let Some(rest) = line.trim().strip_prefix("rpc ") {
                let name = rest.split('(').next().unwrap();
                calls.push(format!("/ironstone.machine.v1.{service}/{name}"));
            }
        }
        calls
    }

    #[test]
    fn the_table_lists_every_call_once_and_no_other() {
        let mut listed: Vec<&str> = ACCESS.iter().map(|entry| entry.path).collect();
        let mut written = calls();
        listed.sort_unstable();
        written.sort();
        assert_eq!(listed, written);
    }

    #[test]
    fn every_call_passes_for_its_role_and_for_no_lesser_one() {
        for entry in ACCESS {
            let (Access::Role(needed) | Access::Maintenance(needed)) = entry.access else { continue };
            for role in Role::ALL {
                let verdict = decide(entry.path, &caller(&[role]), false, &[], now());
                let passes = matches!(verdict, Verdict::Pass { caller: Some(_), .. });
                assert_eq!(passes, role >= needed, "{} as {role}: {verdict:?}", entry.path);
            }
            assert_eq!(decide(entry.path, &caller(&[]), false, &[], now()), Verdict::MayNot, "{}", entry.path);
            let nobody = Caller { certificate: None };
            assert_eq!(decide(entry.path, &nobody, false, &[], now()), Verdict::WhoAreYou, "{}", entry.path);
        }
    }

    #[test]
    fn maintenance_answers_four_calls_to_anybody() {
        let nobody = Caller { certificate: None };
        let passed: Vec<&str> = ACCESS
            .iter()
            .filter(|entry| matches!(decide(entry.path, &nobody, true, &[], now()), Verdict::Pass { .. }))
            .map(|entry| entry.path.rsplit('/').next().unwrap())
            .collect();
        assert_eq!(passed, ["Version", "ApplyConfiguration", "Disks", "Links"]);
    }

    #[test]
    fn a_denied_or_expired_certificate_is_nobody() {
        let path = "/ironstone.machine.v1.Machine/Version";
        let ada = caller(&[Role::Admin]);
        let serial = ada.certificate.as_ref().unwrap().serial.clone();
        assert_eq!(decide(path, &ada, false, &[serial], now()), Verdict::WhoAreYou);
        let later = now() + jiff::SignedDuration::from_hours(2);
        assert_eq!(decide(path, &ada, false, &[], later), Verdict::WhoAreYou);
    }

    #[test]
    fn an_unknown_call_is_not_told_to_strangers() {
        let nobody = Caller { certificate: None };
        assert_eq!(decide("/x/Y", &nobody, false, &[], now()), Verdict::WhoAreYou);
        assert_eq!(decide("/x/Y", &nobody, true, &[], now()), Verdict::WhoAreYou);
        assert_eq!(decide("/x/Y", &caller(&[Role::Reader]), false, &[], now()), Verdict::NoSuchCall);
        // What machined offers to apid alone is not offered outside.
        let admin = caller(&[Role::Admin]);
        assert_eq!(decide("/ironstone.front.v1.Front/Watch", &admin, false, &[], now()), Verdict::NoSuchCall);
    }

    #[test]
    fn a_foreign_organization_gives_no_role() {
        let root = Authority::create("machine", now(), Duration::from_secs(90_000)).unwrap();
        let request = Request::client("eve", Duration::from_secs(3600)).organization("system:masters");
        let eve = Caller { certificate: Some(root.issue(&request, now()).unwrap().facts().unwrap()) };
        let path = "/ironstone.machine.v1.Machine/Version";
        assert_eq!(decide(path, &eve, false, &[], now()), Verdict::MayNot);
    }
}
