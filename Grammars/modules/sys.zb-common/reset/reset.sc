# /reset forgets all that is known of the user and the talk, then begins as /start does.

theme: /

    state: Reset
        q!: $regex</?reset>
        script:
            var begin = $nlp.match("/start", "/");
            $context.client = {};
            $context.session = {};
            $context.temp = {};
            $client = {};
            $session = {};
            $temp = {};
            $temp.beginning = begin && begin.targetState;
        a: Данные сброшены.
        if: $temp.beginning
            go!: {{ $temp.beginning }}
        else:
            go: /
