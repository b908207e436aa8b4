require: words.sc
theme: /
    state: Start
        q!: hello
        a: Hello!
