#include "typed/region.h"

namespace daphnia::typed {

Region elements_region(const Type& element) {
    return {Region::Kind::Elements, element, {}, unique_name(element)};
}

Region field_region(const Type& type, const Field& field) {
    const Type owner = as_supertype(type, *field.owner);
    return {Region::Kind::Field, field_type(owner, field), owner, unique_name(owner) + "." + field.name};
}

Region rest_region() {
    return {Region::Kind::Rest, {}, {}, "*"};
}

} // namespace daphnia::typed
