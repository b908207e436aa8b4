# Models of cars, said in Russian or in Latin letters: {name, brand_id, class, production_years}.
require: car-model-ru.csv
    name = CarModels
    var = $CarModels

require: car-model-en.csv
    name = CarModelsEn
    var = $CarModelsEn

# A record has one id in both files, so what was said in Latin letters has the Russian value too.
init:
    $global.$converters = $global.$converters || {};
    $global.$converters.carModelConverter = function(parseTree) {
        var said = parseTree.CarModels || parseTree.CarModelsEn;
        return $CarModels[said[0].value].value;
    };

patterns:
    $CarModel = ($entity<CarModels>|$entity<CarModelsEn>) || converter = $converters.carModelConverter
