//! `vanban lint`: what looks wrong in documents and between them, drawn where it stands.

use std::collections::HashMap;
use std::io::{self, Write as _};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;
use vanban::graph::{Graph, findings};
use vanban::model::{Diagnostic, Document, Evidence, Generator, Severity};
use vanban::resolve::Resolver;
use vanban::text::{LineIndex, Span};

use super::Outcome;
use super::arguments::{Format, Inputs, Target};
use super::corpus::snug;
use super::drawing::draw;
use super::notes::Notes;
use super::pipeline::{Read, for_each_document};
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// How to print the diagnostics [default: table]
    #[arg(long, short, value_enum)]
    format: Option<Format>,
    /// Also what is only worth knowing, such as the blank number of a draft
    #[arg(long)]
    notes: bool,
    #[command(flatten)]
    target: Target,
}

/// Files named in a diagnostic that concerns several.
const SHOWN: usize = 3;

/// A diagnostic and its place, as an editor counts it.
#[derive(Serialize)]
struct Place<'a> {
    path: Option<&'a str>,
    id: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

/// All diagnostics, `vanban.lint.v1`.
#[derive(Serialize)]
struct Report<'a> {
    schema: &'static str,
    generator: Generator,
    diagnostics: Vec<Place<'a>>,
}

/// A document's text with what is wrong in it.
struct Checked {
    path: Option<String>,
    id: Option<String>,
    text: Arc<str>,
    diagnostics: Vec<Diagnostic>,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let format = Format::choose(arguments.format, arguments.target.output.as_deref(), Format::Table);
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    let (mut documents, mut texts) = (Vec::new(), Vec::new());
    for_each_document(&arguments.inputs, notes, |Read { document, source, .. }, _| {
        documents.push(snug(document));
        texts.push(Arc::from(source.text()));
        Ok(())
    })?;
    let checked = check(documents, texts, &arguments.inputs.resolver());
    let least = if arguments.notes { Severity::Note } else { Severity::Warning };
    let told = |d: &&Diagnostic| d.severity >= least;
    let all: Vec<Place<'_>> =
        checked.iter().flat_map(|c| c.diagnostics.iter().filter(told).map(|d| c.place(d))).collect();
    match format {
        Format::Table => table(&checked, least, &mut sink)?,
        Format::Ndjson => all.iter().try_for_each(|place| sink.json(place, false))?,
        Format::Json => {
            let report =
                Report { schema: "vanban.lint.v1", generator: Generator::default(), diagnostics: all };
            sink.json(&report, true)?;
        }
    }
    sink.finish()?;
    let grave = checked.iter().flat_map(|c| &c.diagnostics).any(|d| d.severity >= Severity::Warning);
    Ok(if grave { Outcome::Nothing } else { Outcome::Found })
}

/// Adds to each document's diagnostics those that only show beside the others; one about a document that is not here
/// goes to the first of those that speak of it.
fn check(mut documents: Vec<Document>, texts: Vec<Arc<str>>, resolver: &impl Resolver) -> Vec<Checked> {
    resolver.resolve(&mut documents);
    let mut homes: HashMap<String, usize> = HashMap::new();
    for (n, document) in documents.iter().enumerate() {
        homes.entry(document.id.clone()).or_insert(n);
    }
    let with_text = documents.iter().zip(&texts);
    let mut checked: Vec<Checked> = with_text
        .map(|(document, text)| Checked {
            path: document.source.path.clone(),
            id: document.source.id.clone(),
            text: Arc::clone(text),
            diagnostics: document.diagnostics.clone(),
        })
        .collect();
    for finding in findings(&Graph::of(documents, texts)) {
        let Some(&home) = [&finding.document].into_iter().chain(&finding.others).find_map(|id| homes.get(id))
        else {
            continue;
        };
        let mut diagnostic = finding.diagnostic;
        let here = |e: &&Evidence| e.path.is_some() && e.path == checked[home].path;
        diagnostic.span = diagnostic.span.or_else(|| finding.evidence.iter().find(here).map(|e| e.span));
        let others = finding.others.iter().filter_map(|id| homes.get(id)).filter(|&&n| n != home);
        let others: Vec<&str> = others.filter_map(|&n| checked[n].path.as_deref()).collect();
        if !others.is_empty() {
            let more = if others.len() > SHOWN { ", …" } else { "" };
            let some = others[..others.len().min(SHOWN)].join(", ");
            diagnostic.message = format!("{} ({some}{more})", diagnostic.message);
        }
        checked[home].diagnostics.push(diagnostic);
    }
    for one in &mut checked {
        one.diagnostics.sort_by_key(|d| (d.span.unwrap_or_default(), d.severity));
        one.diagnostics.dedup();
    }
    checked
}

impl Checked {
    fn place<'a>(&'a self, diagnostic: &'a Diagnostic) -> Place<'a> {
        let at = |span: Span| LineIndex::new(&self.text).position(&self.text, span.start);
        let at = diagnostic.span.map(at);
        Place {
            path: self.path.as_deref(),
            id: self.id.as_deref(),
            line: at.map(|p| p.line),
            column: at.map(|p| p.column),
            diagnostic,
        }
    }
}

fn table(checked: &[Checked], least: Severity, sink: &mut Sink) -> io::Result<()> {
    let look = sink.look();
    let mut counts = [0; 3];
    for one in checked {
        for diagnostic in &one.diagnostics {
            counts[diagnostic.severity as usize] += 1;
            if diagnostic.severity >= least {
                let name = one.path.as_deref().or(one.id.as_deref()).unwrap_or("-");
                writeln!(sink, "{}\n", draw(diagnostic, name, &one.text, look))?;
            }
        }
    }
    let [notes, warnings, errors] = counts;
    let lang = look.lang;
    let parts = [
        lang.count(checked.len(), "văn bản", "document"),
        lang.count(errors, "lỗi", "error"),
        lang.count(warnings, "cảnh báo", "warning"),
        lang.count(notes, "ghi chú", "note"),
    ];
    let hidden = if least > Severity::Note && notes > 0 {
        lang.pick(" (xem bằng --notes)", " (shown by --notes)")
    } else {
        ""
    };
    writeln!(sink, "{}{hidden}", parts.join(", "))
}
