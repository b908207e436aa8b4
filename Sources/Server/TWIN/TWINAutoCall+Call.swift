import CampaignModel

/// What the engine keeps for the line that makes the calls: it is looked at, so that a wrong request is told at once.
extension AutoCallReader {
    mutating func checkCall(_ fields: Fields) {
        let second = fields.required("secondExec", &findings)?.word(["end", "ignore", "ch"], &findings)
        if second == "ch" { _ = fields.required("secondExecData", &findings)?.text(&findings) }
        let caller = fields.required("cidType", &findings)?.word(["default", "gornum", "pool"], &findings)
        if caller == "gornum" || caller == "pool" { _ = fields.required("cidData", &findings)?.text(&findings) }
        for name in ["checkPhone", "sendReportAfterFinish"] { _ = fields[name]?.boolean(&findings) }
        for name in ["taskComment", "scheduleId"] { checkText(fields, name) }
        if let schedule = fields["scheduleId"] {
            findings.warn(
                schedule.pointer, "There are no schedules here, so scheduleId limits no calls; give hours by useTr.")
        }
        for hook in fields["webhookUrls"]?.elements(&findings) ?? [] { check(hook: hook) }
    }

    /// Empty texts are no faults where nobody needs the field.
    private mutating func checkText(_ fields: Fields, _ name: String) {
        guard let place = fields[name], place.value != .string("") else { return }
        _ = place.text(&findings)
    }

    /// Older clients send plain addresses, for all events.
    private mutating func check(hook: Place) {
        if case .string = hook.value {
            _ = hook.text(&findings)
        } else {
            _ = hook.fields(&findings)?.required("url", &findings)?.text(&findings)
        }
    }

    private static let options = [
        "fullListMethod", "fullListTime", "useTr", "allowCallTimeFrom", "allowCallTimeTo", "recordCall", "recTrimLeft",
        "detectRobot", "detectRobotMode", "detectRobotGreeting", "providerId",
    ]

    mutating func readOptions(_ fields: Fields) {
        guard let place = fields.required("additionalOptions", &findings), let options = place.fields(&findings)
        else { return }
        options.warnOfOthers(than: Self.options, which: "has no effect", &findings)
        _ = options.required("fullListMethod", &findings)?.word(["reject"], &findings)
        _ = options.required("fullListTime", &findings)?.whole(0...86_400, &findings)
        readHours(options)
        checkRecording(options)
        checkDetection(options)
        let hours = draft.defaultPolicy.allowedTime == nil ? [] : ["useTr", "allowCallTimeFrom", "allowCallTimeTo"]
        draft.kept.append(.init("additionalOptions", .object(options.members.without(hours))))
    }

    private mutating func checkRecording(_ options: Fields) {
        guard options.required("recordCall", &findings)?.boolean(&findings) == true,
            let trim = options.required("recTrimLeft", &findings), trim.value != .boolean(false)
        else { return }
        _ = trim.whole(0...86_400, &findings)
    }

    private mutating func checkDetection(_ options: Fields) {
        guard options["detectRobot"]?.boolean(&findings) == true else { return }
        let mode = options.required("detectRobotMode", &findings)?.word(["back", "block"], &findings)
        if mode == "block" { _ = options.required("detectRobotGreeting", &findings)?.text(&findings) }
    }
}
