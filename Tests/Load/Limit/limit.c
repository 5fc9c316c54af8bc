// The limit: bench.Echo on epoll, nghttp2 and protobuf-c, one thread, and nothing else. What a server of
// these libraries cannot be faster than.   limit PORT
#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <nghttp2/nghttp2.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "answer.h"

enum { READ_BYTES = 128 << 10, WRITE_BYTES = 256 << 10, FRAME_ROOM = 20 << 10 };

// A call. Those that ended wait in a list for the next one.
typedef struct Call {
  struct Call *next;
  Buffer request, reply;
  size_t sent;
  enum Method method;
} Call;

typedef struct Connection {
  int socket;
  uint32_t awaited;
  nghttp2_session *session;
  uint8_t *out;
  size_t filled, written;
} Connection;

static Call *spare;
static int poller;
static uint8_t input[READ_BYTES];

#define FIELD(name, value)                                                            \
  {                                                                                   \
    (uint8_t *)name, (uint8_t *)value, sizeof(name) - 1, sizeof(value) - 1,           \
        NGHTTP2_NV_FLAG_NO_COPY_NAME | NGHTTP2_NV_FLAG_NO_COPY_VALUE                  \
  }
static const nghttp2_nv headers[] = {FIELD(":status", "200"), FIELD("content-type", "application/grpc")};
static const nghttp2_nv trailers[] = {FIELD("grpc-status", "0")};
static const nghttp2_nv unimplemented[] = {
    FIELD(":status", "200"), FIELD("content-type", "application/grpc"), FIELD("grpc-status", "12")};
static const nghttp2_nv internal[] = {
    FIELD(":status", "200"), FIELD("content-type", "application/grpc"), FIELD("grpc-status", "13")};

static int on_begin(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
  (void)user;
  if (frame->hd.type != NGHTTP2_HEADERS || frame->headers.cat != NGHTTP2_HCAT_REQUEST) return 0;
  Call *call = spare;
  if (call != NULL) {
    spare = call->next;
  } else if ((call = calloc(1, sizeof *call)) == NULL) {
    abort();
  }
  call->request.used = call->reply.used = call->sent = 0;
  call->method = NO_METHOD;
  nghttp2_session_set_stream_user_data(session, frame->hd.stream_id, call);
  return 0;
}

static int on_header(nghttp2_session *session, const nghttp2_frame *frame, const uint8_t *name, size_t name_size,
                     const uint8_t *value, size_t value_size, uint8_t flags, void *user) {
  (void)flags, (void)user;
  if (name_size != 5 || memcmp(name, ":path", 5) != 0) return 0;
  Call *call = nghttp2_session_get_stream_user_data(session, frame->hd.stream_id);
  if (call != NULL) call->method = method_of(value, value_size);
  return 0;
}

static int on_data(nghttp2_session *session, uint8_t flags, int32_t stream, const uint8_t *bytes, size_t size,
                   void *user) {
  (void)flags, (void)user;
  Call *call = nghttp2_session_get_stream_user_data(session, stream);
  if (call == NULL) return 0;
  reserve(&call->request, call->request.used + size);
  memcpy(call->request.bytes + call->request.used, bytes, size);
  call->request.used += size;
  return 0;
}

static ssize_t read_reply(nghttp2_session *session, int32_t stream, uint8_t *target, size_t room, uint32_t *flags,
                          nghttp2_data_source *source, void *user) {
  (void)user;
  Call *call = source->ptr;
  size_t size = call->reply.used - call->sent;
  if (size > room) size = room;
  memcpy(target, call->reply.bytes + call->sent, size);
  call->sent += size;
  if (call->sent == call->reply.used) {
    *flags |= NGHTTP2_DATA_FLAG_EOF | NGHTTP2_DATA_FLAG_NO_END_STREAM;
    nghttp2_submit_trailer(session, stream, trailers, 1);
  }
  return (ssize_t)size;
}

static int on_frame(nghttp2_session *session, const nghttp2_frame *frame, void *user) {
  (void)user;
  if (frame->hd.type != NGHTTP2_DATA && frame->hd.type != NGHTTP2_HEADERS) return 0;
  if (!(frame->hd.flags & NGHTTP2_FLAG_END_STREAM)) return 0;
  int32_t stream = frame->hd.stream_id;
  Call *call = nghttp2_session_get_stream_user_data(session, stream);
  if (call == NULL) return 0;
  if (call->method == NO_METHOD) {
    nghttp2_submit_response(session, stream, unimplemented, 3, NULL);
  } else if (!answer(call->method, &call->request, &call->reply)) {
    nghttp2_submit_response(session, stream, internal, 3, NULL);
  } else {
    nghttp2_data_provider provider = {.source.ptr = call, .read_callback = read_reply};
    nghttp2_submit_response(session, stream, headers, 2, &provider);
  }
  return 0;
}

