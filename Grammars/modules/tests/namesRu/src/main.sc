require: namesRu/namesRu.sc
    module = sys.zb-common

theme: /

    state: Name
        q!: * $Name *
        a: {{$parseTree._Name.name}}: {{Object.keys(NamesRu).length > 300}}

    state: Nothing
        event!: noMatch
        a: -
