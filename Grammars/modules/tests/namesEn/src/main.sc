require: namesEn/namesEn.sc
    module = sys.zb-common

theme: /

    state: Name
        q!: my name is $Name
        a: {{$parseTree._Name.name}}: {{Object.keys($NamesEn).length > 300}}

    state: Nothing
        event!: noMatch
        a: -
