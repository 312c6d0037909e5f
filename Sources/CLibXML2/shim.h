#pragma once
#include <libxml/xmlversion.h>
// Debian's headers pull in the system's ICU, whose module clashes with Foundation's own copy.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
