// $parseTree: what the winning pattern captured (dsl.md 4.1).
//
// node = { tag, pattern, text, words, value?, <Name>: [node, …], _<Name>: value or text of the first such node anywhere below }
(function (world) {
    "use strict";

    var ownKeys = { tag: 1, pattern: 1, text: 1, words: 1, value: 1, startPos: 1, endPos: 1 };

    function node(raw) {
        var result = { tag: raw.tag, pattern: raw.pattern, text: raw.text, words: raw.words };
        if (raw.value !== undefined) result.value = raw.value;
        raw.children.forEach(function (child) {
            var name = child.tag;
            (result[name] = Array.isArray(result[name]) ? result[name] : []).push(node(child));
        });
        if (raw.converter !== undefined) {
            var converter = world.evaluate("(" + raw.converter + "\n)");
            var value = converter(result);
            if (value !== undefined) result.value = value;
        }
        return result;
    }

    // The first node of each name, nearest first, is also reachable as `_Name` from the root.
    function addShortcuts(root) {
        var level = [root];
        while (level.length) {
            var next = [];
            level.forEach(function (current) {
                Object.keys(current).forEach(function (name) {
                    if (ownKeys[name] || name[0] === "_" || !Array.isArray(current[name])) return;
                    var first = current[name][0];
                    if (!(("_" + name) in root)) {
                        root["_" + name] = first.value !== undefined ? first.value : first.text;
                    }
                    next = next.concat(current[name]);
                });
            });
            level = next;
        }
        if (root.value !== undefined) root._Root = root.value;
        return root;
    }

    world.doors.take = function (raw) { world.global.$parseTree = addShortcuts(node(raw)); };
})(__ringback);
