#include "driver/session.h"

#include "driver/dump.h"
#include "driver/includes.h"
#include "driver/partial.h"
#include "driver/program_key.h"
#include "support/error.h"
#include "support/spelling.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>
#include <utility>

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

// A declaration that is verified, once its outcome is known.
struct Verified {
    verify::Outcome outcome;
    std::vector<support::Diagnostic> found;
};

// A file on its way through the stages.
struct Passage {
    explicit Passage(FileResult& result_) : result(result_) {}

    FileResult& result; // in the run
    std::string identity;
    std::vector<RootFile> roots; // its own file and the others of the program, as far as they could be read
    std::vector<Inclusion> inclusions;
    DiagnosticList diagnostics;
    std::optional<typed::Program> program;
    support::SourceFiles files; // of the program
    std::optional<encode::Context> context;
    std::vector<const typed::Method*> entry_methods; // when it is to be run
    std::vector<std::optional<Verified>> verified;   // of each task
    std::size_t unknown = 0;                         // how many of them have no outcome yet
    std::size_t selected = 0;                        // declarations to verify, by this run or by its other parts
};

// The files of a run on their way; each refers to its result by address.
struct Journey {
    verify::Run run;
    std::vector<Passage> passages;
};

support::Diagnostic internal_error(Passage& passage, const std::string& what) {
    passage.result.internal_error = true;
    support::Diagnostic result;
    result.rule = support::Rule::Internal;
    result.message = fmt::format("{}: internal error: {}; this is a defect of Daphnia and says nothing about the "
                                 "program: please report it with this file",
                                 passage.result.path, what);
    return result;
}

// Runs a stage; a defect of Daphnia in it ends this passage, not the run.
template <typename StageFunction>
void guarded(Passage& passage, StageFunction stage) {
    try {
        stage();
    } catch (const std::exception& error) {
        passage.diagnostics.report(internal_error(passage, error.what()));
    }
}

// A file of the program, which has the first of them for its own.
void add_root(Passage& passage, Input file) {
    if (file.source == nullptr) {
        passage.result.stage = Stage::Unreadable;
        passage.diagnostics.error(support::Rule::Input, {}, std::move(file.error));
        return;
    }
    passage.roots.push_back({file.source.get(), std::move(file.identity)});
    if (passage.result.source == nullptr) {
        passage.result.source = std::move(file.source);
    } else {
        passage.result.included.push_back(std::move(file.source));
    }
}

void begin(Passage& passage, Input input) {
    passage.identity = input.identity;
    passage.result.path = std::move(input.path);
    passage.result.stage = Stage::Rejected;
    std::vector<Input> others = std::move(input.others);
    add_root(passage, std::move(input));
    for (Input& other : others) {
        add_root(passage, std::move(other));
    }
}

// A journey with a passage for each input.
Journey begin(std::vector<Input> inputs) {
    Journey journey;
    journey.run.files.resize(inputs.size());
    journey.passages.reserve(inputs.size()); // programs and contexts are referred to by address
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        begin(journey.passages.emplace_back(journey.run.files[i]), std::move(inputs[i]));
    }
    return journey;
}

// The files of the program; none when there are errors.
std::vector<ast::Program> parse_files(Passage& passage, const Options& options) {
    for (const RootFile& root : passage.roots) {
        passage.files.all.push_back(root.source);
    }
    Parsed parsed = parse_program(passage.roots, options.texts, passage.diagnostics);
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
    const bool cached = options.verify.cache.mode != cache::Mode::Off;
    const std::string key = cached ? program_key(passage.files, options.resolve, options.encode) : "";
    for (const typed::Declaration* declaration : selected) {
        tasks.push_back({&*passage.context, declaration, &passage.files, key});
    }
    passage.verified.resize(selected.size());
    passage.unknown = selected.size();
    passage.selected = selected.size();
    passage.result.stage = Stage::Verified;
}

