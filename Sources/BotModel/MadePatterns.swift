/// Patterns that action tags need. A bot that declares them itself, or takes them from the standard library, keeps its own.
struct MadePatterns {
    /// What stands after `q:`.
    let query: String
    let name: String
    private let body: String

    static let number = MadePatterns(query: "* $Number *", name: "Number", body: numberBody)
    static let agree = MadePatterns(query: "$agree", name: "agree", body: "(\(agreeing)) *")
    static let disagree = MadePatterns(query: "$disagree", name: "disagree", body: "(\(disagreeing)) *")

    /// JavaScript that gives the number of the answer.
    static let numberValue = "Number(String($parseTree._Number).replace(\",\", \".\"))"

    /// Adds those that the made states name and nobody has declared.
    static func supply(_ patterns: inout PatternCollector, for made: [DeclaredState]) {
        let queries = Set(made.flatMap { $0.tag.tags.compactMap(\.value?.text) })
        for own in [number, agree, disagree] where queries.contains(own.query) {
            patterns.supply(own.name, own.body)
        }
    }

    /// Digits, and the plain words up to twenty.
    private static let numberBody: String = {
        let words = [english, russian].flatMap { words in
            words.split(separator: " ").enumerated().map { "\($1):\($0)" }
        }
        return "($regexp<[-+]?\\d+(?:[.,]\\d+)?>/" + words.joined(separator: "/") + ")"
    }()

    private static let english = """
        zero one two three four five six seven eight nine ten eleven \
        twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
        """

    private static let russian = """
        ноль один два три четыре пять шесть семь восемь девять десять \
        одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать
        """

    private static let agreeing = """
        yes/yeah/yep/yup/sure/ok/okay/correct/right/certainly/of course/agreed/да/ага/угу/конечно/верно/правильно/\
        хорошо/ладно/ок/окей/давай/согласен/согласна/подтверждаю
        """

    private static let disagreeing = """
        no/nope/nah/not/never/cancel/wrong/do not/нет/не/неа/никогда/отмена/неверно/неправильно
        """
}
