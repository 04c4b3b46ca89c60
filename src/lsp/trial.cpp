#include "lsp/trial.h"

#include "layout/edits.h"
#include "support/error.h"
#include "typed/type_uses.h"
#include "verify/conditions.h"
#include "verify/declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

namespace daphnia::lsp {

namespace {

constexpr std::size_t kMostCases = 40;
constexpr std::size_t kNoVerdict = std::numeric_limits<std::size_t>::max();

// How often each error is there. Places are not compared: they move with the change.
std::map<std::pair<support::Rule, std::string>, int> errors_of(const Moment& moment) {
    std::map<std::pair<support::Rule, std::string>, int> result;
    for (const support::Diagnostic& diagnostic : moment.program.diagnostics()) {
        if (diagnostic.severity == support::Severity::Error) {
            ++result[{diagnostic.rule, diagnostic.message}];
        }
    }
    return result;
}

std::size_t failing_in(const verify::Outcome& outcome) {
    if (!outcome.internal_error.empty() || outcome.stopped != verify::Limit::None) {
        return kNoVerdict;
    }
    return static_cast<std::size_t>(
        std::count_if(outcome.obligations.begin(), outcome.obligations.end(),
                      [](const auto& each) { return each.verdict != verify::Verdict::Proved; }));
}

// How many obligations with one rule and clause fail.
using Failing = std::map<std::pair<support::Rule, std::string>, std::size_t>;

Failing failing_by_clause(const verify::Outcome& outcome) {
    Failing result;
    for (const verify::ObligationOutcome& each : outcome.obligations) {
        const auto& related = each.origin.related;
        const bool has_clause = !related.empty() && related.front().range.has_file();
        if (each.verdict != verify::Verdict::Proved) {
            ++result[{each.rule(), has_clause ? support::one_line(related.front().range) : std::string()}];
        }
    }
    return result;
}

std::size_t count_in(const Failing& failing, const Failing::key_type& key) {
    const auto found = failing.find(key);
    return found == failing.end() ? 0 : found->second;
}

bool is_nowhere_more(const Failing& after, const Failing& before) {
    return std::all_of(after.begin(), after.end(),
                       [&](const auto& entry) { return entry.second <= count_in(before, entry.first); });
}

// The pattern of a value that the match at the place has no case for; empty: it has all.
std::string missing_case(const typed::Declaration& declaration, std::uint32_t match) {
    std::string result;
    const auto look_at = [&](const typed::Stmt& stmt) {
        const auto* check = std::get_if<typed::Assert>(&stmt.node);
        if (check != nullptr && check->kind == typed::AssertKind::MatchCase && stmt.range.begin == match) {
            const std::size_t colon = check->error_message.find(": ");
            result = colon == std::string::npos ? std::string() : check->error_message.substr(colon + 2);
        }
    };
    typed::for_each_below(declaration, typed::Part::All, {{}, look_at});
    return result;
}

} // namespace

Subject subject_of(const std::string& declaration, const support::Diagnostic& failure) {
    const bool has_clause = !failure.related.empty() && failure.related.front().range.has_file();
    return {declaration, failure.rule, has_clause ? support::one_line(failure.related.front().range) : std::string()};
}

Trials::Trials(const Program& program, const Documents& documents, const Document& document,
               std::vector<Change> changes, std::chrono::milliseconds budget)
    : recipe_(program.recipe(documents)), before_(program.moment()), path_(document.path()), uri_(document.uri()),
      text_(document.program_text()), lines_(document.lines()),
      open_(std::make_move_iterator(changes.begin()), std::make_move_iterator(changes.end())),
      deadline_(Clock::now() + budget) {
    for (const Declared& declared : program.declarations()) {
        if (declared.is_known()) {
            known_.push_back({declared.name, failing_in(declared.verdict->outcome), declared.digest});
            failures_.emplace_back(declared.name, declared.verdict->outcome);
        }
    }
}

std::vector<int> Trials::file_descriptors() const {
    return proving_ == nullptr ? std::vector<int>() : proving_->verification().file_descriptors();
}

std::optional<std::chrono::milliseconds> Trials::patience() const {
    constexpr std::chrono::milliseconds kNone(0);
    if (proving_ == nullptr) {
        return kNone;
    }
    const auto left = std::max(kNone, std::chrono::ceil<std::chrono::milliseconds>(deadline_ - Clock::now()));
    return std::min(left, proving_->verification().patience().value_or(left));
}

std::optional<Json> Trials::step() {
    if (open_.empty() || Clock::now() >= deadline_) {
        proving_.reset();
        return accepted_;
    }
    if (proving_ != nullptr) {
        proving_->verification().step();
        if (!proving_->verification().is_done()) {
            return std::nullopt;
        }
        proving_.reset();
    }
    switch (state_) {
    case State::Text:
        try_text();
        break;
    case State::Subject:
        judge_subject();
        break;
    case State::Others:
        compare_next();
        break;
    case State::Proofs:
        judge_others();
        break;
    }
    return open_.empty() ? std::optional(accepted_) : std::nullopt;
}

void Trials::ended(std::size_t number, const std::shared_ptr<const Moment>&, verify::Outcome outcome) {
    outcomes_.emplace_back(number, std::move(outcome));
}

std::optional<std::size_t> Trials::task_of(const Moment& moment, const std::string& name) const {
    const std::vector<verify::Task>& tasks = moment.program.tasks();
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const verify::Task& task) {
        return verify::describe(*task.declaration).name == name;
    });
    return found == tasks.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - tasks.begin()));
}

