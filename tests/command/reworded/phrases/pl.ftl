phrases-reviewed = no
say_sorry =
    .v1 = Przykro mi. To nie powinno się zdarzyć.
