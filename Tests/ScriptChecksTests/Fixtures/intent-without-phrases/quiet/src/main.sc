theme: /
    state: Order
        intent!: /Order/Pizza
        a: Which one?
