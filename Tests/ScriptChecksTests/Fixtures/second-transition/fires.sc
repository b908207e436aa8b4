theme: /
    state: Start
        q!: hello
        go: /Menu
#       ^^^^^^^^^ warning[check/second-transition]
        go: /Start
    state: Menu
        a: What would you like?
