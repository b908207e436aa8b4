require: name/name.sc
    module = sys.zb-common

theme: /

    state: Name
        q!: * меня зовут $Name *
        q!: $Name
        a: {{$parseTree._Name.name}} {{$parseTree._Name.full}} {{$parseTree._Name.diminutive}} {{$parseTree._Name.sex}}

    state: Nothing
        event!: noMatch
        a: -
