theme: /
    state: One, modal = true
#             ^^^^^^^ warning[syntax/missing-bars]
    state: Two || modal = true noContext = true
#                             ^^^^^^^^^^ error[syntax/missing-comma]
    state: Three || noContext
#                   ^^^^^^^^^ error[syntax/missing-equals]
    state: Four || modal = true, noContext
#                                ^^^^^^^^^ error[syntax/missing-equals]
        q: x || fromState = "/A" onlyThisState = true
#                               ^^^^^^^^^^^^^^ error[syntax/missing-comma]
        a: x || tts == "x"
#                   ^^ error[syntax/double-equals]
        a: x || tts = «a, b», html = “b”
#                     ^^^^^^ warning[syntax/typographic-quotes]
#                                    ^^^ warning[syntax/typographic-quotes]
        a: x || tts = «a» and «b», html = two words = three
