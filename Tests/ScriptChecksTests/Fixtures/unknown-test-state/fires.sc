theme: /
    state: Order
        q!: order
        a: What would you like?
# test: /Ordr
#       ^^^^^ warning[check/unknown-test-state]
