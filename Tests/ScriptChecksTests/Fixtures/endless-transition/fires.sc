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
    state: Branches
        q!: branches
        if: $session.x
            go!: /Chance
        elseif: $session.y
            a: On.
            go!: /Chance
        else:
            random:
                go!: /Chance
                go!: /Branches
    state: Chance
        if: $session.z
            go!: /Branches
#           ^^^^^^^^^^^^^^ warning[check/endless-transition]
        random:
            go!: /Branches
            go!: /Chance
