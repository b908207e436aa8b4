import CampaignModel
import CivilTime

/// What can be wrong with a line of a `.talk` file.
struct TalkMistake: Error {
    var code: String
    var message: String
    var hint: String?
    /// The guilty part of the line, when it is not all of it.
    var part: Substring?

    private init(_ code: String, _ message: String, _ hint: String? = nil, part: Substring? = nil) {
        self.code = "talk/" + code
        self.message = message
        self.hint = hint
        self.part = part
    }

    private static func quoted(_ text: some StringProtocol) -> String {
        text.count <= 60 ? "`\(text)`" : "`\(text.prefix(60))…`"
    }

    private static func nearest(_ word: some StringProtocol, among names: [String]) -> String? {
        nearestName(to: String(word), among: names).map { "Did you mean `\($0)`? " }
    }
}

// MARK: - Cases and lines

extension TalkMistake {
    private static let kinds =
        "A line begins with `# ` (a case), `>` (the caller), `<` (the bot), `=`, `!`, `@` or `//`, or is a head (at, zone, number, payload, random)."

    static func beforeFirstCase(_ line: TalkLine) -> Self {
        Self(
            "before-first-case", "\(quoted(line.text.trimmed)) stands before the first case.",
            "Put a line such as `# asks for a callback` above it.")
    }

    static let namelessCase = Self(
        "no-name", "This case has no name.", "Write what it shows after `# `: `# asks for a callback`.")

    static func emptyCase(_ name: String) -> Self {
        Self(
            "empty-case", "The case \(quoted(name)) has no step, so it shows nothing.",
            "Add what the caller says (`> …`) and what the bot answers (`< …`), or remove it.")
    }

    static func strayContinuation(_ line: TalkLine) -> Self {
        Self(
            "stray-continuation", "This line is indented, but there is nothing above it that it could go on with.",
            "Only a `>` or `<` line goes on in an indented line right below it; remove the indentation.")
    }

    static func unknownLine(_ content: String) -> Self {
        let word = content.prefix { !$0.isWhitespace }
        if content.hasPrefix("#") {
            return Self(
                "unknown-line", "\(quoted(word)) is no line of a talk.",
                "A case begins with `# `, with a blank: `# \(content.dropFirst().trimmed)`.")
        }
        let guess = nearest(word, among: TalkReading.heads)
        return Self("unknown-line", "\(quoted(content)) is no line of a talk.", (guess ?? "") + kinds)
    }

    static func badState(_ written: String) -> Self {
        let hint =
            written.isEmpty
            ? "Write the path of a state: `= /Start`." : "Write the path from the root: `= /\(written)`."
        return Self("bad-state", "\(quoted(written)) is no path of a state.", hint)
    }
}

// MARK: - Heads

extension TalkMistake {
    static func lateHead(_ word: String) -> Self {
        Self(
            "late-head", "`\(word)` comes after the first step.",
            "Move it up, right below the line with the name of the case.")
    }

    static func repeatedHead(_ word: String) -> Self {
        Self("repeated-head", "`\(word)` stands in this case already.", "Keep one of the two lines.")
    }

    static func emptyHead(_ word: String) -> Self {
        let examples = [
            "at": "at 2026-11-23T12:00:00+03:00", "zone": "zone Europe/Moscow", "number": "number +16500000000",
            "payload": "payload {\"name\": \"Ann\"}", "random": "random 2,0,1",
        ]
        return Self("empty-head", "`\(word)` has no value.", examples[word].map { "For example: `\($0)`." })
    }

    static func badMoment(_ text: String) -> Self {
        Self(
            "bad-moment", "\(quoted(text)) is no moment.",
            "Write a date and a time, with an offset or on the wall of `zone`: `at 2026-11-23T12:00:00+03:00`.")
    }

    static func badZone(_ error: ZoneError) -> Self { Self("bad-zone", error.message, error.hint) }

    static func badPayload(_ text: String) -> Self {
        Self("bad-payload", "\(quoted(text)) is no JSON object.", "For example: `payload {\"name\": \"Ann\"}`.")
    }

    static func badRandom(_ text: String) -> Self {
        Self("bad-random", "\(quoted(text)) is no list of whole numbers.", "Put commas between them: `random 2,0,1`.")
    }
}

// MARK: - Acts

