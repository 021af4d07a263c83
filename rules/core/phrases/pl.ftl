### The core pack in Polish. Whether a native reader has reviewed it is said once for all, and in `.reviewed` of a message that
### differs. `docs/PHRASES.md` says how messages are named and what stands in their arguments.

phrases-reviewed = no

## What to say: Understand

give_your_name =
    .v1 = Nazywam się { $agent_name }. Mają Państwo bezpośredni kontakt do mnie i nie trzeba będzie zaczynać od nowa z kimś innym.
    .v2 = Tą sprawą zajmuję się ja: { $agent_name }. Poniżej podaję bezpośredni kontakt.
    .spoken1 = Z tej strony { $agent_name }, zajmuję się tą sprawą. Podam mój bezpośredni numer.
    .spoken2 = Dzień dobry, nazywam się { $agent_name }. W tej sprawie proszę zawsze wracać prosto do mnie.

acknowledge_now =
    .v1 = Państwa wiadomość dotarła i jest już przeczytana. Sprawdzam teraz, co się stało, i odezwę się osobiście.
    .v2 = Na Państwa wiadomość odpowiada człowiek. Znam już jej treść i zajmuję się sprawą; oto, co zrobię teraz.
    .spoken1 = Mam tę wiadomość przed sobą, znam jej treść i już się tym zajmuję.

answer_in_public =
    .v1 = Dziękujemy za ten sygnał. Przykro mi, że tak się stało – właśnie wysyłam wiadomość prywatną, żebyśmy mogli to naprawić.
    .v2 = Przykro mi to czytać. Chcę to naprawić i w tej sprawie wysyłam Państwu wiadomość prywatną.

move_to_private =
    .v1 = Czy mogę prosić o szczegóły tutaj, gdzie widzimy je tylko my? Odpowiem osobiście.
    .v2 = To zostaje między nami: proszę napisać, po czym znajdę Państwa zamówienie, a dalej zajmę się tym ja.

find_speaker =
    .v1 = Zależy mi na tym, żebyśmy się dobrze rozumieli. Dołącza do nas osoba z zespołu, która mówi w Państwa języku, a ja zostaję w rozmowie.
    .v2 = Proszę o chwilę: zaraz będzie z nami ktoś, kto mówi w Państwa języku. Ja też tu zostaję.
    .spoken1 = Chwileczkę, proszę. Zaraz dołączy ktoś, kto mówi w Państwa języku. Ja też zostaję.

take_over_from_bot =
    .v1 = Od tego miejsca rozmawiają Państwo z człowiekiem. Widzę wszystko, co zostało napisane; nie trzeba niczego powtarzać.
    .v2 = Dotąd odpowiadał automat. Teraz odpisuje człowiek; cała ta rozmowa jest już przeczytana.
    .spoken1 = Teraz to już rozmowa z człowiekiem. Nie trzeba niczego powtarzać.

verify_once =
    .v1 = Zanim otworzę konto, muszę mieć pewność, że należy do Państwa. To dla Państwa ochrony i zapytam o to tylko raz.
    .v2 = Jedno sprawdzenie, żeby nikt inny nie mógł występować w Państwa imieniu. Potem już do tego nie wrócimy.
    .spoken1 = Jedno krótkie sprawdzenie, dla Państwa bezpieczeństwa. Zapytam tylko raz.

name_earlier_attempt =
    .v1 = Widzę, że była już próba kontaktu z nami i że nie przyniosła pomocy. Rozumiem, że to ciąży na dzisiejszej rozmowie.
    .v2 = Zanim zaczniemy: ostatnia próba kontaktu z nami się nie powiodła. Trzeba to powiedzieć na początku i to my powinniśmy to zrobić.
    .spoken1 = Widzę, że ostatni kontakt z nami źle się skończył. Chcę to powiedzieć na samym początku.

listen =
    .v1 = Proszę opowiedzieć, co się stało. Słucham i nie będę przerywać.
    .v2 = Proszę opowiedzieć wszystko od początku, spokojnie, bez pośpiechu. Potem powtórzę to własnymi słowami, żeby było jasne, czy dobrze rozumiem.
    .spoken1 = Proszę powiedzieć, co się stało. Słucham.
    .spoken2 = Spokojnie, mamy czas. Co się stało?

say_back =
    .v1 = To już zostało nam powiedziane, więc tylko powtórzę: { $problem }. Czy tak jest, czy coś mi umyka?
    .v2 = Znam treść Państwa zgłoszenia. Rozumiem to tak: { $problem }. Jeśli się mylę, proszę mnie poprawić.
    .spoken1 = Mamy to już zapisane, więc tylko powtórzę: { $problem }. Zgadza się?

slow_down =
    .v1 = Mamy czas. Przejdźmy przez to po kolei, a każdy krok zapiszę dla Państwa.
    .v2 = Bez pośpiechu. Jeśli coś będzie niejasne, proszę mi przerwać – tyle razy, ile trzeba.
    .spoken1 = Mamy czas. Wszystko po kolei. Gdy coś będzie niejasne, proszę od razu mi przerwać.

ask_when_needed =
    .v1 = Żeby pomoc przyszła na czas: na kiedy musi to znów działać i czy zależy od tego ktoś jeszcze?
    .v2 = Czy coś, co trwa w tej chwili, od tego zależy, czy może to poczekać do jutra?
    .spoken1 = Na kiedy musi to znów działać? Czy zależy od tego ktoś jeszcze?

ask_wish =
    .v1 = Co naprawiłoby tę sytuację z Państwa punktu widzenia?
    .v2 = Zanim cokolwiek zaproponuję: co najbardziej by Państwu pomogło?
    .spoken1 = Co by teraz najbardziej pomogło?

offer_a_call =
    .v1 = Zamiast wysyłać kolejne pismo, wolę porozmawiać. Czy mogę zadzwonić o porze, która Państwu odpowiada? Jeśli tak, najdłuższy czas oczekiwania na telefon to: { $due }. Jeśli wolą Państwo pisać, to równie dobre rozwiązanie.
    .v2 = Jeśli Państwo chcą, zadzwonię osobiście; proszę tylko podać porę. Jeśli lepiej zostać przy pisaniu, zostajemy przy pisaniu.
    .spoken1 = Czy mogę oddzwonić? Porę wybierają Państwo.

answer_in_writing =
    .v1 = Zostajemy przy kontakcie pisemnym, zgodnie z życzeniem. Będę pisać krótko i odpowiem osobiście.
    .v2 = Oczywiście, możemy to załatwić na piśmie. Przyjdzie ode mnie jedna, jasna odpowiedź.
    .spoken1 = Oczywiście. Napiszę, krótko i jasno.

## What to say: Apologise

regret =
    .v1 = Przykro mi, że musieli Państwo przez to przejść: { $problem }.
    .v2 = Bardzo mi przykro. Widzę, ile to dla Państwa znaczyło: { $problem }.
    .spoken1 = Przykro mi, że to Państwa spotkało: { $problem }.
    .spoken2 = Naprawdę bardzo mi przykro z tego powodu: { $problem }.

own_missed_promise =
    .v1 = Daliśmy słowo i go nie dotrzymaliśmy. Czekali Państwo na próżno i za to też przepraszam.
    .v2 = Obiecaliśmy odpowiedź, a ona nie nadeszła. To było drugie rozczarowanie i sprawiliśmy je my. Przepraszam.
    .spoken1 = Obiecaliśmy i nie dotrzymaliśmy słowa. Za to też przepraszam.

apologise_for_wait =
    .v1 = Tyle trwało, zanim ktokolwiek odpowiedział: { $waited }. To za długo i przepraszam za to.
    .v2 = Przepraszam za to czekanie. Kosztowało tyle Państwa czasu: { $waited }.
    .spoken1 = To było o wiele za długie czekanie: { $waited }. Przepraszam.

apologise_for_effort =
    .v1 = Kosztowało to Państwa przez nas wiele zachodu i przepraszam za to. Od teraz zajmuję się tym ja.
    .v2 = Trzeba było się o to u nas dopominać. Przepraszam; to się teraz kończy.
    .spoken1 = Bardzo to Państwu utrudniliśmy. Przepraszam. Od teraz to już moje zadanie.

apologise_again =
    .v1 = Próbowaliśmy to naprawić i nam się nie udało. To drugi błąd i przepraszam za niego osobno.
    .v2 = Dostaliśmy od Państwa drugą szansę i jej nie wykorzystaliśmy. Za to przepraszam niezależnie od tego, co stało się wcześniej.
    .spoken1 = Próbowaliśmy to naprawić i nie wyszło. Za to również przepraszam.

take_responsibility =
    .v1 = To nasz błąd. Z Państwa strony wszystko było w porządku.
    .v2 = To my zrobiliśmy to źle i do nas należy naprawienie tego.
    .spoken1 = To był nasz błąd, nie Państwa.

superior_apologises =
    .v1 = Odpowiadam za osoby, z którymi mieli Państwo kontakt. To, jak Państwa potraktowano, było niewłaściwe i osobiście za to przepraszam.
    .v2 = Odzywam się osobiście, bo nie należy tego zostawiać nikomu innemu. Przepraszam.
    .spoken1 = To ja tu odpowiadam za zespół. Potraktowano Państwa nie tak, jak należy. Przepraszam.

thank_for_report =
    .v1 = Dziękuję, że zadali sobie Państwo trud, żeby nam o tym powiedzieć. Większość osób by tego nie zrobiła.
    .v2 = Takie zgłoszenie nam pomaga. Jest już zapisane, Państwa słowami.
    .spoken1 = Dziękuję, że nam to Państwo mówią. To pomaga.

## What to say: Explain

explain_cause =
    .v1 = Mają Państwo prawo wiedzieć, dlaczego tak się stało: { $cause }.
    .v2 = Oto, co zawiodło: { $cause }. Lepiej powiedzieć to wprost, niż kazać się domyślać.
    .spoken1 = Już mówię, dlaczego tak się stało: { $cause }.

say_not_known_yet =
    .v1 = Nie wiem jeszcze, dlaczego tak się stało, i nie chcę zgadywać. Odpowiedź przyjdzie ode mnie, a najdłuższy czas oczekiwania to: { $due }.
    .v2 = Wciąż ustalamy przyczynę. Ile to może potrwać najdłużej: { $due }. Dam znać, jakakolwiek się okaże.
    .spoken1 = Jeszcze nie wiem, dlaczego tak się stało, i nie chcę zgadywać. Jak tylko się dowiem, dam znać.

answer_for_partner =
    .v1 = Błąd popełnił ktoś, kto pracuje na nasze zlecenie. Rozliczymy to z nim we własnym zakresie; Państwa sprawę prowadzę ja.
    .v2 = Zakup był u nas, więc my za to odpowiadamy. Nie muszą Państwo rozmawiać z nikim innym.
    .spoken1 = Zakup był u nas, więc to my odpowiadamy. Wszystko załatwiają Państwo ze mną.

walk_through_bill =
    .v1 = Przejdźmy przez rachunek razem, pozycja po pozycji. Czego nie umiemy wyjaśnić, to poprawimy.
    .v2 = Mam rachunek przed sobą. Spójrzmy na każdą pozycję, a Państwo wskażą, która się nie zgadza.
    .spoken1 = Przejdźmy przez ten rachunek razem, pozycja po pozycji.

bring_date_forward =
    .v1 = Taki czas oczekiwania Państwu podano: { $promised_wait }. Nie chcę tego tak zostawić; odezwę się { $next_news }.
    .v2 = Zapowiedziano zbyt długie czekanie: { $promised_wait }. Biorę to na siebie i { $next_news } przekażę wiadomość.
    .spoken1 = Zapowiedziany czas jest za długi. Odezwę się { $next_news }.

say_what_we_take_over =
    .v1 = Z Państwa strony to już wystarczy. Od teraz dzwonię i sprawdzam ja, a Państwu przekażę, co z tego wynikło.
    .v2 = Dalej to ja się tym zajmuję. Nie trzeba już nic więcej robić.
    .spoken1 = To już wystarczy, dalej zajmuję się tym ja.

explain_the_decision =
    .v1 = Należy się Państwu jasna odpowiedź: co przyznajemy, czego nie i z jakich powodów – tak, żeby można było to sprawdzić.
    .v2 = Chcę powiedzieć, co postanowiliśmy i jak do tego doszliśmy. Jeśli jakiś fakt się nie zgadza, proszę dać znać, a sprawdzimy jeszcze raz.
    .spoken1 = Powiem wprost, co postanowiliśmy i dlaczego.

say_who_decides_on_money =
    .v1 = Nie mogę dziś powiedzieć, jaka kwota się Państwu należy. Niczego Państwo przez to nie tracą; { $next_news } przekażę, kto o tym rozstrzygnie i do kiedy.
    .v2 = To, co się Państwu należy, zostanie rozliczone, choć nie decyduję o tym w pojedynkę. Dopilnuję, żeby nikt o tym nie zapomniał, i { $next_news } powiem, na jakim jesteśmy etapie.
    .spoken1 = Dziś nie mogę powiedzieć, ile się Państwu należy, ale przez czekanie nic nie przepada. Odezwę się { $next_news }.

## What to say: Fix

contain_loss =
    .v1 = Najpierw zatrzymajmy to, żeby nie kosztowało Państwa więcej. Zróbmy to teraz, a o reszcie porozmawiamy potem.
    .v2 = Zacznijmy od zatrzymania straty. Proszę powiedzieć, co pozwoliłoby przetrwać najbliższe godziny.
    .spoken1 = Najpierw zatrzymajmy stratę. Co pomogłoby przez najbliższe godziny?

