// $context: everything of the request in one object (dsl.md 4.2); `$jsapi.context()` is the same one, and handlers of `bind` are given it.
//
// session, client, temp, request, response, parseTree, injector   the globals of these names with `$`; to set one sets the global, too
// currentState     the path of the state that runs; at preMatch and selectNLUResult the one before the request. Cannot be set
// contextPath      the path from which the next request counts; differs from currentState in states with `noContext`. Cannot be set:
//                  that is `$session.contextPath`
// intent           { path, confidence, slots, answer?, customData? } when an intent was recognised
// entities         what was found in the text, a list; `$entities` is the same
// nluResults       what the text may mean, see nlu-results.js
// nBest            the best of these, with `nlp.nbest` above 1
// temp.targetState, temp.transition
//                  the state that a handler wants in place of the matched one; { state, deferred }, what `$reactions.transition` has asked for. A
//                  script may set both. The tags `go:` and `go!:` do not stand there (uncertain)
// contextHistory   a list of { currentState, contextPath } of the requests before, the newest first; `nlp.contextHistoryDepth` of them,
//                  which is 1 unless the bot says otherwise (shape uncertain)
// exception        in the handlers of errors: { message, type: "script" or "dialog" …, code, state, file?, line? }; the message of a script's error
//                  is what `catch (e)` finds as `e.message`, and of another value that was thrown the text itself, else its JSON
// testContext      there while a test runs
(function (world) {
    "use strict";

    var global = world.global;
    var context = {};

    ["session", "client", "temp", "request", "response", "parseTree", "injector"].forEach(function (name) {
        Object.defineProperty(context, name, {
            get: function () { return global["$" + name]; },
            set: function (value) { global["$" + name] = value; },
            enumerable: true
        });
    });
    Object.defineProperty(context, "currentState", {
        get: function () { return world.turn.state; }, set: function () {}, enumerable: true
    });
    Object.defineProperty(context, "contextPath", {
        get: function () { return world.turn.context; }, set: function () {}, enumerable: true
    });

    context.contextHistory = [];
    world.context = context;

    world.openContext = function (contextHistory) {
        if (contextHistory !== undefined) context.contextHistory = contextHistory;
        if (world.turn.isTest) context.testContext = {};
    };

    // `$session.contextPath` is where the next request is understood; to set it moves the talk there when the request is done.
    world.openSession = function (session) {
        if (!world.isObject(session)) return session;
        if (getPrototypeOf(session) === plain) setPrototypeOf(session, sessions);
        else world.hideAccessor(session, "contextPath", readPath, writePath);
        return session;
    };

    var getPrototypeOf = Object.getPrototypeOf, setPrototypeOf = Object.setPrototypeOf, plain = Object.prototype;
    // What all sessions have: an accessor that no loop and no JSON shows.
    var sessions = {};
    world.hideAccessor(sessions, "contextPath", readPath, writePath);

    function readPath() { return world.turn.wantedContext === undefined ? world.turn.context : world.turn.wantedContext; }

    function writePath(path) { world.turn.wantedContext = "" + path; }

    // The path that scripts have set, and no trace of it in what is kept. A session that a script has made may have one, too.
    world.closeSession = function (session) {
        var turn = world.turn;
        if (!world.isObject(session) || !world.has(session, "contextPath")) return turn.wantedContext;
        var path = session.contextPath;
        if (typeof path !== "string") return turn.wantedContext;
        delete session.contextPath;
        if (path !== turn.context) turn.wantedContext = path;
        return turn.wantedContext;
    };

    world.doors.tell = function (exception) { context.exception = exception; };
})(__ringback);
