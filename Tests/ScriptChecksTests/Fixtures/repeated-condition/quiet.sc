theme: /
    state: Start
        q!: hello
        if: $session.size == "big"
            a: Big.
        elseif: $session.size == "small"
            a: Small.
        else:
            a: Neither.
        if: $session.size == "big"
            a: Once more: big.
