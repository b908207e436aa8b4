// bind(type, handler, path = "/", name?, allowedInContextSwitch?): functions that are called at the phases of a request (dsl.md 7).
// Also bind({type, handler, path, name}), and `$jsapi.bind`.
//
// type      "preMatch", "selectNLUResult", "preProcess", "postProcess", "onScriptError", "onDialogError", "onAnyError"
// handler   function ($context); what it returns counts for nothing
// path      it is called for this state and all below: at preMatch and selectNLUResult the state before the request, then the state
//           that was matched, at postProcess and for errors the last one that ran
// name      what the bot calls it
// Handlers of a type are called in the order in which they were bound. Those of `init:` and of files are there for ever. One that a
// state's script binds is there until the request is done, since a function cannot be kept with a conversation; it takes the place of a
// handler of the same type and path with the same name or the same text. To bind the same function twice is to bind it once.
// Error: a type that does not exist, a handler that is no function, a path that is no text, more than 1,000 handlers.
(function (world) {
    "use strict";

    var types = {
        __proto__: null, preMatch: 1, selectNLUResult: 1, preProcess: 1, postProcess: 1, onScriptError: 1, onDialogError: 1,
        onAnyError: 1
    };
    var most = 1000;

    // What `bind` was given: { type, handler, path, name }; the place of a handler is the number by which the host knows it.
    world.handlers = [];

    function shown(value) {
        return typeof value === "function" ? "a function" : world.slice(world.shown(value), 0, 100);
    }

    function check(given) {
        if (typeof given.type !== "string" || !types[given.type]) {
            world.wrong("bind: there is no phase " + shown(given.type) + ". There are preMatch, selectNLUResult, preProcess, "
                + "postProcess, onScriptError, onDialogError and onAnyError.");
        }
        if (typeof given.handler !== "function") {
            world.wrong("bind(\"" + given.type + "\", …): the handler is " + shown(given.handler)
                + ", and must be a function. Write function ($context) { … }, or the name of one that is declared above.");
        }
        if (typeof given.path !== "string") {
            world.wrong("bind(\"" + given.type + "\", …): the path is " + shown(given.path)
                + ", and must be a text such as \"/Order\".");
        }
    }

    function isSame(known, given) {
        if (known.type !== given.type || known.path !== given.path) return false;
        if (known.handler === given.handler) return true;
        if (world.turn === null) return false;
        return (given.name !== undefined && known.name === given.name)
            || world.source(known.handler) === world.source(given.handler);
    }

    world.bind = function (type, handler, path, name) {
        var given = world.isObject(type) ? type : { type: type, handler: handler, path: path, name: name };
        given = {
            type: given.type, handler: given.handler, path: given.path === undefined || given.path === null ? "/" : given.path,
            name: given.name === null ? undefined : given.name
        };
        check(given);
        for (var index = 0; index < world.handlers.length; index++) {
            if (!isSame(world.handlers[index], given)) continue;
            world.handlers[index].handler = given.handler;
            return;
        }
        if (index >= most) world.wrong("bind: there are " + most + " handlers already, and no more are taken.");
        world.append(world.handlers, given);
        if (world.turn !== null) world.host("bound", index, given.type, given.path);
    };

    world.define("bind", world.bind);

    // The handlers of a bot that has just been loaded.
    world.doors.handlers = function () {
        return world.map(world.handlers, function (handler) { return { type: handler.type, path: handler.path }; });
    };

    // Calls one, and answers what it wishes of the dialog (as `wish`).
    world.doors.handle = function (number) {
        var bound = world.handlers[number], handler = bound.handler;
        handler(world.global.$context);
        return world.wish(bound.type);
    };
})(__ringback);
