# Makes of cars in Latin letters: {id, name, country, production_spans}.
require: car-brand-en.csv
    name = CarBrandsEn
    var = $CarBrandsEn

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.carBrandEnConverter = function(parseTree) {
        return $CarBrandsEn[parseTree.CarBrandsEn[0].value].value;
    };

patterns:
    $CarBrand = $entity<CarBrandsEn> || converter = $converters.carBrandEnConverter