static int on_close(nghttp2_session *session, int32_t stream, uint32_t code, void *user) {
  (void)code, (void)user;
  Call *call = nghttp2_session_get_stream_user_data(session, stream);
  if (call == NULL) return 0;
  call->next = spare;
  spare = call;
  nghttp2_session_set_stream_user_data(session, stream, NULL);
  return 0;
}

static void await(Connection *connection, uint32_t events) {
  if (connection->awaited == events) return;
  connection->awaited = events;
  struct epoll_event event = {.events = events, .data.ptr = connection};
  epoll_ctl(poller, EPOLL_CTL_MOD, connection->socket, &event);
}

// False when the connection is over.
static int flush(Connection *connection) {
  for (;;) {
    while (connection->filled <= WRITE_BYTES - FRAME_ROOM) {
      const uint8_t *frame;
      ssize_t size = nghttp2_session_mem_send(connection->session, &frame);
      if (size < 0) return 0;
      if (size == 0) break;
      memcpy(connection->out + connection->filled, frame, (size_t)size);
      connection->filled += (size_t)size;
    }
    if (connection->filled == connection->written) break;
    ssize_t size = write(connection->socket, connection->out + connection->written,
                         connection->filled - connection->written);
    if (size < 0 && errno == EAGAIN) return await(connection, EPOLLIN | EPOLLOUT), 1;
    if (size < 0) return 0;
    connection->written += (size_t)size;
    if (connection->written == connection->filled) connection->written = connection->filled = 0;
  }
  await(connection, EPOLLIN);
  return nghttp2_session_want_read(connection->session) || nghttp2_session_want_write(connection->session);
}

static void end(Connection *connection) {
  close(connection->socket);
  nghttp2_session_del(connection->session);
  free(connection->out);
  free(connection);
}

static void take(int listener, nghttp2_session_callbacks *callbacks, nghttp2_option *option) {
  int socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK), yes = 1;
  if (socket < 0) return;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  Connection *connection = calloc(1, sizeof *connection);
  if (connection == NULL || (connection->out = malloc(WRITE_BYTES)) == NULL) abort();
  connection->socket = socket;
  if (nghttp2_session_server_new2(&connection->session, callbacks, connection, option) != 0) abort();
  nghttp2_settings_entry settings[] = {
      {NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, 1000}, {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, 1 << 20}};
  nghttp2_submit_settings(connection->session, NGHTTP2_FLAG_NONE, settings, 2);
  nghttp2_session_set_local_window_size(connection->session, NGHTTP2_FLAG_NONE, 0, 16 << 20);
  connection->awaited = EPOLLIN;
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
  epoll_ctl(poller, EPOLL_CTL_ADD, socket, &event);
  if (!flush(connection)) end(connection);
}

static void serve(Connection *connection) {
  ssize_t size = read(connection->socket, input, sizeof input);
  if (size == 0 || (size < 0 && errno != EAGAIN)) return end(connection);
  if (size > 0 && nghttp2_session_mem_recv(connection->session, input, (size_t)size) < 0) return end(connection);
  if (!flush(connection)) end(connection);
}

int main(int count, char **words) {
  if (count != 2) return fprintf(stderr, "usage: limit PORT\n"), 64;
  signal(SIGPIPE, SIG_IGN);
  nghttp2_session_callbacks *callbacks;
  nghttp2_option *option;
  if (nghttp2_session_callbacks_new(&callbacks) != 0 || nghttp2_option_new(&option) != 0) abort();
  nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, on_begin);
  nghttp2_session_callbacks_set_on_header_callback(callbacks, on_header);
  nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, on_data);
  nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, on_frame);
  nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, on_close);
  nghttp2_option_set_no_closed_streams(option, 1);

  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address = {.sin_family = AF_INET,
                                .sin_port = htons((uint16_t)atoi(words[1])),
                                .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0 || listen(listener, 512) != 0)
    return perror("limit"), 1;
  poller = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    struct epoll_event events[64];
    int ready = epoll_wait(poller, events, 64, -1);
    for (int index = 0; index < ready; index++) {
      Connection *connection = events[index].data.ptr;
      if (connection == NULL) {
        take(listener, callbacks, option);
      } else {
        serve(connection);
      }
    }
  }
}
