// Bound variables and the conjuncts that restrict them in, the variables without a usable bound out.
#include "resolve/ghost_bounds.h"

#include "typed/walk.h"

#include <algorithm>
#include <optional>
#include <set>

namespace daphnia::resolve {

namespace {

using typed::BinaryOp;
using typed::Expr;
using typed::TypeKind;
using typed::Variable;
using Variables = std::set<const Variable*>;

// left op right, with op one of Less, LessEqual, Equal, Member.
struct Atom {
    BinaryOp op;
    const Expr* left;
    const Expr* right;
};

// A condition, or its negation, as atoms that all hold; what is not understood is left out.
class Atoms {
  public:
    void add(const Expr* condition, bool positive) {
        if (condition == nullptr) {
            return;
        }
        if (const auto* unary = std::get_if<typed::Unary>(&condition->node)) {
            if (unary->op == typed::UnaryOp::Not) {
                add(unary->operand.get(), !positive);
            }
        } else if (const auto* binary = std::get_if<typed::Binary>(&condition->node)) {
            add(*binary, positive);
        }
    }

    const std::vector<Atom>& atoms() const { return atoms_; }

  private:
    void add(const typed::Binary& binary, bool positive) {
        const Expr* const left = binary.left.get();
        const Expr* const right = binary.right.get();
        const bool conjunction =
            positive ? binary.op == BinaryOp::And : binary.op == BinaryOp::Or || binary.op == BinaryOp::Implies;
        if (conjunction) {
            add(left, binary.op == BinaryOp::Implies ? !positive : positive);
            add(right, positive);
        } else if (binary.op == (positive ? BinaryOp::Less : BinaryOp::GreaterEqual)) {
            atoms_.push_back({BinaryOp::Less, left, right});
        } else if (binary.op == (positive ? BinaryOp::LessEqual : BinaryOp::Greater)) {
            atoms_.push_back({BinaryOp::LessEqual, left, right});
        } else if (binary.op == (positive ? BinaryOp::Greater : BinaryOp::LessEqual)) {
            atoms_.push_back({BinaryOp::Less, right, left});
        } else if (binary.op == (positive ? BinaryOp::GreaterEqual : BinaryOp::Less)) {
            atoms_.push_back({BinaryOp::LessEqual, right, left});
        } else if (binary.op == (positive ? BinaryOp::Equal : BinaryOp::NotEqual)) {
            atoms_.push_back({BinaryOp::Equal, left, right});
        } else if (binary.op == (positive ? BinaryOp::Member : BinaryOp::NotMember)) {
            atoms_.push_back({BinaryOp::Member, left, right});
        }
    }

    std::vector<Atom> atoms_;
};

Variables variables_in(const Expr& expr) {
    Variables result;
    typed::for_each_below(expr, {[&](const Expr& part) {
                                     if (const auto* read = std::get_if<typed::VariableRead>(&part.node)) {
                                         result.insert(read->variable);
                                     }
                                 },
                                 {}});
    return result;
}

const Expr& without_conversions(const Expr& expr) {
    const auto* convert = std::get_if<typed::Convert>(&expr.node);
    return convert == nullptr ? expr : without_conversions(*convert->operand);
}

// What is known about one variable. Of a bound, only the variables that it mentions matter.
struct Bound {
    std::optional<Variables> lower, upper;
    bool given = false; // equal to, or a member of, something known
};

// An atom solved for a variable: where the variable ended up, and the variables of the other side.
struct Solved {
    bool variable_is_left;
    Variables other;
};

// Moves summands away from the variable until it stands alone; nothing if that does not work.
std::optional<Solved> solve_for(const Variable* variable, const Atom& atom) {
    Variables left = variables_in(*atom.left);
    Variables right = variables_in(*atom.right);
    if (left.contains(variable) == right.contains(variable)) {
        return std::nullopt;
    }
    Solved solved{left.contains(variable), left.contains(variable) ? std::move(right) : std::move(left)};
    const Expr* side = &without_conversions(solved.variable_is_left ? *atom.left : *atom.right);
    while (const auto* binary = std::get_if<typed::Binary>(&side->node)) {
        if (atom.op == BinaryOp::Member || (binary->op != BinaryOp::Add && binary->op != BinaryOp::Subtract)) {
            return std::nullopt;
        }
        const Variables first = variables_in(*binary->left);
        const Variables second = variables_in(*binary->right);
        if (first.contains(variable) == second.contains(variable)) {
            return std::nullopt;
        }
        const bool in_second = second.contains(variable);
        const Variables& moved = in_second ? first : second;
        solved.other.insert(moved.begin(), moved.end());
        if (in_second && binary->op == BinaryOp::Subtract) {
            solved.variable_is_left = !solved.variable_is_left;
        }
        side = &without_conversions(in_second ? *binary->right : *binary->left);
    }
    const auto* read = std::get_if<typed::VariableRead>(&side->node);
    return read != nullptr && read->variable == variable ? std::optional(std::move(solved)) : std::nullopt;
}

class BoundsFinder {
  public:
    BoundsFinder(std::vector<const Variable*> variables, const std::vector<Atom>& atoms)
        : variables_(std::move(variables)), atoms_(atoms), bounds_(variables_.size()) {
        // From the last to the first: a bound may mention earlier variables, and later ones only through their bounds.
        for (std::size_t i = variables_.size(); i-- > 0;) {
            find(i);
        }
    }

