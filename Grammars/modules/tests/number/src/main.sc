require: number/number.sc
    module = sys.zb-common

theme: /

    state: Two
        q!: from $Number::From to $Number::To
        a: {{ $parseTree._From }} {{ $parseTree._To }}

    state: Number
        q!: * $Number *
        a: {{ $parseTree._Number }} {{ typeof $parseTree._Number }}

    state: None
        q!: *
        a: none
