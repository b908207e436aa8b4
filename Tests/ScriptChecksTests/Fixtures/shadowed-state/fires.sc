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
        state: Any
            q: $regexp_i<.*>
#           ^^^^^^^^^^^^^^^^ warning[check/shadowed-state]
            a: A name.
        state: Номер
            q: $regexp<\d+>
            intentGroup: /numbers
            a: Номер.
        state: Word
            q: $oneWord
            q: $nonEmptyGarbage
            a: A word.
        state: Later
            q: (sure|of course)
            a: Sure.
