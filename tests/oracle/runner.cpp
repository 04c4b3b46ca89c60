#include "runner.h"

#include "driver/session.h"
#include "parse/parse.h"
#include "refute/choices.h"
#include "refute/random_values.h"
#include "refute/small_values.h"
#include "typed/call_graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace daphnia::oracle {

namespace {

using interpret::Machine;
using interpret::Status;
using typed::Callable;
using typed::Declaration;

// What is known of a program's declarations.
struct Verdicts {
    std::set<Callable> proved;
    std::set<Callable> trusted; // proved, and so is all that they reach
};

Verdicts verdicts_of(const typed::Program& program, const verify::FileResult& file) {
    std::set<std::string> names;
    for (const verify::Outcome& outcome : file.declarations) {
        if (outcome.verdict() == verify::Verdict::Proved) {
            names.insert(outcome.name);
        }
    }
    // A function and what runs in its place have one name.
    for (const verify::Outcome& outcome : file.declarations) {
        if (outcome.verdict() != verify::Verdict::Proved) {
            names.erase(outcome.name);
        }
    }
    Verdicts result;
    std::set<std::string> assumed; // they have no body, are not verified, or hold an assume statement
    for (const verify::Assumption& assumption : file.assumptions) {
        if (assumption.rule !=
            support::Rule::Expect) { // a run of which this is not true ends there, and promises nothing
            assumed.insert(assumption.declaration);
        }
    }
    std::set<Callable> doubtful;
    for (const Declaration& declaration : program.declarations) {
        const std::string name = refute::name_of(declaration);
        if (names.count(name) > 0) {
            result.proved.insert(refute::address_of(declaration));
        }
        if (names.count(name) == 0 || assumed.count(name) > 0) {
            doubtful.insert(refute::address_of(declaration));
        }
    }
    const typed::CallGraph calls(program);
    for (bool more = true; std::exchange(more, false);) {
        for (const Declaration& declaration : program.declarations) {
            const Callable address = refute::address_of(declaration);
            const auto& callees = calls.callees(address);
            if (std::any_of(callees.begin(), callees.end(), [&](Callable c) { return doubtful.count(c) > 0; })) {
                more = doubtful.insert(address).second || more;
            }
        }
    }
    std::set_difference(result.proved.begin(), result.proved.end(), doubtful.begin(), doubtful.end(),
                        std::inserter(result.trusted, result.trusted.end()));
    return result;
}

bool wants_relaxed_assignment(const support::SourceFile& source) {
    const std::string_view first = source.line(1);
    return first.starts_with("// run:") && first.find("--relax-definite-assignment") != std::string_view::npos;
}

// Whether what counts down from the value soon comes to its end.
bool is_modest(const interpret::Value& value) {
    constexpr std::int64_t kMost = 30;
    if (value.has_parts()) {
        return std::all_of(value.parts().begin(), value.parts().end(),
                           [](const interpret::Value& part) { return is_modest(part); });
    }
    if (value.is_real()) {
        return abs(value.as_real()) <= kMost;
    }
    const bool whole = value.is_assigned() && !value.is_bool() && !value.is_character() && !value.is_reference() &&
                       !value.is_function();
    return !whole || (value.as_small() && -kMost <= *value.as_small() && *value.as_small() <= kMost);
}

bool is_modest(const refute::Input& input) {
    const auto all = [](const interpret::Values& values) {
        return std::all_of(values.begin(), values.end(), [](const interpret::Value& v) { return is_modest(v); });
    };
    return all(input.arguments) && std::all_of(input.objects.begin(), input.objects.end(),
                                               [&](const refute::ObjectDraft& object) { return all(object.cells); });
}

interpret::Result call(Machine& machine, const Declaration& declaration, const interpret::Values& arguments) {
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
        return machine.call(**method, arguments);
    }
    if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
        return machine.call(**function, arguments);
    }
    return machine.evaluate(*std::get<std::unique_ptr<typed::Constant>>(declaration));
}

// Runs one declaration of one program.
class DeclarationRunner {
  public:
    DeclarationRunner(const typed::Program& program, const Verdicts& verdicts, const Declaration& declaration,
                      const RunnerOptions& options, bool relaxed, Examination& examination)
        : program_(program), verdicts_(verdicts), declaration_(declaration),
          parameters_(refute::parameters_of(declaration)), options_(options), relaxed_(relaxed),
          examination_(examination), vocabulary_(refute::vocabulary_of(program, declaration)), chance_(options.seed) {}

