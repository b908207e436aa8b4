# Hello, goodbye, thanks, and what the user wants.
theme: /Offtopic

    state: Greetings

        state: Hello
            q!: $hello [$bot|$AnyWord]
            q!: $hello [как] (дела|поживаешь|поживаете)
            script: offtopicAnswer("Hello");
            go!: /Offtopic/HowCanIHelpYou?

        state: GoodBye
            q!: $bye
            q!: $goodNight
            q!: [$thanks] $bye [$thanks]
            script: offtopicAnswer("GoodBye");
            go: /

    state: HowCanIHelpYou?
        script: offtopicAnswer("HowCanIHelpYou?");

        state: Yes
            q: ($agree|есть вопрос*|помоги*|помощь) || onlyThisState = true
            script: offtopicAnswer("CanHelp");

        state: No
            q: ($disagree|ничем|никак|ничего не (надо|нужно)|[больше] не (надо|нужно)) || onlyThisState = true
            script: offtopicAnswer("CanNotHelp");

    state: CanIAskYouAQuestion || noContext = true
        q!: [а|так|скажите|извините] (можно|могу|можем|разрешите|позвольте|хочу|хотел|хотела|хотелось) [бы] [ли] [я|мне|у (вас|тебя)|вам|тебе|вас|тебя] [кое-что|вам|тебе|вас] (спрошу|спросить|задам|задать|поинтересоваться|узнать) [у (вас|тебя)|вам|тебе] [один|пару|кое-что|кое-какой|еще один] [вопрос*]
        q!: [а|скажите] (можно|есть|имеется) [к (вам|тебе)|у меня] [один|еще|ещё] вопрос*
        q!: [у меня|тут] [есть|возник|появился] [к (вам|тебе)|еще|ещё|один] вопрос*
        go!: /Offtopic/HowCanIHelpYou?

    state: ThankYou
        q!: [$clear|ладно|хорошо|ок|отлично|ну|все|всё] $thanks [$you|$bot|$clear]
        q!: [ну|так|вот|теперь] [мне|да] [все|всё] (понятно|ясно|понял|поняла) [$thanks|теперь]
        script:
            offtopicAnswer("ThankYou");
            offtopicAnswer("MoreQuestions?");

        state: HaveAQuestion
            q: ($agree|* (вопрос|вопроса|вопросы|вопросик) *|* (еще|ещё) (есть|хочу|хотел|хотела|один|одно) *) || onlyThisState = true
            go!: /Offtopic/HowCanIHelpYou?

        state: NoQuestions
            q: ($disagree|[больше|пока] [у меня] [больше] ({нет вопросов}|вопросов нет|нету вопросов|ничего|не осталось вопросов) [больше]|[больше] вопросов [больше|у меня] (нет|нету|не имею|не осталось)|[это|вроде|пока] (все|всё)) || onlyThisState = true
            script: offtopicAnswer("NoQuestions");

    state: OK || noContext = true
        q!: [ну] (ладно|хорошо|окей|ок|ok|понял|поняла|договорились|отлично|ясно) [ладно|хорошо|договорились|$thanks]
        script: offtopicAnswer("OK");
