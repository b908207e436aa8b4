# A postal address as it is said: city, street, house. It has no converter: bots take its text.

patterns:
    # What says that a word names a street or a place in a city.
    $addressWordsRegexp = $regexp_i<(ул|у|пр|пр-т|просп|пер|наб|б-р|бул|бульв|пл|ш|шос|мкр|мкрн|кв-л|туп|д|дом|стр|корп|кв|к|г|гор|пос|с|дер|обл|р-н|пр-д|ал|лит|литер|эт|под)>
    $addressWord = ($addressWordsRegexp|~улица|~проспект|~переулок|~набережная|~бульвар|~площадь|~шоссе|~микрорайон|~квартал|~тупик|~проезд|~аллея|~линия|~тракт|~дорога|~просека|~дом|~строение|~корпус|~квартира|~подъезд|~этаж|~офис|~литера|~владение|~город|~поселок|~село|~деревня|~станица|~хутор|~область|~край|~район|~республика|~станция)
    # A house: 26, 26а, 26/1, 26 корпус 1.
    $addressHome = $regexp_i<\d{1,4}\s?([-\/]\s?\d{1,4})?\s?[а-яa-z]?(?![а-яёa-z0-9])>
    # The name of a street: words, and ordinals such as 10-я.
    $addressStreetRegexp = $regexp_i<(\d{1,4}(-?\s?(ая|яя|я|й|ый|ой|ий|го|ое|е|лет))?|[а-яё][а-яё.-]*|[a-z][a-z.'-]*)>
    $addressStreet = ($addressWord $addressStreetRegexp [$addressStreetRegexp] [$addressStreetRegexp]|$addressStreetRegexp [$addressStreetRegexp] [$addressStreetRegexp] $addressWord)
    $addressCity = [$addressWord] $regexp_i<[а-яё][а-яё-]+( [а-яё][а-яё-]+)?>
    $Address = ([$addressCity] $addressStreet [[$addressWord] $addressHome] [$addressWord $addressHome] [$addressWord $addressHome]
        |[$addressCity] $addressStreetRegexp [$addressStreetRegexp] [$addressWord] $addressHome [$addressWord $addressHome] [$addressWord $addressHome])
