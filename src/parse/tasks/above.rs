//! What the blocks above a block say, asked once for each of them: all items of a list ask the same.

use std::cell::RefCell;

/// What one block says to those below it.
pub(super) enum Says<T> {
    /// This holds for them.
    This(T),
    /// Ask the block there; none: nothing holds.
    Ask(Option<usize>),
}

/// Answers by block, filled on the way.
pub(super) struct Above<T> {
    known: RefCell<Vec<Option<T>>>,
}

impl<T: Clone + Default> Above<T> {
    /// For so many blocks.
    pub fn new(blocks: usize) -> Self {
        Self { known: RefCell::new(vec![None; blocks]) }
    }

    /// What `block` and those above it say.
    pub fn of(&self, block: Option<usize>, says: impl Fn(usize) -> Says<T>) -> T {
        let blocks = self.known.borrow().len();
        let mut asked = Vec::new();
        let mut at = block;
        // A tree is not deeper than its blocks are many.
        let answer = loop {
            let Some(block) = at.filter(|_| asked.len() <= blocks) else { break T::default() };
            if let Some(known) = &self.known.borrow()[block] {
                break known.clone();
            }
            asked.push(block);
            match says(block) {
                Says::This(answer) => break answer,
                Says::Ask(next) => at = next,
            }
        };
        for block in asked {
            self.known.borrow_mut()[block] = Some(answer.clone());
        }
        answer
    }
}
