theme: /
    state: Help || noContext = true
        q!: help
        a: Shall I explain?
        state: Yes
            q: yes
#           ^^^^^^ warning[check/deaf-child]
            a: Well.
