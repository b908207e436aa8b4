// Values of the patterns of dates and times: what was said, not which moment it is.
//
// A value has any of the absolute members year month day weekDay hour minute second period ("am", "pm") and of the relative ones years months
// days hours minutes seconds: "завтра в 8 вечера" is { days: 1, hour: 20, period: "pm" }. `toMoment` makes a moment of it.

var cnv = $converters;

// What the number of a node says, by the node's pattern.
cnv.dateTimeMembers = {
    DateTimeRelativeYears: "years", DateTimeRelativeMothes: "months", DateTimeRelativeSimpleDays: "days", DateTimeRelativeWeekDays: "days",
    TimeRelativeHours: "hours", TimeRelativeMinutes: "minutes", TimeRelativeSeconds: "seconds",
    DateRelativeYear: "years", DateRelativeMonth: "months", DateRelativeDay: "days", DateWeekDaySpecial: "days",
    DateYearNumeric: "year", DateYearNumber: "year", DateYearTwoNumber: "year", DateYearShortNumber: "year", DateYearNumberWithSpace: "year",
    DateMonth: "month", DateMonthDigit: "month",
    DateDayDigit: "day", dateTimePartOfMonth: "day", DateDayNumber: "day", DateDayOrderNumber: "day", DateDayOrderOneDigitKz: "day",
    DateWeekday: "weekDay", DateWeekdays: "weekDay",
    TimeHourDigit: "hour", TimeHourNumber: "hour", NumberNumericTime: "hour", TimeHoursNumeric: "hour", dateTimeHalfHour: "hour",
    TimeMinuteDigit: "minute", TimeMinuteNumber: "minute", TimeMinutesNumeric: "minute", TimeSecondsNumeric: "second",
    TimeHoursModifier: "part", dateTimePartOfDay: "part"
};

cnv.dateTimeOrder = ["years", "months", "days", "hours", "minutes", "seconds", "year", "month", "day", "weekDay", "hour", "minute", "second",
    "period", "part"];

// All that the nodes below say; what is said first counts.
cnv.dateTimeParts = function(parseTree) {
    return cnv.nodesBelow(parseTree).reduce(function(parts, node) {
        var member = cnv.dateTimeMembers[node.pattern] || cnv.dateTimeMembers[node.tag], said = {};
        if (node.value !== null && typeof node.value === "object") said = node.value;
        else if (member === "part") said.part = node.value;
        else if (member && node.value !== undefined) said[member] = Number(node.value);
        else said = cnv.dateTimeParts(node);
        return Object.assign({}, said, parts);
    }, {});
};

// The value of a pattern that is made of others.
cnv.composeConverter = function(parseTree) {
    return cnv.dateTimeValue(cnv.dateTimeParts(parseTree));
};

// Members in their order; a part of the day settles the hour that is said with it, or stands for one.
cnv.dateTimeValue = function(parts) {
    var value = {};
    cnv.dateTimeOrder.forEach(function(member) { if (parts[member] !== undefined) value[member] = parts[member]; });
    if (value.part === undefined) return value;
    var part = value.part, usual = { morning: 8, dawn: 8, afternoon: 12, evening: 18, night: 0 };
    delete value.part;
    if (value.hour === undefined) {
        if (usual[part] === undefined) return value;
        value.hour = usual[part];
    } else if (value.period === undefined) {
        cnv.dateTimeSettleHour(value, part);
    }
    return cnv.dateTimeValue(value);
};

// "8 вечера" is 20, "12 ночи" 0, "2 ночи" 2, "11 ночи" 23.
cnv.dateTimeSettleHour = function(value, part) {
    var hour = value.hour, lateHours = { day: hour < 10 || hour === 12, afternoon: hour < 10 || hour === 12, pm: true, evening: hour < 12, night: hour > 5 && hour < 12 };
    var isLate = hour > 12 || lateHours[part];
    value.period = isLate && part !== "morning" && hour !== 24 ? "pm" : "am";
    if (value.period === "pm" && hour < 12) value.hour = hour + 12;
    if (value.period === "am" && (hour === 12 || hour === 24)) value.hour = 0;
};

// MARK: Times

cnv.dateTimeDigits = function(parseTree) {
    return parseTree.text.match(/\d+/g).map(Number);
};

