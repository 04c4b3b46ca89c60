#include "typed/region.h"

namespace daphnia::typed {

// int, int[,], int[,,]: the names of types do not end like that.
Region elements_region(const Type& array) {
    const Type& element = array.arguments.at(0);
    const std::size_t count = dimensions(array);
    const std::string indices = count == 1 ? "" : "[" + std::string(count - 1, ',') + "]";
    return {Region::Kind::Elements, element, {}, unique_name(element) + indices, count};
}

Region field_region(const Type& type, const Field& field) {
    const Type owner = as_supertype(type, *field.owner);
    return {Region::Kind::Field, field_type(owner, field), owner, unique_name(owner) + "." + field.name};
}

Region rest_region() {
    return {Region::Kind::Rest, {}, {}, "*"};
}

} // namespace daphnia::typed
