//! An index that grew is the graph of what it holds, to the last byte.

use std::collections::HashSet;

use vanban::model::RelationKind;
use vanban::store::Arrival;

use super::support::{Place, arrival, assert_same, graph_of, made, specimens};
use crate::builder::{held, reference, stating};

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// Documents whose identities hang on one another: numbers without issuer or date, namesakes, texts without a number.
fn entangled() -> Vec<Arrival> {
    const CA_MAU: &str = "Ủy ban nhân dân tỉnh Cà Mau";
    const HEALTH: &str = "Sở Y tế tỉnh Cà Mau";
    let mut all = Vec::new();
    for (n, day) in ["2026-04-24", "2026-05-24", "2025-04-24"].iter().enumerate() {
        all.push(held("230/KH-UBND", "kế hoạch", CA_MAU, day));
        all.push(held("230/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh An Giang", day));
        all.push(held("5/QĐ-ABC", "quyết định", "Công ty Anh Dương", day));
        let bare = reference("230/KH-UBND", "kế hoạch", "", "");
        let dated = reference("230/KH-UBND", "kế hoạch", "", day);
        let law = reference("Luật Đất đai", "luật", "", "");
        let of = format!("{}/SYT-VP", 10 + n);
        let letter = held(&of, "công văn", HEALTH, "2026-06-01");
        all.push(stating(letter, vec![bare, law], &[("self", RelationKind::Implements, "230/KH-UBND")]));
        let other =
            held(&format!("{}/STC-VP", 20 + n), "công văn", "Sở Tài chính tỉnh An Giang", "2026-06-02");
        all.push(stating(other, vec![dated], &[("self", RelationKind::Implements, "230/KH-UBND")]));
    }
    // Nobody knows whose these are.
    for n in 0..3 {
        let mut vague = held("77/KH-XYZ", "kế hoạch", "", "2026-01-01");
        vague.source.sha256 = format!("{n:064}");
        vague.source.path = Some(format!("vague-{n}.txt"));
        all.push(vague);
    }
    all.into_iter().map(made).collect()
}

#[test]
fn the_specimens_give_the_same_graph_on_disk() {
    let place = Place::new();
    let all = specimens();
    place.writer().take(all.clone()).expect("taken in");
    assert_same(&place.store(), &graph_of(&all), "at once");
}

#[test]
fn one_after_another_gives_the_same_graph() {
    for all in [specimens(), entangled()] {
        let place = Place::new();
        let mut writer = place.writer();
        for one in all.iter().rev() {
            writer.take(vec![one.clone()]).expect("taken in");
        }
        assert_same(&place.store(), &graph_of(&all), "one after another");
    }
}

/// Additions, changes and removals in an order drawn by lot; after each the index is what it would be from scratch.
fn random_walk(seed: u64, pool: &[Arrival], steps: usize) {
    let mut lot = Lot(seed);
    let place = Place::new();
    let mut writer = place.writer();
    let mut here: Vec<Arrival> = Vec::new();
    for step in 0..steps {
        match lot.below(10) {
            0..=4 => {
                let batch: Vec<Arrival> =
                    (0..=lot.below(4)).map(|_| pool[lot.below(pool.len())].clone()).collect();
                for one in &batch {
                    here.retain(|other| other.place != one.place);
                    here.push(one.clone());
                }
                writer.take(batch).expect("taken in");
            }
            // Another text in the place of one that is here.
            5 | 6 if !here.is_empty() => {
                let at = lot.below(here.len());
                let name = here[at].place.clone();
                let mut other = pool[lot.below(pool.len())].clone();
                other.document.source.path = Some(name.clone());
                other.place = name;
                here[at] = other.clone();
                writer.take(vec![other]).expect("changed");
            }
            7 | 8 if !here.is_empty() => {
                let gone = here.remove(lot.below(here.len()));
                assert_eq!(writer.vanish(&gone.place, &HashSet::new()).expect("marked"), 1);
                if lot.below(2) == 0 {
                    writer.revive(&gone.place).expect("back");
                    here.push(gone);
                }
            }
            _ => {}
        }
        assert_same(&place.store(), &graph_of(&here), &format!("seed {seed}, step {step}"));
    }
    let seen: HashSet<String> = here.iter().map(|one| one.place.clone()).collect();
    assert_eq!(writer.vanish("/", &seen).expect("nothing below"), 0);
    for one in &here {
        writer.vanish(&one.place, &HashSet::new()).expect("marked");
    }
    assert_same(&place.store(), &graph_of(&[]), &format!("seed {seed}, emptied"));
}

#[test]
fn whatever_comes_and_goes_the_index_is_the_graph_of_what_is_here() {
    let mut pool = entangled();
    for seed in 0..12 {
        random_walk(seed, &pool, 14);
    }
    pool.extend(specimens());
    pool.push(arrival("empty.txt", b""));
    for seed in 100..103 {
        random_walk(seed, &pool, 12);
    }
}
