init:
    bind("preProces", function ($context) {});
#        ^^^^^^^^^^^ warning[check/misspelt-handler]
    $jsapi.bind('onscripterror', function ($context) {}, "/");
#               ^^^^^^^^^^^^^^^ warning[check/misspelt-handler]
    bind({type: "preMach", path: "/", handler: function () {}});
#               ^^^^^^^^^ warning[check/misspelt-handler]

theme: /
    state: Start
        q!: hello
        a: Hello.
