theme: /
    state: Weather
        intent!: /weather
        a: It is sunny.
    state: News
        intent!: /news
        q!: * news *
        a: None.
    state: Погода
        intent!: /погода
        a: Солнечно.
    state: Rest
        q!: *
#       ^^^^^ warning[check/shadowed-state]
        a: Sorry, what?
    state: Name
        q!: my name
        a: What is your name?
        state: Yes
            q: * [oh] yes *
            a: Good.
        state: No
            q: * нет *
            intent: /no
            a: Bad.
        state: Said
            q: $regexp<.+> || fromState = /Name, onlyThisState = true
            a: Nice.
        state: Any
            q: * $weight<+1>
            a: A name.
        state: After
            q: * (tea|чай) *
            intentGroup: /drinks
            a: A drink.
        state: Later
            q: (sure|of course)
            a: Sure.
