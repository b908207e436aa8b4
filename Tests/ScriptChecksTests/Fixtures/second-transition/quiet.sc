theme: /
    state: Start
        q!: hello
        if: $session.known
            go: /Menu
        else:
            go: /Start
    state: Menu
        random:
            go: /Start
            go: /Menu
