require: floatNumber/floatNumber.sc
    module = sys.zb-common

theme: /

    state: Reckon
        q!: [сколько будет|what is] $MathExpression [=|равно]
        a: = {{ $parseTree._MathExpression }}

    state: Number
        q!: * $FloatNumber *
        a: {{ $parseTree._FloatNumber }}

    state: None
        q!: *
        a: none
