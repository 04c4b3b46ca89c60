// See the header.
#include "interpret/quantifiers.h"

#include "interpret/belongs.h"
#include "interpret/bounds.h"
#include "interpret/checks.h"
#include "interpret/evaluation.h"
#include "interpret/inhabitants.h"
#include "interpret/meter.h"
#include "support/error.h"

#include <algorithm>

namespace daphnia::interpret {

namespace {

constexpr std::size_t kSample = 8;         // tried of values without end …
constexpr std::size_t kAtHand = 12;        // … and of those that the variables hold
constexpr std::size_t kLookedAt = 256;     // to find these
constexpr std::size_t kTrials = 1'000'000; // where nothing but a value that meets the condition helps

bool has_kind(const Value& value, typed::TypeKind collection) {
    const bool set = collection == typed::TypeKind::Set || collection == typed::TypeKind::Iset;
    const bool map = collection == typed::TypeKind::Map || collection == typed::TypeKind::Imap;
    return set                                       ? value.is_set()
           : map                                     ? value.is_map()
           : collection == typed::TypeKind::Multiset ? value.is_multiset()
                                                     : value.is_sequence();
}

bool has_shape(const Value& value, const typed::Type& declared, const Heap& heap) {
    const typed::Type type = typed::carrier(declared);
    switch (type.kind) {
    case typed::TypeKind::Bool:
        return value.is_bool();
    case typed::TypeKind::Int:
    case typed::TypeKind::Nat:
    case typed::TypeKind::Parameter: // its values are numbers that are only compared
        return value.as_small().has_value();
    case typed::TypeKind::Real:
        return value.is_real();
    case typed::TypeKind::Bits:
        return value.as_small() && *value.as_small() >= 0 && support::Integer(*value.as_small()) >> type.width == 0;
    case typed::TypeKind::Char:
        return value.is_character();
    case typed::TypeKind::Seq:
    case typed::TypeKind::Set:
    case typed::TypeKind::Iset:
    case typed::TypeKind::Multiset:
    case typed::TypeKind::Map:
    case typed::TypeKind::Imap: {
        const typed::Type of = typed::element_type(type);
        return has_kind(value, type.kind) &&
               std::all_of(value.elements().begin(), value.elements().end(),
                           [&](const Value& element) { return has_shape(element, of, heap); });
    }
    case typed::TypeKind::Tuple:
        return value.is_tuple() &&
               std::equal(
                   value.components().begin(), value.components().end(), type.arguments.begin(), type.arguments.end(),
                   [&](const Value& component, const typed::Type& of) { return has_shape(component, of, heap); });
    case typed::TypeKind::Datatype: {
        if (!value.is_datatype() || value.constructor() >= type.datatype->constructors.size()) {
            return false;
        }
        const std::vector<typed::Type> fields = typed::field_types(type, value.constructor());
        return std::equal(value.fields().begin(), value.fields().end(), fields.begin(), fields.end(),
                          [&](const Value& each, const typed::Type& field) { return has_shape(each, field, heap); });
    }
    case typed::TypeKind::Arrow:
        // What code gives is known by its type only.
        return value.is_function() && typed::base_type(value.as_function().type) == typed::base_type(type) &&
               (value.as_function().code == nullptr || typed::is_subtype(value.as_function().type, type));
    case typed::TypeKind::Subset:
        break;
    case typed::TypeKind::Reference:
        return value.is_reference() && !value.as_reference().is_null() &&
               can_refer_to(type, value.as_reference(), heap);
    }
    DAPHNIA_CHECK(false, "unknown type kind");
}

// The values of a type that variables hold, themselves or in their elements: what a program gets wrong is about these.
class AtHand {
  public:
    AtHand(const typed::Type& type, const Heap& heap) : type_(type), heap_(heap) {}

