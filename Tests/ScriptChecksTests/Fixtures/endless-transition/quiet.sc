theme: /
    state: A
        q!: a
        go!: /B
    state: B
        go: /A
    state: C
        q!: c
        if: $session.done
            go!: /A
        go!: /C
    state: D
        q!: d
        script: $session.tries = 1;
        go!: /D
    state: E
        q!: e
        random:
            go!: /A
            a: Once more.
        go!: /E
    state: Ring
        q!: ring
        if: $session.x
            go!: /Ring2
        else:
            go!: /Ring3
    state: Ring2
        random:
            go!: /Ring
            a: Enough.
    state: Ring3
        if: $session.y
            go!: /Ring
        else:
            a: Done.
    state: Ring4
        q!: four
        random:
            if: $session.x
                go!: /Ring4
            else:
                a: Done.
