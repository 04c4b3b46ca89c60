#include "typed/region.h"

namespace daphnia::typed {

Region elements_region(const Type& element) {
    return {Region::Kind::Elements, element, unique_name(element)};
}

Region rest_region() {
    return {Region::Kind::Rest, {}, "*"};
}

} // namespace daphnia::typed
