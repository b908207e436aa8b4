import BotModel
import Testing

@Suite struct TestSelectionTests {
    @Test func everythingIsRunUnlessSomethingIsNamed() {
        #expect(BotConfiguration.TestSelection().takes("orders/pizza.xml"))
    }

    @Test func whatIsExcludedIsNotRun() {
        let selection = selection(exclude: ["old.xml", "drafts/"])
        #expect(selection.takes("new.xml"))
        #expect(selection.takes("orders/old.xml"))
        #expect(!selection.takes("old.xml"))
        #expect(!selection.takes("drafts/deep/new.xml"))
    }

    @Test func starsStandForNamesAndFolders() {
        #expect(selection(include: ["*.xml"]).takes("order.xml"))
        #expect(!selection(include: ["*.xml"]).takes("orders/pizza.xml"))
        #expect(selection(include: ["**/*.xml"]).takes("order.xml"))
        #expect(selection(include: ["**/*.xml"]).takes("orders/pizza.xml"))
        #expect(!selection(include: ["**/*.xml"], exclude: ["orders/*"]).takes("orders/pizza.xml"))
    }

    @Test func lettersMayBeUpperOrLowerWhereTheConfigurationSaysSo() {
        var selection = selection(include: ["Order.XML"])
        #expect(!selection.takes("order.xml"))
        selection.isCaseSensitive = false
        #expect(selection.takes("order.xml"))
    }

    private func selection(include: [String] = [], exclude: [String] = []) -> BotConfiguration.TestSelection {
        var selection = BotConfiguration.TestSelection()
        selection.include = include
        selection.exclude = exclude
        return selection
    }
}