    void add(const Value& value) {
        if (!value.is_assigned() || found_.size() >= kAtHand || looked_at_++ >= kLookedAt) {
            return;
        }
        if (has_shape(value, type_, heap_) && belongs(value, type_, heap_) &&
            std::find(found_.begin(), found_.end(), value) == found_.end()) {
            found_.push_back(value);
        }
        if (value.has_parts()) {
            add_all(value.parts());
        } else if (value.is_reference() && !value.as_reference().is_null() &&
                   heap_.is_allocated(value.as_reference())) {
            add_all(heap_.cells_of(value.as_reference()));
        }
    }

    Values take() { return std::move(found_); }

  private:
    template <typename Container>
    void add_all(const Container& values) {
        for (const Value& value : values) {
            add(value);
        }
    }

    const typed::Type& type_;
    const Heap& heap_;
    std::size_t looked_at_ = 0;
    Values found_;
};

class Enumeration {
  public:
    Enumeration(Run& run, Meter& meter, Inhabitants& inhabitants, Evaluation& evaluation,
                const std::vector<typed::Restriction>& restrictions, Quantifiers::Search search,
                const std::function<bool()>& visit)
        : run_(run), meter_(meter), inhabitants_(inhabitants), evaluation_(evaluation), restrictions_(restrictions),
          visit_(visit), trials_(search == Quantifiers::Search::Complete ? kTrials : kSample), search_(search) {}

    bool is_complete() const { return complete_; }

    // False: the visitor has seen enough.
    bool from(std::size_t next) {
        if (next == restrictions_.size()) {
            return visit_();
        }
        const typed::Restriction& restriction = restrictions_[next];
        // In an earlier state there is only what was allocated then.
        Candidates candidates(
            restriction, [this](const typed::Expr& expr) { return value_of(expr); }, run_.read_heap());
        const bool finite = candidates.extent() == Extent::Finite;
        complete_ = complete_ && finite;
        if (!finite && search_ == Quantifiers::Search::Sample && !try_at_hand(next)) {
            return false;
        }
        std::size_t trials = trials_;
        std::optional<Value> first;
        std::optional<Value> last;
        while (finite || trials-- > 0) {
            std::optional<Value> value = candidates.next();
            if (!value) {
                break;
            }
            last = value;
            if (!first) {
                first = value;
            }
            if (!attempt(next, std::move(*value), candidates.source())) {
                return false;
            }
        }
        if (first && finite && run_.checking() && typed::is_integral(typed::carrier(restriction.variable->type))) {
            return try_outside(next, *first, *last);
        }
        return true;
    }

  private:
    // The value belongs to the type from which it is taken.
    bool attempt(std::size_t next, Value value, const typed::Type& source) {
        const typed::Variable& variable = *restrictions_[next].variable;
        meter_.step(variable.range);
        if (typed::has_constraint(variable.type) && !inhabitants_.belongs(value, source, variable.type)) {
            return true;
        }
        (*run_.active())[variable] = std::move(value);
        return from(next + 1);
    }

    // The condition has to have a meaning for all values of the type, also for those next to the ends of its range.
    bool try_outside(std::size_t next, const Value& first, const Value& last) {
        const Value one = Value::integer(std::int64_t{1});
        const typed::Type& type = restrictions_[next].variable->type;
        for (Value value : {subtract(first, one), add(last, one)}) {
            if (belongs(value, type, run_.heap()) && !attempt(next, std::move(value), typed::base_type(type))) {
                return false;
            }
        }
        return true;
    }

    bool try_at_hand(std::size_t next) {
        AtHand values(restrictions_[next].variable->type, run_.read_heap());
        for (const Value& value : run_.active()->values()) {
            values.add(value);
        }
        for (Value& value : values.take()) {
            if (!attempt(next, std::move(value), typed::base_type(restrictions_[next].variable->type))) {
                return false;
            }
        }
        return true;
    }

    std::optional<Value> value_of(const typed::Expr& expr) {
        try {
            return evaluation_.eval(expr);
        } catch (const Unknown&) { // then the restriction says nothing
        } catch (const Broken&) {
        }
        return std::nullopt;
    }

