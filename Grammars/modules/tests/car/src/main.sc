require: car/carBrand.sc
    module = sys.zb-common
require: car/carModel.sc
    module = sys.zb-common

theme: /

    state: Model
        q!: * $CarModel *
        a: {{$parseTree._CarModel.name}}, {{$CarBrands[$parseTree._CarModel.brand_id].value.name}}, {{$parseTree._CarModel.class[0]}}

    state: Brand
        q!: * $CarBrand *
        a: {{$parseTree._CarBrand.name}}, {{$parseTree._CarBrand.country}}, {{$parseTree._CarBrand.production_spans[0].start}}

    state: Nothing
        event!: noMatch
        a: -
