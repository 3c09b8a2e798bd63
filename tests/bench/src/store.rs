//! Our store beside Debian's etcd.

use std::time::Duration;

use anyhow::{Context, Result};
use tests_store::bench::{self, Effort, Load, Scratch};

use crate::Arguments;
use crate::report::{Report, Section, targets};

pub(crate) async fn measure(arguments: &Arguments, report: &mut Report) -> Result<()> {
    let store = std::env::current_exe().context("find this program")?.with_file_name("store");
    // On the disk that clusters are on, not in memory.
    let dir = Scratch::new(&arguments.out)?;
    let clients = bench::CLIENTS.to_vec();
    let effort = Effort { time: Duration::from_secs(arguments.seconds), rounds: arguments.rounds, clients };
    let found = bench::run(&store, dir.path(), effort).await?;
    let mut section = Section::new("store, operations per second", &["load", "ours", "etcd", "ratio"]);
    let mut worst: Option<f64> = None;
    for row in &found.rows {
        let ratio = row.ratio();
        if row.load == Load::Put {
            worst = [worst, ratio].into_iter().flatten().reduce(f64::min);
        }
        section.row([
            row.name(),
            format!("{:.0}", row.ours),
            row.etcd.map_or("-".to_owned(), |etcd| format!("{etcd:.0}")),
            ratio.map_or("-".to_owned(), |ratio| format!("{ratio:.2}")),
        ]);
    }
    for (who, memory) in [("ours", Some(found.ours)), ("etcd", found.etcd)] {
        if let Some([before, after]) = memory {
            section.remark(format!("memory of {who}: before {before}; after {after}"));
        }
    }
    match worst {
        Some(worst) => report.figure(targets::PUTS, worst),
        None => section.remark("etcd not measured: it is not installed (make peers)"),
    }
    report.add(section);
    Ok(())
}
