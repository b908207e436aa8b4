import CivilTime

/// Spans that come again: in each day, each week, each month or each year a few.
struct Cycle {
    private let kind: TimeExpression.Kind
    private let grain: Grain

    init(_ expression: TimeExpression) { (kind, grain) = (expression.kind, expression.grain) }

    /// The number of the day, week, month or year of that moment.
    func period(of moment: Int) -> Int {
        switch kind {
        case .clock, .daily: return Wall.day(of: moment)
        case .minute: return Wall.floorDivide(moment, 3600)
        case .weekday, .weekly: return Wall.floorDivide(moment + 3 * 86_400, 604_800)
        case .dayOfMonth:
            let date = CivilDay(number: Wall.day(of: moment)).date
            return date.year * 12 + date.month - 1
        default: return CivilDay(number: Wall.day(of: moment)).date.year
        }
    }

    func isOver(after period: Int) -> Bool {
        switch kind {
        case .year(let year): period > year
        case .feast(let feast): feast.isOver(after: period)
        default: false
        }
    }

    func isOver(before period: Int) -> Bool {
        switch kind {
        case .year(let year): period < year
        case .feast(let feast): feast.isOver(before: period)
        default: false
        }
    }

    /// Those that start in that period, in order.
    func spans(in period: Int) -> [Span] {
        switch kind {
        case .clock(let second, let isTwelveHours): clocks(second, isTwelveHours, on: period)
        case .minute(let minute): [piece(period * 3600 + minute * 60, .minute)]
        case .daily(let from, let to): [stretch(period * 86_400, from: from, to: to)]
        case .weekly(let from, let to): [stretch(period * 604_800 - 3 * 86_400, from: from, to: to)]
        case .weekday(let weekday): [piece((period * 7 - 3 + weekday - 1) * 86_400, .day)]
        case .dayOfMonth(let day): days(day, inMonth: period)
        case .month(let month): [piece(Wall.seconds(year: period, month: month, day: 1), .month)]
        case .quarter(let quarter): [piece(Wall.seconds(year: period, month: quarter * 3 - 2, day: 1), .quarter)]
        case .year(let year): period == year ? [piece(Wall.seconds(year: year, month: 1, day: 1), .year)] : []
        case .yearly(let from, let to): [season(from: from, to: to, in: period)]
        case .feast(let feast): feast.spans(in: period)
        default: []
        }
    }

    private func piece(_ start: Int, _ grain: Grain) -> Span {
        Span(start: start, end: Wall.add(1, grain, to: start), grain: grain)
    }

    private func clocks(_ second: Int, _ isTwelveHours: Bool, on day: Int) -> [Span] {
        let first = day * 86_400 + second
        guard isTwelveHours else { return [piece(first, grain)] }
        let half = 43_200
        return [piece(first - second / half * half, grain), piece(first - second / half * half + half, grain)]
    }

    private func stretch(_ midnight: Int, from: Int, to: Int) -> Span {
        Span(start: midnight + from * 60, end: midnight + to * 60, grain: grain, isInterval: true)
    }

    private func days(_ day: Int, inMonth month: Int) -> [Span] {
        let (year, month) = (Wall.floorDivide(month, 12), Wall.positive(month, 12) + 1)
        guard let day = CivilDay(year: year, month: month, day: day) else { return [] }
        return [piece(day.number * 86_400, .day)]
    }

    private func season(from: Int, to: Int, in year: Int) -> Span {
        let start = Wall.seconds(year: year, month: from / 100, day: from % 100)
        let end = Wall.seconds(year: to > from ? year : year + 1, month: to / 100, day: to % 100)
        return Span(start: start, end: end, grain: .day, isInterval: true)
    }
}
