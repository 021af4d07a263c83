## Values

yes = بله
no = خیر
none = هیچ
none-of-these = هیچ‌کدام
undetermined = نامعین
unknown = نامعلوم
interval = { $from } تا { $to }
interval-or-none = { $interval }، یا هیچ
with-unit = { $number } { $unit }
at-least = دست‌کم
at-most = حداکثر
more-than = بیش از
less-than = کمتر از

## The question

next-question = پرسش بعدی
ask-ticket = در پرونده ببینید
ask-agent = خودتان می‌توانید بگویید
ask-customer = از مشتری بپرسید
dont-know = نمی‌دانم
does-not-apply = هیچ‌کدام
go-on = پرسش بعدی
go-back = بازگشت
finish = پایان
other-questions = { $count } پرسش دیگر می‌تواند برنامه را تغییر دهد
no-other-questions = هیچ پرسش دیگری برنامه را تغییر نمی‌دهد
outcomes = هر پاسخ چه چیزی را تغییر می‌دهد؟
foretelling = در حال بررسی…
foretold-nothing = این را اینجا نمی‌توان گفت؛ بقیهٔ کارها بدون آن ادامه دارد. ({ $message })
no-longer-matters = این پاسخ دیگر برنامه را تغییر نمی‌دهد.
know-more = چیز دیگری هم می‌دانم
unit = واحد
units-minute = دقیقه
units-hour = ساعت
units-day = روز
units-week = هفته
give-answer = پاسخی برگزینید، یا «نمی‌دانم» را بزنید.
expect-number = عددی بنویسید، مانند { $example }.
expect-range = مقداری از { $min } تا { $max } بنویسید.

## What is settled

plan-yes = پرسش دیگری نمانده
plan-yes-more = هیچ پاسخ دیگری این برنامه را تغییر نمی‌دهد.
plan-declined-more = تنها پاسخ به آنچه معلوم نیست هنوز می‌تواند این برنامه را تغییر دهد.
plan-under-assumptions = پرسش دیگری نمانده، اگر فرض‌ها درست باشد
plan-under-assumptions-more = آنچه را در پایین فرض شده تأیید کنید یا تغییر دهید.

## The plan

plan = برنامه
plan-open = هنوز باز
step-questions = پرسش‌های این گام
step-done = انجام شد
step-current = اکنون
step-coming = در پیش
step-skipped = کنار گذاشته شد
step-empty = کاری لازم نیست
step-moved = جابه‌جا شد
possible = ممکن
possible-count = { $count } مورد ممکن، بسته به پاسخ‌ها
possible-more = به پاسخ‌های باقی‌مانده بستگی دارد
undetermined-more = قواعد با هم نمی‌خوانند؛ بخش «تعارض» را ببینید
provisional = موقت
provisional-more = یک پاسخ دیگر ممکن است این را حذف کند
assuming =
    { $count ->
        [one] با این فرض: { $facts }
       *[other] بر پایهٔ { $count } فرض
    }
assuming-facts = با این فرض: { $facts }
done-earlier = انجام شده؛ دیگر در برنامه نیست
new = تازه
changed = تغییرکرده
why = چرا
why-element = چرا: { $element }
words = جمله‌ها
words-for = جمله‌هایی برای: { $action }
another-wording = جمله‌بندی دیگر
wording-of = { $number } از { $total }
spoken = گفتاری
not-reviewed = بدون بازبینی گویشور بومی
copy = رونوشت
insert = افزودن به پاسخ
words-missing = آمادهٔ ارسال نیست. هنوز کم است:
words-absent = جملهٔ این مورد به این زبان در دسترس نیست.
words-phrases = بارگذاری جمله‌ها ممکن نشد؛ برنامه بدون آن‌ها هم معتبر است.
words-phrases-more = مسئول این صفحه می‌تواند نشانی آن‌ها را بررسی کند: { $message }
avoid = پرهیز کنید
avoid-this = نکنید:
conflicts = تعارض
conflict-order = ترتیب کارها
conflict-authority = چه کسی می‌تواند مبلغ را تأیید کند
conflict-rows = قواعد: { $rows }

## Compensation

compensation = جبران
no-sum = مبلغی نام برده نمی‌شود
no-money = بدون پول
depends-on = بستگی دارد به:
at-most-limit = حداکثر
approval = تأییدکنندهٔ لازم
approval-nobody = هیچ‌کس در اینجا نمی‌تواند این مبلغ را تأیید کند
legal-minimum = حداقل قانونی
not-checked = بررسی نشده

