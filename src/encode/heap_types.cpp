#include "encode/heap_types.h"

#include "typed/walk.h"

#include <algorithm>
#include <set>

namespace daphnia::encode {

namespace {

using typed::Type;
using typed::TypeKind;

class Collector {
  public:
    void collect(const typed::Declaration& declaration) {
        typed::for_each_child(declaration, deep_);
        if (const auto* function = std::get_if<std::unique_ptr<typed::Function>>(&declaration)) {
            look_into((*function)->parameters);
            look_into((*function)->result->type);
        } else if (const auto* method = std::get_if<std::unique_ptr<typed::Method>>(&declaration)) {
            look_into((*method)->parameters);
            look_into((*method)->results);
        }
    }

    HeapTypes take() { return std::move(found_); }

  private:
    void look_into(const Type& declared) {
        const Type type = typed::carrier(declared);
        if (typed::is_array(type)) {
            const Type& element = type.arguments.at(0);
            const auto [place, added] = found_.elements.try_emplace(typed::unique_name(element));
            if (added) {
                place->second = {element, typed::parameters_in(element)};
            }
        }
        if (type.kind == TypeKind::Arrow && type.arrow == typed::ArrowKind::General) {
            found_.reading_functions = true;
        }
        if (type.kind == TypeKind::Datatype && seen_.insert(typed::unique_name(type)).second) {
            for (std::size_t i = 0; i < type.datatype->destructors.size(); ++i) {
                look_into(typed::destructor_type(type, i));
            }
        }
        for (const Type& argument : type.arguments) {
            look_into(argument);
        }
    }

    void look_into(const std::vector<typed::VariablePtr>& list) {
        for (const auto& variable : list) {
            look_into(variable->type);
        }
    }

    void look_into(const typed::Stmt& stmt) {
        if (const auto* declaration = std::get_if<typed::VarDecl>(&stmt.node)) {
            look_into(declaration->variables);
        }
        if (const auto* assign = std::get_if<typed::Assign>(&stmt.node)) {
            for (const typed::Value& value : assign->values) {
                if (const auto* created = std::get_if<typed::NewArray>(&value.node)) {
                    look_into(typed::array_type(created->element));
                }
            }
        }
    }

    HeapTypes found_;
    std::set<std::string> seen_; // datatypes that are being looked into already say nothing new
    const typed::Children visit_{[this](const typed::Expr& expr) { look_into(expr.type); },
                                 [this](const typed::Stmt& stmt) { look_into(stmt); }};
    const typed::Children deep_{[this](const typed::Expr& expr) { typed::for_each_below(expr, visit_); },
                                [this](const typed::Stmt& stmt) { typed::for_each_below(stmt, visit_); }};
};

} // namespace

HeapTypes heap_types(const typed::Program& program) {
    Collector collector;
    for (const auto* list : {&program.declarations, &program.instances}) {
        for (const typed::Declaration& declaration : *list) {
            collector.collect(declaration);
        }
    }
    return collector.take();
}

} // namespace daphnia::encode
