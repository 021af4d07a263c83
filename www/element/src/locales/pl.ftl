## Values

yes = Tak
no = Nie
none = Brak
none-of-these = Żadne z tych
undetermined = Nierozstrzygnięte
unknown = nieznane
interval = { $from } – { $to }
interval-or-none = { $interval } albo brak
with-unit = { $number } { $unit }
at-least = co najmniej
at-most = co najwyżej
more-than = więcej niż
less-than = mniej niż

## The question

next-question = Następne pytanie
ask-ticket = Zajrzyj do zgłoszenia
ask-agent = Można ocenić bez pytania
ask-customer = Zapytaj klienta
dont-know = Nie wiem
does-not-apply = Brak
go-on = Następne pytanie
go-back = Wstecz
finish = Gotowe
other-questions =
    { $count ->
        [one] Jeszcze { $count } pytanie może zmienić plan
        [few] Jeszcze { $count } pytania mogą zmienić plan
        [many] Jeszcze { $count } pytań może zmienić plan
       *[other] Jeszcze { $count } pytania może zmienić plan
    }
no-other-questions = Żadne inne pytanie nie zmieni planu
outcomes = Co zmieniłaby każda odpowiedź?
foretelling = Trwa sprawdzanie…
foretold-nothing = Tu nie da się tego pokazać; wszystko inne działa bez tego. ({ $message })
no-longer-matters = Ta odpowiedź nie zmienia już planu.
know-more = Wiadomo coś jeszcze
unit = Jednostka
units-minute = minuty
units-hour = godziny
units-day = dni
units-week = tygodnie
give-answer = Wybierz odpowiedź albo „Nie wiem”.
expect-number = Wpisz liczbę, na przykład { $example }.
expect-range = Wpisz wartość od { $min } do { $max }.

## What is settled

plan-yes = Nie trzeba już o nic pytać
plan-yes-more = Żadna kolejna odpowiedź nie zmieni tego planu.
plan-declined-more = Ten plan mogłaby jeszcze zmienić tylko odpowiedź na to, czego nie wiadomo.
plan-under-assumptions = Nie trzeba już o nic pytać, jeśli założenia się zgadzają
plan-under-assumptions-more = Potwierdź lub zmień założenia podane niżej.

## The plan

plan = Plan
plan-open = Jeszcze otwarty
step-questions = Pytania do tego kroku
step-done = Zrobione
step-current = Teraz
step-coming = Później
step-skipped = Pominięte
step-empty = Nic do zrobienia
step-moved = Przeniesione
possible = Możliwe
possible-count =
    { $count ->
        [one] { $count } możliwe, zależnie od odpowiedzi
        [few] { $count } możliwe, zależnie od odpowiedzi
        [many] { $count } możliwych, zależnie od odpowiedzi
       *[other] { $count } możliwego, zależnie od odpowiedzi
    }
possible-more = Zależy od odpowiedzi, których jeszcze brakuje
undetermined-more = Reguły są ze sobą sprzeczne; zobacz sprzeczności
provisional = Na razie
provisional-more = Jedna odpowiedź może to jeszcze usunąć
assuming =
    { $count ->
        [one] Założenie: { $facts }
        [few] Opiera się na { $count } założeniach
        [many] Opiera się na { $count } założeniach
       *[other] Opiera się na { $count } założenia
    }
assuming-facts = Założenie: { $facts }
done-earlier = Zrobione; nie ma tego już w planie
new = Nowe
changed = Zmienione
why = Dlaczego
why-element = Dlaczego: { $element }
words = Słowa
words-for = Co powiedzieć: { $action }
another-wording = Inne sformułowanie
wording-of = { $number } z { $total }
spoken = W rozmowie
not-reviewed = Niesprawdzone przez rodzimego użytkownika języka
copy = Kopiuj
insert = Wstaw do odpowiedzi
words-missing = Nie można jeszcze wysłać. Brakuje:
words-absent = W tym języku nie ma do tego gotowych słów.
words-phrases = Nie udało się wczytać słów; plan działa bez nich.
words-phrases-more = Osoba, która opiekuje się tą stroną, może sprawdzić, gdzie są: { $message }
avoid = Unikaj
avoid-this = Nie:
conflicts = Sprzeczności
conflict-order = Kolejność działań
conflict-authority = Kto może zatwierdzić kwotę
conflict-rows = Reguły: { $rows }

## Compensation

compensation = Rekompensata
no-sum = Nie podaje się kwoty
no-money = Bez pieniędzy
depends-on = Zależy od:
at-most-limit = Co najwyżej
approval = Zatwierdza
approval-nobody = nikt tutaj nie ma uprawnień do tej kwoty
legal-minimum = Minimum prawne
not-checked = nie sprawdzono

