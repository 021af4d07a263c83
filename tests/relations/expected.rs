//! What a plan must say of a case in which some facts are given, whatever else is known.

/// What a plan must say of a case in which these facts are given, whatever else is known.
pub struct Expected {
    pub given: &'static [(&'static str, &'static str)],
    pub done: &'static [&'static str],
    pub never: &'static [&'static str],
    pub avoided: &'static [&'static str],
}

/// No exception that would put something else before all.
pub const PLAIN: &[(&str, &str)] = &[
    ("hazard", "no"),
    ("self_harm", "no"),
    ("injury", "no"),
    ("fraud_suspected", "no"),
    ("legal_action", "no"),
    ("discrimination_alleged", "no"),
    ("staff_abuse", "civil"),
];

pub const EXPECTED: &[Expected] = &[
    Expected {
        given: &[],
        done: &["give_your_name", "regret"],
        never: &["argue", "accuse", "trade_for_silence"],
        avoided: &[],
    },
    Expected {
        given: &[("fault", "company"), ("finding", "open")],
        done: &["take_responsibility", "record_cause"],
        never: &["explain_the_decision", "help_without_blame", "small_surprise", "say_who_decides_on_money"],
        avoided: &[],
    },
    Expected {
        given: &[("fault", "partner"), ("finding", "upheld"), ("cause_known", "yes")],
        done: &["take_responsibility", "answer_for_partner", "explain_cause"],
        never: &["say_not_known_yet"],
        avoided: &["justify"],
    },
    Expected {
        given: &[("fault", "customer")],
        done: &["help_without_blame", "explain_the_decision"],
        never: &["take_responsibility", "explain_cause", "pay", "record_cause", "thank_regular"],
        avoided: &["argue"],
    },
    Expected {
        given: &[("fault", "nobody")],
        done: &["explain_the_decision"],
        never: &["take_responsibility", "pay"],
        avoided: &[],
    },
    Expected {
        given: &[("fault", "unclear"), ("finding", "open")],
        done: &["say_who_decides_on_money"],
        never: &["take_responsibility", "pay", "explain_the_decision", "close_not_upheld"],
        avoided: &[],
    },
    Expected {
        given: &[("cause_known", "no")],
        done: &["say_not_known_yet"],
        never: &["explain_cause"],
        avoided: &["guess_the_cause"],
    },
    Expected {
        given: &[("channel", "review")],
        done: &["answer_in_public", "move_to_private", "say_back"],
        never: &["acknowledge_now", "listen"],
        avoided: &["personal_in_public", "trade_for_silence", "ask_again"],
    },
    Expected {
        given: &[("channel", "email")],
        done: &["acknowledge_now"],
        never: &["answer_in_public", "listen"],
        avoided: &[],
    },
    Expected {
        given: &[("channel", "phone"), ("story_told", "no")],
        done: &["listen"],
        never: &["say_back"],
        avoided: &[],
    },
    Expected {
        given: &[("recurrence", "failed_recovery")],
        done: &["one_owner", "escalate", "apologise_again", "superior_apologises", "stop_the_repeat", "tell_director"],
        never: &["small_surprise", "give_unasked", "thank_regular"],
        avoided: &["small_surprise"],
    },
    Expected {
        given: &[("promised", "yes"), ("promise", "missed")],
        done: &["own_missed_promise", "one_owner", "escalate", "find_why_so_slow"],
        never: &["small_surprise", "bring_date_forward"],
        avoided: &[],
    },
    Expected {
        given: &[("anger", "furious")],
        done: &["let_it_out"],
        never: &[],
        avoided: &["pass_on", "argue", "vague_apology"],
    },
    Expected {
        given: &[("fix", "impossible"), ("finding", "open")],
        done: &["offer_alternatives", "name_next_date"],
        never: &["fix_now", "close_warmly"],
        avoided: &["cheerful_close"],
    },
    Expected {
        given: &[("fix", "impossible"), ("finding", "open"), ("what_happened", "not_delivered"), ("fault", "nobody")],
        done: &["give_back_price", "explain_the_decision"],
        never: &["pay", "do_again"],
        avoided: &[],
    },
    Expected {
        given: &[("fix", "possible"), ("finding", "upheld")],
        done: &["fix_now", "name_next_date"],
        never: &["close_warmly"],
        avoided: &["cheerful_close"],
    },
    Expected {
        given: &[("fix", "done"), ("accepted", "yes"), ("finding", "open")],
        done: &["close_warmly"],
        never: &["name_next_date", "fix_now", "test_together"],
        avoided: &[],
    },
    Expected {
        given: &[("fix", "done"), ("accepted", "no"), ("finding", "open")],
        done: &["escalate", "name_next_date"],
        never: &["close_warmly"],
        avoided: &["close_unaccepted", "cheerful_close"],
    },
    Expected {
        given: &[("finding", "not_upheld")],
        done: &["close_not_upheld", "explain_the_decision"],
        never: &["fix_now", "pay", "take_responsibility", "close_warmly", "name_next_date"],
        avoided: &[],
    },
    Expected {
        given: &[("finding", "out_of_scope"), ("fault", "partner")],
        done: &["close_out_of_scope"],
        never: &["fix_now", "pay", "take_responsibility", "answer_for_partner"],
        avoided: &[],
    },
    Expected {
        given: &[("finding", "partly_upheld"), ("adr", "yes")],
        done: &["close_partly", "name_adr"],
        never: &["close_warmly"],
        avoided: &[],
    },
    Expected {
        given: &[("talks_failed", "yes"), ("adr", "yes")],
        done: &["offer_mediator"],
        never: &["state_final_position"],
        avoided: &["adr_instead_of_remedy", "guess_the_grounds"],
    },
    Expected {
        given: &[("fault", "company"), ("finding", "open"), ("loss", "25")],
        done: &["repay_loss"],
        never: &[],
        avoided: &[],
    },
    Expected {
        given: &[("what_happened", "wrong_charge"), ("finding", "open")],
        done: &["correct_bill", "pause_reminders", "walk_through_bill"],
        never: &[],
        avoided: &[],
    },
    Expected {
        given: &[("what_happened", "data_exposed")],
        done: &["tell_privacy_officer", "secure_data"],
        never: &[],
        avoided: &["personal_in_public"],
    },
    Expected { given: &[("verification", "done")], done: &[], never: &["verify_once"], avoided: &["verify_again"] },
    Expected { given: &[("verification", "needed")], done: &["verify_once"], never: &[], avoided: &[] },
    Expected {
        given: &[("prefers_writing", "yes")],
        done: &["answer_in_writing"],
        never: &["offer_a_call"],
        avoided: &["offer_a_call"],
    },
    Expected { given: &[("language_shared", "no")], done: &["find_speaker"], never: &[], avoided: &[] },
    Expected {
        given: &[("asks_for", "improvement")],
        done: &["thank_for_report", "log_idea", "tell_what_became"],
        never: &["ask_wish"],
        avoided: &[],
    },
    Expected {
        given: &[("asks_for", "compensation"), ("fault", "company")],
        done: &[],
        never: &["give_unasked", "ask_wish"],
        avoided: &[],
    },
    Expected {
        given: &[("affected", "50"), ("fault", "company"), ("finding", "open")],
        done: &["tell_all_affected", "same_for_all"],
        never: &["thank_regular"],
        avoided: &["compare_with_others"],
    },
    Expected {
        given: &[("jurisdiction", "gb"), ("sector", "finance")],
        done: &["answer_by_law"],
        never: &[],
        avoided: &[],
    },
    Expected {
        given: &[("bot", "yes"), ("channel", "chat")],
        done: &["take_over_from_bot"],
        never: &[],
        avoided: &["pass_bot_for_person"],
    },
    Expected { given: &[("vulnerable", "yes")], done: &["slow_down"], never: &[], avoided: &[] },
];

