require: ../main.sc
theme: /order
    state: Order
        a: What?
