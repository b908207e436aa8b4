theme: /
    state: Start
        q!: hello
        a: Hello!
    state: NoMatch
        event!: noMatch
        a: Could you say that again?
