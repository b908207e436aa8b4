function greeting() {
    var $session = $jsapi.context().session;
    if ($session.greeting) {
        return $session.greeting;
    }
    if (!$jsapi.context().client.known) { log("new"); }
    return $session.politely && $session.politely.name;
}
