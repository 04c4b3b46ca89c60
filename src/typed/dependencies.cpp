// See the header.
#include "typed/dependencies.h"

#include "typed/frame.h"
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
        } else if (const auto* field = std::get_if<FieldRead>(&expr.node)) {
            add(*field->object, *field->field);
        } else if (const auto* unchanged = std::get_if<Unchanged>(&expr.node)) {
            add(unchanged->entries);
        }
    }
    void in(const Stmt& stmt) {
        if (const auto* call = std::get_if<Call>(&stmt.node)) {
            result_.declarations.push_back({call->method, call->type_arguments});
            targets(call->targets);
        } else if (const auto* assign = std::get_if<Assign>(&stmt.node)) {
            targets(assign->targets);
        } else if (const auto* such_that = std::get_if<AssignSuchThat>(&stmt.node)) {
            targets(such_that->targets);
        }
    }

    // Of what is in none of the regions nobody could say that it is unchanged.
    void add(const std::vector<FrameEntry>& entries) {
        for (const FrameEntry& entry : entries) {
            const std::optional<std::vector<Region>> regions = regions_of(named_by(entry));
            if (!regions) {
                result_.open = true;
                continue;
            }
            result_.regions.insert(result_.regions.end(), regions->begin(), regions->end());
        }
    }

  private:
    void targets(const std::vector<Target>& list) {
        for (const Target& target : list) {
            if (const auto* field = std::get_if<FieldTarget>(&target.node)) {
                add(*field->object, *field->field);
            }
        }
    }

    void add(const Expr& object, const Field& field) {
        Region region = field_region(carrier(object.type), field);
        if (field.constant) {
            result_.constants.push_back({&field, std::move(region)});
        } else {
            result_.regions.push_back(std::move(region));
        }
    }

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
                add(result_.arrays, non_null(type));
                ranged = true;
            } else if (is_class(type)) {
                add(result_.classes, non_null(type));
            }
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
    const auto* function = std::get_if<std::unique_ptr<Function>>(&declaration);
    if (function != nullptr && (*function)->body == nullptr) { // it may depend on all that it may read
        collector.add((*function)->reads.entries);
        result.open = result.open || (*function)->reads.wildcard || (*function)->two_state; // or of what was, on all
    }
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
