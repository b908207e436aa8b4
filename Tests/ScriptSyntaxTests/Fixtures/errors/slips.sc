# What the platform accepts, but reads otherwise than it is meant.
theme: "/Shop"
#      ^^^^^^^ error[syntax/theme-without-slash]
    state: Menu modal = true
#              ^^^^^^ warning[syntax/missing-bars]
        a: Hello | tts = "Hel+lo"
#                ^ warning[syntax/missing-bars]
        a: One
            two | html = "<b>two</b>"
#               ^ warning[syntax/missing-bars]
    state: Order | noContext = true
#                ^ warning[syntax/missing-bars]
        q!: (one | two) | fromState = /Menu
#                       ^ warning[syntax/missing-bars]
        go!: /Menu
    state: "Quoted"
#          ^^^^^^^^ warning[syntax/quoted-name]
        a: x || tts = 'one, two', html = 'it's one'
#                     ^^^^^^^^^^ warning[syntax/single-quotes]
#                                        ^^^^ warning[syntax/single-quotes]
    state: Size:
#          ^^^^^ warning[syntax/colon-in-name]
        a: "Hi" is what I say, x = 1 | 2 and tts = 3
        q: a = b
    state: What is "it"
        if: $session.modal = true | false
            a: 'x'
    state: 5:30
        timeout: /Menu || interval = "5s"
        audio: http://example.com/?name = x