// "15:19:12", "15:19", "9.30".
cnv.timeConverterHhMmSs = function(parseTree) {
    var digits = cnv.dateTimeDigits(parseTree);
    return digits.length > 2 ? { hour: digits[0], minute: digits[1], second: digits[2] } : { hour: digits[0], minute: digits[1] };
};

cnv.timeConverterHhMm = cnv.timeConverterHhMmSs;

// "630", "1751".
cnv.timeConverterHhMmWithoutSeparator = function(parseTree) {
    var number = cnv.dateTimeDigits(parseTree)[0];
    return { hour: Math.floor(number / 100), minute: number % 100 };
};

cnv.timeHoursConverter = function(parseTree) {
    return Number(cnv.propagateConverter(parseTree));
};

// A digit, or the one value below.
cnv.timeMinuteSmallConverter = function(parseTree) {
    return parseTree.value === "digit" ? parseInt(parseTree.text, 10) : Number(parseTree.value !== undefined ? parseTree.value : cnv.numberConverterSum(parseTree));
};

// "5pm", "5:30 a.m.".
cnv.timeConverterWithPeriod = function(parseTree) {
    var value = cnv.timeConverterHhMm(parseTree);
    if (value.minute === undefined) delete value.minute;
    return cnv.dateTimeValue(Object.assign(value, { part: /p/i.test(parseTree.text) ? "pm" : "morning" }));
};

cnv.timeHoursSpecialConverter = function(parseTree) {
    return { hour: Number(parseTree.value) };
};

// "полдевятого:8".
cnv.timeHalfConverter = function(parseTree) {
    return { hour: Number(parseTree.value), minute: 30 };
};

// "половина шестого", "полшестого".
cnv.timeHalfAnHourConverter = function(parseTree) {
    var parts = cnv.dateTimeParts(parseTree);
    return parts.minute === undefined ? { hour: cnv.timeHourBefore(parts.hour), minute: 30 } : parts;
};

// "без пяти четыре".
cnv.timeBeforeConverter = function(parseTree) {
    var minutes = Number(parseTree.TimeMinutesModifier[0].value);
    return { hour: cnv.timeHourBefore(cnv.dateTimeParts(parseTree).hour), minute: 60 - minutes };
};

// "20 минут пятого".
cnv.timeMinutesOfHourConverter = function(parseTree) {
    return { hour: cnv.timeHourBefore(cnv.dateTimeParts(parseTree).hour), minute: Number(parseTree.dateTimeMinutesOfHour[0].value) };
};

// "үш минут жоқ кешкі он екі": the part of the day is that of the whole hour.
cnv.timeBeforePartConverter = function(parseTree) {
    var parts = cnv.dateTimeParts(parseTree);
    return cnv.dateTimeValue(Object.assign(cnv.timeBeforeConverter(parseTree), { part: parts.part }));
};

// "он жарымда": half past ten.
cnv.timeHalfKzConverter = function(parseTree) {
    return { hour: cnv.dateTimeParts(parseTree).hour, minute: Number(parseTree.value) };
};

// "жарты сағат"; the pattern's own value is the smaller unit.
cnv.relativeHalfKzConverter = function(parseTree) {
    var value = {};
    value[parseTree.value] = 30;
    return value;
};

cnv.timeHourBefore = function(hour) {
    if (hour === 1) return 12;
    return hour === 0 ? 23 : hour - 1;
};

// A part of the day that stands for a time.
cnv.timePartConverter = function(parseTree) {
    return cnv.dateTimeValue({ part: parseTree.value });
};

// MARK: Dates

// "31.10.21", "7/06/1999": day, month, and the year if there is one. "2020-05-06" has it in front.
cnv.dateWithDotsConverter = function(parseTree) {
    var digits = cnv.dateTimeDigits(parseTree);
    if (digits[0] > 31) digits.reverse();
    return cnv.dateTimeValue({ year: digits[2], month: digits[1], day: digits[0] });
};

// "10/28/2021" as Americans write it; where the first cannot be a month it is the day.
cnv.dateWithSlashesConverter = function(parseTree) {
    var digits = cnv.dateTimeDigits(parseTree), isDayFirst = digits[0] > 12;
    return cnv.dateTimeValue({ year: digits[2], month: digits[isDayFirst ? 1 : 0], day: digits[isDayFirst ? 0 : 1] });
};

