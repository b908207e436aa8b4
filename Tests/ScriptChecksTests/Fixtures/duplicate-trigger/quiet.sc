theme: /
    state: Hours
        q!: * open *
        a: From nine to five.
        state: More
            q: * more *
            a: On Sundays from ten.
    state: Address
        q!: * where *
        a: Main Street 1.
        state: More
            q: * more *
            a: By the river.
        state: Open
            q!: * open *
            a: Yes.
    state: Again
        q: again || fromState = /Hours
        a: From nine to five.
    state: AgainThere
        q: again || fromState = /Address
        a: Main Street 1.
