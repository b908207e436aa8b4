require: ../number/numberKz.sc
require: moment.min.js
require: moment-business.js
require: dateTimeConverter.js
require: dateTime.js

# Dates and times in Kazakh, with the names of months that are said in Russian. Values are those of dateTime.sc: "ертең кешкі 8-де" is
# { days: 1, hour: 20, period: "pm" }. Parts of the day stand before the hour or behind it.

patterns:
    $Season = ((қыс|қыста|қысқы|қыстың):0|(көктем|көктемде|көктемгі):1|(жаз|жазда|жазғы|жаздың):2|(күз|күзде|күзгі|күздің):3)
    $Weekend = (демалыс|демалыста|демалысқа|демалыс күндері)

    # MARK: Times of day. Endings of cases stand beside digits: "8-де", "8 00 де".
    $dateTimeEnding = (де|да|те|та|ге|ға|ке|қа|ден|дан|тен|тан)
    $TimeHhMmSs = $regexp<([01]?\d|2[0-3]):[0-5]\d:[0-5]\d> || converter = $converters.timeConverterHhMmSs
    $TimeHhMm = ($regexp<([01]?\d|2[0-4]):[0-5]\d>|$regexp<([01]?\d|2[0-4]) [0-5]\d>) || converter = $converters.timeConverterHhMm
    $TimeHhMmWithoutSeparator = $regexp<([01]?\d|2[0-3])[0-5]\d> || converter = $converters.timeConverterHhMmWithoutSeparator
    $TimeHourDigit = ($regexp<([01]?\d|2[0-4])>|$regexp_i<([01]?\d|2[0-4])-(де|да|те|та|ге|ға|ке|қа|ден|дан|тен|тан)>) || converter = $converters.numberConverterDigit
    $dateTimeTwenty = (жиырма|жиырмада|жиырмаға):20 || converter = $converters.numberConverterValue
    $NumberTwoDigitTime = ($dateTimeTwenty [$NumberOneDigitTime]) || converter = $converters.numberConverterSum
    $NumberOneDigitTime = ((бір|бірде|бірге):1|(екі|екіде|екіге):2|(үш|үште|үшке):3|(төрт|төртте|төртке):4) || converter = $converters.numberConverterValue
    $NumberNumericTime = ($NumberZero|$NumberOneDigitNatural|$NumberTwoDigit|$NumberTwoDigitTime) || converter = $converters.propagateConverter
    $TimeHourNumber = $NumberNumericTime || converter = $converters.propagateConverter
    $dateTimeHourWord = (сағат|сағатқа|сағатта|сағаттан|сағаты|сағатында|сағатына|сағ)
    $TimeHoursNumeric = (($TimeHourDigit|$TimeHourNumber) $dateTimeHourWord|сағат ($TimeHourDigit|$TimeHourNumber)|$dateTimeOneHour) || converter = $converters.timeHoursConverter
    $dateTimeOneHour = (сағатына|сағатында):1 || converter = $converters.numberConverterValue

    $TimeMinuteDigit = $regexp<[0-5]\d> || converter = $converters.numberConverterDigit
    $dateTimeMinuteDozen = ((жиырма|жиырмада|жиырмаға):20|(отыз|отызда|отызға):30|(қырық|қырықта|қырыққа):40|(елу|елуде|елуге):50) || converter = $converters.numberConverterValue
    $TimeMinuteNumber = ($NumberZero ($NumberOneDigit|$NumberDigit)|$NumberTwoDigit|$dateTimeMinuteDozen [$NumberOneDigitNatural]) || converter = $converters.numberConverterSum
    $dateTimeMinuteSmall = ($NumberOneDigit|$regexp<\d>:digit) || converter = $converters.timeMinuteSmallConverter
    $dateTimeMinuteWord = (минут|минутқа|минутта|минуттан|минуты|мин)
    $TimeMinutesNumeric = ($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) $dateTimeMinuteWord || converter = $converters.propagateConverter
    $TimeSecondsNumeric = ($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (секунд|секундқа|секундта|секундтан) || converter = $converters.propagateConverter

    $TimeHoursModifier = ((таңғы|таңертең|таңертеңгі|таңда):dawn|(күндіз|күндізгі|түстен кейін|түскі):day|(кешкі|кешке|кеште|кешкілік):evening|(түнгі|түнде|түннің|түнгілік):night)
    $dateTimePartOfDay = ((таңғы|таңертең|таңертеңгі|таңда):dawn|(күндіз|түстен кейін):day|(кешке|кешкі|кеште):evening|(түнде|түнгі):night)
    $TimeHoursSpecial = ((түн ортасы|түн ортасында|түн ортасына):0|(түс|түсте|тал түсте|түскі уақытта):12) || converter = $converters.timeHoursSpecialConverter
    # "он жарымда", "11 жарымға" are half past ten and eleven, "жарты" half an hour.
    $TimeHalfAnHourSpecial = ($TimeHourDigit|$TimeHourNumber) (жарым|жарымда|жарымға):30 || converter = $converters.timeHalfKzConverter
    # "үш минут жоқ он екі": three minutes missing to twelve.
    $TimeMinutesModifier = ($TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber) (жоқ|болмаса|қалғанда|кем) || converter = $converters.propagateConverter
    $TimeMinutesAndHours = $TimeMinutesModifier [$TimeHoursModifier] ($TimeHoursNumeric|$TimeHourDigit|$TimeHourNumber) || converter = $converters.timeBeforePartConverter

    $dateTimeClock = ($TimeHhMmSs|$TimeHhMm [$dateTimeMinuteWord] [$dateTimeEnding]|$TimeHoursNumeric [және] [$TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber] [$dateTimeEnding]|
        сағат $TimeHhMm [$dateTimeEnding]|($TimeHourDigit|$TimeHourNumber) $TimeMinuteNumber|$TimeHourNumber $TimeMinuteDigit|$TimeHourDigit $regexp<00> $TimeMinutesNumeric|
        $TimeHalfAnHourSpecial|$TimeMinutesAndHours|$TimeHoursSpecial) || converter = $converters.composeConverter
    $dateTimeBareHour = ($TimeHourDigit|$TimeHourNumber|$TimeHhMmWithoutSeparator) [$dateTimeEnding] || converter = $converters.composeConverter
    $dateTimeHinted = ([$TimeHoursModifier] $dateTimeClock|$dateTimeClock $TimeHoursModifier|$TimeHoursModifier $dateTimeBareHour|$dateTimeBareHour $TimeHoursModifier) || converter = $converters.composeConverter
    $TimeAbsolute = ($dateTimeHinted|$dateTimeBareHour) || converter = $converters.composeConverter

    # MARK: Dates.
    $DateMonth = ((қаңтар|қаңтар*|январь|января|январе):1|(ақпан|ақпан*|февраль|февраля|феврале):2|(наурыз|наурыз*|март|марта|марте):3|(сәуір|сәуір*|апрель|апреля|апреле):4|(мамыр|мамыр*|май|мая|мае):5|
        (маусым|маусым*|июнь|июня|июне):6|(шілде|шілде*|июль|июля|июле):7|(тамыз|тамыз*|август|августа|августе):8|(қыркүйек|қыркүйек*|сентябрь|сентября|сентябре):9|
        (қазан|қазан*|октябрь|октября|октябре):10|(қараша|қараша*|ноябрь|ноября|ноябре):11|(желтоқсан|желтоқсан*|декабрь|декабря|декабре):12) || converter = $converters.numberConverterValue
    $DateWeekday = ((дүйсенбі|дүйсенбі*):1|(сейсенбі|сейсенбі*):2|(сәрсенбі|сәрсенбі*):3|(бейсенбі|бейсенбі*):4|(жұма|жұмада|жұмаға|жұмадан):5|(сенбі|сенбіде|сенбіге|сенбіден):6|(жексенбі|жексенбі*):7) ||
        converter = $converters.numberConverterValue
    $DateDayDigit = $regexp_i<(0?[1-9]|[12]\d|3[01])(-?(ші|шы|сі|сы|інен|іне|нен|не))?> || converter = $converters.numberConverterDigit
    $DateDayNumber = ($NumberDozen [$NumberOneDigitNatural]|$NumberTwoDigit|$NumberOneDigitNatural) || converter = $converters.numberConverterSum
    $DateDayOrderOneDigitKz = ((бірінші|бірінші*):1|(екінші|екінші*):2|(үшінші|үшінші*):3|(төртінші|төртінші*):4|(бесінші|бесінші*):5|(алтыншы|алтыншы*):6|(жетінші|жетінші*):7|(сегізінші|сегізінші*):8|
        (тоғызыншы|тоғызыншы*):9) || converter = $converters.numberConverterValue
    $DateDayOrderNumber = ($NumberDozen $DateDayOrderOneDigitKz|$numberTen $DateDayOrderOneDigitKz|$DateDayOrderOneDigitKz|(оныншы|оныншы*):10|(жиырмасыншы|жиырмасыншы*):20|(отызыншы|отызыншы*):30) ||
        converter = $converters.numberConverterSum
    $DateDayAndMonthDigit = $regexp<(0?[1-9]|[12]\d|3[01])[.\/](0[1-9]|1[0-2])> || converter = $converters.dateWithDotsConverter
    $dateTimeNumeric = $regexp_i<(0?[1-9]|[12]\d|3[01])([.,\/-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})(ж|жыл|жылы)?> || converter = $converters.dateWithDotsConverter

    # "1905 жылы", "мың тоғыз жүз бесінші жыл", "2012 жылғы".
    $dateTimeYearWord = (жыл|жылы|жылғы|жылға|жылда|жылдың|ж)
    $DateYearNumeric = $regexp<[12]\d{3}> || converter = $converters.numberConverterDigit
    $DateYearNumber = ((мың|бір мың):1000|екі мың:2000|мыңыншы:1000) [$dateTimeYearRest] || converter = $converters.dateYearKzConverter
    $dateTimeYearRest = $numberBelowThousand || converter = $converters.propagateConverter
    $DateYearTwoNumber = ($regexp<\d\d>:digit|$NumberDozen [$NumberOneDigitNatural]) || converter = $converters.timeMinuteSmallConverter
    $dateTimeYear = (($DateYearNumeric|$DateYearNumber) [$dateTimeYearWord]|$DateYearTwoNumber $dateTimeYearWord) || converter = $converters.composeConverter
    $dateTimeYearNamed = (($DateYearNumeric|$DateYearNumber|$DateYearTwoNumber) $dateTimeYearWord|[жылы] $DateYearNumber [$dateTimeYearWord]) || converter = $converters.composeConverter

    $DateHoliday = ((жаңа жыл|жаңа жылға|жаңа жылда):1.1|(рождество|рождествода):7.1|(әйелдер күні|халықаралық әйелдер күні):8.3|(наурыз мейрамы|наурыз мейрамында):22.3|(бірлік күні):1.5|
        (отан қорғаушы күні|отан қорғаушылар күні):7.5|(жеңіс күні|жеңіс күнінде):9.5|(астана күні|елорда күні):6.7|(конституция күні):30.8|(республика күні):25.10|(тәуелсіздік күні):16.12) ||
        converter = $converters.dateHolidayConverter

    $DateFuturePastModifier = ((келесі|келер|алдағы):1|(өткен|былтырғы|алдыңғы):-1|(осы|бұл|биылғы|ағымдағы):0) || converter = $converters.numberConverterValue
    $DateRelativeDay = ((бүгін|бүгінгі):0 [күн|күні]|(ертең|ертеңгі|ертеңге):1 [күн|күні]|(бүрсігүні|бүрсігүнге|арғы күні|арғы күн):2 [кейін]|(кеше|кешегі):-1 [күн|күні]|алдыңғы күні:-2|
        келесі (күн|күні):1|келесі (аптада|апта):7|өткен (аптада|апта):-7|осы (аптада|апта):0) || converter = $converters.relativeDateConverter
    $DateRelativeMonth = $DateFuturePastModifier (ай|айда|айдың) || converter = $converters.relativeDateConverter
    $DateRelativeYear = ($DateFuturePastModifier (жыл|жылы|жылда|жылдың)|биыл:0|былтыр:-1) || converter = $converters.relativeDateConverter
    $DateTimeRelativeWeekDays = [$DateFuturePastModifier] $DateWeekday [күні] || converter = $converters.relativeWeekdayConverter
    $DateWeekDaySpecial = $dateTimeAmount $DateWeekday (кейін|соң) || converter = $converters.relativeWeekdayConverter
    $DateRelative = ($DateRelativeDay|$DateWeekDaySpecial|$DateTimeRelativeWeekDays|$DateRelativeMonth|$DateRelativeYear) || converter = $converters.composeConverter
    $dateTimeDay = ($DateDayDigit|$DateDayNumber)
    $dateTimeInMonth = ([$dateTimeYearNamed] $dateTimeDay $DateMonth [$dateTimeYear]|$DateMonth $dateTimeDay|$dateTimeNumeric|$DateDayAndMonthDigit|($DateDayOrderNumber|$DateDayDigit) (күн|күні|күнге|күнде)|
        $DateRelativeMonth $dateTimeDay (күн|күні)|$DateHoliday|$dateTimeYearNamed $DateMonth) || converter = $converters.composeConverter
    $DateAbsolute = ([$DateWeekday] $dateTimeInMonth [$DateWeekday [күні]]|$dateTimeYearNamed|$DateRelative) || converter = $converters.composeConverter

    # MARK: Lengths of time.
    $dateTimeAmount = $Number || converter = $converters.relativeAmountConverter
    $DateTimeRelativeYears = $dateTimeAmount (жыл|жылдан|жылға) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeMothes = $dateTimeAmount (ай|айдан|айға) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeWeeks = $dateTimeAmount (апта|аптадан|аптаға):7 || converter = $converters.relativeAmountConverter
    $DateTimeRelativeSimpleDays = $dateTimeAmount (күн|күннен|күнге|тәулік|тәуліктен) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeDays = ($DateTimeRelativeSimpleDays|$DateTimeRelativeWeeks::DateTimeRelativeSimpleDays) || converter = $converters.composeConverter
    $TimeRelativeHours = $dateTimeAmount (сағат|сағаттан|сағатқа) || converter = $converters.relativeAmountConverter
    $TimeRelativeMinutes = $dateTimeAmount (минут|минуттан|минутқа) || converter = $converters.relativeAmountConverter
    $TimeRelativeSeconds = $dateTimeAmount (секунд|секундтан|секундқа) || converter = $converters.relativeAmountConverter
    $TimeRelativeHoursHalf = жарты (сағат|сағатқа|сағаттан|сағатта):minutes || converter = $converters.relativeHalfKzConverter
    $TimeRelativeMinutesHalf = жарты (минут|минутқа|минуттан):seconds || converter = $converters.relativeHalfKzConverter
    $dateTimeHalfAnHourSpecialLength = ($TimeRelativeHoursHalf|$TimeRelativeMinutesHalf) || converter = $converters.composeConverter
    $dateTimeRelativePart = ($dateTimeHalfAnHourSpecialLength|$TimeRelativeHours|$TimeRelativeMinutes|$TimeRelativeSeconds) || converter = $converters.composeConverter
    $TimeRelative = $repeat<$dateTimeRelativePart> || converter = $converters.composeConverter
    $dateTimeSimplePart = ($DateTimeRelativeYears|$DateTimeRelativeMothes|$DateTimeRelativeDays|$dateTimeRelativePart) || converter = $converters.composeConverter
    $DateTimeSimpleInterval = $repeat<$dateTimeSimplePart> || converter = $converters.composeConverter
    $dateTimeAgo = (бұрын|бұрыннан)
    $DateTimeRelativeInterval = ($DateTimeSimpleInterval (кейін|соң|арқылы|өткен соң)|$DateTimeSimpleInterval $dateTimeAgo|$DateTimeSimpleInterval) || converter = $converters.relativeDateTimeConverter
    $DateTimeRelativeSimple = $DateTimeRelativeInterval || converter = $converters.relativeDateTimeConverter

    # MARK: All together.
    $DateTimeSpecial = ((таңғы|таңертең):dawn|(кешке|кеште):evening|түнде:night) || converter = $converters.timePartConverter
    $DateTimeAbsolute = ($dateTimeHinted|$dateTimeHinted [$dateTimePartOfDay] $DateAbsolute|$DateAbsolute [$dateTimePartOfDay] [$dateTimeHinted] [$DateWeekday]|[$DateWeekday] $dateTimeDay $DateMonth $dateTimeBareHour|$DateTimeSpecial|$dateTimeBareHour) || converter = $converters.composeConverter
    $DateTimeRelative = $DateTimeRelativeSimple [$dateTimeHinted] || converter = $converters.composeConverter
    $DateTimeNow = (қазір|дәл қазір|бүгін|осы уақытта) || converter = $converters.nowDateTimeConverter
    $DateTime = ($DateTimeNow|$DateTimeAbsolute|$DateTimeRelative) || converter = $converters.composeConverter

    # "11.12.20 бастап 12.12.20 дейін", "11 желтоқсаннан 12 желтоқсанға дейін".
    $dateTimePeriodDay = ($DateDayDigit|$DateDayNumber) || converter = $converters.composeConverter
    $dateTimePeriodEdge = ([$dateTimeYearNamed] $dateTimePeriodDay $DateMonth [$dateTimeYear]|$dateTimeNumeric|$DateDayAndMonthDigit|$dateTimePeriodDay) || converter = $converters.composeConverter
    $DatePeriod = ($dateTimePeriodEdge::DatePeriodStart [бастап] $dateTimePeriodEdge::DatePeriodEnd дейін [$dateTimeYear]|$dateTimePeriodEdge::DatePeriodStart (-|бастап) $dateTimePeriodEdge::DatePeriodEnd) || converter = $converters.datePeriodConverter
