// Constraints between types with unknowns, and the order of decisions; see the header.
#include "resolve/type_solver.h"

#include "support/error.h"

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
    result.kind = type.kind == TypeKind::NullableArray ? TypeKind::Array : type.kind;
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
    if (node.open || node.head.kind == TypeKind::Array || node.head.kind == TypeKind::Arrow ||
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
    if (shape.kind == TypeKind::Arrow || typed::is_array(shape) || shape.kind != node.head.kind ||
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
    case TypeKind::Array:
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

// ---- joins

std::optional<TypeSolver::Term> TypeSolver::extremum(Term a, Term b, bool join) {
    if (is_open(a) || is_open(b)) {
        return head(a) == head(b) ? std::optional(head(a)) : std::nullopt;
    }
    if (!same_head(a, b)) {
        return std::nullopt;
    }
    const Type of = terms_[head(a)].head;
    const std::vector<Term> left = arguments(a);
    const std::vector<Term> right = arguments(b);
    if (left.empty()) {
        return head(a);
    }
    std::vector<Term> parts;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!typed::is_collection(of) && (is_open(left[i]) || is_open(right[i]))) {
            parts.push_back(is_open(left[i]) ? right[i] : left[i]);
            continue;
        }
        const Direction way = direction(of, i, left.size());
        std::optional<Term> part;
        if (way == Direction::Same) {
            part = equal(left[i], right[i], false) ? std::optional(left[i]) : std::nullopt;
        } else {
            part = join == (way == Direction::Up) ? this->join(left[i], right[i]) : meet(left[i], right[i]);
        }
        if (!part) {
            return std::nullopt;
        }
        parts.push_back(*part);
    }
    return made_of(of, std::move(parts));
}

std::optional<TypeSolver::Term> TypeSolver::join(Term a, Term b) {
    if (equal(a, b, true)) {
        return head(a);
    }
    const std::vector<Term> left = tower(a);
    const std::vector<Term> right = tower(b);
    for (std::size_t n = std::min(left.size(), right.size()); n > 1; --n) {
        if (same_head(left[n - 1], right[n - 1])) {
            return left[n - 1];
        }
    }
    return extremum(left.front(), right.front(), true);
}

std::optional<TypeSolver::Term> TypeSolver::meet(Term a, Term b) {
    std::vector<Term> left = tower(a);
    std::vector<Term> right = tower(b);
    if (left.size() > right.size()) {
        std::swap(left, right);
    }
    if (left.size() < right.size()) {
        return equal(left.back(), right[left.size() - 1], false) && same_head(left.back(), right[left.size() - 1])
                   ? std::optional(right.back())
                   : std::nullopt;
    }
    if (left.size() > 1) {
        return same_head(left.back(), right.back()) ? std::optional(left.back()) : std::nullopt;
    }
    return extremum(left.front(), right.front(), false);
}

std::vector<TypeSolver::Term> TypeSolver::merged(const std::vector<Term>& types, std::vector<Term> into, bool join) {
    for (const Term type : types) {
        if (is_open(type)) {
            continue;
        }
        bool found = false;
        for (Term& each : into) {
            if (const std::optional<Term> both = join ? this->join(each, type) : meet(each, type)) {
                each = *both;
                found = true;
                break;
            }
        }
        if (!found) {
            into.push_back(type);
        }
    }
    return into;
}

bool TypeSolver::take_extremum(Term unknown) {
    const std::vector<Term> joins = merged(neighbours(unknown, true, std::nullopt), {}, true);
    if (joins.size() == 1 && !reaches(joins.front(), unknown, 1)) {
        become(unknown, joins.front(), false);
        return true;
    }
    const std::vector<Term> meets = merged(neighbours(unknown, false, std::nullopt), {}, false);
    if (meets.size() == 1 && !reaches(meets.front(), unknown, -1)) {
        become(unknown, meets.front(), false);
        return true;
    }
    return false;
}

// ---- conditions, which wait until enough is known

void TypeSolver::assignable(Term to, Term from) {
    condition({Kind::Assignable, head(to), head(from)});
}

void TypeSolver::bound(Term variable, Term value) {
    if (is_open(variable) && !is_open(value)) {
        become(head(variable), value, true);
    } else {
        assignable(variable, value);
    }
}

void TypeSolver::equatable(Term a, Term b) {
    condition({Kind::Equatable, head(a), head(b)});
}

