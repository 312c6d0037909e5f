#pragma once

// Comparisons of many bytes at once that give a bit for each, which Swift's vectors do not make.
// There is no library behind this, and no processor's own instructions: Clang has some for each.

#include <stdint.h>
#include <string.h>

typedef uint8_t parlance_bytes __attribute__((ext_vector_type(64)));
typedef _Bool parlance_flags __attribute__((ext_vector_type(64)));

/// One bit for each of 64 bytes, that of the first the lowest.
typedef struct {
  /// ASCII letters and digits.
  uint64_t words;
  /// What may stand inside a word or join it to the next: `&` `'` `,` `-` `.`.
  uint64_t infixes;
  uint64_t beyondASCII;
  /// Bytes that continue a Unicode scalar.
  uint64_t continuations;
} parlance_text_block;

static inline uint64_t parlance_bits(parlance_flags flags) {
  uint64_t bits;
  memcpy(&bits, &flags, sizeof bits);
  return bits;
}

static inline parlance_text_block parlance_text_block_of(parlance_bytes bytes) {
  const parlance_bytes letters = (bytes | 0x20) - 'a', digits = bytes - '0';
  const parlance_bytes fromAmpersand = bytes - '&', fromComma = bytes - ',';
  return (parlance_text_block){
      parlance_bits(__builtin_convertvector((letters < 26) | (digits < 10), parlance_flags)),
      parlance_bits(__builtin_convertvector((fromAmpersand < 2) | (fromComma < 3), parlance_flags)),
      parlance_bits(__builtin_convertvector(bytes >= 0x80, parlance_flags)),
      parlance_bits(__builtin_convertvector((bytes & 0xC0) == 0x80, parlance_flags))};
}
