# A new session on /start, and when the user was silent for too long.
# injector.newSessionStartState: the state that /start leads to, "/" unless given.
# injector.newSessionTimeout: minutes of silence after which the next message begins a new session, 120 unless given.

theme: /

    init:
        $global.startState = $injector.newSessionStartState || "/";
        $global.newSessionTimeout = 60000 * ($injector.newSessionTimeout || 120);

        // Begins a new session with the request that is being answered; it is answered by the same state.
        $global.newSession = function ($context) {
            var data = $context.request.data || {};
            data.newSession = true;
            data.targetState = $context.temp.targetState || $context.currentState;
            $reactions.newSession({message: $context.request.query || "/start", data: data});
        };

        // Where the request goes after a new session began, and whether the silence before it was too long.
        bind("preProcess", function ($context) {
            var target = $context.request.data && $context.request.data.targetState;
            if (target) {
                $context.temp.targetState = target;
                return;
            }
            var last = $context.session.lastActiveTime;
            if ($context.request.query && last && $jsapi.currentTime() - last > newSessionTimeout) {
                newSession($context);
            }
        });

        bind("postProcess", function ($context) {
            $context.session.lastActiveTime = $jsapi.currentTime();
        });

    state: Start
        q!: * *start
        script:
            var begun = $request.data && $request.data.newSession;
            if (!begun && !$context.testContext) {
                newSession($context);
            }
        go!: {{ startState }}
