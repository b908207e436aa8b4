// What scripts give to the services, and the words of the errors about it: world.takeText(value, what, example) and its like give the
// value as it is used, or throw `WHAT is FOUND; give a text, such as EXAMPLE.`
(function (world) {
    "use strict";

    // A value in words; but for a getter or a proxy nothing of the script's is called.
    world.found = function (value) {
        switch (typeof value) {
            case "undefined": return "nothing";
            case "string":
                if (value === "") return "an empty text";
                return "the text `" + (value.length > 60 ? world.slice(value, 0, 60) + "…" : value) + "`";
            case "number": return value !== value ? "NaN" : "the number " + value;
            case "boolean": return "`" + value + "`";
            case "object":
                if (value === null) return "null";
                try {
                    if (world.momentOf(value) !== undefined) return "an object of moment.js";
                    if (world.timeOf(value) !== undefined) return "a Date";
                } catch (fault) {}
                return world.isArray(value) ? "a list" : "an object";
        }
        return "a " + typeof value;
    };

    // A text that is not empty; a number or a flag is taken as its text.
    world.takeText = function (value, what, example) {
        var isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
        if (isPlain && value !== "") return "" + value;
        return world.wrong(what + " is " + world.found(value) + "; give a text, such as \"" + example + "\".");
    };

    // Words that the caller hears or reads: as takeText, and an empty text is silence. Every answer comes here.
    world.takeWords = function (value, what, example) {
        if (typeof value === "string") return value;
        if (typeof value === "bigint") return "" + value;
        return world.takeText(value, what, example);
    };

    // The milliseconds of a Date, and those of an object of moment.js; `undefined` for anything else.
    world.timeOf = function (value) {
        try { return getTime(value); } catch (fault) { return undefined; }
    };

    world.momentOf = function (value) {
        if (!world.isObject(value) || value._isAMomentObject !== true) return undefined;
        var time = world.timeOf(value._d);
        return time === undefined ? undefined : time - (typeof value._offset === "number" ? value._offset : 0) * 60000;
    };

    var getTime = Function.prototype.call.bind(Date.prototype.getTime);

    // A finite number; a text of digits is taken as one.
    world.takeNumber = function (value, what, example) {
        var number = typeof value === "string" && value !== "" ? +value : value;
        if (typeof number === "number" && number - number === 0) return number;
        return world.wrong(what + " is " + world.found(value) + "; give a number, such as " + example + ".");
    };

    world.takeObject = function (value, what, example) {
        if (world.isObject(value) && !world.isArray(value)) return value;
        return world.wrong(what + " is " + world.found(value) + "; give an object, such as " + example + ".");
    };

    // A copy of plain data, as it would arrive behind the wire.
    world.takeData = function (value, what) {
        var text;
        try { text = world.stringify(value); } catch (fault) {}
        if (text !== undefined) return world.parse(text);
        return world.wrong(what + " is " + world.found(value)
            + " that cannot be kept as JSON; give plain data: texts, numbers, and objects of them that do not contain themselves.");
    };

    // As services of words take their first argument: call(text, …). A number is taken as its text.
    world.takeFirstText = function (value, call) {
        if (typeof value === "string") return value;
        if (typeof value === "number") return "" + value;
        return world.wrong(call + " takes a text as its first argument; it was given " + world.found(value) + ".");
    };
})(__ringback);
