theme: /
    state: NoMatch
        event!: nomatch
#               ^^^^^^^ warning[check/misspelt-event]
        a: Pardon?
    state: Silence
        event!: speechNotRecognised
#               ^^^^^^^^^^^^^^^^^^^ warning[check/misspelt-event]
        a: Hello?
    state: Quotes
        event!: "noMatch"
#               ^^^^^^^^^ warning[check/misspelt-event]
        event: 'hangUp'
#              ^^^^^^^^ warning[check/misspelt-event]
        a: What?
    state: Several
        event!: noMatch, speechNotRecognized
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/misspelt-event]
        event!: noMatch hangup
#               ^^^^^^^^^^^^^^ warning[check/misspelt-event]
        a: What?
