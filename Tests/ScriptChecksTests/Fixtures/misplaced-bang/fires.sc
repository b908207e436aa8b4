theme: /
    state: Start
        q:! hello
#       ^^^ warning[check/misplaced-bang]
        intent:! /order
#       ^^^^^^^^ warning[check/misplaced-bang]
        event:!noMatch
#       ^^^^^^^ warning[check/misplaced-bang]
        go:! /Next
#       ^^^^ warning[check/misplaced-bang]
    state: Next
        q:!
#       ^^^ warning[check/misplaced-bang]
        a: Good.
