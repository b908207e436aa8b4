// What scripts of the platform call around slots. The dialog asks for slots itself; these answer from what it knows.

/** The value of a slot: what a converter or an entity made of it, else the words said. */
function extractValue(slot) {
    if (!slot) {
        return undefined;
    }
    return slot.value === undefined || slot.value === null ? slot.text : slot.value;
}

/** Whether every required slot of an intent has a value in `known`, a list of slots or an object of values by name. */
function hasAllRequiredSlots(slots, known) {
    var values = {};
    if (Array.isArray(known)) {
        known.forEach(function (slot) { values[slot.name] = extractValue(slot); });
    } else {
        values = known || {};
    }
    return (slots || []).every(function (slot) {
        return !slot.required || (values[slot.name] !== undefined && values[slot.name] !== null);
    });
}

/** How a bot asks unless `injector.slotfilling` says otherwise. */
function createDefaultProperties() {
    var own = ($jsapi.context().injector || {}).slotfilling || {};
    return {
        maxSlotRetries: own.maxSlotRetries === undefined ? 2 : own.maxSlotRetries,
        stopOnAnyIntent: own.stopOnAnyIntent === undefined ? false : own.stopOnAnyIntent,
        stopOnAnyIntentThreshold: own.stopOnAnyIntentThreshold === undefined ? 0.2 : own.stopOnAnyIntentThreshold
    };
}

/** The dialog comes back from asking by itself. */
function returnFromSlotFilling() {
}
