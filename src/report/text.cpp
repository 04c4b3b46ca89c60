// Text for a terminal: `file:line:column: error: message`, the source line underlined, the other end as a second label.
#include "report/escape.h"
#include "report/explanation.h"
#include "report/report.h"
#include "report/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace daphnia::report {

namespace {

using support::Diagnostic;
using support::Severity;

Style style_of(Severity severity) {
    return severity == Severity::Error ? Style::Error : Style::Warning;
}

std::string_view word(Severity severity) {
    return severity == Severity::Error ? "error" : "warning";
}

std::string counted(std::size_t count, std::string_view noun) {
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

class TextWriter {
  public:
    TextWriter(const TextOptions& options, std::ostream& out)
        : terminal_(options.colour, out), trace_(options.trace), replay_(options.replay), out_(out) {}

    void diagnostic(const Diagnostic& diagnostic) {
        const Style style = style_of(diagnostic.severity);
        terminal_.place(diagnostic.range);
        out_ << terminal_.paint(style, fmt::format("{}:", word(diagnostic.severity))) << ' '
             << terminal_.paint(Style::Bold, printable(diagnostic.message)) << '\n';
        terminal_.excerpt(diagnostic.range, style, '^');
        for (const support::Related& related : diagnostic.related) {
            terminal_.place(related.range);
            out_ << printable(related.message) << '\n';
            terminal_.excerpt(related.range, Style::Note, '-');
        }
        if (diagnostic.explanation != nullptr) {
            write_explanation(*diagnostic.explanation, terminal_);
            if (trace_) {
                write_trace(*diagnostic.explanation, terminal_);
            }
        }
        write_hint(diagnostic.hint, terminal_);
    }

    // What follows the diagnostics of a file.
    void end_of_file(const verify::FileResult& file, bool one_of_several) {
        if (file.stage == verify::Stage::Rejected && !file.internal_error) {
            out_ << rejection(file) << '\n';
        } else if (one_of_several && file.stage == verify::Stage::Verified) {
            out_ << fmt::format("{}: {}\n", printable(file.path), figures(file));
        }
        for (const verify::Assumption& assumption : file.assumptions) {
            terminal_.place(assumption.range);
            out_ << terminal_.paint(Style::Quiet, fmt::format("assuming: {}", printable(assumption.message))) << '\n';
        }
    }

    void totals(const verify::Run& run) {
        attempt(run);
        if (replay_ && can_be_replayed(run)) {
            out_ << "To see a failing run again: --reproducer FILE writes it as a program of its own\n";
        }
        const verify::Totals sums = verify::totals(run);
        if (!run.strictness.allow_warnings && sums.warnings > 0) {
            out_ << counted(sums.warnings, "warning") << ", and --allow-warnings is false\n";
        }
        if (run.strictness.fail_on_assumptions && sums.assumptions > sums.accepted) {
            out_ << counted(sums.assumptions - sums.accepted, "assumption") << ", and --fail-on-assumptions is set\n";
        }
    }

  private:
    static bool can_be_replayed(const verify::Run& run) {
        return std::any_of(run.files.begin(), run.files.end(), [](const verify::FileResult& file) {
            return std::any_of(file.diagnostics.begin(), file.diagnostics.end(), [](const Diagnostic& each) {
                return each.explanation != nullptr && !each.explanation->reproducer.empty();
            });
        });
    }

    void attempt(const verify::Run& run) {
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
            if (sums.accepted > 0) {
                out_ << fmt::format(", {} of them accepted", sums.accepted);
            }
        }
        if (sums.unverified_files > 0) {
            out_ << ", " << counted(sums.unverified_files, "file") << " not verified";
        }
        out_ << '\n';
        if (!run.second_prover.empty()) {
            opinions(run.second_prover, sums.opinions);
        }
    }

    void opinions(const std::string& prover, std::map<verify::Opinion, std::size_t> count) {
        std::size_t proofs = 0;
        for (const auto& [opinion, times] : count) {
            proofs += times;
        }
        out_ << fmt::format("{} agrees with {} of {}", prover, count[verify::Opinion::Agrees],
                            counted(proofs, "proved obligation"));
        for (const auto& [opinion, what] : {std::pair(verify::Opinion::Unknown, "gives up on"),
                                            std::pair(verify::Opinion::OutOfBudget, "takes too long over"),
                                            std::pair(verify::Opinion::Failed, "gives no answer about")}) {
            if (count[opinion] > 0) {
                out_ << fmt::format(", {} {}", what, count[opinion]);
            }
        }
        out_ << '\n';
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
        const bool syntax =
            std::any_of(file.diagnostics.begin(), file.diagnostics.end(),
                        [](const Diagnostic& diagnostic) { return diagnostic.rule == support::Rule::Syntax; });
        const std::size_t count = errors(file);
        return fmt::format("{} {} error{} detected in {}", count, syntax ? "parse" : "resolution/type",
                           count == 1 ? "" : "s", printable(place_of_errors(file)));
    }

    // The program's own file, unless all errors are in one that it includes.
    static std::string place_of_errors(const verify::FileResult& file) {
        std::set<std::string> paths;
        for (const Diagnostic& diagnostic : file.diagnostics) {
            if (diagnostic.severity == Severity::Error) {
                paths.insert(diagnostic.range.has_file() ? diagnostic.range.file->path() : file.path);
            }
        }
        return paths.size() == 1 ? *paths.begin() : file.path;
    }

    Terminal terminal_;
    bool trace_;
    bool replay_;
    std::ostream& out_;
};

// What is known of a file, and not written yet.
struct Pending {
    std::vector<Diagnostic> diagnostics;
    std::vector<support::SourceRange> planned; // the names of what is verified
    std::vector<bool> known;                   // of each of these: whether its outcome is
    bool finished = false;
};

} // namespace