// "20 20", "19 84" as years.
cnv.yearWithSpaceConverter = function(parseTree) {
    return Number(parseTree.text.replace(/\D/g, ""));
};

// "'85".
cnv.dateYearShortConverter = function(parseTree) {
    return Number(parseTree.text.match(/\d+/)[0]);
};

// "nineteen eighty nine".
cnv.dateYearWordsConverter = function(parseTree) {
    return { year: Number(parseTree.value) + parseTree.dateTimeYearTens[0].value };
};

// "tonight", "this morning": a part of today.
cnv.dateTonightConverter = function(parseTree) {
    return { days: 0, part: parseTree.value };
};

// "мың тоғыз жүз бесінші".
cnv.dateYearKzConverter = function(parseTree) {
    return Number(parseTree.value) + Number(safeValue(parseTree.dateTimeYearRest, 0));
};

// "05.12" as a value that stands in the pattern: `рождество:7.1`.
cnv.dateHolidayConverter = function(parseTree) {
    var digits = String(parseTree.value).split(".");
    return { month: Number(digits[1]), day: Number(digits[0]) };
};

cnv.weekDayConverter = function(parseTree) {
    return { weekDay: Number(cnv.propagateConverter(parseTree)) };
};

// In how many days that weekday is: the next one, of next week, the last one, and of those after the next.
cnv.relativeWeekdayConverter = function(parseTree) {
    var days = parseTree.DateWeekday || parseTree.DateWeekdays;
    var today = cnv.absoluteDateTimeConverter({}).isoWeekday(), wanted = Number(days[0].value);
    var next = (wanted - today + 7) % 7, modifier = parseTree.DateFuturePastModifier && Number(parseTree.DateFuturePastModifier[0].value);
    if (parseTree.dateTimeRelativeWeek) return wanted - today + Number(parseTree.dateTimeRelativeWeek[0].value);
    if (modifier === 1) return 7 - today + wanted;
    if (modifier === -1) return next - 7;
    var skipped = parseTree.dateTimeAmount ? Number(parseTree.dateTimeAmount[0].value) : Number(parseTree.value || 0);
    return next + 7 * skipped;
};

// "следующий месяц" is 1, "в прошлом году" -1.
cnv.relativeDateConverter = function(parseTree) {
    return Number(cnv.propagateConverter(parseTree));
};

// The date of the first, second … such weekday of a month; the last one for -1.
function calculateDateWeekdayOrder(year, month, weekday, order) {
    var day = moment.utc([year, month - 1, 1]);
    if (order < 0) day.endOf("month").startOf("day");
    while (day.isoWeekday() !== Number(weekday)) day.add(order < 0 ? -1 : 1, "days");
    if (order > 1) day.add(order - 1, "weeks");
    return { year: day.year(), month: day.month() + 1, day: day.date() };
}

cnv.dateWeekdayOrderConverter = function(parseTree) {
    var parts = cnv.dateTimeParts(parseTree), now = cnv.absoluteDateTimeConverter({ years: parts.years, months: parts.months });
    var month = parts.month || now.month() + 1, year = parts.year || now.year();
    return calculateDateWeekdayOrder(year, month, parts.weekDay, Number(safeValue(parseTree.dateTimeOrder, 1)));
};

// MARK: From now

// How many: what is said, else one.
cnv.relativeAmountConverter = function(parseTree) {
    var values = cnv.nodesBelow(parseTree).filter(function(node) { return node.value !== undefined; });
    return (values.length ? Number(values[0].value) : 1) * Number(parseTree.value || 1);
};

// Halves: the value of the pattern is what half a unit is, "minutes.30", of which "полтора" are three and "два с половиной" two units and a half.
cnv.relativeHalfConverter = function(parseTree) {
    var half = parseTree.dateTimeHalfOf[0].value.split("."), value = {};
    value[half[0]] = Number(half[1]) * (parseTree.dateTimeOneAndHalf ? 3 : 1);
    if (parseTree.dateTimeAmount) value[half[2]] = Number(parseTree.dateTimeAmount[0].value);
    return cnv.dateTimeValue(value);
};

