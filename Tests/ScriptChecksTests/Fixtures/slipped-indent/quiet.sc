theme: /
    state: Menu
        q!: menu
        a: Pizza or pasta?
        state: Pizza
            q: * pizza *
            a: Good.
        q: again || fromState = /Menu
        state: Pasta
            q: * pasta * || toState = /Menu
        state: Water
            q: * water *
            nonsense nobody knows
        state: Drinks
            state: Tea
                q: tea
                a: Good.
        state: Empty
        state: Anchor
            q: anchor
            # Nothing yet.
    state: Last
        q!: last
