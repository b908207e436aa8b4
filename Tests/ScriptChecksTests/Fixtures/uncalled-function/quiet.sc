init:
    function countTries() { return 1; }
theme: /
    state: Start
        q!: hello
        script: countTries();
        script:
            var total = 1 +
                countTries
            [1, 2].map(
                countTries
            );
            countTries
                .call(this);
            unknownName
            $session.count = countTries;
            $session.tries = { countTries: countTries };
        if: countTries
            a: {{countTries}}
