//! Messages: from bytes to a question, and from an answer to bytes that fit. Foreign bytes never panic here.

use std::str::FromStr;

use hickory_proto::op::{Edns, Message, MessageType, OpCode, Query, ResponseCode};
use hickory_proto::rr::rdata::{A, CNAME, PTR, SOA, SRV, TXT};
use hickory_proto::rr::{Name, RData, Record, RecordType};

use crate::answer::{Answer, Data, Domain, Kind};

/// As CoreDNS's kubernetes plugin (`ttl 5` is its default; clusters are usually installed with 30).
const TTL_S: u32 = 30;
/// Without EDNS a client takes no more over UDP (RFC 1035); with it, what it says, at most this.
const UDP_MIN: usize = 512;
const UDP_MAX: usize = 1232;

/// What a client asked.
pub(crate) struct Question {
    message: Message,
    query: Query,
    /// Lower case, without the final dot.
    pub(crate) name: String,
    pub(crate) kind: Kind,
}

/// `Err` is the reply to what cannot be understood; no reply at all to what is no query.
pub(crate) fn read(bytes: &[u8]) -> Result<Question, Option<Vec<u8>>> {
    let message = match Message::from_vec(bytes) {
        Ok(message) => message,
        Err(_) => {
            let id = bytes.get(..2).and_then(|b| b.try_into().ok()).map(u16::from_be_bytes);
            let reply = id.map(|id| Message::error_msg(id, OpCode::Query, ResponseCode::FormErr));
            return Err(reply.and_then(|r| r.to_vec().ok()));
        }
    };
    if message.metadata.message_type == MessageType::Response {
        return Err(None);
    }
    let refuse = |code| Err(Message::error_msg(message.metadata.id, message.metadata.op_code, code).to_vec().ok());
    if message.metadata.op_code != OpCode::Query {
        return refuse(ResponseCode::NotImp);
    }
    let [query] = message.queries.as_slice() else { return refuse(ResponseCode::FormErr) };
    let query = query.clone();
    let name = query.name.to_lowercase().to_ascii().trim_end_matches('.').to_owned();
    let kind = match query.query_type {
        RecordType::A => Kind::A,
        RecordType::AAAA => Kind::Aaaa,
        RecordType::SRV => Kind::Srv,
        RecordType::PTR => Kind::Ptr,
        RecordType::TXT => Kind::Txt,
        RecordType::CNAME => Kind::Cname,
        RecordType::SOA => Kind::Soa,
        RecordType::ANY => Kind::Any,
        _ => Kind::Other,
    };
    Ok(Question { message, query, name, kind })
}

impl Question {
    /// The size that the client takes over UDP.
    pub(crate) fn udp_size(&self) -> usize {
        let said = self.message.edns.as_ref().map_or(UDP_MIN, |edns| usize::from(edns.max_payload()));
        said.clamp(UDP_MIN, UDP_MAX)
    }

    /// The same question about another name, to be asked elsewhere.
    pub(crate) fn about(&self, name: &str) -> Option<Vec<u8>> {
        let mut message = Message::new(self.message.metadata.id, MessageType::Query, OpCode::Query);
        message.metadata.recursion_desired = true;
        message.add_query(Query::query(Name::from_str(&format!("{name}.")).ok()?, self.query.query_type));
        message.to_vec().ok()
    }

    /// `None` for what is somebody else's to answer. `chased` are the records of an alias's target.
    pub(crate) fn reply(&self, domain: &Domain, answer: &Answer, chased: Vec<Record>) -> Option<Message> {
        let mut reply = self.empty(ResponseCode::NoError);
        reply.metadata.authoritative = true;
        match answer {
            Answer::Elsewhere => return None,
            Answer::NoData => reply.authorities.extend(authority(domain)),
            Answer::NoName => {
                reply.metadata.response_code = ResponseCode::NXDomain;
                reply.authorities.extend(authority(domain));
            }
            Answer::Records { answers, help } => {
                let records = answers
                    .iter()
                    .filter_map(data)
                    .map(|data| Record::from_rdata(self.query.name.clone(), TTL_S, data));
                reply.answers.extend(records);
                reply.answers.extend(chased);
                let help = help.iter().filter_map(|(name, address)| {
                    Some(Record::from_rdata(Name::from_str(&format!("{name}.")).ok()?, TTL_S, RData::A(A(*address))))
                });
                reply.additionals.extend(help);
            }
        }
        Some(reply)
    }

    pub(crate) fn failed(&self) -> Message {
        self.empty(ResponseCode::ServFail)
    }

    fn empty(&self, code: ResponseCode) -> Message {
        let mut reply = Message::response(self.message.metadata.id, OpCode::Query);
        reply.metadata.response_code = code;
        reply.metadata.recursion_desired = self.message.metadata.recursion_desired;
        reply.metadata.recursion_available = true;
        reply.add_query(self.query.clone());
        if self.message.edns.is_some() {
            let mut edns = Edns::new();
            edns.set_max_payload(UDP_MAX as u16);
            reply.set_edns(edns);
        }
        reply
    }
}

/// Bytes of at most `limit`; what is longer is cut, and says so, for the client to come again over TCP.
pub(crate) fn write(reply: &Message, limit: usize) -> Option<Vec<u8>> {
    let bytes = reply.to_vec().ok()?;
    if bytes.len() <= limit { Some(bytes) } else { reply.truncate().to_vec().ok() }
}

/// Records of an alias's target, out of somebody's answer.
pub(crate) fn records(bytes: &[u8]) -> Vec<Record> {
    Message::from_vec(bytes).map(|message| message.answers).unwrap_or_default()
}

pub(crate) fn addresses(name: &str, answer: &Answer) -> Vec<Record> {
    let (Answer::Records { answers, .. }, Ok(name)) = (answer, Name::from_str(&format!("{name}."))) else {
        return Vec::new();
    };
    answers.iter().filter_map(data).map(|data| Record::from_rdata(name.clone(), TTL_S, data)).collect()
}

fn data(data: &Data) -> Option<RData> {
    let name = |text: &str| Name::from_str(&format!("{text}.")).ok();
    Some(match data {
        Data::A(address) => RData::A(A(*address)),
        // As CoreDNS: all targets alike.
        Data::Srv { port, target } => RData::SRV(SRV::new(0, 100, *port, name(target)?)),
        Data::Ptr(text) => RData::PTR(PTR(name(text)?)),
        Data::Txt(text) => RData::TXT(TXT::new(vec![text.clone()])),
        Data::Cname(text) => RData::CNAME(CNAME(name(text)?)),
    })
}

fn authority(domain: &Domain) -> Option<Record> {
    let zone = Name::from_str(&format!("{}.", domain.0)).ok()?;
    let server = Name::from_str(&format!("ns.dns.{}.", domain.0)).ok()?;
    let mailbox = Name::from_str(&format!("hostmaster.{}.", domain.0)).ok()?;
    Some(Record::from_rdata(zone, TTL_S, RData::SOA(SOA::new(server, mailbox, 1, 7200, 1800, 86400, TTL_S))))
}
