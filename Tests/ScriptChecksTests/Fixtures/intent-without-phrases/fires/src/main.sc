#! nlu.json:2:10 warning[check/intent-without-phrases]
theme: /
    state: Order
        intent!: /Order/Pizza
        a: Which one?
