theme: /a/b
    state: Menu
        q!: menu
        a: Pizza or pasta?
