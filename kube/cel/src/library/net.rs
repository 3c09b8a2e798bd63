//! IP addresses and networks. As upstream: apiserver/pkg/cel/library/{ip,cidr}.go.

use std::fmt;
use std::net::IpAddr;

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("ip", "string_to_ip", "(string) -> net.IP", read_ip),
    ("family", "ip_family", "net.IP.() -> int", family),
    ("ip.isCanonical", "ip_is_canonical", "(string) -> bool", is_canonical),
    ("isUnspecified", "ip_is_unspecified", "net.IP.() -> bool", is_unspecified),
    ("isLoopback", "ip_is_loopback", "net.IP.() -> bool", is_loopback),
    ("isLinkLocalMulticast", "ip_is_link_local_multicast", "net.IP.() -> bool", is_link_local_multicast),
    ("isLinkLocalUnicast", "ip_is_link_local_unicast", "net.IP.() -> bool", is_link_local_unicast),
    ("isGlobalUnicast", "ip_is_global_unicast", "net.IP.() -> bool", is_global_unicast),
    ("isIP", "is_ip", "(string) -> bool", is_ip),
    ("string", "ip_to_string", "(net.IP) -> string", to_string),
    ("cidr", "string_to_cidr", "(string) -> net.CIDR", read_cidr),
    ("containsIP", "cidr_contains_ip_string", "net.CIDR.(string) -> bool", contains_ip),
    ("containsIP", "cidr_contains_ip_ip", "net.CIDR.(net.IP) -> bool", contains_ip),
    ("containsCIDR", "cidr_contains_cidr_string", "net.CIDR.(string) -> bool", contains_cidr),
    ("containsCIDR", "cidr_contains_cidr", "net.CIDR.(net.CIDR) -> bool", contains_cidr),
    ("ip", "cidr_ip", "net.CIDR.() -> net.IP", cidr_ip),
    ("prefixLength", "cidr_prefix_length", "net.CIDR.() -> int", prefix_length),
    ("masked", "cidr_masked", "net.CIDR.() -> net.CIDR", masked),
    ("isCIDR", "is_cidr", "(string) -> bool", is_cidr),
    ("string", "cidr_to_string", "(net.CIDR) -> string", to_string),
];

/// An address and how many of its bits name the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cidr {
    ip: IpAddr,
    bits: u8,
}

impl Cidr {
    pub(crate) fn bits(&self) -> u8 {
        self.bits
    }

    fn contains(&self, ip: IpAddr) -> bool {
        self.ip.is_ipv4() == ip.is_ipv4() && mask(ip, self.bits) == mask(self.ip, self.bits)
    }
}

impl fmt::Display for Cidr {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.ip, self.bits)
    }
}

fn mask(ip: IpAddr, bits: u8) -> IpAddr {
    match ip {
        IpAddr::V4(ip) => {
            let keep = u32::MAX.checked_shl(32 - u32::from(bits)).unwrap_or(0);
            IpAddr::V4((ip.to_bits() & keep).into())
        }
        IpAddr::V6(ip) => {
            let keep = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
            IpAddr::V6((ip.to_bits() & keep).into())
        }
    }
}

fn parse_ip(text: &str) -> Result<IpAddr, Fault> {
    if text.contains('%') {
        return Err(Fault::new(format!("IP address {text:?} with zone value is not allowed")));
    }
    let ip: IpAddr = text.parse().map_err(|_| {
        let detail = if text.contains(['.', ':']) { "unexpected character" } else { "unable to parse IP" };
        Fault::new(format!(
            "IP Address {text:?} parse error during conversion from string: ParseAddr({text:?}): {detail}"
        ))
    })?;
    match ip {
        IpAddr::V6(six) if six.to_ipv4_mapped().is_some() => {
            Err(Fault::new(format!("IPv4-mapped IPv6 address {text:?} is not allowed")))
        }
        ip => Ok(ip),
    }
}

