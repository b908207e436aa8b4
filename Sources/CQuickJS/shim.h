#include <engine_names.h>
