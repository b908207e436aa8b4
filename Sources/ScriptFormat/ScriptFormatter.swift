import ScriptSyntax

/// Prints scripts in the one style of the language.
package enum ScriptFormatter {
}
