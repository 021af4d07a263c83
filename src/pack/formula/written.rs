//! A formula as it is written, before its types are known.

use crate::pack::document::Text;

/// A formula, or a part of one.
#[derive(Debug, Clone)]
pub struct Expression<'a> {
    pub what: What<'a>,
    pub text: Text<'a>,
}

type Part<'a> = Box<Expression<'a>>;

#[derive(Debug, Clone)]
pub enum What<'a> {
    Number,
    Date,
    Name,
    Negate(Part<'a>),
    Add(Part<'a>, Part<'a>),
    Subtract(Part<'a>, Part<'a>),
    Multiply(Part<'a>, Part<'a>),
    Divide(Part<'a>, Part<'a>),
    Call(Function, Vec<Expression<'a>>),
    /// `24 h`, `notice_days business days`.
    Counted(Part<'a>, Unit),
    Between {
        from: Part<'a>,
        to: Part<'a>,
        business: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    Min,
    Max,
    Floor,
    Round,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    BusinessDays,
}
