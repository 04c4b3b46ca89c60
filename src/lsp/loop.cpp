#include "lsp/loop.h"

#include "lsp/frames.h"
#include "lsp/server.h"
#include "support/error.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

namespace daphnia::lsp {

namespace {

constexpr int kExitGone = 1;
constexpr std::chrono::milliseconds kBetweenLooks(2'000); // at whether the editor is still there
constexpr std::size_t kBlock = std::size_t{1} << 16U;

void make_non_blocking(int descriptor) {
    const int flags = ::fcntl(descriptor, F_GETFL);
    if (flags >= 0) {
        ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK); // refused: reads wait, as they would for a file
    }
}

bool would_wait() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

// What is to be written, as fast as it is read: an editor that is busy writing itself must not be waited for.
class Output {
  public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}

    void add(const std::string& text) {
        bytes_ += frame(text);
        write();
    }
    void write() {
        while (start_ < bytes_.size()) {
            const ssize_t count = ::write(descriptor_, bytes_.data() + start_, bytes_.size() - start_);
            if (count < 0) {
                is_closed_ = is_closed_ || !would_wait();
                break;
            }
            start_ += static_cast<std::size_t>(count);
        }
        if (start_ == bytes_.size() || start_ > kBlock) {
            bytes_.erase(0, start_);
            start_ = 0;
        }
    }
    bool is_waiting() const { return start_ < bytes_.size(); }
    bool is_closed() const { return is_closed_; }
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
    std::string bytes_;
    std::size_t start_ = 0;
    bool is_closed_ = false;
};

class Loop {
  public:
    Loop(const Options& options, int input, int output)
        : input_(input), output_(output), server_(options, [this](const std::string& text) { output_.add(text); }) {}

    int run() {
        while (!server_.exit_code()) {
            wait();
            receive();
            if (is_over_ || output_.is_closed() || is_editor_gone()) {
                return server_.exit_code().value_or(kExitGone);
            }
            server_.step();
            output_.write();
        }
        flush();
        return *server_.exit_code();
    }

  private:
    // Until there is something to do.
    void wait() {
        std::vector<pollfd> polled = {{input_, POLLIN, 0}};
        if (output_.is_waiting()) {
            polled.push_back({output_.descriptor(), POLLOUT, 0});
        }
        for (const int descriptor : server_.file_descriptors()) {
            polled.push_back({descriptor, POLLIN, 0});
        }
        const std::chrono::milliseconds time = std::min(server_.patience().value_or(kBetweenLooks), kBetweenLooks);
        if (::poll(polled.data(), polled.size(), static_cast<int>(time.count())) < 0 && errno != EINTR) {
            throw support::InternalError(std::string("poll failed: ") + std::strerror(errno));
        }
    }

    // All that is there.
    void receive() {
        std::array<char, kBlock> block{};
        std::size_t total = 0;
        while (total < kBlock * kBlock) {
            const ssize_t count = ::read(input_, block.data(), block.size());
            if (count <= 0) {
                is_over_ = count == 0 || !would_wait();
                break;
            }
            total += static_cast<std::size_t>(count);
            reader_.add({block.data(), static_cast<std::size_t>(count)});
        }
        std::vector<std::string> texts;
        try {
            while (std::optional<std::string> text = reader_.next()) {
                texts.push_back(std::move(*text));
            }
        } catch (const support::InputError&) {
            server_.receive(texts); // what came before it is answered
            flush();
            throw;
        }
        if (!texts.empty()) {
            server_.receive(texts);
        }
    }

    bool is_editor_gone() const { return server_.editor() && ::kill(*server_.editor(), 0) != 0 && errno == ESRCH; }

    // The last words, as far as somebody reads them.
    void flush() {
        pollfd polled{output_.descriptor(), POLLOUT, 0};
        while (output_.is_waiting() && !output_.is_closed() &&
               ::poll(&polled, 1, static_cast<int>(kBetweenLooks.count())) > 0) {
            output_.write();
        }
    }

    int input_;
    Output output_;
    FrameReader reader_;
    Server server_;
    bool is_over_ = false;
};

} // namespace

int serve(const Options& options, int input, int output) {
    make_non_blocking(input);
    make_non_blocking(output);
    return Loop(options, input, output).run();
}

} // namespace daphnia::lsp
