//! Which days are worked.

/// Working days. Nothing is computed beyond what it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Bit `d` is set when weekday `d` is worked; Monday is bit 0.
    pub working: u8,
    /// In days since 1970-01-01, ascending, without repeats.
    pub holidays: Vec<i64>,
    /// The first and last day that the holidays are known for, inclusive.
    pub covers: (i64, i64),
}

impl Calendar {
    /// Whether holidays are known for `day`, counted from 1970-01-01.
    pub fn covers(&self, day: i64) -> bool {
        (self.covers.0..=self.covers.1).contains(&day)
    }

    /// Whether `day`, counted from 1970-01-01, is worked. 1970-01-01 was a Thursday.
    pub fn is_business_day(&self, day: i64) -> bool {
        let weekday = day.saturating_add(3).rem_euclid(7);
        (self.working >> weekday) & 1 == 1 && self.holidays.binary_search(&day).is_err()
    }
}
