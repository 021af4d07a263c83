## Values

yes = Ναι
no = Όχι
none = Κανένα
none-of-these = Κανένα από αυτά
undetermined = Απροσδιόριστο
unknown = άγνωστο
interval = { $from } έως { $to }
interval-or-none = { $interval }, ή κανένα
with-unit = { $number } { $unit }
at-least = τουλάχιστον
at-most = το πολύ
more-than = πάνω από
less-than = κάτω από

## The question

next-question = Επόμενη ερώτηση
ask-ticket = Δείτε στην καρτέλα της υπόθεσης
ask-agent = Το κρίνετε εσείς
ask-customer = Ρωτήστε τον πελάτη
dont-know = Δεν γνωρίζω
does-not-apply = Δεν υπάρχει
go-on = Επόμενη ερώτηση
go-back = Πίσω
finish = Τέλος
other-questions =
    { $count ->
        [one] Μία ακόμη ερώτηση μπορεί να αλλάξει το σχέδιο
       *[other] { $count } ακόμη ερωτήσεις μπορούν να αλλάξουν το σχέδιο
    }
no-other-questions = Καμία άλλη ερώτηση δεν μπορεί να αλλάξει το σχέδιο
outcomes = Τι θα άλλαζε κάθε απάντηση;
foretelling = Υπολογίζεται…
foretold-nothing = Αυτό δεν μπορεί να φανεί εδώ· όλα τα άλλα συνεχίζουν κανονικά. ({ $message })
no-longer-matters = Αυτή η απάντηση δεν αλλάζει πια το σχέδιο.
know-more = Είναι γνωστό και κάτι άλλο
unit = Μονάδα
units-minute = λεπτά
units-hour = ώρες
units-day = ημέρες
units-week = εβδομάδες
give-answer = Επιλέξτε μια απάντηση ή «Δεν γνωρίζω».
expect-number = Γράψτε έναν αριθμό, όπως { $example }.
expect-range = Γράψτε μια τιμή από { $min } έως { $max }.

## What is settled

plan-yes = Δεν μένει άλλη ερώτηση
plan-yes-more = Καμία άλλη απάντηση δεν μπορεί να αλλάξει αυτό το σχέδιο.
plan-declined-more = Μόνο μια απάντηση σε όσα δεν είναι γνωστά θα μπορούσε ακόμη να αλλάξει αυτό το σχέδιο.
plan-under-assumptions = Δεν μένει άλλη ερώτηση, αν ισχύουν οι παραδοχές
plan-under-assumptions-more = Επιβεβαιώστε ή αλλάξτε όσα θεωρούνται δεδομένα παρακάτω.

## The plan

plan = Σχέδιο
plan-open = Ακόμη ανοιχτό
step-questions = Ερωτήσεις για αυτό το βήμα
step-done = Έγινε
step-current = Τώρα
step-coming = Ακολουθεί
step-skipped = Παραλείπεται
step-empty = Καμία ενέργεια
step-moved = Μετακινήθηκε
possible = Πιθανό
possible-count =
    { $count ->
        [one] { $count } πιθανή, ανάλογα με τις απαντήσεις
       *[other] { $count } πιθανές, ανάλογα με τις απαντήσεις
    }
possible-more = Εξαρτάται από απαντήσεις που εκκρεμούν
undetermined-more = Οι κανόνες διαφωνούν· δείτε τι συγκρούεται
provisional = Προσωρινά
provisional-more = Μία ακόμη απάντηση μπορεί να το αφαιρέσει
assuming =
    { $count ->
        [one] Με την παραδοχή: { $facts }
       *[other] Στηρίζεται σε { $count } παραδοχές
    }
assuming-facts = Με την παραδοχή: { $facts }
done-earlier = Έγινε· δεν είναι πια στο σχέδιο
new = Νέο
changed = Άλλαξε
why = Γιατί
why-element = Γιατί: { $element }
words = Διατύπωση
words-for = Διατύπωση για: { $action }
another-wording = Άλλη διατύπωση
wording-of = { $number } από { $total }
spoken = Προφορικά
not-reviewed = Χωρίς έλεγχο από φυσικό ομιλητή
copy = Αντιγραφή
insert = Εισαγωγή στην απάντηση
words-missing = Δεν είναι έτοιμο για αποστολή. Λείπουν ακόμη:
words-absent = Δεν υπάρχει διαθέσιμη διατύπωση γι’ αυτό σε αυτή τη γλώσσα.
words-phrases = Δεν ήταν δυνατή η φόρτωση των διατυπώσεων· το σχέδιο ισχύει και χωρίς αυτές.
words-phrases-more = Όποιος φροντίζει αυτή τη σελίδα μπορεί να ελέγξει πού βρίσκονται: { $message }
avoid = Να αποφευχθεί
avoid-this = Όχι:
conflicts = Σε σύγκρουση
conflict-order = Η σειρά των ενεργειών
conflict-authority = Ποιος μπορεί να εγκρίνει το ποσό
conflict-rows = Κανόνες: { $rows }

## Compensation

compensation = Αποζημίωση
no-sum = Δεν αναφέρεται ποσό
no-money = Χωρίς χρήματα
depends-on = Εξαρτάται από:
at-most-limit = Το πολύ
approval = Αρμοδιότητα έγκρισης
approval-nobody = κανείς εδώ δεν μπορεί να εγκρίνει αυτό το ποσό
legal-minimum = Ελάχιστο κατά τον νόμο
not-checked = χωρίς έλεγχο

