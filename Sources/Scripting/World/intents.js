// $context.intent, $context.entities and $entities: what was understood (dsl.md 4.2, 8).
//
// intent      { path, confidence, answer?, customData?, slots: [{ name, entity, required, array, prompts }] }; undefined when a pattern answers
// entities    [{ pattern, entity, text, value, startPos, endPos, default, slot?, system }] in the order of the text. `pattern` is the entity's name;
//             `value` is always a text, often of JSON; `slot` is the name of the slot that it fills. They are looked for when a script first
//             asks. After slot filling they are those of the phrase that began it, and what the caller answered.
// $parseTree  has `_<slot>` for each slot that is filled: the value, read as JSON where it is some; for a slot with `array` a list.
(function (world) {
    "use strict";

    var global = world.global;

    // JSON, or the text itself.
    world.valueOfEntity = function (value) {
        if (typeof value !== "string") return value;
        try { return world.parse(value); } catch (fault) { return value; }
    };

    function valueOf(filled) { return world.valueOfEntity(filled.value === undefined ? filled.text : filled.value); }

    // Says of an entity which slot it fills, or adds one that was said later.
    function fill(entities, slot, filled) {
        for (var index = 0; index < entities.length; index++) {
            var entity = entities[index];
            if (entity.pattern !== slot.entity || entity.text !== filled.text || entity.slot !== undefined) continue;
            entity.slot = slot.name;
            return;
        }
        world.append(entities, {
            entity: slot.entity, pattern: slot.entity, text: filled.text,
            value: filled.value === undefined ? filled.text : filled.value, default: false, system: false, slot: slot.name
        });
    }

    function find() {
        var turn = world.turn;
        var text = turn.phrase !== undefined ? turn.phrase : global.$request && global.$request.query;
        if (typeof text !== "string") return [];
        var entities = world.host("caila.entitiesOf", text, world.recordsOfClient());
        for (var index = 0; turn.slots && index < turn.slots.length; index++) {
            for (var place = 0; place < turn.slots[index].values.length; place++) {
                fill(entities, turn.slots[index], turn.slots[index].values[place]);
            }
        }
        return entities;
    }

    function entities() {
        if (world.turn === null) return [];
        if (world.turn.entities === undefined) world.turn.entities = find();
        return world.turn.entities;
    }

    function setEntities(value) { if (world.turn !== null) world.turn.entities = value; }

    Object.defineProperty(world.context, "entities", { get: entities, set: setEntities, enumerable: true, configurable: true });
    Object.defineProperty(global, "$entities", { get: entities, set: setEntities, enumerable: true, configurable: true });

    // - slots: [{ name, entity, array, values: [{ text, value? }] }]; phrase: the text in which the intent was recognised
    world.doors.recognise = function (intent, slots, phrase) {
        world.turn.intent = intent;
        world.turn.slots = slots;
        world.turn.phrase = phrase;
        world.turn.entities = undefined;
        world.context.intent = intent;
    };

    // The filled slots of the intent that answers, a value each: [{ name, value, array }].
    world.knownSlots = function (path) {
        var turn = world.turn, known = [];
        for (var index = 0; turn.slots && turn.intent.path === path && index < turn.slots.length; index++) {
            var slot = turn.slots[index];
            for (var place = 0; place < slot.values.length; place++) {
                world.append(known, { name: slot.name, value: valueOf(slot.values[place]), array: slot.array });
            }
        }
        return known;
    };

    world.forgetIntent = function () {
        world.turn.intent = world.turn.slots = world.turn.phrase = world.turn.entities = undefined;
        delete world.context.intent;
    };

    world.addSlots = function (tree) {
        var slots = world.turn.slots;
        for (var index = 0; slots && index < slots.length; index++) {
            var slot = slots[index];
            tree["_" + slot.name] = slot.array ? world.map(slot.values, valueOf) : valueOf(slot.values[0]);
        }
        return tree;
    };
})(__ringback);
