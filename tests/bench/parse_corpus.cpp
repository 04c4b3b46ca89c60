// Parses files, prints them back and parses that again: how many parse, how many give the same tree, and the time.
// Each file is handled in a child process of its own, so that the parser's caches are as cold as they are for a user.
//
// usage: parse_corpus [-v] FILE…
//   -v  every syntax error, and which trees change; with SHOW in the environment also what was printed
//   @LIST in place of a file: a file that names them, one per line

#include "ast/print.h"
#include "parse/parse.h"
#include "support/error.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace daphnia;

enum class Fate : std::uint8_t { Crashed, Rejected, Changed, Same };

struct Result {
    Fate fate = Fate::Crashed;
    std::uint32_t tokens = 0;
    double milliseconds = 0;
};

// Words, numbers and single other characters: near enough to tokens for a rate.
std::uint32_t count_tokens(std::string_view text) {
    std::uint32_t count = 0;
    bool in_word = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "//") == 0) {
            i = std::min(text.find('\n', i), text.size());
            in_word = false;
            continue;
        }
        const auto c = static_cast<unsigned char>(text[i]);
        const bool word = std::isalnum(c) != 0 || c == '_' || c == '\'' || c == '?' || c >= 0x80;
        if ((word && !in_word) || (!word && std::isspace(c) == 0)) {
            ++count;
        }
        in_word = word;
    }
    return count;
}

// Not the time that passes: other programs may run beside this one.
double cpu_milliseconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void say(const support::DiagnosticList& list) {
    for (const auto& diagnostic : list.sorted()) {
        const auto place = diagnostic.range.begin_place();
        fmt::print("{}:{}:{}: {}\n", diagnostic.range.file->path(), place.line, place.column, diagnostic.message);
    }
}

Result handle(const std::string& path, bool verbose) {
    Result result;
    const auto file = support::read_source_file(path);
    result.tokens = count_tokens(file->text());
    support::DiagnosticList errors;
    const double start = cpu_milliseconds();
    const auto program = parse::parse(*file, errors);
    result.milliseconds = cpu_milliseconds() - start;
    result.fate = Fate::Rejected;
    if (errors.has_errors()) {
        if (verbose) {
            say(errors);
        }
        return result;
    }
    const support::SourceFile printed(path + " (printed)", ast::print(program));
    support::DiagnosticList more_errors;
    const auto again = parse::parse(printed, more_errors);
    result.fate = !more_errors.has_errors() && ast::same(program, again) ? Fate::Same : Fate::Changed;
    if (verbose && result.fate == Fate::Changed) {
        fmt::print("{}: printing and parsing changes the tree\n", path);
        say(more_errors);
        if (std::getenv("SHOW") != nullptr) {
            fmt::print("{}\n", printed.text());
        }
    }
    return result;
}

Result handle_in_child(const std::string& path, bool verbose) {
    int ends[2];
    if (pipe(ends) != 0) {
        throw support::InputError("no pipe");
    }
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        const Result result = handle(path, verbose);
        std::fflush(stdout);
        _exit(write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
    }
    close(ends[1]);
    Result result;
    if (read(ends[0], &result, sizeof result) != sizeof result) {
        result.fate = Fate::Crashed;
    }
    close(ends[0]);
    waitpid(child, nullptr, 0);
    return result;
}

std::vector<std::string> named_files(int argc, char** argv) {
    std::vector<std::string> files;
    for (int i = 1; i < argc; ++i) {
        const std::string name = argv[i];
        if (name.starts_with('@')) {
            std::ifstream list(name.substr(1));
            for (std::string line; std::getline(list, line);) {
                files.push_back(line);
            }
        } else if (name != "-v") {
            files.push_back(name);
        }
    }
    return files;
}

} // namespace

int main(int argc, char** argv) {
    const bool verbose = argc > 1 && std::strcmp(argv[1], "-v") == 0;
    std::size_t counts[4] = {};
    std::vector<double> rates;
    std::vector<double> times;
    const auto files = named_files(argc, argv);
    for (const auto& path : files) {
        const Result result = handle_in_child(path, verbose);
        ++counts[static_cast<std::size_t>(result.fate)];
        if (result.fate == Fate::Crashed) {
            fmt::print("{}: crashed\n", path);
        }
        if (result.tokens > 0) {
            rates.push_back(result.milliseconds * 1000 / result.tokens);
        }
        times.push_back(result.milliseconds);
    }
    const auto median = [](std::vector<double>& values) {
        std::sort(values.begin(), values.end());
        return values.empty() ? 0.0 : values[values.size() / 2];
    };
    fmt::print("{} files: {} same after printing, {} changed, {} rejected, {} crashed\n", files.size(), counts[3],
               counts[2], counts[1], counts[0]);
    fmt::print("cold: median {:.2f} ms per file, {:.2f} ms per 1,000 tokens\n", median(times), median(rates));
    return 0;
}
