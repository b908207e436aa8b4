theme: /
    state: Start
        q!: /start
        a: Hello!
    state: NoMatch
        evnt noMatch
        a: Could you say that again?