class TextReport::Impl {
  public:
    Impl(const TextOptions& options, std::ostream& out)
        : writer_(options, out), unreadable_(options.unreadable), out_(out) {}

    void begin(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& planned) {
        for (std::size_t i = 0; i < run.files.size(); ++i) {
            const verify::FileResult& file = run.files[i];
            Pending& pending = files_.emplace_back();
            for (const Diagnostic& each : file.diagnostics) {
                if (unreadable_ || file.stage != verify::Stage::Unreadable || each.range.has_file()) {
                    pending.diagnostics.push_back(each);
                }
            }
            pending.planned = planned[i];
            pending.known.assign(planned[i].size(), false);
        }
        write_known();
    }

    void outcome(std::size_t file, std::size_t declaration, const std::vector<Diagnostic>& found) {
        Pending& pending = files_.at(file);
        pending.diagnostics.insert(pending.diagnostics.end(), found.begin(), found.end());
        support::sort_by_place(pending.diagnostics);
        pending.known.at(declaration) = true;
        write_known();
    }

    void finish(const verify::Run& run, std::size_t file) {
        files_.at(file).finished = true;
        while (next_ < files_.size() && files_[next_].finished) {
            write_known();
            writer_.end_of_file(run.files[next_], run.files.size() > 1);
            ++next_;
        }
        write_known();
    }

    void totals(const verify::Run& run) { writer_.totals(run); }

  private:
    // What is found of a declaration stands behind its name: all that stands before the first name of which the outcome
    // is not known can be written.
    void write_known() {
        if (next_ == files_.size()) {
            return;
        }
        Pending& pending = files_[next_];
        const support::SourceRange* first = nullptr;
        for (std::size_t i = 0; i < pending.planned.size(); ++i) {
            const support::SourceRange& name = pending.planned[i];
            // The files of a program need not come in the order of their paths.
            if (!pending.known[i] && (first == nullptr || support::comes_before(name, *first))) {
                first = &name;
            }
        }
        auto end = pending.diagnostics.end();
        if (first != nullptr) {
            end = std::find_if(pending.diagnostics.begin(), end,
                               [&](const Diagnostic& each) { return !support::comes_before(each.range, *first); });
        }
        std::for_each(pending.diagnostics.begin(), end, [&](const Diagnostic& each) { writer_.diagnostic(each); });
        pending.diagnostics.erase(pending.diagnostics.begin(), end);
        out_.flush();
    }

    TextWriter writer_;
    bool unreadable_;
    std::ostream& out_;
    std::vector<Pending> files_;
    std::size_t next_ = 0; // the first file of which something may still come
};

TextReport::TextReport(const TextOptions& options, std::ostream& out) : impl_(std::make_unique<Impl>(options, out)) {}

TextReport::~TextReport() = default;

void TextReport::resolved(const verify::Run& run, const std::vector<std::vector<support::SourceRange>>& planned) {
    impl_->begin(run, planned);
}

void TextReport::started(std::size_t, std::size_t) {}

void TextReport::outcome(std::size_t file, std::size_t declaration, const std::vector<Diagnostic>& found) {
    impl_->outcome(file, declaration, found);
}

void TextReport::finished(const verify::Run& run, std::size_t file) {
    impl_->finish(run, file);
}

void TextReport::totals(const verify::Run& run) {
    impl_->totals(run);
}

void write_text(const verify::Run& run, const TextOptions& options, std::ostream& out) {
    TextReport report(options, out);
    report.resolved(run, std::vector<std::vector<support::SourceRange>>(run.files.size()));
    for (std::size_t i = 0; i < run.files.size(); ++i) {
        report.finished(run, i);
    }
    report.totals(run);
}

void write_diagnostics(const std::vector<support::Diagnostic>& diagnostics, const TextOptions& options,
                       std::ostream& out) {
    TextWriter writer(options, out);
    for (const support::Diagnostic& diagnostic : diagnostics) {
        writer.diagnostic(diagnostic);
    }
}

} // namespace daphnia::report
