// $context: everything of the request in one object (dsl.md 4.2); `$jsapi.context()` is the same one.
(function (world) {
    "use strict";

    var global = world.global;

    function makeContext() {
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
        return context;
    }

    // Made once: every turn begins with it as it is here.
    var made = makeContext();

    world.newContext = function () {
        if (world.turn.isTest) made.testContext = {};
        return made;
    };

    world.doors.recognise = function (intent) {
        world.turn.intent = intent;
        global.$context.intent = intent;
    };
})(__ringback);
