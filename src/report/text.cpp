// Text for a terminal: `file:line:column: error: message`, the source line underlined, the other end as a second label.
#include "report/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>

namespace daphnia::report {

namespace {

using support::Diagnostic;
using support::Severity;
using support::SourceRange;

enum class Style { Bold, Error, Warning, Note, Quiet };

std::string_view code(Style style) {
    switch (style) {
    case Style::Bold:
        return "\x1b[1m";
    case Style::Error:
        return "\x1b[1;31m";
    case Style::Warning:
        return "\x1b[1;35m";
    case Style::Note:
        return "\x1b[1;36m";
    case Style::Quiet:
        return "\x1b[2m";
    }
    return {};
}

Style style_of(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return Style::Error;
    case Severity::Warning:
        return Style::Warning;
    case Severity::Note:
        return Style::Note;
    }
    return Style::Note;
}

std::string_view word(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Note:
        return "note";
    }
    return {};
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class TextWriter {
  public:
    TextWriter(const TextOptions& options, std::ostream& out) : options_(options), out_(out) {}

    void diagnostic(const Diagnostic& diagnostic) {
        const Style style = style_of(diagnostic.severity);
        place(diagnostic.range);
        out_ << paint(style, fmt::format("{}:", word(diagnostic.severity))) << ' '
             << paint(Style::Bold, diagnostic.message) << '\n';
        excerpt(diagnostic.range, style, '^');
        for (const support::Related& related : diagnostic.related) {
            place(related.range);
            out_ << related.message << '\n';
            excerpt(related.range, Style::Note, '-');
        }
    }

    void file(const verify::FileResult& file, bool one_of_several) {
        if (file.stage == verify::Stage::Unreadable) {
            return; // said on the error stream
        }
        for (const Diagnostic& each : file.diagnostics) {
            diagnostic(each);
        }
        if (file.stage == verify::Stage::Rejected && !file.internal_error) {
            out_ << rejection(file) << '\n';
        } else if (one_of_several && file.stage == verify::Stage::Verified) {
            out_ << fmt::format("{}: {}\n", file.path, figures(file));
        }
        for (const verify::Assumption& assumption : file.assumptions) {
            place(assumption.range);
            out_ << paint(Style::Quiet, fmt::format("assuming: {}", assumption.message)) << '\n';
        }
    }

    void totals(const verify::Run& run) {
        const bool verified = std::any_of(run.files.begin(), run.files.end(), [](const verify::FileResult& file) {
            return file.stage == verify::Stage::Verified;
        });
        if (!verified) {
            const bool resolved = std::any_of(run.files.begin(), run.files.end(), [](const verify::FileResult& file) {
                return file.stage == verify::Stage::Resolved;
            });
            if (resolved) {
                out_ << "\nDaphnia program verifier did not attempt verification\n";
            }
            return;
        }
        const verify::Totals sums = verify::totals(run);
        out_ << fmt::format("\nDaphnia program verifier finished with {} verified, {}", sums.verified,
                            counted(sums.errors, "error"));
        if (sums.assumptions > 0) {
            out_ << ", " << counted(sums.assumptions, "assumption");
        }
        if (sums.unverified_files > 0) {
            out_ << ", " << counted(sums.unverified_files, "file") << " not verified";
        }
        out_ << '\n';
    }

  private:
    std::string paint(Style style, std::string_view text) const {
        return options_.colour ? fmt::format("{}{}\x1b[0m", code(style), text) : std::string(text);
    }

    void place(const SourceRange& range) {
        if (range.has_file()) {
            const support::LineColumn begin = range.begin_place();
            out_ << paint(Style::Bold, fmt::format("{}:{}:{}:", range.file->path(), begin.line, begin.column)) << ' ';
        }
    }

    // The line where the range begins, and marks below the part of it that the range covers.
    void excerpt(const SourceRange& range, Style style, char mark) {
        if (!range.has_file()) {
            return;
        }
        const support::LineColumn begin = range.begin_place();
        const support::LineColumn end = range.end_place();
        const std::string_view line = range.file->line(begin.line);
        std::string blank;
        std::string marks;
        std::uint32_t column = 0;
        std::string shown;
        for (const char byte : line) {
            const bool continuation = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
            const bool control = static_cast<unsigned char>(byte) < 0x20 && byte != '\t';
            shown += control ? '?' : byte; // no escape sequence of a program reaches the terminal
            if (continuation) {
                continue;
            }
            ++column;
            if (column < begin.column) {
                blank += byte == '\t' ? '\t' : ' ';
            } else if (begin.line != end.line || column < end.column) {
                marks += mark;
            }
        }
        if (marks.empty()) {
            marks = mark; // an empty range, or the end of the line
        }
        out_ << fmt::format("{:5} | {}\n", begin.line, shown);
        out_ << fmt::format("      | {}{}\n", blank, paint(style, marks));
    }

    static std::string figures(const verify::FileResult& file) {
        const auto verified =
            std::count_if(file.declarations.begin(), file.declarations.end(),
                          [](const verify::Outcome& outcome) { return outcome.verdict() == verify::Verdict::Proved; });
        return fmt::format("{} verified, {}", verified, counted(errors(file), "error"));
    }

    static std::size_t errors(const verify::FileResult& file) {
        return static_cast<std::size_t>(
            std::count_if(file.diagnostics.begin(), file.diagnostics.end(),
                          [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::Error; }));
    }

    // In Dafny's words, which tell parse errors from all others.
    static std::string rejection(const verify::FileResult& file) {
        const bool syntax = std::any_of(file.diagnostics.begin(), file.diagnostics.end(),
                                        [](const Diagnostic& diagnostic) { return diagnostic.id == "syntax"; });
        const std::size_t count = errors(file);
        return fmt::format("{} {} error{} detected in {}", count, syntax ? "parse" : "resolution/type",
                           count == 1 ? "" : "s", file.path);
    }

    TextOptions options_;
    std::ostream& out_;
};

} // namespace

void write_text(const verify::Run& run, const TextOptions& options, std::ostream& out) {
    TextWriter writer(options, out);
    for (const verify::FileResult& file : run.files) {
        writer.file(file, run.files.size() > 1);
    }
    writer.totals(run);
}

void write_diagnostics(const std::vector<support::Diagnostic>& diagnostics, const TextOptions& options,
                       std::ostream& out) {
    TextWriter writer(options, out);
    for (const support::Diagnostic& diagnostic : diagnostics) {
        writer.diagnostic(diagnostic);
    }
}

} // namespace daphnia::report
