theme: /
    # Only a phrase that holds the words of both.
    state: Hello
        q!: * hello *
        a: Hello.
    state: Bye
        q!: * bye *
        a: Bye.
    # The one that names more words wins.
    state: Price
        q!: * price *
        a: Ten.
    state: PriceOfCard
        q!: * price [of] * card *
        a: Five.
    # One state.
    state: Thanks
        q!: * (thanks|thank you) *
        q!: (thanks|cheers)
        a: Welcome.
    # Other contexts.
    state: One
        q!: one
        a: Yes or no?
        state: Yes
            q: * (yes|sure) *
            a: Good.
    state: Two
        q!: two
        a: Да или нет?
        state: Yes
            q: * (yes|of course) *
            a: Хорошо.
    # Told as `check/duplicate-trigger`, or as `check/never-wins`.
    state: Open
        q!: * (open|hours) *
        a: From nine.
    state: OpenToo
        q!: * (open|hours) *
        a: From ten.
    state: OpenAgain
        q!: * hours *
        a: From ten.
    # Catch-alls.
    state: Rest
        q!: *
        a: Pardon?
    state: RestToo
        q!: * *
        a: Pardon?
