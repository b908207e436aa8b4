theme: /
    state: Start
        q!: hello
        q: !hello!
        q: ! hello
        a:! Careful
        a:!
        go!: /Next
    state: Next
        q: !
        a: Good.
