require: metro/metro.sc
    module = sys.zb-common

theme: /

    state: Metro
        q!: * $Metro *
        a: {{$parseTree._Metro.name}}, {{$parseTree._Metro.city}}, {{$parseTree._Metro.line.name}}, #{{$parseTree._Metro.line["hex-color"]}}

    state: Nothing
        event!: noMatch
        a: -
