# Languages with English names: {name, family, group, dead}.
require: language-en.csv
    name = Languages
    var = $Languages

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.languageConverter = function(parseTree) {
        return $Languages[parseTree.Languages[0].value].value;
    };

patterns:
    $Language = $entity<Languages> || converter = $converters.languageConverter