/// Suspended sequences, each with what it allows and what must wait.
pub const SUSPENDED: &[Expected] = &[
    Expected {
        given: &[("hazard", "yes")],
        done: &["contain_hazard", "regret"],
        never: &["pay", "exchange", "small_surprise"],
        avoided: &["ask_for_details"],
    },
    Expected {
        given: &[("self_harm", "yes")],
        done: &["stay_with_them", "regret"],
        never: &["pay", "explain_cause", "walk_through_bill"],
        avoided: &["pass_on"],
    },
    Expected {
        given: &[("injury", "yes"), ("liability_cleared", "no")],
        done: &["care_for_injured", "keep_evidence", "tell_insurer", "clear_responsibility", "regret"],
        never: &["take_responsibility", "explain_cause", "pay", "repay_loss"],
        avoided: &["admit_liability"],
    },
    Expected {
        given: &[("legal_action", "yes"), ("liability_cleared", "no")],
        done: &["route_to_counsel", "keep_evidence", "regret"],
        never: &["take_responsibility", "pay"],
        avoided: &["offer_off_the_record"],
    },
    Expected {
        given: &[("fraud_suspected", "yes")],
        done: &["hold_quietly", "regret"],
        never: &["take_responsibility", "pay", "fix_now", "correct_bill", "give_back_price", "exchange"],
        avoided: &["accuse"],
    },
    Expected {
        given: &[("discrimination_alleged", "yes"), ("finding", "open")],
        done: &["name_investigator", "keep_evidence", "regret"],
        never: &["take_responsibility", "explain_cause"],
        avoided: &["deny_at_once", "argue"],
    },
    Expected {
        given: &[("staff_abuse", "abusive_after_warning")],
        done: &["end_contact", "look_after_staff", "regret"],
        never: &["warn_once", "listen", "let_it_out", "offer_a_call"],
        avoided: &[],
    },
    Expected {
        given: &[("staff_abuse", "abusive")],
        done: &["warn_once", "look_after_staff"],
        never: &["end_contact"],
        avoided: &[],
    },
];
