//! What the functions of `build/` leave behind: the text they read and the pairs of the rules that held, in the order
//! and nesting pest gives them.

/// A rule that held, from `start` to `end`; the pairs inside it stand up to index `next`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held<R> {
    rule: R,
    start: usize,
    end: usize,
    next: usize,
}

/// One run of a grammar over a text.
#[derive(Debug)]
pub(crate) struct Run<'a, R> {
    /// The text, which is UTF-8.
    pub(crate) text: &'a [u8],
    from: usize,
    held: Vec<Held<R>>,
}

impl<'a, R: Copy> Run<'a, R> {
    /// A run over `text` from `from` on, which is its start to the grammar.
    pub(crate) fn new(text: &'a [u8], from: usize) -> Self {
        Self { text, from, held: Vec::with_capacity(32) }
    }

    /// The same with the memory of a run before.
    pub(crate) fn again(text: &'a [u8], from: usize, mut held: Vec<Held<R>>) -> Self {
        held.clear();
        Self { text, from, held }
    }

    /// The memory of the run, for [`Run::again`].
    pub(crate) fn into_held(self) -> Vec<Held<R>> {
        self.held
    }

    /// The pairs that pest gave for `text`.
    pub(crate) fn of_pest(text: &'a [u8], pairs: pest::iterators::Pairs<'_, R>) -> Self
    where
        R: pest::RuleType,
    {
        fn hold<R: pest::RuleType>(pair: pest::iterators::Pair<'_, R>, held: &mut Vec<Held<R>>) {
            let (at, span) = (held.len(), pair.as_span());
            held.push(Held { rule: pair.as_rule(), start: span.start(), end: span.end(), next: 0 });
            pair.into_inner().for_each(|inner| hold(inner, held));
            held[at].next = held.len();
        }
        let mut held = Vec::new();
        pairs.for_each(|pair| hold(pair, &mut held));
        Self { text, from: 0, held }
    }

    /// The next byte; 256 at the end.
    #[inline]
    pub(crate) fn next(&self, p: usize) -> usize {
        self.text.get(p).map_or(256, |&byte| usize::from(byte))
    }

    #[inline]
    pub(crate) fn has(&self, p: usize, word: &[u8]) -> bool {
        self.text.get(p..p + word.len()) == Some(word)
    }

    #[inline]
    pub(crate) fn word(&self, p: usize, word: &[u8]) -> Option<usize> {
        self.has(p, word).then_some(p + word.len())
    }

    #[inline]
    pub(crate) fn start(&self, p: usize) -> Option<usize> {
        (p == self.from).then_some(p)
    }

    #[inline]
    pub(crate) fn end(&self, p: usize) -> Option<usize> {
        (p == self.text.len()).then_some(p)
    }

    #[inline]
    pub(crate) fn any(&self, p: usize) -> Option<usize> {
        match self.text.get(p)? {
            0..0xC0 => Some(p + 1),
            0xC0..0xE0 => Some(p + 2),
            0xE0..0xF0 => Some(p + 3),
            0xF0.. => Some(p + 4),
        }
    }

    /// The letter of more than one byte at `p`, and where it ends.
    #[inline]
    pub(crate) fn letter(&self, p: usize) -> (char, usize) {
        let byte = |n: usize| u32::from(self.text.get(p + n).copied().unwrap_or_default());
        let (code, length) = match byte(0) {
            0..0xE0 => ((byte(0) & 0x1F) << 6 | byte(1) & 0x3F, 2),
            0xE0..0xF0 => ((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | byte(2) & 0x3F, 3),
            _ => (0xFFFD, 4),
        };
        (char::from_u32(code).unwrap_or('\u{FFFD}'), p + length)
    }

    #[inline]
    pub(crate) fn mark(&self) -> usize {
        self.held.len()
    }

    #[inline]
    pub(crate) fn cut(&mut self, mark: usize) {
        self.held.truncate(mark);
    }

    #[inline]
    pub(crate) fn open(&mut self, rule: R, p: usize) -> usize {
        self.held.push(Held { rule, start: p, end: p, next: 0 });
        self.held.len() - 1
    }

    #[inline]
    pub(crate) fn close(&mut self, at: usize, end: Option<usize>) {
        match end {
            Some(end) => {
                let next = self.held.len();
                self.held[at].end = end;
                self.held[at].next = next;
            }
            None => self.held.truncate(at),
        }
    }

    /// The pairs that hold now.
    pub(crate) fn pairs(&self) -> Pairs<'_, R> {
        Pairs { text: self.text, held: &self.held, at: 0, end: self.held.len() }
    }
}

/// A rule that held and where.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a, R> {
    text: &'a [u8],
    held: &'a [Held<R>],
    at: usize,
}

impl<'a, R: Copy> Pair<'a, R> {
    pub(crate) fn as_rule(&self) -> R {
        self.held[self.at].rule
    }

    pub(crate) fn start(&self) -> usize {
        self.held[self.at].start
    }

    pub(crate) fn end(&self) -> usize {
        self.held[self.at].end
    }

    pub(crate) fn as_str(&self) -> &'a str {
        std::str::from_utf8(&self.text[self.start()..self.end()]).unwrap_or_default()
    }

    /// This pair, with no other beside it.
    pub(crate) fn alone(self) -> Pairs<'a, R> {
        Pairs { text: self.text, held: self.held, at: self.at, end: self.held[self.at].next }
    }

    /// The pairs right inside this one.
    pub(crate) fn into_inner(self) -> Pairs<'a, R> {
        Pairs { text: self.text, held: self.held, at: self.at + 1, end: self.held[self.at].next }
    }
}

/// Pairs beside one another.
#[derive(Debug, Clone)]
pub(crate) struct Pairs<'a, R> {
    text: &'a [u8],
    held: &'a [Held<R>],
    at: usize,
    end: usize,
}

impl<'a, R: Copy> Pairs<'a, R> {
    /// These pairs and all inside them, each before its inner ones.
    pub(crate) fn flatten(self) -> impl Iterator<Item = Pair<'a, R>> {
        (self.at..self.end).map(move |at| Pair { text: self.text, held: self.held, at })
    }
}

impl<'a, R: Copy> Iterator for Pairs<'a, R> {
    type Item = Pair<'a, R>;

    fn next(&mut self) -> Option<Self::Item> {
        let pair = (self.at < self.end).then_some(Pair { text: self.text, held: self.held, at: self.at })?;
        self.at = self.held[pair.at].next;
        Some(pair)
    }
}
