## Values

yes = Yes
no = No
none = None
none-of-these = None of these
undetermined = Undetermined
interval = { $from } to { $to }
interval-or-none = { $interval }, or none
with-unit = { $number } { $unit }

## The question

next-question = Next question
ask-ticket = Look in the ticket
ask-agent = You can tell
ask-customer = Ask the customer
dont-know = I don’t know
does-not-apply = None
go-on = Next question
go-back = Back
finish = Done
other-questions =
    { $count ->
        [one] One more question can change the plan
       *[other] { $count } more questions can change the plan
    }
no-other-questions = No other question can change the plan
outcomes = What would each answer change?
foretelling = Working it out…
foretold-nothing = That cannot be told here; all else goes on without it. ({ $message })
no-longer-matters = This answer no longer changes the plan.
know-more = Something else is known
unit = Unit
units-minute = minutes
units-hour = hours
units-day = days
units-week = weeks
give-answer = Choose an answer, or “I don’t know”.
expect-number = Write a number, such as { $example }.
expect-range = Write a value from { $min } to { $max }.

## What is settled

plan-yes = Nothing more to ask
plan-yes-more = No further answer can change this plan.
plan-declined-more = Only an answer to what is not known could still change this plan.
plan-under-assumptions = Nothing more to ask, if the assumptions hold
plan-under-assumptions-more = Confirm or change what is assumed below.

## The plan

plan = Plan
plan-open = Still open
step-questions = Questions for this step
step-done = Done
step-current = Now
step-coming = To come
step-skipped = Left out
step-empty = Nothing to do
step-moved = Moved
possible = Possible
possible-count = { $count } possible, depending on answers
possible-more = Depends on answers still open
provisional = For now
assuming =
    { $count ->
        [one] Assuming { $facts }
       *[other] Rests on { $count } assumptions
    }
done-earlier = Done; no longer in the plan
new = New
changed = Changed
why = Why
why-element = Why: { $element }
words = Words
words-for = Words for: { $action }
another-wording = Another wording
wording-of = { $number } of { $total }
spoken = Spoken
not-reviewed = Not reviewed by a native reader
copy = Copy
insert = Insert into reply
words-missing = Not ready to send. Still missing:
words-absent = The words for this are not at hand in this language.
words-phrases = The words could not be loaded; the plan stands without them.
words-phrases-more = Whoever looks after this page can check where they are: { $message }
avoid = Avoid
avoid-this = Not:
outcome-avoid-possible = Perhaps avoid
conflicts = In conflict
conflict-order = The order of actions
conflict-authority = Who may approve the amount
conflict-rows = Rules: { $rows }

## Compensation

compensation = Compensation
no-sum = No sum is named
no-money = No money
depends-on = Depends on:
at-most-limit = At most
approval = Needs approval by
approval-nobody = nobody here may approve this amount
legal-minimum = Legal minimum
not-checked = not checked

## What is known

known = What is known
known-nothing = Nothing yet. The first answers shape the plan.
change = Change
change-fact = Change: { $fact }
clear = Clear
clear-fact = Clear: { $fact }
declined = Not known
ask-again = Ask again
assumed = Assumed
assumed-more = The plan depends on it
confirm = Confirm
confirm-fact = Confirm: { $fact }
set-aside = Set aside
set-aside-more = Given, but it does not apply as things stand
sensitive = Sensitive
sensitive-more = Kept out of links and exports
unaskable = Would matter, but is not to be asked

## States

loading = Loading the rules…
empty = No rules are loaded.
empty-more = The page that embeds this panel names them in the attribute “program”.
offline = You are offline, and the rules are not on this device yet.
offline-more = The panel goes on by itself once there is a connection.
unreachable = The rules could not be fetched.
unreachable-more = Check the address, or try again: { $message }
damaged = The rules could not be read.
damaged-more = Trying again does not help. Whoever looks after this page can build the rules anew, with this panel’s version: { $message }
wasm-forbidden = This page’s security policy forbids WebAssembly, which the rules need.
wasm-forbidden-more = Whoever runs the page can allow it by adding 'wasm-unsafe-eval' to the policy’s script-src directive.
case-error = This case does not fit the rules.
case-error-more = Whoever passes the case to this panel can mend it: { $message }
try-again = Try again
copied = Copied.
copy-refused = The browser refused to copy. Select the words and copy them by hand.
inserted = Inserted into the reply.

## Announcements

plan-same = The plan stays as it is.
plan-changed = The plan has changed: { $what }.
plan-added =
    { $count ->
        [one] one action added
       *[other] { $count } actions added
    }
plan-removed =
    { $count ->
        [one] one action removed
       *[other] { $count } actions removed
    }
plan-altered =
    { $count ->
        [one] one action altered
       *[other] { $count } actions altered
    }
plan-amount = the compensation is different
panel = Recovery plan
