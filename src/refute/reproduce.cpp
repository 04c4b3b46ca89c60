// Arguments as Dafny text: arrays into variables in the order in which they refer to each other; see the header.
#include "refute/reproduce.h"

#include "interpret/interpret.h"
#include "refute/objects_made.h"
#include "support/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

namespace daphnia::refute {

namespace {

using typed::Type;
using typed::TypeKind;

constexpr std::size_t kLargest = 10'000; // characters that a reader may be given

// The program's names and those given so far.
class Names {
  public:
    explicit Names(const typed::Program& program) {
        for (const typed::Declaration& declaration : program.declarations) {
            // Of M.F also M, which a variable would hide.
            support::match(declaration, [&](const auto& each) {
                taken_.insert(each->name);
                taken_.insert(each->name.substr(0, each->name.find('.')));
            });
        }
    }

    // The wish itself when it is a name of a variable and free.
    std::string fresh(const std::string& wish) {
        const bool usable = !wish.empty() && std::isalpha(static_cast<unsigned char>(wish.front())) != 0;
        const std::string stem = usable ? wish : "x";
        std::string name = stem;
        for (int number = 1; !taken_.insert(name).second; ++number) {
            name = fmt::format("{}{}", stem, number);
        }
        return name;
    }

  private:
    std::set<std::string> taken_;
};

class Writer {
  public:
    Writer(const typed::Program& program, const std::vector<ObjectDraft>& objects, const Makers& makers)
        : program_(program), objects_(&objects), makers_(makers), names_(program),
          method_(names_.fresh("Counterexample")), possible_(program.abstract_types.empty()) {
    } // a program with an abstract type does not run

    std::string call(const typed::Function& function, const Values& arguments) {
        std::string application =
            apply(instance(function) + at_label(function.two_state), function.parameters, arguments);
        if (function.constant) {
            application.resize(application.size() - 2); // no ()
        }
        const std::string result = names_.fresh(function.result->name.empty() ? "r" : function.result->name);
        return finish(fmt::format("{}{}var {} := {};", labelled(), function.ghost ? "ghost " : "", result, application),
                      false);
    }

    std::string call(const typed::Method& method, const Values& arguments) {
        const std::string callee = method.kind == typed::MethodKind::Constructor
                                       ? constructor(method.results.front()->type, method)
                                       : instance(method) + at_label(method.two_state);
        const std::string application = apply(callee, method.parameters, arguments);
        std::string results;
        for (const typed::VariablePtr& result : method.results) {
            results += (results.empty() ? "" : ", ") + names_.fresh(wish(*result));
        }
        const bool diverges = method.decreases.wildcard;
        if (results.empty()) {
            return finish(labelled() + application + ";", diverges);
        }
        return finish(fmt::format("{}{}var {} := {};", labelled(), method.ghost ? "ghost " : "", results, application),
                      diverges);
    }

    std::string call(const typed::Constant& constant, const Values& /*arguments*/) {
        return finish(fmt::format("{}var {} := {};", constant.ghost ? "ghost " : "", names_.fresh("r"), constant.name),
                      false);
    }

  private:
    // Generic declarations are used at int, for which the values of type parameters stand; so are datatypes before
    // their static members.
    template <typename Callee>
    std::string instance(const Callee& callee) {
        possible_ = possible_ && callee.name.find(' ') == std::string::npos; // of a subset type: no text calls it
        std::string name = callee.name;
        if (!typed::has_receiver(callee.parameters) && callee.of_owner > 0) {
            name.insert(name.rfind('.'), ints(callee.of_owner));
        }
        return name + ints(callee.type_parameters.size() - callee.of_owner);
    }

    // The previous state of what has two is the one in which it is called: there its arguments exist.
    std::string at_label(bool two_state) {
        label_ = two_state ? names_.fresh("Before") : std::string();
        return two_state ? "@" + label_ : std::string();
    }
    std::string labelled() const { return label_.empty() ? std::string() : "label " + label_ + ":\n  "; }

    // What an object that the variable has for its value would best be called: after its class, where it is `this`.
    static std::string wish(const typed::Variable& variable) {
        if (variable.name != "this") {
            return variable.name;
        }
        const Type type = typed::carrier(variable.type);
        std::string name = typed::is_class(type) ? typed::own_name(type.klass->name) : std::string("x");
        name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
        return name;
    }

    static std::string ints(std::size_t count) {
        std::string arguments;
        for (std::size_t i = 0; i < count; ++i) {
            arguments += i == 0 ? "<int" : ", int";
        }
        return arguments.empty() ? arguments : arguments + ">";
    }

