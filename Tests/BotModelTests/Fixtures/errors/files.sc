require: gone.sc
#        ^^^^^^^ error[link/missing-file]
require: ../../etc/passwd
#        ^^^^^^^^^^^^^^^^ error[link/outside-project]
require: parts/*.sc
#        ^^^^^^^^^^ warning[link/no-matching-file]
require: {{$injector.scripts}}/main.sc
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[link/unknown-injection]
require: number/number.sc
#        ^^^^^^^^^^^^^^^^ note[link/module-names-only]
    module = sys.zb-common
require: number/numbr.sc
#        ^^^^^^^^^^^^^^^ warning[link/unknown-module-file]
    module = sys.zb-common
require: one.js, two.js
#        ^^^^^^^^^^^^^^ error[link/missing-file]
require: number/number.sc module = sys.zb-common
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[link/missing-file]
require: ..\..\etc
#        ^^^^^^^^^ error[link/missing-file]
require: number/number.sc
    modul = sys.zb-common
#   ^^^^^ warning[link/unknown-parameter]
require: cities.csv
#        ^^^^^^^^^^ error[link/missing-file]
    nam = Cities
#   ^^^ warning[link/unknown-parameter]
    vra = $Cities
#   ^^^ warning[link/unknown-parameter]
    strct = true
#   ^^^^^ warning[link/unknown-parameter]

theme: /
    state: A
        q!: $Number
        q!: $entity<Cities>
#           ^^^^^^^^^^^^^^^ error[link/unknown-dictionary]
        a: Hello
