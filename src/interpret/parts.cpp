// A false conjunct in, the values of its parts out: what a reader would ask for first.
#include "interpret/conditions.h"

#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/quantifiers.h"
#include "interpret/statements.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kMostParts = 8;
constexpr int kMostDefinitions = 3; // one in the other

bool is_literal(const typed::Expr& expr) {
    const auto* negated = std::get_if<typed::Unary>(&expr.node);
    const typed::Expr& inner = negated == nullptr ? expr : *negated->operand;
    return std::holds_alternative<typed::BoolLiteral>(inner.node) ||
           std::holds_alternative<typed::IntLiteral>(inner.node) ||
           std::holds_alternative<typed::CharLiteral>(inner.node) ||
           std::holds_alternative<typed::StringLiteral>(inner.node) ||
           std::holds_alternative<typed::NullLiteral>(inner.node);
}

// Where nobody wrote `this`, its place is that of the member's name.
bool is_unwritten_receiver(const typed::Expr& expr) {
    const typed::Variable* const variable = typed::read_variable(expr);
    return variable != nullptr && variable->kind == typed::VariableKind::Receiver &&
           support::one_line(expr.range) != "this";
}

// What is worth a value of its own within a larger expression.
bool is_interesting(const typed::Expr& expr) {
    return (std::holds_alternative<typed::VariableRead>(expr.node) && !is_unwritten_receiver(expr)) ||
           std::holds_alternative<typed::ConstantRead>(expr.node) ||
           std::holds_alternative<typed::FunctionCall>(expr.node) || std::holds_alternative<typed::Apply>(expr.node) ||
           std::holds_alternative<typed::SeqLength>(expr.node) || std::holds_alternative<typed::SeqIndex>(expr.node) ||
           std::holds_alternative<typed::SeqSlice>(expr.node) ||
           std::holds_alternative<typed::Multiplicity>(expr.node) ||
           std::holds_alternative<typed::MapSelect>(expr.node) || std::holds_alternative<typed::MapPart>(expr.node) ||
           std::holds_alternative<typed::ArrayLength>(expr.node) ||
           std::holds_alternative<typed::ArrayRead>(expr.node) ||
           std::holds_alternative<typed::ArraySlice>(expr.node) ||
           std::holds_alternative<typed::FieldRead>(expr.node) ||
           std::holds_alternative<typed::TupleSelect>(expr.node) ||
           std::holds_alternative<typed::DatatypeSelect>(expr.node) || std::holds_alternative<typed::Old>(expr.node);
}

bool is_logical(const typed::Expr& expr) {
    if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
        return binary->op == typed::BinaryOp::And || binary->op == typed::BinaryOp::Or ||
               binary->op == typed::BinaryOp::Implies;
    }
    if (const auto* unary = std::get_if<typed::Unary>(&expr.node)) {
        return unary->op == typed::UnaryOp::Not;
    }
    return std::holds_alternative<typed::IfThenElse>(expr.node) ||
           std::holds_alternative<typed::Quantifier>(expr.node) || std::holds_alternative<typed::Let>(expr.node) ||
           std::holds_alternative<typed::LetSuchThat>(expr.node) ||
           std::holds_alternative<typed::StatementExpr>(expr.node) ||
           std::holds_alternative<typed::SeqComprehension>(expr.node) ||
           std::holds_alternative<typed::Lambda>(expr.node) ||
           std::holds_alternative<typed::SetComprehension>(expr.node) ||
           std::holds_alternative<typed::MapComprehension>(expr.node);
}

class Parts {
  public:
    Parts(Run& run, Evaluation& evaluation, Quantifiers& quantifiers, Conditions& conditions)
        : run_(run), evaluation_(evaluation), quantifiers_(quantifiers), conditions_(conditions) {}

