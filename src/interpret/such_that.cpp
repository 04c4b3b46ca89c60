// Values that meet a constraint, for cells of objects among the targets.
#include "interpret/statements.h"

#include "interpret/assignments.h"
#include "interpret/bounds.h"
#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/meter.h"
#include "interpret/quantifiers.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kCellTrials = 1'000; // of each cell

// The terms with which the constraint compares what may be the cell, or in which it looks for that.
void add_related(const typed::Expr& constraint, std::vector<const typed::Expr*>& equal,
                 std::vector<const typed::Expr*>& containing) {
    const auto* both = std::get_if<typed::Binary>(&constraint.node);
    if (both == nullptr) {
        return;
    }
    const auto is_cell = [](const typed::Expr& expr) {
        return std::holds_alternative<typed::FieldRead>(expr.node) ||
               std::holds_alternative<typed::ArrayRead>(expr.node);
    };
    switch (both->op) {
    case typed::BinaryOp::And:
        add_related(*both->left, equal, containing);
        add_related(*both->right, equal, containing);
        break;
    case typed::BinaryOp::Equal:
        if (is_cell(*both->left)) {
            equal.push_back(both->right.get());
        }
        if (is_cell(*both->right)) {
            equal.push_back(both->left.get());
        }
        break;
    case typed::BinaryOp::Member:
        if (is_cell(*both->left)) {
            containing.push_back(both->right.get());
        }
        break;
    default:
        break;
    }
}

// Writes one value after the other to the cells, until the constraint holds; then they stay. Otherwise all is as it
// was before.
class CellChoice {
  public:
    using Holds = std::function<bool()>;

    CellChoice(Run& run, Meter& meter, Inhabitants& inhabitants, Evaluation& evaluation, Assignments& assignments,
               const typed::Expr& constraint, const std::vector<Place>& targets, const Holds& holds)
        : run_(run), meter_(meter), inhabitants_(inhabitants), evaluation_(evaluation), assignments_(assignments),
          targets_(targets), holds_(holds) {
        add_related(constraint, equal_, containing_);
    }

    bool is_complete() const { return complete_; }

    bool from(std::size_t next) {
        while (next < targets_.size() &&
               (targets_[next].variable != nullptr || assignments_.is_erased(targets_[next]))) {
            ++next;
        }
        if (next == targets_.size()) {
            return holds_();
        }
        const Place& target = targets_[next];
        const Value before = assignments_.content(target);
        const auto attempt = [&](const Value& value) {
            meter_.step(target.range);
            if (!inhabitants_.belongs(value, *target.type, run_.heap())) {
                return false;
            }
            assignments_.write(target, value);
            return from(next + 1);
        };
        try {
            if ((before.is_assigned() && attempt(before)) || attempt_related(target, before, attempt)) {
                return true;
            }
            Candidates candidates(*target.type, run_.heap());
            complete_ = complete_ && candidates.extent() == Extent::Finite;
            for (std::size_t trial = 0;; ++trial) {
                std::optional<Value> value = candidates.next();
                if (!value) {
                    break;
                }
                if (trial == kCellTrials) {
                    complete_ = false;
                    break;
                }
                if (attempt(*value)) {
                    return true;
                }
            }
        } catch (const Unknown&) {
            assignments_.write(target, before);
            throw;
        }
        assignments_.write(target, before);
        return false;
    }

  private:
    // The values of terms that the constraint relates to cells, as they are before anything is written.
    template <typename Attempt>
    bool attempt_related(const Place& target, const Value& before, const Attempt& attempt) {
        assignments_.write(target, before);
        Values worth_trying;
        const auto evaluate = [&](const typed::Expr& term) -> std::optional<Value> {
            try {
                return evaluation_.eval(term);
            } catch (const Unknown&) { // then it says nothing
            } catch (const Broken&) {
            }
            return std::nullopt;
        };
        const typed::Type base = typed::base_type(*target.type);
        for (const typed::Expr* term : equal_) {
            if (typed::base_type(term->type) == base) {
                if (std::optional<Value> value = evaluate(*term)) {
                    worth_trying.push_back(std::move(*value));
                }
            }
        }
        for (const typed::Expr* term : containing_) {
            if (typed::is_map(term->type) || !(typed::base_type(typed::element_type(term->type)) == base)) {
                continue;
            }
            if (const std::optional<Value> collection = evaluate(*term)) {
                worth_trying.insert(worth_trying.end(), collection->elements().begin(), collection->elements().end());
            }
        }
        return std::any_of(worth_trying.begin(), worth_trying.end(), attempt);
    }

    Run& run_;
    Meter& meter_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    Assignments& assignments_;
    const std::vector<Place>& targets_;
    const Holds& holds_;
    std::vector<const typed::Expr*> equal_, containing_;
    bool complete_ = true;
};

} // namespace

void Statements::choose_cells(const typed::AssignSuchThat& node, const std::vector<Place>& targets, SourceRange place) {
    std::optional<Unknown> unknown;
    bool all = true;
    const CellChoice::Holds holds = [&] {
        const Quantifiers::Coverage coverage =
            quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Sample, [&] {
                try {
                    return !evaluation_.holds(*node.constraint);
                } catch (const Unknown& instance) {
                    unknown = instance;
                    return true;
                }
            });
        all = all && coverage != Quantifiers::Coverage::Some;
        return coverage == Quantifiers::Coverage::Stopped;
    };
    CellChoice choice(run_, meter_, inhabitants_, evaluation_, assignments_, *node.constraint, targets, holds);
    if (choice.from(0)) {
        return;
    }
    if (unknown) {
        throw *unknown;
    }
    if (!all || !choice.is_complete()) {
        throw Unknown{"no value that meets the constraint was found among those that can be tried", place};
    }
    if (node.assumed) {
        throw Discarded{"no value meets the assumed constraint", place};
    }
    checks_.fail({Rule::AssignSuchThat, place, {}}, place_of(*node.constraint));
}

} // namespace daphnia::interpret
