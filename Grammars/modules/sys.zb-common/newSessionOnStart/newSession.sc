# A new session on /start, and when the user was silent for too long.
# injector.newSessionStartState: the state that /start leads to, "/" unless given.
# injector.newSessionTimeout: minutes of silence after which the next message begins a new session, 120 unless given.

theme: /

    init:
        Object.assign($global, {
            startState: $injector.newSessionStartState || "/",
            newSessionTimeout: ($injector.newSessionTimeout || 120) * 60000,

            // Begins a new session with the request that is being answered; it is answered by the same state.
            newSession: function (context) {
                var request = context.request;
                request.data = Object.assign(request.data || {}, {
                    newSession: true,
                    targetState: context.temp.targetState || context.currentState
                });
                $reactions.newSession({message: request.query || "/start", data: request.data});
            }
        });

        // Where the request goes after a new session began, and whether the silence before it was too long.
        bind("preProcess", function (context) {
            var target = (context.request.data || {}).targetState;
            var silence = $jsapi.currentTime() - (context.session.lastActiveTime || Infinity);
            if (target) {
                context.temp.targetState = target;
            } else if (context.request.query && silence > newSessionTimeout) {
                newSession(context);
            }
        });

        bind("postProcess", function (context) { context.session.lastActiveTime = $jsapi.currentTime(); });

    state: Start
        q!: * *start
        if: $context.testContext || ($request.data || {}).newSession
            go!: {{ startState }}
        else:
            script: newSession($context);
