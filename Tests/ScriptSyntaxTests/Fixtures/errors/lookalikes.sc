theme: /
    state: S
        а: Отлично
#       ^^ error[syntax/lookalike]
        a： wide
#       ^^ error[syntax/lookalike]
        gо!: /S
#       ^^^^ error[syntax/lookalike]
    ​state: A
#   ^ warning[syntax/invisible-character]
        go!: /No​break
#               ^ warning[syntax/invisible-character]
    state: No break || modal = true
#            ^ warning[syntax/invisible-character]
        q: a || fromState = /A b, toState = "/A"
#                             ^ warning[syntax/invisible-character]
        a: a no-break space in a text​
        да: no tag
#       ^^^^^^^^^^ error[syntax/unknown-line]
