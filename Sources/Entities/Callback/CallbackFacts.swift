/// What the pieces of a phrase say of a call back, sorted by what they speak of. Moments are on the caller's wall, hours in minutes after midnight.
struct CallbackFacts {
    /// A moment, with its day and clock.
    struct Point: Hashable {
        var wall: Int
        /// Where the wall alone does not tell which moment is meant.
        var offset: Int?
        /// How long after it a call is still what was asked for, in seconds; 0: an exact time.
        var slack = 0
    }

    /// Whole days.
    var dates: [Range<Int>] = []
    var points: [Point] = []
    /// Stretches of hours on a day.
    var stretches: [Range<Int>] = []
    /// Clocks of any day.
    var clocks: [TimeExpression] = []
    /// Hours of every day.
    var hours: [Range<Int>] = []
    /// Open ends, which narrow all other hours: "in the evening, after seven".
    var bounds: [Range<Int>] = []
    /// Hours of the coming day that has them.
    var comingHours: [Range<Int>] = []
    /// Days of every week.
    var days: Set<Int>?
    /// From which day on, or until which.
    var from: Int?
    var until: Int?
    var isSoon = false
    var isAnyTime = false
    var isOver = false

    var refusedDays: Set<Int> = []
    var refusedDates: [Range<Int>] = []
    var refusedHours: [Range<Int>] = []
    /// Hours of one day of the week.
    var refusedParts: [(day: Int, hours: Range<Int>)] = []

    var doubts: Set<CallbackDoubt> = []

    var isEmpty: Bool {
        !namesTime && !isSoon && !isAnyTime && !isOver && refusedDays.isEmpty && refusedDates.isEmpty
            && refusedHours.isEmpty && refusedParts.isEmpty
    }

    var namesDay: Bool { !dates.isEmpty || !points.isEmpty || !stretches.isEmpty || days != nil }
    var namesHours: Bool {
        !points.isEmpty || !stretches.isEmpty || !clocks.isEmpty || !hours.isEmpty || !comingHours.isEmpty
            || !bounds.isEmpty
    }
    var namesTime: Bool { namesDay || namesHours || from != nil || until != nil }

    /// Forgets what a later piece speaks of again: "on Monday, no, on Tuesday".
    mutating func withdraw(_ later: CallbackFacts) {
        if later.namesDay || later.from != nil || later.until != nil {
            (dates, days, from, until) = ([], nil, nil, nil)
            if later.namesHours {
                (points, stretches) = ([], [])
            } else if !points.isEmpty || !stretches.isEmpty {
                // The clock that was told before goes on to hold.
                hours += stretches.map { Self.minutes($0) }
                clocks += points.map {
                    TimeExpression(.clock(second: Wall.positive($0.wall, 86_400), isTwelveHours: false), .minute)
                }
                (points, stretches) = ([], [])
            }
        }
        if later.namesHours {
            dates += points.map { Self.day($0.wall) } + stretches.map { Self.day($0.lowerBound) }
            (points, stretches, clocks, hours, comingHours, bounds) = ([], [], [], [], [], [])
            if later.namesDay { dates = [] }
        }
    }

    /// Holds the open ends against the hours; alone they are hours themselves.
    mutating func narrow() {
        guard let first = bounds.first else { return }
        let common = bounds.dropFirst().reduce(first) { $0.clamped(to: $1) }
        let open = common.isEmpty ? bounds : [common]
        bounds = []
        if hours.isEmpty, comingHours.isEmpty, stretches.isEmpty { return hours = open }
        func narrowed(_ range: Range<Int>, from midnight: Int, unit: Int) -> [Range<Int>] {
            open.map { range.clamped(to: midnight + $0.lowerBound * unit..<midnight + $0.upperBound * unit) }
                .filter { !$0.isEmpty }
        }
        let left = (
            hours.flatMap { narrowed($0, from: 0, unit: 1) }, comingHours.flatMap { narrowed($0, from: 0, unit: 1) },
            stretches.flatMap { narrowed($0, from: Wall.floor($0.lowerBound, to: .day), unit: 60) }
        )
        if left.0.isEmpty, left.1.isEmpty, left.2.isEmpty { return hours += open }
        (hours, comingHours, stretches) = left
    }

    static func day(_ wall: Int) -> Range<Int> {
        let midnight = Wall.floor(wall, to: .day)
        return midnight..<midnight + 86_400
    }

    static func minutes(_ stretch: Range<Int>) -> Range<Int> {
        let midnight = Wall.floor(stretch.lowerBound, to: .day)
        return (stretch.lowerBound - midnight) / 60..<(stretch.upperBound - midnight) / 60
    }
}
