patterns:
    $City = (paris|london)
    $Phone = $regexp<\d{6}>
theme: /
    state: Start
        q!: * $City *
        q!: * $Phone *
        q!: * call $Street::from *
        q!: * $City::origin to $City::goal *
        a: You said {{$parseTree._city}}.
#                                ^^^^^ warning[check/misspelt-capture]
        a: {{$parseTree._Phnoe}}, {{$parseTree._Phon}}, {{$parseTree._Phones}}
#                       ^^^^^^ warning[check/misspelt-capture]
#                                              ^^^^^ warning[check/misspelt-capture]
#                                                                    ^^^^^^^ warning[check/misspelt-capture]
        a: {{$parseTree._form}}, {{$parseTree.Ctiy[0].text}}, {{$parseTree.tex}}
#                       ^^^^^ warning[check/misspelt-capture]
#                                             ^^^^ warning[check/misspelt-capture]
#                                                                          ^^^ warning[check/misspelt-capture]
        a: {{$parseTree._Street}}
#                       ^^^^^^^ warning[check/misspelt-capture]
patterns:
    $Street = (main street|high street)
