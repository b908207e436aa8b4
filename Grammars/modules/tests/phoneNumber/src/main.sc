require: phoneNumber/phoneNumber.sc
    module = sys.zb-common

theme: /

    state: Phone
        q!: * $mobilePhoneNumber *
        a: {{ $parseTree._mobilePhoneNumber }}

    state: None
        q!: *
        a: none
