#include "mutation.h"

#include "mutate.h"
#include "runner.h"

#include "driver/session.h"
#include "parse/parse.h"
#include "resolve/resolve.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <ostream>
#include <random>

namespace daphnia::oracle {

namespace {

constexpr std::array kKinds{MutantKind::Body, MutantKind::Function, MutantKind::Invariant, MutantKind::Contract,
                            MutantKind::Proof};

struct Original {
    driver::Input input;
    std::optional<typed::Program> program;
};

// What became of a mutant.
enum class Fate { NoProgram, Proved, Refuted, Named, Explained };

struct Trial {
    Fate fate = Fate::NoProgram;
    double seconds = 0;
    std::string headline; // of the explanation that decided
};

std::vector<driver::Input> with_text(const driver::Input& like, const std::string& text) {
    std::vector<driver::Input> inputs;
    inputs.push_back({like.path, std::make_unique<const support::SourceFile>(like.path, text), {}});
    return inputs;
}

verify::Run check(const driver::Input& like, const std::string& text, std::uint64_t steps) {
    driver::Options options;
    options.verify.task.limits = {8'000'000, 20, 4096};
    options.verify.task.refute.steps = steps;
    return driver::Session(options).check(with_text(like, text), driver::Goal::Verify);
}

// The explanation names what was weakened: the loop, or the callee.
bool names(const support::Explanation& explanation, const Mutant& mutant) {
    const support::ExplanationKind wanted = mutant.kind == MutantKind::Invariant
                                                ? support::ExplanationKind::WeakInvariant
                                                : support::ExplanationKind::WeakContract;
    // What is replaced may stand before the subject, and move it.
    const auto line = [](support::SourceRange range) { return range.begin_place().line; };
    return explanation.kind == wanted && explanation.subject.has_file() &&
           line(explanation.subject) == line(mutant.subject);
}

Trial attempt(const driver::Input& like, const Mutant& mutant, std::uint64_t steps) {
    const auto start = std::chrono::steady_clock::now();
    const verify::Run run = check(like, text_of(mutant), steps);
    Trial trial;
    trial.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const verify::FileResult& file = run.files.front();
    if (file.stage != verify::Stage::Verified) {
        return trial;
    }
    trial.fate = Fate::Proved;
    for (const support::Diagnostic& diagnostic : file.diagnostics) {
        if (diagnostic.severity != support::Severity::Error) {
            continue;
        }
        Fate fate = Fate::Explained;
        if (diagnostic.verdict == "refuted") {
            fate = Fate::Refuted;
        } else if (diagnostic.explanation != nullptr && names(*diagnostic.explanation, mutant)) {
            fate = Fate::Named;
        }
        // Refuted outweighs all; of the others a label outweighs none.
        if (trial.fate == Fate::Proved || (trial.fate != Fate::Refuted && fate != Fate::Explained)) {
            trial.fate = fate;
            trial.headline = diagnostic.explanation == nullptr ? "" : diagnostic.explanation->headline;
        }
    }
    return trial;
}

std::vector<Original> read(const std::vector<std::string>& paths, std::ostream& out) {
    std::vector<Original> result;
    for (driver::Input& input : driver::read_inputs(paths)) {
        if (input.source == nullptr) {
            fmt::print(out, "{}\n", input.error);
            continue;
        }
        support::DiagnosticList sink;
        const ast::Program parsed = parse::parse(*input.source, sink);
        std::optional<typed::Program> program = resolve::resolve(parsed, sink, {});
        const bool proved = program && verify::exit_code(check(input, std::string(input.source->text()), 0)) == 0;
        if (!proved) {
            fmt::print(out, "{} does not verify and is left out\n", input.path);
            continue;
        }
        result.push_back({std::move(input), std::move(program)});
    }
    return result;
}

struct Choice {
    const Original* original;
    Mutant mutant;
};

// Half of the sample are bodies, the rest is shared by the other kinds as far as they go.
std::vector<Choice> choose(const std::vector<Original>& originals, const MutationOptions& options) {
    std::map<MutantKind, std::vector<Choice>> all;
    for (const Original& original : originals) {
        for (Mutant& mutant : mutants(*original.program)) {
            all[mutant.kind].push_back({&original, std::move(mutant)});
        }
    }
    std::mt19937_64 random(options.seed);
    std::vector<Choice> result;
    for (const MutantKind kind : kKinds) {
        std::vector<Choice>& choices = all[kind];
        if (options.mutants != 0) {
            std::shuffle(choices.begin(), choices.end(), random);
            const std::size_t share =
                kind == MutantKind::Body ? options.mutants / 2 : options.mutants / (2 * (kKinds.size() - 1));
            choices.resize(std::min(choices.size(), share));
        }
        std::move(choices.begin(), choices.end(), std::back_inserter(result));
    }
    return result;
}

std::string_view word(Fate fate) {
    switch (fate) {
    case Fate::NoProgram:
        return "no program";
    case Fate::Proved:
        return "proved";
    case Fate::Refuted:
        return "refuted";
    case Fate::Named:
        return "named";
    case Fate::Explained:
        return "other";
    }
    return {};
}

double percentile(std::vector<double> values, double share) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

class Count {
  public:
    void count(MutantKind kind, Fate fate, double extra) {
        ++counts_[kind][fate];
        if (fate != Fate::NoProgram && fate != Fate::Proved) {
            extra_.push_back(extra);
        }
    }
    void no_failing_run() { ++no_failing_run_; }
    void run(const Totals& runs) {
        runs_ += runs.runs;
        broken_ += runs.broken;
    }
    std::size_t broken() const { return broken_; }
    std::size_t wrong_labels() {
        return counts_[MutantKind::Invariant][Fate::Refuted] + counts_[MutantKind::Contract][Fate::Refuted] +
               counts_[MutantKind::Proof][Fate::Refuted];
    }

