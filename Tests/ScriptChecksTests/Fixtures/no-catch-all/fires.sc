theme: /
    state: Start
#   ^^^^^^^^^^^^ note[check/no-catch-all]
        q!: hello
        a: Hello!
        q!: * company *
