theme: /
    state: Start
        q!: hello
        a: Hello!
