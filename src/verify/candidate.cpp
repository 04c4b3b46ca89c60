#include "verify/candidate.h"

#include "interpret/interpret.h"
#include "refute/input.h"
#include "typed/region.h"
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

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

// The numbers of the regions whose maps are captured, by name. All captures of an encoding have the same, and where a
// moment's map is a variable, as on entry, its name says of which region it is.
using Regions = std::map<std::string, std::size_t>;

Regions regions_of(const std::vector<ivl::Capture>& captures, const encode::Observation& observation) {
    constexpr std::string_view kPrefix = "heap<";
    Regions result;
    for (const ivl::Capture& capture : captures) {
        const std::size_t variables = observation.moments.at(capture.moment).variables.size();
        for (std::size_t i = variables; i < capture.values.size(); ++i) {
            const Term map = capture.values[i];
            const std::size_t begin = map->name.find(kPrefix);
            const std::size_t end = map->name.rfind('>');
            if (map->kind == logic::TermKind::Variable && begin != std::string::npos && end != std::string::npos) {
                const std::size_t from = begin + kPrefix.size();
                result.emplace(map->name.substr(from, end - from), i - variables);
            }
        }
    }
    return result;
}

// Reads the values of one capture. Arrays and objects get their place in the heap when they are first met.
class StateReader {
  public:
    StateReader(const ivl::Capture& capture, const Regions& regions, const encode::Observation& observation,
                solver::CandidateModel& model, logic::TermStore& store)
        : capture_(capture), regions_(regions), moment_(observation.moments.at(capture.moment)),
          observation_(observation), model_(model), store_(store) {}

    refute::CandidateState run() {
        state_.site = moment_.site;
        for (std::size_t i = 0; i < moment_.variables.size(); ++i) {
            const typed::Variable& variable = *moment_.variables[i];
            state_.bindings.push_back({&variable, value(variable.type, capture_.values[i], 0)});
        }
        // Sets of objects are looked into when it is known which objects there are.
        for (const Postponed& each : postponed_) {
            state_.heap.write(each.object, each.cell, members(each.type, each.term));
        }
        return std::move(state_);
    }

  private:
    // Objects can contain themselves.
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
        case TypeKind::Reference:
            return reference(type, term, depth);
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

    // Which class's objects a trait or `object` stands for is not asked.
    Value reference(const Type& type, Term term, int depth) {
        if (typed::is_array(type)) {
            return array(type, term, depth);
        }
        if (typed::is_class(type) && !type.klass->trait) {
            return object(type, term, depth);
        }
        return type.nullable ? Value::reference({}) : Value();
    }

    static Value simplest(const Type& type) {
        return interpret::default_value(typed::base_type(type)).value_or(Value());
    }

