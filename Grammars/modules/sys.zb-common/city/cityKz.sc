# Cities of Kazakhstan, said in Kazakh or in Russian: {name, nameRU}.
require: cities-kz.csv
    name = Cities
    var = $Cities

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.cityConverter = function(parseTree) {
        return $Cities[parseTree.Cities[0].value].value;
    };

patterns:
    $City = $entity<Cities> || converter = $converters.cityConverter
