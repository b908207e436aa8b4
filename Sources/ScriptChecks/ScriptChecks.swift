import SourceText

/// The door of the room: all checks, run over one bot.
package enum ScriptChecks {
    /// Every check, in alphabetical order of its code. To add one, add its line here.
    package static let all: [any Check.Type] = [
        AfterTransition.self,
        AssignmentInCondition.self,
        BarePatternName.self,
        BrokenInsertion.self,
        DeafChild.self,
        DuplicateSynonym.self,
        DuplicateTrigger.self,
        EmptyRandom.self,
        EndlessPattern.self,
        EndlessTransition.self,
        InflectedLemma.self,
        IntentWithoutPhrases.self,
        LiteralVariable.self,
        MisplacedBang.self,
        MissingValue.self,
        MisspeltCapture.self,
        MisspeltEvent.self, MisspeltHandler.self, MisspeltMethod.self,
        MixedAlphabets.self,
        ModalWithoutExit.self,
        NeverWins.self,
        NoCatchAll.self,
        OverlappingRules.self,
        PatternWithoutWord.self,
        UnusableRedial.self,
        RedialWithoutHangUp.self,
        RepeatedAlternative.self,
        RepeatedAnswer.self,
        RepeatedCondition.self,
        RepeatedRequire.self,
        SecondTransition.self,
        Secret.self,
        ShadowedState.self,
        SilentNoMatch.self,
        SilentState.self,
        SlashInName.self,
        SlippedIndent.self,
        UnaskedSlot.self,
        UncalledFunction.self,
        UnfillableSlot.self,
        UnknownTarget.self,
        UnknownTestState.self,
        UnreachableState.self,
        UnreadField.self,
        UnsetField.self,
        UnusedPattern.self,
        UndeclaredName.self,
    ]

    /// What the checks find, by file and place. `Allowances` takes out what the author allows.
    ///
    /// Libraries are used by other bots too, so that nothing in them is superfluous or wrong for this one.
    package static func findings(in bot: CheckedBot) -> [Diagnostic] {
        let found = all.flatMap { $0.findings(in: bot) }.filter { !isFromLibrary($0.file) }
        return found.sorted { ($0.file, $0.span.start, $0.code) < ($1.file, $1.span.start, $1.code) }
    }

    private static func isFromLibrary(_ path: String) -> Bool { path.hasPrefix("modules/") || path.hasPrefix("@") }
}
