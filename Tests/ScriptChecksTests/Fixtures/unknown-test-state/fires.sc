theme: /
    state: Order
        q!: order
        a: What would you like?
# test: /Ordr
#       ^^^^^ warning[check/unknown-test-state]
# test: "/Order"
#       ^^^^^^^^ warning[check/unknown-test-state]
# test: «/Nowhere»
#       ^^^^^^^^^^ warning[check/unknown-test-state]
