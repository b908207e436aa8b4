// Services of the platform that this version does not have: while a bot is loaded a stand-in takes every call and member, so that the
// rest of the file is loaded, too; in a turn it says that the service is missing.
(function (world) {
    "use strict";

    var stands = {};

    function standIn(name) {
        function answer() {
            if (world.turn === null) return stand;
            throw new Error(name + " is not part of this version of Ringback");
        }
        var stand = new Proxy(function () {}, {
            get: function (target, key) {
                if (key === Symbol.toPrimitive) return function () { return answer() && ""; };
                return typeof key === "symbol" ? undefined : answer();
            },
            set: function () { return true; },
            apply: answer,
            construct: answer
        });
        return stand;
    }

    world.doors.stand = function (names) {
        names.forEach(function (name) { world.define(name, stands[name] = standIn(name)); });
    };

    world.doors.missing = function () {
        var names = Object.keys(stands).filter(function (name) { return world.global[name] === stands[name]; });
        return world.handlers.length ? names.concat("bind") : names;
    };

    world.doors.existing = function (names) { return names.filter(function (name) { return name in world.global; }); };
})(__ringback);
