# Places. $Where is a city: the one that was said, or the capital of the country that was said.
require: ../common.js
require: ../city/city.sc
require: ../city/cities-ru.csv
    name = Cities
    var = $Cities
require: countries-ru.csv
    name = Countries
    var = $Countries
require: geography-ru.csv
    name = Geography
    var = $Geography
# Without the cities that are regions of their own: $City knows them.
require: regions.csv
    name = Regions
    var = $Regions
require: whereConverter.js

# Of a country whose capital is not known as a city there are no coordinates to work with.
init:
    bind("preProcess", function($context) {
        var places = ($context.parseTree || {}).Where || [];
        var isNowhere = places.length > 0 && "error" in Object(places[0].value);
        if (isNowhere) $context.temp.targetState = "/Errors/Unknown location";
    });

patterns:
    # {name, lat, lon, country, timezone, population …}
    $Where = ($City|$Country2City|$Capital) || converter = $converters.whereConverter
    # {name, country, genCountry, continent, continent_part, duplicateName, facts, complexity}
    $Capital = $entity<Geography> || converter = $converters.geographyConverter
    # {name, genName, duplicateName, currency}
    $Country = $entity<Countries> || converter = $converters.countryConverter
    # The city that is the country's capital, or {country, error}.
    $Country2City = $entity<Countries> || converter = $converters.country2CapitalConverter
    # {name, genName, datName, accName, insName, locName, capital}
    $Region = $entity<Regions> || converter = $converters.regionsConverter

theme: /Errors

    state: Unknown location || noContext = true
        a: Я не знаю, где это: {{$parseTree.Where[0].value.country}}. Назовите, пожалуйста, город.
