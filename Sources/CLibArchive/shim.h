#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif

/// `AE_IFREG` is a macro with a cast, which Swift cannot see.
static inline int parlance_entry_is_file(struct archive_entry *entry) {
  return archive_entry_filetype(entry) == AE_IFREG;
}

/// libarchive writes names in the thread's encoding: whatever the environment says, it is to be
/// UTF-8. Null if the system has no such locale.
static inline locale_t parlance_utf8_locale(void) {
  const char *names[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  for (int i = 0; i < 3; i++) {
    locale_t locale = newlocale(LC_CTYPE_MASK, names[i], (locale_t)0);
    if (locale) return locale;
  }
  return (locale_t)0;
}
