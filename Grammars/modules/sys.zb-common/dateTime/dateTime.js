// Checks of dates and periods. Dates are texts: "11.12.2020", "11.12", "5" (`dateToString` makes them of values). A date without a year or month is of
// the present one, unless the mode says "future" or "past": then the nearest such date. A date that does not exist is an error.

// { day: 1, month: 2, year: 2020 } as "1.2.2020".
function dateToString(dateObject) {
    return [dateObject.day, dateObject.month, dateObject.year].filter(function(part) { return part !== undefined; }).join(".");
}

function dateOfText(date, includeToday, mode) {
    var full = getFullDate(date, includeToday, mode);
    var found = moment.utc(full, /\.\d{4}$/.test(full) ? "D.M.YYYY" : "D.M.YY", true);
    if (!found.isValid()) throw new Error("Date not valid");
    return found;
}

function dateOfToday() {
    var now = currentDate();
    return moment.utc([now.year(), now.month(), now.date()]);
}

// "1.2" as "1.2.2021", "5" as "5.02.2021".
function getFullDate(date, includeToday, noYearOption) {
    var hasMonth = /\./.test(date), hasYear = /\..*\./.test(date);
    if (hasYear) return date;
    return hasMonth ? [date, getYear(date, includeToday, noYearOption)].join(".") : getMonthAndYear(date, includeToday, noYearOption);
}

function getMonthAndYear(date, includeToday, noMonthOption) {
    var month = dateOfToday().date(1), today = dateOfToday().date();
    if (noMonthOption === "future" && (Number(date) < today || Number(date) === today && !includeToday)) month.add(1, "months");
    if (noMonthOption === "past" && (Number(date) > today || Number(date) === today && !includeToday)) month.subtract(1, "months");
    return date + "." + month.format("MM.YYYY");
}

function getYear(date, includeToday, noYearOption) {
    var today = dateOfToday(), parts = String(date).split(".");
    // 400 a month, so that days of which there is none in this year are compared as well.
    var distance = (parts[1] - 1 - today.month()) * 400 + (parts[0] - today.date());
    if (noYearOption === "future" && (distance < 0 || distance === 0 && !includeToday)) return today.year() + 1;
    if (noYearOption === "past" && (distance > 0 || distance === 0 && !includeToday)) return today.year() - 1;
    return today.year();
}

function checkDateInPast(date, includeToday, noYearOption) {
    var found = dateOfText(date, includeToday, noYearOption), today = dateOfToday();
    return includeToday ? found <= today : found < today;
}

function checkDateInFuture(date, includeToday, noYearOption) {
    var found = dateOfText(date, includeToday, noYearOption), today = dateOfToday();
    return includeToday ? found >= today : found > today;
}

// Whether a period ends no earlier than it begins.
function checkPeriod(start, end, noYearOptionStart, noYearOptionEnd) {
    return dateOfText(start, true, noYearOptionStart) <= dateOfText(end, true, noYearOptionEnd);
}

function checkPeriodInPast(start, end, includeToday, noYearOptionStart, noYearOptionEnd) {
    return checkPeriod(start, end, noYearOptionStart, noYearOptionEnd) && checkDateInPast(end, includeToday, noYearOptionEnd);
}

function checkPeriodInFuture(start, end, includeToday, noYearOptionStart, noYearOptionEnd) {
    return checkPeriod(start, end, noYearOptionStart, noYearOptionEnd) && checkDateInFuture(start, includeToday, noYearOptionStart);
}

function checkPeriodInProgress(start, end, includeToday, noYearOptionStart, noYearOptionEnd) {
    return checkPeriod(start, end, noYearOptionStart, noYearOptionEnd)
        && checkDateInPast(start, includeToday, noYearOptionStart) && checkDateInFuture(end, includeToday, noYearOptionEnd);
}
