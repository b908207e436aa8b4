/* What Ringback adds to the engine (engine_names.c): the global names of compiled code. */
#ifndef RINGBACK_NAMES_H
#define RINGBACK_NAMES_H

#include <quickjs.h>

enum RingbackNameUse {
    RINGBACK_NAME_READ,
    RINGBACK_NAME_TYPEOF,  /* `typeof x`, which is no error when there is no x */
    RINGBACK_NAME_WRITTEN, /* `x = …`, and the like of `x++` and `for (x in …)`; a change in place is also read */
    RINGBACK_NAME_DELETED,
    RINGBACK_NAME_DECLARED /* at the top level of a script; the place is that of the script */
};

/* One use. line is the engine's; column counts bytes from 1. For writes the place is somewhere in the same statement. */
typedef bool RingbackNameSink(void *context, JSContext *realm, JSAtom name, enum RingbackNameUse use, int line, int column);

/* Calls sink for every use of a name that no scope of the code declares, in the code and all its inner functions, until it
   answers false. code: what JS_EVAL_FLAG_COMPILE_ONLY gives. A name that a `with` statement may provide is left out. */
void ringback_names(JSContext *realm, JSValueConst code, RingbackNameSink *sink, void *context);

#endif
