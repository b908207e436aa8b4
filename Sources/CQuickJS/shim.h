#include <quickjs.h>
