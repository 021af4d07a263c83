say_sorry = Dear { $customer_name }, I am sorry.
offer_a_call = May I call you?
pay = We pay you { $goodwill }.
