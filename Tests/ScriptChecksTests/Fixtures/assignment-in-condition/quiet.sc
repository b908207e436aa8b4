theme: /
    state: Start
        q!: hello
        if: $session.tries == 3 && $session.size >= 2
            a: Enough.
        script:
            var match, next = function () { return null; };
            if ((match = next())) { log(match); }
            if ([1].some(function (x) { var y = x; return y; })) log("found");
