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
