# Currencies: {name, abbreviation, symbol, coin, coinPart, possibleAmbiguity}.
require: currency.csv
    name = Currencies
    var = $Currencies

# What several currencies are called: {name, mostLikely, alternativeName}. `mostLikely` is the name of the currency that is meant
# when nothing more is said, empty when there is none.
require: ambiguousCurrency.csv
    name = ambiguousCurrencies
    var = $ambiguousCurrencies

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.currencyConverter = function(parseTree) {
        return $Currencies[parseTree.Currencies[0].value].value;
    };
    $global.$converters.ambiguousCurrencyConverter = function(parseTree) {
        return $ambiguousCurrencies[parseTree.ambiguousCurrencies[0].value].value;
    };

patterns:
    $Currency = $entity<Currencies> || converter = $converters.currencyConverter
    $ambiguousCurrency = $entity<ambiguousCurrencies> || converter = $converters.ambiguousCurrencyConverter
