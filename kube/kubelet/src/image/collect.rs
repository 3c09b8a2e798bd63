//! Which unused images to remove when the image file system fills up. Pure.
//!
//! As upstream: pkg/kubelet/images/image_gc_manager.go: those unused longest first, never a pinned one, never one younger
//! than the minimum age.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use kube_cri::api::Image;

use crate::config::ImageCollection;

/// How full the image file system is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Usage {
    pub(crate) capacity: u64,
    pub(crate) available: u64,
}

/// When each image was first seen, and last used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records {
    seen: BTreeMap<String, (Timestamp, Timestamp)>,
}

/// What to remove, and how much is still missing then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) remove: Vec<String>,
    pub(crate) freed: u64,
    pub(crate) wanted: u64,
}

impl Records {
    /// Takes note of what is there, and of what containers use.
    pub(crate) fn note(&mut self, now: Timestamp, images: &[Image], used: &BTreeSet<String>) {
        self.seen.retain(|id, _| images.iter().any(|image| &image.id == id));
        for image in images {
            let entry = self.seen.entry(image.id.clone()).or_insert((now, Timestamp::UNIX_EPOCH));
            if is_used(image, used) {
                entry.1 = now;
            }
        }
    }

    pub(crate) fn plan(
        &self,
        now: Timestamp,
        images: &[Image],
        used: &BTreeSet<String>,
        usage: Usage,
        rules: &ImageCollection,
    ) -> Plan {
        let used_percent = match usage.capacity {
            0 => return Plan::default(),
            capacity => 100 - usage.available * 100 / capacity,
        };
        // As upstream: a hundred percent switches it off.
        if rules.high_percent >= 100 || used_percent < u64::from(rules.high_percent) {
            return Plan::default();
        }
        let keep_free = usage.capacity * (100 - u64::from(rules.low_percent)) / 100;
        self.choose(now, images, used, keep_free.saturating_sub(usage.available), rules)
    }

    /// Frees `wanted` bytes.
    pub(crate) fn choose(
        &self,
        now: Timestamp,
        images: &[Image],
        used: &BTreeSet<String>,
        wanted: u64,
        rules: &ImageCollection,
    ) -> Plan {
        let age = SignedDuration::try_from(rules.min_age).unwrap_or(SignedDuration::MAX);
        let mut candidates: Vec<_> = images
            .iter()
            .filter(|image| !image.pinned && !is_used(image, used))
            .filter_map(|image| self.seen.get(&image.id).map(|(first, last)| (*last, *first, image)))
            .filter(|(_, first, _)| now.duration_since(*first) >= age)
            .collect();
        candidates.sort_by(|a, b| (a.0, a.1, &a.2.id).cmp(&(b.0, b.1, &b.2.id)));
        let mut plan = Plan { wanted, ..Plan::default() };
        for (_, _, image) in candidates {
            if plan.freed >= wanted {
                break;
            }
            plan.freed += image.size;
            plan.remove.push(image.id.clone());
        }
        plan
    }
}

fn is_used(image: &Image, used: &BTreeSet<String>) -> bool {
    used.contains(&image.id) || image.repo_tags.iter().chain(&image.repo_digests).any(|name| used.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unused_goes_first_and_pins_stay() {
        let at = |s| Timestamp::from_second(s).unwrap();
        let image = |id: &str, pinned| Image { id: id.into(), size: 10, pinned, ..Image::default() };
        let images = [image("a", false), image("b", false), image("c", true), image("d", false)];
        let mut records = Records::default();
        records.note(at(0), &images, &["b".to_owned()].into());
        records.note(at(500), &images, &["a".to_owned()].into());
        let rules = ImageCollection::default();
        let usage = Usage { capacity: 100, available: 5 };
        let plan = records.plan(at(1000), &images, &["d".to_owned()].into(), usage, &rules);
        assert_eq!((plan.remove, plan.freed, plan.wanted), (vec!["b".to_owned(), "a".to_owned()], 20, 15));
        assert_eq!(
            records.plan(at(1000), &images, &BTreeSet::new(), Usage { capacity: 100, available: 50 }, &rules),
            Plan::default()
        );
    }
}
