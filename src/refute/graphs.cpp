// See the header.
#include "refute/graphs.h"

#include <algorithm>
#include <set>

namespace daphnia::refute {

namespace {

constexpr std::size_t kWays = 4; // to guess one field

typed::Type as_of(const typed::Class& klass, const typed::Type& reference) {
    return typed::class_type(&klass, klass.type_parameters.empty() ? std::vector<typed::Type>() : reference.arguments);
}

// Those that an object holds by itself: it is not looked into what is ghost, which speaks of the same objects.
class Reached {
  public:
    explicit Reached(const std::vector<ObjectDraft>& objects) : objects_(objects) {}

    // In the order in which a chain has them: an object before what it leads to.
    std::vector<Reference> from(Reference object) {
        visit(object);
        return std::move(order_);
    }

  private:
    void visit(Reference object) {
        constexpr std::size_t kMost = 64;
        if (object.is_null() || object.object > objects_.size() || order_.size() >= kMost ||
            !seen_.insert(object.object).second) {
            return;
        }
        order_.push_back(object);
        const ObjectDraft& draft = objects_[object.object - 1];
        if (typed::is_class(draft.type)) {
            const std::vector<typed::Cell> cells = typed::cells_of(draft.type);
            for (std::size_t i = 0; i < cells.size() && i < draft.cells.size(); ++i) {
                if (!cells[i].field->ghost) {
                    visit_in(draft.cells[i]);
                }
            }
        } else {
            for (const Value& element : draft.cells) {
                visit_in(element);
            }
        }
    }

    void visit_in(const Value& value) {
        if (value.is_assigned() && value.is_reference()) {
            visit(value.as_reference());
        } else if (value.is_assigned() && value.has_parts()) {
            for (const Value& part : value.parts()) {
                visit_in(part);
            }
        }
    }

    const std::vector<ObjectDraft>& objects_;
    std::set<std::uint32_t> seen_;
    std::vector<Reference> order_;
};

// Guesses what the ghost fields of one object are to hold.
class Mirror {
  public:
    Mirror(const std::vector<ObjectDraft>& objects, Reference object)
        : objects_(objects), draft_(objects[object.object - 1]), cells_(typed::cells_of(draft_.type)), own_(object),
          reached_(Reached(objects).from(object)) {}

    Value value(const typed::Cell& cell, std::size_t way, const Value& old) const {
        const typed::Type type = typed::carrier(cell.type);
        if (typed::is_integral(type)) {
            return number(way, old);
        }
        if (typed::is_map(type)) {
            return old;
        }
        const typed::Type element = typed::carrier(type.arguments.at(0));
        Values elements = typed::is_reference(element) ? references(element, way) : contents(element, way);
        return Value::collection(type.kind, std::move(elements));
    }

  private:
    // All that is reached with the object, or without it, or what it holds itself; or nothing.
    Values references(const typed::Type& element, std::size_t way) const {
        Values result;
        for (const Reference object : reached_) {
            const ObjectDraft& draft = objects_[object.object - 1];
            const bool near = object == own_ || holds(object);
            if (fits(draft.type, element) && (way == 0 || (way == 1 && !(object == own_)) || (way == 2 && near))) {
                result.push_back(Value::reference(object));
            }
        }
        return result;
    }

    bool holds(Reference object) const {
        return std::find(draft_.cells.begin(), draft_.cells.end(), Value::reference(object)) != draft_.cells.end();
    }

