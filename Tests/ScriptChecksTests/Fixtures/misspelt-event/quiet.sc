theme: /
    state: NoMatch
        event!: noMatch
        a: Pardon?
    state: Order
        event!: orderArrived
        a: Here it is.
    state: Match
        event!: match
        a: I see.
    state: Named
        event!: order arrived
        a: Here it is.
