// See the header. The rules stand in the order in which they are asked; the last ones always apply.
#include "refute/hints.h"

#include "refute/describe.h"
#include "refute/induction_hints.h"
#include "refute/measures.h"
#include "refute/situation.h"
#include "typed/walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

using support::one_line;
using Answer = std::optional<Reason>;

// ---- what is hidden ------------------------------------------------------------------------------------------------

// What the declaration reveals somewhere.
std::set<const void*> revealed_in(const Situation& situation) {
    std::set<const void*> result;
    situation.for_each_stmt([&](const typed::Stmt& stmt) {
        if (const auto* reveal = std::get_if<typed::Reveal>(&stmt.node)) {
            for (const typed::Revealed& thing : reveal->things) {
                std::visit([&](const auto* revealed) { result.insert(revealed); }, thing);
            }
        }
    });
    return result;
}

Answer hidden_definition(const Situation& situation) {
    const std::set<const void*> revealed = revealed_in(situation);
    Expressions all = situation.goal;
    all.insert(all.end(), situation.known.begin(), situation.known.end());
    for (const typed::Function* function : situation.functions_in(all)) {
        const typed::Function* const origin =
            function->instance.origin != nullptr ? function->instance.origin : function;
        if (origin->attributes.opaque && origin->body != nullptr && !revealed.contains(origin) &&
            !revealed.contains(function) && address_of(situation.declaration()) != origin) {
            return Reason{
                fmt::format("{} is opaque, and its definition is not revealed here", origin->name),
                fmt::format("`reveal {}();` lets the proof see its definition", typed::own_name(origin->name))};
        }
    }
    return std::nullopt;
}

Answer hidden_claim(const Situation& situation) {
    const std::set<const void*> revealed = revealed_in(situation);
    const typed::Label* hidden = nullptr;
    const auto look_at = [&](const typed::Label* label, const support::SourceRange& claim) {
        if (hidden == nullptr && label != nullptr && !label->name.empty() && !revealed.contains(label) &&
            !(claim == situation.target.range)) {
            hidden = label;
        }
    };
    if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&situation.declaration())) {
        for (const typed::Clause& clause : (*method)->preconditions) {
            look_at(clause.label.get(), clause.range);
        }
    }
    situation.for_each_stmt([&](const typed::Stmt& stmt) {
        if (const auto* claim = std::get_if<typed::Assert>(&stmt.node)) {
            look_at(claim->label.get(), claim->condition->range);
        }
    });
    if (hidden == nullptr) {
        return std::nullopt;
    }
    return Reason{fmt::format("what is labelled {} is known only where it is revealed", hidden->name),
                  fmt::format("`reveal {};` makes it known", hidden->name)};
}

// ---- measures ------------------------------------------------------------------------------------------------------

// The first component of a measure that goes to a value which is no part of the value before.
class Unordered final : public interpret::Observer {
  public:
    explicit Unordered(support::SourceRange place) : place_(place) {}

    void at_loop_head(const typed::While&, std::uint64_t, const interpret::State&) override {}
    void after(const typed::Stmt&, const interpret::State&) override {}
    void at_step(const interpret::MeasuredStep& step) override {
        if (!(step.range == place_) || !text_.empty()) {
            return;
        }
        for (std::size_t i = 0; i < step.values_before.size() && i < step.values_after.size(); ++i) {
            const Value& before = step.values_before[i];
            const Value& after = step.values_after[i];
            if (before.is_datatype() && after.is_datatype() && !(before == after)) {
                if (!is_inside(after, before)) {
                    text_ = fmt::format("the measure's component {} goes from {} to {}, which is no part of it",
                                        step.measure_before[i].text, step.measure_before[i].value,
                                        step.measure_after[i].value);
                }
                return;
            }
            if (!(before == after)) {
                return;
            }
        }
    }
    const std::string& text() const { return text_; }

  private:
    support::SourceRange place_;
    std::string text_;
};

Answer unordered_measure(const Situation& situation) {
    if (situation.target.rule != Rule::Decreases) {
        return std::nullopt;
    }
    constexpr std::size_t kMostRuns = 60;
    Unordered unordered(situation.target.range);
    for (std::size_t i = 0; i < situation.accepted.size() && i < kMostRuns && unordered.text().empty(); ++i) {
        situation.runner.run(situation.accepted[i], &unordered);
    }
    if (unordered.text().empty()) {
        return std::nullopt;
    }
    return Reason{unordered.text(), "only parts of a value are known to be smaller than it: put a number in its place, "
                                    "from a function that counts what gets less"};
}

// ---- choices -------------------------------------------------------------------------------------------------------

// What is to hold speaks of a value that the program chooses by :|.
Answer chosen_value(const Situation& situation) {
    bool chosen = false;
    situation.for_each_stmt([&](const typed::Stmt& stmt) {
        const auto* choice = std::get_if<typed::AssignSuchThat>(&stmt.node);
        if (choice == nullptr || situation.target.rule == Rule::AssignSuchThat) {
            return;
        }
        for (const typed::Target& target : choice->targets) {
            if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
                chosen =
                    chosen || std::any_of(situation.goal.begin(), situation.goal.end(),
                                          [&](const typed::Expr* expr) { return mentions(*expr, variable->variable); });
            }
        }
    });
    if (!chosen) {
        return std::nullopt;
    }
    return Reason{"a run takes one of the values that :| permits, and the proof has to hold for each",
                  "let the condition of :| say what is needed of the value"};
}

