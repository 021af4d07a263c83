//! Currencies, and the decimals of their minor units.

use crate::model::Currency;
use crate::pack::codes;
use crate::pack::diagnostic::Sink;
use crate::pack::document::Text;

/// ISO 4217 currencies whose minor unit is not the hundredth.
const OTHER_DECIMALS: [(&str, u8); 25] = [
    ("BIF", 0),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("ISK", 0),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("PYG", 0),
    ("RWF", 0),
    ("UGX", 0),
    ("UYI", 0),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
    ("BHD", 3),
    ("IQD", 3),
    ("JOD", 3),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("TND", 3),
    ("CLF", 4),
];

/// A currency by its ISO 4217 code.
pub fn currency(text: Text<'_>, sink: &mut Sink) -> Option<Currency> {
    let text = text.trim();
    if text.text.len() != 3 || !text.text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        sink.error(codes::BAD_VALUE, text.place(), format_args!("`{}` is no currency", text.text))
            .help("write its three letters by ISO 4217, such as `EUR`");
        return None;
    }
    let other = OTHER_DECIMALS.iter().find(|(code, _)| *code == text.text);
    Some(Currency { code: text.text.to_owned(), decimals: other.map_or(2, |(_, decimals)| *decimals) })
}
