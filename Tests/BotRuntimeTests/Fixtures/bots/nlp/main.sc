# Understands an answer in the middle of a script.
patterns:
    $no = (no/nope/never)

theme: /

    state: Ask
        q!: ask *
        script:
            var answer = $request.query.slice(4);
            $temp.no = $nlp.matchPatterns(answer, ["$no", "* $no *"]) !== null;
            $temp.state = ($nlp.match(answer, "/Mood") || {}).targetState;
            $temp.words = $nlp.tokenize(answer).length;
        a: {{ $temp.no }} {{ $temp.state }} {{ $temp.words }} {{ $nlp.matchExamples($request.query, ["good day", "bad day"]).example }}

theme: /Mood

    state: Bad
        q: * bad *
        a: Sorry
