// Working days for objects of moment.js: Monday to Friday, holidays not counted.
//
// moment().isBusinessDay()            whether it is a working day
// moment().addWorkDays(3)             the third working day from then; subtractWorkDays the other way
// moment().workDiff(other)            how many working days lie between the two; businessDiff and weekDays count them as well

(function(prototype) {
    function isWorkDay(day) {
        return day.isoWeekday() < 6;
    }

    function moved(day, count) {
        var step = count < 0 ? -1 : 1;
        for (var left = Math.abs(count); left > 0; left -= isWorkDay(day) ? 1 : 0) day.add(step, "days");
        return day;
    }

    function between(day, other) {
        var first = day.clone().startOf("day"), last = other.clone().startOf("day");
        var sign = first.isAfter(last) ? -1 : 1, count = 0;
        while (!first.isSame(last, "day")) count += isWorkDay(first.add(sign, "days")) ? 1 : 0;
        return count * sign;
    }

    prototype.isBusinessDay = prototype.isWorkDay = function() { return isWorkDay(this); };
    prototype.isWeekendDay = function() { return !isWorkDay(this); };
    prototype.addWorkDays = prototype.addBusinessDays = function(count) { return moved(this, count); };
    prototype.subtractWorkDays = prototype.subtractBusinessDays = function(count) { return moved(this, -count); };
    prototype.workDiff = prototype.businessDiff = function(other) { return between(this, other); };
    prototype.weekDays = function(other) { return Math.abs(between(this, other)); };
    prototype.nextBusinessDay = function() { return moved(this.clone(), 1); };
    prototype.prevBusinessDay = function() { return moved(this.clone(), -1); };
})(moment.fn);
