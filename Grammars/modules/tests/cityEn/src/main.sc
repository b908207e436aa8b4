require: city/cityEn.sc
    module = sys.zb-common

theme: /

    state: City
        q!: * $City *
        a: {{$parseTree._City.name}}, {{$parseTree._City.country}}

    state: Nothing
        event!: noMatch
        a: -
