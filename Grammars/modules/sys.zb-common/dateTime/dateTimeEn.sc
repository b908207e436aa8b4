require: ../number/number.sc
require: moment.min.js
require: moment-business.js
require: dateTimeConverter.js

# Dates and times in English. Values are those of dateTime.sc: "tomorrow at 8 pm" is { days: 1, hour: 20, period: "pm" }.

patterns:
    $Season = (winter:0|spring:1|summer:2|(autumn|fall):3)
    $Weekend = (weekend|weekends)

    # MARK: Times of day. "15:19:12", "3:45", "3.45", "0630".
    $TimeHhMmSs = $regexp<([01]?\d|2[0-3]):[0-5]\d:[0-5]\d> || converter = $converters.timeConverterHhMmSs
    $TimeHhMm = $regexp<([01]?\d|2[0-4]):[0-5]\d> || converter = $converters.timeConverterHhMm
    $dateTimeHhMmLoose = ($regexp<([01]?\d|2[0-3])[.-][0-5]\d>|$regexp<([01]?\d|2[0-3]) [0-5]\d>) || converter = $converters.timeConverterHhMm
    $TimeHhMmWithoutSeparator = $regexp<([01]?\d|2[0-3])[0-5]\d> || converter = $converters.timeConverterHhMmWithoutSeparator

    $TimeHourDigit = $regexp<([01]?\d|2[0-4])> || converter = $converters.numberConverterDigit
    $TimeHourNumber = ($NumberZero|one:1|two:2|three:3|four:4|five:5|six:6|seven:7|eight:8|nine:9|$NumberTwoDigit|twenty:20|(twenty one|twenty-one):21|(twenty two|twenty-two):22|
        (twenty three|twenty-three):23|(twenty four|twenty-four):24) || converter = $converters.timeHoursConverter
    $TimeMinuteDigit = $regexp<[0-5]\d> || converter = $converters.numberConverterDigit
    $dateTimeMinuteDozen = (twenty:20|thirty:30|forty:40|fourty:40|fifty:50) || converter = $converters.numberConverterValue
    $TimeMinuteNumber = ((oh|o|zero) $NumberOneDigit|$NumberTwoDigit|$dateTimeMinuteDozen [$NumberOneDigitNatural]|$NumberDozenWithDash) || converter = $converters.numberConverterSum
    $dateTimeMinuteSmall = ($NumberOneDigit|$regexp<\d>:digit) || converter = $converters.timeMinuteSmallConverter
    $TimeMinutesNumeric = ($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (minute|minutes|min|mins) || converter = $converters.propagateConverter
    $TimeSecondsNumeric = ($TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (second|seconds|sec) || converter = $converters.propagateConverter
    # "six o'clock", "18 hours".
    $TimeHoursNumeric = ($TimeHourDigit|$TimeHourNumber) (o'clock|oclock|o clock|hundred hours) || converter = $converters.propagateConverter

    # Halves and parts of the day, and words that are a time by themselves.
    $TimeHoursModifier = ((am|a m|in the morning|of the morning):morning|(pm|p m):pm|(in the afternoon|of the afternoon):day|(in the evening|of the evening):evening|at night:night)
    $dateTimePartOfDay = ([in the|this|the] (morning|mornings):morning|[in the|this|the] afternoon:afternoon|[in the|this|the] (evening|evenings):evening|[at|in the|the] (night|nights):night)
    $TimeHoursSpecial = ((noon|midday|noontime):12|midnight:0) || converter = $converters.timeHoursSpecialConverter
    # "5pm", "5:30am", "11.15 p.m.".
    $TimeAbsoluteWithPeriod = $regexp_i<([01]?\d|2[0-3])([:.][0-5]\d)?\s?[ap]\.?m\.?> || converter = $converters.timeConverterWithPeriod

    # "quarter to five", "ten past six", "half past seven", "half six".
    $dateTimeQuarter = [a] quarter:15 || converter = $converters.numberConverterValue
    $dateTimeHalf = half:30 || converter = $converters.numberConverterValue
    $TimeMinutesModifier = ($dateTimeQuarter|$TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (to|before|till|of) || converter = $converters.propagateConverter
    $TimeAddMinutesModifier = ($dateTimeHalf|$dateTimeQuarter|$TimeMinutesNumeric|$TimeMinuteDigit|$TimeMinuteNumber|$dateTimeMinuteSmall) (past|after) || converter = $converters.propagateConverter
    $TimeHourSpecial = $TimeMinutesModifier ($TimeHoursNumeric|$TimeHourDigit|$TimeHourNumber) || converter = $converters.timeBeforeConverter
    $dateTimeAfter = $TimeAddMinutesModifier::TimeMinuteDigit ($TimeHoursNumeric|$TimeHourDigit|$TimeHourNumber) || converter = $converters.composeConverter

    $dateTimeClock = ($TimeHhMmSs|$TimeHhMm|$TimeAbsoluteWithPeriod|$TimeHoursNumeric|($TimeHourDigit|$TimeHourNumber) $TimeMinuteNumber|$TimeHourNumber $TimeMinuteDigit|$TimeHourSpecial|$dateTimeAfter|
        $TimeHoursSpecial) [sharp|exactly] || converter = $converters.composeConverter
    $dateTimeBareHour = ($TimeHourDigit|$TimeHourNumber|$TimeHhMmWithoutSeparator|$dateTimeHhMmLoose) || converter = $converters.composeConverter
    $dateTimeAt = [exactly] (at|about|around|by|after|before|from|for|until|till|since)
    $dateTimeHinted = ([$dateTimeAt] $dateTimeClock [$TimeHoursModifier]|$dateTimeAt $dateTimeBareHour [$TimeHoursModifier]|$dateTimeBareHour $TimeHoursModifier) || converter = $converters.composeConverter
    $TimeAbsolute = ($dateTimeHinted|[$dateTimeAt] $dateTimeBareHour) || converter = $converters.composeConverter
    $TimeEn = $TimeAbsolute || converter = $converters.composeConverter

    # MARK: Dates.
    $DateMonth = ((january|jan):1|(february|feb):2|(march|mar):3|(april|apr):4|may:5|(june|jun):6|(july|jul):7|(august|aug):8|(september|sept|sep):9|(october|oct):10|(november|nov):11|
        (december|dec):12) || converter = $converters.numberConverterValue
    $DateMonthDigit = $regexp<0?[1-9]|1[0-2]> || converter = $converters.numberConverterDigit
    $DateWeekday = ((monday|mon):1|(tuesday|tue|tues):2|(wednesday|wed):3|(thursday|thu|thurs|thur):4|(friday|fri):5|saturday:6|sunday:7) || converter = $converters.numberConverterValue
    $DateWeekdays = (mondays:1|tuesdays:2|wednesdays:3|thursdays:4|fridays:5|saturdays:6|sundays:7) || converter = $converters.numberConverterValue
    $DateDayDigit = $regexp_i<(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?> || converter = $converters.numberConverterDigit
    $DateDayNumber = ($NumberDozen [$NumberOneDigitNatural]|$NumberDozenWithDash|$NumberTwoDigit|$NumberOneDigitNatural) || converter = $converters.numberConverterSum
    $dateTimeDayOrdinal = $regexp_i<(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)> || converter = $converters.numberConverterDigit
    $dateTimeDay = [the] ($DateDayDigit|$DateDayNumber)

    # Years: "1989", "nineteen eighty nine", "two thousand five", "20 20", "'85".
    $DateYearNumber = ($regexp<[12]\d{3}>:digit|$dateTimeYearThousand [and] [$dateTimeYearTens]|$dateTimeYearCentury $dateTimeYearTens) || converter = $converters.timeMinuteSmallConverter
    $dateTimeYearThousand = (two thousand:2000|one thousand:1000|a thousand:1000) || converter = $converters.numberConverterValue
    $dateTimeYearCentury = (seventeen:1700|eighteen:1800|nineteen:1900|twenty:2000) || converter = $converters.numberConverterValue
    $dateTimeYearTens = ($NumberDozen [$NumberOneDigitNatural]|$NumberDozenWithDash|$NumberTwoDigit|(oh|o) $NumberOneDigitNatural|$NumberOneDigitNatural) || converter = $converters.numberConverterSum
    $DateYearShortNumber = $regexp<['’]\d\d> || converter = $converters.dateYearShortConverter
    $DateYearNumberWithSpace = $regexp<(19|20) \d\d> || converter = $converters.yearWithSpaceConverter
    $dateTimeYearWords = (nineteen:1900|eighteen:1800) $dateTimeYearTens || converter = $converters.dateYearWordsConverter
    $dateTimeYear = [in|of] [the year] ($DateYearNumber|$DateYearShortNumber|$DateYearNumberWithSpace)

    # "10/28/2021" has the month in front, "28.10.2021" the day, "2021-10-28" the year.
    $DateWithSlashes = $regexp<\d{1,2}\/\d{1,2}(\/(\d{4}|\d{2}))?> || converter = $converters.dateWithSlashesConverter
    $DateWithSlashesAndWeekDay = $DateWeekday $DateWithSlashes || converter = $converters.composeConverter
    $DateWithDots = ($regexp<(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4}|\d{2})>|$regexp<(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-\d{4}>|$regexp<(19|20)\d\d-\d\d-\d\d>) ||
        converter = $converters.dateWithDotsConverter
    $DateHoliday = ((new year|new years|new year 's):1.1 [day]|new year 's eve:31.12|(christmas|xmas):25.12 [day]|(christmas eve|xmas eve):24.12|(valentine 's day|valentines day|valentine day):14.2|
        (halloween|all hallows eve):31.10|independence day:4.7|(st patrick 's day|saint patrick 's day):17.3|women 's day:8.3|april fools day:1.4|boxing day:26.12|veterans day:11.11) ||
        converter = $converters.dateHolidayConverter

    $DateFuturePastModifier = ((next|following|coming|upcoming):1|(last|previous|past):-1|(this|current):0) || converter = $converters.numberConverterValue
    $DateRelativeDay = ((today|this day):0|([the] day after tomorrow):2|([the] day before yesterday):-2|(tomorrow|tmrw|tomorow|next day|[the] following day):1|(yesterday|previous day):-1) ||
        converter = $converters.relativeDateConverter
    $dateTimeRelativeWeek = (next week:7|last week:-7|this week:0) || converter = $converters.numberConverterValue
    $dateTimeRelativeWeeks = $dateTimeRelativeWeek || converter = $converters.propagateConverter
    $DateRelativeMonth = $DateFuturePastModifier month || converter = $converters.relativeDateConverter
    $DateRelativeYear = $DateFuturePastModifier year || converter = $converters.relativeDateConverter
    $DateTimeRelativeWeekDays = ([on|this] $DateWeekday|[on] $DateFuturePastModifier $DateWeekday|[on] $DateWeekday (next week:7|week:7)|$dateTimeRelativeWeek [on] $DateWeekday) || converter = $converters.relativeWeekdayConverter
    $DateRelative = ($DateRelativeDay|$DateTimeRelativeWeekDays|$DateRelativeMonth|$DateRelativeYear|$dateTimeRelativeWeeks::DateTimeRelativeSimpleDays) || converter = $converters.composeConverter

    # "the first monday of may".
    $dateTimeOrder = (first:1|second:2|third:3|fourth:4|last:-1) || converter = $converters.numberConverterValue
    $DateWeekdayOrder = [the] $dateTimeOrder $DateWeekday (of|in) ($DateMonth [$dateTimeYear]|[the] $DateRelativeMonth) || converter = $converters.dateWeekdayOrderConverter

    $DateAbsoluteEn = ($DateMonth $dateTimeDay [of] [$dateTimeYear]|$dateTimeDay [of] $DateMonth [$dateTimeYear]|$DateMonth (in|of|$regexp<,>) $dateTimeYear|$DateMonth $dateTimeYear|[the] $DateDayDigit of $DateRelativeMonth) ||
        converter = $converters.composeConverter
    $DateAbsolute = [on|by|for|from|until|in] ([$DateWeekday] [the] $DateAbsoluteEn [[on] $DateWeekday]|$DateWithSlashesAndWeekDay|$DateWithSlashes|[$DateWeekday] $DateWithDots|$DateWeekday the $dateTimeDay|
        $DateHoliday [$dateTimeYear]|$DateWeekdayOrder|in $dateTimeYear|the year $dateTimeYear|$dateTimeYearWords|[the] $DateRelative|the $dateTimeDayOrdinal::DateDayDigit) || converter = $converters.composeConverter

    # MARK: Lengths of time.
    $dateTimeAmount = ($Number|(a couple|a couple of|couple of):2|(a|an|one):1) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeYears = $dateTimeAmount (year|years) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeMothes = $dateTimeAmount (month|months) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeWeeks = $dateTimeAmount (week|weeks):7 || converter = $converters.relativeAmountConverter
    $DateTimeRelativeSimpleDays = $dateTimeAmount (day|days) || converter = $converters.relativeAmountConverter
    $DateTimeRelativeDays = ($DateTimeRelativeSimpleDays|$DateTimeRelativeWeeks::DateTimeRelativeSimpleDays) || converter = $converters.composeConverter
    $TimeRelativeHours = $dateTimeAmount (hour|hours|hr|hrs) || converter = $converters.relativeAmountConverter
    $TimeRelativeMinutes = $dateTimeAmount (minute|minutes|min|mins) || converter = $converters.relativeAmountConverter
    $TimeRelativeSeconds = $dateTimeAmount (second|seconds|sec) || converter = $converters.relativeAmountConverter
    # "half an hour", "an hour and a half", "two and a half hours".
    $dateTimeHalfOf = ((hour|hours):minutes.30.hours|(minute|minutes):seconds.30.minutes|(year|years):months.6.years|(day|days):hours.12.days)
    $dateTimeRelativeHalf = ([a] half [a|an] $dateTimeHalfOf|$dateTimeAmount and a half $dateTimeHalfOf|$dateTimeAmount $dateTimeHalfOf and a half) || converter = $converters.relativeHalfConverter
    $dateTimeHalfOrWhole = ($dateTimeRelativeHalf|$TimeRelativeHours|$TimeRelativeMinutes|$TimeRelativeSeconds) || converter = $converters.composeConverter
    $dateTimeRelativePart = [and] $dateTimeHalfOrWhole || converter = $converters.composeConverter
    $TimeRelative = $repeat<$dateTimeRelativePart> || converter = $converters.composeConverter
    $dateTimeSimplePart = [and] ($DateTimeRelativeYears|$DateTimeRelativeMothes|$DateTimeRelativeDays|$dateTimeHalfOrWhole) || converter = $converters.composeConverter
    $DateTimeSimpleInterval = $repeat<$dateTimeSimplePart> || converter = $converters.composeConverter
    $dateTimeAgo = (ago|before|earlier|back)
    $DateTimeRelativeSimple = ([in|after|within|for] $DateTimeSimpleInterval|$DateTimeSimpleInterval (later|from now)|$DateTimeSimpleInterval $dateTimeAgo) || converter = $converters.relativeDateTimeConverter

    # MARK: All together.
    $DateTimeSpecial = ([in the|the] morning:morning|[in the|the] evening:evening|at night:night) || converter = $converters.timePartConverter
    $DateTimeEnSpecial = $DateTimeSpecial || converter = $converters.composeConverter
    $TimeDateHoursModifier = $dateTimeHinted [$dateTimePartOfDay] $DateAbsolute || converter = $converters.composeConverter
    $TimeDateRelativeHoursModifier = $DateAbsolute [$dateTimePartOfDay] $dateTimeHinted || converter = $converters.composeConverter
    $DateTimeAbsolute = ($dateTimeHinted|$TimeDateHoursModifier|$TimeDateRelativeHoursModifier|$DateAbsolute [$dateTimePartOfDay]|$dateTimePartOfDay $DateAbsolute|$DateTimeEnSpecial|$dateTimeThisPart [$dateTimeHinted]|
        $dateTimeHinted $dateTimeThisPart|$TimeHourDigit|$TimeHourNumber) || converter = $converters.composeConverter
    $dateTimeThisPart = (this morning:morning|this afternoon:afternoon|(this evening|tonight):evening|this night:night) || converter = $converters.dateTonightConverter
    $DateTimeRelative = $DateTimeRelativeSimple [$dateTimeHinted] || converter = $converters.composeConverter
    $DateTimeNow = (now|right now|today|at the moment|currently|immediately) || converter = $converters.nowDateTimeConverter
    $DateTime = ($DateTimeNow|$DateTimeAbsolute|$DateTimeRelative) || converter = $converters.composeConverter