void TypeSolver::element_of(Term element, Term collection) {
    condition({Kind::Element, head(collection), head(element)});
}

void TypeSolver::indexed(Term collection, Term index, Term result) {
    condition({Kind::Indexable, head(collection), head(collection)});
    condition({Kind::Index, head(collection), head(index)});
    condition({Kind::Result, head(collection), result});
}

void TypeSolver::sliced(Term collection, Term result) {
    condition({Kind::Indexable, head(collection), head(collection)});
    condition({Kind::Result, head(collection), result});
}

void TypeSolver::updated(Term collection, Term index, Term value) {
    condition({Kind::Update, head(collection), head(index), head(value)});
}

void TypeSolver::multiset_of(Term collection, Term element) {
    condition({Kind::MultisetOf, head(collection), head(element)});
}

bool TypeSolver::nothing_flows_into(Term term) const {
    const Term unknown = head(term);
    return is_open(unknown) && terms_[unknown].below.empty() &&
           std::none_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
               return condition.kind == Kind::Assignable && head(condition.first) == unknown;
           });
}

void TypeSolver::assign_arguments(const Type& head, const std::vector<Term>& to, const std::vector<Term>& from) {
    for (std::size_t i = 0; i < to.size() && i < from.size(); ++i) {
        switch (direction(head, i, to.size())) {
        case Direction::Up:
            assignable(to[i], from[i]);
            break;
        case Direction::Down:
            assignable(from[i], to[i]);
            break;
        case Direction::Same:
            same_type(to[i], from[i]);
            break;
        }
    }
}

void TypeSolver::assign_known(Term to, Term from, bool decide) {
    if (ends(to).root) {
        subtype(to, from, true, decide);
        return;
    }
    const Term any = with_unknown_arguments(to);
    const Type of = terms_[head(to)].head;
    subtype(any, from, false, decide);
    assign_arguments(of, arguments(any), arguments(to));
    if (!typed::is_collection(of) && !is_open(from) && same_head(to, from)) {
        assign_arguments(of, arguments(to), arguments(from));
    }
}

TypeSolver::Outcome TypeSolver::confirm_assignable(const Condition& condition, bool decide) {
    const Term to = base(condition.first);
    const Term from = base(condition.second);
    if (determined(to) && (decide || !nothing_flows_into(from))) {
        assign_known(to, from, decide);
        return Outcome::Progress;
    }
    if (!is_open(from) && terms_[from].head.kind == TypeKind::Parameter) {
        subtype(to, from);
        return Outcome::Progress;
    }
    Term first = 0;
    Term second = 0;
    if (from_same_head(to, from, first, second)) {
        if (!is_open(first)) {
            const Type of = terms_[head(first)].head;
            const std::vector<Term> left = arguments(first);
            const std::vector<Term> right = arguments(second);
            assign_arguments(of, left, right);
        }
        return Outcome::More;
    }
    if (decide && !is_open(to)) {
        assign_known(to, from, decide);
        return Outcome::Progress;
    }
    if (decide && !is_open(from)) {
        subtype(to, from);
        return Outcome::Progress;
    }
    return Outcome::Waits;
}

// Compared with a number, an unknown is below the base type at least; that it is the subset type does not follow.
TypeSolver::Outcome TypeSolver::confirm_equatable(const Condition& condition, bool decide) {
    const Term a = head(condition.first);
    const Term b = head(condition.second);
    if (a == b && condition.kind == Kind::Equatable) {
        return Outcome::Done;
    }
    if (is_open(a) && is_open(b)) {
        return Outcome::Waits;
    }
    if (is_open(a) || is_open(b)) {
        const Term unknown = is_open(a) ? a : b;
        const Term other = is_open(a) ? b : a;
        const Type plain = terms_[base(other)].head;
        if (typed::is_number(plain) ? plain.kind != TypeKind::Char : plain.kind == TypeKind::Subset /* a newtype */) {
            subtype(base(other), unknown, true, false);
            return Outcome::Progress;
        }
        if (!decide || reaches(other, unknown, 0)) {
            return Outcome::Waits;
        }
        become(unknown, other, true);
        return Outcome::Progress;
    }
    if (condition.kind == Kind::EquatableArgument && !condition.either_way) {
        same_type(a, b);
        return Outcome::Progress;
    }
    Term first = 0;
    Term second = 0;
    if (!from_same_head(a, b, first, second) || is_open(first)) {
        return Outcome::Done;
    }
    const Type of = terms_[head(first)].head;
    const std::vector<Term> left = arguments(first);
    const std::vector<Term> right = arguments(second);
    for (std::size_t i = 0; i < left.size(); ++i) {
        this->condition(
            {Kind::EquatableArgument, left[i], right[i], 0, direction(of, i, left.size()) != Direction::Same});
    }
    return left.empty() ? Outcome::Done : Outcome::More;
}

