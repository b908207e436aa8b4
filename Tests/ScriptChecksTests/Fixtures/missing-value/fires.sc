theme: /
    state: Start
        q!: $regex</start>
        q!: * (hello|hi) *
        script: if ($parseTree.value == "start") { $jsapi.startSession(); }
#                              ^^^^^ warning[check/missing-value]
        a: {{$parseTree.value}}
