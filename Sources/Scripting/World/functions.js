// The functions that stand by themselves (dsl.md 5.1).
(function (world) {
    "use strict";

    var global = world.global;

    // log(value): a line in the bot's log; anything but a text as JSON.
    world.define("log", function (value) {
        world.host("log", typeof value === "string" ? value : world.shown(value), world.replyCount());
    });

    // capitalize(text): the first letter in upper case.
    world.define("capitalize", function (text) {
        text = "" + text;
        return world.toUpperCase(world.charAt(text, 0)) + world.slice(text, 1);
    });

    // toPrettyString(value): JSON with an indent of two blanks; without members that are null, and with "cycle" for an object that
    // was shown before.
    world.define("toPrettyString", function (value) {
        var seen = world.makeSet();
        return world.stringify(value, function (key, member) {
            if (member === null || member === undefined) return undefined;
            if (typeof member !== "object") return member;
            if (world.setHas(seen, member)) return "cycle";
            world.setAdd(seen, member);
            return member;
        }, 2);
    });

    // currentDate(): now as an object of moment.js, in UTC shifted by `$request.data.offset` minutes.
    world.define("currentDate", function () {
        var time = global.moment.utc(global.$jsapi.currentTime());
        var data = global.$request && global.$request.data;
        return data && data.offset !== undefined ? time.utcOffset(data.offset) : time;
    });

    // parseXml(text): the elements as members, repeated ones as lists, attributes beside them; all texts stay texts.
    world.define("parseXml", function (text) { return world.host("xml", text); });

    // hasOperatorsOnline(group?): nobody here can tell, so true: somebody may be there (uncertain).
    world.define("hasOperatorsOnline", function () { return true; });
})(__ringback);