// What a program takes for granted because it is written in files that are not verified with it. Those that are
// verified or audited beside it, as programs of their own, answer for themselves.
void note_assumptions(Passage& passage, const std::vector<Passage>& all) {
    const auto verified_itself = [&](const Inclusion& inclusion) {
        return std::any_of(all.begin(), all.end(), [&](const Passage& other) {
            return other.identity == inclusion.identity && other.result.stage == passage.result.stage;
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
            found.push_back({support::Rule::Included,
                             fmt::format("{} declaration{} of the included file {} {} not verified here", count,
                                         count == 1 ? "" : "s", inclusion.file->path(), count == 1 ? "is" : "are"),
                             "", inclusion.directive, support::one_line(inclusion.directive)});
        }
    }
    std::vector<verify::Assumption> written = verify::assumptions(program, elsewhere);
    std::move(written.begin(), written.end(), std::back_inserter(found));
}

// Adds what the stages before verification have found, all of which is known then.
void publish_early_findings(Passage& passage) {
    passage.result.diagnostics = passage.diagnostics.sorted();
}

// Adds what was found of the declarations, all of which is known then.
void publish_outcomes(Passage& passage) {
    FileResult& result = passage.result;
    for (std::optional<Verified>& verified : passage.verified) {
        std::move(verified->found.begin(), verified->found.end(), std::back_inserter(result.diagnostics));
        if (!verified->outcome.internal_error.empty()) {
            continue; // no verdict
        }
        if (std::optional<verify::Assumption> vacuity = verify::vacuity(verified->outcome)) {
            result.assumptions.push_back(std::move(*vacuity));
        }
        result.declarations.push_back(std::move(verified->outcome));
    }
    support::sort_by_place(result.diagnostics);
    std::stable_sort(result.assumptions.begin(), result.assumptions.end(),
                     [](const auto& a, const auto& b) { return support::comes_before(a.range, b.range); });
}

// Takes the outcomes of all files' tasks to their files, and passes them on.
class Receiver final : public verify::Outcomes {
  public:
    Receiver(Journey& journey, verify::RunObserver* observer) : journey_(journey), observer_(observer) {
        for (std::size_t file = 0; file < journey.passages.size(); ++file) {
            for (std::size_t i = 0; i < journey.passages[file].verified.size(); ++i) {
                places_.emplace_back(file, i);
            }
        }
    }

    // Of files without tasks as well.
    void finish_if_known(std::size_t file) {
        if (journey_.passages[file].unknown > 0) {
            return;
        }
        publish_outcomes(journey_.passages[file]);
        if (observer_ != nullptr) {
            observer_->finished(journey_.run, file);
        }
    }

    void started(std::size_t task) override {
        if (observer_ != nullptr) {
            observer_->started(places_[task].first, places_[task].second);
        }
    }

    void outcome(std::size_t task, verify::Outcome outcome) override {
        const auto [file, number] = places_[task];
        Passage& passage = journey_.passages[file];
        std::vector<std::string>& notes = journey_.run.notes;
        notes.insert(notes.end(), outcome.cache.notes.begin(), outcome.cache.notes.end());
        std::vector<support::Diagnostic> found = verify::failures(outcome);
        if (!outcome.internal_error.empty()) {
            found = {internal_error(passage, fmt::format("in '{}': {}", outcome.name, outcome.internal_error))};
        } else {
            std::vector<support::Diagnostic> remarks = verify::warnings(outcome);
            std::move(remarks.begin(), remarks.end(), std::back_inserter(found));
        }
        if (observer_ != nullptr) {
            observer_->outcome(file, number, found);
        }
        passage.verified[number] = Verified{std::move(outcome), std::move(found)};
        --passage.unknown;
        finish_if_known(file);
    }

    void cancelled(std::size_t) override { throw support::InternalError("nobody cancels a part of a run"); }

  private:
    Journey& journey_;
    verify::RunObserver* observer_;
    std::vector<std::pair<std::size_t, std::size_t>> places_; // of the tasks: a file, and a declaration of it
};

void note_all_assumptions(std::vector<Passage>& passages) {
    for (Passage& passage : passages) {
        if (passage.program && !passage.result.internal_error) {
            guarded(passage, [&] { note_assumptions(passage, passages); });
        }
    }
}

// The tasks of all files that have come so far.
std::vector<verify::Task> prepare_all(std::vector<Passage>& passages, const Options& options) {
    std::vector<verify::Task> tasks;
    for (Passage& passage : passages) {
        if (passage.program) {
            guarded(passage, [&] { prepare(passage, options, tasks); });
        }
    }
    note_all_assumptions(passages);
    return tasks;
}

// Leaves the tasks that are this run's own.
void keep_part(Journey& journey, const ShardOptions& options, std::vector<verify::Task>& tasks) {
    const std::vector<std::uint32_t> whose = parts(tasks, options);
    auto next = whose.begin();
    for (Passage& passage : journey.passages) {
        passage.result.shards.assign(next, next + static_cast<std::ptrdiff_t>(passage.verified.size()));
        next += static_cast<std::ptrdiff_t>(passage.verified.size());
        const std::vector<std::uint32_t>& shards = passage.result.shards;
        passage.unknown = static_cast<std::size_t>(std::count(shards.begin(), shards.end(), options.number));
        passage.verified.resize(passage.unknown);
    }
    std::vector<verify::Task> own;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (whose[i] == options.number) {
            own.push_back(tasks[i]);
        }
    }
    tasks = std::move(own);
    journey.run.shard = about(options, journey.run.files);
}

