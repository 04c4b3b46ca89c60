// Assign-such-that: a value exists, and then it is any such value.
#include "encode/procedure.h"
#include "encode/triggers.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

constexpr std::size_t kMostCombinations = 24;

void collect_conjuncts(const typed::Expr& expr, std::vector<const typed::Binary*>& out) {
    if (const auto* binary = std::get_if<typed::Binary>(&expr.node)) {
        if (binary->op == typed::BinaryOp::And) {
            collect_conjuncts(*binary->left, out);
            collect_conjuncts(*binary->right, out);
        } else {
            out.push_back(binary);
        }
    }
}

bool mentions_any(const typed::Expr& expr, const std::vector<const typed::Variable*>& variables) {
    bool found = false;
    typed::for_each_below(expr, {[&](const typed::Expr& below) {
                                     const typed::Variable* variable = typed::read_variable(below);
                                     found = found ||
                                             std::find(variables.begin(), variables.end(), variable) != variables.end();
                                 },
                                 [](const typed::Stmt&) {}});
    return found;
}

} // namespace

Scope ProcedureEncoder::with_values(const std::vector<Place>& targets, const std::vector<Term>& values) const {
    Scope result = scope_;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (targets[i].variable != nullptr) {
            result.values[targets[i].variable] = values[i];
        } else {
            Term& heap = result.now.heaps.at(typed::to_string(targets[i].type));
            heap = store_.store(heap, targets[i].array,
                                store_.store(store_.select(heap, targets[i].array), targets[i].index, values[i]));
        }
    }
    return result;
}

// Values worth trying, because the prover finds no witness where the constraint has nothing to match on: the other side
// of an equation, the ends of a range, an element of a sequence, and the simplest values of the type.
std::vector<Term> ProcedureEncoder::candidates(const typed::AssignSuchThat& node, const Place& target) {
    std::vector<const typed::Variable*> assigned;
    for (const typed::Target& other : node.targets) {
        if (const auto* variable = std::get_if<typed::VariableTarget>(&other.node)) {
            assigned.push_back(variable->variable);
        }
    }
    std::vector<const typed::Binary*> conjuncts;
    collect_conjuncts(*node.constraint, conjuncts);
    std::vector<Term> result;
    const Term one = store_.integer(1);
    for (const typed::Binary* conjunct : conjuncts) {
        const bool on_left = target.variable != nullptr && typed::read_variable(*conjunct->left) == target.variable;
        const bool on_right = target.variable != nullptr && typed::read_variable(*conjunct->right) == target.variable;
        if (on_left == on_right) {
            continue;
        }
        const typed::Expr& other = on_left ? *conjunct->right : *conjunct->left;
        if (mentions_any(other, assigned)) {
            continue;
        }
        const auto add_neighbour = [&](bool above) {
            result.push_back(above ? store_.add(pure(other), one) : store_.subtract(pure(other), one));
        };
        switch (conjunct->op) {
        case typed::BinaryOp::Equal:
        case typed::BinaryOp::LessEqual:
        case typed::BinaryOp::GreaterEqual:
            result.push_back(pure(other));
            break;
        case typed::BinaryOp::Less:
            add_neighbour(on_right);
            break;
        case typed::BinaryOp::Greater:
            add_neighbour(on_left);
            break;
        case typed::BinaryOp::Member:
            if (on_left && other.type.kind == typed::TypeKind::Seq) {
                result.push_back(store_.apply(vocabulary_.seq(other.type).at, {pure(other), store_.integer(0)}));
            }
            break;
        default:
            break;
        }
    }
    switch (target.type.kind) {
    case typed::TypeKind::Bool:
        result.push_back(store_.true_());
        result.push_back(store_.false_());
        break;
    case typed::TypeKind::Int:
    case typed::TypeKind::Nat:
    case typed::TypeKind::Char:
        result.push_back(store_.integer(0));
        break;
    case typed::TypeKind::Seq:
        result.push_back(store_.apply(vocabulary_.seq(target.type).empty, {}));
        break;
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
        result.push_back(store_.apply(vocabulary_.map(target.type).empty, {}));
        break;
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
        result.push_back(store_.apply(vocabulary_.set(target.type).empty, {}));
        break;
    case typed::TypeKind::Multiset:
        result.push_back(store_.apply(vocabulary_.multiset(target.type).empty, {}));
        break;
    case typed::TypeKind::NullableArray:
        result.push_back(vocabulary_.null());
        break;
    case typed::TypeKind::Array:
    case typed::TypeKind::Tuple:
        break;
    }
    return result;
}

Term ProcedureEncoder::exists_value(const typed::AssignSuchThat& node, const std::vector<Place>& targets) {
    const auto holds = [&](const std::vector<Term>& values) {
        Scope trial = with_values(targets, values);
        std::vector<Term> all;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            all.push_back(vocabulary_.is(targets[i].type, values[i], &scope_.now));
        }
        all.push_back(Expressions(vocabulary_, trial).encode(*node.constraint));
        return store_.and_(std::move(all));
    };
    std::vector<std::vector<Term>> combinations{{}};
    for (const Place& target : targets) {
        std::vector<std::vector<Term>> longer;
        for (const Term value : candidates(node, target)) {
            for (const auto& chosen : combinations) {
                longer.push_back(chosen);
                longer.back().push_back(value);
            }
        }
        combinations = std::move(longer);
    }
    if (combinations.size() > kMostCombinations) {
        combinations.resize(kMostCombinations);
    }
    std::vector<Term> ways;
    for (const auto& values : combinations) {
        ways.push_back(holds(values));
    }
    std::vector<Term> bound;
    for (const Place& target : targets) {
        bound.push_back(store_.fresh_variable("v", vocabulary_.sort(target.type)));
    }
    const Term body = holds(bound);
    ways.push_back(store_.exists({"such that", bound, select_triggers(bound, body), 0}, body));
    return store_.or_(std::move(ways));
}

void ProcedureEncoder::operator()(const typed::AssignSuchThat& node) {
    const std::vector<Place> targets = places(node.targets);
    const auto arbitrary = [&] {
        std::vector<Term> values;
        for (const Place& target : targets) {
            values.push_back(store_.fresh_variable("any", vocabulary_.sort(target.type)));
            blocks_.emit(ivl::Havoc{values.back()});
            assume(vocabulary_.is(target.type, values.back(), &scope_.now));
        }
        return values;
    };
    const Scope outer = scope_;
    const auto flags = assigned_; // within the constraint the targets have values
    for (const Place& target : targets) {
        assigned_.erase(target.variable);
    }
    aside("such that", [&] {
        scope_ = with_values(targets, arbitrary());
        checked(*node.constraint);
        scope_ = outer;
    });
    if (!node.assumed) {
        require(exists_value(node, targets), {ivl::ObligationKind::AssignSuchThat, current_->range, {}, {}});
    }
    const std::vector<Term> values = arbitrary();
    scope_ = with_values(targets, values);
    assume_clause(*node.constraint);
    scope_ = outer;
    assigned_ = flags;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        write(targets[i], values[i]);
    }
}

} // namespace daphnia::encode
