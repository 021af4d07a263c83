say_sorry =
    .v1 = I am sorry, { $customer_name }. That should not have happened.
    .v2 = I am sorry about this, { $customer_name }.
send_a_form = Please tell us in this form:
    what happened, and when.
