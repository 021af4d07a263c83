//! What of a pack stands in a program, and in which order. Whoever changes a line here changes what bytes mean, and
//! raises [`super::VERSION`]. The compiler tells of any field or variant that is missing.

use crate::model::{
    Action, ActionId, Argument, Bound, Calendar, Cell, Choice, Clause, Compensation, Condition, Currency, DateUnit,
    Definition, Demand, Derived, DerivedId, End, Entry, Evidence, EvidenceId, Fact, FactId, Formula, From, Grounds,
    Hit, Justice, Name, Pack, Parameter, ParameterId, Place, Role, RoleId, Rounding, Row, Rule, Say, Setting,
    SettingId, Step, StepId, Table, TableId, Test, Type, Value, ValueDefinition, When, Wins,
};

use crate::text;

use super::encoding::{Encoded, Writer, fields, variants, wrappers};
use super::reading::Reader;

fields! {
    Pack {
        id, version, title, language, currency, calendar, steps, roles, settings, parameters, facts, order, derived,
        tables, actions, rules, compensation, evidence;
        without guarantees, cues
    }

    Currency { code, decimals }
    Calendar { working, holidays, covers }
    Step { id, title }
    Role { id, title, may_give }
    Setting { id, title, kind, value, grounds }
    Parameter { id, title, kind, wins }
    Fact { id, title, kind, ask, from, applies, optional, default, sensitive, usual, grounds }
    Derived { id, title, kind, optional, definition }
    Condition { when, unless, grounds }
    ValueDefinition { formula, at_most, at_least, round, grounds }
    Table { id, title, hit, when, dated_by, inputs, outputs, rows, grounds }
    Row { id, when, unless, otherwise, entries, grounds }
    Action { id, title, step, justice, must, kind, say, grounds }
    Say { variants, args }
    Rule { id, when, unless, recommend, avoid, with, demands, skip, grounds }
    Compensation { amount, form, legal_minimum, at_most }
    Evidence { id; without claim, source, tier, remark, ideas }
    Grounds { because, evidence, valid_from, valid_until; without review_by, approved_by, ideas }
    Cell { of, tests, text }
    Bound { end, inclusive }
}

variants! {
    Type {
        0 YesNo,
        1 Choice(choices),
        2 Several(choices),
        3 Level(choices),
        4 Number { decimals, unit, min, max },
        5 Duration { min, max },
        6 Money { decimals, min, max },
        7 Date { min, max },
        8 Text,
        9 Role,
    }
    Value {
        0 None,
        1 Scalar(scalar),
        2 Set(set),
        3 Text(text),
    }
    Name {
        0 Fact(fact),
        1 Derived(derived),
        2 Now,
    }
    Test {
        0 Any,
        1 Is(end),
        2 Range { low, high },
        3 Not(tests),
        4 None,
        5 Unknown,
    }
    End {
        0 Constant(scalar),
        1 Setting(setting),
        2 Name(name),
    }
    Definition {
        0 Condition(condition),
        1 Output { table, column },
        2 Value(value),
    }
    Entry {
        0 Value(value),
        1 Undecided,
        2 Formula(formula),
    }
    Formula {
        0 Constant { digits, decimals },
        1 Name(name),
        2 Setting(setting),
        3 Add(a, b),
        4 Subtract(a, b),
        5 Multiply(a, b),
        6 Divide(a, b),
        7 Negate(of),
        8 Min(parts),
        9 Max(parts),
        10 Floor(of),
        11 Round { of, step, mode },
        12 DateShift { date, count, unit },
        13 DaysBetween { from, to, business },
        14 DateDifference(a, b),
    }
    Rounding {
        0 HalfUp,
        1 HalfDown,
        2 HalfEven,
        3 Up,
        4 Down,
        5 Ceiling,
        6 Floor,
    }
    DateUnit {
        0 Days,
        1 Weeks,
        2 Months,
        3 BusinessDays,
    }
    Hit {
        0 Unique,
        1 Any,
        2 Priority,
        3 First,
        4 RuleOrder,
        5 OutputOrder,
        6 Collect,
        7 CollectSum,
        8 CollectMin,
        9 CollectMax,
        10 CollectCount,
    }
    Argument {
        0 Name(name),
        1 Setting(setting),
        2 Parameter(parameter),
    }
    Place {
        0 Action(action),
        1 Step(step),
    }
    Demand {
        0 Before(first, second),
        1 First(first),
    }
    From {
        0 Ticket,
        1 Agent,
        2 Customer,
    }
    Justice {
        0 Distributive,
        1 Procedural,
        2 Interactional,
    }
    Wins {
        0 Least,
        1 Greatest,
        2 Conflict,
    }
}

wrappers! { FactId SettingId DerivedId TableId ActionId StepId RoleId ParameterId EvidenceId When Clause }

/// Most values of facts are titled as their id reads, and such a title is not written a second time.
impl Encoded for Choice {
    fn write(&self, writer: &mut Writer) {
        let Choice { id, title } = self;
        id.write(writer);
        let own = Some(title).filter(|title| **title != text::words_of(id));
        own.cloned().write(writer);
    }

    #[inline(never)]
    fn read(reader: &mut Reader) -> Self {
        let (id, own) = (String::read(reader), Option::read(reader));
        Choice { title: own.unwrap_or_else(|| text::words_of(&id)), id }
    }
}
