//! Time spent: of this thread's processor time, the fastest of several rounds, turn by turn, so that what else the
//! machine does weighs on all alike.

use std::time::Duration;

use cpu_time::ThreadTime;

/// Something to measure; what it returns keeps it from being left out.
pub type Work<'a> = &'a mut dyn FnMut() -> usize;

/// Processor time of each work, the fastest of `rounds`: A B A B.
pub fn fastest(rounds: usize, works: &mut [Work<'_>]) -> Vec<Duration> {
    let mut best = vec![Duration::MAX; works.len()];
    for _ in 0..rounds {
        for (work, best) in works.iter_mut().zip(&mut best) {
            let start = ThreadTime::now();
            std::hint::black_box(work());
            *best = start.elapsed().min(*best);
        }
    }
    best
}

/// Millions of bytes a second.
#[allow(clippy::cast_precision_loss)]
pub fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9)
}

/// How many times as long.
pub fn ratio(time: Duration, of: Duration) -> f64 {
    time.as_secs_f64() / of.as_secs_f64().max(1e-9)
}
