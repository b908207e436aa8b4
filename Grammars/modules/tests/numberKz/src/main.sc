require: number/numberKz.sc
    module = sys.zb-common

theme: /

    state: Number
        q!: * $Number *
        a: {{ $parseTree._Number }}

    state: None
        q!: *
        a: none
