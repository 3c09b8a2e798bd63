//! The first targets: what a figure should stay under or reach. A figure that was not measured is said to be so.

use super::{Report, Section};

/// Figures of the report that a target is set on.
pub(crate) const SLOT_MB: &str = "one slot's UKI and root, MB";
pub(crate) const APISERVER_MIB: &str = "kube-apiserver idle, MiB";
pub(crate) const MACHINED_MIB: &str = "machined and apid together, MiB";
pub(crate) const CONTROL_PLANE_MIB: &str = "idle control-plane node, MiB";
pub(crate) const WORKER_MIB: &str = "idle worker, MiB";
pub(crate) const PULLED: &str = "images pulled before the first node was Ready";
pub(crate) const PUTS: &str = "our store's puts to etcd's, worst row";

enum Wanted {
    Under(f64),
    AtLeast(f64),
}

const TARGETS: [(&str, Wanted); 7] = [
    (SLOT_MB, Wanted::Under(250.0)),
    (MACHINED_MIB, Wanted::Under(40.0)),
    (CONTROL_PLANE_MIB, Wanted::Under(450.0)),
    (WORKER_MIB, Wanted::Under(250.0)),
    (APISERVER_MIB, Wanted::Under(60.0)),
    (PULLED, Wanted::Under(1.0)),
    (PUTS, Wanted::AtLeast(0.7)),
];

/// Adds the section that compares.
pub(crate) fn judge(report: &mut Report) {
    let mut section = Section::new("targets", &["figure", "found", "wanted", ""]);
    for (name, wanted) in TARGETS {
        let found = report.figures.get(name).copied();
        let (bound, holds) = match wanted {
            Wanted::Under(limit) => (format!("< {limit}"), found.is_some_and(|found| found < limit)),
            Wanted::AtLeast(least) => (format!(">= {least}"), found.is_some_and(|found| found >= least)),
        };
        let verdict = match found {
            None => "not measured",
            Some(_) if holds => "pass",
            Some(_) => "miss",
        };
        let found = found.map_or("-".to_owned(), |found| format!("{found:.2}"));
        section.row([name.to_owned(), found, bound, verdict.to_owned()]);
    }
    report.add(section);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_pass_miss_or_were_not_measured() {
        let mut report = Report::default();
        report.figure(SLOT_MB, 202.0);
        report.figure(PUTS, 0.62);
        judge(&mut report);
        let text = report.to_string();
        let verdict = |name: &str| {
            let line = text.lines().find(|line| line.trim_start().starts_with(name)).unwrap_or_default();
            line.rsplit("  ").next().unwrap_or_default().trim().to_owned()
        };
        assert_eq!(
            [verdict(SLOT_MB), verdict(PUTS), verdict(WORKER_MIB)],
            ["pass", "miss", "not measured"].map(String::from)
        );
    }
}
