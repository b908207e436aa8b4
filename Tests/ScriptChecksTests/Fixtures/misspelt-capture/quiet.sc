patterns:
    $City = (paris|london)
theme: /
    state: Start
        q!: * $City::From * @duckling.date *
        a: You said {{$parseTree._City}}, {{$parseTree._From}}, {{$parseTree._Root}}, {{$parseTree._slot}}.
