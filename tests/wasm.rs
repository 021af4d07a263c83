//! The JavaScript face, from the side of JavaScript: in Node, in a browser and in a worker.
#![cfg(all(target_arch = "wasm32", feature = "web", feature = "web-author", feature = "web-proofs"))]
#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may stop where its own data is wrong"
)]

use amends::wasm::{Program, author::read_pack, proofs::Proofs};
use js_sys::{Array, Error, Function, JSON, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// What a JavaScript expression gives.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return {expression}")).call0(&JsValue::UNDEFINED).expect("an expression")
}

fn get(of: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(of.clone(), |of, key| Reflect::get(&of, &JsValue::from_str(key)).expect("an object"))
}

fn text(of: &JsValue, path: &str) -> String {
    get(of, path).as_string().unwrap_or_else(|| format!("{:?}", get(of, path)))
}

fn json(of: &JsValue) -> String {
    JSON::stringify(of).expect("JSON").into()
}

/// The pack that the transcripts of the command use, read in the browser.
fn files() -> JsValue {
    let files = Object::new();
    for (path, content) in [
        ("pack.toml", include_str!("command/small/pack.toml")),
        ("facts.toml", include_str!("command/small/facts.toml")),
        ("steps/apologise.toml", include_str!("command/small/steps/apologise.toml")),
        ("steps/fix.toml", include_str!("command/small/steps/fix.toml")),
        ("steps/compensate.toml", include_str!("command/small/steps/compensate.toml")),
        ("tables/goodwill.toml", include_str!("command/small/tables/goodwill.toml")),
        ("phrases/en.ftl", include_str!("command/small/phrases/en.ftl")),
    ] {
        Reflect::set(&files, &JsValue::from_str(path), &JsValue::from_str(content)).expect("a fresh object");
    }
    files.into()
}

fn bytes() -> Uint8Array {
    let read = read_pack(&files(), &JsValue::UNDEFINED).expect("a pack");
    get(&read, "program").dyn_into().unwrap_or_else(|_| panic!("{}", json(&read)))
}

fn program() -> Program {
    program_of(&bytes())
}

fn program_of(bytes: &JsValue) -> Program {
    Program::new(bytes).expect("a program")
}

/// What was thrown: always an `Error` by the name of `AmendsError` with a message.
fn thrown<T>(outcome: Result<T, JsValue>) -> JsValue {
    let Err(error) = outcome else { panic!("nothing was thrown") };
    assert!(error.is_instance_of::<Error>());
    assert_eq!(text(&error, "name"), "AmendsError");
    assert!(!text(&error, "message").is_empty());
    error
}

#[wasm_bindgen_test]
fn a_plan_is_a_plain_object() {
    let case = js("({ channel: 'email', anger: 'angry', failure: ['late', 'rude'], waited: '1 h', price: 49.9 })");
    let plan = program().recommend(&case).expect("a plan");
    assert_eq!(text(&plan, "pack.id"), "small");
    assert_eq!(text(&plan, "settled"), "yes");
    assert_eq!(text(&plan, "compensation.amount"), "24.95");
    assert_eq!(text(&plan, "compensation.approval"), "lead");
    let again: JsValue = JSON::parse(&json(&plan)).expect("JSON");
    assert_eq!(json(&again), json(&plan));
}

