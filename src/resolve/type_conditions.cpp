// What is said of types by the ways in which values are used: it waits until enough is known.
#include "resolve/type_solver.h"

#include "support/error.h"

#include <algorithm>

namespace daphnia::resolve {

using typed::Type;
using typed::TypeKind;

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
    const bool listed = kind == TypeKind::Seq || typed::is_array(terms_[collection].head);
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

} // namespace daphnia::resolve
