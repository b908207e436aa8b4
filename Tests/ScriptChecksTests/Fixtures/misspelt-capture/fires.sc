patterns:
    $City = (paris|london)
theme: /
    state: Start
        q!: * $City *
        a: You said {{$parseTree._city}}.
#                                ^^^^^ warning[check/misspelt-capture]
