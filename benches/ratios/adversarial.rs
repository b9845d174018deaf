//! Texts made to be hard: four times the length takes at most little more than four times the time.

use std::time::Duration;

use crate::Options;
use crate::adversary::ADVERSARIES;
use crate::clock::{fastest, ratio, speed};
use crate::material;
use crate::table::{Table, number};

/// A size that must be expected to take longer is not tried.
const PATIENCE: Duration = Duration::from_secs(10);

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    let first = if options.full { 65_536 } else { 8_192 };
    let sizes = [first, first * 4, first * 16, first * 64];
    for (name, text) in ADVERSARIES {
        let (mut worst, mut slowest): (f64, f64) = (0.0, f64::MAX);
        let mut before = None;
        let mut given_up = None;
        for size in sizes {
            if before.is_some_and(|before: Duration| before * 4 > PATIENCE) {
                given_up = Some(size);
                break;
            }
            let text = text(size);
            let mut time = fastest(1, &mut [&mut || material::parse(&text)])[0];
            if time < PATIENCE / 4 {
                let rounds = if time < Duration::from_millis(50) { 10 } else { 2 };
                time = time.min(fastest(rounds, &mut [&mut || material::parse(&text)])[0]);
            }
            slowest = slowest.min(speed(text.len(), time));
            if let Some(before) = before {
                worst = worst.max(ratio(time, before));
            }
            before = Some(time);
        }
        let verdict = if worst <= 4.5 && slowest >= 5.0 && given_up.is_none() { "ok" } else { "short" };
        let end = given_up.map(|size| format!(", {} kB not tried", size / 1_024)).unwrap_or_default();
        table.row(
            &format!("{name}, to a quarter of it"),
            "at most 4.5 times, 5 MB/s".to_owned(),
            format!("{} times, {} MB/s{end}", number(worst), number(slowest)),
            verdict,
        );
    }
}
