# What to say when nothing matches: by what the text looks like. Settings come through injector, see `catchAll` below.
require: ../patterns.sc
require: emotionClassifier.sc
require: catchAllClassifier.js
require: checkSameAnswer.js
require: switch.sc

theme: /

    init:
        $global.catchAll = {
            // So many times in a row the user is asked to say it otherwise, then the bot gives up.
            giveUpRepetition: $injector.giveUpRepetition || 2,
            // What the bot can talk about, in words; named in the answers when given.
            topics: $injector.topics,
            // Whether the same answer is not given twice in a row.
            CheckSameAnswer: $injector.CheckSameAnswer || false,
            // Whether people can take over; the state to go to when they have finished, what the user says to leave them, their group.
            withOperator: $injector.withOperator || false,
            livechatFinished: $injector.livechatFinished,
            closeChatPhrases: $injector.closeChatPhrases || ["/close"],
            operatorGroup: $injector.operatorGroup
        };

    state: CatchAll || noContext = true
        event!: noMatch
        script:
            var memory = $session.catchAll = $session.catchAll || {};
            var again = !$session.lastState || $session.lastState.indexOf("/CatchAll") === 0;
            memory.repetition = (again && memory.repetition || 0) + 1;
            $session.lastState = "/CatchAll";
            $temp.kind = catchAllClassifier.check($parseTree);
        go!: ./{{ $temp.kind }}

        state: SeemsMeaningful || noContext = true
            if: catchAll.giveUpRepetition < $session.catchAll.repetition
                go!: ../OutOfScope
            script: $reactions.answer(getAnswer("SeemsMeaningful"));

        state: Nonsense || noContext = true
            script: $reactions.answer(getAnswer("Nonsense"));

        state: Transliteration
            script: $reactions.answer(getAnswer("Transliteration"));

            state: Yes
                q: $agree || onlyThisState = true
                script:
                    // The text as it was meant, with what it has of names and numbers.
                    var meant = $nlp.match($session.catchAll.transliterationText, "/");
                    if (meant && meant.parseTree) {
                        _.extend($parseTree, meant.parseTree);
                    }
                go!: {{ $session.catchAll.transliterationState }}

            state: NoUnknown
                q: $disagree || onlyThisState = true
                go!: /CatchAll/AskAgain?

        state: NegativeEmotion || noContext = true
            script: $reactions.answer(getAnswer("NegativeEmotion"));

        state: SameAnswer || noContext = true
            script: $reactions.answer(getAnswer("SameAnswer"));

        state: AskAgain?
            script: $reactions.answer(getAnswer("AskAgain?"));

        state: OutOfScope || noContext = true
            script:
                $session.catchAll.repetition = 0;
                $reactions.answer(getAnswer("OutOfScope"));
            if: catchAll.withOperator
                go!: /Switch/DoYouWannaSwitch?
