theme: /second
    state:
        a: Second.
