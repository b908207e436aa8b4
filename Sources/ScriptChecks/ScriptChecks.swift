import SourceText

/// The door of the room: all checks, run over one bot.
package enum ScriptChecks {
    /// Every check, in alphabetical order of its code. To add one, add its line here.
    package static let all: [any Check.Type] = [
        AfterTransition.self, AssignmentInCondition.self, BrokenInsertion.self, DeafChild.self, DuplicateTrigger.self,
        EndlessTransition.self,
        MisspeltEvent.self, MisspeltCapture.self, MisspeltField.self, ModalWithoutExit.self, NoCatchAll.self,
        RedialRequest.self, RedialWithoutHangUp.self, Secret.self, PatternWithoutWord.self, EmptyRandom.self,
        RepeatedAlternative.self, RepeatedAnswer.self, RepeatedCondition.self, SecondTransition.self, SilentState.self,
        SlashInName.self, UnknownTarget.self, UnknownTestState.self,
        UnreachableState.self, UnusedPattern.self,
    ]

    /// What the checks find, by file and place. `Allowances` takes out what the author allows.
    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        all.flatMap { $0.findings(in: bot) }.sorted {
            ($0.file, $0.span.start, $0.code) < ($1.file, $1.span.start, $1.code)
        }
    }
}
