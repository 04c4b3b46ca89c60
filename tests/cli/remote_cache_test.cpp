// Answers on servers, real ones: shared by machines, and lost without harm.
#include "caching.h"
#include "programs.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <memory>
#include <thread>

namespace daphnia::tests {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// A socket that listens on a port of its own.
class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
        EXPECT_EQ(::listen(socket_, 16), 0);
        EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
        port_ = ntohs(address.sin_port);
    }
    ~Listener() {
        ::shutdown(socket_, SHUT_RDWR);
        ::close(socket_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    int socket() const { return socket_; }
    int port() const { return port_; }

  private:
    int socket_;
    int port_ = 0;
};

int free_port() {
    return Listener().port();
}

bool wait_for(const std::function<bool()>& holds) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

bool answers(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const bool connected = ::connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    ::close(socket);
    return connected;
}

// A server with its files in a folder of its own.
class Server {
  public:
    virtual ~Server() = default;
    virtual std::string url() const = 0;
    // Whether something has been kept there.
    virtual std::size_t entries() const = 0;
    virtual void spoil() const = 0; // each entry becomes one that is none
    const Process& process() const { return *process_; }
    void end() { process_.reset(); }

  protected:
    Scratch scratch_;
    std::unique_ptr<Process> process_;
};

class Redis final : public Server {
  public:
    Redis() {
        process_ = std::make_unique<Process>(
            std::vector<std::string>{"redis-server", "--port", std::to_string(port_), "--unixsocket", socket(),
                                     "--save", "", "--requirepass", "hush", "--dir", scratch_.path("")});
        EXPECT_TRUE(wait_for([&] { return answers(port_); })) << "no redis-server";
    }
    std::string url() const override { return "redis://:hush@127.0.0.1:" + std::to_string(port_) + "/2"; }
    std::string socket() const { return scratch_.path("redis.sock"); }
    std::size_t entries() const override { return std::stoul(ask("dbsize")); }
    void spoil() const override {
        ask("eval \"for _,k in ipairs(redis.call('keys','*')) do redis.call('set',k,'garbage') end return 1\" 0");
    }
    std::string ask(const std::string& words) const {
        return tests::run(
                   {"bash", "-c", "redis-cli --no-auth-warning -a hush -n 2 -p " + std::to_string(port_) + " " + words})
            .out;
    }

  private:
    int port_ = free_port();
};

class Nginx final : public Server {
  public:
    explicit Nginx(const std::string& methods = "dav_methods PUT; create_full_put_path on;") {
        const std::string configuration = scratch_.file(
            "nginx.conf", "daemon off;\nmaster_process off;\nuser root;\npid " + scratch_.path("pid") +
                              ";\nerror_log stderr;\nevents {}\nhttp {\n  access_log off;\n  client_body_temp_path " +
                              scratch_.path("body") + ";\n  server {\n    listen 127.0.0.1:" + std::to_string(port_) +
                              ";\n    root " + scratch_.path("files") + ";\n    location / { " + methods +
                              " }\n  }\n}\n");
        fs::create_directories(scratch_.path("files"));
        process_ = std::make_unique<Process>(std::vector<std::string>{"nginx", "-c", configuration, "-e", "stderr"});
        EXPECT_TRUE(wait_for([&] { return answers(port_); })) << "no nginx";
    }
    std::string url() const override { return "http://127.0.0.1:" + std::to_string(port_) + "/specs"; }
    std::size_t entries() const override { return files_below(scratch_.path("files/specs/ac")).size(); }
    void spoil() const override {
        for (const fs::path& each : files_below(scratch_.path("files"))) {
            std::ofstream(each) << "garbage";
        }
    }

  private:
    int port_ = free_port();
};

// Each test with both servers.
class Remote : public testing::TestWithParam<bool> {
  protected:
    Remote() {
        if (GetParam()) {
            server = std::make_unique<Redis>();
        } else {
            server = std::make_unique<Nginx>();
        }
    }
    // On a machine that has this local folder.
    std::vector<std::string> arguments(const std::string& machine, const std::string& mode,
                                       const std::string& more = "") const {
        return {"verify",         "--format",           "json", "--cache", mode, "--cache-dir", scratch.path(machine),
                "--remote-cache", server->url() + more, file};
    }
    json expected() const { return verdicts(report({"--cache", "off", file}, 4)); }
    void expect_as_without(const Finished& result, std::size_t notes) const {
        EXPECT_EQ(result.exit_code, 4) << result.err;
        EXPECT_EQ(verdicts(json::parse(result.out)), expected());
        EXPECT_EQ(count(result.err, "daphnia: note: "), notes) << result.err;
        EXPECT_EQ(count(result.err, "\n"), notes) << result.err;
        EXPECT_FALSE(has(result.err, "hush")) << result.err;
    }

    Scratch scratch;
    std::string file = scratch.file("three.dfy", kThree);
    std::unique_ptr<Server> server;
};

TEST_P(Remote, MachinesShareIt) {
    expect_as_without(daphnia(arguments("one", "write")), 0);
    EXPECT_GT(server->entries(), 0U);
    const Finished other = daphnia(arguments("two", "write"));
    expect_as_without(other, 0);
    EXPECT_EQ(json::parse(other.out)["summary"]["cache"]["solver_starts"], 0);
    // The second machine has them itself after that.
    server->end();
    const Finished alone = daphnia({"verify", "--cache", "replay", "--cache-dir", scratch.path("two"), file});
    EXPECT_FALSE(has(alone.out, "is not in the cache")) << alone.out;
}

TEST_P(Remote, ReadOnlyWritesNothing) {
    expect_as_without(daphnia(arguments("one", "write", " read-only")), 0);
    EXPECT_EQ(server->entries(), 0U);
    expect_as_without(daphnia(arguments("two", "read")), 0);
    EXPECT_EQ(server->entries(), 0U);
}

TEST_P(Remote, OneThatIsDeadCostsANote) {
    server->end();
    expect_as_without(daphnia(arguments("one", "write")), 1);
}

TEST_P(Remote, OneThatStopsCostsANote) {
    ::kill(server->process().id(), SIGSTOP);
    expect_as_without(daphnia(arguments("one", "write", " timeout=300")), 1);
    ::kill(server->process().id(), SIGCONT);
}

// As soon as something has been kept, so that connections are open.
TEST_P(Remote, OneThatIsKilledOrStoppedInMidRunCostsANote) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
        const std::string number = std::to_string(i);
        text += "method M" + number + "(s: seq<int>, n: nat) returns (t: seq<int>)\n  ensures |t| == |s| + " + number +
                "\n{\n  t := s;\n  var i := 0;\n  while i < " + number + "\n    invariant 0 <= i <= " + number +
                " && |t| == |s| + i\n  {\n    t := t + [i];\n    i := i + 1;\n  }\n  assert t[0] == n;\n}\n";
    }
    file = scratch.file("many.dfy", text);
    const json without = expected();
    for (const int signal : {SIGSTOP, SIGKILL}) {
        const std::string machine = "machine" + std::to_string(signal);
        Process process(daphnia_command(arguments(machine, "write", " timeout=300")));
        ASSERT_TRUE(wait_for([&] { return !files_below(scratch.path(machine)).empty(); }));
        ::kill(server->process().id(), signal);
        const Finished result = process.wait();
        if (signal == SIGSTOP) {
            ::kill(server->process().id(), SIGCONT);
        }
        EXPECT_EQ(result.exit_code, 4) << result.err;
        EXPECT_EQ(count(result.err, "daphnia: note: "), 1U) << result.err;
        EXPECT_EQ(count(result.err, "\n"), 1U) << result.err;
        EXPECT_EQ(verdicts(json::parse(result.out)), without);
    }
}

