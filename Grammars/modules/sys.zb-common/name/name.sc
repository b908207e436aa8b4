# First names: {name, full, diminutive, sex: "м", "ж" or, for those of both, "н"}.
require: ../namesRu/names-ru.csv
    name = Names
    var = $Names

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.NamesConverter = function(parseTree) {
        return $Names[parseTree.Names[0].value].value;
    };

patterns:
    $Name = $entity<Names> || converter = $converters.NamesConverter
