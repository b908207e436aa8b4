theme: /
    state: Menu
        q!: menu
        a: Pizza or pasta?
        state: Pizza
        q: * pizza *
#       ^^^^^^^^^^^^ warning[check/slipped-indent]
        a: Good.
        state: Pasta
            q: * pasta *
        if: $session.pasta
#       ^^^^^^^^^^^^^^^^^^ warning[check/slipped-indent]
            a: Good.
