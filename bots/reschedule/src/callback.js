// From when until when to call, for a time that the caller has said as `said`: { from, to, words }; null when it is over.
//
// A moment gives half an hour; a day, a week or a month all of it; what has one end begins now, or ends with the day. Calls of the night
// are the campaign's to forbid.
function firstCall(time, said) {
    var now = moment($jsapi.currentTime());
    var call = time.to ? callUntil(time, said, now) : time.from ? callAfter(time.from) : callAt(time);
    if (!call.to.isAfter(now)) return null;
    return { from: moment.max(call.from, now).toDate(), to: call.to.toDate(), words: call.words };
}

// "At nine", "on friday", "next week".
function callAt(time) {
    var from = moment.parseZone(time.value), to = from.clone();
    if (!isDay(time)) return { from: from, to: to.add(30, "minutes"), words: "on " + day(from) + ", at " + clock(from) };
    to.add(1, time.grain + "s");
    return { from: from, to: to, words: days(from, to) };
}

// "Between two and four", "tomorrow morning", "by friday".
function callUntil(time, said, now) {
    var to = moment.parseZone(time.to.value);
    if (!time.from || time.from.grain === "second") {
        var isMidnight = to.format("HH:mm") === "00:00";
        return { from: now, to: to, words: "before " + (isMidnight ? day(to) : day(to) + ", at " + clock(to)) };
    }
    var from = moment.parseZone(time.from.value);
    if (isDay(time.from)) return { from: from, to: to, words: days(from, to) };
    // The entity ends behind the hour or the minute that was told.
    if (endsWithClock(said)) to.subtract(1, time.to.grain + "s");
    var isOneDay = from.isSame(to.clone().subtract(1, "seconds"), "day");
    var words = isOneDay ? "on " + day(from) + ", between " + clock(from) + " and " + clock(to)
        : "between " + day(from) + ", " + clock(from) + " and " + day(to) + ", " + clock(to);
    return { from: from, to: to, words: words };
}

// "After six": until nine in the evening, an hour at least; "after friday": the week behind it.
function callAfter(time) {
    var from = moment.parseZone(time.value);
    if (isDay(time)) {
        from.add(1, time.grain + "s");
        return { from: from, to: from.clone().add(7, "days"), words: "after " + day(from.clone().subtract(1, "days")) };
    }
    var evening = from.clone().startOf("day").add(21, "hours");
    return {
        from: from, to: moment.max(evening, from.clone().add(1, "hours")), words: "on " + day(from) + ", after " + clock(from)
    };
}

// Whether the words go from one clock to another: "from nine to eleven", "3-4pm"; "tomorrow morning" does not.
function endsWithClock(said) {
    var hours = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|half|quarter";
    return new RegExp("(\\b(and|to|till|until)\\s|[-–]\\s?)(a |at )?(\\d|" + hours + ")", "i").test(said);
}

function isDay(time) {
    return time.grain !== "hour" && time.grain !== "minute" && time.grain !== "second";
}

function day(time) {
    return time.format("dddd, MMMM D");
}

function days(from, to) {
    var last = to.clone().subtract(1, "days");
    return last.isAfter(from) ? "between " + day(from) + " and " + day(last) : "on " + day(from);
}

function clock(time) {
    return time.format("h:mm a");
}

// The words of the time in what the caller has said last.
function wordsOfTime(entities) {
    for (var index = 0; index < entities.length; index++) {
        if (entities[index].pattern === "duckling.time") return entities[index].text;
    }
    return "";
}