// The filter chose nothing, although there was something to choose from.
bool nothing_selected(const std::vector<Passage>& passages, const Options& options) {
    const auto verified = [](const Passage& passage) { return passage.result.stage == Stage::Verified; };
    const auto empty = [](const Passage& passage) { return passage.selected == 0; };
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

// Where the names of what is verified are.
std::vector<std::vector<support::SourceRange>> planned(const std::vector<Passage>& passages,
                                                       const std::vector<verify::Task>& tasks) {
    std::vector<std::vector<support::SourceRange>> result(passages.size());
    auto next = tasks.begin();
    for (std::size_t file = 0; file < passages.size(); ++file) {
        for (std::size_t i = 0; i < passages[file].verified.size(); ++i) {
            result[file].push_back(verify::describe(*next++->declaration).name_range);
        }
    }
    return result;
}

void resolve_all(Journey& journey, const Options& options) {
    for (Passage& passage : journey.passages) {
        if (passage.result.source != nullptr) {
            guarded(passage, [&] { resolve_file(passage, options); });
        }
    }
}

// A program that cannot be started is rejected before anything is proved.
void find_entry(Passage& passage, const EntryPoint& entry) {
    passage.entry_methods = entry_methods(*passage.program, passage.files, entry, passage.diagnostics);
    if (passage.diagnostics.has_errors()) {
        passage.program.reset();
        passage.result.stage = Stage::Rejected;
    }
}

// The rest of the way: what the goal asks for, and the words about the whole.
void pursue(Journey& journey, Goal goal, const Options& options, verify::RunObserver* observer) {
    std::vector<Passage>& passages = journey.passages;
    verify::Run& run = journey.run;
    std::vector<verify::Task> tasks =
        goal == Goal::Verify ? prepare_all(passages, options) : std::vector<verify::Task>{};
    if (goal == Goal::Audit) {
        note_all_assumptions(passages);
    }
    if (options.shard) {
        keep_part(journey, *options.shard, tasks);
    }
    run.nothing_selected = nothing_selected(passages, options);
    if (run.nothing_selected) {
        run.selection_meant = selection_meant(passages, options);
    }
    run.strictness = options.strictness;
    run.cached = goal == Goal::Verify && options.verify.cache.mode != cache::Mode::Off;
    if (options.verify.second_prover != nullptr) {
        run.second_prover = options.verify.second_prover->name();
    }
    for (Passage& passage : passages) {
        publish_early_findings(passage);
    }
    if (observer != nullptr) {
        observer->resolved(run, planned(passages, tasks));
    }
    Receiver receiver(journey, observer);
    for (std::size_t file = 0; file < passages.size(); ++file) {
        receiver.finish_if_known(file);
    }
    verify::verify(tasks, options.verify, receiver);
}

} // namespace

verify::Run Session::check(std::vector<Input> inputs, Goal goal, verify::RunObserver* observer) const {
    Journey journey = begin(std::move(inputs));
    resolve_all(journey, options_);
    pursue(journey, goal, options_, observer);
    return std::move(journey.run);
}

Loaded Session::load(std::vector<Input> inputs, const EntryPoint& entry, Goal goal,
                     verify::RunObserver* observer) const {
    Journey journey = begin(std::move(inputs));
    resolve_all(journey, options_);
    for (Passage& passage : journey.passages) {
        if (passage.program) {
            guarded(passage, [&] { find_entry(passage, entry); });
        }
    }
    pursue(journey, goal, options_, observer);
    Loaded loaded;
    for (Passage& passage : journey.passages) {
        if (passage.program) {
            loaded.programs.push_back({passage.result.path, std::move(*passage.program), passage.entry_methods});
        }
    }
    loaded.run = std::move(journey.run);
    if (verify::exit_code(loaded.run) != 0) {
        loaded.programs.clear();
    }
    return loaded;
}

verify::Run Session::dump(std::vector<Input> inputs, DumpStage stage, std::ostream& out) const {
    Journey journey = begin(std::move(inputs));
    for (Passage& passage : journey.passages) {
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
    pursue(journey, Goal::Resolve, options_, nullptr);
    return std::move(journey.run);
}

Resolved Session::resolve(Input input) const {
    std::vector<Input> inputs;
    inputs.push_back(std::move(input));
    Journey journey = begin(std::move(inputs));
    Resolved result;
    Options options = options_;
    options.resolve.references = &result.references;
    resolve_all(journey, options);
    Passage& passage = journey.passages.front();
    result.diagnostics = passage.diagnostics.sorted();
    result.path = passage.result.path;
    result.is_complete = passage.program.has_value();
    result.source = std::move(passage.result.source);
    result.included = std::move(passage.result.included);
    result.program = std::move(passage.program);
    result.only_included = std::move(passage.files.included);
    if (!result.is_complete && result.source != nullptr && !passage.result.internal_error) {
        PartialProgram part = resolve_what_is_right(passage.roots, options_.texts, options_.resolve);
        result.program = std::move(part.program);
        result.program_source = std::move(part.sources.front());
        result.included_in_program.assign(std::make_move_iterator(part.sources.begin() + 1),
                                          std::make_move_iterator(part.sources.end()));
        std::move(part.included.begin(), part.included.end(), std::back_inserter(result.included_in_program));
        result.left_out = std::move(part.left_out);
        result.references_in_program = std::move(part.references);
        if (result.references.uses().empty()) { // nothing is resolved where something cannot be parsed
            result.references = std::move(part.references_before);
            result.other_texts = std::move(part.texts_before);
        }
    }
    return result;
}

} // namespace daphnia::driver
