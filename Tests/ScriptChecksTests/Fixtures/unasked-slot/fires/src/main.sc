#! nlu.json:2:10 warning[check/unasked-slot]
theme: /
    state: Order
        intent!: /Order
        a: Here it is.
