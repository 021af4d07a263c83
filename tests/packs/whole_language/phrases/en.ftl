### Words of the acts

listen =
    .v1 = I am listening, { $name }.
    .v2 = Please tell me what happened on { DATETIME($bought_on) }.
repair = We repair it within { $due }, at { NUMBER($price) ->
        [0] no cost
       *[other] { $price }
    }.
