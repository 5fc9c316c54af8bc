#include <zlib.h>

// zlib's own are macros, which Swift does not import.
static inline int daybook_deflate_init(z_stream *stream, int window_bits) {
  return deflateInit2(stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}

static inline int daybook_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