// "через 4 00".
cnv.relativeClockConverter = function(parseTree) {
    var parts = cnv.dateTimeParts(parseTree);
    return { hours: parts.hour, minutes: parts.minute };
};

// "три дня назад" is { days: -3 }.
cnv.relativeDateTimeConverter = function(parseTree) {
    var value = cnv.composeConverter(parseTree);
    if (!parseTree.dateTimeAgo) return value;
    ["years", "months", "days", "hours", "minutes", "seconds"].forEach(function(unit) {
        if (value[unit] !== undefined) value[unit] = -value[unit];
    });
    return value;
};

// "через год": one of the unit that the pattern's value names.
cnv.relativeUnitConverter = function(parseTree) {
    var value = {};
    value[parseTree.value] = parseTree.dateTimeAmount ? Number(parseTree.dateTimeAmount[0].value) : 1;
    return value;
};

cnv.nowDateTimeConverter = function() {
    return {};
};

// MARK: Periods

cnv.datePeriodConverter = function(parseTree) {
    if (!parseTree.DatePeriodStart) return cnv.propagateConverter(parseTree);
    return cnv.datePeriodOf(cnv.dateTimeParts(parseTree.DatePeriodStart[0]), cnv.dateTimeParts(parseTree.DatePeriodEnd[0]));
};

// Two dates; the first one has the month and the year of the second if it does not say its own.
cnv.datePeriodOf = function(start, end) {
    if (start.month === undefined) start.month = end.month;
    if (start.year === undefined && end.year !== undefined) start.year = end.year - (start.month > end.month ? 1 : 0);
    return { startDate: cnv.dateOfPeriod(start), endDate: cnv.dateOfPeriod(end) };
};

cnv.dateOfPeriod = function(parts) {
    return ["day", "month", "year"].reduce(function(value, member) {
        if (parts[member] !== undefined) value[member] = parts[member];
        return value;
    }, {});
};

// "11 ноября - 12 декабря 2020", "11.12.20-12.12.20".
cnv.datePeriodWrittenConverter = function(parseTree) {
    var stems = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
    var dates = parseTree.text.toLowerCase().split(/[-–—]/).map(function(text) {
        var digits = text.match(/\d+/g).map(Number), word = text.match(/[а-я]{2,}/);
        var month = word ? 1 + stems.findIndex(function(stem) { return word[0].startsWith(stem); }) : digits[1];
        return { day: digits[0], month: month, year: digits[word ? 1 : 2] };
    });
    return cnv.datePeriodOf(dates[0], dates[1]);
};

// MARK: Moments

// A moment in the zone of the request, whose distance from Greenwich stands in `$request.data.offset`.
function useOffset(m) {
    var data = $jsapi.context().request && $jsapi.context().request.data;
    return data && data.offset !== undefined ? m.utcOffset(data.offset) : m;
}

// The moment that a value means, counted from now: an object of moment.js. What is not said is as it is now, below an hour zero.
cnv.absoluteDateTimeConverter = function(value) {
    var found = useOffset(moment.utc($jsapi.currentTime()));
    ["years", "months", "weeks", "days", "hours", "minutes", "seconds"].forEach(function(unit) {
        if (value[unit]) found.add(value[unit], unit);
    });
    if (value.year !== undefined) found.year(value.year < 100 ? Number(value.year) + (value.year > 68 ? 1900 : 2000) : value.year);
    if (value.month !== undefined) {
        if (value.day !== undefined) found.date(1);
        found.month(value.month - 1);
    }
    if (value.day !== undefined) found.date(value.day);
    if (value.weekDay !== undefined && value.day === undefined && value.days === undefined) {
        found.add((value.weekDay - found.isoWeekday() + 7) % 7, "days");
    }
    if (value.hour !== undefined) found.hour(value.hour).minute(value.minute || 0).second(value.second || 0).millisecond(0);
    else if (value.minute !== undefined) found.minute(value.minute).second(value.second || 0).millisecond(0);
    return found;
};

// The value without members that say nothing.
cnv.normalizeDateTimeConverter = function(parseTree) {
    return cnv.dateTimeValue(parseTree.value || cnv.dateTimeParts(parseTree));
};
