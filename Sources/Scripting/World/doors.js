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

    // What each turn begins with. Made once, when the bot is loaded: a turn gets all memory back as it is here.
    var turn = {
        state: "/", context: "/", isTest: false, startsCall: false, startsSession: false, endsSession: false, stops: false,
        newSession: undefined, wantedContext: undefined, contextHistory: undefined, takenTarget: undefined,
        takenTransition: undefined, takenState: undefined, takenDeferred: undefined
    };
    var request = {
        channelType: "resterisk", channelUserId: "", botId: "", channelBotId: "", accountId: "", userFrom: { id: "" }, data: {}
    };
    world.addWire(request);

    doors.prepare = function (bot, language) {
        request.botId = request.channelBotId = bot;
        if (language !== undefined) request.language = language;
        global.$session = global.$client = undefined;
        global.$temp = {};
        global.$response = world.makeResponse();
        global.$parseTree = {};
        global.$request = request;
        global.$context = world.context;
    };

    // - kind: `query`, `event` or `targetState`, the member of `$request` that `what` is; eventData: JSON; data: what a test gives as `$request.data`, JSON
    doors.begin = function (session, client, state, number, isTest, kind, what, eventData, startsCall, contextHistory, data) {
        world.turn = turn;
        turn.state = turn.context = state;
        turn.isTest = isTest;
        turn.startsCall = startsCall;
        request.channelUserId = request.userFrom.id = number;
        request[kind] = what;
        turn.heard = kind === "query" ? what : undefined;
        if (data !== undefined) world.assign(request.data, world.parse(data));
        if (eventData !== undefined) request.data.eventData = world.parse(eventData);
        global.$session = world.openSession(world.parse(session));
        global.$client = world.parse(client);
        world.openContext(contextHistory);
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

    // A reply of a tag; Swift keeps it for the case of a cut.
    doors.reply = function (reply) { world.place(reply); };

    // `$temp.targetState`, which stays there to be read, and is a wish once. To set it to nothing is to wish nothing.
    function wantedTarget(temp) {
        var target = temp.targetState;
        if (target === undefined || target === null || target === world.turn.takenTarget) return undefined;
        world.turn.takenTarget = target;
        return target;
    }

    // Before the match it is an empty object; a handler may have put something into it, or another in its place.
    function holdsSomething(tree) { return world.isObject(tree) && world.keys(tree).length > 0; }

    // `$temp.transition` as { state, deferred }: what `$reactions.transition` or the script itself has put there. It is a wish once, and again
    // when a script changes it.
    function wantedTransition(temp) {
        var turn = world.turn, wanted = temp.transition;
        if (!world.isObject(wanted) || typeof wanted.state !== "string") return undefined;
        var state = wanted.state, deferred = wanted.deferred === true;
        if (wanted === turn.takenTransition && state === turn.takenState && deferred === turn.takenDeferred) return undefined;
        turn.takenTransition = wanted;
        turn.takenState = state;
        turn.takenDeferred = deferred;
        // What is done at once waits no more.
        if (!deferred) try { delete temp.transition; } catch (fault) {}
        return { path: state, deferred: deferred };
    }

    // What the script that has just run wishes of the dialog; `undefined` in the usual case, that it is nothing. A handler may also have
    // set `$temp.targetState`, or another text of the request.
    //
    // - phase: that of the handler; `undefined` for another script
    world.wish = function (phase) {
        var turn = world.turn, temp = global.$temp, hasTemp = world.isObject(temp);
        var target = phase && hasTemp ? wantedTarget(temp) : undefined;
        var transition = hasTemp ? wantedTransition(temp) : undefined;
        var query = phase && world.isObject(global.$request) ? global.$request.query : undefined;
        var isPath = typeof target === "string";
        if (!transition && !turn.stops && !turn.startsSession && !turn.newSession && target === undefined && query === undefined) {
            return undefined;
        }
        var wish = {
            transition: transition, stops: turn.stops === true, startsSession: turn.startsSession === true,
            newSession: turn.newSession, targetState: isPath ? target : undefined,
            wrongTarget: isPath || target === undefined ? undefined : world.slice(world.shown(target), 0, 100),
            setsParseTree: phase === "preMatch" && holdsSomething(global.$parseTree),
            query: typeof query === "string" ? query : undefined
        };
        turn.newSession = undefined;
        turn.stops = turn.startsSession = false;
        return wish;
    };

    // What scripts have put into $response beside the replies, as JSON; `undefined` when there is nothing. What chance gave is told there, too.
    function ownResponse(numbers) {
        if (!world.isObject(global.$response)) return undefined;
        var names = world.keys(global.$response), own = numbers === undefined ? undefined : { smartRandom: numbers };
        for (var index = 0; index < names.length; index++) {
            if (names[index] === "replies") continue;
            own = own || {};
            own[names[index]] = global.$response[names[index]];
        }
        try { return own && world.stringify(own); } catch (fault) { return undefined; }
    }

    doors.wish = function () { return world.wish(undefined); };

    // After a cut: what was said stays said.
    doors.restore = function (said, state, message) {
        global.$response.replies = world.map(said, world.parse);
        world.turn.state = state;
        if (message !== undefined) world.ask(message);
    };

    // The rest of the turn is of a new session, and the answer to this message.
    //
    // What $session and $client then are, as JSON, which a cut goes back to; and how many replies are of the session before.
    doors.beginSession = function (message) {
        var turn = world.turn;
        turn.state = turn.context = "/";
        turn.intent = turn.results = turn.wantedContext = undefined;
        turn.startsCall = false;
        turn.takenTarget = undefined;
        global.$temp = {};
        global.$parseTree = {};
        world.forgetIntent();
        world.forgetResults();
        if (message !== undefined) world.ask(message);
        return [json(global.$session), json(global.$client), world.replyCount(), json(world.isObject(global.$request) && world.isObject(global.$request.data) ? global.$request.data : {})];
    };

    // The request is this text and nothing else, whatever it was before.
    world.ask = function (message) {
        if (!world.isObject(global.$request)) global.$request = {};
        delete global.$request.event;
        delete global.$request.targetState;
        global.$request.query = message;
    };

    function json(value) {
        try { return world.stringify(value); } catch (fault) { return undefined; }
    }

    // What follows is the answer to an event that the dialog has raised itself.
    doors.beginEvent = function (event) {
        if (world.isObject(global.$request)) {
            global.$request.event = event;
            global.$request.query = undefined;
        }
        global.$temp = {};
        world.turn.takenTarget = undefined;
        global.$session = world.openSession(global.$session);
    };

    // A flat list, since it is read at the end of every turn: $session and $client as JSON, the wanted context, whether the session ends, the
    // word of `bargeIn`, the own members of $response as JSON; then of each reply its type, text, state and JSON.
    doors.end = function (numbers) {
        var response = global.$response;
        var replies = (response && response.replies) || [];
        var bargeIn = response && response.bargeIn;
        var session = global.$session === undefined ? {} : global.$session;
        var contextPath = world.closeSession(session);
        var ending = [
            world.stringify(session), world.stringify(global.$client === undefined ? {} : global.$client), contextPath,
            turn.endsSession === true || (world.isObject(response) && response.endSession === true),
            world.isObject(bargeIn) && typeof bargeIn.bargeIn === "string" ? bargeIn.bargeIn : undefined, ownResponse(numbers)
        ];
        for (var index = 0; index < replies.length; index++) {
            var reply = replies[index];
            if (!world.isObject(reply)) {
                world.host("log", "$response.replies[" + index + "] is " + world.found(reply)
                    + " and was left out; a reply is an object, such as {type: \"text\", text: \"Hello\"}.", index);
                continue;
            }
            var type = "" + reply.type;
            world.appendAll(ending, [type, type === "text" ? "" + reply.text : undefined, "" + reply.state, world.stringify(reply)]);
        }
        return ending;
    };

    // From here on only the doors are reachable. A script that calls one spoils its own turn and no other.
    delete global.__host;
    delete global.__ringback;
    Object.defineProperty(global, "__ringback", { value: Object.freeze(doors), enumerable: false });
})(__ringback);
