// $parseTree: what the winning pattern captured (dsl.md 4.1).
//
// A value of an entity `@Name` is read as JSON where it is some (uncertain of those that patterns capture).
// node = { tag, pattern, text, words, value?, <Name>: [node, …], _<Name>: value or text of the first such node anywhere below }
(function (world) {
    "use strict";

    var ownKeys = { __proto__: null, tag: 1, pattern: 1, text: 1, words: 1, value: 1, startPos: 1, endPos: 1 };

    // The named pattern whose converter failed last.
    var failed;

    // A converter that fails leaves its node without a value; what the first one threw is told when the tree is whole.
    function convert(node, converter, failures) {
        try {
            var value = world.evaluate("(" + converter + "\n)")(node);
            if (value !== undefined) node.value = value;
        } catch (error) {
            if (!failures.length) failed = node.pattern;
            world.append(failures, error);
        }
    }

    function node(raw, failures) {
        var result = { tag: raw.tag, pattern: raw.pattern, text: raw.text, words: raw.words };
        if (raw.value !== undefined) result.value = raw.isEntity ? world.valueOfEntity(raw.value) : raw.value;
        for (var index = 0; index < raw.children.length; index++) {
            var name = raw.children[index].tag;
            if (!world.isArray(result[name])) result[name] = [];
            world.append(result[name], node(raw.children[index], failures));
        }
        if (raw.converter !== undefined) convert(result, raw.converter, failures);
        else if (result.value === undefined) inherit(result, raw);
        return result;
    }

    // A named pattern that is nothing but another one has its value: `$Phone = ($PhoneInDigits / $PhoneInWords)` (uncertain).
    function inherit(node, raw) {
        if (raw.tag === "root" || raw.children.length !== 1 || raw.children[0].words.length !== raw.words.length) return;
        var child = node[raw.children[0].tag];
        if (world.isArray(child) && child[0].value !== undefined) node.value = child[0].value;
    }

    function addShortcutsOf(node, root, next) {
        var names = world.keys(node);
        for (var index = 0; index < names.length; index++) {
            var name = names[index], nodes = node[name];
            if (ownKeys[name] || name[0] === "_" || !world.isArray(nodes)) continue;
            if (!world.has(root, "_" + name)) root["_" + name] = nodes[0].value !== undefined ? nodes[0].value : nodes[0].text;
            for (var place = 0; place < nodes.length; place++) world.append(next, nodes[place]);
        }
    }

    // The first node of each name, nearest first, is also reachable as `_Name` from the root.
    function addShortcuts(root) {
        var level = [root];
        while (level.length) {
            var next = [];
            for (var index = 0; index < level.length; index++) addShortcutsOf(level[index], root, next);
            level = next;
        }
        if (root.value !== undefined) root._Root = root.value;
        return root;
    }

    // The tree as scripts know it, with the values of its converters; what the first of them threw goes on.
    world.shape = function (raw, keep) {
        var failures = [], tree = addShortcuts(node(raw, failures));
        if (keep) keep(tree);
        if (failures.length) throw failures[0];
        return tree;
    };

    world.doors.take = function (raw) { world.shape(raw, function (tree) { world.global.$parseTree = world.addSlots(tree); }); };

    world.doors.failedConverter = function () { return failed; };

    world.doors.tree = function () { return world.stringify(world.global.$parseTree); };
})(__ringback);
