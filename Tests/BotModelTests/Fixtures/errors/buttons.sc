theme: /
    state: Start
        q!: start
        a: Which?
        buttons:
            "Good" -> /Start
            "Fat arrow" => /Start
#                       ^^ error[link/button-arrow]
            "Long arrow" --> /Gone
#                        ^^^ error[link/button-arrow]
#                            ^^^^^ error[link/unknown-state]
            "No arrow" /Start
#                      ^^^^^^ error[link/button-arrow]
            Bare => ./Next
#                ^^ error[link/button-arrow]
            “Curly” -> /Start
#           ^^^^^^^ warning[link/curly-quotes]
            «Елочки» → /Start
#           ^^^^^^^^ warning[link/curly-quotes]
#                    ^ error[link/button-arrow]
            "«Inside» is fine" -> ./Next
            "An arrow => inside" -> ./Next
            {text: "Site", ulr: "https://example.org"}
#                          ^^^ warning[link/button-key]
            {txt: "Next", Transition: "./Next"}
#            ^^^ warning[link/button-key]
#                         ^^^^^^^^^^ warning[link/button-key]
            {text: “Shop”, url: "https://example.org"}
#                  ^^^^^^ warning[link/curly-quotes]
            {text: "Chat", switch_inline_query: "a"}
        inlineButtons: {text: "Lost"}
#                      ^^^^^^^^^^^^^^ error[link/no-buttons]
        state: Next
            a: Next
