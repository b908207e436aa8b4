theme: /
    state: Thanks
        q!: thank you
        a: My pleasure.
    state: Menu
        q!: menu
        state: Pizza
            q: pizza
            a: Good.
    state: Gone
        event!: hangup
    state: Again
        q!: again || toState = /Thanks
    state: Moods || modal = true
        state: Good
            q: * good *
    state: Feeling
        q!: feeling *
        script: $session.mood = $nlp.match($request.query, "/Moods");
    state: Broken
        q!: order
        nonsense nobody knows
