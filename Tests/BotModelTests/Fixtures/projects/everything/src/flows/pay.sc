theme: /pay
    state: Pay
        a: Card?
