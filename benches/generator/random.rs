//! Numbers by chance that are the same on every machine: splitmix64 of Sebastiano Vigna (public domain).

/// A sequence of numbers that a few given ones determine.
pub struct Random(u64);

impl Random {
    /// The sequence of these numbers; another for any other numbers.
    pub fn of(parts: &[u64]) -> Self {
        let mut all = Self(0x9E37_79B9_7F4A_7C15);
        for part in parts {
            all.0 ^= part.wrapping_mul(0xD6E8_FEB8_6659_FD93);
            all.0 = all.next();
        }
        all
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap_or_default()
    }

    /// A number from `low` up to and without `high`.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high - low)
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of several.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// `count` different numbers below `n`, in no order.
    pub fn several(&mut self, count: usize, n: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..n).collect();
        let count = count.min(n);
        for at in 0..count {
            let other = at + self.below(n - at);
            all.swap(at, other);
        }
        all.truncate(count);
        all
    }
}
