theme: /
    state: Start
        q!: hello
        script:
            $session.name = "Ann";
        a: Hello, {{$session.name}}, it costs $5 or $five.
        a: {{ $session.name ? $session.name : "you" }} and {{$session.name}}
        a: Ask for $session or $client. Both are fine.
        a: The $sessions.are over, {$session.name}.
    state: NoMatch
        event!: noMatch
        a: What?
