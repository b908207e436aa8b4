require: dateTime/dateTime.sc
    module = sys.zb-common

theme: /

    state: Period
        q!: * период $DatePeriod *
        a: {{ JSON.stringify($parseTree._DatePeriod) }}

    state: Moment
        q!: момент $DateTime
        a: {{ toMoment($parseTree.DateTime[0]).format("YYYY-MM-DD HH:mm") }}

    state: Time
        q!: * время $TimeAbsolute *
        a: {{ JSON.stringify($parseTree._TimeAbsolute) }}

    state: Season
        q!: * сезон ($Season|$Weekend) *
        a: {{ $parseTree._Season }}

    state: DateTime
        q!: * $DateTime *
        a: {{ JSON.stringify($parseTree._DateTime) }}

    state: None
        q!: *
        a: none
