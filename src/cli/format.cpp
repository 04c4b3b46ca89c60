#include "cli/format.h"

#include "cli/output.h"
#include "cli/programs.h"
#include "cli/whole_file.h"
#include "driver/inputs.h"
#include "layout/format.h"
#include "parse/parse.h"
#include "support/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>

namespace daphnia::cli {

namespace {

constexpr int kInput = 1;
constexpr int kSyntax = 2;
constexpr int kNeedsFormat = 5;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string files(std::size_t number) {
    return fmt::format("{} {}", number, number == 1 ? "file" : "files");
}

// Which reading drops.
bool has_byte_order_mark(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string begin(kByteOrderMark.size(), ' ');
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return in && begin == kByteOrderMark;
}

class Formatter {
  public:
    explicit Formatter(const FormatCommand& command)
        : command_(command), report_(command.print ? std::cerr : std::cout) {}

    void file(const driver::Input& input) {
        if (input.source == nullptr) {
            fail(input.error);
            return;
        }
        const bool stream = input.source->path() == driver::kStandardInputName;
        if (stream && !command_.check && !command_.print) {
            fail("please use the '--check' and/or '--print' option as stdin cannot be formatted in place");
            return;
        }
        const layout::Text text(*input.source);
        if (has_syntax_errors(*input.source)) {
            failed_.push_back(input.source->path());
            return;
        }
        const layout::Formatted formatted = layout::format(text);
        const std::string result = layout::apply_edits(*input.source, formatted.edits);
        if (!formatted.edits.empty()) {
            change(input.source->path(), result);
        }
        if (command_.print) {
            std::cout << result;
        }
    }

    int finish() {
        report();
        return unusable_ ? kInput : !failed_.empty() ? kSyntax : command_.check && changed_ > 0 ? kNeedsFormat : 0;
    }

  private:
    void fail(const std::string& why) {
        unusable_ = true;
        std::cerr << "daphnia: " << why << '\n';
    }

    bool has_syntax_errors(const support::SourceFile& source) {
        support::DiagnosticList problems;
        parse::parse(source, problems);
        if (!problems.has_errors()) {
            return false;
        }
        report::write_diagnostics(problems.sorted(), {wants_colour(STDERR_FILENO)}, std::cerr);
        return true;
    }

    void change(const std::string& path, const std::string& result) {
        ++changed_;
        if (command_.check && !command_.print) {
            report_ << fmt::format("The file {} needs to be formatted\n", path);
        }
        if (command_.check || command_.print) {
            return;
        }
        try {
            const std::string_view mark = has_byte_order_mark(path) ? kByteOrderMark : std::string_view();
            replace_file(path, std::string(mark) + result);
        } catch (const support::InputError& error) {
            fail(error.what());
        }
    }

    void report() {
        std::string text;
        if (changed_ > 0) {
            text = fmt::format("{} need{} formatting.", files(changed_), changed_ == 1 ? "s" : "");
        }
        if (!failed_.empty()) {
            text += fmt::format("{}{} failed to parse:", text.empty() ? "" : "\n", files(failed_.size()));
            for (const std::string& path : failed_) {
                text += "\n  " + path;
            }
        }
        if (command_.check) {
            report_ << (text.empty() ? unusable_ ? "" : "All files are correctly formatted\n"
                                     : "Error: " + text + "\n");
        } else if (!failed_.empty()) {
            report_ << text << '\n';
        }
    }

    const FormatCommand& command_;
    std::ostream& report_;
    std::size_t changed_ = 0;
    std::vector<std::string> failed_; // to parse
    bool unusable_ = false;           // some file
};

} // namespace

int format_programs(const Command& command) {
    Formatter formatter(command.format_command);
    for (const driver::Input& program : read_programs(command)) {
        formatter.file(program);
        for (const driver::Input& other : program.others) {
            formatter.file(other);
        }
    }
    return formatter.finish();
}

} // namespace daphnia::cli
