import BotModel
import SourceText

/// Finds one kind of thing that is probably not meant, in a bot that was linked.
///
/// A check names what it finds (`UnreachableState`), stands in a file of its own, and keeps its sentences at the end of that file.
/// What cannot be run at all is an error of the parser or linker, not a check.
package protocol Check: SendableMetatype {
    /// The stable code of its findings: `check/unreachable-state`. `# ringback: allow check/unreachable-state` silences it.
    static var code: String { get }
    /// One sentence for people who wonder what the code means.
    static var summary: String { get }

    static func findings(in bot: CheckedBot) -> [Diagnostic]
}
