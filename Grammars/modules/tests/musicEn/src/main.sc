require: music/musicGenreEn.sc
    module = sys.zb-common

theme: /

    state: Genre
        q!: * $MusicGenre *
        a: {{$parseTree._MusicGenre}}

    state: Nothing
        event!: noMatch
        a: -