    // Small inputs first, then random ones and variations of those that meet the precondition.
    void run(std::size_t wanted) {
        refute::SmallValues small(vocabulary_);
        refute::for_each_small_input(parameters_, small, kLargestSmall, [&](refute::Input input) {
            attempt(input);
            return !stopped_ && accepted_ < wanted / 3 && attempts_ < 4 * wanted;
        });
        refute::RandomValues random(vocabulary_, chance_);
        std::vector<refute::Input> good;
        for (attempts_ = 0; !stopped_ && accepted_ < wanted && attempts_ < 20 * wanted;) {
            const bool vary = !good.empty() && chance_.one_in(3);
            refute::Input input = vary ? random.changed(good[chance_.below(good.size())], parameters_)
                                       : random.input(parameters_, 1 + chance_.below(kLargestRandom));
            if (attempt(input) && good.size() < kKept) {
                good.push_back(std::move(input));
            }
            if (parameters_.empty() && attempts_ >= wanted / 4) {
                break; // only its choices differ
            }
        }
        const bool is_proved = verdicts_.proved.count(refute::address_of(declaration_)) > 0;
        examination_.totals.never_run += is_proved && accepted_ == 0 ? 1 : 0;
    }

  private:
    static constexpr std::size_t kLargestSmall = 5;
    static constexpr std::size_t kLargestRandom = 10;
    static constexpr std::size_t kKept = 20;

    const typed::Program& program_;
    const Verdicts& verdicts_;
    const Declaration& declaration_;
    const refute::Parameters& parameters_;
    const RunnerOptions& options_;
    bool relaxed_;
    Examination& examination_;
    refute::Vocabulary vocabulary_;
    refute::Chance chance_;
    std::size_t attempts_ = 0;
    std::size_t accepted_ = 0;
    bool stopped_ = false;
    bool waited_ = false; // for the end of a long run

    interpret::Options run_options(std::uint64_t steps, interpret::Choices& choices) const {
        interpret::Options options;
        options.checking = true;
        options.relax_definite_assignment = relaxed_;
        options.limits.steps = steps;
        options.limits.cells = 1'000'000;
        options.choices = &choices;
        return options;
    }

    // Whether the input meets the precondition.
    bool attempt(const refute::Input& input) {
        ++attempts_;
        refute::RandomChoices choices(vocabulary_, chance_);
        Machine machine(program_, run_options(options_.steps, choices));
        refute::allocate_objects(input, machine.heap());
        const interpret::Heap before = machine.heap();
        const interpret::Result result = call(machine, declaration_, input.arguments);
        if (result.status == Status::Rejected) {
            return false;
        }
        Totals& totals = examination_.totals;
        ++accepted_;
        ++totals.runs;
        switch (result.status) {
        case Status::Finished:
        case Status::Rejected:
            break;
        case Status::Undetermined:
            ++totals.undetermined;
            ++examination_.reasons[result.reason];
            break;
        case Status::OutOfSteps:
        case Status::OutOfStack:
        case Status::OutOfMemory:
            ++totals.unfinished;
            ++examination_.reasons[result.reason];
            if (result.status != Status::OutOfMemory) {
                await_end(input, before);
            }
            break;
        case Status::Failed:
            judge(*result.failure, input, before);
            break;
        }
        return true;
    }

    // What is proved, and proved to end, comes to its end from small numbers when it gets the time. Once for each
    // declaration: a run that is merely long costs.
    void await_end(const refute::Input& input, const interpret::Heap& before) {
        const Callable address = refute::address_of(declaration_);
        if (options_.patience == 0 || verdicts_.trusted.count(address) == 0 || !is_modest(input) ||
            std::exchange(waited_, true)) {
            return;
        }
        refute::RandomChoices choices(vocabulary_, chance_);
        Machine machine(program_, run_options(options_.steps * options_.patience, choices));
        refute::allocate_objects(input, machine.heap());
        const interpret::Result result = call(machine, declaration_, input.arguments);
        if (result.status == Status::Failed) {
            judge(*result.failure, input, before);
        } else if (result.status == Status::OutOfSteps || result.status == Status::OutOfStack) {
            ++examination_.totals.endless;
            examination_.broken.push_back({refute::name_of(declaration_), "endless",
                                           fmt::format("{}\n{}", result.reason, shown_input(input, before))});
            stopped_ = true;
        }
    }

    void judge(const interpret::Failure& failure, const refute::Input& input, const interpret::Heap& heap) {
        Totals& totals = examination_.totals;
        if (failure.rule == support::Rule::Expect) {
            ++totals.unfinished;
            return;
        }
        if (verdicts_.proved.count(failure.owner) == 0) {
            const bool own = failure.owner == refute::address_of(declaration_);
            totals.refuted += own ? 1 : 0;
            stopped_ = own; // it is known to be wrong
            return;
        }
        const bool certain = verdicts_.trusted.count(failure.owner) > 0;
        ++(certain ? totals.broken : totals.uncertain);
        (certain ? examination_.broken : examination_.uncertain)
            .push_back({refute::name_of(declaration_), std::string(support::info(failure.rule).id),
                        report(failure, input, heap)});
        stopped_ = true;
    }

