//! Images, for machines that reach no registry.

use std::io::Read;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use apid_proto::machine as pb;
use bytes::Bytes;
use futures::stream;

use super::show::words;
use crate::arguments::Format;
use crate::output::{self, Record};
use crate::session::{Session, label};

const PIECE: usize = 256 * 1024;

pub(crate) async fn import(session: &Session, format: Format, path: &Path) -> Result<ExitCode> {
    let mut records = Vec::new();
    for node in &session.nodes {
        let file = std::fs::File::open(path).with_context(|| format!("read {}", path.display()))?;
        let mut client = session.connect(node).await?;
        // A file that cannot be read further ends the stream: the machine then sees half an archive and refuses it.
        let answer = client.import_image(stream::unfold(file, |mut file| async move {
            let mut buffer = vec![0; PIECE];
            let read = file.read(&mut buffer).ok().filter(|read| *read > 0)?;
            buffer.truncate(read);
            Some((pb::ImportImageRequest { data: Bytes::from(buffer) }, file))
        }));
        let answer = answer.await.map_err(|status| anyhow!("{}", words(&status))).with_context(|| label(node))?;
        for image in answer.into_inner().images {
            records.push(Record::of(&label(node)).with("image", image.name).with("digest", image.digest));
        }
    }
    output::print(format, &records)?;
    Ok(ExitCode::SUCCESS)
}