    // The type as written there; there is no program text for arrays of an abstract type.
    std::string written(const Type& type) {
        possible_ = possible_ && !contains_abstract_type(type);
        typed::TypeMap at_int;
        for (const typed::TypeParameter* parameter : typed::parameters_in(type)) {
            at_int.emplace(parameter, typed::int_type());
        }
        return typed::to_string(typed::substitute(type, at_int));
    }

    static bool contains_abstract_type(const Type& type) {
        return (type.kind == TypeKind::Parameter && type.parameter->abstract) ||
               std::any_of(type.arguments.begin(), type.arguments.end(), contains_abstract_type);
    }

    std::string apply(const std::string& callee, const std::vector<typed::VariablePtr>& parameters,
                      const Values& arguments) {
        std::string list;
        std::string name = callee;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            possible_ = possible_ && !contains_abstract_type(parameters[i]->type);
            const std::string argument = expression(arguments.at(i), parameters[i]->type, wish(*parameters[i]));
            if (i == 0 && typed::has_receiver(parameters)) {
                name = argument + "." + typed::own_name(callee);
            } else {
                list += (list.empty() ? "" : ", ") + argument;
            }
        }
        return fmt::format("{}({})", name, list);
    }

    // `name` is what an object would best be called.
    std::string expression(const Value& value, const Type& declared, const std::string& name) {
        const Type type = typed::carrier(declared);
        switch (type.kind) {
        case TypeKind::Bool:
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Parameter:
        case TypeKind::Char:
        case TypeKind::Real:
        case TypeKind::Bits:
            return interpret::shown(value, type, heap_, 0);
        case TypeKind::Seq:
            if (type.arguments.front().kind == TypeKind::Char) {
                return interpret::shown(value, type, heap_, 0);
            }
            return "[" + list(value.elements(), type.arguments.front(), name) + "]";
        case TypeKind::Set:
            return "{" + list(value.elements(), type.arguments.front(), name) + "}";
        case TypeKind::Iset:
            return "iset{" + list(value.elements(), type.arguments.front(), name) + "}";
        case TypeKind::Map:
            return "map[" + entries(value.elements(), type, name) + "]";
        case TypeKind::Imap:
            return "imap[" + entries(value.elements(), type, name) + "]";
        case TypeKind::Multiset:
            return "multiset{" + list(value.elements(), type.arguments.front(), name) + "}";
        case TypeKind::Reference:
            return reference(value.as_reference(), type, name);
        case TypeKind::Subset:
            break;
        case TypeKind::Tuple:
            return tuple(value.components(), type, name);
        case TypeKind::Datatype:
            return datatype(value, type, name);
        case TypeKind::Arrow: {
            typed::TypeMap at_int;
            for (const typed::TypeParameter* parameter : typed::parameters_in(type)) {
                at_int.emplace(parameter, typed::int_type());
            }
            possible_ = possible_ && value.as_function().code == nullptr && !contains_abstract_type(type);
            return "(" + interpret::shown(value, typed::substitute(type, at_int), heap_, 0) + ")";
        }
        }
        return {};
    }

    std::string list(const Values& elements, const Type& type, const std::string& name) {
        std::string result;
        for (const Value& element : elements) {
            result += (result.empty() ? "" : ", ") + expression(element, type, name);
            if (result.size() > kLargest) {
                possible_ = false;
                break;
            }
        }
        return result;
    }

    std::string datatype(const Value& value, const Type& type, const std::string& name) {
        const typed::Constructor& constructor = type.datatype->constructors.at(value.constructor());
        std::string list;
        for (std::size_t i = 0; i < constructor.fields.size() && list.size() <= kLargest; ++i) {
            list += (i == 0 ? "(" : ", ") +
                    expression(value.fields()[i], typed::field_type(type, value.constructor(), i), name);
        }
        possible_ = possible_ && list.size() <= kLargest;
        return fmt::format("{}.{}{}{}", written(type), constructor.name, list, list.empty() ? "" : ")");
    }

    std::string entries(const Values& entries, const Type& type, const std::string& name) {
        std::string result;
        for (const Value& entry : entries) {
            result += fmt::format("{}{} := {}", result.empty() ? "" : ", ",
                                  expression(entry.components().front(), type.arguments.front(), name),
                                  expression(entry.components().back(), type.arguments.back(), name));
            if (result.size() > kLargest) {
                possible_ = false;
                break;
            }
        }
        return result;
    }

    std::string tuple(const Values& components, const Type& type, const std::string& name) {
        std::string list;
        for (std::size_t i = 0; i < components.size(); ++i) {
            list += fmt::format("{}{}{}", list.empty() ? "" : ", ", typed::is_ghost_component(type, i) ? "ghost " : "",
                                expression(components[i], type.arguments.at(i), name));
        }
        return "(" + list + ")";
    }

