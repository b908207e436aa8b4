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
