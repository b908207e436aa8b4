require: ../number/number.sc
require: ../patterns.sc
require: ../common.js
require: phoneNumber.js

# Mobile numbers of Russia, in digits ("8 (927) 605-45-65") and as people say them: "плюс семь девятьсот тридцать один девятьсот семьдесят шесть
# пятьдесят два семнадцать", "восемь девять один два …", "девятьсот сорок восемь три семерки двадцать пять ноль два".
#
# The patterns are named for how many digits they stand for, for a number has ten behind the 8 or the +7: three that begin with 9, three, and four.

patterns:
    # MARK: One digit. How it is called, and how when there are several of it.
    $zeroPN = (ноль|нуль|нолик|нулик|0):0
    $oneToNineNormForm = (один:1|единица:1|раз:1|два:2|двойка:2|три:3|тройка:3|четыре:4|четверка:4|четвёрка:4|пять:5|пятерка:5|пятёрка:5|шесть:6|шестерка:6|шестёрка:6|
        семь:7|семерка:7|семёрка:7|восемь:8|восьмерка:8|восьмёрка:8|девять:9|девятка:9|$regexp<[1-9]>) || converter = $converters.phoneOneDigit
    $oneToNineGent = ((нуля|ноля|нулей|нулика):0|(единицы|единички|единиц|единичек):1|(двойки|двоек):2|(тройки|троек):3|(четверки|четвёрки|четверок):4|
        (пятерки|пятёрки|пятерок):5|(шестерки|шестёрки|шестерок):6|(семерки|семёрки|семерок):7|(восьмерки|восьмёрки|восьмерок):8|(девятки|девяток):9)
    $digitsNormalForm = ($zeroPN|$oneToNineNormForm) || converter = $converters.propagateConverter

    $twoSameDigits = ([одна|одну] (пара|пару|парой|два|две) $oneToNineGent):2 || converter = $converters.PhoneNumberSameDigits
    $threeSameDigits = ((три|тройка|тройку) $oneToNineGent):3 || converter = $converters.PhoneNumberSameDigits
    $fourSameDigits = ((четыре|четверка|четвёрка) $oneToNineGent):4 || converter = $converters.PhoneNumberSameDigits

    # MARK: Two digits: "семнадцать", "пятьдесят два", "ноль пять", "два нуля", "5 2".
    $phoneUnitPN = (один:1|два:2|три:3|четыре:4|пять:5|шесть:6|семь:7|восемь:8|девять:9) || converter = $converters.numberConverterValue
    $phoneDozenPN = (двадцать:20|тридцать:30|сорок:40|пятьдесят:50|шестьдесят:60|семьдесят:70|восемьдесят:80|девяносто:90) || converter = $converters.numberConverterValue
    $dozenAndDigitPN = $phoneDozenPN $phoneUnitPN || converter = $converters.phoneNumberSum
    $phoneTenToNinetyPN = ($dozenAndDigitPN|$phoneDozenPN|$NumberTwoDigit) || converter = $converters.phoneNumberSum
    $twoDigitNumberPN = ($phoneTenToNinetyPN|$twoSameDigits|$digitsNormalForm $digitsNormalForm|$phoneTwoDigitsWrittenPN) || converter = $converters.phoneDigits
    $phoneTwoDigitsWrittenPN = $regexp<\d\d> || converter = $converters.phoneNumberText

    # MARK: Three digits: "двести", "девятьсот семьдесят шесть", "три семерки", "пять сорок", "605".
    $phoneHundredPN = (сто:100|двести:200|триста:300|четыреста:400|пятьсот:500|шестьсот:600|семьсот:700|восемьсот:800|девятьсот:900) || converter = $converters.numberConverterValue
    $hundredAndDozenPN = $phoneHundredPN ($phoneDozenPN [$phoneUnitPN]|$NumberTwoDigit) || converter = $converters.phoneNumberSum
    $hundredAndDigitPN = $phoneHundredPN $phoneUnitPN || converter = $converters.phoneNumberSum
    $threeDigitNumberPN = ($hundredAndDozenPN|$hundredAndDigitPN|$phoneHundredPN) || converter = $converters.phoneNumberSum
    $phoneThreeDigitsWrittenPN = $regexp<\d{3}> || converter = $converters.phoneNumberText
    $ThreeDigitsPN = ($threeDigitNumberPN|$phoneThreeDigitsWrittenPN|$threeSameDigits|$digitsNormalForm $twoDigitNumberPN|$twoDigitNumberPN $digitsNormalForm) ||
        converter = $converters.phoneDigits

    # MARK: Four digits: "пять тысяч сто сорок три", "пятьдесят два семнадцать", "четыре семерки", "5217".
    $NumberThousandsWithDigitPN = ($phoneUnitPN|(одна:1|две:2)) (тысяча|тысячи|тысяч|тыща|тыщи|тыщ) || converter = $converters.phoneThousands
    $NumberThousandsWithOutDigitPN = (тысяча|тыща) || converter = $converters.phoneThousands
    $NumberThousandsPN = ($NumberThousandsWithDigitPN|$NumberThousandsWithOutDigitPN) || converter = $converters.propagateConverter
    $ThousandsAndDigitPN = $NumberThousandsPN ($phoneUnitPN|$phoneTenToNinetyPN) || converter = $converters.phoneNumberSum
    $ThousandsAndHundredPN = $NumberThousandsPN $threeDigitNumberPN || converter = $converters.phoneNumberSum
    $fourDigitNumberPN = ($ThousandsAndHundredPN|$ThousandsAndDigitPN|$NumberThousandsPN) || converter = $converters.phoneNumberSum
    $phoneFourDigitsWrittenPN = $regexp<\d{4}> || converter = $converters.phoneNumberText
    $FourDigitsPN = ($fourDigitNumberPN|$phoneFourDigitsWrittenPN|$fourSameDigits|$twoDigitNumberPN $twoDigitNumberPN|$ThreeDigitsPN $digitsNormalForm|$digitsNormalForm $ThreeDigitsPN) ||
        converter = $converters.phoneDigits

    # MARK: The three digits of the operator: 9 and two more.
    $patternNine = (девять|девятка):9
    $patternNinety = девяносто:90 || converter = $converters.numberConverterValue
    $patternNinetyAndDigit = $patternNinety $phoneUnitPN || converter = $converters.phoneNumberSum
    $patternNineHundred = (девятьсот|девятсот):900 || converter = $converters.numberConverterValue
    $NineHundredAndDozenPN = $patternNineHundred ($phoneDozenPN [$phoneUnitPN]|$NumberTwoDigit) || converter = $converters.phoneNumberSum
    $NineHundredAndDigitPN = $patternNineHundred $phoneUnitPN || converter = $converters.phoneNumberSum
    $threeDigitNumberNinePN = ($NineHundredAndDozenPN|$NineHundredAndDigitPN|$patternNineHundred) || converter = $converters.phoneNumberSum
    $phoneOperatorWrittenPN = ($regexp<\(?9\d\d\)?>|$regexp<9 \d\d>|$regexp<9\d \d>|$regexp<9 \d \d>) || converter = $converters.phoneNumberText
    $phoneThreeNinesPN = (три девятки):999
    $ThreeDigitsStartsWith9 = ($threeDigitNumberNinePN|$phoneOperatorWrittenPN|$phoneThreeNinesPN|$patternNine $twoDigitNumberPN|$patternNinetyAndDigit $digitsNormalForm|$patternNinety $digitsNormalForm) ||
        converter = $converters.phoneDigits

    $eightOrSevenPN = ([плюс|+] (восемь|восьмерка|семь|семерка|8|7|+7|+8))

    # MARK: The whole number; its value is "+7" and the ten digits.
    $mobilePhoneNumberInWords = [$eightOrSevenPN] $ThreeDigitsStartsWith9 ($ThreeDigitsPN $FourDigitsPN|$FourDigitsPN $ThreeDigitsPN|$twoDigitNumberPN $twoDigitNumberPN $ThreeDigitsPN) ||
        converter = $converters.mobilePhoneNumberInWordsConverter
    $mobilePhoneNumberInDigits = $regexp<(\+?[78][\s-]*)?\(?9\d{2}\)?[\s-]*(\d[\s-]*){6}\d> || converter = $converters.mobilePhoneNumberInDigitsConverter
    $mobilePhoneNumber = ($mobilePhoneNumberInDigits|$mobilePhoneNumberInWords) || converter = $converters.propagateConverter
