extension ScriptTag {
    /// The parameters after `||` and the settings below the tag.
    package var allParameters: [ScriptParameter] {
        if items.count == tags.count { return parameters }
        return parameters + items.compactMap { if case .setting(let setting) = $0 { setting } else { nil } }
    }

    /// The parameter of that name, given after `||` or as a nested setting.
    package func parameter(_ key: String) -> ScriptParameter? { allParameters.first { $0.key.text == key } }

    /// The same; one without a value counts as absent.
    package func given(_ name: String) -> PlacedText? {
        parameter(name).flatMap { $0.value.text.isEmpty ? nil : $0.value }
    }

    /// `modal = true`, `noContext = true`.
    package func isOn(_ name: String) -> Bool { given(name)?.text == "true" }

    /// As it is written: `q!`, `a`.
    package var shownName: String { isBang ? name.text + "!" : name.text }
}
