theme: /
    state: NoMatch
        event!: nomatch
#               ^^^^^^^ warning[check/misspelt-event]
        a: Pardon?
    state: Silence
        event!: speechNotRecognised
#               ^^^^^^^^^^^^^^^^^^^ warning[check/misspelt-event]
        a: Hello?
