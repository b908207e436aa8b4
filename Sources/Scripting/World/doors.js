// What Swift calls at the steps of a turn (`ScriptHost`), and the end of making the world.
(function (world) {
    "use strict";

    var global = world.global;
    var doors = world.doors;

    world.define("$global", global);
    world.define("$injector", {});

    doors.load = function (injector, data) {
        global.$injector = world.parse(injector);
        world.keys(data).forEach(function (name) { global[name] = world.parse(data[name]); });
    };

    doors.begin = function (input) {
        world.turn = input;
        global.$session = world.parse(input.session);
        global.$client = world.parse(input.client);
        global.$temp = {};
        global.$response = { replies: [] };
        global.$parseTree = {};
        global.$request = input.request;
        if (input.eventData !== undefined) global.$request.data.eventData = world.parse(input.eventData);
        global.$request.rawRequest = { caller: input.caller, originateData: { payload: world.parse(input.payload) } };
        global.$context = world.makeContext();
    };

    doors.setArguments = function (args) {
        var request = global.$request;
        if (request.data === null || typeof request.data !== "object") request.data = {};
        request.data.args = args;
    };

    doors.enter = function (state, context) {
        world.turn.state = state;
        world.turn.context = context;
    };

    doors.reply = function (reply) { world.push(reply); };

    // `undefined` in the usual case, that nothing is wanted.
    doors.wish = function () {
        var turn = world.turn;
        if (!turn.transition && !turn.stops && !turn.startsSession) return undefined;
        var wish = { transition: turn.transition, stops: turn.stops === true, startsSession: turn.startsSession === true };
        turn.transition = undefined;
        turn.stops = turn.startsSession = false;
        return wish;
    };

    // What scripts have put into $response beside the replies, as JSON; `undefined` when there is nothing.
    function ownResponse() {
        if (!world.isObject(global.$response)) return undefined;
        var names = world.keys(global.$response), own;
        for (var index = 0; index < names.length; index++) {
            if (names[index] === "replies") continue;
            own = own || {};
            own[names[index]] = global.$response[names[index]];
        }
        try { return own && world.stringify(own); } catch (fault) { return undefined; }
    }

    doors.end = function () {
        var replies = (global.$response && global.$response.replies) || [];
        return {
            session: world.stringify(global.$session === undefined ? {} : global.$session),
            client: world.stringify(global.$client === undefined ? {} : global.$client),
            response: ownResponse(),
            replies: world.map(replies, function (reply) {
                var type = "" + reply.type;
                var text = type === "text" ? "" + reply.text : undefined;
                return { type: type, text: text, state: "" + reply.state, json: world.stringify(reply) };
            })
        };
    };

    // From here on only the doors are reachable. A script that calls one spoils its own turn and no other.
    delete global.__host;
    delete global.__ringback;
    Object.defineProperty(global, "__ringback", { value: Object.freeze(doors), enumerable: false });
})(__ringback);
