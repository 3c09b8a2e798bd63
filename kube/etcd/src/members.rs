//! Who belongs to the cluster, and how that is written: in the log as an entry, in the state as what is applied.
//!
//! Version 1, frozen, text. First line: the voters of each configuration (two during a change), ids in hexadecimal,
//! parted by commas, configurations by semicolons. Then one line for each member: id, name, peer URLs, client URLs,
//! parted by tabs; URLs among themselves by commas.

use std::collections::BTreeSet;
use std::fmt::Write;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    pub(crate) voters: Vec<BTreeSet<u64>>,
    pub(crate) all: Vec<Member>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) peer_urls: Vec<String>,
    pub(crate) client_urls: Vec<String>,
}

impl Members {
    pub(crate) fn is_learner(&self, id: u64) -> bool {
        !self.voters.iter().any(|voters| voters.contains(&id))
    }

    pub(crate) fn to_text(&self) -> String {
        let ids = |voters: &BTreeSet<u64>| voters.iter().map(|id| format!("{id:x}")).collect::<Vec<_>>().join(",");
        let mut text = self.voters.iter().map(ids).collect::<Vec<_>>().join(";");
        text.push('\n');
        for member in &self.all {
            let (peers, clients) = (member.peer_urls.join(","), member.client_urls.join(","));
            writeln!(text, "{:x}\t{}\t{peers}\t{clients}", member.id, member.name)
                .expect("writing to a string cannot fail");
        }
        text
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let (voters, members) = text.split_once('\n')?;
        let id = |text: &str| u64::from_str_radix(text, 16).ok();
        let urls = |text: &str| text.split(',').filter(|url| !url.is_empty()).map(str::to_owned).collect();
        let member = |line: &str| {
            let mut fields = line.split('\t');
            let member = Member {
                id: id(fields.next()?)?,
                name: fields.next()?.to_owned(),
                peer_urls: urls(fields.next()?),
                client_urls: urls(fields.next()?),
            };
            fields.next().is_none().then_some(member)
        };
        let configuration = |text: &str| text.split(',').filter(|id| !id.is_empty()).map(id).collect::<Option<_>>();
        let voters = voters.split(';').filter(|text| !text.is_empty()).map(configuration).collect::<Option<_>>()?;
        Some(Self { voters, all: members.lines().map(member).collect::<Option<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_come_back() {
        let a = Member { id: 7, name: "a".into(), peer_urls: vec!["https://a:2380".into()], client_urls: vec![] };
        let b =
            Member { id: u64::MAX, name: "b c".into(), peer_urls: vec![], client_urls: vec!["x".into(), "y".into()] };
        let members = Members { voters: vec![[7].into(), [7, u64::MAX].into()], all: vec![a, b] };
        assert_eq!(Members::from_text(&members.to_text()), Some(members));
        assert_eq!(Members::from_text(&Members::default().to_text()), Some(Members::default()));
        assert_eq!(Members::from_text("7\nnonsense"), None);
        assert_eq!(Members::from_text(""), None);
    }
}