## Reasons

reason-none = Με τα σημερινά δεδομένα, κανένας κανόνας δεν το ζητά.
reason-against = Επιχειρήματα κατά
reason-open = Δεν έχει αποφασιστεί ακόμη
tier-research = Έρευνα
tier-practice = Πρακτική
tier-vendor-figure = Στοιχείο προμηθευτή
tier-law = Νόμος
cell-always = ισχύει
cell-sometimes = ακόμη ανοιχτό
cell-never = δεν ισχύει
cell-undetermined = απροσδιόριστο
cell-unless = εκτός αν

## What is known

known = Τι είναι γνωστό
known-nothing = Τίποτα ακόμη. Οι πρώτες απαντήσεις διαμορφώνουν το σχέδιο.
change = Αλλαγή
change-fact = Αλλαγή: { $fact }
clear = Διαγραφή
clear-fact = Διαγραφή: { $fact }
declined = Δεν είναι γνωστό
ask-again = Νέα ερώτηση
assumed = Παραδοχή
assumed-more = Το σχέδιο εξαρτάται από αυτήν
confirm = Επιβεβαίωση
confirm-fact = Επιβεβαίωση: { $fact }
set-aside = Δεν λαμβάνεται υπόψη
set-aside-more = Έχει δοθεί, αλλά δεν εφαρμόζεται με τα σημερινά δεδομένα
sensitive = Ευαίσθητο
sensitive-more = Δεν περιλαμβάνεται σε συνδέσμους και εξαγωγές
unaskable = Θα είχε σημασία, αλλά δεν πρέπει να ερωτηθεί

## States

loading = Φόρτωση των κανόνων…
empty = Δεν έχουν φορτωθεί κανόνες.
empty-more = Τους ορίζει η σελίδα που ενσωματώνει αυτόν τον πίνακα, στο χαρακτηριστικό «program».
offline = Δεν υπάρχει σύνδεση, και οι κανόνες δεν βρίσκονται ακόμη σε αυτή τη συσκευή.
offline-more = Ο πίνακας συνεχίζει μόνος του μόλις υπάρξει σύνδεση.
unreachable = Δεν ήταν δυνατή η λήψη των κανόνων.
unreachable-more = Ελέγξτε τη διεύθυνση ή δοκιμάστε ξανά: { $message }
damaged = Δεν ήταν δυνατή η ανάγνωση των κανόνων.
damaged-more = Νέα προσπάθεια δεν βοηθά. Όποιος φροντίζει αυτή τη σελίδα μπορεί να φτιάξει ξανά τους κανόνες, με την έκδοση αυτού του πίνακα: { $message }
wasm-forbidden = Η πολιτική ασφάλειας αυτής της σελίδας απαγορεύει το WebAssembly, που το χρειάζονται οι κανόνες.
wasm-forbidden-more = Όποιος διαχειρίζεται τη σελίδα μπορεί να το επιτρέψει, προσθέτοντας 'wasm-unsafe-eval' στην οδηγία script-src της πολιτικής.
case-error = Αυτή η υπόθεση δεν ταιριάζει με τους κανόνες.
case-error-more = Μπορεί να τη διορθώσει όποιος δίνει την υπόθεση σε αυτόν τον πίνακα: { $message }
try-again = Νέα προσπάθεια
copied = Αντιγράφηκε.
copy-refused = Ο περιηγητής αρνήθηκε την αντιγραφή. Επιλέξτε το κείμενο και αντιγράψτε το με το χέρι.
inserted = Μπήκε στην απάντηση.

## Announcements

plan-same = Το σχέδιο μένει όπως είναι.
plan-changed = Το σχέδιο άλλαξε: { $what }.
plan-added =
    { $count ->
        [one] προστέθηκε μία ενέργεια
       *[other] προστέθηκαν { $count } ενέργειες
    }
plan-removed =
    { $count ->
        [one] αφαιρέθηκε μία ενέργεια
       *[other] αφαιρέθηκαν { $count } ενέργειες
    }
plan-altered =
    { $count ->
        [one] τροποποιήθηκε μία ενέργεια
       *[other] τροποποιήθηκαν { $count } ενέργειες
    }
plan-amount = η αποζημίωση είναι διαφορετική
panel = Σχέδιο επανόρθωσης

## What answers would change

foretold = Έτοιμο· φαίνεται από κάτω.
outcomes-alone = Κάθε απάντηση μόνη της:
outcomes-more = { $count } ακόμη
outcomes-changes =
    { $count ->
        [one] { $count } αλλαγή
       *[other] { $count } αλλαγές
    }
outcome-certain = Τότε βέβαιο
outcome-possible = Τότε πιθανό
outcome-undetermined = Τότε απροσδιόριστο
outcome-excluded = Όχι πια
outcome-avoid-possible = Ίσως να αποφευχθεί
outcome-avoid-undetermined = Ίσως να αποφευχθεί
outcome-avoid-excluded = Δεν χρειάζεται πια να αποφευχθεί
outcome-restored = Δεν παραλείπεται πια
outcome-conflict-excluded = Δεν συγκρούεται πια
outcome-order = { $first } – πριν από: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = δεν χρειάζεται έγκριση
outcome-settles-yes = Τότε δεν μένει άλλη ερώτηση
outcome-settles-under-assumptions = Τότε δεν μένει άλλη ερώτηση, αν ισχύουν οι παραδοχές
