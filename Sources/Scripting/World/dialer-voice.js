// $dialer: how the bot listens and speaks (dsl.md 5.5, 6.7, campaigns.md 11).
//
//   setNoInputTimeout(ms)     the silence after which speechNotRecognized comes, until the caller's next word; kept between 1000 and 20000
//                             (`NoInputTimeout`, uncertain), 5000 unless set. It has no effect with MRCP recognisers   ← dialer.noInputTimeout
//   bargeInResponse({ bargeIn, bargeInTrigger?, noInterruptTime? })   how the caller may break in on the answers of this turn; a script in
//                             `postProcess` says it for all. bargeIn: "disabled", "forced" (the bot stops at once) or "phrase" (behind the
//                             present answer); bargeInTrigger: "final" or "interim"; noInterruptTime: milliseconds, 0 or more.
//                             What else its argument has is ignored, with a note. It is kept as $response.bargeIn, which may be set by hand    ← bargeIn { bargin, bargin_trigger, no_interupt_time }
//   bargeInInterrupt(flag)    in the event bargeInIntent: true lets the caller break in; else what was said is answered behind the
//                             present answer                                               ← bargeInInterrupt.interrupt
//   getBargeInIntentStatus()  in the event bargeInIntent { text, resultType, bargeInIf?, bargeInTransition?, bargeInLabel? }, else {}
//                                                                                          → rawRequest.bargeInIntentStatus
//   isBargeInInterrupted()    flag: whether the caller has broken in on the last answer with what this turn answers
//   getBargeInTransition(), getBargeInLabel()   texts: `bargeInTransition` (as an absolute path) and `bargeInLabel` of that answer, or of the
//                             one that the event bargeInIntent asks about; else ""
//   getAsrConfig(), getTtsConfig()   objects: the settings of the provider of speech       → rawRequest.asrTtsProviderData.asr, .tts
//   setAsrConfig(object), setTtsConfig(object)   changes those that it names, for the rest of the call   ← asrConfig, ttsConfig
//   setAsrProperties(object)  properties of the recogniser
(function (world) {
    "use strict";

    var dialer = world.global.$dialer;

    function oneOf(value, words, what) {
        for (var index = 0; index < words.length; index++) if (words[index] === value) return value;
        return world.wrong(what + " is " + world.found(value) + "; it is \"" + words[0] + "\""
            + (words.length > 2 ? ", \"" + words[1] + "\"" : "") + " or \"" + words[words.length - 1] + "\".");
    }

    dialer.setNoInputTimeout = function (milliseconds) {
        world.host("setNoInputTimeout", world.takeNumber(milliseconds, "$dialer.setNoInputTimeout: the time", "7000 (milliseconds)"), world.replyCount());
    };

    // `bargeInTransition` and its like belong to one answer; they and what is misspelt are ignored, with a word.
    function noteOthers(given) {
        var names = world.keys(given);
        for (var index = 0; index < names.length; index++) {
            var name = names[index];
            if (name === "bargeIn" || name === "bargeInTrigger" || name === "noInterruptTime") continue;
            var isOfAnswer = name === "bargeInTransition" || name === "bargeInLabel" || name === "bargeInIf";
            world.host("note", "$dialer.bargeInResponse: " + (isOfAnswer
                ? "`" + name + "` belongs to an answer and is ignored here. Write `a: … || " + name + " = …`, or $reactions.answer({value: \"…\", " + name + ": \"…\"})."
                : "`" + world.slice(name, 0, 60) + "` is no setting and is ignored. The settings are bargeIn, bargeInTrigger and noInterruptTime."),
                world.replyCount());
        }
    }

    dialer.bargeInResponse = function (settings) {
        var name = "$dialer.bargeInResponse: ";
        var given = world.takeObject(settings, name + "its argument", "{ bargeIn: \"forced\", bargeInTrigger: \"final\", noInterruptTime: 0 }");
        var wish = { bargeIn: oneOf(given.bargeIn, ["disabled", "forced", "phrase"], name + "bargeIn") };
        if (given.bargeInTrigger !== undefined) wish.bargeInTrigger = oneOf(given.bargeInTrigger, ["final", "interim"], name + "bargeInTrigger");
        if (given.noInterruptTime !== undefined) {
            wish.noInterruptTime = world.takeNumber(given.noInterruptTime, name + "noInterruptTime", "1500 (milliseconds)");
            if (wish.noInterruptTime < 0) world.wrong(name + "noInterruptTime is " + wish.noInterruptTime + "; it is 0 or more milliseconds.");
        }
        noteOthers(given);
        if (!world.isObject(world.global.$response)) world.global.$response = {};
        world.global.$response.bargeIn = wish;
        world.direct("bargeInResponse", wish);
    };

    dialer.bargeInInterrupt = function (interrupts) {
        if (typeof interrupts !== "boolean") {
            world.wrong("$dialer.bargeInInterrupt: its argument is " + world.found(interrupts) + "; it is true (let the caller break in) or false.");
        }
        world.direct("bargeInInterrupt", { interrupt: interrupts });
    };

    dialer.getBargeInIntentStatus = function () { return world.eventData("bargeInIntent"); };
    dialer.isBargeInInterrupted = function () { return world.call().isInterrupted; };
    dialer.getBargeInTransition = function () { return world.call().bargeInTransition; };
    dialer.getBargeInLabel = function () { return world.call().bargeInLabel; };

    function changes(kind, member) {
        return function (settings) {
            var what = "$dialer." + member + ": its argument";
            world.takeObject(settings, what, "{ speed: 0.9 }");
            var changed = world.assign(world.parse(world.call()[kind]), world.takeData(settings, what));
            world.host("setVoice", kind, world.call()[kind] = world.stringify(changed));
            world.direct(member, changed);
        };
    }

    dialer.getAsrConfig = function () { return world.parse(world.call().asr); };
    dialer.setAsrConfig = changes("asr", "setAsrConfig");
    dialer.getTtsConfig = function () { return world.parse(world.call().tts); };
    dialer.setTtsConfig = changes("tts", "setTtsConfig");
    dialer.setAsrProperties = function (properties) {
        var what = "$dialer.setAsrProperties: its argument";
        world.direct("setAsrProperties", world.takeData(world.takeObject(properties, what, "{ max_alternatives: 1 }"), what));
    };
})(__ringback);
