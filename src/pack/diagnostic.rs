//! What is wrong with a pack, in a rule author's terms.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::ops::Range;

use serde::Serialize;

use super::codes;
use super::place::Place;
use crate::space::Extent;

/// One finding about a pack.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Diagnostic {
    /// Stable; its page is `docs/diagnostics/<code>.md`.
    pub code: &'static str,
    pub severity: Severity,
    /// The file's path in the pack; files of an extended pack stand behind that pack's id and a slash.
    pub file: String,
    /// Bytes of the file; empty where the whole file is meant.
    #[cfg_attr(feature = "javascript", tsify(type = "{ start: number; end: number }"))]
    pub span: Range<usize>,
    /// From 1.
    pub line: u32,
    /// In characters, from 1.
    pub column: u32,
    pub message: String,
    /// What stands at the span; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub label: String,
    /// How to mend it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub related: Vec<Related>,
    /// Of what cases it is true, where it is about some of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "javascript", tsify(optional))]
    pub extent: Option<Extent>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The pack works; its author should look.
    Warning,
    /// The pack works as it should, and could say the same with less.
    Note,
}

/// Another place that explains a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "javascript", derive(tsify::Tsify))]
pub struct Related {
    pub file: String,
    #[cfg_attr(feature = "javascript", tsify(type = "{ start: number; end: number }"))]
    pub span: Range<usize>,
    pub line: u32,
    pub column: u32,
    pub message: String,
}

/// A file as it was read: its name as diagnostics give it, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
}

/// Findings on the way: places are known, lines are counted at the end.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    drafts: Vec<Draft>,
    has_errors: bool,
    /// The first finding that says that something could not be read: what seems to be missing may stand there.
    incomplete: Option<usize>,
    /// What an overlay has taken out, by id, with the place that says so.
    disabled: BTreeMap<String, Place>,
}

/// How many findings are kept, so that a hopeless file cannot fill the memory.
const MOST_KEPT: usize = 20_000;
/// How many findings are shown: nobody reads more in one run.
const MOST_SHOWN: usize = 1_000;

/// A finding whose line is not counted yet.
#[derive(Debug)]
pub(crate) struct Draft {
    code: &'static str,
    severity: Severity,
    place: Place,
    message: String,
    label: String,
    help: Option<String>,
    related: Vec<(Place, String)>,
    extent: Option<Extent>,
}

impl Sink {
    pub fn error(&mut self, code: &'static str, place: Place, message: impl Display) -> &mut Draft {
        self.push(code, Severity::Error, place, &message)
    }

    pub fn warning(&mut self, code: &'static str, place: Place, message: impl Display) -> &mut Draft {
        self.push(code, Severity::Warning, place, &message)
    }

    /// Whether more findings would not be shown.
    pub fn is_full(&self) -> bool {
        self.drafts.len() >= MOST_SHOWN
    }

    /// Notes, behind an error that says so, that something could not be read.
    pub fn is_incomplete(&mut self) {
        self.incomplete = self.incomplete.or(self.drafts.len().checked_sub(1));
    }

    /// Notes what an overlay takes out.
    pub fn disable(&mut self, id: &str, place: Place) {
        self.disabled.insert(id.to_owned(), place);
    }

    /// Where an id was taken out.
    pub fn disabled(&self, id: &str) -> Option<Place> {
        self.disabled.get(id).copied()
    }

    pub fn has_errors(&self) -> bool {
        self.has_errors
    }

    pub fn push(&mut self, code: &'static str, severity: Severity, place: Place, message: &dyn Display) -> &mut Draft {
        let message = message.to_string();
        let draft = Draft {
            code,
            severity,
            place,
            message,
            label: String::new(),
            help: None,
            related: Vec::new(),
            extent: None,
        };
        self.has_errors |= severity == Severity::Error;
        self.drafts.truncate(MOST_KEPT);
        let at = self.drafts.len();
        self.drafts.push(draft);
        #[expect(clippy::indexing_slicing, reason = "the draft was pushed at this very position")]
        &mut self.drafts[at]
    }

