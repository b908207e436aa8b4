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
