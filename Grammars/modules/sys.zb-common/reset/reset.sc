# /reset forgets all that is known of the user and the talk, then begins as /start does.

theme: /

    state: Reset
        q!: ($regexp<\/reset>|reset)
        script:
            var first = $nlp.match("/start", "/");
            ["client", "session", "temp"].forEach(function (memory) { $context[memory] = {}; });
            $client = $context.client;
            $session = $context.session;
            $temp = $context.temp;
            $temp.firstState = first ? first.targetState : undefined;
        a: Всё забыто, начинаем сначала.
        if: $temp.firstState
            go!: {{ $temp.firstState }}
        else:
            go: /
