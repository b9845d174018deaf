//! `vanban query`: a question in Vietnamese or English.

use clap::Args;
use vanban::graph::ask_for;

use super::Outcome;
use super::notes::Notes;
use super::question::{Asking, put};
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// `what implements Kết luận 107-KL/TW`, `văn bản nào triển khai Kết luận 107-KL/TW`; accents are optional
    question: String,
    #[command(flatten)]
    asking: Asking,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    put(&arguments.asking, lang, notes, |desk, asker| ask_for(desk, &arguments.question, asker))
}
