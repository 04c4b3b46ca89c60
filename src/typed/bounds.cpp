// Bound variables and the conjuncts that restrict them in, what each restriction says of each variable out.
#include "typed/bounds.h"

#include "typed/walk.h"

#include <algorithm>
#include <optional>
#include <set>

namespace daphnia::typed {

namespace {

using Variables = std::set<const Variable*>;
using Restrictions = std::vector<Restriction>;

// Enough for what people write; more bounds of the same variables would only be evaluated in vain.
constexpr std::size_t kMostAlternatives = 8;
constexpr std::size_t kMostPermuted = 4;

// left op right, with op one of Less, LessEqual, Equal, Member, Subset (of finite sets).
struct Atom {
    BinaryOp op;
    const Expr* left;
    const Expr* right;
    std::size_t place; // among the conjuncts
};

// A condition, or its negation, as atoms that all hold; what is not understood is left out.
class Atoms {
  public:
    void add(const Expr* condition, bool positive) {
        if (condition == nullptr) {
            return;
        }
        const auto* const unary = std::get_if<Unary>(&condition->node);
        if (unary != nullptr && unary->op == UnaryOp::Not) {
            add(unary->operand.get(), !positive);
            return;
        }
        const auto* const binary = std::get_if<Binary>(&condition->node);
        if (binary != nullptr && is_conjunction(*binary, positive)) {
            add(binary->left.get(), binary->op == BinaryOp::Implies ? !positive : positive);
            add(binary->right.get(), positive);
            return;
        }
        if (binary != nullptr) {
            add(*binary, positive);
        }
        conjuncts_.push_back({condition, positive});
    }

    const std::vector<Atom>& atoms() const { return atoms_; }
    // All of them, in the order in which they are evaluated.
    const std::vector<Guard>& conjuncts() const { return conjuncts_; }
    // Variables that are less than a value by rank: parts of it, which exist where it does.
    const Variables& parts() const { return parts_; }

  private:
    static bool is_conjunction(const Binary& binary, bool positive) {
        return positive ? binary.op == BinaryOp::And : binary.op == BinaryOp::Or || binary.op == BinaryOp::Implies;
    }

    void add(const Binary& binary, bool positive) {
        const Expr* const left = binary.left.get();
        const Expr* const right = binary.right.get();
        const std::size_t place = conjuncts_.size();
        if (binary.op == (positive ? BinaryOp::Less : BinaryOp::GreaterEqual)) {
            atoms_.push_back({BinaryOp::Less, left, right, place});
        } else if (binary.op == (positive ? BinaryOp::LessEqual : BinaryOp::Greater)) {
            atoms_.push_back({BinaryOp::LessEqual, left, right, place});
        } else if (binary.op == (positive ? BinaryOp::Greater : BinaryOp::LessEqual)) {
            atoms_.push_back({BinaryOp::Less, right, left, place});
        } else if (binary.op == (positive ? BinaryOp::GreaterEqual : BinaryOp::Less)) {
            atoms_.push_back({BinaryOp::LessEqual, right, left, place});
        } else if (binary.op == (positive ? BinaryOp::Equal : BinaryOp::NotEqual)) {
            atoms_.push_back({BinaryOp::Equal, left, right, place});
        } else if (binary.op == (positive ? BinaryOp::Member : BinaryOp::NotMember)) {
            atoms_.push_back({BinaryOp::Member, left, right, place});
        } else if (positive && binary.op == BinaryOp::Subset && carrier(right->type).kind == TypeKind::Set) {
            atoms_.push_back({BinaryOp::Subset, left, right, place});
        } else if (positive && binary.op == BinaryOp::RankLess) {
            if (const auto* read = std::get_if<VariableRead>(&left->node)) {
                parts_.insert(read->variable);
            }
        }
    }

