# Genres and instruments, said in Russian or in English; the value is the Russian name.
require: musicGenres.csv
    name = MusicGenres
    var = $MusicGenres

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.musicGenresConverter = function(parseTree) {
        return $MusicGenres[parseTree.MusicGenres[0].value].value.ru.name;
    };

patterns:
    $MusicGenre = [~музыка|music] $entity<MusicGenres> [~музыка|music] || converter = $converters.musicGenresConverter
