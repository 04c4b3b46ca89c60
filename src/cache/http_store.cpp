// Entries on a web server, by the client of libevent.
#include "cache/entry.h"
#include "cache/remote.h"
#include "support/error.h"

#include <event2/buffer.h>
#include <event2/event.h>
#include <event2/http.h>
#include <fmt/format.h>

#include <sys/time.h>

namespace daphnia::cache {

namespace {

using Use = StoreFailure::Use;

struct Release {
    void operator()(event_base* base) const { event_base_free(base); }
    void operator()(event* timer) const { event_free(timer); }
    void operator()(evhttp_connection* connection) const { evhttp_connection_free(connection); }
};
template <typename Thing>
using Owned = std::unique_ptr<Thing, Release>;

constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kFirstOfRedirections = 300;

// What came back; a code of 0 when nothing did.
struct Reply {
    event_base* base;
    int code = 0;
    std::string body;
    bool ended = false;
};

void take(evhttp_request* request, void* argument) {
    auto& reply = *static_cast<Reply*>(argument);
    reply.ended = true;
    if (request != nullptr) {
        reply.code = evhttp_request_get_response_code(request);
        evbuffer* const body = evhttp_request_get_input_buffer(request);
        reply.body.resize(evbuffer_get_length(body));
        evbuffer_copyout(body, reply.body.data(), reply.body.size());
    }
    event_base_loopbreak(reply.base);
}

void stop(evutil_socket_t, short, void* argument) {
    event_base_loopbreak(static_cast<event_base*>(argument));
}

class HttpStore final : public Store {
  public:
    explicit HttpStore(const Remote& remote) : remote_(remote), name_(to_string(remote)) {}

    std::string name() const override { return name_; }

    std::optional<std::string> get(const std::string& key) override {
        Reply reply = ask(EVHTTP_REQ_GET, key, "");
        if (reply.code == kNotFound) {
            return std::nullopt;
        }
        if (reply.code != kOk) {
            fail(Use::None, fmt::format("the server answers {}", reply.code));
        }
        return std::move(reply.body);
    }

    void put(const std::string& key, const std::string& value) override {
        const Reply reply = ask(EVHTTP_REQ_PUT, key, value);
        if (reply.code < kOk || reply.code >= kFirstOfRedirections) {
            fail(Use::Some, fmt::format("the server answers {} to PUT", reply.code));
        }
    }

  private:
    [[noreturn]] void fail(Use left, const std::string& what) const {
        throw StoreFailure(left, fmt::format("{}: {}", name_, what));
    }

    // A server closes connections that nobody has used for a while: once more with a new one, then.
    Reply ask(evhttp_cmd_type command, const std::string& key, const std::string& body) {
        const bool used_before = connection_ != nullptr;
        Reply reply = exchange(command, key, body);
        if (reply.ended && reply.code == 0 && used_before) {
            connection_.reset();
            reply = exchange(command, key, body);
        }
        if (reply.code == 0) {
            connection_.reset();
            fail(Use::None, reply.ended ? "the server gives no answer that can be understood"
                                        : "the server does not answer in time");
        }
        return reply;
    }

    void connect() {
        constexpr std::size_t kLongestHead = 65536;
        if (base_ == nullptr) {
            event_set_log_callback([](int, const char*) {}); // what goes wrong is said here
            base_.reset(event_base_new());
        }
        connection_.reset(base_ == nullptr
                              ? nullptr
                              : evhttp_connection_base_new(base_.get(), nullptr, remote_.host.c_str(), remote_.port));
        if (connection_ == nullptr) {
            fail(Use::None, "no connection");
        }
        evhttp_connection_set_max_body_size(connection_.get(), kLargestEntry);
        evhttp_connection_set_max_headers_size(connection_.get(), kLongestHead);
    }

    Reply exchange(evhttp_cmd_type command, const std::string& key, const std::string& body) {
        constexpr std::uint32_t kThousand = 1000;
        if (connection_ == nullptr) {
            connect();
        }
        Reply reply{base_.get(), 0, {}, false};
        evhttp_request* const request = evhttp_request_new(take, &reply);
        if (request == nullptr) {
            fail(Use::None, "no memory for a request");
        }
        const bool bracketed = remote_.host.find(':') != std::string::npos;
        evhttp_add_header(
            evhttp_request_get_output_headers(request), "Host",
            fmt::format("{}{}{}:{}", bracketed ? "[" : "", remote_.host, bracketed ? "]" : "", remote_.port).c_str());
        evbuffer_add(evhttp_request_get_output_buffer(request), body.data(), body.size());
        const Owned<event> timer(evtimer_new(base_.get(), stop, base_.get()));
        const timeval time{remote_.milliseconds / kThousand, (remote_.milliseconds % kThousand) * kThousand};
        event_add(timer.get(), &time);
        const std::string place = remote_.path + "/ac/" + key;
        // The request belongs to the connection, which calls `take` at the latest when it ends.
        if (evhttp_make_request(connection_.get(), request, command, place.c_str()) == 0 && !reply.ended) {
            event_base_dispatch(base_.get());
        }
        if (reply.code == 0) {
            connection_.reset();
        }
        return reply;
    }

    Remote remote_;
    std::string name_;
    Owned<event_base> base_; // this and what follows: of this process
    Owned<evhttp_connection> connection_;
};

} // namespace

std::unique_ptr<Store> http_store(const Remote& remote) {
    return std::make_unique<HttpStore>(remote);
}

std::string quotation(std::string_view text) {
    constexpr std::size_t kLongest = 100;
    std::string result(text.substr(0, kLongest));
    for (char& c : result) {
        c = static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F ? ' ' : c;
    }
    return result;
}

} // namespace daphnia::cache
