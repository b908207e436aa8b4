// `$.session`, `$.request` …: short for `$jsapi.context().session`, as the common library sets it (dsl.md 11).
//
// The library makes it with `__noSuchProperty__`, which the platform's older engine asks for members that an object does not have.
(function (world) {
    "use strict";

    var global = world.global;
    var current = asking({ __noSuchProperty__: function (name) { return global.$context === undefined ? undefined : global.$context[name]; } });

    function asking(object) {
        return new Proxy(object, {
            get: function (target, name) {
                return typeof name === "symbol" || name in target ? target[name] : target.__noSuchProperty__(name);
            }
        });
    }

    // A script may put anything else in its place.
    Object.defineProperty(global, "$", {
        get: function () { return current; },
        set: function (value) {
            current = world.isObject(value) && typeof value.__noSuchProperty__ === "function" ? asking(value) : value;
        },
        configurable: true
    });
})(__ringback);
