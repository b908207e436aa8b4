require: ../common.js

patterns:
    # Anything that is said, as long as it is something.
    $Text = * $nonEmptyGarbage * || converter = $converters.textConverter

init:
    $converters.textConverter = function(parseTree) {
        return parseTree.text;
    };
