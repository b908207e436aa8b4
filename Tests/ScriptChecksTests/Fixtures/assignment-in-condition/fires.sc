theme: /
    state: Start
        q!: hello
        if: $session.tries = 3
#                          ^ warning[check/assignment-in-condition]
            a: Enough.
        script:
            if ($session.tries = 3) { log("three"); }
#                              ^ warning[check/assignment-in-condition]
