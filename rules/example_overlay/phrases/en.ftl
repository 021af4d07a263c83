offer_other_room =
    .v1 = I have another room for you, and we carry everything over. Would you like to see it first?
    .v2 = You need not wait for the repair. May I show you another room?
