require: dateTime/dateTimeKz.sc
    module = sys.zb-common

theme: /

    state: DateTime
        q!: * $DateTime *
        a: {{ JSON.stringify($parseTree._DateTime) }}

    state: None
        q!: *
        a: none
