//! Ten times the work takes ten times the time; a text without line breaks takes no longer than one with.

use vanban::graph::{Graph, GraphView as _};
use vanban::text::Source;

use crate::clock::{fastest, ratio, speed};
use crate::generator::Corpus;
use crate::material::SEED;
use crate::table::{Table, number};
use crate::{Options, material};

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    documents(table, options);
    one_line(table, if options.full { 100_000_000 } else { 1_000_000 });
}

/// Generated documents parsed, resolved and built to a graph.
fn built(count: usize) -> usize {
    let corpus = Corpus::new(SEED);
    let read = |n: usize| {
        let text = corpus.document(n).text;
        (vanban::parse(&Source::from_text(&text)), text)
    };
    let (mut documents, texts): (Vec<_>, Vec<_>) = (0..count).map(read).unzip();
    vanban::resolve::resolve(&mut documents);
    Graph::build(documents.into_iter().zip(texts)).documents().len()
}

/// Generated documents parsed, each let go at once.
fn parsed(count: usize) -> usize {
    (0..count).map(|n| material::parse(&Corpus::new(SEED).document(n).text)).sum()
}

fn documents(table: &mut Table, options: &Options) {
    let mut sizes = vec![1_000, 10_000];
    if options.full {
        sizes.push(100_000);
    }
    for (what, work) in [("parsed", parsed as fn(usize) -> usize), ("to a graph", built)] {
        let mut before = None;
        for &size in &sizes {
            let rounds = if size == 1_000 { 3 } else { 1 };
            let time = fastest(rounds, &mut [&mut || work(size)])[0];
            if let Some(before) = before {
                let name = format!("{} documents {what}, to {}", size, size / 10);
                table.at_most(&name, 10.5, ratio(time, before), " times the time", "");
            }
            before = Some(time);
        }
    }
}

/// The same words with line breaks and on one line.
fn one_line(table: &mut Table, size: usize) {
    let mut lines = String::with_capacity(size + 8_192);
    for n in 0.. {
        lines.push_str(&Corpus::new(SEED).document(n).text);
        if lines.len() >= size {
            break;
        }
    }
    let line = lines.replace('\n', " ");
    let rounds = if size > 10_000_000 { 1 } else { 3 };
    let mut with = || material::parse(&lines);
    let mut without = || material::parse(&line);
    let times = fastest(rounds, &mut [&mut with, &mut without]);
    let speeds = times.iter().map(|time| number(speed(lines.len(), *time))).collect::<Vec<_>>().join(" and ");
    let name = format!(
        "one line of {} MB, to the same with line breaks",
        number(speed(size, std::time::Duration::from_secs(1)))
    );
    table.at_most(&name, 1.3, ratio(times[1], times[0]), " times the time", &format!(" ({speeds} MB/s)"));
}
