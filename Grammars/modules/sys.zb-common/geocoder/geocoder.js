// Where on earth an address is. Asks the geocoders of Yandex or Google with the keys of the bot:
// injector.geocoder.apiKeyYandex, injector.geocoder.apiKeyGoogle.

var geocoderAddressWords = {
    "ул": "улица", "пр": "проспект", "пр-т": "проспект", "просп": "проспект", "пер": "переулок", "наб": "набережная",
    "б-р": "бульвар", "бул": "бульвар", "пл": "площадь", "ш": "шоссе", "мкр": "микрорайон", "д": "дом", "корп": "корпус",
    "к": "корпус", "стр": "строение", "кв": "квартира", "г": "город", "пос": "поселок", "дер": "деревня", "обл": "область"
};

/** An address in words that geocoders know: "г. Москва, ул. Мира" is "город Москва улица Мира". */
function formatAddress(location) {
    var text = location && typeof location === "object" ? location.text || location.value : location;
    return String(text || "").replace(/[,;]/g, " ").trim().split(/\s+/).map(function (word) {
        var bare = word.replace(/\.$/, "");
        return geocoderAddressWords[bare.toLowerCase()] || word;
    }).join(" ");
}

function geocoderKeys() {
    return $jsapi.context().injector.geocoder || {};
}

/** The answer of a service as an object, or nothing when it cannot be had. */
function geocoderAnswer(url) {
    var result = $http.get(url, {dataType: "json", timeout: 7000});
    if (!result.isOk) {
        log("geocoder: " + (result.error || result.status));
        return undefined;
    }
    return result.data;
}

function getCoordinatesFromYandex(addressFormatted) {
    return geocoderAnswer("https://geocode-maps.yandex.ru/1.x/?apikey=" + geocoderKeys().apiKeyYandex
        + "&format=json&geocode=" + encodeURIComponent(addressFormatted));
}

function getCoordinatesFromGoogle(addressFormatted) {
    return geocoderAnswer("https://maps.googleapis.com/maps/api/geocode/json?key=" + geocoderKeys().apiKeyGoogle
        + "&address=" + encodeURIComponent(addressFormatted));
}

/** What Yandex knows of the place at `$session.lat`, `$session.lon`. */
function getAddresFromCoordinatesYandex() {
    var session = $jsapi.context().session;
    return geocoderAnswer("https://geocode-maps.yandex.ru/1.x/?apikey=" + geocoderKeys().apiKeyYandex
        + "&format=json&geocode=" + session.lon + "," + session.lat);
}

/** Longitude and latitude of the first place in an answer of Yandex, as texts; an empty list when there is none. */
function parseCoordinatesFromYandexGeocoder(rawCoordinates) {
    var places = _.property(["response", "GeoObjectCollection", "featureMember"])(rawCoordinates) || [];
    var first = places[0] && places[0].GeoObject;
    return first && first.Point && first.Point.pos ? first.Point.pos.split(" ") : [];
}

/** `{lat, lon}` of an address by the geocoder "yandex" or "google"; an empty object when it is not found. */
function getCoordinates(location, geocoder) {
    if (geocoder === "google") {
        var found = getCoordinatesFromGoogle(location);
        var place = found && found.results && found.results[0];
        return place ? {lat: place.geometry.location.lat, lon: place.geometry.location.lng} : {};
    }
    var point = parseCoordinatesFromYandexGeocoder(getCoordinatesFromYandex(location));
    return point.length === 2 ? {lat: point[1], lon: point[0]} : {};
}