## Reasons

reason-none = W tej sytuacji nie wymaga tego żadna reguła.
reason-against = Przemawia przeciw
reason-open = Jeszcze nierozstrzygnięte
tier-research = Badania
tier-practice = Praktyka
tier-vendor-figure = Dane dostawcy
tier-law = Prawo
cell-always = spełnione
cell-sometimes = jeszcze otwarte
cell-never = niespełnione
cell-undetermined = nierozstrzygnięte
cell-unless = chyba że

## What is known

known = Co wiadomo
known-nothing = Jeszcze nic. Pierwsze odpowiedzi kształtują plan.
change = Zmień
change-fact = Zmień: { $fact }
clear = Wyczyść
clear-fact = Wyczyść: { $fact }
declined = Nie wiadomo
ask-again = Zapytaj ponownie
assumed = Założono
assumed-more = Plan od tego zależy
confirm = Potwierdź
confirm-fact = Potwierdź: { $fact }
set-aside = Odłożone na bok
set-aside-more = Podane, ale w tej sytuacji bez znaczenia
sensitive = Wrażliwe
sensitive-more = Nie trafia do linków ani eksportów
unaskable = Miałoby znaczenie, ale nie wolno o to pytać

## States

loading = Wczytywanie reguł…
empty = Nie wczytano żadnych reguł.
empty-more = Strona, w której osadzono ten panel, podaje je w atrybucie „program”.
offline = Brak połączenia, a reguł nie ma jeszcze na tym urządzeniu.
offline-more = Gdy połączenie wróci, panel ruszy dalej automatycznie.
unreachable = Nie udało się pobrać reguł.
unreachable-more = Sprawdź adres albo spróbuj ponownie: { $message }
damaged = Nie udało się odczytać reguł.
damaged-more = Ponowna próba nie pomoże. Osoba, która opiekuje się tą stroną, może zbudować reguły od nowa, w wersji tego panelu: { $message }
wasm-forbidden = Polityka bezpieczeństwa tej strony zabrania WebAssembly, a reguły go potrzebują.
wasm-forbidden-more = Administrator strony może na to zezwolić, dodając 'wasm-unsafe-eval' do dyrektywy script-src tej polityki.
case-error = Ta sprawa nie pasuje do reguł.
case-error-more = Może to poprawić ten, kto przekazuje sprawę do tego panelu: { $message }
try-again = Spróbuj ponownie
copied = Skopiowano.
copy-refused = Przeglądarka nie pozwoliła skopiować. Zaznacz słowa i skopiuj je ręcznie.
inserted = Wstawiono do odpowiedzi.

## Announcements

plan-same = Plan pozostaje bez zmian.
plan-changed = Plan się zmienił: { $what }.
plan-added =
    { $count ->
        [one] dodano { $count } działanie
        [few] dodano { $count } działania
        [many] dodano { $count } działań
       *[other] dodano { $count } działania
    }
plan-removed =
    { $count ->
        [one] usunięto { $count } działanie
        [few] usunięto { $count } działania
        [many] usunięto { $count } działań
       *[other] usunięto { $count } działania
    }
plan-altered =
    { $count ->
        [one] zmieniono { $count } działanie
        [few] zmieniono { $count } działania
        [many] zmieniono { $count } działań
       *[other] zmieniono { $count } działania
    }
plan-amount = rekompensata jest inna
panel = Plan naprawczy

## What answers would change

foretold = Gotowe; widać to poniżej.
outcomes-alone = Każda odpowiedź osobno:
outcomes-more = jeszcze { $count }
outcomes-changes =
    { $count ->
        [one] { $count } zmiana
        [few] { $count } zmiany
        [many] { $count } zmian
       *[other] { $count } zmiany
    }
outcome-certain = Wtedy na pewno
outcome-possible = Wtedy możliwe
outcome-undetermined = Wtedy nierozstrzygnięte
outcome-excluded = Już nie
outcome-avoid-possible = Może lepiej unikać
outcome-avoid-undetermined = Może lepiej unikać
outcome-avoid-excluded = Nie trzeba już unikać
outcome-restored = Już nie pominięte
outcome-conflict-excluded = Koniec sprzeczności
outcome-order = { $first } – zanim: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = zatwierdzenie niepotrzebne
outcome-settles-yes = Wtedy nie trzeba już o nic pytać
outcome-settles-under-assumptions = Wtedy nie trzeba już o nic pytać, jeśli założenia się zgadzają
