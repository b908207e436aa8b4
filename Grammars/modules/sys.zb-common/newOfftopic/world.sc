# The world: life and its end, politics, weather, who is who. Rules that fit almost any question count little.
theme: /NewOfftopic

    state: WhatIsThePointOfLife
        q!: * (смысл|смысле|смысла|зачем|для чего|ради чего|цель) * (жизни|жизнь|бытия|существования|живем|живём|живу|жить|в этот мир|жизненн*) *
        q!: * (жизненная|жизненной) (цель|цели) *
        q!: [$newOfftopicSo] зачем я [вообще] (здесь|живу|существую|нужен|нужна|тут)
        q!: * (жизни|жизнь|жить|существования) * смысл *
        q!: * зачем * (живу|жить|живем|живём) *
        script: offtopicReaction("WhatIsThePointOfLife");

    state: WhoWillBeNextPresident
        q!: * {(кто|кого|будет|станет|стать|кем|следующ*|опять|снова|шанс|выбрал|выберут|победит|придет|новый|новым) * (~президент|к власти|на выборах|после (путина|зеленского|байдена|трампа))} *
        q!: * (путин*|медведев*|навальн*|зеленск*|трамп*|байден*) * (у власти|президент*|чередоваться|срок|на выборах) *
        q!: * придёт к власти *
        script: offtopicReaction("WhoWillBeNextPresident");

    state: WhenNextWar
        q!: * {(когда|будет|думаешь|начнется|начнётся|ждать) * (~война|~мировой|~революция)} *
        script: offtopicReaction("WhenNextWar");

    state: WhenTheWorldEnds
        q!: * (~конец ~свет|конца света|апокалипсис*|армагеддон*|судного дня|судный день) *
        script: offtopicReaction("WhenTheWorldEnds");

    state: WhyEarthIsRound
        q!: * (почему|правда|точно|разве) * (земля|планета) * (круглая|плоская|вертится|крутится|шар) *
        script: offtopicReaction("WhyEarthIsRound");

    state: IsThereLifeOnMars
        q!: * {(жизнь|марсиане|инопланетян*) * (на марсе|есть|существу*|на других планетах)} *
        script: offtopicReaction("IsThereLifeOnMars");

    state: IsCrimeaOurs
        q!: [$newOfftopicSo] [чей|чья] крым [наш|чей|чья|ваш|не наш]
        script: offtopicReaction("IsCrimeaOurs");

    state: WhenWillBeHungerTimes
        q!: * (когда|будет) * (голод|голодные времена|голодомор|кризис|дефолт|дефицит) *
        script: offtopicReaction("WhenWillBeHungerTimes");

    state: WhenWillBeSnow
        q!: * {(когда|пойдет|пойдёт|будет|ждать|засыпет|думаешь|выпадет) * (~снег|снегопад*|снега|нормальная зима|зима|метель)} *
        script: offtopicReaction("WhenWillBeSnow");

        state: ShowWaiterResponse
            q: ($agree|$disagree) || onlyThisState = true
            script: offtopicReaction("ShowWaiterResponse");

    state: OkayGoogle
        q!: * (окей|ок|okay|ok|о кей|хей|привет|эй) (гугл|гугель|google|сири|siri|алиса|яндекс|алекса|alexa|маруся) *
        script: offtopicReaction("OkayGoogle");

    state: WhoAreThesePeople
        q!: * (кто|не (знаю|понимаю)) * (эти|этих) люд* *
        script: offtopicReaction("WhoAreThesePeople");

    state: WhatIsTheSoftestThing
        q!: * (что|какой|какая|какое) * (самое|самый|самая) (мягкое|мягкий|мягкая|твердое|сильное|вкусное) [на свете|в мире] *
        script: offtopicReaction("WhatIsTheSoftestThing");

    state: WhatIsTheDifferenceBetween1
        q!: [$newOfftopicSo] (есть|имеется|существует|велика) [ли] (разница|отличие|отличия) (между|у) *
        script: offtopicReaction("WhatIsTheDifferenceBetween1");

    state: WhatIsTheDifferenceBetween2
        q!: [$newOfftopicSo] чем * (отличается|отличаются|отличны|лучше|хуже) *
        script: offtopicReaction("WhatIsTheDifferenceBetween2");

    state: WhatIsTheDifferenceBetween3
        q!: [$newOfftopicSo] (в чем|в чём|какая|каковы|какие) [же] (разница|отличие|отличия|различие|различия) [между] *
        script: offtopicReaction("WhatIsTheDifferenceBetween3");

    state: WhatColorIs
        q!: [$newOfftopicSo] какого цвета *
        script: offtopicReaction("WhatColorIs");

    state: WhichOneDoYouKnow
        q!: [$newOfftopicSo] (какие|каких|какую|какой|кого|сколько) $AnyWord [ты|вы] (знаешь|знаете|помнишь|можешь назвать) [ты|вы]
        script: offtopicReaction("WhichOneDoYouKnow");

    state: WhoWin
        q!: [$newOfftopicSo] [как думаешь] кто * (победит|выиграет|сильнее|победил|выиграл|круче) * $weight<0.7>
        script: offtopicReaction("WhoWin");

    state: Who
        q!: [$newOfftopicSo] (кто|кого|кому|кем) [такой|такая|такие|был|была|это] * $weight<0.4>
        script: offtopicReaction("Who");

    state: Which
        q!: [$newOfftopicSo] (какой|какая|какое|какие) [из] [твой|ваш|сегодня|самый|самая] * $weight<0.3>
        script: offtopicReaction("Which");

    state: WhichOne
        q!: [$newOfftopicSo] (какой|какая|какое|какую) (город|страна|страну|река|реку|планета|гора|остров|океан|море|зверь|человек|год) * $weight<0.7>
        script: offtopicReaction("WhichOne");

    state: WhereIs
        q!: [$newOfftopicSo] где [же|сейчас] (находится|находятся|расположен*|лежит|лежат|мой|моя|мои|можно) * $weight<0.7>
        script: offtopicReaction("WhereIs");

    state: Where
        q!: [$newOfftopicSo] где [же] * $weight<0.5>
        script: offtopicReaction("Where");

    state: Where2
        q!: [$newOfftopicSo] (куда|откуда) [же] * $weight<0.5>
        script: offtopicReaction("Where2");

    state: Why
        q!: [$newOfftopicSo] (почему|зачем|отчего) [же] * $weight<0.5>
        script: offtopicReaction("Why");

    state: WhyDoYouHave
        q!: [$newOfftopicSo] (почему|зачем|отчего) у (тебя|вас) *
        script: offtopicReaction("WhyDoYouHave");