    Run& run_;
    Meter& meter_;
    Inhabitants& inhabitants_;
    Evaluation& evaluation_;
    const std::vector<typed::Restriction>& restrictions_;
    const std::function<bool()>& visit_;
    const std::size_t trials_; // of each variable
    const Quantifiers::Search search_;
    bool complete_ = true;
};

} // namespace

Quantifiers::Coverage Quantifiers::enumerate(const std::vector<typed::Restriction>& restrictions, Search search,
                                             const std::function<bool()>& visit) {
    Enumeration enumeration(run_, meter_, inhabitants_, evaluation_, restrictions, search, visit);
    if (!enumeration.from(0)) {
        return Coverage::Stopped;
    }
    return enumeration.is_complete() ? Coverage::All : Coverage::Some;
}

// One instance that is false decides a forall, one that is true an exists, whatever the others are.
Value Quantifiers::operator()(const typed::Quantifier& node, const typed::Expr& expr) {
    const bool forall = node.kind == typed::QuantifierKind::Forall;
    std::optional<Unknown> unknown;
    const Coverage coverage = enumerate(restrictions(node), Search::Sample, [&] {
        try {
            const bool in_range = node.range == nullptr || evaluation_.holds(*node.range);
            return !in_range || evaluation_.holds(*node.body) == forall;
        } catch (const Unknown& instance) {
            unknown = instance;
            return true;
        }
    });
    switch (coverage) {
    case Coverage::Stopped:
        return Value::boolean(!forall);
    case Coverage::All:
        if (unknown) {
            throw *unknown;
        }
        return Value::boolean(forall);
    case Coverage::Some:
        break;
    }
    throw Unknown{"a quantifier ranges over more values than can be tried", expr.range, !unknown};
}

void Quantifiers::choose(const std::vector<typed::Restriction>& restrictions, const typed::Expr& constraint,
                         SourceRange place, bool assumed) {
    std::optional<Unknown> unknown;
    const Coverage coverage = enumerate(restrictions, Search::Complete, [&] {
        try {
            return !evaluation_.holds(constraint);
        } catch (const Unknown& instance) {
            unknown = instance;
            return true;
        }
    });
    if (coverage == Coverage::Stopped) {
        return;
    }
    if (unknown) {
        throw *unknown;
    }
    if (coverage == Coverage::Some) {
        throw Unknown{"no value that meets the constraint was found among those that can be tried", place};
    }
    if (assumed) {
        throw Discarded{"no value meets the assumed constraint", place};
    }
    checks_.fail({Rule::AssignSuchThat, place, {}}, place_of(constraint));
}

Value Quantifiers::operator()(const typed::LetSuchThat& node, const typed::Expr& expr) {
    const std::vector<typed::Restriction>& ranges = restrictions(node);
    choose(ranges, *node.constraint, place_of(expr), false);
    Activation& here = *run_.active();
    Values chosen;
    for (const typed::VariablePtr& variable : node.variables) {
        chosen.push_back(here[*variable]);
    }
    const auto put_back = [&] {
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            here[*node.variables[i]] = chosen[i];
        }
    };
    if (run_.checking() && node.compiled) {
        const Value result = evaluation_.eval(*node.body);
        put_back();
        const auto is_another = [&] {
            for (std::size_t i = 0; i < chosen.size(); ++i) {
                if (here[*node.variables[i]] != chosen[i]) {
                    return evaluation_.holds(*node.constraint) && evaluation_.eval(*node.body) != result;
                }
            }
            return false;
        };
        bool unique = true;
        std::vector<EvaluatedPart> both;
        const auto note = [&] {
            for (const typed::VariablePtr& variable : node.variables) {
                both.push_back(
                    {variable->range, variable->name, shown(here[*variable], variable->type, run_.read_heap())});
            }
        };
        note();
        checks_.attempt(
            [&] { unique = enumerate(ranges, Search::Complete, [&] { return !is_another(); }) != Coverage::Stopped; });
        note();
        put_back();
        if (!unique) {
            checks_.fail({Rule::UniqueChoice, place_of(expr), {}}, {}, std::move(both));
        }
        return result;
    }
    return evaluation_.eval(*node.body);
}

} // namespace daphnia::interpret