    void print(std::ostream& out) {
        fmt::print(out, "{:<10} {:>7} {:>10} {:>7} {:>10} {:>8} {:>6} {:>6}\n", "kind", "mutants", "no program",
                   "proved", "not proved", "refuted", "named", "other");
        for (const MutantKind kind : kKinds) {
            auto& of = counts_[kind];
            const std::size_t open = of[Fate::Refuted] + of[Fate::Named] + of[Fate::Explained];
            fmt::print(out, "{:<10} {:>7} {:>10} {:>7} {:>10} {:>8} {:>6} {:>6}\n", to_string(kind),
                       open + of[Fate::NoProgram] + of[Fate::Proved], of[Fate::NoProgram], of[Fate::Proved], open,
                       of[Fate::Refuted], of[Fate::Named], of[Fate::Explained]);
        }
        const auto share = [&](MutantKind kind, Fate fate) {
            auto& of = counts_[kind];
            const std::size_t open = of[Fate::Refuted] + of[Fate::Named] + of[Fate::Explained];
            return open == 0 ? 0.0 : 100.0 * static_cast<double>(of[fate]) / static_cast<double>(open);
        };
        fmt::print(out,
                   "wrong bodies refuted {:.1f}% ({} of the others have no failing run that a long search finds)\n",
                   share(MutantKind::Body, Fate::Refuted), no_failing_run_);
        fmt::print(out, "weak invariants named {:.1f}%, weak contracts named {:.1f}%, wrong labels {}\n",
                   share(MutantKind::Invariant, Fate::Named), share(MutantKind::Contract, Fate::Named), wrong_labels());
        fmt::print(out, "proved mutants: {} runs, {} broken checks\n", runs_, broken_);
        fmt::print(out, "extra time: median {:.0f} ms, 95th percentile {:.0f} ms, most {:.0f} ms\n",
                   1000 * percentile(extra_, 0.5), 1000 * percentile(extra_, 0.95), 1000 * percentile(extra_, 1));
    }

  private:
    std::map<MutantKind, std::map<Fate, std::size_t>> counts_;
    std::vector<double> extra_;
    std::size_t no_failing_run_ = 0;
    std::size_t runs_ = 0;   // of what is proved
    std::size_t broken_ = 0; // checks of what is proved
};

} // namespace

bool run_mutation(const MutationOptions& options, std::ostream& out) {
    const std::vector<Original> originals = read(options.paths, out);
    Count totals;
    for (const Choice& choice : choose(originals, options)) {
        const double without = attempt(choice.original->input, choice.mutant, 0).seconds;
        const Trial trial = attempt(choice.original->input, choice.mutant, options.refute_steps);
        totals.count(choice.mutant.kind, trial.fate, std::max(0.0, trial.seconds - without));
        std::string remark;
        if (trial.fate == Fate::Proved && options.inputs != 0) {
            RunnerOptions runner;
            runner.inputs = options.inputs;
            const Examination examination =
                Runner(runner).examine(with_text(choice.original->input, text_of(choice.mutant))).front();
            totals.run(examination.totals);
            for (const Breakage& breakage : examination.broken) {
                fmt::print(out, "{}: proved, but broken, in '{}':\n{}\n", describe(choice.mutant), breakage.declaration,
                           breakage.report);
            }
        }
        if (choice.mutant.kind == MutantKind::Body && options.thorough_steps != 0 &&
            (trial.fate == Fate::Named || trial.fate == Fate::Explained)) {
            const Trial thorough = attempt(choice.original->input, choice.mutant, options.thorough_steps);
            if (thorough.fate != Fate::Refuted) {
                totals.no_failing_run();
                remark = " (no failing run)";
            } else {
                remark = " (" + thorough.headline + ")";
            }
        }
        if (options.verbose) {
            fmt::print(out, "{} {}: {}, {:.0f} ms: {}{}\n", to_string(choice.mutant.kind), describe(choice.mutant),
                       word(trial.fate), 1000 * trial.seconds, trial.headline, remark);
        }
    }
    fmt::print(out, "seed {}\n", options.seed);
    totals.print(out);
    return totals.wrong_labels() == 0 && totals.broken() == 0;
}

} // namespace daphnia::oracle
