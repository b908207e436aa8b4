init:
    function countTries() { return 1; }
    var checkEnd = function () { return true; };
theme: /
    state: Start
        q!: hello
        script: countTries
#               ^^^^^^^^^^ warning[check/uncalled-function]
        script:
            $session.tries = 1;
            checkEnd;
#           ^^^^^^^^ warning[check/uncalled-function]
            if ($session.tries > 3)
                countTries
#               ^^^^^^^^^^ warning[check/uncalled-function]
            $session.tries = 2;
