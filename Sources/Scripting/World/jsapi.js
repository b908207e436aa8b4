// $jsapi: the session, the clock, the script itself (dsl.md 5.3).
(function (world) {
    "use strict";

    var global = world.global;
    var stopSignal = { name: "stopScript" };

    world.define("$jsapi", {
        bind: world.bind,
        context: function () { return global.$context; },
        // Milliseconds since 1970, UTC.
        currentTime: function () { return Date.now(); },
        // Milliseconds of the zone's wall clock, as if it were UTC.
        timeForZone: function (zone) { return world.host("timeForZone", zone); },
        // A whole number of 0 … bound - 1.
        random: function (bound) { return world.host("random", bound); },
        log: function (value) { global.log(value); },
        // As the global function of that name.
        parseXml: function (text) { return world.host("xml", text); },
        // A new session from now on: the request and all its reactions belong to it.
        startSession: function () {
            global.$session = {};
            world.turn.startsSession = true;
        },
        // Leaves the script; the remaining reactions of the state are skipped, replies stay.
        stopScript: function () {
            world.turn.stops = true;
            throw stopSignal;
        }
    });
})(__ringback);