    std::vector<Atom> atoms_;
    std::vector<Guard> conjuncts_;
    Variables parts_;
};

Variables variables_in(const Expr& expr) {
    Variables result;
    for_each_below(expr, {[&](const Expr& part) {
                              if (const auto* read = std::get_if<VariableRead>(&part.node)) {
                                  result.insert(read->variable);
                              }
                          },
                          {}});
    return result;
}

// Whole numbers that are added without limits, and characters, which count as their code points.
bool counts(const Type& type) {
    const TypeKind kind = carrier(type).kind;
    return kind == TypeKind::Int || kind == TypeKind::Nat || kind == TypeKind::Char;
}

bool is_character(const Type& type) {
    return carrier(type).kind == TypeKind::Char;
}

// Conversions between other numbers change what the values are: sums of bits wrap round, reals are compared as reals.
const Expr& without_conversions(const Expr& expr) {
    const auto* convert = std::get_if<Convert>(&expr.node);
    return convert == nullptr || !counts(convert->target) || !counts(convert->operand->type)
               ? expr
               : without_conversions(*convert->operand);
}

void add_term(Sum& sum, const Expr& term, bool negative) {
    const Expr& expr = without_conversions(term);
    const auto* const binary = counts(expr.type) ? std::get_if<Binary>(&expr.node) : nullptr;
    const auto* const unary = counts(expr.type) ? std::get_if<Unary>(&expr.node) : nullptr;
    if (binary != nullptr && (binary->op == BinaryOp::Add || binary->op == BinaryOp::Subtract)) {
        add_term(sum, *binary->left, negative);
        add_term(sum, *binary->right, negative != (binary->op == BinaryOp::Subtract));
    } else if (unary != nullptr && unary->op == UnaryOp::Negate) {
        add_term(sum, *unary->operand, !negative);
    } else {
        sum.summands.push_back({&expr, negative});
    }
}

void add_sum(Sum& sum, const Sum& other, bool negative) {
    for (const Summand& summand : other.summands) {
        sum.summands.push_back({summand.term, summand.negative != negative});
    }
    sum.offset += negative ? -other.offset : other.offset;
}

bool mentions(const Sum& sum, const Variable* variable) {
    return std::any_of(sum.summands.begin(), sum.summands.end(),
                       [&](const Summand& summand) { return variables_in(*summand.term).contains(variable); });
}

// An atom solved for a variable: variable op sum, or (not variable_is_left) sum op variable.
struct Solved {
    bool variable_is_left;
    Sum sum;
    const Expr* other; // the side that the variable is not on; what the sum is when nothing was moved
    bool converted;    // the variable is a character and the other side a number, or the other way round
};

// Moves summands away from the variable until it stands alone; nothing if that does not work.
std::optional<Solved> solve_for(const Variable* variable, const Atom& atom) {
    const auto has_variable = [&](const Expr& expr) { return variables_in(expr).contains(variable); };
    const bool on_left = has_variable(*atom.left);
    if (on_left == has_variable(*atom.right)) {
        return std::nullopt;
    }
    const Expr* side = on_left ? atom.left : atom.right;
    Solved solved{
        on_left, {}, on_left ? atom.right : atom.left, is_character(side->type) != is_character(variable->type)};
    add_term(solved.sum, *solved.other, false);
    side = &without_conversions(*side);
    while (const auto* binary = std::get_if<Binary>(&side->node)) {
        if (atom.op == BinaryOp::Member || !counts(side->type) ||
            (binary->op != BinaryOp::Add && binary->op != BinaryOp::Subtract)) {
            return std::nullopt;
        }
        const bool in_second = has_variable(*binary->right);
        if (in_second == has_variable(*binary->left)) {
            return std::nullopt;
        }
        const Expr& moved = in_second ? *binary->left : *binary->right;
        if (in_second && binary->op == BinaryOp::Subtract) { // moved - side op sum
            Sum negated;
            add_sum(negated, solved.sum, true);
            solved.sum = std::move(negated);
            solved.variable_is_left = !solved.variable_is_left;
            add_term(solved.sum, moved, false);
        } else {
            add_term(solved.sum, moved, binary->op == BinaryOp::Add);
        }
        side = &without_conversions(in_second ? *binary->right : *binary->left);
    }
    return read_variable(*side) == variable ? std::optional(std::move(solved)) : std::nullopt;
}

// A term that means the same wherever it is evaluated.
bool is_closed(const Expr& expr) {
    bool closed = true;
    for_each_below(expr, {[&](const Expr& part) {
                              closed = closed && !(std::holds_alternative<VariableRead>(part.node) ||
                                                   std::holds_alternative<Let>(part.node) ||
                                                   std::holds_alternative<LetSuchThat>(part.node) ||
                                                   std::holds_alternative<Quantifier>(part.node) ||
                                                   std::holds_alternative<SeqComprehension>(part.node) ||
                                                   std::holds_alternative<SetComprehension>(part.node) ||
                                                   std::holds_alternative<MapComprehension>(part.node) ||
                                                   std::holds_alternative<StatementExpr>(part.node));
                          },
                          {}});
    return closed;
}

class RestrictionFinder {
  public:
    RestrictionFinder(const std::vector<const Variable*>& variables, const std::vector<Atom>& atoms,
                      const std::vector<Guard>& conjuncts) {
        for (const Variable* const variable : variables) {
            found_.push_back({variable, {}, {}, {}, {}, {}, {}, {}});
        }
        // From the last to the first: a bound may mention earlier variables, and later ones only through their bounds.
        for (std::size_t i = found_.size(); i-- > 0;) {
            if (carrier(found_[i].variable->type).kind == TypeKind::Nat) {
                found_[i].lower.emplace_back();
            }
            std::size_t last = 0;
            for (const Atom& atom : atoms) {
                if (std::optional<Solved> solved = solve_for(found_[i].variable, atom)) {
                    restrict(i, atom, std::move(*solved));
                    last = atom.place;
                }
            }
            guard(i, conjuncts, last);
            restrict_to_type(i, found_[i].variable->type);
        }
    }

