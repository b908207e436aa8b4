require: ../number/number.sc
require: moment.min.js
require: moment-business.js
require: dateTimeConverter.js
require: dateTime.js

# Dates and times in Russian. A value says what was said (`days: 1`, `hour: 8`), not which moment that is: see dateTimeConverter.js, where the
# values of all patterns are made. Times of day come first, then dates, lengths of time, and what is made of all of them.

patterns:
    # Seasons by number, and the weekend.
    $Season = ((зима|зимы|зиму|зимой|зиме):0|(весна|весны|весну|весной|весне):1|(лето|лета|летом|лете):2|(осень|осени|осенью):3)
    $Weekend = (выходные|выходных|выходным|выходными|уикенд*|уик-энд*|викенд*)

    # MARK: Times of day. "15:19:12", "15:19", and only behind a word that points to a time "9.30", "9-30", "630".
    $TimeHhMmSs = $regexp<([01]?\d|2[0-3]):[0-5]\d:[0-5]\d> || converter = $converters.timeConverterHhMmSs
    $TimeHhMm = $regexp<([01]?\d|2[0-4]):[0-5]\d> || converter = $converters.timeConverterHhMm
    $dateTimeHhMmLoose = $regexp<([01]?\d|2[0-3])[.,-][0-5]\d> || converter = $converters.timeConverterHhMm
    $dateTimeHhMmSpaced = $regexp<([01]?\d|2[0-4]) [0-5]\d> || converter = $converters.timeConverterHhMm
    $TimeHhMmWithoutSeparator = $regexp<([01]?\d|2[0-3])[0-5]\d> || converter = $converters.timeConverterHhMmWithoutSeparator

    # Hours from 0 to 24.
    $TimeHourDigit = $regexp<([01]?\d|2[0-4])(-?х|-?ти|-?ми)?> || converter = $converters.numberConverterDigit
    $NumberTwoDigitTime = ((двадцать|двадцати|двадцатого|двадцатый):20|
        (двадцать один|двадцать одного|двадцать одну|двадцать первого|двадцать первый|двадцати одного):21|
        (двадцать два|двадцать две|двадцать двух|двадцать второго|двадцать второй|двадцати двух):22|
        (двадцать три|двадцать трех|двадцать трёх|двадцать третьего|двадцать третий|двадцати трех|двадцати трёх):23|
        (двадцать четыре|двадцать четырех|двадцать четвертого|двадцать четвёртого|двадцати четырех):24) || converter = $converters.numberConverterValue
    $NumberNumericTime = ($NumberZero|$NumberOneDigitNatural|$NumberTwoDigit|$NumberTwoDigitTime) || converter = $converters.propagateConverter
    $TimeHourNumber = $NumberNumericTime || converter = $converters.propagateConverter
    $dateTimeHourWord = (час|часа|часу|часов|часам|часах|часы|часика|часиков|ч)
    $TimeHoursNumeric = (($TimeHourDigit|$TimeHourNumber) $dateTimeHourWord|$dateTimeHourGlued|$dateTimeOneHour) || converter = $converters.timeHoursConverter
    $dateTimeHourGlued = $regexp_i<([01]?\d|2[0-4])(ч|час|часов)> || converter = $converters.numberConverterDigit
    $dateTimeOneHour = (час|часу):1 || converter = $converters.numberConverterValue

    # Minutes: two digits, or words.
    $TimeMinuteDigit = $regexp<[0-5]\d> || converter = $converters.numberConverterDigit
    $dateTimeMinuteDozen = ((двадцать|двадцати):20|(тридцать|тридцати):30|(сорок|сорока):40|(пятьдесят|пятидесяти):50) || converter = $converters.numberConverterValue
    $TimeMinuteNumber = ($NumberZero ($NumberOneDigit|$NumberDigit)|$NumberTwoDigit|$dateTimeMinuteDozen [$NumberOneDigitNatural]) ||
        converter = $converters.numberConverterSum
    $dateTimeMinuteSmall = ($NumberOneDigit|$regexp<\d>:digit) || converter = $converters.timeMinuteSmallConverter
    $dateTimeMinuteWord = (минута|минуты|минуту|минут|минутам|минуток|мин)
    $TimeMinutesNumeric = (($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) $dateTimeMinuteWord) || converter = $converters.propagateConverter
    $TimeSecondsNumeric = (($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (секунда|секунды|секунду|секунд|сек)) || converter = $converters.propagateConverter

    # Parts of the day: of a time ("утра"), and by themselves ("утром").
    $TimeHoursModifier = ((утра|утро|ам|am):morning|(дня|днем|днём|пополудни|после полудня|pm):day|(вечера|вечер|веч):evening|(ночи|ночь|пополуночи):night)
    $dateTimePartOfDay = ([по|с|на|под] (утро|утром|утра|утречком|утру):morning|(днем|днём):day|[под|на|по] (вечер|вечером|вечера|вечерком|вечеру):evening|[на|в] (ночь|ночью|ночи):night)
    $DateTimeSpecial = ([по|с|на|под] (утро|утром|утречком|утру):morning|[под|на|по] (вечер|вечером|вечерком|вечеру):evening|[на|в] (ночь|ночью):night) || converter = $converters.timePartConverter
    $TimeHoursSpecial = ((полдень|полудню|полудня|полудне):12|(полночь|полуночи|полночи|полуночь):0) || converter = $converters.timeHoursSpecialConverter

    # "полдевятого", "пол 12", "половина шестого".
    $TimeHalfAnHourSpecial = ((пол|половина|половину|половине) $dateTimeHalfHour|$dateTimeHalfClock) || converter = $converters.timeHalfAnHourConverter
    $dateTimeHalfHour = ($NumberOneDigitNatural|$regexp<([1-9]|1[0-2])>:digit|десятого:10|(одиннадцатого|одинадцатого):11|(двенадцатого|двеннадцатого):12) ||
        converter = $converters.timeMinuteSmallConverter
    $dateTimeHalfClock = (полпервого:12|полвторого:1|полтретьего:2|(полчетвертого|полчетвёртого):3|полпятого:4|полшестого:5|полседьмого:6|полвосьмого:7|полдевятого:8|
        полдесятого:9|(пол-одиннадцатого|пол-одинадцатого|полодиннадцатого):10|(полдвенадцатого|пол-двенадцатого):11) || converter = $converters.timeHalfConverter

    # "без пяти четыре", "без четверти 8".
    $dateTimeQuarter = (четверть|четверти):15 || converter = $converters.numberConverterValue
    $TimeMinutesModifier = без ($dateTimeQuarter|$TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) || converter = $converters.propagateConverter
    $dateTimeBefore = $TimeMinutesModifier ($TimeHoursNumeric|$TimeHourDigit|$TimeHourNumber) || converter = $converters.timeBeforeConverter

    # "20 минут пятого", "20 минут 5", "четверть шестого".
    $TimeMinutesAndHours = $dateTimeMinutesOfHour ($TimeHourNumber|$TimeHourDigit) || converter = $converters.timeMinutesOfHourConverter
    $dateTimeMinutesOfHour = ($TimeMinutesNumeric|$dateTimeQuarter) || converter = $converters.propagateConverter

    # An hour that everybody takes for one: "6 часов 30", "7 20", "без пяти четыре".
    $dateTimeClock = ($TimeHhMmSs|$TimeHhMm|
        $TimeHoursNumeric [и] [$TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber] [ровно]|
        ($dateTimeHhMmSpaced|$TimeHourDigit $TimeMinuteNumber|$TimeHourNumber ($TimeMinuteDigit|$TimeMinuteNumber)) [$dateTimeMinuteWord] [ровно]|
        $TimeHourDigit $regexp<00> $TimeMinutesNumeric|
        $TimeHalfAnHourSpecial|$TimeMinutesAndHours|$TimeHoursSpecial|$dateTimeBefore) || converter = $converters.composeConverter
    # One that needs a word beside it.
    $dateTimeBareHour = ($TimeHourDigit|$TimeHourNumber|$TimeHhMmWithoutSeparator|$dateTimeHhMmLoose) || converter = $converters.composeConverter
    $dateTimeAt = (в|во|на|к|ко|около|после|примерно в|часов в|часам к|часа в|часу в|ровно в)
    $dateTimeHinted = ([$dateTimeAt] $dateTimeClock [$TimeHoursModifier]|$dateTimeAt $dateTimeBareHour [ровно] [$TimeHoursModifier]|$dateTimeBareHour $TimeHoursModifier|
        [$dateTimeAt] $TimeHoursModifier (в|на|к) ($dateTimeClock|$dateTimeBareHour)) || converter = $converters.composeConverter

    # Any time of day; a bare hour as well, so that a bot may ask for it.
    $TimeAbsolute = ($dateTimeHinted|[$dateTimeAt] $dateTimeBareHour) || converter = $converters.composeConverter

    # MARK: Dates. Months by number, weekdays from 1, Monday.
    $DateMonth = ((январь|января|январе|январю|янв):1|(февраль|февраля|феврале|февралю|фев|февр):2|(март|марта|марте|марту|мар):3|(апрель|апреля|апреле|апрелю|апр):4|
        (май|мая|мае|маю):5|(июнь|июня|июне|июню|июн):6|(июль|июля|июле|июлю|июл):7|(август|августа|августе|августу|авг):8|
        (сентябрь|сентября|сентябре|сентябрю|сент|сен):9|(октябрь|октября|октябре|октябрю|окт):10|(ноябрь|ноября|ноябре|ноябрю|ноя|нояб):11|
        (декабрь|декабря|декабре|декабрю|дек):12) || converter = $converters.numberConverterValue
    $DateWeekday = ((понедельник|понедельника|понедельнику|понедельнике|понедельники|понедельникам|пн|пон):1|(вторник|вторника|вторнику|вторники|вторникам|вт):2|
        (среда|среду|среды|среде|средам|ср):3|(четверг|четверга|четвергу|четверги|четвергам|чт):4|(пятница|пятницу|пятницы|пятнице|пятницам|пт):5|
        (суббота|субботу|субботы|субботе|субботам|сб):6|(воскресенье|воскресенья|воскресенью|воскресение|воскресеньям|вс|вск):7) ||
        converter = $converters.numberConverterValue
    $DateDayDigit = ($regexp<0?[1-9]|[12]\d|3[01]>|$regexp_i<(0?[1-9]|[12]\d|3[01])(-?го|-?е|-?ое|-?ого|-?му)>) || converter = $converters.numberConverterDigit
    $DateDayNumber = ($NumberDozen [$NumberOneDigitNatural]|$NumberTwoDigit|$NumberOneDigitNatural) || converter = $converters.numberConverterSum
    $DateDayOrderNumber = $DateDayNumber || converter = $converters.propagateConverter
    $DateDayAndMonthDigit = $regexp<(0?[1-9]|[12]\d|3[01])[.\/](0[1-9]|1[0-2])> || converter = $converters.dateWithDotsConverter
    $dateTimeNumeric = ($regexp_i<(0?[1-9]|[12]\d|3[01])([.,\/-])(0?[1-9]|1[0-2])\2(\d{4}|\d{2})\s?(г|года|год)?>|
        $regexp<(0?[1-9]|[12]\d|3[01]) (0?[1-9]|1[0-2]) (19|20)\d\d>|$regexp<(19|20)\d\d[-.\/](0[1-9]|1[0-2])[-.\/](0[1-9]|[12]\d|3[01])>) ||
        converter = $converters.dateWithDotsConverter

    # Years: "1989", "тысяча девятьсот пятый", "двухтысячный", "85 год".
    $dateTimeYearWord = (год|года|году|годом|г)
    $DateYearNumeric = $regexp<[12]\d{3}> || converter = $converters.numberConverterDigit
    $dateTimeYearGlued = $regexp_i<[12]\d{3}(г|год|года|году)> || converter = $converters.numberConverterDigit
    $dateTimeYearThousand = (тысяча:1000|две тысячи:2000|(двухтысячный|двухтысячного|двухтысячном):2000) || converter = $converters.numberConverterValue
    $DateYearNumber = $dateTimeYearThousand [$NumberHundred] [$NumberDozen] [$NumberOneDigitNatural|$NumberTwoDigit] || converter = $converters.numberConverterSum
    $DateYearTwoNumber = ($regexp<\d\d>:digit|$NumberDozen [$NumberOneDigitNatural]|$NumberTwoDigit) || converter = $converters.timeMinuteSmallConverter
    $dateTimeYear = (($DateYearNumeric|$DateYearNumber) [$dateTimeYearWord]|$dateTimeYearGlued::DateYearNumeric|$DateYearTwoNumber $dateTimeYearWord) || converter = $converters.composeConverter
    $dateTimeYearNamed = ($DateYearNumeric $dateTimeYearWord|$dateTimeYearGlued::DateYearNumeric|$DateYearNumber [$dateTimeYearWord]|$DateYearTwoNumber $dateTimeYearWord) || converter = $converters.composeConverter

    # Holidays that have their day of the calendar.
    $DateHoliday = ((новый год|нового года|новому году|новым годом):1.1|(рождество|рождества|рождеству|рождеством):7.1 [христово]|(старый новый год|старого нового года):14.1|
        (день святого валентина|день всех влюбленных|день влюбленных|валентинов день):14.2|(день защитника отечества|дню защитника отечества):23.2|
        (международный женский день|женский день|восьмое марта):8.3|(день космонавтики|день смеха):12.4|(день труда|праздник весны и труда|первомай):1.5|
        (день победы|дню победы|дня победы):9.5|(день россии|дню россии):12.6|день знаний:1.9|(день народного единства|дню народного единства):4.11|
        (хэллоуин|хеллоуин):31.10|(день конституции|дню конституции):12.12|(католическое рождество):25.12) || converter = $converters.dateHolidayConverter

    # Seen from today: "завтра", "в следующую пятницу", "этого месяца", "в прошлом году".
    $DateFuturePastModifier = ((следующий|следующая|следующее|следующую|следующей|следующего|следующем|следующие|будущий|будущем|будущего|будущую|будущей|след):1|
        (прошлый|прошлая|прошлое|прошлую|прошлой|прошлого|прошлом|предыдущий|предыдущем|предыдущего|предыдущую|минувший|минувшую|минувшем):-1|
        (этот|эта|это|эту|этой|этого|этом|текущий|текущая|текущее|текущего|текущем|текущей|нынешний|нынешнем|нынешнего|ближайший|ближайшую|ближайшее):0) || converter = $converters.numberConverterValue
    $DateRelativeDay = ((сегодня|сегодняшний|сегодняшнего|сегодняшнюю|сегодняшнее):0 [день|дня|число]|(завтра|завтрашний|завтрашнего|завтрашнее|завтрашнюю):1 [день|дня|число]|
        (послезавтра|после завтра|послезавтрашний):2 [день]|(послепослезавтра|после послезавтра):3|(вчера|вчерашний|вчерашнего|вчерашнее):-1 [день|дня]|(позавчера|позавчерашний):-2 [день]|
        (поза позавчера|позапозавчера):-3|(следующий|следующего|следующем|следующие|другой) (день|дня|дне|сутки):1|(прошлый|прошлого|предыдущий|предыдущего) (день|дня):-1|(этого дня|этому дню|текущий день):0|[в|на] $dateTimeRelativeWeek) || converter = $converters.relativeDateConverter
    $dateTimeRelativeWeek = ((следующей|будущей|следующая|следующую) (неделе|недели|неделя|неделю):7|(прошлой|предыдущей|прошлая|прошлую) (неделе|недели|неделя|неделю):-7|
        (этой|текущей|эта|эту) (неделе|недели|неделя|неделю):0) || converter = $converters.numberConverterValue
    $DateRelativeMonth = [в|во] $DateFuturePastModifier (месяц|месяца|месяце|месяцу) || converter = $converters.relativeDateConverter
    $DateRelativeYear = [в|во] $DateFuturePastModifier (год|года|году) || converter = $converters.relativeDateConverter

    # A weekday by itself means the days until then.
    $DateTimeRelativeWeekDays = ([в|во|на] [$DateFuturePastModifier] $DateWeekday|[в|на] $dateTimeRelativeWeek [в|во] $DateWeekday|[в|во] $DateWeekday [на] $dateTimeRelativeWeek) || converter = $converters.relativeWeekdayConverter
    $DateWeekDaySpecial = ([в|во] $DateWeekday (через (одну|один|неделю)):1|через $dateTimeAmount $DateWeekday) || converter = $converters.relativeWeekdayConverter

    $DateRelative = ($DateRelativeDay|$DateWeekDaySpecial|$DateTimeRelativeWeekDays [$DateRelativeMonth]|$DateRelativeMonth|$DateRelativeYear) ||
        converter = $converters.composeConverter

    $dateTimeDay = ($DateDayDigit|$DateDayNumber)
    $dateTimePartOfMonth = ((начало|начале|начала|началу):1|(середина|середине|середины|середину|середине):15|(конец|конце|конца|концу):28) || converter = $converters.numberConverterValue
    # "первый понедельник мая".
    $dateTimeWeekdayOfMonth = $dateTimeOrder $DateWeekday $DateMonth [$dateTimeYear] || converter = $converters.dateWeekdayOrderConverter
    $dateTimeOrder = ((первый|первая|первое|первую):1|(второй|вторая|второе|вторую):2|(третий|третья|третье|третью):3|(четвертый|четвёртый|четвертая|четвертую|четвертое):4|
        (последний|последняя|последнее|последнюю):-1) || converter = $converters.numberConverterValue
    $dateTimeInMonth = ($dateTimeDay $DateMonth [[в] $dateTimeYear|$DateRelativeYear]|$dateTimeNumeric|$DateDayAndMonthDigit|$DateRelativeYear [в] $dateTimeDay $DateMonth|
        $dateTimeDay (числа|число|числу|числе) [$DateRelativeMonth|$DateMonth]|$DateHoliday [[в] $dateTimeYearNamed]|[в] $DateMonth [в] ($dateTimeYearNamed|$DateYearNumeric|$DateRelativeYear)|
        [в|к|с] $DateRelativeYear [в] $DateMonth|$dateTimePartOfMonth $DateMonth [$dateTimeYear]|$dateTimeWeekdayOfMonth) || converter = $converters.composeConverter

    $DateAbsolute = ([в|во|на|к|с|до|по|от] [$DateWeekday] $dateTimeInMonth [[в|во] $DateWeekday]|(в|во|на) $DateWeekday $DateDayDigit|$DateWeekday $DateDayDigit|[в|к|с|до|по] $dateTimeYearNamed|
        [на|к|с|до|со] $DateRelative) || converter = $converters.composeConverter

    # MARK: Lengths of time. How many, and of what: "через два часа", "3 дня назад", "полтора часа", "часа через три".
    $dateTimeAmount = ($Number|(пара|пару|пары|парочку):2) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeYears = $dateTimeAmount (год|года|лет|годика|годиков) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeMothes = $dateTimeAmount (месяц|месяца|месяцев) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeWeeks = ($dateTimeAmount (неделя|недели|недель|неделю|недельки|неделек):7|(неделя|неделю|недельку):7) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeSimpleDays = $dateTimeAmount (день|дня|дней|денёк|денек|денька|деньков|сутки|суток) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeDays = ($DateTimeRelativeSimpleDays|$DateTimeRelativeWeeks::DateTimeRelativeSimpleDays) || converter = $converters.composeConverter
    $TimeRelativeHours = ($dateTimeAmount (час|часа|часов|часик|часика|часиков|часам|ч)|(часик|часок|часочек)) || converter = $converters.relativeAmountConverter
    $TimeRelativeMinutes = [$dateTimeAmount] (минута|минуты|минуту|минут|минуток|мин) || converter = $converters.relativeAmountConverter
    $TimeRelativeSeconds = $dateTimeAmount (секунда|секунды|секунду|секунд|секундочек|секундочку|сек) || converter = $converters.relativeAmountConverter

    # Halves, by what half a unit is: "полчаса" are 30 minutes.
    $TimeRelativeHoursHalf = ($dateTimeOneAndHalf $dateTimeHalfOf|$dateTimeAmount с половиной $dateTimeHalfOf|$dateTimeAmount $dateTimeHalfOf с половиной|$dateTimeHalfGlued::dateTimeHalfOf|
        пол $dateTimeHalfOf) || converter = $converters.relativeHalfConverter
    $TimeRelativeMinutesHalf = $TimeRelativeHoursHalf
    $dateTimeOneAndHalf = (полтора|полторы|полутора)
    $dateTimeHalfOf = ((час|часа|часов):minutes.30.hours|(минута|минуты|минут|минуту):seconds.30.minutes|(год|года|лет):months.6.years|(месяц|месяца|месяцев):days.15.months|
        (день|дня|дней|сутки|суток):hours.12.days)
    $dateTimeHalfGlued = ((полчаса|полчасика|получаса|полчасик):minutes.30|(полминуты|полминутки):seconds.30|полгода:months.6|(полмесяца):days.15|(полдня|полсуток):hours.12)

    $dateTimeHalfOrWhole = ($TimeRelativeHoursHalf|$TimeRelativeHours|$TimeRelativeMinutes|$TimeRelativeSeconds) || converter = $converters.composeConverter
    $TimeRelative = $repeat<$dateTimeRelativePart> || converter = $converters.composeConverter
    $dateTimeRelativePart = [и] $dateTimeHalfOrWhole || converter = $converters.composeConverter
    $dateTimeSimplePart = [и] ($DateTimeRelativeYears|$DateTimeRelativeMothes|$DateTimeRelativeDays|$dateTimeHalfOrWhole) || converter = $converters.composeConverter
    $DateTimeSimpleInterval = $repeat<$dateTimeSimplePart> || converter = $converters.composeConverter

    # One of a unit, which only "через" and "назад" make a length: "через год", "час назад".
    $dateTimeOneUnit = (год:years|месяц:months|(день|денек|сутки):days|час:hours|секунду:seconds) || converter = $converters.relativeUnitConverter
    $dateTimeOneUnitAndMore = ($dateTimeOneUnit [$DateTimeSimpleInterval]|$DateTimeSimpleInterval) || converter = $converters.composeConverter
    # "минут через 20".
    $dateTimeInverted = ((лет|года|годика):years|(месяца|месяцев):months|(дня|дней|денька):days|(часа|часов|часика):hours|(минут|минуты|минуток):minutes|(секунд|секунды):seconds) через $dateTimeAmount ||
        converter = $converters.relativeUnitConverter
    $dateTimeAgo = ([тому] назад)
    $DateTimeRelativeInterval = (через $dateTimeOneUnitAndMore|$dateTimeOneUnitAndMore (спустя|погодя)|спустя $dateTimeOneUnitAndMore|$dateTimeOneUnitAndMore $dateTimeAgo|$dateTimeInverted|
        [минут|минуток|часа] через $TimeRelativeHoursHalf|через $dateTimeClockLength|[на] $DateTimeSimpleInterval) || converter = $converters.relativeDateTimeConverter
    $dateTimeClockLength = $TimeHourDigit $TimeMinuteDigit || converter = $converters.relativeClockConverter
    $DateTimeRelativeSimple = $DateTimeRelativeInterval || converter = $converters.relativeDateTimeConverter

    # MARK: All together.
    $DateTimeAbsolute = (
        $dateTimeHinted |
        [$dateTimePartOfDay] $dateTimeHinted [$dateTimePartOfDay] $DateAbsolute |
        [на] $DateAbsolute [$dateTimePartOfDay] [$dateTimeHinted] |
        [в|во|на|к] $dateTimeInMonth [$dateTimePartOfDay] $dateTimeHinted [в|во] $DateWeekday |
        $dateTimePartOfDay ($DateAbsolute|$dateTimeHinted) |
        [на|в] $DateDayDigit $dateTimeAtHour |
        $DateTimeSpecial |
        $TimeHourDigit | $TimeHourNumber
        ) || converter = $converters.composeConverter
    $dateTimeAtHour = (в|на) ($dateTimeClock|$dateTimeBareHour) [$TimeHoursModifier] || converter = $converters.composeConverter
    $DateTimeRelative = $DateTimeRelativeSimple [$dateTimePartOfDay] [$dateTimeHinted] || converter = $converters.composeConverter
    $DateTimeNow = ([в этот день] в это время|сейчас|прямо сейчас|сегодня|теперь|в данный момент|немедленно) || converter = $converters.nowDateTimeConverter
    $DateTime = ($DateTimeNow|[сейчас] $DateTimeAbsolute|$DateTimeRelative) || converter = $converters.composeConverter

    # From one date to another: "с 11 по 12 декабря 2020", "11.12-12.12", "с пятого по десятое".
    $dateTimePeriodDay = ($DateDayDigit|$DateDayNumber) || converter = $converters.composeConverter
    $dateTimePeriodDate = ([$DateWeekday] $dateTimePeriodDay $DateMonth [$dateTimeYear]|$dateTimeNumeric|$DateDayAndMonthDigit|$dateTimePeriodShort|$DateHoliday) || converter = $converters.composeConverter
    $dateTimePeriodShort = $regexp<(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])> || converter = $converters.dateWithDotsConverter
    $dateTimePeriodEdge = ($dateTimePeriodDate|$dateTimePeriodDay [числа|число]) || converter = $converters.composeConverter
    # A dash behind a word is no word, so this one is read whole: "11 ноября - 12 декабря".
    $dateTimePeriodWritten = $regexp_i<\d{1,2} (янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*( \d{4})?( ?г(ода)?\.?)? ?[-–—] ?\d{1,2} (янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*( \d{4})?> ||
        converter = $converters.datePeriodWrittenConverter
    # Dates in digits, with and without a year: "11.12-12.12", "11.12.20 – 12.12.20".
    $dateTimePeriodDigits = $regexp<\d{1,2}\.\d{1,2}(\.\d{2,4})? ?[-–—] ?\d{1,2}\.\d{1,2}(\.\d{2,4})?> || converter = $converters.datePeriodWrittenConverter
    $DatePeriod = ((с|со|от) $dateTimePeriodEdge::DatePeriodStart (по|до) [$DateWeekday] $dateTimePeriodEdge::DatePeriodEnd|
        $dateTimePeriodEdge::DatePeriodStart (-|по|до) $dateTimePeriodDate::DatePeriodEnd|$dateTimePeriodWritten|$dateTimePeriodDigits|между $dateTimePeriodEdge::DatePeriodStart и $dateTimePeriodEdge::DatePeriodEnd) ||
        converter = $converters.datePeriodConverter