contain_hazard =
    .v1 = Najważniejsze jest bezpieczeństwo. Jeśli ktoś jest teraz w niebezpieczeństwie, proszę się oddalić i zadzwonić pod numer alarmowy.
    .v2 = Proszę tego więcej nie używać, zostawić to tak, jak jest, i przejść w bezpieczne miejsce. Wszystko inne może poczekać.
    .spoken1 = Najpierw bezpieczeństwo. Proszę teraz oddalić się od zagrożenia i zadzwonić pod numer alarmowy, jeśli komuś coś grozi.

secure_data =
    .v1 = Zamykamy to w tej chwili, żeby nikt więcej nie mógł zobaczyć ani użyć Państwa danych. Dam znać, gdy będzie gotowe.
    .v2 = Najpierw blokuję dostęp. Potem ustalimy, co zostało ujawnione, i Państwa o tym zawiadomimy.
    .spoken1 = Już to blokuję. Potem ustalimy, co zostało ujawnione, i damy Państwu znać.

one_owner =
    .v1 = Od teraz odpowiada za to jedna osoba, aż powiedzą Państwo, że sprawa jest załatwiona: { $who }.
    .v2 = Nie będziemy już Państwa odsyłać. Dopóki nie usłyszymy, że wszystko jest w porządku, sprawę prowadzi: { $who }.
    .spoken1 = Koniec z odsyłaniem. Teraz odpowiada za to jedna osoba: { $who }.

escalate =
    .v1 = Tu potrzeba kogoś, kto może zdecydować o więcej niż ja. Dołącza do nas: { $who }. Ja też zostaję.
    .v2 = Sprawa idzie wyżej i nie trzeba będzie opowiadać jej od nowa. Od teraz bierze w niej udział także: { $who }.
    .spoken1 = Dołącza ktoś, kto może zdecydować o więcej niż ja: { $who }. Ja zostaję z Państwem.

fix_now =
    .v1 = Naprawiamy to. Najdłużej może to jeszcze potrwać: { $due }.
    .v2 = Naprawa już trwa. Wszystko wróci do porządku, a czas na to wynosi najwyżej: { $due }.
    .spoken1 = Już to naprawiamy. Maksymalny czas: { $due }.

give_workaround =
    .v1 = Żeby dało się na razie działać dalej, proponuję coś, co działa już teraz.
    .v2 = To nie jest pełne rozwiązanie i nie będę udawać, że jest. Ale pozwoli przetrwać do czasu, aż będzie gotowe.
    .spoken1 = Na razie mam coś, co działa od ręki, dopóki nie będzie pełnego rozwiązania.

offer_alternatives =
    .v1 = Muszę powiedzieć wprost: tego nie da się już naprawić. Przedstawię, co możemy zrobić zamiast tego, a wybór należy do Państwa.
    .v2 = Tego, co przepadło, nie mogę zwrócić. Która z tych możliwości najbardziej by Państwu pomogła?
    .spoken1 = Powiem wprost: tego już nie naprawimy. Ale powiem, co możemy zrobić zamiast tego.

correct_bill =
    .v1 = Wszystko, co naliczono niesłusznie, wraca do Państwa w całości, tą samą drogą, którą wpłynęło.
    .v2 = Rachunek jest poprawiony. To Państwa pieniądze i są już w drodze.
    .spoken1 = Oddamy wszystko, co naliczono niesłusznie, tą samą drogą, którą przyszła płatność.

pause_reminders =
    .v1 = Dopóki to wyjaśniamy, nie przyjdzie w tej sprawie żadne wezwanie do zapłaty. Są wstrzymane.
    .v2 = Proszę nie zwracać uwagi na wezwania do zapłaty tego rachunku; kolejnych nie będzie.
    .spoken1 = Wezwania do zapłaty są wstrzymane. Dopóki to sprawdzamy, żadne nie przyjdzie.

collect_at_our_cost =
    .v1 = Odbierzemy to od Państwa na nasz koszt. Kiedy będzie dogodnie?
    .v2 = Nie trzeba niczego pakować ani nosić. Wystarczy podać porę, a ktoś od nas po to przyjedzie.
    .spoken1 = Odbierzemy to na nasz koszt. Kiedy będzie pasowało?

book_new_visit =
    .v1 = Raz już czekali Państwo na nas w domu. Tym razem godzinę wyznaczają Państwo. Najdłuższy czas do wizyty: { $due }.
    .v2 = Kiedy mamy przyjechać? Dopasujemy się.
    .spoken1 = Tym razem godzinę wybierają Państwo. Kiedy mamy przyjechać?

send_briefed_person =
    .v1 = Osoba, która przyjedzie, wie, co się stało, i zadzwoni przed wyjazdem.
    .v2 = Wysyłamy kogoś, kto zna całą tę sprawę. W drzwiach nie trzeba będzie niczego tłumaczyć.
    .spoken1 = Kto przyjedzie, będzie wiedzieć, co się stało, i najpierw zadzwoni.

give_right_information =
    .v1 = To, co Państwu powiedziano, było błędne. Oto właściwa informacja, na piśmie; a tam, gdzie polegali Państwo na naszym słowie, dotrzymamy go.
    .v2 = Podaliśmy błędną informację i przepraszam za to. Nie będą Państwo stratni przez to, że nam uwierzyli.
    .spoken1 = To, co Państwu powiedziano, było błędne i przepraszam za to. Powiem, jak jest naprawdę, i przyślę to na piśmie.

do_the_work =
    .v1 = Zrobię to teraz za Państwa; nie trzeba niczego wypełniać.
    .v2 = Proszę zostawić to mnie. Potrzebuję tylko zgody.
    .spoken1 = Zrobię to za Państwa. Wystarczy powiedzieć „tak”.

help_without_blame =
    .v1 = Zobaczmy, jak to naprawić. To się łatwo zdarza.
    .v2 = Da się to prosto poprawić. Zróbmy to razem.
    .spoken1 = To się zdarza. Zaraz razem to naprawimy.

tell_all_affected =
    .v1 = Nie tylko Państwa to dotknęło. Zawiadamiamy teraz wszystkich, co się stało i co z tym robimy.
    .v2 = Oto, co wiemy – dla wszystkich, których to dotyczy; tę stronę na bieżąco uzupełniamy.
    .spoken1 = To dotknęło też innych. Właśnie wszystkich zawiadamiamy, co się stało i co z tym robimy.

prevent_next_issue =
    .v1 = Przy okazji: jest jeszcze jedna rzecz, z którą trzeba by było do nas wracać. Chcę załatwić ją od razu.
    .v2 = Żeby nie trzeba było odzywać się w tej sprawie ponownie, zobaczmy, co będzie dalej.
    .spoken1 = Skoro już rozmawiamy, załatwmy jeszcze jedno, żeby nie trzeba było znowu dzwonić.

test_together =
    .v1 = U nas jest gotowe. Sprawdzimy razem, czy działa też u Państwa?
    .v2 = Czy możemy to wypróbować teraz, póki tu jestem? Jeśli nie zadziała, od razu szukamy dalej.
    .spoken1 = Sprawdzimy to teraz, póki jestem na miejscu?

## What to say: Compensate

repay_loss =
    .v1 = Wydali Państwo z tego powodu { $loss }. Zwracamy tę sumę w całości; to się Państwu należy.
    .v2 = Rachunki opiewają na { $loss } i tyle zwracamy. To nie jest prezent.
    .spoken1 = Zwracamy { $loss }, w całości. To się Państwu należy.

give_back_price =
    .v1 = To, za co Państwo zapłacili, nie dotarło, więc zwracamy całą cenę. Ta kwota się Państwu należy; nie trzeba o nią prosić.
    .v2 = Za te pieniądze nie dostali Państwo nic, więc wracają do Państwa co do grosza.
    .spoken1 = Nic nie dotarło, więc zwracamy wszystko, co Państwo zapłacili.

pay =
    .v1 = Chcemy też Państwu to wynagrodzić. Przekazujemy { $goodwill_amount }, tą samą drogą, którą przyszła płatność. Najdłużej potrwa to: { $due }.
    .v2 = Kwota { $goodwill_amount } jest już do Państwa w drodze. Najdłuższy czas, jakiego potrzebuje: { $due }.
    .spoken1 = Chcemy to wynagrodzić. Przekażemy { $goodwill_amount }, tak samo, jak przyszła płatność.

exchange =
    .v1 = W zamian dostaną Państwo egzemplarz, który działa. Przed wysyłką został u nas wypróbowany.
    .v2 = Wymieniamy. To, co teraz do Państwa trafi, jest sprawdzone.
    .spoken1 = Dostaną Państwo działający egzemplarz. Jest już wypróbowany.

do_again =
    .v1 = Zrobimy to jeszcze raz, aż wszystko będzie tak, jak Państwo chcą.
    .v2 = Powtórzymy to na nasz koszt i tym razem tak, jak trzeba.
    .spoken1 = Zrobimy to od nowa, na nasz koszt, i tym razem porządnie.

personal_gesture =
    .v1 = Chcę to wynagrodzić osobiście. To coś, co robimy sami, prosto ode mnie.
    .v2 = Sam list to za mało. Czy mogę Państwa odwiedzić albo przysłać coś, co robimy własnymi rękami?
    .spoken1 = Chcę to osobiście wynagrodzić. To coś od nas i ode mnie.

give_unasked =
    .v1 = Zanim padnie prośba: to dla Państwa, w związku z tym, co się stało.
    .v2 = O to nie trzeba było prosić. Proszę przyjąć, razem z naszymi przeprosinami.
    .spoken1 = To dla Państwa, w związku z tym, co się stało.

same_for_all =
    .v1 = Wszyscy, których to dotknęło, otrzymują to samo. Można o tym przeczytać tutaj.
    .v2 = Traktujemy jednakowo wszystkich, których to spotkało, i podaliśmy publicznie, co przyznajemy.
    .spoken1 = Każdy, kogo to dotknęło, dostaje to samo, i każdy może o tym przeczytać.

thank_regular =
    .v1 = Są Państwo z nami od dawna. To podziękowanie za ten czas i nic więcej.
    .v2 = Niezależnie od tego wszystkiego: dziękujemy, że od lat Państwo do nas wracają.
    .spoken1 = A niezależnie od tego: dziękujemy, że są Państwo z nami tak długo.

small_surprise =
    .v1 = Nikt tu nie zawinił i wszystko już działa. A mimo to chcemy sprawić Państwu przyjemność.
    .v2 = To nie ma nic wspólnego z tym, co się należy. Pomyśleliśmy, że może Państwa ucieszy.
    .spoken1 = Już działa i nikt tu nie zawinił. Mimo to mamy dla Państwa drobiazg.

say_rights_stay =
    .v1 = Przyjęcie tego nic Państwa nie kosztuje: wszystkie prawa, które dają przepisy, pozostają w mocy.
    .v2 = Przyjmując to, nie rezygnują Państwo z żadnego prawa i nie trzeba niczego podpisywać.
    .spoken1 = Przyjmując to, nie rezygnują Państwo z żadnego prawa.

## What to say: Close

name_next_date =
    .v1 = Sprawa nie jest jeszcze załatwiona i nie będę udawać, że jest. Prowadzę ją dalej i odezwę się { $next_news }, także wtedy, gdy nie będzie nic nowego.
    .v2 = Jeszcze nie jesteśmy u celu. Wiadomość, jak daleko jesteśmy, przekażę { $next_news }.
    .spoken1 = To jeszcze nie koniec. Zajmuję się tym dalej i odezwę się { $next_news }.

answer_by_law =
    .v1 = Ostateczną odpowiedź otrzymają Państwo najpóźniej { $legal_answer_by }. Podamy w niej adres instytucji, która może zbadać sprawę po nas.
    .v2 = Prawo wyznacza nam termin: { $legal_answer_by }. Nie trzeba będzie nam o nim przypominać.
    .spoken1 = Na ostateczną odpowiedź prawo daje nam termin: { $legal_answer_by }. Nie trzeba nam o tym przypominać.

close_partly =
    .v1 = Sprawdziliśmy każdy punkt Państwa zgłoszenia. W części mają Państwo rację i działamy; w części widzimy to inaczej. Oto powody jednego i drugiego.
    .v2 = Za część tego odpowiadamy my, za część nie. Proponuję przejść przez to razem, punkt po punkcie.
    .spoken1 = Część tego leżała po naszej stronie, część nie. Omówmy to po kolei.

close_not_upheld =
    .v1 = Zbadaliśmy to dokładnie i nie możemy rozstrzygnąć tak, jak Państwo oczekiwali. Oto, co wzięliśmy pod uwagę, co zmieniłoby nasze zdanie i jak można się od tego odwołać.
    .v2 = Muszę odmówić i zależy mi na tym, żeby było widać dlaczego. Jeśli jest coś, o czym nie wiedzieliśmy, proszę to przysłać; sprawdzimy jeszcze raz.
    .spoken1 = Muszę odmówić i chcę powiedzieć dlaczego.

close_out_of_scope =
    .v1 = O tym nie decydujemy my, ale nie chcę zostawiać Państwa z niczym. Państwa zgłoszenie jest już u tych, którzy mogą to rozstrzygnąć.
    .v2 = O tym rozstrzygają inni. Podaję, do kogo można się tam zwrócić; Państwa sprawa jest tam już znana.
    .spoken1 = O tym decydują inni. Znają już całą sprawę, a ja podam, jak się z nimi skontaktować.

close_withdrawn =
    .v1 = Potwierdzam, że nie chcą Państwo tego dalej prowadzić. Jeśli to się zmieni, wystarczy jedno zdanie do mnie.
    .v2 = Zostawiamy to, zgodnie z życzeniem. To, co się Państwu należy, należy się nadal, a drzwi pozostają otwarte.
    .spoken1 = Zostawiamy to, zgodnie z życzeniem. Zawsze można do tego wrócić.

name_adr =
    .v1 = Jeśli widzą to Państwo inaczej, sprawę może zbadać niezależna instytucja. Oto jej adres; nie należy do nas.
    .v2 = Nie trzeba wierzyć nam na słowo. Ta instytucja jest niezależna i można się do niej zwrócić.
    .spoken1 = Jeśli się Państwo z tym nie zgadzają, jest niezależna instytucja, która może to zbadać. Podam jej adres.

