theme: /
    state: Start
        q!: hello
        if: $session.size == "big"
            a: Big.
        elseif: $session.size=="big"
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/repeated-condition]
            a: Small.
        if: true
            a: Always.
        else:
#       ^^^^^ warning[check/repeated-condition]
            a: Never.
