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
        global.$session = world.openSession(world.parse(input.session));
        global.$client = world.parse(input.client);
        global.$temp = {};
        global.$response = world.makeResponse();
        global.$parseTree = {};
        global.$request = input.request;
        global.$request.channelBotId = input.request.botId;
        global.$request.accountId = "";
        global.$request.userFrom = { id: input.request.channelUserId };
        if (input.eventData !== undefined) global.$request.data.eventData = world.parse(input.eventData);
        world.addWire(global.$request);
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

    // What the script that has just run wishes of the dialog; `undefined` in the usual case, that it is nothing. A handler may also have
    // set `$temp.targetState`, or another text of the request.
    world.wish = function (ofHandler) {
        var turn = world.turn;
        var target = ofHandler && world.isObject(global.$temp) ? global.$temp.targetState : undefined;
        var query = ofHandler && world.isObject(global.$request) ? global.$request.query : undefined;
        if (!turn.transition && !turn.stops && !turn.startsSession && !turn.newSession && target === undefined && query === undefined) {
            return undefined;
        }
        var wish = {
            transition: turn.transition, stops: turn.stops === true, startsSession: turn.startsSession === true,
            newSession: turn.newSession, targetState: typeof target === "string" ? target : undefined,
            query: typeof query === "string" ? query : undefined
        };
        turn.transition = turn.newSession = undefined;
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

    doors.wish = function () { return world.wish(false); };

    // After a cut: what was said stays said.
    doors.restore = function (said, state) {
        global.$response.replies = world.map(said, world.parse);
        world.turn.state = state;
    };

    // The rest of the turn is of a new session, and the answer to this message.
    doors.beginSession = function (message) {
        var turn = world.turn;
        turn.state = turn.context = "/";
        turn.intent = turn.results = turn.wantedContext = undefined;
        turn.startsCall = false;
        global.$temp = {};
        global.$parseTree = {};
        world.forgetIntent();
        world.forgetResults();
        if (message !== undefined) global.$request.query = message;
    };

    // What follows is the answer to an event that the dialog has raised itself.
    doors.beginEvent = function (event) {
        if (world.isObject(global.$request)) global.$request.event = event;
        global.$session = world.openSession(global.$session);
    };

    doors.end = function () {
        var response = global.$response;
        var replies = (response && response.replies) || [];
        var bargeIn = response && response.bargeIn;
        var session = global.$session === undefined ? {} : global.$session;
        var contextPath = world.closeSession(session);
        return {
            bargeIn: world.isObject(bargeIn) && typeof bargeIn.bargeIn === "string" ? bargeIn.bargeIn : undefined,
            session: world.stringify(session),
            client: world.stringify(global.$client === undefined ? {} : global.$client),
            response: ownResponse(),
            contextPath: contextPath,
            endsSession: world.turn.endsSession === true
                || (world.isObject(global.$response) && global.$response.endSession === true),
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
