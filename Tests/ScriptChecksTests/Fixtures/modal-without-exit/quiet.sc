theme: /
    state: Age || modal = true
        q!: age
        a: How old are you?
        state: Number
            q: * $regexp<\d+> *
            a: Thank you.
            go!: /Next
    state: Name || modal = true
        q!: name
        a: Your name?
    state: Stop
        q: stop || fromState = /Name
        a: All right.
    state: Code || modal = true
        q!: code
        a: Your code?
        state: Any
            q: *
            script: leave();
    state: Next
        a: Next.
