# Sessions that begin and end, and timeouts.
theme: /

    state: Count
        q!: count
        script: $session.n = ($session.n || 0) + 1; $client.n = ($client.n || 0) + 1;
        a: {{$session.n}} of {{$client.n}}
        state: Below
            q: below
            a: below

    state: Fresh
        q!: fresh
        script: $jsapi.startSession();
        go!: /Count

    state: Stop
        q!: stop
        script: $jsapi.stopSession();
        a: bye {{$session.n}}

    state: Again
        q!: again
        script: $reactions.newSession({message: "count", session: {n: 10}});
        a: never

    state: Wait
        q!: wait
        script: $reactions.timeout({interval: "1 min 5 s", targetState: "./TooLate"});
        a: waiting
        state: TooLate
            a: too late

    state: Else
        event!: noMatch
        a: what?
