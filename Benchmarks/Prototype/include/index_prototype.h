/* The least that finding the rules of a phrase can cost: an inverted index in plain C over the rules of the match
 * benchmark, with no scores, captures, weights, or words outside of ASCII. It is a yardstick, no part of the product. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct index_prototype;

/* Rules in prefix form, their words with blanks between them:
 *     W word    P stem    L word (with the ends -, s, ed, ing)    *    O x    A n x…    S n x…    U gap n x…
 * NULL when one is not of this form or has a word of more than 16 bytes. */
struct index_prototype *index_prototype_make(const char *const *rules, size_t count);

void index_prototype_free(struct index_prototype *index);

/* The rules that cover a phrase of at most 63 lower-case words with one blank between them: their numbers, each once, in no
 * order. Returns how many there are, of which at most `room` are written; -1 when the phrase is too long. */
int index_prototype_find(
    struct index_prototype *index, const char *text, size_t length, int32_t *found, int room);
