//! What README and the pages of docs/ show is what the program prints.

use std::process::Command;

/// A command of README with the output shown under it; a line `...` stands for any lines.
struct Shown {
    command: String,
    output: Vec<String>,
}

fn shown(readme: &str) -> Vec<Shown> {
    let mut all: Vec<Shown> = Vec::new();
    let mut console = false;
    for line in readme.lines() {
        match line.strip_prefix("```") {
            Some(language) => console = language == "console",
            None if console => match line.strip_prefix("$ ") {
                Some(command) => all.push(Shown { command: command.to_owned(), output: Vec::new() }),
                None => all.last_mut().into_iter().for_each(|last| last.output.push(line.to_owned())),
            },
            None => {}
        }
    }
    all
}

/// Whether the lines are the ones shown.
fn agree(printed: &[&str], shown: &[String]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((line, rest)) if line == "..." => (0..=printed.len()).any(|skip| agree(&printed[skip..], rest)),
        Some((line, rest)) => {
            printed.split_first().is_some_and(|(first, others)| first == line && agree(others, rest))
        }
    }
}

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    assert!(run_all("README.md") >= 3, "README shows commands with their output");
}

#[test]
fn the_transcript_of_questions_is_what_the_program_prints() {
    assert!(run_all("docs/questions.md") >= 25, "every question has its transcript");
}

/// Runs the commands of a page and compares; how many there were.
fn run_all(page: &str) -> usize {
    let root = env!("CARGO_MANIFEST_DIR");
    let page = std::fs::read_to_string(format!("{root}/{page}")).expect("the page is there");
    let all: Vec<Shown> = shown(&page).into_iter().filter(|shown| !shown.output.is_empty()).collect();
    let count = all.len();
    for Shown { command, output } in all {
        let program = format!("'{}'", env!("CARGO_BIN_EXE_vanban"));
        let line = command.replace("cargo run --release --", "vanban").replacen("vanban", &program, 1);
        let run = Command::new("sh")
            .args(["-c", &line])
            .current_dir(root)
            .env("NO_COLOR", "1")
            .env_remove("COLUMNS")
            .env_remove("VANBAN_LANG")
            .output()
            .expect("a shell is there");
        let printed = String::from_utf8(run.stdout).expect("stdout is UTF-8");
        let lines: Vec<&str> = printed.lines().collect();
        assert!(agree(&lines, &output), "$ {command}\n{printed}");
    }
    count
}
