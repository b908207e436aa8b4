# First names in English under a dictionary of their own, beside another one of the bot.
require: names-En.csv
    name = NamesEn
    var = $NamesEn

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.NamesEnConverter = function(parseTree) {
        return $NamesEn[parseTree.NamesEn[0].value].value;
    };

patterns:
    $Name = $entity<NamesEn> || converter = $converters.NamesEnConverter
