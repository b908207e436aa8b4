require: catchAll/catchAll.sc
    module = sys.zb-common
    injector = {withOperator: true, CheckSameAnswer: true}

theme: /

    state: Start
        q!: $regex</start>
        a: Слушаю вас.

    state: Weather
        q!: * (погода|погоду) *
        a: Завтра будет солнечно.