TEST_P(Remote, GarbageIsNoAnswer) {
    daphnia(arguments("one", "write"));
    server->spoil();
    expect_as_without(daphnia(arguments("two", "write")), 1);
    expect_as_without(daphnia(arguments("three", "replay")), 0); // good ones have taken its place
}

TEST_P(Remote, OneThatRefusesToWriteCostsANote) {
    if (GetParam()) {
        static_cast<Redis&>(*server).ask("config set maxmemory 1");
    } else {
        server = std::make_unique<Nginx>("");
    }
    expect_as_without(daphnia(arguments("one", "write")), 1);
    EXPECT_EQ(server->entries(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Servers, Remote, testing::Bool(),
                         [](const auto& each) { return each.param ? "Redis" : "Nginx"; });

TEST(RemoteCache, GoesByASocketOfTheFileSystem) {
    const Scratch scratch;
    const std::string file = scratch.file("three.dfy", kThree);
    Redis redis;
    redis.ask("config set requirepass ''");
    const Finished result = daphnia({"verify", "--cache", "write", "--cache-dir", scratch.path("one"), "--remote-cache",
                                     "redis+unix://" + redis.socket(), file});
    EXPECT_EQ(result.err, "");
    EXPECT_NE(redis.ask("-n 0 dbsize"), "0\n");
}

// Machines of one pipeline: each with a part of the work and a folder of its own, and one server for all.
TEST(RemoteCache, ServesTheShardsOfARun) {
    const Scratch scratch;
    const Redis redis;
    std::filesystem::create_directories(scratch.path("specs"));
    scratch.file("specs/three.dfy", kThree);
    scratch.file("specs/proved.dfy", kProved);
    const auto run_of = [&](const std::string& name, const std::string& shard) {
        std::vector<std::string> arguments{"verify",      "--format",         "json",           "--cache",  "write",
                                           "--cache-dir", scratch.path(name), "--remote-cache", redis.url()};
        if (!shard.empty()) {
            arguments.insert(arguments.end(), {"--shard", shard});
        }
        arguments.push_back(scratch.path("specs"));
        return daphnia(arguments);
    };
    std::vector<std::string> merge{"merge-reports"};
    for (const std::string number : {"1", "2", "3", "4", "5"}) {
        const Finished part = run_of("machine" + number, number + "/5");
        EXPECT_TRUE(part.exit_code == 0 || part.exit_code == 4) << part.err;
        merge.push_back(scratch.file("part" + number + ".json", part.out));
    }
    const Finished merged = daphnia(merge);
    EXPECT_EQ(merged.exit_code, 4) << merged.err;
    const Finished whole = run_of("another", ""); // finds what the five have asked
    const json document = json::parse(whole.out);
    EXPECT_EQ(document["summary"]["cache"]["solver_starts"], 0);
    EXPECT_EQ(verdicts(json::parse(merged.out)), verdicts(document));
    const json sums = json::parse(merged.out)["summary"]["cache"];
    EXPECT_EQ(sums["hits"].get<int>() + sums["misses"].get<int>(), document["summary"]["cache"]["hits"].get<int>());
}

TEST(RemoteCache, AWrongPasswordIsNotSaid) {
    const Scratch scratch;
    const std::string file = scratch.file("three.dfy", kThree);
    const Redis redis;
    std::string url = redis.url();
    url.replace(url.find("hush"), 4, "psst");
    const Variable remote("DAPHNIA_REMOTE_CACHE", url);
    const Finished result = daphnia({"verify", "--cache", "write", "--cache-dir", scratch.path("one"), file});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_EQ(count(result.err, "does not accept the password"), 1U) << result.err;
    EXPECT_FALSE(has(result.err, "psst")) << result.err;
}

// Something that answers, and is neither.
TEST(RemoteCache, ALiarCostsANote) {
    const Scratch scratch;
    const std::string file = scratch.file("three.dfy", kThree);
    const json expected = verdicts(report({"--cache", "off", file}, 4));
    const std::string lies[] = {"nonsense\r\n",
                                std::string(std::size_t{4} << 20U, 'x'),
                                "$999999999\r\n",
                                "*2000000000\r\n",
                                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx",
                                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
                                "+OK\r\n"};
    for (const std::string& lie : lies) {
        for (const std::string scheme : {"redis", "http"}) {
            Listener listener;
            std::thread server([&] {
                for (int client = 0; (client = ::accept(listener.socket(), nullptr, nullptr)) >= 0;) {
                    char request[4096];
                    static_cast<void>(::recv(client, request, sizeof request, 0));
                    static_cast<void>(::send(client, lie.data(), lie.size(), MSG_NOSIGNAL));
                    ::usleep(1000);
                    ::close(client);
                }
            });
            const Finished result = daphnia(
                {"verify", "--format", "json", "--cache", "write", "--cache-dir", scratch.path(scheme),
                 "--remote-cache", scheme + "://127.0.0.1:" + std::to_string(listener.port()) + " timeout=300", file});
            ::shutdown(listener.socket(), SHUT_RDWR);
            server.join();
            EXPECT_EQ(result.exit_code, 4) << result.err;
            EXPECT_EQ(verdicts(json::parse(result.out)), expected) << scheme << lie.substr(0, 40);
            EXPECT_EQ(count(result.err, "daphnia: note: "), 1U) << scheme << lie.substr(0, 40) << result.err;
            fs::remove_all(scratch.path(scheme));
        }
    }
}

} // namespace
} // namespace daphnia::tests
