require: names.sc
    module = our-library
patterns:
    $City = (paris|london)
theme: /
    state: Start
        q!: * $City *
        a: {{$parseTree._Citi}}, which the library may capture.
