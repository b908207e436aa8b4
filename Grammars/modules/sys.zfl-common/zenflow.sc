# What every request brings, kept for the whole session: $session.rawRequest is the channel's own request, $session.userId says who talks.

init:
    bind("preProcess", function ($context) {
        var request = $context.request;
        var session = $context.session;
        session.rawRequest = request.rawRequest || {};
        session.userId = request.channelUserId || session.userId;
    }, "/", "zenflow");
