// From when until when to call, for a time that the caller has said: { from, to, words }.
//
// A moment gives half an hour. A whole day, and what is said with two ends, gives all of it; calls of the night are the campaign's to
// forbid.
function firstCall(time) {
    var from = time.from || time;
    var start = time.from || !time.to ? moment.parseZone(from.value) : moment($jsapi.currentTime());
    var end = start.clone();
    if (time.to) end = moment.parseZone(time.to.value);
    else if (isDay(from)) end.add(1, "days");
    else end.add(30, "minutes");
    return { from: start.toDate(), to: end.toDate(), words: words(start, isDay(from)) };
}

function isDay(time) {
    return time.grain !== "hour" && time.grain !== "minute" && time.grain !== "second";
}

function words(start, isWholeDay) {
    return "on " + start.format(isWholeDay ? "dddd, MMMM D" : "dddd, MMMM D, [at] h:mm a");
}
