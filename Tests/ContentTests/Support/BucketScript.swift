/// An S3 server: moto's, behind a front that checks every signature by botocore's own rules, checks
/// bodies against their announced hash, and misbehaves where it is told to. It ends with its standard
/// input.
let bucketScript = """
  import os, socket, sys, threading, time, urllib.parse, hashlib, io
  from datetime import timedelta
  os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", MOTO_S3_CUSTOM_ENDPOINTS="")
  from botocore.auth import S3SigV4Auth
  from botocore.awsrequest import AWSRequest
  from botocore.compat import HTTPHeaders
  from botocore.credentials import Credentials
  from moto.s3.models import s3_backends
  from moto.server import DomainDispatcherApplication, create_backend_app
  from werkzeug.serving import make_server, WSGIRequestHandler

  def end_with_the_tests():
    sys.stdin.read()
    os._exit(0)
  threading.Thread(target=end_with_the_tests, daemon=True).start()

  keys = Credentials("an-access-key", "a/secret+key")
  app = DomainDispatcherApplication(create_backend_app)
  backend = s3_backends["123456789012"]["aws"]
  backend.create_bucket("daybook", "us-east-1")
  lock = threading.Lock()
  faults = {}
  seen = {}

  def header(environ, name):
    plain = {"content-type": "CONTENT_TYPE", "content-length": "CONTENT_LENGTH"}
    return environ.get(plain.get(name, "HTTP_" + name.upper().replace("-", "_")))

  def is_signed(environ):
    scheme, _, rest = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    if scheme != "AWS4-HMAC-SHA256": return False
    fields = dict(part.strip().split("=", 1) for part in rest.split(","))
    names = fields["SignedHeaders"].split(";")
    if any(header(environ, name) is None for name in names): return False
    if not {"host", "x-amz-content-sha256", "x-amz-date"} <= set(names): return False
    headers = HTTPHeaders()
    for name in sorted(names): headers[name] = header(environ, name)
    url = "http://" + environ["HTTP_HOST"] + environ["REQUEST_URI"]
    request = AWSRequest(method=environ["REQUEST_METHOD"], url=url, headers=dict(headers))
    request.context["timestamp"] = environ["HTTP_X_AMZ_DATE"]
    signer = S3SigV4Auth(keys, "s3", fields["Credential"].split("/")[2])
    canonical = "\\n".join([
      request.method, urllib.parse.urlsplit(url).path, signer.canonical_query_string(request),
      signer.canonical_headers(headers) + "\\n", ";".join(names),
      environ["HTTP_X_AMZ_CONTENT_SHA256"]])
    mine = signer.signature(signer.string_to_sign(request, canonical), request)
    return mine == fields["Signature"] and fields["Credential"].startswith("an-access-key/")

  def answer(start, status, text, body=None):
    xml = "<Error><Code>%s</Code></Error>" % text
    body = xml.encode() if body is None else body
    start(status, [("Content-Length", str(len(body)))])
    return [body]

  def key_of(path): return backend.buckets["daybook"].keys[path]

  def control(environ, start):
    words = dict(urllib.parse.parse_qsl(environ["QUERY_STRING"]))
    what = environ["PATH_INFO"].rsplit("/", 1)[1]
    with lock:
      if what == "fail": faults[words["prefix"]] = [words["kind"], int(words["count"])]
      elif what == "age":
        key = key_of(words["key"])
        key.last_modified = key.last_modified - timedelta(seconds=int(words["by"]))
      elif what == "replace":
        length = int(environ.get("CONTENT_LENGTH") or 0)
        key_of(words["key"]).value = environ["wsgi.input"].read(length)
      elif what == "seen":
        return answer(start, "200 OK", "", str(seen.get(words["prefix"], 0)).encode())
    return answer(start, "200 OK", "", b"")

  def fault(environ):
    place = urllib.parse.unquote(environ["REQUEST_URI"])
    with lock:
      for prefix in faults:
        if prefix in place:
          seen[prefix] = seen.get(prefix, 0) + 1
          kind, count = faults[prefix]
          if count > 0:
            faults[prefix] = [kind, count - 1]
            return kind
    return None

  def front(environ, start):
    if environ["PATH_INFO"].startswith("/control/"): return control(environ, start)
    length = int(environ.get("CONTENT_LENGTH") or 0)
    kind = fault(environ)
    if kind == "hang-up":
      environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
      return answer(start, "200 OK", "")
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = io.BytesIO(body)
    if kind and kind.isdigit(): return answer(start, kind + " Told", "Told")
    if kind == "slow": time.sleep(1)
    if not is_signed(environ): return answer(start, "403 Forbidden", "SignatureDoesNotMatch")
    if hashlib.sha256(body).hexdigest() != environ["HTTP_X_AMZ_CONTENT_SHA256"]:
      return answer(start, "400 Bad Request", "XAmzContentSHA256Mismatch")
    if kind == "lost-answer":
      b"".join(app(environ, lambda *_: None))
      environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
      return answer(start, "200 OK", "")
    if kind == "cut":
      told = []
      whole = b"".join(app(environ, lambda *arguments: told.extend(arguments[:2])))
      start(told[0], told[1])
      def half():
        yield whole[:len(whole) // 2]
        environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
      return half()
    return app(environ, start)

  class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"
    def log(self, *arguments): pass

  server = make_server("127.0.0.1", 0, front, threaded=True, request_handler=Handler)
  print(server.server_port, flush=True)
  server.serve_forever()
  """
