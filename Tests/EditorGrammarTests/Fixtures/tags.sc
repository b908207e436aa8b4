require: number/number.sc
#<------- keyword.control.import.tag.sc
#      ^ punctuation.separator.tag.sc
#        ^^^^^^^^^^^^^^^^ string.unquoted.address.sc
    module = sys.zb-common
#   ^^^^^^ variable.parameter.sc
#          ^ keyword.operator.assignment.sc
#            ^^^^^^^^^^^^^ string.unquoted.value.sc
require: dict/cities.csv # where we deliver
#<------- keyword.control.import.tag.sc
#      ^ punctuation.separator.tag.sc
#        ^^^^^^^^^^^^^^^ string.unquoted.address.sc
#                        ^^^^^^^^^^^^^^^^^^ comment.line.number-sign.sc
    name = Cities
#   ^^^^ variable.parameter.sc
#        ^ keyword.operator.assignment.sc
#          ^^^^^^ string.unquoted.value.sc
    var = $Cities
#   ^^^ variable.parameter.sc
#       ^ keyword.operator.assignment.sc
#         ^^^^^^^ string.unquoted.value.sc
require: {{$inject.extra}}
#<------- keyword.control.import.tag.sc
#      ^ punctuation.separator.tag.sc
#        ^^ punctuation.section.interpolation.begin.sc
#          ^^^^^^^^^^^^^ source.js.embedded.expression.sc
#                       ^^ punctuation.section.interpolation.end.sc
    injector = {
#   ^^^^^^^^ variable.parameter.sc
#            ^ keyword.operator.assignment.sc
#              ^ punctuation.section.data.sc
        "retries": 3,
#       ^^^^^^^^^ support.type.property-name.sc
#                ^ punctuation.separator.key-value.sc
#                  ^ constant.numeric.sc
#                   ^ punctuation.separator.data.sc
        "polite": true
#       ^^^^^^^^ support.type.property-name.sc
#               ^ punctuation.separator.key-value.sc
#                 ^^^^ constant.language.boolean.sc
    }
#   ^ punctuation.section.data.sc

theme: /Order || modal = true
#<----- storage.type.tag.sc
#    ^ punctuation.separator.tag.sc
#      ^^^^^^^ entity.name.namespace.theme.sc
#             ^^ keyword.operator.parameters.sc
#                ^^^^^ variable.parameter.sc
#                      ^ keyword.operator.assignment.sc
#                        ^^^^ constant.language.boolean.sc
    state: Which one? || noContext = true, sessionResult = "Asked, twice"
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^^^^^^^ entity.name.function.state.sc
#                     ^^ keyword.operator.parameters.sc
#                        ^^^^^^^^^ variable.parameter.sc
#                                  ^ keyword.operator.assignment.sc
#                                    ^^^^ constant.language.boolean.sc
#                                        ^ punctuation.separator.parameter.sc
#                                          ^^^^^^^^^^^^^ variable.parameter.sc
#                                                        ^ keyword.operator.assignment.sc
#                                                          ^^^^^^^^^^^^^^ string.quoted.double.sc
        q!: order
#       ^ keyword.other.trigger.tag.sc
#        ^ keyword.operator.global.sc
#         ^ punctuation.separator.tag.sc
#           ^^^^^ meta.pattern.sc string.unquoted.word.sc
        q: * pizza * || fromState = /Start, onlyThisState = true
#       ^ keyword.other.trigger.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^ meta.pattern.sc keyword.operator.wildcard.sc
#            ^^^^^ meta.pattern.sc string.unquoted.word.sc
#                  ^ meta.pattern.sc keyword.operator.wildcard.sc
#                    ^^ meta.pattern.sc keyword.operator.parameters.sc
#                       ^^^^^^^^^ meta.pattern.sc variable.parameter.sc
#                                 ^ meta.pattern.sc keyword.operator.assignment.sc
#                                   ^^^^^^ meta.pattern.sc constant.other.path.sc
#                                         ^ meta.pattern.sc punctuation.separator.parameter.sc
#                                           ^^^^^^^^^^^^^ meta.pattern.sc variable.parameter.sc
#                                                         ^ meta.pattern.sc keyword.operator.assignment.sc
#                                                           ^^^^ meta.pattern.sc constant.language.boolean.sc
        intent!: /order/new
#       ^^^^^^ keyword.other.trigger.tag.sc
#             ^ keyword.operator.global.sc
#              ^ punctuation.separator.tag.sc
#                ^^^^^^^^^^ constant.other.intent.sc
        intentGroup: /order
#       ^^^^^^^^^^^ keyword.other.trigger.tag.sc
#                  ^ punctuation.separator.tag.sc
#                    ^^^^^^ constant.other.intent.sc
        event: noMatch || toState = "./Again"
