theme: /
    state: Start
        q!: hello
        a: How are you?
        go!: /Menu
        state: Fine
            q: fine
            a: Good.
    state: Menu
        if: $session.old
            go!: /Order
        a: What would you like?
        random:
            go!: /Order
            a: Well?
    state: Order
        script:
            if (!$session.size) $jsapi.stopScript();
            log("reached");
        go: /Menu
        a: After `go:` the rest is still said.
