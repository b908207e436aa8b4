# From the bot to a person in the live chat, and back.
require: answers.yaml
    var = zwitch
require: answer.js
require: switch.js

theme: /

    state: Switch || noContext = true

        state: DoYouWannaSwitch?
            script: $reactions.answer(getAnswer("DoYouWannaSwitch?"));

            state: Yes
                q: $agree || onlyThisState = true
                q: [$agree] * (перевед*|перевод*|перевест*|переключ*|соедин*|позов*|зови) * || onlyThisState = true
                go!: /Switch/TransferToOperator

            state: No
                q: $disagree || onlyThisState = true
                q: [$disagree] * не (перевод*|перевест*|перевед*|переключ*|соедин*|зови|зовите) * || onlyThisState = true
                go!: /CatchAll/AskAgain?

        state: NeedOperator
            q!: $switchToOperator
            q!: * $serviceHelperHuman *
            go!: ../TransferToOperator

        state: TransferToOperator
            if: catchAll.withOperator
                script:
                    $reactions.answer(getAnswer("TransferToOperator"));
                    switchToPerson({ firstMessage: chatSoFar(), closeChatPhrases: catchAll.closeChatPhrases });
            else:
                script: $reactions.answer(getAnswer("SwitchIsImpossible"));

            state: NoOperatorsOnline
                event: noLivechatOperatorsOnline
                script: $reactions.answer(getAnswer("NoOperatorsOnline"));

                state: GetUserInfo
                    q: * ($mobilePhoneNumber|$email) *
                    q: * $mobilePhoneNumber * $email *
                    q: * $email * $mobilePhoneNumber *
                    script:
                        var contact = [$parseTree._mobilePhoneNumber, $parseTree._email].filter(Boolean).join(", ");
                        switchToPerson({ firstMessage: contact + "\n" + chatSoFar(), ignoreOffline: true, oneTimeMessage: true });
                        $reactions.answer(getAnswer("GetUserInfo"));

                state: NoInfo
                    q: $disagree
                    q: (не (хочу|буду|оставлю)|нет) *
                    go!: /CatchAll/AskAgain?

        state: LivechatReset
            event: livechatFinished
            if: catchAll.livechatFinished
                go!: {{ catchAll.livechatFinished }}
            else:
                go: /
