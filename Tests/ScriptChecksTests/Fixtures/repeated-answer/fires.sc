theme: /
    state: Start
        q!: hello
        a: Please wait.
        a: Please wait.
#       ^^^^^^^^^^^^^^^ note[check/repeated-answer]
        random:
            a: One moment.
            a: A moment.
            a: One moment.
#           ^^^^^^^^^^^^^^ note[check/repeated-answer]
