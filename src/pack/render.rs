//! Diagnostics for the terminal, as compilers show them: the words underlined, the way out beneath.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Severity, SourceFile};

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
    };
    let message = escaped(&diagnostic.message);
    let shown: Vec<(String, String)> = std::iter::once(&diagnostic.file)
        .chain(diagnostic.related.iter().map(|related| &related.file))
        .map(|name| {
            (escaped(name), visible(files.iter().find(|file| file.name == *name).map_or("", |file| &file.text)))
        })
        .collect();
    let (label, help) = (escaped(&diagnostic.label), diagnostic.help.as_deref().map(escaped));
    let mut group = Group::with_title(level.primary_title(&message).id(diagnostic.code));
    if let Some((name, text)) = shown.first() {
        let annotation = AnnotationKind::Primary.span(within(&diagnostic.span, text));
        let annotation = if label.is_empty() { annotation } else { annotation.label(&label) };
        group = group.element(Snippet::source(text).path(name).line_start(1).annotation(annotation));
    }
    let related: Vec<String> = diagnostic.related.iter().map(|related| escaped(&related.message)).collect();
    for ((related, message), (name, text)) in diagnostic.related.iter().zip(&related).zip(shown.iter().skip(1)) {
        let annotation = AnnotationKind::Context.span(within(&related.span, text)).label(message);
        group = group.element(Snippet::source(text).path(name).line_start(1).annotation(annotation));
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

fn within(span: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    let end = span.end.min(text.len());
    span.start.min(end)..end
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
