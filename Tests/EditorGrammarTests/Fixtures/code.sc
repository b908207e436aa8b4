init:
#<---- storage.type.tag.sc
#   ^ punctuation.separator.tag.sc
    bind("preProcess", function (context) {
#<--------- source.js.embedded.sc
#        ^^^^^^^^^^^^ source.js.embedded.sc string.quoted.double.js
#                    ^^ source.js.embedded.sc
#                      ^^^^^^^^ source.js.embedded.sc keyword.js
#                              ^^^^^^^^^^^ source.js.embedded.sc
#                                         ^ source.js.embedded.sc meta.block.js
        # a comment of the language
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ source.js.embedded.sc meta.block.js comment.line.number-sign.sc
        context.label: while (true) { break; }
#<------------------------------------ source.js.embedded.sc meta.block.js
#                                   ^^^^^^^^^^ source.js.embedded.sc meta.block.js meta.block.js

    });
#<----- source.js.embedded.sc meta.block.js
#    ^^ source.js.embedded.sc
theme: /
#<----- storage.type.tag.sc
#    ^ punctuation.separator.tag.sc
#      ^ entity.name.namespace.theme.sc
    state: Code
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^ entity.name.function.state.sc
        script: $temp.x = 1;
#       ^^^^^^ keyword.control.reaction.tag.sc
#             ^ punctuation.separator.tag.sc
#              ^^^^^^^^^^^^^ source.js.embedded.sc
        script:
#       ^^^^^^ keyword.control.reaction.tag.sc
#             ^ punctuation.separator.tag.sc
            var list = [];
#           ^^^ source.js.embedded.sc keyword.js
#              ^^^^^^^^^^^ source.js.embedded.sc
# commented out at the margin
#<----------------------------- source.js.embedded.sc comment.line.number-sign.sc
            list.push("#1");
#<---------------------- source.js.embedded.sc
#                     ^^^^ source.js.embedded.sc string.quoted.double.js
#                         ^^ source.js.embedded.sc
            var open = `never closed
#           ^^^ source.js.embedded.sc keyword.js
#              ^^^^^^^^ source.js.embedded.sc
#                      ^^^^^^^^^^^^^ source.js.embedded.sc string.template.js
                {{ still code
#<----------------------------- source.js.embedded.sc string.template.js
          outside, but no tag
#<----------------------------- source.js.embedded.sc string.template.js
        # in the column of the tag
#<---------------------------------- source.js.embedded.sc string.template.js
        q: word
#       ^ keyword.other.trigger.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^ meta.pattern.sc string.unquoted.word.sc
        scriptEs6:
#       ^^^^^^^^^ keyword.control.reaction.tag.sc
#                ^ punctuation.separator.tag.sc
            if (await f()) { return
#           ^^ source.js.embedded.sc keyword.js
#             ^^ source.js.embedded.sc
#               ^^^^^ source.js.embedded.sc keyword.js
#                    ^^^^^^ source.js.embedded.sc
#                          ^^ source.js.embedded.sc meta.block.js
#                            ^^^^^^ source.js.embedded.sc meta.block.js keyword.js
            a: a label, since it stands further in
#<-------------------------------------------------- source.js.embedded.sc meta.block.js
        a: Done
#       ^ keyword.control.reaction.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^ string.unquoted.text.sc
    init:
#   ^^^^ storage.type.tag.sc
#       ^ punctuation.separator.tag.sc
        function unclosed() {
#       ^^^^^^^^ source.js.embedded.sc keyword.js
#               ^^^^^^^^^^^^ source.js.embedded.sc
#                           ^ source.js.embedded.sc meta.block.js
    state: After
#   ^^^^^ storage.type.tag.sc
#        ^ punctuation.separator.tag.sc
#          ^^^^^ entity.name.function.state.sc
