// The functions that stand by themselves (dsl.md 5.1).
(function (world) {
    "use strict";

    // log(value): a line in the bot's log; anything but a text as JSON.
    world.define("log", function (value) {
        var text = typeof value === "string" ? value : world.stringify(value);
        world.host("log", "" + text, world.replyCount());
    });

    // capitalize(text): the first letter in upper case.
    world.define("capitalize", function (text) {
        text = "" + text;
        return text.charAt(0).toUpperCase() + text.slice(1);
    });

    // toPrettyString(value): JSON with an indent of two blanks.
    world.define("toPrettyString", function (value) { return world.stringify(value, null, 2); });

    // parseXml(text): the elements as members, repeated ones as lists, attributes beside them; all texts stay texts.
    world.define("parseXml", function (text) { return world.host("xml", text); });

    // hasOperatorsOnline(group?): nobody here can tell, so true: somebody may be there (uncertain).
    world.define("hasOperatorsOnline", function () { return true; });
})(__ringback);
