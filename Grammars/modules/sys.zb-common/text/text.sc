patterns:
    # Anything that is said, as long as it is something.
    $Text = * $nonEmptyGarbage * || converter = $converters.textConverter

init:
    $global.$converters = $global.$converters || {};
    $global.$converters.textConverter = function(parseTree) {
        return parseTree.text;
    };
