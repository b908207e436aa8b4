patterns:
    $Number = @pymorphy.surn

theme: /
    state: Start
        q!: * @City *
        q!: @Size [@Colour] $Number
        q!: @Colour @mystem.persn
        intent!: /Order
        eg!: A.B
        a: Hello!
