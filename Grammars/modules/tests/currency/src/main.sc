require: currency/currency.sc
    module = sys.zb-common

theme: /

    state: Currency
        q!: * $Currency *
        a: {{$parseTree._Currency.name}} {{$parseTree._Currency.abbreviation}} {{$parseTree._Currency.symbol}} {{$parseTree._Currency.coin}} {{$parseTree._Currency.coinPart}}

    state: Ambiguous
        q!: * $ambiguousCurrency *
        a: {{$parseTree._ambiguousCurrency.name}}? {{$parseTree._ambiguousCurrency.mostLikely}}

    state: Id
        q!: номер два
        a: {{$Currencies[2].value.abbreviation}} {{$Currencies[27].value.abbreviation}}

    state: Nothing
        event!: noMatch
        a: -
