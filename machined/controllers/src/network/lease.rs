//! DHCP messages (RFC 2131): what is asked, and what an answer means. Pure.

use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use dhcproto::v4::{DhcpOption, Flags, HType, Message, MessageType, Opcode, OptionCode};
use jiff::{SignedDuration, Timestamp};
use machined_resources::DhcpLease;

/// When a server names no time, or an absurd one.
const LIFE: Duration = Duration::from_secs(3600);
const LIFE_MIN: Duration = Duration::from_secs(60);

/// One exchange with servers on one link.
#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) id: u32,
    pub(crate) mac: Vec<u8>,
    pub(crate) hostname: Option<String>,
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Offer { address: Ipv4Addr, server: Ipv4Addr },
    Granted(DhcpLease),
    Refused,
}

impl Exchange {
    pub(crate) fn discover(&self) -> Message {
        self.message(MessageType::Discover, Ipv4Addr::UNSPECIFIED)
    }

    pub(crate) fn request(&self, address: Ipv4Addr, server: Ipv4Addr) -> Message {
        let mut message = self.message(MessageType::Request, Ipv4Addr::UNSPECIFIED);
        message.opts_mut().insert(DhcpOption::RequestedIpAddress(address));
        message.opts_mut().insert(DhcpOption::ServerIdentifier(server));
        message
    }

    /// For a lease that we hold: the address stands in the message itself.
    pub(crate) fn renew(&self, address: Ipv4Addr) -> Message {
        self.message(MessageType::Request, address)
    }

    /// What an answer to this exchange says; none when it is somebody else's or makes no sense.
    pub(crate) fn read(&self, message: &Message, now: Timestamp) -> Option<Answer> {
        if message.opcode() != Opcode::BootReply || message.xid() != self.id || message.chaddr() != self.mac {
            return None;
        }
        let options = message.opts();
        let server = match options.get(OptionCode::ServerIdentifier) {
            Some(DhcpOption::ServerIdentifier(server)) => *server,
            _ => message.siaddr(),
        };
        match options.msg_type()? {
            MessageType::Offer => Some(Answer::Offer { address: message.yiaddr(), server }),
            MessageType::Ack => Some(Answer::Granted(lease(message, server, now)?)),
            MessageType::Nak => Some(Answer::Refused),
            _ => None,
        }
    }

    fn message(&self, kind: MessageType, client: Ipv4Addr) -> Message {
        let nowhere = Ipv4Addr::UNSPECIFIED;
        let mut message = Message::new_with_id(self.id, client, nowhere, nowhere, nowhere, &self.mac);
        // Until we have an address, only a broadcast reaches us.
        message.set_opcode(Opcode::BootRequest).set_htype(HType::Eth).set_flags(Flags::default().set_broadcast());
        let options = message.opts_mut();
        options.insert(DhcpOption::MessageType(kind));
        let mut id = vec![1];
        id.extend(&self.mac);
        options.insert(DhcpOption::ClientIdentifier(id));
        options.insert(DhcpOption::ParameterRequestList(vec![
            OptionCode::SubnetMask,
            OptionCode::Router,
            OptionCode::DomainNameServer,
            OptionCode::DomainName,
            OptionCode::Hostname,
            OptionCode::InterfaceMtu,
            OptionCode::NtpServers,
            OptionCode::AddressLeaseTime,
        ]));
        if let Some(hostname) = &self.hostname {
            options.insert(DhcpOption::Hostname(hostname.clone()));
        }
        message
    }
}

