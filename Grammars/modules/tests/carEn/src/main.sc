require: car/carBrandEn.sc
    module = sys.zb-common
require: car/carModelEn.sc
    module = sys.zb-common

theme: /

    state: Model
        q!: * $CarModel *
        a: {{$parseTree._CarModel.name}}, {{$parseTree._CarModel.class[0]}}

    state: Brand
        q!: * $CarBrand *
        a: {{$parseTree._CarBrand.name}}, {{$parseTree._CarBrand.country}}

    state: Nothing
        event!: noMatch
        a: -
