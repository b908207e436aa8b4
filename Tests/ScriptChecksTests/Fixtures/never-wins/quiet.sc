patterns:
    $Cost = (цена|цены|стоимость)

theme: /
    # The later one accepts more, or asks for more.
    state: Fee
        q!: * fee *
        a: None.
    state: Price
        q!: * (price/cost/fee) *
        a: Ten.
    state: FeeOfCard
        q!: * fee * card *
        a: Two.
    # A part of a word counts less than the word.
    state: Part
        q!: * tariff* *
        a: Three.
    state: Word
        q!: * tariffs *
        a: Three each.
    # Triggers of one state.
    state: Hello
        q!: * (hello|hi) *
        q!: hello
        q!: hi [there]
        a: Hello.
    # In its own context it goes first.
    state: Question
        q!: ask
        a: Yes or no?
        state: No
            q: * (no|nope) *
            a: Fine.
    state: No
        q!: * [oh] no *
        a: What not?
    # A weight decides.
    state: Cost
        q!: * $Cost *
        a: Десять.
    state: CostOfService
        q!: * (стоимость|цена) * $weight<+0.1>
        a: Двадцать.
    # One of two contexts is enough.
    state: Yes
        q: * (yes|yeah) * || fromState = /Question
        a: Good.
    state: YesThere
        q: * yes * || fromState = ["/Question", "/Hello"]
        a: Fine.
    # A catch-all behind all others is meant so.
    state: Rest
        q!: *
        a: Pardon?

# A modal state hears its own only.
theme: /
    state: Modal || modal = true
        q!: modal
        a: Say it.
        state: Inside
            q!: * (fee|charge) *
            go!: /Fee