    // What the model says of the fields of which the encoding speaks; others hold what is simplest.
    Value object(const Type& type, Term term, int depth) {
        constexpr std::size_t kMostObjects = 12;
        const std::string name = model_.text(term);
        if (name.empty() || name == model_.text(observation_.null())) {
            return Value::reference({});
        }
        const Type own = typed::non_null(type);
        const auto known = objects_.find(typed::unique_name(own) + " " + name);
        if (known != objects_.end()) {
            return Value::reference(known->second);
        }
        if (depth > kMaxDepth || objects_.size() >= kMostObjects) {
            return type.nullable ? Value::reference({}) : Value();
        }
        const std::vector<typed::Cell> cells = typed::cells_of(own);
        const interpret::Reference reference = state_.heap.allocate_object(own, Values(cells.size()));
        objects_.emplace(typed::unique_name(own) + " " + name, reference);
        terms_.emplace_back(reference, term);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Type cell = typed::carrier(cells[i].type);
            const Term held = field(own, *cells[i].field, term);
            const bool of_objects = typed::is_set(cell) && typed::is_reference(typed::carrier(cell.arguments.at(0)));
            if (held != nullptr && of_objects) {
                postponed_.push_back({reference, i, cell, held});
            }
            state_.heap.write(reference, i,
                              held == nullptr || of_objects ? simplest(cell) : value(cell, held, depth + 1));
        }
        return Value::reference(reference);
    }

    // Null where the encoding does not speak of the field.
    Term field(const Type& type, const typed::Field& field, Term object) {
        const std::string region = typed::field_region(type, field).name;
        if (field.constant) {
            const logic::Function constant = store_.find_function("const " + region);
            return constant == nullptr ? nullptr : store_.apply(constant, {object});
        }
        const auto number = regions_.find(region);
        return number == regions_.end()
                   ? nullptr
                   : store_.select(capture_.values.at(moment_.variables.size() + number->second), object);
    }

    Value members(const Type& type, Term term) {
        const Type element = typed::carrier(type.arguments.at(0));
        Values elements;
        for (const auto& [reference, object] : terms_) {
            if (refute::fits(state_.heap.type_of(reference), element) &&
                model_.boolean(observation_.contains(type, term, object)).value_or(false)) {
                elements.push_back(Value::reference(reference));
            }
        }
        return Value::collection(type.kind, std::move(elements));
    }

    // As many elements as there is room for.
    interpret::Lengths lengths_of(const Type& array, Term term, int depth) {
        interpret::Lengths result;
        std::size_t count = 1;
        for (std::size_t i = 0; i < typed::dimensions(array); ++i) {
            const std::size_t most = std::max<std::size_t>(1, room_ / count);
            result.push_back(std::min(most, length(observation_.array_length(term, i), depth)));
            count *= std::max<std::size_t>(1, result.back());
        }
        return result;
    }

    Value array(const Type& type, Term term, int depth) {
        const std::string name = model_.text(term);
        if (name.empty() || name == model_.text(observation_.null())) {
            return Value::reference({});
        }
        const Type own = typed::non_null(type);
        const auto known = arrays_.find(typed::unique_name(own) + " " + name);
        if (known != arrays_.end()) {
            return Value::reference(known->second);
        }
        const Type& element = type.arguments.at(0);
        const interpret::Lengths lengths = lengths_of(type, term, depth);
        const std::size_t count = interpret::count_of(lengths);
        const interpret::Reference reference =
            state_.heap.allocate_object(own, Values(count), lengths.size() == 1 ? interpret::Lengths() : lengths);
        arrays_.emplace(typed::unique_name(own) + " " + name, reference);
        terms_.emplace_back(reference, term);
        // Of an array in a field nothing but its length may be spoken of.
        const bool spoken_of = regions_.contains(typed::elements_region(type).name);
        const Term heap =
            spoken_of ? capture_.values.at(moment_.variables.size() + observation_.heap_number(type)) : nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<Term> indices(lengths.size());
            std::size_t rest = i;
            for (std::size_t dimension = lengths.size(); dimension-- > 0; rest /= lengths[dimension]) {
                indices[dimension] = store_.integer(static_cast<long>(rest % lengths[dimension]));
            }
            state_.heap.write(reference, i,
                              spoken_of ? value(element, observation_.array_element(heap, term, indices), depth + 1)
                                        : simplest(element));
        }
        return Value::reference(reference);
    }

    struct Postponed {
        interpret::Reference object;
        std::size_t cell;
        Type type;
        Term term;
    };

    const ivl::Capture& capture_;
    const Regions& regions_;
    const encode::Moment& moment_;
    const encode::Observation& observation_;
    solver::CandidateModel& model_;
    logic::TermStore& store_;
    refute::CandidateState state_;
    std::size_t room_ = 2000; // for so many more values; lists within lists have as many as their lengths multiplied
    std::map<std::string, interpret::Reference> arrays_;  // by type and the model's name
    std::map<std::string, interpret::Reference> objects_; // of classes, likewise
    std::vector<std::pair<interpret::Reference, Term>> terms_;
    std::vector<Postponed> postponed_;
    std::map<const typed::TypeParameter*, std::map<std::string, std::int64_t>> opaque_;
};

} // namespace

refute::Candidate candidate(const std::vector<ivl::Capture>& captures, const encode::Observation& observation,
                            solver::CandidateModel& model, logic::TermStore& store) {
    refute::Candidate result;
    const Regions regions = regions_of(captures, observation);
    for (const ivl::Capture& capture : captures) {
        result.states.push_back(StateReader(capture, regions, observation, model, store).run());
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
                for (std::size_t dimension = 0; dimension < typed::dimensions(type); ++dimension) {
                    at_most(observation.array_length(value, dimension), kSmallLength);
                }
            }
        }
    }
    return result;
}

} // namespace daphnia::verify