    template <typename IsMissing>
    std::vector<const Variable*> missing(const IsMissing& is_missing) const {
        std::vector<const Variable*> result;
        for (std::size_t i = 0; i < variables_.size(); ++i) {
            if (is_missing(*variables_[i], bounds_[i])) {
                result.push_back(variables_[i]);
            }
        }
        return result;
    }

  private:
    void find(std::size_t i) {
        Bound& bound = bounds_[i];
        if (variables_[i]->type.kind == TypeKind::Nat) {
            bound.lower = Variables{};
        }
        for (const Atom& atom : atoms_) {
            std::optional<Solved> solved = solve_for(variables_[i], atom);
            if (!solved) {
                continue;
            }
            const bool ordered = atom.op == BinaryOp::Less || atom.op == BinaryOp::LessEqual;
            if (!replace_later_variables(i, ordered, *solved)) {
                continue;
            }
            if (atom.op == BinaryOp::Equal || (atom.op == BinaryOp::Member && solved->variable_is_left)) {
                bound.given = true;
            } else if (ordered) {
                std::optional<Variables>& side = solved->variable_is_left ? bound.upper : bound.lower;
                if (!side) {
                    side = std::move(solved->other);
                }
            }
        }
    }

    // A later variable in an upper bound is replaced by its own upper bound, if that has no such variables; so for
    // lower.
    bool replace_later_variables(std::size_t i, bool ordered, Solved& solved) const {
        for (std::size_t j = variables_.size(); --j > i;) {
            if (!solved.other.contains(variables_[j])) {
                continue;
            }
            const auto& replacement = solved.variable_is_left ? bounds_[j].upper : bounds_[j].lower;
            if (!ordered || !replacement || replacement->contains(variables_[i])) {
                return false;
            }
            solved.other.erase(variables_[j]);
            solved.other.insert(replacement->begin(), replacement->end());
        }
        return true;
    }

    std::vector<const Variable*> variables_;
    const std::vector<Atom>& atoms_;
    std::vector<Bound> bounds_;
};

bool is_uncompilable(const Variable& variable, const Bound& bound) {
    switch (variable.type.kind) {
    case TypeKind::Bool:
    case TypeKind::Char:
        return false;
    case TypeKind::Int:
    case TypeKind::Nat:
        return !bound.given && !(bound.lower && bound.upper);
    case TypeKind::Seq:
    case TypeKind::Array:
    case TypeKind::NullableArray:
    case TypeKind::Tuple:
        return !bound.given;
    }
    return true;
}

bool is_allocation_dependent(const Variable& variable, const Bound& bound) {
    return typed::contains_references(variable.type) && !bound.given;
}

std::vector<const Variable*> addresses(const std::vector<typed::VariablePtr>& variables) {
    std::vector<const Variable*> result;
    for (const typed::VariablePtr& variable : variables) {
        result.push_back(variable.get());
    }
    return result;
}

// Tries the variables in the order written and in reverse, and keeps what leaves fewer of them without a bound.
template <typename IsMissing>
std::vector<const Variable*> missing_in_best_order(const typed::Quantifier& quantifier, const IsMissing& is_missing) {
    Atoms atoms;
    atoms.add(quantifier.range.get(), true);
    atoms.add(quantifier.body.get(), quantifier.kind == typed::QuantifierKind::Exists);
    std::vector<const Variable*> variables = addresses(quantifier.variables);
    std::vector<const Variable*> as_written = BoundsFinder(variables, atoms.atoms()).missing(is_missing);
    std::reverse(variables.begin(), variables.end());
    std::vector<const Variable*> reversed = BoundsFinder(variables, atoms.atoms()).missing(is_missing);
    return reversed.size() < as_written.size() ? reversed : as_written;
}

} // namespace

std::vector<const Variable*> uncompilable_variables(const typed::Quantifier& quantifier) {
    return missing_in_best_order(quantifier, is_uncompilable);
}

std::vector<const Variable*> uncompilable_variables(const typed::ForallStatement& statement) {
    Atoms atoms;
    atoms.add(statement.range.get(), true);
    return BoundsFinder(addresses(statement.variables), atoms.atoms()).missing(is_uncompilable);
}

std::vector<const Variable*> allocation_dependent_variables(const typed::Quantifier& quantifier) {
    return missing_in_best_order(quantifier, is_allocation_dependent);
}

} // namespace daphnia::resolve
