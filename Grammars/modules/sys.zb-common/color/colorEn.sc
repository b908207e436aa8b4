# Colours with English names: {name, hex, red, green, blue}.
require: color-en.csv
    name = Colors
    var = $Colors

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.colorConverter = function(parseTree) {
        return $Colors[parseTree.Colors[0].value].value;
    };

patterns:
    $Color = $entity<Colors> || converter = $converters.colorConverter
