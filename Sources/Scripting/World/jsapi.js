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
        // The zone's date and clock by a pattern of Java's SimpleDateFormat: dateForZone("Europe/Moscow", "dd.MM.yyyy HH:mm").
        dateForZone: function (zone, pattern) { return world.host("dateForZone", zone, pattern); },
        // The absolute path of a state, as seen from the one that runs.
        resolvePath: function (path) { return world.host("resolvePath", "" + path, world.turn.state); },
        version: function () { return world.host("version"); },
        // What was said in this session, oldest first; the request that is answered and the replies so far are in it.
        // chatHistory: a text, a line for each; chatHistoryJson: the same as JSON; chatHistoryInLlmFormat: [{ role, content }].
        chatHistory: function () {
            var lines = world.host("history"), text = "";
            for (var index = 0; index < lines.length; index++) {
                text += (index ? "\n" : "") + (lines[index].isBot ? "bot: " : "client: ") + lines[index].text;
            }
            return text;
        },
        chatHistoryJson: function () {
            return world.stringify(world.map(world.host("history"), function (line) {
                return { sender: line.isBot ? "bot" : "client", text: line.text };
            }));
        },
        chatHistoryInLlmFormat: function () {
            return world.map(world.host("history"), function (line) {
                return { role: line.isBot ? "assistant" : "user", content: line.text };
            });
        },
        // As the global function of that name.
        parseXml: function (text) { return world.host("xml", text); },
        // A new session from now on: the request and all its reactions belong to it. In a phone call not where `/start` is answered: the
        // call has just begun a session.
        startSession: function () {
            if (world.turn.startsCall) return;
            global.$session = world.openSession({});
            world.turn.wantedContext = undefined;
            world.wants("startsSession", true);
            world.host("beginSession");
        },
        // The session ends with this request: what comes next belongs to a new one.
        stopSession: function () { world.turn.endsSession = true; },
        // As `$reactions.newSession`.
        newSession: world.newSession,
        // The platform's own classifier; here nobody needs a token.
        cailaService: {
            getCurrentClassifierToken: function () {
                world.wrong("$jsapi.cailaService is the platform's own service, which this runtime does not have; $nlp and $caila know the bot's own data.");
            }
        },
        // Leaves the script; the remaining reactions of the state are skipped, replies stay.
        stopScript: function () {
            world.wants("stops", true);
            throw stopSignal;
        }
    });
})(__ringback);
