require: name/nameEn.sc
    module = sys.zb-common

theme: /

    state: Name
        q!: my name is $Name
        a: {{$parseTree._Name.name}} {{$parseTree._Name.sex}}

    state: Nothing
        event!: noMatch
        a: -
