// A store of values by key, kept as records of a client entity, so that callers share it. chatbot.yaml says where:
//
// injector:
//   cailaEntities:
//     commonId: whose records they are
//     commonEntityName: the entity that holds them
//
// cailaEntities.add("12345", { name: "Ann" }); cailaEntities.get("12345") is { name: "Ann", recordId: 1 }, null when there is none.

var cailaEntities = (function() {
    var place = $injector.cailaEntities || {};

    function all() {
        return $caila.getClientEntityRecords(place.commonEntityName, place.commonId) || [];
    }

    function recordOf(key) {
        return all().filter(function(record) { return record.rule && record.rule[0] == key; })[0];
    }

    // Without an id a list of one, as new records are given.
    function prepared(key, data, id) {
        var record = { rule: [key], type: "pattern", value: JSON.stringify(data) };
        if (!id) return [record];
        record.id = id;
        return record;
    }

    function remove(ids) {
        if (ids.length > 0) $caila.deleteClientEntityRecords(place.commonEntityName, ids, place.commonId);
    }

    function idsOf(records) {
        return _.compact(_.pluck(records, "id"));
    }

    function replace(key, data, id) {
        var known = id || _.property("id")(recordOf(key));
        $caila.setClientEntityRecord(place.commonEntityName, prepared(key, data, known), place.commonId);
    }

    // Adds a value, or puts it in the place of the one that has the key.
    function put(key, data) {
        var known = recordOf(key);
        if (known) replace(key, data, known.id);
        else $caila.addClientEntityRecords(place.commonEntityName, prepared(key, data), place.commonId);
    }

    function get(key) {
        var record = recordOf(key);
        return record ? _.extend({}, JSON.parse(record.value), { recordId: record.id }) : null;
    }

    return {
        add: put,
        get: get,
        update: replace,
        getAllRecords: all,
        getPreparedRecord: prepared,
        // One id of a record, or a list of them.
        deleteById: function(id) { remove([].concat(id)); },
        deleteByRuleUniqueId: function(key) { remove(idsOf([recordOf(key)].filter(Boolean))); },
        deleteAllRecords: function() { remove(idsOf(all())); }
    };
})();
