theme: /
    state: Hours
        q!: * open *
        q!: * open *
#       ^^^^^^^^^^^^ note[check/duplicate-trigger]
        a: From nine to five.
    state: Address
        q!: * open *
#       ^^^^^^^^^^^^ warning[check/duplicate-trigger]
        a: Main Street 1.
    state: NoMatch
        event: noMatch
        a: Pardon?
    state: NoMatchToo
        event: noMatch
#       ^^^^^^^^^^^^^^ warning[check/duplicate-trigger]
        a: Pardon?
    state: Long
        q!: * (the first way to say it|the second way to say it|the third way to say it) *
        a: Yes.
    state: LongToo
        q!: * (the first way to say it|the second way to say it|the third way to say it) *
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[check/duplicate-trigger]
        a: No.