bool TypeSolver::first_below(Term term, std::optional<Term>& found, std::set<Term>& visited) {
    const Term now = head(term);
    if (!is_open(now)) {
        found = found ? found : std::optional(now);
        return true;
    }
    if (visited.insert(now).second) {
        for (const Term next : below_and_assigned(now)) {
            first_below(next, found, visited);
        }
    }
    return found.has_value();
}

std::optional<TypeSolver::Term> TypeSolver::element_type(Term collection, bool below, std::set<Term>& visited) {
    const Term now = base(collection);
    if (!is_open(now)) {
        return typed::is_collection(terms_[now].head) ? std::optional(terms_[now].arguments.front()) : std::nullopt;
    }
    if (!visited.insert(now).second) {
        return std::nullopt;
    }
    for (const Term next : neighbours(now, below, std::nullopt)) {
        if (const std::optional<Term> found = element_type(next, below, visited)) {
            return found;
        }
    }
    return std::nullopt;
}

TypeSolver::Outcome TypeSolver::confirm_indexable(const Condition& condition) {
    const Term collection = base(condition.first);
    if (!is_open(collection)) {
        return Outcome::Done;
    }
    std::optional<Term> found;
    std::set<Term> visited;
    if (!first_below(collection, found, visited)) {
        return Outcome::Waits;
    }
    become(collection, with_unknown_arguments(*found), true);
    return Outcome::Progress;
}

// What is done with elements of a collection, once it is known which.
TypeSolver::Outcome TypeSolver::confirm_use(const Condition& condition) {
    const Term collection = base(condition.first);
    if (is_open(collection)) {
        return Outcome::Waits;
    }
    const TypeKind kind = terms_[collection].head.kind;
    const std::vector<Term> parts = terms_[collection].arguments;
    const bool listed = kind == TypeKind::Seq || kind == TypeKind::Array;
    const bool map = kind == TypeKind::Map || kind == TypeKind::Imap;
    if (parts.empty()) {
        return Outcome::Done;
    }
    switch (condition.kind) {
    case Kind::Index:
        if (listed) {
            only_base(condition.second);
        } else {
            subtype(parts.front(), condition.second);
        }
        return Outcome::Progress;
    case Kind::Result:
        subtype(condition.second, map                          ? parts.at(1)
                                  : kind == TypeKind::Multiset ? known(typed::nat_type())
                                                               : parts.front());
        return Outcome::Progress;
    case Kind::Update:
        if (listed) {
            only_base(condition.second);
            subtype(parts.front(), condition.third);
        } else {
            subtype(parts.front(), condition.second);
            if (map) {
                subtype(parts.at(1), condition.third);
            } else {
                only_base(condition.third);
            }
        }
        return Outcome::Progress;
    case Kind::MultisetOf:
        same_type(parts.front(), condition.second);
        return Outcome::Progress;
    default:
        return Outcome::Done;
    }
}

TypeSolver::Outcome TypeSolver::confirm(const Condition& condition, bool decide) {
    switch (condition.kind) {
    case Kind::Assignable:
        return confirm_assignable(condition, decide);
    case Kind::Equatable:
    case Kind::EquatableArgument:
        return confirm_equatable(condition, decide);
    case Kind::Element: {
        std::set<Term> visited;
        std::optional<Term> element = element_type(condition.first, true, visited);
        if (!element) {
            visited.clear();
            element = element_type(condition.first, false, visited);
        }
        if (element) {
            equatable(*element, condition.second);
            return Outcome::More;
        }
        return is_open(condition.first) ? Outcome::Waits : Outcome::Done;
    }
    case Kind::Indexable:
        return confirm_indexable(condition);
    case Kind::Index:
    case Kind::Result:
    case Kind::Update:
    case Kind::MultisetOf:
        return confirm_use(condition);
    }
    DAPHNIA_CHECK(false, "no such condition");
}

// ---- the order of decisions