offer_mediator =
    .v1 = Sami się w tym nie porozumiemy. Czy zgodzą się Państwo na rozmowę z mediatorem, który nie stoi po żadnej stronie? To, co się należy, otrzymają Państwo tak czy inaczej.
    .v2 = Może pomoże, jeśli obu stron wysłucha ktoś trzeci. Tak działa mediator; można odmówić i nic się na tym nie traci.
    .spoken1 = Może pomoże, gdy obu stron wysłucha ktoś z zewnątrz. Czy rozmowa z mediatorem wchodzi w grę? Nic się na tym nie traci.

state_final_position =
    .v1 = Oto nasze ostateczne stanowisko wraz z uzasadnieniem. Te drogi pozostają dla Państwa otwarte.
    .v2 = Sprawdziliśmy to jeszcze raz i to jest nasze ostatnie słowo, z uzasadnieniem i wskazaniem, co jeszcze można zrobić. Osoba decydująca: { $who }.
    .spoken1 = To nasze ostatnie słowo i powiem, skąd się wzięło. Te drogi są nadal otwarte.

confirm_in_writing =
    .v1 = Prześlę, co ustaliliśmy: co robimy, do kiedy i kto tego pilnuje.
    .v2 = Za chwilę będą to mieli Państwo na piśmie. Jeśli coś się nie zgadza, proszę o znak.
    .spoken1 = Wyślę na piśmie, co ustaliliśmy.

close_warmly =
    .v1 = Wszystko jest więc zrobione tak, jak ustaliliśmy. Czy mogę pomóc w czymś jeszcze? Dziękuję, że mogliśmy to naprawić.
    .v2 = Cieszę się, że znów działa. Jeśli jest coś jeszcze, o czym warto porozmawiać, to dobra chwila.
    .spoken1 = To mamy załatwione. Czy mogę pomóc w czymś jeszcze?
    .spoken2 = Cieszę się, że się udało. Dziękuję, że mogliśmy to naprawić.

mend_the_feeling =
    .v1 = Nie piszę w tamtej sprawie. Chcę zapytać, jak teraz Państwa obsługujemy.
    .v2 = Sprawa jest naprawiona, ale mam wrażenie, że coś jeszcze zostało. Czy mogę o to zapytać?
    .spoken1 = Nie dzwonię w tamtej sprawie. Chcę zapytać, jak teraz Państwa obsługujemy.

check_back =
    .v1 = Pytam, zanim trzeba będzie znów się do nas odzywać: czy wszystko nadal działa?
    .v2 = Czy wszystko jest tak, jak powinno? Jeśli nie, zajmę się tym od razu.
    .spoken1 = Chcę tylko zapytać: czy to nadal działa?

## What to say: Learn

tell_what_became =
    .v1 = Otrzymaliśmy od Państwa propozycję. Oto, co z niej wynikło.
    .v2 = Powiedzieli nam Państwo, co możemy robić lepiej. Chcę przekazać, co z tym zrobiliśmy, nawet jeśli to nie wszystko, na co Państwo liczyli.
    .spoken1 = Mamy od Państwa propozycję i chcę powiedzieć, co z niej wynikło.

## What to say: Hard cases

stay_with_them =
    .v1 = Dziękuję za te słowa. Traktuję je poważnie. Czy w tej chwili jest bezpiecznie? Jeśli może grozić niebezpieczeństwo, proszę teraz zadzwonić pod numer alarmowy albo poprosić o to kogoś w pobliżu.
    .v2 = Dobrze, że to zostało powiedziane, i traktuję to poważnie. Zapytam wprost: czy pojawiają się myśli o odebraniu sobie życia? Można o tym mówić otwarcie. Jeśli coś grozi w tej chwili, proszę zadzwonić pod numer alarmowy; o każdej porze są tam przeszkolone osoby.
    .spoken1 = Dziękuję, że o tym rozmawiamy. Traktuję to poważnie. Zapytam wprost: czy pojawiają się myśli o odebraniu sobie życia? Czy w tej chwili jest bezpiecznie?
    .spoken2 = Traktuję te słowa poważnie. Czy w tej chwili jest bezpiecznie? Czy ktoś jest obok?

care_for_injured =
    .v1 = Jak się Państwo teraz czują? Czy jest ktoś, kto udziela pomocy?
    .v2 = Przede wszystkim: jak się czują wszyscy, którzy ucierpieli, i czego teraz potrzeba?
    .spoken1 = Jak się Państwo teraz czują? Czy ktoś udziela pomocy?

name_investigator =
    .v1 = To, co Państwo opisują, jest poważne i zbada to ktoś, kto nie miał w tym udziału. Podamy nazwisko i Państwa wysłuchamy.
    .v2 = Nie było mnie przy tym i nie będę tego stąd oceniać. Sprawa zostanie zbadana, a o dalszym ciągu Państwa zawiadomimy.
    .spoken1 = To poważna sprawa. Zbada ją ktoś, kto nie miał w niej udziału, i wysłucha Państwa.

route_to_counsel =
    .v1 = Sprawa weszła na drogę prawną, dlatego co do jej istoty odpowie Państwu nasz dział prawny. Ze wszystkim innym nadal można zwracać się do mnie.
    .v2 = Państwa pisma w samej sprawie trafiają teraz do naszego działu prawnego, żeby nic nie zginęło. W pozostałych kwestiach nadal jestem do dyspozycji.
    .spoken1 = W samej sprawie odpowie teraz nasz dział prawny. We wszystkim innym pomagam ja.

warn_once =
    .v1 = Chcę w tym pomóc. Nie mogę, kiedy padają obelgi. Czy możemy rozmawiać dalej bez nich?
    .v2 = Mają Państwo wszelkie powody do złości. Proszę mnie nie obrażać, wtedy to rozwiążemy.
    .spoken1 = Chcę pomóc. Proszę mnie nie obrażać, wtedy to rozwiążemy.

end_contact =
    .v1 = Kończę teraz tę rozmowę. Państwa reklamacja biegnie dalej i można do nas pisać. Od tej chwili prowadzi ją: { $who }.
    .v2 = W ten sposób nie mogę dalej rozmawiać, więc na tym kończę. Odpowiedź przyjdzie na piśmie.
    .spoken1 = Kończę teraz tę rozmowę. Reklamacja biegnie dalej, a odpowiedź przyjdzie na piśmie.

reach_by_team =
    .v1 = Do naszego zespołu można pisać w każdej chwili. Proszę podać numer sprawy; wtedy każdy, kto odpowiada, wie, co już zostało powiedziane.
    .v2 = Sprawa ma swój numer. Dzięki niemu nasz zespół widzi wszystko i odpowiada na piśmie.
    .spoken1 = Do naszego zespołu można pisać w każdej chwili. Sprawa ma numer; dzięki niemu wiadomo, co już padło.

## What the agent reads: the pack and its steps

pack =
    .title = Jak naprawić to, co zawiodło: podstawy

step-understand =
    .title = Zrozum

step-apologise =
    .title = Przeproś

step-explain =
    .title = Wyjaśnij

step-fix =
    .title = Napraw

step-compensate =
    .title = Zrekompensuj

step-close =
    .title = Zamknij

step-learn =
    .title = Wyciągnij wnioski

## What the agent reads: pack.toml

role-agent =
    .title = pracownik obsługi

role-team_lead =
    .title = lider zespołu

role-service_manager =
    .title = kierownik obsługi klienta

role-experience_director =
    .title = dyrektor odpowiedzialny za doświadczenia klienta

role-safety_officer =
    .title = specjalista ds. bezpieczeństwa

role-privacy_officer =
    .title = inspektor ochrony danych

role-legal_counsel =
    .title = dział prawny

role-fraud_team =
    .title = zespół ds. nadużyć

role-quality_lead =
    .title = kierownik ds. jakości

role-operations_lead =
    .title = kierownik operacyjny

role-training_lead =
    .title = kierownik ds. szkoleń

setting-acknowledge_within =
    .title = Czas, w którym na pisemną reklamację odpowiada człowiek

setting-public_answer_within =
    .title = Czas, w którym na publiczną skargę pada publiczna odpowiedź

setting-callback_within =
    .title = Czas, w którym odbywa się zaproponowana rozmowa telefoniczna

setting-explain_within =
    .title = Czas na ustalenie i podanie nieznanej jeszcze przyczyny

setting-news_after =
    .title = Najpóźniejsza wiadomość dla klienta w otwartej sprawie, w dniach roboczych

setting-repeat_fixed_within =
    .title = Czas na naprawę po nieudanej próbie

setting-pay_at_once_within =
    .title = Czas, w którym docierają pieniądze, jeśli można je wypłacić dziś

setting-pay_later_within =
    .title = Czas, w którym docierają pieniądze, jeśli nie można ich wypłacić dziś

setting-check_back_after =
    .title = Czas, po którym pytamy ponownie, czy nadal działa

setting-learn_within =
    .title = Czas na zapisanie przyczyny i podjęcie działania

setting-felt_wait =
    .title = Próg, od którego czas oczekiwania w kolejce wymieniamy w przeprosinach

setting-long_wait =
    .title = Próg, od którego czas oczekiwania w kolejce liczy się jako uciążliwość

setting-long_promise =
    .title = Próg, od którego zapowiedziany czas oczekiwania jest za długi

setting-many_contacts =
    .title = Liczba kontaktów, od której liczą się jako uciążliwość

setting-many_affected =
    .title = Liczba klientów, od której problem dotyka wielu

setting-days_felt_long =
    .title = Czas trwania, od którego nawet niedogodność waży więcej

setting-days_unbearable =
    .title = Czas trwania, od którego zakłócenie staje się krytyczne

setting-small_price =
    .title = Gest za coś, co kosztowało mniej, to drobiazg, a nie pieniądze

setting-small_charge =
    .title = Gest za błędną opłatę poniżej tej kwoty to drobiazg, bo sama opłata wraca

parameter-due =
    .title = maksymalny czas

parameter-clock =
    .title = początek biegu terminu
    .value-received = otrzymanie reklamacji
    .value-promised = złożenie obietnicy

parameter-who =
    .title = kto

## What the agent reads: facts.toml

fact-channel =
    .title = kanał
    .ask = Jaką drogą dotarła do nas reklamacja?
    .value-phone = telefon
    .value-in_person = rozmowa na miejscu
    .value-chat = czat
    .value-messenger = komunikator
    .value-email = e-mail
    .value-web_form = formularz na stronie
    .value-letter = list
    .value-social = media społecznościowe
    .value-review = opinia w internecie

fact-contacts =
    .title = liczba kontaktów w tej sprawie
    .ask = Ile razy klient kontaktował się z nami w tej sprawie, łącznie z tym razem?

fact-last_attempt =
    .title = wynik ostatniej próby kontaktu
    .ask = Czym zakończyła się ostatnia próba kontaktu klienta z nami?
    .value-answered = odpowiedź
    .value-abandoned = rezygnacja przed odpowiedzią
    .value-unanswered = brak odpowiedzi
    .value-unpleasant = nieprzyjemna rozmowa

fact-transfers =
    .title = liczba przekazań
    .ask = Ile razy w tej sprawie przekazano klienta komuś innemu?

fact-story_told =
    .title = historia już nam znana od klienta
    .ask = Czy klient opowiadał nam już wcześniej, co się stało?

fact-waited =
    .title = czas oczekiwania w kolejce
    .ask = Jak długo klient czekał, zanim ktoś odpowiedział?

fact-promised =
    .title = obiecano odpowiedź lub termin
    .ask = Czy klientowi obiecano odpowiedź lub termin?

fact-promise =
    .title = stan obietnicy
    .ask = Co się stało z obietnicą?
    .value-pending = termin jeszcze trwa
    .value-kept = dotrzymana
    .value-missed = niedotrzymana

fact-promised_wait =
    .title = zapowiedziany czas oczekiwania
    .ask = Jaki czas oczekiwania podano klientowi?

fact-auto_reply =
    .title = dotąd tylko odpowiedź automatyczna
    .ask = Czy odpowiedź automatyczna to wszystko, co klient od nas dotąd dostał?

fact-bot =
    .title = kontakt z botem
    .ask = Czy klient rozmawiał z botem?

fact-language_shared =
    .title = mówimy w języku klienta
    .ask = Czy znajomość języka klienta wystarcza do rozmowy o reklamacji?

fact-prefers_writing =
    .title = woli pisać lub tego potrzebuje
    .ask = Czy klient chce lub musi pozostać przy kontakcie pisemnym?

fact-verification =
    .title = potwierdzenie tożsamości
    .ask = Czy klient musi jeszcze potwierdzić swoją tożsamość?
    .value-not_needed = niepotrzebne
    .value-needed = potrzebne
    .value-done = już załatwione

fact-what_happened =
    .title = co się stało
    .ask = Co się stało? Proszę zaznaczyć wszystko.
    .value-outage = awaria
    .value-faulty_product = wadliwy produkt
    .value-not_delivered = brak dostawy
    .value-late = opóźnienie
    .value-wrong_item = niewłaściwy towar
    .value-wrong_charge = błędnie naliczona opłata
    .value-damage = szkoda
    .value-missed_visit = wizyta, która się nie odbyła
    .value-wrong_information = błędna informacja
    .value-long_wait = długie czekanie
    .value-no_answer = brak odpowiedzi
    .value-passed_around = odsyłanie od osoby do osoby
    .value-slow_solution = przewlekłe załatwianie
    .value-more_data_asked = żądanie kolejnych danych
    .value-return_burden = uciążliwy zwrot
    .value-more_work = dodatkowa praca dla klienta
    .value-hard_to_buy = utrudniony zakup
    .value-rude_staff = niegrzeczna obsługa
    .value-scripted = rozmowa według skryptu
    .value-not_understood = niezrozumienie
    .value-feedback_ignored = zlekceważona uwaga
    .value-poor_support = słaba pomoc
    .value-data_exposed = ujawnienie danych

