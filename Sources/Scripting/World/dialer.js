// $dialer: the phone call: who is called, what comes of it, and when to call again (dsl.md 5.5, campaigns.md 11). How the bot listens and
// speaks is in `dialer-voice.js`. Outside of a phone call texts are "", objects {} and flags false. A setter leaves a directive of its own
// name. A wrong argument is an error that says what was found and what is wanted.
//
// Who is called (→ where it stands in $request.rawRequest; the other places are not public)
//   getCaller()            text: the other side's number                                   → caller
//   getTrunk()             text: the SIP trunk                                             → extension
//   getPayload()           object: what came with the number                               → originateData.payload
//   getSipHeaders()        object: SIP headers as { name: text }
//   isIncomingCall()       flag: whether the other side rang
//   getAbonentTimezone()   text: the callee's zone, "Europe/Moscow"
// The campaign
//   getCampaignToken()     text: what addresses the campaign
//   getCampaignSchedule()  { allowedDays?, allowedTime? } of the campaign                  → originateData.callScenarioData.schedule.campaignSchedule
//   getDialSchedule()      the same, given for this number only                            → …schedule.dialSchedule
//   getDialHistory()       { completedAttempts, availableAttempts } of the series, { …ToPhone } of the number, all numbers
//                                                                                          → …callScenarioData.callAttemptsHistory
//   getRetryIntervals()    { retryIntervalInMinutes?, campaignRetryIntervalInMinutes? }
//   getCallNotConnectedReason()  text: "BUSY" or "NO_ANSWER" in the event onCallNotConnected → data.resterisk.callNotConnectedData.reason
// What comes of the call
//   setCallResult(result, comment?)  a text, and any plain data; the last call wins        ← dialer.callResult, callResultPayload
//   setCallResultAccepted(comment?), setCallResultRejected(comment?)   "ACCEPTED", "REJECTED"
//   reportData(header, value, order = 0)  a column of the report: header of 255 characters at most; a value other than null, kept as a text
//                          of 30,000 characters at most; the order is a number             ← dialer.reportData[header]
//   addCallTag(tag)        a text
//   redial({ startDateTime, finishDateTime, allowedDays, allowedTime, maxAttempts, retryIntervalInMinutes, dialerPriority })
//                          a new series of calls; the first good one of a call counts. The dates are Dates or objects of moment.js. The rules
//                          and their errors: CampaignModel/RedialRequest
//   parseCallback(text, { businessHours: { localTimeFrom: "10:00", localTimeTo: "18:00" } }?)
//                          what a caller says of when to call back, as { startDateTime?, finishDateTime?, allowedDays?, allowedTime?,
//                          uncertain: ["half-of-day", "about", …], said: the pieces of the text that were used, readBack: the wish in words };
//                          of two readings ("at five") the one in businessHours is meant; without them the hours that are allowed for the
//                          number, else for its campaign, else 09:00 to 21:00.
//                          null when the text names no time. It may be given to redial as it is: the last three are not part of the request.
//                          The times of `past` are over, so nothing else is given. Entities/Callback has the rules
//   hangUp(note?)          ends the call behind what was said; a reply { type: "hangup" }
//   transferCall(number, headers?) or transferCall({ phoneNumber | sipUri, headers?, transferChannel?, timeout?, continueCall?,
//                          continueRecording?, method: "invite" | "refer" })  a reply { type: "switch" }; "refer" ignores the four before it
//   getTransferStatus()    { status: "SUCCESS" | "FAIL", hangup, number } in the event transfer, else {} → transferStatus
// The recording
//   getCallRecordingPath(), getCallRecordingFullUrl(), getAudioToken()   texts             → data.resterisk.callRecordingFile, callRecordsDownloadData
(function (world) {
    "use strict";

    var longestHeader = 255;
    var longestValue = 30000;

    function setCallResult(result, comment) {
        var given = comment === undefined ? undefined : world.takeData(comment, "$dialer.setCallResult: the comment");
        world.direct("setCallResult", { result: result, payload: given });
    }

    // A value of a report as its text.
    function cell(value) {
        if (value === undefined || value === null) {
            world.wrong("$dialer.reportData: the value is " + world.found(value) + "; give what shall stand in the column, or \"\" for nothing.");
        }
        var text = value;
        if (typeof value !== "string") text = world.takeData(value, "$dialer.reportData: the value");
        if (typeof text !== "string") text = world.stringify(text);
        return text.length > longestValue ? world.slice(text, 0, longestValue) : text;
    }

    function flag(value, what) {
        if (value === undefined || value === null) return undefined;
        if (typeof value === "boolean") return value;
        return world.wrong(what + " is " + world.found(value) + "; it is true or false.");
    }

    function transfer(wanted) {
        var name = "$dialer.transferCall: ";
        var reply = { type: "switch" };
        if (wanted.sipUri !== undefined) reply.sipUri = world.takeText(wanted.sipUri, name + "sipUri", "sip:101@example.com");
        else reply.phoneNumber = world.takeText(wanted.phoneNumber, name + "the phone number", "+16500000001");
        if (wanted.method !== undefined && wanted.method !== "invite" && wanted.method !== "refer") {
            world.wrong(name + "the method is " + world.found(wanted.method) + "; it is \"invite\" or \"refer\".");
        }
        if (wanted.method !== undefined) reply.method = wanted.method;
        if (wanted.method === "refer") return reply;
        if (wanted.headers !== undefined) {
            world.takeObject(wanted.headers, name + "headers", "{ \"X-Client\": \"42\" }");
            reply.headers = world.takeData(wanted.headers, name + "headers");
        }
        if (wanted.transferChannel !== undefined) reply.transferChannel = world.takeText(wanted.transferChannel, name + "transferChannel", "12345-trunk");
        if (wanted.timeout !== undefined) reply.timeout = world.takeNumber(wanted.timeout, name + "timeout", "30");
        reply.continueCall = flag(wanted.continueCall, name + "continueCall");
        reply.continueRecording = flag(wanted.continueRecording, name + "continueRecording");
        return reply;
    }

    // What goes wrong while an argument is read (it contains itself, a getter throws) with the name of the function.
    function named(fault) {
        var message = world.isObject(fault) ? fault.message : fault;
        if (typeof message !== "string") message = "it throws " + world.found(message);
        if (world.slice(message, 0, 15) === "$dialer.redial:") return fault;
        try { world.wrong("$dialer.redial: the argument cannot be read: " + message + ". Give an object of plain data and Date objects."); }
        catch (words) { return words; }
    }

    // What `parseCallback` adds to a request, for the bot and not for the campaign.
    var wordsOfWish = ["uncertain", "said", "readBack"];

    function withoutWords(request) {
        var plain = request;
        for (var index = 0; index < wordsOfWish.length; index++) {
            if (!world.has(request, wordsOfWish[index])) continue;
            if (plain === request) plain = world.assign({}, request);
            delete plain[wordsOfWish[index]];
        }
        return plain;
    }

    // The two ends of `businessHours`, or nothing.
    function hoursOf(options) {
        var name = "$dialer.parseCallback: ", example = "{ localTimeFrom: \"10:00\", localTimeTo: \"18:00\" }";
        if (options === undefined || options === null) return [];
        world.takeObject(options, name + "the second argument", "{ businessHours: " + example + " }");
        var names = world.keys(options);
        for (var index = 0; index < names.length; index++) {
            if (names[index] !== "businessHours") {
                world.wrong(name + "there is no option " + names[index] + "; there is businessHours: " + example + ".");
            }
        }
        if (options.businessHours === undefined || options.businessHours === null) return [];
        var hours = world.takeObject(options.businessHours, name + "businessHours", example);
        return [
            world.takeText(hours.localTimeFrom, name + "businessHours.localTimeFrom", "10:00"),
            world.takeText(hours.localTimeTo, name + "businessHours.localTimeTo", "18:00")
        ];
    }

    function parseCallback(text, options) {
        var said = world.takeText(text, "$dialer.parseCallback: the text", "in half an hour"), hours = hoursOf(options);
        var found = world.host("parseCallback", said, hours[0], hours[1]);
        if (found === null) return null;
        var wish = world.parse(found.policy);
        if (found.start !== undefined) wish.startDateTime = new DateKept(found.start);
        if (found.finish !== undefined) wish.finishDateTime = new DateKept(found.finish);
        wish.uncertain = found.uncertain;
        wish.said = found.said;
        wish.readBack = found.readBack;
        return wish;
    }

    // With Dates in place of objects of moment.js; the script's own object stays as it is.
    function withDates(given) {
        if (!world.isObject(given) || world.isArray(given)) return given;
        var request = withoutWords(given);
        var dated = request, fields = ["startDateTime", "finishDateTime"];
        for (var index = 0; index < fields.length; index++) {
            var time = world.momentOf(request[fields[index]]);
            if (time === undefined) continue;
            if (dated === request) dated = world.assign({}, request);
            dated[fields[index]] = new DateKept(time);
        }
        return dated;
    }

    var DateKept = Date;

    world.define("$dialer", {
        getCaller: function () { return world.call().caller; },
        getTrunk: function () { return world.call().trunk; },
        getPayload: function () { return world.parse(world.call().payload); },
        getSipHeaders: function () { return world.parse(world.call().headers); },
        isIncomingCall: function () { return world.call().isIncoming; },
        getAbonentTimezone: function () { return world.call().zone; },

        getCampaignToken: function () { return world.call().campaign; },
        getCampaignSchedule: function () { return world.parse(world.call().campaignSchedule); },
        getDialSchedule: function () { return world.parse(world.call().dialSchedule); },
        getDialHistory: function () { return world.parse(world.call().history); },
        getRetryIntervals: function () { return world.parse(world.call().intervals); },
        getCallNotConnectedReason: function () { return world.notConnectedReason(); },

        setCallResult: function (result, comment) {
            setCallResult(world.takeText(result, "$dialer.setCallResult: the result", "order taken"), comment);
        },
        setCallResultAccepted: function (comment) { setCallResult("ACCEPTED", comment); },
        setCallResultRejected: function (comment) { setCallResult("REJECTED", comment); },
        reportData: function (header, value, order) {
            var name = world.takeText(header, "$dialer.reportData: the header", "Rating");
            if (name.length > longestHeader) {
                world.wrong("$dialer.reportData: the header has " + name.length + " characters; a column's header has " + longestHeader + " at most.");
            }
            var place = order === undefined || order === null ? 0 : world.takeNumber(order, "$dialer.reportData: the order", "1");
            world.direct("reportData", { header: name, value: cell(value), order: place });
        },
        addCallTag: function (tag) { world.direct("addCallTag", { tag: world.takeText(tag, "$dialer.addCallTag: the tag", "callback") }); },
        redial: function (request) {
            try { world.host("redial", withDates(request), world.replyCount(), arguments.length); } catch (fault) { throw named(fault); }
        },
        parseCallback: parseCallback,
        hangUp: function (note) {
            var reply = { type: "hangup" };
            if (note !== undefined && note !== null && note !== "") reply.text = world.takeText(note, "$dialer.hangUp: the note", "(the bot hung up)");
            world.push(reply);
        },
        transferCall: function (target, headers) {
            world.push(transfer(world.isObject(target) ? target : { phoneNumber: target, headers: headers }));
        },
        getTransferStatus: function () { return world.eventData("transfer"); },

        getCallRecordingPath: function () { return world.call().recordingPath; },
        getCallRecordingFullUrl: function () { return world.call().recordingAddress; },
        getAudioToken: function () { return world.call().audioToken; }
    });
})(__ringback);
