require: language/language.sc
    module = sys.zb-common

theme: /

    state: Language
        q!: * $Language *
        a: {{$parseTree._Language.name}}, {{$parseTree._Language.family}}, {{$parseTree._Language.group}}, {{$parseTree._Language.dead}}

    state: Nothing
        event!: noMatch
        a: -
