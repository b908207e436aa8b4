# First names in English: {name, sex: "male" or "female"}.
require: ../namesEn/names-En.csv
    name = Names
    var = $Names

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.NamesConverter = function(parseTree) {
        return $Names[parseTree.Names[0].value].value;
    };

patterns:
    $Name = $entity<Names> || converter = $converters.NamesConverter