    // What is held along the way, with what the object itself holds or without; as much of an array as a number of the
    // object says; or nothing.
    Values contents(const typed::Type& element, std::size_t way) const {
        Values result;
        constexpr std::size_t kMost = 100;
        for (const Reference object : way < 2 ? reached_ : way == 2 ? arrays() : std::vector<Reference>()) {
            const ObjectDraft& draft = objects_[object.object - 1];
            if (way == 1 && object == own_) {
                continue;
            }
            const std::vector<typed::Type> types = cell_types(draft.type, draft.cells.size());
            const std::vector<typed::Cell> fields =
                typed::is_class(draft.type) ? typed::cells_of(draft.type) : std::vector<typed::Cell>();
            const std::size_t count = way == 2 ? std::min(own_number(), draft.cells.size()) : draft.cells.size();
            for (std::size_t i = 0; i < count && result.size() < kMost; ++i) {
                const bool ghost = !fields.empty() && fields[i].field->ghost;
                if (!ghost && draft.cells[i].is_assigned() && typed::carrier(types[i]) == element) {
                    result.push_back(draft.cells[i]);
                }
            }
        }
        return result;
    }

    std::vector<Reference> arrays() const {
        std::vector<Reference> result;
        std::copy_if(reached_.begin(), reached_.end(), std::back_inserter(result),
                     [this](Reference object) { return typed::is_array(objects_[object.object - 1].type); });
        return result;
    }

    // The first of its numbers that is not ghost, as a length.
    std::size_t own_number() const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (!cells_[i].field->ghost && typed::is_integral(typed::carrier(cells_[i].type)) &&
                draft_.cells[i].is_assigned()) {
                return static_cast<std::size_t>(std::max<std::int64_t>(draft_.cells[i].as_small().value_or(0), 0));
            }
        }
        return 0;
    }

    // How many objects of classes are reached, with this one or without; the number that it holds; or what it is.
    Value number(std::size_t way, const Value& old) const {
        const auto count = std::count_if(reached_.begin(), reached_.end(), [this](Reference object) {
            return typed::is_class(objects_[object.object - 1].type);
        });
        switch (way) {
        case 0:
            return Value::integer(static_cast<std::int64_t>(count));
        case 1:
            return Value::integer(static_cast<std::int64_t>(count) - 1);
        case 2:
            return Value::integer(static_cast<std::int64_t>(own_number()));
        default:
            return old;
        }
    }

    const std::vector<ObjectDraft>& objects_;
    const ObjectDraft& draft_;
    const std::vector<typed::Cell> cells_;
    Reference own_;
    std::vector<Reference> reached_;
};

} // namespace

std::vector<typed::Type> object_types(const typed::Type& reference, const Vocabulary& vocabulary) {
    if (typed::is_class(reference) && !reference.klass->trait) {
        return {typed::non_null(reference)};
    }
    std::vector<typed::Type> result;
    constexpr std::size_t kMost = 3;
    for (const typed::Class* klass : vocabulary.classes) {
        const bool known = klass->type_parameters.empty() ||
                           (typed::is_class(reference) && klass->type_parameters.size() == reference.arguments.size());
        if (known && !klass->trait && result.size() < kMost) {
            const typed::Type type = as_of(*klass, reference);
            if (fits(type, reference)) {
                result.push_back(type);
            }
        }
    }
    return result;
}

namespace {

class TypesReached {
  public:
    explicit TypesReached(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    void visit(const typed::Type& declared) {
        constexpr std::size_t kMost = 8;
        const typed::Type type = typed::carrier(declared);
        if (typed::is_class(type) || typed::is_object(type)) {
            for (const typed::Type& object : object_types(type, vocabulary_)) {
                if (result.size() < kMost && std::find(result.begin(), result.end(), object) == result.end()) {
                    result.push_back(object);
                    for (const typed::Cell& cell : typed::cells_of(object)) {
                        visit_field(cell);
                    }
                }
            }
            return;
        }
        if (type.kind == typed::TypeKind::Datatype) {
            if (!seen_.insert(typed::unique_name(type)).second) {
                return;
            }
            for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
                for (const typed::Type& field : typed::field_types(type, i)) {
                    visit(field);
                }
            }
        }
        for (const typed::Type& argument : type.arguments) {
            visit(argument);
        }
    }

    std::vector<typed::Type> result;

  private:
    // A ghost field speaks of what the others lead to.
    void visit_field(const typed::Cell& cell) {
        if (!is_mirror(cell)) {
            visit(cell.type);
        }
    }

