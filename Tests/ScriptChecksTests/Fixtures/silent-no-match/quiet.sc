theme: /
    state: Age
        q!: age
        a: How old are you?
        state: NoMatch
            event: noMatch
            a: A number, please.
        state: Again
            event: noMatch || toState = /Age
    state: Wait
        q!: wait
        a: I am waiting.
        state: Hangup
            event: hangup
        state: NoMatch
            event: noMatch
            go!: /Age
        state: Deeper
            event: noMatch
            state: Inner
                q: inner
                a: Inner.
    state: NoMatch
        event!: noMatch
        a: Could you say that again?
