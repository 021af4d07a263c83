//! The interview as somebody has it who sits at a terminal: lists, arrow keys, what is typed, going back.
//!
//! The command runs in a pseudo-terminal. Keys are pressed only once what they answer is on the screen, and each wait is
//! bounded, so a slow machine is waited for and a command that hangs is not.
#![cfg(feature = "command")]

#[cfg(not(target_os = "linux"))]
#[test]
#[ignore = "the command is driven in a pseudo-terminal on Linux only"]
fn answers_are_chosen_typed_ticked_and_taken_back() {}

#[cfg(target_os = "linux")]
#[expect(clippy::expect_used, clippy::panic, reason = "a test may stop where its own data is wrong")]
mod in_a_terminal {
    use std::path::{Path, PathBuf};
    use std::process::Command;
    use std::{env, fs, process};

    use rexpect::process::WaitStatus;
    use rexpect::session::{Options, PtySession, spawn_with_options};
    use serde_json::{Value, json};

    const DOWN: &str = "\x1b[B";
    const UP: &str = "\x1b[A";
    const ENTER: &str = "\r";
    const SPACE: &str = " ";
    const TAB: &str = "\t";
    const ESCAPE: &str = "\x1b";

    /// Stands in the last line of every prompt.
    const READY: &str = "Escape";

    /// No screen takes longer to change, however busy the machine.
    const PATIENCE_MS: u64 = 30_000;

    struct Terminal(PtySession);

    impl Terminal {
        /// An interview about the small pack. `None` on a machine without pseudo-terminals, which is said.
        fn open(more: &[&str]) -> Option<Terminal> {
            if !Path::new("/dev/ptmx").exists() {
                eprintln!("skipped: this machine has no pseudo-terminals (`/dev/ptmx`)");
                return None;
            }
            let mut command = Command::new(env!("CARGO_BIN_EXE_amends"));
            command.args(["ask", "tests/command/small", "--now", "2026-04-01"]).args(more);
            let options = Options::new().timeout_ms(Some(PATIENCE_MS)).strip_ansi_escape_codes(true);
            Some(Terminal(spawn_with_options(command, options).expect("a pseudo-terminal")))
        }

        /// Waits until the screen shows a text, after all that was waited for before.
        #[track_caller]
        fn shows(&mut self, text: &str) {
            if let Err(error) = self.0.exp_string(text) {
                panic!("`{text}` is not shown: {error}");
            }
        }

        /// Waits for a question, as its prompt names the fact.
        #[track_caller]
        fn asks(&mut self, title: &str) {
            self.shows(&format!("? {title}"));
            self.shows(READY);
        }

        /// Presses keys, and waits for what they bring to the screen.
        #[track_caller]
        fn press(&mut self, keys: &str, shown: &str) {
            self.0.send(keys).and_then(|_| self.0.flush()).expect("a terminal that takes keys");
            self.shows(shown);
        }

        /// Waits for the end, and gives the exit code.
        fn ends(mut self) -> i32 {
            self.0.exp_eof().expect("an end");
            match self.0.process().wait() {
                Ok(WaitStatus::Exited(_, code)) => code,
                other => panic!("no exit: {other:?}"),
            }
        }
    }

    /// A file for a case that no other test writes.
    fn file(name: &str) -> PathBuf {
        env::temp_dir().join(format!("amends-interview-{name}-{}.json", process::id()))
    }

    fn saved(path: &Path) -> Value {
        let text = fs::read_to_string(path).expect("a saved case");
        fs::remove_file(path).expect("a file of this test's own");
        serde_json::from_str(&text).expect("a case is JSON")
    }

    #[test]
    fn answers_are_chosen_typed_ticked_and_taken_back() {
        let case = file("all");
        let Some(mut terminal) = Terminal::open(&["--save", case.to_str().expect("a path that is text")]) else {
            return;
        };
        terminal.asks("Channel");
        terminal.press(DOWN, "> Phone");
        terminal.press(UP, "> Email");
        terminal.press(DOWN, "> Phone");
        terminal.press(ENTER, "> Channel Phone");
        terminal.shows("no longer: Offer a phone call");

        // Among suggestions too the arrow keys choose.
        terminal.asks("Price");
        terminal.press(DOWN, "> don't know");
        terminal.press(TAB, "? Price don't know");
        terminal.press(ENTER, "> Price don't know");
        terminal.shows("changes nothing by itself");

        // What is typed narrows a list down.
        terminal.asks("all that hold");
        terminal.press("back", "> [ ] go back");
        terminal.press(SPACE, "> [x] go back");
        terminal.press(ENTER, "2. What did it cost?");

        terminal.asks("Price");
        terminal.press("plenty\r", "error: ");
        terminal.shows(READY);
        terminal.press(&"\x7f".repeat("plenty".len()), "? Price");
        terminal.press("49.90\r", "> Price 49.90");

        terminal.asks("all that hold");
        terminal.press(SPACE, "> [x] Late");
        terminal.press(ENTER, "> all that hold Late");
        terminal.asks("Waited");
        terminal.press("1 h\r", "> Waited 1 h");

        terminal.shows("Settled after 4 answers: no other answer can change the plan.");
        terminal.shows("The case is kept in ");
        assert_eq!(terminal.ends(), 0);
        let expected = json!({
            "channel": "phone", "price": "49.90", "failure": ["late"], "waited": "PT1H", "now": "2026-04-01"
        });
        assert_eq!(saved(&case), expected);
    }

    #[test]
    fn what_each_answer_would_change_is_told_before_one_is_given() {
        let Some(mut terminal) = Terminal::open(&[]) else { return };
        terminal.asks("Channel");
        terminal.press("would", "> what would each answer change?");
        terminal.press(ENTER, "> Channel what would each answer change?");
        terminal.shows("no longer: Offer a phone call");
        terminal.shows("settled: Apologise");
        terminal.asks("Channel");
        terminal.press(ENTER, "> Channel Email");
        terminal.asks("Anger");
        terminal.press("stop", "> stop here");
        terminal.press(ENTER, "Stopped after 1 answer; this is the plan so far.");
        assert_eq!(terminal.ends(), 0);
    }

    #[test]
    fn what_nobody_knows_is_not_asked_again_and_escape_stops() {
        let case = file("unknown");
        let Some(mut terminal) = Terminal::open(&["--save", case.to_str().expect("a path that is text")]) else {
            return;
        };
        terminal.asks("Channel");
        terminal.press("know", "> don't know");
        terminal.press(ENTER, "> Channel don't know");
        terminal.shows("2. ");
        terminal.shows(READY);
        terminal.press(ESCAPE, "Stopped after 1 answer; this is the plan so far.");
        assert_eq!(terminal.ends(), 0);
        assert_eq!(saved(&case), json!({ "declined": ["channel"], "now": "2026-04-01" }));
    }
}
