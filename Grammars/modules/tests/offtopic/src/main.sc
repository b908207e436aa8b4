require: offtopic/offtopic.sc
    module = sys.zb-common

theme: /

    state: Start
        q!: $regex</start>
        a: Слушаю вас.

    state: NoMatch
        event!: noMatch
        a: Не понимаю.
