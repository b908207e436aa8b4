theme: /
    state: Start
        q!: hello
        random:
#       ^^^^^^^ warning[check/empty-random]
        a: Hello!
