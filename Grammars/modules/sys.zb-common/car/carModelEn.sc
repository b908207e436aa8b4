# Models of cars in Latin letters: {name, brand_id, class, production_years}.
require: car-model-en.csv
    name = CarModelsEn
    var = $CarModelsEn

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.carModelEnConverter = function(parseTree) {
        return $CarModelsEn[parseTree.CarModelsEn[0].value].value;
    };

patterns:
    $CarModel = $entity<CarModelsEn> || converter = $converters.carModelEnConverter
