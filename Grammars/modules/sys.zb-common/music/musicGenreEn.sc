# Genres and instruments, said in English or in Russian; the value is the English name.
require: musicGenres.csv
    name = MusicGenres
    var = $MusicGenres

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.musicGenresConverter = function(parseTree) {
        return $MusicGenres[parseTree.MusicGenres[0].value].value.en.name;
    };

patterns:
    $MusicGenre = [~музыка|music] $entity<MusicGenres> [~музыка|music] || converter = $converters.musicGenresConverter
