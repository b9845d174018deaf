//! Many short lists in one array: each value leads to the one put in before it. A list costs its owner one number, and one
//! of a single value, which most are, needs no memory of its own.

use std::iter::successors;

/// The last value of a list; a new list is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chain(u32);

impl Chain {
    /// The list of nothing.
    pub const EMPTY: Self = Self(u32::MAX);
}

/// The values of all lists.
#[derive(Debug, Clone)]
pub(super) struct Chains<T>(Vec<(T, Chain)>);

impl<T> Default for Chains<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Chains<T> {
    /// A list with one value more.
    pub fn push(&mut self, chain: Chain, value: T) -> Chain {
        let last = number(self.0.len());
        self.0.push((value, chain));
        Chain(last)
    }

    /// The values of a list, the last first.
    pub fn of(&self, chain: Chain) -> impl Iterator<Item = T> {
        successors(self.link(chain), |(_, before)| self.link(*before)).map(|(value, _)| value)
    }

    /// Puts a value in the place of the last that is like it; whether there was one.
    pub fn replace(&mut self, mut chain: Chain, like: impl Fn(T) -> bool, value: T) -> bool {
        while let Some((old, before)) = self.0.get_mut(chain.0 as usize) {
            if like(*old) {
                *old = value;
                return true;
            }
            chain = *before;
        }
        false
    }

    /// Gives back what is kept for more.
    pub fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    fn link(&self, chain: Chain) -> Option<(T, Chain)> {
        self.0.get(chain.0 as usize).copied()
    }
}

/// A place in an array, in half a word: there are never as many documents as that.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_grow_beside_one_another() {
        let mut chains = Chains::default();
        let one = chains.push(Chain::EMPTY, 'a');
        let other = chains.push(Chain::EMPTY, 'x');
        let one = chains.push(one, 'b');
        let all = |chains: &Chains<char>, chain| chains.of(chain).collect::<String>();
        assert_eq!(
            (all(&chains, one), all(&chains, other), all(&chains, Chain::EMPTY)),
            ("ba".into(), "x".into(), String::new())
        );
        assert!(
            chains.replace(one, |value| value == 'a', 'c')
                && !chains.replace(other, |value| value == 'a', 'c')
        );
        assert_eq!(all(&chains, one), "bc");
    }
}
