require: own.yaml
    var = specialOfftopic
require: newOfftopic/newOfftopic.sc
    module = sys.zb-common

theme: /

    state: Start
        q!: $regex</start>
        a: Слушаю вас.

    state: Movies
        a: Афиша на сегодня.

    state: NoMatch
        event!: noMatch
        a: Не понимаю.
