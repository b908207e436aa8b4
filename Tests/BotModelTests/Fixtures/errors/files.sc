require: gone.sc
#        ^^^^^^^ error[link/missing-file]
require: number/number.sc
#        ^^^^^^^^^^^^^^^^ warning[link/module]
    module = sys.zb-common

theme: /
    state: A
        a: Hello
