/* The global names that a piece of code uses, as values in the outbox. */
#include "core.h"
#include <string.h>

typedef struct {
    ScriptCore *core;
    uint32_t values;
    bool failed;
} Listing;

static bool list_use(void *context, JSContext *realm, JSAtom name, enum RingbackNameUse use, int line, int column) {
    Listing *listing = context;
    size_t length;
    const char *text = JS_AtomToCStringLen(realm, &length, name);
    listing->failed = !text || write_text(listing->core, text, length) || write_integer(listing->core, (int)use) ||
                      write_integer(listing->core, line) || write_integer(listing->core, column);
    if (text) JS_FreeCString(realm, text);
    listing->values += 4;
    return !listing->failed;
}

int write_names(ScriptCore *core, JSValueConst code) {
    Listing listing = {.core = core};
    if (write_open(core, SCRIPT_TAG_ARRAY, 0)) return -1;
    size_t place = core->outbox.length - sizeof listing.values;
    ringback_names(core->realm, code, list_use, &listing);
    memcpy(core->outbox.bytes + place, &listing.values, sizeof listing.values);
    return listing.failed ? -1 : 0;
}
