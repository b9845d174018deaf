//! One thread, text in memory: the bare scan for type words, the naive rule, citations, whole documents.

use aho_corasick::{AhoCorasick, packed};
use vanban::text::Source;

use crate::clock::{Work, fastest, speed};
use crate::table::{Table, number};
use crate::{Options, material, naive};

/// Words that a citation can begin with, as they are printed.
pub const TYPE_WORDS: [&str; 40] = [
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Lệnh",
    "Nghị định",
    "Nghị quyết",
    "Thông tư",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Quy chế",
    "Quy định",
    "Hướng dẫn",
    "Thông báo",
    "Thông tri",
    "Chương trình",
    "Kế hoạch",
    "Phương án",
    "Đề án",
    "Dự án",
    "Báo cáo",
    "Biên bản",
    "Tờ trình",
    "Công văn",
    "Công điện",
    "Giấy mời",
    "Phiếu trình",
    "Văn bản",
    "nghị định",
    "nghị quyết",
    "thông tư",
    "quyết định",
    "chỉ thị",
    "kết luận",
    "kế hoạch",
    "công văn",
    "công điện",
    "báo cáo",
    "tờ trình",
];

/// How often each work is done.
const ROUNDS: usize = 5;

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    let dense = material::dense(if options.full { 4_000_000 } else { 1_000_000 });
    let source = Source::from_text(&dense);
    let lower = source.lower().to_owned();
    // The fastest scan there is: vector instructions where the machine has them, else an automaton.
    let packed = packed::Config::new().builder().extend(TYPE_WORDS).build();
    let automaton = AhoCorasick::new(TYPE_WORDS).expect("forty words make an automaton");
    let mut by_vectors = || packed.as_ref().map_or(0, |packed| packed.find_iter(&dense).count());
    let mut by_automaton = || automaton.find_iter(&dense).count();
    let mut cite = || vanban::syntax::citations(&source).len();
    // The rule is too slow to be asked as often over as much.
    let part = lower.floor_char_boundary(lower.len() / 4);
    let naive = fastest(2, &mut [&mut || naive::citations(&lower[..part])])[0];
    let texts = material::documents(if options.full { 2_000 } else { 400 });
    let mut whole = || texts.iter().map(|text| material::parse(text)).sum();
    let mut works: Vec<Work<'_>> = vec![&mut by_automaton, &mut cite, &mut whole];
    if packed.is_some() {
        works.push(&mut by_vectors);
    }
    let times = fastest(ROUNDS, &mut works);
    let scan = speed(dense.len(), times.iter().skip(3).fold(times[0], |a, b| a.min(*b)));
    let (naive, cited) = (speed(part, naive), speed(dense.len(), times[1]));
    let whole = speed(material::bytes(&texts), times[2]);
    table.told("bare scan for 40 type words, dense text", &format!("{} MB/s", number(scan)));
    table.told("naive rule at every letter, dense text", &format!("{} MB/s", number(naive)));
    table.told("citations, dense text", &format!("{} MB/s", number(cited)));
    table.at_least("citations to the naive rule", 25.0, cited / naive, " times", "");
    table.at_least("citations to the bare scan", 15.0, 100.0 * cited / scan, " %", "");
    table.told("whole documents", &format!("{} MB/s", number(whole)));
    table.at_least("whole documents to the bare scan", 2.5, 100.0 * whole / scan, " %", "");
}
