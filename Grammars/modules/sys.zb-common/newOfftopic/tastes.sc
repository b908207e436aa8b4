# What the bot likes, and what the user does.
theme: /NewOfftopic

    state: WhatIsYourFavoriteColor
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|есть) * (~цвет|цвета)} *
        script: offtopicReaction("WhatIsYourFavoriteColor");

        state: GetClientsFavColor
            q!: [а] [у меня|мой|мне] [любимый|нравится|цвет] [это|больше|очень] $color [цвет]
            q: * $color * || onlyThisState = true
            script: offtopicReaction("GetClientsFavColor");

    state: WhatIsYourFavoriteFood
        q!: * {(~любимый|$newOfftopicEnjoy|~какой) * (~еда|еду|~блюдо|~кухня|$food)} *
        q!: * (что|че|чё|чем) * (ты|вы) * (кушать|кушаешь|ешь|едите|есть|съела|съел|жрешь|жрёшь|питаешься|питаетесь|поесть) *
        q!: * (ты|вы) * (поесть|покушать|вегетариан*|веган*|мясоед|правильного питания|на диете) *
        q!: * (веганств*|вегетарианств*|правильном питании|пп|вегетариан*|веган|правильного питания) *
        q!: * я * (ем|кушаю|жую) * (а|что) (ты|вы) *
        q!: [я] (люблю|обожаю) $food
        script: offtopicReaction("WhatIsYourFavoriteFood");

        state: GetClientsFavDish
            q: * $food * || onlyThisState = true
            q: [я|мне] (люблю|нравится|нравятся|обожаю|предпочитаю) * || onlyThisState = true
            script: offtopicReaction("GetClientsFavDish");

    state: WhatIsYourFavoriteDrink
        q!: * {(~любимый|$newOfftopicEnjoy|~какой|пьешь|пьёшь|пьете) * (~напиток|~коктейль|$drink)} *
        q!: * (что|че|чё) * (выпил|выпила|пьешь|пьёшь|пить|выпить) *
        q!: $drink
        script: offtopicReaction("WhatIsYourFavoriteDrink");

        state: GetClientsFavDrink
            q: * $drink * || onlyThisState = true
            script: offtopicReaction("GetClientsFavDrink");

    state: TeaOrCoffee
        q!: * {($tea) * ($coffee)} * $weight<1.5>
        script: offtopicReaction("TeaOrCoffee");

    state: WhatIsYourFavoriteMusic
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|слушаешь|слушаете|есть) * (~музыка|~группа|~песня|~исполнитель|~певец|~певица|$musicGenre|$musicArtist)} *
        q!: [$newOfftopicSo] (что|какую музыку) [сейчас] (слушаешь|слушаете)
        q!: [$newOfftopicSo] (слушаешь|слушаете) [группу] ($musicArtist|$musicGenre|музыку|группу) [$oneWord]
        script: offtopicReaction("WhatIsYourFavoriteMusic");

    state: WhatIsYourFavoriteMovie
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|смотрел*|посмотрел*|смотришь|есть|смотреть) * (~фильм|~кино|кино|~сериал|~мультфильм|~мультик|~мелодрама|~комедия|~боевик|~ужастик|триллер*)} *
        script: offtopicReaction("WhatIsYourFavoriteMovie");

    state: WhatIsYourFavoriteGame
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|есть) * (~игра|игру|игры|игрушк*|видеоигр*)} *
        q!: [$newOfftopicSo] (играл*|играешь|играете|играть|гамать|гамаешь|рубишься|поигрываешь) [ли] [ты|вы] (во|в) *
        q!: * (во что|умеешь|любишь|нравится) * (играть|гамать|поиграть|рубиться) *
        script: offtopicReaction("WhatIsYourFavoriteGame");

    state: WhatIsYourFavoriteAnimal
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|есть) * (~животное|~зверь|~питомец|~порода)} *
        q!: [$newOfftopicSo] (кошки|кошек|собаки|собак) или (кошки|кошек|собаки|собак)
        script: offtopicReaction("WhatIsYourFavoriteAnimal");

    state: WhatIsYourFavoriteBook
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|посоветуй*|посоветуешь|выбрать|прочитать|читал*|читаешь|почитать) * (~книга|книжк*|~писатель|~роман|~автор|~стихи)} *
        script: offtopicReaction("WhatIsYourFavoriteBook");

    state: FavoriteQuote
        q!: * (~цитата|цитатк*|процитир*|~высказывание|~афоризм) *
        q!: * {(~любимый|~какой|запомнил*|из фильма) * (~фраза|~выражение|~поговорка|~пословица)} *
        script: offtopicReaction("FavoriteQuote");

    state: WhatIsYourFavoritePhone
        q!: * {($newOfftopicBest|$newOfftopicEnjoy|хотел*|себе) * (~телефон|~смартфон|мобильник*|айфон*|iphone)} *
        q!: [$newOfftopicSo] (xiaomi|сяоми|ксиоми|samsung|самсунг|айфон|iphone|huawei|хуавей|андроид|ios|honor) или $AnyWord
        script: offtopicReaction("WhatIsYourFavoritePhone");

    state: WhatIsYourFavorite
        q!: * (твой|твоя|твоё|твое|ваш|ваша|ваше|у (тебя|вас) есть) ~любимый * $weight<0.4>
        script: offtopicReaction("WhatIsYourFavorite");

    state: WhatDoYouLove
        q!: * {(чем|что|че|чё|какое) * (нравится|любишь|любите|по душе|любимое|могла бы|мог бы) * (делать|заниматься|~занятие|~хобби|дело)} *
        q!: * (твое|твоё|ваше|какое) * (~занятие|~хобби|увлечен*) *
        q!: * от какой работы * не устаешь *
        q!: * от какой работы * не устаёшь *
        q!: [а] я [очень] (люблю|обожаю) $inf *
        q!: [$newOfftopicSo] (что|чего) [ты|вы] (любишь|любите)
        script: offtopicReaction("WhatDoYouLove");

        state: GetClientsFavActivity
            q: * $inf * || onlyThisState = true
            q: * (люблю|нравится|обожаю|увлекаюсь|занимаюсь) * || onlyThisState = true
            script: offtopicReaction("GetClientsFavActivity");

    state: DoYouLike
        q!: [$newOfftopicSo] (нравится|нравятся|нравилось|понравил*) [ли] [тебе|вам] * $weight<0.85>
        script: offtopicReaction("DoYouLike");

    state: DoYouLove
        q!: [$newOfftopicSo] (любишь|любите|обожаешь|обожаете) [ли] [ты|вы] * $weight<0.85>
        script: offtopicReaction("DoYouLove");

    state: WhatDoYouThinkAboutSpb
        q!: * {(думаешь|думаете|относишься|относитесь|нравится|тебе|вам|любишь|мнение) * (спб|питер*|петербург*|санкт-петербург*|ленинград*|северн* столиц*)} *
        script: offtopicReaction("WhatDoYouThinkAboutSpb");

    state: WhatDoYouThinkAboutAlice
        q!: * {(думаешь|думаете|относишься|знаешь|знаком*|нравится|дружишь|мнение|лучше) * (алис*|сири|siri|alexa|алекс*|марус*|кортан*)} *
        script: offtopicReaction("WhatDoYouThinkAboutAlice");

    state: WhatDoYouThinkAbout
        q!: [$newOfftopicSo] что (ты|вы) [можешь|можете] (думаешь|думаете|сказать|скажешь|скажете) (о|об|обо|про|насчет|насчёт|по поводу) [*] $weight<0.5>
        q!: [$newOfftopicSo] что бы (ты|вы) (сказал|сказала|сказали) (о|об|обо|про|насчет) [*]
        q!: * (твое|твоё|ваше|свое|своё|вашим|твоим) мнение* *
        q!: * (твои|ваши|у (тебя|вас)) взгляд* на *
        q!: [$newOfftopicSo] как [ты|вы] (относишься|относитесь|смотришь|смотрите) (к|ко|на) * $weight<0.4>
        script: offtopicReaction("WhatDoYouThinkAbout");

    state: DoYouBeliveIn
        q!: [$newOfftopicSo] (веришь|верите|веруешь|верующий|веришь ли) [ли] [ты|вы] (в|во) *
        script: offtopicReaction("DoYouBeliveIn");

    state: WhoDoYouLove
        q!: * {(ты|вы|у (тебя|вас)|кого|кого-нибудь|кого-то|расскажи) * (возлюбленн*|влюблен|влюблён|влюблена|влюблялась|влюблялся|влюбиться|первую любовь|чувствовать любовь|любимый человек)} *
        q!: [$newOfftopicSo] кого (ты|вы) (любишь|любите|любил|любила)
        q!: [$newOfftopicSo] [кого] (любишь|любил|любила|любите) [ли] [ты|вы] [кого-нибудь|кого-то|когда-нибудь]
        q!: * (ты|вы) * (любил|любила|любишь|любите) (кого-нибудь|кого-то|кого либо)
        q!: * (кого-нибудь|кого-то) * (любил|любила|любишь)
        script: offtopicReaction("WhoDoYouLove");

    state: WhatDoYouFear
        q!: * (ты|вы|тебя|тебе|вас|вам) * ($fear) *
        q!: [$newOfftopicSo] [не] (боишься|боитесь|опасаешься|страшно|страшишься) [ли] [ты|вы|тебе] *
        q!: * (что|чего|кого) * (боишься|боитесь|опасаешься|страшит|пугает) *
        script: offtopicReaction("WhatDoYouFear");

    state: HowWouldYouSpendMoney
        q!: * {(ты|вы|тебе|тебя|твоей|для тебя) * (потратил*|тратишь*|тратите|трата|расход*|уходит на жизнь|для поддержания|хотел купить|хотела купить)} *
        q!: * {(если бы|сколько|что) * (у тебя|у вас|тебе|ты) * ($money|миллион*|купить)} *
        script: offtopicReaction("HowWouldYouSpendMoney");

    state: WhichCountryWouldYouLikeToVisit
        q!: * {(~страна|страну|страны|место|куда) * (ты|вы) * (отправился|отправилась|посетить|посмотреть|съездил*|поехать|выбрал*|побывать|полететь|поехал*)} *
        q!: * (какую|какие|какое) * (~страна|место) * (посетить|съездил*|выбрал*|путешеств*|поехал*) *
        script: offtopicReaction("WhichCountryWouldYouLikeToVisit");
