# What lasts how long: $temp a request, $session a session, $client for ever, $global as long as the program.
theme: /
    init:
        $global.shop = "Tea House";

    state: Count
        q!: count
        script:
            $temp.asked = ($temp.asked || 0) + 1;
            $session.asked = ($session.asked || 0) + 1;
            $client.asked = ($client.asked || 0) + 1;
        a: {{ $temp.asked }} {{ $session.asked }} {{ $client.asked }} in {{ shop }}

    state: Anew
        q!: anew
        script:
            $jsapi.startSession();
            $session.began = $request.query;
        a: {{ $session.asked }} {{ $client.asked }} {{ $session.began }}

    state: Shape
        q!: shape
        script:
            $session.list = [1, { "два": true }, null];
            $client.when = new Date(0);
        go: ./Again

        state: Again
            q: *
            a: {{ toPrettyString($session.list[1]) }} {{ typeof $client.when }}

    state: Context
        q!: context
        script:
            $jsapi.context().session.asked = 41;
            $session.asked++;
        a: {{ $context.session.asked }} {{ $context.currentState }} {{ $request.query }} {{ $context.request.channelType }}