fn lease(message: &Message, server: Ipv4Addr, now: Timestamp) -> Option<DhcpLease> {
    let options = message.opts();
    let many = |code| -> Vec<IpAddr> {
        match options.get(code) {
            Some(DhcpOption::Router(list) | DhcpOption::DomainNameServer(list) | DhcpOption::NtpServers(list)) => {
                list.iter().copied().map(IpAddr::V4).collect()
            }
            _ => Vec::new(),
        }
    };
    let mask = match options.get(OptionCode::SubnetMask) {
        Some(DhcpOption::SubnetMask(mask)) => u32::from(*mask),
        _ => u32::from(Ipv4Addr::new(255, 255, 255, 0)),
    };
    if message.yiaddr().is_unspecified() || mask.leading_ones() != mask.count_ones() {
        return None;
    }
    let life = match options.get(OptionCode::AddressLeaseTime) {
        Some(DhcpOption::AddressLeaseTime(seconds)) => Duration::from_secs(u64::from(*seconds)).max(LIFE_MIN),
        _ => LIFE,
    };
    let text = |code| match options.get(code) {
        Some(DhcpOption::Hostname(text) | DhcpOption::DomainName(text)) => Some(text.trim_end_matches('\0').to_owned()),
        _ => None,
    };
    Some(DhcpLease {
        address: IpAddr::V4(message.yiaddr()),
        prefix: u8::try_from(mask.count_ones()).ok()?,
        routers: many(OptionCode::Router),
        name_servers: many(OptionCode::DomainNameServer),
        time_servers: many(OptionCode::NtpServers),
        domain: text(OptionCode::DomainName).filter(|text| !text.is_empty()),
        hostname: text(OptionCode::Hostname).filter(|text| !text.is_empty()),
        mtu: match options.get(OptionCode::InterfaceMtu) {
            Some(DhcpOption::InterfaceMtu(mtu)) if *mtu >= 576 => Some(u32::from(*mtu)),
            _ => None,
        },
        server: IpAddr::V4(server),
        // An endless lease is renewed once in a while all the same.
        ends: now.checked_add(SignedDuration::try_from(life.min(Duration::from_secs(7 * 86400))).ok()?).ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange() -> Exchange {
        Exchange { id: 7, mac: vec![2, 0, 0, 0, 0, 1], hostname: Some("n1".into()) }
    }

    fn answer(kind: MessageType) -> Message {
        let mut message = exchange().message(kind, Ipv4Addr::UNSPECIFIED);
        message.set_opcode(Opcode::BootReply).set_yiaddr(Ipv4Addr::new(10, 0, 2, 15));
        let options = message.opts_mut();
        options.insert(DhcpOption::ServerIdentifier(Ipv4Addr::new(10, 0, 2, 2)));
        options.insert(DhcpOption::SubnetMask(Ipv4Addr::new(255, 255, 255, 0)));
        options.insert(DhcpOption::Router(vec![Ipv4Addr::new(10, 0, 2, 2)]));
        options.insert(DhcpOption::AddressLeaseTime(86400));
        message
    }

    #[test]
    fn an_answer_is_ours_by_number_and_address() {
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let offer = answer(MessageType::Offer);
        let expected = Answer::Offer { address: Ipv4Addr::new(10, 0, 2, 15), server: Ipv4Addr::new(10, 0, 2, 2) };
        assert_eq!(exchange().read(&offer, now), Some(expected));
        assert_eq!(Exchange { id: 8, ..exchange() }.read(&offer, now), None);
        assert_eq!(Exchange { mac: vec![2, 0, 0, 0, 0, 2], ..exchange() }.read(&offer, now), None);
        assert_eq!(exchange().read(&exchange().discover(), now), None);
        assert_eq!(exchange().read(&answer(MessageType::Nak), now), Some(Answer::Refused));
    }

    #[test]
    fn a_grant_is_a_lease() {
        let now = "2026-01-01T00:00:00Z".parse().unwrap();
        let Some(Answer::Granted(lease)) = exchange().read(&answer(MessageType::Ack), now) else { panic!("no lease") };
        assert_eq!((lease.address, lease.prefix), ([10, 0, 2, 15].into(), 24));
        assert_eq!(lease.routers, [IpAddr::from([10, 0, 2, 2])]);
        assert_eq!(lease.ends.to_string(), "2026-01-02T00:00:00Z");
        let mut broken = answer(MessageType::Ack);
        broken.opts_mut().insert(DhcpOption::SubnetMask(Ipv4Addr::new(255, 0, 255, 0)));
        assert_eq!(exchange().read(&broken, now), None);
    }
}
