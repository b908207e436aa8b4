theme: /
    state: Age
        q!: age
        a: How old are you?
        state: Number
            q: * $regexp<\d+> *
            a: Thank you.
        state: NoMatch || noContext = true
            event: noMatch
#           ^^^^^^^^^^^^^^ warning[check/silent-no-match]
    state: NoMatch
        event!: noMatch
        a: Could you say that again?
