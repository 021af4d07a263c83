//! Where a quoted cell of CSV begins and ends (RFC 4180): a quote opens a cell as its first letter and closes it as its last,
//! and two within it are one that is written. A quote elsewhere in a cell is a letter like others.

/// What is known of the quotes of a row, line after line.
#[derive(Debug)]
pub struct Quotes {
    separator: u8,
    place: Place,
    /// Bytes of the lines before, their ends too.
    before: usize,
    /// After which byte of the row the last quoted cell opens.
    opened: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Place {
    CellBegins,
    Plain,
    Quoted,
    /// A quote has been read that ends the cell unless another follows.
    Closing,
}

/// How a row stands at the end of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row {
    Complete,
    /// A quoted cell goes on in the next line.
    Open,
    /// A quoted cell goes on after its quote: either that one or an earlier one stands wrong.
    Torn,
}

impl Quotes {
    pub fn new(separator: u8) -> Self {
        Quotes { separator, place: Place::CellBegins, before: 0, opened: 0 }
    }

    /// Where in the row, lines parted by one byte, the last quoted cell begins.
    pub fn opened(&self) -> usize {
        self.opened
    }

    /// Reads a line without its end.
    pub fn line(&mut self, line: &[u8]) -> Row {
        for (at, byte) in line.strip_suffix(b"\r").unwrap_or(line).iter().enumerate() {
            let is_quote = *byte == b'"';
            if is_quote && self.place == Place::CellBegins {
                self.opened = self.before.saturating_add(at).saturating_add(1);
            }
            self.place = match self.place {
                Place::Plain | Place::CellBegins | Place::Closing if *byte == self.separator => Place::CellBegins,
                Place::CellBegins if is_quote => Place::Quoted,
                Place::Plain | Place::CellBegins => Place::Plain,
                Place::Quoted if is_quote => Place::Closing,
                Place::Closing if is_quote => Place::Quoted,
                Place::Quoted => Place::Quoted,
                Place::Closing => return Row::Torn,
            };
        }
        self.before = self.before.saturating_add(line.len()).saturating_add(1);
        if self.place == Place::Quoted { Row::Open } else { Row::Complete }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_complete_when_every_quoted_cell_is() {
        for (lines, expected) in [
            (&["a,b"][..], Row::Complete),
            (&["\"a, b\",c\r"], Row::Complete),
            (&["\"a \"\"b\"\"\",\"\""], Row::Complete),
            (&["5\" pipe,a \"word\""], Row::Complete),
            (&["a,\"b"], Row::Open),
            (&["a,\"b", "c"], Row::Open),
            (&["a,\"b", "c\",d"], Row::Complete),
            (&["a,\"b", "c\",\"d"], Row::Open),
            (&["a,\"b", "c,\"d, e\",f"], Row::Torn),
            (&["\"a\" b"], Row::Torn),
        ] {
            let mut quotes = Quotes::new(b',');
            let told = lines.iter().map(|line| quotes.line(line.as_bytes())).last();
            assert_eq!(told, Some(expected), "{lines:?}");
        }
    }

    #[test]
    fn the_last_quoted_cell_is_known_by_its_place_in_the_row() {
        let mut quotes = Quotes::new(b';');
        let lines = ["\"a\";\"b", "c\";d;\"e"];
        let told = lines.map(|line| quotes.line(line.as_bytes()));
        assert_eq!(told, [Row::Open, Row::Open]);
        assert_eq!(lines.join("\n").get(quotes.opened()..), Some("e"));
    }
}