fact-failed_link =
    .title = ogniwo, które zawiodło
    .ask = Które ogniwo łańcucha zawiodło?
    .value-desk = obsługa klienta
    .value-shop = sklep
    .value-delivery = dostawa
    .value-technician = technik
    .value-partner = partner
    .value-system = system

fact-impact =
    .title = skutki
    .ask = Co to oznaczało dla klienta: niedogodność, pokrzyżowane plany czy poważną szkodę dla domu, zdrowia, pracy lub pieniędzy?
    .value-nuisance = niedogodność
    .value-disruption = pokrzyżowane plany
    .value-serious = poważna szkoda

fact-ongoing =
    .title = wciąż trwa
    .ask = Czy to wciąż trwa?

fact-loss_growing =
    .title = strata rośnie z każdą godziną
    .ask = Czy strata klienta rośnie, podczas gdy rozmawiamy?

fact-affected =
    .title = liczba dotkniętych klientów
    .ask = Ilu klientów to dotyka?

fact-recurrence =
    .title = pierwszy raz czy kolejny
    .ask = Czy to pierwszy raz, czy zdarzyło się już wcześniej, czy też próbowaliśmy już to naprawić i się nie udało?
    .value-first = pierwszy raz
    .value-repeated = zdarzyło się wcześniej
    .value-failed_recovery = nieudana próba naprawy

fact-fault =
    .title = kto to spowodował
    .ask = Kto to spowodował?
    .value-company = firma
    .value-partner = partner
    .value-nobody = nikt
    .value-customer = klient
    .value-unclear = nie wiadomo

fact-cause_known =
    .title = wiemy, dlaczego tak się stało
    .ask = Czy wiemy, dlaczego tak się stało?

fact-liability_cleared =
    .title = zgoda na przyjęcie odpowiedzialności
    .ask = Czy dział prawny zgodził się na to, żebyśmy przyjęli odpowiedzialność?

fact-anger =
    .title = poziom złości
    .ask = Jak bardzo klient się złości?
    .value-calm = spokój
    .value-annoyed = rozdrażnienie
    .value-angry = złość
    .value-furious = wściekłość

fact-regular =
    .title = stały klient w całej grupie
    .ask = Czy to stały klient – nasz lub siostrzanej firmy w dowolnym kraju?

fact-segment =
    .title = do domu czy dla firmy
    .ask = Czy klient kupuje do domu, czy dla firmy?
    .value-home = do domu
    .value-business = dla firmy

fact-need =
    .title = na kiedy jest potrzebne
    .ask = Na kiedy klient tego potrzebuje: może poczekać, dzisiaj, czy coś dzieje się właśnie w tej chwili?
    .value-can_wait = może poczekać
    .value-today = dzisiaj
    .value-live = właśnie teraz

fact-crowd =
    .title = na miejscu są ludzie, którzy tego potrzebują
    .ask = Czy na miejscu są goście lub inne osoby, dla których to ważne?

fact-asks_for =
    .title = o co klient prosi
    .ask = O co klient prosi?
    .value-explanation = wyjaśnienie
    .value-apology = przeprosiny
    .value-repair = naprawa
    .value-replacement = wymiana
    .value-refund = zwrot pieniędzy
    .value-compensation = rekompensata
    .value-improvement = poprawa na przyszłość
    .value-supervisor = rozmowa z przełożonym

fact-staff_abuse =
    .title = zachowanie wobec obsługi
    .ask = Czy klient obraża obsługę lub jej grozi?
    .value-civil = kulturalne
    .value-abusive = obraźliwe
    .value-abusive_after_warning = obraźliwe mimo ostrzeżenia
    .value-threatening = groźby przemocy

fact-vulnerable =
    .title = potrzeba szczególnej troski

fact-leaves =
    .title = nastrój klienta na koniec
    .ask = W jakim nastroju klient kończy z nami kontakt?
    .value-worse = gorszy niż na początku
    .value-unmoved = bez zmian
    .value-relieved = ulga
    .value-pleased = zadowolenie

fact-hazard =
    .title = ktoś jest w niebezpieczeństwie
    .ask = Czy komuś grozi niebezpieczeństwo?

fact-self_harm =
    .title = słowa o samookaleczeniu lub samobójstwie

fact-injury =
    .title = ktoś doznał obrażeń

fact-discrimination_alleged =
    .title = zarzut dyskryminacji

fact-fraud_suspected =
    .title = podejrzenie oszustwa

fact-legal_action =
    .title = wkroczył prawnik, sąd lub organ nadzoru
    .ask = Czy w sprawę wkroczył prawnik, sąd lub organ nadzoru?

fact-price =
    .title = cena części, której to dotyczy
    .ask = Ile kosztowała część, której to dotyczy, i tylko ta część?

fact-loss =
    .title = udokumentowana strata
    .ask = Ile klient stracił lub wydał z tego powodu, według rachunków, poza samą ceną i tym, co naliczono błędnie?

fact-days_without =
    .title = czas bez tego
    .ask = Jak długo klient musi się bez tego obywać?

fact-service =
    .title = wadliwa usługa
    .ask = Czy klient mimo wszystko skorzystał z wadliwej usługi, czy ją odrzucił?
    .value-accepted = przyjęta
    .value-rejected = odrzucona

fact-pays_today =
    .title = pieniądze można wypłacić dzisiaj
    .ask = Czy pieniądze można zwrócić dzisiaj?

fact-fix =
    .title = naprawa
    .ask = Czy da się to naprawić: w pełni, tylko rozwiązaniem zastępczym, wcale, czy jest już zrobione?
    .value-possible = możliwa
    .value-workaround = tylko rozwiązanie zastępcze
    .value-impossible = niemożliwa
    .value-done = już wykonana

fact-accepted =
    .title = klient przyjmuje rozwiązanie
    .ask = Czy klient przyjmuje rozwiązanie?

fact-finding =
    .title = wynik rozpatrzenia
    .ask = Co wykazało rozpatrzenie sprawy?
    .value-open = jeszcze nie wiadomo
    .value-upheld = zasadna
    .value-partly_upheld = częściowo zasadna
    .value-not_upheld = niezasadna
    .value-out_of_scope = poza naszą właściwością
    .value-withdrawn = wycofana

fact-talks_failed =
    .title = bezpośrednie rozmowy się nie powiodły
    .ask = Czy bezpośrednie rozmowy się nie powiodły?

fact-adr =
    .title = jest niezależny mediator
    .ask = Czy jest mediator lub inny podmiot pozasądowego rozwiązywania sporów, który przyjmuje takie reklamacje?

fact-jurisdiction =
    .title = właściwe prawo
    .ask = Prawu którego kraju podlega zakup klienta?
    .value-bg = Bułgaria
    .value-gb = Wielka Brytania
    .value-gr = Grecja
    .value-ir = Iran
    .value-pl = Polska
    .value-ua = Ukraina
    .value-other_eu = inny kraj Unii Europejskiej
    .value-elsewhere = gdzie indziej

fact-sector =
    .title = branża
    .ask = Jaka to branża?
    .value-retail = handel detaliczny
    .value-hospitality = hotelarstwo i gastronomia
    .value-travel = podróże
    .value-leisure = czas wolny
    .value-telecom = telekomunikacja
    .value-energy = energetyka
    .value-finance = finanse
    .value-public_service = usługi publiczne
    .value-industry = przemysł
    .value-other = inna

fact-received =
    .title = dzień otrzymania
    .ask = Którego dnia reklamacja dotarła do nas po raz pierwszy?

fact-agent_name =
    .title = imię i nazwisko obsługującej osoby
    .ask = Jakie imię i nazwisko ma poznać klient?

fact-problem =
    .title = co się stało, w kilku słowach
    .ask = Co się stało, własnymi słowami klienta?

fact-cause =
    .title = dlaczego tak się stało, w kilku słowach
    .ask = Dlaczego tak się stało, w słowach zrozumiałych dla każdego?

## What the agent reads: avoid.toml

action-ask_again =
    .title = Ponowne pytanie o to, co klient już nam powiedział

action-ask_for_details =
    .title = Pytanie o szczegóły, zanim wszyscy będą bezpieczni

action-verify_again =
    .title = Ponowne sprawdzanie tożsamości

action-form_letter =
    .title = List z szablonu albo kolejna odpowiedź automatyczna

action-long_correspondence =
    .title = Kolejne pismo w długiej wymianie pism

action-personal_in_public =
    .title = Dane i sprawy osobiste tam, gdzie mogą je przeczytać inni

action-pass_bot_for_person =
    .title = Udawanie, że bot jest człowiekiem

action-pass_on =
    .title = Odsyłanie klienta do innej osoby lub innego kanału

action-argue =
    .title = Przekonywanie klienta, że nie ma racji

action-accuse =
    .title = Mówienie lub sugerowanie, że klient oszukuje

action-deny_at_once =
    .title = Zaprzeczanie, zanim ktokolwiek to sprawdził

action-read_a_script =
    .title = Czytanie ze skryptu

action-vague_apology =
    .title = Przeprosiny bez powiedzenia, za co

action-admit_liability =
    .title = Przyznanie się do odpowiedzialności przed uzyskaniem zgody

action-justify =
    .title = Usprawiedliwianie tego, co poszło źle

action-compare_with_others =
    .title = Mówienie, że inni mają gorzej

action-blame_a_colleague =
    .title = Zrzucanie winy na kogoś z zespołu, na partnera lub na klienta

action-guess_the_cause =
    .title = Zgadywanie przyczyny

action-hollow_phrases =
    .title = Zapewnianie klienta, jak bardzo go cenimy, podczas gdy czeka

action-promise_unowned =
    .title = Obiecywanie czegoś, za co nikt nie odpowiada

action-money_before_apology =
    .title = Proponowanie pieniędzy przed przeprosinami

action-small_partial_offer =
    .title = Oferta poniżej 60% ceny dla kogoś, kto odrzucił usługę

action-pile_up_gifts =
    .title = Dawanie więcej niż półtorakrotności ceny części, której to dotyczy

action-offer_off_the_record =
    .title = Własna oferta składana obok prawników

action-trade_for_silence =
    .title = Dawanie czegokolwiek w zamian za milczenie lub lepszą ocenę

action-guess_the_grounds =
    .title = Obcinanie tego, co się należy, bo argumenty klienta wydają się słabe

action-adr_instead_of_remedy =
    .title = Odsyłanie klienta do mediatora zamiast dania tego, co się należy

action-link_closed_platform =
    .title = Podawanie linku do zamkniętej europejskiej platformy ODR

action-cheerful_close =
    .title = Radosne pożegnanie przy nierozwiązanej sprawie

action-close_unaccepted =
    .title = Zamykanie sprawy bez zgody klienta na rozwiązanie

rule-no_script_for_a_person =
    .because = Kogo raz potraktowano jak numer, ten od razu słyszy, gdy dzieje się to znowu.

rule-no_promise_without_an_owner =
    .because = Obietnica, która zależy od kogoś innego, to zapowiedź niedotrzymanego słowa.

rule-no_blame_for_the_last_one =
    .because = Dla klienta wszyscy jesteśmy jedną firmą.

## What the agent reads: conditions.toml

condition-in_writing =
    .title = przyszło na piśmie
    .because = Pismo daje czas do namysłu i ukrywa, co ktoś czuje.

condition-public =
    .title = inni mogą to przeczytać
    .because = Odpowiedź czyta tam wielu, którzy sami nigdy nie napisali.

condition-outcome_failed =
    .title = klient nie dostał tego, co kupił
    .because = Zawiodła sama rzecz, a nie tylko to, jak się z klientem obchodzono.

condition-awaited =
    .title = klient wciąż na to czeka
    .because = Czegoś brakuje albo coś w tej chwili nie działa: tu liczy się zegar potrzeby klienta.

condition-responsible =
    .title = odpowiadamy za to
    .because = Klient kupił u nas. Kto dla nas pracuje, to nasza sprawa.

condition-answerable =
    .title = odpowiadamy za to, a zarzut pozostaje w mocy
    .because = Wycofana reklamacja nie sprawi, że to, co poszło źle, się nie stało.

condition-double_deviation =
    .title = zawiedliśmy dwa razy
    .because = Po samym błędzie zawiodła też odpowiedź na niego.

condition-promise_too_long =
    .title = zapowiedziano zbyt długie czekanie
    .because = Długie zapowiedziane czekanie to opóźnienie z naszym podpisem.

condition-liability_in_play =
    .title = słowa można odczytać jako uznanie odpowiedzialności
    .because = Jedne przepisy widzą w przeprosinach przyznanie się, inne mówią, że nim nie są.

condition-money_waits =
    .title = coś innego idzie przed pieniędzmi
    .because = Najpierw bezpieczeństwo albo zgoda osoby, która musi to dopuścić.

condition-many_hit =
    .title = dotyka to wielu naraz
    .because = Ludzie, których spotkało to samo, porównują, co kto dostał.

condition-unsolved =
    .title = jeszcze nierozwiązane
    .because = Sprawa jest rozwiązana, gdy tak mówi klient albo gdy nie zostaje już nic do rozwiązania.

condition-well_solved =
    .title = rozwiązane i klient się z tym zgadza
    .because = Dopiero wtedy jest się z czego cieszyć.

condition-to_mend =
    .title = jest coś do naprawienia
    .because = Co okazało się w porządku albo nie nasze, to się wyjaśnia, a nie naprawia.

condition-undecided_yet =
    .title = nikt jeszcze nie może powiedzieć, kto to spowodował
    .because = Dopóki to otwarte, nie ma ani wyroku, ani kwoty, ani odmowy.

