// bench.Echo/Unary on gRPC C++, by one thread and one completion queue.   grpc-cpp PORT
#include <grpcpp/grpcpp.h>

#include <string>

#include "bench/echo.grpc.pb.h"

namespace {

// A call deletes itself when its reply has left.
class Call {
 public:
  Call(bench::Echo::AsyncService* service, grpc::ServerCompletionQueue* queue)
      : service_(service), queue_(queue), writer_(&context_) {
    service_->RequestUnary(&context_, &request_, &writer_, queue_, queue_, this);
  }

  void Proceed(bool ok) {
    if (answered_ || !ok) {
      delete this;
      return;
    }
    new Call(service_, queue_);
    reply_.set_id(request_.id());
    reply_.set_name(request_.name());
    reply_.set_value(request_.value() + 1);
    reply_.set_kind(request_.kind());
    *reply_.mutable_tags() = request_.tags();
    answered_ = true;
    writer_.Finish(reply_, grpc::Status::OK, this);
  }

 private:
  bench::Echo::AsyncService* service_;
  grpc::ServerCompletionQueue* queue_;
  grpc::ServerContext context_;
  bench::EchoRequest request_;
  bench::EchoReply reply_;
  grpc::ServerAsyncResponseWriter<bench::EchoReply> writer_;
  bool answered_ = false;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 64;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(std::string("127.0.0.1:") + words[1], grpc::InsecureServerCredentials());
  builder.AddChannelArgument("grpc.max_concurrent_streams", 1000);
  bench::Echo::AsyncService service;
  builder.RegisterService(&service);
  auto queue = builder.AddCompletionQueue();
  auto server = builder.BuildAndStart();
  if (!server) return 1;
  for (int waiting = 0; waiting < 200; waiting++) new Call(&service, queue.get());
  void* call;
  bool ok;
  while (queue->Next(&call, &ok)) static_cast<Call*>(call)->Proceed(ok);
}
