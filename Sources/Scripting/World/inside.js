// What the files of this folder share. Scripts of a bot cannot reach it: `doors.js` takes the name away when the world is made.
//
// world.host(name, …)   asks Swift: `HostCalls.answer`; all that has an effect outside goes through it
// world.turn            what the turn began with and what its scripts wish; null while a bot is loaded
// world.doors           what Swift calls
(function (global) {
    "use strict";

    var world = {
        global: global,
        host: global.__host,
        evaluate: global.eval,
        turn: null,
        doors: {}
    };

    world.define = function (name, value) {
        Object.defineProperty(global, name, { value: value, writable: true, configurable: true, enumerable: true });
    };

    // How many replies there are so far: the place of any other effect among them.
    world.replyCount = function () {
        var response = global.$response;
        return response && Array.isArray(response.replies) ? response.replies.length : 0;
    };

    // Appends a reply. `$response.replies` is the script's own to change; what was said is told to the host as well, since a cut
    // takes the script's list away.
    world.push = function (reply) {
        if (global.$response === null || typeof global.$response !== "object") global.$response = {};
        var response = global.$response;
        if (!Array.isArray(response.replies)) response.replies = [];
        if (reply.state === undefined) reply.state = world.turn.state;
        response.replies.push(reply);
        world.host("said", JSON.stringify(reply));
    };

    // A wish to the channel that is no reply.
    world.direct = function (name, data) {
        world.host("directive", name, world.replyCount(), JSON.stringify(data === undefined ? {} : data));
    };

    // Puts in the values of `{{ }}`. The language's own rules for the brackets are the host's: it answers literal texts and
    // expressions in turn.
    world.expand = function (text) {
        text = String(text);
        if (text.indexOf("{{") < 0) return text;
        return world.host("cutTemplate", text).map(function (part) {
            if (!part.isExpression) return part.text;
            return /^\s*$/.test(part.text) ? "" : String(world.evaluate("(" + part.text + "\n)"));
        }).join("");
    };

    global.__ringback = world;
})(globalThis);