    Restrictions take() { return std::move(found_); }

  private:
    // By what stands before that conjunct and can be evaluated before the variable has a value.
    void guard(std::size_t i, const std::vector<Guard>& conjuncts, std::size_t last) {
        for (std::size_t place = 0; place < last; ++place) {
            const Variables mentioned = variables_in(*conjuncts[place].condition);
            if (std::none_of(found_.begin() + static_cast<std::ptrdiff_t>(i), found_.end(),
                             [&](const Restriction& later) { return mentioned.contains(later.variable); })) {
                found_[i].guards.push_back(conjuncts[place]);
            }
        }
    }

    // By what a declared constraint says of all values of its type.
    void restrict_to_type(std::size_t i, const Type& type) {
        if (type.kind != TypeKind::Subset) {
            return;
        }
        Atoms atoms;
        atoms.add(type.subset->constraint->body.get(), true);
        for (const Atom& atom : atoms.atoms()) {
            std::optional<Solved> solved = solve_for(type.subset->constraint->parameters.front().get(), atom);
            if (solved && is_closed(*solved->other) &&
                std::all_of(solved->sum.summands.begin(), solved->sum.summands.end(),
                            [](const Summand& summand) { return is_closed(*summand.term); })) {
                restrict(i, atom, std::move(*solved));
            }
        }
        restrict_to_type(i, type.subset->base);
    }

    void restrict(std::size_t i, const Atom& atom, Solved solved) {
        Restriction& found = found_[i];
        switch (atom.op) {
        case BinaryOp::Equal:
            if (mentions_later(i, solved.sum)) {
                break;
            }
            if (is_integral(carrier(found.variable->type))) {
                found.equal.push_back(std::move(solved.sum));
            } else if (!solved.converted) {
                found.exactly.push_back(solved.other);
            } else {
                found.lower.push_back(solved.sum);
                found.upper.push_back(std::move(solved.sum));
            }
            break;
        case BinaryOp::Member:
            if (solved.variable_is_left && !solved.converted && !mentions_later(i, solved.sum)) {
                found.element_of.push_back(solved.other);
            }
            break;
        case BinaryOp::Subset: // a finite set has finitely many subsets
            if (solved.variable_is_left && !mentions_later(i, solved.sum)) {
                found.part_of.push_back(solved.other);
            }
            break;
        default: {
            const bool strict = atom.op == BinaryOp::Less;
            solved.sum.offset += !strict ? 0 : solved.variable_is_left ? -1 : 1;
            std::vector<Sum>& side = solved.variable_is_left ? found.upper : found.lower;
            for (Sum& sum : without_later(i, solved.variable_is_left, std::move(solved.sum))) {
                if (side.size() < kMostAlternatives) {
                    side.push_back(std::move(sum));
                }
            }
        }
        }
    }

    bool mentions_later(std::size_t i, const Sum& sum) const {
        return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(i) + 1, found_.end(),
                           [&](const Restriction& later) { return mentions(sum, later.variable); });
    }

