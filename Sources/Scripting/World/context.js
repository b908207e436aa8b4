// $context: everything of the request in one object (dsl.md 4.2); `$jsapi.context()` is the same one.
(function (world) {
    "use strict";

    var global = world.global;

    world.makeContext = function () {
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
        world.addEntities(context);
        if (world.turn.isTest) context.testContext = {};
        return context;
    };
})(__ringback);
