# Small talk about anything: about the bot, tastes, people, life and the world. What is said stands in newOfftopic.yaml.
# A bot says it in its own words with a YAML file of the same keys, required before with `var = specialOfftopic`; what follows
# an answer is told by fallbackLogic.yaml, or by the bot's own with `var = customFallbackLogic`.
require: newOfftopic.yaml
    var = newCommonOfftopic
require: fallbackLogic.yaml
    var = defaultFallbackLogic
require: answer.js
require: newOfftopic.js
require: music-artists.csv
    name = MusicArtists
    var = MusicArtists
require: ../patterns.sc
require: ../namesRu/names-ru.csv
    name = NamesRu
    var = NamesRu
require: talk.sc
require: aboutBot.sc
require: tastes.sc
require: people.sc
require: world.sc

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.newOfftopicName = function (node) {
        return NamesRu[node.NamesRu[0].value].value;
    };
    $global.$converters.newOfftopicArtist = function (node) {
        return MusicArtists[node.MusicArtists[0].value].value;
    };
    $global.newOfftopicAnswers = applyCustomAnswers(newCommonOfftopic, $global.specialOfftopic);
    $global.offtopicFallbackLogic = $global.customFallbackLogic || defaultFallbackLogic;
    bind("postProcess", offtopFallbackLogic, "/NewOfftopic");

patterns:
    $Name = $entity<NamesRu> || converter = $converters.newOfftopicName
    $couldBeName = ($Name|$AnyWord)
    $additionalNameRequest = [а|и] (тебя|вас|ты|вы|твое|ваше|твоё) [как|кто] [зовут|имя|звать]
    $musicArtist = $entity<MusicArtists> || converter = $converters.newOfftopicArtist
    $musicGenre = (рок*|поп|поп-музык*|попсу|попса|рэп*|реп|репчик|хип-хоп*|хип хоп|классик*|классическ* [музык*]|джаз*|блюз*|шансон*|метал|металл|панк*|регги|техно|хаус|транс|дабстеп|электронн* [музык*]|кантри|фолк|народн* (песн*|музык*)|оперу|опера|диско|инди)
    $drugs = (наркот*|наркос*|героин*|кокаин*|кокс|амфетамин*|метамфетамин*|гашиш*|марихуан*|каннабис*|конопл*|крэк*|крек|экстази|мефедрон*|лсд|спайс*|морфий|опиум|анаш*|план|шишк*)
    $maybeDrugs = (дурь|дури|вещества|травк*|трава|траву|колеса|колёса|спидах|спиды|соль|соли|марки|порошок|закладк*|наркот*|грибы|косяк*|косячок|дозу)
    $newOfftopicThink = [ну] [скажи*|слушай|интересно|так] (как|что) [ты|вы] [по твоему|сам*] (думаешь|думаете|считаешь|считаете|полагаешь|полагаете|мыслишь)
    $newOfftopicLead = (а|и|ну|так|вот|скажи*|слушай*|интересно|кстати|ты|вы|тебе|вам|тебя|вас|у|бы|ли|же|вообще|тоже|всё|все|сам|сама|уже|когда-нибудь|хоть|разве|мне|пожалуйста|привет|может|правда)
    $newOfftopicSo = $repeat<$newOfftopicLead>
    $newOfftopicEnjoy = ($like|обожаешь|обожаете|относишься к|относитесь к|понравил*|уважаешь|уважаете|предпочитаешь|фанатеешь от|как тебе|как вам)
    $newOfftopicBest = (~любимый|(нравится|нравятся|любишь|предпочитаешь|выбрал|выбрала) [$oneWord] (больше [всего]|сильнее)|~лучший|~какой)
    $newOfftopicPeople = ($person|$man|$woman|~человек|человеческ*|характер*|людях|людьми)