    // Weaker bounds that mention no later variable: each is replaced by its own bounds on the side that makes the sum
    // no tighter. Nothing where a later variable has no such bound or is more than a summand.
    std::vector<Sum> without_later(std::size_t i, bool is_upper, Sum bound) const {
        std::vector<Sum> result{std::move(bound)};
        for (std::size_t j = found_.size(); --j > i;) {
            std::vector<Sum> replaced;
            for (const Sum& sum : result) {
                for (Sum& weaker : without(found_[j], is_upper, sum)) {
                    if (!mentions(weaker, found_[i].variable) && replaced.size() < kMostAlternatives) {
                        replaced.push_back(std::move(weaker));
                    }
                }
            }
            result = std::move(replaced);
        }
        return result;
    }

    static std::vector<Sum> without(const Restriction& later, bool is_upper, const Sum& bound) {
        std::vector<Sum> result(1);
        result.front().offset = bound.offset;
        for (const Summand& summand : bound.summands) {
            if (read_variable(*summand.term) == later.variable) {
                std::vector<Sum> alternatives;
                for (const Sum& sum : result) {
                    for (const Sum& replacement : is_upper != summand.negative ? later.upper : later.lower) {
                        add_sum(alternatives.emplace_back(sum), replacement, summand.negative);
                    }
                }
                alternatives.resize(std::min(alternatives.size(), kMostAlternatives));
                result = std::move(alternatives);
            } else if (variables_in(*summand.term).contains(later.variable)) {
                return {};
            } else {
                for (Sum& sum : result) {
                    sum.summands.push_back(summand);
                }
            }
        }
        return result;
    }

    Restrictions found_;
};

// To finitely many values, whatever they are.
bool is_given(const Restriction& restriction) {
    return !restriction.equal.empty() || !restriction.exactly.empty() || !restriction.part_of.empty() ||
           std::any_of(restriction.element_of.begin(), restriction.element_of.end(),
                       [](const Expr* collection) { return !is_infinite(collection->type); });
}

bool is_uncompilable(const Restriction& restriction) {
    switch (carrier(restriction.variable->type).kind) {
    case TypeKind::Bool:
    case TypeKind::Char:
        return false;
    case TypeKind::Int:
    case TypeKind::Nat:
        return !is_given(restriction) && (restriction.lower.empty() || restriction.upper.empty());
    case TypeKind::Real:
    case TypeKind::Bits:
    case TypeKind::Seq:
    case TypeKind::Set:
    case TypeKind::Iset:
    case TypeKind::Multiset:
    case TypeKind::Map:
    case TypeKind::Imap:
    case TypeKind::Reference:
    case TypeKind::Tuple:
    case TypeKind::Parameter:
    case TypeKind::Arrow:
    case TypeKind::Subset:
        return !is_given(restriction);
    case TypeKind::Datatype:
        return !is_given(restriction) && !is_enumeration(restriction.variable->type);
    }
    return true;
}

bool is_allocation_dependent(const Restriction& restriction) {
    return contains_references(restriction.variable->type) && !is_given(restriction) && restriction.element_of.empty();
}

using Order = std::vector<const Variable*>;

Order as_written(const std::vector<VariablePtr>& variables) {
    Order result;
    for (const VariablePtr& variable : variables) {
        result.push_back(variable.get());
    }
    return result;
}

std::vector<Order> two_ways(const Order& order) {
    return {order, Order(order.rbegin(), order.rend())};
}

std::vector<Order> all_ways(const Order& order) {
    std::vector<Order> result = two_ways(order);
    if (order.size() <= 2 || order.size() > kMostPermuted) {
        return result;
    }
    std::vector<std::size_t> places(order.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = i;
    }
    while (std::next_permutation(places.begin(), places.end())) {
        Order permuted;
        for (const std::size_t place : places) {
            permuted.push_back(order[place]);
        }
        result.push_back(std::move(permuted));
    }
    return result;
}

// Of the first of the orders that leaves the fewest variables missing.
template <typename IsMissing>
Restrictions best(const std::vector<Order>& orders, const Atoms& atoms, const IsMissing& is_missing) {
    Restrictions result;
    std::ptrdiff_t fewest = 0;
    for (const Order& order : orders) {
        Restrictions candidate = RestrictionFinder(order, atoms.atoms(), atoms.conjuncts()).take();
        const auto missing = std::count_if(candidate.begin(), candidate.end(), is_missing);
        if (result.empty() || missing < fewest) {
            result = std::move(candidate);
            fewest = missing;
        }
        if (fewest == 0) {
            break;
        }
    }
    return result;
}

template <typename IsMissing>
Order missing(const Restrictions& restrictions, const IsMissing& is_missing) {
    Order result;
    for (const Restriction& restriction : restrictions) {
        if (is_missing(restriction)) {
            result.push_back(restriction.variable);
        }
    }
    return result;
}

Atoms atoms_of(const Quantifier& quantifier) {
    Atoms atoms;
    atoms.add(quantifier.range.get(), true);
    atoms.add(quantifier.body.get(), quantifier.kind == QuantifierKind::Exists);
    return atoms;
}

template <typename Comprehension>
Atoms atoms_of_range(const Comprehension& comprehension) {
    Atoms atoms;
    atoms.add(comprehension.range.get(), true);
    return atoms;
}

Atoms atoms_of(const ForallStatement& statement) {
    Atoms atoms;
    atoms.add(statement.range.get(), true);
    return atoms;
}

} // namespace

