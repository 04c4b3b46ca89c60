#include "encode/effects.h"

#include "typed/natural_loop.h"
#include "typed/walk.h"

#include <algorithm>

namespace daphnia::encode {

namespace {

class Collector {
  public:
    Collector(Effects& effects, const std::map<std::string, typed::Type>& heap_types)
        : effects_(effects), heap_types_(heap_types) {}

    void statement(const typed::Stmt& stmt) {
        if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
            bind(declaration->variables);
        } else if (const auto* forall = std::get_if<typed::ForallStatement>(&stmt.node)) {
            bind(forall->variables);
        }
        if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            targets(assign->targets);
            for (const typed::Value& value : assign->values) {
                if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
                    effects_.allocates = true;
                    effects_.anything.insert(typed::unique_name(created->element));
                }
            }
        } else if (const auto* such_that = std::get_if<typed::AssignSuchThat>(&stmt.node)) {
            targets(such_that->targets);
        } else if (const auto* call = std::get_if<typed::Call>(&stmt.node)) {
            targets(call->targets);
            if (call->method->kind == typed::MethodKind::Method) {
                called(*call);
            }
        }
    }

    // Declared within the loop: outside it stands for no array that could be named.
    bool is_bound(const typed::Variable* variable) const { return bound_.contains(variable); }

  private:
    void bind(const std::vector<typed::VariablePtr>& variables) {
        for (const auto& variable : variables) {
            bound_.insert(variable.get());
        }
    }

    void targets(const std::vector<typed::Target>& list) {
        for (const typed::Target& target : list) {
            if (const auto* variable = std::get_if<typed::VariableTarget>(&target.node)) {
                auto& known = effects_.variables;
                if (std::find(known.begin(), known.end(), variable->variable) == known.end()) {
                    known.push_back(variable->variable);
                }
            } else if (const auto* element = std::get_if<typed::ElementTarget>(&target.node)) {
                written(*element->array, typed::read_variable(*element->array));
            }
        }
    }

    void written(const typed::Expr& array, const typed::Variable* variable) {
        const std::string key = typed::unique_name(array.type.arguments.at(0));
        if (variable == nullptr) {
            effects_.anything.insert(key);
        } else {
            effects_.written[key].insert(variable);
        }
    }

    void called(const typed::Call& call) {
        effects_.allocates = effects_.allocates || !heap_types_.empty();
        if (publishes_arrays(*call.method) || call.method->modifies.wildcard) {
            for (const auto& [name, type] : heap_types_) {
                effects_.anything.insert(name);
            }
            return;
        }
        for (const auto& entry : call.method->modifies.arrays) {
            if (!typed::is_array(entry->type)) {
                effects_.anything.insert(typed::unique_name(entry->type.arguments.at(0).arguments.at(0)));
                continue;
            }
            const typed::Variable* parameter = typed::read_variable(*entry);
            const auto& formals = call.method->parameters;
            const auto formal = std::find_if(formals.begin(), formals.end(),
                                             [&](const auto& candidate) { return candidate.get() == parameter; });
            written(*entry,
                    formal == formals.end()
                        ? nullptr
                        : typed::read_variable(*call.arguments[static_cast<std::size_t>(formal - formals.begin())]));
        }
    }

    Effects& effects_;
    const std::map<std::string, typed::Type>& heap_types_;
    std::set<const typed::Variable*> bound_;
};

} // namespace

bool publishes_arrays(const typed::Method& method) {
    const bool by_result = std::any_of(method.results.begin(), method.results.end(),
                                       [](const auto& result) { return typed::contains_references(result->type); });
    return by_result ||
           std::any_of(method.modifies.arrays.begin(), method.modifies.arrays.end(), [](const auto& entry) {
               const typed::Type& array = typed::is_array(entry->type) ? entry->type : entry->type.arguments.at(0);
               return typed::contains_references(array.arguments.at(0));
           });
}

Effects effects_of(const typed::While& loop, const std::map<std::string, typed::Type>& heap_types) {
    Effects result;
    Collector collector(result, heap_types);
    for (const typed::Stmt* stmt : typed::natural_loop(loop)) {
        collector.statement(*stmt);
    }
    // An array variable that is itself assigned, or bound within the loop, may stand for several arrays.
    for (auto entry = result.written.begin(); entry != result.written.end();) {
        const bool reassigned =
            std::any_of(entry->second.begin(), entry->second.end(), [&](const typed::Variable* array) {
                return collector.is_bound(array) ||
                       std::find(result.variables.begin(), result.variables.end(), array) != result.variables.end();
            });
        if (reassigned) {
            result.anything.insert(entry->first);
        }
        entry = result.anything.contains(entry->first) ? result.written.erase(entry) : std::next(entry);
    }
    return result;
}

} // namespace daphnia::encode