extension TalkMistake {
    static func unknownAct(_ word: String) -> Self {
        let guess = nearest(word, among: ActLine.names) ?? ""
        return Self(
            "unknown-act", "\(quoted(word)) is nothing a caller can do.",
            guess + "There are `@event NAME`, `@silence`, `@dtmf 123`, `@interrupt words`, `@wait 30s` and `@skip 30s`."
        )
    }

    static let wordlessInterruption = Self(
        "bad-interrupt", "`@interrupt` has no words.", "For example: `@interrupt not now`.")

    static let namelessEvent = Self("bad-event", "`@event` has no name.", "For example: `@event hangup`.")

    static func badEventData(_ data: String) -> Self {
        Self(
            "bad-event", "\(quoted(data)) after the name of the event is no JSON.",
            "For example: `@event fileEvent [{\"type\": \"file\"}]`.")
    }

    static func badKeys(_ keys: String) -> Self {
        Self(
            "bad-keys", keys.isEmpty ? "`@dtmf` has no keys." : "\(quoted(keys)) are no keys of a telephone.",
            "Keys are 0-9, `*` and `#`: `@dtmf 123`.")
    }

    static func badWait(_ length: String, of word: String) -> Self {
        Self(
            "bad-wait", length.isEmpty ? "`\(word)` has no length." : "\(quoted(length)) is no length of time.",
            "Write `\(word) 30s`, `\(word) 2m` or `\(word) 1h30m`.")
    }

    static func longWait(_ length: String, of word: String) -> Self {
        Self(
            "bad-wait", "\(quoted(length)) is longer than 400 days, beyond which nothing is planned.",
            "Write a shorter time: `\(word) 2h`, `\(word) 7d`.")
    }

    static func silenceWithValue(_ rest: String) -> Self {
        Self(
            "bad-silence", "`@silence` is five seconds long; \(quoted(rest)) has no meaning here.",
            "Write `@silence`, or `@wait 30s` for another length.")
    }
}

// MARK: - Directives

extension TalkMistake {
    private static let directives = "There are `! redial …`, `! hangUp`, `! none` and `! error CODE`."

    static let emptyDirective = Self("unknown-directive", "`!` names no directive.", directives)

    static func unknownDirective(_ name: Substring) -> Self {
        let guess = nearest(name, among: DirectiveLine.names) ?? ""
        return Self(
            "unknown-directive", "\(quoted(name)) is no directive that can be expected.", guess + directives, part: name
        )
    }

    static func extraWord(_ word: Substring, after name: String) -> Self {
        Self("extra-word", "\(quoted(word)) has no meaning after `! \(name)`.", "Remove it.", part: word)
    }

    static func unknownRedialField(_ word: Substring) -> Self {
        let names = ["start", "finish", "attempts", "every", "days", "time", "priority"]
        let guess = nearest(word, among: names) ?? ""
        return Self(
            "bad-redial", "\(quoted(word)) is no field of `! redial`.",
            guess
                + "Fields: `start +60m`, `finish +75m`, `attempts 2`, `every 5m`, `days mon,wed`, `time mon 10:00-11:30`, `priority 2`; or `! redial refused`.",
            part: word)
    }

    static func missingValue(_ field: Substring) -> Self {
        Self(
            "bad-redial", "`\(field)` has no value.", "A value follows each field: `! redial start +60m attempts 2`.",
            part: field)
    }

    static func badRedialMoment(_ value: Substring, field: Substring) -> Self {
        Self(
            "bad-redial", "\(quoted(value)) is no moment for `\(field)`.",
            "Write it from the turn on (`+60m`, `+1h30m`), as a time of day (`10:30`), or in full (`2026-11-23T10:00:00Z`).",
            part: value)
    }

    static func badRedialNumber(_ value: Substring, field: Substring) -> Self {
        Self("bad-redial", "\(quoted(value)) is no number for `\(field)`.", "For example: `\(field) 2`.", part: value)
    }

    static func badInterval(_ value: Substring) -> Self {
        Self("bad-redial", "\(quoted(value)) is no interval of whole minutes.", "For example: `every 5m`.", part: value)
    }

    static func badDay(_ value: Substring) -> Self {
        Self(
            "bad-redial", "\(quoted(value)) is no day of the week.",
            "Days are mon, tue, wed, thu, fri, sat, sun, with commas between them.", part: value)
    }

    static func badTimes(_ value: Substring) -> Self {
        Self(
            "bad-redial", "\(quoted(value)) is no time of day from-to.",
            "For example: `time mon 10:00-11:30,14:00-18:00`.", part: value)
    }
}
