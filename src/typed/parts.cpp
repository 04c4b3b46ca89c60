#include "typed/parts.h"

#include "typed/typed.h"

#include <algorithm>
#include <set>
#include <string>

namespace daphnia::typed {

namespace {

bool has_part_within(const Type& declared, const std::function<bool(const Type&)>& is_found,
                     std::set<std::string>& seen) {
    constexpr std::size_t kMost = 10'000;
    const Type type = carrier(declared);
    if (!seen.insert(unique_name(type)).second) {
        return false;
    }
    const auto has = [&](const Type& part) { return has_part_within(part, is_found, seen); };
    if (is_found(type) || seen.size() > kMost || std::any_of(type.arguments.begin(), type.arguments.end(), has)) {
        return true;
    }
    for (std::size_t i = 0; type.kind == TypeKind::Datatype && i < type.datatype->destructors.size(); ++i) {
        if (has(destructor_type(type, i))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool has_part(const Type& type, const std::function<bool(const Type&)>& is_found) {
    std::set<std::string> seen;
    return has_part_within(type, is_found, seen);
}

} // namespace daphnia::typed