condition-inquiry =
    .title = najpierw trzeba to zbadać
    .because = Kogo tam nie było, ten nie wydaje wyroku ani nie podaje przyczyn.

condition-money_open =
    .title = to, co się należy, zostanie ustalone później
    .because = Nikt nie może jeszcze wskazać formy; kwota jest taka, jaka by była.

condition-money_fits =
    .title = pieniądze odpowiadają rodzajowi straty
    .because = Stracono pieniądze albo tego, co kupiono, nie przyjęto lub nie da się już dać.

condition-price_goes_back =
    .title = to, za co zapłacono, nie dotarło i nie dotrze
    .because = Kto nic nie dostaje, ten nic nie płaci, niezależnie od tego, czyja to wina.

condition-whole_again =
    .title = klient ma to, za co zapłacono, albo jego cenę
    .because = Gest dobrej woli stoi wtedy obok tego, za co zapłacono, a nie zamiast tego.

condition-small_sum =
    .title = za mało, by wypłacać to w pieniądzu
    .because = Kilka groszy na koncie brzmi jak kpina; filiżanka kawy nie.

condition-small_lapse =
    .title = drobne potknięcie, pierwsze
    .because = Było drobne i było nasze: nikt nie powinien musieć prosić.

condition-room_for_delight =
    .title = łagodny, pierwszy kłopot, na który nikt nie miał wpływu, już naprawiony
    .because = Tylko tu niespodzianka cieszy; po drugim błędzie brzmi jak drwina.

condition-only_improvement =
    .title = propozycja, nie roszczenie
    .because = Klient chce, żeby było lepiej, także innym.

## What the agent reads: hard_cases.toml

action-contain_hazard =
    .title = Najpierw usuń zagrożenie: wstrzymaj użycie, odsuń ludzi, wezwij pomoc

action-stay_with_them =
    .title = Zostań w kontakcie, pytaj otwarcie, potraktuj to poważnie i sprowadź przeszkoloną pomoc lub podaj numer alarmowy

action-care_for_injured =
    .title = Dopilnuj, żeby rannym udzielono pomocy; o ich stan zapytaj przed czymkolwiek innym

action-keep_evidence =
    .title = Zachowaj wszystko w obecnym stanie: przedmiot, wiadomości, nagrania, dziennik

action-tell_insurer =
    .title = Zgłoś to dziś do działu prawnego i ubezpieczyciela

action-tell_privacy_officer =
    .title = Powiadom od razu inspektora ochrony danych; termin prawny już biegnie

action-secure_data =
    .title = Zamknij wyciek: zablokuj konto, wycofaj to, co wysłano, zmień to, co ktoś zobaczył

action-name_investigator =
    .title = Wskaż przeszkoloną osobę, która nie brała w tym udziału i zbada sprawę, i powiedz, co dalej

action-route_to_counsel =
    .title = Oddaj działowi prawnemu decyzję o treści dalszych pism; zachowaj życzliwość i pozostań w kontakcie

action-hold_quietly =
    .title = Wstrzymaj wypłatę bez rozgłosu i przekaż spostrzeżenia zespołowi ds. nadużyć

action-warn_once =
    .title = Powiedz raz, spokojnie, że chcesz pomóc, ale nie możesz, gdy padają obelgi

action-end_contact =
    .title = Zakończ kontakt uprzejmie, powiedz, jak sprawa może iść dalej na piśmie, i przekaż ją liderowi zespołu

action-reach_by_team =
    .title = Podaj numer sprawy i adres zespołu; własne nazwisko i numer zachowaj dla siebie

action-report_threat =
    .title = Potraktuj groźbę poważnie: zapisz słowa, od razu powiedz liderowi zespołu i ochronie; jeśli komuś może coś grozić, zadzwoń na policję

action-look_after_staff =
    .title = Zrób przerwę; lider zespołu zajrzy do Ciebie i odnotuje zdarzenie

rule-danger_first =
    .because = Nikt nie tłumaczy niczego, dopóki ktoś jest w niebezpieczeństwie.

rule-a_life_before_a_complaint =
    .because = To nie Twoje zadanie ocenić, czy mówi się to serio. Twoim zadaniem jest nie zostawić tej osoby samej.

rule-reasons_wait_for_a_life =
    .because = To nie jest chwila na przyczyny i warunki.

rule-the_injured_come_first =
    .because = Najpierw człowiek. Potem to, czego inni będą potrzebować, by zrozumieć, co się stało.

rule-exposed_data_has_a_clock =
    .because = Co wyciekło, wycieka dalej. Prawo liczy godziny od chwili, gdy się o tym dowiedzieliśmy.

rule-dignity_is_investigated =
    .because = Kto mówi, że potraktowano go jak kogoś gorszego, temu należy się wyjaśnienie sprawy, a nie wyrok zza lady.

rule-the_record_is_kept =
    .because = To, co powiedziano i zrobiono, musi tam jeszcze być, gdy ktoś zajrzy.

rule-counsel_leads =
    .because = Od tej chwili każda linijka może zostać odczytana w sądzie.

rule-suspicion_is_quiet =
    .because = Podejrzenie może być mylne, a ostrzeżenie pomaga tylko winnym.

rule-a_warning_before_an_end =
    .because = Większość osób się hamuje, gdy spokojnie usłyszy, że to już za daleko.

rule-nobody_has_to_bear_it =
    .because = Reklamacja biegnie dalej; obelgi nie.

rule-a_threat_is_no_insult =
    .because = Kogoś, kto grozi, nie ostrzega się najpierw. Nikogo się tam nie wysyła, zanim nie przyjrzą się temu ci, którzy chronią ludzi.

rule-after_abuse_a_break =
    .because = Następny klient nie powinien dostać tego, co zostawił po sobie poprzedni.

## What the agent reads: steps/apologise.toml

action-regret =
    .title = Powiedz, że przykro Ci z powodu tego, przez co klient przeszedł, i nazwij to

action-own_missed_promise =
    .title = Za niedotrzymaną obietnicę przeproś osobno

action-apologise_for_wait =
    .title = Przeproś za czekanie i powiedz, jak długo trwało

action-apologise_for_effort =
    .title = Przeproś za kłopot, na który naraziliśmy klienta

action-apologise_again =
    .title = Za drugi błąd przeproś oddzielnie od pierwszego

action-clear_responsibility =
    .title = Uzyskaj zgodę, zanim ktokolwiek przyjmie odpowiedzialność

action-take_responsibility =
    .title = Przyjmij odpowiedzialność wprost: to nasz błąd

action-superior_apologises =
    .title = Niech konkretny przełożony przeprosi osobiście, podając imię i nazwisko

action-thank_for_report =
    .title = Podziękuj klientowi za trud zgłoszenia

rule-regret_always =
    .because = Albo komuś jest przykro, albo nikogo tam nie ma. Słowa żalu niczego nie przyznają poza tym, że ktoś ucierpiał.

rule-say_for_what =
    .because = Przepraszam, ale za co? Przeprosiny działają, gdy pokazują, że się rozumie.

rule-ours_is_ours =
    .because = Kto to zrobił, pracował dla nas. Klienci łatwiej wybaczają błąd niż wykręt.

rule-no_excuses =
    .because = Powody są mile widziane. Usprawiedliwienie mówi, że słusznie tak się stało, a to nieprawda.

rule-liability_is_cleared_first =
    .because = Po wypadku albo gdy zanosi się na proces, jedno zdanie może przesądzić sprawę.

rule-a_broken_word =
    .because = Klient zapisał datę i na nią czekał. To drugie rozczarowanie.

rule-a_wait_is_named =
    .because = Minuty w kolejce należą do klienta i nikt ich nie odda.

rule-trouble_is_named =
    .because = Powtarzanie, czekanie i odsyłanie bolą osobno, poza samym błędem.

rule-the_second_failure =
    .because = Pamięta się ostatnią próbę naprawy. Prezent zamiast niej byłby drwiną.

rule-rudeness_goes_up =
    .because = Obrażona osoba chce usłyszeć, że ktoś, kto ma tu głos, się na to nie godzi.

rule-a_suggestion_is_a_gift =
    .because = Na każdego klienta, który nam to powiedział, przypada wielu, którzy nie powiedzieli nic i odeszli.

## What the agent reads: steps/close.toml

action-name_next_date =
    .title = Powiedz, że sprawa nie jest jeszcze rozwiązana, kto nad nią czuwa i którego dnia klient dostanie wiadomość

action-answer_by_law =
    .title = Wyślij ostateczną odpowiedź przed terminem ustawowym, ze wskazaniem drogi do niezależnej instytucji

action-close_partly =
    .title = Powiedz, co jest zasadne, a co nie, z uzasadnieniem każdej części

action-close_not_upheld =
    .title = Powiedz, że reklamacja jest niezasadna: powody, co by to zmieniło i jak się odwołać

action-close_out_of_scope =
    .title = Powiedz, kto może rozstrzygnąć, i przekaż to tak, żeby nikt nie zaczynał od nowa

action-close_withdrawn =
    .title = Potwierdź wycofanie na piśmie i zostaw drzwi otwarte

action-name_adr =
    .title = Podaj niezależną instytucję, która może to zbadać, z adresem

action-offer_mediator =
    .title = Zaproponuj niezależnego mediatora – obok tego, co się należy, nie zamiast

action-state_final_position =
    .title = Przedstaw nasze ostateczne stanowisko z uzasadnieniem i drogi, które pozostają otwarte

action-confirm_in_writing =
    .title = Potwierdź na piśmie, co ustalono: co, do kiedy, kto

action-close_warmly =
    .title = Podsumuj, co zrobiono, zapytaj, w czym jeszcze pomóc, i pożegnaj się imiennie

action-note_how_they_leave =
    .title = Zapisz jednym słowem, w jakim nastroju klient kończy kontakt

action-mend_the_feeling =
    .title = Zadzwoń ponownie za kilka dni, tylko po to, by zapytać, jak klient jest teraz obsługiwany

action-check_back =
    .title = Zapytaj z własnej inicjatywy, czy nadal działa

rule-open_cases_have_a_date =
    .because = Radosne pożegnanie z kimś, komu kłopot został, to zniewaga. Nazwisko i data to obietnica.

rule-the_law_has_a_clock =
    .because = Tego terminu nie wolno nam przesunąć.

rule-half_right_is_told_by_halves =
    .because = Każda połowa zasługuje na własne uzasadnienie; ogólniki wyglądają na unik.

rule-a_no_has_reasons =
    .because = Odmowę można znieść, gdy widać, skąd się wzięła i dokąd z nią iść.

rule-not_ours_to_decide =
    .because = Usłyszeć tylko, że to nie ten adres, to odejść z kwitkiem.

rule-the_door_stays_open =
    .because = Jedni wycofują, bo sprawa załatwiona, inni, bo mają dość. I jedni, i drudzy mogą wrócić.

rule-the_way_on_is_named =
    .because = Kto się z nami nie zgadza, ma prawo, by spojrzał na to ktoś jeszcze.

rule-a_third_person_at_the_table =
    .because = Gdy dwie strony nie mogą się zgodzić, trzecia, która niczego nie chce, może sprawić, że obie zostaną wysłuchane.

rule-the_end_of_our_ladder =
    .because = Jeśli nie ma mediatora, ostatnie słowo należy do kogoś, kto może je zmienić.

rule-the_closed_platform =
    .because = Europejska platforma do sporów internetowych została zamknięta 20 lipca 2025 r. Martwy link to ślepa uliczka.

rule-spoken_words_are_written_down =
    .because = To, co powiedziane, każdy zapamiętuje inaczej.

rule-a_good_end =
    .because = Pamięta się koniec.

rule-how_they_leave =
    .because = Sprawę można rozwiązać, a klienta stracić. Wie to tylko ten, kto zapyta.

rule-the_feeling_is_part_of_it =
    .because = Wszystko znów działa, a klient i tak odszedł. Drugi telefon jest dla człowieka.

rule-ask_before_they_must =
    .because = Jeśli znów zawiedzie, chcemy wiedzieć, zanim klient będzie musiał nam o tym mówić.

## What the agent reads: steps/compensate.toml

action-repay_loss =
    .title = Zwróć udokumentowaną stratę w całości; to się należy, to nie gest dobrej woli

action-give_back_price =
    .title = Zwróć całą cenę tego, co nie dotarło; to się należy, to nie gest dobrej woli

action-pay =
    .title = Wypłać, tą samą drogą, którą klient zapłacił

action-exchange =
    .title = Wymień na działający egzemplarz, wypróbowany przed wysłaniem

action-do_again =
    .title = Zrób to od nowa, aż klient będzie zadowolony

action-personal_gesture =
    .title = Wynagródź to czymś osobistym: odwiedzinami, odręcznym liścikiem, czymś własnego wyrobu

action-give_unasked =
    .title = Daj od razu, zanim ktokolwiek poprosi

action-same_for_all =
    .title = Daj to samo wszystkim, których to dotknęło, i ogłoś to raz, tam gdzie każdy może przeczytać

action-thank_regular =
    .title = Dodaj drobne podziękowanie za długą wierność i nazwij je po imieniu

action-small_surprise =
    .title = Dodaj małą niespodziankę

action-say_rights_stay =
    .title = Powiedz, że przyjęcie nie oznacza rezygnacji z żadnego prawa

rule-a_loss_is_repaid =
    .because = Na stracone pieniądze odpowiada się pieniędzmi. Gest dobrej woli jest dodatkiem, nigdy zamiennikiem.

rule-nothing_came_nothing_is_paid =
    .because = Skoro nic nie dotarło, nie ma za co zatrzymać pieniędzy, bez względu na to, czyja to wina.

rule-money_at_once =
    .because = Pieniądze, które przychodzą dziś, są warte więcej niż te same obiecane.

rule-money_on_a_named_day =
    .because = Jeśli nie może być od razu, klient zna dzień.

