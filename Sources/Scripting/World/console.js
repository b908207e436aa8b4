// What the modern runtime has beside the language (dsl.md 5): console, global, queueMicrotask; and timers, which say why they are not there.
(function (world) {
    "use strict";

    // As `log`: texts as they are, anything else as JSON, with a blank between two.
    function print() {
        var line = "";
        for (var index = 0; index < arguments.length; index++) {
            line += (index ? " " : "") + (typeof arguments[index] === "string" ? arguments[index] : world.shown(arguments[index]));
        }
        world.host("log", line, world.replyCount());
    }

    // console.log, info, warn, error, debug: a line in the bot's log.
    world.define("console", { log: print, info: print, warn: print, error: print, debug: print });

    world.define("global", world.global);

    var resolved = Promise.resolve();
    var then = Function.prototype.call.bind(Promise.prototype.then);

    // queueMicrotask(job): runs it when the script is done, in the same turn.
    world.define("queueMicrotask", function (job) { then(resolved, function () { job(); }); });

    // A turn does not wait, so nothing can be called later in it.
    ["setTimeout", "setInterval", "setImmediate"].forEach(function (name) {
        world.define(name, function () {
            world.wrong(name + " is not there: a turn of the bot does not wait, so nothing can run later in it."
                + " To go on after a silence write the tag `timeout: /State || interval = \"10 seconds\"`.");
        });
    });
    ["clearTimeout", "clearInterval", "clearImmediate"].forEach(function (name) { world.define(name, function () {}); });
})(__ringback);
