theme: /

    state: Start
        q!: hello
        a: Hi!
        go: /Ordr
#           ^^^^^ error[link/unknown-state]

    state: Order
        q: $Thing
#          ^^^^^^ error[link/undefined-pattern]
        event: done || fromState = /Nowhere
#                                  ^^^^^^^^ error[link/unknown-state]
        else:
#       ^^^^^ error[link/else-without-if]
            a: What?
        gos: /Start
#       ^^^ error[link/unknown-tag]
        go!: {{$session.next}}

    state: Start
#          ^^^^^ warning[link/duplicate-state]
        a: Again.
