theme: /
    # An intent of everywhere is heard where the catch-all is not.
    state: Погода
        intent!: /погода
        a: Солнечно.
    state: Name
        q!: my name
        a: What is your name?
        state: Said
            q: *
            a: Nice.
    state: NoMatch
        event!: noMatch
        a: Sorry, what?
