#include "driver/session.h"

#include "driver/dump.h"
#include "parse/parse.h"
#include "support/error.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace daphnia::driver {

namespace {

using support::DiagnosticList;
using verify::FileResult;
using verify::Stage;

// A file on its way through the stages.
struct Passage {
    FileResult result;
    DiagnosticList diagnostics;
    std::optional<typed::Program> program;
    std::optional<encode::Context> context;
    std::vector<const typed::Method*> entry_methods; // when it is to be run
    std::size_t task_count = 0;
};

void report_internal_error(Passage& passage, const std::string& what) {
    passage.result.internal_error = true;
    passage.diagnostics.error("internal-error", {},
                              fmt::format("{}: internal error: {}; this is a defect of Daphnia and says nothing about "
                                          "the program: please report it with this file",
                                          passage.result.path, what));
}

// Runs a stage; a defect of Daphnia in it ends this passage, not the run.
template <typename StageFunction>
void guarded(Passage& passage, StageFunction stage) {
    try {
        stage();
    } catch (const std::exception& error) {
        report_internal_error(passage, error.what());
    }
}

Passage begin(Input input) {
    Passage passage;
    passage.result.path = std::move(input.path);
    passage.result.source = std::move(input.source);
    passage.result.stage = passage.result.source == nullptr ? Stage::Unreadable : Stage::Rejected;
    if (passage.result.source == nullptr) {
        passage.diagnostics.error("input", {}, input.error);
    }
    return passage;
}

std::optional<ast::Program> parse_file(Passage& passage) {
    ast::Program program = parse::parse(*passage.result.source, passage.diagnostics);
    return passage.diagnostics.has_errors() ? std::nullopt : std::optional(std::move(program));
}

void resolve_file(Passage& passage, const Options& options) {
    const std::optional<ast::Program> program = parse_file(passage);
    if (!program) {
        return;
    }
    passage.program = resolve::resolve(*program, passage.diagnostics, options.resolve);
    if (passage.program) {
        passage.result.stage = Stage::Resolved;
    }
    DAPHNIA_CHECK(passage.program.has_value() != passage.diagnostics.has_errors(),
                  "resolution must fail exactly when it reports an error");
}

// Adds the passage's tasks.
void prepare(Passage& passage, const Options& options, std::vector<verify::Task>& tasks) {
    passage.result.assumptions = verify::assumptions(*passage.program);
    const auto selected = verify::select(*passage.program, options.filter_symbol, passage.diagnostics);
    passage.context.emplace(*passage.program, options.encode);
    for (const typed::Declaration* declaration : selected) {
        tasks.push_back({&*passage.context, declaration});
    }
    passage.task_count = selected.size();
    passage.result.stage = Stage::Verified;
}

void take_outcome(Passage& passage, verify::Outcome outcome) {
    if (!outcome.internal_error.empty()) {
        report_internal_error(passage, fmt::format("in '{}': {}", outcome.name, outcome.internal_error));
        return;
    }
    for (support::Diagnostic& diagnostic : verify::failures(outcome)) {
        passage.result.diagnostics.push_back(std::move(diagnostic));
    }
    passage.result.declarations.push_back(std::move(outcome));
}

void verify_all(std::vector<Passage>& passages, const Options& options) {
    std::vector<verify::Task> tasks;
    for (Passage& passage : passages) {
        if (passage.program) {
            guarded(passage, [&] { prepare(passage, options, tasks); });
        }
    }
    std::vector<verify::Outcome> outcomes = verify::verify(tasks, options.verify);
    auto next = outcomes.begin();
    for (Passage& passage : passages) {
        for (std::size_t i = 0; i < passage.task_count; ++i) {
            take_outcome(passage, std::move(*next++));
        }
    }
}

// The filter chose nothing, although there was something to choose from.
bool nothing_selected(const std::vector<Passage>& passages, const Options& options) {
    const auto verified = [](const Passage& passage) { return passage.result.stage == Stage::Verified; };
    const auto empty = [](const Passage& passage) { return passage.task_count == 0; };
    return !options.filter_symbol.empty() && std::any_of(passages.begin(), passages.end(), verified) &&
           std::all_of(passages.begin(), passages.end(), empty);
}

verify::Run finish(std::vector<Passage> passages, const Options& options) {
    verify::Run run;
    run.nothing_selected = nothing_selected(passages, options);
    for (Passage& passage : passages) {
        std::vector<support::Diagnostic>& diagnostics = passage.result.diagnostics;
        const std::vector<support::Diagnostic> early = passage.diagnostics.sorted();
        diagnostics.insert(diagnostics.begin(), early.begin(), early.end());
        support::sort_by_place(diagnostics);
        run.files.push_back(std::move(passage.result));
    }
    return run;
}

std::vector<Passage> resolve_all(std::vector<Input> inputs, const Options& options) {
    std::vector<Passage> passages;
    passages.reserve(inputs.size()); // programs and contexts are referred to by address
    for (Input& input : inputs) {
        Passage& passage = passages.emplace_back(begin(std::move(input)));
        if (passage.result.source != nullptr) {
            guarded(passage, [&] { resolve_file(passage, options); });
        }
    }
    return passages;
}

// A program that cannot be started is rejected before anything is proved.
void find_entry(Passage& passage, const EntryPoint& entry) {
    passage.entry_methods = entry_methods(*passage.program, entry, passage.diagnostics);
    if (passage.diagnostics.has_errors()) {
        passage.program.reset();
        passage.result.stage = Stage::Rejected;
    }
}

void pursue(std::vector<Passage>& passages, Goal goal, const Options& options) {
    switch (goal) {
    case Goal::Resolve:
        break;
    case Goal::Verify:
        verify_all(passages, options);
        break;
    }
}

} // namespace

verify::Run Session::check(std::vector<Input> inputs, Goal goal) const {
    std::vector<Passage> passages = resolve_all(std::move(inputs), options_);
    pursue(passages, goal, options_);
    return finish(std::move(passages), options_);
}

Loaded Session::load(std::vector<Input> inputs, const EntryPoint& entry, Goal goal) const {
    std::vector<Passage> passages = resolve_all(std::move(inputs), options_);
    for (Passage& passage : passages) {
        if (passage.program) {
            guarded(passage, [&] { find_entry(passage, entry); });
        }
    }
    pursue(passages, goal, options_);
    Loaded loaded;
    for (Passage& passage : passages) {
        if (passage.program) {
            loaded.programs.push_back({passage.result.path, std::move(*passage.program), passage.entry_methods});
        }
    }
    loaded.run = finish(std::move(passages), options_);
    if (verify::exit_code(loaded.run) != 0) {
        loaded.programs.clear();
    }
    return loaded;
}

verify::Run Session::dump(std::vector<Input> inputs, DumpStage stage, std::ostream& out) const {
    std::vector<Passage> passages;
    for (Input& input : inputs) {
        Passage& passage = passages.emplace_back(begin(std::move(input)));
        if (passage.result.source == nullptr) {
            continue;
        }
        guarded(passage, [&] {
            if (stage == DumpStage::Ast) {
                if (const std::optional<ast::Program> program = parse_file(passage)) {
                    print_ast(*program, options_.filter_symbol, out);
                    passage.result.stage = Stage::Resolved;
                }
                return;
            }
            resolve_file(passage, options_);
            if (passage.program) {
                print_stage(*passage.program, stage, options_, out);
            }
        });
    }
    return finish(std::move(passages), options_);
}

} // namespace daphnia::driver
