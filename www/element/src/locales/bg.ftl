## Values

yes = Да
no = Не
none = Няма
none-of-these = Нито едно от тези
undetermined = Неопределено
unknown = неизвестно
interval = от { $from } до { $to }
interval-or-none = { $interval } или няма
with-unit = { $number } { $unit }
at-least = поне
at-most = най-много
more-than = повече от
less-than = по-малко от

## The question

next-question = Следващ въпрос
ask-ticket = Вижте в заявката
ask-agent = Можете да прецените
ask-customer = Попитайте клиента
dont-know = Не знам
does-not-apply = Няма
go-on = Следващ въпрос
go-back = Назад
finish = Готово
other-questions =
    { $count ->
        [one] Още един въпрос може да промени плана
       *[other] Още { $count } въпроса могат да променят плана
    }
no-other-questions = Никой друг въпрос не може да промени плана
outcomes = Какво би променил всеки отговор?
foretelling = Изчислява се…
foretold-nothing = Тук това не може да се каже; всичко останало работи и без него. ({ $message })
no-longer-matters = Този отговор вече не променя плана.
know-more = Известно е и друго
unit = Единица
units-minute = минути
units-hour = часове
units-day = дни
units-week = седмици
give-answer = Изберете отговор или „Не знам“.
expect-number = Напишете число, например { $example }.
expect-range = Напишете стойност от { $min } до { $max }.

## What is settled

plan-yes = Няма повече въпроси
plan-yes-more = Никой следващ отговор не може да промени този план.
plan-declined-more = Само отговор на това, което не се знае, би могъл още да промени този план.
plan-under-assumptions = Няма повече въпроси, ако допусканията са верни
plan-under-assumptions-more = Потвърдете или променете допуснатото по-долу.

## The plan

plan = План
plan-open = Още не е окончателен
step-questions = Въпроси за тази стъпка
step-done = Готово
step-current = Сега
step-coming = Предстои
step-skipped = Пропуска се
step-empty = Няма нищо за правене
step-moved = Преместено
possible = Възможно
possible-count = Възможни според отговорите: { $count }
possible-more = Зависи от отговори, които още липсват
undetermined-more = Правилата си противоречат; вижте кое е в противоречие
provisional = Засега
provisional-more = Още един отговор може да го премахне
assuming =
    { $count ->
        [one] При допускането: { $facts }
       *[other] Основава се на { $count } допускания
    }
assuming-facts = При допускането: { $facts }
done-earlier = Направено; вече не е в плана
new = Ново
changed = Променено
why = Защо
why-element = Защо: { $element }
words = Думи
words-for = Думи за: { $action }
another-wording = Друга формулировка
wording-of = { $number } от { $total }
spoken = Устно
not-reviewed = Непроверено от носител на езика
copy = Копиране
insert = Вмъкване в отговора
words-missing = Още не може да се изпрати. Липсва:
words-absent = Думите за това не са налични на този език.
words-phrases = Думите не можаха да се заредят; планът остава и без тях.
words-phrases-more = Който поддържа тази страница, може да провери къде са: { $message }
avoid = Избягвайте
avoid-this = Не правете:
conflicts = В противоречие
conflict-order = Редът на действията
conflict-authority = Кой може да одобри сумата
conflict-rows = Правила: { $rows }

## Compensation

compensation = Компенсация
no-sum = Не се назовава сума
no-money = Без пари
depends-on = Зависи от:
at-most-limit = Най-много
approval = Нужно е одобрение
approval-nobody = тук никой не може да одобри тази сума
legal-minimum = Минимум по закон
not-checked = не е проверено

## Reasons

reason-none = Засега никое правило не изисква това.
reason-against = Говори против
reason-open = Още не е решено
tier-research = Изследване
tier-practice = Практика
tier-vendor-figure = Данни на доставчик
tier-law = Закон
cell-always = изпълнено
cell-sometimes = още не е ясно
cell-never = не е изпълнено
cell-undetermined = неопределено
cell-unless = освен ако

## What is known

known = Какво е известно
known-nothing = Засега нищо. Първите отговори оформят плана.
change = Промяна
change-fact = Промяна: { $fact }
clear = Изчистване
clear-fact = Изчистване: { $fact }
declined = Не се знае
ask-again = Попитайте отново
assumed = Допуснато
assumed-more = Планът зависи от това
confirm = Потвърждаване
confirm-fact = Потвърждаване: { $fact }
set-aside = Не се взема предвид
set-aside-more = Посочено е, но сега не е приложимо
sensitive = Поверително
sensitive-more = Не влиза във връзки и изнесени файлове
unaskable = Би имало значение, но не бива да се пита

## States

loading = Правилата се зареждат…
empty = Няма заредени правила.
empty-more = Страницата, в която е вграден този панел, ги посочва в атрибута „program“.
offline = Няма връзка с мрежата, а правилата още не са на това устройство.
offline-more = Панелът ще продължи сам, щом има връзка.
unreachable = Правилата не можаха да бъдат изтеглени.
unreachable-more = Проверете адреса или опитайте отново: { $message }
damaged = Правилата не можаха да бъдат прочетени.
damaged-more = Нов опит не помага. Който поддържа тази страница, може да изгради правилата отново, с версията на този панел: { $message }
wasm-forbidden = Политиката за сигурност на тази страница забранява WebAssembly, а правилата имат нужда от него.
wasm-forbidden-more = Който поддържа страницата, може да го разреши, като добави 'wasm-unsafe-eval' към директивата script-src на политиката.
case-error = Този случай е несъвместим с правилата.
case-error-more = Който подава случая на този панел, може да го поправи: { $message }
try-again = Нов опит
copied = Копирано.
copy-refused = Браузърът отказа да копира. Маркирайте думите и ги копирайте ръчно.
inserted = Вмъкнато в отговора.

## Announcements

plan-same = Планът остава същият.
plan-changed = Планът се промени: { $what }.
plan-added =
    { $count ->
        [one] добавено е едно действие
       *[other] добавени са { $count } действия
    }
plan-removed =
    { $count ->
        [one] премахнато е едно действие
       *[other] премахнати са { $count } действия
    }
plan-altered =
    { $count ->
        [one] променено е едно действие
       *[other] променени са { $count } действия
    }
plan-amount = компенсацията е друга
panel = План за поправяне

## What answers would change

foretold = Готово; вижте отдолу.
outcomes-alone = Всеки отговор сам по себе си:
outcomes-more = още { $count }
outcomes-changes =
    { $count ->
        [one] една промяна
       *[other] { $count } промени
    }
outcome-certain = Става сигурно
outcome-possible = Става възможно
outcome-undetermined = Става неопределено
outcome-excluded = Отпада
outcome-avoid-possible = Може би избягвайте
outcome-avoid-undetermined = Може би избягвайте
outcome-avoid-excluded = Вече не е за избягване
outcome-restored = Вече не се пропуска
outcome-conflict-excluded = Вече не е в противоречие
outcome-order = { $first } – преди: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = не е нужно одобрение
outcome-settles-yes = Тогава няма повече въпроси
outcome-settles-under-assumptions = Тогава няма повече въпроси, ако допусканията са верни
