# A block of code ends where a tag begins, however it is written.
theme: /
    state: One
        script:
            $session.x = 1;
        а: Здравствуйте
#       ^^ error[syntax/lookalike]
        script:
            $session.x = 1;
        a Привет
#       ^^^^^^^^ error[syntax/unknown-line]
        script:
            $session.x = 1;
        go! /Next
#       ^^^ error[syntax/missing-colon]
        script:
            $session.x = 1;
    state Two
#   ^^^^^ error[syntax/missing-colon]
        script:
            $session.x = 1;
    Состояние: Three
#   ^^^^^^^^^^^^^^^^ error[syntax/unknown-line]
        script:
            $session.x = 1;
init
#^^^ error[syntax/missing-colon]
    var b = 1;
theme: /Flat
    state: Four
        script:
        var state = 1;
#       ^^^^^^^^^^^^^^ warning[syntax/flat-script]
        state = 2;
        state + 3;
        if (state) return;
        q instanceof Array
        a.b();
        Ключ: 5
        state Five
#       ^^^^^ error[syntax/missing-colon]
            a: x
