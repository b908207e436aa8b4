theme: /
    state: Order
        q!: order
        a: What would you like?
# test: /Order
# test: /
