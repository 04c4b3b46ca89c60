#include "process.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace daphnia::tests {

namespace {

namespace fs = std::filesystem;

fs::path temporary(const char* pattern) {
    std::string name = (fs::temp_directory_path() / pattern).string();
    const int descriptor = ::mkstemp(name.data());
    if (descriptor < 0) {
        throw std::runtime_error("no temporary file");
    }
    ::close(descriptor);
    return name;
}

void redirect(const char* path, int flags, int wanted) {
    const int descriptor = ::open(path, flags);
    if (descriptor < 0 || ::dup2(descriptor, wanted) < 0) {
        ::_exit(126);
    }
    ::close(descriptor);
}

} // namespace

Process::Process(const std::vector<std::string>& command)
    : out_(temporary("daphnia_out_XXXXXX")), err_(temporary("daphnia_err_XXXXXX")) {
    std::vector<std::string> words = command;
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    id_ = ::fork();
    if (id_ < 0) {
        throw std::runtime_error("fork failed");
    }
    if (id_ == 0) {
        redirect("/dev/null", O_RDONLY, STDIN_FILENO);
        redirect(out_.c_str(), O_WRONLY, STDOUT_FILENO);
        redirect(err_.c_str(), O_WRONLY, STDERR_FILENO);
        // What a test finds must not depend on what somebody has in a cache; tests of the cache name the mode.
        ::setenv("DAPHNIA_CACHE", "off", 0);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
}

Process::~Process() {
    if (running_) {
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
    }
    fs::remove(out_);
    fs::remove(err_);
}

std::vector<pid_t> Process::children() const {
    const std::string id = std::to_string(id_);
    std::ifstream list("/proc/" + id + "/task/" + id + "/children");
    return {std::istream_iterator<pid_t>(list), std::istream_iterator<pid_t>()};
}

Finished Process::wait(std::chrono::seconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    int status = 0;
    while (::waitpid(id_, &status, WNOHANG) == 0) {
        if (std::chrono::steady_clock::now() > end) {
            ::kill(id_, SIGKILL);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    running_ = false;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(out_), read_file(err_)};
}

Finished run(const std::vector<std::string>& command) {
    return Process(command).wait();
}

std::vector<std::string> daphnia_command(std::vector<std::string> arguments) {
    const char* other = std::getenv("DAPHNIA_BINARY");
    arguments.insert(arguments.begin(), other == nullptr ? DAPHNIA_BINARY : other);
    return arguments;
}

Finished daphnia(std::vector<std::string> arguments) {
    return run(daphnia_command(std::move(arguments)));
}

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "daphnia_test_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    folder_ = name;
}

nlohmann::json report(const std::vector<std::string>& arguments, int expected_exit_code) {
    std::vector<std::string> words{"verify", "--format", "json"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Finished result = daphnia(words);
    EXPECT_EQ(result.exit_code, expected_exit_code) << result.out << result.err;
    nlohmann::json document = nlohmann::json::parse(result.out);
    EXPECT_EQ(document["exit_code"], result.exit_code);
    return document;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Scratch::~Scratch() {
    fs::remove_all(folder_);
}

std::string Scratch::file(const std::string& name, std::string_view content) const {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
}

std::string read_file(const fs::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

} // namespace daphnia::tests
