## Values

yes = Так
no = Ні
none = Немає
none-of-these = Нічого з цього
undetermined = Не визначено
unknown = невідомо
interval = { $from } – { $to }
interval-or-none = { $interval } або нічого
with-unit = { $number } { $unit }
at-least = щонайменше
at-most = щонайбільше
more-than = більше ніж
less-than = менше ніж

## The question

next-question = Наступне запитання
ask-ticket = Подивіться у зверненні
ask-agent = Це видно вам
ask-customer = Запитайте клієнта
dont-know = Не знаю
does-not-apply = Нічого з цього
go-on = Наступне запитання
go-back = Назад
finish = Готово
other-questions =
    { $count ->
        [one] Ще { $count } запитання може змінити план
        [few] Ще { $count } запитання можуть змінити план
        [many] Ще { $count } запитань можуть змінити план
       *[other] Ще { $count } запитання можуть змінити план
    }
no-other-questions = Жодне інше запитання не може змінити план
outcomes = Що змінила б кожна відповідь?
foretelling = Обчислюється…
foretold-nothing = Тут це не вдається показати; усе інше працює й без цього. ({ $message })
no-longer-matters = Ця відповідь уже не змінює план.
know-more = Відомо ще щось
unit = Одиниця
units-minute = хвилини
units-hour = години
units-day = дні
units-week = тижні
give-answer = Виберіть відповідь або «Не знаю».
expect-number = Введіть число, наприклад { $example }.
expect-range = Введіть значення від { $min } до { $max }.

## What is settled

plan-yes = Більше нічого запитувати
plan-yes-more = Жодна відповідь уже не змінить цей план.
plan-declined-more = Змінити цей план могла б лише відповідь на те, що поки невідоме.
plan-under-assumptions = Більше нічого запитувати, якщо припущення правильні
plan-under-assumptions-more = Підтвердьте або змініть припущення нижче.

## The plan

plan = План
plan-open = Ще відкрито
step-questions = Запитання для цього кроку
step-done = Зроблено
step-current = Зараз
step-coming = Далі
step-skipped = Пропущено
step-empty = Нічого робити
step-moved = Перенесено
possible = Можливо
possible-count = Можливих: { $count }, залежно від відповідей
possible-more = Залежить від відповідей, яких ще немає
undetermined-more = Правила суперечать одне одному; дивіться, у чому розбіжність
provisional = Поки що
provisional-more = Ще одна відповідь може це прибрати
assuming =
    { $count ->
        [1] Припущення: { $facts }
        [one] Спирається на { $count } припущення
        [few] Спирається на { $count } припущення
        [many] Спирається на { $count } припущень
       *[other] Спирається на { $count } припущення
    }
assuming-facts = Припущення: { $facts }
done-earlier = Зроблено; у плані вже немає
new = Нове
changed = Змінено
why = Чому
why-element = Чому: { $element }
words = Слова
words-for = Слова для дії: { $action }
another-wording = Інше формулювання
wording-of = { $number } з { $total }
spoken = Усно
not-reviewed = Не перевірено носієм мови
copy = Копіювати
insert = Вставити у відповідь
words-missing = Ще не можна надсилати. Бракує:
words-absent = Слів для цього цією мовою немає.
words-phrases = Не вдалося завантажити слова; план діє й без них.
words-phrases-more = Той, хто опікується цією сторінкою, може перевірити, де вони: { $message }
avoid = Уникайте
avoid-this = Не робіть:
conflicts = Розбіжності
conflict-order = Порядок дій
conflict-authority = Хто може погодити суму
conflict-rows = Правила: { $rows }

## Compensation

compensation = Відшкодування
no-sum = Суму не називають
no-money = Без грошей
depends-on = Залежить від:
at-most-limit = Щонайбільше
approval = Потрібне погодження
approval-nobody = тут ніхто не може погодити цю суму
legal-minimum = Мінімум за законом
not-checked = не перевірено

