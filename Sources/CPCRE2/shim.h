#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// The `_8` names are macros of PCRE2's code unit width, which Swift cannot see.
static inline pcre2_code *parlance_pcre2_compile(
    const unsigned char *pattern, size_t length, unsigned int options, int *error, size_t *offset) {
  return pcre2_compile(pattern, length, options, error, offset, NULL);
}
