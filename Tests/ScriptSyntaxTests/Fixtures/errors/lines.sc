hello there
#^^^^^^^^^^ error[syntax/unknown-line]
and more of the same

even after a blank line
theme: /
    state: A
        Hi!
#       ^^^ error[syntax/unknown-line]
        state B
#       ^^^^^ error[syntax/missing-colon]
            a: in B
        if x
#       ^^^^ error[syntax/unknown-line]
        go: /X
        || tts = "x"
#       ^^^^^^^^^^^^ error[syntax/unknown-line]
        a : hi
#        ^ warning[syntax/blank-before-colon]
        a: one
            go!: /X
#           ^^^^ warning[syntax/tag-in-text]
        a: one || tts = "x"
            two
#           ^^^ error[syntax/text-after-parameters]
            three
        random:
            "text"
#           ^^^^^^ error[syntax/unknown-line]
    state: Run
        some line
#       ^^^^^^^^^ error[syntax/unknown-line]
        and more of it
    stat Other
#   ^^^^^^^^^^ error[syntax/unknown-line]