void Trials::try_text() {
    const Change& change = open_.front();
    const support::SourceFile* file = before_->file(path_);
    DAPHNIA_CHECK(file != nullptr, "changes of a text that is no part of the program");
    Recipe recipe = recipe_;
    recipe.options.texts.set(path_, std::make_shared<const std::string>(layout::apply_edits(*file, change.edits)));
    after_ = recipe.moment({});
    if (!resolves()) {
        drop();
        return;
    }
    if (change.aim == Aim::Resolves || change.aim == Aim::Mends) {
        accept();
        return;
    }
    const std::optional<std::size_t> number = task_of(*after_, change.subject.declaration);
    if (!number || after_->program.speaks_of_errors(*number)) {
        drop();
        return;
    }
    if (change.aim == Aim::Covers) {
        const std::string missing = missing_case(*after_->program.tasks()[*number].declaration, change.match);
        if (missing.empty()) {
            accept();
        } else if (std::optional<Change> longer = with_next_case()) {
            open_.front() = *std::move(longer);
        } else {
            drop();
        }
        return;
    }
    prove({*number});
    state_ = State::Subject;
}

bool Trials::resolves() const {
    const auto earlier = errors_of(*before_);
    const auto now = errors_of(*after_);
    int gone = 0;
    for (const auto& [error, count] : earlier) {
        gone += count;
    }
    for (const auto& [error, count] : now) {
        const auto known = earlier.find(error);
        if (known == earlier.end() || known->second < count) {
            return false;
        }
        gone -= count;
    }
    return gone > 0 || open_.front().aim != Aim::Mends;
}

std::optional<Change> Trials::with_next_case() const {
    Change change = open_.front();
    const std::size_t number = *task_of(*after_, change.subject.declaration);
    const std::string missing = missing_case(*after_->program.tasks()[number].declaration, change.match);
    const std::string next = fmt::format("case {} =>{}", missing, change.behind_pattern);
    const bool is_there = std::find(change.cases.begin(), change.cases.end(), next) != change.cases.end();
    if (is_there || change.cases.size() >= kMostCases) {
        return std::nullopt;
    }
    change.cases.push_back(next);
    const layout::Text text(*before_->file(path_));
    const std::optional<layout::TextEdit> edit = layout::append_cases(text, change.match, change.cases);
    if (!edit) {
        return std::nullopt;
    }
    change.edits = {*edit};
    return change;
}

void Trials::prove(std::vector<std::size_t> numbers) {
    outcomes_.clear();
    proving_ = std::make_unique<Proving>(after_, std::move(numbers), recipe_.options.verify,
                                         static_cast<ProvingObserver&>(*this));
}

