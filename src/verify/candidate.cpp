#include "verify/candidate.h"

#include <algorithm>
#include <map>

namespace daphnia::verify {

namespace {

using interpret::Heap;
using interpret::Value;
using interpret::Values;
using logic::Term;
using typed::Type;
using typed::TypeKind;

// Longer ones are cut: a run on them would say less and take longer.
constexpr std::size_t kMaxLength = 24;
// What is asked for first.
constexpr std::int64_t kSmallLength = 4;
constexpr std::int64_t kSmallNumber = 20;

// Reads the values of one capture. Arrays get their place in the heap when they are first met.
class StateReader {
  public:
    StateReader(const ivl::Capture& capture, const encode::Observation& observation, solver::CandidateModel& model,
                logic::TermStore& store)
        : capture_(capture), moment_(observation.moments.at(capture.moment)), observation_(observation), model_(model),
          store_(store) {}

    refute::CandidateState run() {
        state_.site = moment_.site;
        for (std::size_t i = 0; i < moment_.variables.size(); ++i) {
            const typed::Variable& variable = *moment_.variables[i];
            state_.bindings.push_back({&variable, value(variable.type, capture_.values[i], 0)});
        }
        return std::move(state_);
    }

  private:
    // Arrays can contain themselves.
    static constexpr int kMaxDepth = 6;

    Value value(const Type& declared, Term term, int depth) {
        const Type type = typed::carrier(declared);
        room_ -= room_ > 0 ? 1 : 0;
        switch (type.kind) {
        case TypeKind::Bool:
            return Value::boolean(model_.boolean(term).value_or(false));
        case TypeKind::Int:
        case TypeKind::Nat:
            return Value::integer(model_.integer(term).value_or(0));
        case TypeKind::Bits: // the solver writes bits as the natural number that they mean
            return Value::integer(model_.integer(term).value_or(0));
        case TypeKind::Real:
            return Value::real(model_.real(term).value_or(0));
        case TypeKind::Char:
            return character(term);
        case TypeKind::Seq:
            return sequence(type, term, depth);
        case TypeKind::Set:
        case TypeKind::Iset:
        case TypeKind::Multiset:
        case TypeKind::Map:
        case TypeKind::Imap:
            return set(type, term, depth);
        case TypeKind::Subset:
            break;
        case TypeKind::Parameter:
            return Value::integer(number(type, term));
        case TypeKind::Reference: // arrays: no parameter is of type object
            return array(type, term, depth);
        case TypeKind::Tuple: {
            Values components;
            for (std::size_t i = 0; i < type.arguments.size(); ++i) {
                components.push_back(value(type.arguments[i], observation_.component(type, term, i), depth + 1));
            }
            return Value::tuple(std::move(components));
        }
        case TypeKind::Datatype:
            return datatype(type, term, depth);
        case TypeKind::Arrow: // what a model says of a function says little
            return interpret::default_value(type).value_or(Value());
        }
        return {};
    }

    // What the model says of the tag, then of the fields; below a certain depth any value that ends.
    Value datatype(const Type& type, Term term, int depth) {
        constexpr int kDeepest = 12;
        const auto& constructors = type.datatype->constructors;
        const support::Integer tag = model_.integer(observation_.tag(type, term)).value_or(-1);
        const bool known = depth < kDeepest && room_ > 0 && tag >= 0 && tag < static_cast<long>(constructors.size());
        const std::size_t chosen = known ? tag.get_ui() : type.datatype->default_constructor;
        Values fields;
        for (std::size_t i = 0; i < constructors[chosen].fields.size(); ++i) {
            const Term field = observation_.destructor(type, term, constructors[chosen].destructors[i]);
            fields.push_back(value(typed::field_type(type, chosen, i), field, depth + 1));
        }
        return Value::datatype(chosen, std::move(fields));
    }

    // Of a type of which nothing is known: only which values are equal counts.
    std::int64_t number(const Type& type, Term term) {
        auto& known = opaque_[type.parameter];
        return known.emplace(model_.text(term), static_cast<std::int64_t>(known.size())).first->second;
    }

    Value character(Term term) {
        const support::Integer code = model_.integer(term).value_or('a');
        const bool scalar = code >= 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
        return Value::character(scalar ? static_cast<char32_t>(code.get_ui()) : U'a');
    }

    std::size_t length(Term term, int depth) {
        const support::Integer length = model_.integer(term).value_or(0);
        if (length <= 0 || depth > kMaxDepth) {
            return 0;
        }
        return std::min(length > static_cast<long>(kMaxLength) ? kMaxLength : length.get_ui(), room_);
    }

