//! Two threads against one: together no more work, each half of the time. On a machine that is busy otherwise the second
//! figure is lower than it should be.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use cpu_time::ProcessTime;

use crate::clock::ratio;
use crate::table::Table;
use crate::{Options, material};

/// How often.
const ROUNDS: usize = 3;

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    let texts = material::documents(if options.full { 4_000 } else { 400 });
    let mut best = [(Duration::MAX, Duration::MAX); 2];
    for _ in 0..ROUNDS {
        for (threads, best) in [1, 2].into_iter().zip(&mut best) {
            let (total, wall) = parsed_by(threads, &texts);
            *best = (best.0.min(total), best.1.min(wall));
        }
    }
    let [one, two] = best;
    table.at_most("two threads, total CPU", 1.1, ratio(two.0, one.0), " times one", "");
    table.at_least("two threads, time by the clock", 1.7, ratio(one.1, two.1), " times faster", "");
}

/// Total processor time, and time by the clock.
fn parsed_by(threads: usize, texts: &[String]) -> (Duration, Duration) {
    let (total, wall) = (ProcessTime::now(), Instant::now());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    std::hint::black_box(material::parse(text));
                }
            });
        }
    });
    (total.elapsed(), wall.elapsed())
}
