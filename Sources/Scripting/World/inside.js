// What the files of this folder share. Scripts of a bot cannot reach it: `doors.js` takes the names away when the world is made.
// A script may replace `JSON`, `Array.prototype.map` or any other built-in: what runs in a turn uses those that are kept here.
//
// world.host(name, …)   asks Swift: `HostCalls.answer`; all that has an effect outside goes through it
// world.turn            what the turn began with and what its scripts wish; null while a bot is loaded
// world.doors           what Swift calls
(function (global) {
    "use strict";

    var bound = Function.prototype.call.bind(Function.prototype.bind, Function.prototype.call);
    var indexOf = bound(String.prototype.indexOf);

    var world = {
        global: global,
        host: global.__host,
        evaluate: global.eval,
        turn: null,
        doors: {},
        parse: JSON.parse,
        stringify: JSON.stringify,
        keys: Object.keys,
        assign: Object.assign,
        isArray: Array.isArray,
        has: bound(Object.prototype.hasOwnProperty),
        create: Object.create,
        slice: bound(String.prototype.slice),
        source: bound(Function.prototype.toString),
        charAt: bound(String.prototype.charAt),
        toUpperCase: bound(String.prototype.toUpperCase),
        setHas: bound(WeakSet.prototype.has),
        setAdd: bound(WeakSet.prototype.add)
    };
    var MadeSet = WeakSet;
    world.makeSet = function () { return new MadeSet(); };

    // A value as one reads it in a log: JSON, and in words what has none.
    world.shown = function (value) {
        try {
            var text = world.stringify(value);
            if (text !== undefined) return text;
        } catch (fault) {}
        try { return "" + value; } catch (fault) { return "a value that cannot be shown"; }
    };

    world.isObject = function (value) { return value !== null && typeof value === "object"; };

    // As `list.map(change)`, with the script's hands off it.
    world.map = function (list, change) {
        var result = [];
        for (var index = 0; index < list.length; index++) world.append(result, change(list[index]));
        return result;
    };

    // As `list.push(value)`, by the engine's own `push`: what a script has put on `Array.prototype` is not asked.
    world.append = function (list, value) { apply(push, list, [value]); };

    world.appendAll = function (list, values) { apply(push, list, values); };

    var apply = Reflect.apply;
    var push = Array.prototype.push;
    var defineProperty = Object.defineProperty;

    world.define = function (name, value) {
        defineProperty(global, name, { value: value, writable: true, configurable: true, enumerable: true });
    };

    // A member that is there and that no loop and no JSON shows.
    world.hide = function (object, name, value) {
        defineProperty(object, name, { value: value, writable: true, configurable: true, enumerable: false, __proto__: null });
    };

    // An accessor that is there and that no loop and no JSON shows.
    world.hideAccessor = function (object, name, read, write) {
        defineProperty(object, name, { get: read, set: write, configurable: true, enumerable: false, __proto__: null });
    };

    // A member that is computed when it is first asked for, and can be replaced; of a frozen object, each time.
    world.onDemand = function (object, name, compute) {
        function keep(value) {
            try {
                defineProperty(object, name, { value: value, writable: true, configurable: true, enumerable: true, __proto__: null });
            } catch (frozen) {}
            return value;
        }
        defineProperty(object, name, {
            get: function () { return keep(compute()); }, set: keep, configurable: true, enumerable: true, __proto__: null
        });
    };

    var ErrorKept = Error;

    // A mistake of the script's author, in words.
    world.wrong = function (message) { throw new ErrorKept(message); };

    // How many replies there are so far: the place of any other effect among them.
    world.replyCount = function () {
        var response = global.$response;
        var count = response && world.isArray(response.replies) ? response.replies.length : 0;
        return typeof count === "number" && count >= 0 && count % 1 === 0 ? count : 0;
    };

    // Appends a script's reply. `$response.replies` is the script's own to change; what was said is told to the host as well, since a
    // cut takes the script's list away.
    world.push = function (reply) {
        if (world.turn === null) world.wrong("Nobody is on the line while the bot is loaded: say it in a state.");
        if (reply.state === undefined) reply.state = world.turn.state;
        world.host("said", world.stringify(reply));
        world.place(reply);
    };

    world.place = function (reply) {
        if (!world.isObject(global.$response)) global.$response = {};
        var response = global.$response;
        if (!world.isArray(response.replies)) response.replies = [];
        if (reply.state === undefined) reply.state = world.turn.state;
        world.append(response.replies, reply);
    };

    // What a script wishes of the dialog (`doors.wish`). The host is told, so that it need not ask after each piece of code.
    world.wants = function (name, value) {
        world.turn[name] = value;
        world.wished();
    };

    world.wished = function () { world.host("wished"); };

    // A wish to the channel that is no reply.
    world.direct = function (name, data) {
        world.host("directive", name, world.replyCount(), world.stringify(data === undefined ? {} : data));
    };

    // Puts in the values of `{{ }}`. The language's own rules for the brackets are the host's: it answers literal texts and
    // expressions in turn.
    world.expand = function (text) {
        text = "" + text;
        if (indexOf(text, "{{") < 0) return text;
        var parts = world.host("cutTemplate", text);
        var result = "";
        for (var index = 0; index < parts.length; index++) {
            var part = parts[index].text;
            if (!parts[index].isExpression) result += part;
            else if (isHeard(part)) result += "{{" + part + "}}";
            else result += wordsOf(world.evaluate("(" + part + "\n)"));
        }
        return result;
    };

    // What has no value says nothing.
    function wordsOf(value) { return value === undefined || value === null ? "" : value; }

    // What a caller says is never code, also when a bot says it back.
    function isHeard(code) {
        var heard = world.turn === null ? undefined : world.turn.heard;
        return typeof heard === "string" && indexOf(heard, "{{") >= 0 && indexOf(heard, code) >= 0;
    }

    global.__ringback = world;
})(globalThis);