rule-a_thing_for_a_thing =
    .because = Kto kupił rzecz, która ma działać, chce rzeczy, która działa.

rule-a_service_done_again =
    .because = Co się nie udało, robi się od nowa, porządnie i bez warunków.

rule-care_for_lack_of_care =
    .because = Pieniądze nie powiedzą, że ktoś jest ważny. Człowiek może.

rule-small_and_unasked =
    .because = Drobiazg dany, zanim ktoś o niego poprosi, zmienia potknięcie w historię, którą warto opowiadać.

rule-equal_for_all =
    .because = Klienci ze sobą rozmawiają. Jeden, który dostał więcej za krzyk, kosztuje nas zaufanie wszystkich.

rule-custom_is_thanked_openly =
    .because = Za wierność można podziękować, otwarcie. Nie zmienia to tego, co się należy.

rule-surprise_where_it_pleases =
    .because = Nikt nie zawinił i jest naprawione: tu niespodzianka jest radością, a nie łapówką.

rule-no_insulting_offer =
    .because = Kto odrzucił usługę i dostaje marną ofertę, czuje to dwa razy. Poniżej 60% ceny lepiej nic nie mówić.

rule-sorry_before_money =
    .because = Pieniądze na początku mówią: bierz i idź. Po przeprosinach ta sama kwota mówi, że to szczere.

rule-not_too_much =
    .because = Prezent wart o wiele więcej niż sama cena wygląda jak nieczyste sumienie albo jak lekceważenie pieniędzy.

rule-rights_are_not_bought =
    .because = Gest, za który klient płaci swoim prawem, jest pułapką.

## What the agent reads: steps/explain.toml

action-explain_cause =
    .title = Powiedz prostymi słowami, w dwóch zdaniach, dlaczego tak się stało

action-say_not_known_yet =
    .title = Powiedz, że przyczyna nie jest jeszcze znana i kiedy ją podasz

action-answer_for_partner =
    .title = Powiedz, że odpowiadamy za partnera i że sprawę z nim załatwisz osobiście

action-walk_through_bill =
    .title = Przejdź przez rachunek pozycja po pozycji, aż każda opłata będzie jasna

action-bring_date_forward =
    .title = Zamień długie czekanie na bliski termin, którego dotrzyma konkretna osoba

action-say_what_we_take_over =
    .title = Powiedz, które kroki teraz zdejmujesz klientowi z głowy

action-explain_the_decision =
    .title = Powiedz, co klient dostaje, a czego nie, i dlaczego

action-say_who_decides_on_money =
    .title = Powiedz, że to, co się należy, zostanie rozliczone, przez kogo i do kiedy, i że przez czekanie nic się nie traci

rule-reasons_are_owed =
    .because = Z powodem można żyć. Kto go nie zna, wymyśla własny.

rule-no_guessing =
    .because = Domysł, który się nie sprawdza, to drugi błąd. Data odpowiedzi to już odpowiedź.

rule-partners_are_ours =
    .because = Klient nie ma umowy z naszym partnerem i nie ma ochoty go poznawać.

rule-each_charge_is_explained =
    .because = Opłatę, której nikt nie wyjaśnia, bierze się za sztuczkę.

rule-no_delay_loop =
    .because = Długie czekanie mówi niezadowolonemu klientowi, ile jest dla nas warta jego reklamacja.

rule-the_firm_takes_the_initiative =
    .because = Gdzie droga była ciężka, rozwiązaniem jest to, że resztę przechodzi firma.

rule-result_before_reasons =
    .because = Dopóki nie działa, nikt nie chce słuchać, dlaczego.

rule-nothing_is_also_a_decision =
    .because = Powody, które można sprawdzić, też są sprawiedliwością, nawet gdy pieniądze nie zmieniają właściciela.

rule-money_is_open_and_said_to_be =
    .because = Ani kwoty, ani milczenia: wiadomo, kto to bada i do kiedy klient się dowie.

rule-money_can_wait_openly =
    .because = Ważniejsze ma pierwszeństwo. Że pieniądze tylko się odkłada, trzeba powiedzieć.

## What the agent reads: steps/fix.toml

action-contain_loss =
    .title = Zatrzymaj narastanie straty czymkolwiek, co pozwoli przetrwać najbliższe godziny

action-one_owner =
    .title = Przydziel sprawie jedną, wymienioną z nazwiska osobę, która zostaje, aż klient powie, że sprawa jest rozwiązana

action-escalate =
    .title = Przekaż wyżej: dołącza przełożony, z nazwiskiem, a Ty zostajesz

action-fix_now =
    .title = Napraw to

action-give_workaround =
    .title = Daj coś, co na razie działa

action-offer_alternatives =
    .title = Powiedz wprost, że nie da się tego naprawić, i pozwól klientowi wybrać, co innego by pomogło

action-correct_bill =
    .title = Popraw rachunek i oddaj wszystko, co naliczono niesłusznie, tą samą drogą, którą zapłacono

action-pause_reminders =
    .title = Wstrzymaj wezwania i windykację, dopóki sprawa jest otwarta

action-collect_at_our_cost =
    .title = Odbierz na nasz koszt, w dogodnym dla klienta terminie

action-book_new_visit =
    .title = Umów nową wizytę: klient wyznacza godzinę, my jej dotrzymujemy

action-send_briefed_person =
    .title = Wyślij kogoś, kto zna sprawę; niech zadzwoni, zanim wyruszy

action-give_right_information =
    .title = Podaj właściwą informację na piśmie i dotrzymaj słowa tam, gdzie klient na nim polegał

action-do_the_work =
    .title = Zrób za klienta to, co miał zrobić klient

action-help_without_blame =
    .title = Pomóż mimo to i nie mów, czyj to był błąd

action-tell_all_affected =
    .title = Zawiadom wszystkich, których to dotyczy, zanim zapytają, w jednym miejscu

action-prevent_next_issue =
    .title = Spójrz o krok dalej i załatw teraz to, z czym klient musiałby do nas wrócić

action-test_together =
    .title = Sprawdź razem z klientem, czy działa

rule-stop_the_loss =
    .because = Każda godzina kosztuje klienta więcej. Najpierw doraźna pomoc, potem słuchanie.

rule-put_it_right =
    .because = Najlepsze przeprosiny są takie, że znów działa, i to na czas.

rule-faster_the_second_time =
    .because = Trzeciego razu nie będzie.

rule-half_a_fix_is_said_to_be_half =
    .because = Coś, co działa dziś, jest warte więcej niż całość za tydzień.

rule-bridge_the_live_moment =
    .because = Ta chwila nie poczeka, aż skończy się naprawa.

rule-what_cannot_be_mended =
    .because = Proste słowa i wybór szanują klienta bardziej niż nadzieja bez pokrycia.

rule-money_charged_wrongly_goes_back =
    .because = To pieniądze klienta. Oddanie ich to żaden gest dobrej woli.

rule-our_fault_our_errand =
    .because = Kto wysłał niewłaściwą rzecz, ten po nią jedzie.

rule-the_second_visit_is_theirs =
    .because = Raz już klient czekał na nas w domu. Następną godzinę wybiera klient.

rule-the_next_link_must_hold =
    .because = Miły głos w obsłudze idzie w niepamięć, gdy ekipa przyjeżdża późno albo jest niemiła.

rule-wrong_information_is_made_right =
    .because = Klient zaufał naszemu słowu. Nie możemy go cofnąć za darmo.

rule-less_work_for_them =
    .because = Naszą pracę zrzuciliśmy na klienta.

rule-never_prove_them_wrong =
    .because = Klient potrzebuje pomocy, czy ma rację, czy nie. Wygrany spór to przegrany klient.

rule-one_face_for_a_failed_recovery =
    .because = Dwa błędy odebrały naszemu słowu wartość. Przywróci ją nazwisko, które coś znaczy.

rule-one_face_after_much_effort =
    .because = Po wielu rękach – jedna.

rule-anger_is_not_passed_on =
    .because = Każde przekazanie mówi rozzłoszczonej osobie, że nikt jej nie chce.

rule-a_superior_on_request =
    .because = Odmowa rozmowy z przełożonym staje się osobną reklamacją.

rule-not_accepted_is_not_closed =
    .because = Sprawa, na którą klient się nie zgadza, idzie wyżej. Nie kończy się.

rule-look_one_step_ahead =
    .because = To właśnie następny telefon w tej samej sprawie sprawia, że klient odchodzi.

rule-tell_before_they_ask =
    .because = Gdy dotyka to wielu, milczenie sprawia, że każdy dzwoni.

rule-done_is_when_it_works_there =
    .because = To, co zrobione po naszej stronie, u klienta może nie działać.

## What the agent reads: steps/learn.toml

action-record_cause =
    .title = Zapisz, co poszło źle, w którym ogniwie i ile to kosztowało

action-talk_with_person =
    .title = Porozmawiaj z tą osobą z zespołu na osobności: wysłuchaj jej strony, ustal, co się zmieni

action-train_for_it =
    .title = Naucz tego, czego zabrakło, na przykładzie tej sprawy

action-mend_handover =
    .title = Napraw miejsce między nami, w którym sprawa się zgubiła

action-staff_the_hour =
    .title = Zadbaj, żeby o godzinie, o której zawiodło, ktoś był na miejscu

action-change_process =
    .title = Zmień krok, który temu sprzyja

action-tell_the_link =
    .title = Powiedz o tym ogniwu, które zawiodło, i ustal poziom, którego trzymają się wszyscy

action-stop_the_repeat =
    .title = Wyznacz kogoś, kto dopilnuje, żeby nie stało się to trzeci raz

action-find_why_so_slow =
    .title = Ustal, dlaczego czeka się tak długo: za dużo reklamacji, za mało ludzi czy nadzieja, że klienci zapomną

action-walk_the_journey =
    .title = Przejdź całą drogę jako klient i zapisz każde miejsce, w którym można pożałować wyboru tej firmy

action-log_idea =
    .title = Zapisz pomysł słowami klienta i przekaż go komuś, kto o nim zdecyduje

action-tell_what_became =
    .title = Powiedz klientowi, co stało się z pomysłem, także gdy nic

action-tell_director =
    .title = Powiadom w pięciu linijkach osobę z dyrekcji odpowiedzialną za doświadczenia klienta

rule-each_fault_leaves_a_trace =
    .because = Czego się nie zapisze, zdarzy się znowu.

rule-people_learn_in_private =
    .because = Nikt nie uczy się na oczach innych.

rule-skills_are_taught =
    .because = Kto trzyma się skryptu, tego nie wyposażono w nic lepszego.

rule-handovers_are_mended =
    .because = Rzeczy giną częściej między ludźmi niż w ich rękach.

rule-the_right_hour =
    .because = Kolejka to decyzja o tym, ilu nas jest.

rule-the_way_we_do_it =
    .because = Krok, który dwa razy idzie źle, jest źle zrobiony.

rule-all_links_at_one_level =
    .because = Klient widzi jedną usługę. Jest tak dobra jak jej najsłabsze ogniwo.

rule-no_third_time =
    .because = Co wraca, ma przyczynę, którą ktoś może usunąć.

rule-slowness_has_a_cause =
    .because = Żadnego ze zwykłych powodów długiego czekania klient by nie zaakceptował.

rule-see_it_from_outside =
    .because = Od środka każdy krok wygląda rozsądnie. Z zewnątrz widać objazdy.

rule-ideas_are_kept =
    .because = Przydatna uwaga, której nikt nie zapisał, ginie dwa razy: dla nas i dla tego, kto ją zgłosił.

rule-ideas_get_an_answer =
    .because = Kto słyszy, co stało się z pomysłem, ma następny.

rule-the_owner_hears_of_it =
    .because = Obsługę tworzy się na górze. To, co boli najbardziej, musi tam dotrzeć.

## What the agent reads: steps/understand.toml

action-give_your_name =
    .title = Podaj imię i nazwisko oraz bezpośredni kontakt do siebie

action-read_history =
    .title = Zanim odpowiesz, przeczytaj, co mówiono wcześniej, w każdym kanale

action-acknowledge_now =
    .title = Odpowiedz jako człowiek: wiadomość dotarła, jest przeczytana, a dalej będzie tak

action-answer_in_public =
    .title = Odpowiedz publicznie w dwóch zdaniach, bez spraw osobistych

action-move_to_private =
    .title = Zaproś klienta na kanał prywatny i powiedz, kto tam będzie

action-find_speaker =
    .title = Sprowadź kogoś, kto mówi w języku klienta, i zostań

action-take_over_from_bot =
    .title = Przejmij rozmowę od bota i powiedz, że odpowiada człowiek

action-verify_once =
    .title = Sprawdź tożsamość raz i powiedz dlaczego

action-name_earlier_attempt =
    .title = Wspomnij o wcześniejszej próbie kontaktu, zanim zrobi to klient

action-let_it_out =
    .title = Pozwól złości wybrzmieć; nie przerywaj i nie bierz jej do siebie

action-listen =
    .title = Daj klientowi opowiedzieć, a potem powtórz własnymi słowami, co się stało i co to dla klienta znaczyło

action-say_back =
    .title = Powtórz, co już wiadomo, i zapytaj tylko, czy się zgadza

action-slow_down =
    .title = Zwolnij: jedna rzecz naraz, sprawdzaj, czy wszystko jest zrozumiałe, zaproponuj pomoc w następnym kroku

action-ask_when_needed =
    .title = Zapytaj, na kiedy jest potrzebne i kto jeszcze od tego zależy

action-ask_wish =
    .title = Zapytaj, co naprawiłoby to dla klienta

action-offer_a_call =
    .title = Zaproponuj klientowi rozmowę telefoniczną z Tobą, o porze, którą wybierze klient

action-answer_in_writing =
    .title = Zostań przy kontakcie pisemnym; pisz krótko i prosto

rule-a_name_from_the_start =
    .because = Bezimiennemu rozmówcy nie sposób zaufać. Imię i bezpośredni numer nic nie kosztują.

