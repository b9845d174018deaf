//! A page that is being written: lines, paragraphs, hard-wrapped or not.

/// Text under way.
#[derive(Debug, Default)]
pub struct Page {
    text: String,
    width: Option<usize>,
}

impl Page {
    /// An empty page; paragraphs are broken into lines of at most `width` letters, if given.
    pub fn new(width: Option<usize>) -> Self {
        Self { text: String::with_capacity(8_192), width }
    }

    /// A line as it stands.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A paragraph and an empty line behind it.
    pub fn paragraph(&mut self, text: &str) {
        self.wrapped(text);
        self.blank();
    }

    /// A paragraph without an empty line behind it.
    pub fn wrapped(&mut self, text: &str) {
        let Some(width) = self.width else { return self.line(text) };
        let mut column = 0;
        for word in text.split(' ') {
            let letters = word.chars().count();
            if column > 0 && column + 1 + letters > width {
                self.text.push('\n');
                column = 0;
            } else if column > 0 {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += letters;
        }
        self.text.push('\n');
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.text
    }
}