## Reasons

reason-none = در وضع کنونی هیچ قاعده‌ای این را نمی‌خواهد.
reason-against = دلیل مخالف
reason-open = هنوز تصمیمی نیست
tier-research = پژوهش
tier-practice = تجربهٔ کاری
tier-vendor-figure = رقم فروشندگان
tier-law = قانون
cell-always = برقرار است
cell-sometimes = هنوز معلوم نیست
cell-never = برقرار نیست
cell-undetermined = نامعین
cell-unless = مگر آنکه

## What is known

known = آنچه می‌دانیم
known-nothing = هنوز هیچ. نخستین پاسخ‌ها برنامه را شکل می‌دهد.
change = تغییر
change-fact = تغییر: { $fact }
clear = پاک کردن
clear-fact = پاک کردن: { $fact }
declined = نامشخص
ask-again = دوباره بپرسید
assumed = فرض‌شده
assumed-more = برنامه به آن بستگی دارد
confirm = تأیید
confirm-fact = تأیید: { $fact }
set-aside = کنار گذاشته
set-aside-more = گفته شده، اما در وضع کنونی کاربردی ندارد
sensitive = حساس
sensitive-more = در پیوندها و خروجی‌ها نمی‌آید
unaskable = مهم است، اما نباید پرسید

## States

loading = در حال بارگذاری قواعد…
empty = قاعده‌ای بارگذاری نشده است.
empty-more = صفحه‌ای که این پنل در آن است، قواعد را در ویژگی «program» نام می‌برد.
offline = به اینترنت وصل نیستید و قواعد هنوز روی این دستگاه نیست.
offline-more = همین که اتصال برقرار شود، پنل خودش ادامه می‌دهد.
unreachable = دریافت قواعد ممکن نشد.
unreachable-more = نشانی را بررسی کنید یا دوباره تلاش کنید: { $message }
damaged = خواندن قواعد ممکن نشد.
damaged-more = تلاش دوباره کمکی نمی‌کند. مسئول این صفحه می‌تواند قواعد را با نسخهٔ همین پنل از نو بسازد: { $message }
wasm-forbidden = سیاست امنیتی این صفحه WebAssembly را که قواعد به آن نیاز دارند ممنوع کرده است.
wasm-forbidden-more = مسئول صفحه می‌تواند با افزودن 'wasm-unsafe-eval' به دستور script-src در این سیاست، آن را مجاز کند.
case-error = این پرونده با قواعد سازگار نیست.
case-error-more = کسی که پرونده را به این پنل می‌دهد می‌تواند آن را اصلاح کند: { $message }
try-again = تلاش دوباره
copied = رونوشت برداشته شد.
copy-refused = مرورگر اجازهٔ رونوشت نداد. جمله‌ها را انتخاب کنید و خودتان رونوشت بردارید.
inserted = به پاسخ افزوده شد.

## Announcements

plan-same = برنامه تغییری نکرد.
plan-changed = برنامه تغییر کرد: { $what }.
plan-added = { $count } کار افزوده شد
plan-removed = { $count } کار حذف شد
plan-altered = { $count } کار تغییر کرد
plan-amount = مبلغ یا شکل جبران تغییر کرد
panel = برنامهٔ جبران

## What answers would change

foretold = آماده است؛ در زیر ببینید.
outcomes-alone = هر پاسخ به‌تنهایی:
outcomes-more = { $count } مورد دیگر
outcomes-changes = { $count } تغییر
outcome-certain = آنگاه قطعی
outcome-possible = آنگاه ممکن
outcome-undetermined = آنگاه نامعین
outcome-excluded = دیگر لازم نیست
outcome-avoid-possible = شاید پرهیز کنید
outcome-avoid-undetermined = شاید پرهیز کنید
outcome-avoid-excluded = دیگر لازم نیست پرهیز کنید
outcome-restored = دیگر کنار گذاشته نمی‌شود
outcome-conflict-excluded = دیگر تعارضی نیست
outcome-order = { $first } – پیش از: { $second }
outcome-parameter = { $action } – { $parameter }: { $value }
outcome-no-approval = نیازی به تأیید نیست
outcome-settles-yes = با این پاسخ پرسش دیگری نمی‌ماند
outcome-settles-under-assumptions = با این پاسخ، اگر فرض‌ها درست باشد، پرسش دیگری نمی‌ماند
