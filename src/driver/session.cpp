#include "driver/session.h"

#include "driver/dump.h"
#include "driver/includes.h"
#include "support/error.h"
#include "support/spelling.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>

namespace daphnia::driver {

namespace {

using support::DiagnosticList;
using verify::FileResult;
using verify::Stage;

// A file that is part of a program because it is included.
struct Inclusion {
    const support::SourceFile* file;
    std::string identity;
    support::SourceRange directive;
};

// A file on its way through the stages.
struct Passage {
    FileResult result;
    std::string identity;
    std::vector<Inclusion> inclusions;
    DiagnosticList diagnostics;
    std::optional<typed::Program> program;
    support::SourceFiles files; // of the program
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
    passage.identity = std::move(input.identity);
    passage.result.path = std::move(input.path);
    passage.result.source = std::move(input.source);
    passage.result.stage = passage.result.source == nullptr ? Stage::Unreadable : Stage::Rejected;
    if (passage.result.source == nullptr) {
        passage.diagnostics.error("input", {}, input.error);
    }
    return passage;
}

// The files of the program, its own last; none when there are errors.
std::vector<ast::Program> parse_files(Passage& passage, const Options& options) {
    passage.files.all.push_back(passage.result.source.get());
    Parsed parsed = parse_program(*passage.result.source, passage.identity, passage.diagnostics);
    for (IncludedFile& file : parsed.included) {
        passage.files.all.push_back(file.source.get());
        if (!options.verify_included_files) {
            passage.files.included.insert(file.source.get());
        }
        passage.inclusions.push_back({file.source.get(), std::move(file.identity), file.directive});
        passage.result.included.push_back(std::move(file.source));
    }
    if (parsed.unreadable) {
        passage.result.stage = Stage::Unreadable;
    }
    if (passage.diagnostics.has_errors()) {
        return {};
    }
    return std::move(parsed.programs);
}

void resolve_file(Passage& passage, const Options& options) {
    const std::vector<ast::Program> files = parse_files(passage, options);
    if (files.empty()) {
        return;
    }
    std::vector<const ast::Program*> addresses;
    for (const ast::Program& file : files) {
        addresses.push_back(&file);
    }
    passage.program = resolve::resolve(addresses, passage.diagnostics, options.resolve);
    if (passage.program) {
        passage.result.stage = Stage::Resolved;
    }
    DAPHNIA_CHECK(passage.program.has_value() != passage.diagnostics.has_errors(),
                  "resolution must fail exactly when it reports an error");
}

// Adds the passage's tasks.
void prepare(Passage& passage, const Options& options, std::vector<verify::Task>& tasks) {
    const auto selected = verify::select(*passage.program, passage.files, options.filter_symbol, passage.diagnostics);
    passage.context.emplace(*passage.program, options.encode);
    for (const typed::Declaration* declaration : selected) {
        tasks.push_back({&*passage.context, declaration, &passage.files});
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
    if (std::optional<verify::Assumption> vacuity = verify::vacuity(outcome)) {
        passage.result.assumptions.push_back(std::move(*vacuity));
    }
    passage.result.declarations.push_back(std::move(outcome));
}

// What a program takes for granted because it is written in files that are not verified with it. Those that are
// verified beside it, as programs of their own, answer for themselves.
void note_assumptions(Passage& passage, const std::vector<Passage>& all) {
    const auto verified_itself = [&](const Inclusion& inclusion) {
        return std::any_of(all.begin(), all.end(), [&](const Passage& other) {
            return other.identity == inclusion.identity && other.result.stage == Stage::Verified;
        });
    };
    const typed::Program& program = *passage.program;
    std::set<const support::SourceFile*> elsewhere;
    std::vector<verify::Assumption>& found = passage.result.assumptions;
    for (const Inclusion& inclusion : passage.inclusions) {
        if (passage.files.included.count(inclusion.file) == 0) {
            continue;
        }
        if (verified_itself(inclusion)) {
            elsewhere.insert(inclusion.file);
        } else if (const std::size_t count = verify::count_to_verify(program, *inclusion.file); count > 0) {
            found.push_back({"included",
                             fmt::format("{} declaration{} of the included file {} {} not verified here", count,
                                         count == 1 ? "" : "s", inclusion.file->path(), count == 1 ? "is" : "are"),
                             "", inclusion.directive});
        }
    }
    std::vector<verify::Assumption> written = verify::assumptions(program, elsewhere);
    std::move(written.begin(), written.end(), std::back_inserter(found));
}

void verify_all(std::vector<Passage>& passages, const Options& options) {
    std::vector<verify::Task> tasks;
    for (Passage& passage : passages) {
        if (passage.program) {
            guarded(passage, [&] { prepare(passage, options, tasks); });
        }
    }
    for (Passage& passage : passages) {
        if (passage.result.stage == Stage::Verified) {
            guarded(passage, [&] { note_assumptions(passage, passages); });
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

// What the filter may have been meant to choose. Names are near to each other without what qualifies them, too.
std::string selection_meant(const std::vector<Passage>& passages, const Options& options) {
    std::vector<std::string> names;
    for (const Passage& passage : passages) {
        if (!passage.program) {
            continue;
        }
        for (const typed::Declaration& declaration : passage.program->declarations) {
            const verify::DeclarationInfo about = verify::describe(declaration);
            if (about.name.find(options.filter_symbol) != std::string::npos) {
                return {}; // it is there, and not to be verified
            }
            if (!passage.files.includes(about.name_range)) {
                names.push_back(about.name);
                names.push_back(about.name.substr(about.name.rfind('.') + 1));
            }
        }
    }
    return support::did_you_mean(options.filter_symbol, names);
}

verify::Run finish(std::vector<Passage> passages, const Options& options) {
    verify::Run run;
    run.nothing_selected = nothing_selected(passages, options);
    if (run.nothing_selected) {
        run.selection_meant = selection_meant(passages, options);
    }
    run.strictness = options.strictness;
    if (options.verify.second_prover != nullptr) {
        run.second_prover = options.verify.second_prover->name();
    }
    for (Passage& passage : passages) {
        std::vector<support::Diagnostic>& diagnostics = passage.result.diagnostics;
        const std::vector<support::Diagnostic> early = passage.diagnostics.sorted();
        diagnostics.insert(diagnostics.begin(), early.begin(), early.end());
        support::sort_by_place(diagnostics);
        std::vector<verify::Assumption>& assumptions = passage.result.assumptions;
        std::stable_sort(assumptions.begin(), assumptions.end(),
                         [](const auto& a, const auto& b) { return support::comes_before(a.range, b.range); });
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
    passage.entry_methods = entry_methods(*passage.program, passage.files, entry, passage.diagnostics);
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
                for (const ast::Program& file : parse_files(passage, options_)) {
                    if (passage.files.included.count(file.file) == 0) {
                        print_ast(file, options_.filter_symbol, out);
                    }
                    passage.result.stage = Stage::Resolved;
                }
                return;
            }
            resolve_file(passage, options_);
            if (passage.program) {
                print_stage(*passage.program, passage.files, stage, options_, out);
            }
        });
    }
    return finish(std::move(passages), options_);
}

} // namespace daphnia::driver
