require: text/text.sc
    module = sys.zb-common

theme: /

    state: Say
        q!: (скажи|say) $Text
        a: {{ $parseTree._Text }}

    state: None
        q!: *
        a: none
