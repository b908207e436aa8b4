# Stations of the metro: {id, name, city, line: {id, name, hex-color}, lat, lng}.
require: metro.csv
    name = MetroCsv
    var = $MetroCsv

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.metroConverter = function(parseTree) {
        return $MetroCsv[parseTree.MetroCsv[0].value].value;
    };

# With or without the word for it, on either side: "метро Сокол", "на станции метро Сокол", "Сокол".
patterns:
    $metroWord = (~станция метро|~станция|метро|ст [м]|м)
    $Metro = {[$metroWord] $entity<MetroCsv>} || converter = $converters.metroConverter
