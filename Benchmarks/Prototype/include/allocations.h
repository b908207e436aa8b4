/* How often this process has asked for memory: `malloc` and its kin are counted on their way to the C library. */
#pragma once

unsigned long allocation_count(void);
