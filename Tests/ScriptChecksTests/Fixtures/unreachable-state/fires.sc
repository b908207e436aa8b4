theme: /
    state: Start
        q!: hello
        a: Hello!
        go: /Order
    state: Ordr
#   ^^^^^^^^^^^ warning[check/unreachable-state]
        a: What would you like?
        go!: /Ordr
    state: Order
        a: What would you like?
        state: Size
#       ^^^^^^^^^^^ warning[check/unreachable-state]
            a: Which size?
    # Two that only lead to each other, and a trigger to a state that is written wrongly.
    state: Children
#   ^^^^^^^^^^^^^^^ warning[check/unreachable-state]
        a: How many children?
        q: * (one|two) * || toState = "/Menu/More"
        event: noMatch || toState = "./"
    state: More
        a: More than that?
        go!: /Children
        state: Heard
            q: yes
            go: /Children/None
    state: Listened
#   ^^^^^^^^^^^^^^^ warning[check/unreachable-state]
        a: Only `fromState` names it.
        state: None
            a: None.
    state: Answer
        q: yes || fromState = "/Listened"
        a: Yes.