## Reasons

reason-none = За нинішнього стану жодне правило цього не вимагає.
reason-against = Говорить проти
reason-open = Ще не вирішено
tier-research = Дослідження
tier-practice = Практика
tier-vendor-figure = Дані постачальника
tier-law = Закон
cell-always = виконується
cell-sometimes = ще не відомо
cell-never = не виконується
cell-undetermined = не визначено
cell-unless = якщо не

## What is known

known = Що відомо
known-nothing = Поки нічого. План складеться з перших відповідей.
change = Змінити
change-fact = Змінити: { $fact }
clear = Очистити
clear-fact = Очистити: { $fact }
declined = Не відомо
ask-again = Запитати знову
assumed = Припущення
assumed-more = Від цього залежить план
confirm = Підтвердити
confirm-fact = Підтвердити: { $fact }
set-aside = Відкладено
set-aside-more = Відповідь є, але за нинішнього стану не застосовується
sensitive = Делікатне
sensitive-more = Не потрапляє до посилань і експорту
unaskable = Мало б значення, але запитувати не слід

## States

loading = Завантаження правил…
empty = Правил не завантажено.
empty-more = Сторінка, що містить цю панель, задає їх в атрибуті «program».
offline = Немає з’єднання, а правил на цьому пристрої ще немає.
offline-more = Панель продовжить сама, щойно з’явиться з’єднання.
unreachable = Не вдалося отримати правила.
unreachable-more = Перевірте адресу або спробуйте ще раз: { $message }
damaged = Не вдалося прочитати правила.
damaged-more = Ще одна спроба не допоможе. Той, хто опікується цією сторінкою, може зібрати правила заново, версією цієї панелі: { $message }
wasm-forbidden = Політика безпеки цієї сторінки забороняє WebAssembly, потрібний для правил.
wasm-forbidden-more = Той, хто веде сторінку, може це дозволити, додавши 'wasm-unsafe-eval' до директиви script-src.
case-error = Ця справа не відповідає правилам.
case-error-more = Виправити може той, хто передає справу цій панелі: { $message }
try-again = Спробувати ще раз
copied = Скопійовано.
copy-refused = Браузер не дозволив копіювати. Виділіть слова й скопіюйте вручну.
inserted = Вставлено у відповідь.

## Announcements

plan-same = План не змінюється.
plan-changed = План змінився: { $what }.
plan-added =
    { $count ->
        [one] додано { $count } дію
        [few] додано { $count } дії
        [many] додано { $count } дій
       *[other] додано { $count } дії
    }
plan-removed =
    { $count ->
        [one] вилучено { $count } дію
        [few] вилучено { $count } дії
        [many] вилучено { $count } дій
       *[other] вилучено { $count } дії
    }
plan-altered =
    { $count ->
        [one] змінено { $count } дію
        [few] змінено { $count } дії
        [many] змінено { $count } дій
       *[other] змінено { $count } дії
    }
plan-amount = відшкодування інше
panel = План залагодження

## What answers would change

foretold = Готово; дивіться нижче.
outcomes-alone = Кожна відповідь окремо:
outcomes-more = ще { $count }
outcomes-changes =
    { $count ->
        [one] { $count } зміна
        [few] { $count } зміни
        [many] { $count } змін
       *[other] { $count } зміни
    }
outcome-certain = Стає певним
outcome-possible = Стає можливим
outcome-undetermined = Стає не визначеним
outcome-excluded = Відпадає
outcome-avoid-possible = Можливо, уникайте
outcome-avoid-undetermined = Можливо, уникайте
outcome-avoid-excluded = Уникати вже не треба
outcome-restored = Більше не пропускається
outcome-conflict-excluded = Розбіжності більше немає
outcome-order = { $first } – перед тим, як: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = погодження не потрібне
outcome-settles-yes = Тоді більше нічого запитувати
outcome-settles-under-assumptions = Тоді більше нічого запитувати, якщо припущення правильні