bool TypeSolver::process(std::size_t number, std::set<std::size_t>& processed, bool decide) {
    if (!processed.insert(number).second) {
        return false;
    }
    bool progress = false;
    if (const Term sub = head(all_[number].sub); is_open(sub)) {
        const std::vector<std::size_t> below = terms_[sub].below;
        for (const std::size_t next : below) {
            progress = process(next, processed, decide) || progress;
        }
    }
    const Term super = head(all_[number].super);
    const Term sub = head(all_[number].sub);
    if (equal(super, sub, false)) {
        return progress;
    }
    if (!is_open(super) && !is_open(sub)) {
        impose(super, sub);
        return true;
    }
    if (is_open(sub) && (take_known_end(sub, true, decide) || (decide && take_extremum(sub)))) {
        return true;
    }
    open_.push_back(number);
    return progress;
}

bool TypeSolver::process_constraints(bool decide) {
    std::vector<std::size_t> all;
    all.swap(open_);
    std::set<std::size_t> processed;
    bool progress = false;
    for (const std::size_t number : all) {
        progress = process(number, processed, decide) || progress;
    }
    all = open_;
    for (const std::size_t number : all) {
        const Term super = base(all_[number].super);
        if (is_open(super) && (take_known_end(super, true, decide) || (decide && take_extremum(super)))) {
            progress = true;
        }
    }
    return progress;
}

bool TypeSolver::process_conditions(bool decide, bool equalities_only) {
    bool progress = false;
    bool more = true;
    while (more) {
        more = false;
        std::vector<Condition> all;
        all.swap(conditions_);
        for (const Condition& condition : all) {
            const bool equality = condition.kind == Kind::Equatable || condition.kind == Kind::EquatableArgument;
            const Outcome outcome = equalities_only && !equality ? Outcome::Waits : confirm(condition, decide);
            if (outcome == Outcome::Waits) {
                conditions_.push_back(condition);
            }
            progress = progress || outcome == Outcome::Progress;
            more = more || outcome == Outcome::More;
        }
    }
    return progress;
}

void TypeSolver::collect_open(Term term, std::set<Term>& out) const {
    const Term now = head(term);
    if (is_open(now)) {
        out.insert(now);
    }
    for (const Term argument : terms_[now].arguments) {
        collect_open(argument, out);
    }
}

// The join of all that is assigned to it, when all of it is known where it stands.
bool TypeSolver::join_assigned(Term term, std::set<Term>& postponed) {
    const Term unknown = head(term);
    if (!is_open(unknown) || postponed.contains(unknown)) {
        return false;
    }
    std::optional<Term> all;
    const auto also = [&](Term type) { all = all ? join(*all, type) : std::optional(type); };
    for (const Condition& condition : conditions_) {
        if (condition.kind == Kind::Assignable && head(condition.first) == unknown) {
            if (terms_[condition.second].unknown) {
                return false;
            }
            also(condition.second);
        }
    }
    for (const Term below : neighbours(unknown, true, true)) {
        if (is_open(below)) {
            return false;
        }
        also(below);
    }
    if (!all || reaches(*all, unknown, 1)) {
        return false;
    }
    terms_[unknown].same = head(*all);
    return true;
}

bool TypeSolver::join_assigned() {
    std::set<Term> postponed;
    for (const std::size_t number : open_) {
        const Term super = head(all_[number].super);
        if (!is_open(super)) {
            for (const Term argument : terms_[super].arguments) {
                collect_open(argument, postponed);
            }
        }
    }
    bool progress = false;
    const std::vector<std::size_t> constraints = open_;
    for (const std::size_t number : constraints) {
        progress = join_assigned(all_[number].super, postponed) || progress;
    }
    const std::vector<Condition> conditions = conditions_;
    for (const Condition& condition : conditions) {
        if (condition.kind == Kind::Assignable && join_assigned(condition.first, postponed)) {
            return true; // what follows may come first
        }
    }
    return progress;
}

bool TypeSolver::assigned_become_subtypes() {
    std::vector<Condition> all;
    all.swap(conditions_);
    bool progress = false;
    for (const Condition& condition : all) {
        if (condition.kind == Kind::Assignable && !is_open(condition.second)) {
            subtype(base(condition.first), condition.second, true, false);
            progress = true;
        } else {
            conditions_.push_back(condition);
        }
    }
    return progress;
}

