// $env and $secrets: the names and values of the place where the bot runs (dsl.md 4).
//
// $env.get(name, otherwise)      the value, a text; without one `otherwise`, else undefined
// $secrets.get(name, otherwise)  the value, a text; without one `otherwise`, else an error that says how to give it
(function (world) {
    "use strict";

    function getter(kind) {
        return function (name, otherwise) { return world.host(kind, name, arguments.length > 1, otherwise); };
    }

    world.define("$env", { get: getter("env") });
    world.define("$secrets", { get: getter("secret") });
})(__ringback);
