theme: /
    state: Start
        q!: hello || toState = "/Order"
        go!: "/Order"
#            ^^^^^^^^ error[link/unknown-state]
        go: '/Nowhere'
#           ^^^^^^^^^^ error[link/unknown-state]
        buttons:
            "Order" -> "/Order"
#                      ^^^^^^^^ error[link/unknown-state]
            "Again" -> /Start
    state: Order
        q!: до $250 и $2.50
#              ^^^^ error[link/undefined-pattern]
        go!: «../Start»
#            ^^^^^^^^^^ error[link/unknown-state]
