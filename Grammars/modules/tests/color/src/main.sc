require: color/color.sc
    module = sys.zb-common

theme: /

    state: Color
        q!: * $Color *
        a: {{$parseTree._Color.name}} {{$parseTree._Color.hex}} {{$parseTree._Color.red}} {{$parseTree._Color.green}} {{$parseTree._Color.blue}}

    state: Nothing
        event!: noMatch
        a: -