    const Vocabulary& vocabulary_;
    std::set<std::string> seen_; // datatypes
};

} // namespace

std::vector<typed::Type> reached_types(const std::vector<typed::Type>& types, const Vocabulary& vocabulary) {
    TypesReached reached(vocabulary);
    for (const typed::Type& type : types) {
        reached.visit(type);
    }
    return std::move(reached.result);
}

bool is_mirror(const typed::Cell& cell) {
    const typed::Type type = typed::carrier(cell.type);
    return cell.field->ghost && !cell.field->constant && (typed::is_collection(type) || typed::is_integral(type));
}

std::size_t mirror_count(const Input& input) {
    std::size_t most = 0;
    for (const ObjectDraft& object : input.objects) {
        if (typed::is_class(object.type)) {
            const std::vector<typed::Cell> cells = typed::cells_of(object.type);
            most = std::max(most, static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), is_mirror)));
        }
    }
    return most == 0 ? 1 : most == 1 ? kWays : kWays * kWays;
}

// The first mirror of each class is guessed in one way, the others all in another.
Input mirrored(Input input, std::size_t guess) {
    std::vector<ObjectDraft> objects = input.objects;
    for (std::size_t number = 0; number < objects.size(); ++number) {
        if (!typed::is_class(objects[number].type)) {
            continue;
        }
        const Mirror mirror(input.objects, {static_cast<std::uint32_t>(number + 1)});
        std::size_t way = guess % kWays;
        const std::vector<typed::Cell> cells = typed::cells_of(objects[number].type);
        for (std::size_t i = 0; i < cells.size() && i < objects[number].cells.size(); ++i) {
            if (is_mirror(cells[i])) {
                objects[number].cells[i] = mirror.value(cells[i], way, input.objects[number].cells[i]);
                objects[number].making = nullptr;
                way = guess / kWays % kWays;
            }
        }
    }
    Input result = tidied(input.arguments, objects);
    result.choices = input.choices;
    return result;
}

std::vector<bool> made_parts(const Input& input) {
    std::vector<bool> result(input.objects.size());
    std::vector<std::size_t> open;
    const auto reach = [&](Reference object) {
        if (!object.is_null() && object.object <= result.size() && !result[object.object - 1]) {
            result[object.object - 1] = true;
            open.push_back(object.object - 1);
        }
        return object;
    };
    for (std::size_t i = 0; i < input.objects.size(); ++i) {
        if (input.objects[i].making != nullptr) {
            reach({static_cast<std::uint32_t>(i + 1)});
        }
    }
    while (!open.empty()) {
        const std::size_t next = open.back();
        open.pop_back();
        for (const Value& cell : input.objects[next].cells) {
            with_references(cell, reach);
        }
    }
    return result;
}

std::vector<Input> rewired(const Input& input) {
    constexpr std::size_t kMostObjects = 4;
    constexpr std::size_t kMost = 12;
    std::vector<Input> result;
    if (input.objects.size() > kMostObjects) {
        return result;
    }
    for (std::size_t from = 0; from < input.objects.size(); ++from) {
        if (!typed::is_class(input.objects[from].type)) {
            continue;
        }
        const std::vector<typed::Cell> cells = typed::cells_of(input.objects[from].type);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const typed::Type type = typed::carrier(cells[i].type);
            for (std::size_t to = 0; to < input.objects.size() && result.size() < kMost; ++to) {
                const Value target = Value::reference({static_cast<std::uint32_t>(to + 1)});
                if (!cells[i].field->ghost && typed::is_reference(type) && fits(input.objects[to].type, type) &&
                    !(input.objects[from].cells[i] == target)) {
                    std::vector<ObjectDraft> objects = input.objects;
                    objects[from].cells[i] = target;
                    for (ObjectDraft& object : objects) {
                        object.making = nullptr; // no calls are known that make these
                    }
                    result.push_back(tidied(input.arguments, objects));
                }
            }
        }
    }
    return result;
}

} // namespace daphnia::refute