fn parse_cidr(text: &str) -> Result<Cidr, Fault> {
    let fault = |why: &str| {
        Fault::new(format!(
            "network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix({text:?}): {why}"
        ))
    };
    let (ip, bits) = text.split_once('/').ok_or_else(|| fault("no '/'"))?;
    if ip.contains('%') {
        return Err(fault("IPv6 zones cannot be present in a prefix"));
    }
    let ip: IpAddr = ip.parse().map_err(|_| fault(&format!("ParseAddr({ip:?}): unable to parse IP")))?;
    let digits = !bits.is_empty() && bits.bytes().all(|one| one.is_ascii_digit());
    let canonical = digits && (bits.len() == 1 || !bits.starts_with('0'));
    let most = if ip.is_ipv4() { 32 } else { 128 };
    let bits = match bits.parse::<u16>() {
        Ok(bits) if canonical => bits,
        _ => return Err(fault(&format!("bad bits after slash: {bits:?}"))),
    };
    let bits =
        u8::try_from(bits).ok().filter(|bits| *bits <= most).ok_or_else(|| fault("prefix length out of range"))?;
    match ip {
        IpAddr::V6(six) if six.to_ipv4_mapped().is_some() => Err(Fault::new(format!(
            "network address parse error during conversion from string: IPv4-mapped IPv6 address {text:?} is not allowed"
        ))),
        ip => Ok(Cidr { ip, bits }),
    }
}

fn text_of<'v>(args: &'v [Val<'_>]) -> Result<&'v str, Fault> {
    match args {
        [Val::String(text)] => Ok(text),
        _ => Err(Fault::no_overload()),
    }
}

fn ip_of(args: &[Val<'_>]) -> Result<IpAddr, Fault> {
    match args {
        [Val::Ip(ip)] => Ok(*ip),
        _ => Err(Fault::no_overload()),
    }
}

fn cidr_of(args: &[Val<'_>]) -> Result<Cidr, Fault> {
    match args {
        [Val::Cidr(cidr)] => Ok(*cidr),
        _ => Err(Fault::no_overload()),
    }
}

fn read_ip<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    parse_ip(text_of(args)?).map(Val::Ip)
}

fn is_ip<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(parse_ip(text_of(args)?).is_ok()))
}

fn is_canonical<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let text = text_of(args)?;
    Ok(Val::Bool(parse_ip(text)?.to_string() == text))
}

fn family<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Int(if ip_of(args)?.is_ipv4() { 4 } else { 6 }))
}

fn is_unspecified<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(ip_of(args)?.is_unspecified()))
}

fn is_loopback<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(ip_of(args)?.is_loopback()))
}

fn link_local_multicast(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => matches!(ip.octets(), [224, 0, 0, _]),
        IpAddr::V6(ip) => matches!(ip.octets(), [0xff, second, ..] if second & 0x0f == 0x02),
    }
}

fn link_local_unicast(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    }
}

fn is_link_local_multicast<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(link_local_multicast(ip_of(args)?)))
}

fn is_link_local_unicast<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(link_local_unicast(ip_of(args)?)))
}

fn is_global_unicast<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let ip = ip_of(args)?;
    let broadcast = matches!(ip, IpAddr::V4(ip) if ip.is_broadcast());
    let special = ip.is_unspecified() || ip.is_loopback() || ip.is_multicast() || link_local_unicast(ip);
    Ok(Val::Bool(!broadcast && !special))
}

fn to_string<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Ip(ip)] => Ok(Val::text(ip.to_string())),
        [Val::Cidr(cidr)] => Ok(Val::text(cidr.to_string())),
        _ => Err(Fault::no_overload()),
    }
}

fn read_cidr<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    parse_cidr(text_of(args)?).map(Val::Cidr)
}

fn is_cidr<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(parse_cidr(text_of(args)?).is_ok()))
}

fn contains_ip<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Cidr(cidr), Val::Ip(ip)] => Ok(Val::Bool(cidr.contains(*ip))),
        [Val::Cidr(cidr), Val::String(text)] => Ok(Val::Bool(cidr.contains(parse_ip(text)?))),
        _ => Err(Fault::no_overload()),
    }
}

fn contains_cidr<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (cidr, other) = match args {
        [Val::Cidr(cidr), Val::Cidr(other)] => (cidr, *other),
        [Val::Cidr(cidr), Val::String(text)] => (cidr, parse_cidr(text)?),
        _ => return Err(Fault::no_overload()),
    };
    Ok(Val::Bool(cidr.bits <= other.bits && cidr.contains(other.ip)))
}

fn cidr_ip<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Ip(cidr_of(args)?.ip))
}

fn prefix_length<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Int(cidr_of(args)?.bits.into()))
}

fn masked<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let Cidr { ip, bits } = cidr_of(args)?;
    Ok(Val::Cidr(Cidr { ip: mask(ip, bits), bits }))
}