    // The failing instance first, then the body under it.
    void conjunct(const typed::Expr& expr) {
        const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node);
        if (quantifier == nullptr || quantifier->kind != typed::QuantifierKind::Forall || !fails(*quantifier)) {
            outermost(expr);
            definition(expr);
            return;
        }
        for (const typed::VariablePtr& variable : quantifier->variables) {
            add(variable->range, variable->name, variable->type, (*run_.active())[*variable]);
        }
        // The variables keep the values of that instance.
        const typed::Expr* const inner = conditions_.false_conjunct(*quantifier->body);
        conjunct(inner == nullptr ? *quantifier->body : *inner);
    }

    std::vector<EvaluatedPart> take() { return std::move(parts_); }

  private:
    bool fails(const typed::Quantifier& node) {
        bool found = false;
        quantifiers_.enumerate(quantifiers_.restrictions(node), Quantifiers::Search::Sample, [&] {
            try {
                found = (node.range == nullptr || evaluation_.holds(*node.range)) && !evaluation_.holds(*node.body);
            } catch (const Unknown&) {
                found = false;
            }
            return !found;
        });
        return found;
    }

    // Of a predicate that is false, the conjunct of its definition that is, with its parts: `Valid()` alone says
    // nothing.
    void definition(const typed::Expr& expr) {
        const auto* call = std::get_if<typed::FunctionCall>(&expr.node);
        if (call == nullptr || looked_into_ == kMostDefinitions) {
            return;
        }
        ++looked_into_;
        evaluation_.look_into(*call, expr, [&](const typed::Expr& body) {
            const typed::Expr* const inner = conditions_.false_conjunct(body);
            if (inner != nullptr) {
                const std::string text = support::one_line(inner->range);
                add_unique({inner->range, is_interesting(*inner) ? text : "(" + text + ")", "false"});
                conjunct(*inner);
            }
        });
    }

    // Level by level, so that the larger expressions come first.
    void outermost(const typed::Expr& root) {
        std::vector<const typed::Expr*> level{&root};
        while (!level.empty() && parts_.size() < kMostParts) {
            std::vector<const typed::Expr*> next;
            const typed::Children visit{[&](const typed::Expr& child) { next.push_back(&child); }, {}};
            for (const typed::Expr* expr : level) {
                bind(*expr);
                const bool side = expr != &root && !is_logical(*expr);
                const bool shows = side && !is_literal(*expr) && (compared_.contains(expr) || is_interesting(*expr));
                if (shows && !mentions_bound(*expr)) {
                    evaluate(*expr);
                } else if (expr == &root && is_interesting(*expr) &&
                           !std::holds_alternative<typed::FunctionCall>(expr->node)) {
                    evaluate(*expr);
                }
                if (std::holds_alternative<typed::Old>(expr->node)) {
                    continue; // its parts mean something else outside
                }
                if (const auto* binary = std::get_if<typed::Binary>(&expr->node); binary != nullptr && !side) {
                    compared_.insert(binary->left.get());
                    compared_.insert(binary->right.get());
                }
                typed::for_each_child(*expr, visit);
            }
            level = std::move(next);
        }
    }

    void bind(const typed::Expr& expr) {
        const auto add_all = [&](const std::vector<typed::VariablePtr>& variables) {
            for (const typed::VariablePtr& variable : variables) {
                bound_.insert(variable.get());
            }
        };
        if (const auto* let = std::get_if<typed::Let>(&expr.node)) {
            add_all(let->variables);
        } else if (const auto* quantifier = std::get_if<typed::Quantifier>(&expr.node)) {
            add_all(quantifier->variables);
        } else if (const auto* set = std::get_if<typed::SetComprehension>(&expr.node)) {
            add_all(set->variables);
        } else if (const auto* map = std::get_if<typed::MapComprehension>(&expr.node)) {
            add_all(map->variables);
        } else if (const auto* comprehension = std::get_if<typed::SeqComprehension>(&expr.node)) {
            bound_.insert(comprehension->variable.get());
        } else if (const auto* lambda = std::get_if<typed::Lambda>(&expr.node)) {
            add_all(lambda->parameters);
        }
    }

    bool mentions_bound(const typed::Expr& expr) const {
        bool found = false;
        typed::for_each_below(expr, {[&](const typed::Expr& below) {
                                         const typed::Variable* const variable = typed::read_variable(below);
                                         found = found || (variable != nullptr && bound_.contains(variable));
                                     },
                                     {}});
        return found;
    }

    void evaluate(const typed::Expr& expr) {
        try {
            const Value value = evaluation_.eval(expr);
            add(expr.range, support::one_line(expr.range), expr.type, value);
        } catch (const Unknown&) {
            add_text(expr);
        } catch (const Broken&) {
            add_text(expr);
        }
    }

    void add_text(const typed::Expr& expr) { add_unique({expr.range, support::one_line(expr.range), {}}); }
    void add(SourceRange range, std::string text, const typed::Type& type, const Value& value) {
        add_unique({range, std::move(text), shown(value, type, run_.read_heap())});
    }
    void add_unique(EvaluatedPart part) {
        const bool known = std::any_of(parts_.begin(), parts_.end(),
                                       [&](const EvaluatedPart& other) { return other.text == part.text; });
        if (!known && parts_.size() < kMostParts) {
            parts_.push_back(std::move(part));
        }
    }

    Run& run_;
    Evaluation& evaluation_;
    Quantifiers& quantifiers_;
    Conditions& conditions_;
    std::vector<EvaluatedPart> parts_;
    int looked_into_ = 0;                   // how many definitions
    std::set<const typed::Expr*> compared_; // sides of comparisons
    std::set<const typed::Variable*> bound_;
};

} // namespace

std::vector<EvaluatedPart> Conditions::parts_of(const typed::Expr& conjunct) {
    Parts parts(run_, evaluation_, quantifiers_, *this);
    try {
        parts.conjunct(conjunct);
    } catch (const Unknown&) { // what was found is enough
    } catch (const Broken&) {
    } catch (const Exhausted&) {
    }
    return parts.take();
}

} // namespace daphnia::interpret
