// A store of values by key, kept as records of a client entity, so that callers share it. chatbot.yaml says where:
//
// injector:
//   cailaEntities:
//     commonId: whose records they are
//     commonEntityName: the entity that holds them
//
// cailaEntities.add("12345", { name: "Ann" }); cailaEntities.get("12345") is { name: "Ann", recordId: 1 }, null when there is none.

var commonId = $injector.cailaEntities && $injector.cailaEntities.commonId;
var commonEntityName = $injector.cailaEntities && $injector.cailaEntities.commonEntityName;

var cailaEntities = {
    // The record of a value: as a list of one, or by itself when it has an id already.
    getPreparedRecord: function(ruleUniqueId, data, recordId) {
        var record = { type: "pattern", rule: [ruleUniqueId], value: JSON.stringify(data) };
        return recordId ? Object.assign(record, { id: recordId }) : [record];
    },

    getAllRecords: function() {
        return $caila.getClientEntityRecords(commonEntityName, commonId);
    },

    get: function(ruleUniqueId) {
        var record = (cailaEntities.getAllRecords() || []).find(function(one) {
            return one.rule && String(one.rule[0]) === String(ruleUniqueId);
        });
        return record ? Object.assign(JSON.parse(record.value), { recordId: record.id }) : null;
    },

    // Adds a value, or puts it in the place of the one that has the key.
    add: function(ruleUniqueId, data) {
        var known = cailaEntities.get(ruleUniqueId);
        if (known) return cailaEntities.update(ruleUniqueId, data, known.recordId);
        $caila.addClientEntityRecords(commonEntityName, cailaEntities.getPreparedRecord(ruleUniqueId, data), commonId);
    },

    update: function(ruleUniqueId, data, recordId) {
        var id = recordId || cailaEntities.get(ruleUniqueId).recordId;
        $caila.setClientEntityRecord(commonEntityName, cailaEntities.getPreparedRecord(ruleUniqueId, data, id), commonId);
    },

    // One id of a record, or a list of them.
    deleteById: function(id) {
        $caila.deleteClientEntityRecords(commonEntityName, [].concat(id), commonId);
    },

    deleteByRuleUniqueId: function(ruleUniqueId) {
        var known = cailaEntities.get(ruleUniqueId);
        if (known) cailaEntities.deleteById(known.recordId);
    },

    deleteAllRecords: function() {
        var ids = (cailaEntities.getAllRecords() || []).map(function(record) { return record.id; });
        if (ids.length) cailaEntities.deleteById(ids);
    }
};
