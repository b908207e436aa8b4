# First names under a dictionary of their own, beside another one of the bot.
require: names-ru.csv
    name = NamesRu
    var = NamesRu

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.NamesRuConverter = function(parseTree) {
        return NamesRu[parseTree.NamesRu[0].value].value;
    };

patterns:
    $Name = $entity<NamesRu> || converter = $converters.NamesRuConverter
