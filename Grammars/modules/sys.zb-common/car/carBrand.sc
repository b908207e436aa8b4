# Makes of cars, said in Russian or in Latin letters: {id, name, country, production_spans}.
require: car-brand-ru.csv
    name = CarBrands
    var = $CarBrands

require: car-brand-en.csv
    name = CarBrandsEn
    var = $CarBrandsEn

# A record has one id in both files, so what was said in Latin letters has the Russian value too.
init:
    $global.$converters = $global.$converters || {};
    $global.$converters.carBrandConverter = function(parseTree) {
        var said = parseTree.CarBrands || parseTree.CarBrandsEn;
        return $CarBrands[said[0].value].value;
    };

patterns:
    $CarBrand = ($entity<CarBrands>|$entity<CarBrandsEn>) || converter = $converters.carBrandConverter
