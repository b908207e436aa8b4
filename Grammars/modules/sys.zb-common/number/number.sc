require: ../common.js
require: numberConverter.js

# Whole numbers in digits and words, Russian and English: "33", "30.000", "двести три", "второй", "2 миллиона и 3 тысячи", "3 к",
# "минус десять", "one hundred and five". Each pattern's value is a number of JavaScript.
#
# The patterns take the words apart themselves instead of asking `@duckling.number`: they count ordinals as numbers, know
# the words of both languages whatever the bot's own is, and other patterns (times, telephone numbers) are made of their parts.

patterns:
    # Digits, with the sign that is written to them. A number behind a plus is none: "+79…" is a telephone.
    $NumberDigit = $regexp<(?!\+)-?\d+> || converter = $converters.numberConverterDigit

    # Digits in groups of three: "30.000", "1,000,000", "10 000".
    $NumberCommaSeparated = ($regexp<-?\d{1,3}([.,]\d{3})+>|$regexp<-?\d{1,3}( \d{3})* 000>) ||
        converter = $converters.numberConverterCommaSeparatedDigit

    # "1st", "5-го", "3й".
    $NumberOrdinalDigit = $regexp_i<\d+(st|nd|rd|th|-?(ый|ой|ий|й|ая|я|ое|е|ого|его|го|ому|ему|му|ую|ю|ым|им|ом|ем|м|ых|их|х))> ||
        converter = $converters.numberConverterOrdinalDigit

    # "5.0", "12,00": whole numbers nevertheless.
    $NumberDotZero = $regexp<-?\d+[.,]0{1,2}> || converter = $converters.numberConverterDigit

    $Minus = (минус|minus|-|отрицательное|negative)

    # One word, by its value.
    $NumberZero = (ноль|ноля|нолю|нолем|нуль|нуля|нулю|нулем|нулём|нулевой|нулевая|нулевое|нулевого|зеро|zero|nil):0 ||
        converter = $converters.numberConverterValue

    $NumberOneDigitNatural = (
            (один|одна|одно|одного|одной|одну|одному|одним|одном|единица|единичка|первый|первая|первое|первого|первой|первому|
             первую|первым|первом|one|first):1 |
            (два|две|двух|двум|двумя|двое|двоих|двойка|второй|вторая|второе|второго|второму|вторую|вторым|втором|two|second):2 |
            (три|трёх|трех|трём|трем|тремя|трое|троих|тройка|третий|третья|третье|третьего|третьей|третьему|третью|третьим|
             третьем|three|third):3 |
            (четыре|четырёх|четырех|четырём|четырем|четырьмя|четверо|четверых|четверка|четвёрка|четвертый|четвертая|четвертое|
             четвертого|четвертой|четвертому|четвертую|четвертым|четвертом|четвёртый|четвёртая|четвёртое|четвёртого|четвёртой|
             четвёртому|четвёртую|четвёртым|четвёртом|four|fourth):4 |
            (пять|пяти|пятью|пятеро|пятерых|пятерка|пятёрка|пятый|пятая|пятое|пятого|пятой|пятому|пятую|пятым|пятом|five|fifth):5 |
            (шесть|шести|шестью|шестеро|шестерых|шестерка|шестёрка|шестой|шестая|шестое|шестого|шестому|шестую|шестым|шестом|six|
             sixth):6 |
            (семь|семи|семью|семеро|семерых|семерка|семёрка|седьмой|седьмая|седьмое|седьмого|седьмому|седьмую|седьмым|седьмом|
             seven|seventh):7 |
            (восемь|восьми|восьмью|восемью|восьмеро|восьмерка|восьмёрка|восьмой|восьмая|восьмое|восьмого|восьмому|восьмую|восьмым|
             восьмом|eight|eighth):8 |
            (девять|девяти|девятью|девятка|девятый|девятая|девятое|девятого|девятой|девятому|девятую|девятым|девятом|nine|ninth):9
        ) || converter = $converters.numberConverterValue

    $NumberOneDigit = ($NumberZero|$NumberOneDigitNatural) || converter = $converters.propagateConverter

    $NumberTwoDigit = (
            (десять|десяти|десятью|десятка|десяток|ten|tenth|десятый|десятая|десятое|десятого|десятой|десятому|десятую|десятым|
             десятом):10 |
            (одиннадцать|одинадцать|одиннадцати|одиннадцат*|одинадцат*|eleven|eleventh):11 |
            (двенадцать|двеннадцать|двенадцати|двенадцат*|twelve|twelfth):12 |
            (тринадцать|тринадцати|тринадцат*|thirteen|thirteenth):13 |
            (четырнадцать|четырнадцати|четырнадцат*|fourteen|fourteenth):14 |
            (пятнадцать|пятнадцати|пятнацать|пятнадцат*|fifteen|fifteenth):15 |
            (шестнадцать|шестнадцати|шестьнадцать|шестнадцат*|sixteen|sixteenth):16 |
            (семнадцать|семнадцати|семнадцат*|seventeen|seventeenth):17 |
            (восемнадцать|восемнадцати|восемнадцат*|eighteen|eighteenth):18 |
            (девятнадцать|девятнадцати|девятнадцат*|nineteen|nineteenth):19
        ) || converter = $converters.numberConverterValue

    $NumberNumeric = ($NumberOneDigit|$NumberTwoDigit) || converter = $converters.propagateConverter

    # What stands by itself: digits, or a word below twenty.
    $NumberSimpleNoZero = ($NumberDigit|$NumberCommaSeparated|$NumberOrdinalDigit|$NumberDotZero|$NumberOneDigitNatural|$NumberTwoDigit) ||
        converter = $converters.numberSimpleConverter

    $NumberSimple = ($NumberSimpleNoZero|$NumberZero) || converter = $converters.numberSimpleConverter

    # Tens and hundreds.
    $NumberDozenWithDash = $regexp_i<(twen|thir|for|fif|six|seven|eigh|nine)ty-(one|first|two|second|three|third|fi(ve|fth)|eighth?|nine|ninth|(four|six|seven)(th)?)> ||
        converter = $converters.numberConverterDozenDash

    $NumberDozen = (
            (двадцать|двадцати|двадцатью|двацать|двадцат*|twenty|twentieth):20 |
            (тридцать|тридцати|тридцатью|трицать|тридцат*|thirty|thirtieth):30 |
            (сорок|сорока|сороковой|сороковая|сороковое|сорокового|сороковому|сороковую|сороковым|сороковом|forty|fortieth|fourty):40 |
            (пятьдесят|пятьдесятью|пятидесяти|пятидесят*|пятдесят|пядесят|fifty|fiftieth):50 |
            (шестьдесят|шестидесяти|шестидесят*|шестдесят|шесдесят|шисят|sixty|sixtieth):60 |
            (семьдесят|семидесяти|семидесят*|семдесят|seventy|seventieth):70 |
            (восемьдесят|восьмидесяти|восьмидесят*|восемдесят|eighty|eightieth):80 |
            (девяносто|девяноста|девяностый|девяностая|девяностое|девяностого|девяностой|девяностому|девяностую|девяностым|
             девяностом|ninety|ninetieth):90
        ) || converter = $converters.numberConverterValue

    $NumberHundred = (
            (сто|ста|сотня|сотню|соточка|сотка|сотку|сотки|сотый|сотая|сотое|сотого|сотой|сотому|сотую|сотым|сотом):100 |
            (двести|двухсот|двумстам|двумястами|двухсот*):200 |
            (триста|трёхсот|трехсот|тремстам|тремястами|трёхсот*|трехсот*):300 |
            (четыреста|четырёхсот|четырехсот|четыремстам|четырёхсот*|четырехсот*):400 |
            (пятьсот|пятисот|пятистам|пятисот*|пятсот):500 |
            (шестьсот|шестисот|шестистам|шестисот*|шестсот):600 |
            (семьсот|семисот|семистам|семисот*|семсот):700 |
            (восемьсот|восьмисот|восьмистам|восьмисот*|восемсот):800 |
            (девятьсот|девятисот|девятистам|девятисот*|девятсот):900
        ) || converter = $converters.numberConverterValue

    # "пять сотен", "two hundred".
    $NumberHundredComplex = [a|$NumberSimpleNoZero] (сотен|сотни|hundred|hundreds|hundredth):100 || converter = $converters.numberConverterMultiply

    # Below a thousand in words.
    $numberBelowHundred = ($NumberDozen [$NumberOneDigitNatural]|$NumberDozenWithDash|$NumberTwoDigit|$NumberOneDigitNatural) ||
        converter = $converters.numberConverterSum
    $numberBelowThousand = (($NumberHundred|$NumberHundredComplex) [and] [$numberBelowHundred]|$numberBelowHundred) ||
        converter = $converters.numberConverterSum

    # The same, or any number in digits.
    $NumberThreeDigit = ($numberBelowThousand|$NumberDigit|$NumberCommaSeparated|$NumberOrdinalDigit|$NumberDotZero|$NumberZero) ||
        converter = $converters.numberConverterSum

    # How many thousands, millions, billions: "5 тысяч", "два с половиной миллиона", "полторы тысячи", "5к".
    $numberGlued = $regexp_i<\d+(к|k|тыс|млн|млрд)> || converter = $converters.numberConverterGlued
    $numberPlusHalf = (полтора|полторы|полутора):1.5 | с половиной:0.5 | пол:0.5 || converter = $converters.numberConverterValue

    $NumberThousands = ([a] [$NumberThreeDigit] [$numberPlusHalf] (тысяча|тысячи|тысяч|тысячу|тысяче|тысячей|тысячью|тысячам|тыща|тыщи|тыщу|тыщ|тыс|тысяч*|тыщ*|тыщонк*|thousand*|grand):1000|
        $NumberThreeDigit (к|k):1000|
        полтысячи:500) || converter = $converters.numberConverterMultiply
    $NumberMillions = ([a] [$NumberThreeDigit] [$numberPlusHalf] (миллион|миллиона|миллионов|миллион*|милион*|млн|лям|ляма|лямов|million*|millon*|mln):1000000|
        полмиллиона:500000) || converter = $converters.numberConverterMultiply
    $NumberBillions = ([a] [$NumberThreeDigit] [$numberPlusHalf] (миллиард|миллиарда|миллиардов|миллиард*|милиард*|млрд|лярд|лярда|лярдов|billion*|bln):1000000000|
        полмиллиарда:500000000) || converter = $converters.numberConverterMultiply

    # What follows the thousands: at most three digits.
    $numberRest = ($numberBelowThousand|$regexp<\d{1,3}>) || converter = $converters.numberConverterRest

    # From the thousands, millions, billions on: each with what follows it.
    $numberThousandsOn = $NumberThousands [и|and] [$numberRest]
    $numberMillionsOn = $NumberMillions [и|and] [$numberThousandsOn|$numberRest]
    $numberBillionsOn = $NumberBillions [и|and] [$numberMillionsOn|$numberThousandsOn|$numberRest]

    $Number = [$Minus] ($NumberThreeDigit|$numberGlued|$numberThousandsOn|$numberMillionsOn|$numberBillionsOn) || converter = $converters.numberConverterSum

theme: /nlp
