// The programs of the generator are verified, many at a time, and what must not be is counted.
#include "definitions.h"

#include "driver/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <ostream>
#include <vector>

namespace daphnia::oracle {

namespace {

struct Counts {
    std::size_t circular = 0;         // of all programs
    std::size_t refused_circular = 0; // as they must be
    std::size_t accepted = 0;         // of the others
    std::size_t controls = 0;         // true lemmas of accepted programs
    std::size_t proved_controls = 0;
    std::size_t attempts = 0; // lemmas that ensure false in accepted programs
    std::size_t proved = 0;   // defects
    std::size_t internal_errors = 0;

    std::size_t defects(std::size_t programs) const {
        return proved + internal_errors + (circular - refused_circular) + (programs - circular - accepted);
    }
};

bool is_proved(const verify::FileResult& file, const std::string& name) {
    return std::any_of(file.declarations.begin(), file.declarations.end(), [&](const verify::Outcome& outcome) {
        return outcome.name == name && outcome.verdict() == verify::Verdict::Proved;
    });
}

// It is, and so is all that it may rest on.
bool falsehood_is_proved(const verify::FileResult& file) {
    return std::all_of(file.declarations.begin(), file.declarations.end(), [](const verify::Outcome& outcome) {
        return outcome.name == "Control" || outcome.verdict() == verify::Verdict::Proved;
    });
}

class Attack {
  public:
    Attack(const DefinitionOptions& options, std::ostream& out) : options_(options), out_(out) {}

    bool run() {
        constexpr std::size_t kBatch = 64;
        const auto start = std::chrono::steady_clock::now();
        for (std::size_t done = 0; done < options_.programs; done += kBatch) {
            verify(options_.seed + done, std::min(kBatch, options_.programs - done));
        }
        const double minutes = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / 60;
        out_ << fmt::format("seeds {} to {}\n"
                            "{} programs, {} of them circular: {} refused\n"
                            "{} not circular: {} accepted; {} of {} true lemmas proved\n"
                            "{} lemmas ensure false: {} proved\n"
                            "{} internal errors, {:.2f} minutes\n",
                            options_.seed, options_.seed + options_.programs - 1, options_.programs, counts_.circular,
                            counts_.refused_circular, options_.programs - counts_.circular, counts_.accepted,
                            counts_.proved_controls, counts_.controls, counts_.attempts, counts_.proved,
                            counts_.internal_errors, minutes);
        return counts_.defects(options_.programs) == 0;
    }

  private:
    void verify(std::uint64_t seed, std::size_t count) {
        std::vector<driver::Input> inputs;
        std::vector<DefinitionProgram> programs;
        for (std::size_t i = 0; i < count; ++i) {
            programs.push_back(generate_definitions(seed + i));
            inputs.push_back({fmt::format("seed {}", seed + i), nullptr, {}});
            inputs.back().source =
                std::make_unique<const support::SourceFile>(inputs.back().path, programs.back().text);
        }
        driver::Options options;
        options.verify.task.limits = {2'000'000, 10, 4096};
        options.verify.task.refute.steps = 0;
        const verify::Run run = driver::Session(options).check(std::move(inputs), driver::Goal::Verify);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string path = fmt::format("seed {}", seed + i);
            const auto file = std::find_if(run.files.begin(), run.files.end(),
                                           [&](const verify::FileResult& each) { return each.path == path; });
            judge(*file, programs[i]);
        }
    }

    void judge(const verify::FileResult& file, const DefinitionProgram& program) {
        const bool accepted = file.stage == verify::Stage::Verified;
        counts_.circular += program.circular ? 1 : 0;
        counts_.internal_errors += file.internal_error ? 1 : 0;
        if (file.internal_error) {
            show(file, program, "internal error");
        } else if (accepted) {
            judge_accepted(file, program);
        } else if (program.circular) {
            ++counts_.refused_circular;
        } else {
            show(file, program, "refused, but not circular");
        }
    }

    void judge_accepted(const verify::FileResult& file, const DefinitionProgram& program) {
        ++counts_.attempts;
        const bool false_is_proved = falsehood_is_proved(file);
        counts_.proved += false_is_proved ? 1 : 0;
        if (false_is_proved || program.circular) {
            show(file, program, false_is_proved ? "false is proved" : "circular, but accepted");
        }
        if (!program.circular) {
            ++counts_.accepted;
            ++counts_.controls;
            const bool proved = is_proved(file, "Control");
            counts_.proved_controls += proved ? 1 : 0;
            if (!proved && options_.verbose) {
                show(file, program, "a true lemma is not proved");
            }
        }
    }

    void show(const verify::FileResult& file, const DefinitionProgram& program, const char* what) {
        out_ << fmt::format("{}: {}\n", file.path, what);
        for (const support::Diagnostic& diagnostic : file.diagnostics) {
            out_ << fmt::format("  {}: {}\n", diagnostic.range.begin_place().line, diagnostic.message);
        }
        out_ << program.text << "\n" << std::flush;
    }

    const DefinitionOptions& options_;
    std::ostream& out_;
    Counts counts_;
};

} // namespace

bool run_definitions(const DefinitionOptions& options, std::ostream& out) {
    return Attack(options, out).run();
}

} // namespace daphnia::oracle
