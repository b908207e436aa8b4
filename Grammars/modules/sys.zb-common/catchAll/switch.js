// Handing the talk over to the live chat.

// Adds the reply that opens the chat with the group of operators whom the settings of /CatchAll name.
function switchToPerson(settings) {
    var context = $jsapi.context();
    var opening = _.extend({ type: "switch", destination: catchAll.operatorGroup, state: context.currentState }, settings);
    context.response.replies = (context.response.replies || []).concat([opening]);
}

// What was said until now, nothing where that is not known.
function chatSoFar() {
    return $jsapi.chatHistory ? $jsapi.chatHistory() : "";
}
