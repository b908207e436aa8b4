require: cities.csv
    name = Cities
    var = $Cities

patterns:
    $Hour = in (an/one) hour
    $Cities = $entity<Cities>
    $Digits = $regexp<\d+>

theme: /

    state: Start
        q!: $regex</start>
        a: Hello!

        state: Yes
            q: * (yes/sure) *
            a: Good.

        state: Later || modal = true
            q: * later *
            a: When?

            state: Soon
                q: * soon *
                a: Soon, then.

    state: Callback
        q!: * call [me] [back] * $Hour *
        q!: * call me * $weight<0.5>
        q!: (ring/phone) me
        a: I will.

    state: CallAgain
        q!: * call [me] [back] * $Hour *
        q!: (ring/phone) me
        a: Again.

    state: Travel
        q!: fly to $Cities
        e!: I want to fly
        a: A good flight!

    state: Weather
        q!: * weather * $weight<+0.4>
        q: * weather * || fromState = /Travel, onlyThisState = true
        a: It rains.

    state: Exact
        q!: add {$Digits [please] (now/today)}
        q!: [please]
        a: Added.

    state: Anything
        q!: *
        a: Anything?

    state: NotUnderstood || noContext = true
        event!: noMatch
        a: What?
