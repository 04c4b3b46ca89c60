#include "lsp/program.h"

#include "support/error.h"
#include "support/match.h"
#include "verify/conditions.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace daphnia::lsp {

namespace {

// Of declarations as they were; what is left of them when there are more is what is known of those that are there.
constexpr std::size_t kMostProofs = 20'000;

bool is_proved(const verify::Outcome& outcome) {
    return outcome.internal_error.empty() && outcome.verdict() == verify::Verdict::Proved;
}

std::vector<support::Diagnostic> findings(const verify::Outcome& outcome, const std::string& program) {
    if (!outcome.internal_error.empty()) {
        support::Diagnostic defect;
        defect.rule = support::Rule::Internal;
        defect.range = outcome.name_range;
        defect.message = fmt::format("{}: internal error: in '{}': {}; this is a defect of Daphnia and says nothing "
                                     "about the program: please report it with this file",
                                     program, outcome.name, outcome.internal_error);
        return {defect};
    }
    std::vector<support::Diagnostic> result = verify::failures(outcome);
    std::vector<support::Diagnostic> remarks = verify::warnings(outcome);
    std::move(remarks.begin(), remarks.end(), std::back_inserter(result));
    return result;
}

// A name can be there more than once in a program with errors: the others keep nothing.
std::map<std::string, const Declared*> by_name(const std::vector<Declared>& declarations) {
    std::map<std::string, const Declared*> result;
    for (const Declared& declared : declarations) {
        result.emplace(declared.name, &declared);
    }
    return result;
}

} // namespace

Program::Program(std::string name, std::vector<std::string> files, driver::Options options)
    : name_(std::move(name)), files_(std::move(files)), options_(std::move(options)) {}

const std::string& Program::path_of(const Declared& declared) const {
    return declared.name_range.file->path();
}

std::optional<std::size_t> Program::number_at(const std::string& path, std::uint32_t place) const {
    for (std::size_t i = 0; i < declarations_.size(); ++i) {
        const support::SourceRange& range = declarations_[i].range;
        if (path_of(declarations_[i]) == path && range.begin <= place && place <= range.end) {
            return i;
        }
    }
    return std::nullopt;
}

const Declared* Program::declared_at(const std::string& path, std::uint32_t place) const {
    const std::optional<std::size_t> number = number_at(path, place);
    return number ? &declarations_[*number] : nullptr;
}

std::shared_ptr<const Moment> Recipe::moment(EditCounts edits) const {
    std::vector<driver::Input> inputs;
    for (const std::string& path : files) {
        if (const std::string* open = options.texts.find(path)) {
            inputs.push_back({path, std::make_unique<const support::SourceFile>(path, *open), {}, path});
            continue;
        }
        try {
            inputs.push_back({path, support::read_source_file(path), {}, path});
        } catch (const support::InputError& error) {
            inputs.push_back({path, nullptr, error.what(), path});
        }
    }
    return std::make_shared<const Moment>(driver::one_program(std::move(inputs), name), options, std::move(edits));
}

Recipe Program::recipe(const Documents& documents) const {
    Recipe result{name_, files_, options_};
    for (const auto& [path, document] : documents) {
        result.options.texts.set(path, document.program_text());
    }
    return result;
}

void Program::look(const Documents& documents, bool proofs_follow) {
    proofs_follow_ = proofs_follow;
    EditCounts edits;
    for (const auto& [path, document] : documents) {
        edits.emplace(path, document.edits());
    }
    const std::shared_ptr<const Moment> earlier = std::exchange(moment_, recipe(documents).moment(std::move(edits)));
    changed_ = true;
    if (earlier != nullptr && same_tokens(earlier->program, moment_->program)) {
        move_verdicts(earlier);
        return;
    }
    stop();
    std::vector<Declared> before = std::exchange(declarations_, {});
    std::move(lost_.begin(), lost_.end(), std::back_inserter(before));
    lost_.clear();
    list_declarations();
    carry_over(before, earlier);
    note_lost(before);
}

void Program::forget(const std::string& path) {
    const auto is_there = [&](const Declared& declared) { return path_of(declared) == path; };
    std::erase_if(lost_, is_there);
    for (Declared& declared : declarations_) {
        if (is_there(declared)) {
            declared.verdict = nullptr;
            declared.is_outdated = false;
        }
    }
}

void Program::list_declarations() {
    for (const verify::Task& task : moment_->program.tasks()) {
        const verify::DeclarationInfo about = verify::describe(*task.declaration);
        Declared declared;
        declared.name = about.name;
        declared.name_range = about.name_range;
        declared.range = support::match(*task.declaration, [](const auto& each) { return each->range; });
        declarations_.push_back(std::move(declared));
    }
}