    // In a variable, as a method may want to know its type from the argument.
    std::string null(const Type& type, const std::string& wish) {
        std::string name = names_.fresh(wish);
        body_ += fmt::format("  var {}: {} := null;\n", name, written(type));
        return name;
    }

    std::string reference(Reference object, const Type& type, const std::string& wish) {
        if (object.is_null()) {
            return null(type, wish);
        }
        if (const auto known = known_.find(object.object); known != known_.end()) {
            return known->second;
        }
        // What it refers to is declared first, and it cannot be declared before itself; nor has it a name where it is
        // a part of what calls have made.
        if (!open_.insert(object.object).second) {
            possible_ = false;
            return {};
        }
        if (typed::is_class(draft(object).type)) {
            return is_made_by_calls(object) ? made(object, wish) : built(object, wish);
        }
        return array(object, wish);
    }

    std::string array(Reference object, const std::string& wish) {
        const Type& element = draft(object).type.arguments.front();
        const Values& elements = draft(object).cells;
        std::string name = names_.fresh(wish);
        if (!draft(object).lengths.empty()) {
            return matrix(object, std::move(name), wish);
        }
        const std::string initial = elements.empty() ? "" : " [" + list(elements, element, wish) + "]";
        body_ += fmt::format("  var {} := new {}[{}]{};\n", name, written(element), elements.size(), initial);
        known_.emplace(object.object, name);
        return name;
    }

    // Of several dimensions: its elements are looked up in lists of lists.
    std::string matrix(Reference object, std::string name, const std::string& wish) {
        const Type& element = draft(object).type.arguments.front();
        const interpret::Lengths& lengths = draft(object).lengths;
        std::string sizes;
        std::string indices;
        std::string domain;
        std::string brackets;
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            const std::string index = names_.fresh(std::string(1, "ijk"[i % 3]));
            sizes += fmt::format("{}{}", i == 0 ? "" : ", ", lengths[i]);
            indices += (i == 0 ? "" : ", ") + index;
            domain += fmt::format("{}0 <= {} < {}", i == 0 ? "" : " && ", index, lengths[i]);
            brackets += "[" + index + "]";
        }
        const Values& elements = draft(object).cells;
        const std::string initial =
            elements.empty() ? ""
                             : fmt::format("(({}) requires {} => {}{})", indices, domain,
                                           rows(elements, 0, elements.size(), lengths, 0, element, wish), brackets);
        body_ += fmt::format("  var {} := new {}[{}]{};\n", name, written(element), sizes, initial);
        known_.emplace(object.object, name);
        return name;
    }

    std::string rows(const Values& elements, std::size_t first, std::size_t count, const interpret::Lengths& lengths,
                     std::size_t dimension, const Type& element, const std::string& wish) {
        const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(first);
        if (dimension == lengths.size()) {
            return list(Values(begin, begin + 1), element, wish);
        }
        std::string result;
        const std::size_t each = count / lengths[dimension];
        for (std::size_t i = 0; i < lengths[dimension]; ++i) {
            result +=
                (i == 0 ? "" : ", ") + rows(elements, first + i * each, each, lengths, dimension + 1, element, wish);
        }
        return "[" + result + "]";
    }

    // The calls make what is there now, and of that nothing is there already.
    bool is_made_by_calls(Reference object) {
        if (draft(object).making == nullptr || makers_.make == nullptr) {
            return false;
        }
        const std::optional<Input> again = makers_.make(draft(object).making);
        if (!again || key_of(*again) != key_of(tidied({Value::reference(object)}, *objects_))) {
            return false;
        }
        std::set<std::uint32_t> parts;
        reach(object, parts);
        parts.erase(object.object);
        if (std::any_of(parts.begin(), parts.end(), [this](std::uint32_t part) { return open_.contains(part); })) {
            return false;
        }
        open_.insert(parts.begin(), parts.end());
        return true;
    }

    void reach(Reference object, std::set<std::uint32_t>& parts) const {
        if (!object.is_null() && parts.insert(object.object).second) {
            for (const Value& cell : draft(object).cells) {
                with_references(cell, [&](Reference other) {
                    reach(other, parts);
                    return other;
                });
            }
        }
    }

