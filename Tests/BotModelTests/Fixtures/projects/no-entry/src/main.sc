theme: /
    state: A
        a: Hi
