theme: /
    state: Age || modal = true
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/modal-without-exit]
        q!: age
        a: How old are you?
        state: Number
            q: * $regexp<\d+> *
            a: Thank you.
        state: Other
            q: *
            a: A number, please.
            go: ..