    /// The findings in the order of their files and places, each once.
    pub fn finish(mut self, files: &[SourceFile]) -> Vec<Diagnostic> {
        self.forget_consequences();
        if self.drafts.len() > MOST_SHOWN {
            // Errors decide whether the pack can be used, so they are not cut off by warnings.
            self.drafts.sort_by_key(|draft| draft.severity);
            self.drafts.truncate(MOST_SHOWN);
        }
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        self.drafts.sort_by_key(|draft| (draft.place.file, draft.place.start, draft.place.end));
        for draft in self.drafts {
            let (file, span, line, column) = locate(draft.place, files);
            let related = draft.related.into_iter().map(|(place, message)| {
                let (file, span, line, column) = locate(place, files);
                Related { file, span, line, column, message }
            });
            let diagnostic = Diagnostic {
                code: draft.code,
                severity: draft.severity,
                file,
                span,
                line,
                column,
                message: draft.message,
                label: draft.label,
                help: draft.help,
                related: related.collect(),
                extent: draft.extent,
            };
            if !diagnostics.iter().rev().take(16).any(|earlier| *earlier == diagnostic) {
                diagnostics.push(diagnostic);
            }
        }
        diagnostics
    }

    /// Takes out what only follows from something that could not be read.
    fn forget_consequences(&mut self) {
        if let Some(first) = self.incomplete {
            let before = self.drafts.len();
            let is_told = |draft: &Draft| !codes::OF_ABSENCE.contains(&draft.code);
            // It is none of those that are taken out, and so are all before it.
            let first = self.drafts.iter().take(first).filter(|draft| is_told(draft)).count();
            self.drafts.retain(is_told);
            let held = before.saturating_sub(self.drafts.len());
            if let Some(draft) = self.drafts.get_mut(first).filter(|_| held > 0) {
                draft.hold_back(held);
            }
        }
        let malformed = self.drafts.iter().filter(|draft| draft.code == codes::TOML);
        let malformed: BTreeSet<(u16, usize)> = malformed.map(|draft| (draft.place.file, draft.place.start)).collect();
        let is_read_again =
            |draft: &Draft| draft.code != codes::TOML && malformed.contains(&(draft.place.file, draft.place.start));
        self.drafts.retain(|draft| !is_read_again(draft));
    }
}

impl Draft {
    pub fn label(&mut self, label: impl Display) -> &mut Self {
        self.label = label.to_string();
        self
    }

    pub fn help(&mut self, help: impl Display) -> &mut Self {
        self.help = Some(help.to_string());
        self
    }

    /// Says how many findings wait until this one is mended.
    fn hold_back(&mut self, held: usize) {
        let messages = if held == 1 { "1 message waits".to_owned() } else { format!("{held} messages wait") };
        let help = self.help.take().map_or_else(String::new, |help| format!("{help}; "));
        self.help = Some(format!("{help}what seems to be missing elsewhere is not told before that ({messages})"));
    }

    /// Puts a likelier way out before the one that is given.
    pub fn help_first(&mut self, help: impl Display) -> &mut Self {
        let other = self.help.take().map_or_else(String::new, |other| format!("; else {other}"));
        self.help(format_args!("{help}{other}"))
    }

    pub fn extent(&mut self, extent: Extent) -> &mut Self {
        self.extent = Some(extent);
        self
    }

    pub fn related(&mut self, place: Place, message: impl Display) -> &mut Self {
        self.related.push((place, message.to_string()));
        self
    }
}

fn locate(place: Place, files: &[SourceFile]) -> (String, Range<usize>, u32, u32) {
    let Some(file) = files.get(usize::from(place.file)) else { return (String::new(), 0..0, 1, 1) };
    let before = file.text.get(..place.start).unwrap_or("");
    let line = before.bytes().filter(|byte| *byte == b'\n').count();
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let from_one = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
    (file.name.clone(), place.start..place.end, from_one(line), from_one(column))
}