Restrictions restrictions(const Quantifier& quantifier) {
    return best(all_ways(as_written(quantifier.variables)), atoms_of(quantifier), is_uncompilable);
}

Restrictions restrictions(const SetComprehension& comprehension) {
    return best(all_ways(as_written(comprehension.variables)), atoms_of_range(comprehension), is_uncompilable);
}

Restrictions restrictions(const MapComprehension& comprehension) {
    return best(all_ways(as_written(comprehension.variables)), atoms_of_range(comprehension), is_uncompilable);
}

Restrictions restrictions(const ForallStatement& statement) {
    return best(all_ways(as_written(statement.variables)), atoms_of(statement), is_uncompilable);
}

Restrictions restrictions(const AssignSuchThat& statement) {
    Order order;
    for (const Target& target : statement.targets) {
        if (const auto* const variable = std::get_if<VariableTarget>(&target.node)) {
            order.push_back(variable->variable);
        }
    }
    Atoms atoms;
    atoms.add(statement.constraint.get(), true);
    return best(all_ways(order), atoms, is_uncompilable);
}

Restrictions restrictions(const LetSuchThat& let) {
    Atoms atoms;
    atoms.add(let.constraint.get(), true);
    return best(all_ways(as_written(let.variables)), atoms, is_uncompilable);
}

// All integers can be tried one after the other until one will do, for there is one.
Order uncompilable_variables(const LetSuchThat& let) {
    return missing(restrictions(let), [](const Restriction& restriction) {
        const TypeKind kind = base_type(restriction.variable->type).kind;
        return kind != TypeKind::Int && kind != TypeKind::Nat && is_uncompilable(restriction);
    });
}

Order uncompilable_variables(const Quantifier& quantifier) {
    return missing(best(two_ways(as_written(quantifier.variables)), atoms_of(quantifier), is_uncompilable),
                   is_uncompilable);
}

Order uncompilable_variables(const ForallStatement& statement) {
    return missing(best({as_written(statement.variables)}, atoms_of(statement), is_uncompilable), is_uncompilable);
}

Order infinite_variables(const SetComprehension& comprehension) {
    return missing(best(two_ways(as_written(comprehension.variables)), atoms_of_range(comprehension), is_uncompilable),
                   is_uncompilable);
}

Order infinite_variables(const MapComprehension& comprehension) {
    return missing(best(two_ways(as_written(comprehension.variables)), atoms_of_range(comprehension), is_uncompilable),
                   is_uncompilable);
}

namespace {

template <typename Node>
Order allocation_dependent(const Node& node, const Atoms& atoms) {
    Order result =
        missing(best(two_ways(as_written(node.variables)), atoms, is_allocation_dependent), is_allocation_dependent);
    std::erase_if(result, [&](const Variable* variable) { return atoms.parts().contains(variable); });
    return result;
}

} // namespace

Order allocation_dependent_variables(const Quantifier& quantifier) {
    return allocation_dependent(quantifier, atoms_of(quantifier));
}

Order allocation_dependent_variables(const SetComprehension& comprehension) {
    return allocation_dependent(comprehension, atoms_of_range(comprehension));
}

Order allocation_dependent_variables(const MapComprehension& comprehension) {
    return allocation_dependent(comprehension, atoms_of_range(comprehension));
}

} // namespace daphnia::typed