    Value sequence(const Type& type, Term term, int depth) {
        Values elements;
        const std::size_t count = length(observation_.size(type, term), depth);
        for (std::size_t i = 0; i < count; ++i) {
            const Term index = store_.integer(static_cast<long>(i));
            elements.push_back(
                value(type.arguments.at(0), observation_.sequence_element(type, term, index), depth + 1));
        }
        return Value::sequence(std::move(elements));
    }

    // Which elements or keys a model means is asked about small numbers only; a set of others comes out empty.
    Value set(const Type& type, Term term, int depth) {
        Values elements;
        const std::size_t count = typed::is_infinite(type) ? kMaxLength : length(observation_.size(type, term), depth);
        if (typed::is_integral(typed::carrier(type.arguments.at(0))) && depth <= kMaxDepth) {
            for (const long number : {0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3}) {
                const Term element = store_.integer(number);
                std::size_t times = 0;
                if (type.kind != TypeKind::Multiset) {
                    times = model_.boolean(observation_.contains(type, term, element)).value_or(false) ? 1 : 0;
                } else {
                    times = length(observation_.multiplicity(type, term, element), depth);
                }
                times = std::min(times, count - elements.size());
                Value found = Value::integer(std::int64_t{number});
                if (typed::is_map(type) && times > 0) {
                    const Term at = observation_.map_value(type, term, element);
                    found = Value::tuple({found, value(type.arguments.at(1), at, depth + 1)});
                }
                elements.insert(elements.end(), times, found);
            }
        }
        return Value::collection(type.kind, std::move(elements));
    }

    Value array(const Type& type, Term term, int depth) {
        const std::string name = model_.text(term);
        if (name.empty() || name == model_.text(observation_.null())) {
            return Value::reference({});
        }
        const auto known = arrays_.find(name);
        if (known != arrays_.end()) {
            return Value::reference(known->second);
        }
        const Type& element = type.arguments.at(0);
        const Term heap = capture_.values.at(moment_.variables.size() + observation_.heap_number(element));
        const std::size_t count = length(observation_.array_length(term), depth);
        const interpret::Reference reference = state_.heap.allocate(element, Values(count));
        arrays_.emplace(name, reference);
        for (std::size_t i = 0; i < count; ++i) {
            const Term at = observation_.array_element(heap, term, store_.integer(static_cast<long>(i)));
            state_.heap.write(reference, i, value(element, at, depth + 1));
        }
        return Value::reference(reference);
    }

    const ivl::Capture& capture_;
    const encode::Moment& moment_;
    const encode::Observation& observation_;
    solver::CandidateModel& model_;
    logic::TermStore& store_;
    refute::CandidateState state_;
    std::size_t room_ = 2000; // for so many more values; lists within lists have as many as their lengths multiplied
    std::map<std::string, interpret::Reference> arrays_; // by the model's name
    std::map<const typed::TypeParameter*, std::map<std::string, std::int64_t>> opaque_;
};

} // namespace

refute::Candidate candidate(const std::vector<ivl::Capture>& captures, const encode::Observation& observation,
                            solver::CandidateModel& model, logic::TermStore& store) {
    refute::Candidate result;
    for (const ivl::Capture& capture : captures) {
        result.states.push_back(StateReader(capture, observation, model, store).run());
    }
    return result;
}

std::vector<Term> small_inputs(const std::vector<ivl::Capture>& captures, const encode::Observation& observation,
                               logic::TermStore& store) {
    std::vector<Term> result;
    const auto at_most = [&](Term term, std::int64_t limit) {
        result.push_back(store.less_equal(term, store.integer(static_cast<long>(limit))));
    };
    for (const ivl::Capture& capture : captures) {
        const encode::Moment& moment = observation.moments.at(capture.moment);
        if (moment.site != nullptr) {
            continue;
        }
        for (std::size_t i = 0; i < moment.variables.size(); ++i) {
            const Type type = typed::carrier(moment.variables[i]->type);
            const Term value = capture.values[i];
            if (typed::is_integral(type)) {
                at_most(value, kSmallNumber);
                at_most(store.negate(value), kSmallNumber);
            } else if (typed::is_collection(type) && !typed::is_infinite(type)) {
                at_most(observation.size(type, value), kSmallLength);
            } else if (typed::is_array(type)) {
                at_most(observation.array_length(value), kSmallLength);
            }
        }
    }
    return result;
}

} // namespace daphnia::verify