    std::string made(Reference object, const std::string& wish) {
        const std::shared_ptr<const Making> making = draft(object).making;
        std::string name = names_.fresh(wish);
        // What the calls are given are objects of their own.
        const std::vector<ObjectDraft>* const objects = std::exchange(objects_, &making->objects);
        std::map<std::uint32_t, std::string> known = std::exchange(known_, {});
        std::set<std::uint32_t> open = std::exchange(open_, {});
        for (const Making::Call& call : making->calls) {
            const typed::Method& method = *call.method;
            const bool first = &call == &making->calls.front();
            const std::string arguments = list(call, first ? 0 : 1);
            possible_ = possible_ && method.name.find(' ') == std::string::npos;
            if (first) {
                body_ += fmt::format("  var {} := {}({});\n", name, constructor(making->type, method), arguments);
                continue;
            }
            std::string results;
            for (const typed::VariablePtr& result : method.results) {
                results += (results.empty() ? "" : ", ") + names_.fresh(result->name);
            }
            body_ += fmt::format("  {}{}.{}{}({});\n", results.empty() ? "" : "var " + results + " := ", name,
                                 typed::own_name(method.name), ints(method.type_parameters.size() - method.of_owner),
                                 arguments);
        }
        objects_ = objects;
        known_ = std::move(known);
        open_ = std::move(open);
        known_.emplace(object.object, name);
        return name;
    }

    std::string list(const Making::Call& call, std::size_t from) {
        std::string result;
        for (std::size_t i = 0; i < call.arguments.size(); ++i) {
            const typed::Variable& parameter = *call.method->parameters.at(from + i);
            const Value& value = call.arguments[i];
            const bool plain = value.is_reference() && value.as_reference().is_null() &&
                               call.method->type_parameters.empty(); // nobody asks for its type
            result += (i == 0 ? "" : ", ") + (plain ? "null" : expression(value, parameter.type, parameter.name));
        }
        return result;
    }

    std::string constructor(const Type& type, const typed::Method& method) {
        const std::string name = typed::own_name(method.name);
        return "new " + written(type) + (name == "_ctor" ? "" : "." + name);
    }

    // A new object, and what it holds assigned to its fields.
    std::string built(Reference object, const std::string& wish) {
        const Type& type = draft(object).type;
        const std::vector<typed::Cell> cells = typed::cells_of(type);
        std::string name = names_.fresh(wish);
        const bool constant =
            std::any_of(cells.begin(), cells.end(), [](const typed::Cell& cell) { return cell.field->constant; });
        if (constant || !allocated(type, name)) {
            body_ += fmt::format("  // no calls are known that make this object of class {0}\n  var {1}: {0} := *;\n",
                                 written(type), name);
            known_.emplace(object.object, name);
            return name;
        }
        known_.emplace(object.object, name);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Value& value = draft(object).cells.at(i);
            const std::string field = cells[i].field->name;
            const bool null = value.is_assigned() && value.is_reference() && value.as_reference().is_null();
            if (value.is_assigned()) {
                const std::string content = null ? "null" : expression(value, cells[i].type, field);
                body_ += fmt::format("  {}.{} := {};\n", name, field, content);
            }
        }
        return name;
    }

    // By any constructor, with arguments for which it has been run.
    bool allocated(const Type& type, const std::string& name) {
        if (!has_constructors(program_, *type.klass)) {
            body_ += fmt::format("  var {} := new {};\n", name, written(type));
            return true;
        }
        const auto found = std::find_if(makers_.made.begin(), makers_.made.end(), [&](const Input& each) {
            return each.objects.front().type == type && each.objects.front().making->objects.empty();
        });
        if (found == makers_.made.end()) {
            return false;
        }
        const Making::Call& call = found->objects.front().making->calls.front();
        const std::string arguments = list(call, 0);
        body_ += fmt::format("  var {} := {}({});\n", name, constructor(type, *call.method), arguments);
        return true;
    }

    const ObjectDraft& draft(Reference object) const { return objects_->at(object.object - 1); }

    std::string finish(const std::string& statement, bool diverges) const {
        std::string text = fmt::format("method {{:main}} {}()\n{}{{\n{}  {}\n}}\n", method_,
                                       diverges ? "  decreases *\n" : "", body_, statement);
        return possible_ && text.size() <= kLargest ? text : std::string();
    }

    const typed::Program& program_;
    const std::vector<ObjectDraft>* objects_;
    const Makers& makers_;
    const Heap heap_; // for values that refer to nothing
    Names names_;
    std::string method_;
    std::string body_;
    std::string label_;                          // of the state in which the call is made, where that is spoken of
    std::map<std::uint32_t, std::string> known_; // names of objects
    std::set<std::uint32_t> open_;               // objects that have been met
    bool possible_;
};

} // namespace

std::string reproducer(const typed::Program& program, const typed::Declaration& declaration, const Input& input,
                       const Makers& makers) {
    return support::match(declaration, [&](const auto& callee) {
        return Writer(program, input.objects, makers).call(*callee, input.arguments);
    });
}

std::string reproducer(const typed::Program& program, const typed::Declaration& declaration, const Values& arguments,
                       const Heap& heap) {
    return reproducer(program, declaration, input_of(arguments, heap), {{}, nullptr});
}

} // namespace daphnia::refute
