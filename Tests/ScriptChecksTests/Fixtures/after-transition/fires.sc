theme: /
    state: Start
        q!: hello
        go!: /Menu
        a: How are you?
#       ^^^^^^^^^^^^^^^ warning[check/after-transition]
    state: Menu
        if: $session.old
            a: Welcome back!
            go!: /Order
        else:
            go!: /Start
        a: What would you like?
#       ^^^^^^^^^^^^^^^^^^^^^^^ warning[check/after-transition]
    state: Order
        script:
            $jsapi.stopScript();
            log("never");
#           ^^^ warning[check/after-transition]
    state: Mood
        q: * good *
        a: Good!
        go!: /Menu
        q: * bad *
        a: A pity.
#       ^^^^^^^^^^ warning[check/after-transition]
        go!: /Order
