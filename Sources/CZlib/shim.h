#pragma once
#include <zlib.h>

/// `inflateInit2` is a macro, which Swift cannot see.
static inline int parlance_inflateInit2(z_streamp stream, int windowBits) {
  return inflateInit2(stream, windowBits);
}
