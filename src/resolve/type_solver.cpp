// Types with unknowns, and constraints between them; see the header.
#include "resolve/type_solver.h"

#include <algorithm>
#include <utility>

namespace daphnia::resolve {

using typed::Type;
using typed::TypeKind;

namespace {

constexpr int kDeepest = 40; // of types within types: what lies deeper is taken for a circle

// A type as the head of a term: without arguments, and without what is no matter of subset types here.
Type as_head(const Type& type) {
    Type result = type;
    result.arguments.clear();
    result.ghost_components.clear();
    result.arrow = typed::ArrowKind::Total;
    result.nullable = false;
    if (type.kind == TypeKind::Subset && type.subset->origin != nullptr) {
        result.subset = type.subset->origin;
    }
    return result;
}

// Of an instance of a generic subset type those that it is an instance for.
const std::vector<Type>& written_arguments(const Type& type) {
    return type.kind == TypeKind::Subset ? type.subset->type_arguments : type.arguments;
}

} // namespace

// ---- terms

TypeSolver::Term TypeSolver::unknown(bool keeps) {
    Node node;
    node.keeps = keeps;
    terms_.push_back(std::move(node));
    return terms_.size() - 1;
}

TypeSolver::Term TypeSolver::made_of(Type head, std::vector<Term> arguments) {
    Node node;
    node.open = node.unknown = false;
    node.head = as_head(head);
    node.arguments = std::move(arguments);
    terms_.push_back(std::move(node));
    return terms_.size() - 1;
}

TypeSolver::Term TypeSolver::known(const Type& type, const Arguments& arguments) {
    if (type.kind == TypeKind::Parameter) {
        const auto found = arguments.find(type.parameter);
        if (found != arguments.end()) {
            return found->second;
        }
    }
    std::vector<Term> parts;
    for (const Type& argument : written_arguments(type)) {
        const Term part = known(argument, arguments);
        // What a type parameter stands for within another type is not widened.
        terms_[part].keeps = terms_[part].keeps || (terms_[part].unknown && type.kind != TypeKind::Arrow);
        parts.push_back(part);
    }
    return made_of(type, std::move(parts));
}

TypeSolver::Term TypeSolver::head(Term term) const {
    while (terms_[term].same) {
        term = *terms_[term].same;
    }
    return term;
}

bool TypeSolver::is_subset(Term term) const {
    const Node& node = terms_[head(term)];
    return !node.open &&
           (node.head.kind == TypeKind::Nat || (node.head.kind == TypeKind::Subset && !node.head.subset->newtype));
}

std::vector<TypeSolver::Term> TypeSolver::tower(Term term) {
    std::vector<Term> result{head(term)};
    while (is_subset(result.back())) {
        const Node of = terms_[result.back()];
        if (of.head.kind == TypeKind::Nat) {
            result.push_back(known(typed::int_type()));
            continue;
        }
        const typed::SubsetType& subset = *of.head.subset;
        Arguments arguments;
        for (std::size_t i = 0; i < of.arguments.size(); ++i) {
            arguments.emplace(subset.type_parameters.at(i).get(), of.arguments[i]);
        }
        result.push_back(known(subset.base, arguments));
    }
    std::reverse(result.begin(), result.end());
    return result;
}

TypeSolver::Term TypeSolver::base(Term term) {
    return is_subset(term) ? tower(term).front() : head(term);
}

TypeSolver::Term TypeSolver::with_head(Term term, const Type& shape) {
    if (is_open(term)) {
        solve(false);
    }
    const Term now = base(term);
    if (is_open(now)) {
        std::vector<Term> parts;
        for (std::size_t i = 0; i < shape.arguments.size(); ++i) {
            parts.push_back(unknown());
        }
        become(now, made_of(shape, std::move(parts)), true);
    }
    return base(term);
}

void TypeSolver::only_base(Term term) {
    if (is_open(term)) {
        terms_[head(term)].only_base = true;
        numbers_.emplace_back(term, typed::int_type());
    }
}

void TypeSolver::number(Term term, const Type& otherwise) {
    if (is_open(term)) {
        terms_[head(term)].only_base = true;
        terms_[head(term)].literal = true;
        numbers_.emplace_back(term, otherwise);
    }
}

// Nothing where something in it is unknown, or has been left out.
std::optional<Type> TypeSolver::exactly(Term term) const {
    const Node& node = terms_[head(term)];
    if (node.open || typed::is_reference(node.head) || node.head.kind == TypeKind::Arrow ||
        node.head.kind == TypeKind::Tuple) {
        return std::nullopt;
    }
    Type type = node.head;
    std::vector<Type> arguments;
    for (const Term argument : node.arguments) {
        const std::optional<Type> part = exactly(argument);
        if (!part) {
            return std::nullopt;
        }
        arguments.push_back(*part);
    }
    if (type.kind == TypeKind::Subset && !arguments.empty()) {
        return typed::subset_type(&typed::instance_of(*type.subset, arguments));
    }
    type.arguments = std::move(arguments);
    return type;
}

Type TypeSolver::result(Term term, const Type& shape) const {
    const Node& node = terms_[head(term)];
    if (node.open) {
        return shape;
    }
    if (node.head.kind == TypeKind::Subset && !node.arguments.empty()) {
        std::vector<Type> arguments;
        for (const Term argument : node.arguments) {
            const std::optional<Type> type = exactly(argument);
            if (!type) {
                return shape;
            }
            arguments.push_back(*type);
        }
        return typed::subset_type(&typed::instance_of(*node.head.subset, arguments));
    }
    if (node.head.kind == TypeKind::Nat || node.head.kind == TypeKind::Subset) {
        return node.head;
    }
    if (shape.kind == TypeKind::Arrow || typed::is_reference(shape) || shape.kind != node.head.kind ||
        shape.arguments.size() != node.arguments.size()) {
        return shape;
    }
    Type result = shape;
    for (std::size_t i = 0; i < result.arguments.size(); ++i) {
        if (typed::grows_with_argument(shape, i)) {
            result.arguments[i] = this->result(node.arguments[i], shape.arguments[i]);
        }
    }
    return result;
}

// ---- heads

TypeSolver::Direction TypeSolver::direction(const Type& head, std::size_t argument, std::size_t count) const {
    switch (head.kind) {
    case TypeKind::Reference:
    case TypeKind::Subset: // a generic one
        return Direction::Same;
    case TypeKind::Arrow:
        return argument + 1 < count ? Direction::Down : Direction::Up;
    case TypeKind::Datatype:
        switch (head.datatype->type_parameters.at(argument)->variance) {
        case typed::Variance::Invariant:
            return Direction::Same;
        case typed::Variance::Covariant:
            return Direction::Up;
        case typed::Variance::Contravariant:
            return Direction::Down;
        }
        break;
    default:
        break;
    }
    return Direction::Up;
}

// Whether nothing is above the type, or nothing but its subset types below; of the head alone, whether it is no subset
// type.
TypeSolver::Ends TypeSolver::ends(Term term) const {
    const Node& node = terms_[head(term)];
    if (node.open) {
        return {false, false, false};
    }
    if (is_subset(term)) {
        return {false, true, false};
    }
    Ends result{true, true, true};
    const bool map = typed::is_map(node.head);
    for (std::size_t i = 0; i < node.arguments.size(); ++i) {
        const Ends part = ends(node.arguments[i]);
        switch (direction(node.head, i, node.arguments.size())) {
        case Direction::Up:
            result.root = result.root && part.root;
            result.leaf = result.leaf && (map ? part.root : part.leaf);
            break;
        case Direction::Down:
            result.root = result.root && part.leaf && node.head.kind == TypeKind::Arrow;
            result.leaf = result.leaf && part.root;
            break;
        case Direction::Same:
            break;
        }
    }
    return result;
}

bool TypeSolver::same_head(Term a, Term b) const {
    const Node& left = terms_[head(a)];
    const Node& right = terms_[head(b)];
    return left.open || right.open ? head(a) == head(b)
                                   : left.head == right.head && left.arguments.size() == right.arguments.size();
}

bool TypeSolver::equal(Term a, Term b, bool keeps) {
    const Term left = seen(a, keeps);
    const Term right = seen(b, keeps);
    if (left == right) {
        return true;
    }
    if (!same_head(left, right) || is_open(left)) {
        return false;
    }
    for (std::size_t i = 0; i < terms_[left].arguments.size(); ++i) {
        if (!equal(terms_[left].arguments[i], terms_[right].arguments[i], keeps)) {
            return false;
        }
    }
    return true;
}

// The lowest types above both that have one head.
bool TypeSolver::from_same_head(Term a, Term b, Term& first, Term& second) {
    const std::vector<Term> left = tower(a);
    const std::vector<Term> right = tower(b);
    for (std::size_t n = std::min(left.size(), right.size()); n > 0; --n) {
        if (same_head(left[n - 1], right[n - 1])) {
            first = left[n - 1];
            second = right[n - 1];
            return true;
        }
    }
    return false;
}

TypeSolver::Term TypeSolver::with_unknown_arguments(Term term) {
    const Term known = head(term);
    const std::size_t count = terms_[known].arguments.size();
    if (count == 0) {
        return known;
    }
    std::vector<Term> parts;
    for (std::size_t i = 0; i < count; ++i) {
        parts.push_back(unknown());
    }
    return made_of(terms_[known].head, std::move(parts));
}

bool TypeSolver::determined(Term term) const {
    const Node& node = terms_[head(term)];
    return !node.open && std::all_of(node.arguments.begin(), node.arguments.end(),
                                     [&](Term argument) { return determined(argument); });
}

// ---- constraints

void TypeSolver::subtype(Term super, Term sub, bool keeps, bool decide) {
    keeps = keeps || terms_[super].keeps || terms_[sub].keeps;
    const Term larger = seen(super, keeps);
    const Term smaller = seen(sub, keeps);
    const bool plain = !is_open(larger) && !is_open(smaller) && terms_[larger].arguments.empty();
    if (larger == smaller || plain) {
        return;
    }
    const Node& small = terms_[smaller];
    if (small.open && small.literal && small.above.empty() && small.below.empty() && !is_open(larger)) {
        become(smaller, larger, false); // nothing else will ask for it
        return;
    }
    all_.push_back({larger, smaller, keeps});
    const std::size_t number = all_.size() - 1;
    open_.push_back(number);
    if (is_open(smaller)) {
        terms_[smaller].above.push_back(number);
    }
    if (is_open(larger)) {
        terms_[larger].below.push_back(number);
    }
    if (is_open(smaller) != is_open(larger)) {
        take_known_end(is_open(smaller) ? smaller : larger, keeps, decide);
    }
}

void TypeSolver::same_type(Term a, Term b) {
    for (const auto& [one, other] : {std::pair(a, b), std::pair(b, a)}) {
        const Term open = head(one);
        if (is_open(open) && !reaches(other, open, 1)) {
            terms_[open].same = head(other);
        }
    }
    subtype(a, b, true, false);
    subtype(b, a, true, false);
}

// An unknown is found: whatever it is compared with is told, as far as that leaves no choice.
void TypeSolver::become(Term unknown, Term type, bool keeps) {
    const bool only_base = terms_[unknown].only_base;
    const Term found = seen(type, keeps && !only_base);
    if (found == unknown) {
        return;
    }
    terms_[unknown].same = found;
    const Ends of_found = ends(found);
    const std::vector<std::size_t> above = terms_[unknown].above;
    for (const std::size_t number : above) {
        const Term super = seen(all_[number].super, keeps);
        if (!is_open(super)) {
            impose(super, found);
        } else if (of_found.root && super != found) {
            become(super, found, keeps);
        }
    }
    const std::vector<std::size_t> below = terms_[unknown].below;
    for (const std::size_t number : below) {
        const Term sub = seen(all_[number].sub, keeps);
        if (!is_open(sub)) {
            impose(found, sub);
        } else if (of_found.leaf && sub != found) {
            become(sub, found, keeps);
        }
    }
}

// Both heads are known: what follows for the arguments.
void TypeSolver::impose(Term super, Term sub) {
    const Term larger = head(super);
    for (const Term step : [&] {
             std::vector<Term> up = tower(sub);
             std::reverse(up.begin(), up.end());
             return up;
         }()) {
        if (!same_head(larger, step)) {
            continue;
        }
        const Type of = terms_[larger].head;
        const std::size_t count = terms_[larger].arguments.size();
        const bool keeps = of.kind != TypeKind::Arrow;
        for (std::size_t i = 0; i < count; ++i) {
            const Term a = terms_[larger].arguments[i];
            const Term b = terms_[step].arguments[i];
            const Direction way = direction(of, i, count);
            if (way != Direction::Down) {
                subtype(a, b, keeps, false);
            }
            if (way != Direction::Up) {
                subtype(b, a, keeps, false);
            }
        }
        return;
    }
}

std::vector<TypeSolver::Term> TypeSolver::neighbours(Term unknown, bool below, std::optional<bool> keeps) {
    std::vector<Term> result;
    const std::vector<std::size_t> numbers = below ? terms_[unknown].below : terms_[unknown].above;
    for (const std::size_t number : numbers) {
        const Constraint constraint = all_[number];
        result.push_back(seen(below ? constraint.sub : constraint.super, keeps.value_or(constraint.keeps)));
    }
    return result;
}

std::vector<TypeSolver::Term> TypeSolver::below_and_assigned(Term unknown) {
    std::vector<Term> result = neighbours(unknown, true, true);
    for (const Condition& condition : conditions_) {
        if (condition.kind == Kind::Assignable && head(condition.first) == unknown) {
            result.push_back(head(condition.second));
        }
    }
    return result;
}

bool TypeSolver::reaches(Term from, Term unknown, int direction) {
    std::set<Term> visited;
    return reaches(from, unknown, direction, visited, 0);
}

// Whether it would be a part of itself.
bool TypeSolver::reaches(Term from, Term unknown, int direction, std::set<Term>& visited, int depth) {
    const Term now = base(from);
    if (depth > kDeepest) {
        return true;
    }
    if (!is_open(now)) {
        const std::vector<Term> parts = terms_[now].arguments;
        const Type of = terms_[now].head;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Direction way = this->direction(of, i, parts.size());
            const int turned = way == Direction::Up ? direction : way == Direction::Down ? -direction : 0;
            if (reaches(parts[i], unknown, turned, visited, depth + 1)) {
                return true;
            }
        }
        return false;
    }
    if (now == unknown) {
        return true;
    }
    if (!visited.insert(now).second) {
        return false;
    }
    for (const bool below : {true, false}) {
        if (below ? direction < 0 : direction > 0) {
            continue;
        }
        for (const Term next : neighbours(now, below, std::nullopt)) {
            if (reaches(next, unknown, direction, visited, depth)) {
                return true;
            }
        }
    }
    return false;
}

// What is not larger than anything else can only be the unknown itself; where decisions are made, also what is not
// smaller.
bool TypeSolver::take_known_end(Term unknown, bool keeps, bool decide) {
    const auto take = [&](bool below) {
        for (const Term end : neighbours(unknown, below, keeps ? std::optional(true) : std::nullopt)) {
            const Ends of_end = ends(end);
            const bool whole = below ? of_end.root : of_end.leaf;
            const bool of_head = below ? of_end.head : !is_open(end);
            if ((whole || of_head) && !reaches(end, unknown, below ? 1 : -1)) {
                become(unknown, whole ? end : with_unknown_arguments(end), keeps);
                return true;
            }
        }
        return false;
    };
    return take(true) || (decide && take(false));
}

} // namespace daphnia::resolve
