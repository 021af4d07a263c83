listen =
    .v1 = Слушам ви, { $name }.
    .v2 = Какво се случи на { $bought_on }?
repair = Поправяме го до { $due }, цена { $price }.
anger = Колко е ядосан клиентът?
