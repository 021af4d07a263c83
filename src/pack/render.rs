//! Diagnostics for the terminal, as compilers show them: the words underlined, the way out beneath.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity, SourceFile};
use crate::space::Extent;

/// How a report looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    Plain,
    Coloured,
}

/// One diagnostic with the lines it is about. Control characters in names, texts and messages are escaped, so that no
/// file can spoil a terminal.
pub fn render(diagnostic: &Diagnostic, files: &[SourceFile], style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let message = escaped(&diagnostic.message);
    let (label, help) = (escaped(&diagnostic.label), diagnostic.help.as_deref().map(escaped));
    let own = Excerpt::of(&diagnostic.file, &diagnostic.span, diagnostic.line, files);
    let related = diagnostic
        .related
        .iter()
        .map(|related| (Excerpt::of(&related.file, &related.span, related.line, files), escaped(&related.message)));
    let related: Vec<(Excerpt, String)> = related.collect();
    let annotation = AnnotationKind::Primary.span(own.span.clone());
    let annotation = if label.is_empty() { annotation } else { annotation.label(&label) };
    let mut group = Group::with_title(level.primary_title(&message).id(diagnostic.code));
    group = group.element(own.snippet(annotation));
    for (excerpt, message) in &related {
        group = group.element(excerpt.snippet(AnnotationKind::Context.span(excerpt.span.clone()).label(message)));
    }
    let notes = diagnostic.extent.iter().flat_map(notes).map(|note| escaped(&note)).collect::<Vec<_>>();
    for note in &notes {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    renderer.render(&[group])
}

/// What a finding is true of: its regions, and a case.
fn notes(extent: &Extent) -> Vec<String> {
    let mut notes: Vec<String> = extent.regions.largest.iter().map(|region| format!("where {region}")).collect();
    if extent.regions.further {
        notes.push("and elsewhere".to_owned());
    }
    notes.push(format!("as in the case {}", extent.case));
    notes
}

/// The lines of a file that something is about, and where in them it stands.
struct Excerpt {
    file: String,
    text: String,
    /// Of the first of the lines, from 1.
    line: usize,
    span: Range<usize>,
}

impl Excerpt {
    fn of(file: &str, span: &Range<usize>, line: u32, files: &[SourceFile]) -> Self {
        let text = files.iter().find(|other| other.name == file).map_or("", |file| file.text.as_str());
        let (start, end) = (span.start.min(text.len()), span.end.min(text.len()).max(span.start.min(text.len())));
        let from =
            text.get(..start).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline.saturating_add(1));
        let to = text
            .get(end..)
            .and_then(|behind| behind.find('\n'))
            .map_or(text.len(), |length| end.saturating_add(length));
        Excerpt {
            file: escaped(file),
            text: visible(text.get(from..to).unwrap_or("")),
            line: usize::try_from(line).unwrap_or(usize::MAX),
            span: start.saturating_sub(from)..end.saturating_sub(from),
        }
    }

    fn snippet<'a>(
        &'a self,
        annotation: annotate_snippets::Annotation<'a>,
    ) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        Snippet::source(&self.text).path(&self.file).line_start(self.line).annotation(annotation)
    }
}

/// Control characters as their escapes.
fn escaped(text: &str) -> String {
    let escape =
        |letter: char| if is_harmful(letter) { letter.escape_default().to_string() } else { letter.to_string() };
    text.chars().map(escape).collect()
}

/// The text of a file in which every harmful character is replaced by as many bytes, so that spans still fit.
fn visible(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\t' => letter.to_string(),
        '\r' => " ".to_owned(),
        _ if is_harmful(letter) => "?".repeat(letter.len_utf8()),
        _ => letter.to_string(),
    };
    text.chars().map(shown).collect()
}

/// Control characters, and those that turn the direction of what follows.
fn is_harmful(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
