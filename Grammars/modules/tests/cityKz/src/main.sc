require: city/cityKz.sc
    module = sys.zb-common

theme: /

    state: City
        q!: * $City *
        a: {{$parseTree._City.name}} {{$parseTree._City.nameRU}}

    state: Nothing
        event!: noMatch
        a: -
