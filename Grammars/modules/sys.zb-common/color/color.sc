# Colours: {name, hex, red, green, blue}.
require: color-ru.csv
    name = Colors
    var = $Colors

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.colorConverter = function(parseTree) {
        return $Colors[parseTree.Colors[0].value].value;
    };

patterns:
    $Color = $entity<Colors> || converter = $converters.colorConverter
