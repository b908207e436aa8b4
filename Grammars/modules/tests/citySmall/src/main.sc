require: city/cities-small.csv
    name = Cities
    var = $Cities
    module = sys.zb-common

theme: /

    state: City
        q!: * $Cities *
        a: {{$Cities[$parseTree._Cities].value.name}}

    state: Nothing
        event!: noMatch
        a: -