#       ^^^^^ keyword.other.trigger.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^^^^^^ constant.other.event.sc
#                      ^^ keyword.operator.parameters.sc
#                         ^^^^^^^ variable.parameter.sc
#                                 ^ keyword.operator.assignment.sc
#                                   ^^^^^^^^^ string.quoted.double.sc
        e!: I would like a pizza
#       ^ keyword.other.trigger.tag.sc
#        ^ keyword.operator.global.sc
#         ^ punctuation.separator.tag.sc
#           ^^^^^^^^^^^^^^^^^^^^ string.unquoted.text.sc
        eg: greetings
#       ^^ keyword.other.trigger.tag.sc
#         ^ punctuation.separator.tag.sc
#           ^^^^^^^^^ constant.other.event.sc
        go!: /Order/{{$session.next}} // at last
#       ^^ keyword.control.flow.tag.sc
#         ^ keyword.operator.global.sc
#          ^ punctuation.separator.tag.sc
#            ^^^^^^^ constant.other.path.sc
#                   ^^ punctuation.section.interpolation.begin.sc
#                     ^^^^^^^^^^^^^ source.js.embedded.expression.sc
#                                  ^^ punctuation.section.interpolation.end.sc
#                                     ^^^^^^^^^^ comment.line.sc
        go: ../Again
#       ^^ keyword.control.flow.tag.sc
#         ^ punctuation.separator.tag.sc
#           ^^^^^^^^ constant.other.path.sc
        timeout: /TooLate || interval = "10 seconds"
#       ^^^^^^^ keyword.control.flow.tag.sc
#              ^ punctuation.separator.tag.sc
#                ^^^^^^^^^ constant.other.path.sc
#                         ^^ keyword.operator.parameters.sc
#                            ^^^^^^^^ variable.parameter.sc
#                                     ^ keyword.operator.assignment.sc
#                                       ^^^^^^^^^^^^ string.quoted.double.sc
        image: https://example.org/{{$temp.name}}.png
#       ^^^^^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^^^^^^^^^^^^^^^^^^ string.unquoted.address.sc
#                                  ^^ punctuation.section.interpolation.begin.sc
#                                    ^^^^^^^^^^ source.js.embedded.expression.sc
#                                              ^^ punctuation.section.interpolation.end.sc
#                                                ^^^^ string.unquoted.address.sc
        audio: https://example.org/hello.wav || bargeInTransition = ./Stop
#       ^^^^^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.unquoted.address.sc
#                                            ^^ keyword.operator.parameters.sc
#                                               ^^^^^^^^^^^^^^^^^ variable.parameter.sc
#                                                                 ^ keyword.operator.assignment.sc
#                                                                   ^^^^^^ constant.other.path.sc
        random:
#       ^^^^^^ keyword.control.flow.tag.sc
#             ^ punctuation.separator.tag.sc
            a: One
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^ string.unquoted.text.sc
            a: Two
#           ^ keyword.control.reaction.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^^^ string.unquoted.text.sc
        buttons:
#       ^^^^^^^ keyword.control.reaction.tag.sc
#              ^ punctuation.separator.tag.sc
            "Yes" -> ./Confirm
#           ^^^^^ string.quoted.double.sc
#                 ^^ keyword.operator.arrow.sc
#                    ^^^^^^^^^ constant.other.path.sc
            "{{$session.other}}" -> /Other place # or elsewhere
#           ^ string.quoted.double.sc
#            ^^ string.quoted.double.sc punctuation.section.interpolation.begin.sc
#              ^^^^^^^^^^^^^^ string.quoted.double.sc source.js.embedded.expression.sc
#                            ^^ string.quoted.double.sc punctuation.section.interpolation.end.sc
#                              ^ string.quoted.double.sc
#                                ^^ keyword.operator.arrow.sc
#                                   ^^^^^^^^^^^^ constant.other.path.sc
#                                                ^^^^^^^^^^^^^^ comment.line.sc
            "Help"
#           ^^^^^^ string.quoted.double.sc
            {text: "Site", url: "https://example.org"}
#           ^ punctuation.section.data.sc
#            ^^^^ support.type.property-name.sc
#                ^ punctuation.separator.key-value.sc
#                  ^^^^^^ string.quoted.double.sc
#                        ^ punctuation.separator.data.sc
#                          ^^^ support.type.property-name.sc
#                             ^ punctuation.separator.key-value.sc
#                               ^^^^^^^^^^^^^^^^^^^^^ string.quoted.double.sc
#                                                    ^ punctuation.section.data.sc
        inlineButtons:
