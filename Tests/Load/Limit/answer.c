#include "answer.h"

#include <stdlib.h>
#include <string.h>

#include "bench/echo.pb-c.h"

enum { PREFIX = 5, MOST_BYTES = 4 << 20 };

void reserve(Buffer *buffer, size_t room) {
  if (room <= buffer->room) return;
  buffer->room = room < 1024 ? 1024 : room * 2;
  buffer->bytes = realloc(buffer->bytes, buffer->room);
  if (buffer->bytes == NULL) abort();
}

// protobuf-c's memory for one message, given back at once.
static uint8_t arena[256 << 10];
static size_t arena_used;
static int is_spilled;
static void *arena_allocate(void *data, size_t size) {
  (void)data;
  size = (size + 15) & ~(size_t)15;
  if (arena_used + size > sizeof arena) return is_spilled = 1, malloc(size);
  arena_used += size;
  return arena + arena_used - size;
}
static void arena_free(void *data, void *place) {
  (void)data;
  if ((uint8_t *)place < arena || (uint8_t *)place >= arena + sizeof arena) free(place);
}
static ProtobufCAllocator allocator = {arena_allocate, arena_free, NULL};

static const struct {
  const char *path;
  enum Method method;
} methods[] = {{"/bench.Echo/Unary", UNARY},
               {"/bench.Echo/Many", MANY},
               {"/bench.Echo/Upload", UPLOAD},
               {"/bench.Echo/Download", DOWNLOAD}};

enum Method method_of(const uint8_t *path, size_t size) {
  for (size_t index = 0; index < sizeof methods / sizeof *methods; index++)
    if (size == strlen(methods[index].path) && memcmp(path, methods[index].path, size) == 0)
      return methods[index].method;
  return NO_METHOD;
}

static void append(Buffer *reply, const ProtobufCMessage *message) {
  size_t size = protobuf_c_message_get_packed_size(message);
  reserve(reply, reply->used + size + PREFIX);
  uint8_t *out = reply->bytes + reply->used;
  out[0] = 0;
  for (int byte = 0; byte < 4; byte++) out[1 + byte] = (uint8_t)(size >> (24 - 8 * byte));
  protobuf_c_message_pack(message, out + PREFIX);
  reply->used += size + PREFIX;
}

static void echo(const Bench__EchoRequest *request, Buffer *reply) {
  Bench__EchoReply message = BENCH__ECHO_REPLY__INIT;
  message.id = request->id;
  message.name = request->name;
  message.value = request->value + 1;
  message.kind = request->kind;
  message.n_tags = request->n_tags;
  message.tags = request->tags;
  append(reply, &message.base);
}

static void payloads(int32_t messages, int32_t bytes, Buffer *reply) {
  static uint8_t zeros[MOST_BYTES];
  Bench__Payload message = BENCH__PAYLOAD__INIT;
  message.body.data = zeros;
  message.body.len = bytes < 0 ? 0 : bytes > MOST_BYTES ? MOST_BYTES : (size_t)bytes;
  while (messages-- > 0) append(reply, &message.base);
}

static const ProtobufCMessageDescriptor *type_of(enum Method method) {
  if (method == UNARY) return &bench__echo_request__descriptor;
  return method == UPLOAD ? &bench__payload__descriptor : &bench__amount__descriptor;
}

int answer(enum Method method, const Buffer *request, Buffer *reply) {
  const uint8_t *prefix = request->bytes;
  if (request->used < PREFIX || prefix[0] != 0) return 0;
  size_t size = (size_t)prefix[1] << 24 | (size_t)prefix[2] << 16 | (size_t)prefix[3] << 8 | prefix[4];
  if (size != request->used - PREFIX) return 0;
  ProtobufCMessage *message = protobuf_c_message_unpack(type_of(method), &allocator, size, prefix + PREFIX);
  if (message == NULL) return 0;
  if (method == UNARY) {
    echo((const Bench__EchoRequest *)message, reply);
  } else if (method == UPLOAD) {
    Bench__Amount amount = BENCH__AMOUNT__INIT;
    amount.messages = 1;
    amount.bytes = (int32_t)((const Bench__Payload *)message)->body.len;
    append(reply, &amount.base);
  } else {
    const Bench__Amount *amount = (const Bench__Amount *)message;
    payloads(method == DOWNLOAD ? 1 : amount->messages, amount->bytes, reply);
  }
  // Else all of it lies in the arena.
  if (is_spilled) protobuf_c_message_free_unpacked(message, &allocator);
  arena_used = is_spilled = 0;
  return 1;
}
