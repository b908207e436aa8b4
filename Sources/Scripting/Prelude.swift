/// The JavaScript that makes the world scripts see; loaded once into each slot, before the bot's own code.
///
/// Everything with an effect goes through `__host(name, …)` to `HostCalls`; the rest is plain data of the turn.
enum Prelude {
    /// Frames of this file are left out of the stacks that authors read.
    static let fileName = "ringback:prelude"

    static let text = #"""
        (function (global) {
            "use strict";
            var host = global.__host;
            var evaluate = global.eval;
            var stopSignal = { name: "stopScript" };
            var turn = null;

            function define(name, value) {
                Object.defineProperty(global, name, { value: value, writable: true, configurable: true, enumerable: true });
            }

            function replyCount() {
                return global.$response && Array.isArray(global.$response.replies) ? global.$response.replies.length : 0;
            }

            function push(reply) {
                var response = global.$response;
                if (!Array.isArray(response.replies)) response.replies = [];
                if (reply.state === undefined) reply.state = turn.state;
                response.replies.push(reply);
                host("said", JSON.stringify(reply));
            }

            // The language's own rules for `{{ }}` are the host's: it answers literal texts and expressions in turn.
            function expand(text) {
                text = String(text);
                if (text.indexOf("{{") < 0) return text;
                return host("cutTemplate", text).map(function (part) {
                    if (!part.isExpression) return part.text;
                    return /^\s*$/.test(part.text) ? "" : String(evaluate("(" + part.text + "\n)"));
                }).join("");
            }

            // MARK: the parse tree

            function node(raw) {
                var result = { tag: raw.tag, pattern: raw.pattern, text: raw.text, words: raw.words };
                if (raw.value !== undefined) result.value = raw.value;
                raw.children.forEach(function (child) {
                    var name = child.tag;
                    (result[name] = Array.isArray(result[name]) ? result[name] : []).push(node(child));
                });
                if (raw.converter !== undefined) {
                    var converter = evaluate("(" + raw.converter + "\n)");
                    var value = converter(result);
                    if (value !== undefined) result.value = value;
                }
                return result;
            }

            var ownKeys = { tag: 1, pattern: 1, text: 1, words: 1, value: 1, startPos: 1, endPos: 1 };

            // The first node of each name, nearest first, is also reachable as `_Name` from the root.
            function addShortcuts(root) {
                var level = [root];
                while (level.length) {
                    var next = [];
                    level.forEach(function (current) {
                        Object.keys(current).forEach(function (name) {
                            if (ownKeys[name] || name[0] === "_" || !Array.isArray(current[name])) return;
                            var first = current[name][0];
                            if (!(("_" + name) in root)) {
                                root["_" + name] = first.value !== undefined ? first.value : first.text;
                            }
                            next = next.concat(current[name]);
                        });
                    });
                    level = next;
                }
                if (root.value !== undefined) root._Root = root.value;
                return root;
            }

            // MARK: handlers, and services that are not there yet

            // What `bind` was given, in order; nothing calls these yet.
            var handlers = [];

            function bind(type, handler, path, name) {
                var given = type !== null && typeof type === "object"
                    ? type : { type: type, handler: handler, path: path, name: name };
                handlers.push({
                    type: String(given.type), handler: given.handler, name: given.name,
                    path: given.path === undefined ? "/" : String(given.path)
                });
            }

            var stands = {};

            // Stands for a service while a bot is loaded: takes every call and member, so that the rest of the file is
            // loaded, too. In a turn it says that the service is missing.
            function standIn(name) {
                function answer() {
                    if (turn === null) return stand;
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

            // MARK: what scripts see

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
                    get: function () { return turn.state; }, set: function () {}, enumerable: true
                });
                Object.defineProperty(context, "contextPath", {
                    get: function () { return turn.context; }, set: function () {}, enumerable: true
                });
                if (turn.isTest) context.testContext = {};
                return context;
            }

            define("log", function (value) {
                var text = typeof value === "string" ? value : JSON.stringify(value);
                host("log", String(text), replyCount());
            });
            define("capitalize", function (text) {
                text = String(text);
                return text.charAt(0).toUpperCase() + text.slice(1);
            });
            define("toPrettyString", function (value) { return JSON.stringify(value, null, 2); });

            define("bind", bind);

            define("$reactions", {
                answer: function (answer) {
                    var given = answer !== null && typeof answer === "object" ? answer : { value: answer };
                    var reply = { type: "text", text: expand(given.value) };
                    Object.keys(given).forEach(function (name) { if (name !== "value") reply[name] = given[name]; });
                    if (reply.text !== "") push(reply);
                },
                transition: function (target) {
                    var given = target !== null && typeof target === "object" ? target : { value: target };
                    turn.transition = { path: expand(given.value), deferred: given.deferred === true };
                },
                image: function (image) { push(Object.assign({ type: "image" }, typeof image === "string" ? { imageUrl: image } : image)); },
                audio: function (audio) { push(Object.assign({ type: "audio" }, typeof audio === "string" ? { audioUrl: audio } : audio)); },
                buttons: function (buttons) {
                    var list = (Array.isArray(buttons) ? buttons : [buttons]).map(function (button) {
                        return typeof button === "string" ? { text: button } : button;
                    });
                    push({ type: "buttons", buttons: list });
                },
                random: function (bound) { return host("random", bound); },
                template: function (text) { return expand(text); }
            });

            define("$jsapi", {
                bind: bind,
                context: function () { return global.$context; },
                currentTime: function () { return Date.now(); },
                timeForZone: function (zone) { return host("timeForZone", zone); },
                random: function (bound) { return host("random", bound); },
                log: function (value) { global.log(value); },
                startSession: function () {
                    global.$session = {};
                    turn.startsSession = true;
                },
                stopScript: function () {
                    turn.stops = true;
                    throw stopSignal;
                }
            });

            define("$dialer", {
                redial: function (request) { host("redial", request, replyCount(), arguments.length); },
                hangUp: function (note) {
                    push(note === undefined ? { type: "hangup" } : { type: "hangup", text: String(note) });
                },
                getCaller: function () { return turn.caller; },
                getPayload: function () { return JSON.parse(turn.payload); },
                setCallResult: function (result, payload) {
                    host("directive", "setCallResult", replyCount(), JSON.stringify({ result: result, payload: payload }));
                },
                reportData: function (header, value, order) {
                    var report = { header: header, value: value, order: order === undefined ? 0 : order };
                    host("directive", "reportData", replyCount(), JSON.stringify(report));
                },
                setNoInputTimeout: function (milliseconds) {
                    var arguments_ = JSON.stringify({ milliseconds: Math.min(Math.max(Number(milliseconds), 1000), 20000) });
                    host("directive", "setNoInputTimeout", replyCount(), arguments_);
                }
            });

            define("$global", global);
            define("$injector", {});

            // MARK: what the host calls

            var doors = {
                stand: function (names) {
                    names.forEach(function (name) { define(name, stands[name] = standIn(name)); });
                },
                missing: function () {
                    var names = Object.keys(stands).filter(function (name) { return global[name] === stands[name]; });
                    return handlers.length ? names.concat("bind") : names;
                },
                existing: function (names) { return names.filter(function (name) { return name in global; }); },
                load: function (injector, data) {
                    global.$injector = JSON.parse(injector);
                    Object.keys(data).forEach(function (name) { global[name] = JSON.parse(data[name]); });
                },
                begin: function (input) {
                    turn = input;
                    global.$session = JSON.parse(input.session);
                    global.$client = JSON.parse(input.client);
                    global.$temp = {};
                    global.$response = { replies: [] };
                    global.$parseTree = {};
                    global.$request = input.request;
                    if (input.eventData !== undefined) global.$request.data.eventData = JSON.parse(input.eventData);
                    global.$request.rawRequest = { caller: input.caller, originateData: { payload: JSON.parse(input.payload) } };
                    global.$context = makeContext();
                },
                take: function (raw) { global.$parseTree = addShortcuts(node(raw)); },
                recognise: function (intent) {
                    turn.intent = intent;
                    global.$context.intent = intent;
                },
                setArguments: function (args) {
                    var request = global.$request;
                    if (request.data === null || typeof request.data !== "object") request.data = {};
                    request.data.args = args;
                },
                enter: function (state, context) {
                    turn.state = state;
                    turn.context = context;
                },
                reply: function (reply) { push(reply); },
                // `undefined` in the usual case, that nothing is wanted.
                wish: function () {
                    if (!turn.transition && !turn.stops && !turn.startsSession) return undefined;
                    var wish = { transition: turn.transition, stops: turn.stops === true, startsSession: turn.startsSession === true };
                    turn.transition = undefined;
                    turn.stops = turn.startsSession = false;
                    return wish;
                },
                end: function () {
                    var replies = (global.$response && global.$response.replies) || [];
                    return {
                        session: JSON.stringify(global.$session === undefined ? {} : global.$session),
                        client: JSON.stringify(global.$client === undefined ? {} : global.$client),
                        replies: replies.map(function (reply) {
                            var type = String(reply.type);
                            var text = type === "text" ? String(reply.text) : undefined;
                            return { type: type, text: text, state: String(reply.state), json: JSON.stringify(reply) };
                        })
                    };
                }
            };
            Object.defineProperty(global, "__ringback", { value: Object.freeze(doors), enumerable: false });
        })(globalThis);
        """#
}
