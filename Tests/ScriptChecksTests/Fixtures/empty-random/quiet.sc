theme: /
    state: Start
        q!: hello
        random:
            a: Hello!
            a: Hi!
