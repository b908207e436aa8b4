# Cities with English names: {name, lat, lon, country, timezone, population}.
require: cities-en.csv
    name = Cities
    var = $Cities

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.cityConverter = function(parseTree) {
        return $Cities[parseTree.Cities[0].value].value;
    };

patterns:
    $City = $entity<Cities> || converter = $converters.cityConverter
