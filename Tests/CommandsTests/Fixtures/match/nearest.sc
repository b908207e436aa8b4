theme: /

    state: Name
        q!: меня зовут $oneWord [$oneWord]
        a: Очень приятно.

    state: Order
        q!: хочу пиццу
        q!: * (book/reserve) [a] table *
        a: Yes.

    state: Call
        q!: * call me * tomorrow *
        q!: call me and call
        a: I will.

    state: Number
        q!: * $regexp_i<my number is \d{3}> *
        q!: $regexp<\d{4}>
        a: Thanks.
