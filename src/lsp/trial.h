// Changes of a text that nobody has typed: each is tried before anybody sees it.
#pragma once

#include "layout/text.h"
#include "lsp/feature.h"

#include <chrono>
#include <deque>
#include <string>
#include <utility>
#include <vector>

namespace daphnia::lsp {

// What has to be so for a change to be offered. In all cases the changed text has no error that was not there, and
// where something is proved, that is done on exactly that text, within the limits that hold for the text as it is.
enum class Aim : std::uint8_t {
    Resolves, // nothing more
    Mends,    // an error is gone
    Covers,   // the match has all its cases; as long as it has not, the next one is added to the change
    Proves,   // what it was about is proved, nothing of the declaration fails more often, and no other declaration does
    Explains, // what it was about does not fail, and no more fails than before: the failure is elsewhere
};

// Which obligations of a declaration a change is about.
struct Subject {
    std::string declaration; // its name
    support::Rule rule = support::Rule::Assertion;
    std::string clause; // as written; empty: none
};
Subject subject_of(const std::string& declaration, const support::Diagnostic& failure);

struct Change {
    std::string title;
    std::string kind; // a CodeActionKind of the protocol
    Aim aim = Aim::Resolves;
    std::vector<layout::TextEdit> edits; // of one text, in order
    int group = 0;                       // of changes with one number, the first that goes through is offered
    Subject subject = {};                // for Covers, Proves and Explains
    Json diagnostic = nullptr;           // as published: what it mends
    // For Covers: where the match begins, the cases so far, and what follows a pattern.
    std::uint32_t match = 0;
    std::vector<std::string> cases = {};
    std::string behind_pattern = {};
};

// How a declaration was proved before the change.
struct KnownProof {
    std::string name;
    std::size_t failing = 0;
    std::string digest; // of its conditions; empty: to be looked up
};

// All of a document's changes, one after the other.
class Trials final : public Pending, private ProvingObserver {
  public:
    // What is not known by the end of the budget is not offered. The document may go away, its text not change.
    Trials(const Program& program, const Documents& documents, const Document& document, std::vector<Change> changes,
           std::chrono::milliseconds budget);

    std::vector<int> file_descriptors() const override;
    std::optional<std::chrono::milliseconds> patience() const override;
    // The code actions of those that went through.
    std::optional<Json> step() override;

  private:
    using Clock = std::chrono::steady_clock;
    enum class State : std::uint8_t { Text, Subject, Others, Proofs };

    void started(std::size_t) override {}
    void ended(std::size_t number, const std::shared_ptr<const Moment>& moment, verify::Outcome outcome) override;

    void try_text();
    bool resolves() const;
    std::optional<Change> with_next_case() const;
    void prove(std::vector<std::size_t> numbers);
    void judge_subject();
    void compare_next();
    void judge_others();
    void accept();
    void drop();
    std::optional<std::size_t> task_of(const Moment& moment, const std::string& name) const;

    Recipe recipe_;
    std::shared_ptr<const Moment> before_;
    std::string path_;
    std::string uri_;
    std::shared_ptr<const std::string> text_; // as it is
    Lines lines_;                             // of that
    std::vector<KnownProof> known_;
    std::vector<std::pair<std::string, verify::Outcome>> failures_; // of the declarations that changes are about
    std::deque<Change> open_;                                       // the first one is being tried
    Clock::time_point deadline_;

    State state_ = State::Text;
    std::shared_ptr<const Moment> after_;
    std::unique_ptr<Proving> proving_;
    std::vector<std::pair<std::size_t, verify::Outcome>> outcomes_; // of what is being proved, by number
    std::size_t failing_ = 0;                                       // of the declaration, after the change
    std::size_t compared_ = 0;                                      // so many of those known
    std::vector<std::size_t> changed_;                              // tasks whose conditions are others
    Json accepted_ = Json::array();
};

} // namespace daphnia::lsp