rule-hear_it_first =
    .because = Nikt nie uwierzy w rozwiązanie od kogoś, kto nie usłyszał, co się stało.

rule-they_told_it_already =
    .because = Powtarzanie tego od nowa sprawia, że klient wykonuje naszą pracę.

rule-read_before_you_answer =
    .because = Dla klienta jesteśmy jedną firmą z jedną pamięcią.

rule-the_last_attempt_is_inherited =
    .because = Klient wnosi w tę rozmowę poprzedni kontakt. Nazwany wprost, traci on żądło.

rule-anger_needs_room =
    .because = Komu się przerwie, ten zaczyna od nowa, głośniej. Kto zostanie wysłuchany, ten dojdzie do końca.

rule-writing_hides_anger =
    .because = Pismo ukrywa ton i bywa źle rozumiane po obu stronach. Głos z nazwiskiem szybciej uspokaja.

rule-letters_inflame =
    .because = Każde kolejne pismo czyta się w nastroju, który zostawiło poprzednie.

rule-writing_stays_open =
    .because = Jedni nie słyszą, inni chcą śladu na piśmie, jeszcze inni mają dość rozmów. Wszyscy mają rację.

rule-silence_grows =
    .because = Dopóki nikt nie odpowiada, klient sam dopowiada sobie, co znaczy milczenie.

rule-a_machine_is_no_answer =
    .because = Odpowiedź automatyczna dowodzi, że serwer nie śpi, i niczego więcej.

rule-a_live_moment_is_acknowledged =
    .because = Za cztery godziny będzie po wszystkim.

rule-a_live_moment_is_rung_up =
    .because = Gdy liczy się ta minuta, nikt nie czeka, aż listy się miną.

rule-public_is_answered_in_public =
    .because = Kto to czyta, chce zobaczyć, że komuś zależy; szczegóły nikogo innego nie dotyczą.

rule-no_trade_for_a_rating =
    .because = Kupione milczenie nie jest nic warte i mówi klientowi, na czym nam zależy.

rule-their_language =
    .because = Nikogo nie da się zrozumieć w języku, z którym się męczy.

rule-a_person_after_the_bot =
    .because = Reklamacja należy do człowieka. Maszyna, która go udaje, to oszustwo.

rule-verify_and_say_why =
    .because = Sprawdzenie, które chroni klienta, jest mile widziane raz, i z podaniem powodu.

rule-verified_is_verified =
    .because = Drugie sprawdzenie mówi, że ze sobą nie rozmawiamy.

rule-the_wish_is_asked =
    .because = Kto współdecyduje o rozwiązaniu, ten za nim stoi. Najpierw zapytaj, potem proponuj.

rule-the_moment_is_asked =
    .because = Co znaczy „dość szybko”, wie tylko klient.

rule-particular_care =
    .because = To, co dla większości łatwe, dziś, dla tego klienta, może być za trudne.

## What the agent reads: tables/compensation.toml

table-lost =
    .title = Co zostało stracone
    .because = Żeby oddać równe za równe, trzeba wiedzieć, co stracono.

output-lost =
    .title = stracono
    .value-money = pieniądze
    .value-product = produkt
    .value-service = usługa
    .value-attention = uwaga i troska

row-nothing_was_paid =
    .because = nic za to nie zapłacono: zabrakło troski

row-money_is_missing =
    .because = brakuje pieniędzy

row-not_the_thing =
    .because = rzecz nie jest tym, co kupiono

row-not_done =
    .because = nie zrobiono tego, co miało być zrobione

row-not_cared_for =
    .because = nikt się nie zajął, jak należało

table-compensation_form =
    .title = W jakiej formie to wynagradzamy
    .because = Równe za równe: pieniądze za pieniądze, rzecz za rzecz, usługa wykonana od nowa, troska za jej brak.

output-compensation_form =
    .title = forma rekompensaty
    .value-nothing = nic
    .value-to_be_settled = do ustalenia później
    .value-money_now = pieniądze od razu
    .value-money_later = pieniądze później
    .value-exchange = wymiana i coś w dodatku na tę kwotę
    .value-do_again = wykonanie od nowa i coś w dodatku na tę kwotę
    .value-personal = gest osobisty

row-not_decided_yet =
    .because = najpierw bezpieczeństwo albo nie wiadomo jeszcze, kto to spowodował

row-money_for_money =
    .because = najwięcej liczą się pieniądze oddane od razu

row-money_when_it_can_be =
    .because = później tylko wtedy, gdy nie da się od razu

row-too_little_for_money =
    .because = tak niewiele mówi więcej jako drobiazg niż jako pieniądze

row-a_thing_that_works =
    .because = działająca rzecz za tę, która nie działa

row-done_properly =
    .because = co się nie udało, robi się od nowa, porządnie

row-care_with_care =
    .because = na brak troski odpowiada się troską

row-reasons_instead =
    .because = zamiast tego podajemy powody

table-goodwill =
    .title = Jak duży gest dobrej woli, w procentach ceny części, której to dotyczy
    .because = Kto odrzucił usługę, potrzebuje większej części ceny; kto mimo wszystko ją przyjął, tego zjednują pierwsze euro.

output-goodwill_percent =
    .title = gest dobrej woli w procentach

row-taken_minor =
    .because = pierwsze euro działają najlepiej

row-taken_major =
    .because = większa szkoda, więcej wszystkiego

row-taken_critical =
    .because = większa szkoda, więcej wszystkiego

row-refused_minor =
    .because = poniżej 60% brzmi to jak zniewaga

row-refused_major =
    .because = cała cena tego, czego nie przyjęto

row-refused_critical =
    .because = powyżej 120% pieniądze przestają działać

row-a_token =
    .because = symboliczny gest; działają przeprosiny

row-small_still =
    .because = wciąż niewiele: zawiodło „jak”, a nie „co”

row-explain_first =
    .because = najpierw wyjaśnij i przeproś

table-setback =
    .title = Ile dodaje kolejny błąd, w procentach ceny części, której to dotyczy
    .because = Pieniądze przywracają klientów tam, gdzie odpowiadamy i wciąż się to powtarza.

output-setback_percent =
    .title = dodatek za powtórkę w procentach

row-happened_before =
    .because = zdarzyło się już wcześniej

row-promised_to_mend =
    .because = obiecaliśmy naprawić i nie naprawiliśmy

row-first_or_not_ours =
    .because = pierwszy raz albo nie nasze

value-goodwill_amount =
    .title = Gest dobrej woli
    .because = Część ceny tego, czego to dotyczy, i nigdy więcej niż półtora raza tyle.

table-sum_now =
    .title = Kwota, którą można podać teraz
    .because = Podana kwota jest obietnicą; nikt jej nie składa, zanim da się ją policzyć i dać.

output-offered_amount =
    .title = Gest dobrej woli proponowany teraz

## What the agent reads: tables/deadlines.toml

table-legal_clock =
    .title = Kiedy prawo wymaga ostatecznej odpowiedzi
    .because = Gdzie prawo wyznacza termin, biegnie on od dnia, w którym reklamacja wpłynęła.

output-legal_answer_within =
    .title = czas na odpowiedź ustawową

output-legal_answer_by =
    .title = ustawowy dzień odpowiedzi

row-gb_finance =
    .because = ostateczna odpowiedź w ciągu ośmiu tygodni, ze wskazaniem drogi do rzecznika (ombudsmana)

row-pl_consumer =
    .because = reklamacja konsumenta, na którą nie odpowiedziano w terminie, uważana jest za uznaną

value-next_news =
    .title = Kiedy klient usłyszy od nas znowu
    .because = Data, nie okres: klient może ją zapisać.

## What the agent reads: tables/essentials.toml

table-essential =
    .title = Który z pięciu fundamentów zawiódł
    .because = Właściwi ludzie, szkolenie, postępowanie, czas i procesy: jednego z nich zabrakło.

output-essential =
    .title = fundament
    .value-people = ludzie
    .value-training = szkolenie
    .value-handling = postępowanie
    .value-time = czas
    .value-processes = procesy

row-a_person =
    .because = klienta zawiódł człowiek

row-not_shown_how =
    .because = nikt nie pokazał, jak to robić

row-lost_between_us =
    .because = zgubiło się między nami

row-too_few_or_late =
    .because = było nas za mało albo za późno

row-made_likely =
    .because = sprzyjał temu nasz sposób pracy

## What the agent reads: tables/restoration.toml

table-restoration =
    .title = Na kiedy musi znów działać
    .because = Pełna sala nie poczeka; pusta może.

output-restoration_within =
    .title = czas przywrócenia działania

row-a_full_house =
    .because = są ludzie, a chwila mija

row-trade_stands_still =
    .because = firma stoi

row-the_moment_passes =
    .because = chwila mija

row-the_working_day =
    .because = inaczej przepada dzień pracy

row-still_today =
    .because = „dzisiaj” wciąż znaczy dzisiaj

row-the_harm_cannot_wait =
    .because = rzecz może poczekać, szkoda nie

row-soon =
    .because = wkrótce i wtedy, gdy pasuje klientowi

## What the agent reads: tables/severity.toml

table-severity =
    .title = Jak bardzo jest źle
    .because = Jakie to miało skutki dla klienta i jak długo.

output-severity =
    .title = ciężar
    .value-minor = drobny
    .value-major = poważny
    .value-critical = krytyczny

row-a_passing_nuisance =
    .because = niedogodność, która mija

row-a_lasting_nuisance =
    .because = niedogodność, która zostaje, przestaje nią być

row-plans_upset =
    .because = plany zostały pokrzyżowane

row-life_rearranged =
    .because = zbyt długo życie układa się wokół naszego błędu

row-much_at_stake =
    .because = w grze jest dom, zdrowie, praca lub pieniądze

table-effort_points =
    .title = Powody, dla których było to uciążliwe
    .because = Powtórki, przekazania, czekanie i przerzucona praca odstraszają klientów.

output-effort_points =
    .title = punkty uciążliwości

row-asked_again_and_again =
    .because = trzeba było prosić wciąż od nowa

row-passed_on =
    .because = odsyłanie

row-kept_waiting =
    .because = kazaliśmy czekać

row-our_work_left =
    .because = naszą pracę zostawiono klientowi

row-no_trouble =
    .because = żadnego kłopotu, o którym byśmy wiedzieli

table-effort =
    .title = Jak bardzo to utrudniliśmy
    .because = Jedną przeszkodę się zauważa, dwie się pamięta.

output-effort =
    .title = uciążliwość
    .value-light = mała
    .value-noticeable = odczuwalna
    .value-heavy = duża

table-justice_hurt =
    .title = Sprawiedliwość, która ucierpiała najbardziej
    .because = Co zabolało najbardziej, to trzeba naprawić najpierw.

output-justice_hurt =
    .title = naruszona sprawiedliwość
    .value-interactional = interakcyjna
    .value-procedural = proceduralna
    .value-distributive = dystrybutywna

row-not_as_a_person =
    .because = nie potraktowano klienta jak człowieka

row-made_hard =
    .because = utrudniliśmy to

row-money_was_taken =
    .because = pobrano pieniądze, które się nie należały

row-not_what_was_paid =
    .because = klient nie dostał tego, za co zapłacił

row-not_as_it_should =
    .because = nie poszło tak, jak powinno

## What the agent reads: evidence.toml

evidence-smith_1999 =
    .claim = Klienci chcą, żeby rozwiązanie odpowiadało rodzajowi błędu i rosło wraz z jego wielkością: pieniądze i szybkość tam, gdzie zawiódł wynik, przeprosiny i inicjatywa firmy tam, gdzie zawiódł sposób postępowania.

evidence-tax_1998 =
    .claim = Osoby składające reklamację oceniają trzy rodzaje sprawiedliwości: co otrzymały, jak łatwo i szybko to przebiegało i czy miały coś do powiedzenia oraz jak je traktowano.

evidence-gelbrich_roschk_2011 =
    .claim = W wielu badaniach łącznie trwałe zadowolenie zależy nieco bardziej od tego, jak kogoś potraktowano, niż od tego, co otrzymał.

evidence-orsingher_2010 =
    .claim = W wielu badaniach łącznie zadowolenie z rozpatrzenia reklamacji zależy najbardziej od tego, co się otrzymało, potem od tego, jak się było traktowanym, a potem od tego, jak łatwo to poszło.

evidence-blodgett_1997 =
    .claim = Sposób traktowania ma największy wpływ na to, czy się wraca i co się mówi innym.

evidence-roschk_gelbrich_2014 =
    .claim = Rekompensata działa najlepiej, gdy daje równe za równe: pieniądze za stracone pieniądze, wymianę za wadliwy produkt, usługę od nowa za nieudaną usługę, coś osobistego za brak uwagi.

evidence-gelbrich_2015 =
    .claim = Kto odrzuca wadliwą usługę, tego zjednuje od 60% do 120% ceny; kto ją przyjmuje, tego zjednują pierwsze euro.

evidence-haesevoets_2017 =
    .claim = Gest dobrej woli powyżej mniej więcej 150% ceny obraca się przeciw dającemu.

evidence-grewal_2008 =
    .claim = Rekompensata przywraca klientów tylko tam, gdzie odpowiada firma, a błąd jest częsty; gdzie indziej najpierw są powody i przeprosiny.

evidence-roschk_kaiser_2013 =
    .claim = W przeprosinach empatia liczy się bardziej niż intensywność, a intensywność bardziej niż moment; spóźnione szkodzą; gdy zawiódł sposób postępowania, są warte mniej więcej tyle co pieniądze.

evidence-bradley_sparks_2012 =
    .claim = Dobre wytłumaczenie albo przeprosiny dają więcej niż usprawiedliwienie lub porównanie z innymi, którzy mają gorzej.

evidence-abeler_2010 =
    .claim = Spośród klientów poproszonych o wycofanie złej oceny więcej zrobiło to za przeprosiny (45%) niż za małą kwotę (23%).

