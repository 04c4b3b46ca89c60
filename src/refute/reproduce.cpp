// Arguments as Dafny text: arrays into variables in the order in which they refer to each other; see the header.
#include "refute/reproduce.h"

#include "interpret/interpret.h"
#include "support/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace daphnia::refute {

namespace {

using interpret::Heap;
using interpret::Reference;
using interpret::Value;
using interpret::Values;
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
    Writer(const typed::Program& program, const Heap& heap)
        : heap_(heap), names_(program), method_(names_.fresh("Counterexample")),
          possible_(program.abstract_types.empty()) {} // a program with an abstract type does not run

    std::string call(const typed::Function& function, const Values& arguments) {
        std::string application = apply(instance(function), function.parameters, arguments);
        if (function.constant) {
            application.resize(application.size() - 2); // no ()
        }
        const std::string result = names_.fresh(function.result->name.empty() ? "r" : function.result->name);
        return finish(fmt::format("{}var {} := {};", function.ghost ? "ghost " : "", result, application), false);
    }

    std::string call(const typed::Method& method, const Values& arguments) {
        const std::string application = apply(instance(method), method.parameters, arguments);
        std::string results;
        for (const typed::VariablePtr& result : method.results) {
            results += (results.empty() ? "" : ", ") + names_.fresh(result->name);
        }
        const bool diverges = method.decreases.wildcard;
        if (results.empty()) {
            return finish(application + ";", diverges);
        }
        return finish(fmt::format("{}var {} := {};", method.ghost ? "ghost " : "", results, application), diverges);
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
            const std::string argument = expression(arguments.at(i), parameters[i]->type, parameters[i]->name);
            if (i == 0 && typed::has_receiver(parameters)) {
                name = argument + "." + typed::own_name(callee);
            } else {
                list += (list.empty() ? "" : ", ") + argument;
            }
        }
        return fmt::format("{}({})", name, list);
    }

    // `name` is what an array would best be called.
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
            return value.as_reference().is_null() ? null(type, name) : array(value.as_reference(), name);
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

    std::string array(Reference reference, const std::string& wish) {
        const auto known = arrays_.find(reference.object);
        if (known != arrays_.end()) {
            return known->second;
        }
        const Type& element = heap_.element_type(reference);
        const Values& elements = heap_.elements(reference);
        std::string name = names_.fresh(wish);
        // What it refers to is declared first.
        const std::string initial = elements.empty() ? "" : " [" + list(elements, element, wish) + "]";
        body_ += fmt::format("  var {} := new {}[{}]{};\n", name, written(element), elements.size(), initial);
        arrays_.emplace(reference.object, name);
        return name;
    }

    std::string finish(const std::string& statement, bool diverges) const {
        std::string text = fmt::format("method {{:main}} {}()\n{}{{\n{}  {}\n}}\n", method_,
                                       diverges ? "  decreases *\n" : "", body_, statement);
        return possible_ && text.size() <= kLargest ? text : std::string();
    }

    const Heap& heap_;
    Names names_;
    std::string method_;
    std::string body_;
    std::map<std::uint32_t, std::string> arrays_;
    bool possible_;
};

} // namespace

std::string reproducer(const typed::Program& program, const typed::Declaration& declaration, const Values& arguments,
                       const Heap& heap) {
    return support::match(declaration,
                          [&](const auto& callee) { return Writer(program, heap).call(*callee, arguments); });
}

} // namespace daphnia::refute
