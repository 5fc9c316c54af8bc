// Debian's libxml2 is built with ICU, and its headers then pull in ICU's, which cannot be in one
// program with the ICU of Foundation ("UErrorCode has different definitions in different modules").
// Only the layout of xmlCharEncodingHandler depends on it, which nothing here touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
