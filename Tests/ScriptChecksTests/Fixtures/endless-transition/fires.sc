theme: /
    state: A
        q!: a
        a: On to B.
        go!: /B
    state: B
        go!: ../C
    state: C
        go!: /A
#       ^^^^^^^ warning[check/endless-transition]
    state: Alone
        q!: alone
        go!: /Alone
#       ^^^^^^^^^^^ warning[check/endless-transition]
