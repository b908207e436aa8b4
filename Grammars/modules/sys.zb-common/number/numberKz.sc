require: ../common.js
require: numberConverter.js

# Whole numbers in Kazakh, with the Russian words that are said among them: "отыз үш", "екі жүз үш", "бес мың елу", "екінші", "минус жүз үш", "3 млн".
# The same patterns as in number.sc, for bots that require this file instead of it.

patterns:
    # Digits, with the sign that is written to them.
    $NumberDigit = $regexp<(?!\+)-?\d+> || converter = $converters.numberConverterDigit
    $NumberCommaSeparated = ($regexp<-?\d{1,3}([.,]\d{3})+>|$regexp<-?\d{1,3}( \d{3})* 000>) || converter = $converters.numberConverterCommaSeparatedDigit
    # "5-ші", "3-інші".
    $NumberOrdinalDigit = $regexp_i<\d+-?(ші|шы|інші|ыншы|нші|ншы)> || converter = $converters.numberConverterOrdinalDigit
    $NumberDotZero = $regexp<-?\d+[.,]0{1,2}> || converter = $converters.numberConverterDigit
    $Minus = (минус|-|алу)

    # Words, by their value.
    $NumberZero = (нөл|нөлде|нөлге|нөлден|ноль|нуль):0 || converter = $converters.numberConverterValue
    $NumberOneDigitNatural = (
            (бір|бірде|бірге|бірден|бірі|бірдің|бірінші*|біреу|бiр|один|одна|одно):1 |
            (екі|екіде|екіге|екіден|екінші*|екеу|два|две):2 |
            (үш|үште|үшке|үштен|үшінші*|үшеу|три):3 |
            (төрт|төртте|төртке|төрттен|төртінші*|төртеу|четыре):4 |
            (бес|бесте|беске|бестен|бесінші*|бесеу|пять):5 |
            (алты|алтыда|алтыға|алтыдан|алтыншы*|алтау|шесть):6 |
            (жеті|жетіде|жетіге|жетіден|жетінші*|жетеу|семь):7 |
            (сегіз|сегізде|сегізге|сегізден|сегізінші*|восемь):8 |
            (тоғыз|тоғызда|тоғызға|тоғыздан|тоғызыншы*|девять):9
        ) || converter = $converters.numberConverterValue
    $NumberOneDigit = ($NumberZero|$NumberOneDigitNatural) || converter = $converters.propagateConverter

    # From ten to nineteen: "он бір".
    $numberTen = (он|онда|онға|ондан|оныншы*):10 || converter = $converters.numberConverterValue
    $NumberTwoDigit = ($numberTen [$NumberOneDigitNatural]|$numberTeen) || converter = $converters.numberConverterSum
    $numberTeen = (одиннадцать:11|двенадцать:12|тринадцать:13|четырнадцать:14|пятнадцать:15|шестнадцать:16|семнадцать:17|восемнадцать:18|девятнадцать:19|десять:10) || converter = $converters.numberConverterValue
    $NumberNumeric = ($NumberOneDigit|$NumberTwoDigit) || converter = $converters.propagateConverter
    $NumberSimpleNoZero = ($NumberDigit|$NumberCommaSeparated|$NumberOrdinalDigit|$NumberDotZero|$NumberOneDigitNatural|$NumberTwoDigit) || converter = $converters.numberSimpleConverter
    $NumberSimple = ($NumberSimpleNoZero|$NumberZero) || converter = $converters.numberSimpleConverter

    $NumberDozen = (
            (жиырма|жиырмада|жиырмаға|жиырмадан|жиырмасыншы*|двадцать):20 |
            (отыз|отызда|отызға|отыздан|отызыншы*|тридцать):30 |
            (қырық|қырықта|қырыққа|қырықтан|қырқыншы*|сорок):40 |
            (елу|елуде|елуге|елуден|елуінші*|пятьдесят):50 |
            (алпыс|алпыста|алпысқа|алпыстан|алпысыншы*|шестьдесят):60 |
            (жетпіс|жетпісте|жетпіске|жетпістен|жетпісінші*|семьдесят):70 |
            (сексен|сексенде|сексенге|сексеннен|сексенінші*|восемьдесят):80 |
            (тоқсан|тоқсанда|тоқсанға|тоқсаннан|тоқсаныншы*|девяносто):90
        ) || converter = $converters.numberConverterValue
    # "отыз-үш".
    $NumberDozenWithDash = $NumberDozen - $NumberOneDigitNatural || converter = $converters.numberConverterSum

    # Hundreds: "жүз", "екі жүз".
    $NumberHundred = ((жүз|жүзде|жүзге|жүзден|жүзінші*|сто):100|двести:200|триста:300|четыреста:400|пятьсот:500) || converter = $converters.numberConverterValue
    $NumberHundredComplex = ($NumberOneDigitNatural|$NumberDigit) (жүз|жүзде|жүзге|жүзден|жүзінші*):100 || converter = $converters.numberConverterMultiply
    $numberBelowHundred = ($NumberDozen [$NumberOneDigitNatural]|$NumberTwoDigit|$NumberOneDigitNatural) || converter = $converters.numberConverterSum
    $numberBelowThousand = (($NumberHundredComplex|$NumberHundred) [$numberBelowHundred]|$numberBelowHundred) || converter = $converters.numberConverterSum
    $NumberThreeDigit = ($numberBelowThousand|$NumberDigit|$NumberCommaSeparated|$NumberOrdinalDigit|$NumberDotZero|$NumberZero) || converter = $converters.numberConverterSum

    # Thousands, millions, billions.
    $NumberThousands = ([$NumberThreeDigit] (мың|мыңға|мыңда|мыңнан|мыңыншы*|тыс|тысяч*):1000|$NumberThreeDigit к:1000) || converter = $converters.numberConverterMultiply
    $NumberMillions = [$NumberThreeDigit] (миллион|миллион*|млн|лям|ляма|лямов):1000000 || converter = $converters.numberConverterMultiply
    $NumberBillions = [$NumberThreeDigit] (миллиард|миллиард*|млрд):1000000000 || converter = $converters.numberConverterMultiply
    $numberRest = ($numberBelowThousand|$regexp<\d{1,3}>) || converter = $converters.numberConverterRest

    # From the thousands, millions, billions on: each with what follows it.
    $numberThousandsOn = $NumberThousands [және|и] [$numberRest]
    $numberMillionsOn = $NumberMillions [және|и] [$numberThousandsOn|$numberRest]
    $numberBillionsOn = $NumberBillions [және|и] [$numberMillionsOn|$numberThousandsOn|$numberRest]

    $Number = [$Minus] ($NumberThreeDigit|$numberThousandsOn|$numberMillionsOn|$numberBillionsOn) || converter = $converters.numberConverterSum

theme: /nlp
