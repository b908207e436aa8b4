// Services of the platform that this version does not have, and libraries that this machine has not: while a bot is loaded a stand-in takes every call and member, so that the
// rest of the file is loaded, too; in a turn it says that the service is missing.
(function (world) {
    "use strict";

    var stands = {};

    function standIn(message) {
        function answer() {
            if (world.turn === null) return stand;
            world.wrong(message);
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

    // - services: [{ name, message: what a script is told that uses it in a turn }]
    world.doors.stand = function (services) {
        services.forEach(function (service) { world.define(service.name, stands[service.name] = standIn(service.message)); });
    };

    // What stands for a package of node_modules that a module imports.
    world.doors.standForPackage = standIn;

    world.doors.missing = function () {
        var names = Object.keys(stands).filter(function (name) { return world.global[name] === stands[name]; });
        return names;
    };

    world.doors.existing = function (names) { return names.filter(function (name) { return name in world.global; }); };
})(__ringback);