// What was known stays, as something that was true before.
void Program::carry_over(const std::vector<Declared>& before, const std::shared_ptr<const Moment>& earlier) {
    const std::map<std::string, const Declared*> known = by_name(before);
    for (Declared& declared : declarations_) {
        const auto same = known.find(declared.name);
        if (same == known.end() || same->second->verdict == nullptr) {
            continue;
        }
        const std::shared_ptr<const Verdict>& verdict = same->second->verdict;
        declared.known_digest = same->second->known_digest;
        declared.is_outdated = true;
        declared.verdict = verdict->home == earlier ? std::make_shared<const Verdict>(archived(*verdict)) : verdict;
        const auto number = static_cast<std::size_t>(&declared - declarations_.data());
        if (!moment_->program.speaks_of_errors(number)) { // what is left of it says nothing about it
            to_settle_.push_back(number);
        }
    }
    std::reverse(to_settle_.begin(), to_settle_.end());
}

// Where there are errors, what is not there any more may come back.
void Program::note_lost(const std::vector<Declared>& before) {
    if (moment_->program.resolved().is_complete) {
        return;
    }
    const std::map<std::string, const Declared*> present = by_name(declarations_);
    for (const Declared& declared : before) {
        if (declared.verdict != nullptr && present.count(declared.name) == 0) {
            Declared& lost = lost_.emplace_back(declared);
            lost.verdict = std::make_shared<const Verdict>(archived(*declared.verdict));
            lost.name_range = lost.verdict->outcome.name_range;
            lost.range = lost.name_range;
            lost.status = Status::Stale;
            lost.is_outdated = true;
        }
    }
}

// All that is known holds for the same tokens at other places.
void Program::move_verdicts(const std::shared_ptr<const Moment>& earlier) {
    const std::vector<Declared> before = std::exchange(declarations_, {});
    list_declarations();
    DAPHNIA_CHECK(before.size() == declarations_.size(), "the same tokens, and other declarations");
    for (std::size_t i = 0; i < before.size(); ++i) {
        Declared& declared = declarations_[i];
        declared.status = before[i].status;
        declared.digest = before[i].digest;
        declared.known_digest = before[i].known_digest;
        declared.is_outdated = before[i].is_outdated;
        declared.ask_again = before[i].ask_again;
        declared.verdict = before[i].verdict;
        if (declared.verdict != nullptr && declared.verdict->home == earlier) {
            declared.verdict = std::make_shared<const Verdict>(moved(*declared.verdict, *earlier, moment_));
        }
    }
}

void Program::stop() {
    proving_.clear();
    to_settle_.clear();
    to_prove_.clear();
    urgent_ = 0;
    for (Declared& declared : declarations_) {
        if (declared.status == Status::Queued || declared.status == Status::Running) {
            declared.status = Status::Stale;
        }
    }
}

void Program::prove(const std::vector<Place>& first, const std::string& only_file) {
    if (moment_ == nullptr) {
        return;
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < declarations_.size(); ++i) {
        Declared& declared = declarations_[i];
        if ((declared.status == Status::Stale || declared.ask_again) && !moment_->program.speaks_of_errors(i) &&
            (only_file.empty() || path_of(declared) == only_file)) {
            declared.status = Status::Queued;
            declared.ask_again = false;
            order.push_back(i);
        }
    }
    const auto is_urgent = [&](std::size_t number) {
        const Declared& declared = declarations_[number];
        return std::any_of(first.begin(), first.end(), [&](const Place& place) {
            return place.path == path_of(declared) && declared.range.begin <= place.end &&
                   place.begin <= declared.range.end;
        });
    };
    const auto others = std::stable_partition(order.begin(), order.end(), is_urgent);
    // What is to be looked at in any case comes in its turn; those that wait to be proved wait on.
    std::erase_if(to_settle_,
                  [&](std::size_t number) { return std::find(order.begin(), order.end(), number) != order.end(); });
    // What is urgent comes next, the rest after all that waits: the next one is the last of the list.
    to_settle_.insert(to_settle_.begin(), std::make_reverse_iterator(order.end()), std::make_reverse_iterator(others));
    to_settle_.insert(to_settle_.end(), std::make_reverse_iterator(others), order.rend());
    urgent_ += static_cast<std::size_t>(others - order.begin());
    changed_ = changed_ || !order.empty();
}

void Program::take_from_queues(std::size_t number) {
    std::erase(to_settle_, number);
    std::erase(to_prove_, number);
    urgent_ = std::min(urgent_, to_settle_.size());
}

bool Program::prove_at(const std::string& path, std::uint32_t place) {
    const std::optional<std::size_t> number = number_at(path, place);
    if (!number || moment_->program.speaks_of_errors(*number)) {
        return false;
    }
    Declared& declared = declarations_[*number];
    if (declared.status == Status::Running) {
        return true;
    }
    take_from_queues(*number);
    declared.status = Status::Queued;
    std::vector<std::size_t> alone = {*number};
    begin(alone);
    changed_ = true;
    return true;
}

bool Program::cancel_at(const std::string& path, std::uint32_t place) {
    const std::optional<std::size_t> number = number_at(path, place);
    if (!number) {
        return false;
    }
    Declared& declared = declarations_[*number];
    if (declared.status != Status::Queued && declared.status != Status::Running) {
        return false;
    }
    take_from_queues(*number);
    for (const std::unique_ptr<Proving>& proving : proving_) {
        proving->cancel(*number);
    }
    declared.status = Status::Stale;
    changed_ = true;
    return true;
}