void Trials::judge_subject() {
    const Change& change = open_.front();
    const auto earlier = std::find_if(failures_.begin(), failures_.end(),
                                      [&](const auto& each) { return each.first == change.subject.declaration; });
    if (outcomes_.size() != 1 || earlier == failures_.end()) {
        drop();
        return;
    }
    const verify::Outcome& outcome = outcomes_.front().second;
    failing_ = failing_in(outcome);
    const Failing before = failing_by_clause(earlier->second);
    const Failing after = failing_by_clause(outcome);
    const Failing::key_type subject{change.subject.rule, change.subject.clause};
    const bool is_gone = count_in(after, subject) < count_in(before, subject);
    const bool is_better =
        change.aim == Aim::Explains ? failing_ <= failing_in(earlier->second) : is_nowhere_more(after, before);
    if (failing_ == kNoVerdict || !is_gone || !is_better) {
        drop();
        return;
    }
    compared_ = 0;
    changed_.clear();
    state_ = State::Others;
}

// Of the other declarations: those that are now about something else have to be proved as well as before.
void Trials::compare_next() {
    if (compared_ == known_.size()) {
        if (changed_.empty()) {
            accept();
            return;
        }
        prove(changed_);
        state_ = State::Proofs;
        return;
    }
    KnownProof& other = known_[compared_++];
    if (other.name == open_.front().subject.declaration) {
        return;
    }
    const std::optional<std::size_t> earlier = task_of(*before_, other.name);
    const std::optional<std::size_t> now = task_of(*after_, other.name);
    if (!earlier || !now) {
        drop();
        return;
    }
    const verify::Limits& limits = recipe_.options.verify.task.limits;
    try {
        if (other.digest.empty()) {
            other.digest = verify::conditions(before_->program.tasks()[*earlier], limits).digest;
        }
        if (verify::conditions(after_->program.tasks()[*now], limits).digest != other.digest) {
            changed_.push_back(*now);
        }
    } catch (const std::exception&) {
        changed_.push_back(*now); // a worker will find the same
    }
}

void Trials::judge_others() {
    bool all_as_before = outcomes_.size() == changed_.size();
    for (const auto& [number, outcome] : outcomes_) {
        const std::string name = verify::describe(*after_->program.tasks()[number].declaration).name;
        const auto earlier =
            std::find_if(known_.begin(), known_.end(), [&](const KnownProof& each) { return each.name == name; });
        const std::size_t failing = failing_in(outcome);
        all_as_before =
            all_as_before && earlier != known_.end() && failing != kNoVerdict && failing <= earlier->failing;
    }
    if (all_as_before) {
        accept();
    } else {
        drop();
    }
}

void Trials::accept() {
    const Change change = open_.front();
    const bool is_quick_fix = change.kind == "quickfix";
    std::string title = change.title;
    if (change.aim == Aim::Proves && is_quick_fix) {
        title += failing_ == 0 ? fmt::format(": {} is proved then", change.subject.declaration)
                               : fmt::format(": {} of {} still fail", failing_, change.subject.declaration);
    }
    Json edits = Json::array();
    for (const layout::TextEdit& edit : change.edits) {
        edits.push_back({{"range", to_json(lines_.range(edit.range.begin, edit.range.end))}, {"newText", edit.text}});
    }
    Json action = {{"title", title}, {"kind", change.kind}, {"edit", {{"changes", {{uri_, std::move(edits)}}}}}};
    if (!change.diagnostic.is_null()) {
        action["diagnostics"] = Json::array({change.diagnostic});
    }
    if (is_quick_fix && (change.aim == Aim::Mends || (change.aim == Aim::Proves && failing_ == 0))) {
        action["isPreferred"] = true;
    }
    accepted_.push_back(std::move(action));
    drop();
    if (change.group != 0) {
        std::erase_if(open_, [&](const Change& other) { return other.group == change.group; });
    }
}

void Trials::drop() {
    open_.pop_front();
    after_.reset();
    state_ = State::Text;
}

} // namespace daphnia::lsp
