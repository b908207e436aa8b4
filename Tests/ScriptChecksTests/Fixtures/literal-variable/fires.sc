theme: /
    state: Start
        q!: hello
        script:
            $session.name = "Ann";
            $client.order = { size: 2 };
        a: Hello, $session.name.
#                 ^^^^^^^^^^^^^ warning[check/literal-variable]
        a: {{$session.name}}, you have $client.order.size pieces.
#                                      ^^^^^^^^^^^^^^^^^^ warning[check/literal-variable]
            It is the same on the next line: $client.order.size! || tts = "You have $client.order.size pieces"
#                                            ^^^^^^^^^^^^^^^^^^ warning[check/literal-variable]
#                                                                                   ^^^^^^^^^^^^^^^^^^ warning[check/literal-variable]
    state: NoMatch
        event!: noMatch
        a: What?
