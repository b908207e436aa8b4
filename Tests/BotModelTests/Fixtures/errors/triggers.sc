theme: /
    state: A
        intent: /Order
#               ^^^^^^ note[link/no-intents]
        intent!: /sys/en/aimylogic/parting
        intentGroup!: /FAQ
        eg!: Orders.New
#            ^^^^^^^^^^ note[link/no-examples]
        e!: call me back
        e: $Undeclared pattern in an example
        q!:
#       ^^^ error[syntax/missing-value]
        intent:
#       ^^^^^^^ error[syntax/missing-value]
        event: x || fromState = ["/A", /Gone]
#                                      ^^^^^ error[link/unknown-state]
        a: hi