bool TypeSolver::decide_from_below(Term term, std::set<Term>& processed) {
    Term unknown = base(term);
    if (!is_open(unknown) || !processed.insert(unknown).second) {
        return false;
    }
    bool progress = false;
    for (const Term below : below_and_assigned(unknown)) {
        progress = decide_from_below(below, processed) || progress;
    }
    unknown = base(unknown);
    if (!is_open(unknown)) {
        return progress;
    }
    const std::vector<Term> joins = merged(below_and_assigned(unknown), {}, true);
    if (joins.size() == 1 && !reaches(joins.front(), unknown, 1)) {
        become(unknown, joins.front(), true);
        return true;
    }
    return progress;
}

bool TypeSolver::decide_from_above(Term term, std::set<Term>& processed) {
    Term unknown = base(term);
    if (!is_open(unknown) || !processed.insert(unknown).second) {
        return false;
    }
    bool progress = false;
    for (const Term above : neighbours(unknown, false, std::nullopt)) {
        progress = decide_from_above(above, processed) || progress;
    }
    unknown = base(unknown);
    if (!is_open(unknown)) {
        return progress;
    }
    std::vector<Term> targets;
    for (const Condition& condition : conditions_) {
        if (condition.kind == Kind::Assignable && head(condition.second) == unknown) {
            targets.push_back(head(condition.first));
        }
    }
    const std::vector<Term> meets = merged(neighbours(unknown, false, true), merged(targets, {}, true), false);
    if (meets.size() == 1 && !reaches(meets.front(), unknown, -1)) {
        become(unknown, meets.front(), true);
        return true;
    }
    return progress;
}

bool TypeSolver::decide_by_neighbours() {
    std::vector<std::size_t> all;
    all.swap(open_);
    const std::vector<Condition> conditions = conditions_;
    bool progress = false;
    std::set<Term> processed;
    for (const std::size_t number : all) {
        progress = decide_from_below(all_[number].super, processed) || progress;
    }
    for (const Condition& condition : conditions) {
        if (condition.kind == Kind::Assignable) {
            progress = decide_from_below(condition.first, processed) || progress;
        }
    }
    if (!progress) {
        processed.clear();
        for (const std::size_t number : all) {
            progress = decide_from_above(all_[number].sub, processed) || progress;
        }
        for (const Condition& condition : conditions) {
            if (condition.kind == Kind::Assignable) {
                progress = decide_from_above(condition.second, processed) || progress;
            }
        }
    }
    open_.insert(open_.end(), all.begin(), all.end());
    return progress;
}

bool TypeSolver::decide_numbers() {
    bool progress = false;
    for (const auto& [term, otherwise] : numbers_) {
        if (is_open(term)) {
            const Term type = known(otherwise);
            become(head(term), type, false);
            progress = true;
        }
    }
    return progress;
}

bool TypeSolver::merge_unknowns() {
    std::vector<std::size_t> all;
    all.swap(open_);
    bool progress = false;
    for (const std::size_t number : all) {
        const Term super = base(all_[number].super);
        const Term sub = base(all_[number].sub);
        if (super == sub) {
            continue;
        }
        if (is_open(super) && is_open(sub)) {
            terms_[super].same = sub;
            progress = true;
        } else {
            open_.push_back(number);
        }
    }
    return progress;
}

bool TypeSolver::decide_equality() {
    for (auto condition = conditions_.begin(); condition != conditions_.end(); ++condition) {
        if (condition->kind == Kind::EquatableArgument) {
            const Condition found = *condition;
            conditions_.erase(condition);
            same_type(found.first, found.second);
            return true;
        }
    }
    return false;
}

// Each step only when those before it have nothing left to say. Without decisions: what follows in any case.
void TypeSolver::solve(bool decide) {
    const auto step = [&](int number) {
        switch (number) {
        case 0:
            return process_constraints(false);
        case 1:
            return process_conditions(false, false);
        case 2:
            return join_assigned();
        case 3:
            return assigned_become_subtypes();
        case 4:
            return decide_by_neighbours();
        case 5:
            return decide_numbers();
        case 6:
            return process_conditions(true, true);
        case 7:
            return process_constraints(true);
        case 8:
            return process_conditions(true, false);
        case 9:
            return merge_unknowns();
        default:
            return decide_equality();
        }
    };
    const int steps = decide ? 11 : 2;
    int number = 0;
    while (number < steps) {
        number = step(number) ? 0 : number + 1;
    }
}

} // namespace daphnia::resolve
