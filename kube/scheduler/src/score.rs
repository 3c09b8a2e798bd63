//! Of the nodes that would do, the best. Weights are upstream's defaults: apis/config/v1/default_plugins.go.

use std::hash::{DefaultHasher, Hash, Hasher};

use kube_api::types::core::Taint;

use crate::affinity;
use crate::cluster::{NodeState, PodInfo};
use crate::filters::{Prepared, fit};
use crate::tolerations::tolerated;

const MB: i64 = 1024 * 1024;

pub(crate) fn best<'a>(prepared: &Prepared<'_>, nodes: &[&'a NodeState]) -> Option<&'a NodeState> {
    let totals = totals(prepared, nodes);
    let uid = &prepared.pod.pod.metadata.uid;
    // Equals are told apart by chance that is the same for the same pod: a plan can be repeated.
    let ranked = nodes.iter().zip(totals).max_by_key(|(node, total)| (*total, chance(uid, node.name())));
    ranked.map(|(node, _)| *node)
}

pub(crate) fn totals(prepared: &Prepared<'_>, nodes: &[&NodeState]) -> Vec<i64> {
    let pod = prepared.pod;
    let each = |of: &dyn Fn(&NodeState) -> i64| nodes.iter().map(|node| of(node)).collect::<Vec<i64>>();
    let parts = [
        (3, reversed(each(&|node| soft_taints(pod, node)))),
        (2, normalized(each(&|node| affinity::preferred(&pod.pod, node.facts())))),
        (1, each(&|node| fit::least_allocated(pod, node))),
        (2, prepared.spread.scores(nodes)),
        (2, prepared.affinity.scores(nodes)),
        (1, each(&|node| fit::balanced(pod, node))),
        (1, each(&|node| images(pod, node, nodes))),
    ];
    let mut totals = vec![0; nodes.len()];
    for (weight, scores) in parts {
        for (total, score) in totals.iter_mut().zip(scores) {
            *total += weight * score;
        }
    }
    totals
}

fn soft_taints(pod: &PodInfo, node: &NodeState) -> i64 {
    let tolerations = &pod.pod.spec.tolerations;
    let disliked = |taint: &&Taint| taint.effect == "PreferNoSchedule" && !tolerated(tolerations, taint);
    i64::try_from(node.node.spec.taints.iter().filter(disliked).count()).unwrap_or(i64::MAX)
}

fn normalized(mut scores: Vec<i64>) -> Vec<i64> {
    let most = scores.iter().max().copied().unwrap_or(0);
    scores.iter_mut().for_each(|score| *score = if most > 0 { *score * 100 / most } else { 0 });
    scores
}

fn reversed(scores: Vec<i64>) -> Vec<i64> {
    normalized(scores).into_iter().map(|score| 100 - score).collect()
}

/// Images that are there already, by size; widespread ones count more, so that pods do not heap on one node.
/// As upstream: plugins/imagelocality.
fn images(pod: &PodInfo, node: &NodeState, nodes: &[&NodeState]) -> i64 {
    let all = nodes.len().max(1) as f64;
    let containers = pod.pod.spec.init_containers.iter().chain(&pod.pod.spec.containers);
    let mut sum = 0;
    let mut count = 0;
    for container in containers {
        count += 1;
        let name = full_name(&container.image);
        if let Some(size) = has_image(node, &name) {
            let share = nodes.iter().filter(|node| has_image(node, &name).is_some()).count() as f64 / all;
            sum += (size as f64 * share) as i64;
        }
    }
    let (least, most) = (23 * MB, 1000 * MB * count);
    let sum = sum.clamp(least, most.max(least));
    if most > least { 100 * (sum - least) / (most - least) } else { 0 }
}

fn has_image(node: &NodeState, name: &str) -> Option<i64> {
    let image = node.node.status.images.iter().find(|image| image.names.iter().any(|it| it == name));
    image.map(|image| image.size_bytes)
}

fn full_name(image: &str) -> String {
    let tagged = image.rsplit('/').next().is_some_and(|last| last.contains(':') || last.contains('@'));
    if tagged { image.to_owned() } else { format!("{image}:latest") }
}

fn chance(uid: &str, node: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (uid, node).hash(&mut hasher);
    hasher.finish()
}
