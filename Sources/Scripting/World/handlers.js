// bind(type, handler, path = "/", name?): handlers of the phases of a request (dsl.md 7).
(function (world) {
    "use strict";

    // What `bind` was given, in order; nothing calls these yet.
    world.handlers = [];

    world.bind = function (type, handler, path, name) {
        var given = type !== null && typeof type === "object"
            ? type : { type: type, handler: handler, path: path, name: name };
        world.append(world.handlers, {
            type: "" + given.type, handler: given.handler, name: given.name,
            path: given.path === undefined ? "/" : "" + given.path
        });
    };

    world.define("bind", world.bind);
})(__ringback);
