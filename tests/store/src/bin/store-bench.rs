//! The store's benchmark alone, as a table; `make bench` has it among everything else.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a benchmark starts programs and prints a table")]

use anyhow::Result;
use clap::Parser;
use std::path::PathBuf;
use std::time::Duration;
use tests_store::bench::{self, Effort, Scratch};

#[derive(Debug, Parser)]
struct Arguments {
    /// Seconds for each figure
    #[arg(long, default_value_t = 3)]
    seconds: u64,
    /// How often each is measured; the better one counts
    #[arg(long, default_value_t = 4)]
    rounds: u32,
    /// How many clients; a row for each
    #[arg(long, value_delimiter = ',', default_values_t = bench::CLIENTS)]
    clients: Vec<usize>,
    /// Where both keep their data, on a real disk
    #[arg(long)]
    dir: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let dir = Scratch::new(&arguments.dir.unwrap_or_else(std::env::temp_dir))?;
    let store = std::env::current_exe()?.with_file_name("store");
    let effort =
        Effort { time: Duration::from_secs(arguments.seconds), rounds: arguments.rounds, clients: arguments.clients };
    let report = bench::run(&store, dir.path(), effort).await?;
    println!("{:28} {:>10} {:>10} {:>7}", "operations per second", "ours", "etcd", "ratio");
    for row in &report.rows {
        let shown = |figure: Option<f64>, digits| figure.map_or("-".to_owned(), |it| format!("{it:.digits$}"));
        let (etcd, ratio) = (shown(row.etcd, 0), shown(row.ratio(), 2));
        println!("{:28} {:>10.0} {etcd:>10} {ratio:>7}", row.name(), row.ours);
    }
    for (who, memory) in [("ours", Some(report.ours)), ("etcd", report.etcd)] {
        if let Some([before, after]) = memory {
            println!("memory, {who}: before {before}; after {after}");
        }
    }
    Ok(())
}