// Looks at the conditions of a declaration. Where there is a proof of the same, it is proved; where they were broken
// before, they are broken still. Else it has to be proved, if it is to be.
void Program::settle(std::size_t number) {
    Declared& declared = declarations_[number];
    verify::Conditions conditions;
    try {
        conditions = verify::conditions(moment_->program.tasks()[number], options_.verify.task.limits);
    } catch (const std::exception&) {
        if (declared.status == Status::Queued) {
            to_prove_.push_back(number); // a worker will find the same, and say so
        }
        return;
    }
    // Whoever breaks the same conditions does so still; how it is shown may change with the rest of the program.
    declared.digest = conditions.digest;
    declared.is_outdated = declared.known_digest.empty() || declared.known_digest != conditions.digest;
    const auto known = proofs_.find(declared.digest);
    if (known == proofs_.end() || known->second.obligations.size() != conditions.obligations.size()) {
        if (declared.status == Status::Queued) {
            to_prove_.push_back(number);
        } else if (!proofs_follow_ && declared.is_known() && !is_proved(declared.verdict->outcome)) {
            declared.status = Status::Error;
            declared.ask_again = true;
            changed_ = true;
        }
        return;
    }
    Verdict verdict{moment_, moment_->edits, known->second, {}};
    verdict.outcome.name = declared.name;
    verdict.outcome.name_range = declared.name_range;
    for (std::size_t i = 0; i < conditions.obligations.size(); ++i) {
        verdict.outcome.obligations[i].origin = std::move(conditions.obligations[i]);
    }
    declared.verdict = std::make_shared<const Verdict>(std::move(verdict));
    declared.known_digest = declared.digest;
    declared.is_outdated = false;
    declared.status = Status::Correct;
    changed_ = true;
}

void Program::begin(std::vector<std::size_t>& numbers) {
    if (!numbers.empty()) {
        proving_.push_back(std::make_unique<Proving>(moment_, std::exchange(numbers, {}), options_.verify,
                                                     static_cast<ProvingObserver&>(*this)));
    }
}

void Program::started(std::size_t number) {
    declarations_[number].status = Status::Running;
    changed_ = true;
}

void Program::ended(std::size_t number, const std::shared_ptr<const Moment>& moment, verify::Outcome outcome) {
    Declared& declared = declarations_[number];
    notes_.insert(notes_.end(), outcome.cache.notes.begin(), outcome.cache.notes.end());
    Verdict verdict{moment, moment->edits, std::move(outcome), {}};
    verdict.found = findings(verdict.outcome, name_);
    declared.status = is_proved(verdict.outcome) ? Status::Correct : Status::Error;
    declared.verdict =
        std::make_shared<const Verdict>(moment == moment_ ? std::move(verdict) : moved(verdict, *moment, moment_));
    declared.known_digest = declared.digest;
    declared.is_outdated = false;
    changed_ = true;
    remember(declared);
}

// A proof is one of its conditions, wherever they are; what is said about proofs is said of this text.
void Program::remember(const Declared& declared) {
    const verify::Outcome& outcome = declared.verdict->outcome;
    if (declared.digest.empty() || !is_proved(outcome) || !declared.verdict->found.empty()) {
        return;
    }
    if (proofs_.size() >= kMostProofs) {
        std::set<std::string> needed;
        for (const Declared& each : declarations_) {
            needed.insert(each.digest);
        }
        std::erase_if(proofs_, [&](const auto& entry) { return needed.count(entry.first) == 0; });
    }
    verify::Outcome& kept = proofs_[declared.digest];
    kept = outcome;
    kept.name_range = {};
    for (verify::ObligationOutcome& obligation : kept.obligations) {
        obligation.origin = {obligation.origin.rule, {}, {}, {}, false};
    }
}

std::vector<int> Program::file_descriptors() const {
    std::vector<int> result;
    for (const std::unique_ptr<Proving>& proving : proving_) {
        const std::vector<int> more = proving->verification().file_descriptors();
        result.insert(result.end(), more.begin(), more.end());
    }
    return result;
}

std::optional<std::chrono::milliseconds> Program::patience() const {
    if (!to_settle_.empty()) {
        return std::chrono::milliseconds(0);
    }
    std::optional<std::chrono::milliseconds> result;
    for (const std::unique_ptr<Proving>& proving : proving_) {
        result = sooner(result, proving->verification().patience());
    }
    return result;
}

bool Program::step() {
    for (const std::unique_ptr<Proving>& proving : proving_) {
        proving->verification().step();
    }
    std::erase_if(proving_, [](const auto& proving) { return proving->verification().is_done(); });
    if (!to_settle_.empty()) {
        const std::size_t next = to_settle_.back();
        to_settle_.pop_back();
        settle(next);
        const bool urgent_are_settled = urgent_ > 0 && --urgent_ == 0;
        if (urgent_are_settled || to_settle_.empty()) {
            begin(to_prove_);
        }
    }
    return std::exchange(changed_, false);
}

bool Program::is_busy() const {
    return !to_settle_.empty() || !to_prove_.empty() || !proving_.empty();
}

} // namespace daphnia::lsp
