var $global = this;
$global.$converters = $global.$converters || {};
var cnv = $global.$converters;

// The tables are asked for by name when a converter runs: each file of places brings only some of them.
cnv.geographyConverter = recordOf("Geography");
cnv.countryConverter = recordOf("Countries");
cnv.regionsConverter = recordOf("Regions");
cnv.country2CapitalConverter = country2CapitalConverter;

// A converter that gives the record of a dictionary which a node names.
function recordOf(dictionary) {
    return function(node) { return $global["$" + dictionary][node[dictionary][0].value].value; };
}

// A place is the value of what it was said as.
cnv.whereConverter = function(parseTree) {
    var said = parseTree.City || parseTree.Capital || parseTree.Country2City;
    return said[0].value;
};

// The city that is the capital of the country of a node, or {country, error} when there is none among the cities.
function country2CapitalConverter(parseTree) {
    var country = $Countries[parseTree.Countries[0].value].value.name;
    var capital = findRecord($Geography, function(record) { return record.country === country; });
    var city = capital && findRecord($Cities, function(record) { return record.name === capital.name; });
    return city || {country: country, error: "unknown location"};
}

// The value of the first record of a dictionary that fits.
function findRecord(dictionary, fits) {
    for (var id in dictionary) {
        if (fits(dictionary[id].value)) {
            return dictionary[id].value;
        }
    }
    return null;
}
