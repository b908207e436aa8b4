require: city/city.sc
    module = sys.zb-common

theme: /

    state: City
        q!: * $City *
        q!: * из $City в $City::To *
        a: {{$parseTree._City.name}}{{$parseTree._To ? " - " + $parseTree._To.name : ""}}

    state: Facts
        q!: * где $City *
        a: {{$parseTree._City.country}} {{$parseTree._City.timezone}} {{$parseTree._City.lat.toFixed(2)}} {{$parseTree._City.lon.toFixed(2)}} {{$parseTree._City.capital}} {{$parseTree._City.continent}} {{$parseTree._City.population > 300000}}

    state: Nothing
        event!: noMatch
        a: -
