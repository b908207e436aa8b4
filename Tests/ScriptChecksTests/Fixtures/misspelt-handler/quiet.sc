init:
    bind("preProcess", function ($context) {}, "/", "preproces");
    $jsapi.bind({type: "postProcess", name: "preMach", handler: function () {}});
    bind("afterAll", function () {});
    bind(phase, function () {});
    handler.bind("preProces");
    var f = function () { return this.x; }.bind({type: "a"});

theme: /
    state: Start
        q!: hello
        a: Hello.
