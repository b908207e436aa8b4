require: where/where.sc
    module = sys.zb-common

theme: /

    state: Where
        q!: где $Where
        a: {{$parseTree._Where.name}} {{$parseTree._Where.timezone}}

    state: Capital
        q!: столица $Capital
        a: {{$parseTree._Capital.name}}: {{$parseTree._Capital.country}}, {{$parseTree._Capital.genCountry}}, {{$parseTree._Capital.continent}}

    state: Country
        q!: страна $Country
        a: {{$parseTree._Country.name}}, {{$parseTree._Country.genName}}, {{$parseTree._Country.currency}}

    state: Region
        q!: регион $Region
        a: {{$parseTree._Region.name}}: из {{$parseTree._Region.genName}}, по {{$parseTree._Region.datName}}, в {{$parseTree._Region.accName}}, с {{$parseTree._Region.insName}}, о {{$parseTree._Region.locName}}, {{$parseTree._Region.capital}}

    state: Nothing
        event!: noMatch
        a: -