// ---- collections ---------------------------------------------------------------------------------------------------

// |m| == |n|, of maps.
Answer numbers_of_keys(const Situation& situation) {
    std::string text;
    bool other_keys = false;
    for_each_expr(situation.goal, [&](const typed::Expr& expr) {
        const auto* binary = std::get_if<typed::Binary>(&expr.node);
        if (binary == nullptr || binary->op != typed::BinaryOp::Equal || !text.empty()) {
            return;
        }
        const auto* left = std::get_if<typed::SeqLength>(&binary->left->node);
        const auto* right = std::get_if<typed::SeqLength>(&binary->right->node);
        if (left != nullptr && right != nullptr && typed::is_map(left->seq->type) && typed::is_map(right->seq->type)) {
            const auto keys = [&](const typed::Expr& map) {
                const std::string written = one_line(map.range);
                const auto* comprehension = std::get_if<typed::MapComprehension>(&map.node);
                other_keys = other_keys || (comprehension != nullptr && comprehension->key != nullptr &&
                                            typed::read_variable(*comprehension->key) == nullptr);
                return (comprehension != nullptr ? "(" + written + ")" : written) + ".Keys";
            };
            text = keys(*left->seq) + " == " + keys(*right->seq);
        }
    });
    if (text.empty()) {
        return std::nullopt;
    }
    constexpr const char* kReason = "maps are compared by their keys and values, and their sizes by the keys";
    if (other_keys) {
        return Reason{kReason, "show that keys that differ still differ when they are replaced, and count them by an "
                               "induction over the set of keys"};
    }
    return Reason{kReason, fmt::format("`assert {};` gives the solver the comparison", text)};
}

// Something is known of all elements of a sequence (x in s), and is to hold of one of them that an index gives.
Answer element_of_sequence(const Situation& situation) {
    std::set<const typed::Variable*> members; // sequences of whose elements something is known
    for_each_expr(situation.known, [&](const typed::Expr& expr) {
        const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node);
        if (quantifier == nullptr || quantifier->kind != typed::QuantifierKind::Forall) {
            return;
        }
        for_each_expr({&expr}, [&](const typed::Expr& below) {
            const auto* binary = std::get_if<typed::Binary>(&below.node);
            if (binary != nullptr && binary->op == typed::BinaryOp::Member) {
                if (const typed::Variable* sequence = typed::read_variable(*binary->right)) {
                    members.insert(sequence);
                }
            }
        });
    });
    const typed::Expr* element = nullptr;
    std::string sequence;
    bool said = false; // the goal has `s[i] in s` already
    for_each_expr(situation.goal, [&](const typed::Expr& expr) {
        const auto* index = std::get_if<typed::SeqIndex>(&expr.node);
        const typed::Variable* const variable = index == nullptr ? nullptr : typed::read_variable(*index->seq);
        if (variable != nullptr && members.contains(variable) && element == nullptr) {
            element = &expr;
            sequence = variable->name;
        }
        const auto* binary = std::get_if<typed::Binary>(&expr.node);
        said = said || (binary != nullptr && binary->op == typed::BinaryOp::Member);
    });
    if (element == nullptr || said) {
        return std::nullopt;
    }
    const std::string text = one_line(element->range);
    return Reason{fmt::format("what is known of all x in {} is not used for {}", sequence, text),
                  fmt::format("`assert {} in {};` says that it is one of them", text, sequence)};
}

// ---- what the solver is poor at ------------------------------------------------------------------------------------

Answer products(const Situation& situation) {
    if (!situation.target.has_products) {
        return std::nullopt;
    }
    return Reason{situation.target.exhausted ? "the solver ran out of its budget in non-linear arithmetic"
                                             : "the solver gave up on non-linear arithmetic",
                  "assert the products that the proof needs, one by one"};
}

Answer budget(const Situation& situation) {
    if (!situation.target.exhausted) {
        return std::nullopt;
    }
    return Reason{"the solver ran out of its budget",
                  "--resource-limit, --verification-time-limit or --solver-memory-limit gives it more"};
}

Answer quantifiers(const Situation& situation) {
    if (!situation.target.has_quantifiers) {
        return std::nullopt;
    }
    if (situation.is_lemma() && situation.calls_itself()) {
        return Reason{
            "the lemma calls itself for a part, and the solver does not find how the claim follows for the whole",
            "assert how the whole is made of that part and the rest, and what is known of the rest"};
    }
    return Reason{"the solver gave up; there are quantifiers in what it knows or is to show",
                  "assert an instance of the quantifier that the proof needs"};
}

Answer anything(const Situation&) {
    return Reason{"the solver lacks a fact that it does not find by itself", "assert a step on the way"};
}

constexpr Answer (*kRules[])(const Situation&) = {
    hidden_definition,
    hidden_claim,
    unordered_measure,
    numbers_of_keys,
    recursive_definition,
    missing_induction,
    missing_existence,
    chosen_value,
    products,
    element_of_sequence,
    budget,
    quantifiers,
    anything,
};

} // namespace

Reason reason_for(Runner& runner, const Target& target, const Vocabulary& vocabulary,
                  const std::vector<Input>& accepted) {
    const Situation situation(runner, target, vocabulary, accepted);
    for (const auto rule : kRules) {
        if (Answer reason = rule(situation)) {
            return *std::move(reason);
        }
    }
    return {};
}

} // namespace daphnia::refute
