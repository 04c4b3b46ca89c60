// Entries in a Redis server, by hiredis. Its functions that wait for a whole answer have no limit for the whole, so the
// parts below are used.
#include "cache/entry.h"
#include "cache/remote.h"
#include "support/error.h"

#include <fmt/format.h>
#include <hiredis/hiredis.h>

#include <chrono>
#include <vector>

namespace daphnia::cache {

namespace {

using Clock = std::chrono::steady_clock;
using Use = StoreFailure::Use;

struct Release {
    void operator()(redisContext* context) const { redisFree(context); }
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
};
using Connection = std::unique_ptr<redisContext, Release>;
using Reply = std::unique_ptr<redisReply, Release>;

class RedisStore final : public Store {
  public:
    explicit RedisStore(const Remote& remote) : remote_(remote), name_(to_string(remote)) {}

    std::string name() const override { return name_; }

    std::optional<std::string> get(const std::string& key) override {
        const Reply reply = ask({"GET", "daphnia:" + key});
        if (reply->type == REDIS_REPLY_NIL) {
            return std::nullopt;
        }
        if (reply->type != REDIS_REPLY_STRING) {
            fail_with(*reply);
        }
        return std::string(reply->str, reply->len);
    }

    void put(const std::string& key, const std::string& value) override {
        const Reply reply = ask({"SET", "daphnia:" + key, value});
        if (reply->type != REDIS_REPLY_STATUS) {
            fail_with(*reply);
        }
    }

  private:
    [[noreturn]] void fail(Use left, const std::string& what) const {
        throw StoreFailure(left, fmt::format("{}: {}", name_, what));
    }

    [[noreturn]] void fail_with(const redisReply& reply) const {
        if (reply.type == REDIS_REPLY_ERROR) {
            fail(Use::Some, "the server says: " + quotation({reply.str, reply.len}));
        }
        fail(Use::None, "the server's answers are not those of Redis");
    }

    Reply ask(const std::vector<std::string>& words) {
        if (connection_ == nullptr) {
            connect();
        }
        return exchange(words);
    }

    void connect() {
        constexpr std::uint32_t kThousand = 1000;
        const timeval time{remote_.milliseconds / kThousand, (remote_.milliseconds % kThousand) * kThousand};
        connection_.reset(remote_.kind == Remote::Kind::RedisSocket
                              ? redisConnectUnixWithTimeout(remote_.host.c_str(), time)
                              : redisConnectWithTimeout(remote_.host.c_str(), remote_.port, time));
        if (connection_ == nullptr || connection_->err != 0 || redisSetTimeout(connection_.get(), time) != REDIS_OK) {
            lose(connection_ == nullptr ? "no connection" : quotation(connection_->errstr));
        }
        if (!remote_.password.empty()) {
            const Reply reply =
                exchange(remote_.user.empty() ? std::vector<std::string>{"AUTH", remote_.password}
                                              : std::vector<std::string>{"AUTH", remote_.user, remote_.password});
            if (reply->type != REDIS_REPLY_STATUS) { // what it says may repeat the password
                fail(Use::None, "the server does not accept the password");
            }
        }
        if (remote_.database != 0) {
            const Reply reply = exchange({"SELECT", std::to_string(remote_.database)});
            if (reply->type != REDIS_REPLY_STATUS) {
                fail(Use::None, "the server has no such database");
            }
        }
    }

    [[noreturn]] void lose(const std::string& why) {
        connection_.reset();
        fail(Use::None, why);
    }

    // One command and its answer, in the time there is.
    Reply exchange(const std::vector<std::string>& words) {
        std::vector<const char*> texts;
        std::vector<std::size_t> sizes;
        for (const std::string& word : words) {
            texts.push_back(word.data());
            sizes.push_back(word.size());
        }
        redisContext* const context = connection_.get();
        const Clock::time_point end = Clock::now() + std::chrono::milliseconds(remote_.milliseconds);
        int done = redisAppendCommandArgv(context, static_cast<int>(words.size()), texts.data(), sizes.data());
        for (done = 0; done == 0;) {
            check(redisBufferWrite(context, &done), end);
        }
        void* reply = nullptr;
        for (check(redisGetReplyFromReader(context, &reply), end); reply == nullptr;) {
            check(redisBufferRead(context), end);
            check(redisGetReplyFromReader(context, &reply), end);
        }
        return Reply(static_cast<redisReply*>(reply));
    }

    void check(int result, Clock::time_point end) {
        if (result != REDIS_OK) {
            const bool late = connection_->err == REDIS_ERR_IO && (errno == EAGAIN || errno == EWOULDBLOCK);
            lose(late ? "the server does not answer in time" : quotation(connection_->errstr));
        }
        if (Clock::now() > end) {
            lose("the server does not answer in time");
        }
        if (connection_->reader->len > 2 * kLargestEntry) {
            lose("the server sends more than there is in any entry");
        }
    }

    Remote remote_;
    std::string name_;
    Connection connection_; // of this process
};

} // namespace

std::unique_ptr<Store> redis_store(const Remote& remote) {
    return std::make_unique<RedisStore>(remote);
}

} // namespace daphnia::cache
