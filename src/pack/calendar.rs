//! Working days as their author writes them.

use crate::model::{Calendar, date};

use super::codes;
use super::diagnostic::Sink;
use super::document::{Text, Written};
use super::item::{self, Item};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub(super) fn read(item: &Item, sink: &mut Sink) -> Option<Calendar> {
    let working = item.require("working", "say which days are worked, as in `working = \"Mon-Fri\"`", sink);
    let texts = working.map(|node| item::texts(node, sink)).unwrap_or_default();
    let days: Vec<Option<u8>> =
        texts.iter().flat_map(|text| text.split(',')).map(|text| weekdays(text, sink)).collect();
    let working = days.iter().flatten().fold(0, |all, days| all | days);
    let holidays = item.get("holidays").map(|node| item::texts(node, sink)).unwrap_or_default();
    let mut holidays: Vec<i64> = holidays.into_iter().filter_map(|text| item::day_of_text(text, sink)).collect();
    holidays.sort_unstable();
    holidays.dedup();
    let covers = item.require("covers", "give the first and the last day that the holidays are known for", sink)?;
    let ends: Vec<i64> = match &covers.value {
        Written::List(nodes) => nodes.iter().filter_map(|node| item::day(node, sink)).collect(),
        _ => Vec::new(),
    };
    let &[first, last] = ends.as_slice() else {
        sink.error(codes::CALENDAR, covers.place, "expected two dates: the first and the last day that is covered")
            .help("write `covers = [\"2026-01-01\", \"2027-12-31\"]`");
        return None;
    };
    if first > last {
        sink.error(codes::CALENDAR, covers.place, "the last day is before the first").help("exchange the two dates");
    }
    if let Some(beyond) = holidays.iter().find(|day| **day < first || **day > last) {
        sink.warning(
            codes::CALENDAR,
            covers.place,
            format_args!("the holiday {} is not covered", date::print(*beyond)),
        )
        .help("widen `covers`, if all holidays of that time are listed");
    }
    (!days.is_empty() && days.iter().all(Option::is_some)).then_some(Calendar {
        working,
        holidays,
        covers: (first, last),
    })
}

/// `Mon-Fri`, `Sun`, or the days' whole names, as bits.
fn weekdays(text: Text<'_>, sink: &mut Sink) -> Option<u8> {
    let ends: Vec<Option<usize>> = text.split('-').into_iter().map(|day| weekday(day.text)).collect();
    let (first, last) = match ends[..] {
        [Some(day)] => (day, day),
        [Some(first), Some(last)] => (first, last),
        _ => {
            sink.error(codes::CALENDAR, text.place(), format_args!("`{}` is no day of the week", text.text))
                .help(format_args!("write `{}`, and a range as in `Mon-Fri`", DAYS.join("`, `")));
            return None;
        }
    };
    // `Sat-Wed` goes round the end of the week.
    let is_in = |day: usize| if first <= last { (first..=last).contains(&day) } else { day >= first || day <= last };
    Some(
        (0..DAYS.len())
            .filter(|day| is_in(*day))
            .fold(0, |bits, day| bits | 1_u8.checked_shl(u32::try_from(day).unwrap_or(0)).unwrap_or(0)),
    )
}

fn weekday(word: &str) -> Option<usize> {
    const WHOLE: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let word = word.to_ascii_lowercase();
    let whole = WHOLE.iter().position(|whole| *whole == word);
    whole.or_else(|| DAYS.iter().position(|day| day.to_ascii_lowercase() == word))
}