evidence-bitner_1990 =
    .claim = W 700 zdarzeniach to odpowiedź na błąd, bardziej niż sam błąd, tworzyła wspomnienie.

evidence-maxham_2002 =
    .claim = Po drugim błędzie nic nie zachwyca; najsurowiej oceniane są błędy podobne lub bliskie w czasie; decyduje ostatnia naprawa.

evidence-magnini_2007 =
    .claim = Naprawa, która zachwyca, opłaca się tylko po łagodnym, pierwszym błędzie, na który firma prawie nie miała wpływu; a i wtedy podnosi zadowolenie, nie zakupy.

evidence-albrecht_2018 =
    .claim = Gdy błąd dotyka grupy, której członkowie widzą się nawzajem, więcej pieniędzy szybko przestaje dawać więcej.

evidence-dixon_2010 =
    .claim = Powtórki, przekazania, opowiadanie od nowa i zmiany kanału odstraszają klientów.

evidence-hart_1990 =
    .claim = Wiedz, ile kosztują błędy, przerwij milczenie, działaj szybko, szkol i upoważniaj tych, którzy spotykają klienta, domknij pętlę.

evidence-iso_10002 =
    .claim = Przyjmij, od razu potwierdź, oceń pod kątem wagi, bezpieczeństwa i potrzeby natychmiastowego działania, zbadaj, odpowiedz; zamykaj tylko to, co zostało zaakceptowane albo w czym nie została już żadna możliwość.

evidence-apology_law =
    .claim = W Anglii i Walii przeprosiny same w sobie nie są przyznaniem się do odpowiedzialności; gdzie indziej mogą być tak odczytane.

evidence-fca_eight_weeks =
    .claim = Firmy finansowe w Zjednoczonym Królestwie muszą udzielić ostatecznej odpowiedzi w ciągu ośmiu tygodni i wskazać ombudsmana.

evidence-pl_fourteen_days =
    .claim = W Polsce reklamację konsumenta, na którą nie udzielono odpowiedzi w terminie 14 dni, uważa się za uznaną.

evidence-odr_closed =
    .claim = Unijna platforma internetowego rozstrzygania sporów (ODR) została zamknięta 20 lipca 2025 r.

evidence-gdpr_breach =
    .claim = Naruszenie ochrony danych osobowych zgłasza się organowi nadzorczemu w ciągu 72 godzin od jego stwierdzenia, jeśli prawdopodobnie naraża ono ludzi na ryzyko.

evidence-rights_first =
    .claim = To, co daje prawo, należy się bez zmian. Gest dobrej woli jest dodatkiem; nie zastępuje uprawnienia, nie opóźnia go ani go nie uchyla.

evidence-no_law_pack =
    .claim = Bez pakietu dla właściwego prawa nikt nie sprawdził, co należy się z mocy prawa, i plan to mówi.

evidence-same_money =
    .claim = Ten sam błąd, ta sama strata, te same pieniądze: złość, groźby, rozgłos, upominanie się, język i staż klienta nie zmieniają tego, co się należy.

evidence-service_frameworks =
    .claim = Schematy, według których firmy szkolą (LEARN, HEARD, LATTE, LAST, BLAST), są zgodne: najpierw zrozum, potem przeproś, potem napraw, potem zamknij.

evidence-script_complaints =
    .claim = Osoby narzekające na skrypty rozmów mówią: pytano mnie od nowa o to, co już zostało powiedziane, i wesoło dziękowano, choć nic nie zostało rozwiązane.

evidence-forced_happy_end =
    .claim = Wymuszone szczęśliwe zakończenie nierozwiązanej rozmowy doprowadza ludzi do furii.

evidence-named_person =
    .claim = Obsługa staje się doświadczeniem, gdy stoi za nią człowiek z imieniem i nazwiskiem.

evidence-personal_memory =
    .claim = Zostaje emocja: osobiste przeprosiny i prezent własnego wyrobu zmieniły nieudany pobyt w dobre wspomnienie.

evidence-silence =
    .claim = Niezadowolony klient chce odpowiedzi szybko, choćby słowa, a lepiej rozwiązania; bez niej złość się rozlewa i sięga po telefon.

evidence-delay_loop =
    .claim = Zapowiedziane tygodnie oczekiwania to pętla: klient zapisuje datę, czeka, dopytuje i zostaje zawiedziony dwa razy. Kryje się za tym za dużo reklamacji, za mało ludzi albo nadzieja, że klienci zapomną.

evidence-longer_is_dearer =
    .claim = Im dłużej to trwa, tym trudniej i drożej odzyskać klienta.

evidence-hollow =
    .claim = Mówienie klientom, że się ich ceni, podczas gdy każe się im czekać, odbierane jest jako drwina. Szacunek pokazuje się czynami.

evidence-calls =
    .claim = E-mail ukrywa ton i bywa źle rozumiany po obu stronach. Człowiek przy telefonie, o umówionej porze, szybciej uspokaja. Gdzie pisanie działa i jest szybkie, pisanie wystarczy.

evidence-letters =
    .claim = Pisma z działu jeszcze bardziej rozzłościły gościa: długa wymiana listów podsyca złość.

evidence-one_history =
    .claim = Klienci zmieniają kanały i oczekują jednej pamięci: co powiedziano, komu i co z tego wynikło.

evidence-inherited_anger =
    .claim = Dziesięć minut czekania i odłożona słuchawka: złość dziedziczy następny pracownik. Miły pracownik, który rozwiązał sprawę, tego nie cofa; złość czeka na kolejny kontakt.

evidence-queue =
    .claim = Kolejki, które osobom w nich stojącym wydają się absurdalne, należą do pierwszych przyczyn złej obsługi.

evidence-a_human_when_needed =
    .claim = Chatboty i ekrany spychają klientów ku marce bez twarzy. Daj im człowieka, gdy go potrzebują, i nigdy maszynę, która go udaje.

evidence-public_anger =
    .claim = O złej obsłudze opowiada się przyjaciołom, rodzinie i obcym w sieci; wpis może się stać viralem.

evidence-verification =
    .claim = Prośba o kolejne dane na potwierdzenie tożsamości należy do najgorszych doświadczeń.

evidence-a_say =
    .claim = Reklamacja potraktowana jak prawo, szybko rozwiązana, w której klient współdecydował, tworzy wiernego orędownika.

evidence-plain_apology =
    .claim = Czasem proste przeprosiny są najlepszym, co można dać, gdy reklamacji wysłuchano z szacunkiem.

evidence-adr_ladder =
    .claim = Najpierw rozmowy; jeśli zawiodą, mediator; ofertę można ponowić. Stoi to obok tego, co się należy.

evidence-mediated_hearing =
    .claim = W mediacji klientka hotelu sama zobaczyła, że jej argumenty są słabe. Obie strony zgodziły się na mniej, a zapamiętała, że wysłuchano jej z szacunkiem.

evidence-unasked =
    .claim = Drobne potknięcie naprawione na miejscu, zanim ktokolwiek poprosi, chwali się publicznie.

evidence-redo =
    .claim = Robienie od nowa, aż klient będzie zadowolony, bez warunków, kosztuje mniej niż spór.

evidence-zero_risk =
    .claim = Firmie, u której nie można stracić, się ufa. Nigdy nie stara się udowodnić klientowi, że nie ma racji.

evidence-real_intention =
    .claim = Zachwyt bierze się z chęci służenia; skopiowany jako sztuczka zawodzi.

evidence-experience_is_feeling =
    .claim = Doświadczenie to to, co się stało, i uczucie, jakie zostało.

evidence-from_the_top =
    .claim = Za doświadczenie klienta ktoś odpowiada, ale obsługa zaczyna się od właściciela lub prezesa, którego motywy wszyscy znają i widzą w działaniu.

evidence-easy_or_not =
    .claim = Dobry jest każdy kontakt, który jest łatwy, przyjemny i gładki; zły – dokładnie odwrotnie. Miarą jest wysiłek klienta.

evidence-five_essentials =
    .claim = Obsługa potrzebuje właściwego czasu, postępowania, procesów, ludzi i szkolenia.

evidence-causes =
    .claim = Co sprawia, że obsługa jest zła lub najgorsza – w relacjach klientów.

evidence-fast_and_professional =
    .claim = Problem załatwiony szybko i dobrze sprawia, że klienci wracają, wydają więcej i ufają.

evidence-feedback_implemented =
    .claim = Ostatni krok to zadziałać na podstawie zdobytej wiedzy, żeby to nie wróciło.

evidence-feedback_kept =
    .claim = Uwaga, której nikt nie zapisał i nie ocenił, ginie, choćby była najprzydatniejsza; niektórzy klienci zgłaszają coś, żeby było lepiej, i niczego nie żądają.

evidence-three_ds =
    .claim = Projektuj dla każdego segmentu, dostarczaj w każdym ogniwie, rozwijaj z każdym kontaktem. Ta sama awaria to co innego w barze pełnym gości, a co innego w domu.

evidence-chain =
    .claim = Dobra procedura źle wykonana przez jedno ogniwo jest nic niewarta: świetny konsultant nie zrównoważy spóźnionej ekipy ani niegrzecznego technika.

evidence-proactive_check =
    .claim = Obsługa reaguje, doświadczenie wyprzedza: zapytaj w dniu dostawy, czy wszystko jest w porządku.

evidence-outside_view =
    .claim = Patrz na całą drogę z zewnątrz, wciąż od nowa: zadzwoń do własnej firmy, sprawdź każdą ścieżkę pod kątem objazdów i miejsc, których się żałuje, pytaj, co frustruje i kto zachwyca.

evidence-empowered =
    .claim = Ci, którzy obsługują, potrzebują wiedzy i uprawnień, żeby rozwiązać sprawę, i zyskują na tym tyle co klient.

evidence-staff_are_people =
    .claim = Praca z reklamacjami jest ciężka; kto ją wykonuje, potrzebuje ochrony, odpoczynku i przełożonego, który zagląda.

evidence-quiet_suspicion =
    .claim = Podejrzenie oszustwa trafia do tych, którzy są do tego przeszkoleni, bez słowa do klienta.

evidence-particular_care =
    .claim = Niektórzy klienci bywają czasem bardziej narażeni na szkodę. Ich potrzebie wychodzi się naprzeciw, gdy jest znana; nikogo nie prosi się o jej udowodnienie.

evidence-strategy_ladder =
    .claim = Sprawiaj radość wciąż na nowo: każdy kontakt trochę lepszy niż poprzedni. Jeden sukces idzie w zapomnienie, gdy zawodzi się pod presją.

evidence-patient_means =
    .claim = Zwrot z nakładów przychodzi po miesiącach lub latach, środki są ograniczone, a zbyt duża technologia nikomu nie pomaga; małym i średnim firmom potrzebna jest prostota.

evidence-expect_complaints =
    .claim = Oczekiwania często w ogóle nie są spełniane, a i tak klienci znajdują, na co narzekać. Spodziewaj się reklamacji; nie miej o nie żalu.

evidence-bond =
    .claim = Zadaj sobie pytanie: czy jest teraz więź z klientem, z naszymi pracownikami i czy ja, kierując, ją tworzę?

evidence-what_is_at_stake =
    .claim = Co można zyskać: klientów, którzy zostają, i orędowników firmy. Co można stracić: zaufanie, które nie daje drugiej szansy, i klienta, którego od konkurencji dzieli jedno kliknięcie.

evidence-one_tool =
    .claim = Jeden zapis wszystkich rozmów we wszystkich kanałach, widoczny przy każdym nowym kontakcie, dla nowego klienta i dla stałego, z reklamacją czy bez.

evidence-sources_shown =
    .claim = Liczba jest warta tyle, ile jej źródło: każda jest z nim podana i żadna nie zmienia planu.

evidence-figure_one_in_three =
    .claim = Co trzeci klient odchodzi od lubianej marki po jednym złym doświadczeniu.

evidence-figure_62_billion =
    .claim = Ponad 62 miliardy dolarów rocznie traci się przez słabą obsługę.

evidence-silent_leavers =
    .claim = 91% niezadowolonych klientów odchodzi bez reklamacji.

evidence-figure_33_switch =
    .claim = 33% zmieniłoby dostawcę po jednym przypadku słabej obsługi.

evidence-figure_26_silent =
    .claim = Na każdego, kto zgłasza reklamację, przypada 26, którzy milczą.

evidence-figure_tell_15 =
    .claim = O słabej obsłudze mówi się 15 osobom, o dobrej 11.

evidence-figure_82_left =
    .claim = 82% odeszło z powodu złej obsługi.

evidence-figure_price_leavers =
    .claim = Kto odszedł z powodu ceny, wraca częściej niż ten, kto odszedł z powodu obsługi.

evidence-figure_70_leave =
    .claim = 70% odchodzi z powodu słabej obsługi, za którą zwykle obwinia sprzedawcę.

evidence-figure_67_preventable =
    .claim = 67% strat dałoby się uniknąć, gdyby rozwiązano sprawę przy pierwszym kontakcie.

evidence-figure_six_touchpoints =
    .claim = Piętnaście lat temu klienci korzystali z dwóch punktów kontaktu, a 7% z więcej niż czterech; teraz prawie z sześciu, a połowa z więcej niż czterech.

evidence-figure_five_minutes =
    .claim = 75% oczekuje pomocy w ciągu pięciu minut.

evidence-figure_45_drop =
    .claim = 45% konsumentów w Stanach Zjednoczonych rezygnuje z zakupu w sieci, gdy nikt szybko nie odpowiada.

evidence-figure_good_strategy =
    .claim = Dobre strategie przynoszą lojalność, przychody i zadowolonych pracowników.

evidence-figure_80_8 =
    .claim = 80% firm uważa, że ich obsługa jest znakomita; zgadza się z tym 8% ich klientów.
