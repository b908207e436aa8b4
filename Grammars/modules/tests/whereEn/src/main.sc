require: where/whereEn.sc
    module = sys.zb-common

theme: /

    state: Where
        q!: where is $Where
        a: {{$parseTree._Where.name}} {{$parseTree._Where.timezone}}

    state: Country
        q!: country $Country
        a: {{$parseTree._Country.name}} {{$parseTree._Country.currency}}

    state: Capital
        q!: capital $Capital
        a: {{$parseTree._Capital.country}}, {{$parseTree._Capital.continent}}

    state: Nothing
        event!: noMatch
        a: -
