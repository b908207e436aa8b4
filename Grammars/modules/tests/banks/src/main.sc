require: banks/banks.sc
    module = sys.zb-common

theme: /

    state: Two
        q!: * $Bank [и|или] $Bank::Other *
        a: {{$parseTree._Bank.name}} + {{$parseTree._Other.name}}

    state: One
        q!: * $Bank *
        a: {{$parseTree._Bank.id}} {{$parseTree._Bank.name}}

    state: Nothing
        event!: noMatch
        a: -
