// See the header.
#include "typed/dependencies.h"

#include "typed/type_uses.h"
#include "typed/walk.h"

#include <algorithm>
#include <set>
#include <string>

namespace daphnia::typed {

namespace {

class Collector {
  public:
    explicit Collector(Dependencies& result) : result_(result) {}

    void in(const Expr& expr) {
        if (const auto* call = std::get_if<FunctionCall>(&expr.node)) {
            add(call->function, call->type_arguments, call->compiled);
        } else if (const auto* value = std::get_if<FunctionValue>(&expr.node)) {
            add(value->function, value->type_arguments, true);
        } else if (const auto* read = std::get_if<ConstantRead>(&expr.node)) {
            result_.declarations.push_back({read->constant, {}});
        }
    }
    void in(const Stmt& stmt) {
        if (const auto* call = std::get_if<Call>(&stmt.node)) {
            result_.declarations.push_back({call->method, call->type_arguments});
        }
    }

  private:
    // What runs in its place is called where code is run.
    void add(const Function* function, const std::vector<Type>& type_arguments, bool runs) {
        result_.declarations.push_back({function, type_arguments});
        if (runs && function->by_method != nullptr) {
            result_.declarations.push_back({function->by_method, type_arguments});
        }
    }

    Dependencies& result_;
};

class Parts {
  public:
    explicit Parts(TypeParts& result) : result_(result) {}

    void look_into(const Type& type, bool ranged) {
        switch (type.kind) {
        case TypeKind::Parameter:
            if (ranged && !type.parameter->abstract) {
                add(result_.parameters, type.parameter);
            }
            return;
        case TypeKind::Subset: // what the constraint makes of the type arguments is its own affair
            add(result_.subsets, type.subset);
            look_into(type.subset->base, ranged);
            return;
        case TypeKind::Datatype:
            if (!seen_.insert({unique_name(type), ranged}).second) {
                return;
            }
            for (std::size_t i = 0; i < type.datatype->constructors.size(); ++i) {
                for (const Type& field : field_types(type, i)) {
                    look_into(field, ranged);
                }
            }
            break;
        case TypeKind::Arrow: // a value of the type has a meaning for all of these
            for (std::size_t i = 0; i < parameter_count(type); ++i) {
                look_into(type.arguments[i], true);
            }
            look_into(result_type(type), ranged);
            return;
        case TypeKind::Reference:
            if (is_array(type)) { // of exactly this type
                add(result_.elements, type.arguments.at(0));
                ranged = true;
            }
            result_.objects = result_.objects || is_object(type);
            break;
        case TypeKind::Bool:
        case TypeKind::Int:
        case TypeKind::Nat:
        case TypeKind::Char:
        case TypeKind::Real:
        case TypeKind::Bits:
        case TypeKind::Seq:
        case TypeKind::Set:
        case TypeKind::Iset:
        case TypeKind::Multiset:
        case TypeKind::Map:
        case TypeKind::Imap:
        case TypeKind::Tuple:
            break;
        }
        for (const Type& argument : type.arguments) {
            look_into(argument, ranged);
        }
    }

  private:
    template <typename Item>
    static void add(std::vector<Item>& items, Item item) {
        if (std::find(items.begin(), items.end(), item) == items.end()) {
            items.push_back(item);
        }
    }

    TypeParts& result_;
    std::set<std::pair<std::string, bool>> seen_; // datatypes
};

} // namespace

Dependencies dependencies_of(const Declaration& declaration, Part part) {
    Dependencies result;
    const auto add_type = [&](const Type& type, bool ranged) {
        const bool known = std::any_of(result.types.begin(), result.types.end(),
                                       [&](const TypeUse& use) { return use.ranged == ranged && use.type == type; });
        if (!known) {
            result.types.push_back({type, ranged});
        }
    };
    for_each_type_use(declaration, add_type, part);
    Collector collector(result);
    for_each_below(declaration, part,
                   {[&](const Expr& expr) { collector.in(expr); }, [&](const Stmt& stmt) { collector.in(stmt); }});
    return result;
}

TypeParts parts_of(const Type& type, bool ranged) {
    TypeParts result;
    Parts(result).look_into(type, ranged);
    return result;
}

} // namespace daphnia::typed
