// The hour that a person said: digits, or a word with its value.
function hourConverter(parseTree) {
    var word = parseTree.HourWord ? parseTree.HourWord[0].value : parseTree.HourNumber[0].text;
    return Number(word);
}

// A clinic's day has no five in the morning: without am or pm, one to six are in the afternoon.
function hourOfDay(hour, noon) {
    var half = noon ? noon[0].value : null;
    if (half === "pm" || (!half && hour >= 1 && hour <= 6)) {
        return hour % 12 + 12;
    }
    return hour;
}

function isOpen(hour) {
    return hour >= 9 && hour < 18;
}

function spoken(hour) {
    var twelve = hour % 12 === 0 ? 12 : hour % 12;
    return twelve + (hour < 12 ? " am" : " pm");
}

// When the person wants to be called back, by the clinic's hours; null when the words name no time, or one that is over.
function timeToCall(words) {
    var wish = $dialer.parseCallback(words, { businessHours: { localTimeFrom: "09:00", localTimeTo: "18:00" } });
    return wish && wish.uncertain.indexOf("past") < 0 && wish.uncertain.indexOf("no-time") < 0 ? wish : null;
}
