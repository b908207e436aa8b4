# Says whether a phrase is what a named pattern of the library means: "agree: давайте".
require: patternsEn.sc
    module = sys.zb-common

theme: /

    state: Ask
        q!: * || fromState = /
        event!: noMatch
        script:
            var parts = $request.query.match(/^(\w+): (.*)$/);
            $temp.match = $nlp.matchPatterns(parts[2], ["$" + parts[1]]);
        if: $temp.match
            a: yes
        else:
            a: no

    state: Gender
        q!: i am a $gender
        a: gender {{ $parseTree._gender }}
