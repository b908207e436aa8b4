// What scripts see of the phone's side of a request (dsl.md 5.5, campaigns.md 11).
//
// world.call()           what Swift knows of the call: asked for once a turn, and only by scripts that want it (`HostCalls+Phone`)
// world.eventData(name)  the data of the event that the turn answers, if it is the one of that name; else {}
// world.addWire(request) gives $request its two wire objects; each is made when it is first read
//
// $request.rawRequest
//   caller, extension                             the other side's number; the SIP trunk
//   originateData.payload                         what came with the number
//   originateData.callScenarioData.schedule       { campaignSchedule, dialSchedule }
//   originateData.callScenarioData.callAttemptsHistory
//   asrTtsProviderData                            { asr, tts }
//   eventData                                     the data of an event
//   transferStatus                                in the event `transfer`: { status, hangup, number }
//   bargeInIntentStatus                           in the event `bargeInIntent`: { barginTrans: { trans }, recognitionResult: { text, resultType } }
// $request.data.resterisk
//   callRecordingFile, callRecordsDownloadData    { downloadUrl, audioToken: { token } }
//   callNotConnectedData.reason                   in the events `onCallNotConnected` and `onCallNotConnectedTechnical`
(function (world) {
    "use strict";

    world.call = function () {
        var turn = world.turn;
        if (turn === null) return world.host("call");
        if (turn.call === undefined) turn.call = retold(world.host("call"));
        return turn.call;
    };

    // What a test gives as the raw request is what the call knows.
    function retold(call) {
        if (call.rawRequest === undefined) return call;
        var raw = world.parse(call.rawRequest);
        var scenario = member(member(raw, "originateData"), "callScenarioData");
        var schedule = member(scenario, "schedule");
        if (raw.caller !== undefined && raw.caller !== null) call.caller = "" + raw.caller;
        if (raw.extension !== undefined && raw.extension !== null) call.trunk = "" + raw.extension;
        retell(call, "payload", member(raw, "originateData"), "payload");
        retell(call, "campaignSchedule", schedule, "campaignSchedule");
        retell(call, "dialSchedule", schedule, "dialSchedule");
        retell(call, "history", scenario, "callAttemptsHistory");
        retell(call, "asr", member(raw, "asrTtsProviderData"), "asr");
        retell(call, "tts", member(raw, "asrTtsProviderData"), "tts");
        if (call.event === "transfer") retell(call, "eventData", raw, "transferStatus");
        return call;
    }

    function member(owner, name) { return world.isObject(owner) ? owner[name] : undefined; }

    function retell(call, name, owner, given) {
        var value = member(owner, given);
        if (world.isObject(value)) call[name] = world.stringify(value);
    }

    world.eventData = function (name) {
        var call = world.call();
        var data = call.event === name && call.eventData !== undefined ? world.parse(call.eventData) : undefined;
        return world.isObject(data) ? data : {};
    };

    // Why nobody picked up; "" in any other turn.
    world.notConnectedReason = function () {
        var reason = world.eventData("onCallNotConnected").reason;
        if (reason === undefined) reason = world.eventData("onCallNotConnectedTechnical").reason;
        return typeof reason === "string" ? reason : "";
    };

    function rawRequest() {
        var call = world.call();
        var raw = {
            caller: call.caller, extension: call.trunk,
            originateData: {
                payload: world.parse(call.payload),
                callScenarioData: {
                    schedule: { campaignSchedule: world.parse(call.campaignSchedule), dialSchedule: world.parse(call.dialSchedule) },
                    callAttemptsHistory: world.parse(call.history)
                }
            },
            asrTtsProviderData: { asr: world.parse(call.asr), tts: world.parse(call.tts) }
        };
        if (call.eventData !== undefined) raw.eventData = world.parse(call.eventData);
        if (call.event === "transfer") raw.transferStatus = world.eventData("transfer");
        if (call.event === "bargeInIntent") raw.bargeInIntentStatus = intent(world.eventData("bargeInIntent"));
        if (call.rawRequest !== undefined) world.assign(raw, world.parse(call.rawRequest));
        return raw;
    }

    function intent(status) {
        return {
            barginTrans: { trans: status.bargeInTransition },
            recognitionResult: { text: status.text, resultType: status.resultType }
        };
    }

    function resterisk() {
        var call = world.call();
        var data = {
            callRecordingFile: call.recordingPath,
            callRecordsDownloadData: { downloadUrl: call.recordingAddress, audioToken: { token: call.audioToken } }
        };
        var reason = world.notConnectedReason();
        if (reason !== "") data.callNotConnectedData = { reason: reason };
        return data;
    }

    world.addWire = function (request) {
        world.onDemand(request, "rawRequest", rawRequest);
        world.onDemand(request.data, "resterisk", resterisk);
    };
})(__ringback);
