// What bench.Echo answers: messages alone, nothing of HTTP/2.
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct Buffer {
  uint8_t *bytes;
  size_t used, room;
} Buffer;

enum Method { NO_METHOD, UNARY, MANY, UPLOAD, DOWNLOAD };

void reserve(Buffer *buffer, size_t room);

enum Method method_of(const uint8_t *path, size_t size);

// Fills `reply` with framed messages. False when the request is no message.
int answer(enum Method method, const Buffer *request, Buffer *reply);
