// $caila: what the bot's NLU export and dictionaries know (dsl.md 5.7).
//
// getEntity(name)               { name, id, records: [{ id, type, values, value }] }, else null
// entitiesLookup(text, all?)    { text, entities: [{ entity, text, startPos, endPos, value, … }] }; all: those inside others, too
// markup(text)                  { source, correctedText, words: [{ word, source, startPos, endPos, punctuation, annotations: { lemma, pos } }] }
// inflect(text, forms), conform(word, number)   as those of $nlp          detectLanguage(texts)   a list of "ru", "en", "kk", "uk", "und"
//
// Records of a client are kept in `$client.$caila`; phrases are searched for them as for the bot's own, from the next request on by rules:
// addClientEntityRecords(entity, records, clientId?)  gives them back with ids; getClientEntityRecords(entity, clientId?);
// setClientEntityRecord(entity, record, clientId?), setClientEntityRecords(entity, records, clientId?), deleteClientEntityRecords(entity, ids, clientId?);
// setClientNerId(id), clearClientNerId()  whose records are meant when no clientId is given
// Of all records of a client 2000 phrases and 200 patterns of 1000 characters are kept; more are an error.
// cdqaQuery, inference, simpleInference   are answered by servers of the platform: an error
(function (world) {
    "use strict";

    function text(value, call) { return world.takeFirstText(value, "$caila." + call); }

    function texts(list) { return world.map(world.isArray(list) ? list : [list], function (item) { return "" + item; }); }

    // MARK: Records of a client

    function book() {
        var client = world.global.$client;
        if (!world.isObject(client)) client = world.global.$client = {};
        if (!world.isObject(client.$caila)) client.$caila = { lastId: 0, records: {} };
        if (!world.isObject(client.$caila.records)) client.$caila.records = {};
        return client.$caila;
    }

    // `$client` with nothing else in it, as JSON; `undefined` for a client without records.
    world.recordsOfClient = function () {
        var client = world.global.$client;
        if (!world.isObject(client) || !world.isObject(client.$caila)) return undefined;
        try { return world.stringify({ $caila: client.$caila }); } catch (fault) { return undefined; }
    };

    function key(entity, clientId, call) {
        var owner = clientId === undefined || clientId === null ? book().nerId : clientId;
        return text(entity, call) + (owner === undefined ? "" : " " + owner);
    }

    function records(entity, clientId, call) {
        var all = book().records, name = key(entity, clientId, call);
        return world.has(all, name) && world.isArray(all[name]) ? all[name] : [];
    }

    function record(given, call) {
        if (!world.isObject(given)) {
            world.wrong("$caila." + call + " takes records such as { type: \"synonyms\", rule: [\"tea\"], value: \"1\" }.");
        }
        var id = given.id === undefined ? (book().lastId = (+book().lastId || 0) + 1) : given.id;
        return {
            id: id, type: given.type === undefined ? "synonyms" : "" + given.type, rule: texts(given.rule === undefined ? [] : given.rule),
            value: given.value === undefined ? undefined : "" + given.value
        };
    }

    function made(list, call) {
        return world.map(world.isArray(list) ? list : [list], function (given) { return record(given, call); });
    }

    function keep(entity, clientId, call, list) {
        var all = book().records, name = key(entity, clientId, call), names = world.keys(all);
        var counted = count(list, call, { words: 0, patterns: 0 });
        for (var index = 0; index < names.length; index++) {
            if (names[index] !== name && world.isArray(all[names[index]])) count(all[names[index]], call, counted);
        }
        all[name] = list;
    }

    // `ClientEntities` hears no more: each turn of the caller reads them anew.
    var mostWords = 2000, mostPatterns = 200, longestPattern = 1000;

    function count(list, call, counted) {
        for (var index = 0; index < list.length; index++) {
            var one = list[index];
            if (!world.isObject(one) || !world.isArray(one.rule)) continue;
            if (one.type !== "pattern") { counted.words += one.rule.length; continue; }
            counted.patterns += one.rule.length;
            for (var number = 0; number < one.rule.length; number++) {
                if (one.rule[number].length > longestPattern) {
                    world.wrong("$caila." + call + ": a pattern of a client has at most " + longestPattern + " characters.");
                }
            }
        }
        if (counted.words > mostWords || counted.patterns > mostPatterns) {
            world.wrong("$caila." + call + ": a client may have " + mostWords + " phrases and " + mostPatterns + " patterns in all of its records.");
        }
        return counted;
    }

    function isOneOf(ids, id) {
        for (var index = 0; index < ids.length; index++) if ("" + ids[index] === "" + id) return true;
        return false;
    }

    function without(ids, list) {
        var rest = [];
        for (var index = 0; index < list.length; index++) if (!isOneOf(ids, list[index].id)) world.append(rest, list[index]);
        return rest;
    }

    function faraway(call) {
        return function () {
            world.wrong("$caila." + call + " is answered by servers of the platform, which this runtime does not have; $nlp.match and $caila.entitiesLookup know the bot's own data.");
        };
    }

    world.define("$caila", {
        getEntity: function (name) { return world.host("caila.entity", text(name, "getEntity")); },
        entitiesLookup: function (given, all) { return world.host("caila.entities", text(given, "entitiesLookup"), all === true, world.recordsOfClient()); },
        markup: function (given) { return world.host("caila.markup", text(given, "markup")); },
        inflect: function (given, forms) { return world.host("nlp.inflect", text(given, "inflect"), texts(forms)); },
        conform: function (word, number) { return world.host("nlp.conform", text(word, "conform"), +number); },
        detectLanguage: function (given) {
            return world.map(texts(given), function (item) { return world.host("caila.language", item); });
        },

        addClientEntityRecords: function (entity, given, clientId) {
            var list = [], fresh = made(given, "addClientEntityRecords");
            world.appendAll(list, records(entity, clientId, "addClientEntityRecords"));
            for (var index = 0; index < fresh.length; index++) world.append(list, fresh[index]);
            keep(entity, clientId, "addClientEntityRecords", list);
            return fresh;
        },
        getClientEntityRecords: function (entity, clientId) { return records(entity, clientId, "getClientEntityRecords"); },
        setClientEntityRecord: function (entity, given, clientId) {
            var list = records(entity, clientId, "setClientEntityRecord");
            if (!world.isObject(given) || given.id === undefined) {
                world.wrong("$caila.setClientEntityRecord takes a record with the `id` that addClientEntityRecords gave.");
            }
            var rest = without([given.id], list);
            if (rest.length === list.length) {
                world.wrong("$caila.setClientEntityRecord: the entity `" + entity + "` has no record with the id " + given.id + ".");
            }
            world.append(rest, record(given, "setClientEntityRecord"));
            keep(entity, clientId, "setClientEntityRecord", rest);
        },
        setClientEntityRecords: function (entity, given, clientId) {
            keep(entity, clientId, "setClientEntityRecords", made(given, "setClientEntityRecords"));
        },
        deleteClientEntityRecords: function (entity, ids, clientId) {
            var list = records(entity, clientId, "deleteClientEntityRecords");
            keep(entity, clientId, "deleteClientEntityRecords", without(world.isArray(ids) ? ids : [ids], list));
        },
        setClientNerId: function (id) { book().nerId = "" + id; },
        clearClientNerId: function () { delete book().nerId; },

        cdqaQuery: faraway("cdqaQuery"),
        inference: faraway("inference"),
        simpleInference: faraway("simpleInference")
    });
})(__ringback);
