theme: /
    state: Help
        q!: help
        a: Shall I explain?
        state: Yes
            q: yes
            a: Well.
    state: Hint || noContext = true
        q!: hint
        a: Shall I?
        state: Sure
            q: sure || fromState = /Help
            a: Well.
    state: Tip || noContext = true
        q!: tip
        go!: ./Ask
        state: Ask
            a: Shall I?
        state: Good
            q: good
            a: Well.
