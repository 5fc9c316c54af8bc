/// An HTTP/1.1 server with an answer for each thing that a receiver may do. With a certificate and a
/// key as arguments it speaks TLS.
let httpScript = """
  import json, socket, ssl, time
  from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

  lock = threading.Lock()
  seen = {"hits": 0, "gone": 0, "now": 0, "peak": 0}

  class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments): pass

    def answer(self, status, body=b"", headers=()):
      self.send_response(status)
      for name, value in headers: self.send_header(name, value)
      self.send_header("Content-Length", str(len(body)))
      self.end_headers()
      if self.command != "HEAD": self.wfile.write(body)

    def handle_any(self):
      body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
      path = self.path
      with lock:
        if path != "/seen": seen["hits"] += 1
      if path == "/echo":
        told = {"method": self.command, "headers": [list(h) for h in self.headers.items()],
                "body": body.decode("latin-1")}
        self.answer(200, json.dumps(told).encode(), [("X-Kind", "echo")])
      elif path == "/redirect":
        self.answer(302, b"moved", [("Location", "/echo")])
      elif path.startswith("/status/"):
        self.answer(int(path[8:]), b"said", [("Retry-After", "7")])
      elif path.startswith("/body/"):
        self.answer(200, b"x" * int(path[6:]))
      elif path == "/endless":
        self.send_response(200)
        self.end_headers()
        try:
          while True: self.wfile.write(b"y" * 65536)
        except OSError: pass
        self.close_connection = True
      elif path == "/silent":
        self.connection.settimeout(20)
        try:
          if self.connection.recv(1) == b"":
            with lock: seen["gone"] += 1
        except OSError: pass
        self.close_connection = True
      elif path == "/wait":
        with lock:
          seen["now"] += 1
          seen["peak"] = max(seen["peak"], seen["now"])
        time.sleep(0.2)
        with lock: seen["now"] -= 1
        self.answer(200, body)
      elif path == "/once":
        self.answer(200, b"and closes without saying so")
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True
      elif path == "/half":
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"half")
        self.close_connection = True
      elif path == "/seen":
        with lock: self.answer(200, json.dumps(seen).encode())
      else:
        self.answer(404)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PROPFIND = handle_any

  class Server(ThreadingHTTPServer):
    request_queue_size = 256
    daemon_threads = True
    def handle_error(self, *arguments): pass

  server = Server(("127.0.0.1", 0), Handler)
  if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(
      server.socket, server_side=True, do_handshake_on_connect=False)
  print(server.server_address[1])
  server.serve_forever()
  """

/// Accepts connections and says nothing.
let muteScript = """
  import socket
  listener = socket.create_server(("127.0.0.1", 0))
  print(listener.getsockname()[1])
  kept = []
  while True: kept.append(listener.accept())
  """

/// Answers every connection with the line it is given, which is no HTTP, and closes.
let babbleScript = """
  import socket
  listener = socket.create_server(("127.0.0.1", 0))
  print(listener.getsockname()[1])
  while True:
    connection, _ = listener.accept()
    connection.sendall(sys.argv[1].encode().decode("unicode_escape").encode("latin-1"))
    connection.close()
  """

/// Keeps the first connection open after one answer, reads the second request on it and closes
/// without a word: what a kept connection does whose server has just given it up. Connections after
/// that are answered with what they sent.
let forgetfulScript = """
  import socket
  listener = socket.create_server(("127.0.0.1", 0))
  print(listener.getsockname()[1])

  def read_request(connection):
    data = b""
    while b"\\r\\n\\r\\n" not in data: data += connection.recv(65536)
    head, body = data.split(b"\\r\\n\\r\\n", 1)
    length = [int(l.split(b":")[1]) for l in head.split(b"\\r\\n") if l.lower().startswith(b"content-length")]
    while length and len(body) < length[0]: body += connection.recv(65536)
    return body

  def answer(connection, body):
    connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body) + body)

  first, _ = listener.accept()
  answer(first, read_request(first))
  read_request(first)
  first.close()
  while True:
    connection, _ = listener.accept()
    answer(connection, read_request(connection))
  """

/// A mail server that takes every mail and never answers QUIT.
let clingingScript = """
  import socket
  listener = socket.create_server(("127.0.0.1", 0))
  print(listener.getsockname()[1])

  def serve(connection):
    connection.sendall(b"220 here\\r\\n")
    in_data = False
    for line in connection.makefile("rb"):
      if in_data:
        if line != b".\\r\\n": continue
        in_data = False
      elif line.startswith(b"QUIT"): continue
      elif line.startswith(b"DATA"):
        in_data = True
        connection.sendall(b"354 go on\\r\\n")
        continue
      connection.sendall(b"250 yes\\r\\n")

  while True:
    connection, _ = listener.accept()
    threading.Thread(target=serve, args=(connection,), daemon=True).start()
  """
