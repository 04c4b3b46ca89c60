// Constraints in, values worth trying out; see the header.
#include "encode/candidates.h"

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

std::vector<Term> candidates(Vocabulary& vocabulary, const typed::Expr& constraint,
                             const std::vector<const typed::Variable*>& chosen, const typed::Variable* variable,
                             const typed::Type& declared, const std::function<Term(const typed::Expr&)>& term) {
    const typed::Type type = typed::carrier(declared);
    logic::TermStore& store = vocabulary.store();
    std::vector<const typed::Binary*> conjuncts;
    collect_conjuncts(constraint, conjuncts);
    std::vector<Term> result;
    const Term one = store.integer(1);
    for (const typed::Binary* conjunct : conjuncts) {
        const bool on_left = variable != nullptr && typed::read_variable(*conjunct->left) == variable;
        const bool on_right = variable != nullptr && typed::read_variable(*conjunct->right) == variable;
        if (on_left == on_right) {
            continue;
        }
        const typed::Expr& other = on_left ? *conjunct->right : *conjunct->left;
        if (mentions_any(other, chosen)) {
            continue;
        }
        const auto add_neighbour = [&](bool above) {
            result.push_back(above ? store.add(term(other), one) : store.subtract(term(other), one));
        };
        switch (conjunct->op) {
        case typed::BinaryOp::Equal:
        case typed::BinaryOp::LessEqual:
        case typed::BinaryOp::GreaterEqual:
            result.push_back(term(other));
            break;
        case typed::BinaryOp::Less:
            add_neighbour(on_right);
            break;
        case typed::BinaryOp::Greater:
            add_neighbour(on_left);
            break;
        case typed::BinaryOp::Member:
            if (on_left && other.type.kind == typed::TypeKind::Seq) {
                result.push_back(store.apply(vocabulary.sorts.seq(other.type).at, {term(other), store.integer(0)}));
            }
            break;
        default:
            break;
        }
    }
    if (declared.kind == typed::TypeKind::Subset && declared.subset->witness != nullptr) {
        result.push_back(store.apply(vocabulary.functions.symbols(*declared.subset->witness).layers.back(), {}));
    }
    switch (type.kind) {
    case typed::TypeKind::Bool:
        result.push_back(store.true_());
        result.push_back(store.false_());
        break;
    case typed::TypeKind::Int:
    case typed::TypeKind::Nat:
    case typed::TypeKind::Char:
        result.push_back(store.integer(0));
        break;
    case typed::TypeKind::Real:
        result.push_back(store.real(0));
        break;
    case typed::TypeKind::Bits:
        result.push_back(store.bits(0, bits_held(type)));
        break;
    case typed::TypeKind::Seq:
        result.push_back(store.apply(vocabulary.sorts.seq(type).empty, {}));
        break;
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap:
        result.push_back(store.apply(vocabulary.sorts.map(type).empty, {}));
        break;
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
        result.push_back(store.apply(vocabulary.sorts.set(type).empty, {}));
        break;
    case typed::TypeKind::Multiset:
        result.push_back(store.apply(vocabulary.sorts.multiset(type).empty, {}));
        break;
    case typed::TypeKind::Reference:
        if (type.nullable) {
            result.push_back(vocabulary.heap.null());
        }
        break;
    case typed::TypeKind::Datatype: // only those that need nothing
        for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
            if (type.datatype->constructors[i].fields.empty()) {
                result.push_back(vocabulary.datatypes.construct(type, i, {}));
            }
        }
        break;
    case typed::TypeKind::Parameter: // a nonempty one has some value
        if (typed::is_nonempty(type)) {
            result.push_back(vocabulary.membership.some_value(type));
        }
        break;
    case typed::TypeKind::Tuple:
    case typed::TypeKind::Subset:
    case typed::TypeKind::Arrow:
        break;
    }
    return result;
}

namespace {

// Which candidate is taken for each variable.
using Choice = std::vector<std::size_t>;

// All choices in order, the first variable being the fastest.
std::vector<Choice> all_choices(const std::vector<std::vector<Term>>& candidates) {
    std::vector<Choice> result{{}};
    for (const std::vector<Term>& values : candidates) {
        std::vector<Choice> longer;
        for (std::size_t i = 0; i < values.size(); ++i) {
            for (const Choice& before : result) {
                longer.push_back(before);
                longer.back().push_back(i);
            }
        }
        result = std::move(longer);
    }
    return result;
}

// Of too many: for each i the i-th candidates of all variables, as what comes first is what the constraint says and
// what comes last is the simplest value; then from each of these, one variable at a time, the others.
std::vector<Choice> some_choices(const std::vector<std::vector<Term>>& candidates) {
    std::size_t most = 0;
    for (const std::vector<Term>& values : candidates) {
        most = std::max(most, values.size());
    }
    std::vector<Choice> result;
    const auto add = [&](Choice choice) {
        if (result.size() < kMostCombinations && std::find(result.begin(), result.end(), choice) == result.end()) {
            result.push_back(std::move(choice));
        }
    };
    const auto alike = [&](std::size_t i) {
        Choice choice;
        for (const std::vector<Term>& values : candidates) {
            choice.push_back(std::min(i, values.size() - 1));
        }
        return choice;
    };
    for (std::size_t i = 0; i < most; ++i) {
        add(alike(i));
    }
    for (std::size_t i = 0; i < most && result.size() < kMostCombinations; ++i) {
        for (std::size_t variable = 0; variable < candidates.size(); ++variable) {
            for (std::size_t other = 0; other < candidates[variable].size(); ++other) {
                Choice choice = alike(i);
                choice[variable] = other;
                add(std::move(choice));
            }
        }
    }
    return result;
}

// Each variable has a candidate.
bool are_few(const std::vector<std::vector<Term>>& candidates) {
    std::size_t ways = 1;
    for (const std::vector<Term>& values : candidates) {
        ways *= values.size();
        if (ways > kMostCombinations) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<std::vector<Term>> combinations(const std::vector<std::vector<Term>>& candidates) {
    if (std::any_of(candidates.begin(), candidates.end(), [](const auto& values) { return values.empty(); })) {
        return {};
    }
    std::vector<std::vector<Term>> result;
    for (const Choice& choice : are_few(candidates) ? all_choices(candidates) : some_choices(candidates)) {
        result.emplace_back();
        for (std::size_t variable = 0; variable < choice.size(); ++variable) {
            result.back().push_back(candidates[variable][choice[variable]]);
        }
    }
    return result;
}

} // namespace daphnia::encode