    std::string report(const interpret::Failure& failure, const refute::Input& input,
                       const interpret::Heap& heap) const {
        const auto place = failure.range.begin_place();
        std::string text =
            fmt::format("{}:{}: {} [{}]\n", place.line, place.column, failure.message, support::info(failure.rule).id);
        if (failure.clause.has_file()) {
            text += fmt::format("  clause: {}\n", failure.clause.text());
        }
        for (const interpret::EvaluatedPart& part : failure.parts) {
            text += fmt::format("    {} is {}\n", part.text, part.value);
        }
        return text + shown_input(input, heap);
    }

    std::string shown_input(const refute::Input& input, const interpret::Heap& heap) const {
        std::string text;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            text += fmt::format("  input {} = {}{}\n", parameters_[i]->name,
                                interpret::shown(input.arguments[i], parameters_[i]->type, heap, 0),
                                typed::is_array(parameters_[i]->type)
                                    ? fmt::format(" (array {})", input.arguments[i].as_reference().object)
                                    : "");
        }
        return text;
    }
};

void run_all(const typed::Program& program, const verify::FileResult& file, bool relaxed, const RunnerOptions& options,
             Examination& examination) {
    const Verdicts verdicts = verdicts_of(program, file);
    for (const Declaration& declaration : program.declarations) {
        const bool proved = verdicts.proved.count(refute::address_of(declaration)) > 0;
        ++examination.totals.declarations;
        examination.totals.proved += proved ? 1 : 0;
        // What is not proved is run too: it calls what is, in states of its own.
        DeclarationRunner(program, verdicts, declaration, options, relaxed, examination)
            .run(proved ? options.inputs : options.inputs / 4);
    }
}

std::string first_error(const verify::FileResult& file) {
    for (const support::Diagnostic& diagnostic : file.diagnostics) {
        if (diagnostic.severity == support::Severity::Error) {
            const auto place = diagnostic.range.begin_place();
            return fmt::format("{}:{}: {}", place.line, place.column, diagnostic.message);
        }
    }
    return "?";
}

Examination examine_file(const verify::FileResult& file, bool relaxed, const RunnerOptions& options) {
    Examination result;
    result.path = file.path;
    result.totals.programs = 1;
    if (file.internal_error) {
        result.totals.internal_errors = 1;
        result.internal_error = file.diagnostics.empty() ? "?" : file.diagnostics.front().message;
    }
    if (file.stage != verify::Stage::Verified) {
        result.totals.rejected_programs = 1;
        result.rejection = first_error(file);
        return result;
    }
    support::DiagnosticList sink;
    std::vector<ast::Program> files;
    for (const auto& included : file.included) {
        files.push_back(parse::parse(*included, sink));
    }
    files.push_back(parse::parse(*file.source, sink));
    std::vector<const ast::Program*> addresses;
    for (const ast::Program& each : files) {
        addresses.push_back(&each);
    }
    const std::optional<typed::Program> program = resolve::resolve(addresses, sink, {});
    run_all(*program, file, relaxed, options, result);
    return result;
}

} // namespace

Totals& Totals::operator+=(const Totals& other) {
    programs += other.programs;
    rejected_programs += other.rejected_programs;
    internal_errors += other.internal_errors;
    declarations += other.declarations;
    proved += other.proved;
    refuted += other.refuted;
    runs += other.runs;
    undetermined += other.undetermined;
    unfinished += other.unfinished;
    never_run += other.never_run;
    uncertain += other.uncertain;
    broken += other.broken;
    endless += other.endless;
    return *this;
}

std::vector<Examination> Runner::examine(std::vector<driver::Input> programs) const {
    std::map<bool, std::vector<driver::Input>> groups; // by whether assignment is relaxed
    for (driver::Input& program : programs) {
        const bool relaxed = program.source != nullptr && wants_relaxed_assignment(*program.source);
        groups[relaxed].push_back(std::move(program));
    }
    std::vector<Examination> result;
    for (auto& [relaxed, inputs] : groups) {
        driver::Options options;
        options.verify.task.limits = {options_.resources, options_.seconds, 4096};
        options.verify.task.refute.steps = 0; // the verdicts are to be the prover's own
        options.encode.relax_definite_assignment = relaxed;
        const verify::Run run = driver::Session(options).check(std::move(inputs), driver::Goal::Verify);
        for (const verify::FileResult& file : run.files) {
            result.push_back(examine_file(file, relaxed, options_));
        }
    }
    return result;
}

} // namespace daphnia::oracle