#       ^^^^^^^^^^^^^ keyword.control.reaction.tag.sc
#                    ^ punctuation.separator.tag.sc
            {"text": "More", "callback_data": 'more', "n": -1.5}
#           ^ punctuation.section.data.sc
#            ^^^^^^ support.type.property-name.sc
#                  ^ punctuation.separator.key-value.sc
#                    ^^^^^^ string.quoted.double.sc
#                          ^ punctuation.separator.data.sc
#                            ^^^^^^^^^^^^^^^ support.type.property-name.sc
#                                           ^ punctuation.separator.key-value.sc
#                                             ^^^^^^ string.quoted.single.sc
#                                                   ^ punctuation.separator.data.sc
#                                                     ^^^ support.type.property-name.sc
#                                                        ^ punctuation.separator.key-value.sc
#                                                          ^^^^ constant.numeric.sc
#                                                              ^ punctuation.section.data.sc
        state:
#       ^^^^^ storage.type.tag.sc
#            ^ punctuation.separator.tag.sc
        state: 1
#       ^^^^^ storage.type.tag.sc
#            ^ punctuation.separator.tag.sc
#              ^ entity.name.function.state.sc
        newSession:
#       ^^^^^^^^^^ keyword.control.reaction.tag.sc
#                 ^ punctuation.separator.tag.sc
            message = again
#           ^^^^^^^ variable.parameter.sc
#                   ^ keyword.operator.assignment.sc
#                     ^^^^^ string.unquoted.value.sc
    @InputText
#   ^ punctuation.definition.annotation.sc
#    ^^^^^^^^^ storage.type.annotation.sc
        {
#       ^ meta.annotation.sc punctuation.section.data.sc
          "boundsTo" : "/Order",
#         ^^^^^^^^^^ meta.annotation.sc support.type.property-name.sc
#                    ^ meta.annotation.sc punctuation.separator.key-value.sc
#                      ^^^^^^^^ meta.annotation.sc string.quoted.double.sc
#                              ^ meta.annotation.sc punctuation.separator.data.sc
          "actions" : [ { "x": null } ]
#         ^^^^^^^^^ meta.annotation.sc support.type.property-name.sc
#                   ^ meta.annotation.sc punctuation.separator.key-value.sc
#                     ^ meta.annotation.sc punctuation.section.data.sc
#                       ^ meta.annotation.sc punctuation.section.data.sc
#                         ^^^ meta.annotation.sc support.type.property-name.sc
#                            ^ meta.annotation.sc punctuation.separator.key-value.sc
#                              ^^^^ meta.annotation.sc constant.language.null.sc
#                                   ^ meta.annotation.sc punctuation.section.data.sc
#                                     ^ meta.annotation.sc punctuation.section.data.sc
        }
#       ^ meta.annotation.sc punctuation.section.data.sc
    state: Ask
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^ entity.name.function.state.sc
        InputNumber:
#       ^^^^^^^^^^^ support.class.action.tag.sc
#                  ^ punctuation.separator.tag.sc
            prompt = How many, please?
#           ^^^^^^ variable.parameter.sc
#                  ^ keyword.operator.assignment.sc
#                    ^^^ string.unquoted.value.sc
#                        ^^^^ string.unquoted.value.sc
#                            ^ punctuation.separator.data.sc
#                              ^^^^^^^ string.unquoted.value.sc
                At most {{$session.limit}}.
#               ^^ string.unquoted.value.sc
#                  ^^^^ string.unquoted.value.sc
#                       ^^ punctuation.section.interpolation.begin.sc
#                         ^^^^^^^^^^^^^^ source.js.embedded.expression.sc
#                                       ^^ punctuation.section.interpolation.end.sc
#                                         ^ string.unquoted.value.sc
            varName = count
#           ^^^^^^^ variable.parameter.sc
#                   ^ keyword.operator.assignment.sc
#                     ^^^^^ string.unquoted.value.sc
            minValue = 1
#           ^^^^^^^^ variable.parameter.sc
#                    ^ keyword.operator.assignment.sc
#                      ^ constant.numeric.sc
            then = /Order/Done
#           ^^^^ variable.parameter.sc
#                ^ keyword.operator.assignment.sc
#                  ^^^^^^^^^^^ constant.other.path.sc
            htmlEnabled = false
#           ^^^^^^^^^^^ variable.parameter.sc
#                       ^ keyword.operator.assignment.sc
#                         ^^^^^ constant.language.boolean.sc
        HangUp:
#       ^^^^^^ support.class.action.tag.sc
#             ^ punctuation.separator.tag.sc
        sate: misspelt
#       ^^^^ invalid.illegal.unknown.tag.sc
#           ^ punctuation.separator.tag.sc