#[wasm_bindgen_test]
fn a_case_may_say_everything_in_every_way() {
    let decide = |case: &str, name: &str| json(&get(&program().decide(&js(case), name).expect("an answer"), "value"));
    assert_eq!(decide("({ waited: 'PT31M' })", "waited_long"), "true");
    assert_eq!(decide("({ waited: null, price: undefined })", "waited_long"), r#"{"values":[false,true]}"#);
    assert_eq!(decide("({ waited: '1 h', failure: [], price: 0.1 })", "goodwill"), r#""0.01""#);
    assert_eq!(decide("({ waited: '1 h', failure: [], price: '1e2' })", "goodwill"), r#""10.00""#);
    assert_eq!(
        decide("Object.assign(Object.create(null), { price: 100, failure: [], waited: '1 h' })", "goodwill"),
        r#""10.00""#
    );
}

#[wasm_bindgen_test]
fn what_is_wrong_with_a_case_is_thrown_with_its_fact() {
    for (case, code, fact) in [
        ("({ angre: 'calm' })", "unknown-name", "angre"),
        ("({ goodwill: 5 })", "derived-name", "goodwill"),
        ("({ anger: 'angyr' })", "not-declared", "anger"),
        ("({ anger: 3 })", "wrong-type", "anger"),
        ("({ waited: 90 })", "wrong-type", "waited"),
        ("({ price: 1e300 })", "out-of-bounds", "price"),
        ("({ price: NaN })", "wrong-type", "price"),
        ("({ price: 10n })", "wrong-type", "price"),
        ("({ price: 0.001 })", "too-fine", "price"),
        ("({ failure: 'late' })", "wrong-type", "failure"),
        ("({ customer_name: 'x'.repeat(5e6) })", "wrong-type", "customer_name"),
    ] {
        let error = thrown(program().recommend(&js(case)));
        assert_eq!((text(&error, "code"), text(&error, "fact")), (code.to_owned(), fact.to_owned()), "{case}");
    }
    let error = thrown(program().recommend(&js("({ anger: 'angyr', waited: 90 })")));
    assert_eq!(text(&error, "help"), "did you mean `angry`?");
    assert_eq!(Array::from(&get(&error, "errors")).length(), 2);
}

#[wasm_bindgen_test]
fn no_object_is_hostile_enough_to_break_a_program() {
    let program = program();
    for case in [
        "undefined",
        "null",
        "5",
        "'text'",
        "[]",
        "Symbol()",
        "(() => 1)",
        "({ get price() { throw new Error('no') } })",
        "({ price: new Proxy({}, { get() { throw 1 } }) })",
        "new Proxy({}, { ownKeys() { throw 1 } })",
        "(() => { const gone = Proxy.revocable({}, {}); gone.revoke(); return gone.proxy })()",
        "(() => { const gone = Proxy.revocable([], {}); gone.revoke(); return { failure: gone.proxy } })()",
        "(() => { const round = { price: {} }; round.price.price = round; return round })()",
        "(() => { const round = []; round.push(round); return { failure: round } })()",
        "({ failure: new Array(1e9) })",
        "({ failure: Object.defineProperty(['late'], 0, { get() { throw 1 } }) })",
        "({ failure: [Symbol()], price: Symbol() })",
        "({ ['x'.repeat(5e6)]: 1 })",
        "({ constructor: 1, __proto__x: 2, toString: 3 })",
    ] {
        thrown(program.recommend(&js(case)));
    }
    assert!(program.recommend(&js("({})")).is_ok(), "and it still works");
}

#[wasm_bindgen_test]
fn what_is_no_program_is_thrown_with_its_place() {
    let good = bytes().to_vec();
    let code = |bytes: &[u8]| {
        let error = thrown(Program::new(&Uint8Array::from(bytes)));
        (text(&error, "code"), get(&error, "position").as_f64())
    };
    assert_eq!(code(&good[..20]), ("truncated".to_owned(), Some(20.0)));
    assert_eq!(code(b"not a program, really"), ("not-a-program".to_owned(), Some(0.0)));
    let mut damaged = good.clone();
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(code(&damaged).0, "damaged");
    for other in
        ["undefined", "null", "'AMENDS'", "[1, 2]", "new ArrayBuffer(8)", "new Uint16Array(8)", "({ length: 8 })"]
    {
        assert_eq!(text(&thrown(Program::new(&js(other))), "code"), "wrong-type", "{other}");
    }
    let huge = js("new Uint8Array(64 * 1024 * 1024)");
    assert_eq!(text(&thrown(Program::new(&huge)), "code"), "too-long");
}

#[wasm_bindgen_test]
fn a_form_finds_all_that_it_needs() {
    let info = program().info().expect("an object");
    let facts = Array::from(&get(&info, "facts"));
    assert_eq!(json(&get(&facts.get(1), "values.2")), r#"{"id":"angry","title":"Angry"}"#);
    assert_eq!(text(&facts.get(1), "type"), "level");
    assert_eq!(text(&info, "currency"), "EUR");
    assert_eq!(text(&info, "pack.hash").len(), 32);
}

#[wasm_bindgen_test]
fn every_element_has_its_why_and_unknown_ones_their_neighbour() {
    let program = program();
    let case = js("({ channel: 'email', anger: 'angry' })");
    let why = program.explain(&case, "offer_a_call").expect("a reason");
    assert_eq!(text(&why, "rules.0.rule"), "writing_hides_anger");
    assert_eq!(text(&why, "rules.0.cells.1.value"), "angry");
    let error = thrown(program.explain(&case, "offer_a_cal"));
    assert_eq!(
        (text(&error, "code"), text(&error, "help")),
        ("unknown-name".to_owned(), "did you mean `offer_a_call`?".to_owned())
    );
    assert_eq!(text(&thrown(program.decide(&case, "goodwil")), "code"), "unknown-name");
}

#[wasm_bindgen_test]
fn one_call_gives_the_why_of_every_action_of_the_plan() {
    let program = program();
    for case in ["({})", "({ channel: 'email', anger: 'angry' })", "({ channel: 'email', anger: 'calm' })"] {
        let case = js(case);
        let whys = program.explain_all(&case).expect("an object");
        let mut planned = Vec::new();
        for step in Array::from(&get(&program.recommend(&case).expect("a plan"), "steps")) {
            planned.extend(Array::from(&get(&step, "actions")).iter().map(|action| text(&action, "id")));
        }
        for action in &planned {
            let why = program.explain(&case, action).expect("a reason");
            assert_eq!(json(&get(&whys, action)), json(&why), "{action}");
        }
        assert!(!planned.is_empty());
        assert_eq!(Object::keys(&whys.into()).length() as usize, planned.len());
    }
    assert_eq!(text(&thrown(program.explain_all(&js("({ no_such_fact: 1 })"))), "code"), "unknown-name");
}

#[wasm_bindgen_test]
fn rule_files_with_mistakes_give_findings_and_no_program() {
    let files = files();
    let wrong = "[[fact]]\nid = \"anger\"\ntype = \"levle\"\n";
    Reflect::set(&files, &JsValue::from_str("facts.toml"), &Uint8Array::from(wrong.as_bytes())).expect("an object");
    let read = read_pack(&files, &JsValue::UNDEFINED).expect("a reading");
    assert!(get(&read, "program").is_undefined());
    assert_eq!(text(&read, "diagnostics.0.file"), "facts.toml");
    for other in ["undefined", "5", "({ 'pack.toml': 5 })", "({ get 'pack.toml'() { throw 1 } })"] {
        thrown(read_pack(&js(other), &JsValue::UNDEFINED));
    }
}

#[wasm_bindgen_test]
fn guarantees_are_proved_or_broken_by_a_case() {
    let files = files();
    let promises = "
        [[guarantee]]
        id = \"never_both\"
        never = [\"pay\"]
        when = { channel = \"email\", anger = \"calm\" }
        because = \"Money calms nobody who is calm.\"
        evidence = [\"like_for_like\"]

        [[guarantee]]
        id = \"within_the_price\"
        value = \"goodwill <= price\"
        because = \"Nobody is paid more than the thing cost.\"
        evidence = [\"like_for_like\"]";
    Reflect::set(&files, &"guarantees.toml".into(), &promises.into()).expect("a fresh object");
    let read = read_pack(&files, &JsValue::UNDEFINED).expect("a pack");
    let program: JsValue = get(&read, "program");
    let guarantees: Uint8Array = get(&read, "guarantees").dyn_into().unwrap_or_else(|_| panic!("{}", json(&read)));
    let proofs = Proofs::new(&program, Some(guarantees.clone())).expect("a program");
    let found = proofs.guarantees(Some("2026-04-01".to_owned())).expect("verdicts");
    let told = |at: u32, what: &str| text(&Array::from(&found).get(at), what);
    assert_eq!(told(0, "verdict"), "broken");
    let case = Array::from(&get(&Array::from(&found).get(0), "cases")).get(0);
    assert_eq!(text(&case, "anger"), "calm");
    assert!(json(&program_of(&program).recommend(&case).expect("a plan")).contains("\"pay\""));
    assert_eq!((told(1, "id"), told(1, "verdict")), ("within_the_price".to_owned(), "proved".to_owned()));

    for wrong in [guarantees.slice(0, 40), guarantees.slice(1, guarantees.length())] {
        assert_eq!(text(&thrown(Proofs::new(&program, Some(wrong))), "code"), "damaged");
    }
    assert_eq!(text(&thrown(proofs.guarantees(Some("tomorrow".to_owned()))), "code"), "wrong-value");
}

/// The small pack, with one of its files replaced.
fn proofs_with(path: &str, content: &str) -> Proofs {
    let files = files();
    Reflect::set(&files, &JsValue::from_str(path), &JsValue::from_str(content)).expect("a fresh object");
    let read = read_pack(&files, &JsValue::UNDEFINED).expect("a pack");
    Proofs::new(&get(&read, "program"), None).unwrap_or_else(|_| panic!("{}", json(&read)))
}

#[wasm_bindgen_test]
fn what_would_change_a_plan_is_a_plain_object() {
    let proofs = Proofs::new(&bytes(), None).expect("a program");
    let case = js("({ channel: 'email', anger: 'calm', failure: [], waited: '5 min', price: 49.9 })");
    let found = proofs.what_if(&case, "pay").expect("changes");
    let extent = text(&found, "adds.extent");
    assert!(extent == "all" && text(&found, "element.kind") == "action", "{}", json(&found));
    let way = get(&found, "adds.sets.0.ways.0.0");
    Reflect::set(&case, &get(&way, "fact"), &get(&way, "value")).expect("a plain object");
    assert!(json(&program().recommend(&case).expect("a plan")).contains("\"pay\""), "{}", json(&found));

    let of = |element: &str| json(&get(&proofs.what_if(&case, element).expect("an element"), "element"));
    assert_eq!(
        of("offer_a_call.due<=2h"),
        r#"{"kind":"parameter","id":"offer_a_call","parameter":"due","relation":"<=","value":"PT2H"}"#
    );
    assert_eq!(of("offer_a_call<pay"), r#"{"kind":"order","id":"offer_a_call","before":"pay"}"#);
    assert_eq!(of("conflict:authority"), r#"{"kind":"conflict","id":"authority"}"#);
    assert_eq!(of("compensation.approval=lead"), r#"{"kind":"approval","id":"compensation.approval","value":"lead"}"#);
    assert_eq!(of("compensation.amount>50"), r#"{"kind":"value","id":"goodwill","relation":">","value":"50.00"}"#);

    assert_eq!(text(&thrown(proofs.what_if(&case, "pai")), "code"), "unknown-name");
    assert_eq!(text(&thrown(proofs.what_if(&case, "form>money")), "code"), "wrong-value");
    assert_eq!(text(&thrown(proofs.what_if(&case, "goodwill=plenty")), "code"), "wrong-value");
    assert_eq!(text(&thrown(proofs.what_if(&js("({ anger: 'mild' })"), "pay")), "fact"), "anger");
}

#[wasm_bindgen_test]
fn what_answers_would_change_comes_before_they_are_given() {
    let proofs = Proofs::new(&bytes(), None).expect("a program");
    let outcomes = proofs.outcomes(&js("({ channel: 'email' })"), "anger").expect("outcomes");
    assert_eq!(json(&get(&outcomes, "0.answers")), r#"["calm","annoyed"]"#);
    assert_eq!(json(&get(&outcomes, "1.answers")), r#"["angry"]"#);
    let call = r#"{"of":"action","id":"offer_a_call","title":"Offer a phone call","status":"certain"}"#;
    assert_eq!(json(&get(&outcomes, "1.changes.0")), call);
    let ranges = proofs.outcomes(&js("({})"), "waited").expect("outcomes");
    assert_eq!(json(&get(&ranges, "1.answers")), r#"[{"interval":["PT31M","P10D"]}]"#, "{}", json(&ranges));
    assert_eq!(text(&thrown(proofs.outcomes(&js("({})"), "angre")), "help"), "did you mean `anger`?");
    assert_eq!(text(&thrown(proofs.outcomes(&js("({ anger: 'mild' })"), "price")), "fact"), "anger");
}

#[wasm_bindgen_test]
fn the_questions_of_a_step_are_those_that_matter_for_it() {
    let proofs = Proofs::new(&bytes(), None).expect("a program");
    let of = |case: &str, step: &str| json(&proofs.next_questions(&js(case), step).expect("questions"));
    assert_eq!(of("({ channel: 'phone' })", "fix"), r#"["failure"]"#);
    assert_eq!(of("({ channel: 'email', failure: ['late'] })", "fix"), r#"["anger"]"#);
    assert_eq!(of("({ channel: 'phone', failure: ['late'] })", "fix"), "[]");
    assert_eq!(text(&thrown(proofs.next_questions(&js("({})"), "fixx")), "help"), "did you mean `fix`?");
    assert_eq!(text(&thrown(proofs.next_questions(&js("({ anger: 'mild' })"), "fix")), "fact"), "anger");
}

#[wasm_bindgen_test]
fn packs_are_told_apart_by_a_case_that_both_plan() {
    let path = "tables/goodwill.toml";
    let table = include_str!("command/small/tables/goodwill.toml");
    let (old, same) = (proofs_with(path, table), proofs_with(path, &table.replace("\nlong |", "\nlate |")));
    let none = same.difference_from(&old, Some("2026-04-01".to_owned())).expect("a difference");
    assert_eq!((text(&none, "plans"), json(&get(&none, "changes"))), ("equal".to_owned(), "[]".to_owned()));

    let new = proofs_with(path, &table.replace("|| 50 ", "|| 60 "));
    let found = new.difference_from(&old, Some("2026-04-01".to_owned())).expect("a difference");
    assert_eq!(text(&found, "plans"), "different");
    assert_eq!(text(&found, "changes.0.subject.kind"), "amount", "{}", json(&found));
    assert_eq!(json(&get(&found, "changes.0.witness.case.failure")), "[\"rude\"]");

    let recorded = get(&found, "changes.0.witness.case");
    let changes = new.changes_from(&old, &recorded).expect("changes");
    assert_eq!(text(&changes, "0.subject.kind"), "amount", "{}", json(&changes));
    assert_eq!(json(&same.changes_from(&old, &recorded).expect("changes").into()), "[]");
    assert_eq!(text(&thrown(new.changes_from(&old, &js("({ anger: 'mild' })"))), "fact"), "anger");
}

#[wasm_bindgen_test]
fn what_is_wrong_with_a_table_is_told_with_a_case() {
    let table = include_str!("command/small/tables/goodwill.toml");
    let gap = table.replace("otherwise                    || 0                | kind_words\n", "");
    let found = proofs_with("tables/goodwill.toml", &gap).findings(Some("2026-04-01".to_owned())).expect("findings");
    let first = Array::from(&found).get(0);
    assert_eq!((text(&first, "kind"), text(&first, "of.table")), ("gap".to_owned(), "goodwill_table".to_owned()));
    assert!(json(&get(&first, "extent.case")).contains("waited"), "{}", json(&found));
    assert!(get(&first, "extent.share").as_f64().is_some_and(|share| share > 0.0 && share < 1.0), "{}", json(&found));
}

#[wasm_bindgen_test]
fn every_cell_of_a_table_is_shown_to_matter() {
    let proofs = Proofs::new(&bytes(), None).expect("a program");
    let made = proofs.test_cases("goodwill_table", Some("2026-04-01".to_owned())).expect("test cases");
    assert_eq!(json(&get(&made, "unshown")), "[]");
    for made in Array::from(&get(&made, "cases")) {
        let decided = program().decide(&get(&made, "case"), "goodwill_percent").expect("a decision");
        assert_eq!(json(&get(&decided, "value")), json(&get(&made, "values.goodwill_percent")));
    }
    assert_eq!(text(&thrown(proofs.test_cases("goodwil_table", None)), "code"), "unknown-name");
}
