require: newSessionOnStart/newSession.sc
    module = sys.zb-common
    injector = {newSessionStartState: "/Welcome", newSessionTimeout: 10}
require: reset/reset.sc
    module = sys.zb-common
require: zenflow.sc
    module = sys.zfl-common
require: slotfilling/slotFilling.sc
    module = sys.zb-common

theme: /

    state: Welcome
        script:
            $session.steps = 0;
        a: Добро пожаловать!

        state: Step
            q!: дальше
            script:
                $session.steps = ($session.steps || 0) + 1;
                $client.all = ($client.all || 0) + 1;
            a: Шаг {{ $session.steps }}, всего {{ $client.all }}.

    state: Request
        q!: запрос
        a: {{ typeof $session.rawRequest }}

    state: NoMatch
        event!: noMatch
        a: Не понимаю.
