require: address/address.sc
    module = sys.zb-common
require: geocoder/geocoder.js
    module = sys.zb-common

theme: /

    state: Address
        q!: [доставьте на] $Address
        a: {{ formatAddress($parseTree._Address) }}

    state: Place
        q!: где $Address
        script:
            $temp.place = getCoordinates(formatAddress($parseTree._Address), "yandex");
            $temp.other = getCoordinates(formatAddress($parseTree._Address), "google");
        a: {{ $temp.place.lat }} {{ $temp.place.lon }}, {{ $temp.other.lat }} {{ $temp.other.lon }}

    state: NoMatch
        event!: noMatch
        a: Не адрес.
