/// Finds the lines of JavaScript that begin or end inside a string: template literals, and strings whose line ends with
/// a backslash. Their blanks are part of what the script says.
///
/// A slash can begin a regular expression or divide; where that is in doubt and a quote follows, every line counts as
/// part of a string, so that nothing of the block moves.
struct StringsOverLines {
    private var starts: Set<Int> = []
    private var ends: Set<Int> = []
    private var isInDoubt = false

    init(_ code: String) {
        let bytes = Array(code.utf8)
        guard bytes.contains(UInt8(ascii: "`")) || bytes.contains(UInt8(ascii: "\\")) else { return }
        var scanner = ScriptTextScanner(bytes)
        while let line = scanner.readLine() {
            if line.startsInString { starts.insert(line.index) }
            if line.endsInString { ends.insert(line.index) }
        }
        isInDoubt = scanner.isInDoubt
    }

    func coverStart(ofLine line: Int) -> Bool { isInDoubt || starts.contains(line) }

    func coverEnd(ofLine line: Int) -> Bool { isInDoubt || ends.contains(line) }
}
