theme: /
    state: Start
        q!: hello
        a: Please wait.
        a: {{next()}}
        a: {{next()}}
        random:
            a: One moment.
            a: A moment.
        if: $session.busy
            a: Please wait.
        else:
            a: Please wait.
