require: ../number/number.sc
require: floatNumberConverter.js

# Numbers with a fraction ("3,5", "пять с половиной", "три целых пять десятых", "three point five", "две трети", "полтора миллиона") and what can be
# reckoned with them ("два плюс два", "10 процентов от 200", "корень из девяти", "(2+3)*4"). The value is a number of JavaScript.

patterns:
    # MARK: Parts of a whole: "десятых", "сотых", and those that have a name.
    $FloatNumberFraction = ((десятых|десятая|десятые|десятой):10|(сотых|сотая|сотые|сотой):100|(тысячных|тысячная|тысячные|тысячной):1000) || converter = $converters.numberConverterValue
    $Denominator = ((половина|половины|вторых|вторая|half|halves):2|(треть|трети|третей|третья|третьих|третьи|third|thirds):3|(четверть|четверти|четвертей|четвертых|четвёртых|четвертая|четвертые|quarter|quarters|fourths):4|
        (пятых|пятая|пятые|fifth|fifths):5|(шестых|шестая|шестые|sixth|sixths):6|(седьмых|седьмая|седьмые|seventh|sevenths):7|(восьмых|восьмая|восьмые|eighth|eighths):8|
        (девятых|девятая|девятые|ninth|ninths):9|(десятых|десятая|десятые|tenth|tenths):10|(сотых|сотая|сотые|hundredth|hundredths):100|(тысячных|тысячная|thousandth|thousandths):1000) ||
        converter = $converters.numberConverterValue
    # "три четверти", "одна вторая", "two thirds".
    $Fraction = ($Number $Denominator|a $Denominator) || converter = $converters.fractionConverter

    # MARK: A whole number and a part.
    $nought = (ноль|нуль|ноля|0|nought|zero|oh):0 || converter = $converters.numberConverterValue
    $fractionWithDelimeter = (целая|целые|целых|целой|точка|запятая|и|point|dot|comma)
    $floatNumberWithDelimeter = $regexp<(-|\+|)[0-9]+(,|\.)[0-9]+> || converter = $converters.floatNumberWithDelimeterConverter
    # "три целых пять десятых", "сто и двести", "three point oh five".
    $floatNumberWordsDelimeted = $Number $fractionWithDelimeter [и] $floatNumberTail || converter = $converters.floatNumberWordsDelimetedConverter
    $floatNumberTail = ($repeat<$nought> [$Number] [$FloatNumberFraction]|$Number [$FloatNumberFraction]|$repeat<$NumberOneDigit>)
    # "пять с половиной", "5 с половиной тысяч", "минус пять и треть", "two and a half".
    $numberAndHalf = $Number ((с половиной|и половина|and a half):0.5|(с четвертью|и четверть|and a quarter):0.25|(и треть|с третью|and a third):0.3) || converter = $converters.numberAndHalfConverter
    $specialNumber = ((полтора|полторы|полутора):1.5|(половина|половину|половинка|one half|a half):0.5|(четверть):0.25|(треть|одну треть):0.3333333333333333) || converter = $converters.numberConverterValue
    $numberDivision = $regexp<-?\d+([.,]\d+)?\/\d+([.,]\d+)?> || converter = $converters.numberDivisionConverter
    $piNumber = ([число] (пи|pi)|[$Number] (пи|pi)) || converter = $converters.piNumberConverter
    $piNumberWithoutSpaces = $regexp_i<\d+([.,]\d+)?(пи|pi)> || converter = $converters.piNumberWithoutSpacesConverter
    $specialFloatNumber = ($specialNumber|$piNumber|$piNumberWithoutSpaces|$numberDivision) || converter = $converters.propagateConverter

    # "полтора миллиона", "2,5 тысячи", "3.2 млн".
    $FloatMillions = ($floatNumberWithDelimeter|$numberAndHalf|$specialNumber|$floatNumberWordsDelimeted) ((тысяча|тысячи|тысяч|тыс|thousand):1000|(миллион|миллиона|миллионов|млн|million):1000000|
        (миллиард|миллиарда|миллиардов|млрд|billion):1000000000) || converter = $converters.floatMillionsConverter

    $FloatNumber = [$Minus] ($FloatMillions|$numberAndHalf|$Fraction|$floatNumberWordsDelimeted|$NumberCommaSeparated|$floatNumberWithDelimeter|$specialFloatNumber|$Number) ||
        converter = $converters.floatNumberPropagateConverter

    # MARK: Reckoning. Operands.
    $CalcNumber = $FloatNumber || converter = $converters.propagateConverter
    $NegNumber = $Minus $CalcNumber || converter = $converters.numberConverterSum
    $NegNumberWithoutSpaces = $regexp<-\d+([.,]\d+)?> || converter = $converters.floatNumberWithDelimeterConverter
    $leftBracket = $regexp<\(>
    $rightBracket = $regexp<\)>
    $divider = $regexp<[/÷:]>
    $star = $regexp<(\*|×|х|x)>
    $Factorial = (факториал|факториала|factorial)
    $FactorialExpression = ($Factorial [числа|of] $CalcNumber|$CalcNumber $Factorial|$calcFactorialSign) || converter = $converters.factorialConverter
    $calcFactorialSign = $regexp<\d+!> || converter = $converters.numberConverterDigit
    # Functions: how they are called, and their argument.
    $CalcFuncSqrt = ([квадратный] корень [квадратный] [из|от]|[the] square root of|sqrt):sqrt
    $CalcFuncCbrt = (кубический корень [из]|корень кубический [из]|корень третьей степени [из]|[the] (cube|cubic) root of):cbrt
    $CalcFuncRt = корень $Number степени [из|от]
    $CalcFuncLn = (натуральный логарифм [от|числа]|natural logarithm of|ln):ln
    $CalcFuncLg = (десятичный логарифм [от|числа]|lg):lg
    $CalcFuncLog = логарифм $CalcNumber::CalcArgument по основанию $CalcNumber::CalcBase || converter = $converters.calcLogConverter
    $CalcSin = ([а] синус|синуса|sine of|sine|sin):sin
    $CalcCos = (косинус|косинуса|cosine of|cosine|cos):cos
    $CalcTan = (тангенс|тангенса|tangent of|tangent|tan|tg):tan
    $CalcCtg = (котангенс|котангенса|cotangent of|cotangent|ctg):ctg
    $CalcRSin = $CalcSin
    $CalcRCos = $CalcCos
    $CalcRTan = $CalcTan
    $CalcRCtg = $CalcCtg
    $CalcFunc = ($CalcFuncLg|$CalcFuncLn|$CalcFuncCbrt|$CalcFuncSqrt)
    # Angles are in degrees unless radians are said.
    $CalcTrigonometryDegree = ($CalcSin|$CalcCos|$CalcTan|$CalcCtg) [от|угла|of] $CalcNumber [градус|градуса|градусов|degrees|degree] || converter = $converters.calcDegreesConverter
    $CalcTrigonometryRadian = ($CalcSin|$CalcCos|$CalcTan|$CalcCtg) [от|угла|of] $CalcNumber (радиан|радиана|радианов|рад|radians|radian) || converter = $converters.calcRadiansConverter
    $CalcSinWithoutSpaces = $regexp_i<(sin|синус)\(?-?\d+([.,]\d+)?\)?>
    $CalcCosWithoutSpaces = $regexp_i<(cos|косинус)\(?-?\d+([.,]\d+)?\)?>
    $CalcTgWithoutSpaces = $regexp_i<(tg|tan|тангенс)\(?-?\d+([.,]\d+)?\)?>
    $CalcCtgWithoutSpaces = $regexp_i<(ctg|котангенс)\(?-?\d+([.,]\d+)?\)?>
    $CalcTrigonometryDegreeWithoutSpaces = ($CalcTgWithoutSpaces|$CalcCtgWithoutSpaces|$CalcCosWithoutSpaces|$CalcSinWithoutSpaces) || converter = $converters.calcDegreesWrittenConverter

    $CalcPower = ((в квадрате|квадрат|squared):2|(в кубе|куб|cubed):3) || converter = $converters.numberConverterValue
    $CalcPercent = (процент|процента|процентов|%|percent)
    # "10 процентов от 200", "треть от 9", "половина от ста", "раздели 10 пополам".
    $takePart = $CalcNumber::CalcLeft $CalcPercent (от|из|of) $CalcNumber::CalcRight || converter = $converters.calcPercentConverter
    $calcShare = ($specialNumber|$Fraction) (от|of) $CalcNumber::CalcRight || converter = $converters.calcShareConverter
    $inHalf = $CalcNumber (пополам|[разделить|поделить|раздели|подели] на пополам) || converter = $converters.calcHalfConverter
    $calcRooted = ($CalcFunc $CalcNumber|$CalcFuncRt $CalcNumber::CalcArgument) || converter = $converters.calcFunctionConverter
    $calcPowered = $CalcNumber $CalcPower || converter = $converters.calcPowerConverter

    $CalcOperand = ($calcPowered|$FactorialExpression|$calcRooted|$CalcFuncLog|$CalcTrigonometryRadian|$CalcTrigonometryDegree|$CalcTrigonometryDegreeWithoutSpaces|
        $takePart|$calcShare|$inHalf|$CalcNumber) || converter = $converters.propagateConverter

    # Signs between operands.
    $CalcNegOp = (минус|отнять|вычесть|minus|-):minus
    $caret = $regexp<\^>
    $CalcMul = (умножить на|умножь на|умноженное на|помножить на|times|multiplied by|$star):times
    $CalcOp = ((плюс|прибавить|прибавь|добавить|добавь|сложить с|plus|+):plus|(минус|отнять|вычесть|отними|вычти|minus|-):minus|
        (умножить [на]|умножь на|умноженное на|помножить на|помножь на|помноженное на|times|multiplied by|$star):times|
        (разделить [на]|раздели на|делить на|поделить на|подели на|деленное на|делённое на|divided by|over|$divider):over|
        (в степени|to the power of|power|$caret):power)
    $CalcOpPrefix = (сколько будет|сколько|посчитай|вычисли|чему равен|чему равна|чему равно|calculate|what is|what 's|how much is)
    $CalcQuestion = [$CalcOpPrefix] $MathExpression [=|равно|будет|equals] || converter = $converters.propagateConverter

    # MARK: Expressions. Written ones are read whole: "2+2*2", "(2 + 3) * 4".
    $SimpleExpressionWithoutSpaces = $regexp<\(*-?\d+([.,]\d+)?\)*(\s?(\+|-|\*|\/|×|÷|\^|х|x)\s?\(*-?\d+([.,]\d+)?\)*)+> || converter = $converters.calcWrittenConverter
    $combinedExpressionWithoutSpaces = $SimpleExpressionWithoutSpaces || converter = $converters.combinedExpressionWithoutSpacesConverter
    $MathExpressionInBrackets = $regexp<\(-?\d+([.,]\d+)?(\s?[-+*\/^]\s?-?\d+([.,]\d+)?)+\)> || converter = $converters.calcWrittenConverter
    $digitWithOperator = $regexp<(\+|-|\*|\/)\d+([.,]\d+)?>
    $calcStep = $CalcOp $CalcOperand
    $SimpleExpression = $CalcOperand $repeat<$calcStep> || converter = $converters.mathSimpleExpressionConverter
    $FreeSimpleExpression = $SimpleExpression

    # Requests in other words: "сложи 2 и 3", "вычти 2 из 5", "раздели 6 на 2", "умножь три на пять", "прибавь 2 к 3".
    $mathMinus1 = (вычти|вычесть|отними|отнять|subtract) $CalcOperand::CalcRight (из|от|from) $CalcOperand::CalcLeft || converter = $converters.calcMinusConverter
    $mathMinus2 = (из|от) $CalcOperand::CalcLeft (вычти|вычесть|отними|отнять) $CalcOperand::CalcRight || converter = $converters.calcMinusConverter
    $mathMinus3 = (разница|разность|difference) (между|between) $CalcOperand::CalcLeft (и|and) $CalcOperand::CalcRight || converter = $converters.calcMinusConverter
    $mathPlus = (сумма|сумму|sum of) $CalcOperand::CalcLeft (и|and) $CalcOperand::CalcRight || converter = $converters.calcPlusConverter
    $mathAdd = (прибавь|прибавить|добавь|добавить|add) $CalcOperand::CalcRight (к|to) $CalcOperand::CalcLeft || converter = $converters.calcPlusConverter
    $mathAdd2 = (сложи|сложить|add) $CalcOperand::CalcLeft (и|с|плюс|and) $CalcOperand::CalcRight || converter = $converters.calcPlusConverter
    $mathDiv = (раздели|разделить|подели|поделить|divide) $CalcOperand::CalcLeft (на|by) $CalcOperand::CalcRight || converter = $converters.calcOverConverter
    $mathMul1 = (умножь|умножить|помножь|multiply) $CalcOperand::CalcLeft (на|by) $CalcOperand::CalcRight || converter = $converters.calcTimesConverter
    $mathMul2 = (произведение|product of) $CalcOperand::CalcLeft (и|на|and) $CalcOperand::CalcRight || converter = $converters.calcTimesConverter
    $mathMul3 = (дважды:2|трижды:3|четырежды:4|пятью:5|шестью:6|семью:7|восемью:8|девятью:9) $CalcOperand || converter = $converters.calcTimesValueConverter
    $specialMathExpression = ($mathMinus1|$mathMinus2|$mathMinus3|$mathPlus|$mathAdd|$mathAdd2|$mathDiv|$mathMul1|$mathMul2|$mathMul3) || converter = $converters.propagateConverter

    # Everything that has a result: a lone number has none.
    $MathExpression = ($SimpleExpressionWithoutSpaces|$SimpleExpression|$specialMathExpression|$takePart|$calcShare|$inHalf|$calcPowered|$FactorialExpression|$calcRooted|$CalcFuncLog|
        $CalcTrigonometryRadian|$CalcTrigonometryDegree|$CalcTrigonometryDegreeWithoutSpaces) || converter = $converters.propagateConverter
